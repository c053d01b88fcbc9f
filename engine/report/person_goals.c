/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person wants: their goals, those first said first, and beside them what they bring. */
#include <string.h>

#include "report/goal.h"
#include "report/model.h"
#include "report/sentences.h"

/* --- which goals ------------------------------------------------------------------------------ */

static size_t rows_shown(const struct person_page *page, const struct stored_goal *goal)
{
    size_t count = 0;
    while (count < goal->row_count && goal->rows[count].date <= page->period.high)
        count++;
    return count;
}

static bool has_status(const struct shown_goal *shown, const char *statuses)
{
    const struct stored_goal_row *row = goal_status(shown);
    return row && text_has_word(statuses, row->status);
}

bool goal_is_on_hold(const struct shown_goal *shown)
{
    return has_status(shown, "on_hold");
}

static bool is_over_before(const struct shown_goal *shown)
{
    return shown->goal->rows[shown->count - 1].date < shown->page->period.low &&
           has_status(shown, "reached changed let_go");
}

void goals_choose(struct person_page *page)
{
    struct shown_goal *list = arena_array(page->arena, page->goal_count, sizeof *list);
    size_t count = 0;
    for (size_t i = 0; i < page->goal_count; i++) {
        struct shown_goal shown = {page, &page->goals[i], rows_shown(page, &page->goals[i]),
                                   count + 1};
        if (shown.count && !is_over_before(&shown))
            list[count++] = shown;
    }
    page->shown_goals = list;
    page->shown_goal_count = count;
}

/* --- beside them ------------------------------------------------------------------------------ */

static void add_strength(struct person_page *page, const struct stored_note *note, bool first,
                         struct value section)
{
    struct value quote = model_entry(page->arena, section, "quotes");
    if (first)
        value_set_text(page->arena, quote, "heading", SAY_BRING);
    value_set_text(page->arena, quote, "says", note->words.said);
    value_set_format(page->arena, quote, "by", SAY_WROTE, day_words(page->arena, note->date));
}

static void add_strengths(struct person_page *page, struct value section)
{
    size_t said = 0, locked = 0;
    for (size_t i = 0; i < page->note_count; i++) {
        const struct stored_note *note = &page->notes[i];
        if (!note->strength || note->date > page->period.high)
            continue;
        locked += note->words.kept == WORDS_LOCKED;
        if (note->words.kept == WORDS_HERE)
            add_strength(page, note, said++ == 0, section);
    }
    if (locked)
        model_say(page->arena, section, "beside", SAY_BRING_LOCKED);
}

static const char *pace_words(const char *pace)
{
    return strcmp(pace, "right") == 0      ? SAY_PACE_RIGHT
           : strcmp(pace, "too_fast") == 0 ? SAY_PACE_FAST
                                           : SAY_PACE_SLOW;
}

/* What the person said last of how fast things go. */
static void add_pace(struct person_page *page, struct value section)
{
    const struct stored_goal_row *last = NULL;
    for (size_t i = 0; i < page->shown_goal_count; i++)
        for (size_t r = 0; r < page->shown_goals[i].count; r++) {
            const struct stored_goal_row *row = &page->shown_goals[i].goal->rows[r];
            if (row->pace_felt && goal_is_own(row) && (!last || row->date >= last->date))
                last = row;
        }
    if (last)
        model_say(page->arena, section, "beside", SAY_PACE, day_words(page->arena, last->date),
                  pace_words(last->pace_felt));
}

/* --- the section ------------------------------------------------------------------------------ */

void person_goals(struct person_page *page, struct value section)
{
    size_t count = page->shown_goal_count;
    if (!count)
        model_say(page->arena, section, "says", "%s",
                  page->whole ? SAY_NO_GOALS : SAY_NO_GOALS_TIME);
    for (size_t i = 0; i < count; i++)
        goal_figure(&page->shown_goals[i], section);
    add_strengths(page, section);
    add_pace(page, section);
    if (count)
        model_say(page->arena, section, "beside", SAY_GOALS_CHANGE);
}
