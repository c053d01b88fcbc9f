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
static const struct part {
    const char *what, *sql;
} of_nobody[] = {
    {"What the store says of itself", "SELECT * FROM main.about ORDER BY name"},
    {"The list of who may answer", "SELECT * FROM main.rater ORDER BY rater"},
    {"The list of how it may be asked", "SELECT * FROM main.mode ORDER BY mode"},
    {"The list of imports", "SELECT * FROM main.import ORDER BY import"},
    {"The list of areas", "SELECT * FROM main.area ORDER BY area"},
    {"An instrument that answers were given to",
     "SELECT * FROM main.plugin WHERE answered ORDER BY plugin"},
    {"The list of services", "SELECT * FROM main.service ORDER BY service, recorded, import"},
    {"Which area is within which", "SELECT * FROM main.area_file ORDER BY area, recorded, import"},
    {"What is collected where",
     "SELECT * FROM main.collects ORDER BY area, kind, since, subtype, service_type, recorded,"
     " import"},
    {"The ledger of releases", "SELECT * FROM main.release ORDER BY release"},
    {"Who looked at whom",
     "SELECT look, chain FROM look WHERE look <= (SELECT CAST(value AS INTEGER) FROM about WHERE"
     " name = 'looks') ORDER BY look DESC LIMIT 1"},
    {"Who is in the store", "SELECT * FROM main.seal WHERE person <> 0 ORDER BY person"},
};
enum { PARTS = sizeof of_nobody / sizeof *of_nobody };

/* A hash of each part, so that it can be said which one was changed, and then one over these, so
 * that none of them can be put back to an earlier one. */
struct rest {
    unsigned char hashes[PARTS + 1][VAULT_HASH];
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

static bool hash_part(struct store *store, int part, unsigned char seal[VAULT_HASH],
                      struct fault *fault)
{
    struct vault_hash *hash = vault_hash_new(store->vault);
    bool good = add_query(store, hash, store->db, part, of_nobody[part].sql, fault);
    end(store, hash, seal);
    return good;
}

static bool hash_rest(struct store *store, struct rest *rest, struct fault *fault)
{
    for (int i = 0; i < PARTS; i++)
        if (!hash_part(store, i, rest->hashes[i], fault))
            return false;
    struct vault_hash *hash = vault_hash_new(store->vault);
    vault_hash_add(hash, rest->hashes, sizeof rest->hashes[0] * PARTS);
    vault_hash_end(hash, rest->hashes[PARTS]);
    return true;
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

static bool keep(struct store *store, int64_t person, const void *seal, size_t length,
                 struct fault *fault)
{
    sqlite3_stmt *stmt;
    if (!sql_kept(store, KEPT_SEAL_NEW, &stmt, fault))
        return false;
    sql_whole(stmt, 1, person);
    sqlite3_bind_blob(stmt, 2, seal, (int)length, SQLITE_STATIC);
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
        good = hash_person(store, people[i], seal, fault) &&
               keep(store, people[i], seal, sizeof seal, fault);
    sql_let_go(store->sealing, SEALED_TABLES);
    return good;
}

/* Looks are added without the key: the seal covers those until now. */
static const char looks_until_now[] =
    "INSERT OR REPLACE INTO about (name, value) SELECT 'looks', coalesce(max(look), 0) FROM look";

bool seal_rest(struct store *store, struct fault *fault)
{
    struct rest rest;
    return sql_run(store->db, looks_until_now, fault) && hash_rest(store, &rest, fault) &&
           keep(store, 0, &rest, sizeof rest, fault);
}

/* --- comparing -------------------------------------------------------------------------------- */

/* The seal that is there, where it has that length; else zeros, which no hash is. */
static bool kept(struct store *store, int64_t person, void *seal, size_t length,
                 struct fault *fault)
{
    sqlite3_stmt *stmt;
    bool row;
    memset(seal, 0, length);
    if (!sql_kept_row(store, KEPT_SEAL, person, &stmt, &row, fault))
        return false;
    if (row && (size_t)sqlite3_column_bytes(stmt, 0) == length)
        memcpy(seal, sqlite3_column_blob(stmt, 0), length);
    sqlite3_reset(stmt);
    return true;
}

bool seal_person_stands(struct store *store, int64_t person, bool *stands, struct fault *fault)
{
    unsigned char was[VAULT_HASH], is[VAULT_HASH];
    if (!kept(store, person, was, sizeof was, fault) || !hash_person(store, person, is, fault))
        return false;
    *stands = memcmp(was, is, sizeof is) == 0;
    return true;
}

bool seal_rest_stands(struct store *store, struct arena *arena, const char ***changed,
                      size_t *count, struct fault *fault)
{
    struct rest was, is;
    *changed = arena_array(arena, PARTS, sizeof **changed);
    *count = 0;
    if (!kept(store, 0, &was, sizeof was, fault) || !hash_rest(store, &is, fault))
        return false;
    for (int i = 0; i < PARTS; i++)
        if (memcmp(was.hashes[i], is.hashes[i], VAULT_HASH) != 0)
            (*changed)[(*count)++] = of_nobody[i].what;
    bool whole = memcmp(was.hashes[PARTS], is.hashes[PARTS], VAULT_HASH) == 0;
    if ((!whole && *count == 0) || *count == PARTS) {
        (*changed)[0] = "The seal of what belongs to no one person";
        *count = 1;
    }
    return true;
}

bool seal_schema_stands(struct store *store, bool *stands, struct fault *fault)
{
    unsigned char theirs[VAULT_HASH], ours[VAULT_HASH];
    sqlite3 *made = NULL;
    bool good = store_schema_anew(&made, fault) && hash_schema(store, made, ours, fault) &&
                hash_schema(store, store->db, theirs, fault);
    *stands = good && memcmp(ours, theirs, sizeof ours) == 0;
    sqlite3_close(made);
    return good;
}
