/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person's answers to a measure say together. Only first and latest, and the latest two, are
 * put in words: comparing everything with everything would find changes that are not there. */
#include "report/trajectory_words.h"

#include <string.h>

#include "report/sentences.h"

/* The first and the latest score, as months, or as days where the month is the same. */
struct moments {
    const char *from, *to;
    bool days; /* they are days */
    bool same; /* it is one day */
};

static struct moments moments_of(struct arena *arena, const struct looked *looked)
{
    day first = looked->scored[0]->score->date;
    day latest = looked->scored[looked->scored_count - 1]->score->date;
    struct moments months = {day_month_words(arena, first), day_month_words(arena, latest), false,
                             false};
    if (strcmp(months.from, months.to) != 0)
        return months;
    return (struct moments){day_words(arena, first), day_words(arena, latest), true,
                            first == latest};
}

/* --- the heading ------------------------------------------------------------------------------ */

static const char *moved_when(struct arena *arena, const struct moments *at)
{
    return at->same ? arena_format(arena, SAY_MOVED_ON, at->from)
                    : arena_format(arena, SAY_MOVED_BETWEEN, at->from, at->to);
}

static const char *same_when(struct arena *arena, const struct moments *at)
{
    if (at->same)
        return arena_format(arena, SAY_MOVED_ON, at->from);
    return at->days ? arena_format(arena, SAY_SAME_ON, at->from, at->to)
                    : arena_format(arena, SAY_SAME_IN, at->from, at->to);
}

/* NULL where nothing can be told. An order's answers are never compared, so there are days. */
static const char *change_title(struct arena *arena, const struct looked *looked)
{
    const char *title = looked->scale->title;
    if (looked->whole.moved == MOVED_CANNOT_TELL)
        return NULL;
    struct moments at = moments_of(arena, looked);
    if (looked->whole.moved == MOVED_UP)
        return arena_format(arena, SAY_ROSE, title, moved_when(arena, &at));
    if (looked->whole.moved == MOVED_DOWN)
        return arena_format(arena, SAY_FELL, title, moved_when(arena, &at));
    return arena_format(arena, SAY_SAME, title, same_when(arena, &at));
}

static const char *times(struct arena *arena, size_t count)
{
    return count == 1 ? SAY_ONCE : count == 2 ? SAY_TWICE : arena_format(arena, SAY_TIMES, count);
}

/* The days of the scores, where all of them are known. */
static const char *days_of(struct arena *arena, const struct looked *looked)
{
    struct moments at = moments_of(arena, looked);
    if (at.same)
        return arena_format(arena, SAY_ON_ONE, looked_when(arena, looked->scored[0]));
    if (looked->scored_count == 2)
        return arena_format(arena, SAY_ON_TWO, looked_when(arena, looked->scored[0]),
                            looked_when(arena, looked->scored[1]));
    return arena_format(arena, SAY_FROM_TO, at.from, at.to);
}

/* How often was answered, and of how many of those times there is a score. */
static const char *times_title(struct arena *arena, const struct looked *looked)
{
    size_t answered = 0, with_score = 0;
    for (size_t i = 0; i < looked->of->count; i++) {
        const struct derived_score *score = looked->of->answers[i].score;
        answered += score->has_value || score->answered > 0;
        with_score += score->has_value;
    }
    bool dated = looked->dated && with_score == looked->scored_count;
    return arena_format(arena, SAY_SCORES, looked->scale->title, times(arena, answered),
                        with_score < answered ? arena_format(arena, SAY_OF_THEM_SCORED, with_score)
                                              : "",
                        dated ? days_of(arena, looked) : "");
}

const char *trajectory_title(struct arena *arena, const struct looked *looked)
{
    if (looked->scale->values)
        return looked->scale->title;
    if (looked->scored_count == 0)
        return arena_format(arena, SAY_SCORES_NONE, looked->scale->title);
    const char *change = change_title(arena, looked);
    return change ? change : times_title(arena, looked);
}

/* --- under the heading ------------------------------------------------------------------------ */

/* Which way the numbers run, as a fact of the measure. */
static const char *direction(const struct looked *looked)
{
    return looked->scale->better == BETTER_HIGHER  ? SAY_HIGHER_BETTER
           : looked->scale->better == BETTER_LOWER ? SAY_LOWER_BETTER
                                                   : "";
}

static const char *measured(struct arena *arena, const struct looked *looked)
{
    const char *recall = looked->instrument->recall, *way = direction(looked);
    const char *from = looked_end(arena, looked, looked->low),
               *to = looked_end(arena, looked, looked->high);
    if (looked->scale->values)
        return SAY_SCALE_WORDS;
    return recall ? arena_format(arena, SAY_SCALE_RECALL, recall, from, to, way)
                  : arena_format(arena, SAY_SCALE_RANGE, from, to, way);
}

static const char *latest_two(struct arena *arena, const struct looked *looked)
{
    const struct answered *before = looked->scored[looked->scored_count - 2];
    const char *since = looked->dated ? day_month_words(arena, before->score->date) : "";
    switch (looked->latest.moved) {
    case MOVED_UP:
        return arena_format(arena, SAY_LAST_UP, since);
    case MOVED_DOWN:
        return arena_format(arena, SAY_LAST_DOWN, since);
    case MOVED_WITHIN:
        return arena_format(arena, SAY_LAST_SAME, since);
    case MOVED_CANNOT_TELL:
        break;
    }
    const char *why = looked->latest.why;
    bool said = looked->whole.why && strcmp(looked->whole.why, why) == 0;
    return said ? "" : arena_format(arena, SAY_LAST_CANNOT_TELL, since, why);
}

/* Why nothing can be told holds for all measures of an instrument, which were answered together: it
 * is said of the first of them. */
static const char *untold_once(const struct looked *looked, const char *says)
{
    struct said_once *once = looked->of->once;
    bool said = once->untold && strcmp(once->untold, says) == 0 &&
                strcmp(once->untold_of, looked->instrument->id) == 0;
    once->untold = says;
    once->untold_of = looked->instrument->id;
    return said ? "" : says;
}

static const char *changed(struct arena *arena, const struct looked *looked)
{
    if (looked->scale->values || looked->scored_count == 0)
        return "";
    if (looked->scored_count < LEAST_FOR_CHANGE)
        return untold_once(looked, SAY_CANNOT_TELL_FEW);
    if (!looked->whole.why)
        return latest_two(arena, looked);
    return arena_format(
        arena, "%s%s", untold_once(looked, arena_format(arena, SAY_CANNOT_TELL, looked->whole.why)),
        latest_two(arena, looked));
}

/* Once a page. */
static const char *dot(const struct looked *looked)
{
    struct said_once *once = looked->of->once;
    bool say = !once->dot && !looked->scale->values;
    once->dot = once->dot || say;
    return say ? SAY_DOT : "";
}

const char *trajectory_sub(struct arena *arena, const struct looked *looked)
{
    const char *says =
        arena_format(arena, "%s%s%s", measured(arena, looked), dot(looked), changed(arena, looked));
    return looked->of->own ? arena_format(arena, "%s. %s", trajectory_title(arena, looked), says)
                           : says;
}
