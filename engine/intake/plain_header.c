/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The header of a plain file: every column is a field of ours or an item, or the file is refused.
 */
#include <string.h>

#include "ground/refused.h"
#include "intake/plain.h"

static const char taken_from_services[] =
    "service_type ring access_mode service_purpose stated_days preferred";

static bool refuse(const struct csv *csv, const char *path, const char *column,
                   const char *sentence, struct fault *fault)
{
    return fault_set(fault, FAULT_DATA, "%s:%lld: column %.100s: %s", path,
                     (long long)csv_header_line(csv), column, sentence);
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

static const char *what_file(const struct plain *plain, struct arena *arena)
{
    if (plain->layout == LAYOUT_WIDE)
        return plain->all_of ? plain->all_of->id : "any instrument here, nor of an answers file";
    const char *word = entry_file_word(plain->entry);
    return arena_format(arena, "%s %s file", strchr("aeiou", *word) ? "an" : "a", word);
}

static bool refuse_unknown(const struct plain *plain, const char *path, const char *column,
                           struct arena *arena, struct fault *fault)
{
    const char *near = entry_nearest_field(plain->entry, column), *why = refused_why(column);
    if (why)
        return refuse(
            plain->csv, path, column,
            arena_format(
                arena, "it is not a column of %s. %s. Take it out, or map the file with an intake",
                what_file(plain, arena), why),
            fault);
    if (!near && plain->layout == LAYOUT_WIDE)
        near = nearest_item(plain, column);
    return refuse(
        plain->csv, path, column,
        arena_format(arena, "it is not a column of %s. %s%s%s", what_file(plain, arena),
                     near ? "Did you mean " : "Take it out, or map the file with an intake",
                     near ? near : "", near ? "?" : ""),
        fault);
}

/* Items come before fields of the same name only where a file has no use for the field. */
static bool place_column(const struct plain *plain, const char *path, size_t at,
                         struct arena *arena, struct fault *fault)
{
    const char *column = csv_column(plain->csv, at);
    bool wide = plain->layout == LAYOUT_WIDE;
    int field = entry_field_of(plain->entry, column);
    bool long_only = field == ANSWERS_ITEM || field == ANSWERS_ANSWER || field == ANSWERS_WORDS;
    plain->fields[at] = wide && long_only ? NO_FIELD : field;
    if (plain->fields[at] != NO_FIELD || (wide && is_item(plain, column)))
        return true;
    if (field == ANSWERS_WORDS && wide)
        return refuse(plain->csv, path, column,
                      "with a column for each item, words stand in the item's own column", fault);
    if (plain->entry == ENTRY_EVENT && text_has_word(taken_from_services, column))
        return refuse(
            plain->csv, path, column,
            "it belongs to the service or the person, not to an event. Leave the column out",
            fault);
    return refuse_unknown(plain, path, column, arena, fault);
}

/* What the header must have: more than a row must fill. */
static const char *columns_needed(const struct plain *plain, struct arena *arena)
{
    enum entry_kind kind = plain->entry;
    const char *who = entry_field(kind, ENTRY_WHO);
    if (kind == ENTRY_PERSON)
        return "person area";
    if (!entry_is_answers(
            kind)) /* of rows that are no person's, the first field is needed anyway */
        return text_has_word(entry_needed(kind), who)
                   ? entry_needed(kind)
                   : arena_format(arena, "%s %s", who, entry_needed(kind));
    return arena_format(arena, "%s %s%s%s", who, entry_needed(kind),
                        plain->all_of ? "" : " instrument",
                        plain->layout == LAYOUT_LONG ? " item answer" : "");
}

static bool check_needs(const struct plain *plain, const char *path, struct arena *arena,
                        struct fault *fault)
{
    const char *wanted = columns_needed(plain, arena);
    return header_has(plain->csv, wanted) ||
           fault_set(fault, FAULT_DATA,
                     "%s:%lld: a file of %s needs the columns %s. Name them so, or map the file "
                     "with an intake",
                     path, (long long)csv_header_line(plain->csv), entry_file_word(plain->entry),
                     wanted);
}

static bool place_columns(const struct plain *plain, const char *path, struct arena *arena,
                          struct fault *fault)
{
    if (!check_needs(plain, path, arena, fault))
        return false;
    for (size_t i = 0; i < plain->count; i++)
        if (!place_column(plain, path, i, arena, fault))
            return false;
    return true;
}

bool plain_rows(const struct csv *csv, const char *path, struct plain_kind kind,
                const struct instrument *all_of, struct instruments instruments,
                struct arena *arena, struct rows *rows, struct fault *fault)
{
    struct plain *plain = arena_take(arena, sizeof *plain);
    *plain = (struct plain){.entry = kind.entry,
                            .layout = kind.layout,
                            .csv = csv,
                            .all_of = all_of,
                            .instruments = instruments,
                            .arena = arena,
                            .count = csv_columns(csv)};
    plain->fields = arena_array(arena, plain->count, sizeof *plain->fields);
    plain->items = arena_array(arena, instruments.count, sizeof *plain->items);
    plain->before = arena_take(arena, sizeof *plain->before);
    plain->last = arena_take(arena, sizeof *plain->last);
    bool ours = entry_field_of(plain->entry, "reason") != NO_FIELD ||
                (kind.layout == LAYOUT_WIDE && is_item(plain, "reason"));
    *rows = (struct rows){.kind = entry_file_word(plain->entry),
                          .instruments = instruments,
                          .self = plain,
                          .map = plain_map_of(kind.layout),
                          .strip_last = header_added_reason(csv, path, ours)};
    plain->count -= rows->strip_last;
    return place_columns(plain, path, arena, fault);
}
