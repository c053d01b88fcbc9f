/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of this room share: the open store and small verbs over SQLite. */
#ifndef STORE_STORE_PRIVATE_H
#define STORE_STORE_PRIVATE_H

#include <sqlite3.h>

#include "ground/text.h"
#include "store/store.h"
#include "vault/vault.h"

/* --- verbs ------------------------------------------------------------------------------------ */

/* Statements that are prepared at their first use and kept until the store is closed. */
enum kept {
    KEPT_REFERENCE,
    KEPT_REFERENCE_NEW,
    KEPT_REFERENCE_SEAL,
    KEPT_REF,
    KEPT_AREA,
    KEPT_AREA_NEW,
    KEPT_AREA_SEAL,
    KEPT_RESPONDENT,
    KEPT_RESPONDENT_NEW,
    KEPT_WORDS,
    KEPT_WORDS_NEW,
    KEPT_ANSWER_WORDS,
    KEPT_ANSWER_WORDS_NEW,
    KEPT_EDITION,
    KEPT_SOURCE_BEFORE,
    KEPT_SOURCE_AFTER,
    KEPT_SOURCE_NEW,
    KEPT_SEAL,
    KEPT_SEAL_NEW,
    KEPT_SHARES,
    KEPT_WITHDREW,
    KEPT_COACHING,
    KEPT_PEOPLE_ROWS,
    KEPT_PEOPLE_ROW_NEW,
    KEPT_ADMINISTRATIONS,
    KEPT_ADMINISTRATION_NEW,
    KEPT_ADMINISTRATION_AGAIN, /* in place of one that this import has written; dearer */
    KEPT_EVENTS,
    KEPT_EVENT_NEW,
    KEPT_TOUCH,
    KEPT_UNTOUCH,
    KEPT_FAILED_NEW,
    KEPT_FAILED_GONE,
    KEPT_DUE_NEW,
    KEPT_DUE_GONE,
    KEPT_SCORE_NEW,
    KEPT_SCORE_GONE,
    KEPT_FINDINGS_NEW,
    KEPT_FINDINGS_GONE,
    KEPT_COUNT
};

/* Tables whose rows are a person's. */
enum { SEALED_TABLES = 11 };

/* What is read of everybody in the order of their numbers: who they are, and of these tables. */
enum {
    READ_REFERENCE,
    READ_PEOPLE_ROWS,
    READ_ADMINISTRATIONS,
    READ_EVENTS,
    READ_SCORES,
    READ_FINDINGS,
    READ_TABLES
};

/* A table read in the order of people: where that has come to. */
struct standing {
    sqlite3_stmt *stmt;
    bool standing, row; /* somewhere; at a row, not behind the last */
    bool respondents;   /* its rows are numbered above 0 though they are people below 0 */
    int64_t person;     /* asked for last */
};

/* The columns of events that are read, by event_column. */
struct event_columns {
    unsigned char which[EVENT_COLUMN_COUNT];
    size_t count;
};

struct store {
    sqlite3 *db;
    const struct vault *vault; /* NULL: locked */
    unsigned char mark[16];
    char *area;   /* given to init, or NULL */
    bool apart;   /* derived tables are temporary ones, so nothing of the file is written */
    bool emptied; /* this deriving has thrown everything away: nobody has anything to remove, and
                     everybody is touched without being in the table */
    int64_t only; /* this deriving works out this person alone; 0: everybody who is touched */
    bool consents, consents_asked; /* there are rows of consent by purpose */
    sqlite3_stmt *kept[KEPT_COUNT];
    sqlite3_stmt *row_there[ROW_KINDS],
        *row_new[ROW_KINDS]; /* of the small rows, prepared likewise */
    struct standing sealing[SEALED_TABLES], reading[READ_TABLES];
    sqlite3_stmt *sealing_new[SEALED_TABLES]; /* of one person, what one import has added */
    int reads;                                /* begun and not ended, one within the other */
    struct event_columns event_columns;
    struct text sealed;          /* rows on their way into a hash */
    struct text findings, names; /* of one person, on their way into their row */
};

/* Sets the fault that the connection's last error is, and returns false. Says whether the
 * transaction that was open is gone. Never says a value of a row. */
bool sql_fault(sqlite3 *db, struct fault *);

/* Runs statements without values. */
bool sql_run(sqlite3 *db, const char *sql, struct fault *);

/* A statement for one use: the caller finalizes it. On failure `*stmt` is NULL, which may be
 * finalized. */
bool sql_prepare(sqlite3 *db, const char *sql, sqlite3_stmt **stmt, struct fault *);

/* A kept statement, reset and without values. */
bool sql_kept(struct store *store, enum kept which, sqlite3_stmt **stmt, struct fault *);
/* The one row that it has of a person, if any; the caller resets it. */
bool sql_kept_row(struct store *store, enum kept which, int64_t person, sqlite3_stmt **stmt,
                  bool *row, struct fault *);

/* Values are not copied: they must live until the statement was run. NULL is NULL. Binding can fail
 * only by a wrong place, which any run of the statement shows. */
