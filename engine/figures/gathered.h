/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one walk keeps of each person who may be counted. */
#ifndef FIGURES_GATHERED_H
#define FIGURES_GATHERED_H

#include "figures/figures.h"
#include "record/record.h"

/* A scored answer of the person's own. */
struct scored {
    size_t instrument; /* of those asked for */
    int scale;
    day date; /* where `place` is 0 */
    int place, time;
    int of; /* how many items it counts: fewer where some dropped out */
    double value, se;
    bool has_se;
};

struct noted {
    size_t indicator; /* of those asked for */
    bool anchored;
    struct days when; /* of the anchor */
    bool window;
    const char *state, *why, *class;
    const char **anchor; /* its event's columns; NULL where no such event stands */
};

struct someone {
    struct scored *scores; /* in the order in which they were answered */
    size_t score_count, score_room;
    struct noted *notes;
    size_t note_count, note_room;
    const char **says; /* by person_column: what they say of themselves at the end of the period */
    const char *
        *silence; /* by indicator: why no anchor in the period tells nothing; NULL where it does */
};

struct figures {
    struct arena *arena;
    struct figures_ask ask;
    struct days seen; /* the part of the period up to the as-of day */
    struct someone *people;
    size_t count, room;
    struct people everyone;
    bool *collected; /* by indicator */
    bool failed;
};

/* The code of an anchor whose column says nothing. */
#define FIGURES_NOT_RECORDED "not_recorded"

/* sets.c */
void people_add(struct figures *figures, struct people *people,
                size_t who); /* once, however often said */
const char *label_of(const struct figures *figures, const char *column, const char *code);
struct figure_group *group_of(struct figures *figures, struct figure_group **groups, size_t *count,
                              size_t *room, const char *code);
void groups_sort(const struct figures *figures, const char *column, struct figure_group *groups,
                 size_t count);

#endif
