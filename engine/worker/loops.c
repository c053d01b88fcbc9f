/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loops over anchors: each turn is one, and closed when the next begins. */
#include <string.h>

#include "worker/timeline.h"

struct group {
    const char *key;
    const struct event **events;
    size_t count, room;
    const struct event **tied;    /* one of each thread and need, and every one with links: */
    size_t tied_count, tied_room; /* to belong to these is to belong to the group */
    enum why doubt; /* why another event may belong to it, or its order is not known */
};

struct loop {
    enum talk_loop kind;
    size_t number; /* of the function's loops */
    size_t next;   /* event, group or period */
    bool begun;
    struct patterns patterns;
    struct group *groups;
    size_t group_count;
    struct event *periods;
    size_t period_count;
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
        turn.event = (size_t)(anchor - record->events);
    timeline_begin_turn(timeline, &turn);
}

/* --- each ------------------------------------------------------------------------------------- */

static int next_each(lua_State *L)
{
    struct loop *loop = loop_of(L);
    struct timeline *timeline = step(L, loop);
    while (loop->next < timeline->record.event_count) {
        const struct event *event = &timeline->record.events[loop->next++];
        struct fit fit = patterns_fit(timeline, &loop->patterns, event);
        if (fit.sure == SURELY_NOT)
            continue;
        begin_at(timeline, loop, event, fit.sure == PERHAPS ? fit.why : WHY_NONE, WHY_NONE);
        events_push(L, event);
        return 1;
    }
    return end(L, timeline);
}

int loops_each(lua_State *L)
{
    struct patterns patterns = patterns_read(L, 2, "timeline:each", false, false);
    note_missing(timeline_of(L), &patterns);
    push_loop(L, LOOP_EACH, next_each)->patterns = patterns;
    return 1;
}

/* --- groups ----------------------------------------------------------------------------------- */

static bool is_said(const struct event *event, size_t field)
{
    const char *said = record_says(event, field);
    return said && *said && strcmp(said, "unknown") != 0;
}

static bool has_links(const struct event *event)
{
    static const enum event_column links[] = {EVENT_follows, EVENT_response_to, EVENT_same_request,
                                              EVENT_part_of, EVENT_because};
    for (size_t i = 0; i < sizeof links / sizeof *links; i++)
        if (event->field[links[i]])
            return true;
    return false;
}

static bool can_be_grouped(const struct event *event, size_t field)
{
    return is_said(event, field) ||
           (field == EVENT_thread && (is_said(event, EVENT_need) || has_links(event)));
}

static struct fit agrees(const struct event *a, const struct event *b, size_t field)
{
    enum basis basis;
    if (field == EVENT_thread)
        return thread_same(a, b, &basis);
    return (struct fit){event_agrees(a, b, field) ? SURELY : SURELY_NOT, WHY_NONE};
}

/* Is it surely of this group, or may it be? */
static struct fit belongs(const struct group *group, const struct event *event, size_t field)
{
    struct fit best = {SURELY_NOT, WHY_NONE};
    for (size_t i = 0; i < group->tied_count && best.sure != SURELY; i++) {
        struct fit fit = agrees(group->tied[i], event, field);
        best = fit.sure > best.sure ? fit : best;
    }
    return best;
}

static enum why order_doubt(const struct event *a, const struct event *b)
{
    if (record_order(a, b) < 0)
        return WHY_NONE;
    bool exact = a->begin.low == a->begin.high && b->begin.low == b->begin.high;
    return exact ? WHY_ORDER_UNKNOWN : WHY_DATE_NOT_EXACT;
}

static bool says_the_same(const struct event *a, const struct event *b, size_t field)
{
    const char *one = record_says(a, field), *other = record_says(b, field);
    return one == other || (one && other && strcmp(one, other) == 0);
}

/* Whether something belongs to two such events is one question; but a link names one event, so
 * where there are links a group keeps all of its events. */
static bool adds_a_tie(const struct timeline *timeline, const struct group *group,
                       const struct event *event, size_t field)
{
    if (timeline->linked)
        return true;
    for (size_t i = 0; i < group->tied_count; i++)
        if (says_the_same(group->tied[i], event, field) &&
            (field != EVENT_thread || says_the_same(group->tied[i], event, EVENT_need)))
            return false;
    return true;
}

static void tie(struct timeline *timeline, struct group *group, const struct event *event,
                size_t field)
{
    if (!adds_a_tie(timeline, group, event, field))
        return;
    group->tied = arena_grow(timeline->reader.arena, group->tied, group->tied_count,
                             &group->tied_room, sizeof *group->tied);
    group->tied[group->tied_count++] = event;
}

