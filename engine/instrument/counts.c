/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a scale counts: items and scales given before, and what their answers are worth here. */
#include <math.h>
#include <string.h>

#include "instrument/loader.h"
#include "instrument/plan.h"

static const char *items_place(const struct loader *loader, size_t index)
{
    return arena_format(loader->arena, "scales[%zu].items", index + 1);
}

static void say_unknown(const struct loader *loader, size_t index, const char *name)
{
    const struct instrument *instrument = loader->instrument;
    const char **names = arena_array(loader->arena, instrument->item_count + index, sizeof *names);
    size_t count = 0;
    for (size_t i = 0; i < instrument->item_count; i++)
        names[count++] = instrument->items[i].id;
    for (size_t i = 0; i < index; i++)
        names[count++] = instrument->scales[i].id;
    const char *near = text_nearest(name, names, count);
    plugin_say_of(loader->plugin, loader->faults, items_place(loader, index),
                  near ? "names `%s`, which is not an item. Did you mean `%s`?"
                       : "names `%s`, which is not an item or a scale given before",
                  name, near);
}

static bool find(const struct loader *loader, size_t index, const char *name,
                 struct counted *counted)
{
    const struct instrument *instrument = loader->instrument;
    counted->index = item_named(instrument, name);
    if (counted->index < instrument->item_count)
        return true;
    counted->is_scale = true;
    counted->index = scale_named(instrument, index, name);
    if (counted->index == index)
        say_unknown(loader, index, name);
    return counted->index < index;
}

/* Why an entry cannot be counted as it is, or NULL. */
static const char *not_countable(const struct instrument *instrument, const struct scale *scale,
                                 const struct counted *counted, bool has_points)
{
    if (counted->is_scale && counted->turned)
        return "turns `%s` round, but that is a scale. Turn its items round";
    if (counted->is_scale)
        return instrument->scales[counted->index].values && scale->total != TOTAL_FUNCTION
                   ? "names `%s`, whose values are words and cannot be added"
                   : NULL;
    const struct item *item = &instrument->items[counted->index];
    if (item->words)
        return counted->turned ? "turns `%s` round, but it is answered in words"
               : scale->total != TOTAL_FUNCTION
                   ? "names `%s`, which is answered in words and cannot be added"
                   : NULL;
    if (item->repeats && scale->total != TOTAL_FUNCTION && scale->count > 1)
        return "names `%s`, a list of goals, beside other items. A total is over goals alone; "
               "anything else is for `score`";
    if (item->weighs && scale->total != TOTAL_FUNCTION)
        return "names `%s`, whose goals carry weights, and a total would leave them out. Weigh "
               "them "
               "in `score`, or leave out `weight`";
    if (item->unordered && counted->turned)
        return "turns `%s` round, but its answers are names, not a ladder";
    if (item->unordered && scale->total != TOTAL_FUNCTION && !item->points && !has_points)
        return "names `%s`, but its answers are names, not a ladder. Say what each is worth: "
               "`points`";
    if (counted->turned && isinf(item->to) && !item->points)
        return "turns `%s` round, but it has no upper end. Give `answers.to`, or `points`";
    return NULL;
}

static bool entry_load(const struct loader *loader, size_t index, const char *name, bool has_points,
                       struct counted *counted)
{
    const struct scale *scale = &loader->instrument->scales[index];
    if (!find(loader, index, name, counted) ||
        (counted->is_scale && !loader->sound[counted->index]))
        return false;
    const char *why = not_countable(loader->instrument, scale, counted, has_points);
    for (const struct counted *before = scale->counts; !why && before < counted; before++)
        if (before->is_scale == counted->is_scale && before->index == counted->index)
            why = "names `%s` twice";
    if (why)
        plugin_say_of(loader->plugin, loader->faults, items_place(loader, index), why, name);
    return !why;
}

static bool names_load(const struct loader *loader, size_t index, struct value ids,
                       const char ***names, bool **turned, size_t *count)
{
    const struct instrument *instrument = loader->instrument;
    if (ids.kind != VALUE_NIL)
        return fields_ids(loader->plugin, ids, items_place(loader, index), names, turned, count,
                          loader->faults);
    *count = instrument->item_count;
    *names = arena_array(loader->arena, *count, sizeof **names);
    *turned = arena_array(loader->arena, *count, sizeof **turned);
    for (size_t i = 0; i < *count; i++)
        (*names)[i] = instrument->items[i].id;
    return true;
}

bool counts_load(const struct loader *loader, size_t index, struct value value)
{
    struct scale *scale = &loader->instrument->scales[index];
    bool has_points = value_get(value, "points").kind != VALUE_NIL, good = true;
    const char **names;
    bool *turned;
    if (!names_load(loader, index, value_get(value, "items"), &names, &turned, &scale->count))
        return false;
    if (!scale->count || scale->count > ITEMS_MOST) {
        plugin_say_of(loader->plugin, loader->faults, items_place(loader, index),
                      "names %zu items; a scale counts from 1 to %d", scale->count, ITEMS_MOST);
        return false;
    }
    scale->counts = arena_array(loader->arena, scale->count, sizeof *scale->counts);
    for (size_t i = 0; i < scale->count; i++) {
        scale->counts[i].turned = turned && turned[i];
        good = entry_load(loader, index, names[i], has_points, &scale->counts[i]) && good;
    }
    return good;
}

static bool keys_are_counted(const struct loader *loader, size_t index, struct value points,
                             const char *place)
{
    const struct scale *scale = &loader->instrument->scales[index];
    bool good = true;
    for (size_t k = 0; k < points.table->entry_count; k++) {
        const char *key = points.table->entries[k].key;
        size_t item = item_named(loader->instrument, key), i = 0;
        while (i < scale->count && (scale->counts[i].is_scale || scale->counts[i].index != item))
            i++;
        if (i < scale->count)
            continue;
        plugin_say_of(loader->plugin, loader->faults, place,
                      "says what `%s` is worth, which is not among the scale's items", key);
        good = false;
    }
    return good;
}

static bool is_steps(struct value points)
{
    return value_item(points, 0).kind == VALUE_TABLE;
}

bool scale_points_load(const struct loader *loader, size_t index, struct value value)
{
    struct scale *scale = &loader->instrument->scales[index];
    struct value points = value_get(value, "points");
    const char *place = arena_format(loader->arena, "scales[%zu].points", index + 1);
    if (points.kind == VALUE_NIL)
        return true;
    if (points.kind != VALUE_TABLE || is_steps(points)) {
        plugin_say_of(
            loader->plugin, loader->faults, place,
            "must be a list of numbers, one for each option; this version does not follow steps");
        return false;
    }
    bool good = keys_are_counted(loader, index, points, place);
    for (size_t i = 0; good && i < scale->count; i++) {
        struct counted *counted = &scale->counts[i];
        if (counted->is_scale)
            continue;
        const struct item *item = &loader->instrument->items[counted->index];
        struct value own = value_get(points, item->id);
        if (own.kind == VALUE_NIL && !value_count(points))
            continue;
        good = points_load(loader, own.kind == VALUE_NIL ? points : own, place, item,
                           &counted->points);
        counted->point_count = item_choices(item);
    }
    return good;
}
