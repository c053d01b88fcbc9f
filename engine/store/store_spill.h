/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bytes that do not fit into memory: written one after the other into a private temporary file
 * beside the store, which has no name once it is open, and read back from any place. */
#ifndef STORE_STORE_SPILL_H
#define STORE_STORE_SPILL_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "ground/fault.h"

struct spill;

/* `store` is the file to be beside. The caller holds its write lock. */
bool spill_open(const char *store, struct spill **spill, struct fault *);
void spill_close(struct spill *spill);

bool spill_add(struct spill *spill, const void *bytes, size_t length, struct fault *);
/* How many bytes were added: where the next one will stand. */
off_t spill_length(const struct spill *spill);
/* Ends adding: everything can be read. */
bool spill_end(struct spill *spill, struct fault *);

/* Reads one stretch of the file. Start from its ends and from how much to read ahead; the caller
 * frees `bytes`. */
struct spill_reader {
    off_t at, end;
    size_t room;
    char *bytes;
    size_t from, until; /* of `bytes`: what has been read ahead */
};

/* Is anything left to read? */
bool spill_more(const struct spill_reader *reader);
/* The next bytes, which belong to the reader until the next call. There must be as many. */
bool spill_read(const struct spill *spill, struct spill_reader *reader, size_t length,
                const char **bytes, struct fault *);

#endif
