/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is measured: each scale read, checked against what it counts, and compiled. */
#include <math.h>
#include <string.h>

#include "instrument/loader.h"

size_t scale_named(const struct instrument *instrument, size_t count, const char *id)
{
    size_t i = 0;
    while (i < count && strcmp(instrument->scales[i].id, id) != 0)
        i++;
    return i;
}

static const char *place_of(const struct loader *loader, size_t index, const char *field)
{
    return *field ? arena_format(loader->arena, "scales[%zu].%s", index + 1, field)
                  : arena_format(loader->arena, "scales[%zu]", index + 1);
}

static bool is_given(struct value scale, const char *field)
{
    return value_get(scale, field).kind != VALUE_NIL;
}

/* `score` does everything itself. */
static bool function_load(const struct loader *loader, size_t index, struct value value)
{
    static const char *const instead[] = {"total", "times",  "plus",  "lookup",
                                          "fill",  "points", "graded"};
    struct scale *scale = &loader->instrument->scales[index];
    bool good = true;
    if (!is_given(value, "score"))
        return true;
    scale->total = TOTAL_FUNCTION;
    scale->times = 1;
    scale->function = place_of(loader, index, "score");
    loader->instrument->has_functions = true;
    for (size_t i = 0; i < sizeof instead / sizeof *instead; i++) {
        if (!is_given(value, instead[i]))
            continue;
        plugin_say_of(
            loader->plugin, loader->faults, place_of(loader, index, ""),
            strcmp(instead[i], "lookup") == 0
                ? "has both `score` and `%s`. Do the looking up in the function, or the sum "
                  "without it"
                : "has both `score` and `%s`. Do it in the function, or the sum without it",
            instead[i]);
        good = false;
    }
    return good;
}

static bool nothing_turned(const struct loader *loader, size_t index)
{
    const struct scale *scale = &loader->instrument->scales[index];
    for (size_t i = 0; scale->total == TOTAL_FUNCTION && i < scale->count; i++)
        if (scale->counts[i].turned) {
            plugin_say_of(
                loader->plugin, loader->faults, place_of(loader, index, "items"),
                "turns an item round, but `score` is given the answers as they are. Turn it "
                "round in the function");
            return false;
        }
    return true;
}

/* A profile is the codes as they were given, all of them, for a table of states. */
static bool only_codes(const struct loader *loader, size_t index, struct value value)
{
    static const char *const beside[] = {"points", "unanswered", "fill", "times", "plus"};
    for (size_t i = 0; i < sizeof beside / sizeof *beside; i++)
        if (is_given(value, beside[i])) {
            plugin_say_of(loader->plugin, loader->faults, place_of(loader, index, ""),
                          "is a profile and has `%s`. A profile is the codes written together, all "
                          "of them; leave it out",
                          beside[i]);
            return false;
        }
    if (value_as_text(value_get(value_get(value, "lookup"), "file")))
        return true;
    plugin_say_of(loader->plugin, loader->faults, place_of(loader, index, ""),
                  "is a profile, so it needs `lookup = { file = … }`, a table of states");
    return false;
}

static bool total_load(const struct loader *loader, size_t index, struct value value)
{
    struct scale *scale = &loader->instrument->scales[index];
    const char *total = value_as_text(value_get(value, "total"));
    scale->times = 1;
    value_as_number(value_get(value, "times"), &scale->times);
    value_as_number(value_get(value, "plus"), &scale->plus);
    if (scale->times == 0) {
        plugin_say_of(loader->plugin, loader->faults, place_of(loader, index, "times"),
                      "is 0: every score would be the same");
        return false;
    }
    if (!total || strcmp(total, "sum") == 0)
        return true;
    scale->total = TOTAL_MEAN;
    if (strcmp(total, "mean") == 0)
        return true;
    scale->total = TOTAL_PROFILE;
    if (strcmp(total, "profile") == 0)
        return only_codes(loader, index, value);
    scale->total = TOTAL_EAP;
    if (strcmp(total, "eap") == 0)
        return true;
    plugin_say_of(loader->plugin, loader->faults, place_of(loader, index, "total"),
                  "is \"%s\"; it must be \"sum\", \"mean\", \"profile\" or \"eap\"", total);
    return false;
}

static bool fill_read(struct scale *scale, struct value fill)
{
    scale->fill_number = value_as_number(fill, &scale->fill);
    scale->fill_mean = fill.kind == VALUE_TEXT && strcmp(fill.text, "mean") == 0;
    return scale->fill_number || scale->fill_mean;
}

