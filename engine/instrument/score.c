/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From answers to scores: skip, points, turn round, count, fill, total, times and plus, lookup; or
 * the plugin's function where the file has one. */
#include <math.h>
#include <string.h>

#include "instrument/call.h"
#include "instrument/graded.h"
#include "instrument/plan.h"
#include "instrument/profile.h"

/* What one scale's answers come to before anything is done with them. Low and high have every
 * missing answer at its least and its most. */
struct sums {
    int answered, of; /* without those that dropped out */
    double given, low, high;
    bool complete; /* nothing is missing, here or below */
};

static inline void add_worth(const struct counted *counted, bool answered, double worth,
                             struct sums *sums)
{
    sums->of++;
    sums->answered += answered;
    sums->complete = sums->complete && answered;
    sums->given += worth;
    sums->low += answered ? worth : counted->least;
    sums->high += answered ? worth : counted->most;
}

/* Each goal counts as one; so does each that is lacking of those asked for. */
static void add_goals(const struct instrument *instrument, const struct counted *counted,
                      const struct answer *answer, struct sums *sums)
{
    for (size_t i = 0; i < answer->goal_count; i++) {
        const struct goal *goal = &answer->goals[i];
        double worth = goal->has_level ? counted_worth(instrument, counted, goal->level) : 0;
        add_worth(counted, goal->has_level, worth, sums);
    }
    for (size_t i = answer->goal_count; i < instrument->items[counted->index].goals_least; i++)
        add_worth(counted, false, 0, sums);
}

static void add_item(const struct instrument *instrument, const struct counted *counted,
                     const struct answer *answer, struct sums *sums)
{
    if (answer->kind == ANSWER_CODE)
        add_worth(counted, true, counted_worth(instrument, counted, answer->code), sums);
    else if (answer->dropped)
        return;
    else if (instrument->items[counted->index].repeats)
        add_goals(instrument, counted, answer, sums);
    else
        add_worth(counted, answer->kind == ANSWER_WORDS, 0, sums);
}

static void add_scale(const struct counted *counted, const struct score *score, struct sums *sums)
{
    bool answered = score->has_value || score->category;
    bool sure = score->category || (score->has_range && score->lowest == score->highest);
    sums->of++;
    sums->answered += answered;
    sums->complete = sums->complete && answered && sure;
    sums->given += score->has_value ? score->value : 0;
    sums->low += score->has_range ? score->lowest : counted->least;
    sums->high += score->has_range ? score->highest : counted->most;
}

static double simple_worth(const struct simple *simple, double code)
{
    return simple->turned ? simple->turned_sum - code : code;
}

/* Up to the first blank, which is mostly none: how many entries, and what they come to. */
static size_t add_codes(const struct answer *answers, const struct scale *scale, double *sum)
{
    const struct simple *at = scale->simple, *end = at + scale->count;
    double total = 0;
    if (scale->turns)
        for (; at < end && answers[at->item].kind == ANSWER_CODE; at++)
            total += simple_worth(at, answers[at->item].code);
    else
        for (; at < end && answers[at->item].kind == ANSWER_CODE; at++)
            total += answers[at->item].code;
    *sum = total;
    return (size_t)(at - scale->simple);
}

/* The same as add_item for each, faster: most scales are like this, and nearly everybody answers
 * everything. Then there is nothing between least and most. */
static void add_simple(const struct answer *answers, const struct scale *scale, struct sums *sums)
{
    double sum;
    size_t at = add_codes(answers, scale, &sum);
    struct sums so_far = /* not *sums, so that it stays in registers */
        {(int)at, (int)at, sum, sum, sum, true};
    for (; at < scale->count; at++) {
        const struct answer *answer = &answers[scale->simple[at].item];
        bool answered = answer->kind == ANSWER_CODE;
        double worth = answered ? simple_worth(&scale->simple[at], answer->code) : 0;
        if (answered || !answer->dropped)
            add_worth(&scale->counts[at], answered, worth, &so_far);
    }
    *sums = so_far;
}

static void add_up(const struct scoring *scoring, const struct scale *scale, struct sums *sums)
{
    if (scale->simple) {
        add_simple(scoring->answers, scale, sums);
        return;
    }
    *sums = (struct sums){.complete = true};
    for (size_t i = 0; i < scale->count; i++) {
        const struct counted *counted = &scale->counts[i];
        if (counted->is_scale)
            add_scale(counted, &scoring->scores[counted->index], sums);
        else
            add_item(scoring->instrument, counted, &scoring->answers[counted->index], sums);
    }
}

/* --- no score --------------------------------------------------------------------------------- */

