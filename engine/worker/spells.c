/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands for other events: spells, and intervals where they end. They are made for a question
 * and are in no record; what is told of them are the events that they stand for. */
#include <string.h>

#include "worker/timeline.h"

struct events spells_choose(lua_State *L, const struct pattern *pattern, struct arena *arena)
{
    struct timeline *timeline = timeline_of(L);
    const struct record *record = &timeline->record;
    if (pattern_stands(pattern))
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

struct anchoring spells_anchoring(lua_State *L, const struct patterns *patterns)
{
    struct timeline *timeline = timeline_of(L);
    struct arena *arena = timeline->reader.arena;
    struct events *among = arena_array(arena, patterns->count, sizeof *among);
    for (size_t i = 0; i < patterns->count; i++)
        among[i] = spells_choose(L, &patterns->all[i], arena);
    return (struct anchoring){patterns->all, among, patterns->count, &timeline->record};
}

struct anchor *spells_anchors(lua_State *L, const struct patterns *patterns, size_t *count)
{
    const struct anchoring anchoring = spells_anchoring(L, patterns);
    return anchors_of(&anchoring, timeline_of(L)->reader.arena, count);
}
