/* SPDX-License-Identifier: GPL-3.0-or-later */
/* found { events = { … }, value =, unit =, class = }: one finding, and nothing else. */
#include <math.h>
#include <string.h>

#include "ground/refused.h"
#include "record/spell.h"
#include "worker/names.h"
#include "worker/timeline.h"

enum { CITED_MOST = 200 };

static void refuse_key(lua_State *L, const char *key, bool is_number)
{
    char said[60];
    text_clean(said, sizeof said, key);
    if (refused_why(key))
        room_refuse(L, "found { } has `%s`. %s", said, refused_why(key));
    if (is_number)
        room_refuse(L,
                    "found { } has two numbers, value and %s. One finding is one number; give "
                    "a second one its own `class`",
                    said);
    room_refuse(L, "found { } has `%s`. It takes events, value, unit and class", said);
}

static void check_keys(lua_State *L)
{
    int64_t numbers, texts;
    if (!lists_push_keys(L, 1, &numbers, &texts) || numbers)
        room_refuse(L, "found { } has something without a name. It takes events, value, unit and "
                       "class, as in found { events = { e } }");
    int keys = lua_gettop(L);
    for (int64_t i = 1; i <= texts; i++) {
        lua_rawgeti(L, keys, i);
        const char *key = lua_tostring(L, -1);
        if (!text_has_word("events value unit class", key)) {
            lua_pushvalue(L, -1);
            bool is_number = lua_rawget(L, 1) == LUA_TNUMBER;
            lua_pop(L, 1);
            lua_getfield(L, 1, "value");
            refuse_key(L, key, is_number && !lua_isnil(L, -1));
        }
        lua_pop(L, 1);
    }
    lua_settop(L, keys - 1);
}

static bool is_of_the_record(const struct record *record, const struct event *event)
{
    return event->spell ||
           (event >= record->events && event < record->events + record->event_count);
}

static void read_events(lua_State *L, struct timeline *timeline, struct noticed *noticed)
{
    size_t parts = 0, room = 0;
    const struct record *record = &timeline->record;
    if (lua_getfield(L, 1, "events") != LUA_TTABLE || !lua_rawlen(L, -1))
        room_refuse(L, "found { } has no `events`. A finding names the events it rests on: "
                       "found { events = { a, b } }");
    noticed->count = lua_rawlen(L, -1);
    for (size_t i = 0; i < noticed->count; i++) {
        if (i >= CITED_MOST || parts > CITED_MOST)
            room_refuse(L, "found { } names more than %d events. Name those it rests on",
                        CITED_MOST);
        noticed->events =
            arena_grow(timeline->reader.arena, noticed->events, i, &room, sizeof *noticed->events);
        lua_rawgeti(L, -1, (lua_Integer)i + 1);
        const struct event *event = events_check(L, -1, "found { events = { } }");
        if (!is_of_the_record(record, event))
            room_refuse(L, "found { } names a period. Name the events in it");
        noticed->events[i] = event;
        parts += spell_size(event);
        for (size_t j = 0; j < i; j++)
            if (spell_overlaps(noticed->events[j], event))
                room_refuse(L, "found { } names one event twice. Name each once");
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
}

static struct value read_number(lua_State *L)
{
    int type = lua_getfield(L, 1, "value");
    if (type != LUA_TNIL && type != LUA_TNUMBER)
        room_refuse(L, "found { }: value is a %s. It must be a number", luaL_typename(L, -1));
    lua_Number number = lua_tonumber(L, -1);
    if (!isfinite(number))
        room_refuse(L, "found { }: value is %s. Leave it out where there is no number",
                    isnan(number) ? "nan" : "inf");
    struct value value = type == LUA_TNIL       ? value_nil()
                         : lua_isinteger(L, -1) ? value_whole(lua_tointeger(L, -1))
                                                : value_number(number);
    lua_pop(L, 1);
    return value;
}

static struct value read_id(lua_State *L, const char *name)
{
    int type = lua_getfield(L, 1, name);
    const char *said = type == LUA_TSTRING ? lua_tostring(L, -1) : NULL;
    if (type != LUA_TNIL && (!said || strlen(said) != lua_rawlen(L, -1) || !text_is_id(said)))
        room_refuse(L, "found { }: %s must be one word of small letters, digits and _", name);
    struct value value = value_text(timeline_of(L)->reader.arena, said);
    lua_pop(L, 1);
    return value;
}

int found_call(lua_State *L)
{
    struct timeline *timeline = timeline_of(L);
    struct noticed noticed = {.count = 0};
    if (!timeline->in_turn)
        room_refuse(L, "found is called outside a turn. Call it within a loop over timeline:each, "
                       "timeline:groups or timeline:periods");
    if (lua_gettop(L) != 1 || lua_type(L, 1) != LUA_TTABLE)
        room_refuse(L, "found takes one table: found { events = { … }, value =, unit =, class = }");
    check_keys(L);
    read_events(L, timeline, &noticed);
    noticed.value = read_number(L);
    noticed.unit = read_id(L, "unit");
    noticed.class = read_id(L, "class");
    if (value_is(noticed.value, VALUE_NIL) && !value_is(noticed.unit, VALUE_NIL))
        room_refuse(L, "found { } has a unit and no value. Give both, or neither");
    struct turn *turn = timeline_turn(timeline);
    noticed.inexact = turn->inexact;
    noticed.same_day = turn->same_day;
    room_charge(L, 100);
    turn->noticed = arena_grow(timeline->reader.arena, turn->noticed, turn->count, &turn->room,
                               sizeof *turn->noticed);
    turn->noticed[turn->count++] = noticed;
    return 0;
}
