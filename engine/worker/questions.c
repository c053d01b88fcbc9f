/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions about events. Each is answered yes only when it is sure; what could not be decided is
 * kept with the turn. */
#include <string.h>

#include "worker/timeline.h"

enum {
    ASKING = 60,       /* steps that a question takes, */
    EVENTS_A_STEP = 8, /* and every so many events that it looks at */
};

static void charge(lua_State *L)
{
    room_charge(L, ASKING + (int64_t)timeline_of(L)->record.event_count / EVENTS_A_STEP);
}

/* --- looks ------------------------------------------------------------------------------------ */

struct asked {
    struct fit fit;              /* does any of the looks hold? */
    const struct event *nearest; /* that surely fits */
};

/* Time alone may decide what is still open. */
static void note_next(struct timeline *timeline, const struct look *look, enum look_side side,
                      const struct event *anchor)
{
    day end = anchor->interval ? anchor->end.high : anchor->begin.high;
    timeline->stands |= side == LOOK_AFTER && look->within < 0;
    if (side == LOOK_AFTER && look->within >= 0 && end < DAY_LAST)
        next_day_add(&timeline->next, end + look->within);
}

static void add_answer(struct timeline *timeline, struct asked *asked, enum look_side side,
                       const struct event *anchor, const struct look_answer *answer)
{
    const struct event *event = answer->event_count ? answer->events[0] : NULL;
    if (answer->fit.sure > asked->fit.sure)
        asked->fit = answer->fit;
    if (answer->window != WHY_NONE)
        timeline_turn(timeline)->window = false;
    if (answer->fit.sure == SURELY && event &&
        (!asked->nearest ||
         look_distance(side, anchor, event).low < look_distance(side, anchor, asked->nearest).low))
        asked->nearest = event;
}

static struct asked ask(lua_State *L, enum look_side side, bool none, const char *call)
{
    struct timeline *timeline = timeline_of(L);
    const struct event *anchor = events_check(L, 2, call);
    struct patterns patterns = patterns_read(L, 3, call, true, none);
    struct asked asked = {.fit = {SURELY_NOT, WHY_NONE}};
    for (size_t i = 0; i < patterns.count; i++) {
        charge(L);
        const struct look *look = &patterns.looks[i];
        struct events among = look_events(look, spells_choose(L, &look->pattern, timeline->scratch),
                                          timeline->scratch);
        struct look_answer answer =
            look_ask_among(look, side, &timeline->record, among, anchor, timeline->scratch);
        note_next(timeline, look, side, anchor);
        timeline_turn(timeline)->same_day |= look->same_day;
        add_answer(timeline, &asked, side, anchor, &answer);
    }
    if (asked.fit.sure == PERHAPS)
        timeline_doubt(timeline, asked.fit.why);
    asked.nearest = spells_keep(timeline, asked.nearest);
    arena_reset(timeline->scratch);
    return asked;
}

static int push_nearest(lua_State *L, enum look_side side, const char *call)
{
    struct asked asked = ask(L, side, false, call);
    if (asked.nearest)
        events_push(L, asked.nearest);
    else
        lua_pushnil(L);
    return 1;
}

static int push_none(lua_State *L, enum look_side side, const char *call)
{
    lua_pushboolean(L, ask(L, side, true, call).fit.sure == SURELY_NOT);
    return 1;
}

int questions_after(lua_State *L)
{
    return push_nearest(L, LOOK_AFTER, "timeline:after");
}

int questions_before(lua_State *L)
{
    return push_nearest(L, LOOK_BEFORE, "timeline:before");
}

int questions_none_after(lua_State *L)
{
    return push_none(L, LOOK_AFTER, "timeline:none_after");
}

int questions_none_before(lua_State *L)
{
    return push_none(L, LOOK_BEFORE, "timeline:none_before");
}

/* --- lists ------------------------------------------------------------------------------------ */

int questions_all(lua_State *L)
{
    struct timeline *timeline = timeline_of(L);
    struct patterns patterns = patterns_read(L, 2, "timeline:all", false, false);
    enum why unseen = patterns_unseen(timeline, &patterns);
    charge(L);
    timeline_doubt(timeline, unseen);
    timeline->stands = true;
    if (unseen != WHY_NONE)
        timeline_turn(timeline)->window = false;
    lua_newtable(L);
    size_t listed;
    const struct anchor *anchors = spells_anchors(L, &patterns, &listed);
    for (size_t i = 0, count = 0; i < listed; i++) {
        if (anchors[i].fit.sure == PERHAPS) {
            timeline_doubt(timeline, anchors[i].fit.why);
            continue;
        }
        events_push(L, anchors[i].event);
        lua_rawseti(L, -2, (lua_Integer)++count);
    }
    return 1;
}

/* --- days ------------------------------------------------------------------------------------- */

/* One number where it is known, else the fewest and the most. */
static int push_days(lua_State *L, struct days days)
{
    lua_pushinteger(L, days.low);
    if (days.low == days.high)
        return 1;
    timeline_turn(timeline_of(L))->inexact = true;
    lua_pushinteger(L, days.high);
    return 2;
}

/* To the last observed day; 0 while it is still running. */
static struct days days_until_now(struct timeline *timeline, const struct event *event)
{
    day last = record_last_day(&timeline->record);
    struct days from = event->interval ? event->end : event->begin;
    if (last == DAY_NONE) {
        timeline_doubt(timeline, WHY_GAP);
        return (struct days){0, 0};
    }
    next_day_add(&timeline->next, timeline->record.as_of + 1);
    timeline->stands = true;
    return (struct days){from.high < last ? last - from.high : 0,
                         from.low < last ? last - from.low : 0};
}

int questions_days(lua_State *L)
{
    const struct event *a = events_check(L, 2, "timeline:days");
    charge(L);
    if (lua_isnone(L, 3))
        return push_days(L, days_until_now(timeline_of(L), a));
    return push_days(L, record_days_before(events_check(L, 3, "timeline:days"), a));
}

/* Both ends included; what is still running runs to the last observed day. */
int questions_overlap(lua_State *L)
{
    const struct event *a = events_check(L, 2, "timeline:overlap");
    const struct event *b = events_check(L, 3, "timeline:overlap");
    struct timeline *timeline = timeline_of(L);
    day last = day_later(record_last_day(&timeline->record), DAY_FIRST);
    charge(L);
    if (day_later(a->end.high, b->end.high) >= last) {
        next_day_add(&timeline->next, timeline->record.as_of + 1);
        timeline->stands = true;
    }
    day most = day_earlier(last, day_earlier(a->end.high, b->end.high)) -
               day_later(a->begin.low, b->begin.low) + 1;
    day fewest = day_earlier(last, day_earlier(a->end.low, b->end.low)) -
                 day_later(a->begin.high, b->begin.high) + 1;
    return push_days(L, (struct days){day_later(0, fewest), day_later(0, most)});
}

int questions_change(lua_State *L)
{
    room_refuse(L, "timeline:change is in the contract, but this version gives indicators no "
                   "scores yet. Ask about events");
}

/* --- saying so -------------------------------------------------------------------------------- */

/* Those that the engine alone says are not among them. */
int questions_cannot_tell(lua_State *L)
{
    const char *said = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : "";
    for (enum why why = WHY_NONE + 1; why < WHY_COUNT; why++)
        if (strcmp(said, why_word[why]) == 0) {
            timeline_turn(timeline_of(L))->said = why;
            return 0;
        }
    room_refuse(L, "timeline:cannot_tell takes one of followup_short gap kind_not_collected "
                   "not_recorded date_not_exact order_unknown still_waiting declined no_anchor");
}
