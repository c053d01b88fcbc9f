/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Events. With an id: known by it and by whose account of the outcome it is; other fields under it
 * are a correction. Without: known by all fields, and the k-th equal row of a file is the k-th such
 * event. */
#include <stdlib.h>
#include <string.h>

#include "store/store_import.h"

/* --- workers ---------------------------------------------------------------------------------- */

/* `anna;ben` as tokens, parted likewise. */
static bool hide_workers(struct merge *merge, const char **columns, struct fault *fault)
{
    const char *workers = columns[EVENT_worker];
    if (!workers)
        return true;
    if (!merge_need_key(merge, fault))
        return false;
    char *names = arena_text(merge->person_arena, workers), *rest = names, *name;
    struct text tokens = {0};
    while ((name = strsep(&rest, ";"))) {
        char token[17];
        vault_token(merge->key, name, token);
        if (tokens.length)
            text_char(&tokens, ';');
        text_put(&tokens, token);
    }
    columns[EVENT_worker] = arena_text(merge->person_arena, tokens.bytes);
    text_free(&tokens);
    return true;
}

/* --- what is there ---------------------------------------------------------------------------- */

static const char *author(const struct event_row *row)
{
    return row->columns[EVENT_outcome_by] ? row->columns[EVENT_outcome_by] : "";
}

static int compare_numbers(int64_t a, int64_t b)
{
    return (a > b) - (a < b);
}

static int compare_id(const struct event_row *row, const char *id, const char *by)
{
    int order = strcmp(row->id, id);
    return order ? order : strcmp(author(row), by);
}

static int compare_packed(const struct text *a, const struct text *b)
{
    int order = memcmp(a->bytes, b->bytes, a->length < b->length ? a->length : b->length);
    return order ? order : compare_numbers((int64_t)a->length, (int64_t)b->length);
}

/* Rows with an id by id, author and age; then the others by their fields and k. */
static int compare_rows(const void *left, const void *right, void *context)
{
    const struct merge *merge = context;
    size_t i = *(const size_t *)left, j = *(const size_t *)right;
    const struct event_row *a = &merge->events[i], *b = &merge->events[j];
    if (!a->id != !b->id)
        return a->id ? -1 : 1;
    int order = a->id ? compare_id(a, b->id, author(b))
                      : compare_packed(&merge->event_packed[i], &merge->event_packed[j]);
    if (order == 0)
        order = compare_numbers(a->recorded, b->recorded);
    if (order == 0)
        order = compare_numbers(a->import, b->import);
    return order ? order : compare_numbers(a->n, b->n);
}

static struct text pack(struct arena *arena, const struct event_row *row)
{
    struct text packed = {0};
    event_pack(&packed, row->date, row->kind, row->columns);
    struct text kept = {arena_copy(arena, packed.bytes, packed.length), packed.length, 0};
    text_free(&packed);
    return kept;
}

static bool load(struct merge *merge, struct fault *fault)
{
    struct arena *arena = merge->person_arena;
    merge->events_loaded = true;
    if (merge->person == 0)
        return true;
    if (!event_rows(merge->store, merge->person, arena, &merge->events, &merge->event_count, fault))
        return false;
    merge->event_packed = arena_array(arena, merge->event_count, sizeof *merge->event_packed);
    merge->event_order = arena_array(arena, merge->event_count, sizeof *merge->event_order);
    for (size_t i = 0; i < merge->event_count; i++) {
        merge->event_packed[i] = pack(arena, &merge->events[i]);
        merge->event_order[i] = i;
        if (merge->events[i].n > merge->event_n)
            merge->event_n = merge->events[i].n;
    }
    qsort_r(merge->event_order, merge->event_count, sizeof *merge->event_order, compare_rows,
            merge);
    return true;
}

/* --- writing ---------------------------------------------------------------------------------- */

struct event_new {
    const char *id, *date, *kind;
    const char *columns[EVENT_COLUMN_COUNT];
    struct text packed; /* as the store has it: workers as tokens */
};

static bool write_event(struct merge *merge, const struct event_new *event, int64_t k,
                        struct fault *fault)
{
    sqlite3_stmt *stmt;
    int64_t person;
    if (!merge_person(merge, &person, fault) ||
        !merge_keep_words(merge, event->columns[EVENT_need_words], fault) ||
        !sql_kept(merge->store, KEPT_EVENT_NEW, &stmt, fault))
        return false;
    sql_whole(stmt, 1, person);
    sql_whole(stmt, 2, ++merge->event_n);
    sql_whole(stmt, 3, k);
    sql_whole(stmt, 4, merge->import->number);
    sql_whole(stmt, 5, merge->import->recorded);
    sql_text(stmt, 6, event->id);
    sql_text(stmt, 7, event->date);
    sql_text(stmt, 8, event->kind);
    for (int i = 0; i < EVENT_COLUMN_COUNT; i++)
        if (event->columns[i])
            sql_text(stmt, 9 + i, event->columns[i]);
    event_columns_note(merge->import, event->columns);
    merge_wrote(merge);
    return sql_do(stmt, fault);
}

