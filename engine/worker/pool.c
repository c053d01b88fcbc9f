/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blocks are of sizes 16 bytes apart up to 1 KiB, and of eight sizes between two powers of two
 * beyond, so at most an eighth is lost; what is given back waits for the next of its size. */
#include "worker/pool.h"

#include <string.h>
#include <sys/mman.h>

enum {
    STRETCH = 80 << 20, /* bytes of address space; the kernel gives what is touched */
    STAYS = 1 << 20,    /* bytes that stay when all is cleared */
    STEP = 16,
    SMALL = POOL_SMALL * STEP,
    PARTS = 8,       /* sizes between two powers of two */
    FIRST_POWER = 10 /* of SMALL */
};

static size_t rounded(size_t size, size_t step)
{
    return (size + step - 1) / step * step;
}

/* The number of its size, which becomes the size of the block. */
static size_t class_of(size_t *size)
{
    if (*size <= SMALL) {
        *size = rounded(*size, STEP);
        return *size / STEP - 1;
    }
    size_t power = FIRST_POWER;
    while (*size > (size_t)2 << power)
        power++;
    size_t step = ((size_t)1 << power) / PARTS;
    *size = rounded(*size, step);
    return POOL_SMALL + (power - FIRST_POWER) * PARTS + (*size - ((size_t)1 << power)) / step - 1;
}

bool pool_open(struct pool *pool)
{
    int flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE;
    void *base = mmap(NULL, STRETCH, PROT_READ | PROT_WRITE, flags, -1, 0);
    *pool = (struct pool){.base = base == MAP_FAILED ? NULL : base};
    return pool->base;
}

void pool_close(struct pool *pool)
{
    munmap(pool->base, STRETCH);
}

static void *take(struct pool *pool, size_t size)
{
    size_t class = size > STRETCH / 2 ? POOL_CLASSES : class_of(&size);
    if (class >= POOL_CLASSES)
        return NULL;
    void *block = pool->free[class];
    if (block) {
        memcpy(&pool->free[class], block, sizeof block);
        return block;
    }
    if (size > STRETCH - pool->top)
        return NULL;
    block = pool->base + pool->top;
    pool->top += size;
    pool->high = pool->top > pool->high ? pool->top : pool->high;
    return block;
}

static void give(struct pool *pool, void *block, size_t size)
{
    size_t class = class_of(&size);
    memcpy(block, &pool->free[class], sizeof block);
    pool->free[class] = block;
}

static bool is_as_large(size_t had, size_t size)
{
    return size <= STRETCH / 2 && class_of(&had) == class_of(&size);
}

void *pool_resize(struct pool *pool, void *old, size_t had, size_t size)
{
    if (old && size && is_as_large(had, size))
        return old;
    void *block = size ? take(pool, size) : NULL;
    if (old && block)
        memcpy(block, old, had < size ? had : size);
    if (old && (block || !size))
        give(pool, old, had);
    return block;
}

/* What one call took beyond the usual goes back to the kernel. */
static void shrink(struct pool *pool)
{
    if (pool->high > STAYS)
        madvise(pool->base + STAYS, rounded(pool->high - STAYS, STAYS), MADV_DONTNEED);
    pool->high = pool->top;
}

void pool_clear(struct pool *pool)
{
    shrink(pool);
    *pool = (struct pool){.base = pool->base};
}

void pool_keep(const struct pool *pool, struct pool_kept *kept)
{
    text_clear(&kept->bytes);
    text_add(&kept->bytes, pool->base, pool->top);
    kept->pool = *pool;
}

void pool_put_back(struct pool *pool, const struct pool_kept *kept)
{
    shrink(pool);
    *pool = kept->pool;
    memcpy(pool->base, kept->bytes.bytes, kept->bytes.length);
}
