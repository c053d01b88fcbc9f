/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "csv/csv.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "csv/cells.h"
#include "csv/split.h"

struct csv {
    struct split split;
    struct cells cells;
    char *name, *encoding; /* encoding NULL: UTF-8 */
    iconv_t out;           /* from UTF-8; only with an encoding */
    char **columns;        /* NULL while the header is read */
    size_t column_count;
    int64_t header_line;
    char *header_raw;
    size_t header_last;
};

static char *copy(const char *bytes, size_t length)
{
    char *to = memory(length + 1);
    memcpy(to, bytes, length);
    to[length] = '\0';
    return to;
}

static bool say_column(struct csv *csv)
{
    struct cells *cells = &csv->cells;
    char said[sizeof cells->wrong];
    memcpy(said, cells->wrong, sizeof said);
    if (csv->columns && cells->wrong_cell < csv->column_count)
        snprintf(cells->wrong, sizeof cells->wrong, "column %.40s: %.200s",
                 csv->columns[cells->wrong_cell], said);
    return false;
}

static bool say_count(struct csv *csv)
{
    struct cells *cells = &csv->cells;
    snprintf(cells->wrong, sizeof cells->wrong, "it has %zu cell%s, the header has %zu. %s",
             cells->count, cells->count == 1 ? "" : "s", csv->column_count,
             cells->count < csv->column_count ? "Put in what is missing"
                                              : "Quote a cell that has a separator in it");
    return false;
}

static bool read_cells(struct csv *csv)
{
    struct cells *cells = &csv->cells;
    if (csv->split.too_long) {
        cells->count = 0;
        snprintf(cells->wrong, sizeof cells->wrong,
                 "the record that begins on line %lld is longer than 1 MiB. A quote may be missing",
                 (long long)csv->split.begins);
        return false;
    }
    if (!cells_read(cells, csv->split.raw.bytes, csv->split.raw.length))
        return say_column(csv);
    return !csv->columns || cells->count == csv->column_count || say_count(csv);
}

bool csv_next(struct csv *csv, struct csv_row *row, bool *more, struct fault *fault)
{
    const struct split *split = &csv->split;
    memset(row, 0, sizeof *row);
    if (!split_next(&csv->split, more, fault))
        return false;
    if (!*more)
        return true;
    row->wrong = read_cells(csv) ? NULL : csv->cells.wrong;
    row->line = split->begins;
    row->count = csv->cells.count;
    row->cells = csv->cells.cells;
    row->raw = split->raw.bytes;
    row->raw_length = split->too_long ? 0 : split->raw.length;
    row->raw_last = split->too_long ? 0 : split->last;
    return true;
}

/* --- the header ------------------------------------------------------------------------------ */

static bool check_name(const struct csv *csv, const char *const *cells, size_t at, size_t count,
                       struct fault *fault)
{
    if (!cells[at] || !*cells[at])
        return fault_set(fault, FAULT_DATA,
                         "%s:%lld: column %zu of the header has no name. Name it, or take it out",
                         csv->name, (long long)csv->split.begins, at + 1);
    uint32_t unseen = text_unseen(cells[at]);
    if (unseen)
        return fault_set(fault, FAULT_DATA,
                         "%s:%lld: the name of column %zu holds the character U+%04X, which cannot "
                         "be seen. Take it out",
                         csv->name, (long long)csv->split.begins, at + 1, (unsigned)unseen);
    bool added = at + 1 == count && strcmp(cells[at], "reason") == 0;
    for (size_t i = 0; i < at && !added; i++)
        if (strcmp(cells[i], cells[at]) == 0)
            return fault_set(
                fault, FAULT_DATA,
                "%s:%lld: columns %zu and %zu of the header have the same name. Give one of them "
                "another name, or take it out",
                csv->name, (long long)csv->split.begins, i + 1, at + 1);
    return true;
}

static bool read_header(struct csv *csv, struct fault *fault)
{
    struct csv_row row;
    bool more;
    if (!split_skip_mark(&csv->split, fault) || !csv_next(csv, &row, &more, fault))
        return false;
    if (!more)
        return fault_set(fault, FAULT_DATA, "%s is empty. Its first line must name the columns",
                         csv->name);
    if (row.wrong)
        return fault_set(fault, FAULT_DATA, "%s:%lld: the header cannot be read: %s", csv->name,
                         (long long)row.line, row.wrong);
    if (row.count > CSV_COLUMNS_MOST)
        return fault_set(fault, FAULT_DATA,
                         "%s:%lld: the header has %zu columns; at most %d are read", csv->name,
                         (long long)row.line, row.count, CSV_COLUMNS_MOST);
    for (size_t i = 0; i < row.count; i++)
        if (!check_name(csv, row.cells, i, row.count, fault))
            return false;
    csv->columns = memory(row.count * sizeof *csv->columns);
    for (; csv->column_count < row.count; csv->column_count++) {
        const char *name = row.cells[csv->column_count];
        csv->columns[csv->column_count] = copy(name, strlen(name));
    }
    csv->header_line = row.line;
    csv->header_raw = copy(row.raw, row.raw_length);
    csv->header_last = row.raw_last;
    return true;
}

/* --- opening --------------------------------------------------------------------------------- */

/* Records are cut before they are converted, so quotes, separators and line ends must be the bytes
 * that ASCII has for them. */
