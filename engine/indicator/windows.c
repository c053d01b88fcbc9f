/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The days around an anchor that an indicator asks about, and what is known of them: for whoever
 * wants to see why it says what it says. */
#include <string.h>

#include "indicator/indicator_private.h"

/* --- the days --------------------------------------------------------------------------------- */

/* Of an inexact date every day that may be in the window. Without a limit it reaches to where
 * observation ends. */
static struct days window_days(const struct indicator_look *look, const struct record *record,
                               const struct event *anchor)
{
    const struct days *end = anchor->interval ? &anchor->end : &anchor->begin;
    bool open = look->look.within == WITHIN_ANY;
    if (look->side == LOOK_AFTER)
        return (struct days){end->low, open || end->high == DAY_LAST
                                           ? record_last_day(record)
                                           : end->high + look->look.within};
    return (struct days){open ? record_first_day(record) : anchor->begin.low - look->look.within,
                         anchor->begin.high};
}

/* The first of these days that was not observed, or DAY_NONE. */
static day first_unseen(const struct record *record, struct days days)
{
    day at = days.low;
    for (size_t i = 0; i < record->observed_count && at <= days.high; i++)
        if (record->observed[i].from <= at && at <= record->observed[i].until)
            at = record->observed[i].until + 1;
    return at <= days.high ? at : DAY_NONE;
}

static const char *kinds_text(const struct pattern *pattern, struct arena *arena)
{
    const char *text = "";
    for (size_t i = 0; i < pattern->kind_count; i++)
        text = arena_format(arena, "%s%s%s%s%s", text, i ? " or " : "", pattern->kinds[i].kind,
                            pattern->kinds[i].subtype ? "/" : "",
                            pattern->kinds[i].subtype ? pattern->kinds[i].subtype : "");
    return text;
}

/* One more name in `a and b`. */
static const char *and_name(const char *names, const char *name, struct arena *arena)
{
    return names ? arena_format(arena, "%s and %s", names, name) : name;
}

static bool lists(const char *names, const char *name)
{
    while (names) {
        const char *next = strstr(names, " and ");
        size_t length = next ? (size_t)(next - names) : strlen(names);
        if (strlen(name) == length && memcmp(names, name, length) == 0)
            return true;
        names = next ? next + strlen(" and ") : NULL;
    }
    return false;
}

static const char *all_missing(const struct pattern *pattern, const struct record *record,
                               struct days days, const char *names, struct arena *arena)
{
    for (size_t i = 0; i < pattern->collect_count; i++) {
        const char *kind = pattern->collects[i];
        if (!lists(names, kind) && !record_is_collected(record, kind, days.low, days.high))
            names = and_name(names, kind, arena);
    }
    return names;
}

/* --- what makes it not found ------------------------------------------------------------------ */

static bool look_fails(const struct indicator *indicator, const struct answer *answer, size_t at)
{
    const struct indicator_look *look = &indicator->looks[at];
    return (look->negated || look_decides(look)) &&
           look_holds(indicator, look, answer->looks[at].fit).sure == SURELY_NOT;
}

static const char *failing(const struct condition *conditions, size_t count,
                           const struct event *anchor, const char *names, struct arena *arena)
{
    for (size_t i = 0; i < count; i++) {
        const char *name = record_field_name(conditions[i].field);
        if (condition_asks(&conditions[i], anchor).sure == SURELY_NOT &&
            !text_has_word(names, name))
            names = arena_format(arena, "%s%s%s", names, *names ? " " : "", name);
    }
    return names;
}

/* Then it does not matter which way fails. */
static bool fails_outside(const struct indicator *indicator, const struct answer *answer,
                          struct arena *arena)
{
    bool fails = *failing(indicator->is, indicator->is_count, answer->anchor, "", arena);
    for (size_t i = 0; i < indicator->outside; i++)
        fails = fails || look_fails(indicator, answer, i);
    return fails;
}

static const char *anchor_fails(const struct indicator *indicator, const struct answer *answer,
                                struct arena *arena)
{
    const struct event *anchor = answer->anchor;
    const char *names = failing(indicator->is, indicator->is_count, anchor, "", arena);
    size_t ways = fails_outside(indicator, answer, arena) ? 0 : indicator->way_count;
    for (size_t i = 0; i < ways; i++)
        names = failing(indicator->ways[i].is, indicator->ways[i].is_count, anchor, names, arena);
    return names;
}

/* --- one look --------------------------------------------------------------------------------- */

/* Each of those that a spell is made of. */
static void add_events(const struct look_answer *answer, struct indicator_window *window,
                       struct arena *arena)
{
    size_t room = 0;
    for (size_t i = 0; i < answer->event_count; i++) {
        const struct event *event = answer->events[i];
        for (size_t k = 0; k < (event->spell ? event->spell->count : 1); k++) {
            window->events = arena_grow(arena, window->events, window->event_count, &room,
                                        sizeof *window->events);
            window->events[window->event_count++] = event->spell ? event->spell->parts[k] : event;
        }
    }
}

