/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading events as they stand: corrections applied, the accounts of one event put together,
 * withdrawn ones left out. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/store_read.h"
#include "vault/vault.h"

/* --- rows ------------------------------------------------------------------------------------- */

/* What an event is known by, from a column on. */
static struct event_row read_row(sqlite3_stmt *stmt, int from, struct arena *arena)
{
    return (struct event_row){.n = sqlite3_column_int64(stmt, from),
                              .k = sqlite3_column_int64(stmt, from + 1),
                              .import = sqlite3_column_int64(stmt, from + 2),
                              .recorded = (day)sqlite3_column_int64(stmt, from + 3),
                              .id = sql_copy(stmt, from + 4, arena),
                              .date = sql_copy(stmt, from + 5, arena),
                              .kind = sql_copy(stmt, from + 6, arena),
                              .columns =
                                  arena_array(arena, EVENT_COLUMN_COUNT, sizeof(const char *))};
}

bool event_rows(struct store *store, int64_t person, struct arena *arena, struct event_row **rows,
                size_t *count, struct fault *fault)
{
    sqlite3_stmt *stmt;
    bool row;
    size_t room = 0;
    *rows = NULL;
    *count = 0;
    if (!sql_kept(store, KEPT_EVENTS, &stmt, fault))
        return false;
    sql_whole(stmt, 1, person);
    while (sql_row(stmt, &row, fault)) {
        if (!row)
            return true;
        *rows = arena_grow(arena, *rows, *count, &room, sizeof **rows);
        struct event_row *to = &(*rows)[(*count)++];
        *to = read_row(stmt, 0, arena);
        for (int i = 0; i < EVENT_COLUMN_COUNT; i++)
            to->columns[i] = sql_copy(stmt, i + 7, arena);
    }
    return false;
}

/* The same of those columns alone that are filled anywhere, out of the table as it stands open. */
static bool standing_rows(struct store *store, int64_t person, struct arena *arena,
                          struct event_row **rows, size_t *count, struct fault *fault)
{
    struct standing *at = &store->reading[READ_EVENTS];
    const struct event_columns *columns = &store->event_columns;
    size_t room = 0;
    bool good = (at->standing || event_columns_prepare(store, fault)) &&
                sql_stand(store, at, NULL, person, fault);
    while (good && sql_stands(at)) {
        *rows = arena_grow(arena, *rows, *count, &room, sizeof **rows);
        struct event_row *to = &(*rows)[(*count)++];
        *to = read_row(at->stmt, 1, arena);
        for (size_t i = 0; i < columns->count; i++)
            to->columns[columns->which[i]] = sql_copy(at->stmt, (int)i + 8, arena);
        good = sql_row(at->stmt, &at->row, fault);
    }
    return good;
}

/* --- which rows stand ------------------------------------------------------------------------- */

/* Whose account it is, in the order in which accounts fill an event: what the service recorded
 * without saying whose view the outcome is comes first, the person's account last. */
static int author(const struct event_row *row)
{
    static const char *const authors[] = {"service", "coach", "person"};
    const char *by = row->columns[EVENT_outcome_by];
    for (int i = 0; by && i < 3; i++)
        if (strcmp(by, authors[i]) == 0)
            return i + 1;
    return 0;
}

static int compare(int64_t a, int64_t b)
{
    return (a > b) - (a < b);
}

/* Of rows with an id. Rows of one event together, its accounts one after the other, of each the one
 * that stands last. */
static int by_event(const void *left, const void *right)
{
    const struct event_row *a = *(const struct event_row *const *)left;
    const struct event_row *b = *(const struct event_row *const *)right;
    int order = strcmp(a->id, b->id);
    if (order == 0)
        order = compare(author(a), author(b));
    if (order == 0)
        order = compare(a->recorded, b->recorded);
    if (order == 0)
        order = compare(a->import, b->import);
    return order ? order : compare(a->n, b->n);
}

