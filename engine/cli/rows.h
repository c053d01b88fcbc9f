/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of scores and findings on their way out, as CSV or as a JSON list of maps. The rows of one
 * person are held, put in order and written; people come in order already. */
#ifndef CLI_ROWS_H
#define CLI_ROWS_H

#include <stdbool.h>

#include "ground/text.h"
#include "store/store.h"

extern const char *const score_columns[]; /* end with NULL */
extern const char *const finding_columns[];
extern const char *const try_score_columns[]; /* `row` in place of person and date */
extern const char *const try_finding_columns[];

struct rows {
    bool json;
    const char *const *columns;
    struct text out;
    bool any;            /* a row was written */
    struct arena *arena; /* of the person in hand */
    struct row *held;
    size_t count, room;
};

void rows_open(struct rows *rows, bool json, const char *const *columns);
/* A row; the order within a person is by day, place, plugin id, then as it came. */
void rows_begin(struct rows *rows, day date, int place, const char *plugin);
void rows_text(struct rows *rows, const char *column, const char *text); /* "" and NULL are empty */
void rows_number(struct rows *rows, const char *column, double number);
void rows_score(struct rows *rows, const struct stored_plugin *plugin,
                const struct derived_score *score);
void rows_finding(struct rows *rows, const char *ref, const struct stored_plugin *plugin,
                  const struct derived_finding *finding);
/* Puts what is held in order; and a cell of it, "" where it is empty. */
void rows_sort(struct rows *rows);
const char *rows_cell(const struct rows *rows, size_t row, const char *column);
void rows_end_person(struct rows *rows);
/* Adds everything to `out` and frees what was held. */
void rows_close(struct rows *rows, struct text *out);

#endif
