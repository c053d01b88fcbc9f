/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One look from one anchor: which events surely fit, which possibly, does none mean none? */
#include "record/look.h"

#include "record/agree.h"
#include "record/spell.h"

static const struct fit YES = {SURELY, WHY_NONE}, NO = {SURELY_NOT, WHY_NONE};

static bool is_listed(const struct look *look, size_t field)
{
    for (size_t i = 0; i < look->recorded_count; i++)
        if (look->recorded[i] == field)
            return true;
    return false;
}

/* A field that is not recorded does not fit, unless `recorded` names it: then it possibly fits. */
static struct fit conditions_fit(const struct look *look, const struct event *event)
{
    struct fit fit = YES;
    for (size_t i = 0; i < look->pattern.condition_count; i++) {
        const struct condition *condition = &look->pattern.conditions[i];
        if (is_listed(look, condition->field) && !condition->none &&
            !condition_is_recorded(condition, event))
            fit = fit_and(fit, (struct fit){PERHAPS, WHY_NOT_RECORDED});
        else if (!condition_holds(condition, event))
            return NO;
    }
    for (size_t i = 0; i < look->recorded_count; i++)
        if (!agree_recorded(event, look->recorded[i]))
            fit = fit_and(fit, (struct fit){PERHAPS, WHY_NOT_RECORDED});
    return fit;
}

/* What the anchor lacks leaves the question open; what the other lacks is as for conditions. Only
 * the thread tells `basis`. */
static struct fit agrees(const struct look *look, const struct agreement *on, bool same,
                         const struct event *anchor, const struct event *event, enum basis *basis)
{
    if (on->anchor == EVENT_thread && on->other == EVENT_thread) {
        struct fit fit = thread_same(anchor, event, basis);
        return same || fit.sure == PERHAPS ? fit : fit.sure == SURELY ? NO : YES;
    }
    if (!agree_recorded(event, on->other) && !is_listed(look, on->other))
        return NO;
    if (!agree_recorded(anchor, on->anchor) || !agree_recorded(event, on->other))
        return (struct fit){PERHAPS, WHY_NOT_RECORDED};
    return agree_shares(anchor, on->anchor, event, on->other) == same ? YES : NO;
}

static struct fit ties_fit(const struct look *look, const struct event *anchor,
                           const struct event *event, enum basis *basis)
{
    struct fit fit = YES;
    *basis = look->same_count ? BASIS_CODE_MATCH : BASIS_TIME_ORDER;
    for (size_t i = 0; i < look->same_count && fit.sure > SURELY_NOT; i++)
        fit = fit_and(fit, agrees(look, &look->same[i], true, anchor, event, basis));
    return fit;
}

static struct fit differences_fit(const struct look *look, const struct event *anchor,
                                  const struct event *event)
{
    struct fit fit = YES;
    for (size_t i = 0; i < look->differs_count && fit.sure > SURELY_NOT; i++) {
        enum basis unused;
        fit = fit_and(fit, agrees(look, &look->differs[i], false, anchor, event, &unused));
    }
    return fit;
}

static struct fit reach_fit(const struct look *look, enum look_side side, int within,
                            const struct event *anchor, const struct event *event)
{
    static const enum why whys[] = {WHY_NONE, WHY_DATE_NOT_EXACT, WHY_ORDER_UNKNOWN};
    struct reach reach = side == LOOK_AFTER ? record_after(anchor, event, within, look->same_day)
                                            : record_before(anchor, event, within, look->same_day);
    return (struct fit){reach.sure, whys[reach.doubt]};
}

/* What `next` picks the next one of: these kinds, agreeing in `same`, at any distance. */
static struct fit is_candidate(const struct look *look, enum look_side side,
                               const struct event *anchor, const struct event *event,
                               enum basis *basis)
{
    if (!pattern_names(&look->pattern, event) || spell_overlaps(event, anchor))
        return NO;
    struct fit fit = ties_fit(look, anchor, event, basis);
    return fit.sure == SURELY_NOT ? NO
                                  : fit_and(fit, reach_fit(look, side, WITHIN_ANY, anchor, event));
}

/* Of the kinds that are looked for, and saying what is looked for? The same at every anchor. */
static struct fit says_so(const struct look *look, const struct event *event)
{
    return pattern_names(&look->pattern, event) ? conditions_fit(look, event) : NO;
}

