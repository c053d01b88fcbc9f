/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an administration or an event was before it was corrected: every row of it that was ever
 * recorded. */
#include <string.h>

#include "store/store_read.h"

/* --- an administration ------------------------------------------------------------------------ */

static void bind_key(sqlite3_stmt *stmt, int64_t person, const struct stored_administration *a,
                     day as_of)
{
    const int64_t values[] = {
        person, a->taken_from ? a->taken_from : a->instrument, a->date, a->place, a->time, a->by,
        as_of};
    for (int i = 0; i < (int)(sizeof values / sizeof *values); i++)
        sql_whole(stmt, i + 1, values[i]);
}

bool store_history(struct store *store, int64_t person,
                   const struct stored_administration *administration, day as_of,
                   struct arena *arena, struct stored_recording **rows, size_t *count,
                   struct fault *fault)
{
    sqlite3_stmt *stmt;
    size_t room = 0;
    bool row = false;
    *rows = NULL;
    *count = 0;
    bool good = sql_prepare(store->db,
                            "SELECT recorded, tokens, why FROM administration WHERE person = ?"
                            " AND instrument = ? AND date = ? AND place = ? AND time = ?"
                            " AND by = ? AND recorded <= ? ORDER BY recorded, import",
                            &stmt, fault);
    if (good)
        bind_key(stmt, person, administration, as_of);
    while (good && (good = sql_row(stmt, &row, fault)) && row) {
        *rows = arena_grow(arena, *rows, *count, &room, sizeof **rows);
        (*rows)[(*count)++] = (struct stored_recording){
            (day)sqlite3_column_int64(stmt, 0), sql_copy(stmt, 1, arena), sql_copy(stmt, 2, arena)};
    }
    sqlite3_finalize(stmt);
    return good;
}

/* --- an event --------------------------------------------------------------------------------- */

static bool is_of(const struct event_row *row, const struct event_row *named)
{
    return row->n == named->n || (row->id && named->id && strcmp(row->id, named->id) == 0);
}

static const struct event_row *row_of(const struct event_row *rows, size_t count, int64_t n)
{
    for (size_t i = 0; i < count; i++)
        if (rows[i].n == n)
            return &rows[i];
    return NULL;
}

static bool is_before(const struct event_row *a, const struct event_row *b)
{
    return a->recorded != b->recorded ? a->recorded < b->recorded
           : a->import != b->import   ? a->import < b->import
                                      : a->n < b->n;
}

/* Those of the event by that day, in the order in which they were recorded. */
static size_t choose(const struct event_row *rows, size_t count, int64_t n, day as_of,
                     const struct event_row **chosen)
{
    const struct event_row *named = row_of(rows, count, n);
    size_t found = 0;
    for (size_t i = 0; named && i < count; i++) {
        if (!is_of(&rows[i], named) || rows[i].recorded > as_of)
            continue;
        size_t place = found++;
        for (; place && is_before(&rows[i], chosen[place - 1]); place--)
            chosen[place] = chosen[place - 1];
        chosen[place] = &rows[i];
    }
    return found;
}

static bool file_of(struct store *store, int64_t import, struct arena *arena, const char **file,
                    struct fault *fault)
{
    sqlite3_stmt *stmt;
    bool row = false;
    bool good = sql_prepare(store->db, "SELECT file FROM import WHERE import = ?", &stmt, fault);
    if (good) {
        sql_whole(stmt, 1, import);
        good = sql_row(stmt, &row, fault);
    }
    *file = row ? sql_copy(stmt, 0, arena) : "";
    sqlite3_finalize(stmt);
    return good;
}

bool store_event_accounts(struct store *store, int64_t person, const struct stored_event *event,
                          day as_of, struct arena *arena, struct stored_account **accounts,
                          size_t *count, struct fault *fault)
{
    struct event_row *rows;
    size_t row_count;
    *count = 0;
    if (!event_rows(store, person, arena, &rows, &row_count, fault))
        return false;
    const struct event_row **chosen = arena_array(arena, row_count, sizeof *chosen);
    *count = choose(rows, row_count, event->n, as_of, chosen);
    *accounts = arena_array(arena, *count, sizeof **accounts);
    for (size_t i = 0; i < *count; i++) {
        (*accounts)[i] = (struct stored_account){.recorded = chosen[i]->recorded,
                                                 .date = chosen[i]->date,
                                                 .columns = chosen[i]->columns};
        if (!file_of(store, chosen[i]->import, arena, &(*accounts)[i].file, fault))
            return false;
    }
    return true;
}
