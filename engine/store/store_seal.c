/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Seals: keyed hashes over every row of content, so that a change or removal that did not come
 * through the engine shows. Whoever has no key cannot make one. */
#include <stdlib.h>
#include <string.h>

#include "store/store_read.h"
#include "vault/vault.h"

/* Every row from one person on, by table, the person first; of the file itself, where temporary
 * tables stand beside it. Respondents are people below 0. */
static const char *const from_person[SEALED_TABLES] = {
    "SELECT * FROM main.reference WHERE person >= ? ORDER BY person",
    "SELECT * FROM main.respondent WHERE respondent <= -? ORDER BY respondent DESC",
    "SELECT * FROM main.person WHERE person >= ? ORDER BY person, date, recorded, import",
    ("SELECT * FROM main.administration WHERE person >= ?"
     " ORDER BY person, instrument, date, place, time, by, recorded, import"),
    ("SELECT * FROM main.answer_words WHERE person >= ?"
     " ORDER BY person, instrument, date, place, time, by, recorded, import, item"),
    ("SELECT * FROM main.administration_source WHERE person >= ?"
     " ORDER BY person, instrument, date, place, time, by, recorded, import"),
    "SELECT * FROM main.event WHERE person >= ? ORDER BY person, n",
    ("SELECT * FROM main.goal WHERE person >= ?"
     " ORDER BY person, date, goal, instrument, time, by, recorded, import"),
    "SELECT * FROM main.note WHERE person >= ? ORDER BY person, id, recorded, import",
    ("SELECT * FROM main.consent WHERE person >= ?"
     " ORDER BY person, date, purpose, recorded, import"),
    "SELECT * FROM main.words WHERE person >= ? ORDER BY person, words",
};
enum { TABLE_RESPONDENT = 1 };

/* Every row that is nobody's, and the persons' seals. Versions of plugins count once answers were
 * given to them: scoring, which needs no key, adds others. */
static const char *const of_nobody[] = {
    "SELECT * FROM main.about ORDER BY name",
    "SELECT * FROM main.rater ORDER BY rater",
    "SELECT * FROM main.mode ORDER BY mode",
    "SELECT * FROM main.import ORDER BY import",
    "SELECT * FROM main.area ORDER BY area",
    "SELECT * FROM main.plugin WHERE answered ORDER BY plugin",
    "SELECT * FROM main.service ORDER BY service, recorded, import",
    "SELECT * FROM main.area_file ORDER BY area, recorded, import",
    ("SELECT * FROM main.collects ORDER BY area, kind, since, subtype, service_type, recorded, "
     "import"),
    "SELECT * FROM main.release ORDER BY release",
    ("SELECT look, chain FROM look WHERE look <= (SELECT CAST(value AS INTEGER) FROM about WHERE "
     "name = 'looks')"
     " ORDER BY look DESC LIMIT 1"),
    "SELECT * FROM main.seal WHERE person <> 0 ORDER BY person",
};

/* --- hashing ---------------------------------------------------------------------------------- */

/* A value with its type in front, and its length where it has one, so that no two rows are the same
 * bytes. */
static void add_column(struct text *bytes, sqlite3_stmt *stmt, int column)
{
    int type = sqlite3_column_type(stmt, column);
    char head[1 + sizeof(int64_t)] = {(char)type};
    int64_t whole = type == SQLITE_INTEGER ? sqlite3_column_int64(stmt, column) : 0;
    memcpy(head + 1, &whole, sizeof whole);
    text_add(bytes, head, type == SQLITE_INTEGER ? sizeof head : 1);
    if (type == SQLITE_INTEGER || type == SQLITE_NULL)
        return;
    const char *value = type == SQLITE_BLOB ? sqlite3_column_blob(stmt, column)
                                            : (const char *)sqlite3_column_text(stmt, column);
    int32_t length = sqlite3_column_bytes(stmt, column);
    text_add(bytes, (const char *)&length, sizeof length);
    if (length)
        text_add(bytes, value, (size_t)length);
}

static void empty_into(struct vault_hash *hash, struct text *bytes)
{
    if (bytes->length)
        vault_hash_add(hash, bytes->bytes, bytes->length);
    text_clear(bytes);
}

