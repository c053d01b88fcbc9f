/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What many people have alike is kept once, so that gathering takes little memory a person. */
#include <string.h>

#include "figures/gathered.h"

enum { PLACES_FIRST = 64 };

static uint64_t hash_of(const void *bytes, size_t length)
{
    const unsigned char *at = bytes;
    uint64_t hash = UINT64_C(14695981039346656037);
    for (size_t i = 0; i < length; i++) {
        hash = (hash ^ at[i]) * UINT64_C(1099511628211);
    }
    return hash ^ hash >> 32;
}

static struct kept_one *place_of(const struct kept *kept, const void *bytes, size_t length)
{
    size_t at = hash_of(bytes, length) & (kept->room - 1);
    while (kept->all[at].bytes &&
           (kept->all[at].length != length || memcmp(kept->all[at].bytes, bytes, length) != 0)) {
        at = (at + 1) & (kept->room - 1);
    }
    return &kept->all[at];
}

static void make_room(struct arena *arena, struct kept *kept)
{
    struct kept old = *kept;
    kept->room = old.room ? old.room * 2 : PLACES_FIRST;
    kept->all = arena_array(arena, kept->room, sizeof *kept->all);
    for (size_t i = 0; i < old.room; i++) {
        if (old.all[i].bytes) {
            *place_of(kept, old.all[i].bytes, old.all[i].length) = old.all[i];
        }
    }
}

const void *keep_once(struct figures *figures, const void *bytes, size_t length)
{
    struct kept *kept = &figures->kept;
    if (kept->count * 2 >= kept->room) {
        make_room(figures->arena, kept);
    }
    struct kept_one *one = place_of(kept, bytes, length);
    if (!one->bytes) {
        *one = (struct kept_one){arena_copy(figures->arena, bytes, length), length};
        kept->count++;
    }
    return one->bytes;
}

const char *keep_text(struct figures *figures, const char *text)
{
    return text ? keep_once(figures, text, strlen(text) + 1) : NULL;
}
