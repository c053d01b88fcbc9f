/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Greedy elimination (after Langsrud): cells are shown one by one, the most important first, as
 * long as nothing that is guarded can be worked out from those shown so far. */
#include <stdlib.h>
#include <string.h>

#include "protect/release.h"

struct place {
    int rank;
    size_t count;
    uint32_t cell;
};

static int by_importance(const void *a, const void *b)
{
    const struct place *x = a, *y = b;
    if (x->rank != y->rank) {
        return (x->rank > y->rank) - (x->rank < y->rank);
    }
    if (x->count != y->count) {
        return (x->count < y->count) - (x->count > y->count);
    }
    return (x->cell > y->cell) - (x->cell < y->cell);
}

uint32_t *choose_order(const struct protect *protect, struct arena *arena)
{
    struct place *places = arena_array(arena, protect->asked, sizeof *places);
    uint32_t *order = arena_array(arena, protect->asked, sizeof *order);
    for (size_t i = 0; i < protect->asked; i++) {
        places[i] = (struct place){protect->cells[i].rank, protect->cells[i].count, (uint32_t)i};
    }
    qsort(places, protect->asked, sizeof *places, by_importance);
    for (size_t i = 0; i < protect->asked; i++) {
        order[i] = places[i].cell;
    }
    return order;
}

/* Guarded rows, less what is shown already; and the row of the cell in question, likewise. */
struct chooser {
    struct linear *linear;
    struct row *guarded;
    struct row row;
    uint64_t *loose;      /* `row` while it is reduced, not yet below the prime */
    size_t pivot[PRIMES]; /* of `row`; the width when it is nothing */
};

/* Takes what is known out of the row, so that it has nothing at the pivots. Before its pivot a
 * known row has nothing either. */
static void reduce(struct chooser *chooser, int prime)
{
    const struct span *span = &chooser->linear->span;
    size_t width = chooser->linear->width;
    uint32_t *at = chooser->row.at[prime];
    for (size_t i = 0; i < width; i++) {
        chooser->loose[i] = at[i];
    }
    for (size_t i = 0; i < span->rank[prime]; i++) {
        size_t pivot = span->pivots[prime][i];
        uint32_t value = modulo(chooser->loose[pivot], prime);
        linear_axpy_loose(chooser->loose + pivot, span->rows[prime][i] + pivot,
                          modulo_minus(value, prime), width - pivot, prime);
        chooser->linear->protect->work += width - pivot;
    }
    for (size_t i = 0; i < width; i++) {
        at[i] = modulo(chooser->loose[i], prime);
    }
}

/* Makes the first number of the row 1. */
static void normalise(struct chooser *chooser, int prime)
{
    size_t width = chooser->linear->width, pivot = 0;
    uint32_t *at = chooser->row.at[prime];
    while (pivot < width && at[pivot] == 0) {
        pivot++;
    }
    chooser->pivot[prime] = pivot;
    uint32_t inverse = pivot < width ? modulo_inverse(at[pivot], prime) : 0;
    for (size_t i = pivot; i < width; i++) {
        at[i] = modulo((uint64_t)at[i] * inverse, prime);
    }
}

static bool is_multiple(const uint32_t *guarded, const uint32_t *row, size_t pivot, size_t width,
                        int prime)
{
    uint32_t factor = guarded[pivot];
    for (size_t i = pivot; i < width; i++) { /* where most differ at once */
        if (guarded[i] != modulo((uint64_t)factor * row[i], prime)) {
            return false;
        }
    }
    for (size_t i = 0; i < pivot; i++) {
        if (guarded[i] != 0) {
            return false;
        }
    }
    return true;
}

static bool reveals(const struct chooser *chooser, int prime)
{
    const struct linear *linear = chooser->linear;
    size_t pivot = chooser->pivot[prime];
    for (size_t i = 0; pivot < linear->width && i < linear->guarded_count; i++) {
        if (is_multiple(chooser->guarded[i].at[prime], chooser->row.at[prime], pivot, linear->width,
                        prime)) {
            return true;
        }
    }
    return false;
}

/* The row becomes known: it joins the span, and what is guarded is taken modulo it. */
static void know(struct chooser *chooser, struct arena *arena, int prime)
{
    struct linear *linear = chooser->linear;
    struct span *span = &linear->span;
    size_t pivot = chooser->pivot[prime], width = linear->width;
    if (pivot == width) {
        return;
    }
    uint32_t *row = arena_array(arena, width, sizeof *row);
    memcpy(row, chooser->row.at[prime], width * sizeof *row);
    for (size_t i = 0; i < linear->guarded_count; i++) {
        uint32_t *guarded = chooser->guarded[i].at[prime];
        linear_axpy(guarded + pivot, row + pivot, modulo_minus(guarded[pivot], prime),
                    width - pivot, prime);
        linear->protect->work += width - pivot;
    }
    span->pivots[prime][span->rank[prime]] = pivot;
    span->rows[prime][span->rank[prime]++] = row;
}

static bool may_be_shown(struct chooser *chooser, uint32_t number, struct arena *arena)
{
    struct linear *linear = chooser->linear;
    bool revealed = false;
    for (int prime = 0; prime < PRIMES; prime++) {
        memcpy(chooser->row.at[prime], linear->cells[number].at[prime],
               linear->width * sizeof(uint32_t));
        reduce(chooser, prime);
        normalise(chooser, prime);
        revealed |= reveals(chooser, prime);
    }
    for (int prime = 0; prime < PRIMES && !revealed; prime++) {
        know(chooser, arena, prime);
    }
    return !revealed;
}

static void start(struct chooser *chooser, struct linear *linear, struct arena *arena)
{
    chooser->linear = linear;
    chooser->row = linear_row(linear, arena);
    chooser->loose = arena_array(arena, linear->width, sizeof *chooser->loose);
    chooser->guarded = arena_array(arena, linear->guarded_count, sizeof *chooser->guarded);
    for (size_t i = 0; i < linear->guarded_count; i++) {
        chooser->guarded[i] = linear_row(linear, arena);
        linear_add(linear, chooser->guarded[i], linear->guarded[i], 1);
    }
    for (int prime = 0; prime < PRIMES; prime++) {
        struct span *span = &linear->span;
        span->rank[prime] = 0;
        span->rows[prime] = arena_array(arena, linear->width, sizeof *span->rows[prime]);
        span->pivots[prime] = arena_array(arena, linear->width, sizeof *span->pivots[prime]);
    }
}

/* A zero tells that its whole has ten people or more. Where that is hidden, so is the zero. */
static void hide_zeros(struct protect *protect)
{
    for (size_t i = 0; i < protect->asked; i++) {
        struct cell *cell = &protect->cells[i];
        if (cell->count == 0 && cell->whole >= 0) {
            cell->shown &= protect->cells[cell->whole].shown;
        }
    }
}

bool choose(struct linear *linear, struct arena *round)
{
    struct protect *protect = linear->protect;
    const uint32_t *order = choose_order(protect, round);
    struct chooser chooser;
    start(&chooser, linear, round);
    for (size_t i = 0; i < protect->asked; i++) {
        struct cell *cell = &protect->cells[order[i]];
        cell->shown = !cell->small && !cell->forced && may_be_shown(&chooser, order[i], round);
        if (protect->work > WORK_MOST) {
            return false;
        }
    }
    hide_zeros(protect);
    return true;
}