/* A row of one table, which is told from others by its number, into a hash: by way of the store's
 * own room, so that many small values are one large one. */
static void add_row(struct store *store, struct vault_hash *hash, int table, sqlite3_stmt *stmt)
{
    enum { FULL = 1 << 16 };
    struct text *bytes = &store->sealed;
    int columns = sqlite3_column_count(stmt);
    text_char(bytes, (char)table);
    for (int i = 0; i < columns; i++)
        add_column(bytes, stmt, i);
    if (bytes->length > FULL)
        empty_into(hash, bytes);
}

static bool add_rows(struct store *store, struct vault_hash *hash, int table, sqlite3_stmt *stmt,
                     struct fault *fault)
{
    bool row, good;
    while ((good = sql_row(stmt, &row, fault)) && row)
        add_row(store, hash, table, stmt);
    return good;
}

/* --- one person after the other --------------------------------------------------------------- */

static bool add_person(struct store *store, struct vault_hash *hash, int64_t person,
                       struct fault *fault)
{
    for (int i = 0; i < SEALED_TABLES; i++) {
        struct standing *at = &store->sealing[i];
        at->respondents = i == TABLE_RESPONDENT;
        bool good = sql_stand(store, at, from_person[i], person, fault);
        while (good && sql_stands(at)) {
            add_row(store, hash, i, at->stmt);
            good = sql_row(at->stmt, &at->row, fault);
        }
        if (!good)
            return false;
    }
    return true;
}

static bool add_query(struct store *store, struct vault_hash *hash, sqlite3 *db, int table,
                      const char *sql, struct fault *fault)
{
    sqlite3_stmt *stmt;
    bool good = sql_prepare(db, sql, &stmt, fault) && add_rows(store, hash, table, stmt, fault);
    sqlite3_finalize(stmt);
    return good;
}

static void end(struct store *store, struct vault_hash *hash, unsigned char seal[VAULT_HASH])
{
    empty_into(hash, &store->sealed);
    vault_hash_end(hash, seal);
}

static bool hash_person(struct store *store, int64_t person, unsigned char seal[VAULT_HASH],
                        struct fault *fault)
{
    struct vault_hash *hash = vault_hash_new(store->vault);
    bool good = add_person(store, hash, person, fault);
    end(store, hash, seal);
    return good;
}

static bool hash_rest(struct store *store, unsigned char seal[VAULT_HASH], struct fault *fault)
{
    struct vault_hash *hash = vault_hash_new(store->vault);
    bool good = true;
    for (size_t i = 0; i < sizeof of_nobody / sizeof *of_nobody && good; i++)
        good = add_query(store, hash, store->db, (int)i, of_nobody[i], fault);
    end(store, hash, seal);
    return good;
}

static bool hash_schema(struct store *store, sqlite3 *db, unsigned char seal[VAULT_HASH],
                        struct fault *fault)
{
    struct vault_hash *hash = vault_hash_new(store->vault);
    bool good = add_query(store, hash, db, 0,
                          "SELECT type, name, sql FROM main.sqlite_schema"
                          " WHERE name NOT LIKE 'sqlite%' ORDER BY name",
                          fault);
    end(store, hash, seal);
    return good;
}

/* --- keeping ---------------------------------------------------------------------------------- */

static bool keep(struct store *store, int64_t person, const unsigned char seal[VAULT_HASH],
                 struct fault *fault)
{
    sqlite3_stmt *stmt;
    if (!sql_kept(store, KEPT_SEAL_NEW, &stmt, fault))
        return false;
    sql_whole(stmt, 1, person);
    sqlite3_bind_blob(stmt, 2, seal, VAULT_HASH, SQLITE_STATIC);
    return sql_do(stmt, fault);
}

static int by_number(const void *left, const void *right)
{
    int64_t a = *(const int64_t *)left, b = *(const int64_t *)right;
    return (a > b) - (a < b);
}

bool seal_people(struct store *store, int64_t *people, size_t count, struct fault *fault)
{
    unsigned char seal[VAULT_HASH];
    bool good = true;
    qsort(people, count, sizeof *people, by_number);
    for (size_t i = 0; i < count && good; i++)
        good = hash_person(store, people[i], seal, fault) && keep(store, people[i], seal, fault);
    sql_let_go(store->sealing, SEALED_TABLES);
    return good;
}

