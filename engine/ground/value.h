/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plain data: what a plugin file returns, what crosses to the worker and back, and what a report is
 * before it is a page. Values belong to the arena they were made in and are never altered once
 * given away. */
#ifndef GROUND_VALUE_H
#define GROUND_VALUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ground/arena.h"

enum value_kind {
    VALUE_NIL,
    VALUE_YES_NO,
    VALUE_WHOLE,
    VALUE_NUMBER,  /* finite */
    VALUE_TEXT,    /* UTF-8 without NUL */
    VALUE_TABLE,   /* a list, a map, or both, as Lua has it */
    VALUE_FUNCTION /* stands at its place in the file; has no content of its own */
};

struct value {
    enum value_kind kind;
    union {
        bool yes;
        int64_t whole;
        double number;
        const char *text;
        struct value_table *table;
    };
};

struct value_entry {
    const char *key;
    struct value value;
};

struct value_table {
    struct value *items; /* the list part: items[0] is Lua's [1] */
    size_t count;
    struct value_entry *entries; /* the map part, sorted by the bytes of the key */
    size_t entry_count;
    size_t room, entry_room; /* of the two arrays; for value_add and value_set */
};

struct value value_nil(void);
struct value value_yes(bool yes);
struct value value_whole(int64_t whole);
struct value value_number(double number);
struct value value_text(struct arena *, const char *text); /* NULL gives nil; copies */
struct value value_table(struct arena *);

/* Building: `table` must be a VALUE_TABLE made in `arena`. value_set replaces a key that is there.
 */
void value_add(struct arena *arena, struct value table, struct value item);
void value_set(struct arena *arena, struct value table, const char *key, struct value value);
void value_set_text(struct arena *arena, struct value table, const char *key, const char *text);
void value_set_format(struct arena *arena, struct value table, const char *key, const char *format,
                      ...) __attribute__((format(printf, 4, 5)));

/* Reading: nil where there is nothing, also when `table` is no table. */
struct value value_get(struct value table, const char *key);
struct value value_item(struct value table, size_t index); /* from 0 */
size_t value_count(struct value table);                    /* of the list part */

bool value_is(struct value, enum value_kind);
/* The text, or NULL when it is none. */
const char *value_as_text(struct value);
/* A whole or other number as a double; false when it is none. */
bool value_as_number(struct value, double *);
/* A whole number, also one that came as a double without a fraction; false when it is none. */
bool value_as_whole(struct value, int64_t *);

/* A copy of the whole tree in another arena. */
struct value value_copy(struct arena *, struct value);
bool value_equal(struct value, struct value);

#endif
