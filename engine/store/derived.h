/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scores and findings: thrown away and worked out again. Included by store.h. */
#ifndef STORE_DERIVED_H
#define STORE_DERIVED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ground/arena.h"
#include "ground/day.h"
#include "ground/fault.h"

struct store;

/* --- derived ---------------------------------------------------------------------------------- */

struct derived_score {
    int64_t instrument;
    day date;
    int place, time, by, mode;
    int64_t taken_from; /* the version that was filled in, where another's answers count; else 0 */
    int scale;          /* index within the instrument */
    bool has_value;
    double value;
    const char *category; /* instead of a number, or NULL */
    const char *reason;   /* where there is none, or NULL */
    int answered, of;
    bool has_range;
    double lowest, highest;
    bool has_se;
    double se;
};

struct derived_finding {
    int64_t indicator;
    const char *finding, *date, *state, *why, *basis, *certainty, *class, *unit, *events, *told;
    bool has_value;
    double value;
    bool window; /* the anchor's whole window was observed */
    bool own;    /* not so without events that the person keeps from learning: never counted */
};

/* One transaction of deriving. Everybody is worked out where nothing was yet, where the tables hold
 * a later day, where rows were recorded for a day that has come only now, and for a rebuild; else
 * who is touched, who is due by `as_of`, and again who a plugin failed for. 66 where `person` is
 * not in the store. */
struct derive_how {
    day as_of;
    bool rebuild;
    const char
        *person; /* works out this person alone: the others stay touched; NULL: all of them */
};
bool store_derive_begin(struct store *store, const struct derive_how *how, struct fault *);

/* With what something is worked out: each thing's name and a mark of what it is.
 * `store_derive_with` keeps this list, and the day, in place of the one before. */
struct derived_with {
    const char *name, *value;
};
bool store_derived_with(struct store *store, struct arena *arena, struct derived_with **list,
                        size_t *count, struct fault *);
bool store_derive_with(struct store *store, day as_of, const struct derived_with *list,
                       size_t count, struct fault *);

/* More people to be worked out: all; who answered an instrument, in this version or (NULL) any; who
 * is in an area, or (NULL) in none. */
bool store_touch_everyone(struct store *store, struct fault *);
bool store_touch_answered(struct store *store, const char *instrument, const char *version,
                          struct fault *);
bool store_touch_area(struct store *store, const char *area, struct fault *);

/* The people whom this deriving works out, in the order of references: 8 bytes a person. The caller
 * frees them. */
bool store_derive_people(struct store *store, int64_t **people, size_t *count, struct fault *);

/* What is derived of one person; of every such person before the end. */
struct derived_row {
    int64_t person;
    const char *scores; /* as store_pack_scores writes them; NULL where there are none */
    const struct derived_finding *findings;
    size_t finding_count;
    day next;     /* on which time alone changes something of this; DAY_NONE: never */
    bool settled; /* false where a plugin failed: the next run tries again */
};
struct text;
void store_pack_scores(const struct derived_score *scores, size_t count, struct text *json);
bool store_derive_person(struct store *store, const struct derived_row *row, struct fault *);
bool store_derive_end(struct store *store, bool keep, struct fault *);

/* Reads what is derived, person by person in the order of references; `ref` NULL means everyone,
 * and then `arena` is reset between two. */
struct derived_person {
    int64_t number;
    const char *ref;
    struct derived_score *scores;
    size_t score_count;
    struct derived_finding *findings;
    size_t finding_count;
};
typedef bool store_see_derived(void *context, const struct derived_person *person, struct fault *);
bool store_derived(struct store *store, const char *ref, struct arena *arena,
                   store_see_derived *see, void *context, struct fault *);

/* People who have a finding whose name begins so, in the order of references. */
bool store_finding_owners(struct store *store, const char *beginning, struct arena *arena,
                          const char ***refs, size_t *count, struct fault *);

/* A temporary store for another as-of: derived tables in a private temporary database, content read
 * from this one. Until closed, the derive and derived calls above use it. */
bool store_derive_apart(struct store *store, struct fault *);

#endif
