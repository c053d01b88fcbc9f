/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is set beside a score: bands, norms, how far it wobbles, which change matters. */
#include <math.h>
#include <string.h>

#include "instrument/loader.h"

static const char *place_of(const struct loader *loader, size_t index, const char *field)
{
    return arena_format(loader->arena, "scales[%zu].%s", index + 1, field);
}

static const char *number(const struct loader *loader, double value)
{
    return number_text(loader->arena, value);
}

/* --- bands ------------------------------------------------------------------------------------ */

static bool set_fits(const struct loader *loader, const struct scale *scale,
                     const struct band_set *set, const char *place)
{
    if (set->count && scale->absent)
        return true;
    if (!set->count || set->steps[0].from != scale->lowest) {
        plugin_say_of(loader->plugin, loader->faults, place,
                      set->count && set->steps[0].from > scale->lowest
                          ? "begins at %s, but the scale goes down to %s"
                          : "begins at %s, but the scale begins at %s",
                      set->count ? number(loader, set->steps[0].from) : "nothing",
                      isinf(scale->lowest) ? "no number" : number(loader, scale->lowest));
        return false;
    }
    for (size_t i = 0; i < set->count; i++)
        if (!set->steps[i].text || set->steps[i].from > scale->highest) {
            plugin_say_of(loader->plugin, loader->faults, place,
                          set->steps[i].text ? "has an edge at %s, above the highest score"
                                             : "has no name for the band from %s",
                          number(loader, set->steps[i].from));
            return false;
        }
    return true;
}

static bool set_load(const struct loader *loader, const struct scale *scale, const char *place,
                     struct value steps, struct band_set *set)
{
    static const char *const taken[] = {"lowest", "highest", "reason", "se"};
    struct value only = value_table(loader->arena);
    set->source = value_as_text(value_get(steps, "source"));
    for (size_t i = 0; i < value_count(steps); i++)
        value_add(loader->arena, only, value_item(steps, i));
    for (size_t i = 0; i < sizeof taken / sizeof *taken; i++)
        if (strcmp(set->id, taken[i]) == 0) {
            plugin_say_of(loader->plugin, loader->faults, place,
                          "cannot be called `%s`, which means something else in an example",
                          set->id);
            return false;
        }
    if (!set->source || !*set->source) {
        plugin_say_of(loader->plugin, loader->faults, place,
                      "has no `source`. Bands are kept with where they were published");
        return false;
    }
    return fields_steps(loader->plugin, only, place, &set->steps, &set->count, loader->faults) &&
           set_fits(loader, scale, set, place);
}

bool bands_load(const struct loader *loader, size_t index, struct value bands)
{
    struct scale *scale = &loader->instrument->scales[index];
    bool good = true;
    if (bands.kind != VALUE_TABLE)
        return true;
    if (scale->values) {
        plugin_say_of(loader->plugin, loader->faults, place_of(loader, index, "bands"),
                      "are for numbers; the values of a category have names already");
        return false;
    }
    scale->band_count = bands.table->entry_count;
    scale->bands = arena_array(loader->arena, scale->band_count, sizeof *scale->bands);
    for (size_t i = 0; i < scale->band_count; i++) {
        const char *id = scale->bands[i].id = bands.table->entries[i].key;
        const char *place = arena_format(loader->arena, "scales[%zu].bands.%s", index + 1, id);
        good =
            set_load(loader, scale, place, bands.table->entries[i].value, &scale->bands[i]) && good;
    }
    return good;
}

/* --- norms ------------------------------------------------------------------------------------ */

static bool norm_load(const struct loader *loader, struct value value, const char *place,
                      struct norm *norm)
{
    struct value age = value_get(value, "age");
    unsigned asked;
    norm->id = value_as_text(value_get(value, "id"));
    norm->sex = value_as_text(value_get(value, "sex"));
    norm->of = value_as_text(value_get(value, "of"));
    norm->year = value_as_text(value_get(value, "year"));
    norm->source = value_as_text(value_get(value, "source"));
    norm->mode = value_as_text(value_get(value, "mode"));
    norm->has_mean = value_as_number(value_get(value, "mean"), &norm->mean);
    norm->has_sd = value_as_number(value_get(value, "sd"), &norm->sd);
    norm->has_n = value_as_whole(value_get(value, "n"), &norm->n);
    if (!norm->has_mean)
        plugin_say_of(loader->plugin, loader->faults, place,
                      "has no `mean`, so there is nothing to compare");
    norm->has_age = age.kind != VALUE_NIL;
    return (!norm->has_age || span_load(loader, age, arena_format(loader->arena, "%s.age", place),
                                        &norm->youngest, &norm->oldest)) &&
           modes_load(loader, norm->mode, arena_format(loader->arena, "%s.mode", place), &asked) &&
           norm->has_mean;
}

