/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the readers of this room share. */
#ifndef STORE_STORE_READ_H
#define STORE_STORE_READ_H

#include "store/store_private.h"

/* A person's number; 66 with the nearest reference when there is no such person. */
bool person_number(struct store *store, const char *ref, int64_t *number, struct fault *);
bool person_ref(struct store *store, int64_t number, struct arena *arena, const char **ref,
                struct fault *);

/* A person's, or a respondent's, administrations as they stand, out of a table that stands open
 * until sql_let_go. */
bool read_administrations(struct store *store, day as_of, struct arena *arena,
                          struct stored_person *person, struct fault *fault);
/* A person's events as they stand, likewise. */
bool read_events(struct store *store, day as_of, struct arena *arena, struct stored_person *person,
                 struct fault *);

/* The days on which they had taken back being accompanied, as of now. */
bool read_alone(struct store *store, struct arena *arena, struct stored_person *person,
                struct fault *);
/* Makes the statement that reads events, of the columns that any event says something in. */
bool event_columns_prepare(struct store *store, struct fault *);

/* The words of a token of this person, which may be NULL. */
bool read_words(struct store *store, int64_t person, const char *token, struct arena *arena,
                struct stored_words *words, struct fault *);

/* Does each look's chain follow from the one before it? */
bool looks_unbroken(struct store *store, bool *unbroken, struct fault *);

#endif
