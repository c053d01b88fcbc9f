/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far a scale reaches, worked out from what it counts; and whether its scores are whole
 * numbers. */
#include <math.h>
#include <stdlib.h>

#include "instrument/loader.h"
#include "instrument/plan.h"

static const char *number(const struct loader *loader, double value)
{
    return isinf(value) ? (value > 0 ? "no end" : "no beginning")
                        : number_text(loader->arena, value);
}

static void measure(const struct instrument *instrument, struct scale *scale)
{
    for (size_t i = 0; i < scale->count; i++) {
        struct counted *counted = &scale->counts[i];
        if (!counted->is_scale) {
            counted_measure(instrument, counted);
            counted->drops = item_drops(instrument, counted->index);
            continue;
        }
        counted->least = instrument->scales[counted->index].lowest;
        counted->most = instrument->scales[counted->index].highest;
    }
}

static int falling(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x < y) - (x > y);
}

static void say_too_few(const struct loader *loader, struct scale *scale)
{
    int of = (int)scale->count;
    scale->too_few = arena_array(loader->arena, scale->count + 1, sizeof *scale->too_few);
    for (int answered = 1; of - answered > scale->unanswered; answered++)
        scale->too_few[answered] = arena_format(loader->arena, "%d of %d answered", answered, of);
    scale->too_few[0] = "nothing answered";
}

/* How many answers a mean may go without: blanks, and what may drop out. */
static size_t left_out_of_mean(const struct scale *scale)
{
    size_t count = (size_t)scale->unanswered;
    for (size_t i = 0; i < scale->count; i++)
        count += scale->counts[i].drops;
    return count;
}

/* The least total. `sign` −1 turns everything over, so that the same finds the greatest.
 * What may drop out of a sum may add nothing. With blanks allowed, the mean of the others is least
 * when those that must be high are blank, and a number that fills can be less than any answer. */
static double least_of(const struct scale *scale, double *least, size_t count, double sign)
{
    double sum = 0;
    size_t blanks =
        scale->total == TOTAL_MEAN ? left_out_of_mean(scale) : (size_t)scale->unanswered;
    blanks = blanks < count ? blanks : count - 1;
    qsort(least, count, sizeof *least, falling);
    for (size_t i = 0; i < blanks && scale->fill_number; i++)
        least[i] = fmin(least[i], sign * scale->fill);
    size_t first = scale->fill_mean || scale->total == TOTAL_MEAN ? blanks : 0;
    for (size_t i = first; i < count; i++)
        sum += least[i];
    if (scale->total == TOTAL_MEAN)
        return sum / (double)(count - first);
    return first ? sum * (double)count / (double)(count - first) : sum;
}

/* How often an entry counts: not at all where its item is not asked of the seat, and once for each
 * goal where there may be few or many. */
static size_t times_counted(const struct instrument *instrument, const struct counted *counted,
                            const char *seat, bool many)
{
    const struct item *item = &instrument->items[counted->index];
    if (counted->is_scale)
        return 1;
    if (!item_asked(item, seat))
        return 0;
    return !item->repeats ? 1 : many ? item->goals_most : item->goals_least;
}

/* What one entry adds at least; `sign` −1: less the most. */
static double least_one(const struct scale *scale, const struct counted *counted, double sign)
{
    double least = sign > 0 ? counted->least : -counted->most;
    return counted->drops && scale->total == TOTAL_SUM ? fmin(least, 0) : least;
}

static double least_asked(const struct loader *loader, const struct scale *scale, const char *seat,
                          bool many, double sign)
{
    double *least = arena_array(loader->arena, scale->count + GOALS_MOST, sizeof *least);
    size_t count = 0;
    for (size_t i = 0; i < scale->count; i++) {
        const struct counted *counted = &scale->counts[i];
        for (size_t times = times_counted(loader->instrument, counted, seat, many); times; times--)
            least[count++] = least_one(scale, counted, sign);
    }
    return count ? least_of(scale, least, count, sign) : INFINITY;
}

/* Over all that may be asked: of any seat, for few goals or many. */
static double least_total(const struct loader *loader, const struct scale *scale, double sign)
{
    const struct instrument *instrument = loader->instrument;
    double least = INFINITY;
    size_t seat = 0;
    do {
        const char *id = instrument->seat_count ? instrument->seats[seat].id : NULL;
        least = fmin(least, fmin(least_asked(loader, scale, id, false, sign),
                                 least_asked(loader, scale, id, true, sign)));
    } while (++seat < instrument->seat_count);
    return sign * least;
}

