/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "worker/timeline.h"

#include <string.h>

#include "record/carry.h"
#include "worker/run.h"

struct timeline *timeline_of(lua_State *L)
{
    return room_of(L)->timeline;
}

/* --- turns ------------------------------------------------------------------------------------ */

struct turn *timeline_turn(struct timeline *timeline)
{
    return timeline->in_turn ? &timeline->turns[timeline->turn_count - 1] : &timeline->standing;
}

void timeline_doubt(struct timeline *timeline, enum why why)
{
    struct turn *turn = timeline_turn(timeline);
    if (turn->doubt == WHY_NONE)
        turn->doubt = why;
}

void timeline_begin_turn(struct timeline *timeline, const struct turn *turn)
{
    const struct turn *standing = &timeline->standing;
    timeline->turns = arena_grow(timeline->reader.arena, timeline->turns, timeline->turn_count,
                                 &timeline->turn_room, sizeof *timeline->turns);
    struct turn *begun = &timeline->turns[timeline->turn_count++];
    *begun = *turn;
    begun->inexact = standing->inexact;
    begun->same_day = standing->same_day;
    begun->window = turn->window && standing->window;
    begun->said = standing->said;
    begun->doubt = standing->doubt != WHY_NONE ? standing->doubt : turn->doubt;
    timeline->in_turn = true;
}

/* --- the object ------------------------------------------------------------------------------- */

static const struct call {
    const char *name;
    lua_CFunction function;
} calls[] = {
    {"each", loops_each},
    {"groups", loops_groups},
    {"periods", loops_periods},
    {"all", questions_all},
    {"after", questions_after},
    {"before", questions_before},
    {"none_after", questions_none_after},
    {"none_before", questions_none_before},
    {"days", questions_days},
    {"overlap", questions_overlap},
    {"change", questions_change},
    {"cannot_tell", questions_cannot_tell},
};
enum { CALLS = sizeof calls / sizeof *calls };

static _Noreturn void refuse_call(lua_State *L, const char *name)
{
    const char *names[CALLS];
    char said[60];
    for (size_t i = 0; i < CALLS; i++)
        names[i] = calls[i].name;
    text_clean(said, sizeof said, name);
    const char *near = text_nearest(said, names, CALLS);
    room_refuse(L, "timeline has no `%s`.%s%s%s `alongside explain timeline` lists its calls", said,
                near ? " Did you mean `" : "", near ? near : "", near ? "`?" : "");
}

/* `timeline.each(…)` would lose the timeline. */
static int call(lua_State *L)
{
    size_t number = (size_t)lua_tointeger(L, lua_upvalueindex(1));
    if (lua_touserdata(L, 1) != (void *)lua_topointer(L, lua_upvalueindex(2)) ||
        lua_type(L, 1) != LUA_TUSERDATA)
        room_refuse(L, "write timeline:%s(…), with a colon", calls[number].name);
    luaL_checkstack(L, 20, "asking");
    return calls[number].function(L);
}

static int at_call(lua_State *L)
{
    const char *name = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "?";
    for (size_t i = 0; i < CALLS; i++)
        if (strcmp(calls[i].name, name) == 0) {
            lua_pushinteger(L, (lua_Integer)i);
            lua_pushvalue(L, 1);
            lua_pushcclosure(L, call, 2);
            return 1;
        }
    refuse_call(L, name);
}

static int at_assignment(lua_State *L)
{
    room_refuse(L, "the function changes `timeline`, which stays as it is. Use a local");
}

static void push_timeline(lua_State *L)
{
    lua_newuserdatauv(L, 0, 0);
    lua_createtable(L, 0, 2);
    lua_pushcfunction(L, at_call);
    lua_setfield(L, -2, "__index");
    lua_pushcfunction(L, at_assignment);
    lua_setfield(L, -2, "__newindex");
    lua_setmetatable(L, -2);
}

/* --- what is sent back ------------------------------------------------------------------------ */

static struct value tell_place(const struct record *record, const struct event *event)
{
    return value_whole((int64_t)(event - record->events));
}

/* What stands for others and is no interval stands at its end: of a point that is the same. */
static struct value tell_event(struct arena *arena, const struct record *record,
                               const struct event *event)
{
    if (!event->spell)
        return tell_place(record, event);
    struct value told = value_table(arena);
    value_add(arena, told, value_yes(!event->interval));
    value_add(arena, told, value_whole(event->end.high));
    for (size_t i = 0; i < event->spell->count; i++)
        value_add(arena, told, tell_place(record, event->spell->parts[i]));
    return told;
}

