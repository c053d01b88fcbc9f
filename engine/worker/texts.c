/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts: Lua's own functions with a bound on what they make and a price for it. */
#include <string.h>

#include "worker/names.h"

/* Making so much text takes about a step. */
enum { BYTES_A_STEP = 16 };

/* Calls Lua's own function with the arguments as they stand; its results are left on the stack. */
static int call_stock(lua_State *L)
{
    return lua_tocfunction(L, lua_upvalueindex(1))(L);
}

static void refuse_long(lua_State *L)
{
    room_refuse(L, "a text may be at most 1 MiB long");
}

int texts_bounded(lua_State *L)
{
    int results = call_stock(L);
    room_charge(L, results + (int64_t)lua_rawlen(L, -1) / BYTES_A_STEP);
    if (lua_type(L, -1) == LUA_TSTRING && lua_rawlen(L, -1) > ROOM_TEXT)
        refuse_long(L);
    return results;
}

int texts_rep(lua_State *L)
{
    size_t length, between;
    const char *text = luaL_checklstring(L, 1, &length);
    lua_Integer times = luaL_checkinteger(L, 2);
    const char *separator = luaL_optlstring(L, 3, "", &between);
    if (times <= 0 || length + between == 0) {
        lua_pushliteral(L, "");
        return 1;
    }
    if ((lua_Unsigned)times > ROOM_TEXT / (length + between) + 1)
        refuse_long(L);
    luaL_Buffer out;
    luaL_buffinit(L, &out);
    for (lua_Integer i = 0; i < times; i++) {
        luaL_addlstring(&out, text, length);
        if (i + 1 < times)
            luaL_addlstring(&out, separator, between);
    }
    luaL_pushresult(&out);
    if (lua_rawlen(L, -1) > ROOM_TEXT)
        refuse_long(L);
    room_charge(L, times);
    return 1;
}

/* Every `%s` gets the text that `tostring` gives; `%p` would print an address. */
int texts_format(lua_State *L)
{
    const char *at = luaL_checkstring(L, 1);
    int arguments = lua_gettop(L), argument = 1;
    while ((at = strchr(at, '%'))) {
        at++;
        at += strspn(at, "-+ #0123456789.");
        if (*at == 'p')
            room_refuse(L, "`%%p` is not available to plugins: an address means nothing");
        room_charge(L, ROOM_DIGITS);
        if (*at != '%')
            argument++;
        if (*at == 's' && argument <= arguments) {
            names_push_text(L, argument);
            lua_replace(L, argument);
        }
        at += *at != 0;
    }
    return texts_bounded(L);
}
