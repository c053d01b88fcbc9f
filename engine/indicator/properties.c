/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What holds of every indicator, tried on the file's own examples and on random timelines drawn
 * from its fingerprint. */
#include <string.h>

#include "indicator/trial.h"

enum { RANDOM_TIMELINES = 60, CALENDAR_DAYS = 146097 /* 400 years: then it begins again */ };

typedef bool property(const struct trial *trial);

static bool same_answer(const struct finding *a, const struct finding *b)
{
    return strcmp(a->state, b->state) == 0 && strcmp(a->why, b->why) == 0 &&
           strcmp(a->basis, b->basis) == 0 && strcmp(a->certainty, b->certainty) == 0 &&
           strcmp(a->class, b->class) == 0 && a->has_value == b->has_value &&
           a->value == b->value && strcmp(a->unit, b->unit) == 0 &&
           strcmp(a->events, b->events) == 0 && a->window == b->window;
}

/* What is found in a period is named by its days. */
static bool same_name(const struct trial *trial, const struct finding *a, const struct finding *b,
                      bool moved)
{
    return (moved && trial->by_calendar) || strcmp(a->finding, b->finding) == 0;
}

static bool same_sentence(const struct finding *a, const struct finding *b)
{
    return strcmp(a->date, b->date) == 0 && strcmp(a->told, b->told) == 0;
}

static bool same_rows(const struct trial *trial, const struct record *other, bool moved)
{
    size_t count, other_count;
    const struct row *rows = trial_rows(trial, trial->record, &count);
    const struct row *others = trial_rows(trial, other, &other_count);
    if (count != other_count)
        return false;
    for (size_t i = 0; i < count; i++)
        if (!same_answer(&rows[i].finding, &others[i].finding) ||
            !same_name(trial, &rows[i].finding, &others[i].finding, moved) ||
            (!moved && !same_sentence(&rows[i].finding, &others[i].finding)))
            return false;
    return true;
}

static bool holds_when_shuffled(const struct trial *trial)
{
    struct record other = record_copy(trial->record, trial->arena);
    for (size_t i = other.event_count; i > 1; i--) {
        size_t j = chance_below(trial->chance, (uint32_t)i);
        struct event kept = other.events[i - 1];
        other.events[i - 1] = other.events[j];
        other.events[j] = kept;
    }
    record_arrange(&other, trial->arena);
    return same_rows(trial, &other, false);
}

static struct record with_room(const struct trial *trial, size_t more)
{
    struct record other = record_copy(trial->record, trial->arena);
    struct event *events = arena_array(trial->arena, other.event_count + more, sizeof *events);
    if (other.event_count)
        memcpy(events, other.events, other.event_count * sizeof *events);
    other.events = events;
    return other;
}

static bool holds_when_doubled(const struct trial *trial)
{
    size_t count = trial->record->event_count;
    struct record other = with_room(trial, count);
    for (size_t i = 0; i < count; i++)
        other.events[other.event_count++] = trial->record->events[i];
    record_arrange(&other, trial->arena);
    return same_rows(trial, &other, false);
}

static bool has_kind(const struct pattern *pattern, const char *kind)
{
    for (size_t i = 0; i < pattern->kind_count; i++)
        if (strcmp(pattern->kinds[i].kind, kind) == 0)
            return true;
    return false;
}

/* What the engine reads where the file only says `measures` or `at_risk`. */
static bool is_read_for_it(const struct indicator *indicator, const char *kind)
{
    return (indicator->measures == MEASURES_DAYS &&
            text_has_word("episode_pause episode_resume episode_end", kind)) ||
           (indicator->in_community && strcmp(kind, "institution") == 0);
}

static bool reads_kind(const struct indicator *indicator, const char *kind)
{
    if (is_read_for_it(indicator, kind))
        return true;
    for (size_t i = 0; i < indicator->at_count; i++)
        if (has_kind(&indicator->at[i], kind))
            return true;
    for (size_t i = 0; i < indicator->look_count; i++)
        if (has_kind(&indicator->looks[i].look.pattern, kind))
            return true;
    return false;
}

