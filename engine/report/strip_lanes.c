/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What happened, need by need. What belongs together is decided by what was recorded: a link or a
 * thread first, then the need. */
#include <string.h>

#include "ground/text.h"
#include "report/same.h"
#include "report/strip.h"

enum { LONG_AGO = 3660, WORDS_MOST = 60 }; /* days; bytes of own words that name a lane */

/* --- what an event is ------------------------------------------------------------------------- */

static bool is(const struct event *event, enum event_column column, const char *codes)
{
    const char *code = event->field[column];
    return code && text_has_word(codes, code);
}

static bool is_ask(const struct event *event)
{
    const char *purpose = event->field[EVENT_purpose];
    if (purpose && strstr(purpose, "keeping_in_touch"))
        return false;
    if (strcmp(event->kind, "request") == 0)
        return !event->field[EVENT_initiated_by] || is(event, EVENT_initiated_by, "person");
    return strcmp(event->kind, "contact") == 0 && is(event, EVENT_initiated_by, "person");
}

bool strip_is_theirs(const struct event *event)
{
    return event->outcome_by && strcmp(event->outcome_by, "person") != 0;
}

bool strip_they_say(const struct event *event, const char *outcomes)
{
    return is(event, EVENT_outcome, outcomes) && !strip_is_theirs(event);
}

bool strip_others_say(const struct event *event, const char *outcomes)
{
    return is(event, EVENT_outcome, outcomes) && strip_is_theirs(event);
}

static enum happened asked(const struct event *event)
{
    if (strip_they_say(event, "need_met partly_met"))
        return HAPPENED_MOVED;
    if (strip_they_say(event, "nothing_changed made_worse"))
        return HAPPENED_NOTHING;
    return strip_others_say(event, "need_met partly_met nothing_changed made_worse")
               ? HAPPENED_THEIRS
               : HAPPENED_OPEN;
}

static bool is_refusal(const struct event *event)
{
    return strcmp(event->kind, "refusal") == 0 ||
           (strcmp(event->kind, "referral_decision") == 0 &&
            is(event, EVENT_decision, "rejected returned")) ||
           (strcmp(event->kind, "appointment") == 0 &&
            is(event, EVENT_reason, "arrived_but_not_seen turned_away_late"));
}

bool strip_shows(const struct event *event, enum happened *what)
{
    static const char shown[] =
        "request contact referral referral_decision refusal assessment history_taken appointment "
        "plan episode_start episode_end episode_pause episode_resume crisis punitive enforcement "
        "complaint complaint_step institution personal_budget advocacy challenge benefit_change";
    if (!text_has_word(shown, event->kind))
        return false;
    *what = HAPPENED_OTHER;
    if (is_ask(event))
        *what = asked(event);
    else if (text_has_word("assessment history_taken", event->kind) &&
             is(event, EVENT_reused, "no"))
        *what = HAPPENED_TOLD;
    else if (is_refusal(event))
        *what = HAPPENED_REFUSED;
    else if (text_has_word("punitive enforcement", event->kind) &&
             !is(event, EVENT_status, "withdrawn overturned"))
        *what = HAPPENED_TAKEN;
    else if (strcmp(event->kind, "crisis") == 0)
        *what = HAPPENED_CRISIS;
    else if (strcmp(event->kind, "institution") == 0)
        *what = HAPPENED_STAY;
    return true;
}

bool strip_is_ask(enum happened what)
{
    return what == HAPPENED_MOVED || what == HAPPENED_NOTHING || what == HAPPENED_THEIRS ||
           what == HAPPENED_OPEN;
}

bool strip_is_dated(const struct event *event)
{
    return event->begin.high - event->begin.low < LONG_AGO;
}

static bool is_in_period(const struct person_page *page, const struct event *event)
{
    return event->begin.high >= page->period.low && event->begin.low <= page->period.high;
}

/* --- which lane ------------------------------------------------------------------------------- */

static bool is_recorded(const struct event *event, enum event_column column)
{
    return event->field[column] && strcmp(event->field[column], "unknown") != 0;
}

/* The thread that alone decides what it is about, or NULL. */
static const char *only_thread(const struct event *event)
{
    bool one = is_recorded(event, EVENT_thread) && !strchr(event->field[EVENT_thread], ';') &&
               !record_has_links(event);
    return one ? event->field[EVENT_thread] : NULL;
}

/* A link to any of its events decides; else none of them may be about something else. Two threads
 * are compared first, as somebody may have thousands. */
static enum same tied(const struct strip_lane *lane, const struct event *event, const char *thread)
{
    if (thread && lane->thread)
        return strcmp(thread, lane->thread) == 0 ? SAME_LINK : SAME_NOT;
    bool alike = false, other = false;
    for (size_t i = 0; i < lane->count; i++) {
        enum same same = same_thing(lane->events[i], event);
        if (same == SAME_LINK)
            return SAME_LINK;
        alike |= same == SAME_NEED;
        other |= same == SAME_NOT;
    }
    return alike && !other ? SAME_NEED : SAME_NOT;
}

