/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words on their way out, harmless where they arrive: on a terminal, in a spreadsheet, as JSON.
 * What is escaped is escaped here, once a format; HTML and SVG are chart_markup's. */
#ifndef GROUND_SHOWN_H
#define GROUND_SHOWN_H

#include <stddef.h>
#include <stdint.h>

#include "ground/text.h"

/* What a character does besides being seen. */
enum shown_sort {
    SHOWN_PLAIN,
    SHOWN_BLANK,   /* tab, line feed, U+2028, U+2029: a space where words run on */
    SHOWN_MARK,    /* U+061C, U+200E, U+200F: acts on its neighbours only; needed by some scripts */
    SHOWN_CONTROL, /* other control characters, the byte order mark, what is no character */
    SHOWN_TURN,    /* U+202A to U+202E, U+2066 to U+2069: turns everything up to its end */
    SHOWN_BYTE     /* is not UTF-8 */
};
/* Of which sort the character at `at` is, its code (of SHOWN_BYTE the byte) and how many bytes it
 * has. `at` ends with a NUL. */
enum shown_sort shown_sort(const char *at, uint32_t *code, size_t *length);

/* Adds the code of a character: \u202E, \U0010FFFF, of a byte that is not UTF-8 \x9B. */
void shown_code(struct text *out, enum shown_sort sort, uint32_t code);

/* As one line for a screen: blanks as single characters, everything else that cannot be seen by its
 * code. Letters of every script stay as they are. */
void shown_line(struct text *out, const char *words);

/* The same of every line: a line feed is the writer's own. */
void shown_lines(struct text *out, const char *lines);

/* One cell of CSV for words of people and plugins: shown as on a line, and with ' before it where a
 * spreadsheet would take it for a formula. For what a program reads back as it came in, and for
 * numbers, use text_csv. */
void shown_csv(struct text *out, const char *words);

/* A text of JSON with its quotes; reads back as the same text. What cannot be seen is written by
 * its code, as JSON is printed on terminals too. */
void shown_json(struct text *out, const char *words);

#endif
