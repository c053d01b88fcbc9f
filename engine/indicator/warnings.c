/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What still answers although less is known, and what decides nothing: no failure of a file, yet
 * its author should know. Tried on the file's own examples. */
#include <string.h>

#include "indicator/indicator_private.h"

/* Fields that say what came of something, why, or what it was about: sources often leave them
 * empty. What an event is (who began it, its step, its status) they do not. */
static const enum event_column often_empty[] = {
    EVENT_outcome, EVENT_purpose, EVENT_reason,  EVENT_reused,    EVENT_settled,
    EVENT_planned, EVENT_agreed,  EVENT_need,    EVENT_statutory, EVENT_compulsory,
    EVENT_taper,   EVENT_channel, EVENT_setting, EVENT_condition};
enum { OFTEN_EMPTY = sizeof often_empty / sizeof *often_empty };

struct warning_run {
    const struct indicator *indicator, *with; /* `with`: an example's own settings */
    bool open;                                /* it is a function, not a declaration, */
    bool lists;                               /* and goes through what it found itself */
    struct arena *arena;
    struct faults *warnings;
    bool said[OFTEN_EMPTY], said_between;
};

enum answer_of { ANSWERS_NOT_FOUND, ANSWERS_CANNOT_TELL, ANSWERS_FOUND };

static struct finding *findings_of(const struct warning_run *run, const struct record *record,
                                   size_t *count)
{
    struct finding *findings = NULL;
    struct fault fault = {0};
    if (indicator_find(run->with, record, NULL, NULL, run->arena, &findings, count, &fault))
        return findings;
    *count = 0;
    return NULL;
}

/* The person's answer. */
static enum answer_of answer_of(const struct warning_run *run, const struct record *record)
{
    size_t count;
    const struct finding *findings = findings_of(run, record, &count);
    enum answer_of answer = findings ? ANSWERS_NOT_FOUND : ANSWERS_CANNOT_TELL;
    for (size_t i = 0; findings && i < count; i++)
        if (strcmp(findings[i].state, "found") == 0)
            answer = ANSWERS_FOUND;
        else if (strcmp(findings[i].state, "cannot_tell") == 0 && answer == ANSWERS_NOT_FOUND)
            answer = ANSWERS_CANNOT_TELL;
    return answer;
}

/* --- a field that is not recorded ------------------------------------------------------------ */

static bool fits_at(const struct indicator *indicator, const struct event *event)
{
    for (size_t i = 0; i < indicator->at_count; i++)
        if (pattern_fits(&indicator->at[i], event))
            return true;
    return false;
}

/* Every pattern of this kind asks for the field: no other takes an event without it. */
static bool all_ask(const struct indicator *indicator, const struct event *event, size_t field)
{
    bool all = true;
    for (size_t i = 0; i < indicator->at_count; i++) {
        const struct pattern *at = &indicator->at[i];
        bool asks = false;
        for (size_t k = 0; k < at->condition_count; k++)
            asks = asks || (at->conditions[k].field == field && !at->conditions[k].negated);
        all = all && (asks || !pattern_names(at, event));
    }
    return all;
}

const char *article(const char *noun)
{
    return strchr("aeiou", *noun) ? "an" : "a";
}

static const char *look_that_lost(const struct indicator *indicator, const struct event *whole,
                                  const struct event *event)
{
    for (size_t i = 0; i < indicator->look_count; i++) {
        const struct pattern *pattern = &indicator->looks[i].look.pattern;
        if (pattern_fits(pattern, whole) && !pattern_fits(pattern, event))
            return indicator->looks[i].place;
    }
    return NULL;
}

/* "not a b" holds of what is not recorded: that an author said. */
static void say_field(struct warning_run *run, size_t number, const struct event *whole,
                      const struct event *event)
{
    const char *field = record_field_name(number);
    const struct plugin *plugin = run->indicator->plugin;
    const char *look = look_that_lost(run->with, whole, event);
    if (run->open)
        plugin_say(plugin, run->warnings, "find",
                   "`%s` is often not recorded; without it, found becomes not found. Ask for it "
                   "with `recorded`, or say timeline:cannot_tell(\"not_recorded\")",
                   field);
    else if (fits_at(run->with, whole) && !fits_at(run->with, event) &&
             all_ask(run->with, event, number))
        plugin_say(plugin, run->warnings, "at",
                   "`%s` is often not recorded; such %s %s is passed over and counted not found. "
                   "Put it in `is` to get cannot tell",
                   field, article(event->kind), event->kind);
    else if (look)
        plugin_say(plugin, run->warnings, look,
                   "`%s` is often not recorded; such %s %s counts as not being there. Name it in "
                   "`recorded` to get cannot tell",
                   field, article(event->kind), event->kind);
}

static void try_field(struct warning_run *run, const struct record *record, size_t at, size_t nth)
{
    size_t field = often_empty[nth];
    const struct event *whole = &record->events[at];
    if (run->said[nth] || !record_says(whole, field))
        return;
    struct record less = record_copy(record, run->arena);
    less.events[at].field[field] = NULL;
    if (answer_of(run, &less) != ANSWERS_NOT_FOUND)
        return;
    run->said[nth] = true;
    say_field(run, field, whole, &less.events[at]);
}

