/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ground/arena.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "ground/fault.h"

enum { BLOCK = 64 << 10, ALIGN = alignof(max_align_t) };

struct block {
    struct block *next; /* older */
    size_t room, used;
    alignas(max_align_t) char bytes[];
};

struct arena {
    struct block *blocks; /* the newest first; never NULL */
};

static void out_of_memory(void)
{
    static const char text[] =
        "alongside: the machine has no memory left. Nothing was half done.\n";
    ssize_t ignored = write(STDERR_FILENO, text, sizeof text - 1);
    (void)ignored;
    _exit(FAULT_OURS);
}

void *memory(size_t size)
{
    void *got = malloc(size ? size : 1);
    if (!got)
        out_of_memory();
    return got;
}

void *memory_again(void *old, size_t size)
{
    void *got = realloc(old, size ? size : 1);
    if (!got)
        out_of_memory();
    return got;
}

static struct block *block_new(size_t room, struct block *next)
{
    struct block *block = memory(sizeof *block + room);
    *block = (struct block){.next = next, .room = room};
    return block;
}

struct arena *arena_new(void)
{
    struct arena *arena = memory(sizeof *arena);
    arena->blocks = block_new(BLOCK, NULL);
    return arena;
}

static void free_all_but_oldest(struct arena *arena)
{
    while (arena->blocks->next) {
        struct block *next = arena->blocks->next;
        free(arena->blocks);
        arena->blocks = next;
    }
}

void arena_free(struct arena *arena)
{
    if (!arena)
        return;
    free_all_but_oldest(arena);
    free(arena->blocks);
    free(arena);
}

void arena_reset(struct arena *arena)
{
    free_all_but_oldest(arena);
    arena->blocks->used = 0;
}

/* As it is. */
static void *arena_claim(struct arena *arena, size_t size)
{
    if (size > SIZE_MAX / 2)
        out_of_memory();
    size = (size + ALIGN - 1) / ALIGN * ALIGN;
    struct block *block = arena->blocks;
    if (block->room - block->used < size) {
        size_t room = size > BLOCK ? size : BLOCK;
        block = arena->blocks = block_new(room, block);
    }
    void *got = block->bytes + block->used;
    block->used += size;
    return got;
}

void *arena_take(struct arena *arena, size_t size)
{
    return memset(arena_claim(arena, size), 0, size);
}

void *arena_array(struct arena *arena, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / 2 / size)
        out_of_memory();
    return arena_take(arena, count * size);
}

char *arena_copy(struct arena *arena, const char *bytes, size_t length)
{
    char *copy = arena_claim(arena, length + 1);
    if (length)
        memcpy(copy, bytes, length);
    copy[length] = '\0';
    return copy;
}

char *arena_text(struct arena *arena, const char *text)
{
    return arena_copy(arena, text, strlen(text));
}

/* Written where it is to stand, if it fits there (what is left of a block is a multiple of ALIGN),
 * and else once more where it does. */
char *arena_format(struct arena *arena, const char *format, ...)
{
    struct block *block = arena->blocks;
    size_t left = block->room - block->used;
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(block->bytes + block->used, left, format, arguments);
    va_end(arguments);
    if ((size_t)length < left)
        return arena_claim(arena, (size_t)length + 1);
    char *text = arena_take(arena, (size_t)length + 1);
    va_start(arguments, format);
    vsnprintf(text, (size_t)length + 1, format, arguments);
    va_end(arguments);
    return text;
}

void *arena_grow(struct arena *arena, void *array, size_t count, size_t *room, size_t size)
{
    if (count < *room)
        return array;
    *room = *room ? *room * 2 : 8;
    void *larger = arena_array(arena, *room, size);
    if (count)
        memcpy(larger, array, count * size);
    return larger;
}
