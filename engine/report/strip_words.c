/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The strip in words: how often somebody had to ask, and what services did meanwhile. */
#include <string.h>

#include "ground/text.h"
#include "report/sentences.h"
#include "report/strip.h"

enum { WAITS_LISTED = 3, DAYS_A_YEAR = 365, YEARS_LEAST = 2 };

/* --- pieces ----------------------------------------------------------------------------------- */

static const char *times(const struct person_page *page, size_t count)
{
    return count == 1   ? SAY_STRIP_ONCE
           : count == 2 ? SAY_STRIP_TWICE
                        : arena_format(page->arena, SAY_STRIP_TIMES, count);
}

const char *strip_name(const struct person_page *page, const struct strip_lane *lane)
{
    return lane->own ? arena_format(page->arena, SAY_STRIP_OWN, lane->own) : lane->need;
}

/* Own words stand in the middle of our sentence only where they are no sentence themselves. */
static const char *within_sentence(const struct person_page *page, const struct strip_lane *lane)
{
    if (lane->own && (!strpbrk(lane->own, ".!?,;") || !lane->need))
        return strip_name(page, lane);
    return lane->need ? lane->need : SAY_STRIP_NAMELESS;
}

static int years(day days)
{
    return (2 * days + DAYS_A_YEAR) / (2 * DAYS_A_YEAR);
}

/* A long time is easier to take in by its years; the table has the days. */
static const char *years_long(const struct person_page *page, struct days days)
{
    if (years(days.low) == years(days.high))
        return arena_format(page->arena, SAY_STRIP_YEARS, years(days.low));
    return arena_format(page->arena, SAY_STRIP_YEARS_BETWEEN, years(days.low), years(days.high));
}

static const char *days_long(const struct person_page *page, struct days days)
{
    if (days.low >= YEARS_LEAST * DAYS_A_YEAR)
        return years_long(page, days);
    if (days.low != days.high)
        return arena_format(page->arena, SAY_STRIP_DAYS_BETWEEN, days.low, days.high);
    return days.low == 1 ? SAY_STRIP_DAY : arena_format(page->arena, SAY_STRIP_DAYS, days.low);
}

/* From the first ask to help, or to the last day that anything is known of. An ask that helped by
 * itself took no day, however closely its day is known. */
static struct days length(const struct person_page *page, const struct wait *wait)
{
    if (wait->help == wait->first)
        return (struct days){0, 0};
    day until = strip_known_until(page);
    struct days end = wait->help ? wait->help->begin : (struct days){until, until};
    struct days from = wait->first->begin;
    struct days days = {end.low - from.high, end.high - from.low};
    days.low = days.low > 0 ? days.low : 0;
    days.high = days.high > days.low ? days.high : days.low;
    return days;
}

/* Was it help on some day, of which nobody knows whether it came before they asked? */
static bool is_open(const struct person_page *page, const struct wait *wait)
{
    return wait->near && (!wait->help || length(page, wait).high > 0);
}

const char *strip_service(const struct event *event)
{
    const char *service = event->field[EVENT_service];
    return service ? service : event->field[EVENT_to];
}

/* --- over the strip --------------------------------------------------------------------------- */

static const char *helped_title(const struct person_page *page, const char *name,
                                const struct wait *wait)
{
    struct arena *arena = page->arena;
    struct days days = length(page, wait);
    const char *asked = times(page, wait->asks), *until = wait->partly ? SAY_STRIP_UNTIL_PART : "";
    bool part = wait->partly;
    if (wait->asks == 1 && days.high == 0)
        return arena_format(arena, part ? SAY_STRIP_PART_AT_ONCE : SAY_STRIP_AT_ONCE, name);
    if (wait->asks == 1)
        return arena_format(arena, part ? SAY_STRIP_PART_AFTER : SAY_STRIP_AFTER, name,
                            days_long(page, days));
    if (days.high == 0)
        return arena_format(arena, SAY_STRIP_ONE_DAY, name, asked, until);
    return arena_format(arena, SAY_STRIP_ASKED, name, asked, days_long(page, days), until);
}

static const char *waiting_title(const struct person_page *page, const char *name,
                                 const struct wait *wait)
{
    return arena_format(page->arena, wait->theirs ? SAY_STRIP_WAITS_UNSAID : SAY_STRIP_WAITS, name,
                        times(page, wait->asks));
}

const char *strip_title(const struct person_page *page, const struct strip_lane *lanes,
                        size_t count)
{
    const struct strip_lane *most = NULL;
    size_t all = 0;
    for (size_t i = 0; i < count; i++) {
        const struct wait *wait = strip_most_asked(&lanes[i]);
        all += lanes[i].count;
        if (wait && (!most || wait->asks > strip_most_asked(most)->asks))
            most = &lanes[i];
    }
    if (!most)
        return all == 1 ? SAY_STRIP_THING : arena_format(page->arena, SAY_STRIP_THINGS, all);
    const struct wait *wait = strip_most_asked(most);
    if (is_open(page, wait))
        return arena_format(page->arena, SAY_STRIP_NEAR, within_sentence(page, most),
                            times(page, wait->asks));
    return wait->help ? helped_title(page, within_sentence(page, most), wait)
                      : waiting_title(page, within_sentence(page, most), wait);
}

