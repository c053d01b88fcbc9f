/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What staging (store_import.c) and merging (store_merge*.c) share: how a row of a file is written
 * as a key and a body, and the state of one import and of one merge. */
#ifndef STORE_STORE_IMPORT_H
#define STORE_STORE_IMPORT_H

#include "store/store_private.h"
#include "store/store_stage.h"
#include "vault/vault.h"

/* --- keys and bodies -------------------------------------------------------------------------- */

/* A key is: whose the row is, NUL, what it is about, and then
 *   people   date, NUL
 *   sources  id, NUL, edition, NUL, and as of answers: what a file says of an administration
 * besides answers answers  struct answer_key's fields, the highest byte first, so that they sort as
 * numbers events   EVENT_BY_ID, id, NUL, whose outcome, NUL; or EVENT_BY_FIELDS and the event
 * packed rows     of the kind that is added to ABOUT_ROWS: the columns of its key, each with a NUL
 * Whose: a reference; nothing, of what belongs to no person; or AREA_SIGN, an area, AREA_PART, a
 * seat, AREA_PART and a sheet. No reference holds such bytes. A body is any number of pieces. Of
 * people, events and rows: struct row_head and that many packed bytes. Of answers: struct part_head
 * and that many bytes of tokens. Of sources: nothing. Words stand as the hex digits of what sealing
 * them with the import's own key gives, behind a + where they are an answer. */
enum about { ABOUT_PEOPLE = 1, ABOUT_SOURCES, ABOUT_ANSWERS, ABOUT_EVENTS, ABOUT_ROWS };
enum { EVENT_BY_ID = 1, EVENT_BY_FIELDS };
enum { AREA_SIGN = 1, AREA_PART = 2 };

struct row_head {
    int64_t line;
    uint64_t length;
};

/* Tokens of items that stand together. Either one row of the file holds them all, or each has a row
 * of its own, one after the other. */
struct part_head {
    int64_t line; /* of the first */
    uint32_t first, count, length;
    uint16_t together;
    uint8_t mode, a_row_each;
};

struct answer_key {
    int64_t family; /* the least number of any version of the instrument */
    day date;
    int place, time, by;
    int64_t version;
};
enum { ANSWER_KEY_BYTES = 6 * 4 };
void answer_key_write(struct text *key, const struct answer_key *answer);
struct answer_key answer_key_read(const char *bytes);

/* Cells that are not NULL: each its place from 1 as a byte, the text and NUL. */
void cells_pack(struct text *packed, const char *const *cells, size_t count);
/* `packed` must live as long as the cells. */
void cells_unpack(const char *packed, size_t length, const char **cells);

/* --- an import -------------------------------------------------------------------------------- */

/* A version of an instrument that this import has met. */
struct version {
    int64_t number, family;
    const char *name, *id; /* the version's own name, the instrument's id */
    const char *const *items;
    size_t item_count;
};

struct import {
    struct store *store;
    unsigned char words_key[VAULT_KEY]; /* of this import alone */
    int64_t number;
    day recorded;
    struct stage *stage;
    bool broken; /* something failed: it can only be undone */
    struct arena *arena;
    struct version *versions;
    size_t version_count, version_room;
    int64_t plugins_before; /* the highest number of a plugin that the store knew before */
    int64_t *renumbered;    /* of those met since, by staged number; 0: it stays */
    struct text key, body, packed;
    struct text sealed, hidden;             /* words on their way to being staged */
    struct text source_key;                 /* of the source staged last */
    struct answer_key open;                 /* the administration that rows are being joined to */
    struct text open_key, open_body;        /* as it will be staged; no body: none is open */
    size_t open_part;                       /* where its last part stands in the body */
    bool event_columns[EVENT_COLUMN_COUNT]; /* that events which it wrote say something in */
};

bool import_version(struct import *import, int64_t number, struct version *version, struct fault *);
/* Numbers the plugins that this import has brought by name, once everything is staged. */
bool import_renumber(struct import *import, struct fault *);
/* A staged key under the numbers that its plugins have since. Its family is that of its rows in
 * this import; the version says which it is in the store. */
