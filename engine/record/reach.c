/* SPDX-License-Identifier: GPL-3.0-or-later */
/* After, before and how many days: between two events whose dates may be known to the day, the
 * month or only the year. */
#include "record/record.h"

/* One end of an event: the days it may lie on, and what decides within a day. */
struct moment {
    struct days days;
    int time, seq;
};

static struct moment beginning(const struct event *event)
{
    return (struct moment){event->begin, event->time, event->seq};
}

/* A row's seq says where it begins, so it decides nothing about where an interval ends. */
static struct moment ending(const struct event *event)
{
    if (!event->interval)
        return beginning(event);
    return (struct moment){event->end, event->until_time, -1};
}

/* -1: a before b within one day; 0: not known. */
static int order_in_day(const struct moment *a, const struct moment *b)
{
    if (a->time >= 0 && b->time >= 0 && a->time != b->time)
        return a->time < b->time ? -1 : 1;
    if (a->seq >= 0 && b->seq >= 0 && a->seq != b->seq)
        return a->seq < b->seq ? -1 : 1;
    return 0;
}

static struct days days_between(struct days from, struct days to)
{
    return (struct days){to.low - from.high, to.high - from.low};
}

/* Every number of days between fewest and most is possible, since the two dates are free of each
 * other: so it is enough to ask which of below 0, 0, 1 to within, and beyond can occur. */
static struct reach follows(struct moment from, struct moment to, int within, bool same_day)
{
    struct days gap = days_between(from.days, to.days);
    day limit = within < 0 ? DAY_LAST - DAY_FIRST : within;
    bool yes = gap.high >= 1 && gap.low <= limit && limit >= 1;
    bool no = gap.low < 0 || gap.high > limit;
    bool unknown = false;
    if (gap.low <= 0 && gap.high >= 0) {
        int order = order_in_day(&from, &to);
        yes |= order < 0 || (order == 0 && same_day);
        no |= order > 0;
        unknown = order == 0 && !same_day;
    }
    if (unknown && !yes && !no)
        return (struct reach){PERHAPS, DOUBT_ORDER};
    if (unknown || (yes && no))
        return (struct reach){PERHAPS, DOUBT_DATE};
    return (struct reach){yes ? SURELY : SURELY_NOT, DOUBT_NONE};
}

struct reach record_after(const struct event *anchor, const struct event *other, int within,
                          bool same_day)
{
    return follows(ending(anchor), beginning(other), within, same_day);
}

static struct reach ends_within(const struct event *anchor, const struct event *other, int within)
{
    struct days gap = days_between(other->end, anchor->begin);
    if (within < 0 || gap.high <= within)
        return (struct reach){SURELY, DOUBT_NONE};
    if (gap.low > within)
        return (struct reach){SURELY_NOT, DOUBT_NONE};
    return (struct reach){PERHAPS, DOUBT_DATE};
}

struct reach record_before(const struct event *anchor, const struct event *other, int within,
                           bool same_day)
{
    if (!other->interval)
        return follows(beginning(other), beginning(anchor), within, same_day);
    struct reach began = follows(beginning(other), beginning(anchor), WITHIN_ANY, same_day);
    struct reach ended = ends_within(anchor, other, within);
    return ended.sure < began.sure ? ended : began;
}

struct days record_days_after(const struct event *anchor, const struct event *other)
{
    return days_between(anchor->interval ? anchor->end : anchor->begin, other->begin);
}

struct days record_days_before(const struct event *anchor, const struct event *other)
{
    struct days gap = days_between(other->interval ? other->end : other->begin, anchor->begin);
    gap.low = gap.low < 0 && other->interval ? 0 : gap.low;
    gap.high = gap.high < 0 && other->interval ? 0 : gap.high;
    return gap;
}

int record_order(const struct event *a, const struct event *b)
{
    if (record_after(a, b, WITHIN_ANY, false).sure == SURELY)
        return -1;
    return record_after(b, a, WITHIN_ANY, false).sure == SURELY ? 1 : 0;
}
