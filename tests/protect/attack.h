/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An attacker who reads which cells are shown, knows who is in which, and solves in exact
 * fractions. It shares nothing with the gate. */
#ifndef TESTS_ATTACK_H
#define TESTS_ATTACK_H

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { CELLS = 120, PEOPLE = 1200, COLUMNS = 200 };

struct made_cell {
    uint32_t people[PEOPLE];
    size_t count;
    int rank, whole;
    bool sensitive, shown;
};

struct made {
    struct made_cell cells[CELLS];
    size_t count, people;
};

__extension__ typedef __int128 wide;
struct fraction {
    wide above, below; /* below > 0, in lowest terms */
};

static wide common(wide a, wide b)
{
    a = a < 0 ? -a : a;
    while (b) {
        wide rest = a % b;
        a = b;
        b = rest < 0 ? -rest : rest;
    }
    return a;
}

/* a − factor · b */
static struct fraction less_times(struct fraction a, struct fraction factor, struct fraction b)
{
    wide above = factor.above * b.above, below = factor.below * b.below;
    wide divisor = common(above, below);
    above /= divisor, below /= divisor;
    struct fraction result = {a.above * below - above * a.below, a.below * below};
    divisor = common(result.above, result.below);
    result.above /= divisor, result.below /= divisor;
    return result;
}

static struct fraction divided(struct fraction a, struct fraction b)
{
    struct fraction result = {a.above * b.below, a.below * b.above};
    wide divisor = common(result.above, result.below);
    divisor = result.below < 0 ? -divisor : divisor;
    result.above /= divisor, result.below /= divisor;
    return result;
}

struct attacker {
    const struct made *made;
    size_t columns, rank;
    size_t column_of[PEOPLE]; /* people in exactly the same cells share one */
    struct fraction basis[CELLS][COLUMNS];
    size_t pivot[CELLS];
    bool has[CELLS][PEOPLE];
};

static void attacker_columns(struct attacker *attacker)
{
    const struct made *made = attacker->made;
    attacker->columns = 0;
    for (size_t p = 0; p < made->people; p++) {
        size_t like = 0;
        for (; like < p; like++) {
            bool same = true;
            for (size_t c = 0; c < made->count && same; c++) {
                same = attacker->has[c][p] == attacker->has[c][like];
            }
            if (same) {
                break;
            }
        }
        attacker->column_of[p] = like < p ? attacker->column_of[like] : attacker->columns++;
    }
    if (attacker->columns > COLUMNS) {
        abort();
    }
}

static void attacker_reduce(const struct attacker *attacker, struct fraction *row)
{
    for (size_t i = 0; i < attacker->rank; i++) {
        struct fraction factor = row[attacker->pivot[i]];
        for (size_t j = 0; factor.above != 0 && j < attacker->columns; j++) {
            row[j] = less_times(row[j], factor, attacker->basis[i][j]);
        }
    }
}

static void attacker_row(const struct attacker *attacker, const bool *who, struct fraction *row)
{
    for (size_t p = 0; p < attacker->made->people; p++) {
        if (who[p]) {
            row[attacker->column_of[p]].above = 1;
        }
    }
}

static void attacker_learn(struct attacker *attacker, size_t cell)
{
    struct fraction *row = attacker->basis[attacker->rank];
    for (size_t j = 0; j < attacker->columns; j++) {
        row[j] = (struct fraction){0, 1};
    }
    attacker_row(attacker, attacker->has[cell], row);
    attacker_reduce(attacker, row);
    size_t pivot = 0;
    while (pivot < attacker->columns && row[pivot].above == 0) {
        pivot++;
    }
    if (pivot == attacker->columns) {
        return;
    }
    struct fraction by = row[pivot];
    for (size_t j = 0; j < attacker->columns; j++) {
        row[j] = divided(row[j], by);
    }
    attacker->pivot[attacker->rank++] = pivot;
}

static void attacker_read(struct attacker *attacker, const struct made *made)
{
    memset(attacker, 0, sizeof *attacker);
    attacker->made = made;
    for (size_t c = 0; c < made->count; c++) {
        for (size_t i = 0; i < made->cells[c].count; i++) {
            attacker->has[c][made->cells[c].people[i]] = true;
        }
    }
    attacker_columns(attacker);
    for (size_t c = 0; c < made->count; c++) {
        if (made->cells[c].shown) {
            attacker_learn(attacker, c);
        }
    }
}

static bool attacker_knows(const struct attacker *attacker, struct fraction *row)
{
    attacker_reduce(attacker, row);
    for (size_t j = 0; j < attacker->columns; j++) {
        if (row[j].above != 0) {
            return false;
        }
    }
    return true;
}

/* The sum of the cells `which[0..count)`. */
static bool attacker_knows_sum(const struct attacker *attacker, const size_t *which, size_t count)
{
    struct fraction row[COLUMNS];
    for (size_t j = 0; j < attacker->columns; j++) {
        row[j] = (struct fraction){0, 1};
    }
    for (size_t i = 0; i < count; i++) {
        struct fraction one[COLUMNS];
        for (size_t j = 0; j < attacker->columns; j++) {
            one[j] = (struct fraction){0, 1};
        }
        attacker_row(attacker, attacker->has[which[i]], one);
        for (size_t j = 0; j < attacker->columns; j++) {
            row[j].above += one[j].above;
        }
    }
    return attacker_knows(attacker, row);
}

/* Those in `a` and, as asked, in or not in `b`. */
static bool attacker_knows_crossing(const struct attacker *attacker, size_t a, size_t b, bool in)
{
    bool who[PEOPLE] = {false};
    size_t count = 0;
    for (size_t p = 0; p < attacker->made->people; p++) {
        who[p] = attacker->has[a][p] && attacker->has[b][p] == in;
        count += who[p];
    }
    if (count == 0 || count > 9) {
        return false;
    }
    struct fraction row[COLUMNS];
    for (size_t j = 0; j < attacker->columns; j++) {
        row[j] = (struct fraction){0, 1};
    }
    attacker_row(attacker, who, row);
    return attacker_knows(attacker, row);
}

static bool attacker_sums(const struct attacker *attacker, size_t *which, size_t chosen,
                          size_t from, size_t people)
{
    const struct made *made = attacker->made;
    if (people > 0 && attacker_knows_sum(attacker, which, chosen)) {
        return true;
    }
    for (size_t c = from; chosen < 4 && c < made->count; c++) {
        const struct made_cell *cell = &made->cells[c];
        if (!cell->shown && cell->count > 0 && people + cell->count <= 9) {
            which[chosen] = c;
            if (attacker_sums(attacker, which, chosen + 1, c + 1, people + cell->count)) {
                return true;
            }
        }
    }
    return false;
}

/* Can 1 to 9 people be told of: in a cell, in a sum of up to four hidden cells, in an overlap? */
static bool attack_succeeds(const struct made *made)
{
    static struct attacker attacker;
    attacker_read(&attacker, made);
    size_t which[4];
    bool known = attacker_sums(&attacker, which, 0, 0, 0);
    for (size_t a = 0; a < made->count && !known; a++) {
        for (size_t b = 0; b < made->count && !known; b++) {
            known = a != b && (attacker_knows_crossing(&attacker, a, b, true) ||
                               attacker_knows_crossing(&attacker, a, b, false));
        }
    }
    return known;
}

#endif
