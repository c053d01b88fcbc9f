/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can still be worked out from the shown cells, although no small cell can:
 * - a sum of up to four hidden cells that is itself under ten (two of 3 and 4 tell of 7 people);
 * - the hidden cells of one table together, however many, when they are under ten;
 * - a few people in the overlap of two cells, or in one and not in the other;
 * - a small cell by the one person of another, who knows that one.
 * All of it joins what is guarded. */
#include <stdlib.h>

#include "protect/trace.h"

enum { ROUND_MOST = 256 }; /* rows that one round adds before choosing again */

/* One hidden cell or two, to be joined with one or two others. */
struct pair {
    uint64_t key; /* the trace of the sum */
    uint32_t count;
    int a, b; /* a < b; b is -1 for one cell */
};

struct pairs {
    struct pair *pairs;
    size_t count;
};

static uint64_t key_of(const struct trace *trace)
{
    return (uint64_t)trace->at[0][0] << 32 | trace->at[0][1];
}

static uint64_t minus(uint64_t key)
{
    return (uint64_t)modulo_minus((uint32_t)(key >> 32), 0) << 32 |
           modulo_minus((uint32_t)(key & UINT32_MAX), 1);
}

static int by_key(const void *a, const void *b)
{
    const struct pair *x = a, *y = b;
    if (x->key != y->key) {
        return (x->key > y->key) - (x->key < y->key);
    }
    if (x->a != y->a) {
        return (x->a > y->a) - (x->a < y->a);
    }
    return (x->b > y->b) - (x->b < y->b);
}

static bool is_hidden_and_few(const struct cell *cell)
{
    return !cell->shown && cell->small && cell->count < PROTECT_LEAST;
}

static void add_pair(struct pairs *pairs, const struct traces *traces, int a, int b)
{
    const struct cell *cells = traces->linear->protect->cells;
    struct trace trace = traces->cells[a];
    size_t count = cells[a].count;
    if (b >= 0) {
        trace_add(&trace, &traces->cells[b], 1);
        count += cells[b].count;
    }
    if (count < PROTECT_LEAST) {
        pairs->pairs[pairs->count++] = (struct pair){key_of(&trace), (uint32_t)count, a, b};
    }
}

static struct pairs make_pairs(const struct traces *traces, struct arena *round)
{
    struct protect *protect = traces->linear->protect;
    int *few = arena_array(round, protect->count, sizeof *few);
    size_t count = 0;
    for (size_t i = 0; i < protect->count; i++) {
        if (is_hidden_and_few(&protect->cells[i])) {
            few[count++] = (int)i;
        }
    }
    struct pairs pairs = {arena_array(round, count * (count + 1) / 2 + 1, sizeof *pairs.pairs), 0};
    for (size_t i = 0; i < count; i++) {
        add_pair(&pairs, traces, few[i], -1);
        for (size_t j = i + 1; j < count; j++) {
            add_pair(&pairs, traces, few[i], few[j]);
        }
    }
    protect->work += count * count;
    qsort(pairs.pairs, pairs.count, sizeof *pairs.pairs, by_key);
    return pairs;
}

