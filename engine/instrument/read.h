/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tokens of an administration, split and spread out. */
#ifndef INSTRUMENT_READ_H
#define INSTRUMENT_READ_H

#include "instrument/instrument.h"

/* What parts tokens, as text_word does. */
#define BLANKS " \t\r\n"

/* One code, kind of no answer or + of an item that does not repeat. `printed`: the codes of a form,
 * or NULL. */
bool read_code(const struct item *item, const double *printed, const char *text,
               struct answer *answer, struct fault *);
/* Notes which digits are codes of each item, so that a digit is read without asking again. */
void read_prepare(struct instrument *instrument);
/* Goals parted by spaces or `;`, any number. */
bool read_goals(const struct item *item, const double *printed, const char *text,
                struct arena *arena, struct answer *answer, struct fault *);
/* Are they no more than the item takes? */
bool goals_fit(const struct item *item, const struct answer *answer, struct fault *);
/* instrument_read_item_form for any number of goals. */
bool read_item(const struct instrument *instrument, const char *forms, size_t item,
               const char *text, struct arena *arena, struct answer *answer, struct fault *);

/* `home:1@3`, as the store keeps it. */
void put_goal(const struct goal *goal, struct text *out);

/* What stands in a cell, as far as it may stand in a sentence. */
const char *word_shown(const char *text, char room[44]);
/* `run from 1 to 5`, `are 0, 2 and 4`. */
void say_allowed(struct text *out, const struct item *item, const double *printed);

/* How many tokens a line has once `0{9}` is written out. */
size_t tokens_count(const char *tokens, bool by_hand);

/* Is that a number of tokens that the instrument can have? */
bool tokens_fit(const struct instrument *instrument, size_t count);

/* The order and the codes of one item as the forms named print it; NULL: as the file has them. Two
 * forms may not both say the same. */
bool forms_say(const struct instrument *instrument, const char *forms, size_t item,
               const size_t **order, const double **codes, struct fault *fault);

#endif
