/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which items are not asked: read from the file, and applied to answers before they are scored. */
#include <string.h>

#include "instrument/loader.h"
#include "instrument/plan.h"

/* --- reading ---------------------------------------------------------------------------------- */

static bool is_code(const struct item *item, double code)
{
    size_t choice;
    return item_choice(item, code, &choice) ||
           (!item->words && !item_choices(item) && code >= item->from && code <= item->to);
}

static bool code_load(const struct loader *loader, const struct item *item, struct value value,
                      const char *place, double *code)
{
    if (!value_as_number(value, code))
        plugin_say_of(loader->plugin, loader->faults, place,
                      "must be a code of `%s`, a list of its codes, or a kind of no answer: one of "
                      "\"-\" \"d\" \"u\" \"n\" \"x\" \"w\"",
                      item->id);
    else if (!is_code(item, *code))
        plugin_say_of(loader->plugin, loader->faults, place, "is %s, which is not a code of `%s`",
                      number_text(loader->arena, *code), item->id);
    else
        return true;
    return false;
}

/* "x" or "not_applicable". */
static bool none_load(struct value value, struct skip_condition *condition)
{
    for (int i = 0; value.kind == VALUE_TEXT && i < NO_ANSWER_KINDS; i++) {
        const char letter[] = {no_answer_token[i], 0};
        condition->none[i] =
            strcmp(value.text, letter) == 0 || strcmp(value.text, no_answer_word[i]) == 0;
        if (condition->none[i])
            return true;
    }
    return false;
}

static bool condition_load(const struct loader *loader, const char *place,
                           const struct value_entry *entry, struct skip_condition *condition)
{
    const struct instrument *instrument = loader->instrument;
    struct value value = entry->value;
    place = arena_format(loader->arena, "%s.when.%s", place, entry->key);
    condition->item = item_named(instrument, entry->key);
    if (condition->item == instrument->item_count) {
        plugin_say_of(loader->plugin, loader->faults, place, "is not an item");
        return false;
    }
    if (none_load(value, condition))
        return true;
    bool list = value.kind == VALUE_TABLE && value_count(value) > 0, good = true;
    condition->code_count = list ? value_count(value) : 1;
    condition->codes = arena_array(loader->arena, condition->code_count, sizeof *condition->codes);
    for (size_t i = 0; good && i < condition->code_count; i++)
        good = code_load(loader, &instrument->items[condition->item],
                         list ? value_item(value, i) : value, place, &condition->codes[i]);
    return good;
}

static bool when_load(const struct loader *loader, const char *place, struct value when,
                      struct skip *skip)
{
    bool good = true;
    skip->when_count = when.kind == VALUE_TABLE ? when.table->entry_count : 0;
    skip->when = arena_array(loader->arena, skip->when_count, sizeof *skip->when);
    for (size_t i = 0; i < skip->when_count; i++)
        good = condition_load(loader, place, &when.table->entries[i], &skip->when[i]) && good;
    if (when.kind == VALUE_TABLE && !skip->when_count)
        plugin_say_of(loader->plugin, loader->faults, arena_format(loader->arena, "%s.when", place),
                      "names no item, so the skip would always fit");
    return good && skip->when_count;
}

static bool skipped_load(const struct loader *loader, const char *place, struct value ids,
                         struct skip *skip)
{
    const struct instrument *instrument = loader->instrument;
    const char **names;
    place = arena_format(loader->arena, "%s.items", place);
    if (!fields_ids(loader->plugin, ids, place, &names, NULL, &skip->item_count, loader->faults))
        return false;
    skip->items = arena_array(loader->arena, skip->item_count, sizeof *skip->items);
    for (size_t i = 0; i < skip->item_count; i++) {
        skip->items[i] = item_named(instrument, names[i]);
        if (skip->items[i] < instrument->item_count)
            continue;
        plugin_say_of(loader->plugin, loader->faults, place, "names `%s`, which is not an item",
                      names[i]);
        return false;
    }
    return true;
}

static bool as_load(const struct loader *loader, const char *place, struct value as,
                    struct skip *skip)
{
    skip->supplies = value_as_number(as, &skip->as);
    for (size_t i = 0; skip->supplies && i < skip->item_count; i++) {
        const struct item *item = &loader->instrument->items[skip->items[i]];
        if (is_code(item, skip->as))
            continue;
        plugin_say_of(loader->plugin, loader->faults, arena_format(loader->arena, "%s.as", place),
                      "is %s, which is not a code of `%s`", number_text(loader->arena, skip->as),
                      item->id);
        return false;
    }
    return true;
}

static bool skip_load(const struct loader *loader, const char *place, struct value value,
                      struct skip *skip)
{
    return value.kind == VALUE_TABLE && when_load(loader, place, value_get(value, "when"), skip) &&
           skipped_load(loader, place, value_get(value, "items"), skip) &&
           as_load(loader, place, value_get(value, "as"), skip);
}

bool skips_load(const struct loader *loader)
{
    struct instrument *instrument = loader->instrument;
    struct value skips = value_get(loader->plugin->table, "skips");
    bool good = true;
    size_t count = value_count(skips);
    if (count > ITEMS_MOST) {
        plugin_say_of(loader->plugin, loader->faults, "skips",
                      "has %zu entries; at most %d are taken", count, ITEMS_MOST);
        return false;
    }
    instrument->skips = arena_array(loader->arena, count, sizeof *instrument->skips);
    for (size_t i = 0; i < count; i++)
        good = skip_load(loader, arena_format(loader->arena, "skips[%zu]", i + 1),
                         value_item(skips, i), &instrument->skips[i]) &&
               good;
    instrument->skip_count = good ? count : 0;
    return good;
}

bool item_drops(const struct instrument *instrument, size_t item)
{
    for (size_t s = 0; s < instrument->skip_count; s++)
        for (size_t i = 0; !instrument->skips[s].supplies && i < instrument->skips[s].item_count;
             i++)
            if (instrument->skips[s].items[i] == item)
                return true;
    return false;
}

/* --- applying --------------------------------------------------------------------------------- */

static bool fits(const struct skip_condition *condition, const struct answer *answer)
{
    if (answer->kind == ANSWER_NONE)
        return condition->none[answer->none];
    for (size_t i = 0; answer->kind == ANSWER_CODE && i < condition->code_count; i++)
        if (condition->codes[i] == answer->code)
            return true;
    return false;
}

/* The first skip that says so stays the reason; one that comes later changes nothing, and neither
 * does one of an item that the seat is not asked. */
static void pass_over(const struct skip *skip, short number, struct answer *answer)
{
    if (answer->skip || answer->dropped)
        return;
    answer->skip = number;
    if (answer->kind != ANSWER_NONE)
        return;
    answer->dropped = !skip->supplies;
    answer->supplied = skip->supplies;
    answer->kind = skip->supplies ? ANSWER_CODE : ANSWER_NONE;
    answer->code = skip->as;
}

void instrument_skip(const struct instrument *instrument, const struct answer *answers,
                     struct answer *skipped)
{
    memmove(skipped, answers, instrument->item_count * sizeof *skipped);
    for (size_t s = 0; s < instrument->skip_count; s++) {
        const struct skip *skip = &instrument->skips[s];
        size_t fitting = 0;
        while (fitting < skip->when_count &&
               fits(&skip->when[fitting], &skipped[skip->when[fitting].item]))
            fitting++;
        for (size_t i = 0; fitting == skip->when_count && i < skip->item_count; i++)
            pass_over(skip, (short)(s + 1), &skipped[skip->items[i]]);
    }
}
