/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ground/value.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

struct value value_nil(void)
{
    return (struct value){.kind = VALUE_NIL};
}

struct value value_yes(bool yes)
{
    return (struct value){.kind = VALUE_YES_NO, .yes = yes};
}

struct value value_whole(int64_t whole)
{
    return (struct value){.kind = VALUE_WHOLE, .whole = whole};
}

struct value value_number(double number)
{
    return (struct value){.kind = VALUE_NUMBER, .number = number};
}

struct value value_text(struct arena *arena, const char *text)
{
    return text ? (struct value){.kind = VALUE_TEXT, .text = arena_text(arena, text)} : value_nil();
}

struct value value_table(struct arena *arena)
{
    return (struct value){.kind = VALUE_TABLE,
                          .table = arena_take(arena, sizeof(struct value_table))};
}

void value_add(struct arena *arena, struct value table, struct value item)
{
    struct value_table *t = table.table;
    t->items = arena_grow(arena, t->items, t->count, &t->room, sizeof *t->items);
    t->items[t->count++] = item;
}

/* Where `key` stands among the sorted entries, or would stand. */
static size_t entry_at(const struct value_table *t, const char *key, bool *there)
{
    size_t low = 0, high = t->entry_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = strcmp(t->entries[middle].key, key);
        if (order == 0) {
            *there = true;
            return middle;
        }
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    *there = false;
    return low;
}

void value_set(struct arena *arena, struct value table, const char *key, struct value value)
{
    struct value_table *t = table.table;
    bool there;
    size_t at = entry_at(t, key, &there);
    if (there) {
        t->entries[at].value = value;
        return;
    }
    t->entries = arena_grow(arena, t->entries, t->entry_count, &t->entry_room, sizeof *t->entries);
    memmove(t->entries + at + 1, t->entries + at, (t->entry_count - at) * sizeof *t->entries);
    t->entries[at] = (struct value_entry){arena_text(arena, key), value};
    t->entry_count++;
}

void value_set_text(struct arena *arena, struct value table, const char *key, const char *text)
{
    value_set(arena, table, key, value_text(arena, text));
}

void value_set_format(struct arena *arena, struct value table, const char *key, const char *format,
                      ...)
{
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    char *text = arena_take(arena, (size_t)length + 1);
    va_start(arguments, format);
    vsnprintf(text, (size_t)length + 1, format, arguments);
    va_end(arguments);
    value_set(arena, table, key, (struct value){.kind = VALUE_TEXT, .text = text});
}

struct value value_get(struct value table, const char *key)
{
    if (table.kind != VALUE_TABLE)
        return value_nil();
    bool there;
    size_t at = entry_at(table.table, key, &there);
    return there ? table.table->entries[at].value : value_nil();
}

struct value value_item(struct value table, size_t index)
{
    return index < value_count(table) ? table.table->items[index] : value_nil();
}

size_t value_count(struct value table)
{
    return table.kind == VALUE_TABLE ? table.table->count : 0;
}

bool value_is(struct value value, enum value_kind kind)
{
    return value.kind == kind;
}

const char *value_as_text(struct value value)
{
    return value.kind == VALUE_TEXT ? value.text : NULL;
}

bool value_as_number(struct value value, double *number)
{
    if (value.kind == VALUE_WHOLE)
        *number = (double)value.whole;
    else if (value.kind == VALUE_NUMBER)
        *number = value.number;
    else
        return false;
    return true;
}

bool value_as_whole(struct value value, int64_t *whole)
{
    if (value.kind == VALUE_WHOLE) {
        *whole = value.whole;
        return true;
    }
    if (value.kind != VALUE_NUMBER || value.number != floor(value.number) ||
        fabs(value.number) > 9e15)
        return false;
    *whole = (int64_t)value.number;
    return true;
}

struct value value_copy(struct arena *arena, struct value value)
{
    if (value.kind == VALUE_TEXT)
        return value_text(arena, value.text);
    if (value.kind != VALUE_TABLE)
        return value;
    struct value copy = value_table(arena);
    for (size_t i = 0; i < value.table->count; i++)
        value_add(arena, copy, value_copy(arena, value.table->items[i]));
    for (size_t i = 0; i < value.table->entry_count; i++)
        value_set(arena, copy, value.table->entries[i].key,
                  value_copy(arena, value.table->entries[i].value));
    return copy;
}

static bool tables_equal(const struct value_table *a, const struct value_table *b)
{
    if (a->count != b->count || a->entry_count != b->entry_count)
        return false;
    for (size_t i = 0; i < a->count; i++)
        if (!value_equal(a->items[i], b->items[i]))
            return false;
    for (size_t i = 0; i < a->entry_count; i++)
        if (strcmp(a->entries[i].key, b->entries[i].key) != 0 ||
            !value_equal(a->entries[i].value, b->entries[i].value))
            return false;
    return true;
}

bool value_equal(struct value a, struct value b)
{
    if (a.kind != b.kind)
        return false;
    switch (a.kind) {
    case VALUE_YES_NO:
        return a.yes == b.yes;
    case VALUE_WHOLE:
        return a.whole == b.whole;
    case VALUE_NUMBER:
        return a.number == b.number;
    case VALUE_TEXT:
        return strcmp(a.text, b.text) == 0;
    case VALUE_TABLE:
        return tables_equal(a.table, b.table);
    case VALUE_NIL:
    case VALUE_FUNCTION:
        break;
    }
    return true;
}