/* --- whole numbers ---------------------------------------------------------------------------- */

static bool whole(double number)
{
    return isfinite(number) && number == floor(number) && fabs(number) <= SCORE_MOST;
}

static double common(double a, double b)
{
    while (b != 0) {
        double rest = fmod(a, b);
        a = b;
        b = rest;
    }
    return fabs(a);
}

/* The distance between neighbouring worths of one entry; 0 when they are not whole. */
static double apart_of(const struct instrument *instrument, const struct counted *counted)
{
    if (counted->is_scale)
        return instrument->scales[counted->index].apart;
    const struct item *item = &instrument->items[counted->index];
    const double *points = counted->points ? counted->points : item->points;
    double apart = 0;
    if (!whole(counted->least))
        return 0;
    if (!points && !item->option_count)
        return whole(item->step) ? item->step : 0;
    for (size_t i = 0; i < item_choices(item); i++) {
        double worth = points ? points[i] : item->options[i].code;
        if (!whole(worth))
            return 0;
        apart = common(apart, worth - counted->least);
    }
    return apart ? apart : 1;
}

/* Entries that need neither a table of points nor another scale, which are nearly all. */
static void find_simple(const struct loader *loader, struct scale *scale)
{
    const struct instrument *instrument = loader->instrument;
    struct simple *simple = arena_array(loader->arena, scale->count, sizeof *simple);
    for (size_t i = 0; i < scale->count; i++) {
        const struct counted *counted = &scale->counts[i];
        const struct item *item = &instrument->items[counted->index];
        if (counted->is_scale || counted->worths || item->words || item->repeats)
            return;
        simple[i] = (struct simple){(uint32_t)counted->index, counted->turned, counted->turned_sum};
        scale->turns = scale->turns || counted->turned;
    }
    scale->simple = simple;
}

static bool tables_are_whole(const struct scale *scale)
{
    for (size_t t = 0; t < scale->lookup_count; t++)
        for (size_t i = 0; i < scale->lookups[t].count; i++)
            if (!whole(scale->lookups[t].values[i]))
                return false;
    return true;
}

/* Not always counted equally often, so that each time moves the score by what it is worth. */
static bool may_be_fewer(const struct instrument *instrument, const struct counted *counted)
{
    const struct item *item = &instrument->items[counted->index];
    return !counted->is_scale && (item->seats || item->goals_least < item->goals_most);
}

/* Of totals after `times` and `plus`; 0 when they need not be whole. */
static double totals_apart(const struct instrument *instrument, const struct scale *scale)
{
    double apart = 0;
    if (scale->total != TOTAL_SUM || scale->fill_mean || !whole(scale->times) ||
        !whole(scale->plus))
        return 0;
    for (size_t i = 0; i < scale->count; i++) {
        double one = apart_of(instrument, &scale->counts[i]);
        if (!one)
            return 0;
        apart = common(apart, one);
        if (scale->counts[i].drops || may_be_fewer(instrument, &scale->counts[i]))
            apart = common(apart, scale->counts[i].least);
        if (scale->fill_number)
            apart = common(apart, scale->fill - scale->counts[i].least);
    }
    return whole(apart) ? fabs(scale->times) * apart : 0;
}

/* --- the range -------------------------------------------------------------------------------- */

static bool declared(const struct loader *loader, size_t index, struct value range)
{
    struct scale *scale = &loader->instrument->scales[index];
    double low, high;
    if (value_count(range) == 2 && value_as_number(value_item(range, 0), &low) &&
        value_as_number(value_item(range, 1), &high) && low < high && fabs(low) <= SCORE_MOST &&
        fabs(high) <= SCORE_MOST) {
        scale->lowest = low;
        scale->highest = high;
        return scale->has_range = true;
    }
    plugin_say_of(
        loader->plugin, loader->faults, arena_format(loader->arena, "scales[%zu].range", index + 1),
        "must be { lowest, highest }, rising, within %s of 0", number(loader, SCORE_MOST));
    return false;
}