/* The rows of one event, sorted, give at most one account an author. Withdrawing counts as of now,
 * so that it holds for every report made from then on. */
struct accounts {
    const struct event_row *of[4]; /* by author; NULL where there is none by that day */
    int count;                     /* of those that there are */
    bool withdrawn;
    const struct event_row *first; /* as they came in */
};

static struct accounts find_accounts(struct event_row *const *rows, size_t count, day as_of)
{
    struct accounts accounts = {.first = rows[0]};
    for (size_t i = 0; i < count; i++) {
        int by = author(rows[i]);
        bool last = i + 1 == count || author(rows[i + 1]) != by;
        if (rows[i]->recorded <= as_of) {
            accounts.count += accounts.of[by] == NULL;
            accounts.of[by] = rows[i];
        }
        if (last && rows[i]->columns[EVENT_withdrawn])
            accounts.withdrawn = true;
        if (rows[i]->n < accounts.first->n)
            accounts.first = rows[i];
    }
    return accounts;
}

/* --- one event of several accounts ------------------------------------------------------------ */

static void fill(struct stored_event *event, const struct event_row *row)
{
    if (!event->date) {
        event->id = row->id;
        event->date = row->date;
        event->kind = row->kind;
    }
    for (int i = 0; i < EVENT_COLUMN_COUNT; i++)
        if (!event->columns[i] && i != EVENT_outcome && i != EVENT_outcome_by)
            event->columns[i] = row->columns[i];
}

/* What one of them keeps to themselves no other account shows. */
static void choose_visibility(struct stored_event *event, const struct accounts *accounts)
{
    static const char *const most_private_first[] = {"person_only", "person+coach"};
    for (int i = 0; i < 2; i++)
        for (int by = 0; by < 4; by++) {
            const char *says =
                accounts->of[by] ? accounts->of[by]->columns[EVENT_visibility] : NULL;
            if (says && strcmp(says, most_private_first[i]) == 0) {
                event->columns[EVENT_visibility] = says;
                return;
            }
        }
}

static void choose_outcome(struct stored_event *event, const struct accounts *accounts)
{
    for (int by = 0; by < 4; by++) {
        const struct event_row *row = accounts->of[by];
        if (row && row->columns[EVENT_outcome]) {
            event->columns[EVENT_outcome] = row->columns[EVENT_outcome];
            event->columns[EVENT_outcome_by] = row->columns[EVENT_outcome_by];
        }
    }
    event->service_outcome_account =
        accounts->of[1] ? accounts->of[1]->columns[EVENT_outcome] : NULL;
}

/* Most events have one account, and are it. */
static void take_only(struct stored_event *event, const struct accounts *accounts)
{
    int by = 0;
    while (!accounts->of[by])
        by++;
    const struct event_row *row = accounts->of[by];
    if (!row->columns[EVENT_outcome])
        row->columns[EVENT_outcome_by] = NULL;
    *event = (struct stored_event){
        .id = row->id, .date = row->date, .kind = row->kind, .columns = row->columns};
}

static void fill_up(struct stored_event *event, const struct accounts *accounts,
                    struct arena *arena)
{
    *event =
        (struct stored_event){.columns = arena_array(arena, EVENT_COLUMN_COUNT, sizeof(char *))};
    for (int by = 0; by < 4; by++)
        if (accounts->of[by])
            fill(event, accounts->of[by]);
}

/* False when there is nothing of it by that day, or it was withdrawn. */
static bool one_event(const struct accounts *accounts, struct arena *arena,
                      struct stored_event *event)
{
    if (accounts->withdrawn)
        return false;
    if (accounts->count == 1)
        take_only(event, accounts);
    else
        fill_up(event, accounts, arena);
    choose_visibility(event, accounts);
    choose_outcome(event, accounts);
    return event->date != NULL;
}

/* --- names of events without an id ------------------------------------------------------------ */

/* Workers and words are left out, because their tokens differ from store to store; events that
 * differ in nothing else are told apart by counting. */
