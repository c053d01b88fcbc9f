/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Change from first answer to latest, of everyone who has ever told us: those without two answers
 * to compare are a part of the whole. */
#include <math.h>
#include <string.h>

#include "ground/text.h"
#include "report/area.h"
#include "report/model.h"
#include "report/sentences.h"

/* From this share of people without two answers to compare on there is no headline number. */
enum { UNSEEN_MOST_PER_CENT = 40 };

static const char *one_decimal(struct arena *arena, double value)
{
    return number_fixed(arena, fabs(value), 1);
}

/* --- who went up, who went down --------------------------------------------------------------- */

static bool has_wobble(const struct shown_scale *shown)
{
    double wobble;
    const struct scale *scale = shown->asked->scale;
    return scale_wobble(scale, &wobble) ? wobble > 0 : scale->own_errors;
}

static const char *whole_words(struct arena *arena, const struct shown_scale *shown)
{
    return arena_format(arena, shown->of_started ? SAY_STARTED : SAY_PEOPLE,
                        shown_words(arena, shown->whole));
}

static const char *wobble_words(struct arena *arena, const struct shown_scale *shown)
{
    double wobble;
    if (!has_wobble(shown))
        return SAY_CHANGED_NO_WOBBLE;
    if (!scale_wobble(shown->asked->scale, &wobble))
        return SAY_CHANGED_SUB_OWN;
    if (shown->asked->scale->has_change)
        return arena_format(arena, SAY_CHANGED_SUB_LEAST, number_text(arena, wobble));
    return arena_format(arena, SAY_CHANGED_SUB, number_fixed(arena, wobble, 2));
}

static const char *changed_sub(struct arena *arena, const struct shown_scale *shown)
{
    return arena_format(arena, "%s %s", wobble_words(arena, shown),
                        shown->of_started ? SAY_STARTED_SUB : SAY_NOT_STARTED_SUB);
}

static const char *changed_title(struct arena *arena, const struct shown_scale *shown)
{
    const char *all = whole_words(arena, shown);
    const char *unseen = shown_words(arena, shown->unseen);
    if (shown->twice.hidden || shown->unseen.hidden)
        return SAY_CHANGED_HIDDEN;
    if (!has_wobble(shown) || shown->beyond.hidden)
        return arena_format(arena, SAY_CHANGED_TWICE, shown_words(arena, shown->twice), all);
    if (shown->up.hidden || shown->down.hidden)
        return arena_format(arena, SAY_CHANGED_BEYOND, all, shown_words(arena, shown->beyond),
                            unseen);
    return arena_format(arena, SAY_CHANGED, all, shown_words(arena, shown->up),
                        shown_words(arena, shown->down), unseen);
}

static void changed_row(struct arena *arena, struct value figure, const char *strong,
                        struct shown people, struct shown_share share, const char *style)
{
    struct value row = people_row(arena, figure, strong, people, style);
    set_likely(arena, row, share);
}

static struct value changed_figure(struct arena *arena, const struct shown_scale *shown,
                                   struct value into)
{
    struct value figure = model_figure(arena, into);
    bool apart = !shown->up.hidden && !shown->down.hidden;
    value_set_text(arena, figure, "title", changed_title(arena, shown));
    if (!has_wobble(shown))
        people_row(arena, figure, SAY_ROW_PAIRS, shown->twice, "full");
    else if (apart)
        changed_row(arena, figure, SAY_ROW_UP, shown->up, shown->up_share, "full");
    else
        changed_row(arena, figure, SAY_ROW_BEYOND, shown->beyond, shown->beyond_share, "full");
    if (has_wobble(shown))
        changed_row(arena, figure, SAY_ROW_WITHIN, shown->within, shown->within_share, "pale");
    if (has_wobble(shown) && apart)
        changed_row(arena, figure, SAY_ROW_DOWN, shown->down, shown->down_share, "full");
    changed_row(arena, figure, SAY_ROW_UNSEEN, shown->unseen, shown->unseen_share, "open");
    set_dots(arena, figure, changed_sub(arena, shown));
    return figure;
}

/* --- the average ------------------------------------------------------------------------------ */

