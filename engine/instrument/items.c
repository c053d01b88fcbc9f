/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The questions, in the order of tokens. */
#include <string.h>

#include "instrument/loader.h"

size_t item_named(const struct instrument *instrument, const char *id)
{
    size_t i = 0;
    while (i < instrument->item_count && strcmp(instrument->items[i].id, id) != 0)
        i++;
    return i;
}

static bool wording_may_ship(const struct loader *loader, const struct item *item,
                             const char *place)
{
    if (!item->text || loader->instrument->wording_ships)
        return true;
    plugin_say(
        loader->plugin, loader->faults, arena_format(loader->arena, "%s.text", place),
        "this wording may not ship (licence.wording.ship is not true). Leave it "
        "out, and write what the item is about in `about`; or set `ship = true` if it may be "
        "here");
    return false;
}

static bool flag_load(const struct loader *loader, struct value value, const char *place,
                      struct item *item)
{
    size_t choice;
    item->has_flag = value_as_number(value_get(value, "flag"), &item->flag);
    if (!item->has_flag || item_choice(item, item->flag, &choice) ||
        (!item->words && !item_choices(item) && item->flag >= item->from && item->flag <= item->to))
        return true;
    plugin_say_of(loader->plugin, loader->faults, arena_format(loader->arena, "%s.flag", place),
                  "is %s, which is not a code of `%s`", number_text(loader->arena, item->flag),
                  item->id);
    return false;
}

/* What each option is worth stands with the option too, for those who show the options. */
static void points_of_options(struct item *item)
{
    for (size_t i = 0; i < item->option_count; i++)
        item->options[i].points = item->points ? item->points[i] : item->options[i].code;
}

/* `shared`: the file's answers, read once; NULL when it has none. */
static bool item_answers(const struct loader *loader, struct value own, const struct item *shared,
                         const char *place, struct item *item)
{
    if (own.kind != VALUE_NIL)
        return answers_load(loader, own, arena_format(loader->arena, "%s.answers", place), item);
    if (!shared) {
        plugin_say_of(loader->plugin, loader->faults, place,
                      "has no `answers`, and the file gives none for all items");
        return false;
    }
    const char *id = item->id, *about = item->about, *text = item->text;
    *item = *shared;
    item->id = id;
    item->about = about;
    item->text = text;
    item->options = arena_array(loader->arena, shared->option_count, sizeof *shared->options);
    if (shared->option_count)
        memcpy(item->options, shared->options, shared->option_count * sizeof *shared->options);
    return true;
}

static bool item_load(const struct loader *loader, struct value value, const struct item *shared,
                      const char *place, struct item *item)
{
    if (value.kind != VALUE_TABLE) {
        plugin_say_of(loader->plugin, loader->faults, place,
                      "must be a table: { id = \"…\", about = \"…\" }");
        return false;
    }
    if (!fields_check(loader->plugin, value, place, &item_fields, loader->faults))
        return false;
    struct value points = value_get(value, "points");
    item->id = value_as_text(value_get(value, "id"));
    item->about = value_as_text(value_get(value, "about"));
    item->text = value_as_text(value_get(value, "text"));
    bool good = wording_may_ship(loader, item, place);
    good = item_answers(loader, value_get(value, "answers"), shared, place, item) && good;
    if (good && points.kind != VALUE_NIL)
        good = points_load(loader, points, arena_format(loader->arena, "%s.points", place), item,
                           &item->points);
    points_of_options(item);
    good = item_seats_load(loader, value, place, item) && good;
    return good && goals_load(loader, value, place, item) && flag_load(loader, value, place, item);
}

static bool items_once(const struct loader *loader)
{
    struct instrument *instrument = loader->instrument;
    bool good = true;
    for (size_t i = 0; i < instrument->item_count; i++) {
        size_t first = item_named(instrument, instrument->items[i].id);
        if (first == i)
            continue;
        plugin_say_of(loader->plugin, loader->faults,
                      arena_format(loader->arena, "items[%zu]", first + 1),
                      "and items[%zu] have the same id, `%s`", i + 1, instrument->items[i].id);
        good = false;
    }
    return good;
}

/* Items with nothing to say about them: a text of ids. */
static bool bare_items_load(const struct loader *loader, struct value ids,
                            const struct item *shared)
{
    struct instrument *instrument = loader->instrument;
    const char **names;
    bool good = fields_ids(loader->plugin, ids, "items", &names, NULL, &instrument->item_count,
                           loader->faults);
    if (!good || instrument->item_count > ITEMS_MOST)
        return good;
    instrument->items =
        arena_array(loader->arena, instrument->item_count, sizeof *instrument->items);
    for (size_t i = 0; good && i < instrument->item_count; i++) {
        instrument->items[i].id = names[i];
        good = item_answers(loader, value_nil(), shared, "items", &instrument->items[i]);
        points_of_options(&instrument->items[i]);
    }
    return good;
}

static bool full_items_load(const struct loader *loader, struct value list,
                            const struct item *shared)
{
    struct instrument *instrument = loader->instrument;
    bool good = true;
    instrument->item_count = value_count(list);
    if (instrument->item_count > ITEMS_MOST)
        return true;
    instrument->items =
        arena_array(loader->arena, instrument->item_count, sizeof *instrument->items);
    for (size_t i = 0; i < instrument->item_count; i++)
        good = item_load(loader, value_item(list, i), shared,
                         arena_format(loader->arena, "items[%zu]", i + 1), &instrument->items[i]) &&
               good;
    return good;
}

bool items_load(const struct loader *loader)
{
    struct value items = value_get(loader->plugin->table, "items");
    struct value answers = value_get(loader->plugin->table, "answers");
    struct item shared = {.id = "answers"};
    if (items.kind == VALUE_NIL ||
        (answers.kind != VALUE_NIL && !answers_load(loader, answers, "answers", &shared)))
        return false;
    const struct item *all = answers.kind == VALUE_NIL ? NULL : &shared;
    bool good = items.kind == VALUE_TEXT ? bare_items_load(loader, items, all)
                                         : full_items_load(loader, items, all);
    if (!good)
        return false;
    if (loader->instrument->item_count == 0 || loader->instrument->item_count > ITEMS_MOST) {
        plugin_say_of(loader->plugin, loader->faults, "items",
                      "has %zu entries; an instrument has from 1 to %d questions",
                      loader->instrument->item_count, ITEMS_MOST);
        return false;
    }
    return items_once(loader) && goals_come_last(loader);
}
