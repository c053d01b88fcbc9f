/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plugin/plugin.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "ground/text.h"
#include "plugin/blanks.h"
#include "plugin/controls.h"
#include "plugin/process.h"
#include "plugin/source.h"
#include "plugin/trouble.h"
#include "vault/vault.h"

/* "path:12: " or "path:12: place: " and so on: all but the sentence. */
static void say(const struct plugin *plugin, struct faults *faults, const char *place,
                const char *between, const char *format, va_list arguments)
{
    char sentence[900];
    vsnprintf(sentence, sizeof sentence, format, arguments);
    faults_add(faults, "%s:%d: %s%s%s", plugin->path, plugin_line(plugin, place), place, between,
               sentence);
}

void plugin_say(const struct plugin *plugin, struct faults *faults, const char *place,
                const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    say(plugin, faults, place, *place ? ": " : "", format, arguments);
    va_end(arguments);
}

void plugin_say_of(const struct plugin *plugin, struct faults *faults, const char *place,
                   const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    say(plugin, faults, place, *place ? " " : "the file ", format, arguments);
    va_end(arguments);
}

/* The file's name without folders and .lua, or NULL when that is no id. */
static const char *id_of(struct arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    if (!text_ends(name, ".lua"))
        return NULL;
    const char *id = arena_copy(arena, name, strlen(name) - 4);
    return text_is_id(id) ? id : NULL;
}

static bool begin(struct plugin *plugin, const char *path, const char *source, size_t length,
                  struct faults *faults)
{
    plugin->path = arena_text(plugin->arena, path);
    plugin->id = id_of(plugin->arena, path);
    if (!plugin->id)
        faults_add(faults,
                   "%s: a plugin's file name is its id: small letters, digits and _, beginning "
                   "with a letter",
                   path);
    if (!plugin->id || !source_check_bytes(path, source, length, faults))
        return false;
    plugin->source = arena_copy(plugin->arena, source, length);
    plugin->lines = lines_unread(plugin->arena);
    vault_fingerprint(source, length, plugin->fingerprint);
    return true;
}

static bool read_source(struct plugin *plugin, struct faults *faults)
{
    struct arena *arena = arena_new();
    struct tokens tokens = tokens_read(arena, source_begin(plugin->source));
    bool good = source_check_marks(plugin->path, &tokens, faults);
    source_pin(&tokens, plugin->pin);
    arena_free(arena);
    return good;
}

/* One request of loading; everything it may end in is said. */
static bool ask(struct plugin *plugin, struct process *process, enum talk kind,
                struct value request, struct value *answer, struct faults *faults)
{
    enum process_answer came = process_ask(process, kind, request, plugin->arena, answer);
    switch (came) {
    case PROCESS_DONE:
        return true;
    case PROCESS_TROUBLE:
        faults_add(faults, "%s", trouble_text(plugin, *answer, "", true, plugin->arena));
        return false;
    case PROCESS_LATE:
    case PROCESS_LOST:
        faults_add(faults, "%s",
                   trouble_lost(plugin, &process->mark, came == PROCESS_LATE, "", plugin->arena));
        return false;
    }
    return false;
}

/* Kept from file to file while they share it. */
static struct {
    bool yes;
    struct process process;
} shared;

void plugin_share_worker(bool yes)
{
    shared.yes = yes;
}

void plugin_end_shared(void)
{
    process_free(&shared.process);
}

static bool run_in(struct process *process, struct plugin *plugin, struct faults *faults)
{
    struct fault fault = {.kind = FAULT_NONE};
    if (!process->id && !process_start(process, &fault)) {
        faults_add(faults, "%s", fault.text);
        return false;
    }
    struct value source = value_text(plugin->arena, source_begin(plugin->source)), nothing;
    return ask(plugin, process, TALK_COMPILE, source, &nothing, faults) &&
           ask(plugin, process, TALK_TABLE, value_nil(), &plugin->table, faults);
}

static bool run_file(struct plugin *plugin, struct faults *faults)
{
    struct process own = {.id = 0};
    bool good = run_in(shared.yes ? &shared.process : &own, plugin, faults);
    process_free(&own);
    if (good && !value_is(plugin->table, VALUE_TABLE)) {
        plugin_say_of(plugin, faults, "", "gave back no table");
        return false;
    }
    return good && controls_check(plugin, faults);
}

bool plugin_load_source(const char *path, const char *source, size_t length, struct plugin **plugin,
                        struct faults *faults)
{
    struct arena *arena = arena_new();
    struct plugin *loaded = arena_take(arena, sizeof *loaded);
    loaded->arena = arena;
    *plugin = NULL;
    bool good = begin(loaded, path, source, length, faults) && read_source(loaded, faults) &&
                run_file(loaded, faults);
    if (loaded->source && blanks_say(loaded, faults))
        good = false;
    if (!good) {
        plugin_close(loaded);
        return false;
    }
    *plugin = loaded;
    return true;
}

bool plugin_load(const char *path, struct plugin **plugin, struct faults *faults)
{
    char *source = NULL;
    size_t length = 0;
    struct fault fault = {.kind = FAULT_NONE};
    *plugin = NULL;
    if (!text_read_file(path, PLUGIN_SOURCE_MOST, &source, &length, &fault)) {
        faults_add(faults, "%s", fault.text);
        return false;
    }
    bool loaded = plugin_load_source(path, source, length, plugin, faults);
    free(source);
    return loaded;
}

void plugin_close(struct plugin *plugin)
{
    if (!plugin)
        return;
    if (plugin->worker && plugin->worker_of == getpid())
        worker_close(plugin->worker);
    arena_free(plugin->arena);
}
