/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sorting more than fits into memory: pieces with a key go in, in any order; they come out by the
 * bytes of their keys, once a key, with everything that was said under it joined in order of
 * arrival.
 *
 * Batches are sorted in memory, and all but the last are written one after the other into a private
 * temporary file beside the store; reading merges them. */
#ifndef STORE_STORE_STAGE_H
#define STORE_STORE_STAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "ground/fault.h"
#include "ground/text.h"

struct stage;

/* `store` is the file to be beside. */
bool stage_open(const char *store, struct stage **stage, struct fault *);
void stage_close(struct stage *stage);

bool stage_add(struct stage *stage, const struct text *key, const struct text *body,
               struct fault *);

/* Ends adding. Then `stage_next` gives key by key until `*row` is false; both texts belong to the
 * stage until the next call. */
bool stage_sort(struct stage *stage, struct fault *);
bool stage_next(struct stage *stage, const struct text **key, const struct text **body, bool *row,
                struct fault *);

#endif
