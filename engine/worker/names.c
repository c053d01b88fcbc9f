/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "worker/names.h"

#include <lualib.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

struct offer {
    const char *library; /* "" for the plain names */
    const char *name;
    lua_CFunction own; /* NULL: as Lua has it */
    bool stock;        /* with Lua's own at hand */
};

/* In the order of libraries. As the contract has them, section 7. */
static const struct offer offers[] = {
    {"", "assert", NULL, true},
    {"", "error", NULL, true},
    {"", "ipairs", NULL, true},
    {"", "select", NULL, true},
    {"", "tonumber", NULL, true},
    {"", "type", NULL, true},
    {"", "pairs", names_pairs, false},
    {"", "tostring", names_tostring, false},
    {"", "sum", names_sum, false},
    {"", "mean", names_mean, false},
    {"", "count", names_count, false},
    {"", "round", names_round, false},
    {"", "hours_between", names_hours_between, false},
    {"math", "abs", NULL, true},
    {"math", "acos", NULL, true},
    {"math", "asin", NULL, true},
    {"math", "atan", NULL, true},
    {"math", "ceil", NULL, true},
    {"math", "cos", NULL, true},
    {"math", "deg", NULL, true},
    {"math", "exp", NULL, true},
    {"math", "floor", NULL, true},
    {"math", "fmod", NULL, true},
    {"math", "log", NULL, true},
    {"math", "max", NULL, true},
    {"math", "min", NULL, true},
    {"math", "modf", NULL, true},
    {"math", "rad", NULL, true},
    {"math", "sin", NULL, true},
    {"math", "sqrt", NULL, true},
    {"math", "tan", NULL, true},
    {"math", "tointeger", NULL, true},
    {"math", "type", NULL, true},
    {"math", "ult", NULL, true},
    {"string", "byte", texts_bounded, true},
    {"string", "char", texts_bounded, true},
    {"string", "format", texts_format, true},
    {"string", "len", texts_bounded, true},
    {"string", "lower", texts_bounded, true},
    {"string", "rep", texts_rep, false},
    {"string", "reverse", texts_bounded, true},
    {"string", "sub", texts_bounded, true},
    {"string", "upper", texts_bounded, true},
    {"table", "concat", lists_ranged, true},
    {"table", "insert", lists_insert, true},
    {"table", "remove", lists_remove, true},
    {"table", "sort", lists_sort, false},
    {"table", "unpack", lists_ranged, true},
};

#define OFFERS (sizeof offers / sizeof *offers)
_Static_assert(OFFERS <= ROOM_STOCK, "room for every function that is offered");

/* What stands on the stack is priced by the size of its block, so that one must be known. */
static void check_stack(lua_State *L)
{
    enum { MANY = 5000 };
    luaL_checkstack(L, MANY, "stack");
    if (room_of(L)->spent.stack.bytes < MANY * sizeof(void *))
        room_refuse(L, "this Lua keeps its stack where it is not looked for");
}

int names_stock(lua_State *L)
{
    struct room *room = room_of(L);
    check_stack(L);
    static const struct luaL_Reg libraries[] = {{"_G", luaopen_base},
                                                {"math", luaopen_math},
                                                {"string", luaopen_string},
                                                {"table", luaopen_table}};
    for (size_t i = 0; i < sizeof libraries / sizeof *libraries; i++)
        luaL_requiref(L, libraries[i].name, libraries[i].func, 1);
    for (size_t i = 0; i < OFFERS; i++) {
        if (!offers[i].stock)
            continue;
        lua_getglobal(L, *offers[i].library ? offers[i].library : "_G");
        lua_getfield(L, -1, offers[i].name);
        room->stock[i] = lua_tocfunction(L, -1);
        if (!room->stock[i])
            room_refuse(L, "Lua has no %s %s", offers[i].library, offers[i].name);
        lua_settop(L, 0);
    }
    return 0;
}

/* Why a name of Lua is not here. */
static const struct reason {
    const char *names, *why;
} reasons[] = {
    {"os io require package dofile loadfile debug print warn", "no files, clock or network"},
    {"load loadstring", "a plugin's code is all in its file"},
    {"pcall xpcall coroutine", "an error ends the call, and says where"},
    {"setmetatable getmetatable rawget rawset rawequal rawlen", "tables are plain data"},
    {"next", "`pairs` goes through a table in a fixed order"},
    {"collectgarbage _G", "each call begins with a fresh state"},
    {"math.random math.randomseed", "the same answers give the same score"},
    {"string.find string.match string.gmatch string.gsub", "no patterns"},
    {"utf8", "texts are only passed on"},
};

static const char *why_not(const char *name)
{
    for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++)
        if (text_has_word(reasons[i].names, name))
            return reasons[i].why;
    return NULL;
}

/* "os", "string.find": what was asked for, printable. */
static void full_name(lua_State *L, int key, char *out, size_t most)
{
    const char *library = lua_tostring(L, lua_upvalueindex(1));
    const char *name = lua_type(L, key) == LUA_TSTRING ? lua_tostring(L, key) : "?";
    char whole[128];
    snprintf(whole, sizeof whole, "%s%s%s", library, *library ? "." : "", name);
    text_clean(out, most, whole);
}

