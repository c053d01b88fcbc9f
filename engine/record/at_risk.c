/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days in the community, and days that the person asked to pause. */
#include <string.h>

#include "record/look.h"

/* --- institutions ---------------------------------------------------------------------------- */

/* The days between the first and the last of a stay, which belong to both sides: surely in it, or
 * possibly. Stays that touch are one. */
static struct days inside(const struct event *stay, bool surely)
{
    return surely ? (struct days){stay->begin.high, stay->end.low}
                  : (struct days){stay->begin.low, stay->end.high};
}

static size_t list_stays(const struct record *record, bool surely, struct days *stays)
{
    size_t count = 0;
    for (size_t i = 0; i < record->event_count; i++) {
        const struct event *event = &record->events[i];
        if (strcmp(event->kind, "institution") != 0 || !event->interval)
            continue;
        struct days days = inside(event, surely);
        if (days.low > days.high)
            continue;
        if (count && days.low <= stays[count - 1].high)
            stays[count - 1].high = day_later(stays[count - 1].high, days.high);
        else
            stays[count++] = days;
    }
    return count;
}

static void keep(struct record *cut, day from, day until)
{
    if (from <= until)
        cut->observed[cut->observed_count++] = (struct observed){from, until};
}

/* What is left of one stretch. Nobody leaves on DAY_LAST: the stay is still running. */
static void cut_stretch(struct record *cut, struct observed stretch, const struct days *stays,
                        size_t count)
{
    day from = stretch.from;
    for (size_t i = 0; i < count && stays[i].low < stretch.until; i++) {
        if (stays[i].high <= from || stays[i].high - stays[i].low < 2)
            continue;
        keep(cut, from, day_earlier(stays[i].low, stretch.until));
        from = day_later(from, stays[i].high + (stays[i].high == DAY_LAST));
    }
    keep(cut, from, stretch.until);
}

struct record record_in_community(const struct record *record, bool surely, struct arena *arena)
{
    struct record cut = *record;
    struct days *stays = arena_array(arena, record->event_count + 1, sizeof *stays);
    size_t count = list_stays(record, surely, stays);
    cut.observed = arena_array(arena, record->observed_count + count + 1, sizeof *cut.observed);
    cut.observed_count = 0;
    for (size_t i = 0; i < record->observed_count; i++)
        cut_stretch(&cut, record->observed[i], stays, count);
    return cut;
}

int record_days_observed(const struct record *record)
{
    int days = 0;
    for (size_t i = 0; i < record->observed_count; i++)
        days += record->observed[i].until - record->observed[i].from + 1;
    return days;
}

/* --- pauses ---------------------------------------------------------------------------------- */

/* Was it the person who asked, alone or with others? Not recorded: perhaps. */
static enum sure was_asked_for(const struct event *pause)
{
    const char *by = pause->field[EVENT_decided_by];
    if (!record_cell_says(by))
        return PERHAPS;
    return strcmp(by, "person") == 0 || strcmp(by, "joint") == 0 ? SURELY : SURELY_NOT;
}

static enum sure ends_pause(const struct event *pause, const struct event *event)
{
    const char *a = pause->field[EVENT_episode], *b = event->field[EVENT_episode];
    enum basis unused;
    bool is_end =
        strcmp(event->kind, "episode_resume") == 0 || strcmp(event->kind, "episode_end") == 0;
    if (!is_end || record_order(pause, event) > 0)
        return SURELY_NOT;
    if (a && b)
        return strcmp(a, b) == 0 ? SURELY : SURELY_NOT;
    return thread_same(pause, event, &unused).sure;
}

/* From the day of the pause to that of the resume; it goes on while there is none. */
static struct days end_of_pause(const struct record *record, const struct event *pause)
{
    struct days end = {DAY_LAST, DAY_LAST};
    for (size_t i = 0; i < record->event_count && end.high == DAY_LAST; i++) {
        const struct event *event = &record->events[i];
        enum sure ends = ends_pause(pause, event);
        if (ends == SURELY)
            end.high = event->begin.high;
        if (ends != SURELY_NOT)
            end.low = day_earlier(end.low, event->begin.low);
    }
    return end;
}

/* Days of `from` to `until` in pauses that are at least so sure; one that lies within another
 * counts once. */
static int days_paused(const struct record *record, const struct event *anchor, day from, day until,
                       enum sure least)
{
    int paused = 0;
    for (size_t i = 0; i < record->event_count; i++) {
        const struct event *pause = &record->events[i];
        enum basis unused;
        if (strcmp(pause->kind, "episode_pause") != 0 || was_asked_for(pause) < least ||
            thread_same(anchor, pause, &unused).sure < least)
            continue;
        struct days end = end_of_pause(record, pause);
        day begins = day_later(from, least == SURELY ? pause->begin.high : pause->begin.low);
        day ends = day_earlier(until, least == SURELY ? end.low : end.high);
        paused += ends > begins ? ends - begins : 0;
        from = day_later(from, ends);
    }
    return paused;
}

struct days record_days_waited(const struct record *record, const struct event *anchor,
                               const struct event *other)
{
    struct days days = record_days_after(anchor, other);
    day from = anchor->interval ? anchor->end.low : anchor->begin.low;
    if (days.low != days.high)
        return (struct days){0, days.high};
    return (struct days){days.low - days_paused(record, anchor, from, other->begin.low, PERHAPS),
                         days.high - days_paused(record, anchor, from, other->begin.low, SURELY)};
}
