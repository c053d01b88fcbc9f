/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The strip in words: how often somebody had to ask, and what services did meanwhile. */
#include <string.h>

#include "ground/text.h"
#include "report/sentences.h"
#include "report/strip.h"

enum { WAITS_LISTED = 3 };

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

static const char *days_long(const struct person_page *page, struct days days)
{
    if (days.low != days.high)
        return arena_format(page->arena, SAY_STRIP_DAYS_BETWEEN, days.low, days.high);
    return days.low == 1 ? SAY_STRIP_DAY : arena_format(page->arena, SAY_STRIP_DAYS, days.low);
}

/* From the first ask to help, or to the last day that anything is known of. */
static struct days length(const struct person_page *page, const struct wait *wait)
{
    day until = strip_known_until(page);
    struct days end = wait->help ? wait->help->begin : (struct days){until, until};
    struct days from = wait->first->begin;
    struct days days = {end.low - from.high, end.high - from.low};
    days.low = days.low > 0 ? days.low : 0;
    days.high = days.high > days.low ? days.high : days.low;
    return days;
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
    struct days days = length(page, wait);
    if (days.high == 0)
        return wait->asks == 1
                   ? arena_format(page->arena, SAY_STRIP_AT_ONCE, name)
                   : arena_format(page->arena, SAY_STRIP_ONE_DAY, name, times(page, wait->asks));
    if (wait->asks == 1)
        return arena_format(page->arena, SAY_STRIP_AFTER, name, days_long(page, days));
    return arena_format(page->arena, SAY_STRIP_ASKED, name, times(page, wait->asks),
                        days_long(page, days));
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
        const struct wait *wait = strip_longest(&lanes[i]);
        all += lanes[i].count;
        if (wait && (!most || wait->asks > strip_longest(most)->asks))
            most = &lanes[i];
    }
    if (!most)
        return all == 1 ? SAY_STRIP_THING : arena_format(page->arena, SAY_STRIP_THINGS, all);
    const struct wait *wait = strip_longest(most);
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

static void say_wait(const struct person_page *page, const struct wait *wait, struct text *out)
{
    struct days days = length(page, wait);
    text_char(out, ' ');
    if (wait->help && days.high == 0)
        text_put(out, SAY_STRIP_WAIT_NONE);
    else
        text_format(out,
                    wait->help     ? SAY_STRIP_WAIT_OVER
                    : wait->theirs ? SAY_STRIP_WAIT_UNSAID
                                   : SAY_STRIP_WAIT_STILL,
                    days_long(page, days));
}

static void say_waits(const struct person_page *page, const struct strip_lane *lane,
                      struct text *out)
{
    if (lane->wait_count > WAITS_LISTED) {
        text_put(out, " " SAY_STRIP_WAIT_MOST);
        say_wait(page, strip_longest(lane), out);
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

/* --- one event, in the table ------------------------------------------------------------------ */

static const char *kind_words(const struct event *event)
{
    static const char *const known[][2] = {
        {"request", SAY_KIND_CONTACT},         {"contact", SAY_KIND_CONTACT},
        {"referral", SAY_KIND_REFERRAL},       {"referral_decision", SAY_KIND_DECISION},
        {"assessment", SAY_KIND_ASSESSMENT},   {"history_taken", SAY_KIND_HISTORY},
        {"appointment", SAY_KIND_APPOINTMENT}, {"plan", SAY_KIND_PLAN},
        {"episode_start", SAY_KIND_START},     {"episode_end", SAY_KIND_END},
        {"episode_pause", SAY_KIND_PAUSE},     {"episode_resume", SAY_KIND_RESUME},
        {"punitive", SAY_KIND_TAKEN_BACK},     {"enforcement", SAY_KIND_TAKEN_BACK},
        {"complaint", SAY_KIND_COMPLAINT},     {"complaint_step", SAY_KIND_COMPLAINT_STEP},
        {"personal_budget", SAY_KIND_BUDGET},  {"advocacy", SAY_KIND_ADVOCACY},
        {"challenge", SAY_KIND_CHALLENGE},     {"benefit_change", SAY_KIND_BENEFIT},
    };
    const char *reused = event->field[EVENT_reused];
    if (reused && strcmp(reused, "yes") == 0 &&
        text_has_word("assessment history_taken", event->kind))
        return SAY_KIND_REUSED;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strcmp(known[i][0], event->kind) == 0)
            return known[i][1];
    return event->kind;
}

const char *strip_mark_says(enum happened what)
{
    static const char *const words[HAPPENED_KINDS] = {
        [HAPPENED_MOVED] = SAY_MARK_MOVED,     [HAPPENED_NOTHING] = SAY_MARK_NOTHING,
        [HAPPENED_OPEN] = SAY_MARK_OPEN,       [HAPPENED_TOLD] = SAY_MARK_TOLD,
        [HAPPENED_REFUSED] = SAY_MARK_REFUSED, [HAPPENED_TAKEN] = SAY_MARK_TAKEN,
        [HAPPENED_THEIRS] = SAY_MARK_THEIRS,   [HAPPENED_CRISIS] = SAY_MARK_CRISIS,
        [HAPPENED_OTHER] = SAY_MARK_OTHER,     [HAPPENED_STAY] = SAY_MARK_STAY,
    };
    return words[what];
}

/* Of one kind of mark, which it was. */
static const char *came_words(const struct event *event, enum happened what)
{
    static const char *const known[][2] = {
        {"nothing_changed", SAY_CAME_SAME},
        {"made_worse", SAY_CAME_WORSE},
        {"too_early", SAY_CAME_EARLY},
        {"unknown", SAY_CAME_UNKNOWN},
    };
    const char *outcome = event->field[EVENT_outcome];
    if (what == HAPPENED_THEIRS)
        return strcmp(event->outcome_by, "coach") == 0 ? SAY_CAME_COACH : SAY_CAME_SERVICE;
    for (size_t i = 0; outcome && !strip_is_theirs(event) && i < sizeof known / sizeof *known; i++)
        if (strcmp(known[i][0], outcome) == 0)
            return known[i][1];
    return what == HAPPENED_OPEN ? SAY_CAME_UNWRITTEN : strip_mark_says(what);
}

const char *strip_event_says(const struct person_page *page, const struct event *event,
                             enum happened what)
{
    const char *says = what == HAPPENED_OTHER ? kind_words(event)
                       : strip_is_ask(what)   ? came_words(event, what)
                                              : strip_mark_says(what);
    const char *subtype = event->field[EVENT_subtype];
    if (!subtype)
        return says;
    return arena_format(page->arena, SAY_EVENT_SUBTYPE, says,
                        shelf_label((void *)page->shelf, "subtype", subtype));
}
