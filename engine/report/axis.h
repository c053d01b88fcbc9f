/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one time axis of a person's page, so that the eye can go straight down it. */
#ifndef REPORT_AXIS_H
#define REPORT_AXIS_H

#include "ground/day.h"
#include "ground/value.h"
#include "report/person.h"

/* Whole months around everything of the person that the page draws by its day, within its period:
 * answers, ratings of goals, notes, ties, what services did; to the last day that anything is known
 * of where they still wait or help is still there. Where there is nothing, the month of the as-of
 * day. Worked out once: `axis` of the page. */
struct days person_axis(const struct person_page *page);

/* `from`, `to` and `ticks` of a chart of days. */
void axis_days(struct arena *arena, struct days axis, struct value chart);
/* One of its marks; `wide`: left out on phones. */
void axis_tick(struct arena *arena, struct value chart, day at, const char *label, bool wide);

#endif