/* Surely out of reach by its days alone. Says no of few that are, and never of one that is not. */
static bool is_far(const struct look *look, enum look_side side, const struct event *anchor,
                   const struct event *event)
{
    struct days of = side == LOOK_AFTER && anchor->interval ? anchor->end : anchor->begin;
    if (side == LOOK_AFTER)
        return event->begin.high < of.low ||
               (look->within >= 0 && event->begin.low - look->within > of.high);
    return event->begin.low > of.high ||
           (look->within >= 0 && !event->interval && event->begin.high + look->within < of.low);
}

/* Most events are far away, or of another kind, or say something else: what is soon told is asked
 * first. Of several doubts the first in this order stays: ties, reach, conditions, differences. */
static struct fit fits(const struct look *look, enum look_side side, const struct event *anchor,
                       const struct event *event, struct fit says, enum basis *basis)
{
    if (says.sure == SURELY_NOT || is_far(look, side, anchor, event))
        return NO;
    struct fit reach = reach_fit(look, side, look->within, anchor, event);
    struct fit fit = reach.sure == SURELY_NOT ? NO : is_candidate(look, side, anchor, event, basis);
    fit = fit_and(fit_and(fit, reach), says);
    if (fit.sure > SURELY_NOT)
        fit = fit_and(fit, differences_fit(look, anchor, event));
    if (fit.sure > SURELY_NOT && event->spell && event->spell->open[side] != WHY_NONE)
        fit = fit_and(fit, (struct fit){PERHAPS, event->spell->open[side]});
    if (fit.sure > SURELY_NOT && thread_because(anchor, event))
        *basis = BASIS_PERSON_SAYS;
    return fit;
}

struct fit look_fits(const struct look *look, enum look_side side, const struct event *anchor,
                     const struct event *event, enum basis *basis)
{
    return fits(look, side, anchor, event, says_so(look, event), basis);
}

/* What was not seen may lie between as well. */
static struct fit is_seen_between(const struct look *look, enum look_side side,
                                  const struct record *record, const struct event *anchor,
                                  const struct event *event)
{
    const struct event *a = side == LOOK_AFTER ? anchor : event;
    const struct event *b = side == LOOK_AFTER ? event : anchor;
    day from = a->interval ? a->end.low : a->begin.low, until = b->begin.high;
    if (pattern_missing(&look->pattern, record, from, until))
        return (struct fit){PERHAPS, WHY_KIND_NOT_COLLECTED};
    return record_is_observed(record, from, until) ? YES : (struct fit){PERHAPS, WHY_GAP};
}

/* Is there no other candidate between the anchor and `event`? */
static struct fit is_next(const struct look *look, enum look_side side, const struct record *record,
                          struct events among, const struct event *anchor,
                          const struct event *event)
{
    struct fit fit = is_seen_between(look, side, record, anchor, event);
    for (size_t i = 0; i < among.count; i++) {
        const struct event *other = &among.at[i];
        enum basis basis;
        if (other == event)
            continue;
        struct fit candidate = is_candidate(look, side, anchor, other, &basis);
        int order = side == LOOK_AFTER ? record_order(other, event) : record_order(event, other);
        if (candidate.sure == SURELY_NOT || order > 0)
            continue;
        if (candidate.sure == SURELY && order < 0)
            return NO;
        fit = candidate.sure == PERHAPS ? candidate
                                        : (struct fit){PERHAPS, record_order_doubt(other, event)};
    }
    return fit;
}

struct days look_distance(enum look_side side, const struct event *anchor,
                          const struct event *event)
{
    return side == LOOK_AFTER ? record_days_after(anchor, event)
                              : record_days_before(anchor, event);
}

/* Keeps `events` nearest first; of equally near ones the earlier in the record stays first. */
static void keep_nearest(struct look_answer *answer, size_t *room, enum look_side side,
                         const struct event *anchor, const struct event *event, struct arena *arena)
{
    answer->events =
        arena_grow(arena, answer->events, answer->event_count, room, sizeof *answer->events);
    size_t at = answer->event_count++;
    day days = look_distance(side, anchor, event).low;
    for (; at > 0 && look_distance(side, anchor, answer->events[at - 1]).low > days; at--)
        answer->events[at] = answer->events[at - 1];
    answer->events[at] = event;
}

/* The days on which an event would have counted, and why none of them being seen is not none. */
static enum why window_of(const struct look *look, enum look_side side, const struct record *record,
                          const struct event *anchor)
{
    day first = record_first_day(record), last = record_last_day(record), from, until;
    if (side == LOOK_AFTER) {
        from = anchor->interval ? anchor->end.low : anchor->begin.low;
        until = anchor->interval ? anchor->end.high : anchor->begin.high;
        until = look->within < 0 ? day_later(until, last) : until + look->within;
    } else {
        until = anchor->begin.high;
        from = look->within < 0 ? (first < anchor->begin.low ? first : anchor->begin.low)
                                : anchor->begin.low - look->within;
    }
    if (pattern_missing(&look->pattern, record, from, until))
        return WHY_KIND_NOT_COLLECTED;
    if (record_is_observed(record, from, until))
        return WHY_NONE;
    return until > last ? WHY_FOLLOWUP_SHORT : WHY_GAP;
}

