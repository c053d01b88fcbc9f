/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one person said and agreed to, as it stands: notes, goals, consents. Of the rows of one key
 * the one that was recorded last by the day stands, and holds everything. */
#include <stdlib.h>
#include <string.h>

#include "ground/clock.h"
#include "store/store_read.h"

/* Rows of `table` that stand, ?1 the person, ?2 the day. */
#define STANDING(table, same)                                                                      \
    " FROM " table " a WHERE person = ?1 AND recorded <= ?2 AND NOT EXISTS (SELECT 1 FROM " table  \
    " b WHERE b.person = a.person AND " same " AND b.recorded <= ?2"                               \
    " AND (b.recorded, b.import) > (a.recorded, a.import))"

/* Asks about one person as of a day; the caller finalizes. */
static bool ask(struct store *store, const char *sql, int64_t person, day as_of,
                sqlite3_stmt **stmt, struct fault *fault)
{
    if (!sql_prepare(store->db, sql, stmt, fault))
        return false;
    sql_whole(*stmt, 1, person);
    sql_whole(*stmt, 2, as_of);
    return true;
}

static day date_at(sqlite3_stmt *stmt, int column)
{
    const char *text = (const char *)sqlite3_column_text(stmt, column);
    day date = DAY_NONE;
    return text && day_read(text, &date) ? date : DAY_NONE;
}

static int time_at(sqlite3_stmt *stmt, int column)
{
    const char *text = (const char *)sqlite3_column_text(stmt, column);
    return text && *text ? minutes_read(text) : -1;
}

static bool words_at(struct store *store, sqlite3_stmt *stmt, int column, int64_t person,
                     struct arena *arena, struct stored_words *words, struct fault *fault)
{
    const char *token = (const char *)sqlite3_column_text(stmt, column);
    return read_words(store, person, token, arena, words, fault);
}

/* --- notes ------------------------------------------------------------------------------------ */

static const char notes_sql[] = "SELECT id, date, time, about, words" STANDING(
    "note", "b.id = a.id") " ORDER BY date, coalesce(time, ''), id";

static struct stored_note read_note(sqlite3_stmt *stmt, struct arena *arena)
{
    const char *about = (const char *)sqlite3_column_text(stmt, 3);
    return (struct stored_note){.id = sql_copy(stmt, 0, arena),
                                .date = date_at(stmt, 1),
                                .time = time_at(stmt, 2),
                                .strength = about && strcmp(about, "strength") == 0};
}

bool store_notes(struct store *store, const char *ref, day as_of, struct arena *arena,
                 struct stored_note **notes, size_t *count, struct fault *fault)
{
    sqlite3_stmt *stmt = NULL;
    int64_t person;
    size_t room = 0;
    bool row;
    *notes = NULL;
    *count = 0;
    bool good = person_number(store, ref, &person, fault) &&
                ask(store, notes_sql, person, as_of, &stmt, fault);
    while (good && (good = sql_row(stmt, &row, fault)) && row) {
        *notes = arena_grow(arena, *notes, *count, &room, sizeof **notes);
        struct stored_note *note = &(*notes)[(*count)++];
        *note = read_note(stmt, arena);
        good = words_at(store, stmt, 4, person, arena, &note->words, fault);
    }
    sqlite3_finalize(stmt);
    return good;
}

/* --- goals ------------------------------------------------------------------------------------ */

static const char goals_sql[] =
    "SELECT goal, instrument, date, time, by, words, rating, weight, status, reason, pace_felt"
    " FROM (SELECT *, min(date) OVER (PARTITION BY goal, instrument) AS first" STANDING(
        "goal",
        "b.date = a.date AND b.goal = a.goal AND b.instrument = a.instrument"
        " AND b.time = a.time AND b.by = a.by") ")"
                                                " ORDER BY first, goal, instrument, date, time, by";

/* What was rated: a number, or a kind of no answer. */
static void read_rating(struct stored_goal_row *row, const char *rating)
{
    char *end;
    if (!rating)
        return;
    row->rating = strtod(rating, &end);
    row->has_rating = end != rating && !*end;
    row->no_rating = row->has_rating ? NULL : rating;
}

