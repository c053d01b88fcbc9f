/* SPDX-License-Identifier: GPL-3.0-or-later */
/* First what was recorded joins: one thread, or a link. Then what has no thread joins by its need,
 * where only one thread is about that need. What may belong to two of them joins neither and leaves
 * both open. */
#include "worker/groups.h"

#include <string.h>

struct grouping {
    struct timeline *timeline;
    size_t field;
    struct group *groups; /* as many as there are events at most */
    size_t count;
    const struct event **events;
    size_t *home; /* of each event */
    size_t event_count;
};

/* --- what an event says ----------------------------------------------------------------------- */

static bool is_said(const struct event *event, size_t field)
{
    return record_cell_says(record_says(event, field));
}

static bool says_the_same(const struct event *a, const struct event *b, size_t field)
{
    const char *one = record_says(a, field), *other = record_says(b, field);
    return one == other || (one && other && strcmp(one, other) == 0);
}

static bool both_say_the_same(const struct event *a, const struct event *b, size_t field)
{
    return is_said(a, field) && is_said(b, field) && says_the_same(a, b, field);
}

static bool says(const struct group *group, size_t field)
{
    for (size_t i = 0; i < group->tied_count; i++)
        if (is_said(group->tied[i], field))
            return true;
    return false;
}

static bool share(const struct group *a, const struct group *b, size_t field)
{
    for (size_t i = 0; i < a->tied_count; i++)
        for (size_t j = 0; j < b->tied_count; j++)
            if (both_say_the_same(a->tied[i], b->tied[j], field))
                return true;
    return false;
}

/* --- joining by what was recorded ------------------------------------------------------------- */

static bool is_linked(const struct event *a, const struct event *b)
{
    enum basis basis;
    return thread_same(a, b, &basis).sure == SURELY && basis == BASIS_RECORDED_LINK;
}

/* Where nothing is linked, all that have no thread and say the same of their need have the same
 * fate, so they go together from the beginning. */
static bool joins(const struct grouping *grouping, const struct event *a, const struct event *b)
{
    if (grouping->field != EVENT_thread)
        return event_agrees(a, b, grouping->field);
    if (grouping->timeline->linked)
        return is_linked(a, b);
    return says_the_same(a, b, EVENT_thread) &&
           (is_said(a, EVENT_thread) || says_the_same(a, b, EVENT_need));
}

static bool belongs(const struct grouping *grouping, const struct group *group,
                    const struct event *event)
{
    for (size_t i = 0; i < group->tied_count; i++)
        if (joins(grouping, group->tied[i], event))
            return true;
    return false;
}

/* Whether something belongs to two such events is one question; but a link names one event, so
 * where there are links a group keeps all of its events. */
static bool adds_a_tie(const struct grouping *grouping, const struct group *group,
                       const struct event *event)
{
    bool by_thread = grouping->field == EVENT_thread;
    if (by_thread && grouping->timeline->linked)
        return true;
    for (size_t i = 0; i < group->tied_count; i++)
        if (says_the_same(group->tied[i], event, grouping->field) &&
            (!by_thread || says_the_same(group->tied[i], event, EVENT_need)))
            return false;
    return true;
}

static void tie(const struct grouping *grouping, struct group *group, const struct event *event)
{
    if (!adds_a_tie(grouping, group, event))
        return;
    group->tied = arena_grow(grouping->timeline->reader.arena, group->tied, group->tied_count,
                             &group->tied_room, sizeof *group->tied);
    group->tied[group->tied_count++] = event;
}

static bool names_a_group(const struct grouping *grouping, const struct event *event)
{
    return is_said(event, grouping->field) ||
           (grouping->field == EVENT_thread &&
            (is_said(event, EVENT_need) || record_has_links(event)));
}

static size_t root_of(const struct grouping *grouping, size_t at)
{
    while (grouping->groups[at].into != at)
        at = grouping->groups[at].into;
    return at;
}

/* The earlier takes in the later. */
static size_t merge(struct grouping *grouping, size_t one, size_t other)
{
    size_t first = one < other ? one : other, second = one < other ? other : one;
    struct group *into = &grouping->groups[first], *from = &grouping->groups[second];
    for (size_t i = 0; i < from->tied_count; i++)
        tie(grouping, into, from->tied[i]);
    into->threaded |= from->threaded;
    into->nameless &= from->nameless;
    into->doubt = into->doubt != WHY_NONE ? into->doubt : from->doubt;
    from->into = first;
    return first;
}

static void place(struct grouping *grouping, const struct event *event)
{
    size_t home = grouping->count;
    for (size_t i = 0; i < grouping->count; i++)
        if (grouping->groups[i].into == i && belongs(grouping, &grouping->groups[i], event))
            home = home == grouping->count ? i : merge(grouping, home, i);
    struct group *group = &grouping->groups[home];
    if (home == grouping->count)
        *group = (struct group){.key = "", .nameless = true, .into = grouping->count++};
    tie(grouping, group, event);
    group->threaded |= grouping->field == EVENT_thread && is_said(event, EVENT_thread);
    group->nameless &= !names_a_group(grouping, event);
    grouping->events[grouping->event_count] = event;
    grouping->home[grouping->event_count++] = home;
}

/* --- joining by need -------------------------------------------------------------------------- */

static void doubt(struct group *group)
{
    if (group->doubt == WHY_NONE)
        group->doubt = WHY_NOT_RECORDED;
}

