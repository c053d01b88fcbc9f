/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading people as they stand: what was recorded by a day, corrections applied. */
#include "store/store_read.h"

#include <stdlib.h>
#include <string.h>

#include "ground/clock.h"

/* Everybody's rows from one person on. */
static const char *const from_person[READ_TABLES] = {
    [READ_REFERENCE] = "SELECT person, ref FROM reference WHERE person >= ? ORDER BY person",
    [READ_PEOPLE_ROWS] = "SELECT person FROM person WHERE person >= ? ORDER BY person",
    [READ_ADMINISTRATIONS] =
        "SELECT person, instrument, date, place, time, by, recorded, mode, tokens"
        " FROM administration WHERE person >= ?"
        " ORDER BY person, instrument, date, place, time, by, recorded, import",
};

static bool stand(struct store *store, int table, int64_t person, struct fault *fault)
{
    return sql_stand(store, &store->reading[table], from_person[table], person, fault);
}

/* --- rows of the people file ------------------------------------------------------------------ */

/* By the bytes of the list person_column: consent has a rule of its own. */
static size_t column_shares(void)
{
    size_t i = 0;
    while (strcmp(person_column[i].name, "shares") != 0)
        i++;
    return i;
}

static day from_of(const char *date)
{
    struct days days;
    return *date && days_read(date, &days) ? days.low : DAY_FIRST;
}

static struct stored_person_row read_people_row(sqlite3_stmt *stmt, struct arena *arena)
{
    struct stored_person_row row = {.from = from_of((const char *)sqlite3_column_text(stmt, 0)),
                                    .area = sql_copy(stmt, 3, arena)};
    row.columns = arena_array(arena, person_column_count, sizeof *row.columns);
    for (size_t i = 0; i < person_column_count; i++)
        row.columns[i] = sql_copy(stmt, (int)i + 4, arena);
    return row;
}

static struct stored_person_row *add_people_row(struct arena *arena, struct stored_person *person,
                                                size_t *room)
{
    person->rows = arena_grow(arena, person->rows, person->row_count, room, sizeof *person->rows);
    return &person->rows[person->row_count++];
}

static struct stored_person_row row_of_area(struct arena *arena, const char *area)
{
    const char **columns = arena_array(arena, person_column_count, sizeof *columns);
    return (struct stored_person_row){DAY_FIRST, area ? arena_text(arena, area) : NULL, columns};
}

/* Who is in no area from the beginning is in the one given to init. */
static void put_in_area(struct arena *arena, struct stored_person *person, size_t *room,
                        const char *area)
{
    if (!area || (person->row_count && person->rows[0].from == DAY_FIRST && person->rows[0].area))
        return;
    if (person->row_count && person->rows[0].from == DAY_FIRST) {
        person->rows[0].area = arena_text(arena, area);
        return;
    }
    add_people_row(arena, person, room);
    memmove(person->rows + 1, person->rows, (person->row_count - 1) * sizeof *person->rows);
    person->rows[0] = row_of_area(arena, area);
}

/* Whether somebody agrees to be counted is asked as of now, whatever day the rest is read for: who
 * took it back is not counted in any report made from then on, and a yes for a day to come is none
 * yet. */
static void share_as_now(struct arena *arena, struct stored_person *person, size_t *room,
                         const char *shares)
{
    if (shares && person->row_count == 0)
        *add_people_row(arena, person, room) = row_of_area(arena, NULL);
    for (size_t i = 0; i < person->row_count; i++)
        person->rows[i].columns[column_shares()] = shares;
}

/* Consents by purpose are few: where there are any, the view says what holds. */
static bool read_consent(struct store *store, struct arena *arena, struct stored_person *person,
                         const char **shares, struct fault *fault)
{
    sqlite3_stmt *stmt;
    bool row;
    int64_t any = 0;
    if (!store->consents_asked &&
        !sql_number(store->db, "SELECT 1 FROM consent LIMIT 1", 0, &any, fault))
        return false;
    store->consents = store->consents || any;
    store->consents_asked = true;
    if (!store->consents)
        return true;
    if (!read_alone(store, arena, person, fault) ||
        !sql_kept_row(store, KEPT_SHARES, person->number, &stmt, &row, fault))
        return false;
    *shares = row ? sql_copy(stmt, 0, arena) : NULL;
    sqlite3_reset(stmt);
    return true;
}

