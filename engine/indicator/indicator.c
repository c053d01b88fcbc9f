/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "indicator/indicator.h"

#include <string.h>

#include "indicator/indicator_private.h"

static void load_facts(struct loading *loading)
{
    struct value table = loading->plugin->table;
    struct indicator_facts *facts = &loading->indicator->facts;
    facts->plugin = loading->plugin;
    facts->id = loading->plugin->id;
    facts->title = value_as_text(value_get(table, "title"));
    facts->version = value_as_text(value_get(table, "version"));
    facts->asks = value_as_text(value_get(table, "asks"));
    facts->source = value_as_text(value_get(table, "source"));
    facts->mislead = value_as_text(value_get(table, "mislead"));
    facts->tell = value_as_text(value_get(table, "tell"));
    facts->mirrors = value_as_text(value_get(table, "mirrors"));
    if (facts->asks && !strchr(facts->asks, '?'))
        plugin_say(loading->plugin, loading->faults, "asks",
                   "has no question mark. It is the question that this helps people talk about");
}

/* And the kinds of this pattern, each once, in the order in which they are written. */
static const char *with_kinds(struct arena *arena, const char *kinds, const struct pattern *pattern)
{
    for (size_t i = 0; i < pattern->kind_count; i++) {
        const char *kind = pattern->kinds[i].kind;
        if (!text_has_word(kinds, kind))
            kinds = *kinds ? arena_format(arena, "%s %s", kinds, kind) : kind;
    }
    return kinds;
}

static void load_kinds(struct indicator *indicator, struct arena *arena)
{
    const char *kinds = "";
    for (size_t i = 0; i < indicator->at_count; i++)
        kinds = with_kinds(arena, kinds, &indicator->at[i]);
    indicator->facts.kinds = kinds;
    for (size_t i = 0; i < indicator->look_count; i++)
        kinds = with_kinds(arena, kinds, &indicator->looks[i].look.pattern);
    indicator->facts.reads = kinds;
}

bool indicator_load(struct plugin *plugin, struct indicator **indicator, struct faults *faults)
{
    size_t before = faults->count;
    struct loading loading = {plugin, arena_take(plugin->arena, sizeof(struct indicator)), faults};
    fields_check(plugin, plugin->table, "", &indicator_fields, faults);
    load_facts(&loading);
    load_settings(&loading);
    if (is_open(plugin))
        load_open(&loading);
    else
        load_patterns(&loading);
    load_tell(&loading);
    loading.indicator->plugin = plugin;
    load_kinds(loading.indicator, plugin->arena);
    *indicator = loading.indicator;
    return faults->count == before;
}

const struct indicator_facts *indicator_facts(const struct indicator *indicator)
{
    return &indicator->facts;
}

bool all_rows(const struct indicator *indicator, const struct record *record,
              const struct label *label, bool show_message, struct arena *arena, struct row **rows,
              size_t *count, struct fault *fault)
{
    if (indicator->reads)
        return open_rows(indicator, record, label, show_message, arena, rows, count, fault);
    *rows = find_rows(indicator, record, label, arena, count);
    return true;
}

bool indicator_find(const struct indicator *indicator, const struct record *record,
                    indicator_label *label, void *context, struct arena *arena,
                    struct finding **findings, size_t *count, struct fault *fault)
{
    struct label labels = {label, context};
    struct row *rows;
    bool good = all_rows(indicator, record, &labels, false, arena, &rows, count, fault);
    *findings = arena_array(arena, *count, sizeof **findings);
    for (size_t i = 0; i < *count; i++)
        (*findings)[i] = rows[i].finding;
    return good;
}