static bool spans_none(const struct shown_mean *change)
{
    return change->low <= 0 && change->high >= 0;
}

static bool say_unseen(struct arena *arena, const struct shown_scale *shown, struct value figure)
{
    if (shown->unseen.hidden)
        model_say(arena, figure, "note", SAY_MEAN_UNSEEN_HIDDEN);
    else if (shown->unseen.rounded * 100 >= shown->whole.rounded * UNSEEN_MOST_PER_CENT)
        model_say(arena, figure, "note", SAY_MEAN_UNSEEN, shown_words(arena, shown->unseen),
                  whole_words(arena, shown));
    else
        return false;
    return true;
}

/* Says every reason why no headline can be given; none said: there is one. */
static bool say_doubts(struct arena *arena, const struct shown_scale *shown, struct value figure)
{
    bool any = false;
    if (!shown->change.has_interval || spans_none(&shown->change)) {
        model_say(arena, figure, "note", "%s",
                  shown->change.has_interval ? SAY_MEAN_NOISY : SAY_MEAN_NO_RANGE);
        any = true;
    }
    any |= say_unseen(arena, shown, figure);
    return any;
}

static const char *end_words(struct arena *arena, double end, const char *format)
{
    const char *points = one_decimal(arena, end);
    return strcmp(points, "0.0") == 0 ? SAY_POINTS_NONE : arena_format(arena, format, points);
}

/* A likely range that holds no change; an end that is printed as none is said in words. */
static const char *range_words(struct arena *arena, const struct shown_mean *change)
{
    const char *low = end_words(arena, change->low, SAY_MEAN_END_DOWN);
    const char *high = end_words(arena, change->high, SAY_MEAN_END_UP);
    return strcmp(low, high) == 0 ? SAY_MEAN_NEITHER
                                  : arena_format(arena, SAY_MEAN_BOTH, low, high);
}

static const char *mean_words(struct arena *arena, const struct shown_mean *change)
{
    const char *mean = one_decimal(arena, change->mean);
    const char *low = one_decimal(arena, change->low), *high = one_decimal(arena, change->high);
    if (spans_none(change))
        return range_words(arena, change);
    if (change->mean > 0)
        return arena_format(arena, SAY_MEAN_UP, mean, low, high);
    return arena_format(arena, SAY_MEAN_DOWN, mean, high, low);
}

static void add_tick(struct arena *arena, struct value axis, double at, const char *label)
{
    struct value tick = model_entry(arena, axis, "ticks");
    model_set_number(arena, tick, "at", at);
    value_set_text(arena, tick, "label", label);
}

static struct value mean_row(struct arena *arena, struct value figure, const char *strong,
                             const char *says, double at, double end)
{
    struct value row = model_entry(arena, figure, "rows"), chart = model_chart(arena, "interval");
    value_set_text(arena, row, "strong", strong);
    value_set_text(arena, row, "says", says);
    model_set_number(arena, chart, "low", -end);
    model_set_number(arena, chart, "high", end);
    model_set_number(arena, chart, "at", at);
    model_set_number(arena, chart, "zero", 0);
    value_set(arena, row, "chart", chart);
    return chart;
}

static void mean_axis(struct arena *arena, struct value figure, double end)
{
    struct value axis = model_chart(arena, "axis");
    const char *points = number_text(arena, end);
    model_set_number(arena, axis, "low", -end);
    model_set_number(arena, axis, "high", end);
    add_tick(arena, axis, -end, arena_format(arena, SAY_POINTS_DOWN, points));
    add_tick(arena, axis, 0, SAY_POINTS_NONE);
    add_tick(arena, axis, end, arena_format(arena, SAY_POINTS_UP, points));
    value_set(arena, figure, "axis", axis);
}

/* --- what hangs on those without two answers -------------------------------------------------- */

/* So many points worse where the measure is long enough for it. */
static const int worse_by[] = {2, 5};
enum { WORSE = sizeof worse_by / sizeof *worse_by, WORSE_PART_OF_RANGE = 4 };

/* The average of all who have told us if those without two answers to compare did `points` worse
 * than the others, from the printed average and the rounded numbers. */
