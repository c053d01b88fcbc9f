/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report: one definition, one person or one area, one format. */
#include <stdio.h>
#include <string.h>

#include "cli/cli.h"
#include "ground/clock.h"
#include "page/page.h"
#include "protect/protect.h"
#include "report/report.h"

enum { OPTION_PERSON = OPTION_OTHERS, OPTION_AREA, OPTION_PERIOD, OPTION_AS_OF, OPTION_FORMAT };

struct report_command {
    struct common common;
    const char *name, *person, *area, *period, *out;
    const char *format; /* html, text, json or csv */
    day as_of;
    struct desk desk;
};

/* --- options --------------------------------------------------------------------------------- */

static void check_format(const char *format, struct argp_state *state)
{
    if (!text_has_word("html text json csv", format))
        argp_error(state, "--format: \"%s\" is not one of html, text, json and csv", format);
}

static void check_whole(const struct report_command *report, struct argp_state *state)
{
    if (!report->name)
        argp_error(state, "name the report. `alongside list reports` lists them");
    if (!report->person == !report->area)
        argp_error(state, "say whose it is: --person REF or --area NAME");
}

static error_t parse_report(int key, char *argument, struct argp_state *state)
{
    struct report_command *report = state->input;
    switch (key) {
    case OPTION_PERSON:
        report->person = argument;
        return 0;
    case OPTION_AREA:
        report->area = argument;
        return 0;
    case OPTION_PERIOD:
        report->period = argument;
        return 0;
    case OPTION_AS_OF:
        report->as_of = cli_date(state, "--as-of", argument);
        return 0;
    case OPTION_FORMAT:
        check_format(argument, state);
        report->format = argument;
        return 0;
    case 'o':
        report->out = argument;
        return 0;
    case ARGP_KEY_INIT:
        state->child_inputs[0] = &report->common;
        return 0;
    case ARGP_KEY_ARG:
        if (report->name)
            argp_error(state, "takes one report, not also \"%s\"", argument);
        report->name = argument;
        return 0;
    case ARGP_KEY_END:
        check_whole(report, state);
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

/* --- the definition -------------------------------------------------------------------------- */

static bool no_such_report(const struct report_command *command, struct fault *fault)
{
    const struct shelf *shelf = &command->desk.shelf;
    const char **names = arena_array(command->desk.arena, shelf->report_count + 1, sizeof *names);
    for (size_t i = 0; i < shelf->report_count; i++)
        names[i] = shelf->reports[i]->id;
    const char *near = text_nearest(command->name, names, shelf->report_count);
    return fault_set(
        fault, FAULT_NO_FILE, "there is no report `%s`.%s%s%s `alongside list reports` lists them",
        command->name, near ? " Did you mean `" : "", near ? near : "", near ? "`?" : "");
}

static bool is_for(const struct report_facts *facts, const struct report_command *command,
                   struct fault *fault)
{
    bool for_person = strcmp(facts->reader, "person") == 0;
    if (for_person == (command->person != NULL))
        return true;
    return fault_set(fault, FAULT_USAGE, "%s is %s report: name %s", facts->id,
                     for_person ? "a person's" : "an area's",
                     for_person ? "--person REF" : "--area NAME");
}

static bool open_definition(struct report_command *command, struct report **report,
                            struct fault *fault)
{
    struct faults faults = {0};
    struct plugin *plugin = shelf_report(&command->desk.shelf, command->name);
    if (!plugin)
        return no_such_report(command, fault);
    bool loaded = report_load(plugin, &command->desk.shelf, report, &faults);
    if (!loaded)
        fault_set(fault, FAULT_DATA, "%s", faults.said[0]);
    faults_clear(&faults);
    return loaded && is_for(report_facts(*report), command, fault);
}

/* --- the period ------------------------------------------------------------------------------ */

static bool choose_period(const struct report_command *command, const struct report_facts *facts,
                          struct days *period, struct fault *fault)
{
    if (command->period)
        return days_read_period(command->period, period) ||
               fault_set(fault, FAULT_USAGE,
                         "--period: \"%s\" is not a period. Write 2024, 2024-Q1, 2024-03 or "
                         "2024-01-01/2024-06-30",
                         command->period);
    *period = strcmp(facts->period, "all") == 0 ? (struct days){DAY_FIRST, DAY_LAST}
                                                : days_last_whole(facts->period, command->as_of);
    return true;
}

/* A person may ask for a period that is not over, and not for one of which nothing can be known. */
static bool has_begun(const struct report_command *command, struct days period, struct fault *fault)
{
    struct arena *arena = command->desk.arena;
    return !command->person || period.low <= command->as_of ||
           fault_set(fault, FAULT_USAGE,
                     "--period: %s had not begun on %s, the day that the page is made as of, so "
                     "nothing of it can be known. Ask for a period that had begun by then",
                     days_words(arena, period), day_words(arena, command->as_of));
}

/* A period is released once, so an area's is over before it is. */
static bool is_over(const struct report_command *command, struct days period, struct fault *fault)
{
    if (!command->area || period.high == DAY_LAST || period.high <= command->as_of)
        return true;
    struct arena *arena = command->desk.arena;
    return fault_set(
        fault, FAULT_REFUSED,
        "%s has not ended on %s, and a period is released once. Ask again when it is over, or for "
        "a shorter period that is",
        days_words(arena, period), day_words(arena, command->as_of));
}

/* --- the document ---------------------------------------------------------------------------- */

/* The page is whole, with a line that answers anybody. Said also when quiet, as it needs a person,
 * and with nothing of whose page it is. */
static void say_help(const struct report_command *command, struct value model)
{
    const char *with = command->desk.shelf.with;
    if (report_needs_help(model))
        fprintf(stderr,
                "This page says whom to turn to at once, and nobody near is named for that. Name "
                "them in %s%s, with the columns called,how and, where you need them, when,area. A "
                "line with an area, written as in the store, is for people there and in the areas "
                "within it.\n",
                with ? with : "help.csv in a folder that you give with --with",
                with ? "/help.csv" : "");
}

static bool says_no_yes(const struct report_command *command, int64_t all, struct fault *fault)
{
    if (!all)
        return fault_set(fault, FAULT_NO_FILE,
                         "%s of %s cannot be made: nobody is in the store yet, and a period is "
                         "released once. Import people first, then ask again",
                         command->name, command->area);
    return fault_set(fault, FAULT_REFUSED,
                     "%s of %s cannot be made: fewer than 10 people in the whole store have said "
                     "yes to being counted, and a period is released once. A yes is written in the "
                     "column shares of a people file, or in a file of consents, purpose learning. "
                     "Import it, then ask again",
                     command->name, command->area);
}

/* What is made public stands: it is not to be what a store makes of it before it has anything. */
static bool has_begun_to_count(const struct report_command *command, struct fault *fault)
{
    struct store *store = command->desk.store;
    struct arena *arena = command->desk.arena;
    int64_t all, sharing;
    day began;
    if (!command->area)
        return true;
    if (!store_count_people(store, &all, &sharing, fault) || !store_began(store, &began, fault))
        return false;
    if (sharing < PROTECT_LEAST)
        return says_no_yes(command, all, fault);
    return began <= command->as_of ||
           fault_set(fault, FAULT_REFUSED,
                     "%s of %s cannot be made as of %s: nothing was recorded by then, the first "
                     "file on %s, and a period is released once. Ask as of a later day. Where "
                     "files were known earlier, `import --recorded` says when",
                     command->name, command->area, day_words(arena, command->as_of),
                     day_words(arena, began));
}

static bool make_model(struct report_command *command, const struct report *report,
                       struct days period, struct value *model, struct fault *fault)
{
    struct desk *desk = &command->desk;
    day earlier;
    if (!command->person)
        return report_area(report, desk->store, &desk->shelf, command->area, period, command->as_of,
                           desk->arena, model, &earlier, fault);
    return desk_look(desk, command->person, arena_format(desk->arena, "report %s", command->name),
                     fault) &&
           report_person(report, desk->store, &desk->shelf, command->person, period, command->as_of,
                         desk->arena, model, fault);
}

/* What is public already needs nothing worked out, whatever has failed since. */
static bool find_release(const struct report_command *command, const struct report *report,
                         struct days period, struct value *model, bool *there, struct fault *fault)
{
    const struct desk *desk = &command->desk;
    day earlier = DAY_NONE;
    if (command->area && !report_released(report, desk->store, command->area, period, desk->arena,
                                          model, &earlier, fault))
        return false;
    *there = earlier != DAY_NONE;
    if (*there && earlier != command->as_of)
        cli_say(
            &command->common,
            "This period was released before, as of %s. A period is released once, so this is that "
            "release again.",
            day_words(desk->arena, earlier));
    return true;
}

static bool find_or_make(struct report_command *command, const struct report *report,
                         struct days *period, struct value *model, struct fault *fault)
{
    struct desk *desk = &command->desk;
    struct run_done done;
    bool there;
    return choose_period(command, report_facts(report), period, fault) &&
           has_begun(command, *period, fault) && is_over(command, *period, fault) &&
           find_release(command, report, *period, model, &there, fault) &&
           (there || (report_may_serve(report, desk->store, &desk->shelf, fault) &&
                      has_begun_to_count(command, fault) &&
                      desk_derive(desk, command->as_of, command->person, false, &done, fault) &&
                      make_model(command, report, *period, model, fault) &&
                      report_has_served(report, desk->store, fault)));
}

/* What could not be written is public all the same, once it is in the ledger. */
static bool say_release_stands(const struct report_command *command, const struct report *report,
                               struct days period, struct fault *fault)
{
    struct arena *arena = command->desk.arena;
    struct value model;
    struct fault unsaid;
    day released;
    if (!command->area || !report_released(report, command->desk.store, command->area, period,
                                           arena, &model, &released, &unsaid))
        return false;
    if (released != DAY_NONE)
        fault_set(fault, fault->kind,
                  "%s. The release stands as it was made, as of %s: ask again for the same area "
                  "and period, and it is printed",
                  arena_text(arena, fault->text), day_words(arena, released));
    return false;
}

static bool write_document(const struct report_command *command, const struct report_facts *facts,
                           struct value model, struct fault *fault)
{
    struct text out = {0};
    bool made = true;
    const char *home = arena_format(command->desk.arena, "%s/reports", cli_home());
    if (strcmp(command->format, "json") == 0)
        page_json(model, &out);
    else if (strcmp(command->format, "text") == 0)
        page_text(model, &out);
    else if (strcmp(command->format, "csv") == 0)
        page_csv(model, &out);
    else
        made = page_html(facts->folder, home, facts->template, model, &out, fault);
    made = made && cli_write(command->out, &out, fault);
    text_free(&out);
    if (made)
        say_help(command, model);
    if (made && command->out && strcmp(command->out, "-") != 0)
        cli_say(&command->common, "Wrote %s.", command->out);
    return made;
}

static bool run_report(struct report_command *command, struct fault *fault)
{
    struct report *report = NULL;
    struct value model = value_nil();
    struct days period;
    return desk_open(&command->desk, &command->common,
                     DESK_WRITE | (command->area ? DESK_VAULT : DESK_VAULT_IF_THERE), fault) &&
           cli_may_write(&command->common, command->out, fault) &&
           open_definition(command, &report, fault) &&
           find_or_make(command, report, &period, &model, fault) &&
           (write_document(command, report_facts(report), model, fault) ||
            say_release_stands(command, report, period, fault));
}

int command_report(int argc, char **argv)
{
    static const struct argp_option options[] = {
        {"person", OPTION_PERSON, "REF", 0, "whose progress", 1},
        {"area", OPTION_AREA, "NAME", 0, "which area's learning report", 1},
        {"period", OPTION_PERIOD, "P", 0,
         "2024, 2024-Q1, 2024-03 or 2024-01-01/2024-06-30; else the last whole quarter for an "
         "area, everything "
         "for a person",
         1},
        {"as-of", OPTION_AS_OF, "DATE", 0, "what had been recorded by that day; else today", 1},
        {"format", OPTION_FORMAT, "FORMAT", 0, "html, text, json or csv; else html", 1},
        {"out", 'o', "PATH", 0, "write there, whole or not at all; else to standard output", 1},
        {0}};
    static const struct argp_child children[] = {{&common_keys_argp, 0, NULL, 0}, {0}};
    static const struct argp argp = {
        options,  parse_report,
        "NAME",   "Write a report: a person's own progress, or an area's learning report.",
        children, NULL,
        NULL};
    struct report_command command = {.as_of = clock_today(), .format = "html"};
    struct fault fault;
    cli_parse(&argp, argc, argv, &command);
    bool done = run_report(&command, &fault);
    int code = done ? command.desk.attention : cli_fail(&fault);
    desk_close(&command.desk);
    return code;
}
