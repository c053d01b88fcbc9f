/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/trajectory.h"

#include <math.h>
#include <string.h>

#include "report/axis.h"
#include "report/model.h"
#include "report/sentences.h"
#include "stats/stats.h"

enum { LEAST_FOR_CHANGE = 3 };

enum change trajectory_change(const struct scale *scale, double earlier, double later)
{
    double wobble, by = later - earlier;
    if (!scale_wobble(scale, &wobble) || !(wobble > 0))
        return CHANGE_NOT_SAID;
    /* A published change counts from that many points on; 1.96 standard errors only when exceeded.
     */
    if (scale->has_change ? fabs(by) < wobble : fabs(by) <= wobble)
        return CHANGE_WITHIN;
    return by > 0 ? CHANGE_UP : CHANGE_DOWN;
}

/* --- which answers are in the picture --------------------------------------------------------- */

static bool is_dated(const struct derived_score *answer)
{
    return answer->place == 0;
}

static bool any_dated(const struct trajectory *trajectory)
{
    for (size_t i = 0; i < trajectory->count; i++)
        if (is_dated(&trajectory->answers[i]))
            return true;
    return false;
}

/* Days where any is known, else the order: the two cannot share an axis. */
static bool in_picture(const struct trajectory *trajectory, const struct derived_score *answer)
{
    return is_dated(answer) == any_dated(trajectory);
}

/* The scores in the picture, in order. */
static size_t scored(struct arena *arena, const struct trajectory *trajectory,
                     const struct derived_score ***scores)
{
    size_t count = 0;
    *scores = arena_array(arena, trajectory->count, sizeof **scores);
    for (size_t i = 0; i < trajectory->count; i++)
        if (trajectory->answers[i].has_value && in_picture(trajectory, &trajectory->answers[i]))
            (*scores)[count++] = &trajectory->answers[i];
    return count;
}

static const char *number(struct arena *arena, const struct scale *scale, double value)
{
    return number_fixed(arena, value, scale->digits);
}

/* --- the sentence ----------------------------------------------------------------------------- */

static const char *when(struct arena *arena, const struct derived_score *answer)
{
    return is_dated(answer) ? day_words(arena, answer->date)
                            : arena_format(arena, SAY_TIME, answer->place);
}

/* Two moments as months, or as days where the month is the same. */
static void two_moments(struct arena *arena, const struct derived_score *first,
                        const struct derived_score *latest, const char **from, const char **to)
{
    if (!is_dated(first)) {
        *from = SAY_THE_FIRST;
        *to = SAY_THE_LATEST;
        return;
    }
    *from = day_month_words(arena, first->date);
    *to = day_month_words(arena, latest->date);
    if (strcmp(*from, *to) == 0) {
        *from = day_words(arena, first->date);
        *to = day_words(arena, latest->date);
    }
}

/* Items that dropped out of one of the two make it another sum: no change is said then. */
static enum change change_between(const struct scale *scale, const struct derived_score *earlier,
                                  const struct derived_score *later)
{
    return earlier->of == later->of ? trajectory_change(scale, earlier->value, later->value)
                                    : CHANGE_NOT_SAID;
}

/* NULL where nothing is said about change. */
static const char *change_title(struct arena *arena, const struct scale *scale,
                                const struct derived_score *const *scores, size_t count)
{
    const struct derived_score *first = scores[0], *latest = scores[count - 1];
    const char *from, *to;
    two_moments(arena, first, latest, &from, &to);
    switch (change_between(scale, first, latest)) {
    case CHANGE_UP:
        return arena_format(arena, SAY_ROSE, scale->title, from, to);
    case CHANGE_DOWN:
        return arena_format(arena, SAY_FELL, scale->title, from, to);
    case CHANGE_WITHIN:
        return arena_format(arena, SAY_SAME, scale->title, from, to);
    case CHANGE_NOT_SAID:
        break;
    }
    return NULL;
}

static const char *times(struct arena *arena, size_t count)
{
    return count == 1 ? SAY_ONCE : count == 2 ? SAY_TWICE : arena_format(arena, SAY_TIMES, count);
}

static const char *could_be_scored(struct arena *arena, size_t count)
{
    return count == 1   ? SAY_ONE_SCORED
           : count == 2 ? SAY_TWO_SCORED
                        : arena_format(arena, SAY_MANY_SCORED, count);
}

