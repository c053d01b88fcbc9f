/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists of lists of whole numbers, numbers, texts and null, in which scores and findings are kept:
 * written as JSON, so that a view can unpack them, and read back by a reader of exactly what is
 * written here. SQLite's own reader of JSON may be off by the last bit of a number, and these must
 * come back the same. */
#ifndef STORE_STORE_LIST_H
#define STORE_STORE_LIST_H

#include <stdbool.h>

#include "ground/arena.h"
#include "ground/text.h"
#include "store/store.h"

void list_put_text(struct text *json, const char *text);
void list_put_text_or_null(struct text *json, const char *text);
/* null unless it is there. */
void list_put_number(struct text *json, bool there, double number);

struct list_reader {
    const char *at;
    struct arena *arena; /* holds the texts */
    bool good;           /* false once something else than what is written here was met */
};

/* Takes a character if it is next. */
bool list_take(struct list_reader *reader, char c);
void list_expect(struct list_reader *reader, char c);
bool list_take_null(struct list_reader *reader);
double list_take_number(struct list_reader *reader);
const char *list_take_text(struct list_reader *reader);
const char *list_take_text_or_null(struct list_reader *reader);
/* False, and no number, where there is null. */
bool list_take_number_or_null(struct list_reader *reader, double *number);
/* A whole number behind a comma. */
int list_next_whole(struct list_reader *reader);

/* What of one person stands in such a list (see schema.sql). False where it is none of ours. */
bool unpack_scores(const char *json, struct arena *arena, struct derived_person *person);

/* Findings, and their names of 16 hex digits as 8 bytes each. Nothing is packed of a state and a
 * reason that finding_state does not have: the fault is ours. */
bool pack_findings(const struct derived_finding *findings, size_t count, struct text *json,
                   struct text *names, struct fault *fault);
bool unpack_findings(const char *json, const unsigned char *names, size_t names_length,
                     struct arena *arena, struct derived_person *person);

#endif
