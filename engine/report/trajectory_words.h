/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the trajectory: what its answers come to, and the sentences about them. */
#ifndef REPORT_TRAJECTORY_WORDS_H
#define REPORT_TRAJECTORY_WORDS_H

#include "report/trajectory.h"

enum { LEAST_FOR_CHANGE = 3 }; /* scores; with fewer, dots and nothing about change */

/* A trajectory looked through once. */
struct looked {
    const struct trajectory *of;
    const struct instrument *instrument; /* of the latest version */
    const struct scale *scale;
    bool dated; /* the picture has days; else only an order is known */
    const struct answered **scored;
    size_t scored_count;         /* in the picture, in order */
    double low, high;            /* the ends of the measure */
    struct change whole, latest; /* first to latest, and the latest two; with LEAST_FOR_CHANGE */
};

/* Days where any is known, else the order: the two cannot share an axis. */
bool looked_in_picture(const struct looked *looked, const struct answered *answer);
const char *looked_when(struct arena *arena, const struct answered *answer);
const char *looked_number(struct arena *arena, const struct looked *looked, double value);
/* An end of the measure: 35, and not 35.00; but one that a model gives no longer than its scores.
 */
const char *looked_end(struct arena *arena, const struct looked *looked, double value);

/* The heading, and what is drawn with what is said of change. */
const char *trajectory_title(struct arena *arena, const struct looked *looked);
const char *trajectory_sub(struct arena *arena, const struct looked *looked);
/* How to read it, and what it rests on; what holds for the whole instrument is said once. */
void trajectory_notes(struct arena *arena, const struct looked *looked, struct value figure);
void trajectory_table(struct arena *arena, const struct looked *looked, struct value figure);

#endif
