/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loops over anchors: each turn is one, and closed when the next begins. */
#include <string.h>

#include "worker/groups.h"

/* Steps that a loop and each of its turns take beside those of Lua. */
enum { BEGINNING = 60, TURNING = 20 };

struct loop {
    enum talk_loop kind;
    size_t number; /* of the function's loops */
    size_t next;   /* event or group */
    bool begun;
    struct anchor *anchors;
    size_t anchor_count;
    struct group *groups;
    size_t group_count;
    enum why unseen;  /* why there may be events that are in no group */
    const char *word; /* of periods: month, quarter or year, … */
    int months;       /* … how many there are in one, … */
    struct days at;   /* … and which is next */
};

/* --- turns ------------------------------------------------------------------------------------ */

/* The loop in hand is another one only when that has begun before this was done: it is within. */
static struct timeline *step(lua_State *L, struct loop *loop)
{
    struct timeline *timeline = timeline_of(L);
    if (loop->begun && timeline->loop != loop)
        room_refuse(L, "a loop over anchors stands within another, so it is not known whose turn "
                       "it is. Use timeline:all for the inner one");
    if (!loop->begun)
        loop->number = timeline->loop_count++;
    loop->begun = true;
    timeline->loop = loop;
    timeline->in_turn = false;
    room_charge(L, TURNING);
    return timeline;
}

static int end(lua_State *L, struct timeline *timeline)
{
    timeline->loop = NULL;
    lua_pushnil(L);
    return 1;
}

static struct loop *loop_of(lua_State *L)
{
    return lua_touserdata(L, lua_upvalueindex(1));
}

/* The function that a `for` calls for each turn. */
static struct loop *push_loop(lua_State *L, enum talk_loop kind, lua_CFunction next)
{
    struct loop *loop = arena_take(timeline_of(L)->reader.arena, sizeof *loop);
    loop->kind = kind;
    room_charge(L, BEGINNING);
    lua_pushlightuserdata(L, loop);
    lua_pushcclosure(L, next, 1);
    return loop;
}

/* Without a turn it decides: might there be anchors that nobody could see? */
static void note_missing(struct timeline *timeline, const struct patterns *patterns)
{
    if (timeline->missing == WHY_NONE || timeline->missing == WHY_COUNT)
        timeline->missing = patterns_unseen(timeline, patterns);
}

static void begin_at(struct timeline *timeline, const struct loop *loop, const struct event *anchor,
                     enum why open, enum why doubt)
{
    const struct record *record = &timeline->record;
    struct turn turn = {.loop = loop->kind, .number = loop->number, .open = open, .doubt = doubt};
    turn.window = record_is_observed(record, anchor->begin.low, anchor->begin.high);
    if (loop->kind == LOOP_PERIODS)
        turn.period = (struct days){anchor->begin.low, anchor->end.high};
    else
        turn.event = anchor;
    timeline_begin_turn(timeline, &turn);
}

/* --- each ------------------------------------------------------------------------------------- */

static int next_each(lua_State *L)
{
    struct loop *loop = loop_of(L);
    struct timeline *timeline = step(L, loop);
    if (loop->next == loop->anchor_count)
        return end(L, timeline);
    const struct anchor *anchor = &loop->anchors[loop->next++];
    begin_at(timeline, loop, anchor->event,
             anchor->fit.sure == PERHAPS ? anchor->fit.why : WHY_NONE, WHY_NONE);
    events_push(L, anchor->event);
    return 1;
}

int loops_each(lua_State *L)
{
    struct patterns patterns = patterns_read(L, 2, "timeline:each", false, false);
    note_missing(timeline_of(L), &patterns);
    struct loop *loop = push_loop(L, LOOP_EACH, next_each);
    loop->anchors = spells_anchors(L, &patterns, &loop->anchor_count);
    return 1;
}

/* --- groups ----------------------------------------------------------------------------------- */

/* Another event in it, or one in another place, might change what is found. */
static enum why group_open(const struct record *record, const struct group *group, enum why unseen)
{
    if (group->doubt != WHY_NONE)
        return group->doubt;
    day last = group->events[group->count - 1]->begin.high;
    bool seen = record_is_observed(record, group->events[0]->begin.low, last);
    return unseen == WHY_KIND_NOT_COLLECTED || !seen ? unseen : WHY_NONE;
}