struct packed {
    size_t at, length; /* in the text of all of them */
};

static struct packed pack_for_name(const struct stored_event *event, struct text *all)
{
    const char *columns[EVENT_COLUMN_COUNT];
    size_t at = all->length;
    memcpy(columns, event->columns, sizeof columns);
    columns[EVENT_worker] = columns[EVENT_need_words] = NULL;
    event_pack(all, event->date, event->kind, columns);
    return (struct packed){at, all->length - at};
}

static int count_before(const struct text *all, const struct packed *packed, size_t i)
{
    int count = 0;
    for (size_t j = 0; j < i; j++)
        count +=
            packed[j].length == packed[i].length &&
            memcmp(all->bytes + packed[j].at, all->bytes + packed[i].at, packed[i].length) == 0;
    return count;
}

/* Of whose it is, what it says, and that it is the k-th that says so; `whole` is room. */
static const char *name(struct arena *arena, const char *ref, const char *bytes, size_t length,
                        int k, struct text *whole)
{
    char hex[17], digits[12];
    int count = snprintf(digits, sizeof digits, "%d", k);
    text_clear(whole);
    text_add(whole, ref, strlen(ref) + 1);
    text_add(whole, bytes, length);
    text_add(whole, digits, (size_t)count);
    vault_name(whole->bytes, whole->length, hex);
    return arena_copy(arena, hex, 12);
}

static void name_events(struct arena *arena, struct stored_person *person)
{
    struct packed *packed = arena_array(arena, person->event_count, sizeof *packed);
    struct text all = {0}, whole = {0};
    size_t count = 0;
    for (size_t i = 0; i < person->event_count; i++) {
        struct stored_event *event = &person->events[i];
        if (event->id)
            continue;
        packed[count] = pack_for_name(event, &all);
        int k = count_before(&all, packed, count) + 1;
        event->id =
            name(arena, person->ref, all.bytes + packed[count].at, packed[count].length, k, &whole);
        count++;
    }
    text_free(&all);
    text_free(&whole);
}

/* --- all events of a person ------------------------------------------------------------------- */

/* What one event's rows come to stands in the place of the first of them; no date: nothing does. */
static void place(struct event_row *const *rows, size_t count, const struct event_row *all,
                  day as_of, struct arena *arena, struct stored_event *placed)
{
    struct accounts accounts = find_accounts(rows, count, as_of);
    struct stored_event *event = &placed[accounts.first - all];
    if (one_event(&accounts, arena, event))
        event->n = accounts.first->n;
}

/* An event without an id is one row. */
static void place_all(struct event_row *rows, size_t count, day as_of, struct arena *arena,
                      struct stored_event *placed)
{
    struct event_row **known = arena_array(arena, count, sizeof *known);
    size_t known_count = 0;
    for (size_t i = 0; i < count; i++) {
        struct event_row *row = &rows[i];
        if (row->id)
            known[known_count++] = row;
        else
            place(&row, 1, rows, as_of, arena, placed);
    }
    if (known_count)
        qsort(known, known_count, sizeof *known, by_event);
    for (size_t first = 0, next; first < known_count; first = next) {
        for (next = first + 1;
             next < known_count && strcmp(known[first]->id, known[next]->id) == 0;)
            next++;
        place(known + first, next - first, rows, as_of, arena, placed);
    }
}

bool read_events(struct store *store, day as_of, struct arena *arena, struct stored_person *person,
                 struct fault *fault)
{
    struct event_row *rows = NULL;
    size_t count = 0;
    if (!standing_rows(store, person->number, arena, &rows, &count, fault))
        return false;
    if (count == 0)
        return true;
    person->events = arena_array(arena, count, sizeof *person->events);
    place_all(rows, count, as_of, arena, person->events);
    for (size_t i = 0; i < count; i++)
        if (person->events[i].date)
            person->events[person->event_count++] = person->events[i];
    name_events(arena, person);
    return true;
}
