/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saying an indicator back in sentences: what its two parts have in common. */
#ifndef INDICATOR_DESCRIBE_H
#define INDICATOR_DESCRIBE_H

#include "indicator/indicator_private.h"

struct saying {
    const struct indicator *indicator;
    struct arena *arena;
    struct text *out;
};

/* "a b" as "a or b". */
void describe_list(const char *words, const char *between, struct text *out);

/* One pattern or a list of them: how many, and which. */
size_t describe_count(struct value patterns);
struct value describe_pattern(struct value patterns, size_t index);

/* The fields that hold looks. */
struct described_side {
    const char *field, *where;
    bool negated;
};
extern const struct described_side describe_sides[]; /* ends with a NULL field */

/* "Cannot tell when", and what would make it so. */
void describe_doubts(struct saying *saying);

#endif
