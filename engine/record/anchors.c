/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record/anchors.h"

struct fit anchor_fit(const struct pattern *pattern, const struct record *record,
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

struct fit anchors_fit(const struct anchoring *anchoring, size_t at)
{
    struct fit best = {SURELY_NOT, WHY_NONE};
    for (size_t i = 0; i < anchoring->count && best.sure != SURELY; i++) {
        if (pattern_stands(&anchoring->patterns[i]))
            continue;
        struct fit fit =
            anchor_fit(&anchoring->patterns[i], anchoring->record, anchoring->among[i], at);
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

struct anchor *anchors_of(const struct anchoring *anchoring, struct arena *arena, size_t *count)
{
    struct listing listing = {.arena = arena};
    for (size_t i = 0; i < anchoring->record->event_count; i++)
        add(&listing, &anchoring->record->events[i], anchors_fit(anchoring, i));
    for (size_t i = 0; i < anchoring->count; i++) {
        const struct pattern *pattern = &anchoring->patterns[i];
        const struct events *among = &anchoring->among[i];
        for (size_t j = 0; pattern_stands(pattern) && j < among->count; j++)
            add(&listing, &among->at[j], anchor_fit(pattern, anchoring->record, *among, j));
    }
    *count = listing.count;
    return listing.anchors;
}
