/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which events leave an answer open, and what is not known of them: a day, an order, a field. */
#include <string.h>

#include "indicator/indicator_private.h"

struct doubting {
    const struct record *record;
    const struct event *anchor;
    enum why why;
    struct arena *arena;
    struct indicator_account *account;
    size_t room;
};

/* --- keeping ---------------------------------------------------------------------------------- */

static struct indicator_doubt *doubt_of(struct doubting *doubting, const struct event *event)
{
    struct indicator_account *account = doubting->account;
    for (size_t i = 0; i < account->doubt_count; i++)
        if (account->doubts[i].event == event)
            return &account->doubts[i];
    account->doubts = arena_grow(doubting->arena, account->doubts, account->doubt_count,
                                 &doubting->room, sizeof *account->doubts);
    account->doubts[account->doubt_count] = (struct indicator_doubt){event, ""};
    return &account->doubts[account->doubt_count++];
}

/* Of a spell the fields are the first one's. */
static void add_field(struct doubting *doubting, const struct event *event, size_t field)
{
    const char *name = record_field_name(field);
    struct indicator_doubt *doubt =
        doubt_of(doubting, event->spell ? event->spell->parts[0] : event);
    if (!text_has_word(doubt->fields, name))
        doubt->fields =
            arena_format(doubting->arena, "%s%s%s", doubt->fields, *doubt->fields ? " " : "", name);
}

static bool is_exact(struct days days)
{
    return days.low == days.high || days.high == DAY_LAST;
}

/* The events that it is made of, with `inexact` those alone whose day is not known. */
static void add_event(struct doubting *doubting, const struct event *event, bool inexact)
{
    for (size_t i = 0; i < (event->spell ? event->spell->count : 1); i++) {
        const struct event *part = event->spell ? event->spell->parts[i] : event;
        bool known = part->begin.low == part->begin.high && is_exact(part->end);
        if (!inexact || !known)
            doubt_of(doubting, part);
    }
}

/* --- what is not recorded --------------------------------------------------------------------- */

static bool says(const struct event *event, size_t field)
{
    const char *said = record_says(event, field);
    return said && *said && strcmp(said, "unknown") != 0;
}

/* What of the first keeps it from being known whether both are about the same thing. */
static void add_untied(struct doubting *doubting, const struct event *event,
                       const struct event *other)
{
    bool thread = says(event, EVENT_thread), need = says(event, EVENT_need);
    bool other_thread = says(other, EVENT_thread), other_need = says(other, EVENT_need);
    if ((thread || need) && !other_thread && !other_need)
        return;
    if (!thread && (other_thread || !other_need))
        add_field(doubting, event, EVENT_thread);
    else if (!need)
        add_field(doubting, event, EVENT_need);
}

static void add_tie(struct doubting *doubting, const struct agreement *on,
                    const struct event *event)
{
    enum basis basis;
    if (on->anchor == EVENT_thread && on->other == EVENT_thread) {
        if (thread_same(doubting->anchor, event, &basis).sure != PERHAPS)
            return;
        add_untied(doubting, doubting->anchor, event);
        add_untied(doubting, event, doubting->anchor);
        return;
    }
    if (!says(doubting->anchor, on->anchor))
        add_field(doubting, doubting->anchor, on->anchor);
    if (!says(event, on->other))
        add_field(doubting, event, on->other);
}

static void add_fields(struct doubting *doubting, const struct look *look,
                       const struct event *event)
{
    for (size_t i = 0; i < look->recorded_count; i++)
        if (!says(event, look->recorded[i]))
            add_field(doubting, event, look->recorded[i]);
    for (size_t i = 0; i < look->same_count; i++)
        add_tie(doubting, &look->same[i], event);
    for (size_t i = 0; i < look->differs_count; i++)
        add_tie(doubting, &look->differs[i], event);
}

static void add_asked(struct doubting *doubting, const struct condition *conditions, size_t count)
{
    for (size_t i = 0; i < count && doubting->why == WHY_NOT_RECORDED; i++)
        if (condition_asks(&conditions[i], doubting->anchor).sure == PERHAPS)
            add_field(doubting, doubting->anchor, conditions[i].field);
}

/* --- around the anchor ------------------------------------------------------------------------ */

static void add_pair(struct doubting *doubting, const struct event *event)
{
    bool inexact = doubting->why == WHY_DATE_NOT_EXACT;
    add_event(doubting, doubting->anchor, inexact);
    add_event(doubting, event, inexact);
}

