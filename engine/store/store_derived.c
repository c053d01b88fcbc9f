/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing what is derived of one person: one row of scores, one of findings, and their next day. */
#include "store/store_list.h"
#include "store/store_private.h"

/* --- one person ------------------------------------------------------------------------------- */

static bool write_scores(struct store *store, const struct derived_row *row, struct fault *fault)
{
    sqlite3_stmt *stmt;
    if (!row->scores)
        return true;
    if (!sql_kept(store, KEPT_SCORE_NEW, &stmt, fault))
        return false;
    sql_whole(stmt, 1, row->person);
    sql_text(stmt, 2, row->scores);
    return sql_do(stmt, fault);
}

static bool write_findings(struct store *store, const struct derived_row *row, struct fault *fault)
{
    sqlite3_stmt *stmt;
    if (!row->finding_count)
        return true;
    if (!pack_findings(row->findings, row->finding_count, &store->findings, &store->names, fault))
        return false;
    if (!sql_kept(store, KEPT_FINDINGS_NEW, &stmt, fault))
        return false;
    sql_whole(stmt, 1, row->person);
    sql_text(stmt, 2, store->findings.bytes);
    sqlite3_bind_blob(stmt, 3, store->names.bytes, (int)store->names.length, SQLITE_STATIC);
    return sql_do(stmt, fault);
}

static bool run_for(struct store *store, enum kept which, int64_t person, struct fault *fault)
{
    sqlite3_stmt *stmt;
    if (!sql_kept(store, which, &stmt, fault))
        return false;
    sql_whole(stmt, 1, person);
    return sql_do(stmt, fault);
}

/* Nobody who is worked out for the first time has anything to take away. */
static bool take_away(struct store *store, int64_t person, struct fault *fault)
{
    static const enum kept which[] = {KEPT_SCORE_GONE, KEPT_FINDINGS_GONE, KEPT_UNTOUCH,
                                      KEPT_FAILED_GONE, KEPT_DUE_GONE};
    for (size_t i = 0; !store->emptied && i < sizeof which / sizeof *which; i++)
        if (!run_for(store, which[i], person, fault))
            return false;
    return true;
}

static bool write_due(struct store *store, const struct derived_row *row, struct fault *fault)
{
    sqlite3_stmt *stmt;
    if (row->next == DAY_NONE)
        return true;
    if (!sql_kept(store, KEPT_DUE_NEW, &stmt, fault))
        return false;
    sql_whole(stmt, 1, row->person);
    sql_whole(stmt, 2, row->next);
    return sql_do(stmt, fault);
}

bool store_derive_person(struct store *store, const struct derived_row *row, struct fault *fault)
{
    return take_away(store, row->person, fault) && write_scores(store, row, fault) &&
           write_findings(store, row, fault) && write_due(store, row, fault) &&
           (row->settled || run_for(store, KEPT_FAILED_NEW, row->person, fault));
}

/* --- apart ------------------------------------------------------------------------------------ */

/* SQLite looks for a name among the temporary tables first, so every statement of this connection
 * uses these instead. They live in a file of mode 0600 that SQLite unlinks as it opens it. Versions
 * of plugins are among them, because a version may be met here that nothing kept was made with. */
static const char apart_sql[] =
    "BEGIN;"
    "CREATE TEMP TABLE touched (person INTEGER PRIMARY KEY);"
    "CREATE TEMP TABLE failed (person INTEGER PRIMARY KEY);"
    "CREATE TEMP TABLE due (person INTEGER PRIMARY KEY, date INTEGER);"
    "CREATE TEMP TABLE derived (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;"
    "CREATE TEMP TABLE collected (area TEXT, kind TEXT, since INTEGER, person INTEGER,"
    " PRIMARY KEY (area, kind)) WITHOUT ROWID;"
    "CREATE TEMP TABLE score (person INTEGER PRIMARY KEY, scores TEXT);"
    "CREATE TEMP TABLE finding (person INTEGER PRIMARY KEY, findings TEXT, names BLOB);"
    "CREATE TEMP TABLE scale (instrument INTEGER, n INTEGER, id TEXT, PRIMARY KEY (instrument, n));"
    "INSERT INTO temp.scale SELECT instrument, n, id FROM main.scale;"
    "CREATE TEMP TABLE plugin (plugin INTEGER PRIMARY KEY, kind TEXT, id TEXT, version TEXT, pin "
    "TEXT,"
    " fingerprint TEXT, source TEXT, items TEXT, UNIQUE (kind, id, version));"
    "INSERT INTO temp.plugin SELECT plugin, kind, id, version, pin, fingerprint, source, items"
    " FROM main.plugin;"
    "COMMIT;";

bool store_derive_apart(struct store *store, struct fault *fault)
{
    if (store->apart)
        return true;
    store->apart = sql_run(store->db, "PRAGMA temp_store = FILE", fault) &&
                   sql_run(store->db, apart_sql, fault);
    if (!store->apart)
        sql_end(store, false, NULL);
    return store->apart;
}
