/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Building the model of a report: lists and maps of texts, as page and chart read them. */
#ifndef REPORT_MODEL_H
#define REPORT_MODEL_H

#include "ground/arena.h"
#include "ground/day.h"
#include "ground/value.h"

/* The list under `key`, made when it is not there yet. */
struct value model_list(struct arena *arena, struct value map, const char *key);
/* Adds a text to the list under `key`. */
void model_say(struct arena *arena, struct value map, const char *key, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
/* Adds a new map to the list under `key` and gives it. */
struct value model_entry(struct arena *arena, struct value map, const char *key);

/* A text that may be NULL: then the key is not there. */
void model_set_maybe(struct arena *arena, struct value map, const char *key, const char *text);
void model_set_number(struct arena *arena, struct value map, const char *key, double number);
void model_set_whole(struct arena *arena, struct value map, const char *key, int64_t whole);

/* A new figure of a section with an id that is unique on the page. */
struct value model_figure(struct arena *arena, struct value section);
/* A chart of this kind. */
struct value model_chart(struct arena *arena, const char *kind);

/* A definition: a term and what it says. */
void model_term(struct arena *arena, struct value section, const char *term, const char *format,
                ...) __attribute__((format(printf, 4, 5)));

/* "See the numbers": a table with its caption and the words over its columns (parted by |). */
struct value model_table(struct arena *arena, struct value figure, const char *caption,
                         const char *head);
/* A row of it; the cells end with NULL. */
void model_table_row(struct arena *arena, struct value table, const char *head,
                     const char *const *cells);

/* The frame of every model. */
void model_open(struct arena *arena, struct value model, const char *reader, const char *id,
                const char *title);

#endif