static bool push_named(lua_State *L, const char *library, const char *name);

/* What a library has is made when it is first asked for, and then stands in the table: most plugins
 * use little of it, and everybody has a state of their own. */
static bool make(lua_State *L)
{
    size_t length;
    const char *name = lua_type(L, 2) == LUA_TSTRING ? lua_tolstring(L, 2, &length) : NULL;
    if (!name || strlen(name) != length ||
        !push_named(L, lua_tostring(L, lua_upvalueindex(1)), name))
        return false;
    lua_pushvalue(L, 2);
    lua_pushvalue(L, -2);
    lua_rawset(L, 1);
    return true;
}

static int at_missing(lua_State *L)
{
    char name[80];
    if (make(L))
        return 1;
    full_name(L, 2, name, sizeof name);
    const char *why = why_not(name);
    bool library = *lua_tostring(L, lua_upvalueindex(1));
    if (!why && !library)
        room_refuse(
            L,
            "`%s` has no value here. Write `local %s = …` before it is used, or correct the name",
            name, name);
    room_refuse(L,
                "`%s` is not available to plugins%s%s. There are `pairs` and `ipairs`, and most of "
                "`math`, `string` and `table`",
                name, why ? ": " : "", why ? why : "");
}

static int at_assignment(lua_State *L)
{
    char name[80];
    full_name(L, 2, name, sizeof name);
    if (*lua_tostring(L, lua_upvalueindex(1)))
        room_refuse(L,
                    "the file changes `%s`, which belongs to every plugin. Use a local of its own",
                    name);
    room_refuse(L, "the file sets a global, `%s`. Write `local %s`", name, name);
}

static void set_hook(lua_State *L, const char *event, lua_CFunction function, const char *library)
{
    lua_pushstring(L, library);
    lua_pushcclosure(L, function, 1);
    lua_setfield(L, -2, event);
}

/* Puts before the table on top an empty one that reads from it, names what is missing and takes
 * nothing. */
static void lock(lua_State *L, const char *library)
{
    lua_createtable(L, 0, 1);
    set_hook(L, "__index", at_missing, library);
    lua_setmetatable(L, -2);
    lua_newtable(L);
    lua_createtable(L, 0, 2);
    lua_pushvalue(L, -3);
    lua_setfield(L, -2, "__index");
    set_hook(L, "__newindex", at_assignment, library);
    lua_setmetatable(L, -2);
    lua_remove(L, -2);
}

static void push_library(lua_State *L, const char *library)
{
    lua_newtable(L);
    lock(L, library);
}

static bool push_offer(lua_State *L, const char *library, const char *name)
{
    for (size_t i = 0; i < OFFERS; i++) {
        if (strcmp(offers[i].name, name) != 0 || strcmp(offers[i].library, library) != 0)
            continue;
        if (offers[i].stock)
            lua_pushcfunction(L, room_of(L)->stock[i]);
        if (offers[i].own)
            lua_pushcclosure(L, offers[i].own, offers[i].stock);
        return true;
    }
    return false;
}

static bool push_number(lua_State *L, const char *name)
{
    if (strcmp(name, "pi") == 0)
        lua_pushnumber(L, 3.141592653589793238462643383279502884);
    else if (strcmp(name, "huge") == 0)
        lua_pushnumber(L, (lua_Number)HUGE_VAL);
    else if (strcmp(name, "maxinteger") == 0)
        lua_pushinteger(L, LUA_MAXINTEGER);
    else if (strcmp(name, "mininteger") == 0)
        lua_pushinteger(L, LUA_MININTEGER);
    else
        return false;
    return true;
}

static bool push_named(lua_State *L, const char *library, const char *name)
{
    static const char *const libraries[] = {"math", "string", "table"};
    for (size_t i = 0; !*library && i < sizeof libraries / sizeof *libraries; i++)
        if (strcmp(libraries[i], name) == 0) {
            push_library(L, name);
            return true;
        }
    return push_offer(L, library, name) || (strcmp(library, "math") == 0 && push_number(L, name));
}

/* `("x"):rep(2)` finds the same functions as `string.rep`. The environment is the upvalue. */
static int at_method(lua_State *L)
{
    lua_getfield(L, lua_upvalueindex(1), "string");
    lua_pushvalue(L, 2);
    lua_gettable(L, -2);
    return 1;
}

/* Expects the environment on top and leaves it there. */
static void give_methods(lua_State *L)
{
    lua_pushliteral(L, "");
    lua_createtable(L, 0, 1);
    lua_pushvalue(L, -3);
    lua_pushcclosure(L, at_method, 1);
    lua_setfield(L, -2, "__index");
    lua_setmetatable(L, -2);
    lua_pop(L, 1);
}

void names_push(lua_State *L)
{
    push_library(L, "");
    give_methods(L);
}
