/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Versions of instruments that the store kept, beside those of the shelf. */
#include <string.h>

#include "run/shelf.h"
#include "vault/vault.h"

/* A plugin's id is its file's name, so what was kept needs one too; once loaded, it is told as what
 * it is. */
bool shelf_load_kept(const struct shelf *shelf, const struct stored_plugin *stored,
                     struct plugin **own, struct faults *faults)
{
    const char *path = arena_format(shelf->arena, "kept in the store/version %s/%s.lua",
                                    stored->version, stored->id);
    if (!plugin_load_source(path, stored->source, strlen(stored->source), own, faults))
        return false;
    (*own)->kept = true;
    (*own)->path = arena_format((*own)->arena, "%s version %s, kept in the store", stored->id,
                                stored->version);
    return true;
}

/* A table of another content than the one that is kept with the version, or that is not there. */
static const struct stored_table *other_table(const struct instrument *here,
                                              const struct stored_plugin *stored, bool *lost)
{
    for (size_t i = 0; i < stored->table_count; i++) {
        size_t at = 0;
        while (at < here->file_count && strcmp(here->files[at].name, stored->tables[i].name) != 0)
            at++;
        *lost = at == here->file_count;
        if (*lost || strcmp(here->files[at].hash, stored->tables[i].hash) != 0)
            return &stored->tables[i];
    }
    return NULL;
}

const char *shelf_other_table(const struct instrument *here, const struct stored_plugin *stored)
{
    bool lost;
    const struct stored_table *other = other_table(here, stored, &lost);
    return other && !lost ? other->name : NULL;
}

static bool load_with_tables(struct plugin *plugin, const struct stored_plugin *stored,
                             struct instrument **instrument, struct faults *faults)
{
    struct data_file *files = arena_array(plugin->arena, stored->table_count, sizeof *files);
    for (size_t i = 0; i < stored->table_count; i++) {
        const struct stored_table *table = &stored->tables[i];
        files[i] =
            (struct data_file){.name = arena_text(plugin->arena, table->name),
                               .bytes = arena_copy(plugin->arena, table->bytes, table->length),
                               .length = table->length};
        vault_fingerprint(table->bytes, table->length, files[i].hash);
    }
    return instrument_load_kept(plugin, files, stored->table_count, instrument, faults);
}

const struct instrument *shelf_version(const struct shelf *shelf,
                                       const struct stored_plugin *stored, struct plugin **own,
                                       struct faults *faults)
{
    const struct instrument *here = shelf_instrument(shelf, stored->id);
    struct instrument *kept = NULL;
    bool lost;
    *own = NULL;
    if (here && strcmp(here->version, stored->version) == 0 &&
        strcmp(here->plugin->pin, stored->pin) == 0 && !other_table(here, stored, &lost))
        return here;
    return shelf_load_kept(shelf, stored, own, faults) &&
                   load_with_tables(*own, stored, &kept, faults)
               ? kept
               : NULL;
}

/* A file of the shelf with another content under the same version stays in its place: importing
 * answers to it is refused. */
static bool is_only_kept(const struct shelf *shelf, const struct stored_plugin *stored)
{
    const struct instrument *here = shelf_instrument(shelf, stored->id);
    return strcmp(stored->kind, "instrument") == 0 &&
           (!here || strcmp(here->version, stored->version) != 0);
}

static const struct instrument *load_version(struct shelf *shelf,
                                             const struct stored_plugin *stored)
{
    struct plugin *own;
    struct faults faults = {0}; /* the pass over people says them */
    const struct instrument *kept = shelf_version(shelf, stored, &own, &faults);
    if (own)
        shelf_keep(shelf, own);
    faults_clear(&faults);
    return kept;
}

bool shelf_with_kept(struct shelf *shelf, struct store *store,
                     const struct instrument *const **instruments, size_t *count,
                     size_t *kept_count, struct fault *fault)
{
    struct stored_plugin *stored;
    size_t stored_count;
    if (!store_plugins(store, shelf->arena, &stored, &stored_count, fault))
        return false;
    const struct instrument **all =
        arena_array(shelf->arena, shelf->instrument_count + stored_count, sizeof *all);
    for (*count = 0; *count < shelf->instrument_count; ++*count)
        all[*count] = shelf->instruments[*count];
    for (size_t i = 0; i < stored_count; i++) {
        const struct instrument *kept =
            is_only_kept(shelf, &stored[i]) ? load_version(shelf, &stored[i]) : NULL;
        if (kept)
            all[(*count)++] = kept;
    }
    *kept_count = *count - shelf->instrument_count;
    *instruments = all;
    return true;
}
