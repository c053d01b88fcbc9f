/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inside the gate: the cells of one release, what is known of them, and the steps that decide.
 *
 * A column stands for a finest group of people: those who are in exactly the same cells. A cell is
 * a set of columns. What a reader can work out exactly is the span of the shown cells' rows. */
#ifndef PROTECT_RELEASE_H
#define PROTECT_RELEASE_H

#include "ground/arena.h"
#include "protect/protect.h"

struct cell {
    uint32_t *people; /* rising */
    size_t count;     /* of people */
    int rank, whole;  /* whole: -1 for none */
    bool sensitive;
    bool small;  /* may not be shown nor worked out */
    bool forced; /* hidden so that another's range stays wide */
    bool shown;
    uint64_t *mask; /* its columns, one bit each */
};

/* whole = sum of parts, and of people in none of them where `open`. */
struct equation {
    int whole;
    int *parts;
    size_t part_count;
    bool open;
};

struct protect {
    struct arena *arena;
    size_t people;
    struct cell
        *cells; /* those asked for come first, then those made here, which are never shown */
    size_t asked, count, room;
    bool broken; /* was asked for something that cannot be: nothing is shown */
    bool decided;

    size_t columns, words; /* of a mask */
    uint32_t *size;        /* people of a column; 0 for those that nobody is in */

    struct equation *equations;
    size_t equation_count, equation_room;
    uint64_t work; /* multiplications so far */
};

/* More than this (a few minutes) and the release is not worked out. */
#define WORK_MOST UINT64_C(200000000000)

/* A new small cell made here, with room for its mask. */
struct cell *release_inner(struct protect *protect);
/* The number of the cell with just these columns, which is made when nobody asked for it. */
int release_rest(struct protect *protect, const uint64_t *mask, size_t count);

/* groups.c: columns and masks; and room for so many columns more. */
void groups_find(struct protect *protect);
void groups_widen(struct protect *protect, size_t more);

/* mask.c */
bool mask_has(const uint64_t *mask, size_t column);
void mask_set(uint64_t *mask, size_t column);
bool mask_within(const uint64_t *a, const uint64_t *b, size_t words);
bool mask_apart(const uint64_t *a, const uint64_t *b, size_t words);
bool mask_empty(const uint64_t *mask, size_t words);
/* The next column at or behind `from`; SIZE_MAX when there is none. */
size_t mask_next(const uint64_t *mask, size_t words, size_t from);

/* small.c: which cells are hidden for what they are (P1). */
void small_mark(struct protect *protect);

/* tables.c: which cells add up to which. */
void tables_find(struct protect *protect);

/* linear.c: rows modulo two primes. */
enum { PRIMES = 2 };

struct row {
    uint32_t *at[PRIMES];
};

/* An echelon basis of what the reader knows. */
struct span {
    size_t rank[PRIMES];
    uint32_t **rows[PRIMES];
    size_t *pivots[PRIMES];
};

/* The release as rows of few columns: a fixed random projection, wide enough to keep what depends
 * on what. It can only make more depend on each other, never less. */
struct linear {
    struct protect *protect;
    struct arena *arena;
    size_t width;
    bool projected;
    struct row *cells;
    struct row *guarded; /* what may not be worked out; those of small cells first */
    size_t guarded_count, guarded_room;
    struct span span;
};

/* Is it so little that we take the memory? */
bool linear_fits(const struct protect *protect);
/* False when it does not fit, or is too much work. */
bool linear_make(struct protect *protect, struct arena *arena, struct linear *linear);
struct row linear_row(const struct linear *linear, struct arena *arena);
void linear_add(const struct linear *linear, struct row to, struct row from, int sign);
void linear_add_column(const struct linear *linear, struct row to, size_t column);
/* Adds a row to those that may not be worked out. */
void linear_guard(struct linear *linear, struct row row);
uint32_t modulo(uint64_t value, int prime);
uint32_t modulo_inverse(uint32_t value, int prime);
uint32_t modulo_minus(uint32_t value, int prime);
/* A number below both primes, the same in every run. */
uint32_t linear_draw(size_t a, size_t b);
/* The value that the projection gives a column in one of its dimensions. */
uint32_t linear_weight(const struct linear *linear, size_t column, size_t dimension);
/* to += factor · from */
void linear_axpy(uint32_t *to, const uint32_t *from, uint32_t factor, size_t width, int prime);
/* The same, and `to` stays below 2^37 rather than below the prime. */
void linear_axpy_loose(uint64_t *to, const uint32_t *from, uint32_t factor, size_t width,
                       int prime);

/* choose.c: shows what can be shown, in order of importance. False when it is too much work. */
bool choose(struct linear *linear, struct arena *round);
/* Cells asked for, from the most important on. */
uint32_t *choose_order(const struct protect *protect, struct arena *arena);

/* derive.c: guards what can still be worked out. True when that was anything, so that choosing must
 * be repeated. */
bool derive(struct linear *linear, struct arena *round);

/* bounds.c: can the range of a small cell be narrowed too far from what is printed? Then forces
 * another to be hidden and gives true. */
bool bounds(struct protect *protect, struct arena *round);

#endif