/* --- a day between that was not observed ----------------------------------------------------- */

static struct record without_day(const struct warning_run *run, const struct record *record, day at)
{
    struct record less = record_copy(record, run->arena);
    less.observed = arena_array(run->arena, record->observed_count + 1, sizeof *less.observed);
    less.observed_count = 0;
    for (size_t i = 0; i < record->observed_count; i++) {
        struct observed stretch = record->observed[i];
        if (stretch.from < at)
            less.observed[less.observed_count++] =
                (struct observed){stretch.from, stretch.until < at ? stretch.until : at - 1};
        if (stretch.until > at)
            less.observed[less.observed_count++] =
                (struct observed){stretch.from > at ? stretch.from : at + 1, stretch.until};
    }
    return less;
}

static bool cites(const struct finding *finding, const struct event *event)
{
    return text_has_word(finding->events, event->id);
}

/* A day after the end of an event that is cited and before the next; DAY_NONE: there is none. */
static day day_between(const struct record *record, const struct finding *finding)
{
    day last = DAY_NONE;
    for (size_t i = 0; i < record->event_count; i++) {
        const struct event *event = &record->events[i];
        if (!cites(finding, event))
            continue;
        if (last != DAY_NONE && event->begin.low - 1 > last)
            return last + 1;
        last = event->interval ? event->end.high : event->begin.high;
    }
    return DAY_NONE;
}

/* What `after` and `before` find stands whatever lies between, in a declaration and in a function
 * alike: it never said otherwise. In lists, and from turn to turn, what nobody saw is not missed.
 */
static bool goes_through_lists(const struct indicator *indicator)
{
    const struct plugin *plugin = indicator->plugin;
    bool looks = plugin_asks_for(plugin, "after") || plugin_asks_for(plugin, "before");
    return indicator->reads && (!looks || plugin_asks_for(plugin, "all"));
}

static void try_between(struct warning_run *run, const struct record *record)
{
    size_t count;
    const struct finding *findings = findings_of(run, record, &count);
    for (size_t i = 0; i < count && !run->said_between; i++) {
        day between =
            strcmp(findings[i].state, "found") == 0 ? day_between(record, &findings[i]) : DAY_NONE;
        if (between == DAY_NONE)
            continue;
        struct record less = without_day(run, record, between);
        run->said_between = answer_of(run, &less) == ANSWERS_FOUND;
    }
}

/* --- a setting that nothing rests on --------------------------------------------------------- */

static bool is_used(const struct indicator *indicator, size_t setting)
{
    if (indicator->reads)
        return plugin_asks_for(indicator->plugin, indicator->facts.settings[setting].name);
    for (size_t i = 0; i < indicator->look_count; i++)
        if (indicator->looks[i].setting == (int)setting)
            return true;
    return false;
}

/* A sentence that tells it does not make it so. */
static void try_settings(const struct indicator *indicator, struct faults *warnings)
{
    const struct indicator_facts *facts = &indicator->facts;
    for (size_t i = 0; i < facts->setting_count; i++)
        if (!is_used(indicator, i))
            plugin_say(
                indicator->plugin, warnings,
                arena_format(indicator->plugin->arena, "settings.%s", facts->settings[i].name),
                "decides nothing, so a report that changes it changes nothing. Ask for it "
                "with %s, or take it out",
                indicator->reads
                    ? arena_format(indicator->plugin->arena, "settings.%s in the function",
                                   facts->settings[i].name)
                    : arena_format(indicator->plugin->arena, "within = \"%s\"",
                                   facts->settings[i].name));
}

/* --- all of it ------------------------------------------------------------------------------- */

static void try_example(struct warning_run *run, size_t example)
{
    struct record record;
    struct faults unsaid = {0};
    run->with = example_indicator(run->indicator, example, run->arena, &unsaid);
    if (example_record(run->indicator, example, run->arena, &record, &unsaid) &&
        answer_of(run, &record) == ANSWERS_FOUND) {
        for (size_t i = 0; i < record.event_count; i++)
            for (size_t k = 0; k < OFTEN_EMPTY; k++)
                try_field(run, &record, i, k);
        if (run->lists)
            try_between(run, &record);
    }
    faults_clear(&unsaid);
}

void indicator_warnings(const struct indicator *indicator, struct faults *warnings)
{
    struct warning_run run = {.indicator = indicator,
                              .open = indicator->reads != NULL,
                              .lists = goes_through_lists(indicator),
                              .arena = arena_new(),
                              .warnings = warnings};
    for (size_t i = 0; i < example_count(indicator); i++) {
        arena_reset(run.arena);
        try_example(&run, i);
    }
    try_settings(indicator, warnings);
    if (run.said_between)
        plugin_say(indicator->plugin, warnings, "find",
                   "it never asks what lies between. Use `next` or `none_after`");
    arena_free(run.arena);
}
