/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers as they were given: an item a line, a table a time, and never added up. */
#include <string.h>

#include "report/model.h"
#include "report/person.h"
#include "report/sentences.h"
#include "report/why.h"

enum { BY_THE_PERSON = 0 }; /* number of the rater `person` in the store */

/* --- words of the person ---------------------------------------------------------------------- */

const struct stored_answer_words *
person_said(const struct person_page *page, const struct stored_administration *given, size_t item)
{
    for (size_t i = 0; i < page->said_count; i++) {
        const struct stored_answer_words *said = &page->said[i];
        if (said->instrument == given->instrument && said->date == given->date &&
            said->place == given->place && said->time == given->time && said->by == given->by &&
            said->item == item)
            return said;
    }
    return NULL;
}

static const char *said_words(struct arena *arena, const struct stored_answer_words *said)
{
    if (said && said->words.kept == WORDS_HERE)
        return arena_format(arena, "“%s”", said->words.said);
    return said && said->words.kept == WORDS_LOCKED ? SAY_ANSWER_LOCKED : SAY_ANSWER_WORDS;
}

/* --- one answer ------------------------------------------------------------------------------- */

/* The words of the option where they may be printed, else its code. */
static const char *code_words(struct arena *arena, const struct instrument *instrument,
                              const struct item *item, double code)
{
    const char *number = number_text(arena, code);
    for (size_t i = 0; instrument->wording_ships && i < item->option_count; i++)
        if (item->options[i].code == code && item->options[i].label)
            return arena_format(arena, "%s, %s", number, item->options[i].label);
    return item->unit ? arena_format(arena, "%s %s", number, item->unit) : number;
}

static const char *goals_words(struct arena *arena, const struct instrument *instrument,
                               const struct item *item, const struct answer *answer)
{
    const char *says = "";
    for (size_t i = 0; i < answer->goal_count; i++) {
        const struct goal *goal = &answer->goals[i];
        const char *level = goal->has_level ? code_words(arena, instrument, item, goal->level)
                                            : why_none(goal->none, SAY_NO_ANSWER);
        says = arena_format(arena, "%s%s%s: %s", says, i ? "; " : "", goal->name, level);
    }
    return *says ? says : SAY_NO_ANSWER;
}

static const char *answer_words(struct person_page *page, const struct instrument *instrument,
                                const struct stored_administration *given, size_t item,
                                const struct answer *answer)
{
    switch (answer->kind) {
    case ANSWER_CODE:
        return code_words(page->arena, instrument, &instrument->items[item], answer->code);
    case ANSWER_WORDS:
        return said_words(page->arena, person_said(page, given, item));
    case ANSWER_GOALS:
        return goals_words(page->arena, instrument, &instrument->items[item], answer);
    default:
        return why_none(answer->none, SAY_NO_ANSWER);
    }
}

/* The wording where it may be printed, else what it is about in our words. */
static const char *question_words(const struct instrument *instrument, const struct item *item)
{
    if (instrument->wording_ships && item->text)
        return item->text;
    return item->about ? item->about : item->id;
}

/* --- one time --------------------------------------------------------------------------------- */

static bool shows_wording(const struct instrument *instrument)
{
    for (size_t i = 0; instrument->wording_ships && i < instrument->item_count; i++)
        if (instrument->items[i].text || instrument->items[i].option_count)
            return true;
    return false;
}

static const char *title(struct arena *arena, const struct instrument *instrument,
                         const struct stored_administration *given)
{
    return given->place ? arena_format(arena, SAY_ANSWERS_TIME, instrument->title, given->place)
                        : arena_format(arena, SAY_ANSWERS_ON, instrument->title,
                                       day_words(arena, given->date));
}

static void add_time(struct person_page *page, const struct instrument *instrument,
                     const struct stored_administration *given, struct value section)
{
    struct arena *arena = page->arena;
    struct answer *answers = arena_array(arena, instrument->item_count, sizeof *answers);
    struct fault fault;
    if (!instrument_read(instrument, given->tokens, false, arena, answers, &fault))
        return;
    struct value figure = model_figure(arena, section), apart = value_table(arena);
    value_set_text(arena, figure, "title", title(arena, instrument, given));
    if (mode_words(given->mode))
        value_set_format(arena, figure, "sub", SAY_ANSWERS_MODE, mode_words(given->mode));
    struct value table = model_table(arena, apart, SAY_ANSWERS_CAPTION, SAY_ANSWERS_HEAD);
    for (size_t i = 0; i < instrument->item_count; i++) {
        const char *cells[] = {answer_words(page, instrument, given, i, &answers[i]), NULL};
        model_table_row(arena, table, question_words(instrument, &instrument->items[i]), cells);
    }
    value_set(arena, figure, "answers", table);
    if (instrument->wording_notice && shows_wording(instrument))
        model_say(arena, figure, "note", "%s", instrument->wording_notice);
}

/* --- the section ------------------------------------------------------------------------------ */

static bool is_asked(const struct section *section, const char *id)
{
    for (size_t i = 0; i < section->instrument_count; i++)
        if (strcmp(section->instruments[i]->id, id) == 0)
            return true;
    return false;
}

static bool is_shown(const struct person_page *page, const struct stored_administration *given)
{
    return given->by == BY_THE_PERSON &&
           (given->place ? page->whole : person_in_period(page, given->date));
}

static const struct instrument *asked_of(const struct person_page *page,
                                         const struct section *section,
                                         const struct stored_administration *given)
{
    for (size_t v = 0; v < page->version_count; v++)
        if (page->versions[v].number == given->instrument &&
            is_asked(section, page->versions[v].id))
            return page->versions[v].instrument;
    return NULL;
}

void person_answers(struct person_page *page, const struct section *section, struct value into)
{
    for (size_t i = 0; i < page->stored.administration_count; i++) {
        const struct stored_administration *given = &page->stored.administrations[i];
        const struct instrument *instrument = asked_of(page, section, given);
        if (instrument && is_shown(page, given))
            add_time(page, instrument, given, into);
    }
    if (!value_count(value_get(into, "figures")))
        model_say(page->arena, into, "says", "%s",
                  page->whole ? SAY_NO_ANSWERS_TO : SAY_NO_ANSWERS_TO_TIME);
}
