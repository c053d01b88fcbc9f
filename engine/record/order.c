/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A record's events in the order in which they are printed, and edges made into intervals. */
#include "record/record.h"

#include <stdlib.h>
#include <string.h>

#include "record/pair.h"

static int compare_text(const char *a, const char *b)
{
    return strcmp(a ? a : "", b ? b : "");
}

static int compare_number(int64_t a, int64_t b)
{
    return (a > b) - (a < b);
}

static int compare_fields(const struct event *a, const struct event *b)
{
    int order = 0;
    for (size_t i = 0; i < RECORD_FIELDS && order == 0; i++)
        order = compare_text(record_says(a, i), record_says(b, i));
    return order ? order : compare_text(a->id, b->id);
}

/* Total, so that nothing depends on the order of import. Where an order is known it is this one,
 * but for a day on which some events have times and others only places; who decides must ask
 * record_order. */
static int compare_events(const void *left, const void *right)
{
    const struct event *a = left, *b = right;
    int order = compare_number(a->begin.low, b->begin.low);
    if (!order)
        order = compare_number(a->time, b->time);
    if (!order)
        order = compare_number(a->seq, b->seq);
    if (!order)
        order = compare_number(a->begin.high, b->begin.high);
    if (!order)
        order = compare_text(a->kind, b->kind);
    if (!order)
        order = compare_number(a->end.low, b->end.low);
    if (!order)
        order = compare_number(a->end.high, b->end.high);
    return order ? order : compare_fields(a, b);
}

static void sort(struct record *record)
{
    if (record->event_count)
        qsort(record->events, record->event_count, sizeof *record->events, compare_events);
}

/* Events of one id say the same, so they lie beside each other once sorted. */
static void take_doubles_away(struct record *record)
{
    size_t kept = 0;
    for (size_t i = 0; i < record->event_count; i++)
        if (kept == 0 || compare_text(record->events[kept - 1].id, record->events[i].id) != 0 ||
            !record->events[i].id)
            record->events[kept++] = record->events[i];
    record->event_count = kept;
}

void record_arrange(struct record *record, struct arena *arena)
{
    sort(record);
    take_doubles_away(record);
    if (pair_edges(record, arena))
        sort(record);
}
