/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The graded response model (Samejima 1969): the probability of answer k or more is
 * 1 / (1 + exp(−slope · (θ − threshold k))). The score is the mean of θ given the answers, from a
 * standard normal prior over −4 to 4 by 0.1 (Bock and Mislevy 1982), its error the SD. */
#include "instrument/graded.h"

#include <math.h>
#include <string.h>

#include "instrument/loader.h"
#include "instrument/plan.h"

enum { POINTS = 81 };

static double point(size_t at)
{
    return ((double)at - 40) / 10;
}

/* --- scoring ---------------------------------------------------------------------------------- */

enum blanks { BLANKS_LEFT_OUT, BLANKS_LEAST, BLANKS_MOST };

/* Which curve of an entry the answer is on; false where it is left out. */
static bool curve_of(const struct instrument *instrument, const struct counted *counted,
                     const struct answer *answer, enum blanks blanks, size_t *curve)
{
    const struct item *item = &instrument->items[counted->index];
    size_t last = item_choices(item) - 1;
    if (answer->dropped || (answer->kind != ANSWER_CODE && blanks == BLANKS_LEFT_OUT))
        return false;
    if (answer->kind != ANSWER_CODE)
        *curve = blanks == BLANKS_MOST ? last : 0;
    else if (item_choice(item, answer->code, curve) && counted->turned)
        *curve = last - *curve;
    return true;
}

/* Logarithms of how likely each θ is, so that no number of items runs out of small numbers. */
static void likelihood(const struct instrument *instrument, const struct scale *scale,
                       const struct answer *answers, enum blanks blanks, double *logs)
{
    size_t curve;
    for (size_t at = 0; at < POINTS; at++)
        logs[at] = -point(at) * point(at) / 2;
    for (size_t i = 0; i < scale->count; i++) {
        const struct counted *counted = &scale->counts[i];
        if (!curve_of(instrument, counted, &answers[counted->index], blanks, &curve))
            continue;
        for (size_t at = 0; at < POINTS; at++)
            logs[at] += scale->graded[i][curve * POINTS + at];
    }
}

static void mean_and_sd(double *logs, double *mean, double *sd)
{
    double top = logs[0], all = 0, sum = 0, squares = 0;
    for (size_t at = 1; at < POINTS; at++)
        top = fmax(top, logs[at]);
    for (size_t at = 0; at < POINTS; at++) {
        logs[at] = exp(logs[at] - top);
        all += logs[at];
        sum += logs[at] * point(at);
    }
    *mean = sum / all;
    for (size_t at = 0; at < POINTS; at++)
        squares += logs[at] * (point(at) - *mean) * (point(at) - *mean);
    *sd = sqrt(squares / all);
}

static double expected(const struct instrument *instrument, const struct scale *scale,
                       const struct answer *answers, enum blanks blanks, double *sd)
{
    double logs[POINTS], mean;
    likelihood(instrument, scale, answers, blanks, logs);
    mean_and_sd(logs, &mean, sd);
    *sd *= fabs(scale->times);
    return scale_times_and_plus(scale, mean);
}

void graded_score(const struct instrument *instrument, const struct scale *scale,
                  const struct answer *answers, struct score *score)
{
    double least, most, sd;
    if (!score->of)
        return;
    least = expected(instrument, scale, answers, BLANKS_LEAST, &sd);
    most = expected(instrument, scale, answers, BLANKS_MOST, &sd);
    score->has_range = true;
    score->lowest = fmin(least, most);
    score->highest = fmax(least, most);
    if (score->reason)
        return;
    score->has_value = score->has_se = true;
    score->value = expected(instrument, scale, answers, BLANKS_LEFT_OUT, &score->se);
}

/* --- reading ---------------------------------------------------------------------------------- */

/* log(1 + exp(x)), which never runs over. */
static double log_one_and(double x)
{
    return fmax(x, 0) + log1p(exp(-fabs(x)));
}

/* Between two thresholds: the difference of two nearly equal probabilities, without taking one. */
static double log_between(double slope, const double *thresholds, size_t count, size_t curve,
                          double theta)
{
    double log = 0;
    if (curve > 0)
        log -= log_one_and(-slope * (theta - thresholds[curve - 1]));
    if (curve < count)
        log -= log_one_and(slope * (theta - thresholds[curve]));
    if (curve > 0 && curve < count)
        log += log1p(-exp(-slope * (thresholds[curve] - thresholds[curve - 1])));
    return log;
}

static double *curves(const struct loader *loader, double slope, const double *thresholds,
                      size_t count)
{
    double *logs = arena_array(loader->arena, (count + 1) * POINTS, sizeof *logs);
    for (size_t curve = 0; curve <= count; curve++)
        for (size_t at = 0; at < POINTS; at++)
            logs[curve * POINTS + at] = log_between(slope, thresholds, count, curve, point(at));
    return logs;
}

