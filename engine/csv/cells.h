/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the bytes of one record to its cells. Private to csv. */
#ifndef CSV_CELLS_H
#define CSV_CELLS_H

#include <csv.h>
#include <iconv.h>

#include "csv/csv.h"

struct cells {
    const char *encoding; /* NULL: UTF-8; the caller's */
    iconv_t in;           /* to UTF-8; only with an encoding */
    char separator;
    struct csv_parser parser; /* of records with quotes */
    struct text utf8;         /* the record after `encoding` was applied */
    struct text bytes;        /* the parser's cells, each with a NUL behind it */
    size_t *starts;           /* of the cells in bytes */
    const char **cells;       /* NULL where empty and unquoted */
    size_t count, room;       /* of a record that cannot be read 0 where its cells cannot be told */
    char wrong[256];          /* why the last record cannot be read */
    size_t wrong_cell;        /* and in which of its cells, from 0 */
};

void cells_open(struct cells *cells, char separator);
void cells_close(struct cells *cells);

/* Reads a record without its line end; false with `wrong` written. */
bool cells_read(struct cells *cells, const char *raw, size_t length);

#endif
