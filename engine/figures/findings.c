/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "figures/gathered.h"

/* What can be the matter; somebody with several is counted with the first of these. */
static const char *const reasons[] = {
    "kind_not_collected", "not_recorded",  "followup_short", "gap",       "date_not_exact",
    "order_unknown",      "still_waiting", "declined",       "no_anchor", "plugin_failed"};
enum { REASONS = sizeof reasons / sizeof *reasons };

struct verdict {
    bool found, not_found, cannot_tell;
    size_t reason; /* of cannot tell; REASONS for none yet */
};

static size_t reason_of(const char *why)
{
    size_t i = 0;
    while (i < REASONS && strcmp(reasons[i], why) != 0) {
        i++;
    }
    return i < REASONS ? i : REASONS - 1;
}

static void cannot_tell(struct verdict *verdict, const char *why)
{
    size_t reason = reason_of(why);
    verdict->cannot_tell = true;
    verdict->reason = reason < verdict->reason ? reason : verdict->reason;
}

enum stand { STANDS, STANDS_NOT, STANDS_PERHAPS };

/* Does this finding speak of the period? One without an anchor speaks of all of it. */
static enum stand stand_of(const struct figures *figures, const struct noted *note)
{
    const struct days *seen = &figures->ask.period;
    if (!note->anchored) {
        return STANDS;
    }
    if (note->when.high < seen->low || note->when.low > seen->high) {
        return STANDS_NOT;
    }
    bool surely = note->when.low >= seen->low && note->when.high <= seen->high;
    return surely && note->window ? STANDS : STANDS_PERHAPS;
}

static void weigh(struct verdict *verdict, const struct noted *note)
{
    if (strcmp(note->state, "found") == 0) {
        verdict->found = true;
    } else if (strcmp(note->state, "not_found") == 0) {
        verdict->not_found = true;
    } else {
        cannot_tell(verdict, note->why);
    }
}

/* An anchor that may not be used: its own reason, else what keeps it out. */
static const char *reason_against(const struct figures *figures, const struct noted *note)
{
    const struct days *period = &figures->ask.period;
    if (note->when.low < period->low || note->when.high > period->high) {
        return "date_not_exact";
    }
    return *note->why ? note->why : "followup_short";
}

static struct verdict judge(const struct figures *figures, size_t who, size_t indicator)
{
    const struct someone *someone = &figures->people[who];
    struct verdict verdict = {.reason = REASONS}, perhaps = {.reason = REASONS};
    for (size_t i = 0; i < someone->note_count; i++) {
        const struct noted *note = &someone->notes[i];
        enum stand stand = note->indicator == indicator ? stand_of(figures, note) : STANDS_NOT;
        if (stand == STANDS) {
            weigh(&verdict, note);
        } else if (stand == STANDS_PERHAPS) {
            cannot_tell(&perhaps, reason_against(figures, note));
        }
    }
    if (verdict.found || verdict.not_found || verdict.cannot_tell) {
        return verdict;
    }
    if (!perhaps.cannot_tell && someone->silence[indicator]) {
        cannot_tell(&perhaps, someone->silence[indicator]);
    }
    perhaps.not_found = !perhaps.cannot_tell;
    return perhaps;
}

static void add_verdict(struct figures *figures, struct figure_findings *figure,
                        struct people *whys, size_t who, const struct verdict *verdict)
{
    if (!verdict->found && verdict->cannot_tell) {
        people_add(figures, &figure->cannot_tell, who);
        people_add(figures, &whys[verdict->reason], who);
        return;
    }
    people_add(figures, &figure->assessable, who);
    people_add(figures, verdict->found ? &figure->found : &figure->not_found, who);
}

static void list_whys(struct figure_findings *figure, const struct people *whys)
{
    for (size_t i = 0; i < REASONS; i++) {
        if (whys[i].count) {
            figure->whys[figure->why_count++] = (struct figure_why){reasons[i], whys[i]};
        }
    }
}

/* --- by a column of the anchor --------------------------------------------------------------- */

static bool by_column(const char *by, enum event_column *column, struct fault *fault)
{
    *column = event_column_of(by);
    if (*column == EVENT_need || *column == EVENT_decided_by) {
        return true;
    }
    return fault_set(
        fault, FAULT_USAGE,
        "Findings cannot be grouped by `%s`: this version groups them by `need` or "
        "`decided_by`, and none by who worked with someone, so that nobody can be judged "
        "with it. Name one of those two, or none.",
        by);
}

static void add_groups(struct figures *figures, struct figure_findings *figure, size_t *room,
                       size_t who, size_t indicator, enum event_column column)
{
    const struct someone *someone = &figures->people[who];
    for (size_t i = 0; i < someone->note_count; i++) {
        const struct noted *note = &someone->notes[i];
        if (note->indicator != indicator || strcmp(note->state, "found") != 0 ||
            stand_of(figures, note) != STANDS) {
            continue;
        }
        const char *code = note->anchor ? note->anchor[column] : NULL;
        struct figure_group *group = group_of(figures, &figure->by, &figure->by_count, room,
                                              code ? code : FIGURES_NOT_RECORDED);
        people_add(figures, &group->people, who);
    }
}

static bool group(struct figures *figures, struct figure_findings *figure, size_t indicator,
                  const char *by, struct fault *fault)
{
    enum event_column column;
    size_t room = 0;
    if (!by_column(by, &column, fault)) {
        return false;
    }
    for (size_t i = 0; i < figure->found.count; i++) {
        add_groups(figures, figure, &room, figure->found.who[i], indicator, column);
    }
    groups_sort(figures, by, figure->by, figure->by_count);
    for (size_t i = 0; i < figure->by_count; i++) {
        const char *code = figure->by[i].code;
        bool recorded = strcmp(code, FIGURES_NOT_RECORDED) != 0;
        figure->by[i].label = recorded ? label_of(figures, by, code) : "not recorded";
    }
    return true;
}

static bool find_indicator(const struct figures *figures, const char *of, size_t *indicator,
                           struct fault *fault)
{
    for (*indicator = 0; *indicator < figures->ask.indicator_count; ++*indicator) {
        if (strcmp(indicator_facts(figures->ask.indicators[*indicator])->id, of) == 0) {
            return true;
        }
    }
    return fault_set(
        fault, FAULT_DATA,
        "There is no indicator `%s` among those of this report. Name one that `alongside "
        "list indicators` shows.",
        of);
}

bool figures_findings(struct figures *figures, const char *of, const char *by,
                      struct figure_findings *figure, struct fault *fault)
{
    size_t indicator;
    struct people whys[REASONS] = {{0}};
    *figure = (struct figure_findings){0};
    if (!find_indicator(figures, of, &indicator, fault)) {
        return false;
    }
    figure->indicator = figures->ask.indicators[indicator];
    figure->collected = figures->collected[indicator];
    for (size_t i = 0; i < figures->count; i++) {
        struct verdict verdict = judge(figures, i, indicator);
        add_verdict(figures, figure, whys, i, &verdict);
    }
    list_whys(figure, whys);
    return !by || group(figures, figure, indicator, by, fault);
}