/* Far enough from one another, and not too steep, for the difference to be told. */
static bool rise(double slope, const double *thresholds, size_t count)
{
    bool good = slope > 0 && slope <= 100;
    for (size_t i = 0; i < count; i++)
        good = good && fabs(thresholds[i]) <= 100 &&
               (i == 0 || slope * (thresholds[i] - thresholds[i - 1]) > 1e-9);
    return good;
}

static bool entry_load(const struct loader *loader, const struct item *item, struct value all,
                       const char *all_place, const double **graded)
{
    struct value value = value_get(all, item->id);
    const char *place = arena_format(loader->arena, "%s.%s", all_place, item->id);
    size_t choices = item_choices(item), count = value_count(value);
    double slope, *thresholds = arena_array(loader->arena, count + 1, sizeof *thresholds);
    bool numbers = count > 1 && value_as_number(value_item(value, 0), &slope);
    for (size_t i = 1; numbers && i < count; i++)
        numbers = value_as_number(value_item(value, i), &thresholds[i - 1]);
    if (numbers && choices && count != choices)
        plugin_say_of(loader->plugin, loader->faults, place,
                      "has %zu thresholds; `%s` has %zu answers, so it needs %zu", count - 1,
                      item->id, choices, choices - 1);
    else if (!numbers || !choices || !rise(slope, thresholds, count - 1))
        plugin_say_of(loader->plugin, loader->faults, place,
                      "must be { slope, threshold, … } of an item with options: a slope above 0 "
                      "and rising thresholds, none beyond 100");
    else {
        *graded = curves(loader, slope, thresholds, count - 1);
        return true;
    }
    return false;
}

static bool only_the_counted(const struct loader *loader, const struct scale *scale,
                             struct value graded, const char *place)
{
    for (size_t e = 0; graded.kind == VALUE_TABLE && e < graded.table->entry_count; e++) {
        const char *id = graded.table->entries[e].key;
        size_t i = 0;
        while (i < scale->count &&
               strcmp(id, loader->instrument->items[scale->counts[i].index].id) != 0)
            i++;
        if (i < scale->count)
            continue;
        plugin_say_of(loader->plugin, loader->faults, place,
                      "names `%s`, which the scale does not count", id);
        return false;
    }
    return true;
}

/* What a model leaves no place for. */
static bool nothing_beside(const struct loader *loader, struct value value, const char *scale)
{
    static const char *const beside[] = {"points", "fill", "lookup"};
    for (size_t i = 0; i < sizeof beside / sizeof *beside; i++)
        if (value_get(value, beside[i]).kind != VALUE_NIL) {
            plugin_say_of(loader->plugin, loader->faults, scale,
                          "is scored by `graded` and has `%s`. The model takes the answers as they "
                          "are and leaves missing ones out; leave it out",
                          beside[i]);
            return false;
        }
    return true;
}

static bool is_item(const struct loader *loader, const struct counted *counted, const char *place)
{
    if (!counted->is_scale && !loader->instrument->items[counted->index].repeats)
        return true;
    plugin_say_of(loader->plugin, loader->faults, place,
                  "is for items that are answered once; the scale counts another scale or goals");
    return false;
}

bool graded_load(const struct loader *loader, size_t index, struct value value)
{
    struct scale *scale = &loader->instrument->scales[index];
    struct value graded = value_get(value, "graded");
    const char *of = arena_format(loader->arena, "scales[%zu]", index + 1);
    const char *place = arena_format(loader->arena, "%s.graded", of);
    if (scale->total != TOTAL_EAP && graded.kind == VALUE_NIL)
        return true;
    if (scale->total != TOTAL_EAP || graded.kind == VALUE_NIL) {
        plugin_say_of(loader->plugin, loader->faults, of,
                      scale->total == TOTAL_EAP
                          ? "has `total = \"eap\"`, so it needs `graded`: { slope, threshold, … } "
                            "for each item"
                          : "has `graded` without `total = \"eap\"`. Add the one, or leave out the "
                            "other");
        return false;
    }
    bool good = nothing_beside(loader, value, of);
    scale->graded = arena_array(loader->arena, scale->count, sizeof *scale->graded);
    for (size_t i = 0; good && i < scale->count; i++)
        good = is_item(loader, &scale->counts[i], place) &&
               entry_load(loader, &loader->instrument->items[scale->counts[i].index], graded, place,
                          &scale->graded[i]);
    return good && only_the_counted(loader, scale, graded, place);
}

void graded_range(const struct loader *loader, size_t index)
{
    const struct instrument *instrument = loader->instrument;
    struct scale *scale = &loader->instrument->scales[index];
    struct answer *blank = arena_array(loader->arena, instrument->item_count, sizeof *blank);
    struct score score = {.of = (int)scale->count, .reason = "nothing answered"};
    for (size_t i = 0; i < instrument->item_count; i++)
        blank[i] = (struct answer){.kind = ANSWER_NONE};
    graded_score(instrument, scale, blank, &score);
    scale->has_range = true;
    scale->lowest = score.lowest;
    scale->highest = score.highest;
}
