/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one person said in words beside their answers, as it stands on a day. */
#include "store/store_read.h"

/* ?1 the person, ?2 the day. A later row of the same key holds everything that stood then, so only
 * its words stand. */
static const char sql[] =
    "SELECT instrument, date, place, time, by, item, words FROM answer_words a"
    " WHERE person = ?1 AND recorded <= ?2 AND NOT EXISTS (SELECT 1 FROM administration b"
    " WHERE b.person = a.person AND b.instrument = a.instrument AND b.date = a.date"
    " AND b.place = a.place AND b.time = a.time AND b.by = a.by AND b.recorded <= ?2"
    " AND (b.recorded, b.import) > (a.recorded, a.import))"
    " ORDER BY instrument, date, place, time, by, item";

static struct stored_answer_words read_row(sqlite3_stmt *stmt, struct arena *arena)
{
    return (struct stored_answer_words){.instrument = sqlite3_column_int64(stmt, 0),
                                        .date = sqlite3_column_int(stmt, 1),
                                        .place = sqlite3_column_int(stmt, 2),
                                        .time = sqlite3_column_int(stmt, 3),
                                        .by = sqlite3_column_int(stmt, 4),
                                        .item = (size_t)sqlite3_column_int64(stmt, 5),
                                        .token = sql_copy(stmt, 6, arena)};
}

bool store_answer_words(struct store *store, const char *ref, day as_of, struct arena *arena,
                        struct stored_answer_words **said, size_t *count, struct fault *fault)
{
    sqlite3_stmt *stmt = NULL;
    int64_t person;
    size_t room = 0;
    bool row;
    *said = NULL;
    *count = 0;
    bool good =
        person_number(store, ref, &person, fault) && sql_prepare(store->db, sql, &stmt, fault);
    if (good) {
        sql_whole(stmt, 1, person);
        sql_whole(stmt, 2, as_of);
    }
    while (good && (good = sql_row(stmt, &row, fault)) && row) {
        *said = arena_grow(arena, *said, *count, &room, sizeof **said);
        struct stored_answer_words *one = &(*said)[(*count)++];
        *one = read_row(stmt, arena);
        good = read_words(store, person, one->token, arena, &one->words, fault);
    }
    sqlite3_finalize(stmt);
    return good;
}
