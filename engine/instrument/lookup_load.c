/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `lookup` read: a run of values, steps, or a list of these with whom each is for. */
#include <string.h>

#include "instrument/loader.h"

static bool is_steps(struct value lookup)
{
    return value_item(lookup, 0).kind == VALUE_TABLE;
}

/* Tables that say something of themselves; steps are pairs and say nothing. */
static bool is_list(struct value lookup)
{
    struct value first = value_item(lookup, 0);
    return first.kind == VALUE_TABLE && first.table->entry_count;
}

/* `more`: what else it may be. */
static bool run_load(const struct loader *loader, struct value value, const char *more,
                     struct lookup *lookup)
{
    bool good = value_as_number(value_get(value, "from"), &lookup->from) && lookup->count;
    lookup->run = (double)lookup->count;
    for (size_t i = 0; good && i < lookup->count; i++)
        good = value_as_number(value_item(value, i), &lookup->values[i]);
    if (!good)
        plugin_say_of(loader->plugin, loader->faults, lookup->place,
                      "must be { from = 7, 7.00, 9.51, … }, one number for each whole total, %s",
                      more);
    return good;
}

static bool steps_load(const struct loader *loader, struct value value, struct lookup *lookup)
{
    struct step *steps;
    struct value only = value_table(loader->arena);
    for (size_t i = 0; i < lookup->count; i++)
        value_add(loader->arena, only, value_item(value, i));
    if (!fields_steps(loader->plugin, only, lookup->place, &steps, &lookup->count, loader->faults))
        return false;
    lookup->froms = arena_array(loader->arena, lookup->count + 1, sizeof *lookup->froms);
    for (size_t i = 0; i < lookup->count; i++) {
        lookup->froms[i] = steps[i].from;
        lookup->values[i] = steps[i].number;
        if (!steps[i].text)
            continue;
        plugin_say_of(loader->plugin, loader->faults, lookup->place,
                      "gives \"%s\"; a score is a number. Names are for `bands`", steps[i].text);
        return false;
    }
    if (value_get(value, "from").kind == VALUE_NIL)
        return true;
    plugin_say_of(loader->plugin, loader->faults, lookup->place,
                  "has steps and `from`. Steps say themselves where they begin; leave it out");
    return false;
}

static bool whom_load(const struct loader *loader, struct value value, struct lookup *lookup)
{
    struct value age = value_get(value, "age");
    lookup->has_age = age.kind != VALUE_NIL;
    lookup->sex = value_as_text(value_get(value, "sex"));
    return (!lookup->has_age ||
            span_load(loader, age, arena_format(loader->arena, "%s.age", lookup->place),
                      &lookup->youngest, &lookup->oldest)) &&
           modes_load(loader, value_as_text(value_get(value, "mode")),
                      arena_format(loader->arena, "%s.mode", lookup->place), &lookup->modes);
}

/* The engine asks these of everybody who is scored. */
static void needs_of(const struct loader *loader, const struct lookup *lookup)
{
    loader->instrument->needs |= (lookup->has_age ? NEEDS_AGE : 0) | (lookup->sex ? NEEDS_SEX : 0) |
                                 (lookup->modes ? NEEDS_MODE : 0);
}

static void add(const struct loader *loader, struct scale *scale, const struct lookup *lookup)
{
    struct lookup *all = arena_array(loader->arena, scale->lookup_count + 1, sizeof *all);
    if (scale->lookup_count)
        memcpy(all, scale->lookups, scale->lookup_count * sizeof *all);
    all[scale->lookup_count++] = *lookup;
    scale->lookups = all;
}

/* --- files ------------------------------------------------------------------------------------ */

static bool say_at(const struct loader *loader, const char *place, const char *sentence)
{
    faults_add(loader->faults, "%s:%d: %s", loader->plugin->path,
               plugin_line(loader->plugin, place), sentence);
    return false;
}

static bool is_the_checked(const struct loader *loader, const struct data_file *file,
                           const char *hash, const char *place)
{
    return !hash || strcmp(hash, file->hash) == 0 ||
           say_at(loader, place,
                  arena_format(loader->arena,
                               "%s is not the file that was checked (sha256 %.12s… here, %.12s… in "
                               "the plugin)",
                               file->name, file->hash, hash));
}

static bool file_load(const struct loader *loader, struct value value, const char *name,
                      struct lookup *whom, struct scale *scale)
{
    const char *hash = value_as_text(value_get(value, "sha256")),
               *obtain = value_as_text(value_get(value, "obtain"));
    const char *place = arena_format(loader->arena, "%s.file", whom->place);
    const struct data_file *file;
    if (whom->count || value_get(value, "from").kind != VALUE_NIL) {
        plugin_say_of(loader->plugin, loader->faults, whom->place,
                      "has a file and values of its own. Keep one of them");
        return false;
    }
    if (!hash == !obtain) {
        plugin_say_of(loader->plugin, loader->faults, whom->place,
                      "has a file and %s. A file that ships has its `sha256`, one that an "
                      "organisation brings says in `obtain` where it is got",
                      hash ? "both `sha256` and `obtain`" : "neither `sha256` nor `obtain`");
        return false;
    }
    whom->place = place;
    if (!data_file_load(loader, name, place, &file))
        return false;
    if (!file && hash)
        return say_at(loader, place,
                      arena_format(loader->arena,
                                   "%s is not here, and belongs to the plugin. Put it beside it",
                                   name));
    scale->absent = file ? scale->absent : name;
    scale->obtain = file ? scale->obtain : obtain;
    return !file || (is_the_checked(loader, file, hash, place) &&
                     data_rows_load(loader, file, scale->total == TOTAL_PROFILE, whom,
                                    &scale->lookups, &scale->lookup_count));
}

