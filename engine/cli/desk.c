/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <libgen.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/cli.h"
#include "ground/clock.h"
#include "ground/refused.h"

/* --- options ---------------------------------------------------------------------------------- */

static error_t parse_common(int key, char *argument, struct argp_state *state)
{
    struct common *common = state->input;
    switch (key) {
    case OPTION_STORE:
        common->store = argument;
        return 0;
    case OPTION_KEYS:
        common->keys = argument;
        return 0;
    case OPTION_WITH:
        common->with = argument;
        return 0;
    case OPTION_QUIET:
        common->quiet = true;
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

#define STORE_OPTION                                                                               \
    {                                                                                              \
        "store", OPTION_STORE, "FILE", 0,                                                          \
            "the store; else $ALONGSIDE_STORE, else alongside.db here", 10                         \
    }
#define WITH_OPTION                                                                                \
    {                                                                                              \
        "with", OPTION_WITH, "DIR", 0,                                                             \
            "your own plugins, in a folder of the shelf's shape; else $ALONGSIDE_WITH", 10         \
    }
#define QUIET_OPTION                                                                               \
    {                                                                                              \
        "quiet", OPTION_QUIET, NULL, 0, "say nothing but what needs a person", 10                  \
    }

static const struct argp_option common_options[] = {STORE_OPTION, WITH_OPTION, QUIET_OPTION, {0}};
static const struct argp_option common_keys_options[] = {
    STORE_OPTION,
    {"keys", OPTION_KEYS, "FILE", 0,
     "the key file; else $ALONGSIDE_KEYS, else the store's name with .keys", 10},
    WITH_OPTION,
    QUIET_OPTION,
    {0}};
const struct argp common_argp = {common_options, parse_common, NULL, NULL, NULL, NULL, NULL};
const struct argp common_keys_argp = {
    common_keys_options, parse_common, NULL, NULL, NULL, NULL, NULL};

static const char *from_environment(const char *name, const char *otherwise)
{
    const char *value = getenv(name);
    return value && *value ? value : otherwise;
}

static void fill_in(struct common *common)
{
    if (!common->store)
        common->store = from_environment("ALONGSIDE_STORE", "alongside.db");
    if (!common->with)
        common->with = from_environment("ALONGSIDE_WITH", NULL);
    if (!common->keys)
        common->keys = from_environment("ALONGSIDE_KEYS", NULL);
    if (!common->keys) {
        snprintf(common->beside, sizeof common->beside, "%s.keys", common->store);
        common->keys = common->beside;
    }
}

static bool has_option(const struct argp *argp, const char *name)
{
    for (const struct argp_option *o = argp->options; o && (o->name || o->key || o->doc); o++)
        if (o->name && text_starts(o->name, name))
            return true;
    for (const struct argp_child *child = argp->children; child && child->argp; child++)
        if (has_option(child->argp, name))
            return true;
    return false;
}

/* An option that no command will ever have is met with the reason rather than with the usage. */
static void refuse_options(const struct argp *argp, int argc, char **argv)
{
    for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++) {
        if (!text_starts(argv[i], "--"))
            continue;
        char name[64] = "";
        memccpy(name, argv[i] + 2, '=', sizeof name - 1);
        name[strcspn(name, "=")] = '\0';
        const char *why = has_option(argp, name) ? NULL : refused_why(name);
        if (!why)
            continue;
        fprintf(stderr, "%s: there is no --%s. %s\n", argv[0], name, why);
        exit(FAULT_USAGE);
    }
}

void cli_parse(const struct argp *argp, int argc, char **argv, void *input)
{
    char name[64];
    snprintf(name, sizeof name, "alongside %s", argv[0]);
    argv[0] = name;
    refuse_options(argp, argc, argv);
    argp_parse(argp, argc, argv, 0, NULL, input);
    fill_in(input);
}

day cli_date(struct argp_state *state, const char *option, const char *text)
{
    day date = DAY_NONE;
    if (!day_read(text, &date))
        argp_error(state, "%s: \"%s\" is not a date. Write it as 2024-03-31", option, text);
    if (date > clock_today())
        argp_error(state, "%s: %s is still to come: nothing can be known of it", option, text);
    return date;
}

/* --- places ---------------------------------------------------------------------------------- */

/* `../RELATIVE` from the folder this program stands in. */
static void beside_program(const char *relative, char path[PATH_MAX])
{
    char self[PATH_MAX], joined[PATH_MAX + 64];
    ssize_t length = readlink("/proc/self/exe", self, sizeof self - 1);
    self[length > 0 ? length : 0] = 0;
    snprintf(joined, sizeof joined, "%s/../%s", dirname(self), relative);
    if (!realpath(joined, path))
        snprintf(path, PATH_MAX, "%.*s", PATH_MAX - 1, joined);
}

const char *cli_home(void)
{
    static char home[PATH_MAX]; /* asked for several times, the answer is always the same */
    if (!*home)
        beside_program("share/alongside", home);
    return home;
}

/* --- the desk -------------------------------------------------------------------------------- */

static bool open_store(struct desk *desk, int need, struct fault *fault)
{
    if (!(need & (DESK_READ | DESK_WRITE)))
        return true;
    return store_open(desk->common->store, need & DESK_WRITE ? STORE_WRITE : STORE_READ,
                      &desk->store, fault);
}

static bool open_vault(struct desk *desk, int need, struct fault *fault)
{
    struct common *common = desk->common;
    if ((need & DESK_VAULT_IF_THERE) && access(common->keys, F_OK) == 0)
        need |= DESK_VAULT;
    if ((need & DESK_VAULT) && !vault_open(common->keys, &desk->vault, fault))
        return false;
    unsigned char stores[VAULT_HASH], keys[VAULT_HASH];
    if (desk->vault && desk->store) {
        store_mark(desk->store, stores);
        vault_mark(desk->vault, keys);
        if (memcmp(stores, keys, sizeof keys) != 0)
            return fault_set(fault, FAULT_REFUSED,
                             "%s: is not the key of %s. Name the right one with --keys",
                             common->keys, common->store);
        store_unlock(desk->store, desk->vault);
    }
    return true;
}

bool desk_open(struct desk *desk, struct common *common, int need, struct fault *fault)
{
    *desk = (struct desk){.common = common, .arena = arena_new()};
    static char worker[PATH_MAX]; /* plugin_set_worker keeps the pointer */
    beside_program("libexec/alongside/alongside-worker", worker);
    plugin_set_worker(worker);
    return open_store(desk, need, fault) && open_vault(desk, need, fault) &&
           shelf_open(cli_home(), common->with, &desk->shelf, fault);
}

bool desk_open_crew(struct desk *desk, struct common *common, int jobs, struct fault *fault)
{
    return desk_open(desk, common, 0, fault) &&
           (jobs < 2 || crew_open(jobs, common->store, &desk->shelf, &desk->crew, fault)) &&
           open_store(desk, DESK_WRITE, fault);
}

void desk_close(struct desk *desk)
{
    if (desk->crew)
        crew_close(desk->crew);
    if (desk->shelf.arena)
        shelf_close(&desk->shelf);
    if (desk->store)
        store_close(desk->store);
    if (desk->vault)
        vault_close(desk->vault);
    arena_free(desk->arena);
}

bool desk_look(struct desk *desk, const char *ref, const char *what, struct fault *fault)
{
    struct look look = {ref, clock_today(), "command line", what};
    return store_look(desk->store, &look, fault);
}

/* Absence is never zero: of a day before anything was recorded, nothing at all is known. */
static bool say_unrecorded(const struct desk *desk, day as_of, struct fault *fault)
{
    day began;
    if (!store_began(desk->store, &began, fault))
        return false;
    if (began != DAY_NONE && began > as_of)
        cli_say(desk->common,
                "Nothing was recorded by %s, so nothing can be told as of that day. The first file "
                "was recorded on %s: `import --recorded` says when a file was known.",
                day_words(desk->arena, as_of), day_words(desk->arena, began));
    return true;
}

bool desk_derive(struct desk *desk, day as_of, const char *person, bool rebuild,
                 struct run_done *done, struct fault *fault)
{
    struct run_how how = {.as_of = as_of,
                          .rebuild = rebuild,
                          .person = person,
                          .crew = desk->crew,
                          .progress = cli_progress_people,
                          .progress_context = desk->common,
                          .warn = cli_warn,
                          .warn_context = desk};
    if (!shelf_lists_stand(&desk->shelf, fault) || !say_unrecorded(desk, as_of, fault) ||
        (as_of != clock_today() && !store_derive_apart(desk->store, fault)))
        return false;
    bool derived = run_score(desk->store, &desk->shelf, &how, done, fault);
    cli_progress_end();
    return derived;
}
