/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Change from first answer to latest, with the people we have not heard from as a part of the
 * whole. */
#include <math.h>

#include "ground/text.h"
#include "report/area.h"
#include "report/model.h"
#include "report/sentences.h"

/* From this share of unseen people on there is no headline number (statistics.md section 10). */
enum { UNHEARD_MOST_PER_CENT = 40 };

static const char *one_decimal(struct arena *arena, double value)
{
    return number_fixed(arena, fabs(value), 1);
}

/* --- who went up, who went down --------------------------------------------------------------- */

static bool has_wobble(const struct shown_scale *shown, double *wobble)
{
    return scale_wobble(shown->asked->scale, wobble) && *wobble > 0;
}

static const char *changed_sub(struct arena *arena, const struct shown_scale *shown)
{
    double wobble;
    if (!has_wobble(shown, &wobble))
        return SAY_CHANGED_NO_WOBBLE;
    if (shown->asked->scale->has_change)
        return arena_format(arena, SAY_CHANGED_SUB_LEAST, number_text(arena, wobble));
    return arena_format(arena, SAY_CHANGED_SUB, number_fixed(arena, wobble, 2));
}

static const char *changed_title(struct arena *arena, const struct shown_scale *shown)
{
    double wobble;
    if (shown->started.hidden)
        return shown->pairs.hidden
                   ? SAY_CHANGED_HIDDEN
                   : arena_format(arena, SAY_CHANGED_PAIRS, shown_words(arena, shown->pairs));
    if (!has_wobble(shown, &wobble) || shown->up.hidden || shown->down.hidden ||
        shown->unheard.hidden)
        return arena_format(arena, SAY_CHANGED_PART, shown_words(arena, shown->started));
    return arena_format(arena, SAY_CHANGED, shown_words(arena, shown->started),
                        shown_words(arena, shown->up), shown_words(arena, shown->down),
                        shown_words(arena, shown->unheard));
}

static void changed_row(struct arena *arena, struct value figure, const char *strong,
                        struct shown people, struct shown_share share, const char *style)
{
    struct value row = people_row(arena, figure, strong, people, style);
    set_likely(arena, row, share);
}

static void changed_figure(struct arena *arena, const struct shown_scale *shown, struct value into)
{
    struct value figure = model_figure(arena, into);
    double wobble;
    value_set_text(arena, figure, "title", changed_title(arena, shown));
    value_set_text(arena, figure, "sub", changed_sub(arena, shown));
    if (has_wobble(shown, &wobble)) {
        changed_row(arena, figure, SAY_ROW_UP, shown->up, shown->up_share, "full");
        changed_row(arena, figure, SAY_ROW_WITHIN, shown->within, shown->within_share, "pale");
        changed_row(arena, figure, SAY_ROW_DOWN, shown->down, shown->down_share, "full");
    } else {
        people_row(arena, figure, SAY_ROW_PAIRS, shown->pairs, "full");
    }
    if (shown->unheard.hidden)
        people_row(arena, figure, SAY_ROW_UNSEEN, shown->unseen, "open");
    else
        changed_row(arena, figure, SAY_ROW_UNHEARD, shown->unheard, shown->unheard_share, "open");
}

/* --- the average ------------------------------------------------------------------------------ */

static bool spans_none(const struct shown_mean *change)
{
    return change->low <= 0 && change->high >= 0;
}

static bool too_many(struct shown unheard, struct shown whole)
{
    return unheard.rounded * 100 >= whole.rounded * UNHEARD_MOST_PER_CENT;
}

