/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One record of ours on its way from a row of somebody's file to the store: a row of people, the
 * answers of one administration, or an event. Its fields are texts in our words, each knowing which
 * column of the file it came from, so that whatever is wrong can be said where people look. Private
 * to intake. */
#ifndef INTAKE_ENTRY_H
#define INTAKE_ENTRY_H

#include "instrument/instrument.h"
#include "store/store.h"

enum entry_kind { ENTRY_PERSON, ENTRY_ANSWERS, ENTRY_EVENT, ENTRY_KINDS };
extern const char *const entry_kind_word[ENTRY_KINDS]; /* person answers event */
extern const char *const entry_file_word[ENTRY_KINDS]; /* people answers events */

/* Fields by number: these first, then those of words.h. */
enum { PERSON_PERSON, PERSON_AREA, PERSON_DATE, PERSON_COLUMNS };
enum { EVENT_PERSON, EVENT_DATE, EVENT_KIND, EVENT_ID, EVENT_COLUMNS_FROM };
enum {
    ANSWERS_PERSON,
    ANSWERS_DATE,
    ANSWERS_INSTRUMENT,
    ANSWERS_ITEM,
    ANSWERS_ANSWER,
    ANSWERS_TIME,
    ANSWERS_MODE,
    ANSWERS_BY,
    ANSWERS_VERSION,
    ANSWERS_FIELDS
};
enum { ENTRY_PERSON_FIELD = 0, NO_FIELD = -1 }; /* `person` is the first field of every kind */

int entry_fields(enum entry_kind kind);
const char *entry_field(enum entry_kind kind, int field);
/* NO_FIELD when this kind has none of that name. */
int entry_field_of(enum entry_kind kind, const char *name);
const char *entry_nearest_field(enum entry_kind kind, const char *name);

struct entry_cell {
    const char *text;   /* NULL: nothing is said */
    const char *column; /* of the file */
    bool constant;      /* from `set`, not from the row */
};

/* Why a row is set aside: a sentence without place and full stop, and what to do if that is not in
 * it. */
struct why {
    const char *what, *remedy; /* remedy NULL: none */
};

/* What a row of answers says beside item and answer, once read. Rows of one administration stand
 * together in a long file, so most of them say the same as the row before. */
struct answers_head {
    day date;
    int place, time, by, mode;
    bool scored; /* by somebody the instrument is for */
};
struct head_before {
    const struct instrument *instrument; /* NULL: there was none yet */
    const char *texts[ANSWERS_FIELDS];   /* NULL for item and answer */
    char room[256];                      /* of the texts; longer ones are not remembered */
    struct answers_head head;
};

struct entry {
    enum entry_kind kind;
    int64_t line;
    struct entry_cell *cells;            /* by field */
    const struct instrument *instrument; /* of answers */
    struct entry_cell *items;            /* of answers, by item */
    int item;                            /* of a long row: the one it answers; else NO_FIELD */
    struct head_before *before;          /* of a long row: what the last one said; else NULL */
    /* filled by entry_check, of answers: */
    struct answers_head head;
    const char **tokens; /* by item; of a long row only that of its item */
};

/* An entry with empty cells. `instrument` only for answers. */
struct entry *entry_new(enum entry_kind kind, const struct instrument *instrument, int64_t line,
                        struct arena *arena);

enum entry_state {
    ENTRY_GOOD,
    ENTRY_WRONG, /* set aside */
    ENTRY_EMPTY  /* a sheet with every cell empty: no record, and counted */
};

/* Is everything in it ours? Rewrites cells to the one form the store keeps (times as 23:40). */
enum entry_state entry_check(struct entry *entry, struct arena *arena, struct why *why);

/* Is `text` a value of this field? NULL, or the sentence that says why not. Writes the kept form.
 */
const char *entry_check_field(enum entry_kind kind, int field, const char **text,
                              struct arena *arena);

/* A cell as a message quotes it: short, on one line. */
const char *entry_quote(const char *text, struct arena *arena);
/* The same without quotes where it is one plain word or number. */
const char *entry_word(const char *text, struct arena *arena);

/* Gives instruments their numbers in the store, once each. */
struct entry_store {
    struct store *store;
    struct import *import;
    const struct instrument *const *instruments;
    size_t instrument_count;
    int64_t *numbers; /* by instrument; 0: not asked for yet */
};

/* Stages a checked entry. */
bool entry_keep(struct entry_store *to, const struct entry *entry, struct arena *arena,
                struct fault *);

#endif
