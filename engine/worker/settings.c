/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The settings in Lua. A misspelt one would be nil, and a look whose `within` is nil has no end:
 * it is refused by name. */
#include <string.h>

#include "worker/timeline.h"
#include "worker/values.h"

static _Noreturn void refuse_name(lua_State *L, const char *name)
{
    const struct timeline *timeline = timeline_of(L);
    const struct value_table *table = timeline->settings.table;
    const char **names = arena_array(timeline->reader.arena, table->entry_count + 1, sizeof *names);
    char said[60];
    for (size_t i = 0; i < table->entry_count; i++)
        names[i] = table->entries[i].key;
    text_clean(said, sizeof said, name);
    const char *near = text_nearest(said, names, table->entry_count);
    if (near)
        room_refuse(L, "`%s` is not a setting of this indicator. Did you mean `%s`?", said, near);
    room_refuse(L,
                "`%s` is not a setting of this indicator. Give it in `settings`, as in { 28, "
                "from = 1, to = 90, means = \"…\" }",
                said);
}

static int at_setting(lua_State *L)
{
    if (lua_type(L, 2) != LUA_TSTRING)
        room_refuse(L, "a setting is asked for by its name, as in settings.window");
    const char *name = lua_tostring(L, 2);
    struct value setting = value_get(timeline_of(L)->settings, name);
    if (value_is(setting, VALUE_NIL))
        refuse_name(L, name);
    values_push(L, setting);
    return 1;
}

static int at_assignment(lua_State *L)
{
    room_refuse(L, "the function changes `settings`, which stay as a report gave them. Use a "
                   "local");
}

void settings_push(lua_State *L)
{
    lua_newuserdatauv(L, 0, 0);
    lua_createtable(L, 0, 3);
    lua_pushliteral(L, "the settings, each asked for by its name");
    lua_setfield(L, -2, "__name");
    lua_pushcfunction(L, at_setting);
    lua_setfield(L, -2, "__index");
    lua_pushcfunction(L, at_assignment);
    lua_setfield(L, -2, "__newindex");
    lua_setmetatable(L, -2);
}
