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

struct anchor *view_anchors(const struct view *view, struct arena *arena, size_t *count)
{
    const struct anchoring anchoring = {view->indicator->at, view->at, view->indicator->at_count,
                                        view->record};
    return anchors_of(&anchoring, arena, count);
}

bool is_anchor(const struct indicator *indicator, const struct record *record,
               const struct event *event)
{
    struct events all = {.at = record->events, .count = record->event_count};
    for (size_t i = 0; i < indicator->at_count; i++) {
        const struct pattern *pattern = &indicator->at[i];
        if (pattern_fits(pattern, event) &&
            (pattern_stands(pattern) ||
             anchor_fit(pattern, record, all, (size_t)(event - record->events)).sure != SURELY_NOT))
            return true;
    }
    return false;
}
