/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A trace tells at once whether something can be worked out: a row's products with random vectors
 * that every shown row's product with is 0. It is 0 for what can be worked out, and adds up as rows
 * do. Two vectors for each prime, so that rows that are multiples of each other can be told too. */
#ifndef PROTECT_TRACE_H
#define PROTECT_TRACE_H

#include "protect/release.h"

enum { TRACES = 2 };

struct trace {
    uint32_t at[TRACES][PRIMES];
};

struct traces {
    struct linear *linear;
    uint32_t *vector[TRACES][PRIMES];
    struct trace *cells;
    struct trace *columns; /* the first vector's only */
};

void traces_make(struct linear *linear, struct arena *round, struct traces *traces);
void trace_add(struct trace *to, const struct trace *from, int vectors);
bool trace_known(const struct trace *trace);

/* crossings.c: guards small overlaps and differences of two cells that can be worked out. */
void crossings_guard(const struct traces *traces, size_t most);

#endif
