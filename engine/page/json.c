/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON is written here, as jansson does not write numbers with the fewest digits, and read by
 * jansson. */
#include <jansson.h>
#include <string.h>

#include "ground/shown.h"
#include "page/page.h"

/* --- writing ---- */

static void write_list(struct text *out, const struct value_table *table)
{
    text_char(out, '[');
    for (size_t i = 0; i < table->count; i++) {
        if (i > 0)
            text_char(out, ',');
        page_json(table->items[i], out);
    }
    text_char(out, ']');
}

/* A table that is a list as well has its items first, under their numbers, as Lua has it. */
static void write_map(struct text *out, const struct value_table *table)
{
    const char *comma = "{";
    for (size_t i = 0; i < table->count; i++, comma = ",") {
        text_format(out, "%s\"%zu\":", comma, i + 1);
        page_json(table->items[i], out);
    }
    for (size_t i = 0; i < table->entry_count; i++, comma = ",") {
        text_put(out, comma);
        shown_json(out, table->entries[i].key);
        text_char(out, ':');
        page_json(table->entries[i].value, out);
    }
    text_char(out, '}');
}

void page_json(struct value model, struct text *out)
{
    switch (model.kind) {
    case VALUE_NIL:
    case VALUE_FUNCTION:
        text_put(out, "null");
        break;
    case VALUE_YES_NO:
        text_put(out, model.yes ? "true" : "false");
        break;
    case VALUE_WHOLE:
        text_format(out, "%lld", (long long)model.whole);
        break;
    case VALUE_NUMBER:
        text_number(out, model.number);
        break;
    case VALUE_TEXT:
        shown_json(out, model.text);
        break;
    case VALUE_TABLE:
        if (model.table->entry_count)
            write_map(out, model.table);
        else
            write_list(out, model.table);
        break;
    }
}

/* --- reading ---- */

static struct value from_json(struct arena *arena, const json_t *json);

static struct value from_list(struct arena *arena, const json_t *json)
{
    struct value list = value_table(arena);
    for (size_t i = 0; i < json_array_size(json); i++)
        value_add(arena, list, from_json(arena, json_array_get(json, i)));
    return list;
}

static struct value from_map(struct arena *arena, const json_t *json)
{
    struct value map = value_table(arena);
    for (void *at = json_object_iter((json_t *)json); at;
         at = json_object_iter_next((json_t *)json, at))
        value_set(arena, map, json_object_iter_key(at),
                  from_json(arena, json_object_iter_value(at)));
    return map;
}

static struct value from_json(struct arena *arena, const json_t *json)
{
    switch (json_typeof(json)) {
    case JSON_OBJECT:
        return from_map(arena, json);
    case JSON_ARRAY:
        return from_list(arena, json);
    case JSON_STRING:
        return value_text(arena, json_string_value(json));
    case JSON_INTEGER:
        return value_whole(json_integer_value(json));
    case JSON_REAL:
        return value_number(json_real_value(json));
    case JSON_TRUE:
        return value_yes(true);
    case JSON_FALSE:
        return value_yes(false);
    case JSON_NULL:
        break;
    }
    return value_nil();
}

bool page_read_json(struct arena *arena, const char *json, struct value *model, struct fault *fault)
{
    json_error_t error;
    json_t *read = json_loads(json, JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &error);
    if (!read)
        return fault_set(fault, FAULT_DATA,
                         "This is not the JSON of a report: line %d, column %d: %s.", error.line,
                         error.column, error.text);
    *model = from_json(arena, read);
    json_decref(read);
    return true;
}
