/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "run/help.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "csv/csv.h"

enum column { CALLED, HOW, WHEN, AREA, COLUMNS };
static const char *const names[COLUMNS] = {"called", "how", "when", "area"};

struct reading {
    const char *path;
    struct csv *csv;
    int place[COLUMNS]; /* in the header, or -1 */
    struct fault *fault;
};

/* --- the header ------------------------------------------------------------------------------- */

static bool unknown_column(const struct reading *reading, const char *name)
{
    const char *near = text_nearest(name, names, COLUMNS);
    return fault_set(reading->fault, FAULT_DATA,
                     "%s:%lld: column %s is none of called, how, when and area.%s%s%s Take it out "
                     "or name it as one of these",
                     reading->path, (long long)csv_header_line(reading->csv), name,
                     near ? " Did you mean " : "", near ? near : "", near ? "?" : "");
}

static bool read_header(struct reading *reading)
{
    for (int c = 0; c < COLUMNS; c++)
        reading->place[c] = -1;
    for (size_t i = 0; i < csv_columns(reading->csv); i++) {
        int c = 0;
        while (c < COLUMNS && strcmp(csv_column(reading->csv, i), names[c]) != 0)
            c++;
        if (c == COLUMNS)
            return unknown_column(reading, csv_column(reading->csv, i));
        reading->place[c] = (int)i;
    }
    for (int c = CALLED; c <= HOW; c++)
        if (reading->place[c] < 0)
            return fault_set(reading->fault, FAULT_DATA,
                             "%s:%lld: column %s is missing. The first line is "
                             "called,how and then, where you need them, when and area",
                             reading->path, (long long)csv_header_line(reading->csv), names[c]);
    return true;
}

/* --- a line ----------------------------------------------------------------------------------- */

static const char *cell(const struct reading *reading, const struct csv_row *row, enum column c,
                        struct arena *arena)
{
    const char *text = reading->place[c] < 0 ? NULL : row->cells[reading->place[c]];
    return text && *text ? arena_text(arena, text) : NULL;
}

static bool read_line(const struct reading *reading, const struct csv_row *row, struct arena *arena,
                      struct help *help)
{
    long long line = (long long)row->line;
    if (row->wrong)
        return fault_set(reading->fault, FAULT_DATA, "%s:%lld: %s", reading->path, line,
                         row->wrong);
    *help = (struct help){cell(reading, row, CALLED, arena), cell(reading, row, HOW, arena),
                          cell(reading, row, WHEN, arena), cell(reading, row, AREA, arena), line};
    if (help->called && help->how)
        return true;
    return fault_set(reading->fault, FAULT_DATA,
                     "%s:%lld: column %s is empty. Write %s, or take the line out", reading->path,
                     line, help->called ? "how" : "called",
                     help->called ? "how to reach this help" : "what this help is called");
}

/* --- the file --------------------------------------------------------------------------------- */

static bool read_lines(struct reading *reading, struct arena *arena, struct help **help,
                       size_t *count)
{
    struct csv_row row;
    size_t room = 0;
    bool more = true;
    while (csv_next(reading->csv, &row, &more, reading->fault)) {
        if (!more)
            return true;
        *help = arena_grow(arena, *help, *count, &room, sizeof **help);
        if (!read_line(reading, &row, arena, &(*help)[(*count)++]))
            return false;
    }
    return false;
}

/* A link to nothing, or a folder that may not be looked into, is no absence: it is said. */
static bool is_absent(const char *path)
{
    struct stat about;
    return lstat(path, &about) != 0 && errno == ENOENT;
}

bool help_read(const char *folder, struct arena *arena, struct help **help, size_t *count,
               struct fault *fault)
{
    *help = NULL;
    *count = 0;
    if (!folder)
        return true;
    struct reading reading = {.path = arena_format(arena, "%s/help.csv", folder), .fault = fault};
    if (is_absent(reading.path))
        return true;
    bool good = text_is_file(reading.path, fault) &&
                csv_open(reading.path, ',', NULL, &reading.csv, fault) && read_header(&reading) &&
                read_lines(&reading, arena, help, count);
    csv_close(reading.csv);
    return good;
}
