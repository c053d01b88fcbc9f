/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of cells modulo two primes of 31 bits, 2^31 − 1 and 2^31 − 19: whatever depends on each
 * other as fractions does so modulo a prime, unless a denominator is a multiple of it. */
#include "protect/release.h"

#include <string.h>

#define LOW UINT64_C(0x7fffffff)
#define ROWS_MOST (UINT64_C(32) << 20) /* numbers in all rows of cells */

static const uint32_t less[PRIMES] = {1, 19}; /* than 2^31 */

/* Below 2^63 and more to below the prime: 2^31 is as much as what the prime is less by. */
static inline uint32_t fold(uint64_t value, uint64_t by)
{
    value = (value & LOW) + by * (value >> 31);
    value = (value & LOW) + by * (value >> 31);
    uint64_t below = value + by - (LOW + 1);
    return (uint32_t)(value > LOW - by ? below : value);
}

uint32_t modulo(uint64_t value, int prime)
{
    return fold(value, less[prime]);
}

uint32_t modulo_minus(uint32_t value, int prime)
{
    return value ? (uint32_t)(LOW + 1 - less[prime]) - value : 0;
}

uint32_t modulo_inverse(uint32_t value, int prime)
{
    uint32_t power = value, result = 1;
    for (uint64_t e = LOW + 1 - less[prime] - 2; e; e >>= 1) { /* Fermat: value^(p − 2) */
        if (e & 1) {
            result = modulo((uint64_t)result * power, prime);
        }
        power = modulo((uint64_t)power * power, prime);
    }
    return result;
}

void linear_axpy(uint32_t *restrict to, const uint32_t *restrict from, uint32_t factor,
                 size_t width, int prime)
{
    uint64_t by = less[prime];
    for (size_t i = 0; i < width; i++) {
        to[i] = fold(to[i] + (uint64_t)factor * from[i], by);
    }
}

void linear_axpy_loose(uint64_t *restrict to, const uint32_t *restrict from, uint32_t factor,
                       size_t width, int prime)
{
    uint64_t by = less[prime];
    for (size_t i = 0; i < width; i++) {
        uint64_t value = to[i] + (uint64_t)factor * from[i];
        to[i] = (value & LOW) + by * (value >> 31);
    }
}

/* splitmix64, so that every run draws the same numbers. */
uint32_t linear_draw(size_t column, size_t dimension)
{
    uint64_t z = ((uint64_t)column << 32) + dimension + UINT64_C(0x9e3779b97f4a7c15);
    z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
    return (uint32_t)((z ^ (z >> 31)) >> 34); /* 30 bits: below both primes */
}

uint32_t linear_weight(const struct linear *linear, size_t column, size_t dimension)
{
    return linear->projected ? linear_draw(column, dimension) : column == dimension;
}

struct row linear_row(const struct linear *linear, struct arena *arena)
{
    struct row row;
    for (int prime = 0; prime < PRIMES; prime++) {
        row.at[prime] = arena_array(arena, linear->width, sizeof *row.at[prime]);
    }
    return row;
}

void linear_add(const struct linear *linear, struct row to, struct row from, int sign)
{
    for (int prime = 0; prime < PRIMES; prime++) {
        uint32_t factor = sign > 0 ? 1 : modulo_minus(1, prime);
        linear_axpy(to.at[prime], from.at[prime], factor, linear->width, prime);
    }
}

void linear_add_column(const struct linear *linear, struct row to, size_t column)
{
    for (int prime = 0; prime < PRIMES; prime++) {
        for (size_t i = 0; i < linear->width; i++) {
            to.at[prime][i] =
                modulo(to.at[prime][i] + (uint64_t)linear_weight(linear, column, i), prime);
        }
    }
}

void linear_guard(struct linear *linear, struct row row)
{
    linear->guarded = arena_grow(linear->arena, linear->guarded, linear->guarded_count,
                                 &linear->guarded_room, sizeof *linear->guarded);
    linear->guarded[linear->guarded_count++] = row;
}

/* Adds one column to every cell that has it; its weights are drawn once. */
static void project_column(struct linear *linear, size_t column, uint32_t *weights)
{
    struct protect *protect = linear->protect;
    bool drawn = false;
    for (size_t i = 0; i < protect->count; i++) {
        if (!mask_has(protect->cells[i].mask, column)) {
            continue;
        }
        for (size_t j = 0; !drawn && j < linear->width; j++) {
            weights[j] = linear_weight(linear, column, j);
        }
        drawn = true;
        for (int prime = 0; prime < PRIMES; prime++) {
            linear_axpy(linear->cells[i].at[prime], weights, 1, linear->width, prime);
        }
        protect->work += linear->width * PRIMES;
    }
}

static size_t width_of(const struct protect *protect)
{
    return protect->count + 1 < protect->columns ? protect->count + 1 : protect->columns;
}

bool linear_fits(const struct protect *protect)
{
    return width_of(protect) * protect->count <= ROWS_MOST;
}

bool linear_make(struct protect *protect, struct arena *arena, struct linear *linear)
{
    *linear = (struct linear){.protect = protect, .arena = arena};
    linear->width = width_of(protect);
    linear->projected = linear->width < protect->columns;
    if (!linear_fits(protect)) {
        return false;
    }
    linear->cells = arena_array(arena, protect->count, sizeof *linear->cells);
    for (size_t i = 0; i < protect->count; i++) {
        linear->cells[i] = linear_row(linear, arena);
    }
    uint32_t *weights = arena_array(arena, linear->width, sizeof *weights);
    for (size_t column = 0; column < protect->columns && protect->work < WORK_MOST; column++) {
        project_column(linear, column, weights);
    }
    for (size_t i = 0; i < protect->count; i++) {
        if (protect->cells[i].small) {
            linear_guard(linear, linear->cells[i]);
        }
    }
    return protect->work < WORK_MOST;
}
