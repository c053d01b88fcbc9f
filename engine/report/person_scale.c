/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/person_scale.h"

#include <string.h>

static const struct stored_administration *administration_of(const struct person_page *page,
                                                             const struct derived_score *score)
{
    for (size_t i = 0; i < page->stored.administration_count; i++) {
        const struct stored_administration *given = &page->stored.administrations[i];
        if (given->instrument == score->instrument && given->date == score->date &&
            given->place == score->place && given->time == score->time && given->by == score->by)
            return given;
    }
    return NULL;
}

/* The title of the instrument whose items these are too. */
static const char *giver_title(const struct person_page *page, const struct instrument *instrument)
{
    for (size_t v = 0; instrument->taken_from && v < page->version_count; v++)
        if (page->versions[v].instrument &&
            strcmp(page->versions[v].id, instrument->taken_from) == 0)
            return page->versions[v].instrument->title;
    return NULL;
}

/* The answers after skips; NULL where they cannot be read. */
static const struct answer *read_answers(const struct person_page *page,
                                         const struct instrument *instrument,
                                         const struct stored_administration *given)
{
    struct fault fault;
    size_t count = instrument->item_count;
    struct answer *read = arena_array(page->arena, count, sizeof *read);
    struct answer *skipped = arena_array(page->arena, count, sizeof *skipped);
    if (!instrument_read(instrument, given->tokens, false, page->arena, read, &fault))
        return NULL;
    instrument_skip(instrument, read, skipped);
    return skipped;
}

/* An instrument of several scales is read once. */
static const struct answer *answers_of(const struct person_page *page,
                                       const struct instrument *instrument,
                                       const struct stored_administration *given)
{
    const struct answer **kept = &page->answers[given - page->stored.administrations];
    if (!*kept)
        *kept = read_answers(page, instrument, given);
    return *kept;
}

/* Is it asked for in words that are the person's own, and then measured? */
static bool is_worded(const struct item *item)
{
    return item->own && item->words;
}

/* The tokens of those words, so that the same words are the same text; NULL where none are asked
 * for, or none were said. */
static const char *wording_of(const struct person_page *page, const struct instrument *instrument,
                              const struct stored_administration *given)
{
    const char *wording = NULL;
    for (size_t i = 0; i < instrument->item_count; i++) {
        const struct stored_answer_words *said =
            is_worded(&instrument->items[i]) ? person_said(page, given, i) : NULL;
        if (said)
            wording =
                arena_format(page->arena, "%s%zu:%s ", wording ? wording : "", i, said->token);
    }
    return wording;
}

static struct answered answered_of(const struct person_page *page,
                                   const struct person_version *version, size_t scale,
                                   const struct derived_score *score)
{
    const struct stored_administration *given = administration_of(page, score);
    struct answered answered = {.score = score,
                                .instrument = version->instrument,
                                .scale = &version->instrument->scales[scale]};
    if (!given) {
        answered.taken_from = giver_title(page, version->instrument);
        return answered;
    }
    answered.answers = answers_of(page, version->instrument, given);
    answered.wording = wording_of(page, version->instrument, given);
    return answered;
}

/* The same scale in two versions, which may share a picture: one line would not fit other ends. */
static bool is_same_scale(const struct person_version *a, const struct scale *scale,
                          const struct person_version *b, const struct scale *other)
{
    return strcmp(a->id, b->id) == 0 && strcmp(scale->id, other->id) == 0 &&
           (scale->values != NULL) == (other->values != NULL) &&
           scale->has_range == other->has_range && scale->lowest == other->lowest &&
           scale->highest == other->highest;
}

/* Where `version` has that scale; its scale_count where it has not. */
static size_t scale_in(const struct person_version *version, const struct person_version *first,
                       const struct scale *scale)
{
    size_t s = 0;
    while (s < version->instrument->scale_count &&
           !is_same_scale(first, scale, version, &version->instrument->scales[s]))
        s++;
    return s;
}

bool scale_in_earlier(const struct person_page *page, size_t v, const struct scale *scale)
{
    for (size_t i = 0; i < v; i++)
        if (page->versions[i].instrument &&
            scale_in(&page->versions[i], &page->versions[v], scale) <
                page->versions[i].instrument->scale_count)
            return true;
    return false;
}

static const struct person_version *version_of(const struct person_page *page,
                                               const struct derived_score *score)
{
    for (size_t v = 0; v < page->version_count; v++)
        if (page->versions[v].number == score->instrument && page->versions[v].instrument)
            return &page->versions[v];
    return NULL;
}

/* The version that a score of this scale was given to; NULL where it is none, or is not shown. */
static const struct person_version *shown_version(const struct person_page *page,
                                                  const struct derived_score *score,
                                                  const struct person_version *first,
                                                  const struct scale *scale)
{
    const struct person_version *version = version_of(page, score);
    bool shown = version && score->scale == (int)scale_in(version, first, scale) &&
                 person_shows_answer(page, score);
    return shown ? version : NULL;
}

bool scale_is_answered(const struct person_page *page, const struct person_version *first,
                       const struct scale *scale)
{
    for (size_t i = 0; i < page->score_count; i++)
        if (shown_version(page, &page->scores[i], first, scale))
            return true;
    return false;
}

size_t scale_answers(const struct person_page *page, const struct person_version *first,
                     const struct scale *scale, struct answered **answers)
{
    size_t count = 0;
    *answers = arena_array(page->arena, page->score_count, sizeof **answers);
    for (size_t i = 0; i < page->score_count; i++) {
        const struct derived_score *score = &page->scores[i];
        const struct person_version *version = shown_version(page, score, first, scale);
        if (version)
            (*answers)[count++] = answered_of(page, version, (size_t)score->scale, score);
    }
    return count;
}

const char *scale_own_words(const struct person_page *page, const struct answered *latest)
{
    const struct instrument *instrument = latest->instrument;
    const struct stored_administration *given = administration_of(page, latest->score);
    const struct stored_answer_words *said = NULL;
    size_t worded = 0;
    for (size_t i = 0; given && i < instrument->item_count; i++)
        if (is_worded(&instrument->items[i]) && worded++ == 0)
            said = person_said(page, given, i);
    return worded == 1 && said ? said->words.said : NULL;
}
