/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "run/shelf.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "run/mirrored.h"
#include "run/taken.h"

/* A kind of plugin: the folder of its shelf, how one file becomes one of its structures (NULL: it
 * is broken, and said so), and the order of their ids. */
struct kind {
    const char *folder;
    void *(*load)(const struct shelf *shelf, struct plugin *plugin, struct faults *faults);
    int (*by_id)(const void *a, const void *b);
};

/* Things of one kind while they are read. */
struct list {
    void **things;
    size_t count;
};

/* --- one file --------------------------------------------------------------------------------- */

static void *load_instrument(const struct shelf *shelf, struct plugin *plugin,
                             struct faults *faults)
{
    (void)shelf;
    struct instrument *instrument;
    size_t examples;
    return instrument_load(plugin, &instrument, faults) &&
                   instrument_check_examples(instrument, &examples, faults)
               ? instrument
               : NULL;
}

static void *load_indicator(const struct shelf *shelf, struct plugin *plugin, struct faults *faults)
{
    (void)shelf;
    struct indicator *indicator;
    size_t examples;
    return indicator_load(plugin, &indicator, faults) &&
                   indicator_check_examples(indicator, &examples, faults)
               ? indicator
               : NULL;
}

static void *load_intake(const struct shelf *shelf, struct plugin *plugin, struct faults *faults)
{
    struct intake *intake;
    size_t examples;
    const struct instrument *const *instruments =
        (const struct instrument *const *)shelf->instruments;
    return intake_load(plugin, instruments, shelf->instrument_count, &intake, faults) &&
                   intake_check_examples(intake, &examples, faults)
               ? intake
               : NULL;
}

static void *load_report(const struct shelf *shelf, struct plugin *plugin, struct faults *faults)
{
    (void)shelf, (void)faults;
    return plugin;
}

static int instruments_by_id(const void *a, const void *b)
{
    return strcmp((*(struct instrument *const *)a)->id, (*(struct instrument *const *)b)->id);
}

static int indicators_by_id(const void *a, const void *b)
{
    return strcmp(indicator_facts(*(struct indicator *const *)a)->id,
                  indicator_facts(*(struct indicator *const *)b)->id);
}

static int intakes_by_id(const void *a, const void *b)
{
    return strcmp(intake_plugin(*(struct intake *const *)a)->id,
                  intake_plugin(*(struct intake *const *)b)->id);
}

static int plugins_by_id(const void *a, const void *b)
{
    return strcmp((*(struct plugin *const *)a)->id, (*(struct plugin *const *)b)->id);
}

static const struct kind kind_instrument = {"instruments", load_instrument, instruments_by_id};
static const struct kind kind_indicator = {"plugins/indicators", load_indicator, indicators_by_id};
static const struct kind kind_intake = {"plugins/intake", load_intake, intakes_by_id};
static const struct kind kind_report = {"reports", load_report, plugins_by_id};

/* The file's name without its folders and without .lua; a list of codes is known by none. */
static const char *id_of(struct arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    return text_ends(name, ".lua") ? arena_copy(arena, name, strlen(name) - strlen(".lua")) : "";
}

static void keep_broken(struct shelf *shelf, const char *path, const struct faults *faults)
{
    shelf->broken = arena_grow(shelf->arena, shelf->broken, shelf->broken_count,
                               &shelf->broken_room, sizeof *shelf->broken);
    shelf->broken[shelf->broken_count++] =
        (struct shelf_broken){arena_text(shelf->arena, path), id_of(shelf->arena, path), *faults};
}

void shelf_keep(struct shelf *shelf, struct plugin *plugin)
{
    shelf->plugins = arena_grow(shelf->arena, shelf->plugins, shelf->plugin_count,
                                &shelf->plugin_room, sizeof *shelf->plugins);
    shelf->plugins[shelf->plugin_count++] = plugin;
}

static void take_file(struct shelf *shelf, const struct kind *kind, const char *path,
                      struct list *list)
{
    struct faults faults = {0};
    struct plugin *plugin = NULL;
    void *thing = NULL;
    if (plugin_load(path, &plugin, &faults)) {
        shelf_keep(shelf, plugin);
        thing = kind->load(shelf, plugin, &faults);
    }
    if (thing)
        list->things[list->count++] = thing;
    else
        keep_broken(shelf, path, &faults);
}

