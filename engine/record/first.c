/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Is an event the first of its thread, or of its matter, that fits a pattern? */
#include "record/agree.h"

/* Might this earlier one be of the same thread? What has neither thread nor need stands alone. */
static struct fit is_alike(const struct event *event, const struct event *other, size_t field)
{
    enum basis basis;
    if (field == EVENT_thread)
        return thread_same(event, other, &basis);
    return (struct fit){event_agrees(event, other, field) ? SURELY : SURELY_NOT, WHY_NONE};
}

static bool is_alone(const struct event *event, size_t field)
{
    bool tied = field == EVENT_thread && agree_recorded(event, EVENT_need);
    return !agree_recorded(event, field) && !tied;
}

bool pattern_stands_alone(const struct pattern *pattern, const struct event *event)
{
    return is_alone(event, pattern->first);
}

/* Two that are linked are one thread, whatever else is recorded of them. */
static struct fit is_alike_unless_alone(const struct event *event, const struct event *other,
                                        size_t field)
{
    struct fit fit = is_alike(event, other, field);
    bool alone = fit.sure == PERHAPS && (is_alone(event, field) || is_alone(other, field));
    return alone ? (struct fit){SURELY_NOT, WHY_NONE} : fit;
}

struct fit pattern_first_of_two(const struct pattern *pattern, const struct event *event,
                                const struct event *other)
{
    struct fit alike = is_alike_unless_alone(event, other, pattern->first);
    int order = alike.sure == SURELY_NOT ? -1 : record_order(event, other);
    if (order < 0)
        return (struct fit){SURELY, WHY_NONE};
    if (alike.sure == PERHAPS)
        return alike;
    return order > 0 ? (struct fit){SURELY_NOT, WHY_NONE}
                     : (struct fit){PERHAPS, record_order_doubt(event, other)};
}

/* An earlier one may lie where nobody looked. */
static struct fit was_seen_before(const struct pattern *pattern, const struct record *record,
                                  const struct event *event)
{
    day first = record_first_day(record), begin = event->begin.low;
    if (first == DAY_NONE || first >= begin || pattern_stands_alone(pattern, event))
        return (struct fit){SURELY, WHY_NONE};
    if (pattern_missing(pattern, record, first, begin))
        return (struct fit){PERHAPS, WHY_KIND_NOT_COLLECTED};
    return record_is_observed(record, first, begin) ? (struct fit){SURELY, WHY_NONE}
                                                    : (struct fit){PERHAPS, WHY_GAP};
}

/* Surely after, by its days alone; then it takes nothing away. */
static bool begins_behind(const struct event *other, const struct event *event)
{
    return other->begin.low > (event->interval ? event->end.high : event->begin.high);
}

struct fit pattern_first(const struct pattern *pattern, const struct record *record,
                         struct events among, const struct event *event)
{
    struct fit fit = {SURELY, WHY_NONE};
    if (!pattern->only_first)
        return fit;
    for (size_t i = 0; i < among.count && fit.sure != SURELY_NOT; i++) {
        const struct event *other = &among.at[i];
        if (other != event && !begins_behind(other, event) && pattern_chooses(pattern, among, i))
            fit = fit_and(fit, pattern_first_of_two(pattern, event, other));
    }
    return fit_and(fit, was_seen_before(pattern, record, event));
}
