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
    if (!note->as->anchored) {
        return STANDS;
    }
    if (note->when.high < seen->low || note->when.low > seen->high) {
        return STANDS_NOT;
    }
    bool surely = note->when.low >= seen->low && note->when.high <= seen->high;
    return surely && note->as->window ? STANDS : STANDS_PERHAPS;
}

static void weigh(struct verdict *verdict, const struct noted *note)
{
    if (strcmp(note->as->state, "found") == 0) {
        verdict->found = true;
    } else if (strcmp(note->as->state, "not_found") == 0) {
        verdict->not_found = true;
    } else {
        cannot_tell(verdict, note->as->why);
    }
}

/* An anchor that may not be used: its own reason, else what keeps it out. */
static const char *reason_against(const struct figures *figures, const struct noted *note)
{
    const struct days *period = &figures->ask.period;
    if (note->when.low < period->low || note->when.high > period->high) {
        return "date_not_exact";
    }
    return *note->as->why ? note->as->why : "followup_short";
}

/* Which findings are looked at: all of an indicator, those with an anchor, or those whose anchor
 * has a code in a column. */
struct question {
    size_t indicator;
    enum event_column column; /* EVENT_COLUMN_COUNT: any anchor, and none */
    const char *code;         /* NULL: any anchor */
};

static const char *code_of(const struct figures *figures, const struct noted *note,
                           enum event_column column)
{
    const char *code = column == EVENT_need ? note->as->need : note->as->decided_by;
    return code ? agreed_code(figures, event_column[column].name, code) : FIGURES_NOT_RECORDED;
}

static bool is_asked(const struct figures *figures, const struct question *question,
                     const struct noted *note)
{
    if (note->as->indicator != question->indicator) {
        return false;
    }
    return question->column == EVENT_COLUMN_COUNT ||
           (note->as->anchored &&
            (!question->code ||
             strcmp(code_of(figures, note, question->column), question->code) == 0));
}

static struct verdict judge(const struct figures *figures, size_t who,
                            const struct question *question)
{
    const struct someone *someone = &figures->people[who];
    struct verdict verdict = {.reason = REASONS}, perhaps = {.reason = REASONS};
    for (size_t i = 0; i < someone->note_count; i++) {
        const struct noted *note = &someone->notes[i];
        enum stand stand = is_asked(figures, question, note) ? stand_of(figures, note) : STANDS_NOT;
        if (stand == STANDS) {
            weigh(&verdict, note);
        } else if (stand == STANDS_PERHAPS) {
            cannot_tell(&perhaps, reason_against(figures, note));
        }
    }
    if (verdict.found || verdict.not_found || verdict.cannot_tell) {
        return verdict;
    }
    if (!perhaps.cannot_tell && someone->silence[question->indicator]) {
        cannot_tell(&perhaps, someone->silence[question->indicator]);
    }
    perhaps.not_found = !perhaps.cannot_tell;
    return perhaps;
}

static void add_told(struct figures *figures, struct figure_told *told, size_t who,
                     const struct verdict *verdict)
{
    if (!verdict->found && verdict->cannot_tell) {
        people_add(figures, &told->cannot_tell, who);
        return;
    }
    people_add(figures, &told->assessable, who);
    people_add(figures, verdict->found ? &told->found : &told->not_found, who);
}

static void add_everyone(struct figures *figures, struct figure_findings *figure,
                         const struct question *question)
{
    struct people whys[REASONS] = {{0}};
    for (size_t i = 0; i < figures->count; i++) {
        struct verdict verdict = judge(figures, i, question);
        add_told(figures, &figure->told, i, &verdict);
        if (!verdict.found && verdict.cannot_tell) {
            people_add(figures, &whys[verdict.reason], i);
        }
    }
    for (size_t i = 0; i < REASONS; i++) {
        if (whys[i].count) {
            figure->whys[figure->why_count++] = (struct figure_why){reasons[i], whys[i]};
        }
    }
}

/* --- parts ------------------------------------------------------------------------------------ */

static void add_codes(struct figures *figures, struct figure_groups *groups, size_t *room,
                      size_t who, const struct question *question)
{
    const struct someone *someone = &figures->people[who];
    for (size_t i = 0; i < someone->note_count; i++) {
        const struct noted *note = &someone->notes[i];
        if (is_asked(figures, question, note) && stand_of(figures, note) != STANDS_NOT) {
            struct figure_group *group = group_of(figures, &groups->groups, &groups->count, room,
                                                  code_of(figures, note, question->column));
            people_add(figures, &group->people, who);
        }
    }
}

