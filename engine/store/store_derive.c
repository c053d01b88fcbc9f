/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One transaction of deriving: of whom something is worked out anew, and with what it is. */
#include <stdlib.h>
#include <string.h>

#include "store/store_read.h"

/* --- beginning -------------------------------------------------------------------------------- */

static bool run_with(struct store *store, const char *sql, int64_t number, const char *text,
                     const char *more, struct fault *fault)
{
    sqlite3_stmt *stmt;
    bool good = sql_prepare(store->db, sql, &stmt, fault);
    if (good) {
        sql_whole(stmt, 1, number);
        if (text)
            sql_text(stmt, 2, text);
        if (more)
            sql_text(stmt, 3, more);
        good = sql_do(stmt, fault);
    }
    sqlite3_finalize(stmt);
    return good;
}

/* With everybody to work out, nobody stands in the table: that would cost a row a person. */
static bool start_again(struct store *store, struct fault *fault)
{
    store->emptied = !store->only;
    return sql_run(store->db,
                   "DELETE FROM score; DELETE FROM finding; DELETE FROM touched;"
                   "DELETE FROM failed; DELETE FROM due;",
                   fault) &&
           (store->emptied ||
            sql_run(store->db, "INSERT INTO touched SELECT person FROM reference", fault));
}

bool store_derived_day(struct store *store, day *as_of, struct fault *fault)
{
    int64_t number;
    if (!sql_number(store->db, "SELECT value FROM derived WHERE name = 'as_of'", DAY_NONE, &number,
                    fault))
        return false;
    *as_of = (day)number;
    return true;
}

/* A clock that was ahead recorded rows for a day that was still to come. They stand from that day
 * on, which is nobody's next date; what was collected is to be gathered again then, too. */
static bool rows_have_come(struct store *store, day as_of, bool *come, struct fault *fault)
{
    int64_t ahead;
    bool good = sql_number(store->db, "SELECT value FROM derived WHERE name = 'ahead'", DAY_LAST,
                           &ahead, fault);
    *come = good && ahead <= as_of;
    return good;
}

static bool bring_up_to(struct store *store, const struct derive_how *how, struct fault *fault)
{
    day before;
    bool come;
    if (how->person && !person_number(store, how->person, &store->only, fault))
        return false;
    if (!store_derived_day(store, &before, fault) ||
        !rows_have_come(store, how->as_of, &come, fault))
        return false;
    if (before == DAY_NONE || before > how->as_of || come || (how->rebuild && !how->person))
        return sql_run(store->db, "DELETE FROM derived; DELETE FROM collected;", fault) &&
               start_again(store, fault);
    return (before == how->as_of ||
            run_with(store, "INSERT OR IGNORE INTO touched SELECT person FROM due WHERE date <= ?",
                     how->as_of, NULL, NULL, fault)) &&
           (!how->rebuild || run_with(store, "INSERT OR IGNORE INTO touched VALUES (?)",
                                      store->only, NULL, NULL, fault));
}

bool store_derive_begin(struct store *store, const struct derive_how *how, struct fault *fault)
{
    store->emptied = false;
    store->only = 0;
    if (!sql_begin(store, fault))
        return false;
    if (!how || bring_up_to(store, how, fault))
        return true;
    store_derive_end(store, false, NULL);
    return false;
}

bool store_derive_end(struct store *store, bool keep, struct fault *fault)
{
    store->emptied = false;
    store->only = 0;
    return sql_end(store, keep, fault);
}

/* --- with what -------------------------------------------------------------------------------- */

bool store_derived_with(struct store *store, struct arena *arena, struct derived_with **list,
                        size_t *count, struct fault *fault)
{
    sqlite3_stmt *stmt;
    size_t room = 0;
    bool row = false;
    *list = NULL;
    *count = 0;
    bool good = sql_prepare(store->db,
                            "SELECT name, value FROM derived WHERE name NOT IN ('as_of', 'ahead')"
                            " ORDER BY name",
                            &stmt, fault);
    while (good && (good = sql_row(stmt, &row, fault)) && row) {
        *list = arena_grow(arena, *list, *count, &room, sizeof **list);
        (*list)[(*count)++] =
            (struct derived_with){sql_copy(stmt, 0, arena), sql_copy(stmt, 1, arena)};
    }
    sqlite3_finalize(stmt);
    return good;
}

bool store_derive_with(struct store *store, day as_of, const struct derived_with *list,
                       size_t count, struct fault *fault)
{
    sqlite3_stmt *stmt = NULL;
    bool good =
        sql_run(store->db, "DELETE FROM derived", fault) &&
        run_with(store, "INSERT INTO derived (name, value) VALUES ('as_of', ?)", as_of, NULL, NULL,
                 fault) &&
        run_with(store,
                 "INSERT INTO derived (name, value) SELECT 'ahead', min(recorded) FROM import"
                 " WHERE recorded > ? HAVING min(recorded) IS NOT NULL",
                 as_of, NULL, NULL, fault) &&
        sql_prepare(store->db, "INSERT INTO derived (name, value) VALUES (?,?)", &stmt, fault);
    for (size_t i = 0; good && i < count; i++) {
        sql_text(stmt, 1, list[i].name);
        sql_text(stmt, 2, list[i].value);
        good = sql_do(stmt, fault);
    }
    sqlite3_finalize(stmt);
    return good;
}

/* --- whom it concerns ------------------------------------------------------------------------- */

bool store_touch_everyone(struct store *store, struct fault *fault)
{
    return store->emptied || start_again(store, fault);
}

bool store_touch_answered(struct store *store, const char *instrument, const char *version,
                          struct fault *fault)
{
    return store->emptied ||
           run_with(store,
                    "INSERT OR IGNORE INTO touched SELECT DISTINCT person FROM administration"
                    " WHERE person > ?1 AND instrument IN (SELECT plugin FROM plugin WHERE"
                    "  kind = 'instrument' AND id = ?2 AND version = coalesce(?3, version))",
                    0, instrument, version, fault);
}

/* Who was ever there is touched, also who has moved since: that is always enough. Who is said to be
 * nowhere from the beginning is in the area given to init. */
bool store_touch_area(struct store *store, const char *area, struct fault *fault)
{
    static const char there[] =
        "INSERT OR IGNORE INTO touched SELECT person FROM person WHERE ?1 = 0"
        " AND area = (SELECT area FROM area WHERE ref = ?2)";
    static const char nowhere[] =
        "INSERT OR IGNORE INTO touched SELECT person FROM reference r WHERE ?1 = 0 AND NOT EXISTS"
        " (SELECT 1 FROM person p WHERE p.person = r.person AND date = '' AND area IS NOT NULL)";
    bool from_init = area ? store->area && strcmp(area, store->area) == 0 : !store->area;
    if (store->emptied)
        return true;
    return (!area || run_with(store, there, 0, area, NULL, fault)) &&
           (!from_init || run_with(store, nowhere, 0, NULL, NULL, fault));
}