/* --- folders ---------------------------------------------------------------------------------- */

static int is_lua(const struct dirent *entry)
{
    return text_ends(entry->d_name, ".lua") && entry->d_name[0] != '.' &&
           strcmp(entry->d_name, "contract.lua") != 0;
}

static int is_list(const struct dirent *entry)
{
    return text_ends(entry->d_name, ".csv");
}

static int by_bytes(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

/* The paths of a folder's files of a kind in the order of bytes; a folder that is not there has
 * none.
 */
static bool list_folder(struct arena *arena, const char *folder,
                        int (*is_wanted)(const struct dirent *entry), const char ***paths,
                        size_t *count, struct fault *fault)
{
    struct dirent **entries;
    *count = 0;
    int found = scandir(folder, &entries, is_wanted, by_bytes);
    if (found < 0)
        return errno == ENOENT || fault_set(fault, FAULT_IO, "%s: the folder cannot be read: %s",
                                            folder, strerror(errno));
    *paths = arena_array(arena, (size_t)found, sizeof **paths);
    for (int i = 0; i < found; i++) {
        (*paths)[(*count)++] = arena_format(arena, "%s/%s", folder, entries[i]->d_name);
        free(entries[i]);
    }
    free(entries);
    return true;
}

/* An id is for one plugin: the file that came to it second is refused, the others go on. */
static bool is_free(struct shelf *shelf, const char *path, const char *const *others, size_t count)
{
    const char *id = id_of(shelf->arena, path);
    for (size_t i = 0; i < count; i++) {
        if (strcmp(id_of(shelf->arena, others[i]), id) != 0)
            continue;
        struct faults faults = {0};
        faults_add(&faults,
                   "%s: the id `%s` is taken by %s, which is used. Give your file another name: it "
                   "is never silently preferred",
                   path, id, others[i]);
        keep_broken(shelf, path, &faults);
        return false;
    }
    return true;
}

/* Everything of one kind, sorted by id. */
static bool take_kind(struct shelf *shelf, const struct kind *kind, struct list *list,
                      struct fault *fault)
{
    struct arena *arena = shelf->arena;
    const char **ours = NULL, **theirs = NULL;
    size_t our_count, their_count = 0;
    if (!list_folder(arena, arena_format(arena, "%s/%s", shelf->home, kind->folder), is_lua, &ours,
                     &our_count, fault))
        return false;
    if (shelf->with && !list_folder(arena, arena_format(arena, "%s/%s", shelf->with, kind->folder),
                                    is_lua, &theirs, &their_count, fault))
        return false;
    *list = (struct list){arena_array(arena, our_count + their_count, sizeof(void *)), 0};
    plugin_share_worker(true);
    for (size_t i = 0; i < our_count; i++)
        take_file(shelf, kind, ours[i], list);
    plugin_share_worker(false);
    for (size_t i = 0; i < their_count; i++)
        if (is_free(shelf, theirs[i], ours, our_count))
            take_file(shelf, kind, theirs[i], list);
    if (list->count)
        qsort(list->things, list->count, sizeof *list->things, kind->by_id);
    return true;
}

/* Once all instruments are known: what one takes from another must be there. Those that cannot
 * have it are broken. */
static void check_taken(struct shelf *shelf)
{
    struct faults *faults = arena_array(shelf->arena, shelf->instrument_count, sizeof *faults);
    size_t kept = 0;
    taken_check(shelf, faults);
    for (size_t i = 0; i < shelf->instrument_count; i++) {
        if (faults[i].count)
            keep_broken(shelf, shelf->instruments[i]->plugin->path, &faults[i]);
        else
            shelf->instruments[kept++] = shelf->instruments[i];
    }
    shelf->instrument_count = kept;
}

/* Once all indicators are known: what one mirrors must be there. */
static void check_mirrored(struct shelf *shelf)
{
    size_t kept = 0;
    for (size_t i = 0; i < shelf->indicator_count; i++) {
        struct faults faults = {0};
        if (mirrored_check_one(shelf, shelf->indicators[i], &faults))
            shelf->indicators[kept++] = shelf->indicators[i];
        else
            keep_broken(shelf, indicator_facts(shelf->indicators[i])->plugin->path, &faults);
    }
    shelf->indicator_count = kept;
}

/* Intakes are read after the instruments, whose items they name. */
static bool take_all(struct shelf *shelf, struct fault *fault)
{
    struct list list;
    if (!take_kind(shelf, &kind_instrument, &list, fault))
        return false;
    shelf->instruments = (struct instrument **)list.things;
    shelf->instrument_count = list.count;
    check_taken(shelf);
    if (!take_kind(shelf, &kind_indicator, &list, fault))
        return false;
    shelf->indicators = (struct indicator **)list.things;
    shelf->indicator_count = list.count;
    check_mirrored(shelf);
    if (!take_kind(shelf, &kind_intake, &list, fault))
        return false;
    shelf->intakes = (struct intake **)list.things;
    shelf->intake_count = list.count;
    if (!take_kind(shelf, &kind_report, &list, fault))
        return false;
    shelf->reports = (struct plugin **)list.things;
    shelf->report_count = list.count;
    return true;
}

/* Our own lists are tested where they are made. */
static bool take_lists(struct shelf *shelf, struct fault *fault)
{
    size_t codes;
    if (!shelf->with)
        return true;
    if (!list_folder(shelf->arena, arena_format(shelf->arena, "%s/plugins/codes", shelf->with),
                     is_list, &shelf->lists, &shelf->list_count, fault))
        return false;
    for (size_t i = 0; i < shelf->list_count; i++) {
        struct faults faults = {0};
        if (!shelf_check_list(shelf, shelf->lists[i], &codes, &faults))
            keep_broken(shelf, shelf->lists[i], &faults);
    }
    return true;
}

/* A folder named wrongly would take an organisation's plugins away without a word. */
static bool own_is_there(const char *with, struct fault *fault)
{
    struct stat about;
    return !with || (stat(with, &about) == 0 && S_ISDIR(about.st_mode)) ||
           fault_set(fault, FAULT_NO_FILE,
                     "%s: there is no such folder. Name with --with or in ALONGSIDE_WITH the one "
                     "that has your instruments, plugins or reports in it",
                     with);
}

bool shelf_open(const char *home, const char *with, struct shelf *shelf, struct fault *fault)
{
    *shelf = (struct shelf){.arena = arena_new(), .home = home, .with = with};
    bool taken = own_is_there(with, fault) && take_lists(shelf, fault) && take_all(shelf, fault);
    plugin_end_shared();
    if (taken)
        return true;
    shelf_close(shelf);
    return false;
}

void shelf_close(struct shelf *shelf)
{
    for (size_t i = 0; i < shelf->plugin_count; i++)
        plugin_close(shelf->plugins[i]);
    for (size_t i = 0; i < shelf->broken_count; i++)
        faults_clear(&shelf->broken[i].faults);
    arena_free(shelf->arena);
    *shelf = (struct shelf){0};
}

/* --- looking up ------------------------------------------------------------------------------- */

const struct instrument *shelf_instrument(const struct shelf *shelf, const char *id)
{
    for (size_t i = 0; i < shelf->instrument_count; i++)
        if (strcmp(shelf->instruments[i]->id, id) == 0)
            return shelf->instruments[i];
    return NULL;
}

const struct indicator *shelf_indicator(const struct shelf *shelf, const char *id)
{
    for (size_t i = 0; i < shelf->indicator_count; i++)
        if (strcmp(indicator_facts(shelf->indicators[i])->id, id) == 0)
            return shelf->indicators[i];
    return NULL;
}

struct plugin *shelf_report(const struct shelf *shelf, const char *id)
{
    for (size_t i = 0; i < shelf->report_count; i++)
        if (strcmp(shelf->reports[i]->id, id) == 0)
            return shelf->reports[i];
    return NULL;
}
