/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/status.h"

#include <stdlib.h>
#include <string.h>

#include "ground/clock.h"
#include "run/help.h"

/* The store numbers them as they came in, which another store may have done in another order. */
static int by_name(const void *left, const void *right)
{
    const struct stored_plugin *a = left, *b = right;
    int order = strcmp(a->kind, b->kind);
    order = order ? order : strcmp(a->id, b->id);
    return order ? order : strcmp(a->version, b->version);
}

static bool read_plugins(struct desk *desk, struct standing_store *standing, struct fault *fault)
{
    if (!store_plugins(desk->store, desk->arena, &standing->plugins, &standing->plugin_count,
                       fault))
        return false;
    if (standing->plugin_count)
        qsort(standing->plugins, standing->plugin_count, sizeof *standing->plugins, by_name);
    return true;
}

bool status_read(struct desk *desk, struct standing_store *standing, struct fault *fault)
{
    struct arena *arena = desk->arena;
    return store_last(desk->store, arena, &standing->last, fault) &&
           read_plugins(desk, standing, fault) &&
           store_collects_said(desk->store, clock_today(), arena, &standing->collects,
                               &standing->collects_count, fault);
}

/* --- sentences -------------------------------------------------------------------------------- */

void status_put_lines(const struct standing_store *standing, struct arena *arena, struct text *out)
{
    const struct store_last *last = &standing->last;
    const char *kind = "";
    for (size_t i = 0; i < standing->plugin_count; i++) {
        const struct stored_plugin *plugin = &standing->plugins[i];
        if (strcmp(kind, plugin->kind) != 0)
            text_format(out, "\n  %-21s", arena_format(arena, "%ss in use", plugin->kind));
        else
            text_put(out, ", ");
        text_format(out, "%s %s", plugin->id, plugin->version);
        kind = plugin->kind;
    }
    if (last->imported != DAY_NONE)
        text_format(out, "\n  %-21s%s, recorded %s", "last imported", last->files,
                    day_text(arena, last->imported));
    if (last->scored != DAY_NONE)
        text_format(out, "\n  %-21s%s", "scores and findings",
                    arena_format(arena, "worked out as of %s", day_text(arena, last->scored)));
}

static bool is_one_line(const struct stored_collects *a, const struct stored_collects *b)
{
    return strcmp(a->area, b->area) == 0 && a->since == b->since && a->until == b->until;
}

/* Every kind with the same days in one line; it stands where the first of them does. */
static void put_days(const struct standing_store *standing, size_t first, struct arena *arena,
                     struct text *out)
{
    const struct stored_collects *row = &standing->collects[first];
    for (size_t i = 0; i < first; i++)
        if (is_one_line(&standing->collects[i], row))
            return;
    text_format(out, "  from %s", day_text(arena, row->since));
    if (row->until < DAY_LAST)
        text_format(out, " to %s", day_text(arena, row->until));
    const char *parted = "  ";
    for (size_t i = first; i < standing->collects_count; i++)
        if (is_one_line(&standing->collects[i], row)) {
            text_format(out, "%s%s", parted, standing->collects[i].kind);
            parted = ", ";
        }
    text_char(out, '\n');
}

void status_put_collects(const struct standing_store *standing, struct arena *arena,
                         struct text *out)
{
    const char *area = NULL;
    for (size_t i = 0; i < standing->collects_count; i++) {
        const struct stored_collects *row = &standing->collects[i];
        if (!area || strcmp(area, row->area) != 0)
            text_format(out, "\nCollected in %s and its parts:\n", row->area);
        area = row->area;
        put_days(standing, i, arena, out);
    }
    text_put(out, area
                      ? "Any other kind counts as collected in an area from its first event there "
                        "on that nobody keeps from learning.\n"
                      : "\nNo file of collects says what is collected. A kind of event counts as "
                        "collected in an area from its first event there on that nobody keeps from "
                        "learning.\n");
}

/* A misspelt area in an organisation's help.csv would leave its line out of every page. */
bool status_put_help(struct desk *desk, struct text *out, struct fault *fault)
{
    const char *with = desk->shelf.with;
    struct help *help;
    size_t count;
    int64_t number;
    if (!help_read(with, desk->arena, &help, &count, fault))
        return false;
    for (size_t i = 0; i < count; i++) {
        struct fault missing;
        if (!help[i].area || store_area_number(desk->store, help[i].area, &number, &missing))
            continue;
        if (missing.kind != FAULT_NO_FILE)
            return fault_set(fault, missing.kind, "%s", missing.text);
        text_format(out,
                    "\n%s/help.csv:%lld: column area: %s Until the two agree, this help is on "
                    "nobody's page.\n",
                    with, help[i].line, missing.text);
        desk->attention = FAULT_ATTENTION;
    }
    return true;
}

/* --- JSON ------------------------------------------------------------------------------------- */

static struct value collects_model(const struct stored_collects *row, struct arena *arena)
{
    struct value model = value_table(arena);
    value_set_text(arena, model, "area", row->area);
    value_set_text(arena, model, "kind", row->kind);
    value_set_text(arena, model, "since", day_text(arena, row->since));
    if (row->until < DAY_LAST)
        value_set_text(arena, model, "until", day_text(arena, row->until));
    return model;
}

static struct value plugin_model(const struct stored_plugin *plugin, struct arena *arena)
{
    struct value model = value_table(arena);
    value_set_text(arena, model, "kind", plugin->kind);
    value_set_text(arena, model, "id", plugin->id);
    value_set_text(arena, model, "version", plugin->version);
    return model;
}

void status_add_json(const struct standing_store *standing, struct arena *arena, struct value model)
{
    struct value collects = value_table(arena), plugins = value_table(arena);
    for (size_t i = 0; i < standing->collects_count; i++)
        value_add(arena, collects, collects_model(&standing->collects[i], arena));
    for (size_t i = 0; i < standing->plugin_count; i++)
        value_add(arena, plugins, plugin_model(&standing->plugins[i], arena));
    if (standing->last.imported != DAY_NONE) {
        value_set_text(arena, model, "last_imported", standing->last.files);
        value_set_text(arena, model, "last_recorded", day_text(arena, standing->last.imported));
    }
    if (standing->last.scored != DAY_NONE)
        value_set_text(arena, model, "worked_out_as_of", day_text(arena, standing->last.scored));
    value_set(arena, model, "in_use", plugins);
    value_set(arena, model, "collects", collects);
}
