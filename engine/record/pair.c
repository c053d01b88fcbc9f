/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record/pair.h"

#include <string.h>

enum edge { EDGE_NONE, EDGE_START, EDGE_END };

static enum edge edge_of(const struct event *event)
{
    const char *edge = event->field[EVENT_edge];
    if (!edge)
        return EDGE_NONE;
    return strcmp(edge, "start") == 0 ? EDGE_START : EDGE_END;
}

static bool is_same_sort(const struct event *a, const struct event *b)
{
    const char *x = a->field[EVENT_subtype], *y = b->field[EVENT_subtype];
    return strcmp(a->kind, b->kind) == 0 && strcmp(x ? x : "", y ? y : "") == 0;
}

/* The start that this end closes: the last one open before it, else one of the same day whose order
 * to it is not known. */
static struct event *start_of(struct record *record, size_t end, const bool *taken)
{
    struct event *events = record->events;
    for (size_t i = end; i-- > 0;)
        if (!taken[i] && edge_of(&events[i]) == EDGE_START &&
            is_same_sort(&events[i], &events[end]))
            return &events[i];
    for (size_t i = end + 1; i < record->event_count; i++)
        if (!taken[i] && edge_of(&events[i]) == EDGE_START &&
            is_same_sort(&events[i], &events[end]) && record_order(&events[end], &events[i]) == 0)
            return &events[i];
    return NULL;
}

static void close_start(struct event *start, const struct event *end)
{
    start->interval = true;
    start->end = end->begin;
    if (start->end.low < start->begin.low)
        start->end.low = start->begin.low;
    start->until_time = end->time;
    for (size_t i = 0; i < EVENT_COLUMN_COUNT; i++)
        if (!start->field[i])
            start->field[i] = end->field[i];
    for (size_t i = 0; i < TAKEN_COUNT; i++)
        if (!start->taken[i])
            start->taken[i] = end->taken[i];
    if (!start->outcome_by)
        start->outcome_by = end->outcome_by;
}

static void end_alone(struct event *end)
{
    end->interval = true;
    end->end = end->begin;
    end->until_time = end->time;
    end->begin.low = DAY_FIRST;
    end->time = -1;
    end->seq = -1;
}

static void start_alone(struct event *start)
{
    start->interval = true;
    start->end = (struct days){DAY_LAST, DAY_LAST};
    start->until_time = -1;
}

static bool has_edges(const struct record *record)
{
    for (size_t i = 0; i < record->event_count; i++)
        if (edge_of(&record->events[i]) != EDGE_NONE)
            return true;
    return false;
}

/* `taken`: starts that are closed, and ends that went into one. */
static void close_ends(struct record *record, bool *taken)
{
    for (size_t i = 0; i < record->event_count; i++) {
        if (edge_of(&record->events[i]) != EDGE_END)
            continue;
        struct event *start = start_of(record, i, taken);
        if (!start)
            continue;
        close_start(start, &record->events[i]);
        taken[start - record->events] = taken[i] = true;
    }
}

static void close_singles(struct record *record, const bool *taken)
{
    for (size_t i = 0; i < record->event_count; i++) {
        struct event *event = &record->events[i];
        enum edge edge = edge_of(event);
        if (!taken[i] && edge == EDGE_START)
            start_alone(event);
        if (!taken[i] && edge == EDGE_END)
            end_alone(event);
    }
}

bool pair_edges(struct record *record, struct arena *arena)
{
    if (!has_edges(record))
        return false;
    bool *taken = arena_array(arena, record->event_count, sizeof *taken);
    close_ends(record, taken);
    close_singles(record, taken);
    size_t kept = 0;
    for (size_t i = 0; i < record->event_count; i++) {
        struct event event = record->events[i];
        bool went_into_a_start = taken[i] && edge_of(&event) == EDGE_END;
        event.field[EVENT_edge] = NULL;
        if (!went_into_a_start)
            record->events[kept++] = event;
    }
    record->event_count = kept;
    return true;
}
