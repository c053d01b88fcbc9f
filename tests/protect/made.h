/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Made-up releases for the tests of the gate. */
#ifndef TESTS_MADE_H
#define TESTS_MADE_H

#include "attack.h"
#include "protect/protect.h"

static inline uint32_t made_random(uint64_t *seed)
{
    *seed = *seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)(*seed >> 33);
}

static inline size_t made_cell(struct made *made, int rank, int whole, bool sensitive)
{
    struct made_cell *cell = &made->cells[made->count];
    *cell = (struct made_cell){.rank = rank, .whole = whole, .sensitive = sensitive};
    return made->count++;
}

static inline void made_put(struct made *made, size_t cell, size_t person)
{
    made->cells[cell].people[made->cells[cell].count++] = (uint32_t)person;
}

/* Sends it through the gate and notes what is shown; the release stays open for further questions.
 */
static inline struct protect *made_decide(struct made *made)
{
    struct protect *protect = protect_new(made->people);
    for (size_t c = 0; c < made->count; c++) {
        const struct made_cell *cell = &made->cells[c];
        protect_cell(protect, cell->people, cell->count, cell->rank, cell->whole, cell->sensitive);
    }
    protect_decide(protect);
    for (size_t c = 0; c < made->count; c++) {
        made->cells[c].shown = !protect_count(protect, (int)c).hidden;
    }
    return protect;
}

/* A total and the cells of a one-way table. */
static inline void made_one_way(struct made *made, const size_t *counts, size_t cells)
{
    memset(made, 0, sizeof *made);
    made_cell(made, 0, -1, false);
    for (size_t i = 0; i < cells; i++) {
        size_t cell = made_cell(made, 1, 0, false);
        for (size_t j = 0; j < counts[i]; j++) {
            made_put(made, 0, made->people);
            made_put(made, cell, made->people++);
        }
    }
}

/* Everyone; `fields` ways of parting them; by the first, a nested geography (two districts); and
 * `questions` of yes, no and cannot tell, over everybody and in each group of the first field. */
struct made_up {
    size_t people, fields, groups, questions;
    bool overlap; /* people may be in two groups of the second field */
    unsigned yes_of_100, tell_of_100;
};

static inline void made_question(struct made *made, const bool *in, int rank, const char *answer)
{
    size_t all = made_cell(made, rank, -1, false);
    size_t yes = made_cell(made, rank + 1, (int)all, true),
           no = made_cell(made, rank + 1, (int)all, true);
    size_t untold = made_cell(made, rank + 1, -1, false);
    for (size_t p = 0; p < made->people; p++) {
        if (in[p] && answer[p] == '?') {
            made_put(made, untold, p);
        } else if (in[p]) {
            made_put(made, all, p);
            made_put(made, answer[p] == 'y' ? yes : no, p);
        }
    }
}

static inline void made_field(struct made *made, const struct made_up *how,
                              const unsigned char *group, const unsigned char *second, int rank)
{
    size_t first = made->count;
    for (size_t g = 0; g < how->groups; g++) {
        made_cell(made, rank, 0, false);
    }
    for (size_t p = 0; p < made->people; p++) {
        made_put(made, first + group[p], p);
        if (second && second[p] != group[p]) {
            made_put(made, first + second[p], p);
        }
    }
}

static inline void made_area(struct made *made, const struct made_up *how, uint64_t *seed)
{
    static unsigned char group[4][PEOPLE], second[PEOPLE];
    static bool in[PEOPLE];
    static char answer[PEOPLE];
    memset(made, 0, sizeof *made);
    made->people = how->people;
    made_cell(made, 0, -1, false);
    for (size_t p = 0; p < how->people; p++) {
        made_put(made, 0, p);
        for (size_t f = 0; f < how->fields; f++) { /* the smaller of two: uneven groups */
            uint32_t a = made_random(seed) % how->groups, b = made_random(seed) % how->groups;
            group[f][p] = (unsigned char)(a < b ? a : b);
        }
        second[p] = (unsigned char)(made_random(seed) % (how->groups * 3));
        second[p] = second[p] < how->groups ? second[p] : group[how->fields - 1][p];
    }
    size_t district = made->count;
    made_cell(made, 1, 0, false);
    made_cell(made, 1, 0, false);
    for (size_t p = 0; p < how->people; p++) {
        made_put(made, district + (group[0][p] >= how->groups / 2), p);
    }
    for (size_t f = 0; f < how->fields; f++) {
        made_field(made, how, group[f], how->overlap && f + 1 == how->fields ? second : NULL, 2);
    }
    for (size_t q = 0; q < how->questions; q++) {
        for (size_t p = 0; p < how->people; p++) {
            answer[p] = made_random(seed) % 100 >= how->tell_of_100 ? '?'
                        : made_random(seed) % 100 < how->yes_of_100 ? 'y'
                                                                    : 'n';
            in[p] = true;
        }
        made_question(made, in, 1, answer);
        for (size_t g = 0; q == 0 && g < how->groups; g++) {
            for (size_t p = 0; p < how->people; p++) {
                in[p] = group[0][p] == g;
            }
            made_question(made, in, 3, answer);
        }
    }
}

/* Six neighbourhoods by five groups, in two districts (the reference of the method). */
static inline void made_golden(struct made *made, int inner[5][6])
{
    memset(made, 0, sizeof *made);
    made_cell(made, 0, -1, false);
    size_t district = made->count;
    for (int i = 0; i < 2; i++) {
        made_cell(made, 1, -1, false);
    }
    size_t row = made->count;
    for (int i = 0; i < 5; i++) {
        made_cell(made, 1, -1, false);
    }
    size_t column = made->count;
    for (int i = 0; i < 6; i++) {
        made_cell(made, 2, -1, false);
    }
    size_t wide_cell = made->count;
    for (int i = 0; i < 10; i++) {
        made_cell(made, 3, -1, false);
    }
    size_t cell = made->count;
    for (int i = 0; i < 30; i++) {
        made_cell(made, 4, -1, false);
    }
    for (int g = 0; g < 5; g++) {
        for (int n = 0; n < 6; n++) {
            for (int i = 0; i < inner[g][n]; i++, made->people++) {
                const size_t in[] = {0,
                                     district + (size_t)(n / 3),
                                     row + (size_t)g,
                                     column + (size_t)n,
                                     wide_cell + (size_t)(g * 2 + n / 3),
                                     cell + (size_t)(g * 6 + n)};
                for (size_t j = 0; j < sizeof in / sizeof *in; j++) {
                    made_put(made, in[j], made->people);
                }
            }
        }
    }
}

#endif
