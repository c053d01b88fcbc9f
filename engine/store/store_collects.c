/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From when each kind of event is collected in an area: as a file of collects says, else from the
 * first event of that kind there. One pass over all events, and in it only the columns that matter.
 */
#include <stdlib.h>
#include <string.h>

#include "store/store_read.h"

/* An event as far as it matters here. */
struct seen {
    const char *id, *author, *date, *kind, *subtype;
    bool withdrawn;
    day recorded;
};

/* Where a person is from a day on. */
struct stay {
    day from;
    const char *area; /* NULL: not said in this row */
};

struct collecting {
    struct store *store;
    day as_of;
    struct arena *kept;   /* of the result */
    struct arena *person; /* reset between two people */
    sqlite3_stmt *events, *stays;
    struct stored_collects *rows; /* sorted */
    size_t count, room;
};

/* --- the table -------------------------------------------------------------------------------- */

static int compare_area(const char *a, const char *b)
{
    if (!a || !b)
        return (a != NULL) - (b != NULL);
    return strcmp(a, b);
}

static int compare_row(const struct stored_collects *row, const char *area, const char *kind)
{
    int order = compare_area(row->area, area);
    return order ? order : strcmp(row->kind, kind);
}

static void insert_row(struct collecting *at, size_t place, const char *area, const char *kind,
                       day since)
{
    at->rows = arena_grow(at->kept, at->rows, at->count, &at->room, sizeof *at->rows);
    memmove(&at->rows[place + 1], &at->rows[place], (at->count - place) * sizeof *at->rows);
    at->rows[place] = (struct stored_collects){area ? arena_text(at->kept, area) : NULL,
                                               arena_text(at->kept, kind), since, DAY_LAST};
    at->count++;
}

static void note_kind(struct collecting *at, const char *area, const char *kind, day since)
{
    size_t low = 0, high = at->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare_row(&at->rows[middle], area, kind) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == at->count || compare_row(&at->rows[low], area, kind) != 0)
        insert_row(at, low, area, kind, since);
    else if (since < at->rows[low].since)
        at->rows[low].since = since;
}

/* --- one person ------------------------------------------------------------------------------- */

static bool read_stays(struct collecting *at, int64_t person, struct stay **stays, size_t *count,
                       struct fault *fault)
{
    size_t room = 0;
    bool row;
    *stays = NULL;
    *count = 0;
    sql_whole(at->stays, 1, person);
    sql_whole(at->stays, 2, at->as_of);
    while (sql_row(at->stays, &row, fault)) {
        if (!row)
            return true;
        struct days from;
        const char *date = (const char *)sqlite3_column_text(at->stays, 0);
        *stays = arena_grow(at->person, *stays, *count, &room, sizeof **stays);
        (*stays)[(*count)++] = (struct stay){*date && days_read(date, &from) ? from.low : DAY_FIRST,
                                             sql_copy(at->stays, 1, at->person)};
    }
    return false;
}

/* Rows come by date, the one that stands last of each. */
static const char *area_on(const struct collecting *at, const struct stay *stays, size_t count,
                           day on)
{
    const char *area = at->store->area;
    for (size_t i = 0; i < count && stays[i].from <= on; i++)
        if (stays[i].area)
            area = stays[i].area;
    return area;
}

static void note_event(struct collecting *at, const struct seen *seen, const struct stay *stays,
                       size_t stay_count)
{
    struct days date;
    if (!days_read(seen->date, &date))
        return;
    /* Of a month or a year the last day: from then on it was certainly collected. */
    const char *area = area_on(at, stays, stay_count, date.high);
    note_kind(at, area, seen->kind, date.high);
    if (seen->subtype)
        note_kind(at, area, arena_format(at->person, "%s/%s", seen->kind, seen->subtype),
                  date.high);
}

static bool same_account(const struct seen *a, const struct seen *b)
{
    return a->id && b->id && strcmp(a->id, b->id) == 0 && compare_area(a->author, b->author) == 0;
}

/* Rows come by id, author and age: a row stands when the next is of another account. Withdrawing
 * counts as of now. */
static void note_events(struct collecting *at, const struct seen *seen, size_t count,
                        const struct stay *stays, size_t stay_count)
{
    for (size_t first = 0, next; first < count; first = next) {
        const struct seen *stands = NULL;
        for (next = first;
             next == first || (next < count && same_account(&seen[first], &seen[next])); next++)
            if (seen[next].recorded <= at->as_of)
                stands = &seen[next];
        if (stands && !seen[next - 1].withdrawn)
            note_event(at, stands, stays, stay_count);
    }
}

static struct seen read_seen(sqlite3_stmt *stmt, struct arena *arena)
{
    return (struct seen){.id = sql_copy(stmt, 1, arena),
                         .author = sql_copy(stmt, 2, arena),
                         .date = sql_copy(stmt, 3, arena),
                         .kind = sql_copy(stmt, 4, arena),
                         .subtype = sql_copy(stmt, 5, arena),
                         .withdrawn = sqlite3_column_type(stmt, 6) != SQLITE_NULL,
                         .recorded = (day)sqlite3_column_int64(stmt, 7)};
}

