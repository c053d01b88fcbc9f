/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Releases: what area reports made public, kept so that it is printed again as it was. */
#include "store/store_private.h"

#define COLUMNS "report, version, pin, release.area, first, last, as_of, model, length(people) / 8"

static struct release read(sqlite3_stmt *stmt, struct arena *arena)
{
    return (struct release){
        .report = sql_copy(stmt, 0, arena),
        .version = sql_copy(stmt, 1, arena),
        .pin = sql_copy(stmt, 2, arena),
        .area = sqlite3_column_int64(stmt, 3),
        .period = {(day)sqlite3_column_int64(stmt, 4), (day)sqlite3_column_int64(stmt, 5)},
        .as_of = (day)sqlite3_column_int64(stmt, 6),
        .model = sql_copy(stmt, 7, arena),
        .people_count = (size_t)sqlite3_column_int64(stmt, 8)};
}

bool store_release_find(struct store *store, const char *report, int64_t area, struct days period,
                        struct arena *arena, struct release *release, bool *there,
                        struct fault *fault)
{
    sqlite3_stmt *stmt;
    *there = false;
    bool good = sql_prepare(store->db,
                            "SELECT " COLUMNS " FROM release"
                            " WHERE report = ? AND area = ? AND first = ? AND last = ?",
                            &stmt, fault);
    if (good) {
        sql_text(stmt, 1, report);
        sql_whole(stmt, 2, area);
        sql_whole(stmt, 3, period.low);
        sql_whole(stmt, 4, period.high);
        good = sql_row(stmt, there, fault);
    }
    if (*there)
        *release = read(stmt, arena);
    sqlite3_finalize(stmt);
    return good && (!*there || verify_releases(store, fault));
}

/* Of an area (1), what was ever within it or around it; days (2, 3); whether those are whole (4).
 */
static const char in_the_way[] =
    "WITH RECURSIVE"
    " ever(area, within) AS (SELECT a.area, o.area FROM area_file AS f"
    "  JOIN area AS a ON a.ref = f.area JOIN area AS o ON o.ref = f.within),"
    " outer_area(area) AS (SELECT ?1 UNION SELECT e.within FROM ever AS e"
    "  JOIN outer_area AS o ON e.area = o.area),"
    " inner_area(area) AS (SELECT ?1 UNION SELECT e.area FROM ever AS e"
    "  JOIN inner_area AS i ON e.within = i.area)"
    "SELECT " COLUMNS ", ref FROM release JOIN area ON area.area = release.area"
    " WHERE release.area IN (SELECT area FROM outer_area UNION SELECT area FROM inner_area)"
    " AND first <= ?3 AND last >= ?2 AND (length(people) > 0 OR (release.area = ?1"
    "  AND NOT (?4 AND first >= ?2 AND last <= ?3 AND last - first < ?3 - ?2)))"
    " ORDER BY release LIMIT 1";

bool store_release_overlaps(struct store *store, int64_t area, struct days period,
                            struct arena *arena, struct release *release, const char **place,
                            bool *there, struct fault *fault)
{
    sqlite3_stmt *stmt;
    *there = false;
    bool good = sql_prepare(store->db, in_the_way, &stmt, fault);
    if (good) {
        sql_whole(stmt, 1, area);
        sql_whole(stmt, 2, period.low);
        sql_whole(stmt, 3, period.high);
        sql_whole(stmt, 4, days_are_whole(period));
        good = sql_row(stmt, there, fault);
    }
    if (*there) {
        *release = read(stmt, arena);
        *place = sql_copy(stmt, 9, arena);
    }
    sqlite3_finalize(stmt);
    return good;
}

/* --- whose figures ---------------------------------------------------------------------------- */

enum { NUMBER_BYTES = 8, FEW = 10 };

static void pack(const int64_t *people, size_t count, struct text *packed)
{
    for (size_t i = 0; i < count; i++)
        for (int byte = 0; byte < NUMBER_BYTES; byte++)
            text_char(packed, (char)((uint64_t)people[i] >> (8 * byte)));
}

static int64_t unpack(const unsigned char *bytes)
{
    uint64_t number = 0;
    for (int byte = NUMBER_BYTES; byte-- > 0;)
        number = number << 8 | bytes[byte];
    return (int64_t)number;
}

/* How many of the packed ones are among `people`? Marks those. Both rising. */
static size_t in_both(const unsigned char *packed, size_t packed_count, const int64_t *people,
                      size_t count, bool *marked)
{
    size_t both = 0, at = 0;
    for (size_t i = 0; i < packed_count; i++) {
        int64_t number = unpack(packed + i * NUMBER_BYTES);
        while (at < count && people[at] < number)
            at++;
        if (at < count && people[at] == number) {
            marked[at] = true;
            both++;
        }
    }
    return both;
}

