/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long somebody waited for help on a lane, and how long help was there. */
#include <string.h>

#include "ground/text.h"
#include "record/record.h"
#include "report/strip.h"

struct following {
    struct strip_lane *lane;
    bool waiting, running;
    const struct event *help; /* that may have come last so far; NULL: none */
};

static struct wait *last_wait(const struct following *following)
{
    return &following->lane->waits[following->lane->wait_count - 1];
}

/* --- what came first -------------------------------------------------------------------------- */

/* Their first days may be the same, and nobody knows which of the two began first. */
static bool are_unordered(const struct event *a, const struct event *b)
{
    return a != b && a->begin.low <= b->begin.high && b->begin.low <= a->begin.high &&
           record_order(a, b) == 0;
}

static const struct event *near_by(const struct event *help, const struct event *ask)
{
    return help && are_unordered(help, ask) ? help : NULL;
}

/* --- an event --------------------------------------------------------------------------------- */

/* An ask that may lie before help that stands before it in the record may have been answered: the
 * first that surely lies behind it begins the wait anew. */
static void ask(struct following *following, const struct event *event)
{
    struct wait *wait = following->waiting ? last_wait(following) : NULL;
    if (!wait)
        wait = &following->lane->waits[following->lane->wait_count++];
    if (!following->waiting || (wait->near && !are_unordered(wait->near, event)))
        *wait = (struct wait){.first = event, .near = near_by(following->help, event)};
    wait->asks++;
    following->waiting = true;
}

static void get_help(struct following *following, const struct event *event)
{
    if (following->waiting) {
        struct wait *wait = last_wait(following);
        wait->help = event;
        wait->partly = strip_they_say(event, "partly_met");
        wait->near = near_by(event, wait->first);
    }
    if (!following->help || event->begin.high >= following->help->begin.high)
        following->help = event;
    following->waiting = false;
}

static void begin_help(struct following *following, const struct event *event)
{
    struct strip_lane *lane = following->lane;
    if (!following->running)
        lane->helped[lane->helped_count++] = (struct helped){event->begin.low, DAY_LAST};
    following->running = true;
}

static void end_help(struct following *following, const struct event *event)
{
    struct strip_lane *lane = following->lane;
    if (following->running)
        lane->helped[lane->helped_count - 1].until = event->begin.high;
    following->running = false;
}

static void follow(struct following *following, const struct event *event, enum happened what)
{
    if (strip_is_ask(what) && !following->running)
        ask(following, event);
    if (following->waiting)
        last_wait(following)->theirs |= strip_others_say(event, "need_met partly_met");
    if (text_has_word("episode_start episode_resume", event->kind)) {
        get_help(following, event);
        begin_help(following, event);
    } else if (text_has_word("episode_end episode_pause", event->kind))
        end_help(following, event);
    else if (strip_they_say(event, "need_met partly_met"))
        get_help(following, event);
}

void strip_follow(const struct person_page *page, struct strip_lane *lane)
{
    struct following following = {.lane = lane};
    lane->waits = arena_array(page->arena, lane->count, sizeof *lane->waits);
    lane->helped = arena_array(page->arena, lane->count, sizeof *lane->helped);
    for (size_t i = 0; i < lane->count; i++)
        if (strip_is_dated(lane->events[i]))
            follow(&following, lane->events[i], lane->what[i]);
}

/* --- what came of it -------------------------------------------------------------------------- */

bool strip_waits(const struct strip_lane *lane)
{
    const struct wait *last = lane->wait_count ? &lane->waits[lane->wait_count - 1] : NULL;
    return last && !last->help && !last->near;
}

bool strip_goes_on(const struct strip_lane *lane)
{
    return strip_waits(lane) ||
           (lane->helped_count && lane->helped[lane->helped_count - 1].until == DAY_LAST);
}

const struct wait *strip_most_asked(const struct strip_lane *lane)
{
    const struct wait *most = NULL;
    for (size_t i = 0; i < lane->wait_count; i++)
        if (!most || lane->waits[i].asks > most->asks)
            most = &lane->waits[i];
    return most;
}
