/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/store_private.h"

/* --- faults ----------------------------------------------------------------------------------- */

static const char *file_of(sqlite3 *db)
{
    const char *name = db ? sqlite3_db_filename(db, "main") : NULL;
    return name && *name ? name : "the store";
}

bool sql_fault(sqlite3 *db, struct fault *fault)
{
    const char *file = file_of(db);
    const char *why = sqlite3_errmsg(db);
    switch (sqlite3_errcode(db) & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return fault_set(fault, FAULT_BUSY,
                         "%s is being written by another program just now. Nothing was "
                         "changed; try again when that has ended.",
                         file);
    case SQLITE_NOTADB:
        return fault_set(fault, FAULT_DATA,
                         "%s is no database, so it is no store of alongside. Name the "
                         "store with --store, or make one with: alongside init",
                         file);
    case SQLITE_CORRUPT:
        return fault_set(fault, FAULT_DATA,
                         "%s is damaged: %s. Bring back a copy of it, with the key "
                         "that belongs to it.",
                         file, why);
    case SQLITE_FULL:
    case SQLITE_IOERR:
        return fault_set(fault, FAULT_IO,
                         "%s cannot be written: %s. Nothing was changed; make room on "
                         "its disk and try again.",
                         file, why);
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
        return fault_set(fault, FAULT_CREATE,
                         "%s cannot be used: %s. Nothing was changed. The store, its folder and "
                         "the files beside it that end in -wal and -shm must be yours to write in.",
                         file, why);
    default:
        return fault_set(fault, FAULT_OURS,
                         "%s: SQLite says \"%s\", which should never happen. "
                         "This is our fault; nothing was changed.",
                         file, why);
    }
}

/* --- statements ------------------------------------------------------------------------------- */

bool sql_run(sqlite3 *db, const char *sql, struct fault *fault)
{
    return sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK || sql_fault(db, fault);
}

bool sql_prepare(sqlite3 *db, const char *sql, sqlite3_stmt **stmt, struct fault *fault)
{
    *stmt = NULL;
    return sqlite3_prepare_v2(db, sql, -1, stmt, NULL) == SQLITE_OK || sql_fault(db, fault);
}

#define X(name, type, codes) ", \"" #name "\""
#define EVENT_NAMES EVENT_COLUMNS(X)
#define SOURCE_OF_ID                                                                               \
    "SELECT s.instrument, s.date, s.place, s.time, s.by, s.edition, s.recorded"                    \
    " FROM administration_source s JOIN plugin p ON p.plugin = s.instrument"                       \
    " JOIN plugin q ON q.plugin = ?4 AND q.kind = p.kind AND q.id = p.id"                          \
    " WHERE s.person = ?1 AND s.id = ?2 AND "
#define ADMINISTRATION_ROW                                                                         \
    "person = ? AND instrument = ? AND date = ? AND place = ? AND time = ? AND by = ?"             \
    " AND recorded = ? AND import = ?"
#define ADMINISTRATION_VALUES                                                                      \
    " INTO administration (person, instrument, date, place, time, by, recorded, import, mode,"     \
    " tokens, together) VALUES (?,?,?,?,?,?,?,?,?,?,?)"
#define MARKS_5 ",?,?,?,?,?"
#define MARKS_EVENT EVENT_COLUMNS(MARK)
#define MARK(name, type, codes) ",?"
#define COACHING                                                                                   \
    " FROM consent WHERE person = ? AND purpose = 'coaching' AND given IS NOT NULL"                \
    " AND date <= date('now')"
