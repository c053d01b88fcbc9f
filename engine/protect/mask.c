/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sets of columns, one bit each. */
#include "protect/release.h"

bool mask_has(const uint64_t *mask, size_t column)
{
    return mask[column / 64] >> (column % 64) & 1;
}

void mask_set(uint64_t *mask, size_t column)
{
    mask[column / 64] |= UINT64_C(1) << (column % 64);
}

bool mask_within(const uint64_t *a, const uint64_t *b, size_t words)
{
    for (size_t i = 0; i < words; i++) {
        if (a[i] & ~b[i]) {
            return false;
        }
    }
    return true;
}

bool mask_apart(const uint64_t *a, const uint64_t *b, size_t words)
{
    for (size_t i = 0; i < words; i++) {
        if (a[i] & b[i]) {
            return false;
        }
    }
    return true;
}

bool mask_empty(const uint64_t *mask, size_t words)
{
    for (size_t i = 0; i < words; i++) {
        if (mask[i]) {
            return false;
        }
    }
    return true;
}

size_t mask_next(const uint64_t *mask, size_t words, size_t from)
{
    size_t word = from / 64;
    if (word >= words) {
        return SIZE_MAX;
    }
    uint64_t bits = mask[word] & (~UINT64_C(0) << (from % 64));
    while (!bits) {
        if (++word == words) {
            return SIZE_MAX;
        }
        bits = mask[word];
    }
    return word * 64 + (size_t)__builtin_ctzll(bits);
}