/* All of them but a few, and a few only beside the many. */
static bool nearly_all(size_t both, size_t of)
{
    return of - both < FEW && both > of - both;
}

static size_t marks(const bool *marked, size_t count)
{
    size_t sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += marked[i];
    return sum;
}

/* The first release that has nearly these people; or else the first with any of them, where nearly
 * all of these are in some release. */
static bool find_alike(sqlite3_stmt *stmt, const int64_t *people, size_t count, struct arena *arena,
                       struct release *release, const char **place, bool *there,
                       struct fault *fault)
{
    bool *marked = arena_array(arena, count, sizeof *marked);
    bool good, row, alike = false, any = false;
    while ((good = sql_row(stmt, &row, fault)) && row) {
        size_t packed = (size_t)sqlite3_column_bytes(stmt, 10) / NUMBER_BYTES;
        size_t both = in_both(sqlite3_column_blob(stmt, 10), packed, people, count, marked);
        alike = nearly_all(both, packed) || nearly_all(both, count);
        if (alike || (both > 0 && !any)) {
            *release = read(stmt, arena);
            *place = sql_copy(stmt, 9, arena);
        }
        any |= both > 0;
        if (alike)
            break;
    }
    *there = alike || (any && nearly_all(marks(marked, count), count));
    return good;
}

bool store_release_alike(struct store *store, struct days period, const int64_t *people,
                         size_t count, struct arena *arena, struct release *release,
                         const char **place, bool *there, struct fault *fault)
{
    sqlite3_stmt *stmt;
    *there = false;
    bool good = sql_prepare(store->db,
                            "SELECT " COLUMNS ", ref, people FROM release"
                            " JOIN area ON area.area = release.area"
                            " WHERE first <= ? AND last >= ? AND length(people) > 0"
                            " ORDER BY release",
                            &stmt, fault);
    if (good) {
        sql_whole(stmt, 1, period.high);
        sql_whole(stmt, 2, period.low);
        good = find_alike(stmt, people, count, arena, release, place, there, fault);
    }
    sqlite3_finalize(stmt);
    return good;
}

/* --- keeping ---------------------------------------------------------------------------------- */

static bool add(struct store *store, const struct release *release, struct fault *fault)
{
    sqlite3_stmt *stmt;
    struct text people = {0};
    bool good = sql_prepare(store->db,
                            "INSERT INTO release (report, version, pin, area, first, last,"
                            " as_of, model, people) VALUES (?,?,?,?,?,?,?,?,?)",
                            &stmt, fault);
    if (good) {
        sql_text(stmt, 1, release->report);
        sql_text(stmt, 2, release->version);
        sql_text(stmt, 3, release->pin);
        sql_whole(stmt, 4, release->area);
        sql_whole(stmt, 5, release->period.low);
        sql_whole(stmt, 6, release->period.high);
        sql_whole(stmt, 7, release->as_of);
        sql_text(stmt, 8, release->model);
        pack(release->people, release->people_count, &people);
        sqlite3_bind_blob64(stmt, 9, people.length ? people.bytes : "", people.length,
                            SQLITE_STATIC);
        good = sql_do(stmt, fault);
    }
    sqlite3_finalize(stmt);
    text_free(&people);
    return good;
}

/* Another run may have released the same people and days since this one looked. */
static bool add_if_free(struct store *store, const struct release *release, struct fault *fault)
{
    struct arena *arena = arena_new();
    struct release other;
    const char *place;
    bool there;
    bool good = store_release_overlaps(store, release->area, release->period, arena, &other, &place,
                                       &there, fault);
    if (good && !there)
        good = store_release_alike(store, release->period, release->people, release->people_count,
                                   arena, &other, &place, &there, fault);
    if (good && there)
        good = fault_set(fault, FAULT_BUSY,
                         "%s of %s was made public by another run while this one was at work, with "
                         "some of the same people and days. Nothing was made public by this one: "
                         "ask again.",
                         other.report, place);
    arena_free(arena);
    return good && add(store, release, fault);
}

static bool keep(struct store *store, const struct release *release, struct fault *fault)
{
    return verify_rest(store, fault) && add_if_free(store, release, fault) &&
           seal_rest(store, fault);
}

bool store_release_keep(struct store *store, const struct release *release, struct fault *fault)
{
    if (!store_unlocked(store, fault))
        return false;
    if (!sqlite3_get_autocommit(store->db))
        return keep(store, release, fault);
    /* Also beside private derived tables this is written to the store itself. */
    if (!sql_run(store->db, "BEGIN IMMEDIATE", fault))
        return false;
    bool good = keep(store, release, fault);
    return sql_end(store, good, fault) && good;
}