static const char *const kept_sql[KEPT_COUNT] = {
    [KEPT_REFERENCE] = "SELECT person, sealed FROM reference WHERE ref = ?",
    [KEPT_REFERENCE_NEW] = "INSERT INTO reference (ref) VALUES (?)",
    [KEPT_REFERENCE_SEAL] = "UPDATE reference SET sealed = ? WHERE person = ?",
    [KEPT_REF] = "SELECT ref FROM reference WHERE person = ?",
    [KEPT_AREA] = "SELECT area, sealed FROM area WHERE ref = ?",
    [KEPT_AREA_NEW] = "INSERT INTO area (ref) VALUES (?)",
    [KEPT_AREA_SEAL] = "UPDATE area SET sealed = ? WHERE area = ?",
    [KEPT_RESPONDENT] = "SELECT respondent FROM respondent JOIN area USING (area)"
                        " WHERE ref = ? AND seat = ? AND sheet = ?",
    [KEPT_RESPONDENT_NEW] = "INSERT INTO respondent (area, seat, sheet) VALUES (?,?,?)",
    [KEPT_WORDS] = "SELECT w.sealed, r.sealed FROM words w JOIN reference r USING (person)"
                   " WHERE w.person = ? AND w.words = ?",
    [KEPT_WORDS_NEW] = "INSERT OR IGNORE INTO words (person, words, sealed) VALUES (?,?,?)",
    [KEPT_ANSWER_WORDS] =
        "SELECT words FROM answer_words WHERE " ADMINISTRATION_ROW " AND item = ?",
    [KEPT_ANSWER_WORDS_NEW] = "INSERT INTO answer_words (person, instrument, date, place, time, by,"
                              " recorded, import, item, words) VALUES (?,?,?,?,?,?,?,?,?,?)",
    [KEPT_EDITION] = "SELECT edition FROM administration_source WHERE person = ? AND"
                     " instrument = ? AND date = ? AND place = ? AND time = ? AND by = ?"
                     " AND recorded <= ? AND edition IS NOT NULL"
                     " ORDER BY recorded DESC, import DESC LIMIT 1",
    [KEPT_SOURCE_BEFORE] =
        SOURCE_OF_ID "recorded <= ?3 ORDER BY s.recorded DESC, s.import DESC LIMIT 1",
    [KEPT_SOURCE_AFTER] = SOURCE_OF_ID "recorded > ?3 ORDER BY s.recorded, s.import LIMIT 1",
    [KEPT_SOURCE_NEW] = "INSERT INTO administration_source (person, instrument, date, place, time,"
                        " by, recorded, import, id, edition) VALUES (?,?,?,?,?,?,?,?,?,?)",
    [KEPT_SEAL] = "SELECT hash FROM seal WHERE person = ?",
    [KEPT_SEAL_NEW] = "INSERT OR REPLACE INTO seal (person, hash) VALUES (?,?)",
    [KEPT_SHARES] = "SELECT shares FROM shares_now WHERE person = ?",
    [KEPT_WITHDREW] =
        "SELECT given = 'no'" COACHING " ORDER BY date DESC, recorded DESC, import DESC LIMIT 1",
    [KEPT_COACHING] = "SELECT date, given = 'yes'" COACHING " ORDER BY date, recorded, import",
    [KEPT_PEOPLE_ROWS] = "SELECT p.date, p.recorded, p.import, area.ref, " PERSON_COLUMNS
                         " FROM person p LEFT JOIN area ON area.area = p.area"
                         " WHERE p.person = ? ORDER BY p.date, p.recorded, p.import",
    [KEPT_PEOPLE_ROW_NEW] =
        "INSERT INTO person (person, date, recorded, import, area, " PERSON_COLUMNS
        ") VALUES (?,?,?,?,?" MARKS_5 MARKS_5 MARKS_5 MARKS_5 MARKS_5 MARKS_5 ")",
    [KEPT_ADMINISTRATIONS] =
        "SELECT instrument, date, place, time, by, mode, tokens, recorded, import, together"
        " FROM administration WHERE person = ? AND recorded <= ?"
        " ORDER BY instrument, date, place, time, by, recorded, import",
    [KEPT_ADMINISTRATION_NEW] = "INSERT" ADMINISTRATION_VALUES,
    [KEPT_ADMINISTRATION_AGAIN] = "INSERT OR REPLACE" ADMINISTRATION_VALUES,
    [KEPT_EVENTS] = "SELECT n, k, import, recorded, id, date, kind" EVENT_NAMES
                    " FROM event WHERE person = ? ORDER BY n",
    [KEPT_EVENT_NEW] =
        "INSERT INTO event (person, n, k, import, recorded, id, date, kind" EVENT_NAMES
        ") VALUES (?,?,?,?,?,?,?,?" MARKS_EVENT ")",
    [KEPT_TOUCH] = "INSERT OR IGNORE INTO touched (person) VALUES (?)",
    [KEPT_UNTOUCH] = "DELETE FROM touched WHERE person = ?",
    [KEPT_FAILED_NEW] = "INSERT OR IGNORE INTO failed (person) VALUES (?)",
    [KEPT_FAILED_GONE] = "DELETE FROM failed WHERE person = ?",
    [KEPT_DUE_NEW] = "INSERT INTO due (person, date) VALUES (?,?)",
    [KEPT_DUE_GONE] = "DELETE FROM due WHERE person = ?",
    [KEPT_SCORE_NEW] = "INSERT INTO score (person, scores) VALUES (?,?)",
    [KEPT_SCORE_GONE] = "DELETE FROM score WHERE person = ?",
    [KEPT_FINDINGS_NEW] = "INSERT INTO finding (person, findings, names) VALUES (?,?,?)",
    [KEPT_FINDINGS_GONE] = "DELETE FROM finding WHERE person = ?",
};
#undef X
#undef MARK

