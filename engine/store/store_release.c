/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Releases: what area reports made public, kept so that it is printed again as it was. */
#include "store/store_private.h"

bool store_release_find(struct store *store, const char *report, int64_t area, struct days period,
                        struct arena *arena, struct release *release, bool *there,
                        struct fault *fault)
{
    sqlite3_stmt *stmt;
    *there = false;
    bool good = sql_prepare(store->db,
                            "SELECT report, version, pin, as_of, model FROM release"
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
        *release = (struct release){.report = sql_copy(stmt, 0, arena),
                                    .version = sql_copy(stmt, 1, arena),
                                    .pin = sql_copy(stmt, 2, arena),
                                    .area = area,
                                    .period = period,
                                    .as_of = (day)sqlite3_column_int64(stmt, 3),
                                    .model = sql_copy(stmt, 4, arena)};
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

bool store_release_keep(struct store *store, const struct release *release, struct fault *fault)
{
    if (!sqlite3_get_autocommit(store->db))
        return add(store, release, fault);
    /* Also beside private derived tables this is written to the store itself. */
    if (!sql_run(store->db, "BEGIN IMMEDIATE", fault))
        return false;
    bool good = add(store, release, fault);
    return sql_end(store, good, fault) && good;
}
