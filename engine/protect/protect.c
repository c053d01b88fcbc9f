/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "protect/protect.h"

#include <stdlib.h>
#include <string.h>

#include "protect/release.h"

struct protect *protect_new(size_t people)
{
    struct arena *arena = arena_new();
    struct protect *protect = arena_take(arena, sizeof *protect);
    protect->arena = arena;
    protect->people = people;
    return protect;
}

void protect_free(struct protect *protect)
{
    if (protect) {
        arena_free(protect->arena);
    }
}

static struct cell *add(struct protect *protect)
{
    protect->cells = arena_grow(protect->arena, protect->cells, protect->count, &protect->room,
                                sizeof *protect->cells);
    struct cell *cell = &protect->cells[protect->count++];
    *cell = (struct cell){.whole = -1};
    return cell;
}

struct cell *release_inner(struct protect *protect)
{
    struct cell *cell = add(protect);
    cell->small = true;
    cell->mask = arena_array(protect->arena, protect->words, sizeof *cell->mask);
    return cell;
}

static int find(const struct protect *protect, const uint64_t *mask, size_t count)
{
    for (size_t i = 0; i < protect->count; i++) {
        const struct cell *cell = &protect->cells[i];
        if (cell->count == count && memcmp(cell->mask, mask, protect->words * sizeof *mask) == 0) {
            return (int)i;
        }
    }
    return -1;
}

int release_rest(struct protect *protect, const uint64_t *mask, size_t count)
{
    int there = find(protect, mask, count);
    if (there < 0) {
        there = (int)protect->count;
        struct cell *cell = release_inner(protect);
        cell->count = count;
        memcpy(cell->mask, mask, protect->words * sizeof *mask);
    }
    return there;
}

static int by_number(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

static void take_people(struct protect *protect, struct cell *cell, const uint32_t *people,
                        size_t count)
{
    cell->people = arena_array(protect->arena, count, sizeof *people);
    if (count) {
        memcpy(cell->people, people, count * sizeof *people);
        qsort(cell->people, count, sizeof *people, by_number);
    }
    for (size_t i = 0; i < count; i++) {
        if (i == 0 || cell->people[i] != cell->people[i - 1]) {
            cell->people[cell->count++] = cell->people[i];
        }
    }
    if (cell->count && cell->people[cell->count - 1] >= protect->people) {
        protect->broken = true;
    }
}

int protect_cell(struct protect *protect, const uint32_t *people, size_t count, int rank, int whole,
                 bool sensitive)
{
    int number = (int)protect->count;
    if (protect->decided || whole < -1 || whole >= number) {
        protect->broken = true;
        whole = -1;
    }
    struct cell *cell = add(protect);
    cell->rank = rank;
    cell->whole = whole;
    cell->sensitive = sensitive;
    take_people(protect, cell, people, count);
    return number;
}

/* P10: what cannot be worked out is not shown. One cell alone can be told apart from nothing. */
static void show_the_grand_total_only(struct protect *protect, struct arena *scratch)
{
    const uint32_t *order = choose_order(protect, scratch);
    for (size_t i = 0; i < protect->asked; i++) {
        protect->cells[i].shown = false;
    }
    for (size_t i = 0; i < protect->asked; i++) {
        struct cell *cell = &protect->cells[order[i]];
        if (cell->rank == 0 && cell->count >= PROTECT_LEAST && !cell->small && !cell->sensitive) {
            cell->shown = true;
            return;
        }
    }
}

/* Each round guards or hides something more; so many rounds for each cell and then some. */
enum { ROUNDS_MORE = 200 };

static bool work_out(struct protect *protect, struct arena *scratch)
{
    struct linear linear;
    tables_find(protect);
    if (!linear_make(protect, scratch, &linear)) {
        return false;
    }
    struct arena *round = arena_new();
    bool chosen, again;
    size_t rounds = 0;
    do {
        arena_reset(round);
        chosen = rounds++ <= protect->asked + ROUNDS_MORE && choose(&linear, round);
        again = chosen && (derive(&linear, round) || bounds(protect, round));
    } while (again);
    arena_free(round);
    return chosen;
}

void protect_decide(struct protect *protect)
{
    if (protect->decided) {
        return;
    }
    protect->decided = true;
    protect->asked = protect->count;
    if (protect->broken || protect->asked == 0) {
        return;
    }
    struct arena *scratch = arena_new();
    groups_find(protect);
    small_mark(protect);
    if (!protect->broken && (!linear_fits(protect) || !work_out(protect, scratch))) {
        show_the_grand_total_only(protect, scratch);
    }
    arena_free(scratch);
}

void protect_tally(const struct protect *protect, size_t *primary, size_t *secondary)
{
    *primary = *secondary = 0;
    for (size_t i = 0; i < protect->asked; i++) {
        const struct cell *cell = &protect->cells[i];
        *primary += !cell->shown && cell->small;
        *secondary += !cell->shown && !cell->small;
    }
}