static struct value tell_noticed(struct arena *arena, const struct record *record,
                                 const struct noticed *noticed)
{
    struct value told = value_table(arena), events = value_table(arena);
    for (size_t i = 0; i < noticed->count; i++)
        value_add(arena, events, tell_event(arena, record, noticed->events[i]));
    value_add(arena, told, events);
    value_add(arena, told, noticed->value);
    value_add(arena, told, noticed->unit);
    value_add(arena, told, noticed->class);
    value_add(arena, told, value_yes(noticed->inexact));
    value_add(arena, told, value_yes(noticed->same_day));
    return told;
}

/* What the function itself says comes before what was not decided on the way. */
static enum why why_of(const struct turn *turn)
{
    enum why inexact = turn->inexact ? WHY_DATE_NOT_EXACT : WHY_NONE;
    enum why doubt = turn->doubt != WHY_NONE ? turn->doubt : inexact;
    return turn->said != WHY_NONE ? turn->said : doubt;
}

static struct value tell_turn(struct arena *arena, const struct record *record,
                              const struct turn *turn)
{
    struct value told = value_table(arena);
    bool period = turn->loop == LOOP_PERIODS;
    value_add(arena, told, value_whole(turn->loop));
    value_add(arena, told, value_whole((int64_t)turn->number));
    value_add(arena, told,
              period ? value_whole(turn->period.low) : tell_event(arena, record, turn->event));
    value_add(arena, told, period ? value_whole(turn->period.high) : value_nil());
    value_add(arena, told, value_whole(turn->open));
    value_add(arena, told, value_whole(why_of(turn)));
    value_add(arena, told, value_yes(turn->window));
    for (size_t i = 0; i < turn->count; i++)
        value_add(arena, told, tell_noticed(arena, record, &turn->noticed[i]));
    return told;
}

/* A function that came to no anchor answers by what it reads. */
static enum why unseen_of_all(struct timeline *timeline)
{
    struct value kinds = value_table(timeline->reader.arena);
    struct pattern pattern = {.kind_count = 0};
    struct patterns patterns = {.all = &pattern, .count = 1};
    value_add(timeline->reader.arena, kinds,
              value_text(timeline->reader.arena, timeline->reader.reads));
    reader_pattern(&timeline->reader, kinds, "reads", &pattern);
    return patterns_unseen(timeline, &patterns);
}

static enum why missing_of(struct timeline *timeline)
{
    enum why standing = why_of(&timeline->standing);
    if (standing != WHY_NONE)
        return standing;
    return timeline->missing == WHY_COUNT ? unseen_of_all(timeline) : timeline->missing;
}

static struct value tell(struct arena *arena, struct timeline *timeline)
{
    struct value told = value_table(arena), turns = value_table(arena);
    for (size_t i = 0; i < timeline->turn_count; i++)
        value_add(arena, turns, tell_turn(arena, &timeline->record, &timeline->turns[i]));
    value_set(arena, told, "missing", value_whole(missing_of(timeline)));
    value_set(arena, told, "next", value_whole(timeline->next.day));
    value_set(arena, told, "stands", value_yes(timeline->stands));
    value_set(arena, told, "turns", turns);
    return told;
}

/* --- one call --------------------------------------------------------------------------------- */

static struct timeline *open_timeline(lua_State *L)
{
    struct room *room = room_of(L);
    struct timeline *timeline = arena_take(room->arena, sizeof *timeline);
    const char *text = value_as_text(value_get(room->request, "record"));
    timeline->room = room;
    timeline->scratch = room->scratch_arena;
    timeline->reader.arena = room->arena;
    timeline->reader.reads = value_as_text(value_get(room->request, "reads"));
    timeline->settings = value_get(room->request, "settings");
    timeline->standing.window = true;
    timeline->missing = WHY_COUNT;
    if (!text || !timeline->reader.reads ||
        !carry_read(arena_text(room->arena, text), room->arena, &timeline->record))
        room_refuse(L, "the call brings no record");
    timeline->next = (struct next_day){timeline->record.as_of, DAY_NONE};
    return timeline;
}

int timeline_find(lua_State *L)
{
    struct room *room = room_of(L);
    room->timeline = open_timeline(L);
    run_fetch(L, "find");
    events_prepare(L);
    push_timeline(L);
    lua_pushcfunction(L, found_call);
    settings_push(L);
    room_mark(L, TALK_CALLING);
    lua_call(L, 3, 0);
    room_mark(L, TALK_GIVING);
    room->answer = tell(room->arena, room->timeline);
    return 0;
}
