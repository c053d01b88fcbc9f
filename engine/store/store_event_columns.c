/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which columns of events are worth reading. An event has more columns than any one source fills,
 * and SQLite takes longer over those that are empty than over those that are not; so each import
 * keeps which its events say something in, and nobody asks for the others. */
#include <string.h>

#include "store/store_import.h"

/* --- kept by an import ------------------------------------------------------------------------ */

void event_columns_note(struct import *import, const char *const *columns)
{
    for (size_t i = 0; i < EVENT_COLUMN_COUNT; i++)
        import->event_columns[i] |= columns[i] != NULL;
}

bool event_columns_keep(const struct import *import, struct fault *fault)
{
    struct text names = {0};
    sqlite3_stmt *stmt;
    text_put(&names, "");
    for (size_t i = 0; i < EVENT_COLUMN_COUNT; i++)
        if (import->event_columns[i])
            text_format(&names, "%s%s", names.length ? " " : "", event_column[i].name);
    bool good = sql_prepare(import->store->db,
                            "UPDATE import SET event_columns = ? WHERE import = ?", &stmt, fault);
    if (good) {
        sql_text(stmt, 1, names.bytes);
        sql_whole(stmt, 2, import->number);
        good = sql_do(stmt, fault);
    }
    sqlite3_finalize(stmt);
    text_free(&names);
    return good;
}

/* --- asked for by a reader -------------------------------------------------------------------- */

static bool read_used(struct store *store, bool *used, struct fault *fault)
{
    sqlite3_stmt *stmt;
    bool row = false;
    bool good = sql_prepare(store->db, "SELECT DISTINCT event_columns FROM import", &stmt, fault);
    while (good && (good = sql_row(stmt, &row, fault)) && row) {
        const char *names = (const char *)sqlite3_column_text(stmt, 0);
        for (size_t i = 0; i < EVENT_COLUMN_COUNT; i++)
            used[i] |= text_has_word(names, event_column[i].name);
    }
    sqlite3_finalize(stmt);
    return good;
}

static void list(struct event_columns *columns, const bool *used)
{
    *columns = (struct event_columns){0};
    for (size_t i = 0; i < EVENT_COLUMN_COUNT; i++)
        if (used[i])
            columns->which[columns->count++] = (unsigned char)i;
}

static bool same(const struct event_columns *a, const struct event_columns *b)
{
    return a->count == b->count && memcmp(a->which, b->which, a->count) == 0;
}

bool event_columns_prepare(struct store *store, struct fault *fault)
{
    bool used[EVENT_COLUMN_COUNT] = {false};
    struct event_columns columns;
    sqlite3_stmt **stmt = &store->reading[READ_EVENTS].stmt;
    if (!read_used(store, used, fault))
        return false;
    list(&columns, used);
    if (*stmt && same(&columns, &store->event_columns))
        return true;
    struct text sql = {0};
    text_put(&sql, "SELECT person, n, k, import, recorded, id, date, kind");
    for (size_t i = 0; i < columns.count; i++)
        text_format(&sql, ", \"%s\"", event_column[columns.which[i]].name);
    text_put(&sql, " FROM event WHERE person >= ? ORDER BY person, n");
    sqlite3_finalize(*stmt);
    bool good = sql_prepare(store->db, sql.bytes, stmt, fault);
    text_free(&sql);
    store->event_columns = columns;
    return good;
}
