/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which columns the items of an instrument stand in. */
#include <string.h>

#include "intake/gives.h"

struct rule *loading_rule(struct loading *loading, struct gives *gives, int field, int item,
                          const char *place)
{
    gives->rules = arena_grow(loading->plugin->arena, gives->rules, gives->rule_count,
                              &gives->rule_room, sizeof *gives->rules);
    struct rule *rule = &gives->rules[gives->rule_count++];
    memset(rule, 0, sizeof *rule);
    rule->field = field;
    rule->item = item;
    rule->place = place;
    return rule;
}

/* --- items ----------------------------------------------------------------------------------- */

static void items_in_order(struct loading *loading, struct gives *gives, const char **columns,
                           size_t count, const char *place)
{
    const struct instrument *instrument = gives->instrument;
    if (count != instrument->item_count) {
        plugin_say(loading->plugin, loading->faults, place, "it has %zu columns; %s has %zu items",
                   count, instrument->id, instrument->item_count);
        return;
    }
    gives->in_order = true;
    for (size_t i = 0; i < count; i++)
        loading_cell(loading, gives, value_text(loading->plugin->arena, columns[i]),
                     loading_rule(loading, gives, NO_FIELD, (int)i, place));
}

static void items_by_name(struct loading *loading, struct gives *gives, struct value items,
                          const char *place)
{
    struct arena *arena = loading->plugin->arena;
    for (size_t i = 0; i < items.table->entry_count; i++) {
        const struct value_entry *entry = &items.table->entries[i];
        const char *at = arena_format(arena, "%s.%s", place, entry->key);
        int item = instruments_item(gives->instrument, entry->key);
        if (item == NO_FIELD)
            plugin_say(loading->plugin, loading->faults, at, "%s has no item `%s`",
                       gives->instrument->id, entry->key);
        else
            loading_cell(loading, gives, entry->value,
                         loading_rule(loading, gives, NO_FIELD, item, at));
    }
}

/* Ids where there is `..` to count up. */
bool loading_names(struct loading *loading, struct value items, const char *place,
                   const char ***names, size_t *count)
{
    struct arena *arena = loading->plugin->arena;
    const char *text = value_as_text(items), *word;
    size_t length;
    *count = 0;
    if (!text || strstr(text, "..")) {
        if (text)
            return fields_ids(loading->plugin, items, place, names, NULL, count, loading->faults);
        *count = value_count(items);
    } else {
        for (const char *at = text; text_word(&at, &word, &length);)
            ++*count;
    }
    *names = arena_array(arena, *count, sizeof **names);
    for (size_t i = 0; i < *count; i++) {
        if (text && text_word(&text, &word, &length))
            (*names)[i] = arena_copy(arena, word, length);
        else
            (*names)[i] = value_as_text(value_item(items, i));
    }
    return true;
}

void loading_items(struct loading *loading, struct gives *gives, struct value items,
                   const char *record)
{
    const char *place = arena_format(loading->plugin->arena, "%s.items", record);
    const char **columns;
    size_t count = 0;
    if (!entry_is_answers(gives->kind))
        plugin_say(loading->plugin, loading->faults, place, "only answers have items");
    else if (value_is(items, VALUE_TABLE) && items.table->entry_count > 0)
        items_by_name(loading, gives, items, place);
    else if (!value_is(items, VALUE_TEXT) && !value_is(items, VALUE_TABLE))
        plugin_say(loading->plugin, loading->faults, place,
                   "it must be columns in the order of the items, or { ITEM = CELL }");
    else if (loading_names(loading, items, place, &columns, &count))
        items_in_order(loading, gives, columns, count, place);
}
