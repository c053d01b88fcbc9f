/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A CSV file with a column for each item of the instrument in hand, row by row. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/hand.h"
#include "csv/csv.h"

enum { SAID_MOST = 20, STDIN_MOST = 64 << 20 };
static const size_t NOWHERE = SIZE_MAX;

/* Columns beside the items: those that say how the row was answered, and those of a file of answers
 * that make no difference here. */
enum { COLUMN_MODE, COLUMN_BY, COLUMN_FORM, COLUMN_SEAT, COLUMN_INSTRUMENT, COLUMNS_READ };
static const char *const read_columns[COLUMNS_READ] = {"mode", "by", "form", "seat", "instrument"};
static const char passed_over[] = "person area group sheet date time id version edition";

struct table {
    struct hand *hand;
    const char *path; /* as it is said */
    struct csv *csv;
    size_t *items; /* where each item's column is */
    size_t columns[COLUMNS_READ];
    size_t left_out;
};

/* --- the header ------------------------------------------------------------------------------ */

static size_t column_of(const struct table *table, const char *name)
{
    for (size_t i = 0; i < csv_columns(table->csv); i++)
        if (strcmp(csv_column(table->csv, i), name) == 0)
            return i;
    return NOWHERE;
}

static const char *nearest(const struct table *table, const char *name)
{
    const struct instrument *instrument = table->hand->instrument;
    const char **names = arena_array(table->hand->try->desk.arena,
                                     instrument->item_count + COLUMNS_READ, sizeof *names);
    for (size_t i = 0; i < instrument->item_count; i++)
        names[i] = instrument->items[i].id;
    memcpy(names + instrument->item_count, read_columns, sizeof read_columns);
    return text_nearest(name, names, instrument->item_count + COLUMNS_READ);
}

static bool is_known(const struct table *table, const char *name)
{
    for (size_t i = 0; i < table->hand->instrument->item_count; i++)
        if (strcmp(table->hand->instrument->items[i].id, name) == 0)
            return true;
    for (size_t i = 0; i < COLUMNS_READ; i++)
        if (strcmp(read_columns[i], name) == 0)
            return true;
    return text_has_word(passed_over, name);
}

static bool all_known(const struct table *table, struct fault *fault)
{
    int64_t line = csv_header_line(table->csv);
    for (size_t i = 0; i < csv_columns(table->csv); i++) {
        const char *name = csv_column(table->csv, i), *near;
        if (is_known(table, name))
            continue;
        near = nearest(table, name);
        if (near)
            return fault_set(fault, FAULT_DATA,
                             "%s:%" PRId64 ": column %s is not an item of %s. Did you mean `%s`?",
                             table->path, line, name, table->hand->instrument->id, near);
        return fault_set(fault, FAULT_DATA,
                         "%s:%" PRId64 ": column %s is not an item of %s. Beside its items there "
                         "may be mode, by, form and seat, and person, date, id and what else a "
                         "file of answers has, which is passed over; take anything else out",
                         table->path, line, name, table->hand->instrument->id);
    }
    return true;
}

static bool read_header(struct table *table, struct fault *fault)
{
    const struct instrument *instrument = table->hand->instrument;
    if (!all_known(table, fault))
        return false;
    for (size_t i = 0; i < COLUMNS_READ; i++)
        table->columns[i] = column_of(table, read_columns[i]);
    if (table->columns[COLUMN_SEAT] == NOWHERE && !hand_seat(table->hand, fault))
        return false;
    for (size_t i = 0; i < instrument->item_count; i++) {
        table->items[i] = column_of(table, instrument->items[i].id);
        if (table->items[i] == NOWHERE)
            return fault_set(
                fault, FAULT_DATA,
                "%s:%" PRId64 ": there is no column %s. A file to try %s on has one column for "
                "each item",
                table->path, csv_header_line(table->csv), instrument->items[i].id, instrument->id);
    }
    return true;
}

/* --- rows ------------------------------------------------------------------------------------ */

static void leave_out(struct table *table, int64_t line, const char *column, const char *why)
{
    struct desk *desk = &table->hand->try->desk;
    if (table->left_out++ < SAID_MOST)
        cli_warn(desk, arena_format(desk->arena, "%s:%" PRId64 ": %s%s%s%s. Row left out",
                                    table->path, line, column ? "column " : "",
                                    column ? column : "", column ? ": " : "", why));
}

static const char *cell(const struct table *table, const struct csv_row *row, int column)
{
    return table->columns[column] == NOWHERE ? NULL : row->cells[table->columns[column]];
}