/* Reads a packed event, with its workers hidden. `bytes` must outlive it. */
static bool read_event(struct merge *merge, const char *bytes, size_t length,
                       struct event_new *event, struct fault *fault)
{
    const char *columns;
    event->date = bytes;
    event->kind = bytes + strlen(bytes) + 1;
    columns = event->kind + strlen(event->kind) + 1;
    cells_unpack(columns, length - (size_t)(columns - bytes), event->columns);
    if (!hide_workers(merge, event->columns, fault) ||
        !merge_words(merge, &event->columns[EVENT_need_words], fault))
        return false;
    struct text packed = {0};
    event_pack(&packed, event->date, event->kind, event->columns);
    event->packed = (struct text){arena_copy(merge->person_arena, packed.bytes, packed.length),
                                  packed.length, 0};
    text_free(&packed);
    return true;
}

/* --- with an id ------------------------------------------------------------------------------- */

/* The row of this id and author that stood when this import counts as recorded, or NULL. */
static const struct text *standing(const struct merge *merge, const char *id, const char *by)
{
    const struct text *found = NULL;
    for (size_t low = 0, high = merge->event_count; low < high;) {
        size_t middle = low + (high - low) / 2, at = merge->event_order[middle];
        const struct event_row *row = &merge->events[at];
        int order = row->id ? compare_id(row, id, by) : 1;
        bool before = order < 0 || (order == 0 && row->recorded <= merge->import->recorded);
        if (order == 0 && before)
            found = &merge->event_packed[at];
        if (before)
            low = middle + 1;
        else
            high = middle;
    }
    return found;
}

static bool all_equal(const struct text *body)
{
    struct row_head first, head;
    memcpy(&first, body->bytes, sizeof first);
    for (size_t at = 0; at < body->length; at += sizeof head + head.length) {
        memcpy(&head, body->bytes + at, sizeof head);
        if (head.length != first.length ||
            memcmp(body->bytes + at + sizeof head, body->bytes + sizeof first, first.length) != 0)
            return false;
    }
    return true;
}

static void set_all_aside(struct merge *merge, const char *id, const struct text *body)
{
    const char *reason =
        arena_format(merge->arena,
                     "Two rows of this file give event %s differently. Keep the right one and "
                     "import the file again",
                     id);
    struct row_head head;
    for (size_t at = 0; at < body->length; at += sizeof head + head.length) {
        memcpy(&head, body->bytes + at, sizeof head);
        merge_set_aside(merge, head.line, reason);
    }
}

static int64_t count_rows(const struct text *body)
{
    struct row_head head;
    int64_t count = 0;
    for (size_t at = 0; at < body->length; at += sizeof head + head.length, count++)
        memcpy(&head, body->bytes + at, sizeof head);
    return count;
}

static bool merge_by_id(struct merge *merge, const char *id, const char *by,
                        const struct text *body, struct fault *fault)
{
    if (!all_equal(body)) {
        set_all_aside(merge, id, body);
        return true;
    }
    struct import_sum *sum = &merge->result->sum;
    struct event_new event = {.id = arena_text(merge->person_arena, id)};
    struct row_head head; /* the rows are equal: the first speaks for all */
    memcpy(&head, body->bytes, sizeof head);
    char *bytes = arena_copy(merge->person_arena, body->bytes + sizeof head, head.length);
    if (!read_event(merge, bytes, head.length, &event, fault))
        return false;
    const struct text *stands = standing(merge, id, by);
    sum->known += count_rows(body) - 1;
    if (stands && compare_packed(stands, &event.packed) == 0) {
        sum->known++;
        return true;
    }
    if (stands)
        sum->corrected++;
    else
        sum->fresh++;
    return write_event(merge, &event, 1, fault);
}

/* --- without an id ---------------------------------------------------------------------------- */

static int64_t count_there(const struct merge *merge, const struct text *packed)
{
    size_t low = 0, high = merge->event_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2, at = merge->event_order[middle];
        if (merge->events[at].id || compare_packed(&merge->event_packed[at], packed) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    int64_t count = 0;
    for (; low < merge->event_count; low++, count++)
        if (compare_packed(&merge->event_packed[merge->event_order[low]], packed) != 0)
            break;
    return count;
}

static bool merge_by_fields(struct merge *merge, const char *fields, size_t length,
                            const struct text *body, struct fault *fault)
{
    struct event_new event = {.id = NULL};
    char *bytes = arena_copy(merge->person_arena, fields, length);
    if (!read_event(merge, bytes, length, &event, fault))
        return false;
    int64_t there = count_there(merge, &event.packed), given = count_rows(body);
    merge->result->sum.known += given < there ? given : there;
    for (int64_t k = there + 1; k <= given; k++) {
        merge->result->sum.fresh++;
        if (!write_event(merge, &event, k, fault))
            return false;
    }
    return true;
}

bool merge_events(struct merge *merge, const char *key, size_t length, const struct text *body,
                  struct fault *fault)
{
    if (!merge->events_loaded && !load(merge, fault))
        return false;
    if (*key == EVENT_BY_FIELDS)
        return merge_by_fields(merge, key + 1, length - 1, body, fault);
    const char *id = key + 1;
    return merge_by_id(merge, id, id + strlen(id) + 1, body, fault);
}
