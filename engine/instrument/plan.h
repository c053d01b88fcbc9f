/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The arithmetic of a compiled scale, shared by the loader (which works out ranges) and by scoring.
 */
#ifndef INSTRUMENT_PLAN_H
#define INSTRUMENT_PLAN_H

#include "instrument/instrument.h"

double points_worth(const struct item *item, const double *points, double code);

/* What an answer counts in a scale: points, turned round where the scale says so. Here, because
 * every answer of everybody goes through it. */
static inline double counted_worth(const struct instrument *instrument,
                                   const struct counted *counted, double code)
{
    double worth = code;
    if (counted->worths)
        worth = points_worth(&instrument->items[counted->index], counted->worths, code);
    return counted->turned ? counted->turned_sum - worth : worth;
}

/* Fills worths, least, most and turned_sum of an entry that counts an item. */
void counted_measure(const struct instrument *instrument, struct counted *counted);

static inline double scale_times_and_plus(const struct scale *scale, double total)
{
    return total * scale->times + scale->plus;
}

/* The extremes of a table between two totals: a published table need not rise all the way. False
 * where none of it lies between them. */
bool lookup_between(const struct lookup *lookup, double *low, double *high);
/* What steps give for a total; NAN below the first, and of a table that has none. */
double lookup_step(const struct lookup *lookup, double total);

/* From total to score: times and plus, then the table, if any. False when the table needs a whole
 * total and this is none. Here, because every score goes through it. */
static inline bool scale_finish(const struct scale *scale, const struct lookup *lookup,
                                double total, double *value)
{
    *value = scale_times_and_plus(scale, total);
    if (!lookup)
        return true;
    double place = *value - lookup->from;
    if (!(place >= 0 && place < lookup->run)) {
        *value = lookup_step(lookup, *value);
        return *value == *value;
    }
    int64_t whole = (int64_t)place;
    if ((double)whole != place)
        return false;
    *value = lookup->values[whole];
    return true;
}

/* The same for everything from `low` to `high`, of which either may be infinite. False when nothing
 * is known. */
bool scale_finish_between(const struct scale *scale, const struct lookup *lookup, double *low,
                          double *high);

/* The table of somebody, of a scale that has any: the first that surely holds for them. NULL where
 * there is none or that cannot be told; then why. */
const struct lookup *lookup_for(const struct scale *scale, const struct given *given,
                                struct arena *arena, const char **why);

/* The nearest scores on both sides of an edge of a whole-number scale: the last below it and the
 * first that belongs above. False for other scales, and where one side is outside the scale. */
bool scale_beside(const struct scale *scale, double edge, double *below, double *above);

/* Which of the words of a text `word` is, from 0; −1 when it is none. */
int word_place(const char *words, const char *word, size_t length);

/* The number of the first rater whose answers are scored. */
int rater_first(const struct instrument *instrument);

/* Is the item asked of this seat? NULL: of whoever it may be. */
bool item_asked(const struct item *item, const char *seat);
/* Leaves out what is not asked of the seat, whatever was answered. */
void seat_leave_out(const struct instrument *instrument, const char *seat, struct answer *answers);

/* The code of a choice, in order of code. */
double choice_code(const struct item *item, size_t choice);

/* By item: does scale `index` rest on it, also through other scales? */
bool *scale_rests_on(const struct instrument *instrument, size_t index, struct arena *arena);

/* The band of a set that `value` is in. */
const struct step *band_of(const struct band_set *set, double value);

#endif
