/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One record of ours on its way from a row of somebody's file to the store: a row of people, the
 * answers of one administration, an event, a goal, a note. Its fields are texts in our words, each
 * knowing which column of the file it came from, so that whatever is wrong can be said where people
 * look. Private to intake. */
#ifndef INTAKE_ENTRY_H
#define INTAKE_ENTRY_H

#include "instrument/instrument.h"
#include "intake/intake.h"
#include "store/store.h"

/* From ENTRY_ROWS on: the kinds of `row_columns`. */
enum entry_kind {
    ENTRY_PERSON,
    ENTRY_ANSWERS,
    ENTRY_AREA_ANSWERS, /* about an area, by seat */
    ENTRY_EVENT,
    ENTRY_ROWS,
    ENTRY_GOAL = ENTRY_ROWS + ROW_GOAL,
    ENTRY_NOTE = ENTRY_ROWS + ROW_NOTE,
    ENTRY_CONSENT = ENTRY_ROWS + ROW_CONSENT,
    ENTRY_SERVICE = ENTRY_ROWS + ROW_SERVICE,
    ENTRY_AREA = ENTRY_ROWS + ROW_AREA,
    ENTRY_COLLECTS = ENTRY_ROWS + ROW_COLLECTS,
    ENTRY_KINDS = ENTRY_ROWS + ROW_KINDS
};
const char *entry_kind_word(enum entry_kind kind); /* person answers event goal … */
const char *entry_file_word(enum entry_kind kind); /* people answers events goals … */
const char *entry_needed(enum entry_kind kind);    /* words: fields that may not be empty */
bool entry_is_answers(enum entry_kind kind);

/* Fields by number: these first, then those of words.h. */
enum { PERSON_PERSON, PERSON_AREA, PERSON_DATE, PERSON_COLUMNS };
enum { EVENT_PERSON, EVENT_DATE, EVENT_KIND, EVENT_ID, EVENT_COLUMNS_FROM };
enum { GOAL_PERSON, GOAL_COLUMNS };
/* Answers about a person and about an area have the first of these in common. */
enum {
    ANSWERS_WHO, /* person or area */
    ANSWERS_DATE,
    ANSWERS_INSTRUMENT,
    ANSWERS_ITEM,
    ANSWERS_ANSWER,
    ANSWERS_WORDS,
    ANSWERS_TIME,
    ANSWERS_MODE,
    ANSWERS_VERSION,
    ANSWERS_FORM,
    ANSWERS_BY,
    ANSWERS_ID,
    ANSWERS_EDITION,
    ANSWERS_FIELDS,
    ANSWERS_SEAT = ANSWERS_BY,
    ANSWERS_GROUP,
    ANSWERS_SHEET
};
enum { ENTRY_WHO = 0, NO_FIELD = -1 }; /* what a record is about is its first field */

int entry_fields(enum entry_kind kind);
/* Fields before those of words.h. */
int entry_columns_from(enum entry_kind kind);
const struct column *entry_column(enum entry_kind kind, int field);
const char *entry_field(enum entry_kind kind, int field);
/* NO_FIELD when this kind has none of that name. */
int entry_field_of(enum entry_kind kind, const char *name);
const char *entry_nearest_field(enum entry_kind kind, const char *name);
/* Is it a day or a stretch of days, also where it may be an order? */
bool entry_is_date(enum entry_kind kind, int field);

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
    int place, time, by, mode, together;
    bool scored; /* by somebody the instrument is for */
};
struct head_before {
    const struct instrument *instrument; /* NULL: there was none yet */
    const char *texts[ANSWERS_FIELDS];   /* NULL for item, answer and words */
    char room[256];                      /* of the texts; longer ones are not remembered */
    struct answers_head head;
};

struct entry {
    enum entry_kind kind;
    int64_t line;
    struct entry_cell *cells;            /* by field */
    const struct instrument *instrument; /* of answers; of a goal once checked, where it has one */
    struct entry_cell *items;            /* of answers, by item */
    int item;                            /* of a long row: the one it answers; else NO_FIELD */
    struct head_before *before;          /* of a long row: what the last one said; else NULL */
    /* filled by entry_check, of answers: */
    struct answers_head head;
    const char **tokens; /* by item; of a long row only that of its item */
    const char **said;   /* by item, where one is answered in words; NULL: nothing was said */
};

/* The instruments that there are, and files of plugins that are there and do not hold. */
struct instruments {
    const struct instrument *const *list;
    size_t count;
    size_t kept; /* so many of them, at the end, are versions that only the store has */
    const struct intake_broken *broken;
    size_t broken_count;
};
const struct instrument *instruments_find(struct instruments all, const char *id);
/* The same where a row names a version (NULL: it does not): that one, else the one that is here. */
const struct instrument *instruments_version(struct instruments all, const char *id,
                                             const char *version);
/* "FILE is here and does not hold: `alongside check FILE`", where the plugin `id` stands in such a
 * file of that folder, else NULL. */
const char *instruments_broken(struct instruments all, const char *folder, const char *id,
                               struct arena *arena);
/* "there is no instrument swemwb. Did you mean swemwbs? …" */
const char *instruments_none(struct instruments all, const char *id, struct arena *arena);
/* NO_FIELD when it has no such item. */
int instruments_item(const struct instrument *instrument, const char *id);
/* Is it answered about an area, and not about a person? */
bool instruments_about_area(const struct instrument *instrument);

/* An entry with empty cells. `instrument` only for answers. */
struct entry *entry_new(enum entry_kind kind, const struct instrument *instrument, int64_t line,
                        struct arena *arena);

/* Gives answers that name no form this one, NULL: none. */
void entry_default_form(struct entry *entry, const char *form);

enum entry_state {
    ENTRY_GOOD,
    ENTRY_WRONG, /* set aside */
    ENTRY_EMPTY  /* a sheet with every cell empty: no record, and counted */
};

/* Is everything in it ours? Rewrites cells to the one form the store keeps (times as 23:40). */
enum entry_state entry_check(struct entry *entry, struct instruments instruments,
                             struct arena *arena, struct why *why);

/* Is `text` a value of this field? NULL, or the sentence that says why not. Writes the kept form.
 * Words of a person are in no sentence. */
const char *entry_check_field(enum entry_kind kind, int field, const char **text,
                              struct arena *arena);
/* May what is told happen on these days, written `text`: from 1900, and but for an event not still
 * to come? */
const char *entry_check_days(enum entry_kind kind, struct days days, const char *text,
                             struct arena *arena);
/* The same of words that are the answer of an item. */
const char *entry_check_words(const char **text, struct arena *arena);
/* The same of the printed editions that `text` names, parted by spaces or ; and kept with spaces.
 */
const char *entry_check_forms(const struct instrument *instrument, const char **text,
                              struct arena *arena);

/* The nearest of `words`, or NULL. */
const char *entry_nearest_word(const char *text, const char *words, struct arena *arena);
/* Is it a word for a kind of no answer, but for missing? */
bool entry_is_no_answer(const char *word);

/* A cell as a message quotes it: short, on one line. Never of a person's own words. */
const char *entry_quote(const char *text, struct arena *arena);
/* The same without quotes where it is one plain word or number. */
const char *entry_word(const char *text, struct arena *arena);
/* What to say of a date, well written, that day_read refused: there is no such day. Else NULL. */
const char *entry_no_day(const char *text, struct arena *arena);

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
