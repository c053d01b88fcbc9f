/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The open form: which files have it, and what they may say beside it. */
#include <stdlib.h>
#include <string.h>

#include "indicator/indicator_private.h"
#include "record/reader.h"

bool is_open(const struct plugin *plugin)
{
    return !value_is(value_get(plugin->table, "find"), VALUE_NIL) ||
           !value_is(value_get(plugin->table, "reads"), VALUE_NIL);
}

/* What declares cannot stand beside what works it out. */
static void refuse_declared(const struct loading *loading)
{
    static const char *const declared[] = {"at",         "is",        "before", "after",
                                           "not_before", "not_after", "ways",   "class",
                                           "gather",     "measures",  "at_risk"};
    for (size_t i = 0; i < sizeof declared / sizeof *declared; i++)
        if (!value_is(value_get(loading->plugin->table, declared[i]), VALUE_NIL))
            plugin_say(loading->plugin, loading->faults, declared[i],
                       "does not go with `find`, which says itself what it finds. Keep one of the "
                       "two");
}

static void say_of_reader(void *context, const char *place, const char *sentence)
{
    const struct loading *loading = context;
    plugin_say(loading->plugin, loading->faults, place, "%s", sentence);
}

/* Every event of these kinds may be an anchor; the function picks them. */
static void read_kinds(struct loading *loading, const char *reads)
{
    struct reader reader = {
        .arena = loading->plugin->arena, .context = loading, .say = say_of_reader};
    struct value table = value_table(loading->plugin->arena);
    struct indicator *indicator = loading->indicator;
    indicator->at = arena_array(loading->plugin->arena, 1, sizeof *indicator->at);
    indicator->at_count = 1;
    value_add(loading->plugin->arena, table, value_text(loading->plugin->arena, reads));
    reader_pattern(&reader, table, "reads", indicator->at);
    if (strchr(reads, '/'))
        plugin_say(loading->plugin, loading->faults, "reads",
                   "takes kinds alone; a subtype is asked for in the function");
}

void load_open(struct loading *loading)
{
    const char *reads = value_as_text(value_get(loading->plugin->table, "reads"));
    struct indicator *indicator = loading->indicator;
    indicator->reads = reads ? reads : "";
    indicator->class_field = indicator->gather = FIELD_IS_NONE;
    refuse_declared(loading);
    if (!reads)
        plugin_say(loading->plugin, loading->faults, "",
                   "has `find` and no `reads`. It names the kinds of event that the function sees");
    else
        read_kinds(loading, reads);
    if (!value_is(value_get(loading->plugin->table, "find"), VALUE_FUNCTION))
        plugin_say(loading->plugin, loading->faults, "",
                   "has `reads` and no `find`. It is the function that reads these kinds");
    indicator->word_count = plugin_words(loading->plugin, &indicator->words);
}

static int compare(const void *left, const void *right)
{
    return strcmp(left, *(const char *const *)right);
}

bool open_says(const struct indicator *indicator, const char *word)
{
    for (size_t i = 0; i < indicator->facts.setting_count; i++)
        if (indicator->facts.settings[i].word &&
            strcmp(indicator->facts.settings[i].word, word) == 0)
            return true;
    return bsearch(word, indicator->words, indicator->word_count, sizeof *indicator->words,
                   compare);
}
