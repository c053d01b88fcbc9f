/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two cells that overlap, or one within the other, may tell of a few people whom no cell names:
 * those in both, or in one only. */
#include "protect/trace.h"

struct crossing {
    const uint64_t *a, *b;
    bool without; /* in a and not in b; else in both */
};

static uint64_t word_of(const struct crossing *crossing, size_t word)
{
    uint64_t b = crossing->b[word];
    return crossing->a[word] & (crossing->without ? ~b : b);
}

/* 1 to 9 people who can be told from what is shown. */
static bool gives_few_away(const struct traces *traces, const struct crossing *crossing)
{
    const struct protect *protect = traces->linear->protect;
    struct trace trace = {0};
    size_t people = 0;
    for (size_t word = 0; word < protect->words; word++) {
        for (uint64_t bits = word_of(crossing, word); bits; bits &= bits - 1) {
            size_t column = word * 64 + (size_t)__builtin_ctzll(bits);
            people += protect->size[column];
            if (people >= PROTECT_LEAST) {
                return false;
            }
            trace_add(&trace, &traces->columns[column], 1);
        }
    }
    return people > 0 && trace_known(&trace);
}

static void guard(struct linear *linear, const struct crossing *crossing)
{
    const struct protect *protect = linear->protect;
    struct row row = linear_row(linear, linear->arena);
    for (size_t word = 0; word < protect->words; word++) {
        for (uint64_t bits = word_of(crossing, word); bits; bits &= bits - 1) {
            linear_add_column(linear, row, word * 64 + (size_t)__builtin_ctzll(bits));
        }
    }
    linear_guard(linear, row);
}

void crossings_guard(const struct traces *traces, size_t most)
{
    struct linear *linear = traces->linear;
    struct protect *protect = linear->protect;
    for (size_t i = 0; i < protect->asked; i++) {
        for (size_t j = 0; j < i && linear->guarded_count < most; j++) {
            const uint64_t *a = protect->cells[i].mask, *b = protect->cells[j].mask;
            const struct crossing ways[] = {{a, b, false}, {a, b, true}, {b, a, true}};
            for (size_t way = 0; way < sizeof ways / sizeof *ways; way++) {
                if (gives_few_away(traces, &ways[way])) {
                    guard(linear, &ways[way]);
                }
            }
        }
        protect->work += i * protect->words;
    }
}