/* Copies of what is there, as kinds that the file does not name. */
static bool holds_with_other_kinds(const struct trial *trial)
{
    size_t count = trial->record->event_count;
    struct record other = with_room(trial, count);
    for (size_t i = 0; i < count; i++) {
        const char *kind = event_kind[chance_below(trial->chance, (uint32_t)event_kind_count)];
        if (reads_kind(trial->indicator, kind))
            continue;
        struct event *event = &other.events[other.event_count++];
        *event = trial->record->events[i];
        event->kind = kind;
        event->id = arena_format(trial->arena, "other%zu", i);
    }
    record_arrange(&other, trial->arena);
    return same_rows(trial, &other, false);
}

/* Of the days that are known. */
static day latest_day(const struct record *record)
{
    day latest = record->as_of < DAY_LAST ? record->as_of : DAY_FIRST;
    for (size_t i = 0; i < record->event_count; i++) {
        const struct event *event = &record->events[i];
        latest = day_later(latest, event->begin.high);
        latest = event->end.high < DAY_LAST ? day_later(latest, event->end.high) : latest;
    }
    return latest;
}

/* Forward, or back where the years that we know end before. */
static int days_to_move(const struct trial *trial)
{
    int days = trial->by_calendar ? CALENDAR_DAYS : TRIAL_DAYS;
    return latest_day(trial->record) < DAY_LAST - days ? days : -days;
}

static day moved(day at, int days)
{
    return at <= DAY_FIRST || at >= DAY_LAST ? at : at + days;
}

static bool holds_when_moved(const struct trial *trial)
{
    struct record other = record_copy(trial->record, trial->arena);
    int by = days_to_move(trial);
    for (size_t i = 0; i < other.event_count; i++) {
        struct event *event = &other.events[i];
        event->begin = (struct days){moved(event->begin.low, by), moved(event->begin.high, by)};
        event->end = (struct days){moved(event->end.low, by), moved(event->end.high, by)};
    }
    for (size_t i = 0; i < other.observed_count; i++) {
        other.observed[i].from = moved(other.observed[i].from, by);
        other.observed[i].until = moved(other.observed[i].until, by);
    }
    for (size_t i = 0; i < other.collected_count; i++) {
        other.collected[i].since = moved(other.collected[i].since, by);
        other.collected[i].until = moved(other.collected[i].until, by);
    }
    other.as_of = moved(other.as_of, by);
    return same_rows(trial, &other, true);
}

/* --- windows and sentences --- */

static enum sure fits_at(const struct look *look, enum look_side side, const struct event *anchor,
                         struct event event, int days)
{
    enum basis basis;
    day on = side == LOOK_AFTER ? (anchor->interval ? anchor->end.high : anchor->begin.high) + days
                                : anchor->begin.low - days;
    event.begin = event.end = (struct days){on, on};
    return look_fits(look, side, anchor, &event, &basis).sure;
}

/* An event that fits, put on the last day of the window, still fits; on the day after it does not.
 * On day 0 the order may not be known. */
static bool window_holds(const struct indicator_look *look, const struct event *anchor,
                         const struct event *event)
{
    enum basis basis;
    int within = look->look.within;
    if (anchor == event || anchor->begin.low != anchor->begin.high || anchor->interval ||
        event->interval || look_fits(&look->look, look->side, anchor, event, &basis).sure != SURELY)
        return true;
    enum sure last = fits_at(&look->look, look->side, anchor, *event, within);
    enum sure beyond = fits_at(&look->look, look->side, anchor, *event, within + 1);
    return (last == SURELY || within == 0) && beyond == SURELY_NOT;
}

static bool holds_at_the_window(const struct trial *trial)
{
    const struct record *record = trial->record;
    for (size_t l = 0; l < trial->indicator->look_count; l++)
        for (size_t i = 0; i < record->event_count; i++)
            for (size_t j = 0;
                 is_anchor(trial->indicator, record, &record->events[i]) &&
                 trial->indicator->looks[l].look.within >= 0 && j < record->event_count;
                 j++)
                if (!window_holds(&trial->indicator->looks[l], &record->events[i],
                                  &record->events[j]))
                    return false;
    return true;
}

