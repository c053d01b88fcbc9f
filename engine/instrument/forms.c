/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Printed editions: which item stands where, and what is printed for each option. */
#include <string.h>

#include "instrument/loader.h"

static bool order_names(const struct loader *loader, const char *place, const char **names,
                        size_t count, size_t *order)
{
    const struct instrument *instrument = loader->instrument;
    bool *seen = arena_array(loader->arena, instrument->item_count, sizeof *seen);
    for (size_t k = 0; k < count; k++) {
        order[k] = item_named(instrument, names[k]);
        if (order[k] == instrument->item_count || seen[order[k]]) {
            plugin_say_of(loader->plugin, loader->faults, place,
                          order[k] == instrument->item_count ? "names `%s`, which is not an item"
                                                             : "names `%s` twice",
                          names[k]);
            return false;
        }
        seen[order[k]] = true;
    }
    return true;
}

static bool goals_end_it(const struct loader *loader, const char *place, const size_t *order)
{
    const struct instrument *instrument = loader->instrument;
    size_t last = instrument->item_count - 1;
    if (!instrument->items[last].repeats || order[last] == last)
        return true;
    plugin_say_of(loader->plugin, loader->faults, place,
                  "must end with `%s`: goals come last in every edition",
                  instrument->items[last].id);
    return false;
}

static bool order_load(const struct loader *loader, struct value ids, const char *place,
                       struct form *form)
{
    const char **names;
    size_t count;
    if (ids.kind == VALUE_NIL)
        return true;
    if (loader->instrument->wording_unaltered) {
        plugin_say_of(loader->plugin, loader->faults, place,
                      "prints the items in another order, but this wording may not be altered "
                      "(licence.wording.unaltered). Leave it out");
        return false;
    }
    if (!fields_ids(loader->plugin, ids, place, &names, NULL, &count, loader->faults))
        return false;
    if (count != loader->instrument->item_count) {
        plugin_say_of(loader->plugin, loader->faults, place,
                      "names %zu of %zu items. Name every item once", count,
                      loader->instrument->item_count);
        return false;
    }
    form->order = arena_array(loader->arena, count, sizeof *form->order);
    return order_names(loader, place, names, count, form->order) &&
           goals_end_it(loader, place, form->order);
}

/* The codes printed for one item, in printed order. */
static bool item_codes_load(const struct loader *loader, struct value list, const char *place,
                            const struct item *item, double **codes)
{
    size_t count = item_choices(item);
    bool good = count && value_count(list) == count;
    *codes = arena_array(loader->arena, count, sizeof **codes);
    for (size_t i = 0; good && i < count; i++) {
        good = value_as_number(value_item(list, i), &(*codes)[i]);
        for (size_t k = 0; k < i; k++)
            good = good && (*codes)[k] != (*codes)[i];
    }
    if (!good)
        plugin_say_of(loader->plugin, loader->faults, place,
                      "must give `%s` one code for each of its %zu options, none twice", item->id,
                      count);
    return good;
}

static bool codes_are_of_items(const struct loader *loader, struct value codes, const char *place)
{
    bool good = codes.kind == VALUE_TABLE;
    if (!good)
        plugin_say_of(loader->plugin, loader->faults, place, "must be a list of numbers");
    for (size_t i = 0; good && i < codes.table->entry_count; i++) {
        const char *key = codes.table->entries[i].key;
        good = item_named(loader->instrument, key) < loader->instrument->item_count;
        if (!good)
            plugin_say_of(loader->plugin, loader->faults, place, "names `%s`, which is not an item",
                          key);
    }
    return good;
}

static bool codes_load(const struct loader *loader, struct value codes, const char *place,
                       struct form *form)
{
    const struct instrument *instrument = loader->instrument;
    if (codes.kind == VALUE_NIL)
        return true;
    if (!codes_are_of_items(loader, codes, place))
        return false;
    form->codes = arena_array(loader->arena, instrument->item_count, sizeof *form->codes);
    for (size_t i = 0; i < instrument->item_count; i++) {
        struct value own = value_get(codes, instrument->items[i].id);
        bool for_all = value_count(codes) > 0 && !instrument->items[i].words;
        if ((own.kind != VALUE_NIL || for_all) &&
            !item_codes_load(loader, own.kind != VALUE_NIL ? own : codes, place,
                             &instrument->items[i], &form->codes[i]))
            return false;
    }
    return true;
}

bool forms_load(const struct loader *loader)
{
    struct value forms = value_get(loader->plugin->table, "forms");
    struct instrument *instrument = loader->instrument;
    bool good = true;
    if (forms.kind != VALUE_TABLE)
        return true;
    instrument->form_count = forms.table->entry_count;
    instrument->forms =
        arena_array(loader->arena, instrument->form_count, sizeof *instrument->forms);
    for (size_t i = 0; i < instrument->form_count; i++) {
        struct form *form = &instrument->forms[i];
        struct value value = forms.table->entries[i].value;
        form->id = forms.table->entries[i].key;
        const char *place = arena_format(loader->arena, "forms.%s", form->id);
        good = order_load(loader, value_get(value, "order"),
                          arena_format(loader->arena, "%s.order", place), form) &&
               codes_load(loader, value_get(value, "codes"),
                          arena_format(loader->arena, "%s.codes", place), form) &&
               good;
    }
    return good;
}
