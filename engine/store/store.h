/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The database: content that is only ever added to, and derived tables that can be thrown away. The
 * only user of SQLite. `schema.sql` beside this file says what every column means. Here it is
 * opened; importing.h, content.h, derived.h and ledger.h are the rest, and come with it.
 *
 * What `store_open` and `store_import_begin` give you, you close. What anything else gives you is
 * made in the arena you passed. */
#ifndef STORE_STORE_H
#define STORE_STORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ground/arena.h"
#include "ground/day.h"
#include "ground/fault.h"
#include "store/content.h"
#include "store/derived.h"
#include "store/importing.h"
#include "store/ledger.h"

struct store;

/* --- opening ---------------------------------------------------------------------------------- */

/* Makes a store that belongs to the vault's key: schema, application id, the area every new person
 * is put into (NULL: none). 73 when the file is there already. */
struct vault;
bool store_make(const char *path, const char *area, const struct vault *vault, struct fault *);

enum store_mode { STORE_READ, STORE_WRITE };

/* 66 when there is none, 65 when the file is no store of ours or of a later version, 75 when busy.
 * Applies migrations (each in one transaction) when opened for writing; refuses an older one
 * otherwise. */
bool store_open(const char *path, enum store_mode mode, struct store **store, struct fault *);
void store_close(struct store *store);

/* For a process that reads beside others: keeps 2 MB of pages at hand, not 16. */
bool store_hold_less(struct store *store, struct fault *);

/* Content can be written, and verified, only with the key: `vault` must outlive the store. Without
 * it these end with 66. */
void store_unlock(struct store *store, const struct vault *vault);

/* The mark of the key that this store belongs to. */
void store_mark(const struct store *store, unsigned char mark[16]);
/* The reference of the area given to init, or NULL. */
const char *store_area(const struct store *store);

/* Everything read from the first reading until the end is of one moment, whatever other programs
 * write meanwhile. Nothing is written in it: what should be kept is undone at the end. Within
 * another it is part of that one; `ours` says so, and is given back at the end. */
bool store_read_begin(struct store *store, bool *ours, struct fault *);
void store_read_end(struct store *store, bool ours);

/* --- plugins ---------------------------------------------------------------------------------- */

struct stored_plugin {
    int64_t number;
    const char *kind, *id, *version, *pin, *fingerprint, *source, *items;
    const char *scales; /* of an instrument: scale ids parted by spaces, in order; else "" */
    struct stored_table *tables; /* of an instrument, kept with store_keep_table; by name */
    size_t table_count;
};

/* A table of an instrument's version: a file that stood beside it. */
struct stored_table {
    const char *name, *hash; /* SHA-256 of the file */
    const char *bytes;
    size_t length;
};

/* Every version in use, by number. */
bool store_plugins(struct store *store, struct arena *arena, struct stored_plugin **plugins,
                   size_t *count, struct fault *);

/* Keeps a version in use and gives its number. Same kind, id, version and pin: the number it has.
 * Another pin: 65, "version 1 has about 1,205 administrations and was another file then. …" .
 * Within a transaction of import or score. In an import the number holds until the merge, which
 * numbers what the import has brought by name. `scales` (parted by spaces) are an instrument's
 * scale ids. 75 where one that was not there is to be kept in a store opened for reading. */
bool store_use_plugin(struct store *store, struct stored_plugin *plugin, const char *scales,
                      struct fault *);

/* Keeps the version of a definition that something was made with, also while derived apart, unless
 * it is kept already. A transaction of its own. */
bool store_keep_report(struct store *store, const struct stored_plugin *report, struct fault *);

/* Keeps a table with a version in use, unless it has one of that name. Within a transaction of
 * score; while derived apart, nothing is kept. 75 in a store opened for reading. */
bool store_keep_table(struct store *store, int64_t plugin, const struct stored_table *table,
                      struct fault *);

#endif
