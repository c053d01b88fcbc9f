/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Does a table hold every total that its scale can come to? Published scores and their standard
 * errors both go by the total after `times` and `plus`. */
#include <math.h>

#include "instrument/loader.h"
#include "instrument/plan.h"

static const char *number(const struct loader *loader, double value)
{
    return isinf(value) ? (value > 0 ? "no end" : "no beginning")
                        : number_text(loader->arena, value);
}

/* A table is published for all items. */
static bool nothing_drops(const struct loader *loader, size_t index, const char *place)
{
    const struct scale *scale = &loader->instrument->scales[index];
    for (size_t i = 0; i < scale->count; i++)
        if (scale->counts[i].drops) {
            plugin_say_of(loader->plugin, loader->faults, place,
                          "is a table for all items, but a skip without `as` may drop `%s` out",
                          loader->instrument->items[scale->counts[i].index].id);
            return false;
        }
    return true;
}

static bool run_fits(const struct loader *loader, const struct lookup *lookup, double low,
                     double high)
{
    low = ceil(low);
    high = floor(high);
    if (isinf(low) || isinf(high))
        plugin_say_of(loader->plugin, loader->faults, lookup->place,
                      "is a table, but totals run from %s to %s. Give the answers an end",
                      number(loader, low), number(loader, high));
    else if (lookup->from != low)
        plugin_say_of(loader->plugin, loader->faults, lookup->place,
                      "begins at %s; totals run from %s to %s", number(loader, lookup->from),
                      number(loader, low), number(loader, high));
    else if ((double)lookup->count != high - low + 1)
        plugin_say_of(loader->plugin, loader->faults, lookup->place,
                      "has %zu values; totals run from %s to %s, so it needs %s", lookup->count,
                      number(loader, low), number(loader, high), number(loader, high - low + 1));
    else
        return true;
    return false;
}

static bool steps_fit(const struct loader *loader, const struct lookup *lookup, double low,
                      double high)
{
    double last = lookup->froms[lookup->count - 1];
    if (lookup->froms[0] <= low && last <= high)
        return true;
    if (last > high)
        plugin_say_of(loader->plugin, loader->faults, lookup->place,
                      "has a step at %s, but totals run from %s to %s", number(loader, last),
                      number(loader, low), number(loader, high));
    else
        plugin_say_of(loader->plugin, loader->faults, lookup->place,
                      "begins at %s; totals run from %s to %s", number(loader, lookup->froms[0]),
                      number(loader, low), number(loader, high));
    return false;
}

static bool table_fits(const struct loader *loader, const struct lookup *lookup, double low,
                       double high)
{
    return lookup->froms ? steps_fit(loader, lookup, low, high)
                         : run_fits(loader, lookup, low, high);
}

/* Scores that are looked up have whole totals, or there is none. */
static bool errors_fit(const struct loader *loader, size_t index, bool whole, double low,
                       double high)
{
    const struct scale *scale = &loader->instrument->scales[index];
    if (!scale->errors)
        return true;
    if (!scale->errors->froms && !whole && !scale->lookup_count) {
        plugin_say_of(loader->plugin, loader->faults, scale->errors->place,
                      "has one value for each whole total, but totals here need not be whole. Give "
                      "steps: { {0, 2.1}, {1, 1.8} }");
        return false;
    }
    return nothing_drops(loader, index, scale->errors->place) &&
           table_fits(loader, scale->errors, low, high);
}

bool tables_fit(const struct loader *loader, size_t index, bool whole)
{
    struct scale *scale = &loader->instrument->scales[index];
    double low = scale->lowest, high = scale->highest;
    bool good =
        !scale->lookup_count ||
        nothing_drops(loader, index, arena_format(loader->arena, "scales[%zu].lookup", index + 1));
    scale_finish_between(scale, NULL, &low, &high);
    for (size_t i = 0; good && i < scale->lookup_count; i++)
        good = table_fits(loader, &scale->lookups[i], low, high);
    return good && errors_fit(loader, index, whole, low, high);
}
