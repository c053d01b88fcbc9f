/* SPDX-License-Identifier: GPL-3.0-or-later */
/* new: begins a plugin as one commented file whose blanks are marked. It is written here, or into
 * the folder of its kind below --with; nothing is ever written over. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/cli.h"
#include "plugin/blanks.h"

static const char instrument_lua[] = {
#include "new_instrument.inc"
};
static const char indicator_lua[] = {
#include "new_indicator.inc"
};
static const char intake_lua[] = {
#include "new_intake.inc"
};
static const char report_lua[] = {
#include "new_report.inc"
};

static const char report_person_lua[] = {
#include "new_report_person.inc"
};

static const struct beginning {
    const char *word, *folder, *source;
} beginnings[] = {{"instrument", "instruments", instrument_lua},
                  {"indicator", "plugins/indicators", indicator_lua},
                  {"intake", "plugins/intake", intake_lua},
                  {"report", "reports", report_lua}};
enum { BEGINNINGS = sizeof beginnings / sizeof *beginnings };

struct new_command {
    struct common common;
    const struct beginning *kind;
    const char *id;
    bool for_person; /* a report's reader, else an area */
    struct desk desk;
};

enum { OPTION_READER = OPTION_OTHERS };

/* --- options --------------------------------------------------------------------------------- */

static const struct beginning *beginning_of(const char *word)
{
    for (size_t i = 0; i < BEGINNINGS; i++)
        if (strcmp(beginnings[i].word, word) == 0)
            return &beginnings[i];
    return NULL;
}

static void parse_argument(struct new_command *new, const char *argument, struct argp_state *state)
{
    if (!new->kind && !(new->kind = beginning_of(argument)))
        argp_error(state, "\"%s\" is not one of instrument, indicator, intake and report",
                   argument);
    else if (new->id)
        argp_error(state, "begins one plugin at a time, not also \"%s\"", argument);
    else if (state->arg_num > 0 && !text_is_id(argument))
        argp_error(state,
                   "\"%s\" is no id: small letters, digits and _, beginning with a letter, at "
                   "most 40",
                   argument);
    else if (state->arg_num > 0)
        new->id = argument;
}

static void parse_reader(struct new_command *new, const char *reader, struct argp_state *state)
{
    if (!text_has_word("person area", reader))
        argp_error(state, "--reader: \"%s\" is not one of person and area", reader);
    new->for_person = strcmp(reader, "person") == 0;
}

static bool is_report(const struct new_command *new)
{
    return strcmp(new->kind->word, "report") == 0;
}

static error_t parse_new(int key, char *argument, struct argp_state *state)
{
    struct new_command *new = state->input;
    switch (key) {
    case ARGP_KEY_INIT:
        state->child_inputs[0] = &new->common;
        return 0;
    case OPTION_READER:
        parse_reader(new, argument, state);
        return 0;
    case ARGP_KEY_ARG:
        parse_argument(new, argument, state);
        return 0;
    case ARGP_KEY_END:
        if (!new->id)
            argp_error(state, "say which kind, and the id: new instrument sleep");
        if (new->for_person && !is_report(new))
            argp_error(state, "--reader says who reads a report; take it out");
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

/* --- writing --------------------------------------------------------------------------------- */

static bool is_free(const struct new_command *new, struct fault *fault)
{
    const struct shelf *shelf = &new->desk.shelf;
    const char *path = NULL;
    for (size_t i = 0; i < shelf->plugin_count; i++)
        if (strcmp(shelf->plugins[i]->id, new->id) == 0)
            path = shelf->plugins[i]->path;
    for (size_t i = 0; i < shelf->broken_count; i++)
        if (strcmp(shelf->broken[i].id, new->id) == 0)
            path = shelf->broken[i].path;
    return !path || fault_set(fault, FAULT_CREATE,
                              "the id `%s` is taken by %s. Choose another: an id is for one plugin",
                              new->id, path);
}

/* Every folder on the way to `path`. */
static bool make_folders(const char *path, struct arena *arena, struct fault *fault)
{
    for (const char *slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        const char *folder = arena_copy(arena, path, (size_t)(slash - path));
        if (mkdir(folder, 0777) != 0 && errno != EEXIST)
            return fault_set(fault, FAULT_CREATE, "%s: the folder cannot be made: %s", folder,
                             strerror(errno));
    }
    return true;
}

/* A file that is not there yet, whole or not at all. */
static bool write_new(const char *path, const char *bytes, size_t length, struct fault *fault)
{
    int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (file < 0)
        return fault_set(fault, FAULT_CREATE,
                         errno == EEXIST
                             ? "%s: is there already, and is not written over. Choose another id"
                             : "%s: cannot be made here: %s",
                         path, strerror(errno));
    bool written = write(file, bytes, length) == (ssize_t)length;
    if (close(file) == 0 && written)
        return true;
    unlink(path);
    return fault_set(fault, FAULT_IO, "%s: could not be written: %s", path, strerror(errno));
}

static const char *path_for(struct new_command *new, const char *ending)
{
    const char *with = new->common.with;
    return with ? arena_format(new->desk.arena, "%s/%s/%s.%s", with, new->kind->folder, new->id,
                               ending)
                : arena_format(new->desk.arena, "%s.%s", new->id, ending);
}

/* The page of a report begins as that of the engine's own. */
static bool write_template(struct new_command *new, struct fault *fault)
{
    char *bytes;
    size_t length;
    const char *from = arena_format(new->desk.arena, "%s/reports/%s.html", cli_home(),
                                    new->for_person ? "my_progress" : "area_learning");
    if (!text_read_file(from, 1 << 20, &bytes, &length, fault))
        return false;
    bool written = write_new(path_for(new, "html"), bytes, length, fault);
    free(bytes);
    return written;
}

static bool begin(struct new_command *new, struct fault *fault)
{
    const char *path = path_for(new, "lua");
    const char *source = new->for_person ? report_person_lua : new->kind->source;
    if (!is_free(new, fault) || (new->common.with && !make_folders(path, new->desk.arena, fault)) ||
        !write_new(path, source, strlen(source), fault))
        return false;
    if (is_report(new) && !write_template(new, fault)) {
        unlink(path);
        return false;
    }
    cli_say(&new->common,
            "Wrote %s%s%s. %zu blanks are marked FILL IN: `alongside check %s` names those that "
            "are left.",
            path, is_report(new) ? " and " : "", is_report(new) ? path_for(new, "html") : "",
            blanks_count(source), path);
    return true;
}

int command_new(int argc, char **argv)
{
    static const struct argp_option options[] = {
        {"reader", OPTION_READER, "WHO", 0, "of a report: person or area; else area", 1}, {0}};
    static const struct argp_child children[] = {{&common_argp, 0, NULL, 0}, {0}};
    static const struct argp argp = {options,
                                     parse_new,
                                     "instrument|indicator|intake|report ID",
                                     "Begin a plugin: one commented file ID.lua with every blank "
                                     "marked, here or in the folder of its kind below --with. A "
                                     "report gets its page, ID.html, too.",
                                     children,
                                     NULL,
                                     NULL};
    struct new_command new = {0};
    struct fault fault;
    cli_parse(&argp, argc, argv, &new);
    bool done = desk_open(&new.desk, &new.common, 0, &fault) && begin(&new, &fault);
    int code = done ? 0 : cli_fail(&fault);
    desk_close(&new.desk);
    return code;
}
