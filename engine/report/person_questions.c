/* SPDX-License-Identifier: GPL-3.0-or-later */
/* At most three questions that a person may take with them, each from what stands on the page. */
#include <string.h>

#include "report/goal.h"
#include "report/model.h"
#include "report/sentences.h"
#include "report/strip.h"

enum { QUESTIONS_MOST = 3, OF_FOUND_MOST = 2 };

struct asking {
    struct person_page *page;
    struct value section;
    size_t count;
};

static void ask(struct asking *asking, const char *question)
{
    model_say(asking->page->arena, asking->section, "list", "%s", question);
    asking->count++;
}

/* --- from what is still waited for ------------------------------------------------------------ */

/* For help, or for the rest of it. */
static bool still_waits(const struct strip_lane *lane)
{
    const struct wait *last = lane->wait_count ? &lane->waits[lane->wait_count - 1] : NULL;
    return strip_waits(lane) || (last && last->partly);
}

static const struct event *last_ask(const struct strip_lane *lane)
{
    const struct event *last = NULL;
    for (size_t i = 0; i < lane->count; i++)
        if (strip_is_ask(lane->what[i]))
            last = lane->events[i];
    return last;
}

/* Of the one that they asked about latest. */
static void ask_of_waiting(struct asking *asking)
{
    const struct person_page *page = asking->page;
    const struct strip_lane *lanes = page->lanes, *latest = NULL;
    for (size_t i = 0; i < page->lane_count; i++)
        if (still_waits(&lanes[i]) && strip_name(page, &lanes[i]) &&
            (!latest || last_ask(&lanes[i])->begin.high >= last_ask(latest)->begin.high))
            latest = &lanes[i];
    if (!latest)
        return;
    const char *service = strip_service(last_ask(latest));
    ask(asking, arena_format(page->arena, SAY_ASK_WAITING, service ? service : SAY_ASK_WHOEVER,
                             strip_name(page, latest)));
}

/* --- from what was found ---------------------------------------------------------------------- */

static day last_day(const struct derived_finding *finding)
{
    struct days days;
    return person_finding_days(finding, &days) ? days.high : DAY_FIRST;
}

static const struct derived_finding *latest_found(const struct person_page *page, const char *id)
{
    const struct derived_finding *latest = NULL;
    for (size_t i = 0; i < page->finding_count; i++) {
        const struct derived_finding *one = &page->findings[i];
        if (strcmp(one->state, "found") == 0 && person_finding_of(page, one, id) &&
            (!latest || last_day(one) >= last_day(latest)))
            latest = one;
    }
    return latest;
}

/* The indicator with the latest finding that ends before the day `*before`, or on it behind `after`
 * in the shelf's order. What went well asks nothing of a service. */
static const struct indicator_facts *next_found(const struct person_page *page, bool *asked)
{
    const struct indicator_facts *next = NULL;
    size_t at = 0;
    day on = DAY_FIRST;
    for (size_t i = 0; i < page->shelf->indicator_count; i++) {
        const struct indicator_facts *facts = indicator_facts(page->shelf->indicators[i]);
        const struct derived_finding *found =
            asked[i] || facts->mirrors ? NULL : latest_found(page, facts->id);
        if (!found || (next && last_day(found) <= on))
            continue;
        next = facts;
        on = last_day(found);
        at = i;
    }
    if (next)
        asked[at] = true;
    return next;
}

static void ask_of_found(struct asking *asking)
{
    const struct person_page *page = asking->page;
    bool *asked = arena_array(page->arena, page->shelf->indicator_count + 1, sizeof *asked);
    const struct indicator_facts *facts;
    while (asking->count < OF_FOUND_MOST && (facts = next_found(page, asked)))
        ask(asking, arena_format(page->arena, SAY_ASK_FOUND, facts->asks));
}

/* --- from goals on hold ----------------------------------------------------------------------- */

static void ask_of_goals(struct asking *asking)
{
    const struct person_page *page = asking->page;
    for (size_t i = 0; i < page->shown_goal_count && asking->count < QUESTIONS_MOST; i++) {
        const struct shown_goal *goal = &page->shown_goals[i];
        const struct stored_goal_row *row = goal_words(goal);
        if (!goal_is_on_hold(goal))
            continue;
        if (row && row->words.said && goal_is_own(row))
            ask(asking, arena_format(page->arena, SAY_ASK_HELD, row->words.said));
        else
            ask(asking, SAY_ASK_HELD_WORDLESS);
        return;
    }
}

/* --- from what cannot be told ----------------------------------------------------------------- */

/* Nobody has to write anything down for time to pass, or for a thing that never began. */
static bool could_be_written(const char *why)
{
    return text_has_word("not_recorded date_not_exact order_unknown kind_not_collected", why);
}

/* Only of something that stands on the page: without an anchor nothing that the rule is about has
 * happened, and its name may be the only mention of it. */
static bool could_be_told(const struct derived_finding *finding)
{
    struct days days;
    return strcmp(finding->state, "cannot_tell") == 0 && could_be_written(finding->why) &&
           person_finding_days(finding, &days);
}

/* The latest day on which this rule could be told of, or DAY_NONE. */
static day could_be_told_on(const struct person_page *page, const char *id)
{
    day last = DAY_NONE;
    for (size_t i = 0; i < page->finding_count; i++)
        if (could_be_told(&page->findings[i]) && last_day(&page->findings[i]) > last &&
            person_finding_of(page, &page->findings[i], id))
            last = last_day(&page->findings[i]);
    return last;
}

/* Of the latest; on one day the first of the shelf. */
static void ask_of_untold(struct asking *asking)
{
    const struct person_page *page = asking->page;
    const char *title = NULL;
    day latest = DAY_NONE;
    for (size_t i = 0; i < page->shelf->indicator_count; i++) {
        const struct indicator_facts *facts = indicator_facts(page->shelf->indicators[i]);
        day last = could_be_told_on(page, facts->id);
        if (last <= latest)
            continue;
        latest = last;
        title = facts->title;
    }
    if (title && asking->count < QUESTIONS_MOST)
        ask(asking, arena_format(page->arena, SAY_ASK_UNTOLD, title));
}

void person_questions(struct person_page *page, struct value section)
{
    struct asking asking = {page, section, 0};
    value_set(page->arena, section, "numbered", value_yes(true));
    ask_of_waiting(&asking);
    ask_of_found(&asking);
    ask_of_goals(&asking);
    ask_of_untold(&asking);
    if (asking.count)
        model_say(page->arena, section, "beside", SAY_QUESTIONS_FROM);
    else
        model_say(page->arena, section, "says", SAY_NO_QUESTIONS);
}
