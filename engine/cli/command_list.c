/* SPDX-License-Identifier: GPL-3.0-or-later */
/* list: what stands on a shelf. */
#include <stdio.h>
#include <string.h>

#include "cli/cli.h"
#include "page/page.h"

struct list_command {
    struct common common;
    const char *what;
    bool json;
};

static error_t parse_list(int key, char *argument, struct argp_state *state)
{
    struct list_command *list = state->input;
    switch (key) {
    case 'j':
        list->json = true;
        return 0;
    case ARGP_KEY_INIT:
        state->child_inputs[0] = &list->common;
        return 0;
    case ARGP_KEY_ARG:
        if (list->what || !text_has_word("instruments indicators reports intakes", argument))
            argp_error(state,
                       "takes one of instruments, indicators, reports and intakes, not \"%s\"",
                       argument);
        list->what = argument;
        return 0;
    case ARGP_KEY_END:
        if (!list->what)
            argp_error(state, "say what: instruments, indicators, reports or intakes");
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

static void add(struct arena *arena, struct value list, const struct plugin *plugin)
{
    struct value row = value_table(arena);
    value_set_text(arena, row, "id", plugin->id);
    value_set_text(arena, row, "title", value_as_text(value_get(plugin->table, "title")));
    value_set_text(arena, row, "version", value_as_text(value_get(plugin->table, "version")));
    value_set_text(arena, row, "file", plugin->path);
    value_add(arena, list, row);
}

static struct value rows_of(const struct shelf *shelf, const char *what)
{
    struct value rows = value_table(shelf->arena);
    for (size_t i = 0; strcmp(what, "instruments") == 0 && i < shelf->instrument_count; i++)
        add(shelf->arena, rows, shelf->instruments[i]->plugin);
    for (size_t i = 0; strcmp(what, "indicators") == 0 && i < shelf->indicator_count; i++)
        add(shelf->arena, rows, indicator_facts(shelf->indicators[i])->plugin);
    for (size_t i = 0; strcmp(what, "intakes") == 0 && i < shelf->intake_count; i++)
        add(shelf->arena, rows, intake_plugin(shelf->intakes[i]));
    for (size_t i = 0; strcmp(what, "reports") == 0 && i < shelf->report_count; i++)
        add(shelf->arena, rows, shelf->reports[i]);
    return rows;
}

static void print_rows(struct value rows, struct text *out)
{
    size_t widest = 0;
    for (size_t i = 0; i < value_count(rows); i++) {
        size_t width = strlen(value_as_text(value_get(value_item(rows, i), "id")));
        widest = width > widest ? width : widest;
    }
    for (size_t i = 0; i < value_count(rows); i++) {
        struct value row = value_item(rows, i);
        text_format(out, "%-*s  version %s  %s\n", (int)widest, value_as_text(value_get(row, "id")),
                    value_as_text(value_get(row, "version")),
                    value_as_text(value_get(row, "title")));
    }
}

int command_list(int argc, char **argv)
{
    static const struct argp_option options[] = {{"json", 'j', NULL, 0, "as JSON", 1}, {0}};
    static const struct argp_child children[] = {{&common_argp, 0, NULL, 0}, {0}};
    static const struct argp argp = {options,
                                     parse_list,
                                     "instruments|indicators|reports|intakes",
                                     "List what stands on a shelf.",
                                     children,
                                     NULL,
                                     NULL};
    struct list_command list = {0};
    struct desk desk;
    struct fault fault;
    struct text out = {0};
    cli_parse(&argp, argc, argv, &list);
    bool done = desk_open(&desk, &list.common, 0, &fault);
    if (done) {
        struct value rows = rows_of(&desk.shelf, list.what);
        for (size_t i = 0; i < desk.shelf.broken_count; i++)
            cli_warn(&desk, desk.shelf.broken[i].faults.said[0]);
        if (list.json)
            page_json(rows, &out);
        else
            print_rows(rows, &out);
        done = cli_write(NULL, &out, &fault);
    }
    int code = done ? desk.attention : cli_fail(&fault);
    text_free(&out);
    desk_close(&desk);
    return code;
}
