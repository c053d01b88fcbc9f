/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands for other events: spells, and intervals where they end. They are made for a question
 * and are in no record; what is told of them are the events that they stand for. */
#include <string.h>

#include "worker/timeline.h"

static bool stands_for_others(const struct pattern *pattern)
{
    return pattern->spells || pattern->at_end;
}

struct events spells_choose(lua_State *L, const struct pattern *pattern, struct arena *arena)
{
    struct timeline *timeline = timeline_of(L);
    const struct record *record = &timeline->record;
    if (stands_for_others(pattern))
        room_charge(L, (int64_t)record->event_count);
    struct events among = pattern_events(pattern, record, arena);
    pattern_next(pattern, record, among, &timeline->next);
    return among;
}

const struct event *spells_keep(struct timeline *timeline, const struct event *event)
{
    struct arena *arena = timeline->reader.arena;
    if (!event || !event->spell)
        return event;
    size_t size = event->spell->count * sizeof(const struct event *);
    struct event *kept = arena_take(arena, sizeof *kept);
    struct spell *spell = arena_take(arena, sizeof *spell);
    const struct event **parts = arena_take(arena, size);
    memcpy(parts, event->spell->parts, size);
    *spell = *event->spell;
    spell->parts = parts;
    *kept = *event;
    kept->spell = spell;
    return kept;
}

/* --- anchors ---------------------------------------------------------------------------------- */

struct listing {
    struct arena *arena;
    struct anchor *anchors;
    size_t count, room;
};

/* Of one day, what came first into the list stays first. */
static void add(struct listing *listing, const struct event *event, struct fit fit)
{
    if (fit.sure == SURELY_NOT)
        return;
    listing->anchors = arena_grow(listing->arena, listing->anchors, listing->count, &listing->room,
                                  sizeof *listing->anchors);
    size_t at = listing->count++;
    for (; at > 0 && listing->anchors[at - 1].event->begin.low > event->begin.low; at--)
        listing->anchors[at] = listing->anchors[at - 1];
    listing->anchors[at] = (struct anchor){event, fit};
}

static void add_standing(lua_State *L, const struct pattern *pattern, struct listing *listing)
{
    const struct record *record = &timeline_of(L)->record;
    struct events among = spells_choose(L, pattern, listing->arena);
    for (size_t i = 0; i < among.count; i++) {
        const struct event *event = &among.at[i];
        if (!pattern_fits(pattern, event))
            continue;
        enum why open = event->spell->open[LOOK_AFTER];
        struct fit fit = pattern_first(pattern, record, among, event);
        add(listing, event, open == WHY_NONE ? fit : fit_and(fit, (struct fit){PERHAPS, open}));
    }
}

struct anchor *spells_anchors(lua_State *L, const struct patterns *patterns, size_t *count)
{
    struct timeline *timeline = timeline_of(L);
    struct listing listing = {.arena = timeline->reader.arena};
    for (size_t i = 0; i < timeline->record.event_count; i++)
        add(&listing, &timeline->record.events[i],
            patterns_fit(timeline, patterns, &timeline->record.events[i]));
    for (size_t i = 0; i < patterns->count; i++)
        if (stands_for_others(&patterns->all[i]))
            add_standing(L, &patterns->all[i], &listing);
    *count = listing.count;
    return listing.anchors;
}
