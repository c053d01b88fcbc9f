/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chance that is the same on every machine: whole numbers only. SplitMix64 (Steele, Lea and Flood
 * 2014). For made-up people and for trying properties; nothing that is kept or printed of anybody
 * rests on it. */
#ifndef GROUND_CHANCE_H
#define GROUND_CHANCE_H

#include <stdbool.h>
#include <stdint.h>

struct chance {
    uint64_t state;
};

/* A stream for each pair of seed and number; and one for each text, such as a file's fingerprint.
 */
struct chance chance_from(uint64_t seed, uint64_t number);
struct chance chance_of(const char *text);

/* 0 to `limit` − 1, each as likely; `limit` is above 0. */
uint32_t chance_below(struct chance *chance, uint32_t limit);
bool chance_in_100(struct chance *chance, uint32_t often);

#endif
