/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/trajectory.h"

#include <math.h>
#include <string.h>

#include "report/axis.h"
#include "report/model.h"
#include "report/sentences.h"
#include "report/trajectory_words.h"
#include "stats/stats.h"

/* --- looking through the answers -------------------------------------------------------------- */

bool looked_in_picture(const struct looked *looked, const struct answered *answer)
{
    return (answer->score->place == 0) == looked->dated;
}

const char *looked_when(struct arena *arena, const struct answered *answer)
{
    return answer->score->place ? arena_format(arena, SAY_TIME, answer->score->place)
                                : day_words(arena, answer->score->date);
}

const char *looked_number(struct arena *arena, const struct looked *looked, double value)
{
    return number_fixed(arena, value, looked->scale->digits);
}

const char *looked_end(struct arena *arena, const struct looked *looked, double value)
{
    const char *whole = number_text(arena, value), *printed = looked_number(arena, looked, value);
    return strlen(whole) <= strlen(printed) ? whole : printed;
}

/* The whole range of the measure; without an upper end, up to the highest answer. */
static void find_ends(struct looked *looked)
{
    const struct trajectory *t = looked->of;
    const struct scale *scale = looked->scale;
    bool known = scale->has_range && isfinite(scale->lowest) && isfinite(scale->highest);
    looked->low = known ? scale->lowest : 0;
    looked->high = known ? scale->highest : 1;
    for (size_t i = 0; !known && i < t->count; i++) {
        if (!t->answers[i].score->has_value)
            continue;
        looked->low = fmin(looked->low, t->answers[i].score->value);
        looked->high = fmax(looked->high, t->answers[i].score->value);
    }
}

static void find_scored(struct arena *arena, struct looked *looked)
{
    const struct trajectory *t = looked->of;
    for (size_t i = 0; i < t->count; i++)
        looked->dated = looked->dated || t->answers[i].score->place == 0;
    looked->scored = arena_array(arena, t->count, sizeof(struct answered *));
    for (size_t i = 0; i < t->count; i++)
        if (t->answers[i].score->has_value && looked_in_picture(looked, &t->answers[i]))
            looked->scored[looked->scored_count++] = &t->answers[i];
}

static struct looked look(struct arena *arena, const struct trajectory *t)
{
    const struct answered *newest = &t->answers[t->count - 1];
    struct looked looked = {.of = t, .instrument = newest->instrument, .scale = newest->scale};
    find_scored(arena, &looked);
    find_ends(&looked);
    size_t count = looked.scored_count;
    if (count >= LEAST_FOR_CHANGE) {
        looked.whole = change_between(arena, looked.scored[0], looked.scored[count - 1]);
        looked.latest = change_between(arena, looked.scored[count - 2], looked.scored[count - 1]);
    }
    return looked;
}

/* --- the picture ------------------------------------------------------------------------------ */

static void add_score(struct arena *arena, const struct looked *looked,
                      const struct answered *answer, struct value point)
{
    size_t count = looked->scored_count;
    double half, value = answer->score->value;
    model_set_number(arena, point, "value", value);
    if (answer == looked->scored[0] || answer == looked->scored[count - 1])
        value_set_text(arena, point, "label", looked_number(arena, looked, value));
    if (scale_soft_bar(answer->scale, answer->score->has_se, answer->score->se, &half) && half > 0)
        model_set_number(arena, point, "half", half);
}

/* A version between two answers parts them: no line leads from one to the other. */
static void add_points(struct arena *arena, const struct looked *looked, struct value chart)
{
    const struct instrument *before = NULL;
    for (size_t i = 0; i < looked->of->count; i++) {
        const struct answered *answer = &looked->of->answers[i];
        const struct derived_score *score = answer->score;
        if (!looked_in_picture(looked, answer))
            continue;
        struct value point = model_entry(arena, chart, "points");
        model_set_whole(arena, point, "day", looked->dated ? score->date : score->place);
        if (score->has_value)
            add_score(arena, looked, answer, point);
        else
            value_set_text(arena, point, "none", score->answered ? SAY_NOT_SCORED : SAY_NO_ANSWER);
        if (before && before != answer->instrument)
            value_set(arena, point, "apart", value_yes(true));
        before = answer->instrument;
    }
}

