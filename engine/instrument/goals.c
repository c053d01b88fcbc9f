/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of goals, each in the person's own words: what a file says of it, and how it is read and
 * written. A goal is known by its name, so goals are kept by name, whatever order they came in. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "ground/fault.h"
#include "instrument/loader.h"
#include "instrument/read.h"

/* --- what a file says of them ----------------------------------------------------------------- */

static bool say(const struct loader *loader, const char *place, const char *field,
                const char *sentence)
{
    plugin_say_of(loader->plugin, loader->faults,
                  *field ? arena_format(loader->arena, "%s.%s", place, field) : place, "%s",
                  sentence);
    return false;
}

/* `{ 1, 30 }`, or `{ 1 }` without an upper end. */
static bool span(struct value value, double *from, double *to)
{
    size_t count = value_count(value);
    *to = INFINITY;
    return value_as_number(value_item(value, 0), from) &&
           (count == 1 || (count == 2 && value_as_number(value_item(value, 1), to)));
}

static bool repeats_load(const struct loader *loader, struct value value, const char *place,
                         struct item *item)
{
    double from, to;
    if (item->words)
        return say(
            loader, place, "repeats",
            "is for goals with a level, but the item is answered in words. Give it `answers`");
    if (!span(value, &from, &to) || from != floor(from) || from < 1 || to < from ||
        (isfinite(to) && (to != floor(to) || to > GOALS_MOST)) || from > GOALS_MOST)
        return say(loader, place, "repeats",
                   arena_format(loader->arena,
                                "must say how many goals are asked for, from 1 to %d: { 1, 3 }, or "
                                "{ 1 } without an upper end",
                                GOALS_MOST));
    item->repeats = true;
    item->goals_least = (size_t)from;
    item->goals_most = isinf(to) ? GOALS_MOST : (size_t)to;
    return true;
}

static bool weight_load(const struct loader *loader, struct value value, const char *place,
                        struct item *item)
{
    if (!item->repeats)
        return say(
            loader, place, "",
            "has `weight` without `repeats`. Only goals carry weights; a scale's `points` say "
            "what an item is worth");
    item->weighs = span(value, &item->weight_least, &item->weight_most) &&
                   item->weight_least >= 0 && item->weight_least < item->weight_most &&
                   (isinf(item->weight_most) || item->weight_most <= SCORE_MOST);
    item->weight_most = fmin(item->weight_most, SCORE_MOST);
    return item->weighs || say(loader, place, "weight",
                               "must be the lowest and the highest weight, from 0 up: { 0, 9 }");
}

bool goals_load(const struct loader *loader, struct value value, const char *place,
                struct item *item)
{
    struct value own = value_get(value, "own"), repeats = value_get(value, "repeats"),
                 weight = value_get(value, "weight");
    item->own = own.kind == VALUE_YES_NO && own.yes;
    if (repeats.kind != VALUE_NIL && !repeats_load(loader, repeats, place, item))
        return false;
    return weight.kind == VALUE_NIL || weight_load(loader, weight, place, item);
}

bool goals_come_last(const struct loader *loader)
{
    const struct instrument *instrument = loader->instrument;
    size_t last = instrument->item_count - 1;
    for (size_t i = 0; i < last; i++) {
        if (!instrument->items[i].repeats)
            continue;
        const char *place = arena_format(loader->arena, "items[%zu]", i + 1);
        for (size_t k = i + 1; k <= last; k++)
            if (instrument->items[k].repeats)
                return say(loader, place, "",
                           arena_format(loader->arena,
                                        "and items[%zu] both have `repeats`. An instrument has one "
                                        "list of goals",
                                        k + 1));
        return say(
            loader, place, "",
            arena_format(loader->arena,
                         "has `repeats` and is followed by `%s`. Goals come last: move it to "
                         "the end",
                         instrument->items[i + 1].id));
    }
    return true;
}

/* --- one goal --------------------------------------------------------------------------------- */

/* What a goal is read from and into. */
struct goal_reading {
    const struct item *item;
    const double *printed;
    struct arena *arena;
    struct fault *fault;
};

static bool wrong_level(const struct goal_reading *reading, const char *name, const char *level)
{
    char room[44];
    struct text allowed = {0};
    say_allowed(&allowed, reading->item, reading->printed);
    fault_set(reading->fault, FAULT_DATA, "the level of %s is %s; levels %s, and - is none yet",
              name, *level ? word_shown(level, room) : "not there", allowed.bytes);
    text_free(&allowed);
    return false;
}

