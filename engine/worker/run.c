/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "worker/run.h"

#include <stdlib.h>
#include <string.h>

#include "worker/names.h"
#include "worker/values.h"

static int keep_bytecode(lua_State *L, const void *bytes, size_t length, void *context)
{
    (void)L;
    text_add(context, bytes, length);
    return 0;
}

/* Nothing of the file runs here, so what went too deep is how it is written. */
static void refuse_depth(lua_State *L)
{
    room_of(L)->trouble = (struct trouble){.line = 0};
    room_refuse_of(L, "", "is nested too deeply to be read. Write parts of it as locals");
}

/* "plugin:9: '}' expected near 'x'" becomes "plugin:9: this is not Lua: …". */
static void refuse_syntax(lua_State *L)
{
    const char *message = lua_tostring(L, -1);
    const char *end = message ? strstr(message, ": ") : NULL;
    if (!end || !text_starts(message, RUN_CHUNK_NAME ":"))
        lua_error(L);
    lua_pushlstring(L, message, (size_t)(end - message));
    lua_pushfstring(L, "%s: this cannot be read as Lua: %s", lua_tostring(L, -1), end + 2);
    lua_error(L);
}

int run_compile(lua_State *L)
{
    struct room *room = room_of(L);
    const char *source = value_as_text(room->request);
    if (!source)
        room_refuse(L, "there is no source to compile");
    room_mark(L, TALK_READING);
    int status = luaL_loadbufferx(L, source, strlen(source), "=" RUN_CHUNK_NAME, "t");
    if (room->over)
        refuse_depth(L);
    if (status == LUA_ERRMEM)
        room_refuse_of(L, "", "needs more than 32 MiB of memory to be read. Make it smaller");
    if (status != LUA_OK)
        refuse_syntax(L);
    text_clear(&room->bytecode);
    room_forget(room);
    lua_dump(L, keep_bytecode, &room->bytecode, 0);
    return 0;
}

/* Runs the file that is kept; its results are left on the stack above `below`. */
static int run_file(lua_State *L)
{
    struct room *room = room_of(L);
    int below = lua_gettop(L);
    if (!room->bytecode.length)
        room_refuse(L, "nothing was compiled yet");
    if (luaL_loadbufferx(L, room->bytecode.bytes, room->bytecode.length, "=" RUN_CHUNK_NAME, "b"))
        lua_error(L);
    names_push(L);
    lua_setupvalue(L, -2, 1);
    room_mark(L, TALK_RUNNING);
    lua_call(L, 0, LUA_MULTRET);
    return lua_gettop(L) - below;
}

int run_table(lua_State *L)
{
    int results = run_file(L);
    if (results == 0 || lua_isnil(L, 1))
        room_refuse_of(L, "", "gives back nothing. A plugin ends with `return { … }`");
    if (results > 1)
        room_refuse_of(L, "", "gives back %d things. A plugin gives back one table", results);
    if (!lua_istable(L, 1))
        room_refuse_of(L, "", "gives back a %s. A plugin ends with `return { … }`",
                       luaL_typename(L, 1));
    room_mark(L, TALK_GIVING);
    room_of(L)->answer = values_of_file(L, 1);
    return 0;
}

/* One step of a place: `.name` or `[3]`. Replaces the table on top by what stands there. */
static const char *step(lua_State *L, const char *place)
{
    if (!lua_istable(L, -1))
        return NULL;
    if (*place == '[') {
        char *end;
        lua_rawgeti(L, -1, strtoll(place + 1, &end, 10));
        place = *end == ']' ? end + 1 : NULL;
    } else {
        place += *place == '.';
        size_t length = strcspn(place, ".[");
        lua_pushlstring(L, place, length);
        lua_rawget(L, -2);
        place = length ? place + length : NULL;
    }
    lua_remove(L, -2);
    return place;
}

static void fetch(lua_State *L, const char *place)
{
    const char *at = place;
    while (at && *at)
        at = step(L, at);
    if (!at || !lua_isfunction(L, -1))
        room_refuse_of(L, "", "is not a function when the file is run for a call");
}

static const char returned = 0; /* where what the file returned is kept in the state */

int run_prepare(lua_State *L)
{
    run_file(L);
    lua_settop(L, 1);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &returned);
    return 0;
}

void run_fetch(lua_State *L, const char *place)
{
    lua_rawgetp(L, LUA_REGISTRYINDEX, &returned);
    fetch(L, place);
}

static struct value read_results(lua_State *L, int results)
{
    struct arena *arena = room_of(L)->arena;
    struct value list = value_table(arena);
    for (int i = 1; i <= results; i++)
        value_add(arena, list, values_of_call(L, i));
    return list;
}

int run_call(lua_State *L)
{
    struct room *room = room_of(L);
    const char *place = value_as_text(value_get(room->request, "place"));
    struct value arguments = value_get(room->request, "arguments");
    int64_t most;
    if (!place || !value_as_whole(value_get(room->request, "most"), &most))
        room_refuse(L, "the call names no function");
    run_fetch(L, place);
    for (size_t i = 0; i < value_count(arguments); i++)
        values_push(L, value_item(arguments, i));
    room_mark(L, TALK_CALLING);
    lua_call(L, (int)value_count(arguments), LUA_MULTRET);
    room_mark(L, TALK_GIVING);
    if (lua_gettop(L) > most)
        room_refuse_of(L, "", "gave %d values, where %d may be", lua_gettop(L), (int)most);
    room->answer = read_results(L, lua_gettop(L));
    return 0;
}
