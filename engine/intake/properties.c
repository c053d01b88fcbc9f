/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must hold for every intake, tried on its own examples: columns in another order, other line
 * ends and a byte order mark give the same records; an unknown code sets its row aside, never the
 * file. */
#include <string.h>

#include "intake/gives.h"

/* An example's file, taken apart so that it can be written otherwise. */
struct sheet {
    const char *name;
    const char ***rows; /* the header first */
    size_t count, room, columns;
    bool readable; /* no row is wrong */
};

struct manner {
    bool reversed, crlf, mark;
    size_t row, column; /* this cell is an unknown code; row 0: none */
};

static const char **copy_cells(const char *const *cells, size_t count, struct arena *arena)
{
    const char **copy = arena_array(arena, count, sizeof *copy);
    for (size_t i = 0; i < count; i++)
        copy[i] = cells[i] ? arena_text(arena, cells[i]) : "";
    return copy;
}

static void add_row(struct sheet *sheet, const char **cells, struct arena *arena)
{
    sheet->rows = arena_grow(arena, sheet->rows, sheet->count, &sheet->room, sizeof *sheet->rows);
    sheet->rows[sheet->count++] = cells;
}

static bool read_sheet(const struct intake *intake, const char *name, const char *file,
                       struct arena *arena, struct sheet *sheet, struct fault *fault)
{
    struct csv *csv;
    struct csv_row row;
    bool more = true, done = true;
    *sheet = (struct sheet){.name = name, .readable = true};
    if (!csv_open_bytes(name, file, strlen(file), intake->separator, NULL, &csv, fault))
        return false;
    const char **header = arena_array(arena, csv_columns(csv), sizeof *header);
    for (; sheet->columns < csv_columns(csv); sheet->columns++)
        header[sheet->columns] = arena_text(arena, csv_column(csv, sheet->columns));
    add_row(sheet, header, arena);
    while ((done = csv_next(csv, &row, &more, fault)) && more) {
        sheet->readable = sheet->readable && !row.wrong;
        if (!row.wrong)
            add_row(sheet, copy_cells(row.cells, row.count, arena), arena);
    }
    csv_close(csv);
    return done;
}

static void put_cell(const char *cell, struct text *out)
{
    text_char(out, '"');
    for (; *cell; cell++) {
        if (*cell == '"')
            text_char(out, '"');
        text_char(out, *cell);
    }
    text_char(out, '"');
}

static void write_sheet(const struct intake *intake, const struct sheet *sheet,
                        const struct manner *manner, struct text *out)
{
    text_clear(out);
    text_put(out, manner->mark ? "\xEF\xBB\xBF" : "");
    for (size_t i = 0; i < sheet->count; i++) {
        for (size_t j = 0; j < sheet->columns; j++) {
            size_t column = manner->reversed ? sheet->columns - 1 - j : j;
            bool strange = i > 0 && i == manner->row && column == manner->column;
            if (j > 0)
                text_char(out, intake->separator);
            put_cell(strange ? "no such code" : sheet->rows[i][column], out);
        }
        text_put(out, manner->crlf ? "\r\n" : "\n");
    }
}

/* --- the properties -------------------------------------------------------------------------- */

struct trial {
    const struct intake *intake;
    const struct sheet *sheet;
    const char *place;
    struct arena *arena;
    struct text *room;
    struct faults *faults;
};

static bool run(const struct trial *trial, const struct manner *manner, struct said *said)
{
    struct fault fault;
    write_sheet(trial->intake, trial->sheet, manner, trial->room);
    if (examples_run(trial->intake, trial->sheet->name, trial->room->bytes, trial->room->length,
                     NULL, trial->arena, said, &fault))
        return true;
    plugin_say(trial->intake->plugin, trial->faults, trial->place, "\"%s\", written otherwise: %s",
               trial->sheet->name, fault.text);
    return false;
}

