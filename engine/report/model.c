/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/model.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

struct value model_list(struct arena *arena, struct value map, const char *key)
{
    struct value list = value_get(map, key);
    if (value_is(list, VALUE_TABLE))
        return list;
    list = value_table(arena);
    value_set(arena, map, key, list);
    return list;
}

static struct value formatted(struct arena *arena, const char *format, va_list arguments)
{
    va_list again;
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    char *text = arena_take(arena, (size_t)length + 1);
    vsnprintf(text, (size_t)length + 1, format, again);
    va_end(again);
    return (struct value){.kind = VALUE_TEXT, .text = text};
}

void model_say(struct arena *arena, struct value map, const char *key, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    value_add(arena, model_list(arena, map, key), formatted(arena, format, arguments));
    va_end(arguments);
}

struct value model_entry(struct arena *arena, struct value map, const char *key)
{
    struct value entry = value_table(arena);
    value_add(arena, model_list(arena, map, key), entry);
    return entry;
}

void model_set_maybe(struct arena *arena, struct value map, const char *key, const char *text)
{
    if (text)
        value_set_text(arena, map, key, text);
}

void model_set_number(struct arena *arena, struct value map, const char *key, double number)
{
    value_set(arena, map, key, value_number(number));
}

void model_set_whole(struct arena *arena, struct value map, const char *key, int64_t whole)
{
    value_set(arena, map, key, value_whole(whole));
}

struct value model_figure(struct arena *arena, struct value section)
{
    struct value figure = model_entry(arena, section, "figures");
    value_set_format(arena, figure, "id", "%s_figure_%zu", value_as_text(value_get(section, "id")),
                     value_count(value_get(section, "figures")));
    return figure;
}

struct value model_chart(struct arena *arena, const char *kind)
{
    struct value chart = value_table(arena);
    value_set_text(arena, chart, "kind", kind);
    return chart;
}

void model_term(struct arena *arena, struct value section, const char *term, const char *format,
                ...)
{
    struct value entry = model_entry(arena, section, "terms");
    va_list arguments;
    va_start(arguments, format);
    value_set_text(arena, entry, "term", term);
    value_set(arena, entry, "says", formatted(arena, format, arguments));
    va_end(arguments);
}

/* The pieces of `text` between its |. */
static void add_pieces(struct arena *arena, struct value map, const char *key, const char *text)
{
    struct value list = model_list(arena, map, key);
    for (const char *bar; (bar = strchr(text, '|')); text = bar + 1)
        value_add(arena, list, value_text(arena, arena_copy(arena, text, (size_t)(bar - text))));
    value_add(arena, list, value_text(arena, text));
}

struct value model_table(struct arena *arena, struct value figure, const char *caption,
                         const char *head)
{
    struct value table = value_table(arena);
    value_set(arena, figure, "table", table);
    value_set_text(arena, table, "caption", caption);
    add_pieces(arena, table, "head", head);
    return table;
}

void model_table_row(struct arena *arena, struct value table, const char *head,
                     const char *const *cells)
{
    struct value row = model_entry(arena, table, "rows");
    value_set_text(arena, row, "head", head);
    for (; *cells; cells++)
        model_say(arena, row, "cells", "%s", *cells);
}

void model_open(struct arena *arena, struct value model, const char *reader, const char *id,
                const char *title)
{
    value_set_text(arena, model, "reader", reader);
    value_set_text(arena, model, "id", id);
    value_set_text(arena, model, "title", title);
}
