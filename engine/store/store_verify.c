/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Comparing the store with its seals: all of it when asked, and what is written to before it is. */
#include <string.h>

#include "store/store_read.h"

struct verifying {
    struct store *store;
    struct arena *arena;
    struct verified *verified;
    size_t room;
};

static void found(struct verifying *at, const char *sentence)
{
    struct verified *verified = at->verified;
    verified->sentences = arena_grow(at->arena, verified->sentences, verified->count, &at->room,
                                     sizeof *verified->sentences);
    verified->sentences[verified->count++] = sentence;
}

#define BY_ANOTHER "%s was changed by something other than alongside."

/* --- people ----------------------------------------------------------------------------------- */

static bool check_subject(struct verifying *at, int64_t person, const char *name,
                          struct vault_sum *imported, struct fault *fault)
{
    bool stands;
    if (!seal_person_stands(at->store, person, imported, &stands, fault))
        return false;
    const char *what = person > 0 ? "The record of %s" : "What was said about %s";
    if (!stands)
        found(at, arena_format(at->arena, BY_ANOTHER, arena_format(at->arena, what, name)));
    return true;
}

static bool check_subjects(struct verifying *at, const char *sql, int64_t *count,
                           struct fault *fault)
{
    sqlite3_stmt *stmt;
    struct vault_sum unused;
    bool row = false, good = sql_prepare(at->store->db, sql, &stmt, fault);
    while (good && (good = sql_row(stmt, &row, fault)) && row) {
        good = check_subject(at, sqlite3_column_int64(stmt, 0),
                             (const char *)sqlite3_column_text(stmt, 1), &unused, fault);
        ++*count;
    }
    sqlite3_finalize(stmt);
    return good;
}

/* Other programs need not keep to it that a row's person is in the store. */
static const char *const of_people[] = {
    "seal",  "person", "administration", "answer_words", "administration_source",
    "words", "event",  "goal",           "note",         "consent",
};

/* The seal of person 0 is that of what belongs to nobody. */
static bool check_nobody(struct verifying *at, const char *condition, struct fault *fault)
{
    for (size_t i = 0; i < sizeof of_people / sizeof *of_people; i++) {
        int64_t any;
        const char *sql = arena_format(at->arena, "SELECT 1 FROM main.%s WHERE %s%s LIMIT 1",
                                       of_people[i], i ? "" : "person <> 0 AND ", condition);
        if (!sql_number(at->store->db, sql, 0, &any, fault))
            return false;
        if (any)
            found(at, arena_format(at->arena,
                                   "The table %s holds rows of somebody who is not in the store.",
                                   of_people[i]));
    }
    return true;
}

static bool check_strays(struct verifying *at, struct fault *fault)
{
    return check_nobody(at,
                        "person NOT IN (SELECT person FROM reference"
                        " UNION ALL SELECT -respondent FROM respondent)",
                        fault);
}

/* Rows under the number of who comes next would become theirs. */
static bool check_waiting(struct verifying *at, struct fault *fault)
{
    return check_nobody(at, "person > (SELECT coalesce(max(person), 0) FROM reference)", fault) &&
           check_nobody(at, "person < (SELECT -coalesce(max(respondent), 0) FROM respondent)",
                        fault);
}

/* --- what is nobody's ------------------------------------------------------------------------- */

static bool check_rest(struct verifying *at, struct fault *fault)
{
    const char **changed;
    size_t count;
    if (!seal_rest_stands(at->store, at->arena, &changed, &count, fault))
        return false;
    for (size_t i = 0; i < count; i++)
        found(at, arena_format(at->arena, BY_ANOTHER, changed[i]));
    return true;
}

static bool check_looks(struct verifying *at, struct fault *fault)
{
    bool unbroken;
    if (!looks_unbroken(at->store, &unbroken, fault))
        return false;
    if (!unbroken)
        found(at, "Who looked at whom was changed by something other than alongside.");
    return true;
}

/* Tables and views, which other tools read by, are those of this program. */
static bool check_schema(struct verifying *at, struct fault *fault)
{
    bool stands;
    if (!seal_schema_stands(at->store, &stands, fault))
        return false;
    if (!stands)
        found(at, "The store's tables and views are not those that alongside makes.");
    return true;
}

static bool check_pages(struct verifying *at, struct fault *fault)
{
    sqlite3_stmt *stmt;
    bool row = false, good = sql_prepare(at->store->db, "PRAGMA integrity_check(5)", &stmt, fault);
    while (good && (good = sql_row(stmt, &row, fault)) && row) {
        const char *says = (const char *)sqlite3_column_text(stmt, 0);
        if (strcmp(says, "ok") != 0)
            found(at,
                  arena_format(at->arena, "The file itself is damaged: SQLite says \"%s\".", says));
    }
    sqlite3_finalize(stmt);
    return good;
}

/* --- all of it -------------------------------------------------------------------------------- */

bool store_verify(struct store *store, struct arena *arena, struct verified *verified,
                  struct fault *fault)
{
    struct verifying at = {store, arena, verified, 0};
    int64_t respondents = 0;
    bool ours, good;
    *verified = (struct verified){0};
    if (!store_unlocked(store, fault) || !store_read_begin(store, &ours, fault))
        return false;
    good = check_pages(&at, fault) && check_schema(&at, fault) &&
           check_subjects(&at, "SELECT person, ref FROM reference ORDER BY ref", &verified->people,
                          fault) &&
           check_subjects(&at,
                          "SELECT -respondent, area.ref || '/' || seat FROM respondent"
                          " JOIN area USING (area) ORDER BY 2, respondent",
                          &respondents, fault) &&
           check_strays(&at, fault) && check_rest(&at, fault) && check_looks(&at, fault);
    sql_let_go(store->sealing, SEALED_TABLES);
    store_read_end(store, ours);
    return good;
}

/* --- before something is written, or printed as it was released ------------------------------- */

static bool nothing_found(const struct verifying *at, bool good, const char *so,
                          struct fault *fault)
{
    if (!good || at->verified->count == 0)
        return good;
    return fault_set(fault, FAULT_DATA,
                     "%s is not as alongside wrote it. %s %s Ask `alongside verify` for all that "
                     "is not as it was, bring back a copy from before, and find out what else can "
                     "write to it.",
                     sqlite3_db_filename(at->store->db, "main"), at->verified->sentences[0], so);
}

static const char no_writing[] = "To write to it now would hide that, so nothing was changed.";
static const char no_printing[] =
    "So this may not be what was made public, and it was not printed.";

bool verify_rest(struct store *store, struct fault *fault)
{
    struct verified verified = {0};
    struct verifying at = {store, arena_new(), &verified, 0};
    bool good = check_schema(&at, fault) && check_rest(&at, fault) && check_waiting(&at, fault);
    good = nothing_found(&at, good, no_writing, fault);
    arena_free(at.arena);
    return good;
}

bool verify_person(struct store *store, int64_t person, const char *name,
                   struct vault_sum *imported, struct fault *fault)
{
    struct verified verified = {0};
    struct verifying at = {store, arena_new(), &verified, 0};
    bool good = check_subject(&at, person, name, imported, fault);
    sql_let_go(store->sealing, SEALED_TABLES);
    good = nothing_found(&at, good, no_writing, fault);
    arena_free(at.arena);
    return good;
}

bool verify_releases(struct store *store, struct fault *fault)
{
    struct verified verified = {0};
    struct verifying at = {store, arena_new(), &verified, 0};
    bool good = nothing_found(&at, !store->vault || check_rest(&at, fault), no_printing, fault);
    arena_free(at.arena);
    return good;
}
