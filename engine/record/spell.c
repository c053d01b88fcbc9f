/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Spells: events with at most so many days between are one, from the first to the last.
 *
 * Whether two are one may be open: their dates are not exact, days between them were not observed,
 * or what keeps them apart is not recorded. They are then told as two, of which the later may not
 * be a beginning of its own and the earlier may not have ended yet. */
#include "record/spell.h"

#include <string.h>

#include "record/agree.h"

/* A spell being made. `reach` is the last day on which an event may begin that is still of it. */
struct growing {
    struct event event; /* the first, with the days of the whole */
    const struct event **parts;
    size_t count, room;
    day reach, late;       /* late: the last day on which it may have ended */
    enum why begins, ends; /* what leaves open whether it begins, and ends, here */
};

struct join {
    size_t earlier, later; /* that may be one */
};

struct making {
    const struct pattern *pattern;
    const struct record *record;
    struct arena *arena;
    struct growing *spells;
    size_t count, room, open; /* those before `open` are over */
    struct join *joins;
    size_t join_count, join_room;
};

bool spell_overlaps(const struct event *a, const struct event *b)
{
    for (size_t i = 0; i < spell_size(a); i++)
        for (size_t j = 0; j < spell_size(b); j++)
            if (spell_part(a, i) == spell_part(b, j))
                return true;
    return false;
}

/* What was not seen on days that were not observed may lie between as well. */
static day reach_of(const struct making *making, day end)
{
    const struct record *record = making->record;
    day reach = end + making->pattern->spell;
    for (size_t i = 0; i + 1 < record->observed_count; i++)
        if (record->observed[i].until + 1 <= reach)
            reach = day_later(reach, record->observed[i + 1].from - 1 + making->pattern->spell);
    return reach;
}

static struct fit is_near(const struct making *making, const struct growing *spell,
                          const struct event *event)
{
    int most = making->pattern->spell;
    if (event->begin.low > spell->reach)
        return (struct fit){SURELY_NOT, WHY_NONE};
    if (event->begin.high - spell->event.end.low <= most &&
        spell->event.begin.high - event->end.low <= most)
        return (struct fit){SURELY, WHY_NONE};
    bool seen = event->begin.low - spell->event.end.high <= most;
    return (struct fit){PERHAPS, seen ? WHY_DATE_NOT_EXACT : WHY_GAP};
}

/* Kept apart by a field: what lacks it may be of any. */
static struct fit is_alike(const struct making *making, const struct growing *spell,
                           const struct event *event)
{
    size_t field = making->pattern->apart;
    struct fit fit = {SURELY_NOT, WHY_NONE};
    if (!making->pattern->keeps_apart)
        return (struct fit){SURELY, WHY_NONE};
    for (size_t i = 0; i < spell->count && fit.sure != SURELY; i++) {
        enum basis unused;
        const struct event *part = spell->parts[i];
        struct fit one = {PERHAPS, WHY_NOT_RECORDED};
        if (field == EVENT_thread)
            one = thread_same(part, event, &unused);
        else if (agree_recorded(part, field) && agree_recorded(event, field))
            one = (struct fit){agree_shares(part, field, event, field) ? SURELY : SURELY_NOT,
                               WHY_NONE};
        fit = one.sure > fit.sure ? one : fit;
    }
    return fit;
}

static struct fit is_one(const struct making *making, const struct growing *spell,
                         const struct event *event)
{
    struct fit near = is_near(making, spell, event);
    return near.sure == SURELY_NOT ? near : fit_and(near, is_alike(making, spell, event));
}

/* The time at which the last of them ended; not known where one of that day has none. */
static int last_time(const struct event *whole, const struct event *event)
{
    int own = event->interval ? event->until_time : event->time;
    if (event->end.low > whole->end.high)
        return own;
    if (event->end.high < whole->end.low)
        return whole->until_time;
    return own < 0 || whole->until_time < 0 ? -1
           : own > whole->until_time        ? own
                                            : whole->until_time;
}

