/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A record as one indicator sees it: its anchors, and what its looks choose among, made once for
 * each person. */
#include "indicator/indicator_private.h"
#include "record/look.h"

struct view view_of(const struct indicator *indicator, const struct record *record,
                    struct arena *arena)
{
    struct view view = {.indicator = indicator, .record = record};
    view.at_risk = indicator->in_community ? record_in_community(record, false, arena) : *record;
    view.at = arena_array(arena, indicator->at_count + 1, sizeof *view.at);
    view.looks = arena_array(arena, indicator->look_count + 1, sizeof *view.looks);
    for (size_t i = 0; i < indicator->at_count; i++)
        view.at[i] = pattern_events(&indicator->at[i], record, arena);
    for (size_t i = 0; i < indicator->look_count; i++) {
        const struct look *look = &indicator->looks[i].look;
        view.looks[i] = look_events(look, pattern_events(&look->pattern, record, arena), arena);
    }
    return view;
}

static bool stands_for_others(const struct pattern *pattern)
{
    return pattern->spells || pattern->at_end;
}

static struct fit fits(const struct pattern *pattern, const struct record *record,
                       struct events among, size_t at)
{
    const struct event *event = &among.at[at];
    if (!pattern_chooses(pattern, among, at))
        return (struct fit){SURELY_NOT, WHY_NONE};
    struct fit fit = pattern_first(pattern, record, among, event);
    if (event->spell && event->spell->open[LOOK_AFTER] != WHY_NONE)
        fit = fit_and(fit, (struct fit){PERHAPS, event->spell->open[LOOK_AFTER]});
    return fit;
}

/* The surest of the patterns that it fits as itself. */
static struct fit fits_at(const struct view *view, size_t at)
{
    const struct indicator *indicator = view->indicator;
    struct fit best = {SURELY_NOT, WHY_NONE};
    for (size_t i = 0; i < indicator->at_count && best.sure != SURELY; i++) {
        if (stands_for_others(&indicator->at[i]))
            continue;
        struct fit fit = fits(&indicator->at[i], view->record, view->at[i], at);
        best = fit.sure > best.sure ? fit : best;
    }
    return best;
}

struct listing {
    struct arena *arena;
    struct anchor *anchors;
    size_t count, room;
};

/* Of one day, what came first into the list stays first. */
static void add(struct listing *listing, const struct event *event, struct fit fit)
{
    if (fit.sure == SURELY_NOT)
        return;
    listing->anchors = arena_grow(listing->arena, listing->anchors, listing->count, &listing->room,
                                  sizeof *listing->anchors);
    size_t at = listing->count++;
    for (; at > 0 && listing->anchors[at - 1].event->begin.low > event->begin.low; at--)
        listing->anchors[at] = listing->anchors[at - 1];
    listing->anchors[at] = (struct anchor){event, fit};
}

struct anchor *view_anchors(const struct view *view, struct arena *arena, size_t *count)
{
    struct listing listing = {.arena = arena};
    for (size_t i = 0; i < view->record->event_count; i++)
        add(&listing, &view->record->events[i], fits_at(view, i));
    for (size_t i = 0; i < view->indicator->at_count; i++) {
        const struct pattern *pattern = &view->indicator->at[i];
        for (size_t j = 0; stands_for_others(pattern) && j < view->at[i].count; j++)
            add(&listing, &view->at[i].at[j], fits(pattern, view->record, view->at[i], j));
    }
    *count = listing.count;
    return listing.anchors;
}

bool is_anchor(const struct indicator *indicator, const struct record *record,
               const struct event *event)
{
    struct events all = {.at = record->events, .count = record->event_count};
    for (size_t i = 0; i < indicator->at_count; i++) {
        const struct pattern *pattern = &indicator->at[i];
        if (pattern_fits(pattern, event) &&
            (stands_for_others(pattern) ||
             fits(pattern, record, all, (size_t)(event - record->events)).sure != SURELY_NOT))
            return true;
    }
    return false;
}
