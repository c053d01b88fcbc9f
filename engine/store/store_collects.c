/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From when each kind of event is collected in an area: as a file of collects says, else from the
 * first event of that kind there that its person does not keep from learning, because others would
 * see by it that there is one. That is kept with whose event it was: while this person still has
 * it, only people who changed since can have an earlier one. Else one pass over all events, and in
 * it only the columns that matter. */
#include <string.h>

#include "store/store_read.h"

/* An event as far as it matters here. */
struct seen {
    const char *id, *author, *date, *kind, *subtype;
    bool withdrawn;
    bool kept; /* by the person from learning */
    day recorded;
};

/* Where a person is from a day on. */
struct stay {
    day from;
    const char *area; /* NULL: not said in this row */
};

/* The first event of a kind in an area. */
struct first {
    const char *area; /* NULL: no area */
    const char *kind;
    day since;
    int64_t person; /* whose it was; of several on that day the first here */
    bool sure;      /* false: they have changed, and may not have it any more */
};

struct collecting {
    struct store *store;
    day as_of;
    struct arena *kept;   /* of the result */
    struct arena *person; /* reset between two people */
    sqlite3_stmt *events, *stays;
    int64_t whose;        /* events are being read */
    struct first *firsts; /* sorted */
    size_t first_count, first_room;
    struct stored_collects *rows;
    size_t count, room;
};

/* --- the table -------------------------------------------------------------------------------- */

static int compare_area(const char *a, const char *b)
{
    if (!a || !b)
        return (a != NULL) - (b != NULL);
    return strcmp(a, b);
}

static int compare_key(const char *area, const char *kind, const char *other_area,
                       const char *other_kind)
{
    int order = compare_area(area, other_area);
    return order ? order : strcmp(kind, other_kind);
}

static void insert_first(struct collecting *at, size_t place, const char *area, const char *kind,
                         day since)
{
    at->firsts =
        arena_grow(at->kept, at->firsts, at->first_count, &at->first_room, sizeof *at->firsts);
    memmove(&at->firsts[place + 1], &at->firsts[place],
            (at->first_count - place) * sizeof *at->firsts);
    at->firsts[place] = (struct first){area ? arena_text(at->kept, area) : NULL,
                                       arena_text(at->kept, kind), since, at->whose, true};
    at->first_count++;
}

static void note_kind(struct collecting *at, const char *area, const char *kind, day since)
{
    size_t low = 0, high = at->first_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct first *first = &at->firsts[middle];
        if (compare_key(first->area, first->kind, area, kind) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    struct first *first = low < at->first_count ? &at->firsts[low] : NULL;
    if (!first || compare_key(first->area, first->kind, area, kind) != 0)
        insert_first(at, low, area, kind, since);
    else if (since < first->since || (since == first->since && at->whose <= first->person)) {
        first->since = since;
        first->person = at->whose;
        first->sure = true;
    }
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

static bool same_event(const struct seen *a, const struct seen *b)
{
    return a == b || (a->id && b->id && strcmp(a->id, b->id) == 0);
}

/* Rows come by id, author and age. */
static bool ends_account(const struct seen *seen, size_t count, size_t i)
{
    return i + 1 == count || !same_event(&seen[i], &seen[i + 1]) ||
           compare_area(seen[i].author, seen[i + 1].author) != 0;
}

static bool stands(const struct collecting *at, const struct seen *seen, size_t count, size_t i)
{
    return seen[i].recorded <= at->as_of &&
           (ends_account(seen, count, i) || seen[i + 1].recorded > at->as_of);
}

/* What one account withdraws or keeps, no other shows. Withdrawing counts as of now. */
static bool is_shown(const struct collecting *at, const struct seen *accounts, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if ((accounts[i].withdrawn && ends_account(accounts, count, i)) ||
            (accounts[i].kept && stands(at, accounts, count, i)))
            return false;
    return true;
}

static void note_events(struct collecting *at, const struct seen *seen, size_t count,
                        const struct stay *stays, size_t stay_count)
{
    for (size_t first = 0, next; first < count; first = next) {
        const struct seen *accounts = &seen[first];
        for (next = first; next < count && same_event(accounts, &seen[next]); next++)
            ;
        bool shown = is_shown(at, accounts, next - first);
        for (size_t i = 0; shown && i < next - first; i++)
            if (stands(at, accounts, next - first, i))
                note_event(at, &accounts[i], stays, stay_count);
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
                         .recorded = (day)sqlite3_column_int64(stmt, 7),
                         .kept = sqlite3_column_int(stmt, 8)};
}

static bool note_person(struct collecting *at, int64_t person, struct fault *fault)
{
    struct seen *seen = NULL;
    struct stay *stays;
    size_t count = 0, room = 0, stay_count;
    bool row = true;
    arena_reset(at->person);
    at->whose = person;
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
                                   DAY_LAST, true};
    day_read((const char *)sqlite3_column_text(stmt, 4), &said.since);
    if (until)
        day_read(until, &said.until);
    return said;
}

static void add_row(struct collecting *at, const struct stored_collects *row)
{
    at->rows = arena_grow(at->kept, at->rows, at->count, &at->room, sizeof *at->rows);
    at->rows[at->count++] = *row;
}

/* What was worked out of a kind gives way where a file says it. */
static void replace_implied(struct collecting *at, size_t implied,
                            const struct stored_collects *said)
{
    for (size_t i = 0; i < implied; i++)
        if (compare_key(at->rows[i].area, at->rows[i].kind, said->area, said->kind) == 0)
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
        add_row(at, &said);
    }
    sqlite3_finalize(stmt);
    return good;
}

