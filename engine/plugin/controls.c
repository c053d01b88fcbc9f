/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plugin/controls.h"

#include <string.h>

#include "ground/text.h"

struct walk {
    const struct plugin *plugin;
    struct faults *faults;
};

static bool is_active(const char *text, bool in_examples)
{
    const char *control = text_control(text);
    while (in_examples && control && strchr("\t\r\n", *control))
        control = text_control(control + 1);
    return control && strcmp(text, "\t") != 0;
}

static void say(const struct walk *walk, const char *place, const char *what)
{
    plugin_say_of(walk->plugin, walk->faults, place,
                  "%s a control character, which a screen could obey. Leave it out", what);
}

static void look(const struct walk *walk, struct value value, const char *place, bool in_examples);

/* A key that is wrong is not repeated. */
static void look_at_entry(const struct walk *walk, const struct value_entry *entry,
                          const char *place, bool in_examples)
{
    if (text_control(entry->key)) {
        say(walk, place, "has a key that holds");
        return;
    }
    const char *at =
        arena_format(walk->plugin->arena, "%s%s%s", place, *place ? "." : "", entry->key);
    look(walk, entry->value, at, in_examples || strcmp(at, "examples") == 0);
}

static void look(const struct walk *walk, struct value value, const char *place, bool in_examples)
{
    if (value.kind == VALUE_TEXT && is_active(value.text, in_examples))
        say(walk, place, "holds");
    if (value.kind != VALUE_TABLE)
        return;
    for (size_t i = 0; i < value.table->count; i++)
        look(walk, value.table->items[i],
             arena_format(walk->plugin->arena, "%s[%zu]", place, i + 1), in_examples);
    for (size_t i = 0; i < value.table->entry_count; i++)
        look_at_entry(walk, &value.table->entries[i], place, in_examples);
}

/* Does anything stand in it? Asked of every file, and hardly ever so: then nothing needs a place.
 */
static bool holds_any(struct value value, bool in_examples, bool top)
{
    if (value.kind == VALUE_TEXT)
        return is_active(value.text, in_examples);
    if (value.kind != VALUE_TABLE)
        return false;
    for (size_t i = 0; i < value.table->count; i++)
        if (holds_any(value.table->items[i], in_examples, false))
            return true;
    for (size_t i = 0; i < value.table->entry_count; i++) {
        const struct value_entry *entry = &value.table->entries[i];
        if (text_control(entry->key) ||
            holds_any(entry->value, in_examples || (top && strcmp(entry->key, "examples") == 0),
                      false))
            return true;
    }
    return false;
}

bool controls_check(const struct plugin *plugin, struct faults *faults)
{
    size_t before = faults->count;
    if (holds_any(plugin->table, false, true))
        look(&(struct walk){plugin, faults}, plugin->table, "", false);
    return faults->count == before;
}
