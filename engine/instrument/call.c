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

static void put_item(const struct scoring *scoring, const struct answer *answer, size_t item,
                     struct value table)
{
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
            put_item(scoring, &scoring->answers[scale->counts[i].index], scale->counts[i].index,
                     table);
    }
    return table;
}

/* What was answered to the scale's items an earlier time, once skipped. */
static struct value answers_then(const struct scoring *scoring, const struct scale *scale,
                                 const struct earlier *earlier)
{
    struct value table = value_table(scoring->arena);
    struct answer *skipped =
        arena_array(scoring->arena, scoring->instrument->item_count, sizeof *skipped);
    instrument_skip(scoring->instrument, earlier->answers, skipped);
    for (size_t i = 0; i < scale->count; i++)
        if (!scale->counts[i].is_scale)
            put_item(scoring, &skipped[scale->counts[i].index], scale->counts[i].index, table);
    return table;
}

static struct value earlier_of(const struct scoring *scoring, const struct scale *scale)
{
    struct value list = value_table(scoring->arena);
    for (size_t i = 0; i < scoring->given->earlier_count; i++) {
        const struct earlier *earlier = &scoring->given->earlier[i];
        struct value one = value_table(scoring->arena);
        if (earlier->dated)
            value_set(scoring->arena, one, "days", value_whole(earlier->days));
        value_set(scoring->arena, one, "answer", answers_then(scoring, scale, earlier));
        value_add(scoring->arena, list, one);
    }
    return list;
}

static void put_word(struct arena *arena, struct value table, const char *name, const char *words,
                     int place)
{
    const char *word;
    size_t length;
    for (int at = 0; text_word(&words, &word, &length); at++)
        if (at == place)
            value_set_text(arena, table, name, arena_copy(arena, word, length));
}

/* What `needs` names, and nothing else. */
static struct value given_of(const struct scoring *scoring, const struct scale *scale, int age)
{
    struct value table = value_table(scoring->arena);
    if (scale->needs & NEEDS_AGE)
        value_set(scoring->arena, table, "age", value_whole(age));
    if (scale->needs & NEEDS_SEX)
        value_set_text(scoring->arena, table, "sex", scoring->given->sex);
    if (scale->needs & NEEDS_MODE)
        put_word(scoring->arena, table, "mode", modes, scoring->given->mode);
    if (scale->needs & NEEDS_BY)
        put_word(scoring->arena, table, "by", raters, scoring->given->by);
    if (scale->needs & NEEDS_EARLIER)
        value_set(scoring->arena, table, "earlier", earlier_of(scoring, scale));
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

static bool call_at(const struct scoring *scoring, size_t index, int age, struct score *score)
{
    const struct scale *scale = &scoring->instrument->scales[index];
    struct value results[RESULTS] = {{.kind = VALUE_NIL}};
    struct value arguments[] = {answers_of(scoring, scale), given_of(scoring, scale, age)};
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

static const char *lacking(const struct scoring *scoring, const struct scale *scale)
{
    if (scale->needs & NEEDS_AGE && !scoring->given->age.known)
        return "age not known";
    return scale->needs & NEEDS_SEX && !scoring->given->sex ? "sex not known" : NULL;
}

static bool same_result(const struct score *a, const struct score *b)
{
    return a->has_value == b->has_value && (!a->has_value || a->value == b->value) &&
           a->category == b->category && !a->reason == !b->reason &&
           (!a->reason || strcmp(a->reason, b->reason) == 0);
}

/* An age that may be one of two is known closely enough where both come to the same. */
bool function_call(const struct scoring *scoring, size_t index, struct score *score)
{
    const struct scale *scale = &scoring->instrument->scales[index];
    const struct ages *age = &scoring->given->age;
    struct score older = *score;
    score->reason = lacking(scoring, scale);
    if (score->reason)
        return true;
    if (!call_at(scoring, index, age->low, score))
        return false;
    if (!(scale->needs & NEEDS_AGE) || age->low == age->high)
        return true;
    if (!call_at(scoring, index, age->high, &older)) {
        *score =
            (struct score){.answered = older.answered, .of = older.of, .reason = "plugin_failed"};
        return false;
    }
    if (!same_result(score, &older))
        *score =
            (struct score){.answered = older.answered, .of = older.of, .reason = "age not known"};
    return true;
}
