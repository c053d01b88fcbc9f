/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists: Lua's own functions on plain tables within bounds, and a sort that keeps the order of
 * equals. */
#include <string.h>

#include "worker/names.h"

enum {
    SORTED_MOST = 100000,
    JOINING = 8,  /* steps that joining one item takes, */
    COMPARING = 4 /* and comparing two */
};

/* A library looks like an empty table but is none. */
static void check_plain(lua_State *L)
{
    luaL_checktype(L, 1, LUA_TTABLE);
    if (lua_getmetatable(L, 1))
        room_refuse(L, "a library is no list");
}

static void check_index(lua_State *L, int argument)
{
    lua_Number index = lua_tonumber(L, argument);
    luaL_argcheck(L, index >= -ROOM_INDEX && index <= ROOM_INDEX, argument,
                  "an index runs up to 10,000,000");
}

static int call_stock(lua_State *L)
{
    return lua_tocfunction(L, lua_upvalueindex(1))(L);
}

/* Every item behind the place is moved. */
static void charge_moving(lua_State *L)
{
    lua_Integer count = (lua_Integer)lua_rawlen(L, 1);
    if (lua_isinteger(L, 2) && lua_tointeger(L, 2) >= 0 && lua_tointeger(L, 2) < count)
        room_charge(L, count - lua_tointeger(L, 2));
}

int lists_insert(lua_State *L)
{
    check_plain(L);
    if (lua_gettop(L) == 3)
        charge_moving(L);
    return call_stock(L);
}

int lists_remove(lua_State *L)
{
    check_plain(L);
    charge_moving(L);
    return call_stock(L);
}

/* Numbers behind the list say from where to where. */
int lists_ranged(lua_State *L)
{
    check_plain(L);
    for (int argument = 2; argument <= 4; argument++)
        if (lua_type(L, argument) == LUA_TNUMBER)
            check_index(L, argument);
    int results = call_stock(L);
    room_charge(L, results > 1 ? results : JOINING * (int64_t)lua_rawlen(L, 1));
    if (lua_type(L, -1) == LUA_TSTRING && lua_rawlen(L, -1) > ROOM_TEXT)
        room_refuse(L, "a text may be at most 1 MiB long");
    return results;
}

/* One run of `width` values from `low` and the next one, from one list into the other. */
static void merge(lua_State *L, int from, int to, int64_t low, int64_t width, int64_t count,
                  lists_before *before)
{
    int64_t middle = low + width < count ? low + width : count;
    int64_t high = middle + width < count ? middle + width : count;
    int64_t a = low, b = middle;
    for (int64_t at = low; at < high; at++) {
        bool second = a >= middle;
        if (a < middle && b < high) {
            lua_rawgeti(L, from, b + 1);
            lua_rawgeti(L, from, a + 1);
            second = before(L);
            lua_pop(L, 2);
        }
        lua_rawgeti(L, from, second ? ++b : ++a);
        lua_rawseti(L, to, at + 1);
    }
}

void lists_arrange(lua_State *L, int list, int64_t count, lists_before *before)
{
    list = lua_absindex(L, list);
    luaL_checkstack(L, 10, "sorting");
    lua_createtable(L, (int)count, 0);
    int other = lua_gettop(L), from = list, to = other;
    for (int64_t width = 1; width < count; width *= 2) {
        room_charge(L, COMPARING * count);
        for (int64_t low = 0; low < count; low += 2 * width)
            merge(L, from, to, low, width, count, before);
        int turn = from;
        from = to;
        to = turn;
    }
    for (int64_t i = 1; from != list && i <= count; i++) {
        lua_rawgeti(L, from, i);
        lua_rawseti(L, list, i);
    }
    lua_settop(L, other - 1);
}

/* Argument 2 is the plugin's own `function(a, b)`. */
static bool before_as_told(lua_State *L)
{
    lua_pushvalue(L, 2);
    lua_pushvalue(L, -3);
    lua_pushvalue(L, -3);
    lua_call(L, 2, 1);
    bool before = lua_toboolean(L, -1);
    lua_pop(L, 1);
    return before;
}

static bool before_by_value(lua_State *L)
{
    return lua_compare(L, -2, -1, LUA_OPLT);
}

int lists_sort(lua_State *L)
{
    check_plain(L);
    lua_settop(L, 2);
    int64_t count = (int64_t)lua_rawlen(L, 1);
    if (count > SORTED_MOST)
        room_refuse(L, "`table.sort` takes at most 100,000 items");
    if (!lua_isnil(L, 2))
        luaL_checktype(L, 2, LUA_TFUNCTION);
    lists_arrange(L, 1, count, lua_isnil(L, 2) ? before_by_value : before_as_told);
    return 0;
}

static bool before_as_key(lua_State *L)
{
    bool number = lua_type(L, -2) == LUA_TNUMBER, than_number = lua_type(L, -1) == LUA_TNUMBER;
    if (number != than_number)
        return number;
    if (number)
        return lua_compare(L, -2, -1, LUA_OPLT);
    size_t length, than_length;
    const char *text = lua_tolstring(L, -2, &length), *than = lua_tolstring(L, -1, &than_length);
    int order = memcmp(text, than, length < than_length ? length : than_length);
    return order ? order < 0 : length < than_length;
}

bool lists_push_keys(lua_State *L, int index, int64_t *numbers, int64_t *texts)
{
    index = lua_absindex(L, index);
    luaL_checkstack(L, 10, "keys");
    lua_newtable(L);
    int list = lua_gettop(L);
    *numbers = *texts = 0;
    for (lua_pushnil(L); lua_next(L, index); lua_pop(L, 1)) {
        int type = lua_type(L, -2);
        if (type != LUA_TNUMBER && type != LUA_TSTRING) {
            lua_settop(L, list - 1);
            return false;
        }
        ++*(type == LUA_TNUMBER ? numbers : texts);
        lua_pushvalue(L, -2);
        lua_rawseti(L, list, *numbers + *texts);
        room_charge(L, 1);
    }
    lists_arrange(L, list, *numbers + *texts, before_as_key);
    return true;
}
