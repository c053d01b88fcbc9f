/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When time alone changes an answer: an anchor's window is over, and what was not seen in it was
 * not there; nothing can join a spell any more; a stay ends on a day that was known before. */
#include "indicator/indicator_private.h"

/* Observed to this day, a window that ends on it is observed whole. A window without an end, and
 * one before the anchor, reach to days that timeline_next knows. */
static void next_of_look(const struct indicator_look *look, const struct event *anchor,
                         struct next_day *next)
{
    day end = anchor->interval ? anchor->end.high : anchor->begin.high;
    if (look->side == LOOK_AFTER && look->look.within >= 0 && end < DAY_LAST)
        next_day_add(next, end + look->look.within);
}

static void next_of_anchor(const struct indicator *indicator, const struct event *anchor,
                           struct next_day *next)
{
    if (anchor->spell && anchor->spell->settled != DAY_NONE)
        next_day_add(next, anchor->spell->settled);
    for (size_t i = 0; i < indicator->look_count; i++)
        next_of_look(&indicator->looks[i], anchor, next);
}

day indicator_next(const struct indicator *indicator, const struct record *record,
                   struct arena *arena)
{
    struct next_day next = {record->as_of, DAY_NONE};
    struct view view = view_of(indicator, record, arena);
    size_t count;
    struct anchor *anchors = view_anchors(&view, arena, &count);
    if (count && indicator->measures == MEASURES_RATE &&
        record_last_day(record) == record->as_of) /* each day at risk lowers a rate */
        next_day_add(&next, record->as_of + 1);
    for (size_t i = 0; i < count; i++)
        next_of_anchor(indicator, anchors[i].event, &next);
    for (size_t i = 0; i < indicator->at_count; i++)
        pattern_next(&indicator->at[i], record, view.at[i], &next);
    for (size_t i = 0; i < indicator->look_count; i++)
        pattern_next(&indicator->looks[i].look.pattern, record, view.looks[i], &next);
    return next.day;
}
