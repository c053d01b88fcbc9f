/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words as markup: the one place that escapes. */
#ifndef CHART_MARKUP_H
#define CHART_MARKUP_H

#include <stddef.h>
#include <stdint.h>

#include "ground/text.h"

/* Adds `words` so that they are right both between tags and inside a double-quoted attribute, in
 * HTML and in SVG; there is no other place where words may stand. Control characters and marks that
 * turn the direction of what follows are shown by their code, \u202E, as they would hide or reorder
 * a sentence. */
void chart_markup(struct text *out, const char *words);

/* A character that cannot be seen but acts on what is seen. */
enum chart_unseen {
    UNSEEN_NONE,
    UNSEEN_BLANK, /* tab, line feed: a space on a page */
    UNSEEN_MARK,  /* U+061C, U+200E, U+200F: acts on its neighbours only; needed by some scripts */
    UNSEEN_CONTROL, /* other control characters */
    UNSEEN_TURN     /* U+202A to U+202E, U+2066 to U+2069: turns everything up to its end */
};

/* Of which sort the character at `at` is; when it is one, its code and how many bytes it has. */
enum chart_unseen chart_unseen(const char *at, uint32_t *code, size_t *length);

#endif
