/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When somebody had taken back being accompanied, and whether they have now. */
#include "store/store_read.h"

/* --- now -------------------------------------------------------------------------------------- */

bool store_withdrew(struct store *store, int64_t person, bool *withdrew, struct fault *fault)
{
    sqlite3_stmt *stmt;
    bool row;
    *withdrew = false;
    if (!sql_kept_row(store, KEPT_WITHDREW, person, &stmt, &row, fault))
        return false;
    *withdrew = row && sqlite3_column_int(stmt, 0);
    sqlite3_reset(stmt);
    return true;
}

/* --- then ------------------------------------------------------------------------------------- */

/* What they said to being accompanied, from a day on. */
struct coaching {
    day from;
    bool given;
};

/* Of one date what was recorded last holds: rows come in that order. */
static bool read_coaching(struct store *store, int64_t person, struct arena *arena,
                          struct coaching **rows, size_t *count, struct fault *fault)
{
    sqlite3_stmt *stmt;
    size_t room = 0;
    bool row, good = sql_kept(store, KEPT_COACHING, &stmt, fault);
    if (good)
        sql_whole(stmt, 1, person);
    while (good && (good = sql_row(stmt, &row, fault)) && row) {
        struct coaching next = {.given = sqlite3_column_int(stmt, 1)};
        if (!day_read((const char *)sqlite3_column_text(stmt, 0), &next.from))
            continue;
        *rows = arena_grow(arena, *rows, *count, &room, sizeof **rows);
        *count -= *count > 0 && (*rows)[*count - 1].from == next.from;
        (*rows)[(*count)++] = next;
    }
    return good;
}

/* The day on which they take it back is still observed, the day on which they agree again too. */
bool read_alone(struct store *store, struct arena *arena, struct stored_person *person,
                struct fault *fault)
{
    struct coaching *rows = NULL;
    size_t count = 0;
    if (!read_coaching(store, person->number, arena, &rows, &count, fault))
        return false;
    person->alone = arena_array(arena, count, sizeof *person->alone);
    for (size_t i = 0, next; i < count; i = next) {
        for (next = i + 1; next < count && rows[next].given == rows[i].given;)
            next++;
        struct days off = {rows[i].from + 1, next < count ? rows[next].from - 1 : DAY_LAST};
        if (!rows[i].given && off.low <= off.high)
            person->alone[person->alone_count++] = off;
    }
    return true;
}