struct answer_key import_answer_key(const struct import *import, const char *bytes);

/* Begins import->key. */
void import_start_key(struct import *import, const char *whose, enum about about);
/* Stages import->key with import->packed as the body of one row. */
bool import_stage_row(struct import *import, int64_t line, struct fault *);
/* Words as hex digits of what sealing gives, in the import's own room until the next call; NULL is
 * NULL. */
const char *import_hide(struct import *import, const char *words);
/* Stages the administration that rows were being joined to. */
bool import_close_open(struct import *import, struct fault *);
/* Notes which columns an event that is written says something in; keeps that with the import. */
void event_columns_note(struct import *import, const char *const *columns);
bool event_columns_keep(const struct import *import, struct fault *);
/* Remembers that something failed; gives `good` back. */
bool import_note(struct import *import, bool good);

/* --- a merge ---------------------------------------------------------------------------------- */

/* One row of an administration or of a people file that is in the store, or is to be. */
struct cells_row {
    day recorded;
    int64_t import;
    const char **cells;
};

struct administration_row {
    struct answer_key key;
    struct cells_row row;
    const char *tokens;
    const char *how; /* how it was asked, as a cell */
};

/* Words met while merging one person: written with the first row that has them. */
struct met_words {
    const char *token;
    const char *sealed; /* with the person's key */
    size_t length;
};

/* What a file says of an administration besides answers. */
struct source {
    struct answer_key key;
    const char *id, *edition; /* "": not said */
    bool twice;    /* the file gives the id to several administrations of the instrument */
    bool editions; /* the file gives the administration several editions */
    bool moved;    /* the id was elsewhere before: a correction */
    day leaves_on; /* a later correction has put it elsewhere from this day on; 0: none has */
};

/* Whose rows are being merged. */
enum whose { OF_PERSON, OF_NOBODY, OF_RESPONDENT };

/* So many people's rows stand in SQLite's cache still when they are read for their seals. */
enum { UNSEALED_MOST = 1000 };

struct merge {
    struct import *import;
    struct store *store;
    struct import_result *result;
    struct arena *arena; /* of the result */
    size_t aside_room, area_room;
    day *import_days; /* by number of import */
    bool changed;     /* anything */
    struct unsealed unsealed[UNSEALED_MOST];
    size_t unsealed_count;
    bool areas_closed,
        areas_asked; /* a file of areas was imported: others are not made by naming them */

    struct arena *person_arena; /* from here on: of the person that is being merged */
    struct text ref;
    enum whose whose;
    int64_t person; /* 0 while the store does not know them; below 0: a respondent */
    bool is_new, touched, has_area;
    bool verified; /* was as it was sealed when this import first wrote to it, or was not there */
    struct vault_sum before;  /* of what imports had added by then */
    bool services;            /* a service changed: anybody's events may name it */
    bool has_key, key_is_new; /* a new key is kept where anything is written */
    unsigned char key[VAULT_KEY], sealed[VAULT_SEALED];
    struct met_words *words;
    size_t word_count, word_room;
    struct administration_row
        *administrations; /* in the store: loaded with the first that is needed */
    size_t administration_count;
    bool administrations_loaded;
    struct answer_key last; /* the administration written last */
    struct source *sources; /* of this file; once settled one an administration, by key */
    size_t source_count, source_room;
    bool sources_settled;
    struct goal_sheet { /* administrations of goals that rows were written for */
        const char *instrument, *version, *date, *time, *by, *mode;
    } * sheets;
    size_t sheet_count, sheet_room;
    struct cells_row *people_rows;
    const char **people_dates; /* of people_rows */
    size_t people_row_count;
    bool people_loaded;
    struct event_row *events;
    struct text *event_packed; /* of `events` */
    size_t *event_order; /* of `events`: those with an id by id, author and age, then the others by
                            fields */
    size_t event_count;
    int64_t event_n;
    bool events_loaded;
};

