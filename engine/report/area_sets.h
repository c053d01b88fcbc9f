/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sets of people, before they are cells. */
#ifndef REPORT_AREA_SETS_H
#define REPORT_AREA_SETS_H

#include "figures/figures.h"

struct people people_minus(struct arena *arena, const struct people *a, const struct people *b);
struct people people_both(struct arena *arena, const struct people *a, const struct people *b);
struct people people_either(struct arena *arena, const struct people *a, const struct people *b);

#endif
