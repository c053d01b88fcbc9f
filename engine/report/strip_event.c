/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One event of the strip in words, for the table; and what its mark means, for the key. What came
 * of it is told by the person's account; another's stands beside it where the two differ. */
#include <string.h>

#include "ground/text.h"
#include "report/sentences.h"
#include "report/strip.h"

/* --- what it was ------------------------------------------------------------------------------ */

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

/* --- what came of it -------------------------------------------------------------------------- */

/* One account of it, in the words of the code list; NULL where it says nothing. */
static const char *account_of(const struct person_page *page, const char *outcome)
{
    static const char told[] = "need_met partly_met nothing_changed made_worse too_early";
    return outcome && text_has_word(told, outcome)
               ? shelf_label((void *)page->shelf, "outcome", outcome)
               : NULL;
}

static const char *theirs_words(const struct person_page *page, const struct event *event,
                                const char *account)
{
    bool coach = strcmp(event->outcome_by, "coach") == 0;
    return arena_format(page->arena, coach ? SAY_CAME_COACH : SAY_CAME_SERVICE, account);
}

static const char *asked_words(const struct person_page *page, const struct event *event)
{
    const char *outcome = event->field[EVENT_outcome], *account = account_of(page, outcome);
    if (account && strip_is_theirs(event))
        return theirs_words(page, event, account);
    if (!outcome || strip_is_theirs(event))
        return SAY_CAME_UNWRITTEN;
    if (strcmp(outcome, "too_early") == 0)
        return SAY_CAME_EARLY;
    return account ? arena_format(page->arena, SAY_CAME, account) : SAY_CAME_UNKNOWN;
}

/* What came of something that was no ask of theirs; "" where nobody said. */
static const char *came_words(const struct person_page *page, const struct event *event)
{
    const char *account = account_of(page, event->field[EVENT_outcome]);
    const char *by = event->outcome_by ? event->outcome_by : "person";
    if (!account)
        return "";
    return arena_format(page->arena,
                        strcmp(by, "person") == 0  ? SAY_ACCOUNT_YOURS
                        : strcmp(by, "coach") == 0 ? SAY_ACCOUNT_COACH
                                                   : SAY_ACCOUNT_SERVICE,
                        account);
}

/* The service's own account beside another's that stands, where it says something else. */
static const char *beside(const struct person_page *page, const struct event *event)
{
    const char *theirs = event->field[EVENT_service_outcome],
               *outcome = event->field[EVENT_outcome];
    const char *account = account_of(page, theirs);
    if (!account || !outcome || strcmp(theirs, outcome) == 0)
        return "";
    return arena_format(page->arena, SAY_ACCOUNT_SERVICE, account);
}

/* --- all of it -------------------------------------------------------------------------------- */

static const char *what_words(const struct person_page *page, const struct event *event,
                              enum happened what)
{
    const char *says = what == HAPPENED_OTHER ? kind_words(event)
                       : strip_is_ask(what)   ? asked_words(page, event)
                                              : strip_mark_says(what);
    const char *subtype = event->field[EVENT_subtype];
    if (!subtype)
        return says;
    return arena_format(page->arena, SAY_EVENT_SUBTYPE, says,
                        shelf_label((void *)page->shelf, "subtype", subtype));
}

const char *strip_event_says(const struct person_page *page, const struct event *event,
                             enum happened what)
{
    return arena_format(page->arena, "%s%s%s", what_words(page, event, what),
                        strip_is_ask(what) ? "" : came_words(page, event), beside(page, event));
}