/* Everything that was staged, person by person. */
bool merge_all(struct import *import, struct arena *arena, struct import_result *result,
               struct fault *);

bool merge_people(struct merge *merge, const char *date, const struct text *body, struct fault *);
bool merge_answers(struct merge *merge, const struct answer_key *key, const struct text *body,
                   struct fault *);
/* Sources are gathered first, because one file may give an id twice, and then written. */
void merge_source(struct merge *merge, const char *key);
bool merge_settle_sources(struct merge *merge, struct fault *);
/* After the answers: administrations leave where later corrections have put them elsewhere. */
bool merge_leave_sources(struct merge *merge, struct fault *);
const struct source *merge_source_of(const struct merge *merge, const struct answer_key *key);
bool merge_events(struct merge *merge, const char *key, size_t length, const struct text *body,
                  struct fault *);
bool merge_row(struct merge *merge, enum row_kind kind, const char *key, const struct text *body,
               struct fault *);
/* Goals came as answers of this administration: those that have rows of their own stand beside
 * them. */
void merge_note_goals(struct merge *merge, const struct answer_key *key,
                      const struct version *version);
/* Goals that came as answers and goals that have rows, in order of name; of one name the row
 * stands. */
const char *goals_beside(struct arena *arena, const char *answers, const char *rows);
/* The administrations of goals that rows were written for, each with every goal that stands. */
bool merge_goal_sheets(struct merge *merge, struct fault *);
/* The last cell of an administration, worked out as of a day and not said by a row of the file:
 * written where it changed, and not counted. Rows that this import has written itself stand
 * already. */
bool merge_worked_out(struct merge *merge, const struct answer_key *key, const char *cell,
                      const char *how, day recorded, struct fault *);

/* The reference of the person, or of the area, whose rows are being merged. */
const char *merge_whose(const struct merge *merge);
/* The person's number, before anything of theirs is written: made when they are new, else compared
 * with their seal, once. */
bool merge_person(struct merge *merge, int64_t *person, struct fault *);
bool merge_area(struct merge *merge, const char *ref, int64_t *area, struct fault *);
/* May this area be named? Where a file of areas was imported, one that is not there is not made:
 * `*why` is then the sentence to set rows aside with, else NULL. */
bool merge_area_allowed(struct merge *merge, const char *ref, const char **why, struct fault *);

/* The key of the person or area whose rows are merged, in merge->key; made when first needed. */
bool merge_need_key(struct merge *merge, struct fault *);
/* Keeps a new key, at the end of a person or respondent of whom something was written. */
bool merge_keep_key(struct merge *merge, struct fault *);
/* Staged words as their token; NULL is NULL. */
bool merge_words(struct merge *merge, const char **cell, struct fault *);
/* Writes the words of a token that a row is being written with; NULL and words that are there
 * already are well. */
bool merge_keep_words(struct merge *merge, const char *token, struct fault *);

/* Something of this person was written. */
void merge_wrote(struct merge *merge);
void merge_set_aside(struct merge *merge, int64_t line, const char *reason);

/* --- cells: what answers and people rows have in common --------------------------------------- */

/* What one row of the file says: `count` cells from `first` on. `extra` stands in a cell of its own
 * behind the others, which every row of a key may fill: how it was asked. */
struct said {
    int64_t line;
    size_t first, count;
    const char **cells;
    const char *extra;
};

struct cells_question {
    const char *const *names; /* of the cells */
    size_t count;             /* of the cells without `extra` */
    const char *verb, *key;   /* "answer", "person, instrument and date": for rows that differ */
    const struct said *said;
    size_t said_count;
    const struct cells_row *rows; /* in the store, by recorded and import */
    size_t row_count;
};

/* Sorts the rows of one key into set aside, fresh, corrected and known, counts them, and gives the
 * rows to write: one recorded as this import is, and, where rows recorded later are there, those
 * renewed. */
void cells_merge(struct merge *merge, const struct cells_question *question,
                 struct cells_row **write, size_t *written);

#endif