/* Of those who started; where that is hidden, of everyone, which can only be a larger share. */
static bool say_unheard(struct arena *arena, const struct shown_scale *shown, struct value figure)
{
    bool part = !shown->unheard.hidden && !shown->started.hidden;
    struct shown unheard = part ? shown->unheard : shown->unseen;
    struct shown whole = part ? shown->started : shown->everyone;
    if (unheard.hidden) {
        model_say(arena, figure, "note", SAY_MEAN_UNHEARD_HIDDEN);
        return true;
    }
    if (!too_many(unheard, whole))
        return false;
    if (part)
        model_say(arena, figure, "note", SAY_MEAN_UNHEARD, shown_words(arena, unheard),
                  shown_words(arena, whole));
    else
        model_say(arena, figure, "note", SAY_MEAN_UNSEEN, shown_words(arena, unheard),
                  shown_words(arena, whole));
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
    any |= say_unheard(arena, shown, figure);
    return any;
}

/* By how much the unseen would have to differ for the average of everyone to be none, from the
 * rounded numbers: mean × started ÷ unseen. */
static void say_tipping(struct arena *arena, const struct shown_scale *shown, struct value figure)
{
    if (!is_some(shown->unheard) || !is_some(shown->started) || !shown->change.has_interval ||
        spans_none(&shown->change))
        return;
    double points =
        fabs(shown->change.mean) * (double)shown->started.rounded / (double)shown->unheard.rounded;
    model_say(arena, figure, "note", SAY_MEAN_TIPPING, number_fixed(arena, points, 0),
              shown->change.mean > 0 ? SAY_LESS : SAY_MORE);
}

static const char *mean_words(struct arena *arena, const struct shown_mean *change)
{
    const char *mean = one_decimal(arena, change->mean);
    const char *low = one_decimal(arena, change->low), *high = one_decimal(arena, change->high);
    if (spans_none(change))
        return arena_format(arena, SAY_MEAN_BOTH, low, high);
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

static void mean_row(struct arena *arena, const struct shown_scale *shown, struct value figure)
{
    const struct shown_mean *change = &shown->change;
    struct value row = model_entry(arena, figure, "rows");
    struct value chart = model_chart(arena, "interval"), axis = model_chart(arena, "axis");
    double end = ceil(fmax(1, fmax(fabs(change->low), fabs(change->high))));
    const char *points = number_text(arena, end);
    value_set_format(arena, row, "strong", SAY_MEAN_ROW, shown_words(arena, shown->pairs));
    value_set_text(arena, row, "says", mean_words(arena, change));
    model_set_number(arena, chart, "low", -end);
    model_set_number(arena, chart, "high", end);
    model_set_number(arena, chart, "from", change->low);
    model_set_number(arena, chart, "to", change->high);
    model_set_number(arena, chart, "at", change->mean);
    model_set_number(arena, chart, "zero", 0);
    value_set(arena, row, "chart", chart);
    model_set_number(arena, axis, "low", -end);
    model_set_number(arena, axis, "high", end);
    add_tick(arena, axis, -end, arena_format(arena, SAY_POINTS_DOWN, points));
    add_tick(arena, axis, 0, SAY_POINTS_NONE);
    add_tick(arena, axis, end, arena_format(arena, SAY_POINTS_UP, points));
    value_set(arena, figure, "axis", axis);
}

static void mean_figure(struct arena *arena, const struct shown_scale *shown, struct value into)
{
    struct value figure = model_figure(arena, into);
    value_set_text(arena, figure, "title", SAY_MEAN_CANNOT_TELL);
    value_set_text(arena, figure, "sub", SAY_MEAN_SUB);
    if (shown->change.hidden || shown->pairs.hidden) {
        hidden_row(arena, figure, NULL, SAY_MEAN_FEW);
        return;
    }
    if (shown->change.has_interval)
        mean_row(arena, shown, figure);
    if (!say_doubts(arena, shown, figure))
        value_set_format(arena, figure, "title",
                         shown->change.mean > 0 ? SAY_MEAN_TITLE_UP : SAY_MEAN_TITLE_DOWN,
                         shown_words(arena, shown->pairs));
    say_tipping(arena, shown, figure);
    model_say(arena, figure, "note", SAY_MEAN_REGRESSION);
}

void scores_change(struct arena *arena, const struct shown_scale *shown, struct value into)
{
    changed_figure(arena, shown, into);
    mean_figure(arena, shown, into);
}
