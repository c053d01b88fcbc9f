/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "instrument/plan.h"

#include <math.h>
#include <string.h>

size_t item_choices(const struct item *item)
{
    if (item->option_count || item->words)
        return item->option_count;
    bool counts_up =
        item->step == 1 && item->from == floor(item->from) && item->to - item->from < 1e6;
    return counts_up ? (size_t)(item->to - item->from) + 1 : 0;
}

bool item_choice(const struct item *item, double code, size_t *choice)
{
    size_t count = item_choices(item);
    if (!item->option_count) {
        *choice = count && code >= item->from ? (size_t)(code - item->from) : count;
        return *choice < count && code == floor(code);
    }
    for (*choice = 0; *choice < count; ++*choice)
        if (item->options[*choice].code == code)
            return true;
    return false;
}

double choice_code(const struct item *item, size_t choice)
{
    return item->option_count ? item->options[choice].code : item->from + (double)choice;
}

int word_place(const char *words, const char *wanted, size_t wanted_length)
{
    const char *word;
    size_t length;
    for (int at = 0; text_word(&words, &word, &length); at++)
        if (wanted_length == length && strncmp(word, wanted, length) == 0)
            return at;
    return -1;
}

int rater_first(const struct instrument *instrument)
{
    const char *words = instrument->raters, *word;
    size_t length;
    return text_word(&words, &word, &length) ? word_place(raters, word, length) : 0;
}

double points_worth(const struct item *item, const double *points, double code)
{
    size_t choice;
    return item_choice(item, code, &choice) ? points[choice] : code;
}

static void widen(struct counted *counted, double worth)
{
    counted->least = fmin(counted->least, worth);
    counted->most = fmax(counted->most, worth);
}

void counted_measure(const struct instrument *instrument, struct counted *counted)
{
    const struct item *item = &instrument->items[counted->index];
    const double *points = counted->points ? counted->points : item->points;
    counted->worths = points;
    counted->least = INFINITY;
    counted->most = -INFINITY;
    for (size_t i = 0; points && i < item_choices(item); i++)
        widen(counted, points[i]);
    if (!points) {
        widen(counted, item->from);
        widen(counted, item->to);
    }
    counted->turned_sum = counted->least + counted->most;
}

static double lesser(double a, double b)
{
    return b < a ? b : a;
}

static double greater(double a, double b)
{
    return b > a ? b : a;
}

bool scale_finish_between(const struct scale *scale, const struct lookup *lookup, double *low,
                          double *high)
{
    double a = scale_times_and_plus(scale, *low), b = scale_times_and_plus(scale, *high);
    *low = lesser(a, b);
    *high = greater(a, b);
    return !lookup || lookup_between(lookup, low, high);
}

static bool beside_in_tables(const struct scale *scale, double edge, double *below, double *above)
{
    *below = -INFINITY;
    *above = INFINITY;
    for (size_t t = 0; t < scale->lookup_count; t++)
        for (size_t i = 0; i < scale->lookups[t].count; i++) {
            double value = scale->lookups[t].values[i];
            *below = value < edge ? fmax(*below, value) : *below;
            *above = value < edge ? *above : fmin(*above, value);
        }
    return isfinite(*below) && isfinite(*above);
}

bool scale_beside(const struct scale *scale, double edge, double *below, double *above)
{
    if (!scale->apart)
        return false;
    if (scale->lookup_count)
        return beside_in_tables(scale, edge, below, above);
    *above = scale->lowest + ceil((edge - scale->lowest) / scale->apart) * scale->apart;
    *below = *above - scale->apart;
    return *below >= scale->lowest && *above <= scale->highest;
}

const struct step *band_of(const struct band_set *set, double value)
{
    const struct step *band = NULL;
    for (size_t i = 0; i < set->count && set->steps[i].from <= value; i++)
        band = &set->steps[i];
    return band;
}

/* Scales count only earlier ones, so one walk backwards meets every scale after all that count it.
 */
bool *scale_rests_on(const struct instrument *instrument, size_t index, struct arena *arena)
{
    bool *items = arena_array(arena, instrument->item_count, sizeof *items);
    bool *scales = arena_array(arena, index + 1, sizeof *scales);
    scales[index] = true;
    for (size_t s = index + 1; s-- > 0;)
        for (size_t i = 0; scales[s] && i < instrument->scales[s].count; i++) {
            const struct counted *counted = &instrument->scales[s].counts[i];
            (counted->is_scale ? scales : items)[counted->index] = true;
        }
    return items;
}
