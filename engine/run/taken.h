/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers that are another instrument's too: whoever filled in the one has filled in the other.
 * Worked out when scoring, never kept as content. */
#ifndef RUN_TAKEN_H
#define RUN_TAKEN_H

#include "run/version.h"

/* An instrument of the shelf that takes its items from another. */
struct taker {
    const struct version *version;
    const size_t *
        *from; /* by version of the pass: which item there each item is; NULL: not of it */
};

struct takers {
    struct taker *all; /* who takes from a taker stands behind it */
    size_t count;
};

/* Finds the instruments of the shelf that take from a version in use, keeps each in the store as
 * one in use, and adds it to `versions`. Within a transaction of deriving. */
bool takers_choose(struct store *store, const struct shelf *shelf, struct arena *arena,
                   struct versions *versions, struct takers *takers, struct fault *);

/* A person's administrations, and behind them those taken over: one a day (or order) and rater,
 * from the latest that day, unless that day has one of the taker's own. */
void takers_add(const struct takers *takers, const struct versions *versions,
                const struct stored_person *person, struct arena *arena,
                struct stored_administration **all, size_t *count);

/* Says which instruments of the shelf take an item or a code that the other lacks, or go round in a
 * circle; `faults[i]` is that of instrument i. An instrument that is not here is no fault. */
void taken_check(const struct shelf *shelf, struct faults *faults);
/* The same of one file, which need not be on the shelf. True when nothing was said. */
bool taken_check_one(const struct shelf *shelf, const struct instrument *taker,
                     struct faults *faults);

#endif