/* Events stand in the record in order of time: of two, the later one is further on. */
static const struct event *last_of(const struct strip_lane *lane)
{
    return lane->events[lane->count - 1];
}

static bool is_nameless(const struct event *event)
{
    return !is_recorded(event, EVENT_thread) && !is_recorded(event, EVENT_need);
}

/* The lane that somebody tied it to; else, of those that are alike in their need alone, the one
 * that went on last, as events come in order of time. NULL: none. */
static struct strip_lane *lane_tied(struct strip_lane *lanes, size_t count,
                                    const struct event *event)
{
    const char *thread = only_thread(event);
    struct strip_lane *latest = NULL;
    for (size_t i = 0; i < count; i++) {
        enum same same = tied(&lanes[i], event, thread);
        if (same == SAME_LINK)
            return &lanes[i];
        if (same == SAME_NEED && (!latest || last_of(&lanes[i]) > last_of(latest)))
            latest = &lanes[i];
    }
    return latest;
}

/* What nothing says the need of has a lane of its own. */
static struct strip_lane *lane_of(struct strip_lane *lanes, size_t *count,
                                  const struct event *event)
{
    struct strip_lane *lane = lane_tied(lanes, *count, event);
    if (lane)
        return lane;
    for (size_t i = 0; i < *count && is_nameless(event); i++)
        if (is_nameless(lanes[i].events[0]))
            return &lanes[i];
    return &lanes[(*count)++];
}

static void add(const struct person_page *page, struct strip_lane *lane, const struct event *event,
                enum happened what)
{
    const char *thread = only_thread(event);
    size_t room = lane->room;
    lane->events =
        arena_grow(page->arena, lane->events, lane->count, &lane->room, sizeof(*lane->events));
    lane->what = arena_grow(page->arena, lane->what, lane->count, &room, sizeof *lane->what);
    if (!lane->count || !thread || !lane->thread || strcmp(thread, lane->thread) != 0)
        lane->thread = lane->count ? NULL : thread;
    lane->events[lane->count] = event;
    lane->what[lane->count++] = what;
    lane->of[what]++;
}

/* --- its name --------------------------------------------------------------------------------- */

/* Own words name a lane where they are short enough to be read as a name; they are never cut. */
static bool can_name(const char *words)
{
    return words && *words && strlen(words) <= WORDS_MOST && !strchr(words, '\n');
}

static void name(const struct person_page *page, struct strip_lane *lane)
{
    for (size_t i = 0; i < lane->count; i++) {
        const char *const *field = lane->events[i]->field;
        if (!lane->own && can_name(field[EVENT_need_words]))
            lane->own = field[EVENT_need_words];
        if (!lane->need && is_recorded(lane->events[i], EVENT_need))
            lane->need = shelf_label((void *)page->shelf, "need", field[EVENT_need]);
    }
}

static bool are_twins(const struct strip_lane *a, const struct strip_lane *b)
{
    return a != b && !a->own && !b->own && a->need && b->need && strcmp(a->need, b->need) == 0;
}

static void find_twins(struct strip_lane *lanes, size_t count)
{
    for (size_t i = 0; i < count; i++)
        for (size_t other = 0; other < count && !lanes[i].own && !lanes[i].twin; other++)
            lanes[i].twin = are_twins(&lanes[i], &lanes[other]);
}

/* --- all -------------------------------------------------------------------------------------- */

struct strip_lane *strip_lanes(const struct person_page *page, size_t *count)
{
    const struct record *record = &page->record;
    struct strip_lane *lanes = arena_array(page->arena, record->event_count, sizeof *lanes);
    enum happened what;
    *count = 0;
    for (size_t i = 0; i < record->event_count; i++)
        if (strip_shows(&record->events[i], &what) && is_in_period(page, &record->events[i]))
            add(page, lane_of(lanes, count, &record->events[i]), &record->events[i], what);
    for (size_t i = 0; i < *count; i++) {
        name(page, &lanes[i]);
        strip_follow(page, &lanes[i]);
    }
    find_twins(lanes, *count);
    return lanes;
}

size_t strip_asks(const struct strip_lane *lane)
{
    size_t asks = 0;
    for (enum happened what = 0; what < HAPPENED_KINDS; what++)
        asks += strip_is_ask(what) ? lane->of[what] : 0;
    return asks;
}

day strip_known_until(const struct person_page *page)
{
    day last = record_last_day(&page->record), end = page->as_of;
    if (last != DAY_NONE && last < end)
        end = last;
    return end < page->period.high ? end : page->period.high;
}
