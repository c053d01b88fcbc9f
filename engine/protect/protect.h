/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one gate that every number about several people passes: profile uk-local-10.
 *
 * A release is a set of cells, each a set of people. Counts of 1 to 9 are hidden; further cells are
 * hidden until no hidden cell and no small sum can be worked out from what is shown (the whole
 * release is one linear system over the finest groups of people); shown counts are rounded to 5;
 * shares come from rounded counts; means need ten people. There is no switch that turns any of this
 * off. Source: Langsrud's Gaussian elimination for suppression, with an added hidden-sum rule. */
#ifndef PROTECT_PROTECT_H
#define PROTECT_PROTECT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ground/fault.h"
#include "stats/stats.h"

#define PROTECT_PROFILE "uk-local-10"
enum { PROTECT_LEAST = 10, PROTECT_BASE = 5, PROTECT_SHARE_LEAST = 25 };

struct protect;

/* `people`: how many may be counted; they are numbered from 0. */
struct protect *protect_new(size_t people);
void protect_free(struct protect *protect);

/* Adds a cell: who is in it, and how much it matters that it is shown (0 the grand total, then
 * rising). `sensitive`: one side of a yes/no of `whole` (another cell's number, or -1): 0 and all
 * are hidden too. Gives the cell's number. The same set of people may be added twice. */
int protect_cell(struct protect *protect, const uint32_t *people, size_t count, int rank, int whole,
                 bool sensitive);

/* Decides what is shown. When it cannot decide (too large), everything but the grand total is
 * hidden. */
void protect_decide(struct protect *protect);

/* A cell after deciding. Hidden ones carry no number at all, and the same words for 0 and 1–9. */
struct shown {
    bool hidden;
    int64_t rounded; /* to base 5; 0 is shown only where the rule allows */
};
struct shown protect_count(const struct protect *protect, int cell);

/* Part of whole, from the rounded counts: unknown when either is hidden or the whole is under 25.
 * In whole per cent, with Wilson's likely range rounded outwards to whole per cent. */
struct shown_share {
    bool known;
    int per_cent, low, high;
};
struct shown_share protect_share(const struct protect *protect, int part, int whole);

/* A mean of one value a person over the people of a shown cell, to one decimal, with its interval,
 * also to one decimal rounded outwards; hidden when the cell is hidden or has under ten people. */
struct shown_mean {
    bool hidden;
    double mean, low, high;
    bool has_interval;
};
struct shown_mean protect_mean(const struct protect *protect, int cell, const struct exact *values);

/* How many cells were hidden for being small, and how many more to protect them: for tests and the
 * method's words; never printed side by side per cell. */
void protect_tally(const struct protect *protect, size_t *primary, size_t *secondary);

#endif
