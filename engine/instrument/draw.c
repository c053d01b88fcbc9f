/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "instrument/draw.h"

#include <math.h>
#include <string.h>

#include "instrument/plan.h"

/* More goals than these show nothing new. */
enum { GOALS_DRAWN = 6 };

static size_t draw_below(struct chance *chance, size_t count)
{
    return chance_below(chance, (uint32_t)count);
}

/* Without an upper end, a hundred steps up are far enough. */
double draw_code(struct chance *chance, const struct item *item)
{
    size_t choices = item_choices(item);
    if (choices)
        return choice_code(item, draw_below(chance, choices));
    double steps = isinf(item->to) ? 100 : fmin((item->to - item->from) / item->step, 1e6);
    return item->from + item->step * (double)draw_below(chance, (size_t)(steps + 1.5));
}

static double draw_weight(struct chance *chance, const struct item *item)
{
    double span = fmin(floor(item->weight_most - item->weight_least), 100);
    return item->weighs ? item->weight_least + (double)draw_below(chance, (size_t)span + 1) : 1;
}

static struct answer draw_goals(struct chance *chance, const struct item *item, struct arena *arena)
{
    size_t span = item->goals_most - item->goals_least;
    size_t count =
        item->goals_least + draw_below(chance, (span < GOALS_DRAWN ? span : GOALS_DRAWN) + 1);
    struct answer made = goals_made(count, 0, arena);
    struct goal *goals = arena_array(arena, count, sizeof *goals);
    for (size_t i = 0; i < count; i++) {
        goals[i] = made.goals[i];
        goals[i].level = draw_code(chance, item);
        goals[i].weight = draw_weight(chance, item);
    }
    made.goals = goals;
    return made;
}

struct answer draw_answer(struct chance *chance, const struct item *item, struct arena *arena)
{
    if (item->repeats)
        return draw_goals(chance, item, arena);
    if (item->words)
        return (struct answer){.kind = ANSWER_WORDS};
    return (struct answer){.kind = ANSWER_CODE, .code = draw_code(chance, item)};
}

struct answer draw_none(struct chance *chance)
{
    return (struct answer){.kind = ANSWER_NONE,
                           .none = (enum no_answer)draw_below(chance, NO_ANSWER_KINDS)};
}

/* --- goals ------------------------------------------------------------------------------------ */

/* g01 … where there are ten and more, so that they stand in the order of their names. */
struct answer goals_made(size_t count, double level, struct arena *arena)
{
    struct goal *goals = arena_array(arena, count, sizeof *goals);
    const char *format = count < 10 ? "g%zu" : count < 100 ? "g%02zu" : "g%03zu";
    for (size_t i = 0; i < count; i++)
        goals[i] = (struct goal){.name = arena_format(arena, format, i + 1),
                                 .has_level = true,
                                 .level = level,
                                 .weight = 1};
    return (struct answer){.kind = ANSWER_GOALS, .goals = goals, .goal_count = count};
}

static struct goal *copied(const struct answer *answer, struct arena *arena)
{
    struct goal *goals = arena_array(arena, answer->goal_count, sizeof *goals);
    for (size_t i = 0; i < answer->goal_count; i++)
        goals[i] = answer->goals[i];
    return goals;
}

struct answer goals_blanked(const struct answer *answer, size_t *blanks, struct arena *arena)
{
    struct answer blanked = *answer;
    struct goal *goals = copied(answer, arena);
    for (size_t i = 0; i < answer->goal_count && *blanks; i++, --*blanks) {
        goals[i].has_level = false;
        goals[i].none = MISSING;
    }
    blanked.goals = goals;
    return blanked;
}

struct answer goals_filled(struct chance *chance, const struct item *item,
                           const struct answer *answer, struct arena *arena)
{
    struct answer filled = *answer;
    struct goal *goals = copied(answer, arena);
    for (size_t i = 0; i < answer->goal_count; i++)
        if (!goals[i].has_level) {
            goals[i].has_level = true;
            goals[i].level = draw_code(chance, item);
        }
    filled.goals = goals;
    return filled;
}
