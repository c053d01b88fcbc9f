/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The finest groups: people are split by every cell in turn. */
#include <string.h>

#include "protect/release.h"

struct refining {
    uint32_t *of;      /* a person's group */
    uint32_t *inside;  /* how many of a group are in the cell */
    uint32_t *fresh;   /* what those become */
    uint32_t *touched; /* groups with anybody in the cell */
};

static void split(struct protect *protect, struct refining *refining, const struct cell *cell)
{
    size_t touched = 0;
    for (size_t i = 0; i < cell->count; i++) {
        uint32_t group = refining->of[cell->people[i]];
        if (refining->inside[group]++ == 0) {
            refining->touched[touched++] = group;
        }
    }
    for (size_t i = 0; i < touched; i++) {
        uint32_t group = refining->touched[i], inside = refining->inside[group];
        refining->fresh[group] = group;
        if (inside < protect->size[group]) {
            refining->fresh[group] = (uint32_t)protect->columns;
            protect->size[group] -= inside;
            protect->size[protect->columns++] = inside;
        }
        refining->inside[group] = 0;
    }
    for (size_t i = 0; i < cell->count; i++) {
        refining->of[cell->people[i]] = refining->fresh[refining->of[cell->people[i]]];
    }
}

static void make_masks(struct protect *protect, const uint32_t *of)
{
    protect->words = (protect->columns + 63) / 64;
    for (size_t i = 0; i < protect->count; i++) {
        struct cell *cell = &protect->cells[i];
        cell->mask = arena_array(protect->arena, protect->words, sizeof *cell->mask);
        for (size_t j = 0; j < cell->count; j++) {
            mask_set(cell->mask, of[cell->people[j]]);
        }
    }
}

void groups_find(struct protect *protect)
{
    struct arena *scratch = arena_new();
    size_t most = protect->people + 1;
    struct refining refining = {
        arena_array(scratch, most, sizeof(uint32_t)), arena_array(scratch, most, sizeof(uint32_t)),
        arena_array(scratch, most, sizeof(uint32_t)), arena_array(scratch, most, sizeof(uint32_t))};
    protect->size = arena_array(protect->arena, most, sizeof *protect->size);
    protect->size[0] = (uint32_t)protect->people;
    protect->columns = 1;
    for (size_t i = 0; i < protect->count; i++) {
        split(protect, &refining, &protect->cells[i]);
    }
    make_masks(protect, refining.of);
    arena_free(scratch);
}

void groups_widen(struct protect *protect, size_t more)
{
    size_t words = (protect->columns + more + 63) / 64;
    uint32_t *size = arena_array(protect->arena, protect->columns + more, sizeof *size);
    memcpy(size, protect->size, protect->columns * sizeof *size);
    protect->size = size;
    for (size_t i = 0; i < protect->count; i++) {
        uint64_t *mask = arena_array(protect->arena, words, sizeof *mask);
        memcpy(mask, protect->cells[i].mask, protect->words * sizeof *mask);
        protect->cells[i].mask = mask;
    }
    protect->words = words;
}