/* Was it said for a day that has come? Rows without a date hold from the beginning. */
static bool has_come(const char *date)
{
    return from_of(date) <= clock_today();
}

/* Takes a row into those that hold by the day; of one date the one recorded last stands. */
static void take_people_row(sqlite3_stmt *stmt, struct arena *arena, struct stored_person *person,
                            size_t *room, const char **date)
{
    const char *next = (const char *)sqlite3_column_text(stmt, 0);
    if (*date && strcmp(*date, next) == 0)
        person->rows[person->row_count - 1] = read_people_row(stmt, arena);
    else
        *add_people_row(arena, person, room) = read_people_row(stmt, arena);
    *date = arena_text(arena, next);
}

static bool read_rows(struct store *store, day as_of, struct arena *arena,
                      struct stored_person *person, size_t *room, const char **shares,
                      struct fault *fault)
{
    const int column = (int)column_shares() + 4;
    sqlite3_stmt *stmt;
    bool row, good;
    const char *date = NULL; /* of the last row that was taken */
    if (!sql_kept(store, KEPT_PEOPLE_ROWS, &stmt, fault))
        return false;
    sql_whole(stmt, 1, person->number);
    while ((good = sql_row(stmt, &row, fault)) && row) {
        if (sqlite3_column_type(stmt, column) != SQLITE_NULL &&
            has_come((const char *)sqlite3_column_text(stmt, 0)))
            *shares = sql_copy(stmt, column, arena);
        if (sqlite3_column_int64(stmt, 1) <= as_of)
            take_people_row(stmt, arena, person, room, &date);
    }
    return good;
}

/* Few may have any, so nobody is asked for them who is not in the table. */
static bool read_people_rows(struct store *store, day as_of, struct arena *arena,
                             struct stored_person *person, struct fault *fault)
{
    size_t room = 0;
    const char *shares = NULL;
    if (!stand(store, READ_PEOPLE_ROWS, person->number, fault) ||
        (sql_stands(&store->reading[READ_PEOPLE_ROWS]) &&
         !read_rows(store, as_of, arena, person, &room, &shares, fault)))
        return false;
    put_in_area(arena, person, &room, store_area(store));
    if (!read_consent(store, arena, person, &shares, fault))
        return false;
    share_as_now(arena, person, &room, shares);
    return true;
}

/* --- administrations -------------------------------------------------------------------------- */

static bool same_administration(const struct stored_administration *a,
                                const struct stored_administration *b)
{
    return a->instrument == b->instrument && a->date == b->date && a->place == b->place &&
           a->time == b->time && a->by == b->by;
}

/* What a correction of the source's key put elsewhere stands no more. */
static void leave_out_moved(struct stored_person *person)
{
    size_t kept = 0;
    for (size_t i = 0; i < person->administration_count; i++)
        if (*person->administrations[i].tokens)
            person->administrations[kept++] = person->administrations[i];
    person->administration_count = kept;
}

static struct stored_administration read_administration(sqlite3_stmt *stmt, struct arena *arena)
{
    return (struct stored_administration){.instrument = sqlite3_column_int64(stmt, 1),
                                          .date = (day)sqlite3_column_int64(stmt, 2),
                                          .place = sqlite3_column_int(stmt, 3),
                                          .time = sqlite3_column_int(stmt, 4),
                                          .by = sqlite3_column_int(stmt, 5),
                                          .mode = sqlite3_column_int(stmt, 7),
                                          .tokens = sql_copy(stmt, 8, arena)};
}

