/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of the plain kinds of file: the header names our own fields, or items. */
#include <string.h>

#include "intake/rows.h"

struct plain {
    enum plain_kind kind;
    enum entry_kind entry;
    const struct csv *csv;
    size_t count;                    /* columns read, the `reason` of a set-aside file left off */
    int *fields;                     /* by column; NO_FIELD: an item */
    const struct instrument *all_of; /* `--as instruments/ID`, or NULL */
    struct instruments instruments;
    struct plain_items { /* by instrument: which of its items each column is */
        int *of_column;  /* NULL: not asked for yet */
    } * items;
    struct head_before *before; /* of a long file */
    struct arena *arena;
};

static const char *cell_text(const struct csv_row *row, size_t column)
{
    const char *cell = row->cells[column];
    return cell && *cell ? cell : NULL;
}

static void set(struct entry_cell *cell, const struct csv *csv, const struct csv_row *row,
                size_t column)
{
    cell->text = cell_text(row, column);
    cell->column = csv_column(csv, column);
}

static struct entry *add_entry(struct mapped *mapped, struct entry *entry, struct arena *arena)
{
    mapped->entries = arena_array(arena, 1, sizeof *mapped->entries);
    mapped->entries[0] = entry;
    mapped->count = 1;
    return entry;
}

static void set_fields(const struct plain *plain, const struct csv_row *row, struct entry *entry)
{
    for (size_t i = 0; i < plain->count; i++)
        if (plain->fields[i] != NO_FIELD)
            set(&entry->cells[plain->fields[i]], plain->csv, row, i);
}

static void map_fields(const void *self, const struct csv_row *row, struct arena *arena,
                       struct mapped *mapped)
{
    const struct plain *plain = self;
    set_fields(plain, row,
               add_entry(mapped, entry_new(plain->entry, NULL, row->line, arena), arena));
}

/* --- answers --------------------------------------------------------------------------------- */

static const char *field_text(const struct plain *plain, const struct csv_row *row, int field)
{
    for (size_t i = 0; i < plain->count; i++)
        if (plain->fields[i] == field)
            return cell_text(row, i);
    return NULL;
}

static const struct instrument *instrument_of(const struct plain *plain, const struct csv_row *row,
                                              struct arena *arena, struct mapped *mapped)
{
    const char *id = field_text(plain, row, ANSWERS_INSTRUMENT);
    if (!id && plain->all_of)
        return plain->all_of;
    if (!id) {
        mapped->why.what = "no `instrument`: column instrument is empty";
        return NULL;
    }
    if (plain->all_of && strcmp(plain->all_of->id, id) != 0) {
        mapped->why.what =
            arena_format(arena, "column instrument: %s is not %s, which --as asks for",
                         entry_word(id, arena), plain->all_of->id);
        return NULL;
    }
    const struct instrument *instrument = instruments_find(plain->instruments, id);
    if (!instrument)
        mapped->why.what = arena_format(arena, "column instrument: %s",
                                        instruments_none(plain->instruments, id, arena));
    return instrument;
}

static const char *no_item(const struct instrument *instrument, const char *id, struct arena *arena)
{
    const char **ids = arena_array(arena, instrument->item_count, sizeof *ids);
    for (size_t i = 0; i < instrument->item_count; i++)
        ids[i] = instrument->items[i].id;
    const char *near = text_nearest(id, ids, instrument->item_count);
    return arena_format(arena, "%s has no item %s%s%s%s", instrument->id, entry_word(id, arena),
                        near ? ". Did you mean " : "", near ? near : "", near ? "?" : "");
}

static void map_long(const void *self, const struct csv_row *row, struct arena *arena,
                     struct mapped *mapped)
{
    const struct plain *plain = self;
    const struct instrument *instrument = instrument_of(plain, row, arena, mapped);
    if (!instrument)
        return;
    struct entry *entry = entry_new(ENTRY_ANSWERS, instrument, row->line, arena);
    set_fields(plain, row, entry);
    const char *item = entry->cells[ANSWERS_ITEM].text;
    if (!item) {
        mapped->why.what = "no `item`: column item is empty";
        return;
    }
    entry->item = instruments_item(instrument, item);
    if (entry->item == NO_FIELD) {
        mapped->why.what = arena_format(arena, "column item: %s", no_item(instrument, item, arena));
        return;
    }
    entry->items[entry->item] = entry->cells[ANSWERS_ANSWER];
    entry->before = plain->before;
    add_entry(mapped, entry, arena);
}

