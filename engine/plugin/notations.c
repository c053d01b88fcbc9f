/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The two notations that every kind of plugin shares: ids and steps. */
#include <stdlib.h>
#include <string.h>

#include "ground/text.h"
#include "plugin/fields.h"

enum { NAMES_MOST = 1000 };

struct names {
    const struct plugin *plugin;
    const char *place;
    struct faults *faults;
    const char **all;
    bool *turned;
    bool may_turn;
    size_t count, room, turned_room;
};

static bool add_name(struct names *names, const char *name, bool turned)
{
    if (names->count >= NAMES_MOST) {
        plugin_say_of(names->plugin, names->faults, names->place,
                      "names more than %d things. Is there a "
                      "slip in it?",
                      NAMES_MOST);
        return false;
    }
    struct arena *arena = names->plugin->arena;
    names->all = arena_grow(arena, names->all, names->count, &names->room, sizeof *names->all);
    names->turned =
        arena_grow(arena, names->turned, names->count, &names->turned_room, sizeof *names->turned);
    names->all[names->count] = name;
    names->turned[names->count++] = turned;
    return true;
}

static bool say_word(struct names *names, const char *word, const char *what)
{
    plugin_say_of(names->plugin, names->faults, names->place, "has `%s`, %s", word, what);
    return false;
}

/* Where the number at the end of a name begins; the name's end when there is none. */
static size_t number_at(const char *name)
{
    size_t at = strlen(name);
    while (at > 0 && name[at - 1] >= '0' && name[at - 1] <= '9')
        at--;
    return at;
}

/* `q1..q9`, or `v01..v12` where the numbers keep their noughts. */
static bool add_range(struct names *names, const char *word, const char *dots, bool turned)
{
    struct arena *arena = names->plugin->arena;
    const char *first = arena_copy(arena, word, (size_t)(dots - word)), *last = dots + 2;
    size_t at = number_at(first);
    const char *number = first + at, *end = number_at(last) == at ? last + at : "";
    int64_t from, to;
    if (!text_is_id(first) || !text_is_id(last) || strncmp(first, last, at) != 0 ||
        !text_whole(number, &from) || !text_whole(end, &to))
        return say_word(names, word, "which does not count up a number. Write it like `q1..q9`");
    if (from > to)
        return say_word(names, word, "which counts down. Write the lower number first");
    int width = *number == '0' ? (int)strlen(number) : 1;
    for (int64_t i = from; i <= to; i++)
        if (!add_name(names, arena_format(arena, "%.*s%0*lld", (int)at, first, width, (long long)i),
                      turned))
            return false;
    return true;
}

/* Leaves out a leading `-`. */
static bool part_turn(struct names *names, const char **word, bool *turned)
{
    *turned = **word == '-';
    if (*turned && !names->may_turn)
        return say_word(names, *word, "but nothing is turned round here. Leave out the `-`");
    *word += *turned;
    return true;
}

static bool add_word(struct names *names, const char *word)
{
    bool turned;
    if (!part_turn(names, &word, &turned))
        return false;
    const char *dots = strstr(word, "..");
    if (dots)
        return add_range(names, word, dots, turned);
    if (!text_is_id(word))
        return say_word(names, word,
                        "which is no id: small letters, digits and _, beginning with a "
                        "letter");
    return add_name(names, word, turned);
}

static bool add_words(struct names *names, const char *text)
{
    const char *at = text, *word;
    size_t length;
    while (text_word(&at, &word, &length))
        if (!add_word(names, arena_copy(names->plugin->arena, word, length)))
            return false;
    return true;
}

static bool add_list(struct names *names, struct value list)
{
    for (size_t i = 0; i < value_count(list); i++) {
        const char *name = value_as_text(value_item(list, i));
        bool turned;
        if (!name || !*name) {
            plugin_say_of(names->plugin, names->faults, names->place,
                          "must be a list of names; item %zu "
                          "is none",
                          i + 1);
            return false;
        }
        if (!part_turn(names, &name, &turned) || !add_name(names, name, turned))
            return false;
    }
    return true;
}

bool fields_ids(const struct plugin *plugin, struct value ids, const char *place, const char ***all,
                bool **turned, size_t *count, struct faults *faults)
{
    struct names names = {.plugin = plugin, .place = place, .faults = faults, .may_turn = turned};
    const char *text = value_as_text(ids);
    bool good = text ? add_words(&names, text) : add_list(&names, ids);
    if (good && names.count == 0) {
        plugin_say_of(plugin, faults, place, "names nothing. Write ids with spaces between");
        good = false;
    }
    *all = names.all;
    *count = names.count;
    if (turned)
        *turned = names.turned;
    return good;
}

static bool read_step(struct value pair, struct step *step)
{
    struct value this = value_item(pair, 1);
    *step = (struct step){.text = value_as_text(this)};
    return value_count(pair) == 2 && pair.table->entry_count == 0 &&
           value_as_number(value_item(pair, 0), &step->from) &&
           (step->text || value_as_number(this, &step->number));
}

static bool check_rising(const struct plugin *plugin, const char *place, const struct step *steps,
                         size_t at, struct faults *faults)
{
    if (at == 0 || steps[at].from > steps[at - 1].from)
        return true;
    plugin_say(plugin, faults, place, "edges must rise; %s comes after %s",
               number_text(plugin->arena, steps[at].from),
               number_text(plugin->arena, steps[at - 1].from));
    return false;
}

bool fields_steps(const struct plugin *plugin, struct value steps, const char *place,
                  struct step **out, size_t *count, struct faults *faults)
{
    *count = value_count(steps);
    *out = arena_array(plugin->arena, *count + 1, sizeof **out);
    if (*count == 0) {
        plugin_say_of(plugin, faults, place,
                      "has no steps. Write `{ {0, \"low\"}, {16, \"high\"} }`");
        return false;
    }
    for (size_t i = 0; i < *count; i++) {
        if (!read_step(value_item(steps, i), &(*out)[i])) {
            plugin_say_of(plugin, faults, arena_format(plugin->arena, "%s[%zu]", place, i + 1),
                          "must be a pair, from here up and this: `{16, \"high\"}`");
            return false;
        }
        if (!check_rising(plugin, place, *out, i, faults))
            return false;
    }
    return true;
}