static void begin_whole(struct event *whole, const struct event *first)
{
    *whole = *first;
    whole->until_time = first->interval ? first->until_time : first->time;
}

static void add_to_whole(struct event *whole, const struct event *event)
{
    whole->until_time = last_time(whole, event);
    whole->interval = true;
    whole->begin.high = day_earlier(whole->begin.high, event->begin.high);
    whole->end.low = day_later(whole->end.low, event->end.low);
    whole->end.high = day_later(whole->end.high, event->end.high);
}

static struct spell *stand_for(struct arena *arena, const struct event **parts, size_t count)
{
    struct spell *spell = arena_take(arena, sizeof *spell);
    *spell = (struct spell){.parts = parts, .count = count, .settled = DAY_NONE};
    return spell;
}

struct event *spell_of(const struct event **parts, size_t count, struct arena *arena)
{
    struct event *whole = arena_take(arena, sizeof *whole);
    begin_whole(whole, parts[0]);
    for (size_t i = 1; i < count; i++)
        add_to_whole(whole, parts[i]);
    whole->spell = stand_for(arena, parts, count);
    return whole;
}

void spell_put_at_end(struct event *event)
{
    event->begin = event->end;
    event->time = event->interval ? event->until_time : event->time;
    event->seq = event->interval ? -1 : event->seq;
    event->interval = false;
}

/* --- making them of a record ------------------------------------------------------------------ */

static void add(struct making *making, struct growing *spell, const struct event *event)
{
    spell->parts =
        arena_grow(making->arena, spell->parts, spell->count, &spell->room, sizeof *spell->parts);
    if (spell->count == 0)
        begin_whole(&spell->event, event);
    else
        add_to_whole(&spell->event, event);
    spell->parts[spell->count++] = event;
    spell->reach = reach_of(making, spell->event.end.high);
}

static void note(struct making *making, size_t earlier, size_t later)
{
    making->joins = arena_grow(making->arena, making->joins, making->join_count, &making->join_room,
                               sizeof *making->joins);
    making->joins[making->join_count++] = (struct join){earlier, later};
}

/* A spell of its own, which may go on from one before it. */
static void begin(struct making *making, const struct event *event)
{
    making->spells = arena_grow(making->arena, making->spells, making->count, &making->room,
                                sizeof *making->spells);
    struct growing *spell = &making->spells[making->count];
    *spell = (struct growing){.count = 0};
    for (size_t i = making->open; i < making->count; i++) {
        struct fit fit = is_one(making, &making->spells[i], event);
        if (fit.sure == SURELY_NOT)
            continue;
        spell->begins = fit.why;
        making->spells[i].ends = fit.why;
        note(making, i, making->count);
    }
    add(making, spell, event);
    making->count++;
}

/* Events come in order of their first day, so what is over stays over. */
static void take(struct making *making, const struct event *event)
{
    while (making->open < making->count && making->spells[making->open].reach < event->begin.low)
        making->open++;
    for (size_t i = making->open; i < making->count; i++)
        if (is_one(making, &making->spells[i], event).sure == SURELY) {
            add(making, &making->spells[i], event);
            return;
        }
    begin(making, event);
}

/* A spell lasts at least to its last event; to the end of what may be one with it; and while too
 * few days have been observed since, nobody knows. */
static void find_late_ends(struct making *making)
{
    day last = record_last_day(making->record);
    for (size_t i = 0; i < making->count; i++) {
        struct growing *spell = &making->spells[i];
        bool is_over = last == DAY_NONE || spell->event.end.high + making->pattern->spell <= last;
        spell->late = is_over ? spell->event.end.high : DAY_LAST;
    }
    for (size_t i = making->join_count; i-- > 0;) {
        struct growing *spell = &making->spells[making->joins[i].earlier];
        spell->late = day_later(spell->late, making->spells[making->joins[i].later].late);
    }
}