/* The days of the scores, where all of them are known. */
static const char *days_of(struct arena *arena, const struct derived_score *const *scores,
                           size_t count)
{
    const char *from, *to;
    two_moments(arena, scores[0], scores[count - 1], &from, &to);
    if (count == 1)
        return arena_format(arena, SAY_ON_ONE, when(arena, scores[0]));
    return count == 2
               ? arena_format(arena, SAY_ON_TWO, when(arena, scores[0]), when(arena, scores[1]))
               : arena_format(arena, SAY_FROM_TO, from, to);
}

/* How often was answered, and of how many of those times there is a score. */
static const char *times_title(struct arena *arena, const struct trajectory *trajectory,
                               const struct derived_score *const *scores, size_t count)
{
    size_t answered = 0, with_score = 0;
    for (size_t i = 0; i < trajectory->count; i++) {
        const struct derived_score *answer = &trajectory->answers[i];
        answered += answer->has_value || answer->answered > 0;
        with_score += answer->has_value;
    }
    bool dated = is_dated(scores[0]) && with_score == count;
    return arena_format(arena, SAY_SCORES, trajectory->scale->title, times(arena, answered),
                        with_score < answered ? could_be_scored(arena, with_score) : "",
                        dated ? days_of(arena, scores, count) : "");
}

static const char *title(struct arena *arena, const struct trajectory *trajectory,
                         const struct derived_score *const *scores, size_t count)
{
    const struct scale *scale = trajectory->scale;
    const char *change = NULL;
    if (count == 0)
        return arena_format(arena, SAY_SCORES_NONE, scale->title);
    if (count >= LEAST_FOR_CHANGE)
        change = change_title(arena, scale, scores, count);
    return change ? change : times_title(arena, trajectory, scores, count);
}

/* The latest against the one before it. */
static const char *latest_two(struct arena *arena, const struct scale *scale,
                              const struct derived_score *const *scores, size_t count)
{
    if (count < LEAST_FOR_CHANGE)
        return "";
    const struct derived_score *before = scores[count - 2];
    const char *since = is_dated(before) ? day_month_words(arena, before->date) : SAY_LAST_TIME;
    switch (change_between(scale, before, scores[count - 1])) {
    case CHANGE_UP:
        return arena_format(arena, SAY_LAST_UP, since);
    case CHANGE_DOWN:
        return arena_format(arena, SAY_LAST_DOWN, since);
    case CHANGE_WITHIN:
        return arena_format(arena, SAY_LAST_SAME, since);
    case CHANGE_NOT_SAID:
        break;
    }
    return "";
}

static const char *sub(struct arena *arena, const struct trajectory *trajectory, double low,
                       double high)
{
    const struct scale *scale = trajectory->scale;
    const char *from = number_text(arena, low), *to = number_text(arena, high);
    if (scale->values)
        return arena_format(arena, SAY_SCALE_WORDS, scale->title);
    if (trajectory->instrument->recall)
        return arena_format(arena, SAY_SCALE_RECALL, scale->title, trajectory->instrument->recall,
                            from, to);
    return arena_format(arena, SAY_SCALE_RANGE, scale->title, from, to);
}

/* --- the picture ------------------------------------------------------------------------------ */

/* The whole range of the measure; without an upper end, up to the highest answer. */
static void ends(const struct trajectory *trajectory, double *low, double *high)
{
    const struct scale *scale = trajectory->scale;
    bool known = scale->has_range && isfinite(scale->lowest) && isfinite(scale->highest);
    *low = known ? scale->lowest : 0;
    *high = known ? scale->highest : 1;
    for (size_t i = 0; !known && i < trajectory->count; i++) {
        if (!trajectory->answers[i].has_value)
            continue;
        *low = fmin(*low, trajectory->answers[i].value);
        *high = fmax(*high, trajectory->answers[i].value);
    }
}

static day position(const struct derived_score *answer)
{
    return is_dated(answer) ? answer->date : answer->place;
}