static double mean_if_worse(const struct shown_scale *shown, int points)
{
    double share = (double)shown->unseen.rounded / (double)shown->whole.rounded;
    double sign = shown->asked->scale->better == BETTER_LOWER ? 1 : -1;
    double millionths = round((shown->change.mean + sign * points * share) * 1e6);
    double mean = round(millionths / 1e5) / 10; /* 0.65 is 0.7, however it was worked out */
    return mean == 0 ? 0 : mean;                /* never −0 */
}

/* How many of the rows there are: none where it is not known which way is worse. */
static size_t count_worse(const struct shown_scale *shown)
{
    const struct scale *scale = shown->asked->scale;
    size_t count = 0;
    if (scale->better == BETTER_NEITHER || !scale->has_range || !is_some(shown->unseen))
        return 0;
    while (count < WORSE && worse_by[count] * WORSE_PART_OF_RANGE <= scale->highest - scale->lowest)
        count++;
    return count;
}

static const char *points_words(struct arena *arena, double mean)
{
    if (mean == 0)
        return SAY_POINTS_NONE;
    return arena_format(arena, mean > 0 ? SAY_MEAN_ONLY_UP : SAY_MEAN_ONLY_DOWN,
                        one_decimal(arena, mean));
}

static const char *worse_words(struct arena *arena, const struct shown_scale *shown, int points)
{
    return arena_format(arena, shown->of_started ? SAY_ROW_WORSE : SAY_ROW_WORSE_EVERYONE, points);
}

static void worse_rows(struct arena *arena, const struct shown_scale *shown, struct value figure,
                       double end)
{
    for (size_t i = 0; i < count_worse(shown); i++) {
        double mean = mean_if_worse(shown, worse_by[i]);
        struct value chart = mean_row(arena, figure, worse_words(arena, shown, worse_by[i]),
                                      points_words(arena, mean), mean, end);
        value_set(arena, chart, "ring", value_yes(true));
    }
}

/* The axis holds the likely range and everything that is supposed. */
static double axis_end(const struct shown_scale *shown)
{
    double end = fmax(1, fmax(fabs(shown->change.low), fabs(shown->change.high)));
    for (size_t i = 0; i < count_worse(shown); i++)
        end = fmax(end, fabs(mean_if_worse(shown, worse_by[i])));
    return ceil(end);
}

static void mean_rows(struct arena *arena, const struct shown_scale *shown, struct value figure)
{
    const struct shown_mean *change = &shown->change;
    double end = axis_end(shown);
    struct value chart =
        mean_row(arena, figure, arena_format(arena, SAY_MEAN_ROW, shown_words(arena, shown->twice)),
                 mean_words(arena, change), change->mean, end);
    model_set_number(arena, chart, "from", change->low);
    model_set_number(arena, chart, "to", change->high);
    worse_rows(arena, shown, figure, end);
    mean_axis(arena, figure, end);
}

static void mean_figure(struct arena *arena, const struct shown_scale *shown, struct value into)
{
    struct value figure = model_figure(arena, into);
    value_set_text(arena, figure, "title", SAY_MEAN_CANNOT_TELL);
    value_set_text(arena, figure, "sub", SAY_MEAN_SUB);
    if (shown->change.has_interval)
        mean_rows(arena, shown, figure);
    if (!say_doubts(arena, shown, figure))
        value_set_format(arena, figure, "title",
                         shown->change.mean > 0 ? SAY_MEAN_TITLE_UP : SAY_MEAN_TITLE_DOWN,
                         shown_words(arena, shown->twice));
    if (!shown->of_started && is_some(shown->unseen))
        model_say(arena, figure, "note", SAY_MEAN_NOT_STARTED);
    model_say(arena, figure, "note", SAY_MEAN_REGRESSION);
}

void scores_change(struct arena *arena, const struct shown_scale *shown, struct value into)
{
    struct value figure = changed_figure(arena, shown, into);
    if (shown->change.hidden || shown->twice.hidden)
        model_say(arena, figure, "note", SAY_MEAN_FEW);
    else
        mean_figure(arena, shown, into);
}