/* Which item of this instrument each column is; worked out once an instrument. */
static const int *item_columns(const struct plain *plain, const struct instrument *instrument)
{
    size_t at = 0;
    while (plain->instruments.list[at] != instrument)
        at++;
    int **columns = &plain->items[at].of_column;
    if (!*columns) {
        *columns = arena_array(plain->arena, plain->count, sizeof **columns);
        for (size_t i = 0; i < plain->count; i++)
            (*columns)[i] = plain->fields[i] == NO_FIELD
                                ? instruments_item(instrument, csv_column(plain->csv, i))
                                : NO_FIELD;
    }
    return *columns;
}

static void map_wide(const void *self, const struct csv_row *row, struct arena *arena,
                     struct mapped *mapped)
{
    const struct plain *plain = self;
    const struct instrument *instrument = instrument_of(plain, row, arena, mapped);
    if (!instrument)
        return;
    struct entry *entry = entry_new(ENTRY_ANSWERS, instrument, row->line, arena);
    set_fields(plain, row, entry);
    const int *items = item_columns(plain, instrument);
    for (size_t i = 0; i < plain->count; i++) {
        if (items[i] != NO_FIELD) {
            set(&entry->items[items[i]], plain->csv, row, i);
        } else if (plain->fields[i] == NO_FIELD && cell_text(row, i)) {
            const char *column = csv_column(plain->csv, i);
            mapped->why.what =
                arena_format(arena, "column %s: %s has no such item. Leave the cell empty", column,
                             instrument->id);
            return;
        }
    }
    add_entry(mapped, entry, arena);
}

/* --- the header ------------------------------------------------------------------------------ */

/* Columns of the contract that this version knows and cannot keep, with what to say. */
static const char no_words[] =
    "words are kept only encrypted, and this version cannot keep them yet. Leave the column out";
static const struct later {
    enum entry_kind kind;
    const char *column, *sentence;
} later[] = {
    {ENTRY_PERSON, "called", no_words},
    {ENTRY_EVENT, "need_words", no_words},
    {ENTRY_ANSWERS, "words", no_words},
    {ENTRY_ANSWERS, "form", "this version does not follow printed forms yet. Leave the column out"},
    {ENTRY_ANSWERS, "edition",
     "this version cannot keep the printed edition yet. Leave the column out"},
    {ENTRY_ANSWERS, "id",
     "this version knows answers by person, instrument, date, by and time. Leave the column out"},
};

static const char taken_from_services[] =
    "service_type ring access_mode service_purpose stated_days preferred";

static bool refuse(const struct csv *csv, const char *path, const char *column,
                   const char *sentence, struct fault *fault)
{
    return fault_set(fault, FAULT_DATA, "%s:%lld: column %.100s: %s", path,
                     (long long)csv_header_line(csv), column, sentence);
}

static const char *later_sentence(enum entry_kind kind, const char *column)
{
    for (size_t i = 0; i < sizeof later / sizeof *later; i++)
        if (later[i].kind == kind && strcmp(later[i].column, column) == 0)
            return later[i].sentence;
    if (kind == ENTRY_EVENT && text_has_word(taken_from_services, column))
        return "it belongs to the service or the person, not to an event. Leave the column out";
    return NULL;
}

static bool is_item(const struct plain *plain, const char *column)
{
    if (plain->all_of)
        return instruments_item(plain->all_of, column) != NO_FIELD;
    for (size_t i = 0; i < plain->instruments.count; i++)
        if (instruments_item(plain->instruments.list[i], column) != NO_FIELD)
            return true;
    return false;
}

/* The nearest item of any instrument that the file may be about. */
static const char *nearest_item(const struct plain *plain, const char *column)
{
    const struct instrument *const *list = plain->all_of ? &plain->all_of : plain->instruments.list;
    size_t count = plain->all_of ? 1 : plain->instruments.count;
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < list[i]->item_count; j++)
            if (text_nearest(column, &list[i]->items[j].id, 1))
                return list[i]->items[j].id;
    return NULL;
}

