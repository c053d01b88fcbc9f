/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chance that is the same on every machine: whole numbers only. SplitMix64 (Steele, Lea and Flood
 * 2014). */
#ifndef INVENT_CHANCE_H
#define INVENT_CHANCE_H

#include <stdbool.h>
#include <stdint.h>

struct chance {
    uint64_t state;
};

/* A stream for each pair of seed and number. */
struct chance chance_from(uint64_t seed, uint64_t number);

/* 0 to `most`, each as likely. */
int chance_up_to(struct chance *chance, int most);
bool chance_in_100(struct chance *chance, int often);
/* 0 to `most`, the middle more often: the sum of three. */
int chance_bell(struct chance *chance, int most);

#endif