static bool make_rows(struct collecting *at, struct fault *fault)
{
    for (size_t i = 0; i < at->first_count; i++)
        add_row(at, &(struct stored_collects){at->firsts[i].area, at->firsts[i].kind,
                                              at->firsts[i].since, DAY_LAST, false});
    return add_said(at, fault);
}

/* --- what is kept ----------------------------------------------------------------------------- */

static const char kept_sql[] = "SELECT nullif(area, ''), kind, since, person, person NOT IN"
                               " (SELECT person FROM touched) FROM collected ORDER BY area, kind";

static bool read_kept(struct collecting *at, struct fault *fault)
{
    sqlite3_stmt *stmt;
    bool row = false, good = sql_prepare(at->store->db, kept_sql, &stmt, fault);
    while (good && (good = sql_row(stmt, &row, fault)) && row) {
        at->firsts =
            arena_grow(at->kept, at->firsts, at->first_count, &at->first_room, sizeof *at->firsts);
        at->firsts[at->first_count++] = (struct first){.area = sql_copy(stmt, 0, at->kept),
                                                       .kind = sql_copy(stmt, 1, at->kept),
                                                       .since = (day)sqlite3_column_int64(stmt, 2),
                                                       .person = sqlite3_column_int64(stmt, 3),
                                                       .sure = sqlite3_column_int(stmt, 4)};
    }
    sqlite3_finalize(stmt);
    return good;
}

static bool keep(const struct collecting *at, struct fault *fault)
{
    sqlite3_stmt *stmt = NULL;
    bool good = sql_run(at->store->db, "DELETE FROM collected", fault) &&
                sql_prepare(at->store->db,
                            "INSERT INTO collected (area, kind, since, person) VALUES (?,?,?,?)",
                            &stmt, fault);
    for (size_t i = 0; good && i < at->first_count; i++) {
        const struct first *first = &at->firsts[i];
        sql_text(stmt, 1, first->area ? first->area : "");
        sql_text(stmt, 2, first->kind);
        sql_whole(stmt, 3, first->since);
        sql_whole(stmt, 4, first->person);
        good = sql_do(stmt, fault);
    }
    sqlite3_finalize(stmt);
    return good;
}

/* --- everybody -------------------------------------------------------------------------------- */

static const char events_sql[] = "SELECT person, id, outcome_by, date, kind, subtype, withdrawn, "
                                 "recorded, visibility <> 'learning' FROM event WHERE person = ?"
                                 " ORDER BY id, outcome_by, recorded, import, n";
static const char stays_sql[] =
    "SELECT p.date, area.ref FROM person p LEFT JOIN area ON area.area = p.area"
    " WHERE p.person = ?1 AND p.recorded <= ?2 ORDER BY p.date, p.recorded, p.import";

static bool note_people(struct collecting *at, const char *sql, struct fault *fault)
{
    sqlite3_stmt *stmt;
    bool row = false, good = sql_prepare(at->store->db, sql, &stmt, fault);
    while (good && (good = sql_row(stmt, &row, fault)) && row)
        good = note_person(at, sqlite3_column_int64(stmt, 0), fault);
    sqlite3_finalize(stmt);
    return good;
}

static bool is_sure(const struct collecting *at)
{
    for (size_t i = 0; i < at->first_count; i++)
        if (!at->firsts[i].sure)
            return false;
    return true;
}

/* What is kept holds for its own day and later ones; of an earlier day nothing is. */
static bool note(struct collecting *at, struct fault *fault)
{
    day kept;
    if (!store_derived_day(at->store, &kept, fault))
        return false;
    bool serves = kept != DAY_NONE && kept <= at->as_of;
    if (serves && !(read_kept(at, fault) && note_people(at, "SELECT person FROM touched", fault)))
        return false;
    if (serves && is_sure(at))
        return true;
    at->first_count = 0;
    return note_people(at, "SELECT DISTINCT person FROM event", fault);
}

static bool collect(struct store *store, day as_of, bool keeps, struct arena *arena,
                    struct stored_collects **rows, size_t *count, struct fault *fault)
{
    struct collecting at = {.store = store, .as_of = as_of, .kept = arena, .person = arena_new()};
    bool ours = false;
    bool good = store_read_begin(store, &ours, fault) &&
                sql_prepare(store->db, events_sql, &at.events, fault) &&
                sql_prepare(store->db, stays_sql, &at.stays, fault) && note(&at, fault) &&
                (!keeps || keep(&at, fault)) && make_rows(&at, fault);
    sqlite3_finalize(at.events);
    sqlite3_finalize(at.stays);
    store_read_end(store, ours);
    arena_free(at.person);
    *rows = at.rows;
    *count = at.count;
    return good;
}

bool store_collects_said(struct store *store, day as_of, struct arena *arena,
                         struct stored_collects **rows, size_t *count, struct fault *fault)
{
    struct collecting at = {.store = store, .as_of = as_of, .kept = arena};
    bool good = add_said(&at, fault);
    *rows = at.rows;
    *count = at.count;
    return good;
}

bool store_collects(struct store *store, day as_of, struct arena *arena,
                    struct stored_collects **rows, size_t *count, struct fault *fault)
{
    return collect(store, as_of, false, arena, rows, count, fault);
}

bool store_derive_collects(struct store *store, day as_of, struct arena *arena,
                           struct stored_collects **rows, size_t *count, struct fault *fault)
{
    return collect(store, as_of, true, arena, rows, count, fault);
}