/* Each goal counts as an item. */
static size_t most_counted(const struct instrument *instrument, const struct scale *scale)
{
    size_t count = scale->count;
    for (size_t i = 0; i < scale->count; i++)
        if (!scale->counts[i].is_scale && instrument->items[scale->counts[i].index].repeats)
            count += instrument->items[scale->counts[i].index].goals_most - 1;
    return count;
}

/* How many answers may lack, and what a missing one counts. */
static bool missing_rule_load(const struct loader *loader, size_t index, struct value value)
{
    struct scale *scale = &loader->instrument->scales[index];
    struct value fill = value_get(value, "fill");
    int64_t unanswered = 0;
    value_as_whole(value_get(value, "unanswered"), &unanswered);
    scale->unanswered = unanswered < ITEMS_MOST ? (int)unanswered : ITEMS_MOST;
    size_t most = most_counted(loader->instrument, scale);
    if ((size_t)scale->unanswered >= most)
        plugin_say_of(loader->plugin, loader->faults, place_of(loader, index, "unanswered"),
                      "is as many as the scale has items, %zu. One at least must be answered",
                      most);
    else if (fill.kind != VALUE_NIL && (!unanswered || scale->total != TOTAL_SUM))
        plugin_say_of(loader->plugin, loader->faults, place_of(loader, index, "fill"),
                      unanswered ? "is for a sum; a mean leaves missing answers out"
                                 : "has nothing to fill: `unanswered` is 0");
    else if (fill.kind != VALUE_NIL && !fill_read(scale, fill))
        plugin_say_of(loader->plugin, loader->faults, place_of(loader, index, "fill"),
                      "must be \"mean\" or a number, as published");
    else if (scale->total == TOTAL_SUM && unanswered && fill.kind == VALUE_NIL)
        plugin_say_of(
            loader->plugin, loader->faults, place_of(loader, index, ""),
            "may lack %lld answer%s, but not what a missing one counts. Add `fill = \"mean\"` or "
            "`fill = 0`, as published",
            (long long)unanswered, unanswered == 1 ? "" : "s");
    else
        return true;
    return false;
}

static bool values_load(const struct loader *loader, size_t index, struct value list)
{
    struct scale *scale = &loader->instrument->scales[index];
    bool good = true;
    if (list.kind == VALUE_NIL)
        return true;
    scale->value_count = value_count(list);
    scale->values = arena_array(loader->arena, scale->value_count + 1, sizeof *scale->values);
    for (size_t i = 0; i < scale->value_count; i++) {
        scale->values[i] = value_as_text(value_item(list, i));
        good = good && scale->values[i] && *scale->values[i] &&
               strcmp(scale->values[i], "not scored") != 0;
        for (size_t k = 0; good && k < i; k++)
            good = strcmp(scale->values[k], scale->values[i]) != 0;
    }
    if (!good || !scale->value_count)
        plugin_say_of(loader->plugin, loader->faults, place_of(loader, index, "values"),
                      "must be a list of different texts");
    else if (scale->total != TOTAL_FUNCTION)
        plugin_say_of(
            loader->plugin, loader->faults, place_of(loader, index, ""),
            "has `values` without `score`. Only a function gives a category; name ranges of a "
            "number with `bands`");
    else
        return true;
    return false;
}

static bool better_load(const struct loader *loader, size_t index, const char *better)
{
    struct scale *scale = &loader->instrument->scales[index];
    if (!better)
        return true;
    scale->better = strcmp(better, "higher") == 0  ? BETTER_HIGHER
                    : strcmp(better, "lower") == 0 ? BETTER_LOWER
                                                   : BETTER_NEITHER;
    if (scale->better != BETTER_NEITHER && !scale->values)
        return true;
    plugin_say_of(loader->plugin, loader->faults, place_of(loader, index, "better"),
                  scale->values ? "is for numbers; a category has no better and worse"
                                : "is \"%s\"; it must be \"higher\" or \"lower\"",
                  better);
    return false;
}

static bool printing_load(const struct loader *loader, size_t index, struct value value)
{
    struct scale *scale = &loader->instrument->scales[index];
    struct value own_view = value_get(value, "own_view");
    int64_t digits = scale->apart ? 0 : 2;
    value_as_whole(value_get(value, "digits"), &digits);
    scale->digits = digits > 6 ? 6 : (int)digits;
    scale->own_view = own_view.kind != VALUE_YES_NO || own_view.yes;
    if (digits > 6)
        plugin_say_of(loader->plugin, loader->faults, place_of(loader, index, "digits"),
                      "is %lld; at most 6 are printed", (long long)digits);
    return digits <= 6;
}