static bool note_person(struct collecting *at, int64_t person, struct fault *fault)
{
    struct seen *seen = NULL;
    struct stay *stays;
    size_t count = 0, room = 0, stay_count;
    bool row = true;
    arena_reset(at->person);
    sql_whole(at->events, 1, person);
    while (sql_row(at->events, &row, fault) && row) {
        seen = arena_grow(at->person, seen, count, &room, sizeof *seen);
        seen[count++] = read_seen(at->events, at->person);
    }
    if (row || (count && !read_stays(at, person, &stays, &stay_count, fault)))
        return false;
    if (count)
        note_events(at, seen, count, stays, stay_count);
    return true;
}

/* --- what is said of it ----------------------------------------------------------------------- */

static const char said_sql[] =
    "SELECT area, kind, subtype, service_type, since, until FROM collects c"
    " WHERE recorded <= ?1 AND NOT EXISTS (SELECT 1 FROM collects d WHERE d.area = c.area"
    "  AND d.kind = c.kind AND d.since = c.since AND d.subtype = c.subtype"
    "  AND d.service_type = c.service_type AND d.recorded <= ?1"
    "  AND (d.recorded, d.import) > (c.recorded, c.import))"
    " ORDER BY area, kind, subtype, service_type, since";

static const char *said_kind(sqlite3_stmt *stmt, struct arena *arena)
{
    const char *kind = (const char *)sqlite3_column_text(stmt, 1);
    const char *subtype = (const char *)sqlite3_column_text(stmt, 2);
    const char *service_type = (const char *)sqlite3_column_text(stmt, 3);
    return arena_format(arena, "%s%s%s%s%s", kind, *subtype ? "/" : "", subtype,
                        *service_type ? " service_type=" : "", service_type);
}

static struct stored_collects read_said(sqlite3_stmt *stmt, struct arena *arena)
{
    const char *until = (const char *)sqlite3_column_text(stmt, 5);
    struct stored_collects said = {sql_copy(stmt, 0, arena), said_kind(stmt, arena), DAY_FIRST,
                                   DAY_LAST};
    day_read((const char *)sqlite3_column_text(stmt, 4), &said.since);
    if (until)
        day_read(until, &said.until);
    return said;
}

/* What was worked out of this kind there gives way. */
static void replace_implied(struct collecting *at, size_t implied,
                            const struct stored_collects *said)
{
    for (size_t i = 0; i < implied; i++)
        if (compare_row(&at->rows[i], said->area, said->kind) == 0)
            at->rows[i].kind = ""; /* no kind at all */
}

static bool add_said(struct collecting *at, struct fault *fault)
{
    size_t implied = at->count;
    sqlite3_stmt *stmt;
    bool row = false, good = sql_prepare(at->store->db, said_sql, &stmt, fault);
    if (good)
        sql_whole(stmt, 1, at->as_of);
    while (good && (good = sql_row(stmt, &row, fault)) && row) {
        struct stored_collects said = read_said(stmt, at->kept);
        replace_implied(at, implied, &said);
        at->rows = arena_grow(at->kept, at->rows, at->count, &at->room, sizeof *at->rows);
        at->rows[at->count++] = said;
    }
    sqlite3_finalize(stmt);
    return good;
}

/* --- everybody -------------------------------------------------------------------------------- */

static const char events_sql[] = "SELECT person, id, outcome_by, date, kind, subtype, withdrawn, "
                                 "recorded FROM event WHERE person = ?"
                                 " ORDER BY id, outcome_by, recorded, import, n";
static const char stays_sql[] =
    "SELECT p.date, area.ref FROM person p LEFT JOIN area ON area.area = p.area"
    " WHERE p.person = ?1 AND p.recorded <= ?2 ORDER BY p.date, p.recorded, p.import";

static bool note_everybody(struct collecting *at, struct fault *fault)
{
    int64_t *people;
    size_t count;
    bool good = store_people(at->store, STORE_EVERYONE, &people, &count, fault);
    for (size_t i = 0; good && i < count; i++)
        good = note_person(at, people[i], fault);
    free(people);
    return good;
}

bool store_collects(struct store *store, day as_of, struct arena *arena,
                    struct stored_collects **rows, size_t *count, struct fault *fault)
{
    struct collecting at = {.store = store, .as_of = as_of, .kept = arena, .person = arena_new()};
    bool ours = false;
    bool good = read_begin(store, &ours, fault) &&
                sql_prepare(store->db, events_sql, &at.events, fault) &&
                sql_prepare(store->db, stays_sql, &at.stays, fault) && note_everybody(&at, fault) &&
                add_said(&at, fault);
    sqlite3_finalize(at.events);
    sqlite3_finalize(at.stays);
    read_end(store, ours);
    arena_free(at.person);
    *rows = at.rows;
    *count = at.count;
    return good;
}
