/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole contract as data: every table of fields that checks a plugin file, with what else there
 * is to say of a field, the functions that plugins may call, and the words beside them. `explain`,
 * plugins/README.md and plugins/contract.lua are made of it, so they cannot differ. */
#ifndef CLI_CONTRACT_H
#define CLI_CONTRACT_H

#include "ground/text.h"
#include "ground/words.h"
#include "plugin/fields.h"

/* One table of fields. */
struct contract_set {
    const char *name;  /* by its way from the kind: `instrument.scales.lookup` */
    const char *kind;  /* `instrument` */
    const char *field; /* the first field it is in, or NULL for a whole file */
    const char *of;    /* "a scale", "a look": what it is called */
    const struct field_set *set;
};
/* Every one once, those of a kind together, outer ones first. */
const struct contract_set *contract_sets(size_t *count);

/* The fields that such a table stands in: "`before`, `after` and `not_after`". Not of a whole file.
 */
void contract_put_holders(const struct contract_set *set, struct text *out);

/* What the checking table does not say of a field. */
struct field_note {
    const char *of, *name; /* `instrument.scales`, `unanswered` */
    const char *otherwise; /* what counts where the field is absent, or NULL */
    const char *refused;   /* refused when …, besides a wrong type; or NULL */
};
extern const struct field_note field_notes[]; /* ends with a NULL name */
/* NULL where there is nothing more to say. */
const struct field_note *field_note(const struct contract_set *set, const struct field *field);

/* A type in words: "whole number from 0". */
const char *field_type_word(enum field_type type);

/* A function that Lua may use. */
struct lua_function {
    const char *library; /* "" for the plain names */
    const char *name;
    const char *arguments; /* `list: number[], digits?: integer` */
    const char *gives;     /* a type, or NULL for nothing */
    const char *meaning;
};
extern const struct lua_function lua_functions[]; /* ends with a NULL name */
/* What `find` of an indicator may ask; likewise. */
extern const struct lua_function timeline_calls[];

/* A word that is no field. */
struct contract_word {
    const char *word;
    const char *is;      /* "a kind of no answer" */
    const char *meaning; /* a sentence without its full stop */
};
extern const struct contract_word contract_words[]; /* ends with a NULL word */

/* What a column takes, in words: "a code: day month …" */
void column_takes_words(const struct column *column, struct text *out);

/* What a column of a file of events means; NULL for any other. */
const char *column_meaning(const char *name);

/* plugins/contract.lua and plugins/README.md, as they must be. */
void contract_write_stubs(struct text *out);
void contract_write_page(struct text *out);

#endif
