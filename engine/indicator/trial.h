/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One timeline on which the properties of an indicator are tried. */
#ifndef INDICATOR_TRIAL_H
#define INDICATOR_TRIAL_H

#include "indicator/indicator_private.h"

enum { TRIAL_DAYS = 28 }; /* by which a timeline is moved, and observation ends early */

struct trial {
    const struct indicator *indicator;
    const struct record *record;
    struct chance *chance;
    struct arena *arena;
    bool by_calendar; /* it asks for months, quarters or years */
};

struct row *trial_rows(const struct trial *trial, const struct record *record, size_t *count);

/* Knowing less never turns an answer into its opposite. */
bool holds_when_observed_less(const struct trial *trial);
bool holds_when_dated_less(const struct trial *trial);
bool holds_when_collected_less(const struct trial *trial);
/* Of a function, on all of its examples: says which field it takes for recorded where it is not. */
bool holds_when_not_recorded(const struct indicator *indicator, struct faults *faults);

#endif
