/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "instrument/instrument.h"

const char *instrument_item_ids(const struct instrument *instrument, struct arena *arena)
{
    struct text ids = {0};
    for (size_t i = 0; i < instrument->item_count; i++)
        text_format(&ids, "%s%s", i ? " " : "", instrument->items[i].id);
    const char *kept = arena_copy(arena, ids.bytes, ids.length);
    text_free(&ids);
    return kept;
}

const char *instrument_scale_ids(const struct instrument *instrument, struct arena *arena)
{
    struct text ids = {0};
    text_put(&ids, "");
    for (size_t i = 0; i < instrument->scale_count; i++)
        text_format(&ids, "%s%s", i ? " " : "", instrument->scales[i].id);
    const char *kept = arena_copy(arena, ids.bytes, ids.length);
    text_free(&ids);
    return kept;
}
