/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/axis.h"

#include <string.h>

#include "report/model.h"
#include "report/strip.h"

enum { TICKS_MOST = 5, MONTHS = 12 };

/* --- which days ------------------------------------------------------------------------------- */

static void widen(const struct person_page *page, struct days *days, day at)
{
    if (!person_in_period(page, at))
        return;
    days->low = at < days->low ? at : days->low;
    days->high = at > days->high ? at : days->high;
}

static bool is_drawn(const struct event *event)
{
    enum happened what;
    return strcmp(event->kind, "network_tie") == 0 ||
           (strip_shows(event, &what) && strip_is_dated(event));
}

/* Days that have not come yet are no part of what is known. */
static void widen_by_events(const struct person_page *page, struct days *days)
{
    for (size_t i = 0; i < page->record.event_count; i++) {
        const struct event *event = &page->record.events[i];
        if (!is_drawn(event))
            continue;
        widen(page, days, event->begin.low);
        widen(page, days, event->begin.high < page->as_of ? event->begin.high : page->as_of);
    }
}

/* A wait that is not over is drawn as long as its sentence says. */
static void widen_by_lanes(const struct person_page *page, struct days *days)
{
    for (size_t i = 0; i < page->lane_count; i++)
        if (strip_goes_on(&page->lanes[i]))
            widen(page, days, strip_known_until(page));
}

static struct days whole_months(struct days days)
{
    int year, month, date;
    day_parts(days.low, &year, &month, &date);
    days.low = day_of(year, month, 1);
    day_parts(days.high, &year, &month, &date);
    days.high = day_of(year, month, day_days_in(year, month));
    return days;
}

struct days person_axis(const struct person_page *page)
{
    struct days days = {DAY_LAST, DAY_FIRST};
    for (size_t i = 0; i < page->score_count; i++)
        if (page->scores[i].place == 0 && person_shows_answer(page, &page->scores[i]))
            widen(page, &days, page->scores[i].date);
    for (size_t i = 0; i < page->note_count; i++)
        widen(page, &days, page->notes[i].date);
    for (size_t i = 0; i < page->goal_count; i++)
        for (size_t r = 0; r < page->goals[i].row_count; r++)
            widen(page, &days, page->goals[i].rows[r].date);
    widen_by_events(page, &days);
    widen_by_lanes(page, &days);
    return whole_months(days.low <= days.high ? days : (struct days){page->as_of, page->as_of});
}

/* --- its marks -------------------------------------------------------------------------------- */

/* A month counted from the beginning of year 0. */
static int month_of(day at)
{
    int year, month, date;
    day_parts(at, &year, &month, &date);
    return year * MONTHS + month - 1;
}

static day first_of(int month)
{
    return day_of(month / MONTHS, month % MONTHS + 1, 1);
}

/* Months between two marks, so that at most TICKS_MOST stand on the axis. */
static int tick_step(int months)
{
    static const int steps[] = {1, 2, 3, 6, 12, 24, 60, 120, 240, 600};
    size_t i = 0;
    while (i + 1 < sizeof steps / sizeof *steps && months / steps[i] + 1 > TICKS_MOST)
        i++;
    return steps[i];
}

void axis_tick(struct arena *arena, struct value chart, day at, const char *label, bool wide)
{
    struct value tick = model_entry(arena, chart, "ticks");
    model_set_whole(arena, tick, "day", at);
    value_set_text(arena, tick, "label", label);
    if (wide)
        value_set(arena, tick, "wide", value_yes(true));
}

/* Every second mark goes on phones; between two that say the year, the month alone is enough. */
static void add_months(struct arena *arena, struct days axis, struct value chart)
{
    int first = month_of(axis.low), last = month_of(axis.high), step = tick_step(last - first);
    for (int i = 0, month = first; month <= last; i++, month += step) {
        bool between = i % 2 == 1, with_year = !between || step >= MONTHS;
        day at = first_of(month);
        axis_tick(arena, chart, at, day_month_short(arena, at, with_year), between);
    }
    if ((last - first) % step != 0)
        axis_tick(arena, chart, axis.high, day_month_short(arena, axis.high, true), false);
}

void axis_days(struct arena *arena, struct days axis, struct value chart)
{
    model_set_whole(arena, chart, "from", axis.low);
    model_set_whole(arena, chart, "to", axis.high);
    add_months(arena, axis, chart);
}
