/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers that should not wait: brought to the person at once, never summed, and
 * until the same question is answered again. No area's report sees them. */
#include <string.h>

#include "ground/text.h"
#include "report/change.h"
#include "report/model.h"
#include "report/person.h"
#include "report/sentences.h"

/* One time that somebody whom the measure asks answered it. */
struct sitting {
    const struct stored_administration *given;
    const struct person_version *version;
    struct answer *answers; /* as they were given */
};

struct sittings {
    struct sitting *list;
    size_t count;
};

/* --- which answers count ---------------------------------------------------------------------- */

/* What nobody answered says neither yes nor no, so it takes nothing back. */
static bool is_answer(const struct answer *answer)
{
    for (size_t i = 0; i < answer->goal_count; i++)
        if (answer->goals[i].has_level)
            return true;
    return answer->kind == ANSWER_CODE;
}

static bool answers_item(const struct sitting *sitting, const char *id)
{
    const struct instrument *instrument = sitting->version->instrument;
    for (size_t i = 0; i < instrument->item_count; i++)
        if (strcmp(instrument->items[i].id, id) == 0)
            return is_answer(&sitting->answers[i]);
    return false;
}

/* Surely later: of two on one day, only where both have a time. A day and an order cannot be put
 * after each other. */
static bool is_later(const struct stored_administration *a, const struct stored_administration *b)
{
    if (a->place > 0 || b->place > 0)
        return b->place > 0 && a->place > b->place;
    return a->date != b->date ? a->date > b->date : b->time >= 0 && a->time > b->time;
}

/* Did the same rater answer it again later, in any version? */
static bool is_answered_since(const struct sittings *all, const struct sitting *sitting,
                              const char *id)
{
    for (size_t i = 0; i < all->count; i++) {
        const struct sitting *other = &all->list[i];
        if (strcmp(other->version->id, sitting->version->id) == 0 &&
            other->given->by == sitting->given->by && is_later(other->given, sitting->given) &&
            answers_item(other, id))
            return true;
    }
    return false;
}

/* What an item asks, in our words, else in its own; then `*worded`, for the notice. */
static const char *about(const struct instrument *instrument, const char *id, bool *worded)
{
    for (size_t i = 0; i < instrument->item_count; i++) {
        const struct item *item = &instrument->items[i];
        if (strcmp(item->id, id) != 0)
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

/* --- what is said ----------------------------------------------------------------------------- */

/* What of it stands to this day; NULL where nothing does. */
static const char *standing(struct person_page *page, const struct sittings *all,
                            const struct sitting *sitting, size_t *count, bool *worded)
{
    const struct instrument *instrument = sitting->version->instrument;
    const char *flags = instrument_flags(instrument, sitting->answers, page->arena);
    const char *says = NULL, *word;
    size_t length;
    while (text_word(&flags, &word, &length)) {
        const char *id = arena_copy(page->arena, word, length);
        if (is_answered_since(all, sitting, id))
            continue;
        const char *asked = about(instrument, id, worded);
        says = says ? arena_format(page->arena, "%s; %s", says, asked) : asked;
        (*count)++;
    }
    return says;
}

static void say_flags(struct person_page *page, const struct sittings *all,
                      const struct sitting *sitting, struct value model)
{
    struct arena *arena = page->arena;
    size_t count = 0;
    bool worded = false;
    const char *says = standing(page, all, sitting, &count, &worded);
    if (!says)
        return;
    const char *when =
        sitting->given->place > 0
            ? SAY_FLAG_ORDER
            : arena_format(arena, SAY_FLAG_ON, day_words(arena, sitting->given->date));
    struct value entry = model_entry(arena, model, "now");
    value_set_format(arena, entry, "says", count == 1 ? SAY_FLAG_ONE : SAY_FLAG_SEVERAL, when,
                     rater_words(sitting->given->by), says);
    model_set_maybe(arena, entry, "notice",
                    worded ? sitting->version->instrument->wording_notice : NULL);
    add_help(page, entry);
}

/* --- all of them ------------------------------------------------------------------------------ */

/* Of any day up to the as-of day, whatever time the page is about; an order may be of any day. */
static bool is_asked(const struct person_page *page, const struct person_version *version,
                     const struct stored_administration *given)
{
    return given->instrument == version->number && version->instrument &&
           version->instrument->scored_raters >> given->by & 1 &&
           (given->place > 0 || given->date <= page->as_of);
}

static void add_sitting(struct person_page *page, const struct person_version *version,
                        const struct stored_administration *given, struct sittings *all)
{
    const struct instrument *instrument = version->instrument;
    struct answer *answers = arena_array(page->arena, instrument->item_count, sizeof *answers);
    struct fault fault;
    if (instrument_read(instrument, given->tokens, false, page->arena, answers, &fault))
        all->list[all->count++] = (struct sitting){given, version, answers};
}

void person_flags(struct person_page *page, struct value model)
{
    size_t count = page->stored.administration_count;
    struct sittings all = {arena_array(page->arena, count, sizeof *all.list), 0};
    for (size_t v = 0; v < page->version_count; v++)
        for (size_t i = 0; i < count; i++)
            if (is_asked(page, &page->versions[v], &page->stored.administrations[i]))
                add_sitting(page, &page->versions[v], &page->stored.administrations[i], &all);
    for (size_t i = 0; i < all.count; i++)
        say_flags(page, &all, &all.list[i], model);
}

bool report_needs_help(struct value model)
{
    struct value now = value_get(model, "now");
    for (size_t i = 0; i < value_count(now); i++)
        if (value_is(value_get(value_item(now, i), "unnamed"), VALUE_YES_NO))
            return true;
    return false;
}