static void label_codes(struct figures *figures, const char *column, struct figure_groups *groups)
{
    groups_sort(figures, column, groups->groups, groups->count);
    for (size_t i = 0; i < groups->count; i++) {
        const char *code = groups->groups[i].code;
        bool recorded = strcmp(code, FIGURES_NOT_RECORDED) != 0;
        bool agreed = strcmp(code, FIGURES_NOT_AGREED) != 0;
        groups->groups[i].label = !recorded ? "not recorded"
                                  : !agreed ? "something else"
                                            : label_of(figures, column, code);
    }
}

/* By what stands in a column of the anchors. Not by who worked with someone, nor by service. */
bool figures_of_anchors(const char *by)
{
    return strcmp(by, "need") == 0 || strcmp(by, "decided_by") == 0;
}

static bool find_groups(struct figures *figures, const char *by, struct question *question,
                        struct figure_groups *groups, struct fault *fault)
{
    size_t room = 0;
    if (!figures_of_anchors(by)) {
        return figures_groups(figures, by, groups, fault);
    }
    *groups = (struct figure_groups){0};
    question->column = event_column_of(by);
    for (size_t i = 0; i < figures->count; i++) {
        add_codes(figures, groups, &room, i, question);
    }
    label_codes(figures, by, groups);
    return true;
}

static bool has_anchor(const struct figures *figures, size_t who, const struct question *question)
{
    const struct someone *someone = &figures->people[who];
    for (size_t i = 0; i < someone->note_count; i++) {
        const struct noted *note = &someone->notes[i];
        if (is_asked(figures, question, note) && stand_of(figures, note) != STANDS_NOT) {
            return true;
        }
    }
    return false;
}

static void add_anchored(struct figures *figures, struct figure_told *told,
                         const struct question *question)
{
    for (size_t i = 0; i < figures->count; i++) {
        if (has_anchor(figures, i, question)) {
            struct verdict verdict = judge(figures, i, question);
            add_told(figures, told, i, &verdict);
        }
    }
}

static bool part(struct figures *figures, struct figure_findings *figure, struct question question,
                 const char *by, struct fault *fault)
{
    struct figure_groups groups;
    if (!find_groups(figures, by, &question, &groups, fault)) {
        return false;
    }
    if (figures_of_anchors(by)) {
        add_anchored(figures, &figure->anchored, &question);
    }
    figure->parts = arena_array(figures->arena, groups.count, sizeof *figure->parts);
    for (; figure->part_count < groups.count; figure->part_count++) {
        struct figure_part *one = &figure->parts[figure->part_count];
        one->group = groups.groups[figure->part_count];
        question.code = one->group.code;
        for (size_t i = 0; i < one->group.people.count; i++) {
            struct verdict verdict = judge(figures, one->group.people.who[i], &question);
            add_told(figures, &one->told, one->group.people.who[i], &verdict);
        }
    }
    return true;
}

/* A class that is a word of the file stands; one that is a code of an event must be agreed. */
static const char *class_of(const struct figures *figures, const struct noted *note)
{
    const char *field = indicator_facts(figures->ask.indicators[note->as->indicator])->class;
    return field ? agreed_code(figures, field, note->as->class) : note->as->class;
}

static void part_by_class(struct figures *figures, struct figure_findings *figure, size_t indicator)
{
    size_t room = 0;
    struct figure_groups *classes = &figure->classes;
    for (size_t i = 0; i < figure->told.found.count; i++) {
        const struct someone *someone = &figures->people[figure->told.found.who[i]];
        for (size_t n = 0; n < someone->note_count; n++) {
            const struct noted *note = &someone->notes[n];
            if (note->as->indicator == indicator && strcmp(note->as->state, "found") == 0 &&
                *note->as->class && stand_of(figures, note) == STANDS) {
                struct figure_group *group = group_of(figures, &classes->groups, &classes->count,
                                                      &room, class_of(figures, note));
                people_add(figures, &group->people, figure->told.found.who[i]);
            }
        }
    }
    const char *field = indicator_facts(figures->ask.indicators[indicator])->class;
    label_codes(figures, field ? field : "class", classes);
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
    struct question question = {.column = EVENT_COLUMN_COUNT};
    *figure = (struct figure_findings){0};
    if (!find_indicator(figures, of, &question.indicator, fault)) {
        return false;
    }
    figure->indicator = figures->ask.indicators[question.indicator];
    figure->collected = figures->collected[question.indicator];
    add_everyone(figures, figure, &question);
    part_by_class(figures, figure, question.indicator);
    return !by || part(figures, figure, question, by, fault);
}
