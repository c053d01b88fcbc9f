/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "timeline/timeline.h"

#include <string.h>

#include "ground/text.h"

/* The number of a column of the people file. */
static size_t person_column_of(const char *name)
{
    size_t i = 0;
    while (i < person_column_count && strcmp(person_column[i].name, name) != 0)
        i++;
    return i;
}

/* What a column says on a day: the latest row that holds by then and says something. */
const char *timeline_says(const struct stored_person *stored, const char *column, day on)
{
    size_t at = person_column_of(column);
    const char *says = NULL;
    for (size_t i = 0; i < stored->row_count; i++)
        if (stored->rows[i].from <= on && stored->rows[i].columns[at])
            says = stored->rows[i].columns[at];
    return says;
}

const char *timeline_area(const struct stored_person *stored, day on)
{
    const char *area = NULL;
    for (size_t i = 0; i < stored->row_count; i++)
        if (stored->rows[i].from <= on && stored->rows[i].area)
            area = stored->rows[i].area;
    return area;
}

bool timeline_shares(const struct stored_person *stored)
{
    const char *shares = timeline_says(stored, "shares", DAY_LAST);
    return shares && strcmp(shares, "yes") == 0;
}

/* A date of the source and its `precision` as every day it may be. */
static struct days event_days(const struct stored_event *event)
{
    struct days days = {DAY_FIRST, DAY_LAST};
    const char *precision = event->columns[EVENT_precision];
    if (!days_read(event->date, &days) || !precision || strcmp(precision, "day") == 0)
        return days;
    char text[8] = {0};
    if (strcmp(precision, "unknown") == 0)
        return (struct days){DAY_FIRST, DAY_LAST};
    if (strcmp(precision, "year") == 0)
        memcpy(text, event->date, 4);
    else if (strcmp(precision, "month") == 0)
        memcpy(text, event->date, 7);
    if (text[0] && days_read(text, &days))
        return days;
    int year, month, date;
    day_parts(days.low, &year, &month, &date);
    int first = (month - 1) / 3 * 3 + 1;
    return (struct days){day_of(year, first, 1),
                         day_of(year, first + 2, day_days_in(year, first + 2))};
}

static int minutes_of(const char *text)
{
    return text ? minutes_read(text) : -1;
}

static void fill_end(const struct stored_event *from, struct event *to)
{
    const char *until = from->columns[EVENT_until];
    to->interval = until != NULL;
    to->end = to->begin;
    if (until && !days_read(until, &to->end))
        to->end = (struct days){to->begin.low, DAY_LAST};
}

static void fill_event(const struct stored_event *from, struct event *to)
{
    int64_t seq;
    *to = (struct event){.id = from->id,
                         .kind = from->kind,
                         .begin = event_days(from),
                         .time = minutes_of(from->columns[EVENT_time]),
                         .until_time = minutes_of(from->columns[EVENT_until_time]),
                         .seq = -1,
                         .outcome_by = from->columns[EVENT_outcome_by]};
    if (from->columns[EVENT_seq] && text_whole(from->columns[EVENT_seq], &seq))
        to->seq = (int)seq;
    for (size_t i = 0; i < EVENT_COLUMN_COUNT; i++)
        to->field[i] = from->columns[i];
    fill_end(from, to);
}

/* The first day anything of this person is known on, or DAY_NONE. */
static day first_known(const struct stored_person *stored, const struct record *record)
{
    day first = DAY_NONE;
    for (size_t i = 0; i < record->event_count; i++)
        if (first == DAY_NONE || record->events[i].begin.low < first)
            first = record->events[i].begin.low;
    for (size_t i = 0; i < stored->administration_count; i++) {
        const struct stored_administration *a = &stored->administrations[i];
        if (a->place == 0 && (first == DAY_NONE || a->date < first))
            first = a->date;
    }
    return first;
}

/* Observed from `since`, else from the first record, until `until`; what ends it sooner is the
 * record's. */
static void observe(const struct stored_person *stored, struct arena *arena, struct record *record)
{
    struct days said;
    day from = first_known(stored, record), until = record->as_of;
    const char *since = timeline_says(stored, "since", DAY_LAST);
    const char *to = timeline_says(stored, "until", DAY_LAST);
    if (since && days_read(since, &said))
        from = said.low;
    if (to && days_read(to, &said))
        until = said.high;
    if (from != DAY_NONE)
        record_observe(record, from, until, arena);
}

/* What is collected in the area where the person is on the as-of day. */
static void fill_collected(const struct stored_person *stored, const struct timeline_frame *frame,
                           struct arena *arena, struct record *record)
{
    const char *area = timeline_area(stored, frame->as_of);
    record->collected = arena_array(arena, frame->collects_count, sizeof *record->collected);
    for (size_t i = 0; i < frame->collects_count; i++) {
        const struct stored_collects *c = &frame->collects[i];
        bool here = area && c->area ? strcmp(area, c->area) == 0 : area == c->area;
        if (here)
            record->collected[record->collected_count++] =
                (struct collected){c->kind, c->since, c->until};
    }
}

void timeline_fill(const struct stored_person *stored, const struct timeline_frame *frame,
                   struct arena *arena, struct record *record)
{
    *record = (struct record){.person = stored->ref, .as_of = frame->as_of};
    record->events = arena_array(arena, stored->event_count, sizeof *record->events);
    for (size_t i = 0; i < stored->event_count; i++) {
        struct event *event = &record->events[record->event_count];
        fill_event(&stored->events[i], event);
        record->event_count +=
            event->begin.low <= frame->as_of; /* what is to come is not observed */
    }
    fill_collected(stored, frame, arena, record);
    record_arrange(record, arena);
    observe(stored, arena, record);
}

/* --- what time alone will change -------------------------------------------------------------- */

static void next_of_days(struct days days, struct next_day *next)
{
    next_day_add(next, days.low);
    next_day_add(next, days.high);
    next_day_add(next, days.high + 1); /* when what was not observed is over */
}

/* Events that are still to come, or of which it is not known whether they have come. */
static void next_of_events(const struct stored_person *stored, const struct record *record,
                           struct next_day *next)
{
    for (size_t i = 0; i < stored->event_count; i++)
        next_day_add(next, event_days(&stored->events[i]).low);
    for (size_t i = 0; i < record->event_count; i++) {
        next_of_days(record->events[i].begin, next);
        next_of_days(record->events[i].end, next);
    }
}

/* From when the person is observed, where that day is still to come. */
static void next_of_observing(const struct stored_person *stored, const struct record *record,
                              struct next_day *next)
{
    struct days since;
    const char *said = timeline_says(stored, "since", DAY_LAST);
    day first = first_known(stored, record);
    if (said && days_read(said, &since))
        next_day_add(next, since.low);
    else if (first != DAY_NONE)
        next_day_add(next, first);
}

day timeline_next(const struct stored_person *stored, const struct timeline_frame *frame,
                  const struct record *record)
{
    struct next_day next = {frame->as_of, DAY_NONE};
    for (size_t i = 0; i < stored->row_count; i++)
        next_day_add(&next, stored->rows[i].from); /* a move */
    next_of_events(stored, record, &next);
    next_of_observing(stored, record, &next);
    for (size_t i = 0; i < record->collected_count; i++) {
        next_day_add(&next, record->collected[i].since);
        if (record->collected[i].until < DAY_LAST)
            next_day_add(&next, record->collected[i].until + 1);
    }
    return next.day;
}