static const char *rater_refused(const struct instrument *instrument, int by)
{
    /* in the order of `raters` */
    static const char *const reasons[] = {"answered by the person",
                                          "answered by a proxy",
                                          "answered by a coach",
                                          "answered by a worker",
                                          "answered by person and worker together",
                                          "answered by family or a friend",
                                          "answered by an observer",
                                          "answered by a group"};
    size_t count = sizeof reasons / sizeof *reasons;
    if (by < 0 || (size_t)by >= count)
        return "answered by nobody known";
    return instrument->scored_raters >> by & 1 ? NULL : reasons[by];
}

/* The goals that the scale counts, or NULL. */
static const struct answer *goals_of(const struct scoring *scoring, const struct scale *scale)
{
    const struct instrument *instrument = scoring->instrument;
    size_t last = instrument->item_count - 1;
    for (size_t i = 0; instrument->items[last].repeats && i < scale->count; i++)
        if (!scale->counts[i].is_scale && scale->counts[i].index == last)
            return &scoring->answers[last];
    return NULL;
}

/* That somebody declined or withheld goals is not to have none. */
static bool lacks_goals(const struct scoring *scoring, const struct scale *scale)
{
    const struct answer *goals = goals_of(scoring, scale);
    return goals && !goals->goal_count && (goals->kind == ANSWER_GOALS || goals->none == MISSING);
}

/* Nobody published what more goals than are asked for come to. */
static bool has_too_many(const struct scoring *scoring, const struct scale *scale)
{
    const struct answer *goals = goals_of(scoring, scale);
    const struct instrument *instrument = scoring->instrument;
    return goals && goals->goal_count > instrument->items[instrument->item_count - 1].goals_most;
}

static const char *too_few(const struct scoring *scoring, const struct scale *scale,
                           const struct sums *sums)
{
    if (sums->answered && sums->of - sums->answered <= scale->unanswered)
        return NULL;
    if (lacks_goals(scoring, scale))
        return "no goals";
    if (sums->of == (int)scale->count)
        return scale->too_few[sums->answered];
    return sums->answered
               ? arena_format(scoring->arena, "%d of %d answered", sums->answered, sums->of)
               : "nothing answered";
}

/* --- the declared ways ------------------------------------------------------------------------ */

static double filled_total(const struct scale *scale, const struct sums *sums)
{
    double count = sums->of, missing = count - sums->answered;
    if (scale->total == TOTAL_MEAN)
        return sums->given / sums->answered;
    if (missing > 0 && scale->fill_mean)
        return sums->given * count / sums->answered;
    return sums->given + (missing > 0 ? scale->fill * missing : 0);
}

static void bound(const struct scale *scale, const struct lookup *lookup, const struct sums *sums,
                  struct score *score)
{
    double parts = scale->total == TOTAL_MEAN ? sums->of : 1;
    if (!sums->of)
        return;
    score->lowest = sums->low / parts;
    score->highest = sums->high / parts;
    score->has_range = scale_finish_between(scale, lookup, &score->lowest, &score->highest) &&
                       isfinite(score->lowest) && isfinite(score->highest);
}

/* The standard error that was published for the total. Never inlined, because few scales have it.
 */
__attribute__((noinline)) static void
put_error(const struct scale *scale, const struct lookup *lookup, double total, struct score *score)
{
    const struct lookup *errors = scale->errors;
    score->has_se = errors || (lookup && lookup->se);
    if (errors)
        score->se = errors->froms ? lookup_step(errors, total)
                                  : errors->values[(size_t)(total - errors->from)];
    else if (score->has_se)
        score->se = lookup->se[(size_t)(total - lookup->from)];
}

static void score_declared(const struct scale *scale, const struct lookup *lookup,
                           const struct sums *sums, struct score *score)
{
    if (!sums->complete)
        bound(scale, lookup, sums, score);
    if (score->reason)
        return;
    double value, total = filled_total(scale, sums);
    score->has_value = scale_finish(scale, lookup, total, &value);
    score->value = value;
    if (!score->has_value)
        score->reason = "total is not whole";
    else if (scale->own_errors)
        put_error(scale, lookup, scale_times_and_plus(scale, total), score);
    if (!sums->complete)
        return;
    score->has_range = score->has_value;
    score->lowest = score->highest = value;
}

/* The table of who answered. NULL when it cannot be told which, and why is the reason unless there
 * is one already. Never inlined, because nearly every score goes past it. */
__attribute__((noinline)) static const struct lookup *
own_lookup(const struct scoring *scoring, const struct scale *scale, struct score *score)
{
    const char *why = "the table is not here";
    const struct lookup *lookup =
        scale->absent ? NULL : lookup_for(scale, scoring->given, scoring->arena, &why);
    if (!lookup && !score->reason)
        score->reason = why;
    return lookup;
}

