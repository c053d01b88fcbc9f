/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of the plain kinds of file: the header names our own fields, or items. */
#include <string.h>

#include "intake/plain.h"

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

/* Answers about an area have other columns than those about a person. */
static const char *about_other(const struct plain *plain, const struct instrument *instrument,
                               struct arena *arena)
{
    bool area = instruments_about_area(instrument);
    if (area == (plain->entry == ENTRY_AREA_ANSWERS))
        return NULL;
    return arena_format(arena, "%s is about %s. Its answers stand in a file with %s",
                        instrument->id, area ? "an area" : "a person",
                        area ? "the columns area and seat in place of person"
                             : "the column person in place of area and seat");
}

/* Rows of one instrument mostly stand together. */
static const struct instrument *find_instrument(const struct plain *plain, const char *id,
                                                const char *version)
{
    const struct instrument *last = plain->last->instrument;
    bool same = last && strcmp(last->id, id) == 0 &&
                (version ? strcmp(last->version, version) == 0 : plain->last->here);
    if (!same) {
        plain->last->instrument = instruments_version(plain->instruments, id, version);
        plain->last->here = !version;
    }
    return plain->last->instrument;
}

/* And items in their order. */
static int find_item(const struct plain *plain, const struct instrument *instrument, const char *id)
{
    size_t next = (size_t)(plain->last->item + 1) % instrument->item_count;
    bool is_next = strcmp(instrument->items[next].id, id) == 0;
    return plain->last->item = is_next ? (int)next : instruments_item(instrument, id);
}

static const struct instrument *instrument_named(const struct plain *plain,
                                                 const struct csv_row *row, struct arena *arena,
                                                 struct mapped *mapped)
{
    const char *id = field_text(plain, row, ANSWERS_INSTRUMENT);
    const char *version = field_text(plain, row, ANSWERS_VERSION);
    if (!id && plain->all_of)
        return find_instrument(plain, plain->all_of->id, version);
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
    const struct instrument *instrument = find_instrument(plain, id, version);
    if (!instrument)
        mapped->why.what = arena_format(arena, "column instrument: %s",
                                        instruments_none(plain->instruments, id, arena));
    return instrument;
}

static const struct instrument *instrument_of(const struct plain *plain, const struct csv_row *row,
                                              struct arena *arena, struct mapped *mapped)
{
    const struct instrument *instrument = instrument_named(plain, row, arena, mapped);
    const char *other = instrument ? about_other(plain, instrument, arena) : NULL;
    if (!other)
        return instrument;
    mapped->why.what = arena_format(arena, "column instrument: %s", other);
    return NULL;
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
    struct entry *entry = entry_new(plain->entry, instrument, row->line, arena);
    set_fields(plain, row, entry);
    entry_default_form(entry, mapped->form);
    const char *item = entry->cells[ANSWERS_ITEM].text;
    if (!item) {
        mapped->why.what = "no `item`: column item is empty";
        return;
    }
    entry->item = find_item(plain, instrument, item);
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
    struct entry *entry = entry_new(plain->entry, instrument, row->line, arena);
    set_fields(plain, row, entry);
    entry_default_form(entry, mapped->form);
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

plain_map *plain_map_of(enum layout layout)
{
    return layout == LAYOUT_LONG ? map_long : layout == LAYOUT_WIDE ? map_wide : map_fields;
}
