/* SPDX-License-Identifier: GPL-3.0-or-later */
/* P1: which cells are hidden for what they are, and the complements that nobody asked for.
 *
 * A hidden zero has no people and so no columns: its row would be nothing, and nothing can be
 * protected by it. So it is given mirror columns, one for each column of its whole: a person like
 * those, but on the other side of the question. They are in every cell that those are in, but for
 * the sides of that question. */
#include "protect/release.h"

static size_t rest_of_whole(const struct protect *protect, const struct cell *cell)
{
    return protect->cells[cell->whole].count - cell->count;
}

static bool is_small(const struct protect *protect, const struct cell *cell)
{
    bool parted = cell->whole >= 0;
    if (cell->count > 0 && cell->count < PROTECT_LEAST) {
        return true;
    }
    if (cell->sensitive) {
        return cell->count == 0 || (parted && rest_of_whole(protect, cell) == 0);
    }
    return cell->count == 0 && parted && protect->cells[cell->whole].count < PROTECT_LEAST;
}

/* All of a whole on one side of a sensitive question: every side that is nobody or everybody is
 * hidden, whichever of them the caller called sensitive. */
static void hide_the_other_sides(struct protect *protect, int whole)
{
    for (size_t i = 0; i < protect->asked; i++) {
        struct cell *cell = &protect->cells[i];
        if (cell->whole == whole && (cell->count == 0 || rest_of_whole(protect, cell) == 0)) {
            cell->small = true;
        }
    }
}

static bool has_side_of_nobody(const struct protect *protect, int whole)
{
    for (size_t i = 0; i < protect->count; i++) {
        if (protect->cells[i].whole == whole && protect->cells[i].count == 0) {
            return true;
        }
    }
    return false;
}

static void mark_asked(struct protect *protect)
{
    for (size_t i = 0; i < protect->asked; i++) {
        struct cell *cell = &protect->cells[i];
        if (cell->whole >= 0 &&
            !mask_within(cell->mask, protect->cells[cell->whole].mask, protect->words)) {
            protect->broken = true;
            return;
        }
        cell->small |= is_small(protect, cell);
        if (cell->sensitive && cell->whole >= 0 &&
            (cell->count == 0 || rest_of_whole(protect, cell) == 0)) {
            hide_the_other_sides(protect, cell->whole);
        }
    }
}

/* Everybody said yes and nobody asked for those who did not: they are none, and that is hidden too.
 */
static void make_sides_of_nobody(struct protect *protect)
{
    for (size_t i = 0; i < protect->asked; i++) {
        struct cell *cell = &protect->cells[i];
        int whole = cell->whole;
        if (cell->sensitive && whole >= 0 && rest_of_whole(protect, cell) == 0 &&
            !has_side_of_nobody(protect, whole)) {
            struct cell *nobody = release_inner(protect);
            nobody->whole = whole;
            nobody->sensitive = true;
        }
    }
}

/* Would someone like those in `column` of the zero's whole, but on its side, be in `other`? A
 * sensitive cell of a wider whole that has all or nobody of this one asks the same question. */
static bool mirror_is_in(const struct protect *protect, const struct cell *zero,
                         const struct cell *other, size_t column, size_t words)
{
    if (other == zero || other->whole == zero->whole) {
        return other == zero;
    }
    const uint64_t *whole = protect->cells[zero->whole].mask;
    if (other->sensitive && other->whole >= 0 &&
        mask_within(whole, protect->cells[other->whole].mask, words)) {
        if (mask_apart(whole, other->mask, words)) {
            return true;
        }
        if (mask_within(whole, other->mask, words)) {
            return false;
        }
    }
    return mask_has(other->mask, column);
}

static bool needs_mirrors(const struct cell *cell)
{
    return cell->small && cell->count == 0;
}

static size_t count_mirrors(const struct protect *protect)
{
    size_t mirrors = 0;
    for (size_t i = 0; i < protect->count; i++) {
        const struct cell *cell = &protect->cells[i];
        if (!needs_mirrors(cell)) {
            continue;
        }
        mirrors++; /* of a zero without a whole, or of a whole that is nobody */
        for (size_t at = 0; cell->whole >= 0 && (at = mask_next(protect->cells[cell->whole].mask,
                                                                protect->words, at)) != SIZE_MAX;
             at++) {
            mirrors++;
        }
    }
    return mirrors;
}

/* Membership is read from the `words` of real columns, and written behind them. */
static void mirror(struct protect *protect, struct cell *zero, size_t words)
{
    if (zero->whole < 0 || protect->cells[zero->whole].count == 0) {
        mask_set(zero->mask, protect->columns++);
        return;
    }
    const uint64_t *whole = protect->cells[zero->whole].mask;
    for (size_t at = 0; (at = mask_next(whole, words, at)) != SIZE_MAX; at++) {
        for (size_t i = 0; i < protect->count; i++) {
            struct cell *other = &protect->cells[i];
            if (mirror_is_in(protect, zero, other, at, words)) {
                mask_set(other->mask, protect->columns);
            }
        }
        protect->columns++;
    }
}

static void make_mirrors(struct protect *protect)
{
    size_t mirrors = count_mirrors(protect), words = protect->words;
    if (mirrors == 0) {
        return;
    }
    protect->columns = words * 64; /* so that the real columns fill whole words */
    uint32_t *size = arena_array(protect->arena, protect->columns, sizeof *size);
    for (size_t i = 0; i < protect->columns; i++) {
        size[i] = i <= protect->people ? protect->size[i] : 0;
    }
    protect->size = size;
    groups_widen(protect, mirrors);
    for (size_t i = 0; i < protect->count; i++) {
        if (needs_mirrors(&protect->cells[i])) {
            mirror(protect, &protect->cells[i], words);
        }
    }
}

/* One side is so many that the other is 1 to 9: that other side is a cell, asked for or not. */
static void make_small_complements(struct protect *protect)
{
    uint64_t *mask = arena_array(protect->arena, protect->words, sizeof *mask);
    for (size_t i = 0; i < protect->asked; i++) {
        const struct cell *cell = &protect->cells[i];
        size_t rest = cell->whole >= 0 && cell->sensitive ? rest_of_whole(protect, cell) : 0;
        if (rest == 0 || rest >= PROTECT_LEAST) {
            continue;
        }
        const uint64_t *whole = protect->cells[cell->whole].mask;
        for (size_t j = 0; j < protect->words; j++) {
            mask[j] = whole[j] & ~cell->mask[j];
        }
        release_rest(protect, mask, rest);
    }
}

void small_mark(struct protect *protect)
{
    mark_asked(protect);
    if (!protect->broken) {
        make_sides_of_nobody(protect);
        make_mirrors(protect);
        make_small_complements(protect);
    }
}
