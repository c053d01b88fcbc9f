/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One person's answers to one measure over time, as a chart with its sentence, and a table. */
#ifndef REPORT_TRAJECTORY_H
#define REPORT_TRAJECTORY_H

#include "ground/value.h"
#include "instrument/instrument.h"
#include "store/store.h"

struct trajectory {
    const struct instrument *instrument; /* of one version */
    const struct scale *scale;
    const struct derived_score
        *answers; /* of this scale, by the person; in order of date, place, time */
    size_t count;
    const char *taken_from; /* the title of what some answers were given to instead, or NULL */
    struct days axis; /* first and last day of every time axis on the page */
};

/* Adds the figure to a section of the model. */
void trajectory_figure(struct arena *arena, const struct trajectory *trajectory,
                       struct value section);

/* How two scores differ: not at all sayable, or against the scale's wobble. */
enum change { CHANGE_NOT_SAID, CHANGE_UP, CHANGE_WITHIN, CHANGE_DOWN };
enum change trajectory_change(const struct scale *scale, double earlier, double later);

#endif
