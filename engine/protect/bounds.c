/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far can a reader narrow a hidden cell from the numbers as printed? A printed number stands
 * for all that round to it, and is known to be at least ten. Bounds are passed round the equations
 * until nothing narrows. A small cell must stay possible from 1 or less, over a width of 8. */
#include "protect/release.h"

enum { ROUNDS_MOST = 1000, LOWEST = 1, WIDTH = 8 };
#define OPEN_END (INT64_C(1) << 40)

struct box {
    int64_t low, high;
};

static struct box start(const struct cell *cell)
{
    if (!cell->shown) {
        return (struct box){0, OPEN_END};
    }
    if (cell->count == 0) {
        return (struct box){0, 0};
    }
    int64_t rounded = (int64_t)((cell->count + 2) / PROTECT_BASE * PROTECT_BASE);
    int64_t low = rounded - 2;
    return (struct box){low < PROTECT_LEAST ? PROTECT_LEAST : low, rounded + 2};
}

static bool narrow(struct box *box, int64_t low, int64_t high)
{
    bool narrowed = low > box->low || high < box->high;
    box->low = low > box->low ? low : box->low;
    box->high = high < box->high ? high : box->high;
    return narrowed;
}

/* Passes bounds from the whole to each part and back. */
static bool pass(const struct equation *equation, struct box *boxes)
{
    struct box sum = {0, equation->open ? OPEN_END : 0}, *whole = &boxes[equation->whole];
    for (size_t i = 0; i < equation->part_count; i++) {
        sum.low += boxes[equation->parts[i]].low;
        sum.high += boxes[equation->parts[i]].high;
    }
    bool narrowed = narrow(whole, sum.low, sum.high < OPEN_END ? sum.high : OPEN_END);
    for (size_t i = 0; i < equation->part_count; i++) {
        struct box *part = &boxes[equation->parts[i]], was = *part;
        narrowed |=
            narrow(part, whole->low - (sum.high - was.high), whole->high - (sum.low - was.low));
        sum.low += part->low - was.low;
        sum.high += part->high - was.high;
    }
    return narrowed;
}

static bool settle(struct protect *protect, struct box *boxes)
{
    bool narrowed = true;
    for (int round = 0; narrowed && round < ROUNDS_MOST; round++) {
        narrowed = false;
        for (size_t i = 0; i < protect->equation_count; i++) {
            narrowed |= pass(&protect->equations[i], boxes);
            protect->work += protect->equations[i].part_count;
        }
    }
    return !narrowed;
}

static bool is_wide(struct box box)
{
    return box.low <= LOWEST && box.high - box.low >= WIDTH;
}

static bool mentions(const struct equation *equation, int cell)
{
    bool does = equation->whole == cell;
    for (size_t i = 0; i < equation->part_count; i++) {
        does |= equation->parts[i] == cell;
    }
    return does;
}

static bool stand_together(const struct protect *protect, int a, int b)
{
    for (size_t i = 0; i < protect->equation_count; i++) {
        if (mentions(&protect->equations[i], a) && mentions(&protect->equations[i], b)) {
            return true;
        }
    }
    return false;
}

/* Hides the least important cell that shares an equation with `narrowed`, else the least important.
 */
static bool hide_one_more(struct protect *protect, const uint32_t *order, int narrowed)
{
    struct cell *least = NULL;
    for (size_t i = protect->asked; i-- > 0;) {
        struct cell *cell = &protect->cells[order[i]];
        if (!cell->shown || cell->count == 0) {
            continue;
        }
        if (stand_together(protect, (int)order[i], narrowed)) {
            cell->forced = true;
            return true;
        }
        least = least ? least : cell;
    }
    if (least) {
        least->forced = true;
    }
    return least != NULL;
}

bool bounds(struct protect *protect, struct arena *round)
{
    struct box *boxes = arena_array(round, protect->count, sizeof *boxes);
    for (size_t i = 0; i < protect->count; i++) {
        boxes[i] = start(&protect->cells[i]);
    }
    if (!settle(protect, boxes)) {
        protect->work = WORK_MOST + 1; /* the next choice gives up */
        return true;
    }
    const uint32_t *order = choose_order(protect, round);
    for (size_t i = 0; i < protect->count; i++) {
        const struct cell *cell = &protect->cells[i];
        if (cell->small && cell->count < PROTECT_LEAST && !is_wide(boxes[i])) {
            return hide_one_more(protect, order, (int)i);
        }
    }
    return false;
}
