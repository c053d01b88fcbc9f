/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading what people's own records do not show: who answered about an area, and what an
 * administration was before it was corrected. */
#include "store/store_read.h"

/* --- respondents ------------------------------------------------------------------------------ */

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

/* --- what an administration was --------------------------------------------------------------- */

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

/* --- consent ---------------------------------------------------------------------------------- */

bool store_withdrew(struct store *store, int64_t person, bool *withdrew, struct fault *fault)
{
    sqlite3_stmt *stmt;
    bool row;
    *withdrew = false;
    if (!sql_kept(store, KEPT_WITHDREW, &stmt, fault))
        return false;
    sql_whole(stmt, 1, person);
    if (!sql_row(stmt, &row, fault))
        return false;
    *withdrew = row && sqlite3_column_int(stmt, 0);
    sqlite3_reset(stmt);
    return true;
}

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
