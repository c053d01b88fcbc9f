/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Knowing less never turns an answer into its opposite; it may only leave it open. */
#include <string.h>

#include "indicator/trial.h"

struct row *trial_rows(const struct trial *trial, const struct record *record, size_t *count)
{
    struct label label = {NULL, NULL};
    struct row *rows;
    struct fault failed;
    all_rows(trial->indicator, record, &label, true, trial->arena, &rows, count, &failed);
    return rows;
}

static const struct answer *answer_at(const struct answer *answers, size_t count, const char *id)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(answers[i].anchor->id, id) == 0)
            return &answers[i];
    return NULL;
}

/* --- answers, anchor by anchor --- */

struct answers {
    const struct answer *declared;
    const struct row *rows; /* of a function; else NULL */
    size_t count;
};

static struct answers answers_of(const struct trial *trial, const struct record *record)
{
    struct answers answers = {NULL, NULL, 0};
    if (trial->indicator->reads)
        answers.rows = trial_rows(trial, record, &answers.count);
    else
        answers.declared = judge_record(trial->indicator, record, trial->arena, &answers.count);
    return answers;
}

static enum sure sure_of(const char *state)
{
    return strcmp(state, "found") == 0       ? SURELY
           : strcmp(state, "not_found") == 0 ? SURELY_NOT
                                             : PERHAPS;
}

/* Of a function an anchor has a row for each finding; PERHAPS too where it has none. */
static enum sure sure_at(const struct answers *answers, const char *anchor)
{
    enum sure sure = PERHAPS;
    for (size_t i = 0; answers->rows && i < answers->count; i++)
        if (answers->rows[i].anchor && strcmp(answers->rows[i].anchor, anchor) == 0 &&
            sure != SURELY)
            sure = sure_of(answers->rows[i].finding.state);
    const struct answer *same =
        answers->rows ? NULL : answer_at(answers->declared, answers->count, anchor);
    return same ? same->fit.sure : sure;
}

static const char *anchor_at(const struct answers *answers, size_t at)
{
    return answers->rows ? answers->rows[at].anchor : answers->declared[at].anchor->id;
}

/* At no anchor does the answer turn into its opposite. */
static bool never_opposite(const struct trial *trial, const struct answers *knew,
                           const struct record *less)
{
    const struct answers knows = answers_of(trial, less);
    for (size_t i = 0; i < knew->count; i++) {
        const char *anchor = anchor_at(knew, i);
        enum sure was = anchor ? sure_at(knew, anchor) : PERHAPS;
        enum sure is = anchor ? sure_at(&knows, anchor) : PERHAPS;
        if (was != is && was != PERHAPS && is != PERHAPS)
            return false;
    }
    return true;
}

/* --- observed for less time --- */

static void end_at(struct record *record, day last)
{
    size_t kept = 0, stretches = 0;
    for (size_t i = 0; i < record->event_count; i++)
        if (record->events[i].begin.low <= last)
            record->events[kept++] = record->events[i];
    record->event_count = kept;
    for (size_t i = 0; i < record->observed_count; i++)
        if (record->observed[i].from <= last) {
            record->observed[stretches] = record->observed[i];
            if (record->observed[stretches].until > last)
                record->observed[stretches].until = last;
            stretches++;
        }
    record->observed_count = stretches;
    record->as_of = last < record->as_of ? last : record->as_of;
}

/* A look without `within` is answered as things stand, so it may change with them. */
static bool is_as_things_stand(const struct indicator *indicator, const struct answers *answers)
{
    for (size_t i = 0; i < indicator->look_count; i++)
        if (indicator->looks[i].look.within < 0)
            return true;
    return answers->rows && answers->count && answers->rows[0].as_things_stand;
}

bool holds_when_observed_less(const struct trial *trial)
{
    const struct answers knew = answers_of(trial, trial->record);
    if (is_as_things_stand(trial->indicator, &knew))
        return true;
    for (size_t i = 0; i < trial->record->event_count; i++)
        for (int more = -1; more <= TRIAL_DAYS; more += 1 + TRIAL_DAYS / 4) {
            struct record less = record_copy(trial->record, trial->arena);
            end_at(&less, trial->record->events[i].begin.low + more);
            if (!never_opposite(trial, &knew, &less))
                return false;
        }
    return true;
}

