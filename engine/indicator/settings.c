/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers and names that a report may change within bounds. */
#include <math.h>
#include <string.h>

#include "indicator/indicator_private.h"

static void check_bounds(const struct loading *loading, const struct indicator_setting *setting,
                         const char *place)
{
    if (setting->from > setting->to)
        plugin_say(loading->plugin, loading->faults, place, "from is higher than to. Swap them");
    else if (setting->value < setting->from || setting->value > setting->to)
        plugin_say(loading->plugin, loading->faults, place,
                   "the usual value %g lies outside %g to %g. Change the value or its bounds",
                   setting->value, setting->from, setting->to);
}

static void load_setting(struct loading *loading, const struct value_entry *entry,
                         struct indicator_setting *setting)
{
    struct value usual = value_item(entry->value, 0);
    const char *place = arena_format(loading->plugin->arena, "settings.%s", entry->key);
    setting->name = entry->key;
    setting->means = value_as_text(value_get(entry->value, "means"));
    setting->from = -INFINITY;
    setting->to = INFINITY;
    setting->is_number = value_as_number(usual, &setting->value);
    setting->word = value_as_text(usual);
    value_as_number(value_get(entry->value, "from"), &setting->from);
    value_as_number(value_get(entry->value, "to"), &setting->to);
    if (!setting->is_number && !setting->word)
        plugin_say(loading->plugin, loading->faults, place,
                   "has no value. Write its usual one first: { 28, from = 1, to = 90, means = … }");
    else if (setting->is_number)
        check_bounds(loading, setting, place);
}

void load_settings(struct loading *loading)
{
    struct value settings = value_get(loading->plugin->table, "settings");
    if (!value_is(settings, VALUE_TABLE))
        return;
    size_t count = settings.table->entry_count;
    struct indicator_setting *all = arena_array(loading->plugin->arena, count, sizeof *all);
    for (size_t i = 0; i < count; i++)
        load_setting(loading, &settings.table->entries[i], &all[i]);
    loading->indicator->facts.settings = all;
    loading->indicator->facts.setting_count = count;
}

static struct indicator_setting *find_setting(struct indicator_setting *settings, size_t count,
                                              const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(settings[i].name, name) == 0)
            return &settings[i];
    return NULL;
}

static void change(const struct indicator *indicator, struct indicator_setting *settings,
                   const struct value_entry *entry, const char *place, struct faults *faults)
{
    struct indicator_setting *setting =
        find_setting(settings, indicator->facts.setting_count, entry->key);
    double number;
    if (!setting)
        plugin_say(indicator->plugin, faults, place,
                   "`with` names %s, which is not a setting of this indicator", entry->key);
    else if (setting->is_number != value_as_number(entry->value, &number) ||
             (!setting->is_number && !value_as_text(entry->value)))
        plugin_say(indicator->plugin, faults, place, "with.%s must be a %s, as the setting is",
                   entry->key, setting->is_number ? "number" : "name");
    else if (!setting->is_number)
        setting->word = value_as_text(entry->value);
    else if (number < setting->from || number > setting->to)
        plugin_say(indicator->plugin, faults, place, "with.%s is %g; it may be %g to %g",
                   entry->key, number, setting->from, setting->to);
    else
        setting->value = number;
}

const struct indicator *indicator_with(const struct indicator *indicator, struct value with,
                                       const char *place, struct arena *arena,
                                       struct faults *faults)
{
    if (!value_is(with, VALUE_TABLE))
        return indicator;
    struct indicator *other = arena_take(arena, sizeof *other);
    size_t count = indicator->facts.setting_count;
    struct indicator_setting *settings = arena_array(arena, count + 1, sizeof *settings);
    if (count)
        memcpy(settings, indicator->facts.settings, count * sizeof *settings);
    for (size_t i = 0; i < with.table->entry_count; i++)
        change(indicator, settings, &with.table->entries[i], place, faults);
    *other = *indicator;
    other->facts.settings = settings;
    other->looks = arena_array(arena, indicator->look_count + 1, sizeof *other->looks);
    for (size_t i = 0; i < indicator->look_count; i++) {
        other->looks[i] = indicator->looks[i];
        if (other->looks[i].setting != SETTING_IS_NONE)
            other->looks[i].look.within = (int)settings[other->looks[i].setting].value;
    }
    return other;
}