static bool reads_like_ascii(iconv_t in, char separator)
{
    char marks[] = {'"', separator, '\r', '\n', 'a'}, room[sizeof marks * 4];
    char *from = marks, *to = room;
    size_t left = sizeof marks, space = sizeof room;
    return iconv(in, &from, &left, &to, &space) != (size_t)-1 &&
           sizeof room - space == sizeof marks && memcmp(room, marks, sizeof marks) == 0;
}

static bool is_utf8(const char *encoding)
{
    return strcasecmp(encoding, "utf-8") == 0 || strcasecmp(encoding, "utf8") == 0;
}

static bool set_encoding(struct csv *csv, const char *encoding, struct fault *fault)
{
    csv->cells.in = csv->out = (iconv_t)-1;
    if (!encoding || is_utf8(encoding))
        return true;
    csv->encoding = copy(encoding, strlen(encoding));
    csv->cells.encoding = csv->encoding;
    csv->cells.in = iconv_open("UTF-8", encoding);
    csv->out = iconv_open(encoding, "UTF-8");
    if (csv->cells.in == (iconv_t)-1 || csv->out == (iconv_t)-1)
        return fault_set(fault, FAULT_USAGE,
                         "%s: %.60s is no encoding known here. `iconv -l` lists them", csv->name,
                         encoding);
    if (!reads_like_ascii(csv->cells.in, csv->split.separator))
        return fault_set(
            fault, FAULT_USAGE,
            "%s: %.60s writes commas and line ends in other bytes. Save the file as UTF-8",
            csv->name, encoding);
    return true;
}

static bool open_stream(FILE *file, const char *name, char separator, const char *encoding,
                        struct csv **out, struct fault *fault)
{
    struct csv *csv = memory(sizeof *csv);
    memset(csv, 0, sizeof *csv);
    csv->name = copy(name, strlen(name));
    separator = separator ? separator : ',';
    split_open(&csv->split, file, csv->name, separator);
    cells_open(&csv->cells, separator);
    if (set_encoding(csv, encoding, fault) && read_header(csv, fault)) {
        *out = csv;
        return true;
    }
    csv_close(csv);
    return false;
}

bool csv_open(const char *path, char separator, const char *encoding, struct csv **csv,
              struct fault *fault)
{
    struct stat about;
    FILE *file = fopen(path, "rb");
    if (!file)
        return fault_set(fault, errno == ENOENT ? FAULT_NO_FILE : FAULT_IO, "%s: %s", path,
                         errno == ENOENT ? "there is no such file" : strerror(errno));
    if (fstat(fileno(file), &about) != 0 || !S_ISREG(about.st_mode)) {
        fclose(file);
        return fault_set(fault, FAULT_NO_FILE, "%s is not a file. Name a CSV file", path);
    }
    return open_stream(file, path, separator, encoding, csv, fault);
}

bool csv_open_bytes(const char *name, const char *bytes, size_t length, char separator,
                    const char *encoding, struct csv **csv, struct fault *fault)
{
    /* fmemopen takes no empty buffer; a lone line end is just as empty a file. */
    FILE *file = length > 0 ? fmemopen((void *)(uintptr_t)bytes, length, "rb")
                            : fmemopen((void *)(uintptr_t) "\n", 1, "rb");
    if (!file)
        return fault_set(fault, FAULT_OURS, "%s: %s. This is our fault", name, strerror(errno));
    return open_stream(file, name, separator, encoding, csv, fault);
}

void csv_close(struct csv *csv)
{
    if (!csv)
        return;
    split_close(&csv->split);
    cells_close(&csv->cells);
    if (csv->cells.in != (iconv_t)-1)
        iconv_close(csv->cells.in);
    if (csv->out != (iconv_t)-1)
        iconv_close(csv->out);
    for (size_t i = 0; i < csv->column_count; i++)
        free(csv->columns[i]);
    free(csv->columns);
    free(csv->header_raw);
    free(csv->encoding);
    free(csv->name);
    free(csv);
}

size_t csv_columns(const struct csv *csv)
{
    return csv->column_count;
}

const char *csv_column(const struct csv *csv, size_t index)
{
    return csv->columns[index];
}

int64_t csv_header_line(const struct csv *csv)
{
    return csv->header_line;
}

const char *csv_header_raw(const struct csv *csv)
{
    return csv->header_raw;
}

size_t csv_header_last(const struct csv *csv)
{
    return csv->header_last;
}

/* --- writing --------------------------------------------------------------------------------- */

/* One character (from a lead byte to the next) in the file's encoding, or `?`. */
static void put_character(struct csv *csv, char *bytes, size_t length, struct text *out)
{
    char room[16], *to = room;
    size_t left = length, space = sizeof room;
    iconv(csv->out, NULL, NULL, NULL, NULL);
    if (iconv(csv->out, &bytes, &left, &to, &space) == (size_t)-1)
        text_char(out, '?');
    else
        text_add(out, room, sizeof room - space);
}

void csv_put_cell(struct csv *csv, const char *cell, struct text *out)
{
    text_char(out, '"');
    for (const char *at = cell; *at;) {
        size_t length = 1;
        while (((unsigned char)at[length] & 0xC0) == 0x80)
            length++;
        if (*at == '"')
            text_char(out, '"');
        char character[8];
        length = length < sizeof character ? length : sizeof character - 1;
        memcpy(character, at, length);
        if (csv->encoding)
            put_character(csv, character, length, out);
        else
            text_add(out, character, length);
        at += length;
    }
    text_char(out, '"');
}