/* Rows of one key stand together, the one that was recorded last behind the others: it stands. */
static void add_administration(struct arena *arena, struct stored_person *person, size_t *room,
                               struct stored_administration read)
{
    size_t n = person->administration_count;
    if (n == 0 || !same_administration(&person->administrations[n - 1], &read)) {
        person->administrations =
            arena_grow(arena, person->administrations, n, room, sizeof *person->administrations);
        person->administration_count = ++n;
    }
    person->administrations[n - 1] = read;
}

bool read_administrations(struct store *store, day as_of, struct arena *arena,
                          struct stored_person *person, struct fault *fault)
{
    struct standing *at = &store->reading[READ_ADMINISTRATIONS];
    size_t room = 0;
    bool good = stand(store, READ_ADMINISTRATIONS, person->number, fault);
    while (good && sql_stands(at)) {
        if (sqlite3_column_int64(at->stmt, 6) <= as_of)
            add_administration(arena, person, &room, read_administration(at->stmt, arena));
        good = sql_row(at->stmt, &at->row, fault);
    }
    leave_out_moved(person);
    return good;
}

/* --- one person ------------------------------------------------------------------------------- */

bool person_ref(struct store *store, int64_t number, struct arena *arena, const char **ref,
                struct fault *fault)
{
    sqlite3_stmt *stmt;
    bool row;
    if (!sql_kept_row(store, KEPT_REF, number, &stmt, &row, fault))
        return false;
    *ref = row ? sql_copy(stmt, 0, arena) : "";
    sqlite3_reset(stmt);
    return true;
}

static bool read_ref(struct store *store, struct arena *arena, struct stored_person *person,
                     struct fault *fault)
{
    const struct standing *at = &store->reading[READ_REFERENCE];
    if (!stand(store, READ_REFERENCE, person->number, fault))
        return false;
    person->ref = sql_stands(at) ? sql_copy(at->stmt, 1, arena) : "";
    return true;
}

static bool read_person(struct store *store, int64_t number, day as_of, struct arena *arena,
                        struct stored_person *person, struct fault *fault)
{
    *person = (struct stored_person){.number = number};
    return read_ref(store, arena, person, fault) &&
           read_people_rows(store, as_of, arena, person, fault) &&
           read_administrations(store, as_of, arena, person, fault) &&
           read_events(store, as_of, arena, person, fault);
}

bool store_read_begin(struct store *store, bool *ours, struct fault *fault)
{
    *ours = sqlite3_get_autocommit(store->db) != 0;
    bool begun = !*ours || sql_run(store->db, "BEGIN", fault);
    store->reads += begun;
    return begun;
}

void store_read_end(struct store *store, bool ours)
{
    if (--store->reads == 0)
        sql_let_go(store->reading, READ_TABLES);
    if (ours)
        sql_end(store, false, NULL); /* nothing was written */
}

bool store_person(struct store *store, const char *ref, day as_of, struct arena *arena,
                  struct stored_person *person, struct fault *fault)
{
    int64_t number;
    bool ours;
    if (!store_read_begin(store, &ours, fault))
        return false;
    bool good = person_number(store, ref, &number, fault) &&
                read_person(store, number, as_of, arena, person, fault);
    store_read_end(store, ours);
    return good;
}

bool store_walk_some(struct store *store, const int64_t *people, size_t count, day as_of,
                     struct arena *arena, store_see *see, void *context, struct fault *fault)
{
    bool ours;
    if (!store_read_begin(store, &ours, fault))
        return false;
    bool good = true;
    for (size_t i = 0; good && i < count; i++) {
        struct stored_person person;
        arena_reset(arena);
        good = read_person(store, people[i], as_of, arena, &person, fault) &&
               see(context, &person, fault);
    }
    store_read_end(store, ours);
    return good;
}

bool store_walk(struct store *store, enum store_whom whom, day as_of, struct arena *arena,
                store_see *see, void *context, struct fault *fault)
{
    int64_t *people = NULL;
    size_t count;
    bool ours;
    if (!store_read_begin(store, &ours, fault))
        return false;
    bool good = store_people(store, whom, &people, &count, fault) &&
                store_walk_some(store, people, count, as_of, arena, see, context, fault);
    free(people);
    store_read_end(store, ours);
    return good;
}
