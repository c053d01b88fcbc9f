/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The memory of a Lua state, in one stretch: so a state can be kept as its bytes, and put back. */
#ifndef WORKER_POOL_H
#define WORKER_POOL_H

#include "ground/text.h"

enum { POOL_SMALL = 64, POOL_CLASSES = POOL_SMALL + 8 * 17 };

struct pool {
    char *base;
    size_t top, high;         /* bytes in use, and the most that ever were */
    void *free[POOL_CLASSES]; /* blocks given back, by their size */
};

bool pool_open(struct pool *pool);
void pool_close(struct pool *pool);
/* As realloc, or free where `size` is 0; `had` is the size that was asked for before. NULL: there
 * is no more. */
void *pool_resize(struct pool *pool, void *old, size_t had, size_t size);
/* All of it at once. */
void pool_clear(struct pool *pool);

/* What stood in a pool at one moment. */
struct pool_kept {
    struct text bytes;
    struct pool pool;
};
void pool_keep(const struct pool *pool, struct pool_kept *kept);
/* Every block is again where it was, as it was. */
void pool_put_back(struct pool *pool, const struct pool_kept *kept);

#endif
