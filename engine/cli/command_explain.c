/* SPDX-License-Identifier: GPL-3.0-or-later */
/* explain: a word of the contract, or a plugin file said back in sentences. */
#include <string.h>

#include "cli/explain.h"

struct explain_command {
    struct common common;
    const char *what;
    struct desk desk;
};

static error_t parse_explain(int key, char *argument, struct argp_state *state)
{
    struct explain_command *explain = state->input;
    switch (key) {
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
            argp_error(state, "name a word of the contract, a plugin file, or the id of a plugin");
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

static bool explain_file(struct explain_command *explain, const char *path, struct text *out,
                         struct fault *fault)
{
    struct faults faults = {0};
    struct plugin *plugin = NULL;
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
    const char *near = explain_nearest(explain->what, &explain->desk.shelf, explain->desk.arena);
    return fault_set(fault, FAULT_NO_FILE,
                     "`%s` is no word of the contract, no plugin file and no id of a "
                     "plugin.%s%s%s The words are in plugins/README.md; `alongside list` names "
                     "the plugins",
                     explain->what, *near ? " Did you mean " : "", near, *near ? "?" : "");
}

static bool explain_it(struct explain_command *explain, struct text *out, struct fault *fault)
{
    if (strchr(explain->what, '/') || text_ends(explain->what, ".lua"))
        return explain_file(explain, explain->what, out, fault);
    bool word = explain_word(explain->what, out);
    const char *path = path_of(&explain->desk.shelf, explain->what);
    if (word && path)
        text_put(out, "\n");
    if (path)
        return explain_file(explain, path, out, fault);
    return word || nothing_known(explain, fault);
}

int command_explain(int argc, char **argv)
{
    static const struct argp_child children[] = {{&common_argp, 0, NULL, 0}, {0}};
    static const struct argp argp = {NULL,
                                     parse_explain,
                                     "WORD|FILE|ID",
                                     "Explain a word of the contract, or say a plugin back in "
                                     "sentences. `alongside explain lua` lists what Lua may use.",
                                     children,
                                     NULL,
                                     NULL};
    struct explain_command explain = {0};
    struct fault fault;
    struct text out = {0};
    cli_parse(&argp, argc, argv, &explain);
    bool done = desk_open(&explain.desk, &explain.common, 0, &fault) &&
                explain_it(&explain, &out, &fault) && cli_write(NULL, &out, &fault);
    int code = done ? explain.desk.attention : cli_fail(&fault);
    text_free(&out);
    desk_close(&explain.desk);
    return code;
}
