/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "run/again.h"

bool again_open(struct again *again, struct store *store, const struct shelf *shelf,
                struct fault *fault)
{
    *again = (struct again){.files = {.store = store, .shelf = shelf, .arena = arena_new()}};
    return files_choose(&again->files, fault) &&
           store_plugins(store, again->files.arena, &again->plugins, &again->plugin_count, fault);
}

void again_close(struct again *again)
{
    files_close(&again->files);
    arena_free(again->files.arena);
}

const struct stored_plugin *again_plugin(const struct again *again, int64_t number)
{
    for (size_t i = 0; i < again->plugin_count; i++)
        if (again->plugins[i].number == number)
            return &again->plugins[i];
    return NULL;
}

struct derived_score again_derived(const struct stored_administration *a, size_t scale,
                                   const struct score *score)
{
    return (struct derived_score){.instrument = a->instrument,
                                  .date = a->date,
                                  .place = a->place,
                                  .time = a->time,
                                  .by = a->by,
                                  .mode = a->mode,
                                  .taken_from = a->taken_from,
                                  .scale = (int)scale,
                                  .has_value = score->has_value,
                                  .value = score->value,
                                  .category = score->category,
                                  .reason = score->reason,
                                  .answered = score->answered,
                                  .of = score->of,
                                  .has_range = score->has_range,
                                  .lowest = score->lowest,
                                  .highest = score->highest,
                                  .has_se = score->has_se,
                                  .se = score->se};
}