static bool can_be_told(const struct trial *trial)
{
    size_t count;
    const struct row *rows = trial_rows(trial, trial->record, &count);
    for (size_t i = 0; i < count; i++) {
        const char *told = rows[i].finding.told;
        if (strcmp(rows[i].finding.state, "found") == 0 &&
            (!*told || strpbrk(told, "{}[]") || strstr(told, "  ") || strchr(" ,;:.!?)", *told)))
            return false;
    }
    return true;
}

/* --- all of them --- */

static const struct {
    property *holds;
    const char *otherwise; /* the sentence when it does not */
} properties[] = {
    {holds_when_shuffled, "the same lines in another order give other findings"},
    {holds_when_doubled, "a line written twice gives other findings"},
    {holds_with_other_kinds, "events of kinds that the file does not name change the findings"},
    {holds_when_moved, "the whole timeline 28 days later gives other findings. Ask for days "
                       "between events, not for the date"},
    {holds_when_observed_less,
     "observed for less time, an answer turns into its opposite. Give every look "
     "a `within`"},
    {holds_when_dated_less,
     "with a day known only by its month, an answer turns into its opposite"},
    {holds_when_collected_less, "with a kind not collected, an answer turns into its opposite"},
    {holds_at_the_window, "a window does not end after its last day"},
    {can_be_told,
     "a finding cannot be told. Put what may be empty in square brackets, and begin with "
     "what is always there"}};
enum { PROPERTIES = sizeof properties / sizeof *properties };

/* A file that asks for months, quarters or years is moved to where the calendar is the same. */
static bool goes_by_calendar(const struct indicator *indicator)
{
    return indicator->reads && plugin_asks_for(indicator->plugin, "periods");
}

static const char *sentence_of(size_t at, const struct indicator *indicator)
{
    return properties[at].holds == holds_when_moved && goes_by_calendar(indicator)
               ? "the whole timeline 400 years later, where the calendar is the same, gives other "
                 "findings. Ask for days between events, or for periods, not for the date"
               : properties[at].otherwise;
}

static void try_all(const struct trial *trial, bool *failed)
{
    for (size_t i = 0; i < PROPERTIES; i++)
        failed[i] = failed[i] || !properties[i].holds(trial);
}

static void try_examples(const struct indicator *indicator, struct chance *chance,
                         struct faults *faults, bool *failed)
{
    bool by_calendar = goes_by_calendar(indicator);
    for (size_t i = 0; i < example_count(indicator); i++) {
        struct arena *arena = arena_new();
        struct record record;
        const struct indicator *with = example_indicator(indicator, i, arena, faults);
        if (example_record(indicator, i, arena, &record, faults)) {
            struct trial trial = {with, &record, chance, arena, by_calendar};
            try_all(&trial, failed);
        }
        arena_free(arena);
    }
}

static void try_chance(const struct indicator *indicator, struct chance *chance, bool *failed)
{
    struct arena *arena = arena_new();
    bool by_calendar = goes_by_calendar(indicator);
    for (size_t i = 0; i < RANDOM_TIMELINES; i++) {
        arena_reset(arena);
        struct record record = chance_record(chance, indicator, arena);
        struct trial trial = {indicator, &record, chance, arena, by_calendar};
        try_all(&trial, failed);
    }
    arena_free(arena);
}

bool indicator_check_properties(const struct indicator *indicator, size_t *count,
                                struct faults *faults)
{
    size_t before = faults->count;
    bool failed[PROPERTIES] = {false};
    struct chance chance = chance_of(indicator->plugin->fingerprint);
    try_examples(indicator, &chance, faults, failed);
    try_chance(indicator, &chance, failed);
    *count = 0;
    for (size_t i = 0; i < PROPERTIES; i++) {
        *count += !failed[i];
        if (failed[i])
            plugin_say(indicator->plugin, faults, "", "%s", sentence_of(i, indicator));
    }
    if (indicator->reads)
        *count += holds_when_not_recorded(indicator, faults);
    return faults->count == before;
}