/* How many threads are about what it is about; `found` is the last of them. */
static size_t threads_alike(const struct grouping *grouping, const struct group *group,
                            size_t *found)
{
    size_t count = 0;
    for (size_t i = 0; i < grouping->count; i++)
        if (grouping->groups[i].into == i && grouping->groups[i].threaded &&
            share(&grouping->groups[i], group, EVENT_need)) {
            *found = i;
            count++;
        }
    return count;
}

static void leave_open(struct grouping *grouping, struct group *group)
{
    doubt(group);
    for (size_t i = 0; i < grouping->count; i++)
        if (grouping->groups[i].threaded && share(&grouping->groups[i], group, EVENT_need))
            doubt(&grouping->groups[i]);
}

static void join_alike(struct grouping *grouping, size_t at)
{
    for (size_t i = 0; i < at; i++)
        if (grouping->groups[i].into == i && !grouping->groups[i].threaded &&
            share(&grouping->groups[i], &grouping->groups[at], EVENT_need)) {
            merge(grouping, i, at);
            return;
        }
}

static void join_by_need(struct grouping *grouping)
{
    size_t *thread = arena_array(grouping->timeline->scratch, grouping->count + 1, sizeof *thread);
    for (size_t i = 0; i < grouping->count; i++) {
        struct group *group = &grouping->groups[i];
        size_t found = i, alike = 0;
        if (group->into == i && !group->threaded)
            alike = threads_alike(grouping, group, &found);
        if (alike > 1)
            leave_open(grouping, group);
        thread[i] = alike == 1 ? found : i;
    }
    for (size_t i = 0; i < grouping->count; i++)
        if (thread[i] != i)
            merge(grouping, root_of(grouping, thread[i]), i);
        else if (grouping->groups[i].into == i && !grouping->groups[i].threaded)
            join_alike(grouping, i);
}

/* May they be about the same, for want of a need? Two threads are not. */
static bool may_be_one(const struct group *a, const struct group *b)
{
    return !(a->threaded && b->threaded) && (!says(a, EVENT_need) || !says(b, EVENT_need));
}

static void doubt_what_may_be_one(struct grouping *grouping)
{
    for (size_t i = 0; i < grouping->count; i++)
        for (size_t j = i + 1; grouping->groups[i].into == i && j < grouping->count; j++)
            if (grouping->groups[j].into == j &&
                may_be_one(&grouping->groups[i], &grouping->groups[j])) {
                doubt(&grouping->groups[i]);
                doubt(&grouping->groups[j]);
            }
}

/* --- the groups ------------------------------------------------------------------------------- */

static void add(const struct grouping *grouping, struct group *group, const struct event *event)
{
    const struct event *last = group->count ? group->events[group->count - 1] : NULL;
    if (last && group->doubt == WHY_NONE && record_order(last, event) >= 0)
        group->doubt = record_order_doubt(last, event);
    group->events = arena_grow(grouping->timeline->reader.arena, group->events, group->count,
                               &group->room, sizeof *group->events);
    group->events[group->count++] = event;
}

static const char *key_of(const struct grouping *grouping, const struct group *group)
{
    size_t field = grouping->field;
    if (field == EVENT_thread && !group->threaded)
        field = EVENT_need;
    for (size_t i = 0; i < group->tied_count; i++)
        if (is_said(group->tied[i], field))
            return record_says(group->tied[i], field);
    return "";
}

/* Only those that are groups of their own, each with its events. */
static size_t keep(struct grouping *grouping)
{
    size_t kept = 0;
    for (size_t i = 0; i < grouping->event_count; i++)
        add(grouping, &grouping->groups[root_of(grouping, grouping->home[i])], grouping->events[i]);
    for (size_t i = 0; i < grouping->count; i++) {
        struct group *group = &grouping->groups[i];
        if (group->into != i || group->nameless)
            continue;
        group->key = key_of(grouping, group);
        grouping->groups[kept++] = *group;
    }
    return kept;
}

static struct grouping grouping_of(struct timeline *timeline, size_t field)
{
    struct arena *arena = timeline->reader.arena;
    size_t most = timeline->record.event_count + 1;
    struct grouping grouping = {.timeline = timeline, .field = field};
    grouping.groups = arena_array(arena, most, sizeof *grouping.groups);
    grouping.events = arena_array(arena, most, sizeof *grouping.events);
    grouping.home = arena_array(arena, most, sizeof *grouping.home);
    for (size_t i = 0; i < timeline->record.event_count; i++)
        timeline->linked = timeline->linked || record_has_links(&timeline->record.events[i]);
    return grouping;
}

struct group *groups_make(lua_State *L, const struct patterns *patterns, size_t field,
                          size_t *count)
{
    struct timeline *timeline = timeline_of(L);
    const struct record *record = &timeline->record;
    struct grouping grouping = grouping_of(timeline, field);
    const struct anchoring anchoring = spells_anchoring(L, patterns);
    for (size_t i = 0; i < record->event_count; i++) {
        room_charge(L, (int64_t)(i / 2));
        if (anchors_fit(&anchoring, i).sure == SURELY)
            place(&grouping, &record->events[i]);
    }
    if (field == EVENT_thread) {
        join_by_need(&grouping);
        doubt_what_may_be_one(&grouping);
        arena_reset(timeline->scratch);
    }
    *count = keep(&grouping);
    return grouping.groups;
}
