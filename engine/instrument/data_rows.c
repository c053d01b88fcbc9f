/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a table's file: a total or a state, its value, and for whom. */
#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "csv/csv.h"
#include "instrument/loader.h"
#include "instrument/plan.h"

enum part { TOTAL, STATE, VALUE, SE, AGE_FROM, AGE_TO, MODE, SEX, COLUMNS };
static const char *const names[COLUMNS] = {"total",    "state",  "value", "se",
                                           "age_from", "age_to", "mode",  "sex"};
enum { NOWHERE = -1 };

struct row {
    int64_t line;
    size_t table; /* which of those that the file makes */
    double total, value, se;
    const char *state;
};

struct reading {
    const struct loader *loader;
    const char *name;
    bool profile;
    const struct lookup *whom;
    struct csv *csv;
    int columns[COLUMNS];
    struct row *rows;
    size_t row_count, row_room;
    struct lookup *tables;
    size_t table_count, table_room;
};

static bool wrong(const struct reading *reading, int64_t line, enum part column,
                  const char *sentence)
{
    faults_add(reading->loader->faults, "%s:%" PRId64 ": column %s: %s", reading->name, line,
               names[column], sentence);
    return false;
}

/* --- the header ------------------------------------------------------------------------------- */

static bool known_columns(struct reading *reading)
{
    int64_t line = csv_header_line(reading->csv);
    for (size_t i = 0; i < csv_columns(reading->csv); i++) {
        const char *name = csv_column(reading->csv, i), *near = text_nearest(name, names, COLUMNS);
        int at = 0;
        while (at < COLUMNS && strcmp(names[at], name) != 0)
            at++;
        if (at < COLUMNS) {
            reading->columns[at] = (int)i;
            continue;
        }
        faults_add(reading->loader->faults, "%s:%" PRId64 ": column %s is not one of a table%s%s%s",
                   reading->name, line, name, near ? ". Did you mean `" : ": ",
                   near ? near : "total or state, value, se, age_from, age_to, mode, sex",
                   near ? "`?" : "");
        return false;
    }
    return true;
}

static bool read_header(struct reading *reading)
{
    enum part key = reading->profile ? STATE : TOTAL, other = reading->profile ? TOTAL : STATE;
    int64_t line = csv_header_line(reading->csv);
    for (int i = 0; i < COLUMNS; i++)
        reading->columns[i] = NOWHERE;
    if (!known_columns(reading))
        return false;
    if (reading->columns[other] != NOWHERE)
        return wrong(reading, line, other,
                     reading->profile
                         ? "the scale's total is a profile, so its rows have `state`"
                         : "states are of `total = \"profile\"`; here rows have `total`");
    if (reading->columns[key] == NOWHERE)
        return wrong(reading, line, key, "it is not there");
    return reading->columns[VALUE] != NOWHERE || wrong(reading, line, VALUE, "it is not there");
}

/* --- cells ------------------------------------------------------------------------------------ */

static const char *cell(const struct reading *reading, const struct csv_row *csv, enum part column)
{
    return reading->columns[column] == NOWHERE ? NULL : csv->cells[reading->columns[column]];
}

static bool read_number(const struct reading *reading, const struct csv_row *csv, enum part column,
                        double *number)
{
    const char *text = cell(reading, csv, column);
    if (text && text_decimal(text, number) && fabs(*number) <= SCORE_MOST)
        return true;
    return wrong(reading, csv->line, column,
                 arena_format(reading->loader->arena,
                              "%s is no number. Write plain numbers, with a point for decimals",
                              text ? arena_format(reading->loader->arena, "\"%s\"", text)
                                   : "an empty cell"));
}

static bool read_age(const struct reading *reading, const struct csv_row *csv, struct lookup *table)
{
    bool from = cell(reading, csv, AGE_FROM), to = cell(reading, csv, AGE_TO);
    if (!from && !to)
        return true;
    table->has_age = true;
    table->youngest = 0;
    table->oldest = INFINITY;
    if ((from && !read_number(reading, csv, AGE_FROM, &table->youngest)) ||
        (to && !read_number(reading, csv, AGE_TO, &table->oldest)))
        return false;
    return table->youngest <= table->oldest ||
           wrong(reading, csv->line, AGE_TO, "it is below age_from");
}

static bool read_whom(const struct reading *reading, const struct csv_row *csv,
                      struct lookup *table)
{
    const char *mode = cell(reading, csv, MODE), *sex = cell(reading, csv, SEX), *word;
    size_t length;
    *table = *reading->whom;
    if (mode)
        table->modes = 0;
    if (sex)
        table->sex = arena_text(reading->loader->arena, sex);
    while (mode && text_word(&mode, &word, &length)) {
        int at = word_place(modes, word, length);
        if (at < 0)
            return wrong(reading, csv->line, MODE,
                         arena_format(reading->loader->arena, "\"%.*s\" is no mode; modes are %s",
                                      (int)length, word, modes));
        table->modes |= 1u << at;
    }
    return read_age(reading, csv, table);
}

static bool same_people(const struct lookup *a, const struct lookup *b)
{
    return a->has_age == b->has_age && a->modes == b->modes && !a->sex == !b->sex &&
           (!a->sex || strcmp(a->sex, b->sex) == 0) &&
           (!a->has_age || (a->youngest == b->youngest && a->oldest == b->oldest));
}

