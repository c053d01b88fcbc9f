/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers that should not wait: brought to the person at once, never summed. No
 * area's report sees them. */
#include <string.h>

#include "ground/text.h"
#include "report/model.h"
#include "report/person.h"
#include "report/sentences.h"

enum { BY_THE_PERSON = 0 }; /* number of the rater `person` in the store */

/* An order may be of any day, so it counts in every period. */
static bool is_shown(const struct person_page *page, const struct stored_administration *given)
{
    return given->by == BY_THE_PERSON && (given->place > 0 || person_in_period(page, given->date));
}

static bool is_later(const struct stored_administration *a, const struct stored_administration *b)
{
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

/* The latest in any version of the instrument `id`: of those with a day, or of those of which only
 * the order is known. Which of the two came later nobody can tell, so both count. */
static const struct stored_administration *latest_of(const struct person_page *page, const char *id,
                                                     bool ordered)
{
    const struct stored_administration *latest = NULL;
    for (size_t i = 0; i < page->stored.administration_count; i++) {
        const struct stored_administration *given = &page->stored.administrations[i];
        const struct person_version *version = version_of(page, given->instrument);
        if (version && strcmp(version->id, id) == 0 && (given->place > 0) == ordered &&
            is_shown(page, given) && (!latest || is_later(given, latest)))
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

/* What the organisation has named, else a line that answers anybody. */
static void add_help(struct person_page *page, struct value entry)
{
    struct arena *arena = page->arena;
    for (size_t i = 0; i < page->help_count; i++) {
        const struct help *help = &page->help[i];
        if (help->when)
            model_say(arena, entry, "help", SAY_HELP_WHEN, help->called, help->how, help->when);
        else
            model_say(arena, entry, "help", SAY_HELP, help->called, help->how);
    }
    if (page->help_count)
        return;
    model_say(arena, entry, "help", SAY_FLAG_HELP);
    value_set(arena, entry, "unnamed", value_yes(true));
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
    if (count) {
        struct value entry = model_entry(arena, model, "now");
        value_set_format(arena, entry, "says", count == 1 ? SAY_FLAG_ONE : SAY_FLAG_SEVERAL, when,
                         says.bytes);
        model_set_maybe(arena, entry, "notice", worded ? instrument->wording_notice : NULL);
        add_help(page, entry);
    }
    text_free(&says);
}

static void add_flags(struct person_page *page, const struct stored_administration *given,
                      struct value model)
{
    const struct instrument *instrument =
        given ? version_of(page, given->instrument)->instrument : NULL;
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
        if (i > 0 && strcmp(page->versions[i - 1].id, id) == 0)
            continue;
        add_flags(page, latest_of(page, id, false), model);
        add_flags(page, latest_of(page, id, true), model);
    }
}

bool report_needs_help(struct value model)
{
    struct value now = value_get(model, "now");
    for (size_t i = 0; i < value_count(now); i++)
        if (value_is(value_get(value_item(now, i), "unnamed"), VALUE_YES_NO))
            return true;
    return false;
}
