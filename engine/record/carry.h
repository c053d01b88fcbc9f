/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A record as one text, for the way to the worker and there back into a record. */
#ifndef RECORD_CARRY_H
#define RECORD_CARRY_H

#include "ground/text.h"
#include "record/record.h"

/* Appends what a function that reads `kinds` (words) may see: these events, what is observed and
 * what is collected of them. Neither who the person is nor any words. `events`, with room for every
 * event, is filled with those that were written, in order. */
void carry_write(const struct record *record, const char *kinds, struct text *text,
                 const struct event **events, size_t *count);

/* The other way; texts point into `text`, which is altered. False when it is no such text. */
bool carry_read(char *text, struct arena *arena, struct record *record);

#endif
