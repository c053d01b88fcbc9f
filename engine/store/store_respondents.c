/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who answered about an area. */
#include "store/store_read.h"

static bool read_respondent(struct store *store, sqlite3_stmt *stmt, day as_of, struct arena *arena,
                            struct stored_respondent *respondent, struct fault *fault)
{
    *respondent = (struct stored_respondent){.area = sql_copy(stmt, 1, arena),
                                             .seat = sql_copy(stmt, 2, arena),
                                             .sheet = sql_copy(stmt, 3, arena)};
    respondent->as.number = -sqlite3_column_int64(stmt, 0);
    respondent->as.ref = arena_format(arena, "%s/%s", respondent->area, respondent->seat);
    return read_administrations(store, as_of, arena, &respondent->as, fault);
}

static bool see_respondents(struct store *store, day as_of, struct arena *arena,
                            store_see_respondent *see, void *context, struct fault *fault)
{
    struct stored_respondent respondent;
    sqlite3_stmt *stmt;
    bool row = false;
    bool good = sql_prepare(store->db,
                            "SELECT respondent, ref, seat, sheet FROM respondent JOIN area USING"
                            " (area) ORDER BY ref || '/' || seat, sheet, respondent",
                            &stmt, fault);
    while (good && (good = sql_row(stmt, &row, fault)) && row)
        good = read_respondent(store, stmt, as_of, arena, &respondent, fault) &&
               see(context, &respondent, fault);
    sqlite3_finalize(stmt);
    return good;
}

bool store_respondents(struct store *store, day as_of, struct arena *arena,
                       store_see_respondent *see, void *context, struct fault *fault)
{
    bool ours;
    if (!store_read_begin(store, &ours, fault))
        return false;
    bool good = see_respondents(store, as_of, arena, see, context, fault);
    sql_let_go(store->reading, READ_TABLES);
    store_read_end(store, ours);
    return good;
}
