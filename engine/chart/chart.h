/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts as SVG, made from numbers that may be shown: every chart takes its part of the model and
 * nothing else. Positions across are per cent, down are px; letters do not stretch. */
#ifndef CHART_CHART_H
#define CHART_CHART_H

#include <stdbool.h>

#include "ground/fault.h"
#include "ground/text.h"
#include "ground/value.h"

/* Draws `data`, whose `kind` says which chart; `id` is unique on the page. Fails (70) on an unknown
 * kind or a missing number, naming it; `out` then holds half a chart. The kinds and their keys:
 * reports/README.md. */
bool chart_draw(struct value data, const char *id, struct text *out, struct fault *);

#endif