/* Nothing but the item itself: then both may have one id. */
static bool is_its_item(const struct instrument *instrument, const struct scale *scale, size_t item)
{
    const struct counted *only = &scale->counts[0];
    return scale->count == 1 && !only->is_scale && only->index == item && !only->turned &&
           !instrument->items[item].repeats && !only->points && !instrument->items[item].points &&
           scale->total <= TOTAL_MEAN && scale->times == 1 && scale->plus == 0 &&
           !scale->lookup_count;
}

static bool id_is_free(const struct loader *loader, size_t index)
{
    const struct instrument *instrument = loader->instrument;
    const struct scale *scale = &instrument->scales[index];
    size_t item = item_named(instrument, scale->id),
           first = scale_named(instrument, index, scale->id);
    bool reserved = strcmp(scale->id, "given") == 0 || strcmp(scale->id, "flags") == 0;
    if (first < index)
        plugin_say_of(loader->plugin, loader->faults, place_of(loader, first, ""),
                      "and scales[%zu] have the same id, `%s`", index + 1, scale->id);
    else if (reserved)
        plugin_say_of(loader->plugin, loader->faults, place_of(loader, index, "id"),
                      "is `%s`, which means something else in an example. Take another", scale->id);
    else if (item < instrument->item_count && !is_its_item(instrument, scale, item))
        plugin_say_of(
            loader->plugin, loader->faults, place_of(loader, index, "id"),
            "is `%s`, the id of an item, but the scale is not that item as it stands. Take another",
            scale->id);
    else
        return true;
    return false;
}

static bool scale_load(const struct loader *loader, size_t index, struct value value)
{
    struct scale *scale = &loader->instrument->scales[index];
    const char *id = value_as_text(value_get(value, "id"));
    scale->id = id ? id : "";
    scale->title = value_as_text(value_get(value, "title"));
    scale->variant = value_as_text(value_get(value, "variant"));
    if (!id || !scale->title)
        return false;
    if (!function_load(loader, index, value))
        return false;
    bool good = needs_load(loader, index, value);
    bool compiled = counts_load(loader, index, value) && nothing_turned(loader, index) &&
                    scale_points_load(loader, index, value) &&
                    (scale->total == TOTAL_FUNCTION || total_load(loader, index, value)) &&
                    graded_load(loader, index, value) && missing_rule_load(loader, index, value) &&
                    lookup_load(loader, index, value_get(value, "lookup")) &&
                    errors_load(loader, index, value) &&
                    values_load(loader, index, value_get(value, "values")) &&
                    range_load(loader, index, value) && id_is_free(loader, index);
    good = better_load(loader, index, value_as_text(value_get(value, "better"))) &&
           printing_load(loader, index, value) && good;
    good = norms_load(loader, index, value_get(value, "norms")) && good;
    good = wobble_load(loader, index, value) && good;
    return compiled && bands_load(loader, index, value_get(value, "bands")) && good;
}

static bool variants_are_scales(const struct loader *loader)
{
    const struct instrument *instrument = loader->instrument;
    bool good = true;
    for (size_t i = 0; i < instrument->scale_count; i++) {
        const char *variant = instrument->scales[i].variant;
        size_t of = variant ? scale_named(instrument, instrument->scale_count, variant) : 0;
        if (!variant || (of < instrument->scale_count && of != i))
            continue;
        plugin_say_of(loader->plugin, loader->faults, place_of(loader, i, "variant"),
                      "names `%s`, which is not another scale of this file", variant);
        good = false;
    }
    return good;
}

bool scales_load(const struct loader *loader)
{
    struct instrument *instrument = loader->instrument;
    struct value scales = value_get(loader->plugin->table, "scales");
    size_t count = value_count(scales);
    if (count && !instrument->scoring_ships) {
        plugin_say_of(
            loader->plugin, loader->faults, "scales",
            "may not ship (licence.scoring.ship is not true). Leave them out; numbers may still be "
            "kept");
        return false;
    }
    if (count > SCALES_MOST) {
        plugin_say_of(loader->plugin, loader->faults, "scales",
                      "has %zu entries; at most %d are taken", count, SCALES_MOST);
        return false;
    }
    bool good = true;
    instrument->scales = arena_array(loader->arena, count, sizeof *instrument->scales);
    for (size_t i = 0; i < count; i++) {
        loader->sound[i] = scale_load(loader, i, value_item(scales, i));
        instrument->scale_count = i + 1;
        good = loader->sound[i] && good;
    }
    return good && variants_are_scales(loader);
}