static struct stored_goal_row read_goal_row(sqlite3_stmt *stmt, struct arena *arena)
{
    struct stored_goal_row row = {.date = date_at(stmt, 2),
                                  .time = time_at(stmt, 3),
                                  .by = sql_copy(stmt, 4, arena),
                                  .weight = sql_copy(stmt, 7, arena),
                                  .status = sql_copy(stmt, 8, arena),
                                  .reason = sql_copy(stmt, 9, arena),
                                  .pace_felt = sql_copy(stmt, 10, arena)};
    read_rating(&row, sql_copy(stmt, 6, arena));
    return row;
}

/* Goals as they grow, and the room that they and the last one's rows have. */
struct goals {
    struct stored_goal *list;
    size_t count, room, row_room;
};

static struct stored_goal *goal_of_row(struct goals *goals, sqlite3_stmt *stmt, struct arena *arena)
{
    const char *goal = sql_copy(stmt, 0, arena), *instrument = sql_copy(stmt, 1, arena);
    struct stored_goal *last = goals->count ? &goals->list[goals->count - 1] : NULL;
    if (last && strcmp(last->goal, goal) == 0 &&
        strcmp(last->instrument ? last->instrument : "", instrument) == 0)
        return last;
    goals->list = arena_grow(arena, goals->list, goals->count, &goals->room, sizeof *goals->list);
    goals->list[goals->count] =
        (struct stored_goal){.goal = goal, .instrument = *instrument ? instrument : NULL};
    goals->row_room = 0;
    return &goals->list[goals->count++];
}

static struct stored_goal_row *add_goal_row(struct goals *goals, sqlite3_stmt *stmt,
                                            struct arena *arena)
{
    struct stored_goal *goal = goal_of_row(goals, stmt, arena);
    goal->rows =
        arena_grow(arena, goal->rows, goal->row_count, &goals->row_room, sizeof *goal->rows);
    goal->rows[goal->row_count] = read_goal_row(stmt, arena);
    return &goal->rows[goal->row_count++];
}

bool store_goals(struct store *store, const char *ref, day as_of, struct arena *arena,
                 struct stored_goal **goals, size_t *count, struct fault *fault)
{
    struct goals read = {0};
    sqlite3_stmt *stmt = NULL;
    int64_t person;
    bool row;
    bool good = person_number(store, ref, &person, fault) &&
                ask(store, goals_sql, person, as_of, &stmt, fault);
    while (good && (good = sql_row(stmt, &row, fault)) && row)
        good = words_at(store, stmt, 5, person, arena, &add_goal_row(&read, stmt, arena)->words,
                        fault);
    sqlite3_finalize(stmt);
    *goals = read.list;
    *count = read.count;
    return good;
}

/* --- consents --------------------------------------------------------------------------------- */

/* The same rule as in the view shares_now, for every purpose. */
static const char consents_sql[] =
    "SELECT purpose, date, given, until FROM"
    " (SELECT *, row_number() OVER (PARTITION BY purpose"
    "         ORDER BY date DESC, recorded DESC, import DESC, given) AS place FROM"
    "  (SELECT purpose, date, recorded, import, given, until FROM consent WHERE person = ?1"
    "   UNION ALL SELECT 'learning', date, recorded, import, shares, NULL FROM person"
    "   WHERE person = ?1)"
    "  WHERE given IS NOT NULL AND date <= ?2)"
    " WHERE place = 1 ORDER BY purpose";

static struct stored_consent read_consent(sqlite3_stmt *stmt, struct arena *arena)
{
    day date = date_at(stmt, 1);
    return (struct stored_consent){
        .purpose = sql_copy(stmt, 0, arena),
        .date = date == DAY_NONE ? DAY_FIRST : date,
        .given = strcmp((const char *)sqlite3_column_text(stmt, 2), "yes") == 0,
        .until = date_at(stmt, 3)};
}

bool store_consents(struct store *store, const char *ref, struct arena *arena,
                    struct stored_consent **consents, size_t *count, struct fault *fault)
{
    sqlite3_stmt *stmt = NULL;
    int64_t person;
    size_t room = 0;
    bool row;
    *consents = NULL;
    *count = 0;
    bool good = person_number(store, ref, &person, fault) &&
                sql_prepare(store->db, consents_sql, &stmt, fault);
    if (good) {
        sql_whole(stmt, 1, person);
        sql_text(stmt, 2, day_text(arena, clock_today()));
    }
    while (good && (good = sql_row(stmt, &row, fault)) && row) {
        *consents = arena_grow(arena, *consents, *count, &room, sizeof **consents);
        (*consents)[(*count)++] = read_consent(stmt, arena);
    }
    sqlite3_finalize(stmt);
    return good;
}
