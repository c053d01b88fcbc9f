/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "report/model.h"
#include "report/person.h"
#include "report/sentences.h"

enum { BY_THE_PERSON = 0 }; /* number of the rater `person` in the store */

/* --- limits ----------------------------------------------------------------------------------- */

static void add_gaps(struct person_page *page, struct value model)
{
    const struct record *record = &page->record;
    for (size_t i = 1; i < record->observed_count; i++)
        model_say(page->arena, model, "list", SAY_LIMIT_GAP,
                  day_words(page->arena, record->observed[i - 1].until + 1),
                  day_words(page->arena, record->observed[i].from - 1));
}

static bool is_on_page(const struct person_page *page, const struct instrument *instrument,
                       const struct scale *scale)
{
    for (size_t i = 0; i < page->report->section_count; i++)
        if (page->report->sections[i].shows == SHOWS_SCORES &&
            person_shows_scale(&page->report->sections[i], instrument, scale))
            return true;
    return false;
}

static void add_unscored(struct person_page *page, const struct person_version *version,
                         size_t scale, struct value model)
{
    size_t unscored = 0, count = 0;
    for (size_t i = 0; i < page->score_count; i++) {
        const struct derived_score *score = &page->scores[i];
        if (score->instrument != version->number || score->scale != (int)scale ||
            !person_shows_answer(page, score))
            continue;
        count++;
        unscored += !score->has_value && !score->category;
    }
    if (unscored)
        model_say(page->arena, model, "list", SAY_LIMIT_UNSCORED,
                  version->instrument->scales[scale].title, unscored, count);
}

static void add_version_limits(struct person_page *page, const struct person_version *version,
                               struct value model)
{
    bool shown = false;
    if (!version->instrument) {
        model_say(page->arena, model, "list", SAY_LIMIT_UNREADABLE, version->id, version->version);
        return;
    }
    for (size_t s = 0; s < version->instrument->scale_count; s++) {
        if (!is_on_page(page, version->instrument, &version->instrument->scales[s]))
            continue;
        shown = true;
        add_unscored(page, version, s, model);
    }
    if (!shown)
        model_say(page->arena, model, "list", SAY_LIMIT_ELSEWHERE, version->instrument->title,
                  version->version);
}

static bool is_uncollected(const struct person_page *page, const char *id)
{
    for (size_t i = 0; i < page->finding_count; i++)
        if (strcmp(page->findings[i].why, "kind_not_collected") == 0 &&
            person_finding_of(page, &page->findings[i], id))
            return true;
    return false;
}

/* Does a section before this place of this one look at it too? Then it was said there. */
static bool is_looked_at_before(const struct person_page *page, size_t section,
                                const struct indicator *one)
{
    for (size_t i = 0; i < section; i++) {
        size_t count;
        const struct indicator *const *indicators =
            person_indicators(page, &page->report->sections[i], &count);
        for (size_t s = 0; page->report->sections[i].shows == SHOWS_FINDINGS && s < count; s++)
            if (indicators[s] == one)
                return true;
    }
    return false;
}

static void add_uncollected(struct person_page *page, struct value model)
{
    for (size_t i = 0; i < page->report->section_count; i++) {
        size_t count;
        const struct indicator *const *indicators =
            person_indicators(page, &page->report->sections[i], &count);
        for (size_t s = 0; page->report->sections[i].shows == SHOWS_FINDINGS && s < count; s++)
            if (is_uncollected(page, indicator_facts(indicators[s])->id) &&
                !is_looked_at_before(page, i, indicators[s]))
                model_say(page->arena, model, "list", SAY_LIMIT_COLLECTED,
                          indicator_facts(indicators[s])->title);
    }
}

static void add_counts(struct person_page *page, struct value model)
{
    size_t by_others = 0, inexact = 0;
    struct days days;
    for (size_t i = 0; i < page->stored.administration_count; i++)
        by_others += page->stored.administrations[i].by != BY_THE_PERSON;
    for (size_t i = 0; i < page->record.event_count; i++) {
        days = page->record.events[i].begin;
        inexact += days.low != days.high;
    }
    if (by_others)
        model_say(page->arena, model, "list", SAY_LIMIT_RATERS,
                  person_counted(page->arena, by_others, SAY_LIMIT_TIME, SAY_LIMIT_TIMES));
    if (inexact)
        model_say(page->arena, model, "list", SAY_LIMIT_INEXACT, inexact);
}

void person_limits(struct person_page *page, struct value model)
{
    model_say(page->arena, model, "list", SAY_LIMIT_WHY);
    model_say(page->arena, model, "list", SAY_LIMIT_UNWRITTEN);
    model_say(page->arena, model, "list", SAY_LIMIT_OTHERS);
    model_say(page->arena, model, "list", SAY_LIMIT_HIDDEN);
    add_gaps(page, model);
    add_uncollected(page, model);
    for (size_t i = 0; i < page->version_count; i++)
        add_version_limits(page, &page->versions[i], model);
    add_counts(page, model);
}