static size_t table_of(struct reading *reading, const struct lookup *whom)
{
    size_t at = 0;
    while (at < reading->table_count && !same_people(&reading->tables[at], whom))
        at++;
    if (at < reading->table_count)
        return at;
    reading->tables = arena_grow(reading->loader->arena, reading->tables, at, &reading->table_room,
                                 sizeof *reading->tables);
    reading->tables[reading->table_count++] = *whom;
    return at;
}

static bool read_key(const struct reading *reading, const struct csv_row *csv, struct row *row)
{
    const char *state = cell(reading, csv, STATE);
    if (!reading->profile)
        return read_number(reading, csv, TOTAL, &row->total) &&
               (row->total == floor(row->total) ||
                wrong(reading, csv->line, TOTAL, "a total of a table is a whole number"));
    if (!state)
        return wrong(reading, csv->line, STATE, "it is empty");
    row->state = arena_text(reading->loader->arena, state);
    return true;
}

static bool read_row(struct reading *reading, const struct csv_row *csv)
{
    struct row row = {.line = csv->line};
    struct lookup whom;
    if (csv->wrong) {
        faults_add(reading->loader->faults, "%s:%" PRId64 ": %s", reading->name, csv->line,
                   csv->wrong);
        return false;
    }
    if (!read_whom(reading, csv, &whom) || !read_key(reading, csv, &row) ||
        !read_number(reading, csv, VALUE, &row.value) ||
        (reading->columns[SE] != NOWHERE && !read_number(reading, csv, SE, &row.se)))
        return false;
    if (row.se < 0)
        return wrong(reading, csv->line, SE, "a standard error is not below 0");
    row.table = table_of(reading, &whom);
    reading->rows = arena_grow(reading->loader->arena, reading->rows, reading->row_count,
                               &reading->row_room, sizeof *reading->rows);
    reading->rows[reading->row_count++] = row;
    return true;
}

static bool read_rows(struct reading *reading)
{
    struct csv_row csv;
    struct fault fault;
    bool more = true, good = true;
    while (good && more) {
        good = csv_next(reading->csv, &csv, &more, &fault);
        if (!good)
            faults_add(reading->loader->faults, "%s", fault.text);
        else if (more)
            good = read_row(reading, &csv);
    }
    return good;
}

/* --- tables ----------------------------------------------------------------------------------- */

static int by_key(const void *x, const void *y)
{
    const struct row *a = x, *b = y;
    if (a->table != b->table)
        return a->table < b->table ? -1 : 1;
    if (a->state)
        return strcmp(a->state, b->state);
    return (a->total > b->total) - (a->total < b->total);
}

/* Each once, and whole totals without a gap. */
static bool keys_follow(const struct reading *reading)
{
    for (size_t i = 1; i < reading->row_count; i++) {
        const struct row *row = &reading->rows[i], *before = row - 1;
        struct arena *arena = reading->loader->arena;
        if (row->table != before->table)
            continue;
        if (by_key(before, row) == 0)
            return wrong(reading, row->line, reading->profile ? STATE : TOTAL,
                         "it stands twice for the same people");
        if (!reading->profile && row->total != before->total + 1)
            return wrong(reading, row->line, TOTAL,
                         arena_format(arena, "there is no row for %s",
                                      number_text(arena, before->total + 1)));
    }
    return true;
}

static void fill(const struct reading *reading, size_t first, size_t count, struct lookup *table)
{
    struct arena *arena = reading->loader->arena;
    const struct row *rows = &reading->rows[first];
    table->count = count;
    table->values = arena_array(arena, count, sizeof *table->values);
    table->se = reading->columns[SE] == NOWHERE ? NULL : arena_array(arena, count, sizeof(double));
    table->states = reading->profile ? arena_array(arena, count, sizeof *table->states) : NULL;
    table->from = rows->total;
    table->run = reading->profile ? 0 : (double)count;
    for (size_t i = 0; i < count; i++) {
        table->values[i] = rows[i].value;
        if (table->se)
            table->se[i] = rows[i].se;
        if (table->states)
            table->states[i] = rows[i].state;
    }
}

static void put_tables(const struct reading *reading, struct lookup **lookups, size_t *count)
{
    struct lookup *all =
        arena_array(reading->loader->arena, *count + reading->table_count, sizeof *all);
    if (*count)
        memcpy(all, *lookups, *count * sizeof *all);
    for (size_t t = 0, first = 0; t < reading->table_count; t++) {
        size_t end = first;
        while (end < reading->row_count && reading->rows[end].table == t)
            end++;
        all[*count + t] = reading->tables[t];
        fill(reading, first, end - first, &all[*count + t]);
        first = end;
    }
    *lookups = all;
    *count += reading->table_count;
}

bool data_rows_load(const struct loader *loader, const struct data_file *file, bool profile,
                    const struct lookup *whom, struct lookup **lookups, size_t *count)
{
    struct reading reading = {
        .loader = loader, .name = file->name, .profile = profile, .whom = whom};
    struct fault fault;
    if (!csv_open_bytes(file->name, file->bytes, file->length, ',', NULL, &reading.csv, &fault)) {
        faults_add(loader->faults, "%s", fault.text);
        return false;
    }
    bool good = read_header(&reading) && read_rows(&reading);
    csv_close(reading.csv);
    if (good && !reading.row_count)
        faults_add(loader->faults, "%s has no rows", file->name);
    if (!good || !reading.row_count)
        return false;
    qsort(reading.rows, reading.row_count, sizeof *reading.rows, by_key);
    if (!keys_follow(&reading))
        return false;
    put_tables(&reading, lookups, count);
    return true;
}
