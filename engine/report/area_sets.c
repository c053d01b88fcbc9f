/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/area_sets.h"

/* Walks two rising lists and keeps who is only in a, in both, or only in b. */
static struct people combine(struct arena *arena, const struct people *a, const struct people *b,
                             bool only_a, bool both, bool only_b)
{
    struct people out = {.room = a->count + b->count};
    out.who = arena_array(arena, out.room, sizeof *out.who);
    for (size_t i = 0, j = 0; i < a->count || j < b->count;) {
        bool from_a = i < a->count && (j == b->count || a->who[i] <= b->who[j]);
        bool from_b = j < b->count && (i == a->count || b->who[j] <= a->who[i]);
        uint32_t who = from_a ? a->who[i] : b->who[j];
        if (from_a && from_b ? both : from_a ? only_a : only_b)
            out.who[out.count++] = who;
        i += from_a;
        j += from_b;
    }
    return out;
}

struct people people_minus(struct arena *arena, const struct people *a, const struct people *b)
{
    return combine(arena, a, b, true, false, false);
}

struct people people_both(struct arena *arena, const struct people *a, const struct people *b)
{
    return combine(arena, a, b, false, true, false);
}

struct people people_either(struct arena *arena, const struct people *a, const struct people *b)
{
    return combine(arena, a, b, true, true, true);
}
