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

/* --- what is said of each -------------------------------------------------------------------- */

static struct value add(struct arena *arena, struct value list, const struct plugin *plugin)
{
    struct value row = value_table(arena);
    value_set_text(arena, row, "id", plugin->id);
    value_set_text(arena, row, "title", value_as_text(value_get(plugin->table, "title")));
    value_set_text(arena, row, "version", value_as_text(value_get(plugin->table, "version")));
    value_set_text(arena, row, "file", plugin->path);
    value_add(arena, list, row);
    return row;
}

static void add_instrument(struct arena *arena, struct value list,
                           const struct instrument *instrument)
{
    struct value row = add(arena, list, instrument->plugin), scales = value_table(arena);
    value_set(arena, row, "items", value_whole((int64_t)instrument->item_count));
    for (size_t i = 0; i < instrument->scale_count; i++)
        value_add(arena, scales, value_text(arena, instrument->scales[i].id));
    value_set(arena, row, "scales", scales);
    value_set(arena, row, "wording_ships", value_yes(instrument->wording_ships));
    value_set_text(arena, row, "wording_terms", instrument->wording_terms);
}

static void add_text(struct arena *arena, struct value row, const struct plugin *plugin,
                     const char *field)
{
    value_set_text(arena, row, field, value_as_text(value_get(plugin->table, field)));
}

/* Files that could not be loaded, or whose examples fail: those below the folder of this kind. */
static void add_broken(struct desk *desk, const char *folder, struct value rows)
{
    struct arena *arena = desk->arena;
    const char *part = arena_format(arena, "/%s/", folder);
    for (size_t i = 0; i < desk->shelf.broken_count; i++) {
        const struct shelf_broken *broken = &desk->shelf.broken[i];
        if (!strstr(broken->path, part))
            continue;
        struct value row = value_table(arena);
        value_set_text(arena, row, "id", broken->id);
        value_set_text(arena, row, "file", broken->path);
        value_set_text(arena, row, "broken", broken->faults.said[0]);
        value_add(arena, rows, row);
        cli_warn(desk, broken->faults.said[0]);
        cli_warn(desk, arena_format(arena, "%s is left out until this holds: `alongside check %s`",
                                    broken->path, broken->path));
    }
}

static struct value rows_of(struct desk *desk, const char *what)
{
    const struct shelf *shelf = &desk->shelf;
    struct arena *arena = desk->arena;
    struct value rows = value_table(arena);
    const char *folder = *what == 'r'                       ? "reports"
                         : strcmp(what, "instruments") == 0 ? what
                         : strcmp(what, "intakes") == 0     ? "plugins/intake"
                                                            : "plugins/indicators";
    for (size_t i = 0; strcmp(what, "instruments") == 0 && i < shelf->instrument_count; i++)
        add_instrument(arena, rows, shelf->instruments[i]);
    for (size_t i = 0; strcmp(what, "indicators") == 0 && i < shelf->indicator_count; i++) {
        const struct plugin *plugin = indicator_facts(shelf->indicators[i])->plugin;
        add_text(arena, add(arena, rows, plugin), plugin, "asks");
    }
    for (size_t i = 0; strcmp(what, "intakes") == 0 && i < shelf->intake_count; i++)
        add(arena, rows, intake_plugin(shelf->intakes[i]));
    for (size_t i = 0; strcmp(what, "reports") == 0 && i < shelf->report_count; i++)
        add_text(arena, add(arena, rows, shelf->reports[i]), shelf->reports[i], "reader");
    add_broken(desk, folder, rows);
    return rows;
}

/* --- for people ------------------------------------------------------------------------------ */

/* "7 items, 1 scale, wording not here"; "for an area" */
static const char *aside(struct arena *arena, struct value row)
{
    const char *reader = value_as_text(value_get(row, "reader"));
    int64_t items;
    size_t scales = value_count(value_get(row, "scales"));
    if (reader)
        return arena_format(arena, "for %s %s", *reader == 'a' ? "an" : "a", reader);
    if (!value_as_whole(value_get(row, "items"), &items))
        return "";
    return arena_format(arena, "%lld item%s, %zu scale%s, wording %s", (long long)items,
                        items == 1 ? "" : "s", scales, scales == 1 ? "" : "s",
                        value_get(row, "wording_ships").yes ? "here" : "not here");
}

static void print_rows(struct arena *arena, struct value rows, struct text *out)
{
    size_t widest = 0, wide = 0;
    for (size_t i = 0; i < value_count(rows); i++) {
        if (!value_as_text(value_get(value_item(rows, i), "version")))
            continue; /* broken: said on standard error */
        size_t width = strlen(value_as_text(value_get(value_item(rows, i), "id")));
        size_t beside = strlen(aside(arena, value_item(rows, i)));
        widest = width > widest ? width : widest;
        wide = beside > wide ? beside : wide;
    }
    for (size_t i = 0; i < value_count(rows); i++) {
        struct value row = value_item(rows, i);
        const char *version = value_as_text(value_get(row, "version"));
        if (!version)
            continue;
        text_format(out, "%-*s  version %s  %-*s%s%s\n", (int)widest,
                    value_as_text(value_get(row, "id")), version, (int)wide, aside(arena, row),
                    wide ? "  " : "", value_as_text(value_get(row, "title")));
    }
}

int command_list(int argc, char **argv)
{
    static const struct argp_option options[] = {{"json", 'j', NULL, 0, "as JSON", 1}, {0}};
    static const struct argp_child children[] = {{&common_argp, 0, NULL, 0}, {0}};
    static const struct argp argp = {options,
                                     parse_list,
                                     "instruments|indicators|reports|intakes",
                                     "List what stands on a shelf: of an instrument how "
                                     "many items and scales it has, and whether its wording may "
                                     "be here.",
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
        struct value rows = rows_of(&desk, list.what);
        if (list.json)
            page_json(rows, &out);
        else
            print_rows(desk.arena, rows, &out);
        done = list.json ? cli_write(NULL, &out, &fault) : cli_talk(&out, &fault);
    }
    int code = done ? desk.attention : cli_fail(&fault);
    text_free(&out);
    desk_close(&desk);
    return code;
}
