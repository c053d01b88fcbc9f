/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person answered, a figure a measure: those in their own words first. */
#include <string.h>

#include "report/model.h"
#include "report/person_scale.h"
#include "report/reference.h"
#include "report/sentences.h"
#include "report/trajectory.h"
#include "run/given.h"

enum { BY_THE_PERSON = 0 }; /* number of the rater `person` in the store */

bool person_shows_scale(const struct section *section, const struct instrument *instrument,
                        const struct scale *scale)
{
    if (!scale->own_view || (scale->variant && section->scale_count == 0))
        return false;
    for (size_t i = 0; i < section->scale_count; i++)
        if (strcmp(section->scales[i].instrument->id, instrument->id) == 0 &&
            strcmp(section->scales[i].scale->id, scale->id) == 0)
            return true;
    return section->scale_count == 0;
}

bool person_shows_answer(const struct person_page *page, const struct derived_score *score)
{
    return score->by == BY_THE_PERSON &&
           (score->place > 0 ? page->whole : person_in_period(page, score->date));
}

static bool has_answers(const struct person_page *page, const struct person_version *version,
                        const struct section *section)
{
    for (size_t s = 0; version->instrument && s < version->instrument->scale_count; s++)
        if (person_shows_scale(section, version->instrument, &version->instrument->scales[s]) &&
            scale_is_answered(page, version, &version->instrument->scales[s]))
            return true;
    return false;
}

bool person_has_answers(const struct person_page *page)
{
    for (size_t i = 0; i < page->report->section_count; i++)
        for (size_t v = 0; v < page->version_count; v++)
            if (page->report->sections[i].shows == SHOWS_SCORES &&
                has_answers(page, &page->versions[v], &page->report->sections[i]))
                return true;
    return false;
}

/* --- notes ------------------------------------------------------------------------------------ */

/* Notes of the period whose words are here; what the person brings is no note of a day. */
static struct note_pins notes_of(const struct person_page *page)
{
    struct pinned *notes = arena_array(page->arena, page->note_count, sizeof *notes);
    size_t count = 0;
    for (size_t i = 0; i < page->note_count; i++) {
        const struct stored_note *note = &page->notes[i];
        if (!note->strength && note->words.kept == WORDS_HERE && person_in_period(page, note->date))
            notes[count++] = (struct pinned){note->date, note->words.said};
    }
    return pins_of(notes, count);
}

/* --- the section ------------------------------------------------------------------------------ */

/* What the figures of one section share. */
struct figures {
    struct person_page *page;
    const struct section *section;
    struct days axis;
    struct note_pins pins;
    struct value model, into;
    size_t count;
    bool split; /* the notes stand behind one of them */
};

/* Notes whose words are not here are counted and never pinned as if they were empty. */
static void add_notes(struct figures *figures)
{
    struct person_page *page = figures->page;
    size_t locked = 0;
    for (size_t i = 0; i < page->note_count; i++)
        locked += !page->notes[i].strength && page->notes[i].words.kept == WORDS_LOCKED &&
                  person_in_period(page, page->notes[i].date);
    pins_beside(page->arena, &figures->pins, figures->into);
    if (locked)
        model_say(page->arena, figures->into, "beside", SAY_NOTES_LOCKED,
                  person_counted(page->arena, locked, SAY_HELD_NOTE, SAY_HELD_NOTES));
    page->once.pins = true;
}

static bool has_pins(struct value figure)
{
    return value_count(value_get(value_get(figure, "chart"), "pins")) > 0;
}

/* The notes stand behind the figure that carries their pins, and the others of its section come
 * after. */
static void place(struct figures *figures, struct value figure)
{
    struct arena *arena = figures->page->arena;
    figures->count++;
    if (figures->split) {
        value_set(arena, figure, "later", value_yes(true));
        value_set(arena, figures->into, "more", value_yes(true));
    } else if (has_pins(figure)) {
        add_notes(figures);
        figures->split = true;
    }
}

static void add_reference(const struct figures *figures, const struct answered *latest,
                          struct value figure)
{
    const struct stored_person *person = &figures->page->stored;
    const struct section *section = figures->section;
    struct like like = {.sex = given_sex(person), .mode = latest->score->mode};
    if (!latest->score->place)
        like.age = given_age(person, latest->score->date);
    reference_beside(figures->page->arena, latest->scale, section->beside, section->beside_count,
                     &like, figure);
}

/* On one chart of the page only. */
static const struct note_pins no_notes;

static void add_figure(struct figures *figures, size_t v, const struct scale *scale)
{
    struct person_page *page = figures->page;
    struct answered *answers;
    size_t count = scale_answers(page, &page->versions[v], scale, &answers);
    struct trajectory trajectory = {.answers = answers,
                                    .count = count,
                                    .own =
                                        count ? scale_own_words(page, &answers[count - 1]) : NULL,
                                    .axis = figures->axis,
                                    .pins = page->once.pins ? &no_notes : &figures->pins,
                                    .once = &page->once,
                                    .foot = figures->model};
    if (!count)
        return;
    struct value figure = trajectory_figure(page->arena, &trajectory, figures->into);
    if (figures->section->beside_count)
        add_reference(figures, &answers[count - 1], figure);
    place(figures, figure);
}

/* Is any of it in the person's own words? */
static bool is_own(const struct instrument *instrument)
{
    for (size_t i = 0; i < instrument->item_count; i++)
        if (instrument->items[i].own)
            return true;
    return false;
}

static void add_figures(struct figures *figures, bool own)
{
    const struct person_page *page = figures->page;
    for (size_t v = 0; v < page->version_count; v++) {
        const struct instrument *instrument = page->versions[v].instrument;
        if (!instrument || is_own(instrument) != own)
            continue;
        for (size_t s = 0; s < instrument->scale_count; s++)
            if (person_shows_scale(figures->section, instrument, &instrument->scales[s]) &&
                !scale_in_earlier(page, v, &instrument->scales[s]))
                add_figure(figures, v, &instrument->scales[s]);
    }
}

static const char *no_answers(const struct person_page *page, bool named)
{
    if (page->whole)
        return named ? SAY_NO_ANSWERS_TO : SAY_NO_ANSWERS;
    return named ? SAY_NO_ANSWERS_TO_TIME : SAY_NO_ANSWERS_TIME;
}

void person_scores(struct person_page *page, const struct section *section, struct value model,
                   struct value into)
{
    struct figures figures = {.page = page,
                              .section = section,
                              .axis = page->axis,
                              .pins = notes_of(page),
                              .model = model,
                              .into = into};
    add_figures(&figures, true);
    add_figures(&figures, false);
    if (figures.count && !page->once.pins)
        add_notes(&figures); /* no chart has days that they could be pinned to */
    if (!figures.count)
        model_say(page->arena, into, "says", "%s", no_answers(page, section->scale_count > 0));
}
