/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers that should not wait: brought to the person at once, never summed. No
 * area's report sees them. */
#include <string.h>

#include "ground/text.h"
#include "report/model.h"
#include "report/person.h"
#include "report/sentences.h"

enum { BY_THE_PERSON = 0 }; /* number of the rater `person` in the store */

/* An order has no days: it is shown where everything is. */
static bool is_shown(const struct person_page *page, const struct stored_administration *given)
{
    return given->by == BY_THE_PERSON &&
           (given->place > 0 ? page->whole : person_in_period(page, given->date));
}

/* The order of an answer without a day says nothing about those with one: they stand before. */
static bool is_later(const struct stored_administration *a, const struct stored_administration *b)
{
    if ((a->place > 0) != (b->place > 0))
        return b->place > 0;
    if (a->place != b->place)
        return a->place > b->place;
    return a->date != b->date ? a->date > b->date : a->time >= b->time;
}

static const struct person_version *version_of(const struct person_page *page, int64_t number)
{
    for (size_t i = 0; i < page->version_count; i++)
        if (page->versions[i].number == number)
            return &page->versions[i];
    return NULL;
}

/* The latest in any version of the instrument `id`. */
static const struct stored_administration *latest_of(const struct person_page *page, const char *id)
{
    const struct stored_administration *latest = NULL;
    for (size_t i = 0; i < page->stored.administration_count; i++) {
        const struct stored_administration *given = &page->stored.administrations[i];
        const struct person_version *version = version_of(page, given->instrument);
        if (version && strcmp(version->id, id) == 0 && is_shown(page, given) &&
            (!latest || is_later(given, latest)))
            latest = given;
    }
    return latest;
}

/* What an item asks, in our words, else in its own; then `*worded`, for the notice. */
static const char *about(const struct instrument *instrument, const char *id, size_t length,
                         bool *worded)
{
    for (size_t i = 0; i < instrument->item_count; i++) {
        const struct item *item = &instrument->items[i];
        if (strlen(item->id) != length || memcmp(item->id, id, length) != 0)
            continue;
        *worded = *worded || (!item->about && item->text);
        return item->about ? item->about : item->text ? item->text : item->id;
    }
    return "";
}

static void say_flags(struct person_page *page, const struct instrument *instrument,
                      const struct stored_administration *given, const char *flags,
                      struct value model)
{
    struct arena *arena = page->arena;
    struct text says = {0};
    const char *id;
    size_t length, count = 0;
    bool worded = false;
    while (text_word(&flags, &id, &length))
        text_format(&says, "%s%s", count++ ? "; " : "", about(instrument, id, length, &worded));
    const char *when = given->place > 0
                           ? SAY_FLAG_ORDER
                           : arena_format(arena, SAY_FLAG_ON, day_words(arena, given->date));
    if (count == 1)
        model_say(arena, model, "says", SAY_FLAG_ONE, when, says.bytes);
    else if (count)
        model_say(arena, model, "says", SAY_FLAG_SEVERAL, when, says.bytes);
    if (worded && instrument->wording_notice)
        model_say(arena, model, "says", "%s", instrument->wording_notice);
    text_free(&says);
}

static void add_flags(struct person_page *page, const struct stored_administration *given,
                      struct value model)
{
    const struct instrument *instrument = version_of(page, given->instrument)->instrument;
    struct fault fault;
    if (!instrument)
        return;
    struct answer *answers = arena_array(page->arena, instrument->item_count, sizeof *answers);
    if (instrument_read(instrument, given->tokens, false, page->arena, answers, &fault))
        say_flags(page, instrument, given, instrument_flags(instrument, answers, page->arena),
                  model);
}

/* Versions are in order of id, so those of one instrument stand together. */
void person_flags(struct person_page *page, struct value model)
{
    for (size_t i = 0; i < page->version_count; i++) {
        const char *id = page->versions[i].id;
        const struct stored_administration *latest = latest_of(page, id);
        bool said = i > 0 && strcmp(page->versions[i - 1].id, id) == 0;
        if (latest && !said)
            add_flags(page, latest, model);
    }
}
