/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `lookup` read: a run of values, steps, or a list of these with whom each is for. */
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

static bool run_load(const struct loader *loader, struct value value, struct lookup *lookup)
{
    bool good = value_as_number(value_get(value, "from"), &lookup->from) && lookup->count;
    lookup->run = (double)lookup->count;
    for (size_t i = 0; good && i < lookup->count; i++)
        good = value_as_number(value_item(value, i), &lookup->values[i]);
    if (!good)
        plugin_say_of(
            loader->plugin, loader->faults, lookup->place,
            "must be { from = 7, 7.00, 9.51, … }, one number for each whole total, steps "
            "such as { {0, 0}, {1, 1}, {10, 2} }, or a list of such tables with whom each "
            "is for");
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

/* Whom it holds for; the engine then asks these of everybody who is scored. */
static bool whom_load(const struct loader *loader, struct value value, struct lookup *lookup)
{
    struct value age = value_get(value, "age");
    lookup->has_age = age.kind != VALUE_NIL;
    lookup->sex = value_as_text(value_get(value, "sex"));
    loader->instrument->needs |= (lookup->has_age ? NEEDS_AGE : 0) | (lookup->sex ? NEEDS_SEX : 0);
    if (value_get(value, "mode").kind != VALUE_NIL)
        loader->instrument->needs |= NEEDS_MODE;
    return (!lookup->has_age ||
            span_load(loader, age, arena_format(loader->arena, "%s.age", lookup->place),
                      &lookup->youngest, &lookup->oldest)) &&
           modes_load(loader, value_as_text(value_get(value, "mode")),
                      arena_format(loader->arena, "%s.mode", lookup->place), &lookup->modes);
}

static bool table_load(const struct loader *loader, struct value value, struct lookup *lookup)
{
    lookup->count = value_count(value);
    lookup->values = arena_array(loader->arena, lookup->count + 1, sizeof *lookup->values);
    return whom_load(loader, value, lookup) &&
           (is_steps(value) ? steps_load(loader, value, lookup) : run_load(loader, value, lookup));
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
    scale->lookup_count = value_count(list);
    scale->lookups = arena_array(loader->arena, scale->lookup_count, sizeof *scale->lookups);
    if (list.table->entry_count) {
        plugin_say_of(loader->plugin, loader->faults, place,
                      "is a list of tables and has `%s` beside them. Write it into each table",
                      list.table->entries[0].key);
        return false;
    }
    for (size_t i = 0; i < scale->lookup_count; i++) {
        struct value value = value_item(list, i);
        struct lookup *lookup = &scale->lookups[i];
        lookup->place = arena_format(loader->arena, "%s[%zu]", place, i + 1);
        good = fields_check(loader->plugin, value, lookup->place, &lookup_fields, loader->faults) &&
               table_load(loader, value, lookup) && good;
    }
    return good && all_are_used(loader, scale);
}

bool lookup_load(const struct loader *loader, size_t index, struct value lookup)
{
    struct scale *scale = &loader->instrument->scales[index];
    const char *place = arena_format(loader->arena, "scales[%zu].lookup", index + 1);
    if (lookup.kind != VALUE_TABLE)
        return lookup.kind == VALUE_NIL;
    if (is_list(lookup)) {
        if (!list_load(loader, place, lookup, scale))
            return false;
    } else {
        scale->lookup_count = 1;
        scale->lookups = arena_array(loader->arena, 1, sizeof *scale->lookups);
        scale->lookups->place = place;
        if (!table_load(loader, lookup, scale->lookups))
            return false;
    }
    if (scale->lookup_count == 1 && holds_for_all(scale->lookups))
        scale->lookup = scale->lookups;
    return true;
}
