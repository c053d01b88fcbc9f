/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "run/mirrored.h"

#include <string.h>

/* The ids of all indicators but this one, which cannot mirror itself. */
static size_t list_others(const struct shelf *shelf, const struct indicator_facts *facts,
                          const char **others)
{
    size_t count = 0;
    for (size_t i = 0; i < shelf->indicator_count; i++) {
        others[count] = indicator_facts(shelf->indicators[i])->id;
        count += strcmp(others[count], facts->id) != 0;
    }
    for (size_t i = 0; i < shelf->broken_count; i++) {
        others[count] = shelf->broken[i].id;
        count += strstr(shelf->broken[i].path, "plugins/indicators/") &&
                 strcmp(others[count], facts->id) != 0;
    }
    return count;
}

bool mirrored_check_one(const struct shelf *shelf, const struct indicator *indicator,
                        struct faults *faults)
{
    const struct indicator_facts *facts = indicator_facts(indicator);
    if (!facts->mirrors)
        return true;
    const char **others =
        arena_array(shelf->arena, shelf->indicator_count + shelf->broken_count + 1, sizeof *others);
    size_t count = list_others(shelf, facts, others);
    for (size_t i = 0; i < count; i++)
        if (strcmp(others[i], facts->mirrors) == 0)
            return true;
    const char *near = text_nearest(facts->mirrors, others, count);
    plugin_say_of(
        facts->plugin, faults, "mirrors", "names `%s`, which is no other indicator here. %s%s%s",
        facts->mirrors, near ? "Did you mean `" : "", near ? near : "",
        near ? "`?"
             : "`alongside list indicators` lists them; --with names the folder of your own");
    return false;
}
