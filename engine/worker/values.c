/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "worker/values.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "worker/names.h"

struct bounds {
    int depth;
    int64_t values;
    size_t text;      /* bytes of one text */
    size_t texts;     /* bytes of all of them */
    bool functions;   /* may stand in it */
    const char *verb; /* before what is wrong */
    const char *advice;
};

static const struct bounds of_file = {
    .depth = 16,
    .values = 100000,
    .text = 64 << 10,
    .texts = 4 << 20,
    .functions = true,
    .verb = "is",
    .advice = "A plugin's table is plain data",
};

static const struct bounds of_call = {
    .depth = 4,
    .values = 64,
    .text = 2000,
    .texts = 64000,
    .functions = false,
    .verb = "gave",
    .advice = "Give back a number, a text, true or false; or nil and a reason",
};

static const struct bounds of_question = {
    .depth = 3,
    .values = 200,
    .text = 2000,
    .texts = 16000,
    .functions = false,
    .verb = "asks with",
    .advice = "A pattern holds kinds, and conditions on fields as texts",
};

struct reading {
    lua_State *L;
    struct room *room;
    const struct bounds *bounds;
    int64_t values;
    size_t texts;
};

static struct value read_value(struct reading *reading, int index, int depth);

/* While reading, `scratch` is the place reached so far. */
static _Noreturn void refuse(struct reading *reading, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

static _Noreturn void refuse(struct reading *reading, const char *format, ...)
{
    char what[128];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(what, sizeof what, format, arguments);
    va_end(arguments);
    const struct bounds *bounds = reading->bounds;
    struct text *place = &reading->room->scratch;
    room_refuse_of(reading->L, bounds->functions && place->length ? place->bytes : "", "%s %s. %s",
                   bounds->verb, what, bounds->advice);
}

static _Noreturn void refuse_many(struct reading *reading)
{
    const struct bounds *bounds = reading->bounds;
    room_refuse_of(reading->L, "", "%s more than %lld values in all. %s",
                   bounds->functions ? "holds" : bounds->verb, (long long)bounds->values,
                   bounds->advice);
}

static struct value read_number(struct reading *reading, int index)
{
    if (lua_isinteger(reading->L, index))
        return value_whole(lua_tointeger(reading->L, index));
    lua_Number number = lua_tonumber(reading->L, index);
    if (isfinite(number))
        return value_number(number);
    const char *what = isnan(number) ? "nan" : number > 0 ? "inf" : "-inf";
    if (reading->bounds != &of_call)
        refuse(reading, "%s, which is no number that can be kept", what);
    room_refuse_of(reading->L, "", "gave %s. Give back nil and a reason instead", what);
}

static void check_text(struct reading *reading, const char *text, size_t length)
{
    const struct bounds *bounds = reading->bounds;
    reading->texts += length;
    if (length > bounds->text || reading->texts > bounds->texts)
        refuse(reading, "a text of %zu bytes, where %zu are allowed", length, bounds->text);
    if (memchr(text, 0, length))
        refuse(reading, "a text with a NUL byte in it");
    if (text_utf8_end(text, length) != length)
        refuse(reading, "a text that is not UTF-8");
}

static const char *read_text(struct reading *reading, int index)
{
    size_t length;
    const char *text = lua_tolstring(reading->L, index, &length);
    check_text(reading, text, length);
    return arena_copy(reading->room->arena, text, length);
}

/* The list of keys stands at `keys`: first the numbers, which must be 1, 2, 3 and so on. */
static void read_items(struct reading *reading, int index, int keys, int depth,
                       struct value_table *table)
{
    lua_State *L = reading->L;
    struct text *place = &reading->room->scratch;
    size_t length = place->length;
    for (size_t i = 0; i < table->count; i++) {
        lua_rawgeti(L, keys, (lua_Integer)i + 1);
        if (!lua_isinteger(L, -1) || lua_tointeger(L, -1) < 1)
            refuse(reading, "a list with a key that is no whole number from 1 up");
        if (lua_tointeger(L, -1) != (lua_Integer)i + 1)
            refuse(reading, "a list with a hole: item %zu is missing", i + 1);
        lua_rawget(L, index);
        text_format(place, "[%zu]", i + 1);
        table->items[i] = read_value(reading, lua_gettop(L), depth);
        place->bytes[place->length = length] = 0;
        lua_pop(L, 1);
    }
}

static void read_entries(struct reading *reading, int index, int keys, int depth,
                         struct value_table *table)
{
    lua_State *L = reading->L;
    struct text *place = &reading->room->scratch;
    size_t length = place->length;
    for (size_t i = 0; i < table->entry_count; i++) {
        struct value_entry *entry = &table->entries[i];
        lua_rawgeti(L, keys, (lua_Integer)table->count + (lua_Integer)i + 1);
        entry->key = read_text(reading, lua_gettop(L));
        lua_rawget(L, index);
        text_format(place, "%s%s", length ? "." : "", entry->key);
        entry->value = read_value(reading, lua_gettop(L), depth);
        place->bytes[place->length = length] = 0;
        lua_pop(L, 1);
    }
}

static struct value read_table(struct reading *reading, int index, int depth)
{
    lua_State *L = reading->L;
    if (depth >= reading->bounds->depth)
        refuse(reading, "a table nested more than %d deep, or holds itself",
               reading->bounds->depth);
    if (lua_getmetatable(L, index))
        refuse(reading, "a library");
    int64_t numbers, texts;
    if (!lists_push_keys(L, index, &numbers, &texts))
        refuse(reading, "a table with a key that is neither a text nor a number");
    if (reading->values + numbers + texts > reading->bounds->values)
        refuse_many(reading);
    struct arena *arena = reading->room->arena;
    struct value value = value_table(arena);
    struct value_table *table = value.table;
    table->count = table->room = (size_t)numbers;
    table->entry_count = table->entry_room = (size_t)texts;
    table->items = arena_array(arena, table->count, sizeof *table->items);
    table->entries = arena_array(arena, table->entry_count, sizeof *table->entries);
    int keys = lua_gettop(L);
    read_items(reading, index, keys, depth + 1, table);
    read_entries(reading, index, keys, depth + 1, table);
    lua_settop(L, keys - 1);
    return value;
}

static struct value read_function(struct reading *reading)
{
    if (!reading->bounds->functions)
        refuse(reading, "a function");
    return (struct value){.kind = VALUE_FUNCTION};
}

static struct value read_value(struct reading *reading, int index, int depth)
{
    lua_State *L = reading->L;
    luaL_checkstack(L, 10, "reading");
    if (++reading->values > reading->bounds->values)
        refuse_many(reading);
    switch (lua_type(L, index)) {
    case LUA_TNIL:
        return value_nil();
    case LUA_TBOOLEAN:
        return value_yes(lua_toboolean(L, index));
    case LUA_TNUMBER:
        return read_number(reading, index);
    case LUA_TSTRING:
        return (struct value){.kind = VALUE_TEXT, .text = read_text(reading, index)};
    case LUA_TTABLE:
        return read_table(reading, index, depth);
    case LUA_TFUNCTION:
        return read_function(reading);
    default:
        refuse(reading, "something that is no plain data");
    }
}

static struct value read_whole(lua_State *L, int index, const struct bounds *bounds)
{
    struct reading reading = {.L = L, .room = room_of(L), .bounds = bounds};
    text_clear(&reading.room->scratch);
    return read_value(&reading, lua_absindex(L, index), 0);
}

struct value values_of_file(lua_State *L, int index)
{
    return read_whole(L, index, &of_file);
}

struct value values_of_call(lua_State *L, int index)
{
    return read_whole(L, index, &of_call);
}

struct value values_of_question(lua_State *L, int index)
{
    return read_whole(L, index, &of_question);
}

static void push_table(lua_State *L, const struct value_table *table)
{
    lua_createtable(L, (int)table->count, (int)table->entry_count);
    for (size_t i = 0; i < table->count; i++) {
        values_push(L, table->items[i]);
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
    for (size_t i = 0; i < table->entry_count; i++) {
        lua_pushstring(L, table->entries[i].key);
        values_push(L, table->entries[i].value);
        lua_rawset(L, -3);
    }
}

void values_push(lua_State *L, struct value value)
{
    luaL_checkstack(L, 10, "arguments");
    switch (value.kind) {
    case VALUE_YES_NO:
        lua_pushboolean(L, value.yes);
        return;
    case VALUE_WHOLE:
        lua_pushinteger(L, value.whole);
        return;
    case VALUE_NUMBER:
        lua_pushnumber(L, value.number);
        return;
    case VALUE_TEXT:
        lua_pushstring(L, value.text);
        return;
    case VALUE_TABLE:
        push_table(L, value.table);
        return;
    case VALUE_NIL:
    case VALUE_FUNCTION:
        lua_pushnil(L);
        return;
    }
}