/* --- all -------------------------------------------------------------------------------------- */

static bool table_load(const struct loader *loader, struct value value, const char *place,
                       struct scale *scale)
{
    struct lookup lookup = {.place = place, .count = value_count(value)};
    const char *file = value_as_text(value_get(value, "file"));
    if (!whom_load(loader, value, &lookup))
        return false;
    if (file)
        return file_load(loader, value, file, &lookup, scale);
    lookup.values = arena_array(loader->arena, lookup.count + 1, sizeof *lookup.values);
    if (!(is_steps(value) ? steps_load(loader, value, &lookup)
                          : run_load(loader, value,
                                     "steps such as { {0, 0}, {1, 1}, {10, 2} }, or a list of such "
                                     "tables with whom each is for",
                                     &lookup)))
        return false;
    add(loader, scale, &lookup);
    return true;
}

static bool holds_for_all(const struct lookup *lookup)
{
    return !lookup->has_age && !lookup->modes && !lookup->sex;
}

static bool all_are_used(const struct loader *loader, const struct scale *scale)
{
    for (size_t i = 0; i + 1 < scale->lookup_count; i++)
        if (holds_for_all(&scale->lookups[i])) {
            plugin_say_of(
                loader->plugin, loader->faults, scale->lookups[i].place,
                "holds for everybody, so the tables behind it are never used. Say whom it "
                "is for: `age`, `mode` or `sex`");
            return false;
        }
    return true;
}

static bool list_load(const struct loader *loader, const char *place, struct value list,
                      struct scale *scale)
{
    bool good = true;
    if (list.table->entry_count) {
        plugin_say_of(loader->plugin, loader->faults, place,
                      "is a list of tables and has `%s` beside them. Write it into each table",
                      list.table->entries[0].key);
        return false;
    }
    for (size_t i = 0; i < value_count(list); i++) {
        struct value value = value_item(list, i);
        const char *one = arena_format(loader->arena, "%s[%zu]", place, i + 1);
        good = fields_check(loader->plugin, value, one, &lookup_fields, loader->faults) &&
               table_load(loader, value, one, scale) && good;
    }
    return good;
}

/* Without one of its tables a scale is not scored, whoever it may be. */
static void leave_out(struct scale *scale)
{
    if (scale->absent)
        scale->lookup_count = 0;
}

bool lookup_load(const struct loader *loader, size_t index, struct value lookup)
{
    struct scale *scale = &loader->instrument->scales[index];
    const char *place = arena_format(loader->arena, "scales[%zu].lookup", index + 1);
    if (lookup.kind != VALUE_TABLE)
        return lookup.kind == VALUE_NIL;
    if (!(is_list(lookup) ? list_load(loader, place, lookup, scale)
                          : table_load(loader, lookup, place, scale)) ||
        !all_are_used(loader, scale))
        return false;
    leave_out(scale);
    for (size_t i = 0; i < scale->lookup_count; i++)
        needs_of(loader, &scale->lookups[i]);
    if (scale->lookup_count == 1 && holds_for_all(scale->lookups))
        scale->lookup = scale->lookups;
    return true;
}

/* --- standard errors -------------------------------------------------------------------------- */

static bool any_has_errors(const struct scale *scale)
{
    for (size_t i = 0; i < scale->lookup_count; i++)
        if (scale->lookups[i].se)
            return true;
    return false;
}

/* Which of the ways to a score leaves no total to go by, or has errors of its own; NULL: none. */
static const char *goes_without(const struct scale *scale)
{
    if (any_has_errors(scale))
        return "and the table of `lookup` has a column `se`. Keep one of them";
    if (scale->total == TOTAL_FUNCTION)
        return "which goes by the total, but a function scores the scale. Leave it out";
    if (scale->total == TOTAL_EAP)
        return "and its model gives each score an error already. Leave it out";
    return scale->total == TOTAL_PROFILE
               ? "which goes by the total, and a profile has none. Give the table a column `se`"
               : NULL;
}

static bool all_above_nothing(const struct loader *loader, const struct lookup *errors)
{
    for (size_t i = 0; i < errors->count; i++)
        if (!(errors->values[i] > 0)) {
            plugin_say_of(loader->plugin, loader->faults, errors->place,
                          "has %s; a standard error is above 0",
                          number_text(loader->arena, errors->values[i]));
            return false;
        }
    return true;
}

bool errors_load(const struct loader *loader, size_t index, struct value value)
{
    struct scale *scale = &loader->instrument->scales[index];
    struct value se = value_get(value_get(value, "wobble"), "se");
    struct lookup *errors = arena_take(loader->arena, sizeof *errors);
    const char *without = goes_without(scale);
    *errors = (struct lookup){
        .place = arena_format(loader->arena, "scales[%zu].wobble.se", index + 1),
        .count = value_count(se),
        .values = arena_array(loader->arena, value_count(se) + 1, sizeof *errors->values)};
    scale->errors = se.kind == VALUE_NIL ? NULL : errors;
    scale->own_errors = scale->errors || scale->total == TOTAL_EAP || any_has_errors(scale);
    if (!scale->errors)
        return true;
    if (without)
        plugin_say_of(loader->plugin, loader->faults,
                      arena_format(loader->arena, "scales[%zu]", index + 1), "has `wobble.se`, %s",
                      without);
    return !without &&
           (is_steps(se)
                ? steps_load(loader, se, errors)
                : run_load(loader, se, "or steps such as { {0, 2.1}, {10, 1.8} }", errors)) &&
           all_above_nothing(loader, errors);
}