static struct indicator_window window_of(const struct view *view, const struct answer *answer,
                                         size_t at, struct arena *arena)
{
    const struct indicator_look *look = &view->indicator->looks[at];
    struct days days = window_days(look, &view->at_risk, answer->anchor);
    bool decides = look->negated || look_decides(look);
    bool in_force = look_is_in_force(view->indicator, answer->open, at);
    struct fit fit = look_holds(view->indicator, look, answer->looks[at].fit);
    struct indicator_window window = {
        .after = look->side == LOOK_AFTER,
        .none_wanted = look->negated,
        .decides = decides,
        .open = decides && in_force && fit.sure == PERHAPS,
        .fails = answer->fit.sure == SURELY_NOT && look_fails(view->indicator, answer, at) &&
                 (at < view->indicator->outside || !fails_outside(view->indicator, answer, arena)),
        .kinds = kinds_text(&look->look.pattern, arena),
        .within = look->look.within,
        .least = look->look.least,
        .days = days,
        .unseen = first_unseen(&view->at_risk, days),
        .missing = all_missing(&look->look.pattern, view->record, days, NULL, arena)};
    add_events(&answer->looks[at], &window, arena);
    return window;
}

/* Is it chosen by this pattern as itself? Then its place among them, else their number. */
static size_t place_in(const struct pattern *pattern, struct events among, const char *id)
{
    size_t i = 0;
    while (i < among.count &&
           (strcmp(among.at[i].id, id) != 0 || !pattern_chooses(pattern, among, i)))
        i++;
    return i;
}

/* With `first` it looks back over every observed day for an earlier one. */
static void add_first(const struct view *view, const struct answer *answer, size_t at,
                      struct arena *arena, struct indicator_account *account)
{
    const struct pattern *pattern = &view->indicator->at[at];
    struct days days = {record_first_day(view->record), answer->anchor->begin.low};
    bool looks = pattern->only_first && days.low != DAY_NONE && days.low < days.high &&
                 !pattern_stands_alone(pattern, answer->anchor) &&
                 place_in(pattern, view->at[at], answer->anchor->id) < view->at[at].count;
    if (!looks)
        return;
    account->windows[account->window_count++] =
        (struct indicator_window){.none_wanted = true,
                                  .decides = true,
                                  .open = answer->asked.sure == PERHAPS,
                                  .first = record_field_name(pattern->first),
                                  .kinds = kinds_text(pattern, arena),
                                  .within = WITHIN_ANY,
                                  .days = days,
                                  .unseen = first_unseen(view->record, days),
                                  .missing = all_missing(pattern, view->record, days, NULL, arena)};
}

/* --- one anchor ------------------------------------------------------------------------------- */

static const struct answer *answer_at(const struct indicator *indicator,
                                      const struct record *record, const char *id, const char *date,
                                      struct arena *arena)
{
    size_t count;
    const struct answer *answers = judge_record(indicator, record, arena, &count);
    for (size_t i = 0; i < count; i++)
        if (strcmp(answers[i].anchor->id, id) == 0 &&
            strcmp(row_date(arena, answers[i].anchor->begin), date) == 0)
            return &answers[i];
    return NULL;
}

static enum why why_of(const struct finding *finding)
{
    enum why why = WHY_NONE;
    while (why + 1 < WHY_COUNT && strcmp(why_word[why], finding->why) != 0)
        why++;
    return why;
}

static const struct event *event_of(const struct record *record, const char *id)
{
    for (size_t i = 0; i < record->event_count; i++)
        if (strcmp(record->events[i].id, id) == 0)
            return &record->events[i];
    return NULL;
}

static void account_for(const struct view *view, const struct answer *answer, struct arena *arena,
                        struct indicator_account *account)
{
    const struct indicator *indicator = view->indicator;
    account->anchor = answer->anchor->spell ? answer->anchor->spell->parts[0] : answer->anchor;
    account->windows =
        arena_array(arena, indicator->look_count + indicator->at_count, sizeof *account->windows);
    for (size_t i = 0; i < indicator->at_count; i++)
        add_first(view, answer, i, arena, account);
    for (size_t i = 0; i < indicator->look_count; i++)
        account->windows[account->window_count++] = window_of(view, answer, i, arena);
    if (answer->fit.sure == SURELY_NOT)
        account->fails = anchor_fails(indicator, answer, arena);
    add_doubts(view, answer, arena, account);
}

bool indicator_account(const struct indicator *indicator, const struct record *record,
                       const struct finding *finding, struct arena *arena,
                       struct indicator_account *account)
{
    const char *id = arena_copy(arena, finding->events, strcspn(finding->events, " "));
    *account = (struct indicator_account){0};
    if (indicator->reads) {
        account->anchor = event_of(record, id);
        if (account->anchor)
            add_open_doubts(indicator, record, account->anchor, why_of(finding), arena, account);
        return account->anchor != NULL;
    }
    const struct view view = view_of(indicator, record, arena);
    const struct answer *answer = answer_at(indicator, record, id, finding->date, arena);
    if (answer)
        account_for(&view, answer, arena, account);
    return answer != NULL;
}

/* --- what is missing -------------------------------------------------------------------------- */

const char *indicator_anchor_missing(const struct indicator *indicator, const struct record *record,
                                     struct arena *arena)
{
    const char *missing = NULL;
    struct days days = {record_first_day(record), record_last_day(record)};
    for (size_t i = 0; record->observed_count && i < indicator->at_count; i++)
        missing = all_missing(&indicator->at[i], record, days, missing, arena);
    return missing;
}
