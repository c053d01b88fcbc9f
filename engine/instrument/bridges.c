/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scales that mean the same in two versions of an instrument, because the later file says so. */
#include <string.h>

#include "instrument/loader.h"

static bool names_are_scales(const struct loader *loader, const struct bridge *bridge,
                             const char *place)
{
    const struct instrument *instrument = loader->instrument;
    bool good = true;
    for (size_t i = 0; i < bridge->count; i++) {
        if (scale_named(instrument, instrument->scale_count, bridge->scales[i]) <
            instrument->scale_count)
            continue;
        plugin_say_of(loader->plugin, loader->faults, place,
                      "names `%s`, which is not a scale of this file", bridge->scales[i]);
        good = false;
    }
    return good;
}

static bool bridge_load(const struct loader *loader, struct value value, struct bridge *bridge)
{
    const char *place = arena_format(loader->arena, "bridges.%s.scales", bridge->version);
    if (loader->instrument->version && strcmp(bridge->version, loader->instrument->version) == 0) {
        plugin_say_of(loader->plugin, loader->faults,
                      arena_format(loader->arena, "bridges.%s", bridge->version),
                      "is the version of this file itself. A bridge is to an earlier one");
        return false;
    }
    return fields_ids(loader->plugin, value_get(value, "scales"), place, &bridge->scales, NULL,
                      &bridge->count, loader->faults) &&
           names_are_scales(loader, bridge, place);
}

bool bridges_load(const struct loader *loader)
{
    struct instrument *instrument = loader->instrument;
    struct value bridges = value_get(loader->plugin->table, "bridges");
    bool good = true;
    if (bridges.kind != VALUE_TABLE)
        return true;
    instrument->bridge_count = bridges.table->entry_count;
    instrument->bridges =
        arena_array(loader->arena, instrument->bridge_count, sizeof *instrument->bridges);
    for (size_t i = 0; i < instrument->bridge_count; i++) {
        instrument->bridges[i].version = bridges.table->entries[i].key;
        good =
            bridge_load(loader, bridges.table->entries[i].value, &instrument->bridges[i]) && good;
    }
    return good;
}

static bool bridges_to(const struct instrument *later, const struct instrument *earlier,
                       const char *scale)
{
    for (size_t i = 0; i < later->bridge_count; i++)
        for (size_t k = 0; k < later->bridges[i].count; k++)
            if (strcmp(later->bridges[i].version, earlier->version) == 0 &&
                strcmp(later->bridges[i].scales[k], scale) == 0)
                return true;
    return false;
}

bool instrument_bridged(const struct instrument *one, const struct instrument *other,
                        const char *scale)
{
    return one == other || bridges_to(one, other, scale) || bridges_to(other, one, scale);
}
