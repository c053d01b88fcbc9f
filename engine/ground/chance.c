/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ground/chance.h"

static uint64_t next(struct chance *chance)
{
    uint64_t z = chance->state += UINT64_C(0x9E3779B97F4A7C15);
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

struct chance chance_from(uint64_t seed, uint64_t number)
{
    struct chance seeded = {seed};
    return (struct chance){next(&seeded) ^ (number * UINT64_C(0xD1342543DE82EF95))};
}

struct chance chance_of(const char *text)
{
    struct chance chance = {0};
    for (; *text; text++)
        chance.state = chance.state * 31 + (unsigned char)*text;
    return chance;
}

uint32_t chance_below(struct chance *chance, uint32_t limit)
{
    return (uint32_t)(next(chance) >> 32) % limit;
}

bool chance_in_100(struct chance *chance, uint32_t often)
{
    return chance_below(chance, 100) < often;
}
