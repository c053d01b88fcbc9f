/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "invent/chance.h"

static uint64_t next(struct chance *chance)
{
    uint64_t z = chance->state += 0x9E3779B97F4A7C15u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

struct chance chance_from(uint64_t seed, uint64_t number)
{
    struct chance seeded = {seed};
    return (struct chance){next(&seeded) ^ (number * 0xD1342543DE82EF95u)};
}

int chance_up_to(struct chance *chance, int most)
{
    return (int)(next(chance) >> 33) % (most + 1);
}

bool chance_in_100(struct chance *chance, int often)
{
    return chance_up_to(chance, 99) < often;
}

int chance_bell(struct chance *chance, int most)
{
    int part = most / 3;
    return chance_up_to(chance, part) + chance_up_to(chance, part) +
           chance_up_to(chance, most - 2 * part);
}
