/* SPDX-License-Identifier: GPL-3.0-or-later */
/* try: one plugin file on answers or on a file, without a store. It works although an example
 * fails, and says so. */
#include <stdio.h>
#include <string.h>

#include "cli/cli.h"
#include "cli/kinds.h"
#include "cli/try.h"
#include "ground/clock.h"

enum {
    OPTION_ANSWERS = OPTION_OTHERS,
    OPTION_BY,
    OPTION_MODE,
    OPTION_SEAT,
    OPTION_FORM,
    OPTION_BORN,
    OPTION_SEX,
    OPTION_AS_OF,
    OPTION_FORMAT
};

int try_word(const char *words, const char *wanted)
{
    const char *word;
    size_t length;
    for (int at = 0; text_word(&words, &word, &length); at++)
        if (strlen(wanted) == length && strncmp(word, wanted, length) == 0)
            return at;
    return -1;
}

static int choice(const char *option, const char *words, const char *argument,
                  struct argp_state *state)
{
    int at = try_word(words, argument);
    if (at < 0)
        argp_error(state, "%s: \"%s\" is not one of %s", option, argument, words);
    return at;
}

/* A year or a date that is not still to come. */
static struct days birth(const char *argument, struct argp_state *state)
{
    struct days born = {DAY_NONE, DAY_NONE};
    if (!days_read(argument, &born) || born.low > clock_today())
        argp_error(state,
                   "--born: \"%s\" is no year or date of birth. Write it as 1984, or "
                   "1984-03-31",
                   argument);
    return born;
}

static error_t parse_argument(struct try *try, const char *argument, struct argp_state *state)
{
    if (try->file && try->data)
        argp_error(state, "takes one plugin file and one file to try it on, not also \"%s\"",
                   argument);
    *(try->file ? &try->data : &try->file) = argument;
    return 0;
}

static error_t parse_try(int key, char *argument, struct argp_state *state)
{
    struct try *try = state->input;
    switch (key) {
    case OPTION_ANSWERS:
        try->answers = argument;
        return 0;
    case OPTION_BY:
        try->given.by = choice("--by", raters, argument, state);
        return 0;
    case OPTION_MODE:
        try->given.mode = choice("--mode", modes, argument, state);
        return 0;
    case OPTION_SEAT:
        try->given.seat = argument;
        return 0;
    case OPTION_FORM:
        try->form = argument;
        return 0;
    case OPTION_BORN:
        try->born = birth(argument, state);
        return 0;
    case OPTION_SEX:
        try->sex = argument;
        return 0;
    case OPTION_AS_OF:
        try->as_of = cli_date(state, "--as-of", argument);
        return 0;
    case OPTION_FORMAT:
        choice("--format", "text csv json", argument, state);
        try->format = argument;
        return 0;
    case ARGP_KEY_INIT:
        state->child_inputs[0] = &try->common;
        return 0;
    case ARGP_KEY_ARG:
        return parse_argument(try, argument, state);
    case ARGP_KEY_END:
        if (!try->file)
            argp_error(state, "name the plugin file");
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

static bool try_kind(struct try *try, struct plugin *plugin, struct faults *faults,
                     struct fault *fault)
{
    switch (kind_of_plugin(plugin)) {
    case KIND_INSTRUMENT:
        return try_instrument(try, plugin, faults, fault);
    case KIND_INTAKE:
        return try_intake(try, plugin, faults, fault);
    case KIND_REPORT:
        return try_report(try, plugin, faults, fault);
    case KIND_INDICATOR:
        break;
    }
    return try_indicator(try, plugin, faults, fault);
}

/* Examples that fail are said before the result, which is printed all the same. */
void try_say_faults(struct try *try, struct faults *faults)
{
    for (size_t i = 0; i < faults->count && i < FAULTS_SAID; i++)
        cli_warn(&try->desk, faults->said[i]);
    faults_clear(faults);
}

static bool try_file(struct try *try, struct fault *fault)
{
    struct faults faults = {0};
    struct plugin *plugin = NULL;
    if (!text_is_file(try->file, fault))
        return false;
    bool done = plugin_load(try->file, &plugin, &faults) && try_kind(try, plugin, &faults, fault);
    if (!done && faults.count) {
        for (size_t i = 1; i < faults.count && i < FAULTS_SAID; i++)
            cli_warn(&try->desk, faults.said[i]);
        fault_set(fault, FAULT_DATA, "%s", faults.said[0]);
    }
    faults_clear(&faults);
    if (plugin)
        plugin_close(plugin);
    return done;
}

int command_try(int argc, char **argv)
{
    static const struct argp_option options[] = {
        {"answers", OPTION_ANSWERS, "TOKENS", 0,
         "answers of one administration, as \"3 3 3 - 3 3 3\"", 1},
        {"by", OPTION_BY, "WHO", 0, "who answered; else person", 1},
        {"mode", OPTION_MODE, "M", 0, "how it was asked; else unknown", 1},
        {"seat", OPTION_SEAT, "S", 0, "who answers about an area: one of the instrument's seats",
         1},
        {"form", OPTION_FORM, "F", 0, "the printed edition that was filled in; several in quotes",
         1},
        {"born", OPTION_BORN, "Y", 0,
         "year or date of birth, for functions and published values by age", 1},
        {"sex", OPTION_SEX, "S", 0, "for functions and published values by sex", 1},
        {"as-of", OPTION_AS_OF, "DATE", 0,
         "the day it is tried for: where observation ends; else today", 1},
        {"format", OPTION_FORMAT, "FORMAT", 0,
         "text, csv or json; else text for answers, csv for a file", 1},
        {0}};
    static const struct argp_child children[] = {{&common_argp, 0, NULL, 0}, {0}};
    static const struct argp argp = {options,
                                     parse_try,
                                     "FILE [DATA]",
                                     "Try a plugin file without a store: an instrument on "
                                     "--answers or on a CSV file of its items (- is "
                                     "standard input), an "
                                     "indicator on a file of events, an intake on a file of its "
                                     "kind, a report on a made-up area.",
                                     children,
                                     NULL,
                                     NULL};
    struct try try = {.as_of = clock_today(), .born = {DAY_NONE, DAY_NONE}};
    struct fault fault;
    cli_parse(&argp, argc, argv, &try);
    bool done = desk_open(&try.desk, &try.common, 0, &fault) && try_file(&try, &fault);
    int code = done ? try.desk.attention : cli_fail(&fault);
    desk_close(&try.desk);
    return code;
}