/* Looks are added without the key: the seal covers those until now. */
static const char looks_until_now[] =
    "INSERT OR REPLACE INTO about (name, value) SELECT 'looks', coalesce(max(look), 0) FROM look";

bool seal_rest(struct store *store, struct fault *fault)
{
    unsigned char seal[VAULT_HASH];
    return sql_run(store->db, looks_until_now, fault) && hash_rest(store, seal, fault) &&
           keep(store, 0, seal, fault);
}

/* --- verifying -------------------------------------------------------------------------------- */

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

static bool stands(struct store *store, int64_t person, const unsigned char seal[VAULT_HASH],
                   bool *same, struct fault *fault)
{
    sqlite3_stmt *stmt;
    bool row;
    if (!sql_kept(store, KEPT_SEAL, &stmt, fault))
        return false;
    sql_whole(stmt, 1, person);
    if (!sql_row(stmt, &row, fault))
        return false;
    *same = row && sqlite3_column_bytes(stmt, 0) == VAULT_HASH &&
            memcmp(sqlite3_column_blob(stmt, 0), seal, VAULT_HASH) == 0;
    sqlite3_reset(stmt);
    return true;
}

static bool check_subject(struct verifying *at, int64_t person, const char *name,
                          struct fault *fault)
{
    unsigned char seal[VAULT_HASH];
    bool same;
    if (!hash_person(at->store, person, seal, fault) ||
        !stands(at->store, person, seal, &same, fault))
        return false;
    if (!same)
        found(at, arena_format(at->arena,
                               person > 0 ? "The record of %s was changed by something other "
                                            "than alongside."
                                          : "What was said about %s was changed by something "
                                            "other than alongside.",
                               name));
    return true;
}

static bool check_subjects(struct verifying *at, const char *sql, int64_t *count,
                           struct fault *fault)
{
    sqlite3_stmt *stmt;
    bool row = false, good = sql_prepare(at->store->db, sql, &stmt, fault);
    while (good && (good = sql_row(stmt, &row, fault)) && row) {
        good = check_subject(at, sqlite3_column_int64(stmt, 0),
                             (const char *)sqlite3_column_text(stmt, 1), fault);
        ++*count;
    }
    sqlite3_finalize(stmt);
    return good;
}

/* Rows of nobody that the store knows, in tables that do not say so themselves. */
static bool check_strays(struct verifying *at, struct fault *fault)
{
    static const char *const tables[] = {"administration", "answer_words", "administration_source",
                                         "words", "seal"};
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        char sql[240];
        int64_t any;
        sqlite3_snprintf(sizeof sql, sql,
                         "SELECT 1 FROM %s WHERE person <> 0 AND person NOT IN (SELECT person FROM"
                         " reference UNION ALL SELECT -respondent FROM respondent) LIMIT 1",
                         tables[i]);
        if (!sql_number(at->store->db, sql, 0, &any, fault))
            return false;
        if (any)
            found(at, arena_format(at->arena,
                                   "The table %s holds rows of somebody who is not in the store.",
                                   tables[i]));
    }
    return true;
}

static bool check_rest(struct verifying *at, struct fault *fault)
{
    unsigned char seal[VAULT_HASH];
    bool same;
    if (!hash_rest(at->store, seal, fault) || !stands(at->store, 0, seal, &same, fault))
        return false;
    if (!same)
        found(at,
              "What belongs to no one person (areas, services, instruments, releases, or who is "
              "in the store at all) was changed by something other than alongside.");
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
    unsigned char theirs[VAULT_HASH], ours[VAULT_HASH];
    sqlite3 *made = NULL;
    bool good = store_schema_anew(&made, fault) && hash_schema(at->store, made, ours, fault) &&
                hash_schema(at->store, at->store->db, theirs, fault);
    if (good && memcmp(ours, theirs, sizeof ours) != 0)
        found(at, "The store's tables and views are not those that alongside makes.");
    sqlite3_close(made);
    return good;
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