static void add_points(struct arena *arena, const struct trajectory *trajectory, struct value chart,
                       const struct derived_score *const *scores, size_t count)
{
    const struct scale *scale = trajectory->scale;
    for (size_t i = 0; i < trajectory->count; i++) {
        const struct derived_score *answer = &trajectory->answers[i];
        if (!in_picture(trajectory, answer))
            continue;
        struct value point = model_entry(arena, chart, "points");
        model_set_whole(arena, point, "day", position(answer));
        if (!answer->has_value) {
            value_set_text(arena, point, "none", SAY_NOT_SCORED);
            continue;
        }
        model_set_number(arena, point, "value", answer->value);
        if (answer == scores[0] || answer == scores[count - 1])
            value_set_text(arena, point, "label", number(arena, scale, answer->value));
        if (scale->has_sem && scale->sem > 0)
            model_set_number(arena, point, "half", stats_soft_bar(scale->sem));
    }
}

static void order_axis(struct arena *arena, const struct trajectory *trajectory, struct value chart)
{
    static const char *const words[] = {"first", "second", "third", "fourth", "fifth", "sixth"};
    enum { WORDS = sizeof words / sizeof *words };
    int last = 2;
    for (size_t i = 0; i < trajectory->count; i++)
        last = trajectory->answers[i].place > last ? trajectory->answers[i].place : last;
    value_set(arena, chart, "order", value_yes(true));
    model_set_whole(arena, chart, "from", 1);
    model_set_whole(arena, chart, "to", last);
    for (int i = 1; i <= last; i++)
        axis_tick(arena, chart, i, i <= WORDS ? words[i - 1] : arena_format(arena, "%d", i),
                  last > 4 && i > 1 && i < last);
}

/* Everything in the picture, in words. */
static const char *description(struct arena *arena, const struct trajectory *trajectory)
{
    struct text says = {0};
    for (size_t i = 0; i < trajectory->count; i++) {
        const struct derived_score *answer = &trajectory->answers[i];
        if (in_picture(trajectory, answer))
            text_format(&says, "%s%s: %s", says.length ? "; " : "", when(arena, answer),
                        answer->has_value ? number(arena, trajectory->scale, answer->value)
                                          : SAY_NOT_SCORED);
    }
    const char *copy = arena_copy(arena, says.bytes ? says.bytes : "", says.length);
    text_free(&says);
    return copy;
}

static void add_chart(struct arena *arena, const struct trajectory *trajectory, struct value figure,
                      double low, double high, const struct derived_score *const *scores,
                      size_t count)
{
    struct value chart = model_chart(arena, "trajectory");
    value_set(arena, figure, "chart", chart);
    value_set_text(arena, chart, "title", trajectory->scale->title);
    value_set_text(arena, chart, "says", description(arena, trajectory));
    model_set_number(arena, chart, "low", low);
    model_set_number(arena, chart, "high", high);
    value_set_text(arena, chart, "low_label", number_text(arena, low));
    value_set_text(arena, chart, "high_label", number_text(arena, high));
    value_set(arena, chart, "join", value_yes(count >= LEAST_FOR_CHANGE));
    if (any_dated(trajectory))
        axis_days(arena, trajectory->axis, chart);
    else
        order_axis(arena, trajectory, chart);
    add_points(arena, trajectory, chart, scores, count);
}

/* --- notes and table -------------------------------------------------------------------------- */

/* The standard error as printed, or how it was made. */
static const char *sem_words(struct arena *arena, const struct scale *scale)
{
    return scale->wobble_r_of ? arena_format(arena, "%s, from %s",
                                             number_fixed(arena, scale->sem, 2), scale->wobble_r_of)
                              : number_text(arena, scale->sem);
}

static void add_wobble_notes(struct arena *arena, const struct scale *scale, size_t count,
                             struct value figure)
{
    double wobble;
    if (!scale_wobble(scale, &wobble) || !(wobble > 0)) {
        model_say(arena, figure, "note", SAY_NO_WOBBLE);
        return;
    }
    if (scale->has_sem)
        model_say(arena, figure, "note", SAY_SOFT_BAR);
    if (count < LEAST_FOR_CHANGE)
        model_say(arena, figure, "note", SAY_TOO_FEW_TIMES);
    else
        model_say(arena, figure, "note", SAY_ONLY_TWO);
    if (scale->has_sem)
        model_say(arena, figure, "note", SAY_WOBBLE_SEM, number_fixed(arena, wobble, 2),
                  sem_words(arena, scale), scale->wobble_source);
    else
        model_say(arena, figure, "note", SAY_WOBBLE_CHANGE, number_text(arena, wobble),
                  scale->wobble_source);
}