bool norms_load(const struct loader *loader, size_t index, struct value norms)
{
    struct scale *scale = &loader->instrument->scales[index];
    bool good = true;
    scale->norm_count = value_count(norms);
    scale->norms = arena_array(loader->arena, scale->norm_count, sizeof *scale->norms);
    for (size_t i = 0; i < scale->norm_count; i++)
        good = norm_load(loader, value_item(norms, i),
                         arena_format(loader->arena, "scales[%zu].norms[%zu]", index + 1, i + 1),
                         &scale->norms[i]) &&
               good;
    return good;
}

const char *norm_whom(const struct norm *norm, struct arena *arena)
{
    const char *whom = norm->of;
    if (norm->has_age && isinf(norm->oldest))
        whom = arena_format(arena, "%s aged %s and over", whom, number_text(arena, norm->youngest));
    else if (norm->has_age)
        whom = arena_format(arena, "%s aged %s to %s", whom, number_text(arena, norm->youngest),
                            number_text(arena, norm->oldest));
    return norm->has_n ? arena_format(arena, "%s (%s people)", whom, count_text(arena, norm->n))
                       : whom;
}

/* --- change ----------------------------------------------------------------------------------- */

static bool matters_load(const struct loader *loader, size_t index, struct value matters)
{
    struct scale *scale = &loader->instrument->scales[index];
    scale->has_matters_person =
        value_as_number(value_get(matters, "person"), &scale->matters_person);
    scale->has_matters_group = value_as_number(value_get(matters, "group"), &scale->matters_group);
    scale->matters_source = value_as_text(value_get(matters, "source"));
    bool positive = (!scale->has_matters_person || scale->matters_person > 0) &&
                    (!scale->has_matters_group || scale->matters_group > 0);
    if (matters.kind != VALUE_TABLE ||
        ((scale->has_matters_person || scale->has_matters_group) && positive))
        return true;
    plugin_say_of(loader->plugin, loader->faults, place_of(loader, index, "matters"),
                  "must say a change above 0 for `person`, for `group` or for both");
    return false;
}

/* SEM = sd × √(1 − r), with the reliability that is named. */
static bool reliability_load(const struct loader *loader, struct value wobble, const char *place,
                             struct scale *scale)
{
    double sd, r;
    bool has_sd = value_as_number(value_get(wobble, "sd"), &sd);
    bool has_r = value_as_number(value_get(wobble, "r"), &r);
    scale->wobble_r_of = value_as_text(value_get(wobble, "r_of"));
    if (!has_sd && !has_r && !scale->wobble_r_of)
        return true;
    if (!has_sd || !has_r || !scale->wobble_r_of)
        plugin_say_of(loader->plugin, loader->faults, place,
                      "must say `sd`, `r` and `r_of` together: which reliability `r` is");
    else if (scale->has_sem)
        plugin_say_of(loader->plugin, loader->faults, place,
                      "has `sem` and `sd`. Keep the one the source gives");
    else if (!(r > 0) || !(r < 1))
        plugin_say_of(loader->plugin, loader->faults, arena_format(loader->arena, "%s.r", place),
                      "is %s; a reliability is between 0 and 1", number(loader, r));
    else {
        scale->sem = sd * sqrt(1 - r);
        return scale->has_sem = true;
    }
    return false;
}

bool wobble_load(const struct loader *loader, size_t index, struct value value)
{
    struct scale *scale = &loader->instrument->scales[index];
    struct value wobble = value_get(value, "wobble");
    const char *place = place_of(loader, index, "wobble");
    bool matters = matters_load(loader, index, value_get(value, "matters"));
    scale->has_sem = value_as_number(value_get(wobble, "sem"), &scale->sem);
    scale->has_change = value_as_number(value_get(wobble, "change"), &scale->change);
    scale->wobble_source = value_as_text(value_get(wobble, "source"));
    if (wobble.kind != VALUE_TABLE)
        return matters;
    if (!reliability_load(loader, wobble, place, scale))
        return false;
    bool has_se = value_get(wobble, "se").kind != VALUE_NIL;
    if (scale->has_sem + scale->has_change + has_se > 1)
        plugin_say_of(loader->plugin, loader->faults, place,
                      "has `%s` and `%s`. Keep the one the source gives",
                      !scale->has_sem      ? "se"
                      : scale->wobble_r_of ? "sd"
                                           : "sem",
                      scale->has_change ? "change" : "se");
    else if (!scale->has_sem && !scale->has_change && !has_se)
        plugin_say_of(loader->plugin, loader->faults, place,
                      "has neither `sem` nor `change`, nor `sd` with `r`, nor `se`. Say the one "
                      "the source gives");
    else if (!has_se && (scale->has_sem ? scale->sem : scale->change) <= 0)
        plugin_say_of(loader->plugin, loader->faults, place, "must be above 0");
    else
        return matters;
    return false;
}
