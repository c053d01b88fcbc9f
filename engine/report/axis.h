/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one time axis of a person's page, so that the eye can go straight down it. */
#ifndef REPORT_AXIS_H
#define REPORT_AXIS_H

#include "ground/day.h"
#include "ground/value.h"
#include "report/person.h"

/* Whole months around everything of the person that the page draws by its day, within its period:
 * answers, ratings of goals, notes, ties. Where there is nothing, the month of the as-of day. */
struct days person_axis(const struct person_page *page);

/* `from`, `to` and `ticks` of a chart of days. */
void axis_days(struct arena *arena, struct days axis, struct value chart);
/* One of its marks; `wide`: left out on phones. */
void axis_tick(struct arena *arena, struct value chart, day at, const char *label, bool wide);

/* A lane on the axis, to which lines (of style tie, wait or help) and rings are added. What lies
 * outside the axis is not drawn. */
struct value axis_lane(struct arena *arena, struct days axis);
void axis_line(struct arena *arena, struct value lane, struct days line, const char *style);
void axis_ring(struct arena *arena, struct value lane, day at);
/* The axis under a figure's lanes. */
void axis_under(struct arena *arena, struct days axis, struct value figure);

#endif
