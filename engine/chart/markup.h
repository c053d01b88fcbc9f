/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words as markup: the one place that escapes. */
#ifndef CHART_MARKUP_H
#define CHART_MARKUP_H

#include "ground/text.h"

/* Adds `words` so that they are right both between tags and inside a double-quoted attribute, in
 * HTML and in SVG; there is no other place where words may stand. Control characters and marks that
 * turn the direction of what follows are shown by their code, \u202E, as they would hide or reorder
 * a sentence. */
void chart_markup(struct text *out, const char *words);

#endif
