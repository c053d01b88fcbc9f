/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files of tables: beside the plugin, or kept with a version of it. */
#include <stdlib.h>
#include <string.h>

#include "instrument/loader.h"
#include "vault/vault.h"

enum { DATA_FILE_MOST = 4 << 20 };

/* ID.NAME.csv, so that it can stand nowhere but beside the plugin and be nobody else's. */
static bool is_ours(const struct loader *loader, const char *name)
{
    size_t id = strlen(loader->plugin->id), length = strlen(name);
    return strncmp(name, loader->plugin->id, id) == 0 && name[id] == '.' && length > id + 5 &&
           text_ends(name, ".csv") &&
           strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789_.") == length;
}

static const char *path_of(const struct loader *loader, const char *name)
{
    const char *slash = strrchr(loader->plugin->path, '/');
    return slash ? arena_format(loader->arena, "%.*s/%s", (int)(slash - loader->plugin->path),
                                loader->plugin->path, name)
                 : name;
}

static const struct data_file *among(const struct data_file *files, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(files[i].name, name) == 0)
            return &files[i];
    return NULL;
}

static struct data_file *add(const struct loader *loader, struct data_file file)
{
    struct instrument *instrument = loader->instrument;
    struct data_file *files = arena_array(loader->arena, instrument->file_count + 1, sizeof *files);
    if (instrument->file_count)
        memcpy(files, instrument->files, instrument->file_count * sizeof *files);
    files[instrument->file_count] = file;
    instrument->files = files;
    return &files[instrument->file_count++];
}

/* One that is not there is no fault; a folder, a pipe or one too large is. */
static bool read_file(const struct loader *loader, const char *name, const char *place,
                      const struct data_file **file)
{
    struct data_file found = {.name = name};
    struct fault fault;
    char *bytes;
    const char *path = path_of(loader, name);
    bool read = text_read_file(path, DATA_FILE_MOST, &bytes, &found.length, &fault);
    if (!read && fault.kind != FAULT_NO_FILE)
        faults_add(loader->faults, "%s:%d: %s", loader->plugin->path,
                   plugin_line(loader->plugin, place), fault.text);
    if (!read)
        return fault.kind == FAULT_NO_FILE;
    vault_fingerprint(bytes, found.length, found.hash);
    found.bytes = arena_copy(loader->arena, bytes, found.length);
    free(bytes);
    *file = add(loader, found);
    return true;
}

bool data_file_load(const struct loader *loader, const char *name, const char *place,
                    const struct data_file **file)
{
    *file = among(loader->instrument->files, loader->instrument->file_count, name);
    if (*file)
        return true;
    if (!is_ours(loader, name)) {
        plugin_say_of(loader->plugin, loader->faults, place,
                      "is \"%s\"; a table stands beside the plugin and is called %s.NAME.csv, in "
                      "small letters, digits and _",
                      name, loader->plugin->id);
        return false;
    }
    if (!loader->is_kept)
        return read_file(loader, name, place, file);
    const struct data_file *kept = among(loader->kept, loader->kept_count, name);
    *file = kept ? add(loader, *kept) : NULL;
    return true;
}

/* --- what is lacking -------------------------------------------------------------------------- */

static const char *skipped_by(const struct instrument *instrument, const char *scale,
                              struct arena *arena)
{
    struct value examples = value_get(instrument->plugin->table, "examples");
    const char *names = "";
    for (size_t i = 0; i < value_count(examples); i++) {
        struct value example = value_item(examples, i);
        const char *name = value_as_text(value_item(example, 0));
        if (name && value_get(example, scale).kind != VALUE_NIL)
            names = arena_format(arena, "%s%s\"%s\"", names, *names ? ", " : "", name);
    }
    return names;
}

const char *instrument_lacking(const struct instrument *instrument, struct arena *arena)
{
    const struct plugin *plugin = instrument->plugin;
    const char *all = NULL;
    for (size_t i = 0; i < instrument->scale_count; i++) {
        const struct scale *scale = &instrument->scales[i];
        if (!scale->absent)
            continue;
        const char *place = arena_format(arena, "scales[%zu].lookup", i + 1);
        const char *examples = skipped_by(instrument, scale->id, arena);
        all = arena_format(arena, "%s%s%s:%d: %s is not here: %s. %s is not scored until it is%s%s",
                           all ? all : "", all ? "\n" : "", plugin->path,
                           plugin_line(plugin, place), scale->absent, scale->obtain, scale->id,
                           *examples ? "; skipped: " : "", examples);
    }
    return all;
}
