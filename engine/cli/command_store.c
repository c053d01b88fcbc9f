/* SPDX-License-Identifier: GPL-3.0-or-later */
/* init, invent, import, score: what makes and fills a store. */
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/cli.h"
#include "ground/clock.h"
#include "intake/intake.h"
#include "invent/invent.h"

/* --- init ------------------------------------------------------------------------------------ */

struct init {
    struct common common;
    const char *area;
};

static error_t parse_init(int key, char *argument, struct argp_state *state)
{
    struct init *init = state->input;
    switch (key) {
    case 'a':
        init->area = argument;
        return 0;
    case ARGP_KEY_INIT:
        state->child_inputs[0] = &init->common;
        return 0;
    case ARGP_KEY_ARG:
        argp_error(state, "takes no \"%s\". The store is named with --store", argument);
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

static bool may_be_area(const char *area, struct fault *fault)
{
    struct arena *arena = arena_new();
    const char *sentence = area ? intake_no_area(area, arena) : NULL;
    if (sentence)
        fault_set(fault, FAULT_USAGE, "--area: %s", sentence);
    arena_free(arena);
    return !sentence;
}

static const struct argp_child keys_children[] = {{&common_keys_argp, 0, NULL, 0}, {0}};
static const struct argp_child children[] = {{&common_argp, 0, NULL, 0}, {0}};

int command_init(int argc, char **argv)
{
    static const struct argp_option options[] = {
        {"area", 'a', "NAME", 0, "the area that people met for the first time are put into", 1},
        {0}};
    static const struct argp argp = {
        options,       parse_init, NULL, "Make a store, and the key file that belongs to it.",
        keys_children, NULL,       NULL};
    struct init init = {0};
    cli_parse(&argp, argc, argv, &init);
    struct fault fault;
    struct vault *vault = NULL;
    if (access(init.common.store, F_OK) == 0) {
        fault_set(&fault, FAULT_CREATE, "%s: is there already, and was left as it is",
                  init.common.store);
        return cli_fail(&fault);
    }
    if (!may_be_area(init.area, &fault))
        return cli_fail(&fault);
    if (!vault_make(init.common.keys, &fault) || !vault_open(init.common.keys, &vault, &fault))
        return cli_fail(&fault);
    bool made = store_make(init.common.store, init.area, vault, &fault);
    vault_close(vault);
    if (!made) {
        unlink(init.common.keys);
        return cli_fail(&fault);
    }
    cli_say(&init.common, "Made %s and its key, %s. Keep a copy of the key apart from the store.",
            init.common.store, init.common.keys);
    return 0;
}

/* --- invent ---------------------------------------------------------------------------------- */

struct invent {
    struct common common;
    const char *folder;
    int64_t people, seed;
};

static error_t parse_invent(int key, char *argument, struct argp_state *state)
{
    struct invent *invent = state->input;
    switch (key) {
    case 'n':
        if (!text_whole(argument, &invent->people) || invent->people < 0 ||
            invent->people > 1000000)
            argp_error(state, "--people: \"%s\" is not a number from 0 to 1,000,000", argument);
        return 0;
    case 's':
        if (!text_whole(argument, &invent->seed) || invent->seed < 0)
            argp_error(state, "--seed: \"%s\" is not a whole number from 0 up", argument);
        return 0;
    case ARGP_KEY_INIT:
        state->child_inputs[0] = &invent->common;
        return 0;
    case ARGP_KEY_ARG:
        if (invent->folder)
            argp_error(state, "takes one folder, not also \"%s\"", argument);
        invent->folder = argument;
        return 0;
    case ARGP_KEY_END:
        if (!invent->folder)
            argp_error(state, "name the folder to write to");
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

static void say_made_up(const struct invent *invent)
{
    struct text names = {0};
    for (size_t i = 0; i < INVENT_FILES; i++)
        text_format(&names, "%s%s", i ? ", " : "", invent_file_name[i]);
    cli_say(&invent->common, "Made up %" PRId64 " people in %s: %s.", invent->people,
            invent->folder, names.bytes);
    text_free(&names);
}

int command_invent(int argc, char **argv)
{
    static const struct argp_option options[] = {
        {"people", 'n', "N", 0, "how many people; 400 when nothing is said", 1},
        {"seed", 's', "S", 0, "another seed makes other people; 1 when nothing is said", 1},
        {0}};
    static const struct argp argp = {options,
                                     parse_invent,
                                     "FOLDER",
                                     "Write the plain files of a made-up area: people.csv, "
                                     "answers.csv, events.csv and what goes with them. Nobody in "
                                     "it is a real person.",
                                     children,
                                     NULL,
                                     NULL};
    struct invent invent = {.people = 400, .seed = 1};
    struct fault fault;
    cli_parse(&argp, argc, argv, &invent);
    if (!invent_area(invent.folder, (int)invent.people, (uint64_t)invent.seed, &fault))
        return cli_fail(&fault);
    say_made_up(&invent);
    return 0;
}

/* --- import ---------------------------------------------------------------------------------- */

enum {
    FILES_MOST = 256,
    OPTION_AS = OPTION_OTHERS,
    OPTION_FORM,
    OPTION_DRY_RUN,
    OPTION_SET_ASIDE,
    OPTION_RECORDED
};

struct import_command {
    struct common common;
    const char *files[FILES_MOST];
    size_t count;
    const char *as, *form, *set_aside;
    bool dry_run;
    day recorded;
};

static void add_file(struct import_command *import, const char *file, struct argp_state *state)
{
    if (import->count == FILES_MOST)
        argp_error(state, "takes at most %d files at a time", FILES_MOST);
    import->files[import->count++] = file;
}

static error_t parse_import(int key, char *argument, struct argp_state *state)
{
    struct import_command *import = state->input;
    switch (key) {
    case OPTION_AS:
        import->as = argument;
        return 0;
    case OPTION_FORM:
        import->form = argument;
        return 0;
    case OPTION_DRY_RUN:
        import->dry_run = true;
        return 0;
    case OPTION_SET_ASIDE:
        import->set_aside = argument;
        return 0;
    case OPTION_RECORDED:
        import->recorded = cli_date(state, "--recorded", argument);
        return 0;
    case ARGP_KEY_INIT:
        state->child_inputs[0] = &import->common;
        return 0;
    case ARGP_KEY_ARG:
        add_file(import, argument, state);
        return 0;
    case ARGP_KEY_END:
        if (import->count == 0)
            argp_error(state, "name at least one file");
        if (import->set_aside && import->count > 1)
            argp_error(state, "--set-aside goes with one file at a time");
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

/* "14 rows in"; of an intake that makes several records of a row, which are what is summed, "10
 * rows gave 14 records". */
static const char *what_came(const struct intake_done *done, struct arena *arena)
{
    int64_t records = done->result.sum.in;
    const char *rows = cli_counted(arena, done->rows, "row", "rows");
    return done->rows == records ? arena_format(arena, "%s in", rows)
                                 : arena_format(arena, "%s gave %s", rows,
                                                cli_counted(arena, records, "record", "records"));
}

static void say_sum(const struct common *common, const char *path, const struct intake_done *done,
                    bool dry_run, struct arena *arena)
{
    const struct import_sum *s = &done->result.sum;
    cli_say(common,
            "%s: %s = %s new + %s corrected + %s already known + %s left out + %s set aside%s%s%s",
            path, what_came(done, arena), count_text(arena, s->fresh),
            count_text(arena, s->corrected), count_text(arena, s->known),
            count_text(arena, s->left_out), count_text(arena, s->set_aside),
            done->set_aside ? " (" : "", done->set_aside ? done->set_aside : "",
            done->set_aside ? ")" : "");
    if (done->result.new_people)
        cli_say(common, "%s met for the first time.",
                cli_counted(arena, done->result.new_people, "person was", "people were"));
    for (size_t i = 0; i < done->result.new_area_count; i++)
        cli_say(common, "The area %s is new.", done->result.new_areas[i]);
    if (done->result.people_without_area)
        cli_say(common,
                "%s in no area, so they are left out of area reports: name it in a people file, or "
                "with init --area.",
                cli_counted(arena, done->result.people_without_area, "person is", "people are"));
    if (dry_run)
        cli_say(common, "Nothing was kept: this was a dry run.");
}

static const struct intake_broken *broken_files(const struct desk *desk)
{
    const struct shelf *shelf = &desk->shelf;
    struct intake_broken *files = arena_array(desk->arena, shelf->broken_count, sizeof *files);
    for (size_t i = 0; i < shelf->broken_count; i++)
        files[i] = (struct intake_broken){shelf->broken[i].path};
    return files;
}

static bool import_one(struct desk *desk, const struct import_command *import, const char *path,
                       struct fault *fault)
{
    struct intake_done done = {0};
    struct intake_how how = {.path = path,
                             .as = import->as,
                             .form = import->form,
                             .set_aside = import->set_aside,
                             .recorded = import->recorded,
                             .dry_run = import->dry_run,
                             .intakes = (const struct intake *const *)desk->shelf.intakes,
                             .intake_count = desk->shelf.intake_count,
                             .broken = broken_files(desk),
                             .broken_count = desk->shelf.broken_count,
                             .progress = cli_progress_rows,
                             .progress_context = &desk->common,
                             .warn = cli_warn,
                             .warn_context = desk};
    how.progress_context = desk->common;
    if (!shelf_with_kept(&desk->shelf, desk->store, &how.instruments, &how.instrument_count,
                         &how.kept_count, fault) ||
        !intake_file(desk->store, &how, desk->arena, &done, fault))
        return false;
    cli_progress_end();
    say_sum(desk->common, path, &done, import->dry_run, desk->arena);
    if (done.result.sum.set_aside)
        desk->attention = FAULT_ATTENTION;
    return true;
}

/* Who may be counted, and how people say yes to it. */
static bool say_counted(struct desk *desk, struct fault *fault)
{
    int64_t all, sharing;
    if (!store_count_people(desk->store, &all, &sharing, fault))
        return false;
    cli_say(desk->common, "%s of %s said yes to being counted for learning%s.",
            count_text(desk->arena, sharing), cli_counted(desk->arena, all, "person", "people"),
            sharing < all ? "; others can say so in the column shares of a people file, or in a "
                            "file of consents (purpose learning)"
                          : "");
    return true;
}

static const char import_help[] =
    "Take in files, each whole or not at all. Rows that cannot be taken are written to a file of "
    "their own with the reason, to be mended and imported again.\v"
    "What a file is, and how its header begins:\n\n"
    "  people    person,area\n"
    "  answers   person,date,instrument,item,answer\n"
    "            person,date,instrument and a column for each item\n"
    "            area,seat,date,instrument and as above\n"
    "  events    person,date,kind\n"
    "  goals     person,date,goal,words,rating,status\n"
    "  notes     person,date,words\n"
    "  consents  person,date,purpose,given\n"
    "  services  service,type\n"
    "  areas     area\n"
    "  collects  area,kind,since\n\n"
    "The README says which other columns each may have.";

int command_import(int argc, char **argv)
{
    static const struct argp_option options[] = {
        {"as", OPTION_AS, "KIND", 0,
         "what the file is: one of the words below, instruments/ID, or the id of an intake; else "
         "its header tells",
         1},
        {"form", OPTION_FORM, "F", 0,
         "the printed edition of answers that name none in a column `form`", 1},
        {"dry-run", OPTION_DRY_RUN, NULL, 0, "do everything, say what it would do, keep nothing",
         1},
        {"set-aside", OPTION_SET_ASIDE, "FILE", 0,
         "where rows that cannot be taken go; else NAME.set-aside.csv", 1},
        {"recorded", OPTION_RECORDED, "DATE", 0,
         "the day these files count as recorded on; else today", 1},
        {0}};
    static const struct argp argp = {options,       parse_import, "FILE…", import_help,
                                     keys_children, NULL,         NULL};
    struct import_command import = {.recorded = clock_today()};
    struct desk desk;
    struct fault fault;
    cli_parse(&argp, argc, argv, &import);
    bool done = desk_open(&desk, &import.common, DESK_WRITE | DESK_VAULT, &fault) &&
                cli_may_write(&import.common, import.set_aside, &fault);
    for (size_t i = 0; done && i < desk.shelf.broken_count; i++)
        cli_warn(&desk, desk.shelf.broken[i].faults.said[0]);
    for (size_t i = 0; done && i < import.count; i++) {
        done = import_one(&desk, &import, import.files[i], &fault);
        if (!done && i > 0)
            cli_warn(&desk, "The files before this one were taken in and are kept.");
    }
    done = done && say_counted(&desk, &fault);
    int code = done ? desk.attention : cli_fail(&fault);
    desk_close(&desk);
    return code;
}

/* --- score ----------------------------------------------------------------------------------- */

enum { OPTION_REBUILD = OPTION_OTHERS, OPTION_SCORE_PERSON, OPTION_JOBS, JOBS_MOST = 64 };

struct score_command {
    struct common common;
    const char *person;
    bool rebuild;
    int64_t jobs;
};

static error_t parse_score(int key, char *argument, struct argp_state *state)
{
    struct score_command *score = state->input;
    switch (key) {
    case OPTION_REBUILD:
        score->rebuild = true;
        return 0;
    case OPTION_SCORE_PERSON:
        score->person = argument;
        return 0;
    case OPTION_JOBS:
        if (!text_whole(argument, &score->jobs) || score->jobs < 1 || score->jobs > JOBS_MOST)
            argp_error(state, "--jobs: \"%s\" is not a number from 1 to %d", argument, JOBS_MOST);
        return 0;
    case ARGP_KEY_INIT:
        state->child_inputs[0] = &score->common;
        return 0;
    case ARGP_KEY_ARG:
        argp_error(state, "takes no \"%s\"", argument);
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

int command_score(int argc, char **argv)
{
    static const struct argp_option options[] = {
        {"person", OPTION_SCORE_PERSON, "REF", 0, "one person; else everyone", 1},
        {"rebuild", OPTION_REBUILD, NULL, 0, "work everything out again, not only what changed", 1},
        {"jobs", OPTION_JOBS, "N", 0,
         "so many processes work scores out, and one writes them; 1 when nothing is said. The "
         "result is the same",
         1},
        {0}};
    static const struct argp argp = {options,
                                     parse_score,
                                     NULL,
                                     "Bring scores and findings up to date: of those for whom "
                                     "something changed, or of whom time has changed something.",
                                     children,
                                     NULL,
                                     NULL};
    struct score_command score = {.jobs = 1};
    struct desk desk;
    struct fault fault;
    struct run_done done;
    cli_parse(&argp, argc, argv, &score);
    if (!desk_open_crew(&desk, &score.common, (int)score.jobs, &fault) ||
        !desk_derive(&desk, clock_today(), score.person, score.rebuild, &done, &fault)) {
        desk_close(&desk);
        return cli_fail(&fault);
    }
    cli_say(&score.common, "%s looked at again: %s, %s.",
            cli_counted(desk.arena, done.people, "person", "people"),
            cli_counted(desk.arena, done.scores, "score", "scores"),
            cli_counted(desk.arena, done.findings, "finding", "findings"));
    desk_close(&desk);
    return desk.attention;
}
