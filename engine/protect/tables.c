/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which cells add up to which. Cells that were added one after another and share nobody are taken
 * for the cells of one table; those of them that lie within another cell add up to it, or leave a
 * rest. A rest of 1 to 9 people is a cell that nobody asked for, and as small as any. */
#include <string.h>

#include "protect/release.h"

struct run {
    size_t first, end; /* cells of one table */
};

static struct run *find_runs(const struct protect *protect, struct arena *arena, size_t *count)
{
    struct run *runs = arena_array(arena, protect->asked, sizeof *runs);
    uint64_t *taken = arena_array(arena, protect->words, sizeof *taken);
    *count = 0;
    for (size_t i = 0; i < protect->asked; i++) {
        const struct cell *cell = &protect->cells[i];
        if (i == 0 || !mask_apart(taken, cell->mask, protect->words)) {
            runs[(*count)++].first = i;
            memset(taken, 0, protect->words * sizeof *taken);
        }
        runs[*count - 1].end = i + 1;
        for (size_t j = 0; j < protect->words; j++) {
            taken[j] |= cell->mask[j];
        }
    }
    return runs;
}

static bool is_part(const struct protect *protect, size_t part, size_t whole)
{
    const uint64_t *mask = protect->cells[part].mask;
    return part != whole && !mask_empty(mask, protect->words) &&
           mask_within(mask, protect->cells[whole].mask, protect->words);
}

/* What of the whole lies in no part: a part of its own where it is small. */
static void add_rest(struct protect *protect, struct equation *equation, uint64_t *rest)
{
    size_t count = protect->cells[equation->whole].count;
    for (size_t i = 0; i < equation->part_count; i++) {
        const struct cell *part = &protect->cells[equation->parts[i]];
        count -= part->count;
        for (size_t j = 0; j < protect->words; j++) {
            rest[j] &= ~part->mask[j];
        }
    }
    if (count > 0 && count < PROTECT_LEAST) {
        equation->parts[equation->part_count++] = release_rest(protect, rest, count);
    } else {
        equation->open = !mask_empty(rest, protect->words);
    }
}

static void add_equation(struct protect *protect, struct run run, size_t whole, uint64_t *rest)
{
    struct equation equation = {.whole = (int)whole};
    for (size_t i = run.first; i < run.end; i++) {
        equation.part_count += is_part(protect, i, whole);
    }
    if (equation.part_count == 0) {
        return;
    }
    equation.parts = arena_array(protect->arena, equation.part_count + 1, sizeof *equation.parts);
    equation.part_count = 0;
    for (size_t i = run.first; i < run.end; i++) {
        if (is_part(protect, i, whole)) {
            equation.parts[equation.part_count++] = (int)i;
        }
    }
    memcpy(rest, protect->cells[whole].mask, protect->words * sizeof *rest);
    add_rest(protect, &equation, rest);
    protect->equations = arena_grow(protect->arena, protect->equations, protect->equation_count,
                                    &protect->equation_room, sizeof *protect->equations);
    protect->equations[protect->equation_count++] = equation;
}

void tables_find(struct protect *protect)
{
    struct arena *scratch = arena_new();
    size_t count;
    struct run *runs = find_runs(protect, scratch, &count);
    uint64_t *rest = arena_array(scratch, protect->words, sizeof *rest);
    for (size_t whole = 0; whole < protect->asked; whole++) {
        for (size_t i = 0; i < count; i++) {
            add_equation(protect, runs[i], whole, rest);
        }
    }
    arena_free(scratch);
}