static bool of_function(const struct loader *loader, size_t index, struct value range)
{
    const char *place = arena_format(loader->arena, "scales[%zu]", index + 1);
    if (loader->instrument->scales[index].values) {
        if (range.kind == VALUE_NIL)
            return true;
        plugin_say_of(loader->plugin, loader->faults, place,
                      "has `values` and `range`. A category has no range; leave it out");
        return false;
    }
    if (range.kind != VALUE_NIL)
        return declared(loader, index, range);
    plugin_say_of(loader->plugin, loader->faults, place,
                  "has `score` and gives a number, so it needs `range = { lowest, highest }`");
    return false;
}

static bool too_far(double number)
{
    return isfinite(number) && fabs(number) > SCORE_MOST;
}

static bool say_too_far(const struct loader *loader, size_t index)
{
    plugin_say_of(
        loader->plugin, loader->faults, arena_format(loader->arena, "scales[%zu]", index + 1),
        "can come to more than %s on either side of 0, the most that a score may be. Look for a "
        "code, a number of points, `times` or `plus` that is too large",
        number(loader, SCORE_MOST));
    return false;
}

/* With every part this near to 0, a sum of them cannot run over, and only answers without an upper
 * end give a scale without one. */
static bool parts_are_near(const struct loader *loader, size_t index)
{
    const struct scale *scale = &loader->instrument->scales[index];
    bool far = too_far(scale->times) || too_far(scale->plus) || too_far(scale->fill);
    for (size_t i = 0; i < scale->count; i++)
        far = far || too_far(scale->counts[i].least) || too_far(scale->counts[i].most);
    return !far || say_too_far(loader, index);
}

static bool ends_are_near(const struct loader *loader, size_t index)
{
    const struct scale *scale = &loader->instrument->scales[index];
    return (!too_far(scale->lowest) && !too_far(scale->highest)) || say_too_far(loader, index);
}

/* A narrower range may be declared: where one item counts in opposite directions, the ends that are
 * worked out are never reached. */
static bool declared_inside(const struct loader *loader, size_t index, struct value range)
{
    struct scale *scale = &loader->instrument->scales[index];
    double low = scale->lowest, high = scale->highest;
    if (range.kind == VALUE_NIL)
        return true;
    if (!declared(loader, index, range))
        return false;
    scale->narrowed = true;
    if (scale->lowest >= low && scale->highest <= high)
        return true;
    plugin_say_of(loader->plugin, loader->faults,
                  arena_format(loader->arena, "scales[%zu].range", index + 1),
                  "is %s to %s, but the scale runs from %s to %s", number(loader, scale->lowest),
                  number(loader, scale->highest), number(loader, low), number(loader, high));
    return false;
}

/* How far it goes is in a table that is not here. */
static bool unreached(struct scale *scale)
{
    scale->lowest = -INFINITY;
    scale->highest = INFINITY;
    return true;
}

/* Of all tables together. */
static void reach(struct scale *scale)
{
    double low = scale->lowest, high = scale->highest;
    scale->has_range = true;
    if (!scale->lookup_count)
        scale_finish_between(scale, NULL, &scale->lowest, &scale->highest);
    for (size_t i = 0; i < scale->lookup_count; i++) {
        double least = low, most = high;
        scale_finish_between(scale, &scale->lookups[i], &least, &most);
        scale->lowest = i ? fmin(scale->lowest, least) : least;
        scale->highest = i ? fmax(scale->highest, most) : most;
    }
}

bool range_load(const struct loader *loader, size_t index, struct value value)
{
    struct instrument *instrument = loader->instrument;
    struct scale *scale = &instrument->scales[index];
    struct value range = value_get(value, "range");
    measure(instrument, scale);
    find_simple(loader, scale);
    say_too_few(loader, scale);
    if (scale->total == TOTAL_FUNCTION)
        return of_function(loader, index, range);
    if (scale->absent)
        return unreached(scale);
    if (scale->total == TOTAL_PROFILE)
        return profile_load(loader, index);
    if (!parts_are_near(loader, index))
        return false;
    if (scale->total == TOTAL_EAP) {
        graded_range(loader, index);
        return ends_are_near(loader, index) && declared_inside(loader, index, range);
    }
    scale->lowest = least_total(loader, scale, 1);
    scale->highest = least_total(loader, scale, -1);
    if (!tables_fit(loader, index, totals_apart(instrument, scale) > 0))
        return false;
    reach(scale);
    if (scale->lookup_count)
        scale->apart = tables_are_whole(scale) ? 1 : 0;
    else
        scale->apart = totals_apart(instrument, scale);
    return ends_are_near(loader, index) && declared_inside(loader, index, range);
}
