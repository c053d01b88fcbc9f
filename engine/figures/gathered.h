/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one walk keeps of each person who may be counted. */
#ifndef FIGURES_GATHERED_H
#define FIGURES_GATHERED_H

#include "figures/figures.h"
#include "record/record.h"

/* A scored answer of the person's own, up to the end of the period. */
struct scored {
    double value, se;
    day date; /* where `place` is 0 */
    int place;
    short time, scale;
    unsigned short instrument; /* of those asked for */
    bool has_se;
    int of; /* how many items it counts: fewer where some dropped out */
};

/* A finding that may speak of the period: none whose anchor surely lies outside is kept. */
struct noted {
    struct days when; /* of the anchor */
    const struct alike {
        size_t indicator;        /* of those asked for */
        size_t anchored, window; /* yes or no */
        const char *state, *why, *class;
        const char *need, *decided_by; /* of the anchor; NULL where it says nothing */
    } * as;                            /* shared with everyone of whom the same was noted */
};

/* What somebody says of themselves at the end of the period, in a column of person_column. */
struct saying {
    size_t column;
    const char *says;
};

struct someone {
    struct scored *scores; /* of each scale the first and the latest, dated ones and others */
    struct noted *notes;
    const struct saying **sayings;
    const char *const *silence; /* by indicator: why no anchor in the period tells nothing; NULL
                                   where it does */
    unsigned score_count, note_count, saying_count;
};

/* Somebody on the way into figures, in `one`. */
struct keeping {
    struct figures *figures;
    struct arena *one;
    const int64_t *instruments, *indicators; /* numbers in the store of those asked for, or 0 */
    const struct stored_person *stored;
    struct someone *someone;
    struct scored *scores;
    size_t score_count, score_room;
    struct noted *notes;
    size_t note_count, note_room;
};

/* Bytes of which there is one copy, by a hash of them. */
struct kept {
    struct kept_one {
        const void *bytes;
        size_t length;
    } * all;
    size_t count, room;
};

struct figures {
    struct arena *arena;
    struct figures_ask ask;
    struct days seen; /* the part of the period up to the as-of day */
    struct someone *people;
    int64_t *numbers; /* in the store, rising */
    size_t count, room, number_room;
    struct people everyone;
    bool *collected; /* by indicator */
    bool failed;
    struct kept kept;
};

/* kept.c: the one copy of these bytes; of this text, or NULL. */
const void *keep_once(struct figures *figures, const void *bytes, size_t length);
const char *keep_text(struct figures *figures, const char *text);

/* keep.c: a store_see_derived of a struct keeping. */
bool keep_derived(void *context, const struct derived_person *derived, struct fault *);

/* The code of an anchor whose column says nothing. */
#define FIGURES_NOT_RECORDED "not_recorded"
/* Every code that stands in no agreed list: a group is never named by what a row of data says. */
#define FIGURES_NOT_AGREED "in no agreed list"

/* groups.c: a field in which people say who they are; not what the service keeps about them. */
bool is_own_account(const char *field);

/* sets.c */
void people_add(struct figures *figures, struct people *people,
                size_t who); /* once, however often said */
const char *label_of(const struct figures *figures, const char *column, const char *code);
/* The code as a group may have it. */
const char *agreed_code(const struct figures *figures, const char *column, const char *code);
struct figure_group *group_of(struct figures *figures, struct figure_group **groups, size_t *count,
                              size_t *room, const char *code);
/* By their places, kinds of no answer last. */
void groups_order(struct figure_group *groups, size_t count);
void groups_sort(const struct figures *figures, const char *column, struct figure_group *groups,
                 size_t count);

#endif
