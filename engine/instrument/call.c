/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A function is given the answers to its scale's items and nothing else, and what it gives back is
 * believed only when it has exactly the right type and lies where the file says. */
#include "instrument/call.h"

#include <math.h>
#include <string.h>

enum { RESULTS = 3, REASON_LONGEST = 80 };

static struct value plain(double number)
{
    bool is_whole = number == floor(number) && fabs(number) <= 9007199254740992.0;
    return is_whole ? value_whole((int64_t)number) : value_number(number);
}

/* A list, also of no goals: `ipairs` goes over it. A goal without a level has none. */
static struct value goals_of(const struct scoring *scoring, const struct answer *answer)
{
    struct value list = value_table(scoring->arena);
    for (size_t i = 0; i < answer->goal_count; i++) {
        const struct goal *goal = &answer->goals[i];
        struct value one = value_table(scoring->arena);
        value_set_text(scoring->arena, one, "name", goal->name);
        value_set(scoring->arena, one, "weight", plain(goal->weight));
        if (goal->has_level)
            value_set(scoring->arena, one, "level", plain(goal->level));
        value_add(scoring->arena, list, one);
    }
    return list;
}

static void put_item(const struct scoring *scoring, size_t item, struct value table)
{
    const struct answer *answer = &scoring->answers[item];
    const char *id = scoring->instrument->items[item].id;
    if (answer->kind == ANSWER_CODE)
        value_set(scoring->arena, table, id, plain(answer->code));
    else if (answer->kind == ANSWER_WORDS)
        value_set(scoring->arena, table, id, value_yes(true));
    else if (answer->kind == ANSWER_GOALS)
        value_set(scoring->arena, table, id, goals_of(scoring, answer));
}

static void put_scale(const struct scoring *scoring, size_t index, struct value table)
{
    const struct score *score = &scoring->scores[index];
    const char *id = scoring->instrument->scales[index].id;
    if (score->category)
        value_set_text(scoring->arena, table, id, score->category);
    else if (score->has_value)
        value_set(scoring->arena, table, id, plain(score->value));
}

static struct value answers_of(const struct scoring *scoring, const struct scale *scale)
{
    struct value table = value_table(scoring->arena);
    for (size_t i = 0; i < scale->count; i++) {
        if (scale->counts[i].is_scale)
            put_scale(scoring, scale->counts[i].index, table);
        else
            put_item(scoring, scale->counts[i].index, table);
    }
    return table;
}

/* --- what came back --------------------------------------------------------------------------- */

/* A text that is fit for a sentence: short, no control characters. */
static bool is_short_line(const char *text)
{
    size_t characters = 0;
    for (const char *at = text; *at; at++)
        characters += ((unsigned char)*at & 0xC0) != 0x80;
    return !text_control(text) && characters > 0 && characters <= REASON_LONGEST;
}

/* A value as it may stand in a sentence. */
static const char *shown(struct arena *arena, struct value value)
{
    static const char *const names[] = {[VALUE_NIL] = "nil",
                                        [VALUE_YES_NO] = "yes or no",
                                        [VALUE_WHOLE] = "a number",
                                        [VALUE_NUMBER] = "a number",
                                        [VALUE_TEXT] = "a text",
                                        [VALUE_TABLE] = "a table",
                                        [VALUE_FUNCTION] = "a function"};
    double number;
    if (value.kind == VALUE_YES_NO)
        return value.yes ? "true" : "false";
    if (value_as_number(value, &number))
        return number_text(arena, number);
    if (value.kind == VALUE_TEXT && is_short_line(value.text))
        return arena_format(arena, "\"%s\"", value.text);
    return names[value.kind];
}

static const char *expected(const struct scoring *scoring, const struct scale *scale)
{
    struct arena *arena = scoring->arena;
    if (!scale->values)
        return arena_format(arena, "a number from %s to %s, or nil and a reason",
                            number_text(arena, scale->lowest), number_text(arena, scale->highest));
    const char *list = "";
    for (size_t i = 0; i < scale->value_count; i++)
        list = arena_format(arena, "%s\"%s\", ", list, scale->values[i]);
    return arena_format(arena, "%sor nil and a reason", list);
}

/* What was given stands in the sentence only where nobody's answers can be seen by it. */
static bool wrong_result(const struct scoring *scoring, const struct scale *scale,
                         const struct value *results)
{
    const struct plugin *plugin = scoring->instrument->plugin;
    bool no_reason = results[0].kind == VALUE_NIL && results[1].kind == VALUE_NIL;
    bool surplus = results[0].kind != VALUE_NIL && results[1].kind != VALUE_NIL;
    const char *gave = no_reason                ? "nil without a reason"
                       : !scoring->show_message ? "something it may not give"
                       : surplus                ? "two things at once"
                       : results[0].kind == VALUE_NIL
                           ? "nil and a reason that is no text of 1 to 80 characters on one line"
                           : shown(scoring->arena, results[0]);
    return fault_set(scoring->fault, FAULT_DATA, "%s:%d: %s gave %s. It must give %s", plugin->path,
                     plugin_line(plugin, scale->function), scale->function, gave,
                     expected(scoring, scale));
}

static bool take_number(const struct scale *scale, struct value value, struct score *score)
{
    double number;
    if (!value_as_number(value, &number) || !isfinite(number) || number < scale->lowest ||
        number > scale->highest)
        return false;
    score->value = number;
    return score->has_value = true;
}

static bool take_category(const struct scale *scale, struct value value, struct score *score)
{
    for (size_t i = 0; value.kind == VALUE_TEXT && i < scale->value_count; i++)
        if (strcmp(scale->values[i], value.text) == 0)
            score->category = scale->values[i];
    return score->category;
}

static bool take(const struct scale *scale, const struct value *results, struct arena *arena,
                 struct score *score)
{
    if (results[2].kind != VALUE_NIL)
        return false;
    if (results[0].kind == VALUE_NIL) {
        if (results[1].kind != VALUE_TEXT || !is_short_line(results[1].text))
            return false;
        score->reason = arena_text(arena, results[1].text);
        return true;
    }
    return results[1].kind == VALUE_NIL && (scale->values ? take_category(scale, results[0], score)
                                                          : take_number(scale, results[0], score));
}

bool function_call(const struct scoring *scoring, size_t index, struct score *score)
{
    const struct scale *scale = &scoring->instrument->scales[index];
    struct value results[RESULTS] = {{.kind = VALUE_NIL}};
    struct value arguments[] = {answers_of(scoring, scale), value_table(scoring->arena)};
    score->reason = "plugin_failed";
    if (!scoring->worker)
        return fault_set(scoring->fault, FAULT_OURS,
                         "%s: %s is a function, and no worker was started for it",
                         scoring->instrument->plugin->path, scale->function);
    if (!worker_call(scoring->worker, scale->function, arguments, 2, scoring->show_message,
                     scoring->arena, results, RESULTS, scoring->fault))
        return false;
    score->reason = NULL;
    if (take(scale, results, scoring->arena, score))
        return true;
    score->reason = "plugin_failed";
    return wrong_result(scoring, scale, results);
}
