/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A whole goal: its rating is of its instrument, or from 0 to 10. */
#include <string.h>

#include "intake/check.h"

enum { OWN_RATING_MOST = 10 };

static struct entry_cell *goal_cell(struct entry *entry, int column)
{
    return &entry->cells[GOAL_COLUMNS + column];
}

/* The item of an instrument that goals are rated by: the last, or none. NO_FIELD: none. */
static int goal_item(const struct instrument *instrument)
{
    size_t last = instrument->item_count - 1;
    return instrument->items[last].repeats ? (int)last : NO_FIELD;
}

/* A rating that is no number is a kind of no answer. */
static enum entry_state check_own_rating(struct entry *entry, struct arena *arena, struct why *why)
{
    struct entry_cell *rating = goal_cell(entry, GOAL_RATING);
    double number;
    if (!rating->text || entry_is_no_answer(rating->text))
        return ENTRY_GOOD;
    if (!text_decimal(rating->text, &number) || number < 0 || number > OWN_RATING_MOST)
        return check_wrong(why, rating->column,
                           arena_format(arena,
                                        "%s is not a rating from 0 to 10, nor a kind of no "
                                        "answer",
                                        entry_word(rating->text, arena)),
                           arena);
    rating->text = number_text(arena, number);
    return ENTRY_GOOD;
}

static enum entry_state check_own_goal(struct entry *entry, struct arena *arena, struct why *why)
{
    static const int of_instruments[] = {GOAL_WEIGHT, GOAL_VERSION};
    for (size_t i = 0; i < sizeof of_instruments / sizeof *of_instruments; i++) {
        const struct entry_cell *cell = goal_cell(entry, of_instruments[i]);
        if (cell->text)
            return check_wrong(why, cell->column,
                               "only a goal of an instrument has one, and `instrument` is empty",
                               arena);
    }
    return check_own_rating(entry, arena, why);
}

/* What parts goals, or a goal's level from its weight, is in neither. */
static enum entry_state check_one_word(struct entry *entry, int column, struct arena *arena,
                                       struct why *why)
{
    const struct entry_cell *cell = goal_cell(entry, column);
    if (!cell->text || !cell->text[strcspn(cell->text, " \t;:@")])
        return ENTRY_GOOD;
    return check_wrong(why, cell->column,
                       arena_format(arena, "%s is not one number, nor a kind of no answer",
                                    entry_word(cell->text, arena)),
                       arena);
}

/* Reads `home:1`, or with its weight `home:1@3`, as it would stand in an administration. */
static enum entry_state read_goal(struct entry *entry, int column, const char *token,
                                  struct goal *goal, struct arena *arena, struct why *why)
{
    struct answer answer;
    struct fault fault;
    size_t item = (size_t)goal_item(entry->instrument);
    if (!instrument_read_item(entry->instrument, item, token, arena, &answer, &fault))
        return check_wrong(why, goal_cell(entry, column)->column, arena_text(arena, fault.text),
                           arena);
    *goal = answer.goals[0];
    return ENTRY_GOOD;
}

static enum entry_state check_level(struct entry *entry, struct arena *arena, struct why *why)
{
    struct entry_cell *rating = goal_cell(entry, GOAL_RATING),
                      *weight = goal_cell(entry, GOAL_WEIGHT);
    const char *token = arena_format(arena, "%s:%s", goal_cell(entry, GOAL_GOAL)->text,
                                     rating->text ? rating->text : "-");
    struct goal goal = {0};
    if (check_one_word(entry, GOAL_RATING, arena, why) != ENTRY_GOOD ||
        check_one_word(entry, GOAL_WEIGHT, arena, why) != ENTRY_GOOD ||
        read_goal(entry, GOAL_RATING, token, &goal, arena, why) != ENTRY_GOOD)
        return ENTRY_WRONG;
    if (rating->text)
        rating->text = goal.has_level ? number_text(arena, goal.level) : no_answer_word[goal.none];
    if (!weight->text)
        return ENTRY_GOOD;
    token = arena_format(arena, "%s@%s", token, weight->text);
    if (read_goal(entry, GOAL_WEIGHT, token, &goal, arena, why) != ENTRY_GOOD)
        return ENTRY_WRONG;
    weight->text = number_text(arena, goal.weight);
    return ENTRY_GOOD;
}

static enum entry_state check_rated_goal(struct entry *entry, struct arena *arena, struct why *why)
{
    const struct entry_cell *instrument = goal_cell(entry, GOAL_INSTRUMENT);
    struct entry_cell *version = goal_cell(entry, GOAL_VERSION);
    if (goal_item(entry->instrument) == NO_FIELD)
        return check_wrong(why, instrument->column,
                           arena_format(arena,
                                        "%s has no goals. Leave it empty for a goal rated "
                                        "from 0 to 10",
                                        entry->instrument->id),
                           arena);
    if (check_version(entry, version, arena, why) != ENTRY_GOOD)
        return ENTRY_WRONG;
    *version = (struct entry_cell){entry->instrument->version, version->column, true};
    check_rater(entry, goal_cell(entry, GOAL_BY)->text);
    return check_level(entry, arena, why);
}

/* Every rating of a goal is found by this, also where it stands in an administration. */
static enum entry_state check_name(struct entry *entry, struct arena *arena, struct why *why)
{
    const struct entry_cell *name = goal_cell(entry, GOAL_GOAL);
    if (text_is_id(name->text))
        return ENTRY_GOOD;
    return check_wrong(why, name->column,
                       "a goal is called by small letters, digits and _, beginning with a letter. "
                       "What the person wants stands in `words`",
                       arena);
}

enum entry_state check_goal(struct entry *entry, struct instruments instruments,
                            struct arena *arena, struct why *why)
{
    if (check_fields(entry, arena, why) != ENTRY_GOOD ||
        check_name(entry, arena, why) != ENTRY_GOOD)
        return ENTRY_WRONG;
    const struct entry_cell *instrument = goal_cell(entry, GOAL_INSTRUMENT);
    if (!instrument->text)
        return check_own_goal(entry, arena, why);
    entry->instrument =
        instruments_version(instruments, instrument->text, goal_cell(entry, GOAL_VERSION)->text);
    if (!entry->instrument)
        return check_wrong(why, instrument->column,
                           instruments_none(instruments, instrument->text, arena), arena);
    return check_rated_goal(entry, arena, why);
}
