/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plain names of our own: pairs, tostring, and the small helpers for scoring. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "worker/names.h"

void names_push_text(lua_State *L, int index)
{
    struct text *scratch = &room_of(L)->scratch;
    lua_Number number;
    switch (lua_type(L, index)) {
    case LUA_TSTRING:
        lua_pushvalue(L, index);
        return;
    case LUA_TBOOLEAN:
        lua_pushstring(L, lua_toboolean(L, index) ? "true" : "false");
        return;
    case LUA_TNUMBER:
        break;
    default:
        lua_pushstring(L, luaL_typename(L, index));
        return;
    }
    number = lua_tonumber(L, index);
    room_charge(L, ROOM_DIGITS);
    text_clear(scratch);
    if (lua_isinteger(L, index))
        text_format(scratch, "%lld", lua_tointeger(L, index));
    else if (isfinite(number))
        text_number(scratch, number);
    else
        text_put(scratch, isnan(number) ? "nan" : number > 0 ? "inf" : "-inf");
    lua_pushlstring(L, scratch->bytes, scratch->length);
}

int names_tostring(lua_State *L)
{
    luaL_checkany(L, 1);
    names_push_text(L, 1);
    return 1;
}

/* Upvalues: the keys in order, and how many of them were given out. */
static int pairs_step(lua_State *L)
{
    lua_Integer at = lua_tointeger(L, lua_upvalueindex(2));
    luaL_checktype(L, 1, LUA_TTABLE);
    for (;;) {
        lua_settop(L, 1);
        if (lua_rawgeti(L, lua_upvalueindex(1), ++at) == LUA_TNIL)
            return 1;
        lua_pushvalue(L, -1);
        if (lua_rawget(L, 1) != LUA_TNIL)
            break;
    }
    lua_pushinteger(L, at);
    lua_replace(L, lua_upvalueindex(2));
    return 2;
}

/* A table that was emptied is as large inside as before: so many bytes are passed over in a step.
 */
enum { EMPTY = 128 };

int names_pairs(lua_State *L)
{
    int64_t numbers, texts;
    luaL_checktype(L, 1, LUA_TTABLE);
    room_charge(L, (int64_t)room_of(L)->spent.used / EMPTY);
    if (!lists_push_keys(L, 1, &numbers, &texts))
        room_refuse(L, "`pairs` needs keys that are numbers or texts");
    lua_pushinteger(L, 0);
    lua_pushcclosure(L, pairs_step, 2);
    lua_pushvalue(L, 1);
    return 2;
}

static lua_Integer list_length(lua_State *L)
{
    luaL_checktype(L, 1, LUA_TTABLE);
    lua_Integer count = (lua_Integer)lua_rawlen(L, 1);
    room_charge(L, count);
    return count;
}

static lua_Number add_up(lua_State *L, const char *name, lua_Integer count)
{
    lua_Number total = 0;
    for (lua_Integer i = 1; i <= count; i++) {
        if (lua_rawgeti(L, 1, i) != LUA_TNUMBER)
            room_refuse(L, "`%s` adds numbers; item %lld is a %s", name, i, luaL_typename(L, -1));
        total += lua_tonumber(L, -1);
        lua_pop(L, 1);
    }
    return total;
}

int names_sum(lua_State *L)
{
    lua_pushnumber(L, add_up(L, "sum", list_length(L)));
    return 1;
}

int names_mean(lua_State *L)
{
    lua_Integer count = list_length(L);
    if (count == 0)
        lua_pushnil(L);
    else
        lua_pushnumber(L, add_up(L, "mean", count) / (lua_Number)count);
    return 1;
}

int names_count(lua_State *L)
{
    lua_Integer count = list_length(L), held = 0;
    luaL_checktype(L, 2, LUA_TFUNCTION);
    for (lua_Integer i = 1; i <= count; i++) {
        lua_pushvalue(L, 2);
        lua_rawgeti(L, 1, i);
        lua_call(L, 1, 1);
        held += lua_toboolean(L, -1);
        lua_pop(L, 1);
    }
    lua_pushinteger(L, held);
    return 1;
}

/* Rounds what is printed, not what lies behind it: 2.675 to two digits is 2.68. */
int names_round(lua_State *L)
{
    lua_Number number = luaL_checknumber(L, 1);
    lua_Integer digits = luaL_optinteger(L, 2, 0);
    room_charge(L, ROOM_DIGITS);
    luaL_argcheck(L, digits >= 0 && digits <= 15, 2, "from 0 to 15 digits");
    if (digits > 0 && isfinite(number))
        number = strtod(number_fixed(room_of(L)->arena, number, (int)digits), NULL);
    else
        number = round(number);
    lua_pushnumber(L, number);
    return 1;
}

enum { MINUTES_A_DAY = 24 * 60 };

static lua_Number minutes(lua_State *L, int argument)
{
    lua_Number number = luaL_checknumber(L, argument);
    luaL_argcheck(L, number >= 0 && number < MINUTES_A_DAY, argument,
                  "a time of day in minutes after midnight");
    return number;
}

int names_hours_between(lua_State *L)
{
    lua_Number from = minutes(L, 1), to = minutes(L, 2);
    lua_pushnumber(L, fmod(to - from + MINUTES_A_DAY, MINUTES_A_DAY) / 60);
    return 1;
}