/* --- beside a lane ---------------------------------------------------------------------------- */

static void say_times(const struct person_page *page, size_t count, const char *format,
                      struct text *out)
{
    if (!count)
        return;
    text_char(out, ' ');
    text_format(out, format, times(page, count));
}

/* The one service that did all of these, or NULL. */
static const char *only_service(const struct strip_lane *lane, enum happened what)
{
    const char *only = NULL;
    for (size_t i = 0; i < lane->count; i++) {
        const char *service = strip_service(lane->events[i]);
        if (lane->what[i] != what)
            continue;
        if (!service || (only && strcmp(only, service) != 0))
            return NULL;
        only = service;
    }
    return only;
}

/* The service is the subject: by its name where one did it all. */
static void say_done(const struct person_page *page, const struct strip_lane *lane,
                     enum happened what, const char *did, struct text *out)
{
    size_t count = lane->of[what];
    const char *only = count ? only_service(lane, what) : NULL;
    if (!count)
        return;
    text_format(out, " %s %s",
                only         ? only
                : count == 1 ? SAY_STRIP_SERVICE
                             : SAY_STRIP_SERVICES,
                did);
    if (count > 1)
        text_format(out, " %s", times(page, count));
    text_char(out, '.');
}

static const char *wait_format(const struct wait *wait)
{
    if (!wait->help)
        return wait->theirs ? SAY_STRIP_WAIT_UNSAID : SAY_STRIP_WAIT_STILL;
    return wait->partly ? SAY_STRIP_WAIT_PART : SAY_STRIP_WAIT_OVER;
}

static void say_wait(const struct person_page *page, const struct wait *wait, struct text *out)
{
    struct days days = length(page, wait);
    text_char(out, ' ');
    if (is_open(page, wait))
        text_put(out, SAY_STRIP_WAIT_NEAR);
    else if (wait->help && days.high == 0)
        text_put(out, wait->partly ? SAY_STRIP_WAIT_PART_NONE : SAY_STRIP_WAIT_NONE);
    else
        text_format(out, wait_format(wait), days_long(page, days));
}

/* Of very many, how often help came and what it took at the longest; the last one where it goes on.
 */
static void say_many_waits(const struct person_page *page, const struct strip_lane *lane,
                           struct text *out)
{
    const struct wait *last = &lane->waits[lane->wait_count - 1];
    struct days longest = {0, 0};
    bool partly = false, open = false;
    size_t helped = lane->wait_count - !last->help;
    for (size_t i = 0; i < helped; i++) {
        struct days days = length(page, &lane->waits[i]);
        open = open || is_open(page, &lane->waits[i]);
        if (days.high > longest.high && !is_open(page, &lane->waits[i]))
            longest = days;
        partly = partly || lane->waits[i].partly;
    }
    text_char(out, ' ');
    text_format(out, partly ? SAY_STRIP_WAITS_PART : SAY_STRIP_WAITS_OVER, times(page, helped));
    if (longest.high == 0)
        text_put(out, open ? "." : SAY_STRIP_WAITS_AT_ONCE);
    else
        text_format(out, SAY_STRIP_WAITS_LONGEST, days_long(page, longest));
    if (!last->help)
        say_wait(page, last, out);
}

static void say_waits(const struct person_page *page, const struct strip_lane *lane,
                      struct text *out)
{
    if (lane->wait_count > WAITS_LISTED) {
        say_many_waits(page, lane, out);
        return;
    }
    for (size_t i = 0; i < lane->wait_count; i++)
        say_wait(page, &lane->waits[i], out);
}

const char *strip_says(const struct person_page *page, const struct strip_lane *lane)
{
    struct text out = {0};
    say_times(page, strip_asks(lane), SAY_STRIP_ASKS, &out);
    say_times(page, lane->of[HAPPENED_TOLD], SAY_STRIP_TELLS, &out);
    say_done(page, lane, HAPPENED_REFUSED, SAY_STRIP_REFUSED, &out);
    say_done(page, lane, HAPPENED_TAKEN, SAY_STRIP_TOOK, &out);
    say_times(page, lane->of[HAPPENED_CRISIS], SAY_STRIP_CRISES, &out);
    say_times(page, lane->of[HAPPENED_STAY], SAY_STRIP_STAYS, &out);
    say_waits(page, lane, &out);
    if (!out.length)
        text_format(&out, lane->count == 1 ? " " SAY_STRIP_ONE_THING : " " SAY_STRIP_ONLY_THINGS,
                    lane->count);
    const char *says = arena_text(page->arena, out.bytes + 1);
    text_free(&out);
    return says;
}