static bool refuse_unknown(const struct plain *plain, const char *path, const char *column,
                           struct arena *arena, struct fault *fault)
{
    const char *near = entry_nearest_field(plain->entry, column);
    if (!near && plain->kind == PLAIN_WIDE)
        near = nearest_item(plain, column);
    const char *of =
        plain->kind == PLAIN_WIDE
            ? plain->all_of ? plain->all_of->id : "any instrument here, nor of an answers file"
            : arena_format(arena, "%s file",
                           plain->entry == ENTRY_PERSON    ? "a people"
                           : plain->entry == ENTRY_ANSWERS ? "an answers"
                                                           : "an events");
    return refuse(
        plain->csv, path, column,
        arena_format(arena, "it is not a column of %s. %s%s%s", of,
                     near ? "Did you mean " : "Take it out, or map the file with an intake",
                     near ? near : "", near ? "?" : ""),
        fault);
}

/* Items come before fields of the same name only where a file has no use for the field. */
static bool place_column(const struct plain *plain, const char *path, size_t at,
                         struct arena *arena, struct fault *fault)
{
    const char *column = csv_column(plain->csv, at);
    int field = entry_field_of(plain->entry, column);
    bool long_only = field == ANSWERS_ITEM || field == ANSWERS_ANSWER;
    if (plain->kind == PLAIN_WIDE && long_only)
        field = NO_FIELD;
    plain->fields[at] = field;
    if (plain->kind == PLAIN_WIDE && field == NO_FIELD && is_item(plain, column))
        return true;
    const char *sentence = later_sentence(plain->entry, column);
    if (sentence)
        return refuse(plain->csv, path, column, sentence, fault);
    return field != NO_FIELD || refuse_unknown(plain, path, column, arena, fault);
}

static bool check_needs(const struct plain *plain, const char *path, struct fault *fault)
{
    static const char *const needs[] = {[PLAIN_PEOPLE] = "person area",
                                        [PLAIN_EVENTS] = "person date kind",
                                        [PLAIN_LONG] = "person date instrument item answer",
                                        [PLAIN_WIDE] = "person date instrument"};
    const char *wanted =
        plain->all_of && plain->kind == PLAIN_WIDE ? "person date" : needs[plain->kind];
    if (header_has(plain->csv, wanted))
        return true;
    return fault_set(
        fault, FAULT_DATA,
        "%s:%lld: a file of %s needs the columns %s. Name them so, or map the file with an "
        "intake",
        path, (long long)csv_header_line(plain->csv), entry_file_word[plain->entry], wanted);
}

bool plain_rows(const struct csv *csv, const char *path, enum plain_kind kind,
                const struct instrument *all_of, struct instruments instruments,
                struct arena *arena, struct rows *rows, struct fault *fault)
{
    struct plain *plain = arena_take(arena, sizeof *plain);
    *plain = (struct plain){.kind = kind,
                            .csv = csv,
                            .all_of = all_of,
                            .instruments = instruments,
                            .arena = arena,
                            .count = csv_columns(csv)};
    plain->entry = kind == PLAIN_PEOPLE   ? ENTRY_PERSON
                   : kind == PLAIN_EVENTS ? ENTRY_EVENT
                                          : ENTRY_ANSWERS;
    plain->fields = arena_array(arena, plain->count, sizeof *plain->fields);
    plain->items = arena_array(arena, instruments.count, sizeof *plain->items);
    plain->before = arena_take(arena, sizeof *plain->before);
    bool ours = entry_field_of(plain->entry, "reason") != NO_FIELD ||
                (kind == PLAIN_WIDE && is_item(plain, "reason"));
    rows->strip_last = header_added_reason(csv, path, ours);
    plain->count -= rows->strip_last;
    if (!check_needs(plain, path, fault))
        return false;
    for (size_t i = 0; i < plain->count; i++)
        if (!place_column(plain, path, i, arena, fault))
            return false;
    rows->kind = entry_file_word[plain->entry];
    rows->self = plain;
    rows->map = kind == PLAIN_LONG ? map_long : kind == PLAIN_WIDE ? map_wide : map_fields;
    return true;
}
