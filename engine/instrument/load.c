/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plugin's table into an instrument: first the fields, then items, then what rests on them. */
#include <string.h>

#include "instrument/loader.h"
#include "instrument/plan.h"
#include "instrument/read.h"
#include "stats/stats.h"
#include "vault/vault.h"

static bool is_yes(struct value value)
{
    return value.kind == VALUE_YES_NO && value.yes;
}

static void licence_load(struct instrument *instrument, struct value licence)
{
    struct value wording = value_get(licence, "wording"), scoring = value_get(licence, "scoring");
    instrument->wording_ships = is_yes(value_get(wording, "ship"));
    instrument->wording_terms = value_as_text(value_get(wording, "terms"));
    instrument->wording_holder = value_as_text(value_get(wording, "holder"));
    instrument->wording_notice = value_as_text(value_get(wording, "notice"));
    instrument->wording_unaltered = is_yes(value_get(wording, "unaltered"));
    instrument->scoring_ships = is_yes(value_get(scoring, "ship"));
    instrument->scoring_terms = value_as_text(value_get(scoring, "terms"));
}

static bool recall_load(const struct loader *loader, struct value recall)
{
    struct instrument *instrument = loader->instrument;
    int64_t days = 0;
    instrument->recall = value_as_text(value_item(recall, 0));
    value_as_whole(value_get(recall, "days"), &days);
    instrument->recall_days = (int)days;
    if (recall.kind != VALUE_TABLE ||
        (instrument->recall && value_count(recall) == 1 && days < 36600))
        return true;
    plugin_say_of(
        loader->plugin, loader->faults, "recall",
        "must say what stretch of time it asks about: { \"the last two weeks\", days = 14 }");
    return false;
}

static bool raters_load(const struct loader *loader, const char *words)
{
    struct instrument *instrument = loader->instrument;
    const char *word;
    size_t length;
    instrument->raters = words = words ? words : "person";
    while (text_word(&words, &word, &length)) {
        int place = word_place(raters, word, length);
        if (place < 0) {
            plugin_say_of(loader->plugin, loader->faults, "raters",
                          "names `%s`; who may answer is one of: %s",
                          arena_copy(loader->arena, word, length), raters);
            return false;
        }
        instrument->scored_raters |= 1u << place;
    }
    return true;
}

static bool taken_from_load(const struct loader *loader, const char *id)
{
    loader->instrument->taken_from = id;
    if (!id || strcmp(id, loader->plugin->id) != 0)
        return true;
    plugin_say_of(loader->plugin, loader->faults, "taken_from", "is this file itself: a circle");
    return false;
}

static bool head_load(const struct loader *loader)
{
    struct instrument *instrument = loader->instrument;
    struct value table = loader->plugin->table;
    instrument->plugin = loader->plugin;
    instrument->id = loader->plugin->id;
    instrument->title = value_as_text(value_get(table, "title"));
    instrument->version = value_as_text(value_get(table, "version"));
    instrument->source = value_as_text(value_get(table, "source"));
    instrument->mislead = value_as_text(value_get(table, "mislead"));
    instrument->content = value_as_text(value_get(table, "content"));
    licence_load(instrument, value_get(table, "licence"));
    bool good = recall_load(loader, value_get(table, "recall"));
    good = seats_load(loader) && good;
    good = raters_load(loader, value_as_text(value_get(table, "raters"))) && good;
    return taken_from_load(loader, value_as_text(value_get(table, "taken_from"))) && good;
}

static void mark(struct instrument *instrument)
{
    struct text all = {0};
    text_put(&all, instrument->plugin->pin);
    for (size_t i = 0; i < instrument->file_count; i++)
        text_format(&all, " %s %s", instrument->files[i].name, instrument->files[i].hash);
    vault_fingerprint(all.bytes, all.length, instrument->mark);
    text_free(&all);
}

/* Items that are sound let scales and forms be read, also when there are faults elsewhere: all are
 * said at once. */
static bool load(struct loader loader, struct instrument **instrument)
{
    struct plugin *plugin = loader.plugin;
    struct instrument *made = loader.instrument;
    loader.sound = arena_array(plugin->arena, SCALES_MOST, sizeof *loader.sound);
    bool good = fields_check(plugin, plugin->table, "", &instrument_fields, loader.faults);
    good = head_load(&loader) && good;
    if (items_load(&loader)) {
        read_prepare(made);
        good = skips_load(&loader) && good;
        good = scales_load(&loader) && good;
        good = bridges_load(&loader) && good;
        good = forms_load(&loader) && good;
    } else
        good = false;
    mark(made);
    if (good)
        *instrument = made;
    return good;
}

bool instrument_load(struct plugin *plugin, struct instrument **instrument, struct faults *faults)
{
    return load((struct loader){.plugin = plugin,
                                .arena = plugin->arena,
                                .instrument = arena_take(plugin->arena, sizeof **instrument),
                                .faults = faults},
                instrument);
}

bool instrument_load_kept(struct plugin *plugin, const struct data_file *files, size_t count,
                          struct instrument **instrument, struct faults *faults)
{
    return load((struct loader){.plugin = plugin,
                                .arena = plugin->arena,
                                .instrument = arena_take(plugin->arena, sizeof **instrument),
                                .faults = faults,
                                .is_kept = true,
                                .kept = files,
                                .kept_count = count},
                instrument);
}

bool scale_wobble(const struct scale *scale, double *change)
{
    if (scale->has_change)
        *change = scale->change;
    else if (scale->has_sem)
        *change = stats_reliable_change(scale->sem);
    return scale->has_change || scale->has_sem;
}

bool scale_wobble_between(const struct scale *scale, bool has_errors, double one, double other,
                          double *change)
{
    if (scale_wobble(scale, change))
        return true;
    if (has_errors)
        *change = stats_reliable_change_between(one, other);
    return has_errors;
}

bool scale_soft_bar(const struct scale *scale, bool has_error, double error, double *half)
{
    bool any = !scale->has_change && (scale->has_sem || has_error);
    if (any)
        *half = stats_soft_bar(scale->has_sem ? scale->sem : error);
    return any;
}
