/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An event in Lua: it is made when it is first asked for and always the same one, and a field of it
 * is made when it is asked for. */
#include <stdlib.h>
#include <string.h>

#include "worker/timeline.h"

struct reference {
    const struct event *event;
};

static const char objects = 0, shape = 0; /* where both are kept in the state */

/* --- names ------------------------------------------------------------------------------------ */

/* What an event has beside the fields of a file. */
enum own_field { OWN_KIND = RECORD_FIELDS, OWN_DAY, OWN_LAST_DAY, OWN_END_DAY, FIELDS_IN_ALL };

static const char *name_of(size_t field)
{
    static const char *const own[] = {"kind", "day", "last_day", "end_day"};
    return field < RECORD_FIELDS ? record_field_name(field) : own[field - RECORD_FIELDS];
}

static int compare_names(const void *left, const void *right)
{
    return strcmp(name_of(*(const size_t *)left), name_of(*(const size_t *)right));
}

/* Fields by name, in their order: the same for every person, so made once. */
static const size_t *sorted_fields(void)
{
    static size_t fields[FIELDS_IN_ALL];
    if (fields[0] == fields[1]) {
        for (size_t i = 0; i < FIELDS_IN_ALL; i++)
            fields[i] = i;
        qsort(fields, FIELDS_IN_ALL, sizeof *fields, compare_names);
    }
    return fields;
}

static size_t search(const char *name)
{
    const size_t *fields = sorted_fields();
    size_t low = 0, high = FIELDS_IN_ALL;
    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = strcmp(name, name_of(fields[middle]));
        if (order == 0)
            return fields[middle];
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return FIELDS_IN_ALL;
}

/* A function asks for the same few names, each at one place: what it was there last time is tried
 * first. */
static size_t field_named(const char *name)
{
    enum { PLACES = 64, APART = 16 };
    static size_t latest[PLACES];
    size_t *field = &latest[(uintptr_t)name / APART % PLACES];
    if (strcmp(name, name_of(*field)) != 0)
        *field = search(name);
    size_t found = *field;
    if (found == FIELDS_IN_ALL)
        *field = 0;
    return found;
}

static _Noreturn void refuse_name(lua_State *L, const char *name)
{
    const char *names[FIELDS_IN_ALL];
    for (size_t i = 0; i < FIELDS_IN_ALL; i++)
        names[i] = name_of(i);
    const char *near = text_nearest(name, names, FIELDS_IN_ALL);
    if (near)
        room_refuse(L, "`%s` is not a field of an event. Did you mean `%s`?", name, near);
    room_refuse(L, "`%s` is not a field of an event (plugins/README.md)", name);
}

/* --- fields ----------------------------------------------------------------------------------- */

/* Why a field is not there to read, or NULL. */
static const char *kept_back(size_t field)
{
    if (field >= EVENT_COLUMN_COUNT)
        return NULL;
    if (event_column[field].type == COLUMN_WORDS)
        return "a person's own words are not there for rules to read. Ask for a code";
    if (event_column[field].type == COLUMN_KEYS && field != EVENT_worker)
        return "links between events are followed by the engine. Ask with same = \"thread\"";
    if (field == EVENT_source || field == EVENT_label_by)
        return "who wrote a row down is not there for rules to read";
    if (field == EVENT_edge)
        return "a start and its end are one interval here. Ask for `day` and `end_day`";
    return NULL;
}

/* What a date may be is not one number, so what is made of it is possible only. */
static void push_day(lua_State *L, struct days days, day at)
{
    if (days.low != days.high)
        timeline_turn(timeline_of(L))->inexact = true;
    lua_pushinteger(L, at);
}

static void push_time(lua_State *L, int minutes)
{
    if (minutes < 0)
        lua_pushnil(L);
    else
        lua_pushfstring(L, "%d%d:%d%d", minutes / 600, minutes / 60 % 10, minutes % 60 / 10,
                        minutes % 10);
}

static void push_values(lua_State *L, const char *values)
{
    lua_newtable(L);
    for (lua_Integer i = 1; *values;) {
        size_t length = strcspn(values, ";");
        if (record_value_says(values, length)) {
            lua_pushlstring(L, values, length);
            lua_rawseti(L, -2, i++);
        }
        values += length;
        values += *values == ';';
    }
}

static void push_said(lua_State *L, size_t field, const char *said)
{
    enum column_type type = field < EVENT_COLUMN_COUNT ? event_column[field].type : COLUMN_CODE;
    double number;
    day at;
    if (!record_cell_says(said))
        lua_pushnil(L);
    else if (record_field_has_several(field))
        push_values(L, said);
    else if ((type == COLUMN_WHOLE || field == EVENT_COLUMN_COUNT + TAKEN_stated_days) &&
             text_decimal(said, &number))
        lua_pushnumber(L, number);
    else if (type == COLUMN_DATE && day_read(said, &at))
        lua_pushinteger(L, at);
    else
        lua_pushstring(L, said);
}