static void doubt_first(struct doubting *doubting, const struct pattern *pattern,
                        struct events among)
{
    for (size_t i = 0; pattern->only_first && i < among.count; i++) {
        const struct event *other = &among.at[i];
        if (strcmp(other->id, doubting->anchor->id) == 0 || !pattern_chooses(pattern, among, i))
            continue;
        struct fit fit = pattern_first_of_two(pattern, doubting->anchor, other);
        if (fit.sure != PERHAPS || fit.why != doubting->why)
            continue;
        if (fit.why != WHY_NOT_RECORDED)
            add_pair(doubting, other);
        else {
            add_untied(doubting, doubting->anchor, other);
            add_untied(doubting, other, doubting->anchor);
        }
    }
}

static void doubt_look(struct doubting *doubting, const struct view *view, size_t at)
{
    const struct indicator_look *look = &view->indicator->looks[at];
    struct events among = view->looks[at];
    for (size_t i = 0; i < among.candidate_count; i++) {
        enum basis basis;
        const struct candidate *candidate = &among.candidates[i];
        struct fit fit = look_fits_among(&look->look, look->side, &view->at_risk, among,
                                         doubting->anchor, candidate, &basis);
        if (fit.sure != PERHAPS || fit.why != doubting->why)
            continue;
        if (fit.why == WHY_NOT_RECORDED)
            add_fields(doubting, &look->look, candidate->event);
        else
            add_pair(doubting, candidate->event);
    }
}

static bool is_about_events(enum why why)
{
    return why == WHY_NOT_RECORDED || why == WHY_DATE_NOT_EXACT || why == WHY_ORDER_UNKNOWN;
}

void add_doubts(const struct view *view, const struct answer *answer, struct arena *arena,
                struct indicator_account *account)
{
    const struct indicator *indicator = view->indicator;
    struct doubting doubting = {.record = view->record,
                                .anchor = answer->anchor,
                                .why = answer->fit.why,
                                .arena = arena,
                                .account = account};
    if (answer->fit.sure != PERHAPS || !is_about_events(doubting.why))
        return;
    for (size_t i = 0; answer->asked.sure == PERHAPS && i < indicator->at_count; i++)
        doubt_first(&doubting, &indicator->at[i], view->at[i]);
    add_asked(&doubting, indicator->is, indicator->is_count);
    if (answer->open)
        add_asked(&doubting, answer->open->is, answer->open->is_count);
    for (size_t i = 0; i < indicator->look_count; i++)
        if (account->windows[account->window_count - indicator->look_count + i].open)
            doubt_look(&doubting, view, i);
}

/* --- of a function ---------------------------------------------------------------------------- */

static bool is_read(const struct indicator *indicator, const struct event *event)
{
    return text_has_word(indicator->reads, event->kind);
}

/* Would it be known with the thread of these, were it the anchor's? */
static bool thread_settles(const struct indicator *indicator, const struct record *record,
                           const struct event *anchor, const bool *without, struct arena *arena)
{
    struct record with = record_copy(record, arena);
    const char *thread = says(anchor, EVENT_thread) ? anchor->field[EVENT_thread] : "thread";
    struct row *rows;
    size_t count;
    struct fault fault;
    const struct label unlabelled = {NULL, NULL};
    for (size_t i = 0; i < with.event_count; i++)
        if (without[i])
            with.events[i].field[EVENT_thread] = thread;
    if (!open_rows(indicator, &with, &unlabelled, false, arena, &rows, &count, &fault))
        return false;
    for (size_t i = 0; i < count; i++)
        if (strcmp(rows[i].finding.why, why_word[WHY_NOT_RECORDED]) == 0 &&
            text_starts(rows[i].finding.events, anchor->id))
            return false;
    return true;
}

static void doubt_threads(struct doubting *doubting, const struct indicator *indicator)
{
    const struct record *record = doubting->record;
    bool *without = arena_array(doubting->arena, record->event_count + 1, sizeof *without);
    for (size_t i = 0; i < record->event_count; i++) {
        const struct event *event = &record->events[i];
        bool alike = event == doubting->anchor || !says(event, EVENT_need) ||
                     event_agrees(event, doubting->anchor, EVENT_need);
        without[i] = is_read(indicator, event) && alike && !says(event, EVENT_thread);
    }
    if (!thread_settles(indicator, record, doubting->anchor, without, doubting->arena))
        return;
    for (size_t i = 0; i < record->event_count; i++)
        if (without[i])
            add_field(doubting, &record->events[i], EVENT_thread);
}

/* What a function asked is not known: it is said of what it reads. */
void add_open_doubts(const struct indicator *indicator, const struct record *record,
                     const struct event *event, enum why why, struct arena *arena,
                     struct indicator_account *account)
{
    struct doubting doubting = {
        .record = record, .anchor = event, .why = why, .arena = arena, .account = account};
    if (why == WHY_NOT_RECORDED)
        doubt_threads(&doubting, indicator);
    for (size_t i = 0; why == WHY_DATE_NOT_EXACT && i < record->event_count; i++)
        if (is_read(indicator, &record->events[i]))
            add_event(&doubting, &record->events[i], true);
}
