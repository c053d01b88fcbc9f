/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who looked at whom: rows that are only added, each with a hash over itself and the one before it.
 */
#include <string.h>

#include "store/store_read.h"
#include "vault/vault.h"

enum { CHAIN = 65 };

static void chain(char hex[CHAIN], int64_t on, int64_t person, const char *who, const char *what)
{
    struct text whole = {0};
    text_format(&whole, "%s\n%lld\n%lld\n%s\n%s", hex, (long long)on, (long long)person, who, what);
    vault_fingerprint(whole.bytes, whole.length, hex);
    text_free(&whole);
}

static bool last_chain(struct store *store, char hex[CHAIN], struct fault *fault)
{
    sqlite3_stmt *stmt;
    bool row = false;
    bool good =
        sql_prepare(store->db, "SELECT chain FROM look ORDER BY look DESC LIMIT 1", &stmt, fault) &&
        sql_row(stmt, &row, fault);
    hex[0] = '\0';
    if (row)
        sqlite3_snprintf(CHAIN, hex, "%s", (const char *)sqlite3_column_text(stmt, 0));
    sqlite3_finalize(stmt);
    return good;
}

static void bind_look(sqlite3_stmt *stmt, const struct look *look, int64_t person)
{
    sql_whole(stmt, 1, look->on);
    sql_whole(stmt, 2, person);
    sql_text(stmt, 3, look->who);
    sql_text(stmt, 4, look->what);
}

static bool is_there(struct store *store, const struct look *look, int64_t person, bool *there,
                     struct fault *fault)
{
    sqlite3_stmt *stmt;
    bool good = sql_prepare(store->db,
                            "SELECT 1 FROM look WHERE day = ? AND person IS nullif(?, 0) AND"
                            " who = ? AND what = ?",
                            &stmt, fault);
    if (good) {
        bind_look(stmt, look, person);
        good = sql_row(stmt, there, fault);
    }
    sqlite3_finalize(stmt);
    return good;
}

static bool add(struct store *store, const struct look *look, int64_t person, struct fault *fault)
{
    char hex[CHAIN];
    sqlite3_stmt *stmt;
    if (!last_chain(store, hex, fault))
        return false;
    chain(hex, look->on, person, look->who, look->what);
    bool good = sql_prepare(store->db,
                            "INSERT INTO look (day, person, who, what, chain)"
                            " VALUES (?,nullif(?, 0),?,?,?)",
                            &stmt, fault);
    if (good) {
        bind_look(stmt, look, person);
        sql_text(stmt, 5, hex);
        good = sql_do(stmt, fault);
    }
    sqlite3_finalize(stmt);
    return good;
}

bool store_look(struct store *store, const struct look *look, struct fault *fault)
{
    int64_t person = 0;
    bool there = false;
    if (!sql_run(store->db, "BEGIN IMMEDIATE", fault))
        return false;
    bool good = (!look->ref || person_number(store, look->ref, &person, fault)) &&
                is_there(store, look, person, &there, fault) &&
                (there || add(store, look, person, fault));
    return sql_end(store, good, fault) && good;
}

/* An export of everybody held what was recorded of them by its day. */
static const char looks_sql[] =
    "SELECT day, who, what, person IS NULL FROM look"
    " WHERE day < ?2 AND (person = ?1 OR (person IS NULL AND day >="
    "  (SELECT min(recorded) FROM (SELECT recorded FROM person WHERE person = ?1 UNION ALL"
    "   SELECT recorded FROM administration WHERE person = ?1 UNION ALL"
    "   SELECT recorded FROM event WHERE person = ?1))))"
    " ORDER BY day DESC, look";

bool store_looks(struct store *store, const char *ref, day before, struct arena *arena,
                 struct stored_look **looks, size_t *count, struct fault *fault)
{
    sqlite3_stmt *stmt = NULL;
    int64_t person;
    size_t room = 0;
    bool row;
    *looks = NULL;
    *count = 0;
    bool good = person_number(store, ref, &person, fault) &&
                sql_prepare(store->db, looks_sql, &stmt, fault);
    if (good) {
        sql_whole(stmt, 1, person);
        sql_whole(stmt, 2, before);
    }
    while (good && (good = sql_row(stmt, &row, fault)) && row) {
        *looks = arena_grow(arena, *looks, *count, &room, sizeof **looks);
        (*looks)[(*count)++] =
            (struct stored_look){(day)sqlite3_column_int64(stmt, 0), sql_copy(stmt, 1, arena),
                                 sql_copy(stmt, 2, arena), sqlite3_column_int(stmt, 3)};
    }
    sqlite3_finalize(stmt);
    return good;
}

bool looks_unbroken(struct store *store, bool *unbroken, struct fault *fault)
{
    char hex[CHAIN] = "";
    sqlite3_stmt *stmt;
    bool row = false;
    bool good = sql_prepare(store->db,
                            "SELECT day, coalesce(person, 0), who, what, chain FROM look"
                            " ORDER BY look",
                            &stmt, fault);
    *unbroken = true;
    while (good && (good = sql_row(stmt, &row, fault)) && row) {
        chain(hex, sqlite3_column_int64(stmt, 0), sqlite3_column_int64(stmt, 1),
              (const char *)sqlite3_column_text(stmt, 2),
              (const char *)sqlite3_column_text(stmt, 3));
        *unbroken = *unbroken && strcmp(hex, (const char *)sqlite3_column_text(stmt, 4)) == 0;
    }
    sqlite3_finalize(stmt);
    return good;
}
