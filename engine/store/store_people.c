/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who there is, and where: people by reference, areas, and how many may be counted. */
#include <stdlib.h>
#include <string.h>

#include "store/store_read.h"

/* Whom a deriving works out: nobody stands in a table of theirs once everything was thrown away. */
static const char *whom_sql(const struct store *store, enum store_whom whom)
{
    if (whom == STORE_EVERYONE || store->emptied)
        return "SELECT person FROM reference ORDER BY ref";
    return store->only ? "SELECT person FROM (SELECT person FROM touched UNION SELECT person FROM"
                         " failed) WHERE person = ?"
                       : "SELECT person FROM (SELECT person FROM touched UNION SELECT person FROM"
                         " failed) JOIN reference USING (person) ORDER BY ref";
}

bool store_people(struct store *store, enum store_whom whom, int64_t **people, size_t *count,
                  struct fault *fault)
{
    sqlite3_stmt *stmt;
    size_t room = 0;
    bool row = false;
    *people = NULL;
    *count = 0;
    bool good = sql_prepare(store->db, whom_sql(store, whom), &stmt, fault);
    if (good && sqlite3_bind_parameter_count(stmt))
        sql_whole(stmt, 1, store->only);
    while (good && (good = sql_row(stmt, &row, fault)) && row) {
        if (*count == room) {
            room = room ? 2 * room : 1024;
            *people = memory_again(*people, room * sizeof **people);
        }
        (*people)[(*count)++] = sqlite3_column_int64(stmt, 0);
    }
    sqlite3_finalize(stmt);
    return good;
}

bool store_derive_people(struct store *store, int64_t **people, size_t *count, struct fault *fault)
{
    return store_people(store, STORE_TOUCHED, people, count, fault);
}

/* --- the nearest name ------------------------------------------------------------------------- */

/* The nearest first column of a query that gives names, in the arena; NULL when none is near. */
static bool nearest(struct store *store, const char *sql, const char *word, struct arena *arena,
                    const char **found, struct fault *fault)
{
    sqlite3_stmt *stmt;
    bool row = false, good = sql_prepare(store->db, sql, &stmt, fault);
    size_t length = strlen(word);
    *found = NULL;
    while (good && (good = sql_row(stmt, &row, fault)) && row) {
        const char *names[2] = {*found, (const char *)sqlite3_column_text(stmt, 0)};
        size_t other = (size_t)sqlite3_column_bytes(stmt, 0);
        if (other + 3 < length || length + 3 < other)
            continue; /* farther away than any name that counts as near */
        const char *better =
            *found ? text_nearest(word, names, 2) : text_nearest(word, names + 1, 1);
        if (better && better != *found)
            *found = arena_text(arena, better);
    }
    sqlite3_finalize(stmt);
    return good;
}

static bool not_there(struct store *store, const char *what, const char *sql, const char *ref,
                      struct fault *fault)
{
    struct arena *arena = arena_new();
    const char *near;
    if (nearest(store, sql, ref, arena, &near, fault)) {
        if (near)
            fault_set(fault, FAULT_NO_FILE,
                      "There is no %s \"%s\" in the store. The nearest is \"%s\".", what, ref,
                      near);
        else
            fault_set(fault, FAULT_NO_FILE,
                      "There is no %s \"%s\" in the store, and none with a name like "
                      "it. See how your files write it.",
                      what, ref);
    }
    arena_free(arena);
    return false;
}

bool person_number(struct store *store, const char *ref, int64_t *number, struct fault *fault)
{
    sqlite3_stmt *stmt;
    bool row;
    if (!sql_kept(store, KEPT_REFERENCE, &stmt, fault))
        return false;
    sql_text(stmt, 1, ref);
    if (!sql_row(stmt, &row, fault))
        return false;
    if (!row)
        return not_there(store, "person", "SELECT ref FROM reference ORDER BY ref", ref, fault);
    *number = sqlite3_column_int64(stmt, 0);
    sqlite3_reset(stmt);
    return true;
}

/* --- areas ------------------------------------------------------------------------------------ */

bool store_area_number(struct store *store, const char *ref, int64_t *number, struct fault *fault)
{
    sqlite3_stmt *stmt;
    bool row;
    if (!sql_kept(store, KEPT_AREA, &stmt, fault))
        return false;
    sql_text(stmt, 1, ref);
    if (!sql_row(stmt, &row, fault))
        return false;
    if (!row)
        return not_there(store, "area", "SELECT ref FROM area ORDER BY ref", ref, fault);
    *number = sqlite3_column_int64(stmt, 0);
    sqlite3_reset(stmt);
    return true;
}

bool store_area_within(struct store *store, const char *area, const char *within, bool *yes,
                       struct fault *fault)
{
    *yes = area && within && strcmp(area, within) == 0;
    if (*yes || !area || !within)
        return true;
    sqlite3_stmt *stmt;
    bool good =
        sql_prepare(store->db,
                    "WITH RECURSIVE up(area) AS (SELECT within FROM area_now WHERE ref = ?1 UNION"
                    " SELECT a.within FROM up JOIN area_now a USING (area))"
                    " SELECT 1 FROM up JOIN area USING (area) WHERE area.ref = ?2",
                    &stmt, fault);
    if (good) {
        sql_text(stmt, 1, area);
        sql_text(stmt, 2, within);
        good = sql_row(stmt, yes, fault);
    }
    sqlite3_finalize(stmt);
    return good;
}

/* --- how many --------------------------------------------------------------------------------- */

bool store_count_people(struct store *store, int64_t *all, int64_t *sharing, struct fault *fault)
{
    return sql_number(store->db, "SELECT count(*) FROM reference", 0, all, fault) &&
           sql_number(store->db, "SELECT count(*) FROM shares_now WHERE shares = 'yes'", 0, sharing,
                      fault);
}

bool store_count_touched(struct store *store, int64_t *touched, int64_t *failed,
                         struct fault *fault)
{
    return sql_number(store->db, "SELECT count(*) FROM touched", 0, touched, fault) &&
           sql_number(
               store->db,
               "SELECT count(*) FROM failed WHERE person NOT IN (SELECT person FROM touched)", 0,
               failed, fault);
}