static int next_group(lua_State *L)
{
    struct loop *loop = loop_of(L);
    struct timeline *timeline = step(L, loop);
    if (loop->next == loop->group_count)
        return end(L, timeline);
    const struct group *group = &loop->groups[loop->next++];
    begin_at(timeline, loop, group->events[0], group_open(&timeline->record, group, loop->unseen),
             loop->unseen);
    lua_pushstring(L, group->key);
    lua_createtable(L, (int)group->count, 0);
    for (size_t i = 0; i < group->count; i++) {
        events_push(L, group->events[i]);
        lua_rawseti(L, -2, (lua_Integer)i + 1);
    }
    return 2;
}

int loops_groups(lua_State *L)
{
    const char *name = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "?";
    size_t field = record_field(name);
    if (field == RECORD_FIELDS || field == EVENT_edge ||
        (field < EVENT_COLUMN_COUNT && event_column[field].type == COLUMN_WORDS))
        room_refuse(L,
                    "timeline:groups takes a field first, as in timeline:groups(\"thread\", "
                    "\"contact\"). `%s` is none",
                    name);
    struct patterns patterns = patterns_read(L, 3, "timeline:groups", false, false);
    for (size_t i = 0; i < patterns.count; i++)
        if (patterns.all[i].spells || patterns.all[i].at_end)
            room_refuse(L,
                        "timeline:groups puts single events together; `spell` and `edge` go with "
                        "timeline:each, timeline:all and the looks");
    timeline_of(L)->stands = true;
    note_missing(timeline_of(L), &patterns);
    struct loop *loop = push_loop(L, LOOP_GROUPS, next_group);
    loop->unseen = patterns_unseen(timeline_of(L), &patterns);
    loop->groups = groups_make(L, &patterns, field, &loop->group_count);
    return 1;
}

/* --- periods ---------------------------------------------------------------------------------- */

static struct days period_at(int months, day at)
{
    int year, month, date;
    day_parts(at, &year, &month, &date);
    int first = (month - 1) / months * months + 1, last = first + months - 1;
    return (struct days){day_of(year, first, 1), day_of(year, last, day_days_in(year, last))};
}

/* Comes to the next that was wholly observed, if any is left. */
static bool has_period(const struct record *record, struct loop *loop)
{
    day last = record_last_day(record);
    while (loop->at.high <= last && !record_is_observed(record, loop->at.low, loop->at.high))
        loop->at = period_at(loop->months, loop->at.high + 1);
    return loop->at.high <= last;
}

static const struct event *period_of(struct arena *arena, const struct loop *loop)
{
    struct event *period = arena_take(arena, sizeof *period);
    *period = (struct event){.id = "",
                             .kind = loop->word,
                             .begin = {loop->at.low, loop->at.low},
                             .end = {loop->at.high, loop->at.high},
                             .interval = true,
                             .time = -1,
                             .until_time = -1,
                             .seq = -1};
    return period;
}

static int next_period(lua_State *L)
{
    struct loop *loop = loop_of(L);
    struct timeline *timeline = step(L, loop);
    room_charge(L, 50);
    if (!has_period(&timeline->record, loop))
        return end(L, timeline);
    const struct event *period = period_of(timeline->reader.arena, loop);
    loop->at = period_at(loop->months, loop->at.high + 1);
    begin_at(timeline, loop, period, WHY_NONE, WHY_NONE);
    events_push(L, period);
    return 1;
}

/* Somebody who is made up may be observed for ever, which is a hundred thousand months. */
static void begin_periods(lua_State *L, struct loop *loop)
{
    struct timeline *timeline = timeline_of(L);
    const struct record *record = &timeline->record;
    day first = record_first_day(record), last = record_last_day(record);
    if (first == DAY_FIRST || last == DAY_LAST)
        room_refuse(L, "timeline:periods needs a first and a last observed day. Give the example "
                       "`from` and `as_of`");
    loop->at = period_at(loop->months, first);
    next_day_add(&timeline->next, period_at(loop->months, last).high);
}

int loops_periods(lua_State *L)
{
    static const struct {
        const char *word;
        int months;
    } periods[] = {{"month", 1}, {"quarter", 3}, {"year", 12}};
    const char *asked = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "";
    struct timeline *timeline = timeline_of(L);
    for (size_t i = 0; i < sizeof periods / sizeof *periods; i++) {
        if (strcmp(asked, periods[i].word) != 0)
            continue;
        struct loop *loop = push_loop(L, LOOP_PERIODS, next_period);
        loop->word = periods[i].word;
        loop->months = periods[i].months;
        if (timeline->record.observed_count)
            begin_periods(L, loop);
        if (!has_period(&timeline->record, loop) && timeline->missing == WHY_COUNT)
            timeline->missing = WHY_NO_ANCHOR;
        return 1;
    }
    room_refuse(L, "timeline:periods takes \"month\", \"quarter\" or \"year\"");
}