static size_t first_with(const struct pairs *pairs, uint64_t key)
{
    size_t low = 0, high = pairs->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (pairs->pairs[middle].key < key) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

static void guard_sum(struct linear *linear, const int *cells, size_t count)
{
    struct row row = linear_row(linear, linear->arena);
    for (size_t i = 0; i < count; i++) {
        if (cells[i] >= 0) {
            linear_add(linear, row, linear->cells[cells[i]], 1);
        }
    }
    linear_guard(linear, row);
}

static bool shares_a_cell(const struct pair *x, const struct pair *y)
{
    return x->a == y->a || x->a == y->b || (x->b >= 0 && (x->b == y->a || x->b == y->b));
}

/* A sum that is too small to be known; or, of two cells that are each hidden for being few, so
 * large that both must be nearly as many as they can be. */
static bool tells(const struct pair *x, const struct pair *y)
{
    enum { NEARLY_ALL = 2 * (PROTECT_LEAST - 1) * 4 / 5 };
    size_t sum = x->count + y->count;
    return sum < PROTECT_LEAST || (x->b < 0 && y->b < 0 && sum > NEARLY_ALL);
}

/* Sums of two, three and four: two pairs whose traces cancel. */
static void guard_joined(const struct traces *traces, const struct pairs *pairs, size_t most)
{
    struct linear *linear = traces->linear;
    for (size_t i = 0; i < pairs->count && linear->guarded_count < most; i++) {
        const struct pair *x = &pairs->pairs[i];
        uint64_t wanted = minus(x->key);
        for (size_t j = first_with(pairs, wanted);
             j < pairs->count && pairs->pairs[j].key == wanted && linear->guarded_count < most;
             j++) {
            const struct pair *y = &pairs->pairs[j];
            if (j > i && tells(x, y) && !shares_a_cell(x, y)) {
                guard_sum(linear, (int[]){x->a, x->b, y->a, y->b}, 4);
            }
        }
        linear->protect->work += 32;
    }
}

static void guard_hidden_of(const struct traces *traces, const struct equation *equation,
                            int *hidden)
{
    struct linear *linear = traces->linear;
    const struct cell *cells = linear->protect->cells;
    struct trace trace = {0};
    size_t count = 0, people = 0;
    for (size_t i = 0; i < equation->part_count; i++) {
        int part = equation->parts[i];
        if (!cells[part].shown) {
            hidden[count++] = part;
            people += cells[part].count;
            trace_add(&trace, &traces->cells[part], 1);
        }
    }
    if (count > 0 && people < PROTECT_LEAST && trace_known(&trace)) {
        guard_sum(linear, hidden, count);
    }
}

static void guard_tables(const struct traces *traces, struct arena *round, size_t most)
{
    const struct protect *protect = traces->linear->protect;
    int *hidden = arena_array(round, protect->count, sizeof *hidden);
    for (size_t i = 0; i < protect->equation_count && traces->linear->guarded_count < most; i++) {
        if (!protect->equations[i].open) {
            guard_hidden_of(traces, &protect->equations[i], hidden);
        }
    }
}

/* Is one trace a multiple of the other? */
static bool go_together(const struct trace *x, const struct trace *y)
{
    for (int prime = 0; prime < PRIMES; prime++) {
        if (modulo((uint64_t)x->at[0][prime] * y->at[1][prime], prime) !=
            modulo((uint64_t)x->at[1][prime] * y->at[0][prime], prime)) {
            return false;
        }
    }
    return true;
}

/* The one person of `single` knows it and what is shown; does that tell `other`? Their sum or their
 * difference is then what must not be known. */
static void guard_from_single(const struct traces *traces, int single, int other)
{
    struct linear *linear = traces->linear;
    const struct trace *x = &traces->cells[single], *y = &traces->cells[other];
    if (!go_together(x, y) || linear->protect->cells[other].count == 0) {
        return;
    }
    bool same = x->at[0][0] == y->at[0][0];
    struct row row = linear_row(linear, linear->arena);
    linear_add(linear, row, linear->cells[other], 1);
    linear_add(linear, row, linear->cells[single], same ? -1 : 1);
    linear_guard(linear, row);
}

static bool is_union(const uint64_t *whole, const uint64_t *a, const uint64_t *b, size_t words)
{
    bool same = true;
    for (size_t i = 0; i < words && same; i++) {
        same = whole[i] == (a[i] | b[i]);
    }
    return same;
}

/* The others of a shown cell that the one person of `single` happens to be in, although it is of
 * another table: that they are so many less one is known to everybody in any cell. */
static bool is_only_the_others(const struct protect *protect, const struct cell *single,
                               size_t other)
{
    const uint64_t *rest = protect->cells[other].mask;
    for (size_t i = 0; other >= protect->asked && i < protect->asked; i++) {
        const struct cell *whole = &protect->cells[i];
        if (whole->shown && (int)i != single->whole &&
            is_union(whole->mask, single->mask, rest, protect->words)) {
            return true;
        }
    }
    return false;
}

static void guard_singles(const struct traces *traces, size_t most)
{
    const struct protect *protect = traces->linear->protect;
    for (size_t i = 0; i < protect->asked; i++) {
        const struct cell *single = &protect->cells[i];
        if (single->count != 1) {
            continue;
        }
        for (size_t j = 0; j < protect->count && traces->linear->guarded_count < most; j++) {
            const struct cell *other = &protect->cells[j];
            if (j != i && is_hidden_and_few(other) && !is_only_the_others(protect, single, j) &&
                !(mask_within(single->mask, other->mask, protect->words) && other->count == 1)) {
                guard_from_single(traces, (int)i, (int)j);
            }
        }
    }
}

bool derive(struct linear *linear, struct arena *round)
{
    size_t before = linear->guarded_count, most = before + ROUND_MOST;
    struct traces traces;
    traces_make(linear, round, &traces);
    struct pairs pairs = make_pairs(&traces, round);
    guard_joined(&traces, &pairs, most);
    guard_tables(&traces, round, most);
    crossings_guard(&traces, most);
    guard_singles(&traces, most);
    return linear->guarded_count > before;
}