static bool read_level(const struct goal_reading *reading, const char *level, struct goal *goal)
{
    struct answer answer;
    struct fault why;
    if (!*level || !read_code(reading->item, reading->printed, level, &answer, &why))
        return wrong_level(reading, goal->name, level);
    goal->has_level = answer.kind == ANSWER_CODE;
    goal->level = goal->has_level ? answer.code : 0;
    goal->none = answer.none;
    return true;
}

static bool read_weight(const struct goal_reading *reading, const char *weight, struct goal *goal)
{
    const struct item *item = reading->item;
    char room[44];
    goal->weight = 1;
    if (!weight)
        return true;
    if (!item->weighs)
        return fault_set(reading->fault, FAULT_DATA,
                         "%s has a weight, but goals carry none here. Leave out @ and what follows",
                         goal->name);
    if (text_decimal(weight, &goal->weight) && goal->weight >= item->weight_least &&
        goal->weight <= item->weight_most)
        return true;
    return fault_set(reading->fault, FAULT_DATA,
                     "the weight of %s is %s; weights run from %s to %s", goal->name,
                     *weight ? word_shown(weight, room) : "not there",
                     number_text(reading->arena, item->weight_least),
                     number_text(reading->arena, item->weight_most));
}

static bool no_goal(const struct goal_reading *reading, char *word, char *colon)
{
    char room[44];
    if (colon)
        *colon = ':';
    return fault_set(
        reading->fault, FAULT_DATA,
        "%s has %s, which is no goal. A goal is a name of small letters, digits and _, "
        "a colon and its level: home:1",
        reading->item->id, word_shown(word, room));
}

/* `home:1@3`. Cuts up `word`, which is ours. */
static bool read_goal(const struct goal_reading *reading, char *word, struct goal *goal)
{
    char *colon = strchr(word, ':'), *at = colon ? strchr(colon, '@') : NULL;
    if (at)
        *at = '\0';
    if (colon)
        *colon = '\0';
    goal->name = word;
    if (!colon || !text_is_id(word))
        return no_goal(reading, word, colon);
    return read_level(reading, colon + 1, goal) && read_weight(reading, at ? at + 1 : NULL, goal);
}

/* --- a list of them --------------------------------------------------------------------------- */

static int by_name(const void *a, const void *b)
{
    return strcmp(((const struct goal *)a)->name, ((const struct goal *)b)->name);
}

static bool each_once(const struct goal_reading *reading, const struct goal *goals, size_t count)
{
    for (size_t i = 1; i < count; i++)
        if (strcmp(goals[i].name, goals[i - 1].name) == 0)
            return fault_set(reading->fault, FAULT_DATA,
                             "%s names the goal %s twice; give it one level", reading->item->id,
                             goals[i].name);
    return true;
}

bool goals_fit(const struct item *item, const struct answer *answer, struct fault *fault)
{
    size_t most = item->goals_most;
    return answer->goal_count <= most ||
           fault_set(fault, FAULT_DATA, "%s has more than %zu goal%s, the most there may be",
                     item->id, most, most == 1 ? "" : "s");
}

/* The next word of goals parted by blanks or `;`; its length is 0 at the end. */
static size_t next_goal(const char **text)
{
    *text += strspn(*text, BLANKS ";");
    return strcspn(*text, BLANKS ";");
}

static size_t count_goals(const char *text)
{
    size_t count = 0;
    for (size_t length; (length = next_goal(&text)); text += length)
        count++;
    return count;
}

bool read_goals(const struct item *item, const double *printed, const char *text,
                struct arena *arena, struct answer *answer, struct fault *fault)
{
    struct goal_reading reading = {item, printed, arena, fault};
    size_t count = count_goals(text), at = 0;
    struct goal *goals = arena_array(arena, count, sizeof *goals);
    for (size_t length; (length = next_goal(&text)); text += length)
        if (!read_goal(&reading, arena_copy(arena, text, length), &goals[at++]))
            return false;
    if (count)
        qsort(goals, count, sizeof *goals, by_name);
    *answer = (struct answer){.kind = ANSWER_GOALS, .goals = goals, .goal_count = count};
    return each_once(&reading, goals, count);
}

void put_goal(const struct goal *goal, struct text *out)
{
    text_format(out, "%s:", goal->name);
    if (goal->has_level)
        text_number(out, goal->level);
    else
        text_char(out, no_answer_token[goal->none]);
    if (goal->weight == 1)
        return;
    text_char(out, '@');
    text_number(out, goal->weight);
}
