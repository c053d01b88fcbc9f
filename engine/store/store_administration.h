/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One administration while it is merged: its answers as cells, one an item and one behind them for
 * how it was asked. Shared by store_administration.c, store_administration_rows.c and
 * store_merge_answers.c. */
#ifndef STORE_STORE_ADMINISTRATION_H
#define STORE_STORE_ADMINISTRATION_H

#include "store/store_import.h"

/* How it was asked, as a cell: the number of the mode and, of a group, behind a space how many
 * answered together. NULL for an unknown mode of one person, which says nothing. */
const char *administration_how(struct arena *arena, int mode, int together);

/* Splits a private copy of tokens into `count` cells; `-` becomes NULL, and the last takes the
 * rest. */
void administration_split(char *tokens, const char **cells, size_t count);
/* And back, as the store keeps them. */
char *administration_join(struct arena *arena, const char *const *cells, size_t count);
/* What the staged rows of one administration say, words as their tokens. */
bool administration_said(struct merge *merge, const struct text *body,
                         struct cells_question *question, struct fault *);

bool administration_same_moment(const struct answer_key *a, const struct answer_key *b);
/* Every administration of the person that is in the store, into merge->administrations. */
bool administration_load(struct merge *merge, struct fault *);
/* Those of this key, as the rows of a question. */
bool administration_find(struct merge *merge, const struct answer_key *key,
                         struct cells_question *question, struct fault *);
bool administration_write(struct merge *merge, const struct answer_key *key,
                          const struct cells_question *question, const struct cells_row *row,
                          struct fault *);

#endif
