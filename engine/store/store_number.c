/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plugin gets its number when an import first meets it, and the rows of a file may stand in any
 * order. Before merging, those that this import has brought are numbered by name, so that the same
 * rows make the same store. */
#include "store/store_import.h"

static bool list_new(struct import *import, int64_t **old, size_t *count, struct fault *fault)
{
    sqlite3_stmt *stmt;
    size_t room = 0;
    bool row = false;
    bool good = sql_prepare(import->store->db,
                            "SELECT plugin FROM plugin WHERE plugin > ? ORDER BY kind, id, version",
                            &stmt, fault);
    if (good)
        sql_whole(stmt, 1, import->plugins_before);
    while (good && (good = sql_row(stmt, &row, fault)) && row) {
        *old = arena_grow(import->arena, *old, *count, &room, sizeof **old);
        (*old)[(*count)++] = sqlite3_column_int64(stmt, 0);
    }
    sqlite3_finalize(stmt);
    return good;
}

/* First to numbers that are nobody's, or one would meet another on its way. */
static bool move(sqlite3 *db, const char *sql, int64_t from, int64_t to, struct fault *fault)
{
    sqlite3_stmt *stmt;
    bool good = sql_prepare(db, sql, &stmt, fault);
    if (good) {
        sql_whole(stmt, 1, -to);
        sql_whole(stmt, 2, from);
        good = sql_do(stmt, fault);
    }
    sqlite3_finalize(stmt);
    return good;
}

static bool renumber(struct import *import, const int64_t *old, size_t count, struct fault *fault)
{
    sqlite3 *db = import->store->db;
    bool good = sql_run(db, "PRAGMA defer_foreign_keys = ON", fault);
    for (size_t i = 0; good && i < count; i++) {
        int64_t number = import->plugins_before + 1 + (int64_t)i;
        good =
            move(db, "UPDATE plugin SET plugin = ? WHERE plugin = ?", old[i], number, fault) &&
            move(db, "UPDATE scale SET instrument = ? WHERE instrument = ?", old[i], number, fault);
        import->renumbered[old[i] - import->plugins_before - 1] = number;
    }
    return good && sql_run(db,
                           "UPDATE plugin SET plugin = -plugin WHERE plugin < 0;"
                           "UPDATE scale SET instrument = -instrument WHERE instrument < 0",
                           fault);
}

bool import_renumber(struct import *import, struct fault *fault)
{
    int64_t *old = NULL;
    size_t count = 0;
    bool good = list_new(import, &old, &count, fault);
    import->renumbered = arena_array(import->arena, count, sizeof *import->renumbered);
    import->version_count = 0; /* they are loaded again under their new numbers */
    return good && (count < 2 || renumber(import, old, count, fault));
}

static int64_t number(const struct import *import, int64_t staged)
{
    int64_t at = staged - import->plugins_before - 1;
    return at >= 0 && import->renumbered[at] ? import->renumbered[at] : staged;
}

struct answer_key import_answer_key(const struct import *import, const char *bytes)
{
    struct answer_key key = answer_key_read(bytes);
    key.family = number(import, key.family);
    key.version = number(import, key.version);
    return key;
}