static void add(struct timeline *timeline, struct group *group, const struct event *event)
{
    if (group->count && group->doubt == WHY_NONE)
        group->doubt = order_doubt(group->events[group->count - 1], event);
    group->events = arena_grow(timeline->reader.arena, group->events, group->count, &group->room,
                               sizeof *group->events);
    group->events[group->count++] = event;
}

static const char *key_of(const struct event *event, size_t field)
{
    if (field == EVENT_thread && !is_said(event, EVENT_thread))
        field = EVENT_need;
    return is_said(event, field) ? record_says(event, field) : "";
}

/* What only may belong to a group leaves it open. */
static void place(struct timeline *timeline, struct loop *loop, const struct event *event,
                  size_t field)
{
    size_t home = loop->group_count;
    for (size_t i = 0; i < loop->group_count && home == loop->group_count; i++) {
        struct fit fit = belongs(&loop->groups[i], event, field);
        if (fit.sure == SURELY)
            home = i;
        else if (fit.sure == PERHAPS && loop->groups[i].doubt == WHY_NONE)
            loop->groups[i].doubt = fit.why;
    }
    if (home == loop->group_count) {
        if (!can_be_grouped(event, field))
            return;
        loop->groups[loop->group_count++] = (struct group){.key = key_of(event, field)};
    }
    add(timeline, &loop->groups[home], event);
    tie(timeline, &loop->groups[home], event, field);
}

static void make_groups(lua_State *L, struct loop *loop, size_t field)
{
    struct timeline *timeline = timeline_of(L);
    const struct record *record = &timeline->record;
    for (size_t i = 0; i < record->event_count; i++)
        timeline->linked = timeline->linked || has_links(&record->events[i]);
    loop->groups =
        arena_array(timeline->reader.arena, record->event_count + 1, sizeof *loop->groups);
    for (size_t i = 0; i < record->event_count; i++) {
        room_charge(L, (int64_t)(i / 2));
        if (patterns_fit(timeline, &loop->patterns, &record->events[i]).sure == SURELY)
            place(timeline, loop, &record->events[i], field);
    }
}

static int next_group(lua_State *L)
{
    struct loop *loop = loop_of(L);
    struct timeline *timeline = step(L, loop);
    if (loop->next == loop->group_count)
        return end(L, timeline);
    const struct group *group = &loop->groups[loop->next++];
    begin_at(timeline, loop, group->events[0], WHY_NONE, group->doubt);
    timeline_doubt(timeline, patterns_unseen(timeline, &loop->patterns));
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
    note_missing(timeline_of(L), &patterns);
    struct loop *loop = push_loop(L, LOOP_GROUPS, next_group);
    loop->patterns = patterns;
    make_groups(L, loop, field);
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

static void add_periods(struct timeline *timeline, struct loop *loop, const char *word, int months)
{
    const struct record *record = &timeline->record;
    day first = record_first_day(record), last = record_last_day(record);
    size_t room = 0;
    for (struct days at = period_at(months, first); at.high <= last && at.high < DAY_LAST;
         at = period_at(months, at.high + 1)) {
        if (!record_is_observed(record, at.low, at.high))
            continue;
        loop->periods = arena_grow(timeline->reader.arena, loop->periods, loop->period_count, &room,
                                   sizeof *loop->periods);
        loop->periods[loop->period_count++] = (struct event){.id = "",
                                                             .kind = word,
                                                             .begin = {at.low, at.low},
                                                             .end = {at.high, at.high},
                                                             .interval = true,
                                                             .time = -1,
                                                             .until_time = -1,
                                                             .seq = -1};
    }
    next_day_add(&timeline->next, period_at(months, last).high);
}

static int next_period(lua_State *L)
{
    struct loop *loop = loop_of(L);
    struct timeline *timeline = step(L, loop);
    room_charge(L, 50);
    if (loop->next == loop->period_count)
        return end(L, timeline);
    const struct event *period = &loop->periods[loop->next++];
    begin_at(timeline, loop, period, WHY_NONE, WHY_NONE);
    events_push(L, period);
    return 1;
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
        if (timeline->record.observed_count)
            add_periods(timeline, loop, periods[i].word, periods[i].months);
        if (!loop->period_count && timeline->missing == WHY_COUNT)
            timeline->missing = WHY_NO_ANCHOR;
        return 1;
    }
    room_refuse(L, "timeline:periods takes \"month\", \"quarter\" or \"year\"");
}