static bool mixes_order(const struct trajectory *trajectory)
{
    for (size_t i = 0; i < trajectory->count; i++)
        if (!in_picture(trajectory, &trajectory->answers[i]))
            return true;
    return false;
}

static void add_notes(struct arena *arena, const struct trajectory *trajectory, size_t count,
                      struct value figure)
{
    const struct instrument *instrument = trajectory->instrument;
    if (!trajectory->scale->values)
        add_wobble_notes(arena, trajectory->scale, count, figure);
    if (!any_dated(trajectory))
        model_say(arena, figure, "note", SAY_ONLY_ORDER);
    else if (mixes_order(trajectory))
        model_say(arena, figure, "note", SAY_SOME_ORDER);
    if (trajectory->taken_from)
        model_say(arena, figure, "note", SAY_TAKEN_FROM, trajectory->taken_from);
    if (trajectory->scale->better == BETTER_HIGHER)
        model_say(arena, figure, "note", SAY_HIGHER_BETTER);
    if (trajectory->scale->better == BETTER_LOWER)
        model_say(arena, figure, "note", SAY_LOWER_BETTER);
    model_say(arena, figure, "note", SAY_INSTRUMENT, instrument->title, instrument->version,
              instrument->source);
    const char *mislead = value_as_text(value_get(instrument->plugin->table, "mislead"));
    if (mislead)
        model_say(arena, figure, "note", "%s", mislead);
}

static const char *answered(struct arena *arena, const struct scale *scale,
                            const struct derived_score *answer)
{
    if (!answer->reason)
        return arena_format(arena, SAY_ANSWERED, answer->answered, answer->of);
    const char *why = answer->reason;
    if (strcmp(why, "plugin_failed") == 0)
        why = SAY_WHY_PLUGIN_FAILED;
    bool counts = /* "6 of 7 answered" has said the counts itself */
        *why >= '0' && *why <= '9';
    const char *says =
        counts ? why : arena_format(arena, SAY_ANSWERED_WHY, answer->answered, answer->of, why);
    if (!answer->has_range || answer->answered == 0)
        return says;
    return arena_format(arena, "%s" SAY_COULD_BE, says, number(arena, scale, answer->lowest),
                        number(arena, scale, answer->highest));
}

static void add_table(struct arena *arena, const struct trajectory *trajectory, struct value figure,
                      double low, double high)
{
    const struct scale *scale = trajectory->scale;
    const char *caption = scale->values
                              ? scale->title
                              : arena_format(arena, SAY_TABLE_CAPTION, scale->title,
                                             number_text(arena, low), number_text(arena, high));
    struct value table = model_table(arena, figure, caption,
                                     any_dated(trajectory) ? SAY_TABLE_HEAD : SAY_TABLE_HEAD_ORDER);
    for (size_t i = 0; i < trajectory->count; i++) {
        const struct derived_score *answer = &trajectory->answers[i];
        const char *value = answer->has_value  ? number(arena, scale, answer->value)
                            : answer->category ? answer->category
                                               : SAY_NOT_SCORED;
        const char *cells[] = {value, answered(arena, scale, answer), NULL};
        model_table_row(arena, table, when(arena, answer), cells);
    }
}

void trajectory_figure(struct arena *arena, const struct trajectory *trajectory,
                       struct value section)
{
    const struct scale *scale = trajectory->scale;
    const struct derived_score **scores;
    size_t count = scored(arena, trajectory, &scores);
    double low, high;
    ends(trajectory, &low, &high);
    struct value figure = model_figure(arena, section);
    value_set_text(arena, figure, "title",
                   scale->values ? scale->title : title(arena, trajectory, scores, count));
    value_set_format(arena, figure, "sub", "%s%s", sub(arena, trajectory, low, high),
                     latest_two(arena, scale, scores, count));
    if (!scale->values)
        add_chart(arena, trajectory, figure, low, high, scores, count);
    add_notes(arena, trajectory, count, figure);
    add_table(arena, trajectory, figure, low, high);
}
