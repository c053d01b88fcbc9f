/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Seals: keyed hashes over every row of content, so that a change or removal that did not come
 * through the engine shows. Whoever has no key cannot make one. A person's is one over the sum of
 * the hashes of their rows: what an import adds is added to the sum that was compared with the old
 * seal, so that what was there is read once. */
#include <stdlib.h>
#include <string.h>

#include "store/store_read.h"
#include "vault/vault.h"

/* Tables of people. What an import adds to one that names the import can be told from what was
 * there, so that a seal is renewed without reading that again. Of the file itself, where temporary
 * tables stand beside it; respondents are people below 0. */
#define FROM_PERSON(table) "SELECT * FROM main." table " WHERE person >= ? ORDER BY person"
#define OF_PEOPLE(table)                                                                           \
    {                                                                                              \
        FROM_PERSON(table), NULL                                                                   \
    }
#define OF_IMPORTS(table)                                                                          \
    {                                                                                              \
        FROM_PERSON(table), "SELECT * FROM main." table " WHERE person = ?1 AND import = ?2"       \
    }
static const struct table {
    const char *from_person, *of_import; /* the person is the first column */
} tables[SEALED_TABLES] = {
    OF_PEOPLE("reference"),
    {"SELECT * FROM main.respondent WHERE respondent <= -? ORDER BY respondent DESC", NULL},
    OF_PEOPLE("words"),
    OF_IMPORTS("person"),
    OF_IMPORTS("administration"),
    OF_IMPORTS("answer_words"),
    OF_IMPORTS("administration_source"),
    OF_IMPORTS("event"),
    OF_IMPORTS("goal"),
    OF_IMPORTS("note"),
    OF_IMPORTS("consent"),
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

/* A value that is there, with its type in front and its length where it has one, so that no two
 * rows are the same bytes. */
static void add_value(struct text *bytes, sqlite3_stmt *stmt, int column, int type)
{
    text_char(bytes, (char)type);
    if (type == SQLITE_INTEGER) {
        int64_t whole = sqlite3_column_int64(stmt, column);
        text_add(bytes, (const char *)&whole, sizeof whole);
        return;
    }
    const char *value = type == SQLITE_BLOB ? sqlite3_column_blob(stmt, column)
                                            : (const char *)sqlite3_column_text(stmt, column);
    int32_t length = sqlite3_column_bytes(stmt, column);
    text_add(bytes, (const char *)&length, sizeof length);
    if (length)
        text_add(bytes, value, (size_t)length);
}

/* So many columns say nothing, which most columns of an event do. */
static void add_empty(struct text *bytes, int *empty)
{
    if (*empty == 0)
        return;
    text_char(bytes, SQLITE_NULL);
    text_char(bytes, (char)*empty);
    *empty = 0;
}

/* A row of one table, which is told from others by its number. */
static void add_row(struct text *bytes, int table, sqlite3_stmt *stmt)
{
    int columns = sqlite3_column_count(stmt), empty = 0;
    text_char(bytes, (char)table);
    for (int i = 0; i < columns; i++) {
        int type = sqlite3_column_type(stmt, i);
        if (type == SQLITE_NULL) {
            empty++;
            continue;
        }
        add_empty(bytes, &empty);
        add_value(bytes, stmt, i, type);
    }
    add_empty(bytes, &empty);
}

static void empty_into(struct vault_hash *hash, struct text *bytes)
{
    if (bytes->length)
        vault_hash_add(hash, bytes->bytes, bytes->length);
    text_clear(bytes);
}

/* By way of the store's own room, so that many small rows are one large piece. */
static bool add_rows(struct store *store, struct vault_hash *hash, int table, sqlite3_stmt *stmt,
                     struct fault *fault)
{
    enum { FULL = 1 << 16 };
    bool row, good;
    while ((good = sql_row(stmt, &row, fault)) && row) {
        add_row(&store->sealed, table, stmt);
        if (store->sealed.length > FULL)
            empty_into(hash, &store->sealed);
    }
    return good;
}

/* --- one person after the other --------------------------------------------------------------- */

static void sum_row(struct store *store, struct vault_sum *sum, int table, sqlite3_stmt *stmt)
{
    text_clear(&store->sealed);
    add_row(&store->sealed, table, stmt);
    vault_sum_add(sum, store->vault, store->sealed.bytes, store->sealed.length);
    text_clear(&store->sealed);
}

/* Everything that the table holds of a person. */
static bool sum_all(struct store *store, struct vault_sum *sum, int table, int64_t person,
                    struct fault *fault)
{
    struct standing *at = &store->sealing[table];
    at->respondents = table == TABLE_RESPONDENT;
    bool good = sql_stand(store, at, tables[table].from_person, person, fault);
    while (good && sql_stands(at)) {
        sum_row(store, sum, table, at->stmt);
        good = sql_row(at->stmt, &at->row, fault);
    }
    return good;
}

/* What an import has added of it. */
static bool sum_new(struct store *store, struct vault_sum *sum, int table, int64_t person,
                    int64_t import, struct fault *fault)
{
    sqlite3_stmt **stmt = &store->sealing_new[table];
    bool row, good;
    if (!*stmt && !sql_prepare(store->db, tables[table].of_import, stmt, fault))
        return false;
    sqlite3_reset(*stmt);
    sql_whole(*stmt, 1, person);
    sql_whole(*stmt, 2, import);
    while ((good = sql_row(*stmt, &row, fault)) && row)
        sum_row(store, sum, table, *stmt);
    return good;
}

/* Everything of a person: what imports have added, and the rest. */
static bool sum_person(struct store *store, int64_t person, struct vault_sum *imported,
                       struct vault_sum *rest, struct fault *fault)
{
    *imported = *rest = (struct vault_sum){0};
    for (int i = 0; i < SEALED_TABLES; i++)
        if (!sum_all(store, tables[i].of_import ? imported : rest, i, person, fault))
            return false;
    return true;
}

/* Brings the sum of what imports had added to that of everything, as it is now. */
static bool sum_person_again(struct store *store, int64_t person, int64_t import,
                             struct vault_sum *sum, struct fault *fault)
{
    for (int i = 0; i < SEALED_TABLES; i++)
        if (!(tables[i].of_import ? sum_new(store, sum, i, person, import, fault)
                                  : sum_all(store, sum, i, person, fault)))
            return false;
    return true;
}

static void hash_sum(const struct store *store, const struct vault_sum *sum,
                     unsigned char seal[VAULT_HASH])
{
    struct vault_hash *hash = vault_hash_new(store->vault);
    vault_hash_add(hash, &sum->low, sizeof sum->low);
    vault_hash_add(hash, &sum->high, sizeof sum->high);
    vault_hash_end(hash, seal);
}

/* --- what is nobody's ------------------------------------------------------------------------- */

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
    const struct unsealed *a = left, *b = right;
    return (a->person > b->person) - (a->person < b->person);
}

bool seal_people(struct store *store, struct unsealed *people, size_t count, int64_t import,
                 struct fault *fault)
{
    unsigned char seal[VAULT_HASH];
    bool good = true;
    qsort(people, count, sizeof *people, by_number);
    for (size_t i = 0; i < count && good; i++) {
        struct vault_sum *sum = &people[i].before;
        good = sum_person_again(store, people[i].person, import, sum, fault);
        hash_sum(store, sum, seal);
        good = good && keep(store, people[i].person, seal, sizeof seal, fault);
    }
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

bool seal_person_stands(struct store *store, int64_t person, struct vault_sum *imported,
                        bool *stands, struct fault *fault)
{
    unsigned char was[VAULT_HASH], is[VAULT_HASH];
    struct vault_sum sum;
    if (!kept(store, person, was, sizeof was, fault) ||
        !sum_person(store, person, imported, &sum, fault))
        return false;
    vault_sum_both(&sum, imported);
    hash_sum(store, &sum, is);
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
