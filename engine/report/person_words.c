/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A person's notes as a line of days, or a paragraph of the report's own. */
#include "report/model.h"
#include "report/person.h"
#include "report/sentences.h"

static size_t notes_kept(const struct person_page *page, enum words_kept kept)
{
    size_t count = 0;
    for (size_t i = 0; i < page->note_count; i++)
        count += !page->notes[i].strength && page->notes[i].words.kept == kept &&
                 person_in_period(page, page->notes[i].date);
    return count;
}

static void add_note(struct person_page *page, const struct stored_note *note, struct value section)
{
    struct value entry = model_entry(page->arena, section, "rail");
    value_set_text(page->arena, entry, "when", day_words(page->arena, note->date));
    value_set_text(page->arena, entry, "says", note->words.said);
}

static void add_room(struct person_page *page, struct value section)
{
    struct value entry = model_entry(page->arena, section, "rail");
    value_set_text(page->arena, entry, "when", SAY_WHENEVER);
    value_set_text(page->arena, entry, "says", SAY_ROOM);
    value_set(page->arena, entry, "later", value_yes(true));
}

/* What is locked is said as such, never as if the person wrote it. */
static void say_unseen(struct person_page *page, struct value section)
{
    size_t locked = notes_kept(page, WORDS_LOCKED), erased = notes_kept(page, WORDS_ERASED);
    if (locked)
        model_say(page->arena, section, "says", SAY_NOTES_LOCKED,
                  person_counted(page->arena, locked, SAY_HELD_NOTE, SAY_HELD_NOTES));
    if (erased)
        model_say(page->arena, section, "says", SAY_NOTES_ERASED,
                  person_counted(page->arena, erased, SAY_HELD_NOTE, SAY_HELD_NOTES));
    if (!locked && !erased && !notes_kept(page, WORDS_HERE))
        model_say(page->arena, section, "says", "%s",
                  page->whole ? SAY_NO_NOTES : SAY_NO_NOTES_TIME);
}

void person_words(struct person_page *page, const struct section *section, struct value model)
{
    if (section->text) {
        model_say(page->arena, model, "says", "%s", section->text);
        return;
    }
    say_unseen(page, model);
    for (size_t i = 0; i < page->note_count; i++)
        if (!page->notes[i].strength && page->notes[i].words.kept == WORDS_HERE &&
            person_in_period(page, page->notes[i].date))
            add_note(page, &page->notes[i], model);
    add_room(page, model);
    if (notes_kept(page, WORDS_HERE))
        model_say(page->arena, model, "beside", SAY_NOTES_ORDER);
}