/* A column whose cell is one of some words; an empty one leaves what the options said. */
static bool read_word(struct table *table, const struct csv_row *row, int column, const char *words,
                      int *number)
{
    const char *word = cell(table, row, column);
    if (!word)
        return true;
    int at = try_word(words, word);
    if (at >= 0) {
        *number = at;
        return true;
    }
    leave_out(table, row->line, read_columns[column],
              arena_format(table->hand->arena, "\"%s\" is not one of %s", word, words));
    return false;
}

static bool read_head(struct table *table, const struct csv_row *row)
{
    struct hand *hand = table->hand;
    const char *instrument = cell(table, row, COLUMN_INSTRUMENT);
    const char *form = cell(table, row, COLUMN_FORM), *seat = cell(table, row, COLUMN_SEAT);
    hand->given = hand->try->given;
    hand->form = form ? form : hand->try->form;
    hand->given.seat = seat ? seat : hand->try->given.seat;
    if (instrument && strcmp(instrument, hand->instrument->id) != 0) {
        leave_out(table, row->line, "instrument",
                  arena_format(hand->arena, "\"%s\" is another instrument", instrument));
        return false;
    }
    return read_word(table, row, COLUMN_MODE, modes, &hand->given.mode) &&
           read_word(table, row, COLUMN_BY, raters, &hand->given.by);
}

static bool read_row(struct table *table, const struct csv_row *row)
{
    struct hand *hand = table->hand;
    struct fault why;
    if (!read_head(table, row))
        return false;
    for (size_t i = 0; i < hand->instrument->item_count; i++) {
        const char *text = row->cells[table->items[i]];
        if (instrument_read_item_form(hand->instrument, hand->form, i, text ? text : "-",
                                      hand->arena, &hand->answers[i], &why))
            continue;
        leave_out(table, row->line, hand->instrument->items[i].id, why.text);
        return false;
    }
    bool taken = instrument_take_seat(hand->instrument, hand->given.seat, hand->answers, &why);
    if (!taken)
        leave_out(table, row->line, NULL, why.text);
    return taken;
}

static bool take_row(struct table *table, const struct csv_row *row, int64_t number,
                     struct fault *fault)
{
    if (row->wrong) {
        leave_out(table, row->line, NULL, row->wrong);
        return true;
    }
    if (!read_row(table, row))
        return true;
    if (!hand_score(table->hand, fault))
        return false;
    hand_put(table->hand, arena_format(table->hand->arena, "%" PRId64, number));
    return true;
}

static bool take_rows(struct table *table, struct fault *fault)
{
    struct csv_row row;
    bool more = true, good = true;
    for (int64_t number = 1; good && csv_next(table->csv, &row, &more, fault); number++) {
        if (!more)
            break;
        good = take_row(table, &row, number, fault);
        arena_reset(table->hand->arena);
    }
    if (table->left_out > SAID_MOST)
        cli_warn(&table->hand->try->desk,
                 arena_format(table->hand->try->desk.arena, "%s: and %zu more rows left out",
                              table->path, table->left_out - SAID_MOST));
    return good && !more;
}

/* --- where the bytes come from --------------------------------------------------------------- */

/* What stands on standard input, whole. */
static bool read_input(struct text *bytes, struct fault *fault)
{
    char part[16 << 10];
    size_t length;
    while ((length = fread(part, 1, sizeof part, stdin)) > 0 && bytes->length < STDIN_MOST)
        text_add(bytes, part, length);
    if (ferror(stdin))
        return fault_set(fault, FAULT_IO, "standard input cannot be read");
    return bytes->length < STDIN_MOST ||
           fault_set(fault, FAULT_DATA,
                     "standard input is larger than 64 MiB. Give its name, not -");
}

bool hand_csv(struct hand *hand, const char *path, struct fault *fault)
{
    bool input = strcmp(path, "-") == 0;
    struct text bytes = {0};
    struct table table = {.hand = hand, .path = input ? "standard input" : path};
    table.items =
        arena_array(hand->try->desk.arena, hand->instrument->item_count, sizeof *table.items);
    bool done = input ? read_input(&bytes, fault) &&
                            csv_open_bytes(table.path, bytes.length ? bytes.bytes : "",
                                           bytes.length, 0, NULL, &table.csv, fault)
                      : csv_open(path, 0, NULL, &table.csv, fault);
    done = done && read_header(&table, fault) && take_rows(&table, fault);
    csv_close(table.csv);
    text_free(&bytes);
    return done;
}
