/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates as somebody's file writes them, told by how it would write the last minute of 2024. Private
 * to intake. */
#ifndef INTAKE_WHEN_H
#define INTAKE_WHEN_H

#include "ground/day.h"

struct when; /* a pattern, in its arena */

/* "31/12/2024 23:59", "12/31/2024 11:59 PM", "31-Dec-2024", "20241231". NULL, or why it is no
 * pattern. */
const char *when_compile(const char *pattern, struct arena *arena, const struct when **when);

/* Reads `text` by a pattern, or as an ISO date or time when `when` is NULL. The date is written as
 * our files write it; `*minutes` is -1 where no time stands. An ISO date may be a month, quarter or
 * year; of an ISO time the clock time as written is kept, fractions and offset dropped. */
bool when_read(const struct when *when, const char *text, struct arena *arena, const char **date,
               int *minutes);

#endif
