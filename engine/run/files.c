/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "run/files.h"

#include <string.h>

static void say(const struct files *files, const char *sentence)
{
    if (files->say)
        files->say(files->context, sentence);
}

static void say_all(const struct files *files, struct faults *faults)
{
    for (size_t i = 0; i < faults->count && i < FAULTS_SAID; i++)
        say(files, faults->said[i]);
    faults_clear(faults);
}

static void say_changed(const struct files *files, const char *path,
                        const struct stored_plugin *stored)
{
    say(files, arena_format(files->arena,
                            "%s: version %s was another file when it was first used; that one is "
                            "still used. Give the changed file a new version",
                            path, stored->version));
}

static void say_table_changed(const struct files *files, const struct instrument *here,
                              const char *table)
{
    say(files, arena_format(files->arena,
                            "%s: %s is another table than version %s was first scored with; that "
                            "one is still used. Give the plugin a new version",
                            here->plugin->path, table, here->version));
}

/* --- instruments ------------------------------------------------------------------------------ */

static void add_version(struct files *files, const struct stored_plugin *stored)
{
    struct version *version = &files->versions.all[files->versions.count++];
    struct faults faults = {0};
    *version =
        (struct version){.number = stored->number, .id = stored->id, .text = stored->version};
    const struct instrument *here = shelf_instrument(files->shelf, stored->id);
    version->instrument = shelf_version(files->shelf, stored, &version->own, &faults);
    bool same = here && strcmp(here->version, stored->version) == 0;
    const char *table = same ? shelf_other_table(here, stored) : NULL;
    if (same && strcmp(here->plugin->pin, stored->pin) != 0)
        say_changed(files, here->plugin->path, stored);
    else if (table)
        say_table_changed(files, here, table);
    say_all(files, &faults);
}

static bool is_kept(const struct stored_plugin *stored, size_t count, int64_t number,
                    const char *table)
{
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; stored[i].number == number && k < stored[i].table_count; k++)
            if (strcmp(stored[i].tables[k].name, table) == 0)
                return true;
    return false;
}

/* The tables of a file that serves are kept when they are first used. */
static bool keep_tables(const struct files *files, const struct version *version,
                        const struct stored_plugin *stored, size_t count, struct fault *fault)
{
    const struct instrument *instrument = version->own ? NULL : version->instrument;
    for (size_t i = 0; instrument && i < instrument->file_count; i++) {
        const struct data_file *file = &instrument->files[i];
        struct stored_table table = {file->name, file->hash, file->bytes, file->length};
        if (!is_kept(stored, count, version->number, file->name) &&
            !store_keep_table(files->store, version->number, &table, fault))
            return false;
    }
    return true;
}

/* --- indicators ------------------------------------------------------------------------------- */

static const struct stored_plugin *kept_indicator(const struct stored_plugin *stored, size_t count,
                                                  const struct indicator_facts *facts)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(stored[i].kind, "indicator") == 0 && strcmp(stored[i].id, facts->id) == 0 &&
            strcmp(stored[i].version, facts->version) == 0)
            return &stored[i];
    return NULL;
}

static bool keep_rule(struct files *files, struct rule *rule, const struct indicator_facts *facts,
                      struct fault *fault)
{
    struct stored_plugin use = {.kind = "indicator",
                                .id = facts->id,
                                .version = facts->version,
                                .pin = facts->plugin->pin,
                                .fingerprint = facts->plugin->fingerprint,
                                .source = facts->plugin->source,
                                .items = ""};
    if (!store_use_plugin(files->store, &use, "", fault))
        return false;
    rule->number = use.number;
    return true;
}

static bool add_rule(struct files *files, const struct indicator *indicator,
                     const struct stored_plugin *stored, size_t count, struct fault *fault)
{
    const struct indicator_facts *facts = indicator_facts(indicator);
    const struct stored_plugin *kept = kept_indicator(stored, count, facts);
    struct rule *rule = &files->rules[files->rule_count++];
    *rule = (struct rule){
        .id = facts->id, .text = facts->version, .pin = facts->plugin->pin, .indicator = indicator};
    if (!kept || strcmp(kept->pin, facts->plugin->pin) == 0)
        return keep_rule(files, rule, facts, fault);
    say_changed(files, facts->plugin->path, kept);
    struct faults faults = {0};
    struct indicator *old = NULL;
    if (shelf_load_kept(files->shelf, kept, &rule->own, &faults))
        indicator_load(rule->own, &old, &faults);
    say_all(files, &faults);
    rule->number = kept->number;
    rule->pin = kept->pin;
    rule->indicator = old;
    return true;
}

/* --- all of them ------------------------------------------------------------------------------ */

static bool choose_rules(struct files *files, const struct stored_plugin *stored, size_t count,
                         struct fault *fault)
{
    const struct shelf *shelf = files->shelf;
    files->rules = arena_array(files->arena, shelf->indicator_count, sizeof *files->rules);
    for (size_t i = 0; i < shelf->indicator_count; i++)
        if (!add_rule(files, shelf->indicators[i], stored, count, fault))
            return false;
    return true;
}

static bool choose_versions(struct files *files, const struct stored_plugin *stored, size_t count,
                            struct fault *fault)
{
    const struct shelf *shelf = files->shelf;
    files->versions.all =
        arena_array(files->arena, count + shelf->instrument_count, sizeof *files->versions.all);
    for (size_t i = 0; i < count; i++)
        if (strcmp(stored[i].kind, "instrument") == 0)
            add_version(files, &stored[i]);
    if (!takers_choose(files->store, shelf, files->arena, &files->versions, &files->takers, fault))
        return false;
    for (size_t i = 0; i < files->versions.count; i++)
        if (!keep_tables(files, &files->versions.all[i], stored, count, fault))
            return false;
    return true;
}

bool files_choose(struct files *files, struct fault *fault)
{
    struct stored_plugin *stored;
    size_t count;
    return store_plugins(files->store, files->arena, &stored, &count, fault) &&
           choose_versions(files, stored, count, fault) &&
           choose_rules(files, stored, count, fault);
}

bool files_choose_rules(struct files *files, struct fault *fault)
{
    struct stored_plugin *stored;
    size_t count;
    return store_plugins(files->store, files->arena, &stored, &count, fault) &&
           choose_rules(files, stored, count, fault);
}

void files_close(struct files *files)
{
    for (size_t i = 0; i < files->versions.count; i++) {
        if (files->versions.all[i].worker)
            worker_close(files->versions.all[i].worker);
        if (files->versions.all[i].own)
            plugin_close(files->versions.all[i].own);
    }
    for (size_t i = 0; i < files->rule_count; i++)
        if (files->rules[i].own)
            plugin_close(files->rules[i].own);
}