/* First, second, third: at least two, so that they lie apart. */
static void order_axis(struct arena *arena, const struct looked *looked, struct value chart)
{
    static const char *const words[] = {"first", "second", "third", "fourth", "fifth", "sixth"};
    enum { WORDS = sizeof words / sizeof *words };
    int last = 2;
    for (size_t i = 0; i < looked->of->count; i++)
        if (looked->of->answers[i].score->place > last)
            last = looked->of->answers[i].score->place;
    value_set(arena, chart, "order", value_yes(true));
    model_set_whole(arena, chart, "from", 1);
    model_set_whole(arena, chart, "to", last);
    for (int i = 1; i <= last; i++)
        axis_tick(arena, chart, i, i <= WORDS ? words[i - 1] : arena_format(arena, "%d", i),
                  last > 4 && i > 1 && i < last);
}

static void add_axis(struct arena *arena, const struct looked *looked, struct value chart)
{
    if (!looked->dated) {
        order_axis(arena, looked, chart);
        return;
    }
    axis_days(arena, looked->of->axis, chart);
    pins_on_chart(arena, looked->of->pins, chart);
}

/* Half the soft bar of every answer, where it is the same; else 0. */
static double one_half(const struct looked *looked)
{
    double half, all = 0;
    for (size_t i = 0; i < looked->scored_count; i++) {
        const struct answered *answer = looked->scored[i];
        if (!scale_soft_bar(answer->scale, answer->score->has_se, answer->score->se, &half) ||
            (i > 0 && half != all))
            return 0;
        all = half;
    }
    return all;
}

/* Everything in the picture, in words. */
static const char *description(struct arena *arena, const struct looked *looked)
{
    struct text says = {0};
    for (size_t i = 0; i < looked->of->count; i++) {
        const struct answered *answer = &looked->of->answers[i];
        if (looked_in_picture(looked, answer))
            text_format(&says, "%s%s: %s", says.length ? "; " : "", looked_when(arena, answer),
                        answer->score->has_value
                            ? looked_number(arena, looked, answer->score->value)
                            : SAY_NOT_SCORED);
    }
    if (one_half(looked) > 0)
        text_format(&says, SAY_DESCRIBE_BAR, number_fixed(arena, one_half(looked), 2));
    if (looked->dated && looked->of->pins->count)
        text_format(&says, SAY_DESCRIBE_PINS, looked->of->pins->count);
    const char *copy = arena_copy(arena, says.bytes ? says.bytes : "", says.length);
    text_free(&says);
    return copy;
}

static void add_chart(struct arena *arena, const struct looked *looked, struct value figure)
{
    struct value chart = model_chart(arena, "trajectory");
    value_set(arena, figure, "chart", chart);
    value_set_text(arena, chart, "title", looked->scale->title);
    value_set_text(arena, chart, "says", description(arena, looked));
    model_set_number(arena, chart, "low", looked->low);
    model_set_number(arena, chart, "high", looked->high);
    value_set_format(arena, chart, "low_label", SAY_LOWEST, looked_end(arena, looked, looked->low));
    value_set_format(arena, chart, "high_label", SAY_HIGHEST,
                     looked_end(arena, looked, looked->high));
    value_set(arena, chart, "join", value_yes(looked->scored_count >= LEAST_FOR_CHANGE));
    add_axis(arena, looked, chart);
    add_points(arena, looked, chart);
}

struct value trajectory_figure(struct arena *arena, const struct trajectory *trajectory,
                               struct value section)
{
    struct looked looked = look(arena, trajectory);
    struct value figure = model_figure(arena, section);
    model_set_maybe(arena, figure, "own", trajectory->own);
    value_set_text(arena, figure, "title", trajectory_title(arena, &looked));
    value_set_text(arena, figure, "sub", trajectory_sub(arena, &looked));
    if (!looked.scale->values)
        add_chart(arena, &looked, figure);
    trajectory_notes(arena, &looked, figure);
    trajectory_table(arena, &looked, figure);
    return figure;
}