static void push_field(lua_State *L, const struct event *event, size_t field)
{
    switch (field) {
    case OWN_KIND:
        lua_pushstring(L, event->kind);
        return;
    case OWN_DAY:
        push_day(L, event->begin, event->begin.low);
        return;
    case OWN_LAST_DAY:
        push_day(L, event->begin, event->begin.high);
        return;
    case OWN_END_DAY:
        if (event->interval && event->end.low < DAY_LAST)
            push_day(L, event->end, event->end.low);
        else
            lua_pushnil(L);
        return;
    case EVENT_time:
        push_time(L, event->time);
        return;
    case EVENT_until_time:
        push_time(L, event->until_time);
        return;
    case EVENT_seq:
        if (event->seq < 0)
            lua_pushnil(L);
        else
            lua_pushinteger(L, event->seq);
        return;
    default:
        push_said(L, field, record_says(event, field));
    }
}

/* --- in Lua ----------------------------------------------------------------------------------- */

static int at_field(lua_State *L)
{
    const struct reference *reference = lua_touserdata(L, 1);
    char said[80];
    if (lua_type(L, 2) != LUA_TSTRING)
        room_refuse(L, "an event has fields by name, as in e.service, and no [%s]",
                    luaL_typename(L, 2));
    size_t field = field_named(lua_tostring(L, 2));
    if (field == FIELDS_IN_ALL) {
        text_clean(said, sizeof said, lua_tostring(L, 2));
        refuse_name(L, said);
    }
    if (kept_back(field))
        room_refuse(L, "%s: %s", name_of(field), kept_back(field));
    push_field(L, reference->event, field);
    return 1;
}

static int at_assignment(lua_State *L)
{
    room_refuse(L, "events stay as they were recorded. Keep what you work out in a local");
}

static bool is_event(lua_State *L, int index)
{
    if (lua_type(L, index) != LUA_TUSERDATA || !lua_getmetatable(L, index))
        return false;
    lua_rawgetp(L, LUA_REGISTRYINDEX, &shape);
    bool same = lua_rawequal(L, -1, -2);
    lua_pop(L, 2);
    return same;
}

void events_prepare(lua_State *L)
{
    lua_newtable(L);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &objects);
    lua_createtable(L, 0, 2);
    lua_pushcfunction(L, at_field);
    lua_setfield(L, -2, "__index");
    lua_pushcfunction(L, at_assignment);
    lua_setfield(L, -2, "__newindex");
    lua_rawsetp(L, LUA_REGISTRYINDEX, &shape);
}

static void push_new(lua_State *L, const struct event *event)
{
    struct reference *reference = lua_newuserdatauv(L, sizeof *reference, 0);
    reference->event = event;
    lua_rawgetp(L, LUA_REGISTRYINDEX, &shape);
    lua_setmetatable(L, -2);
}

/* What is in no record is made anew for each question, and is the same one where it has the same
 * days and stands for the same events. */
static void push_key(lua_State *L, const struct event *event)
{
    const day days[] = {event->begin.low, event->begin.high, event->end.low, event->end.high,
                        event->interval};
    luaL_Buffer key;
    luaL_buffinit(L, &key);
    luaL_addlstring(&key, (const char *)days, sizeof days);
    if (event->spell)
        luaL_addlstring(&key, (const char *)event->spell->parts,
                        event->spell->count * sizeof(const struct event *));
    luaL_pushresult(&key);
}

static void push_name(lua_State *L, const struct event *event)
{
    const struct record *record = &timeline_of(L)->record;
    if (event >= record->events && event < record->events + record->event_count)
        lua_pushinteger(L, (lua_Integer)(event - record->events) + 1);
    else
        push_key(L, event);
}

void events_push(lua_State *L, const struct event *event)
{
    lua_rawgetp(L, LUA_REGISTRYINDEX, &objects);
    push_name(L, event);
    lua_pushvalue(L, -1);
    if (lua_rawget(L, -3) == LUA_TNIL) {
        lua_pop(L, 1);
        push_new(L, event);
        lua_pushvalue(L, -2);
        lua_pushvalue(L, -2);
        lua_rawset(L, -5);
    }
    lua_replace(L, -3);
    lua_pop(L, 1);
}

const struct event *events_check(lua_State *L, int index, const char *call)
{
    if (!is_event(L, index))
        room_refuse(L, "%s takes an event, and was given %s", call,
                    lua_isnoneornil(L, index) ? "nothing" : luaL_typename(L, index));
    return ((const struct reference *)lua_touserdata(L, index))->event;
}
