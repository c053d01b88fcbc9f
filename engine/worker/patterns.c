/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a function asks for, from Lua's tables to patterns and looks. */
#include <string.h>

#include "worker/timeline.h"
#include "worker/values.h"

/* Reading begins and ends here, so the first fault leaves the state. */
struct asking {
    lua_State *L;
    struct timeline *timeline;
};

static void say(void *context, const char *place, const char *sentence)
{
    const struct asking *asking = context;
    room_refuse(asking->L, "%s: %s", place, sentence);
}

static bool read_setting(void *context, const char *place, const char *name, int *days)
{
    const struct asking *asking = context;
    double number;
    if (!value_as_number(value_get(asking->timeline->settings, name), &number) ||
        !reader_is_window(number))
        room_refuse(asking->L,
                    "%s: within names `%s`, which is not a setting of whole days from 0 to %d",
                    place, name, WINDOW_MOST);
    *days = (int)number;
    return true;
}

/* The kinds alone, as one text, are a pattern too. */
static struct value as_table(struct arena *arena, struct value asked)
{
    if (!value_is(asked, VALUE_TEXT))
        return asked;
    struct value table = value_table(arena);
    value_add(arena, table, asked);
    return table;
}

static struct value read_plain(lua_State *L, int index, const char *call)
{
    int type = lua_type(L, index);
    if (type != LUA_TSTRING && type != LUA_TTABLE)
        room_refuse(L,
                    "%s takes a pattern, as in { \"contact\", outcome = \"need_met\" }, "
                    "and was given %s",
                    call, lua_isnoneornil(L, index) ? "nothing" : luaL_typename(L, index));
    return values_of_question(L, index);
}

static void read_one(struct asking *asking, struct patterns *patterns, size_t at,
                     struct value asked, const char *call, bool looks, bool negated)
{
    struct reader reader = asking->timeline->reader;
    struct value table = as_table(reader.arena, asked);
    reader.context = asking;
    reader.say = say;
    reader.setting = read_setting;
    reader_keys(&reader, table, call, looks);
    if (!looks) {
        reader_pattern(&reader, table, call, &patterns->all[at]);
        return;
    }
    reader_look(&reader, table, call, negated, &patterns->looks[at]);
    patterns->all[at] = patterns->looks[at].pattern;
}

struct patterns patterns_read(lua_State *L, int index, const char *call, bool looks, bool negated)
{
    struct asking asking = {L, timeline_of(L)};
    struct arena *arena = asking.timeline->reader.arena;
    struct value asked = read_plain(L, index, call);
    bool is_list = value_is(value_item(asked, 0), VALUE_TABLE);
    struct patterns patterns = {.count = is_list ? value_count(asked) : 1};
    patterns.all = arena_array(arena, patterns.count, sizeof *patterns.all);
    patterns.looks = arena_array(arena, looks ? patterns.count : 0, sizeof *patterns.looks);
    if (is_list && asked.table->entry_count)
        room_refuse(L,
                    "%s is given a list and fields of its own. Move them into each table of the "
                    "list",
                    call);
    for (size_t i = 0; i < patterns.count; i++)
        read_one(&asking, &patterns, i, is_list ? value_item(asked, i) : asked, call, looks,
                 negated);
    return patterns;
}

enum why patterns_unseen(const struct timeline *timeline, const struct patterns *patterns)
{
    const struct record *record = &timeline->record;
    if (!record->observed_count)
        return WHY_NO_ANCHOR;
    day first = record_first_day(record), last = record_last_day(record);
    for (size_t i = 0; i < patterns->count; i++)
        if (pattern_missing(&patterns->all[i], record, first, last))
            return WHY_KIND_NOT_COLLECTED;
    return record_is_observed(record, first, last) ? WHY_NONE : WHY_GAP;
}
