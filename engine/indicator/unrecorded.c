/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Of a function: what is not recorded makes nothing more certain. A comparison in Lua is no
 * question that the engine sees, so `e.outcome ~= "need_met"` takes an outcome that nobody recorded
 * for one that is not so. Each field of each event of the examples is taken away in turn. Where
 * that is meant, an example shows it: the same lines without the field. */
#include <string.h>

#include "indicator/trial.h"

struct unrecorded {
    const struct indicator *indicator;
    const struct record *shown; /* what each example shows, by its number */
    bool said[RECORD_FIELDS];
    struct arena *arena;
    struct faults *faults;
};

/* --- which fields, and what is meant ---------------------------------------------------------- */

static bool some_say(const struct record *record, size_t field, bool say)
{
    for (size_t i = 0; i < record->event_count; i++)
        if (!record_says(&record->events[i], field) == !say)
            return true;
    return false;
}

/* Where a thread is not recorded the engine goes by the need, and so may know more without it. */
static bool is_followed(const struct record *record, size_t field)
{
    if (field == EVENT_thread)
        return some_say(record, EVENT_need, true);
    return field == EVENT_need && some_say(record, EVENT_thread, true) &&
           some_say(record, EVENT_thread, false);
}

/* Of links, dates and who wrote a row down a source that says nothing says that there is none. */
static bool may_be_unrecorded(const struct record *record, size_t field)
{
    if (is_followed(record, field))
        return false;
    if (field >= EVENT_COLUMN_COUNT || field == EVENT_worker)
        return true;
    enum column_type type = event_column[field].type;
    return type != COLUMN_KEYS && type != COLUMN_DATE && type != COLUMN_TIME &&
           type != COLUMN_WORDS && field != EVENT_seq && field != EVENT_precision;
}

static bool same_text(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

/* But for `without` of the first, which the second lacks; RECORD_FIELDS: in all. */
static bool says_the_same(const struct event *a, const struct event *b, size_t without)
{
    bool same = strcmp(a->kind, b->kind) == 0 && a->begin.low == b->begin.low &&
                a->begin.high == b->begin.high && a->time == b->time;
    for (size_t i = 0; i < RECORD_FIELDS && same; i++)
        same = same_text(i == without ? NULL : record_says(a, i), record_says(b, i));
    return same;
}

static const struct event *counterpart(const struct event *event, const struct record *other,
                                       size_t without)
{
    for (size_t i = 0; i < other->event_count; i++)
        if (says_the_same(event, &other->events[i], without))
            return &other->events[i];
    return NULL;
}

/* Is `other` the same lines, one or more of this kind without the field? */
static bool shows(const struct record *record, const struct record *other, const char *kind,
                  size_t field)
{
    size_t without = 0;
    bool same = record->event_count == other->event_count;
    for (size_t i = 0; i < record->event_count && same; i++) {
        const struct event *event = &record->events[i];
        bool left_out = strcmp(event->kind, kind) == 0 && record_says(event, field) &&
                        !counterpart(event, other, RECORD_FIELDS);
        same = counterpart(event, other, left_out ? field : RECORD_FIELDS) != NULL;
        without += left_out;
    }
    return same && without > 0;
}

static bool is_meant(const struct unrecorded *run, const char *kind, size_t field)
{
    size_t count = example_count(run->indicator);
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < count; j++)
            if (i != j && shows(&run->shown[i], &run->shown[j], kind, field))
                return true;
    return false;
}

/* --- what is more certain --------------------------------------------------------------------- */

static size_t times_found(const struct row *rows, size_t count)
{
    size_t times = 0;
    for (size_t i = 0; i < count; i++)
        times += strcmp(rows[i].finding.state, "found") == 0;
    return times;
}

static bool is_state_at(const struct row *rows, size_t count, const char *state, const char *anchor)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(rows[i].finding.state, state) == 0 && same_text(rows[i].anchor, anchor))
            return true;
    return false;
}

struct rows {
    const struct row *at;
    size_t count;
};

/* Found more often, or not found at an anchor of which it could not be told; NULL: neither. */
static const char *more_certain(struct rows knew, struct rows knows)
{
    if (times_found(knows.at, knows.count) > times_found(knew.at, knew.count))
        return "found";
    for (size_t i = 0; i < knows.count; i++)
        if (knows.at[i].anchor && strcmp(knows.at[i].finding.state, "not_found") == 0 &&
            is_state_at(knew.at, knew.count, "cannot_tell", knows.at[i].anchor))
            return "not found";
    return NULL;
}

static struct rows rows_of(const struct trial *trial, const struct record *record)
{
    struct rows rows;
    rows.at = trial_rows(trial, record, &rows.count);
    return rows;
}

/* Of the event at a place; at the place after the last, of all. */
static bool is_taken_away(const struct record *record, size_t at, size_t event, size_t field)
{
    return (at == record->event_count || at == event) && record_says(&record->events[event], field);
}

static struct record without(const struct trial *trial, size_t at, size_t field)
{
    struct record less = record_copy(trial->record, trial->arena);
    for (size_t i = 0; i < less.event_count; i++)
        if (is_taken_away(trial->record, at, i, field))
            *(field < EVENT_COLUMN_COUNT ? &less.events[i].field[field]
                                         : &less.events[i].taken[field - EVENT_COLUMN_COUNT]) =
                NULL;
    return less;
}

static void say(struct unrecorded *run, size_t example, const char *kind, size_t field,
                const char *state)
{
    const char *name = record_field_name(field);
    run->said[field] = true;
    example_say(run->indicator, example, run->faults,
                "%s when `%s` of %s %s is not recorded, and not when it is. Ask for it with "
                "`recorded`, or where it is nil say timeline:cannot_tell(\"not_recorded\") in "
                "place of found. If it is meant, show it: the same lines without it, as an example",
                state, name, article(kind), kind);
}

static void try_field(struct unrecorded *run, const struct trial *trial, size_t example, size_t at,
                      size_t field)
{
    const struct record *record = trial->record;
    const struct record less = without(trial, at, field);
    const char *state = more_certain(rows_of(trial, record), rows_of(trial, &less));
    for (size_t i = 0; state && i < record->event_count && !run->said[field]; i++)
        if (is_taken_away(record, at, i, field) && !is_meant(run, record->events[i].kind, field))
            say(run, example, record->events[i].kind, field, state);
}

static void try_example(struct unrecorded *run, size_t example)
{
    struct arena *arena = arena_new();
    const struct record *record = &run->shown[example];
    const struct indicator *with = example_indicator(run->indicator, example, arena, run->faults);
    const struct trial trial = {.indicator = with, .record = record, .arena = arena};
    for (size_t field = 0; field < RECORD_FIELDS; field++)
        for (size_t at = 0; may_be_unrecorded(record, field) && at <= record->event_count; at++)
            if (at < record->event_count ? record_says(&record->events[at], field) != NULL
                                         : some_say(record, field, true))
                try_field(run, &trial, example, at, field);
    arena_free(arena);
}

bool holds_when_not_recorded(const struct indicator *indicator, struct faults *faults)
{
    struct unrecorded run = {.indicator = indicator, .arena = arena_new(), .faults = faults};
    size_t before = faults->count, count = example_count(indicator);
    struct record *shown = arena_array(run.arena, count, sizeof *shown);
    run.shown = shown;
    for (size_t i = 0; i < count; i++)
        example_record(indicator, i, run.arena, &shown[i], faults);
    for (size_t i = 0; i < count; i++)
        try_example(&run, i);
    arena_free(run.arena);
    return faults->count == before;
}
