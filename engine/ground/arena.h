/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Memory that lives and dies together: one arena a person, a plugin, a report.
 *
 * Nothing is freed singly. When memory runs out the program says so and ends with code 70; a
 * transaction that was open is rolled back by the database. So no caller checks for NULL. */
#ifndef GROUND_ARENA_H
#define GROUND_ARENA_H

#include <stddef.h>

struct arena;

struct arena *arena_new(void);
void arena_free(struct arena *arena); /* NULL is allowed */

/* Forgets everything taken so far and keeps the memory for the next use. */
void arena_reset(struct arena *arena);

/* `size` bytes, zeroed, aligned for any type. */
void *arena_take(struct arena *arena, size_t size);

/* Room for `count` things of `size` bytes, zeroed. */
void *arena_array(struct arena *arena, size_t count, size_t size);

/* A copy of `length` bytes with a NUL behind them. */
char *arena_copy(struct arena *arena, const char *bytes, size_t length);
char *arena_text(struct arena *arena, const char *text);
char *arena_format(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Grows an array that lives in the arena: when `count` has reached `*room`, doubles it and moves
 * the `count` things over. Returns the array to use from now on, which has room for one more. */
void *arena_grow(struct arena *arena, void *array, size_t count, size_t *room, size_t size);

/* malloc and realloc that end the program with code 70 when memory runs out. */
void *memory(size_t size);
void *memory_again(void *old, size_t size);

#endif
