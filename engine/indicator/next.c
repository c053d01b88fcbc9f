/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When time alone changes an answer: an anchor's window is over, and what was not seen in it was
 * not there. */
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

day indicator_next(const struct indicator *indicator, const struct record *record)
{
    struct next_day next = {record->as_of, DAY_NONE};
    for (size_t i = 0; i < record->event_count; i++) {
        const struct event *event = &record->events[i];
        bool anchor = is_anchor(indicator, record, event);
        for (size_t k = 0; anchor && k < indicator->look_count; k++)
            next_of_look(&indicator->looks[k], event, &next);
    }
    return next.day;
}
