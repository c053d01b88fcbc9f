/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When somebody was observed, and what is collected where they are. */
#include <string.h>

#include "record/record.h"

static day last_day_seen(const struct record *record, day until)
{
    day last = record->as_of < until ? record->as_of : until;
    for (size_t i = 0; i < record->event_count; i++) {
        const struct event *event = &record->events[i];
        bool ends = strcmp(event->kind, "death") == 0 || strcmp(event->kind, "moved_away") == 0;
        if (ends && event->begin.low < last)
            last = event->begin.low;
    }
    return last;
}

static void add_stretch(struct record *record, day from, day until)
{
    if (from <= until)
        record->observed[record->observed_count++] = (struct observed){from, until};
}

/* Events are in order of their first day, so gaps come in order of theirs. */
void record_observe(struct record *record, day from, day until, struct arena *arena)
{
    day last = last_day_seen(record, until);
    record->observed = arena_array(arena, record->event_count + 1, sizeof *record->observed);
    record->observed_count = 0;
    for (size_t i = 0; i < record->event_count; i++) {
        const struct event *event = &record->events[i];
        if (strcmp(event->kind, "not_observed") != 0 || event->end.high < from)
            continue;
        add_stretch(record, from, event->begin.low - 1 < last ? event->begin.low - 1 : last);
        from = event->end.high + 1;
    }
    add_stretch(record, from, last);
}

bool record_is_observed(const struct record *record, day from, day until)
{
    if (from > until)
        return true;
    for (size_t i = 0; i < record->observed_count; i++)
        if (record->observed[i].from <= from && until <= record->observed[i].until)
            return true;
    return false;
}

day record_first_day(const struct record *record)
{
    return record->observed_count ? record->observed[0].from : DAY_NONE;
}

day record_last_day(const struct record *record)
{
    return record->observed_count ? record->observed[record->observed_count - 1].until : DAY_NONE;
}

/* The last day of an unbroken stretch of collecting that covers `at`, or DAY_NONE. */
static day collected_until(const struct record *record, const char *kind, day at)
{
    day until = DAY_NONE;
    for (size_t i = 0; i < record->collected_count; i++) {
        const struct collected *row = &record->collected[i];
        if (row->since <= at && at <= row->until && row->until > until &&
            strcmp(row->kind, kind) == 0)
            until = row->until;
    }
    return until;
}

bool record_is_collected(const struct record *record, const char *kind, day from, day until)
{
    if (record->collects_everything)
        return true;
    while (from <= until) {
        day covered = collected_until(record, kind, from);
        if (covered == DAY_NONE)
            return false;
        from = covered + 1;
    }
    return true;
}