static void finish(const struct making *making, const struct growing *grown, struct event *event)
{
    struct spell *spell = stand_for(making->arena, grown->parts, grown->count);
    *event = grown->event;
    spell->open[LOOK_AFTER] = grown->begins;
    spell->open[LOOK_BEFORE] = grown->ends;
    spell->settled = event->end.high + making->pattern->spell;
    event->spell = spell;
    if (making->pattern->at_end && grown->ends == WHY_NONE && grown->late > event->end.high)
        spell->open[LOOK_BEFORE] = WHY_FOLLOWUP_SHORT;
    if (!making->pattern->at_end && grown->late > event->end.high) {
        event->interval = true;
        event->end.high = grown->late;
    }
}

static struct events spells_of(const struct pattern *pattern, const struct record *record,
                               struct arena *arena)
{
    struct making making = {.pattern = pattern, .record = record, .arena = arena};
    for (size_t i = 0; i < record->event_count; i++)
        if (pattern_fits(pattern, &record->events[i]))
            take(&making, &record->events[i]);
    find_late_ends(&making);
    struct event *events = arena_array(arena, making.count + 1, sizeof *events);
    for (size_t i = 0; i < making.count; i++)
        finish(&making, &making.spells[i], &events[i]);
    return (struct events){.at = events, .count = making.count};
}

/* Every event of these kinds, as something that stands for itself. */
static struct events each_of(const struct pattern *pattern, const struct record *record,
                             struct arena *arena)
{
    struct event *events = arena_array(arena, record->event_count + 1, sizeof *events);
    size_t count = 0;
    for (size_t i = 0; i < record->event_count; i++) {
        const struct event **self = NULL;
        if (!pattern_names(pattern, &record->events[i]))
            continue;
        self = arena_take(arena, sizeof(const struct event *));
        *self = &record->events[i];
        events[count] = record->events[i];
        events[count++].spell = stand_for(arena, self, 1);
    }
    return (struct events){.at = events, .count = count};
}

/* An interval stands where it ends; what has not ended by then is not there yet. */
static struct events ends_of(struct events all, day as_of, struct arena *arena)
{
    struct event *events = arena_array(arena, all.count + 1, sizeof *events);
    size_t count = 0;
    for (size_t i = 0; i < all.count; i++) {
        struct event *event = &events[count];
        *event = all.at[i];
        if (event->interval && (event->end.low > as_of || event->end.low >= DAY_LAST))
            continue;
        count++;
        struct spell *spell = stand_for(arena, event->spell->parts, event->spell->count);
        spell->open[LOOK_AFTER] = spell->open[LOOK_BEFORE] = event->spell->open[LOOK_BEFORE];
        spell->settled = event->spell->settled;
        event->spell = spell;
        spell_put_at_end(event);
    }
    return (struct events){.at = events, .count = count};
}

static struct events chosen_of(const struct pattern *pattern, const struct record *record,
                               struct arena *arena)
{
    struct events all = {.at = record->events, .count = record->event_count};
    if (!pattern->spells && !pattern->at_end)
        return all;
    all = pattern->spells ? spells_of(pattern, record, arena) : each_of(pattern, record, arena);
    return pattern->at_end ? ends_of(all, record->as_of, arena) : all;
}

/* Whether an event is the first is asked of each, over all before it: so which of them fit is
 * worked out beforehand. */
struct events pattern_events(const struct pattern *pattern, const struct record *record,
                             struct arena *arena)
{
    struct events events = chosen_of(pattern, record, arena);
    if (!pattern->only_first)
        return events;
    bool *fit = arena_array(arena, events.count, sizeof *fit);
    for (size_t i = 0; i < events.count; i++)
        fit[i] = pattern_fits(pattern, &events.at[i]);
    events.fit = fit;
    return events;
}

void pattern_next(const struct pattern *pattern, const struct record *record, struct events among,
                  struct next_day *next)
{
    for (size_t i = 0; pattern->at_end && i < record->event_count; i++)
        if (record->events[i].interval && pattern_names(pattern, &record->events[i]))
            next_day_add(next, record->events[i].end.low);
    for (size_t i = 0; pattern->spells && i < among.count; i++)
        next_day_add(next, among.at[i].spell->settled);
}