static bool same(const struct said *a, const struct said *b)
{
    for (size_t i = 0; i < a->count && i < b->count; i++)
        if (strcmp(a->lines[i], b->lines[i]) != 0)
            return false;
    return a->count == b->count;
}

static bool holds_written_otherwise(const struct trial *trial)
{
    static const struct {
        const char *said;
        struct manner manner;
    } otherwise[] = {{"the columns in another order", {.reversed = true}},
                     {"line ends of two bytes", {.crlf = true}},
                     {"a byte order mark", {.mark = true}}};
    static const struct manner as_it_is = {0};
    struct said plain, other;
    if (!run(trial, &as_it_is, &plain))
        return false;
    for (size_t i = 0; i < sizeof otherwise / sizeof *otherwise; i++) {
        if (!run(trial, &otherwise[i].manner, &other))
            return false;
        if (same(&plain, &other))
            continue;
        plugin_say(trial->intake->plugin, trial->faults, trial->place,
                   "\"%s\" gives other records with %s", trial->sheet->name, otherwise[i].said);
        return false;
    }
    return true;
}

static bool row_is_out(const struct said *said, size_t row)
{
    for (size_t i = 0; i < said->count; i++)
        if (said->rows[i] == row && strcmp(said->lines[i], "set aside") != 0 &&
            strcmp(said->lines[i], "left out") != 0)
            return false;
    return true;
}

static size_t column_at(const struct sheet *sheet, const char *name)
{
    size_t at = 0;
    while (strcmp(sheet->rows[0][at], name) != 0)
        at++;
    return at;
}

/* An unknown code in every column that is read by words without `other`, row by row. */
static bool holds_with_unknown_codes(const struct trial *trial, const struct gives *gives)
{
    struct said said;
    for (size_t i = 0; i < gives->rule_count; i++) {
        const struct rule *rule = &gives->rules[i];
        if (!rule->words || rule->other != OTHER_ASIDE || rule->count != 1 ||
            gives->where_count > 0)
            continue;
        struct manner manner = {
            .column = column_at(trial->sheet, trial->intake->columns[rule->columns[0]])};
        for (manner.row = 1; manner.row < trial->sheet->count; manner.row++) {
            if (!run(trial, &manner, &said))
                return false;
            if (row_is_out(&said, manner.row - 1))
                continue;
            plugin_say(trial->intake->plugin, trial->faults, rule->place,
                       "an unknown code in row %zu of \"%s\" does not set the row aside",
                       manner.row, trial->sheet->name);
            return false;
        }
    }
    return true;
}

static void try_example(const struct trial *trial, size_t *properties)
{
    if (holds_written_otherwise(trial))
        ++*properties;
    bool all = true;
    for (size_t i = 0; i < trial->intake->count && all; i++)
        all = holds_with_unknown_codes(trial, &trial->intake->gives[i]);
    if (all)
        ++*properties;
}

bool intake_check_properties(const struct intake *intake, size_t *properties, struct faults *faults)
{
    struct value examples = value_get(intake->plugin->table, "examples");
    struct arena *arena = arena_new();
    struct text room = {0};
    size_t before = faults->count;
    *properties = 0;
    for (size_t i = 0; i < value_count(examples); i++) {
        struct value example = value_item(examples, i);
        struct sheet sheet;
        struct fault fault;
        arena_reset(arena);
        struct trial trial = {intake, &sheet, arena_format(arena, "examples[%zu]", i + 1),
                              arena,  &room,  faults};
        if (!read_sheet(intake, value_as_text(value_item(example, 0)),
                        value_as_text(value_item(example, 1)), arena, &sheet, &fault))
            plugin_say(intake->plugin, faults, trial.place, "%s", fault.text);
        else if (sheet.readable) /* a row that cannot be read cannot be written otherwise either */
            try_example(&trial, properties);
    }
    text_free(&room);
    arena_free(arena);
    return faults->count == before;
}
