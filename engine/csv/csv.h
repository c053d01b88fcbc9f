/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows out of a CSV file, one at a time, in memory that does not grow with the file. Built on
 * libcsv.
 *
 * A byte order mark is skipped. CRLF, LF and CR end a record. Blank lines are no records. A record
 * that cannot be read is given all the same, with `wrong` saying why, so that nothing is dropped
 * silently: a stray quote, a byte that is not UTF-8 (after `encoding` was applied), a NUL, another
 * number of cells than the header has, more than CSV_RECORD_MOST bytes. Reading goes on at the next
 * line. */
#ifndef CSV_CSV_H
#define CSV_CSV_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ground/fault.h"
#include "ground/text.h"

enum {
    CSV_RECORD_MOST = 1 << 20, /* bytes of one record; a longer one is wrong, and never held */
    CSV_COLUMNS_MOST = 4096
};

struct csv;

struct csv_row {
    int64_t line;       /* of the file, where the record begins, from 1 */
    size_t count;       /* as many as the header has; when wrong 0 where they cannot be told */
    const char **cells; /* NULL: empty and unquoted; "" was written as a quoted nothing */
    const char *wrong;  /* NULL, or a sentence without the line: why no cell of it can be taken */
    const char *raw;    /* the record as its bytes stand in the file, without the line end */
    size_t raw_length;  /* 0 when the record is longer than CSV_RECORD_MOST */
    size_t raw_last; /* of raw, where the separator before the last cell stands; 0 for one cell */
};

/* Opens and reads the header. `separator` 0 means a comma. `encoding` NULL means UTF-8, else a name
 * that iconv knows. 66 no such file; 65 UTF-16, a workbook, a header with an empty, doubled
 * or unseen name, or no header at all; 64 an unknown encoding. A last column `reason` may be there
 * twice: a set-aside file adds one. */
bool csv_open(const char *path, char separator, const char *encoding, struct csv **csv,
              struct fault *);
/* The same from bytes, which must outlive it; `name` stands in faults. */
bool csv_open_bytes(const char *name, const char *bytes, size_t length, char separator,
                    const char *encoding, struct csv **csv, struct fault *);
void csv_close(struct csv *csv); /* NULL is allowed */

/* The header; owned by `csv`. */
size_t csv_columns(const struct csv *csv);
const char *csv_column(const struct csv *csv, size_t index);
/* The line that the header stands on, and its record as it stands in the file: for the set-aside
 * file. */
int64_t csv_header_line(const struct csv *csv);
const char *csv_header_raw(const struct csv *csv);
/* Where the separator before the last column stands in the header's bytes; 0 for one column. */
size_t csv_header_last(const struct csv *csv);

/* The next record, valid until the next call. `*more` is false at the end. Fails with 65 when a
 * quote is still open at the end of the file, naming the line it opened on, and with 74. */
bool csv_next(struct csv *csv, struct csv_row *row, bool *more, struct fault *);

/* Appends one quoted cell in the file's own encoding. What that encoding cannot say becomes `?`. */
void csv_put_cell(struct csv *csv, const char *cell, struct text *out);

#endif
