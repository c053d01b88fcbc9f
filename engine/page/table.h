/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to `page`: tables of a model, { caption, head, rows }, rows of { head, cells }. */
#ifndef PAGE_TABLE_H
#define PAGE_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "ground/fault.h"
#include "ground/text.h"
#include "ground/value.h"

/* The words of a column's head, and of a row in that column; column 0 is the row's own head. ""
 * where there are none. */
const char *table_head(struct value table, size_t column);
const char *table_cell(struct value row, size_t column);

/* Digits with commas, a point and a sign: nothing a spreadsheet could work out. */
bool table_is_number(const char *words);

/* Writes it as HTML. Numbers stand under one another; more than two columns become short paragraphs
 * on a phone, each cell with its head before it. 70 where it has no caption. */
bool table_markup(struct value table, struct text *out, struct fault *);

/* Does the figure stand after what is in the second column? */
bool figure_is_later(struct value figure);

#endif