/* What only dates leave open is said first: it is kept apart as possible. */
static enum why better_why(enum why a, enum why b)
{
    static const int rank[WHY_COUNT] = {
        [WHY_NONE] = 9, [WHY_DATE_NOT_EXACT] = 1, [WHY_ORDER_UNKNOWN] = 2, [WHY_NOT_RECORDED] = 3};
    return rank[b] < rank[a] ? b : a;
}

static void decide(struct look_answer *answer, int least, size_t possible, enum why doubt)
{
    size_t asked = least < 1 ? 0 : (size_t)least;
    if (answer->event_count >= asked)
        answer->fit = YES;
    else if (answer->event_count + possible >= asked)
        answer->fit = (struct fit){PERHAPS, doubt};
    else if (answer->window != WHY_NONE)
        answer->fit = (struct fit){PERHAPS, answer->window};
    else
        answer->fit = NO;
}

/* The record's own events stand by the day on which they begin: once one begins too late, all do.
 */
static bool all_are_late(const struct look *look, enum look_side side, const struct event *anchor,
                         const struct event *event)
{
    day last = side == LOOK_AFTER && anchor->interval ? anchor->end.high : anchor->begin.high;
    bool sorted = !look->pattern.spells && !look->pattern.at_end;
    if (side == LOOK_AFTER)
        return sorted && look->within >= 0 && event->begin.low - look->within > last;
    return sorted && event->begin.low > last;
}

/* Those before it surely begin before the anchor has ended. */
static size_t first_in_reach(enum look_side side, struct events among, const struct event *anchor)
{
    size_t i = 0;
    day from = anchor->interval ? anchor->end.low : anchor->begin.low;
    while (side == LOOK_AFTER && i < among.candidate_count && among.candidates[i].latest < from)
        i++;
    return i;
}

struct fit look_fits_among(const struct look *look, enum look_side side,
                           const struct record *record, struct events among,
                           const struct event *anchor, const struct candidate *candidate,
                           enum basis *basis)
{
    const struct event *event = candidate->event;
    struct fit fit = fits(look, side, anchor, event, candidate->says, basis);
    if (look->next && fit.sure > SURELY_NOT)
        fit = fit_and(fit, is_next(look, side, record, among, anchor, event));
    if (fit.sure > SURELY_NOT)
        fit = fit_and(fit, pattern_first(&look->pattern, record, among, event));
    return fit;
}

struct events look_events(const struct look *look, struct events among, struct arena *arena)
{
    struct candidate *candidates = arena_array(arena, among.count, sizeof *candidates);
    day latest = DAY_NONE;
    for (size_t i = 0; i < among.count; i++) {
        struct candidate candidate = {&among.at[i], says_so(look, &among.at[i]), latest};
        if (candidate.says.sure == SURELY_NOT)
            continue;
        latest = day_later(latest, candidate.event->begin.high);
        candidate.latest = latest;
        candidates[among.candidate_count++] = candidate;
    }
    among.candidates = candidates;
    return among;
}

struct look_answer look_ask_among(const struct look *look, enum look_side side,
                                  const struct record *record, struct events among,
                                  const struct event *anchor, struct arena *arena)
{
    struct look_answer answer = {.basis = BASIS_PERSON_SAYS};
    size_t possible = 0, room = 0;
    enum why doubt = WHY_NONE;
    answer.window = window_of(look, side, record, anchor);
    for (size_t i = first_in_reach(side, among, anchor); i < among.candidate_count; i++) {
        const struct event *event = among.candidates[i].event;
        enum basis basis = BASIS_TIME_ORDER;
        if (all_are_late(look, side, anchor, event))
            break;
        struct fit fit =
            look_fits_among(look, side, record, among, anchor, &among.candidates[i], &basis);
        if (fit.sure == PERHAPS) {
            possible++;
            doubt = better_why(doubt, fit.why);
        } else if (fit.sure == SURELY) {
            keep_nearest(&answer, &room, side, anchor, event, arena);
            answer.basis = basis > answer.basis ? basis : answer.basis;
        }
    }
    decide(&answer, look->least, possible, doubt);
    answer.counted = answer.window == WHY_NONE && possible == 0;
    return answer;
}
