/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checking an intake file and resolving what it names. */
#include <iconv.h>
#include <string.h>

#include "intake/gives.h"

static const struct field intake_field[] = {
    FIELDS_OF_EVERY_KIND,
    {"source", FIELD_TEXT, 0, "where the meaning of the codes is published", NULL},
    {"mislead", FIELD_TEXT, 0, "how what comes in may mislead", NULL},
    {"licence", FIELD_TEXT, 0, "SPDX name of this file's own licence", NULL},
    {"gives", FIELD_LIST, FIELD_NEEDED, "what one row gives; one row may give several", NULL},
    {"no_answer", FIELD_MAP, 0, "cells that are a kind of no answer; read before anything else",
     NULL},
    {"separator", FIELD_TEXT, 0, "what parts the cells", NULL},
    {"encoding", FIELD_TEXT, 0, "how its letters are written", NULL},
    {NULL, FIELD_ANY, 0, NULL, NULL}};
const struct field_set intake_fields = {"an intake", intake_field, false, NULL};

static void say(struct loading *loading, const char *place, const char *sentence)
{
    plugin_say(loading->plugin, loading->faults, place, "%s", sentence);
}

/* --- the whole file -------------------------------------------------------------------------- */

static void read_separator(struct loading *loading)
{
    const char *text = value_as_text(value_get(loading->plugin->table, "separator"));
    if (text && (strlen(text) != 1 || strchr("\"\r\n ", *text)))
        say(loading, "separator", "it must be one character, such as \";\" or \"\\t\"");
    else
        loading->intake->separator = text ? *text : ',';
}

static void read_encoding(struct loading *loading)
{
    const char *text = value_as_text(value_get(loading->plugin->table, "encoding"));
    if (!text)
        return;
    iconv_t known = iconv_open("UTF-8", text);
    if (known == (iconv_t)-1) {
        say(loading, "encoding", "no encoding of that name is known here. `iconv -l` lists them");
        return;
    }
    iconv_close(known);
    loading->intake->encoding = text;
}

static bool read_no_answer(struct loading *loading, const char *cell, struct value value,
                           const char *place)
{
    struct intake *intake = loading->intake;
    const char *word = value_as_text(value);
    for (int kind = 0; word && kind < NO_ANSWER_KINDS; kind++) {
        if (strcmp(word, no_answer_word[kind]) != 0)
            continue;
        intake->no_answers[intake->no_answer_count].cell = cell;
        intake->no_answers[intake->no_answer_count++].kind = (enum no_answer)kind;
        return true;
    }
    say(loading, place,
        "it must be a kind of no answer: missing, declined, unknown, not_asked, not_applicable or "
        "withheld");
    return false;
}

static void read_no_answers(struct loading *loading)
{
    struct value map = value_get(loading->plugin->table, "no_answer");
    struct arena *arena = loading->plugin->arena;
    if (!value_is(map, VALUE_TABLE))
        return;
    size_t most = map.table->count + map.table->entry_count;
    loading->intake->no_answers = arena_array(arena, most, sizeof *loading->intake->no_answers);
    for (size_t i = 0; i < map.table->count; i++)
        read_no_answer(loading, arena_format(arena, "%zu", i + 1), map.table->items[i],
                       "no_answer");
    for (size_t i = 0; i < map.table->entry_count; i++) {
        const struct value_entry *entry = &map.table->entries[i];
        read_no_answer(loading, entry->key, entry->value,
                       arena_format(arena, "no_answer.%s", entry->key));
    }
}

/* --- what a row gives ------------------------------------------------------------------------- */

static void read_gives(struct loading *loading)
{
    struct value list = value_get(loading->plugin->table, "gives");
    struct intake *intake = loading->intake;
    intake->gives = arena_array(loading->plugin->arena, value_count(list), sizeof *intake->gives);
    for (size_t i = 0; i < value_count(list); i++)
        loading_record(loading, value_item(list, i),
                       arena_format(loading->plugin->arena, "gives[%zu]", i + 1),
                       &intake->gives[intake->count++]);
    if (intake->count == 0)
        say(loading, "gives", "it is empty. Say what one row gives");
}

bool intake_load(struct plugin *plugin, const struct instrument *const *instruments,
                 size_t instrument_count, struct intake **out, struct faults *faults)
{
    size_t before = faults->count;
    struct intake *intake = arena_take(plugin->arena, sizeof *intake);
    intake->plugin = plugin;
    intake->instruments = (struct instruments){.list = instruments, .count = instrument_count};
    struct loading loading = {plugin, intake, faults};
    if (!fields_check(plugin, plugin->table, "", &intake_fields, faults))
        return false;
    read_separator(&loading);
    read_encoding(&loading);
    read_no_answers(&loading);
    read_gives(&loading);
    if (faults->count == before)
        examples_check_columns(intake, faults);
    if (faults->count != before)
        return false;
    *out = intake;
    return true;
}

const struct plugin *intake_plugin(const struct intake *intake)
{
    return intake->plugin;
}

char intake_separator(const struct intake *intake)
{
    return intake->separator;
}

const char *intake_encoding(const struct intake *intake)
{
    return intake->encoding;
}
