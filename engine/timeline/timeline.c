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

/* --- events ----------------------------------------------------------------------------------- */

/* The month, quarter or year around a day. */
static struct days around(day at, const char *precision)
{
    int year, month, date;
    day_parts(at, &year, &month, &date);
    int months = strcmp(precision, "month") == 0 ? 1 : strcmp(precision, "quarter") == 0 ? 3 : 12;
    int first = (month - 1) / months * months + 1, last = first + months - 1;
    return (struct days){day_of(year, first, 1), day_of(year, last, day_days_in(year, last))};
}

/* A date of the source and its `precision` as every day it may be; the wider of the two holds. */
static struct days event_days(const struct stored_event *event)
{
    struct days days = {DAY_FIRST, DAY_LAST};
    const char *precision = event->columns[EVENT_precision];
    if (!days_read(event->date, &days) || !precision || strcmp(precision, "day") == 0)
        return days;
    if (strcmp(precision, "unknown") == 0)
        return (struct days){DAY_FIRST, DAY_LAST};
    return (struct days){around(days.low, precision).low, around(days.high, precision).high};
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

/* What the services file says of the event's service: of a referral, of where it goes to. */
static void take_service(const struct timeline_frame *frame, struct event *event)
{
    bool goes = strcmp(event->kind, "referral") == 0;
    const struct stored_service *service =
        timeline_service(frame, event->field[goes ? EVENT_to : EVENT_service]);
    if (!service)
        return;
    event->taken[TAKEN_service_type] = service->type;
    event->taken[TAKEN_ring] = service->ring;
    event->taken[TAKEN_service_purpose] = service->purpose;
    event->taken[TAKEN_stated_days] = service->stated_days;
    event->taken[TAKEN_access_mode] = service->access_mode;
}

/* Is it one of several that are parted by `;`? */
static bool has_part(const char *several, const char *one)
{
    size_t length = strlen(one);
    for (const char *at = several; at; at = strchr(at, ';') ? strchr(at, ';') + 1 : NULL)
        if (strncmp(at, one, length) == 0 && (at[length] == ';' || at[length] == '\0'))
            return true;
    return false;
}

/* Is the channel one they had asked for? NULL where either is not known, or where the answer hangs
 * on which day it was. */
static const char *preferred(const struct stored_person *stored, const struct event *event)
{
    const char *channel = event->field[EVENT_channel];
    if (!record_cell_says(channel))
        return NULL;
    const char *first = timeline_says(stored, "contact_preference", event->begin.low);
    const char *last = timeline_says(stored, "contact_preference", event->begin.high);
    if (!first || !last || has_part(first, channel) != has_part(last, channel))
        return NULL;
    return has_part(last, channel) ? "yes" : "no";
}

/* The service's own account of the outcome stands beside the person's. */
static void fill_fields(const struct stored_event *from, struct event *to)
{
    int64_t seq;
    for (size_t i = 0; i < EVENT_COLUMN_COUNT; i++)
        to->field[i] = from->columns[i];
    if (!to->field[EVENT_service_outcome])
        to->field[EVENT_service_outcome] = from->service_outcome_account;
    if (from->columns[EVENT_seq] && text_whole(from->columns[EVENT_seq], &seq))
        to->seq = (int)seq;
}

static void fill_event(const struct stored_person *stored, const struct timeline_frame *frame,
                       const struct stored_event *from, struct event *to)
{
    *to = (struct event){.id = from->id,
                         .kind = from->kind,
                         .begin = event_days(from),
                         .time = minutes_of(from->columns[EVENT_time]),
                         .until_time = minutes_of(from->columns[EVENT_until_time]),
                         .seq = -1,
                         .outcome_by = from->columns[EVENT_outcome_by]};
    fill_fields(from, to);
    fill_end(from, to);
    take_service(frame, to);
    to->taken[TAKEN_preferred] = preferred(stored, to);
}

/* --- observation ------------------------------------------------------------------------------ */

/* The first day by which something of this person had surely come in, or DAY_NONE. */
static day first_known(const struct stored_person *stored, const struct record *record)
{
    day first = DAY_NONE;
    for (size_t i = 0; i < record->event_count; i++)
        if (first == DAY_NONE || record->events[i].begin.high < first)
            first = record->events[i].begin.high;
    for (size_t i = 0; i < stored->administration_count; i++) {
        const struct stored_administration *a = &stored->administrations[i];
        if (a->place == 0 && (first == DAY_NONE || a->date < first))
            first = a->date;
    }
    return first;
}

/* Nothing is observed while they have taken back being accompanied. */
static void leave_alone(const struct stored_person *stored, struct arena *arena,
                        struct record *record)
{
    struct observed *all = record->observed;
    size_t count = record->observed_count;
    if (!stored->alone_count)
        return;
    record->observed = arena_array(arena, count + stored->alone_count, sizeof *all);
    record->observed_count = 0;
    for (size_t i = 0; i < count; i++) {
        day from = all[i].from;
        for (size_t k = 0; k <= stored->alone_count; k++) {
            const struct days *alone = k < stored->alone_count ? &stored->alone[k] : NULL;
            day until = alone && alone->low <= all[i].until ? alone->low - 1 : all[i].until;
            if (from <= until)
                record->observed[record->observed_count++] = (struct observed){from, until};
            if (alone && alone->high >= from)
                from = alone->high < DAY_LAST ? alone->high + 1 : DAY_LAST;
        }
    }
}

/* Observed from `since`, else from the first record, until `until`; what ends it sooner is the
 * record's. Of a day that is not exact the last it may be, and the first. */
static void observe(const struct stored_person *stored, struct arena *arena, struct record *record)
{
    struct days said;
    day from = first_known(stored, record), until = record->as_of;
    const char *since = timeline_says(stored, "since", record->as_of);
    const char *to = timeline_says(stored, "until", record->as_of);
    if (since && days_read(since, &said))
        from = said.high;
    if (to && days_read(to, &said))
        until = said.low;
    if (from == DAY_NONE)
        return;
    record_observe(record, from, until, arena);
    leave_alone(stored, arena, record);
}

/* --- what is collected ------------------------------------------------------------------------ */

/* From a day on, until the day before the next stay. */
struct stay {
    day from;
    const char *area;
};

/* Where they were, by the as-of day; from the beginning in no area unless a row says otherwise. */
static size_t find_stays(const struct stored_person *stored, day as_of, struct stay *stays)
{
    size_t count = 0;
    stays[count++] = (struct stay){DAY_FIRST, NULL};
    for (size_t i = 0; i < stored->row_count; i++) {
        const struct stored_person_row *row = &stored->rows[i];
        const char *last = stays[count - 1].area;
        if (row->from > as_of || !row->area || (last && strcmp(last, row->area) == 0))
            continue;
        count -= stays[count - 1].from == row->from;
        stays[count++] = (struct stay){row->from, row->area};
    }
    return count;
}

static void collect_during(const struct timeline_place *place, day from, day until,
                           struct record *record)
{
    for (size_t i = 0; place && i < place->count; i++) {
        struct collected row = place->collected[i];
        row.since = row.since > from ? row.since : from;
        row.until = row.until < until ? row.until : until;
        if (row.since <= row.until)
            record->collected[record->collected_count++] = row;
    }
}

/* What is collected where they were, while they were there. */
static void fill_collected(const struct stored_person *stored, const struct timeline_frame *frame,
                           struct arena *arena, struct record *record)
{
    struct stay *stays = arena_array(arena, stored->row_count + 1, sizeof *stays);
    size_t count = find_stays(stored, frame->as_of, stays), room = 0;
    const struct timeline_place **places = arena_array(arena, count, sizeof *places);
    for (size_t i = 0; i < count; i++) {
        places[i] = timeline_place_of(frame, stays[i].area);
        room += places[i] ? places[i]->count : 0;
    }
    if (count == 1 && places[0]) { /* the most common: nothing to cut, nothing to copy */
        record->collected = places[0]->collected;
        record->collected_count = places[0]->count;
        return;
    }
    record->collected = arena_array(arena, room, sizeof *record->collected);
    for (size_t i = 0; i < count; i++)
        collect_during(places[i], stays[i].from, i + 1 < count ? stays[i + 1].from - 1 : DAY_LAST,
                       record);
}

/* --- all of it -------------------------------------------------------------------------------- */

void timeline_fill(const struct stored_person *stored, const struct timeline_frame *frame,
                   struct arena *arena, struct record *record)
{
    *record = (struct record){.person = stored->ref, .as_of = frame->as_of};
    record->events = arena_array(arena, stored->event_count, sizeof *record->events);
    for (size_t i = 0; i < stored->event_count; i++) {
        struct event *event = &record->events[record->event_count];
        fill_event(stored, frame, &stored->events[i], event);
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
    const char *said = timeline_says(stored, "since", record->as_of);
    day first = first_known(stored, record);
    if (said && days_read(said, &since))
        next_day_add(next, since.high);
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
