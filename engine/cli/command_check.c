/* SPDX-License-Identifier: GPL-3.0-or-later */
/* check: every plugin, its examples and the engine's own property tests. */
#include <stdlib.h>
#include <string.h>

#include "cli/cli.h"
#include "cli/kinds.h"
#include "cli/watch.h"
#include "run/help.h"

enum { FILES_MOST = 256 };

struct check_command {
    struct common common;
    const char *files[FILES_MOST];
    size_t count;
    bool watch;
};

enum { OPTION_WATCH = OPTION_OTHERS };

struct tally {
    size_t hold, fail;
};

static error_t parse_check(int key, char *argument, struct argp_state *state)
{
    struct check_command *check = state->input;
    switch (key) {
    case OPTION_WATCH:
        check->watch = true;
        return 0;
    case ARGP_KEY_INIT:
        state->child_inputs[0] = &check->common;
        return 0;
    case ARGP_KEY_ARG:
        if (check->count == FILES_MOST)
            argp_error(state, "takes at most %d files at a time", FILES_MOST);
        check->files[check->count++] = argument;
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

/* Files of the shelf are named as they stand on it. */
static const char *on_shelf(const char *path)
{
    const char *home = cli_home();
    return text_starts(path, home) && path[strlen(home)] == '/' ? path + strlen(home) + 1 : path;
}

/* Where an example came to something else, the steps are what helps. */
static void say_how_to_see(const char *path, const struct plugin *plugin,
                           const struct faults *faults)
{
    bool wrong = false;
    for (size_t i = 0; i < faults->count && i < FAULTS_SAID; i++)
        wrong = wrong || strstr(faults->said[i], ", the example says ");
    if (wrong && plugin && kind_of_plugin(plugin) == KIND_INSTRUMENT)
        cli_print("    `alongside try %s --answers \"…\"` shows the steps from answers to score\n",
                  on_shelf(path));
}

static void say_faults(const char *path, const struct plugin *plugin, const struct faults *faults)
{
    cli_print("✗ %s\n", on_shelf(path));
    for (size_t i = 0; i < faults->count && i < FAULTS_SAID; i++)
        cli_print("    %s\n", faults->said[i]);
    if (faults->count > FAULTS_SAID)
        cli_print("    and %zu more\n", faults->count - FAULTS_SAID);
    say_how_to_see(path, plugin, faults);
}

/* Sentences of a line each, or NULL. */
static void say_lines(const char *before, const char *sentences)
{
    for (; sentences; sentences = strchr(sentences, '\n') ? strchr(sentences, '\n') + 1 : NULL)
        cli_print("    %s%.*s\n", before, (int)strcspn(sentences, "\n"), sentences);
}

/* What the shelf found against a file of its own that only shows beside the others: a circle. */
static const struct faults *known_faults(const struct shelf *shelf, const char *path)
{
    const struct faults *found = NULL;
    char *real = realpath(path, NULL);
    for (size_t i = 0; real && !found && i < shelf->broken_count; i++) {
        char *broken = realpath(shelf->broken[i].path, NULL);
        if (broken && strcmp(broken, real) == 0)
            found = &shelf->broken[i].faults;
        free(broken);
    }
    free(real);
    return found;
}

static void check_file(const struct shelf *shelf, const char *path, struct tally *tally)
{
    struct faults faults = {0};
    struct plugin *plugin = NULL;
    struct kind_checked checked = {0};
    bool holds =
        plugin_load(path, &plugin, &faults) && kind_check(shelf, plugin, &checked, &faults);
    const struct faults *known = holds ? known_faults(shelf, path) : NULL;
    holds = holds && !known;
    if (holds) {
        cli_print("✓ %s  %zu examples and %zu properties hold\n", on_shelf(path), checked.examples,
                  checked.properties);
        say_lines("", checked.lacking);
        say_lines("warning: ", checked.warnings);
    } else
        say_faults(path, plugin, known ? known : &faults);
    holds ? tally->hold++ : tally->fail++;
    faults_clear(&faults);
    if (plugin)
        plugin_close(plugin);
}

/* A list of codes of an organisation's own. */
static void check_list(const struct shelf *shelf, const char *path, struct tally *tally)
{
    struct faults faults = {0};
    size_t codes;
    bool holds = shelf_check_list(shelf, path, &codes, &faults);
    if (holds)
        cli_print("✓ %s  names %zu\n", on_shelf(path), codes);
    else
        say_faults(path, NULL, &faults);
    holds ? tally->hold++ : tally->fail++;
    faults_clear(&faults);
}

static void check_any(const struct shelf *shelf, const char *path, struct tally *tally)
{
    if (text_ends(path, ".csv"))
        check_list(shelf, path, tally);
    else
        check_file(shelf, path, tally);
}

/* The help that an organisation names is no plugin, and people's pages rest on it. */
static void check_help(const struct shelf *shelf, struct tally *tally)
{
    struct arena *arena = arena_new();
    struct help *help;
    struct fault fault;
    size_t count;
    if (!help_read(shelf->with, arena, &help, &count, &fault)) {
        cli_print("✗ %s\n", fault.text);
        tally->fail++;
    } else if (count) {
        cli_print("✓ %s/help.csv  names %zu\n", shelf->with, count);
        tally->hold++;
    }
    arena_free(arena);
}

/* Every file of the shelf, broken ones and lists of codes too. */
static void check_shelf(const struct shelf *shelf, struct tally *tally)
{
    for (size_t i = 0; i < shelf->plugin_count; i++)
        check_file(shelf, shelf->plugins[i]->path, tally);
    for (size_t i = 0; i < shelf->broken_count; i++) {
        /* A file that loads stands among the plugins too, a list of codes among the lists. */
        bool loaded = text_ends(shelf->broken[i].path, ".csv");
        for (size_t k = 0; k < shelf->plugin_count; k++)
            loaded = loaded || strcmp(shelf->plugins[k]->path, shelf->broken[i].path) == 0;
        if (!loaded)
            check_file(shelf, shelf->broken[i].path, tally);
    }
    for (size_t i = 0; i < shelf->list_count; i++)
        check_list(shelf, shelf->lists[i], tally);
}

static bool all_there(const struct check_command *check, struct fault *fault)
{
    for (size_t i = 0; i < check->count; i++)
        if (!text_is_file(check->files[i], fault))
            return false;
    return true;
}

/* What the next run could find otherwise: the files, a report's page, and where nothing is named
 * the shelf and its folders. Taken before the run, so that a change during it is not missed. */
static void watch_everything(const struct check_command *check, struct arena *arena,
                             const struct shelf *shelf, struct watch *watch)
{
    static const char *const folders[] = {"instruments", "plugins/indicators", "plugins/intake",
                                          "plugins/codes", "reports"};
    for (size_t i = 0; i < check->count; i++) {
        const char *path = check->files[i];
        watch_add(watch, path);
        if (text_ends(path, ".lua"))
            watch_add(watch, arena_format(arena, "%.*s.html", (int)strlen(path) - 4, path));
    }
    for (size_t i = 0; !check->count && i < sizeof folders / sizeof *folders; i++) {
        watch_add(watch, arena_format(arena, "%s/%s", shelf->home, folders[i]));
        if (shelf->with)
            watch_add(watch, arena_format(arena, "%s/%s", shelf->with, folders[i]));
    }
    if (!check->count && shelf->with)
        watch_add(watch, arena_format(arena, "%s/help.csv", shelf->with));
    for (size_t i = 0; !check->count && i < shelf->list_count; i++)
        watch_add(watch, shelf->lists[i]);
    for (size_t i = 0; !check->count && i < shelf->plugin_count; i++)
        watch_add(watch, shelf->plugins[i]->path);
    for (size_t i = 0; !check->count && i < shelf->broken_count; i++)
        watch_add(watch, shelf->broken[i].path);
}

/* One run. With `watch`, fills it with what to wait for. */
static int check_once(struct check_command *check, struct arena *arena, struct watch *watch)
{
    struct desk desk;
    struct fault fault;
    struct tally tally = {0};
    if (!desk_open(&desk, &check->common, 0, &fault) || !all_there(check, &fault)) {
        desk_close(&desk);
        return cli_fail(&fault);
    }
    if (watch)
        watch_everything(check, arena, &desk.shelf, watch);
    for (size_t i = 0; i < check->count; i++)
        check_any(&desk.shelf, check->files[i], &tally);
    if (check->count == 0) {
        check_shelf(&desk.shelf, &tally);
        check_help(&desk.shelf, &tally);
    }
    cli_print("%zu hold, %zu do not\n", tally.hold, tally.fail);
    desk_close(&desk);
    return tally.fail ? FAULT_ATTENTION : 0;
}

/* Runs again whenever something changes, until Ctrl-C. A folder that cannot be read ends it. */
static int check_again_and_again(struct check_command *check)
{
    const char *changed = "";
    int code = 0;
    while (changed) {
        struct arena *arena = arena_new();
        struct watch *watch = watch_new(arena);
        code = check_once(check, arena, watch);
        changed = code == 0 || code == FAULT_ATTENTION ? watch_wait(watch) : NULL;
        if (changed)
            cli_say(&check->common, "\n%s changed.", on_shelf(changed));
        arena_free(arena);
    }
    return code;
}

int command_check(int argc, char **argv)
{
    static const struct argp_option options[] = {
        {"watch", OPTION_WATCH, NULL, 0, "check again whenever a file changes, until Ctrl-C", 1},
        {0}};
    static const struct argp_child children[] = {{&common_argp, 0, NULL, 0}, {0}};
    static const struct argp argp = {options,
                                     parse_check,
                                     "[FILE…]",
                                     "Run the examples of plugin files, and the engine's own tests "
                                     "of them. Without a file, of every plugin.",
                                     children,
                                     NULL,
                                     NULL};
    struct check_command check = {0};
    cli_parse(&argp, argc, argv, &check);
    return check.watch ? check_again_and_again(&check) : check_once(&check, NULL, NULL);
}
