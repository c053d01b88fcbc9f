/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "run/own.h"

#include <string.h>

static bool is_for_learning(const struct stored_event *event)
{
    const char *visibility = event->columns[EVENT_visibility];
    return !visibility || strcmp(visibility, "learning") == 0;
}

/* The same person without what they keep from learning. */
static struct stored_person for_learning(const struct stored_person *stored, struct arena *arena)
{
    struct stored_person rest = *stored;
    rest.events = arena_array(arena, stored->event_count, sizeof *rest.events);
    rest.event_count = 0;
    for (size_t i = 0; i < stored->event_count; i++)
        if (is_for_learning(&stored->events[i]))
            rest.events[rest.event_count++] = stored->events[i];
    return rest;
}

static bool keeps_any(const struct stored_person *stored)
{
    for (size_t i = 0; i < stored->event_count; i++)
        if (!is_for_learning(&stored->events[i]))
            return true;
    return false;
}

static bool is_same(const struct derived_finding *a, const struct derived_finding *b)
{
    return a->indicator == b->indicator && a->window == b->window && a->has_value == b->has_value &&
           (!a->has_value || a->value == b->value) && strcmp(a->date, b->date) == 0 &&
           strcmp(a->state, b->state) == 0 && strcmp(a->why, b->why) == 0 &&
           strcmp(a->class, b->class) == 0 && strcmp(a->events, b->events) == 0;
}

static bool stands(const struct derived_finding *findings, size_t count,
                   const struct derived_finding *one)
{
    for (size_t i = 0; i < count; i++)
        if (is_same(&findings[i], one))
            return true;
    return false;
}

bool own_mark(struct work *work, const struct stored_person *stored,
              struct derived_finding *findings, size_t count)
{
    struct record record;
    struct derived_finding *others;
    size_t other_count;
    if (!keeps_any(stored))
        return true;
    struct stored_person rest = for_learning(stored, work->person);
    timeline_fill(&rest, &work->frame, work->person, &record);
    work_next(work, &rest, &record);
    bool noticed = work_notice(work, &record, &others, &other_count);
    for (size_t i = 0; i < count; i++)
        findings[i].own = !stands(others, other_count, &findings[i]);
    return noticed;
}