bool sql_kept(struct store *store, enum kept which, sqlite3_stmt **stmt, struct fault *fault)
{
    sqlite3_stmt **kept = &store->kept[which];
    if (!*kept && sqlite3_prepare_v3(store->db, kept_sql[which], -1, SQLITE_PREPARE_PERSISTENT,
                                     kept, NULL) != SQLITE_OK)
        return sql_fault(store->db, fault);
    sqlite3_reset(*kept);
    sqlite3_clear_bindings(*kept);
    *stmt = *kept;
    return true;
}

bool sql_kept_row(struct store *store, enum kept which, int64_t person, sqlite3_stmt **stmt,
                  bool *row, struct fault *fault)
{
    if (!sql_kept(store, which, stmt, fault))
        return false;
    sql_whole(*stmt, 1, person);
    return sql_row(*stmt, row, fault);
}

void sql_whole(sqlite3_stmt *stmt, int place, int64_t whole)
{
    sqlite3_bind_int64(stmt, place, whole);
}

void sql_text(sqlite3_stmt *stmt, int place, const char *text)
{
    sqlite3_bind_text(stmt, place, text, -1, SQLITE_STATIC);
}

bool sql_row(sqlite3_stmt *stmt, bool *row, struct fault *fault)
{
    int step = sqlite3_step(stmt);
    *row = step == SQLITE_ROW;
    if (*row)
        return true;
    bool good = step == SQLITE_DONE || sql_fault(sqlite3_db_handle(stmt), fault);
    sqlite3_reset(stmt);
    return good;
}

bool sql_do(sqlite3_stmt *stmt, struct fault *fault)
{
    bool row;
    return sql_row(stmt, &row, fault);
}

bool sql_number(sqlite3 *db, const char *sql, int64_t none, int64_t *number, struct fault *fault)
{
    sqlite3_stmt *stmt;
    bool row = false;
    bool good = sql_prepare(db, sql, &stmt, fault) && sql_row(stmt, &row, fault);
    *number =
        row && sqlite3_column_type(stmt, 0) != SQLITE_NULL ? sqlite3_column_int64(stmt, 0) : none;
    sqlite3_finalize(stmt);
    return good;
}

static int64_t whose(const struct standing *at)
{
    int64_t number = sqlite3_column_int64(at->stmt, 0);
    return at->respondents ? -number : number;
}

bool sql_stand(struct store *store, struct standing *at, const char *sql, int64_t person,
               struct fault *fault)
{
    bool ahead = at->standing && at->person < person && (!at->row || whose(at) >= person);
    at->person = person;
    if (ahead)
        return true;
    if (!at->stmt && !sql_prepare(store->db, sql, &at->stmt, fault))
        return false;
    at->standing = true;
    sqlite3_reset(at->stmt);
    sql_whole(at->stmt, 1, person);
    return sql_row(at->stmt, &at->row, fault);
}

bool sql_stands(const struct standing *at)
{
    return at->row && whose(at) == at->person;
}

void sql_let_go(struct standing *at, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        at[i].standing = false;
        sqlite3_reset(at[i].stmt);
    }
}

const char *sql_copy(sqlite3_stmt *stmt, int column, struct arena *arena)
{
    const char *text = (const char *)sqlite3_column_text(stmt, column);
    return text ? arena_copy(arena, text, (size_t)sqlite3_column_bytes(stmt, column)) : NULL;
}

/* --- transactions ----------------------------------------------------------------------------- */

bool sql_begin(struct store *store, struct fault *fault)
{
    return sql_run(store->db, store->apart ? "BEGIN" : "BEGIN IMMEDIATE", fault);
}

bool sql_end(struct store *store, bool keep, struct fault *fault)
{
    bool gone = sqlite3_get_autocommit(store->db);
    if (keep && gone)
        return fault_set(fault, FAULT_IO,
                         "%s: an error has undone everything that was written. Nothing "
                         "was changed; try again.",
                         file_of(store->db));
    if (keep && sql_run(store->db, "COMMIT", fault))
        return true;
    if (!sqlite3_get_autocommit(store->db))
        sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
    return !keep;
}