void sql_whole(sqlite3_stmt *stmt, int place, int64_t whole);
void sql_text(sqlite3_stmt *stmt, int place, const char *text);

/* The next row, or `*row` false and the statement reset. */
bool sql_row(sqlite3_stmt *stmt, bool *row, struct fault *);
/* Runs a statement that gives no rows. */
bool sql_do(sqlite3_stmt *stmt, struct fault *);
/* One number, or `none` where there is no row or it is NULL. */
bool sql_number(sqlite3 *db, const char *sql, int64_t none, int64_t *number, struct fault *);

/* Stands at the person's first row in a table, or behind where it would be. Who comes in order of
 * number is met by reading on, and costs nothing in a table that holds nothing more. `sql` gives
 * the rows from a person on (its one value), that number first. */
bool sql_stand(struct store *store, struct standing *at, const char *sql, int64_t person,
               struct fault *);
/* Is it at a row of the person that was asked for last? */
bool sql_stands(const struct standing *at);
/* Lets go of so many tables, which may be written to from here on. */
void sql_let_go(struct standing *at, size_t count);

/* A column's text in the arena, or NULL. */
const char *sql_copy(sqlite3_stmt *stmt, int column, struct arena *arena);

/* Transactions. `sql_end` with keep commits, and refuses when an error has rolled everything back
 * before; without keep it rolls back what is left and cannot fail. */
bool sql_begin(struct store *store, struct fault *);
bool sql_end(struct store *store, bool keep, struct fault *);

/* --- rooms within the room -------------------------------------------------------------------- */

/* The column names of `person` behind area, as SQL. A test holds them equal to person_column. */
#define PERSON_COLUMNS                                                                             \
    "born, since, until, shares, sex, contact_preference, asserted_by, ethnic_group, "             \
    "gender_identity, trans_history, disability, impairment, barriers, religion_or_belief, "       \
    "sexual_orientation, marital_status, pregnancy, caring, income_strain, housing, migration, "   \
    "main_language, interpreter, care_experience, armed_forces, prison_history, digital_access, "  \
    "imd_decile, unfair_treatment, called"

/* Numbers of people in the order of the bytes of their references: 8 bytes a person. The caller
 * frees them. */
bool store_people(struct store *store, enum store_whom whom, int64_t **people, size_t *count,
                  struct fault *);

/* The day that the derived tables hold, or DAY_NONE. */
bool store_derived_day(struct store *store, day *as_of, struct fault *fault);

/* Somebody (below 0: a respondent) who was written to and waits for their seal. */
struct unsealed {
    int64_t person;
    struct vault_sum before; /* of what imports had added; nothing, of somebody new */
};
/* Renews the hash over everything of each person, to whom this import has added, and orders them by
 * number. Many at once are cheaper than one by one. */
bool seal_people(struct store *store, struct unsealed *people, size_t count, int64_t import,
                 struct fault *);
/* Renews the hash over what belongs to no person and over all persons' hashes: last in a
 * transaction that changed content. */
bool seal_rest(struct store *store, struct fault *);
/* Is everything of this person as it was sealed, and what is the sum of what imports have added?
 * Tables stand open until sql_let_go. */
bool seal_person_stands(struct store *store, int64_t person, struct vault_sum *imported,
                        bool *stands, struct fault *);
/* What belongs to no person and is not as it was sealed: "The list of areas". */
bool seal_rest_stands(struct store *store, struct arena *arena, const char ***changed,
                      size_t *count, struct fault *);
/* Are tables and views those of this program? */
bool seal_schema_stands(struct store *store, bool *stands, struct fault *);

/* A seal that is renewed seals whatever it finds. So, before anything is written in a transaction,
 * what belongs to no person, and each person (below 0: a respondent) before anything of theirs is,
 * must be as it was sealed: 65 otherwise. */
bool verify_rest(struct store *store, struct fault *);
bool verify_person(struct store *store, int64_t person, const char *name,
                   struct vault_sum *imported, struct fault *);
/* The same before a release is given out again. A locked store cannot be asked, and is well. */
bool verify_releases(struct store *store, struct fault *);
/* The tables and views as this program makes them, in memory; the caller closes it. */
bool store_schema_anew(sqlite3 **db, struct fault *);
/* Was the store given its key? 66 when not. */
bool store_unlocked(struct store *store, struct fault *);

/* An event's fields as one row of bytes, so that equal events are equal bytes: date, NUL, kind,
 * NUL, then for each column that is not empty its number from 1 as a byte, the value and NUL. */
void event_pack(struct text *packed, const char *date, const char *kind,
                const char *const *columns);

/* The rows of one person's events that are in the store, in order of n. */
struct event_row {
    int64_t n, k, import;
    day recorded;
    const char *id, *date, *kind;
    const char **columns; /* by event_column, NULL where empty */
};
bool event_rows(struct store *store, int64_t person, struct arena *arena, struct event_row **rows,
                size_t *count, struct fault *);

#endif