/* --- dated less --- */

bool holds_when_dated_less(const struct trial *trial)
{
    const struct answers knew = answers_of(trial, trial->record);
    for (size_t i = 0; i < trial->record->event_count; i++) {
        struct record less = record_copy(trial->record, trial->arena);
        struct event *event = &less.events[i];
        int year, month, date;
        if (event->interval || event->begin.low != event->begin.high)
            continue;
        day_parts(event->begin.low, &year, &month, &date);
        event->begin.low -= date - 1;
        event->begin.high = event->begin.low + day_days_in(year, month) - 1;
        event->end = event->begin;
        event->time = event->seq = -1;
        record_arrange(&less, trial->arena);
        if (!never_opposite(trial, &knew, &less))
            return false;
    }
    return true;
}

/* --- collected less --- */

/* All that the looks need stays collected but `kind`, whose events are gone unless anchors. */
static struct record without_kind(const struct trial *trial, const struct pattern *pattern,
                                  const char *kind)
{
    struct record less = record_copy(trial->record, trial->arena);
    size_t kept = 0, room = 0;
    for (size_t i = 0; i < less.event_count; i++)
        if (!pattern_names(pattern, &less.events[i]) ||
            is_anchor(trial->indicator, trial->record, &trial->record->events[i]))
            less.events[kept++] = less.events[i];
    less.event_count = kept;
    less.collected = NULL;
    less.collected_count = 0;
    less.collects_everything = false;
    for (size_t i = 0; i < trial->indicator->look_count; i++) {
        const struct pattern *look = &trial->indicator->looks[i].look.pattern;
        for (size_t j = 0; j < look->collect_count; j++) {
            if (strcmp(look->collects[j], kind) == 0)
                continue;
            less.collected = arena_grow(trial->arena, less.collected, less.collected_count, &room,
                                        sizeof *less.collected);
            less.collected[less.collected_count++] =
                (struct collected){look->collects[j], DAY_FIRST, DAY_LAST};
        }
    }
    return less;
}

/* A function reads whole kinds, and its anchors of a kind go with it. */
static struct record without_kind_read(const struct trial *trial, const char *kind)
{
    const struct pattern *reads = trial->indicator->at;
    struct record less = record_copy(trial->record, trial->arena);
    size_t kept = 0;
    for (size_t i = 0; i < less.event_count; i++)
        if (strcmp(less.events[i].kind, kind) != 0)
            less.events[kept++] = less.events[i];
    less.event_count = kept;
    less.collects_everything = false;
    less.collected_count = 0;
    less.collected = arena_array(trial->arena, reads->kind_count, sizeof *less.collected);
    for (size_t i = 0; i < reads->kind_count; i++)
        if (strcmp(reads->kinds[i].kind, kind) != 0)
            less.collected[less.collected_count++] =
                (struct collected){reads->kinds[i].kind, DAY_FIRST, DAY_LAST};
    return less;
}

static bool function_holds(const struct trial *trial, const struct answers *knew)
{
    for (size_t i = 0; i < trial->indicator->at->kind_count; i++) {
        struct record less = without_kind_read(trial, trial->indicator->at->kinds[i].kind);
        if (!never_opposite(trial, knew, &less))
            return false;
    }
    return true;
}

bool holds_when_collected_less(const struct trial *trial)
{
    const struct answers knew = answers_of(trial, trial->record);
    if (trial->indicator->reads)
        return function_holds(trial, &knew);
    for (size_t i = 0; i < trial->indicator->look_count; i++) {
        const struct pattern *pattern = &trial->indicator->looks[i].look.pattern;
        for (size_t j = 0; j < pattern->collect_count; j++) {
            struct record less = without_kind(trial, pattern, pattern->collects[j]);
            if (!never_opposite(trial, &knew, &less))
                return false;
        }
    }
    return true;
}