static void score_profile(const struct scoring *scoring, const struct scale *scale,
                          const struct lookup *lookup, const struct sums *sums, struct score *score)
{
    if (!score->reason)
        profile_score(scale, lookup, scoring->answers, scoring->arena, score);
    else if (!sums->complete)
        profile_bound(scale, lookup, scoring->answers, scoring->arena, score);
}

static bool in_range(const struct scale *scale, double value)
{
    double slack = fabs(value) > 1 ? 1e-9 * fabs(value) : 1e-9;
    return value >= scale->lowest - slack && value <= scale->highest + slack;
}

/* Only a declared `range` can be left: any other is worked out from the plan itself. */
static bool check_range(const struct scoring *scoring, size_t index, struct score *score)
{
    const struct plugin *plugin = scoring->instrument->plugin;
    const struct scale *scale = &scoring->instrument->scales[index];
    if (!scale->narrowed || !score->has_value || in_range(scale, score->value))
        return true;
    score->has_value = false;
    score->reason = "plugin_failed";
    char *place = arena_format(scoring->arena, "scales[%zu].range", index + 1);
    return fault_set(
        scoring->fault, FAULT_DATA,
        "%s:%d: %s is %s to %s, but a score came out beyond it. Give the range that the "
        "answers can reach",
        plugin->path, plugin_line(plugin, place), place, number_text(scoring->arena, scale->lowest),
        number_text(scoring->arena, scale->highest));
}

/* --- the function ----------------------------------------------------------------------------- */

static bool score_by_function(const struct scoring *scoring, size_t index, const struct sums *sums,
                              struct score *score)
{
    if (score->reason)
        return true;
    if (!function_call(scoring, index, score))
        return false;
    score->has_range = score->has_value && sums->complete;
    score->lowest = score->highest = score->value;
    return true;
}

static bool score_scale(const struct scoring *scoring, size_t index)
{
    const struct scale *scale = &scoring->instrument->scales[index];
    struct score *score = &scoring->scores[index];
    struct sums sums;
    add_up(scoring, scale, &sums);
    *score = (struct score){.answered = sums.answered, .of = sums.of};
    score->reason = scoring->refused;
    if (!score->reason && !scale->simple && has_too_many(scoring, scale))
        score->reason = "too many goals";
    if (score->reason)
        return true;
    score->reason = too_few(scoring, scale, &sums);
    if (scale->total == TOTAL_FUNCTION)
        return score_by_function(scoring, index, &sums, score);
    const struct lookup *lookup = scale->lookup;
    if (!lookup && (scale->lookup_count || scale->absent) &&
        !(lookup = own_lookup(scoring, scale, score)))
        return true;
    if (scale->total == TOTAL_PROFILE)
        score_profile(scoring, scale, lookup, &sums, score);
    else if (scale->total == TOTAL_EAP)
        graded_score(scoring->instrument, scale, scoring->answers, score);
    else
        score_declared(scale, lookup, &sums, score);
    return check_range(scoring, index, score);
}

bool instrument_score(const struct instrument *instrument, const struct answer *answers,
                      const struct given *given, struct worker *worker, bool show_message,
                      struct arena *arena, struct score *scores, struct fault *fault)
{
    if (instrument->skip_count) {
        struct answer *skipped = arena_array(arena, instrument->item_count, sizeof *skipped);
        instrument_skip(instrument, answers, skipped);
        answers = skipped;
    }
    struct scoring scoring = {instrument, answers,      given, rater_refused(instrument, given->by),
                              worker,     show_message, arena, scores,
                              fault};
    bool good = true;
    for (size_t i = 0; i < instrument->scale_count; i++)
        good = score_scale(&scoring, i) && good;
    return good;
}

/* The highest code of an answer; of goals, the highest level. */
static double highest(const struct answer *answer)
{
    double code = answer->kind == ANSWER_CODE ? answer->code : -INFINITY;
    for (size_t i = 0; i < answer->goal_count; i++)
        if (answer->goals[i].has_level)
            code = fmax(code, answer->goals[i].level);
    return code;
}

const char *instrument_flags(const struct instrument *instrument, const struct answer *answers,
                             struct arena *arena)
{
    const char *flags = "";
    for (size_t i = 0; i < instrument->item_count; i++) {
        const struct item *item = &instrument->items[i];
        if (item->has_flag && highest(&answers[i]) >= item->flag)
            flags = arena_format(arena, "%s%s%s", flags, *flags ? " " : "", item->id);
    }
    return flags;
}
