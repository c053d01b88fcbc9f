/* SPDX-License-Identifier: GPL-3.0-or-later */
/* explain: a word of the contract, a plugin file said back in sentences, or how a score or a
 * finding came about. */
#include <string.h>
#include <unistd.h>

#include "cli/explain.h"
#include "ground/clock.h"
#include "ground/refused.h"

enum { OPTION_AS_OF = OPTION_OTHERS };

struct explain_command {
    struct common common;
    const char *what;
    struct desk desk;
    bool is_score, may_be_finding;
    day as_of;             /* DAY_NONE: not said */
    struct score_id score; /* where it is the id of one */
};

static error_t parse_explain(int key, char *argument, struct argp_state *state)
{
    struct explain_command *explain = state->input;
    switch (key) {
    case OPTION_AS_OF:
        explain->as_of = cli_date(state, "--as-of", argument);
        return 0;
    case ARGP_KEY_INIT:
        state->child_inputs[0] = &explain->common;
        return 0;
    case ARGP_KEY_ARG:
        if (explain->what)
            argp_error(state, "explains one thing at a time; put several words in quotes");
        explain->what = argument;
        return 0;
    case ARGP_KEY_END:
        if (!explain->what)
            argp_error(
                state,
                "name a word of the contract, a plugin file, the id of a plugin, a finding, or "
                "a score as PERSON/DATE/INSTRUMENT.SCALE");
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

/* The file of the plugin with this id, broken ones too; NULL when there is none. */
static const char *path_of(const struct shelf *shelf, const char *id)
{
    for (size_t i = 0; i < shelf->plugin_count; i++)
        if (strcmp(shelf->plugins[i]->id, id) == 0)
            return shelf->plugins[i]->path;
    for (size_t i = 0; i < shelf->broken_count; i++)
        if (strcmp(shelf->broken[i].id, id) == 0)
            return shelf->broken[i].path;
    return NULL;
}

/* What has strokes in it, and is neither a file nor the id of a score. */
static bool no_score(const char *what, struct fault *fault)
{
    return fault_set(fault, FAULT_NO_FILE,
                     "%s: there is no such file, and a score is named as "
                     "PERSON/DATE/INSTRUMENT.SCALE, in the words of `alongside scores`: "
                     "ada/2024-03-31/swemwbs.wellbeing, or ada/#2/swemwbs.wellbeing where only an "
                     "order is known",
                     what);
}

static bool explain_file(struct explain_command *explain, const char *path, struct text *out,
                         struct fault *fault)
{
    struct faults faults = {0};
    struct plugin *plugin = NULL;
    if (!text_ends(path, ".lua") && access(path, F_OK) != 0)
        return no_score(path, fault);
    if (!text_is_file(path, fault))
        return false;
    bool done = plugin_load(path, &plugin, &faults) &&
                explain_plugin(&explain->desk.shelf, plugin, out, &faults);
    for (size_t i = 1; i < faults.count && i < FAULTS_SAID; i++)
        cli_warn(&explain->desk, faults.said[i]);
    if (!done)
        fault_set(fault, FAULT_DATA, "%s", faults.said[0]);
    faults_clear(&faults);
    if (plugin)
        plugin_close(plugin);
    return done;
}

static bool nothing_known(struct explain_command *explain, struct fault *fault)
{
    const char *why = refused_why(explain->what);
    if (why)
        return fault_set(fault, FAULT_NO_FILE, "there is no `%s` here. %s", explain->what, why);
    const char *near = explain_nearest(explain->what, &explain->desk.shelf, explain->desk.arena);
    return fault_set(fault, FAULT_NO_FILE,
                     "`%s` is no word of the contract, no plugin file, no id of a "
                     "plugin and no name of a finding.%s%s%s The words are in plugins/README.md; "
                     "`alongside list` names "
                     "the plugins",
                     explain->what, *near ? " Did you mean " : "", near, *near ? "?" : "");
}

static bool explain_it(struct explain_command *explain, struct text *out, struct fault *fault)
{
    if (explain->is_score)
        return explain_score(&explain->desk, &explain->score, out, fault);
    if (strchr(explain->what, '/') || text_ends(explain->what, ".lua"))
        return explain_file(explain, explain->what, out, fault);
    bool word = explain_word(explain->what, out);
    word |= explain_code(explain->what, &explain->desk.shelf, explain->desk.arena, out);
    const char *path = path_of(&explain->desk.shelf, explain->what);
    if (word && path)
        text_put(out, "\n");
    if (path)
        return explain_file(explain, path, out, fault);
    if (!word && explain->may_be_finding)
        return explain_finding(&explain->desk, explain->what,
                               explain->as_of == DAY_NONE ? clock_today() : explain->as_of, out,
                               fault);
    return word || nothing_known(explain, fault);
}

/* The store is opened for a score or a finding only. */
static bool may_have_day(const struct explain_command *explain, struct fault *fault)
{
    return explain->as_of == DAY_NONE || explain->may_be_finding ||
           fault_set(fault, FAULT_USAGE,
                     "--as-of goes with the name of a finding, and `%s` is none. Leave it out",
                     explain->what);
}

static bool explain_all(struct explain_command *explain, struct text *out, struct fault *fault)
{
    struct arena *arena = arena_new();
    bool is_file = text_ends(explain->what, ".lua") || access(explain->what, F_OK) == 0;
    explain->is_score = !is_file && score_id_read(explain->what, arena, &explain->score);
    explain->may_be_finding = !is_file && finding_name(explain->what);
    int need = explain->is_score || explain->may_be_finding ? DESK_WRITE : 0;
    bool done = may_have_day(explain, fault) &&
                desk_open(&explain->desk, &explain->common, need, fault) &&
                explain_it(explain, out, fault) && cli_talk(out, fault);
    arena_free(arena);
    return done;
}

int command_explain(int argc, char **argv)
{
    static const struct argp_child children[] = {{&common_argp, 0, NULL, 0}, {0}};
    static const struct argp_option options[] = {
        {"as-of", OPTION_AS_OF, "DATE", 0,
         "of a finding: what had been recorded by that day; else today", 1},
        {0}};
    static const struct argp argp = {options,
                                     parse_explain,
                                     "WORD|FILE|ID",
                                     "Explain a word of the contract, or say a plugin back in "
                                     "sentences. `alongside explain lua` lists what Lua may use. A "
                                     "score is named as PERSON/DATE/INSTRUMENT.SCALE, or "
                                     "AREA/SEAT/DATE/INSTRUMENT.SCALE, and told from the figure "
                                     "to the answers, the rule and the table. A finding is named "
                                     "as in the column `finding` of `alongside findings`, or by "
                                     "its beginning, and told down to its events.",
                                     children,
                                     NULL,
                                     NULL};
    struct explain_command explain = {.as_of = DAY_NONE};
    struct fault fault;
    struct text out = {0};
    cli_parse(&argp, argc, argv, &explain);
    bool done = explain_all(&explain, &out, &fault);
    int code = done ? explain.desk.attention : cli_fail(&fault);
    text_free(&out);
    desk_close(&explain.desk);
    return code;
}
