/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Releases: what area reports made public, kept so that it is printed again as it was. */
#include "store/store_private.h"

#define COLUMNS "report, version, pin, release.area, first, last, as_of, model"

static struct release read(sqlite3_stmt *stmt, struct arena *arena)
{
    return (struct release){
        .report = sql_copy(stmt, 0, arena),
        .version = sql_copy(stmt, 1, arena),
        .pin = sql_copy(stmt, 2, arena),
        .area = sqlite3_column_int64(stmt, 3),
        .period = {(day)sqlite3_column_int64(stmt, 4), (day)sqlite3_column_int64(stmt, 5)},
        .as_of = (day)sqlite3_column_int64(stmt, 6),
        .model = sql_copy(stmt, 7, arena)};
}

bool store_release_find(struct store *store, const char *report, int64_t area, struct days period,
                        struct arena *arena, struct release *release, bool *there,
                        struct fault *fault)
{
    sqlite3_stmt *stmt;
    *there = false;
    bool good = sql_prepare(store->db,
                            "SELECT " COLUMNS " FROM release"
                            " WHERE report = ? AND area = ? AND first = ? AND last = ?",
                            &stmt, fault);
    if (good) {
        sql_text(stmt, 1, report);
        sql_whole(stmt, 2, area);
        sql_whole(stmt, 3, period.low);
        sql_whole(stmt, 4, period.high);
        good = sql_row(stmt, there, fault);
    }
    if (*there)
        *release = read(stmt, arena);
    sqlite3_finalize(stmt);
    return good;
}

bool store_release_overlaps(struct store *store, int64_t area, struct days period,
                            struct arena *arena, struct release *release, const char **place,
                            bool *there, struct fault *fault)
{
    sqlite3_stmt *stmt;
    *there = false;
    bool good = sql_prepare(
        store->db,
        "WITH RECURSIVE"
        " ever(area, within) AS (SELECT a.area, o.area FROM area_file AS f"
        "  JOIN area AS a ON a.ref = f.area JOIN area AS o ON o.ref = f.within),"
        " outer_area(area) AS (SELECT ?1 UNION SELECT e.within FROM ever AS e"
        "  JOIN outer_area AS o ON e.area = o.area),"
        " inner_area(area) AS (SELECT ?1 UNION SELECT e.area FROM ever AS e"
        "  JOIN inner_area AS i ON e.within = i.area)"
        "SELECT " COLUMNS ", ref FROM release JOIN area ON area.area = release.area"
        " WHERE release.area IN (SELECT area FROM outer_area UNION SELECT area FROM inner_area)"
        " AND first <= ?3 AND last >= ?2 ORDER BY release LIMIT 1",
        &stmt, fault);
    if (good) {
        sql_whole(stmt, 1, area);
        sql_whole(stmt, 2, period.low);
        sql_whole(stmt, 3, period.high);
        good = sql_row(stmt, there, fault);
    }
    if (*there) {
        *release = read(stmt, arena);
        *place = sql_copy(stmt, 8, arena);
    }
    sqlite3_finalize(stmt);
    return good;
}

static bool add(struct store *store, const struct release *release, struct fault *fault)
{
    sqlite3_stmt *stmt;
    bool good = sql_prepare(store->db,
                            "INSERT INTO release (report, version, pin, area, first, last,"
                            " as_of, model) VALUES (?,?,?,?,?,?,?,?)",
                            &stmt, fault);
    if (good) {
        sql_text(stmt, 1, release->report);
        sql_text(stmt, 2, release->version);
        sql_text(stmt, 3, release->pin);
        sql_whole(stmt, 4, release->area);
        sql_whole(stmt, 5, release->period.low);
        sql_whole(stmt, 6, release->period.high);
        sql_whole(stmt, 7, release->as_of);
        sql_text(stmt, 8, release->model);
        good = sql_do(stmt, fault);
    }
    sqlite3_finalize(stmt);
    return good;
}

/* Another run may have released the same people and days since this one looked. */
static bool add_if_free(struct store *store, const struct release *release, struct fault *fault)
{
    struct arena *arena = arena_new();
    struct release other;
    const char *place;
    bool there;
    bool good = store_release_overlaps(store, release->area, release->period, arena, &other, &place,
                                       &there, fault);
    if (good && there)
        good = fault_set(fault, FAULT_BUSY,
                         "%s of %s was made public by another run while this one was at work, with "
                         "some of the same people and days. Nothing was made public by this one: "
                         "ask again.",
                         other.report, place);
    arena_free(arena);
    return good && add(store, release, fault);
}

bool store_release_keep(struct store *store, const struct release *release, struct fault *fault)
{
    if (!store_unlocked(store, fault))
        return false;
    if (!sqlite3_get_autocommit(store->db))
        return add_if_free(store, release, fault) && seal_rest(store, fault);
    /* Also beside private derived tables this is written to the store itself. */
    if (!sql_run(store->db, "BEGIN IMMEDIATE", fault))
        return false;
    bool good = add_if_free(store, release, fault) && seal_rest(store, fault);
    return sql_end(store, good, fault) && good;
}
