/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "csv/cells.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define NO_CELL SIZE_MAX /* in `starts`: an empty cell without quotes */

void cells_open(struct cells *cells, char separator)
{
    cells->separator = separator;
    csv_init(&cells->parser, CSV_STRICT | CSV_STRICT_FINI | CSV_EMPTY_IS_NULL | CSV_APPEND_NULL);
    csv_set_delim(&cells->parser, (unsigned char)separator);
    csv_set_realloc_func(&cells->parser, memory_again);
}

void cells_close(struct cells *cells)
{
    csv_free(&cells->parser);
    text_free(&cells->utf8);
    text_free(&cells->bytes);
    free(cells->starts);
    free(cells->cells);
}

static void grow(struct cells *cells)
{
    if (cells->count < cells->room)
        return;
    cells->room = cells->room ? cells->room * 2 : 32;
    cells->starts = memory_again(cells->starts, cells->room * sizeof *cells->starts);
    cells->cells = memory_again(cells->cells, cells->room * sizeof *cells->cells);
}

static void take_cell(void *cell, size_t length, void *context)
{
    struct cells *cells = context;
    grow(cells);
    cells->starts[cells->count++] = cell ? cells->bytes.length : NO_CELL;
    if (cell) {
        text_add(&cells->bytes, cell, length);
        text_char(&cells->bytes, '\0');
    }
}

static void cut_cell(struct cells *cells, char *from, char *to)
{
    while (from < to && (*from == ' ' || *from == '\t'))
        from++;
    while (from < to && (to[-1] == ' ' || to[-1] == '\t'))
        to--;
    *to = '\0';
    grow(cells);
    cells->cells[cells->count++] = from < to ? from : NULL;
}

/* A record without quotes is cut where it stands, just as libcsv cuts it; a test holds them equal.
 * Whatever has a quote or a line end is libcsv's. */
static bool cut(struct cells *cells)
{
    char *at = cells->utf8.bytes, *end = at + cells->utf8.length, *stop;
    if (strpbrk(at, "\"\r\n"))
        return false;
    for (; (stop = memchr(at, cells->separator, (size_t)(end - at))); at = stop + 1)
        cut_cell(cells, at, stop);
    cut_cell(cells, at, end);
    return true;
}

/* How many cells bytes have that cannot be decoded, or in which cell they end. */
static size_t count_cells(const char *raw, size_t length, char separator)
{
    size_t count = 1;
    bool quoted = false;
    for (size_t i = 0; i < length; i++) {
        quoted ^= raw[i] == '"';
        count += raw[i] == separator && !quoted;
    }
    return count;
}

static bool wrong_byte(struct cells *cells, char byte)
{
    if (byte == '\0')
        snprintf(cells->wrong, sizeof cells->wrong, "it holds a byte 0, which no text has");
    else if (cells->encoding)
        snprintf(cells->wrong, sizeof cells->wrong, "byte %02X is not of %.60s",
                 (unsigned char)byte, cells->encoding);
    else
        snprintf(
            cells->wrong, sizeof cells->wrong,
            "byte %02X is not UTF-8. Save the file as UTF-8, or give its `encoding` in an intake",
            (unsigned char)byte);
    return false;
}

/* Where the first byte stands that is not of the encoding; at the end when all are. */
static size_t convert(struct cells *cells, const char *raw, size_t length)
{
    size_t left = length;
    char *from = (char *)(uintptr_t)raw, room[4096];
    iconv(cells->in, NULL, NULL, NULL, NULL);
    while (left > 0) {
        char *to = room;
        size_t space = sizeof room;
        size_t done = iconv(cells->in, &from, &left, &to, &space);
        text_add(&cells->utf8, room, sizeof room - space);
        if (done == (size_t)-1 && errno != E2BIG)
            break;
    }
    return length - left;
}

static bool decode(struct cells *cells, const char *raw, size_t length)
{
    const char *zero = memchr(raw, '\0', length);
    size_t most = zero ? (size_t)(zero - raw) : length;
    text_clear(&cells->utf8);
    size_t good = cells->encoding ? convert(cells, raw, most) : text_utf8_end(raw, most);
    if (good < length) {
        cells->count = count_cells(raw, length, cells->separator);
        cells->wrong_cell = count_cells(raw, good, cells->separator) - 1;
        return wrong_byte(cells, raw[good]);
    }
    if (!cells->encoding)
        text_add(&cells->utf8, raw, length);
    return true;
}

/* That the parser stopped early is libcsv's only sign of a stray quote; the half cell it holds then
 * is thrown away by ending it without callbacks. */
static bool parse(struct cells *cells)
{
    struct csv_parser *parser = &cells->parser;
    const struct text *utf8 = &cells->utf8;
    if (csv_parse(parser, utf8->bytes, utf8->length, take_cell, NULL, cells) == utf8->length &&
        csv_fini(parser, take_cell, NULL, cells) == 0)
        return true;
    csv_fini(parser, NULL, NULL, NULL);
    snprintf(cells->wrong, sizeof cells->wrong,
             "a quote stands where none can be. Quote the whole cell and write two quotes for one "
             "inside it");
    return false;
}

bool cells_read(struct cells *cells, const char *raw, size_t length)
{
    cells->count = 0;
    text_clear(&cells->bytes);
    if (!decode(cells, raw, length))
        return false;
    if (cut(cells))
        return true;
    if (!parse(cells)) {
        cells->wrong_cell = cells->count;
        cells->count = 0;
        return false;
    }
    for (size_t i = 0; i < cells->count; i++)
        cells->cells[i] =
            cells->starts[i] == NO_CELL ? NULL : cells->bytes.bytes + cells->starts[i];
    return true;
}
