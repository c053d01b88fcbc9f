/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of fields: what a table in a plugin file may hold. The same table checks the file, feeds
 * `explain` and is held equal to the documentation by a test. */
#ifndef PLUGIN_FIELDS_H
#define PLUGIN_FIELDS_H

#include "ground/text.h"
#include "plugin/plugin.h"

enum field_type {
    FIELD_TEXT,  /* not empty */
    FIELD_ID,    /* small letters, digits, _ */
    FIELD_IDS,   /* a text of ids, or a list of them; `q1..q9`, `-q3` where the reader allows it */
    FIELD_WORDS, /* a text of code words */
    FIELD_YES_NO,
    FIELD_WHOLE,     /* from 0 up */
    FIELD_ANY_WHOLE, /* also below 0 */
    FIELD_NUMBER,
    FIELD_DATE,
    FIELD_FUNCTION,
    FIELD_TABLE, /* checked against `sub` */
    FIELD_LIST,  /* every item is a table checked against `sub`; any list when `sub` is NULL */
    FIELD_MAP,   /* every value is a table checked against `sub`; any map when `sub` is NULL */
    FIELD_ANY    /* read by its own reader */
};

enum field_flag {
    FIELD_NEEDED = 1, /* refused when absent */
    FIELD_LATER = 2   /* in the contract, but not followed by this version: refused, saying so */
};

struct field {
    const char *name;
    enum field_type type;
    unsigned flags;
    const char *meaning; /* for `explain`, and for the message when it is needed: "the name that
                            people read", such that "It is …" can stand before it */
    const struct field_set *sub;
};

struct field_set {
    const char *of;             /* "an instrument", "a scale": said in messages */
    const struct field *fields; /* ends with a NULL name */
    bool positional;            /* items without a key are allowed too (read elsewhere) */
    /* When a key is unknown and has a better answer than the nearest name: NULL, or the sentence
     * that follows "`reverse` is not a field of an item. "; of one that comes later, what to do
     * instead, where that is more than to leave it out */
    const char *(*hint)(const char *key);
};

/* Checks `table` at `place` ("" for the whole file) against `set`: unknown keys, missing needed
 * ones, types. Says all faults; true when there are none. */
bool fields_check(const struct plugin *plugin, struct value table, const char *place,
                  const struct field_set *set, struct faults *faults);

/* `ids` notation: spaces, `q1..q9`; a leading `-` sets `turned[i]` where `turned` is not NULL and
 * is a fault otherwise. Also takes a list of texts, each one name as it stands (a column's name may
 * hold spaces), with `-` where it is allowed. Makes the arrays in the plugin's arena. */
bool fields_ids(const struct plugin *plugin, struct value ids, const char *place,
                const char ***names, bool **turned, size_t *count, struct faults *faults);

/* `steps` notation: pairs of from-here-up and this, rising. Keys beside the pairs (`source`) are
 * not read. */
struct step {
    double from;
    double number;    /* when the second is a number */
    const char *text; /* when it is a text */
};
bool fields_steps(const struct plugin *plugin, struct value steps, const char *place,
                  struct step **out, size_t *count, struct faults *faults);

/* A sentence that people read says nothing of them that is a service's to say of itself.
 * fields_check asks this of every `title`, `asks` and `mislead`; a kind asks it of its own
 * sentences. */
bool fields_sentence(const struct plugin *plugin, const char *text, const char *place,
                     struct faults *faults);

/* The first of such words in a text, or NULL. */
const char *fields_said(const char *text);

/* Says the fields that `table` has and that are not among the words of `said`, one a line, each by
 * its meaning: so a description in sentences never leaves anything out. */
void fields_say_rest(struct value table, const struct field_set *set, const char *said,
                     const char *indent, struct text *out);

/* The fields of every kind of plugin: title, version, source, mislead, licence, examples. Each kind
 * lists them first in its own table by this macro. */
#define FIELDS_OF_EVERY_KIND                                                                       \
    {"title", FIELD_TEXT, FIELD_NEEDED, "the name that people read", NULL},                        \
        {"version", FIELD_TEXT, FIELD_NEEDED, "what goes up when results could change", NULL},     \
    {                                                                                              \
        "examples", FIELD_LIST, FIELD_NEEDED, "the file's own tests", NULL                         \
    }

#endif
