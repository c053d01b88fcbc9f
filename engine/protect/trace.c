/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "protect/trace.h"

static uint32_t product(const uint32_t *a, const uint32_t *b, size_t width, int prime)
{
    uint32_t sum = 0;
    for (size_t i = 0; i < width; i++) {
        sum = modulo(sum + (uint64_t)a[i] * b[i], prime);
    }
    return sum;
}

/* Solves for the pivots from the last row up: each row has nothing at the pivots of rows before it.
 */
static void make_vector(const struct linear *linear, int which, int prime, uint32_t *vector)
{
    const struct span *span = &linear->span;
    for (size_t i = 0; i < linear->width; i++) {
        vector[i] = linear_draw(SIZE_MAX / 2 + (size_t)which, i);
    }
    for (size_t i = span->rank[prime]; i-- > 0;) {
        size_t pivot = span->pivots[prime][i];
        vector[pivot] = 0;
        vector[pivot] =
            modulo_minus(product(span->rows[prime][i], vector, linear->width, prime), prime);
    }
}

static void trace_column(const struct traces *traces, size_t column, struct trace *trace)
{
    const struct linear *linear = traces->linear;
    for (size_t i = 0; i < linear->width; i++) {
        uint64_t weight = linear_weight(linear, column, i);
        for (int prime = 0; weight && prime < PRIMES; prime++) {
            uint32_t *at = &trace->at[0][prime];
            *at = modulo(*at + weight * traces->vector[0][prime][i], prime);
        }
    }
}

void traces_make(struct linear *linear, struct arena *round, struct traces *traces)
{
    struct protect *protect = linear->protect;
    traces->linear = linear;
    traces->cells = arena_array(round, protect->count, sizeof *traces->cells);
    traces->columns = arena_array(round, protect->columns, sizeof *traces->columns);
    for (int which = 0; which < TRACES; which++) {
        for (int prime = 0; prime < PRIMES; prime++) {
            uint32_t *vector = arena_array(round, linear->width, sizeof *vector);
            make_vector(linear, which, prime, vector);
            traces->vector[which][prime] = vector;
            for (size_t i = 0; i < protect->count; i++) {
                traces->cells[i].at[which][prime] =
                    product(linear->cells[i].at[prime], vector, linear->width, prime);
            }
        }
    }
    for (size_t i = 0; i < protect->columns; i++) {
        trace_column(traces, i, &traces->columns[i]);
    }
    protect->work += linear->width * (protect->count * TRACES + protect->columns) * PRIMES;
}

void trace_add(struct trace *to, const struct trace *from, int vectors)
{
    for (int which = 0; which < vectors; which++) {
        for (int prime = 0; prime < PRIMES; prime++) {
            uint64_t sum = (uint64_t)to->at[which][prime] + from->at[which][prime];
            to->at[which][prime] = modulo(sum, prime);
        }
    }
}

bool trace_known(const struct trace *trace)
{
    return trace->at[0][0] == 0 && trace->at[0][1] == 0;
}
