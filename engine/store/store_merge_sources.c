/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a file says of an administration besides answers: the source's own key and the printed
 * edition. The same key of the same instrument again elsewhere, on another day or by another rater,
 * is a correction: what stood there before stands no more, from the day on that the correction
 * counts as recorded. */
#include <stdlib.h>
#include <string.h>

#include "store/store_import.h"

/* --- order ------------------------------------------------------------------------------------ */

static int compare(int64_t a, int64_t b)
{
    return (a > b) - (a < b);
}

static int compare_keys(const struct answer_key *a, const struct answer_key *b)
{
    int order = compare(a->version, b->version);
    order = order ? order : compare(a->date, b->date);
    order = order ? order : compare(a->place, b->place);
    order = order ? order : compare(a->time, b->time);
    return order ? order : compare(a->by, b->by);
}

static int by_key(const void *left, const void *right)
{
    const struct source *a = left, *b = right;
    int order = compare_keys(&a->key, &b->key);
    order = order ? order : strcmp(a->id, b->id);
    return order ? order : strcmp(a->edition, b->edition);
}

static int by_id(const void *left, const void *right)
{
    const struct source *a = left, *b = right;
    int order = strcmp(a->id, b->id);
    order = order ? order : compare(a->key.family, b->key.family);
    return order ? order : compare_keys(&a->key, &b->key);
}

/* --- what one file says ----------------------------------------------------------------------- */

/* One entry an administration. Where its rows have several ids, these are ids of rows and not of
 * the administration. */
static void join_keys(struct merge *merge)
{
    size_t kept = 0;
    qsort(merge->sources, merge->source_count, sizeof *merge->sources, by_key);
    for (size_t i = 0; i < merge->source_count; i++) {
        struct source *source = &merge->sources[i];
        struct source *before = kept ? &merge->sources[kept - 1] : NULL;
        if (!before || compare_keys(&before->key, &source->key) != 0) {
            merge->sources[kept++] = *source;
            continue;
        }
        if (strcmp(before->id, source->id) != 0)
            before->id = "";
        before->editions |= strcmp(before->edition, source->edition) != 0;
    }
    merge->source_count = kept;
}

/* One id for several administrations of an instrument: which of them it is cannot be told. */
static void find_twice(struct merge *merge)
{
    qsort(merge->sources, merge->source_count, sizeof *merge->sources, by_id);
    for (size_t i = 1; i < merge->source_count; i++) {
        struct source *source = &merge->sources[i], *before = source - 1;
        if (*source->id && strcmp(before->id, source->id) == 0 &&
            before->key.family == source->key.family)
            before->twice = source->twice = true;
    }
    qsort(merge->sources, merge->source_count, sizeof *merge->sources, by_key);
}

void merge_source(struct merge *merge, const char *key)
{
    struct arena *arena = merge->person_arena;
    const char *edition = key + strlen(key) + 1;
    merge->sources = arena_grow(arena, merge->sources, merge->source_count, &merge->source_room,
                                sizeof *merge->sources);
    merge->sources[merge->source_count++] =
        (struct source){.key = import_answer_key(merge->import, edition + strlen(edition) + 1),
                        .id = arena_text(arena, key),
                        .edition = arena_text(arena, edition)};
}

const struct source *merge_source_of(const struct merge *merge, const struct answer_key *key)
{
    size_t low = 0, high = merge->source_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = compare_keys(&merge->sources[middle].key, key);
        if (order == 0)
            return &merge->sources[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

/* --- what is there ---------------------------------------------------------------------------- */

static void bind_key(sqlite3_stmt *stmt, const struct merge *merge, const struct answer_key *key)
{
    sql_whole(stmt, 1, merge->person);
    sql_whole(stmt, 2, key->version);
    sql_whole(stmt, 3, key->date);
    sql_whole(stmt, 4, key->place);
    sql_whole(stmt, 5, key->time);
    sql_whole(stmt, 6, key->by);
}

/* Where an id was said to be, and when. */
struct told {
    bool there;
    struct answer_key key;
    const char *edition;
    day recorded;
};

/* The last that was recorded up to this import (KEPT_SOURCE_BEFORE), or the first recorded after it
 * (KEPT_SOURCE_AFTER). */
static bool where(struct merge *merge, enum kept which, const struct source *source,
                  struct told *told, struct fault *fault)
{
    sqlite3_stmt *stmt;
    if (!sql_kept(merge->store, which, &stmt, fault))
        return false;
    sql_whole(stmt, 1, merge->person);
    sql_text(stmt, 2, source->id);
    sql_whole(stmt, 3, merge->import->recorded);
    sql_whole(stmt, 4, source->key.version);
    if (!sql_row(stmt, &told->there, fault))
        return false;
    if (told->there) {
        told->key = (struct answer_key){.version = sqlite3_column_int64(stmt, 0),
                                        .date = (day)sqlite3_column_int64(stmt, 1),
                                        .place = sqlite3_column_int(stmt, 2),
                                        .time = sqlite3_column_int(stmt, 3),
                                        .by = sqlite3_column_int(stmt, 4)};
        told->edition = sql_copy(stmt, 5, merge->person_arena);
        told->recorded = (day)sqlite3_column_int64(stmt, 6);
    }
    sqlite3_reset(stmt);
    return true;
}

/* The edition that stands of an administration without an id. */
static bool edition_of(struct merge *merge, const struct answer_key *key, const char **edition,
                       struct fault *fault)
{
    sqlite3_stmt *stmt;
    bool row;
    if (!sql_kept(merge->store, KEPT_EDITION, &stmt, fault))
        return false;
    bind_key(stmt, merge, key);
    sql_whole(stmt, 7, merge->import->recorded);
    if (!sql_row(stmt, &row, fault))
        return false;
    *edition = row ? sql_copy(stmt, 0, merge->person_arena) : NULL;
    sqlite3_reset(stmt);
    return true;
}

/* --- writing ---------------------------------------------------------------------------------- */

/* A row without tokens: from that day on nothing stands there any more. */
static bool empty_place(struct merge *merge, const struct answer_key *was, day from,
                        struct fault *fault)
{
    sqlite3_stmt *stmt;
    int64_t person;
    if (!merge_person(merge, &person, fault) ||
        !sql_kept(merge->store, KEPT_ADMINISTRATION_AGAIN, &stmt, fault))
        return false;
    bind_key(stmt, merge, was);
    sql_whole(stmt, 7, from);
    sql_whole(stmt, 8, merge->import->number);
    sql_whole(stmt, 9, 0);
    sql_text(stmt, 10, "");
    merge_wrote(merge);
    return sql_do(stmt, fault);
}

static bool write_source(struct merge *merge, const struct source *source, struct fault *fault)
{
    sqlite3_stmt *stmt;
    int64_t person;
    if (!merge_person(merge, &person, fault) ||
        !sql_kept(merge->store, KEPT_SOURCE_NEW, &stmt, fault))
        return false;
    bind_key(stmt, merge, &source->key);
    sql_whole(stmt, 7, merge->import->recorded);
    sql_whole(stmt, 8, merge->import->number);
    sql_text(stmt, 9, *source->id ? source->id : NULL);
    sql_text(stmt, 10, *source->edition ? source->edition : NULL);
    merge_wrote(merge);
    return sql_do(stmt, fault);
}

static bool says_more(const struct source *source, const char *edition)
{
    return *source->edition && (!edition || strcmp(edition, source->edition) != 0);
}

static bool settle_edition(struct merge *merge, const struct source *source, struct fault *fault)
{
    const char *edition;
    return edition_of(merge, &source->key, &edition, fault) &&
           (!says_more(source, edition) || write_source(merge, source, fault));
}

/* What the file itself says to be there is not emptied: it is overwritten. */
static bool leave(struct merge *merge, const struct answer_key *was, struct fault *fault)
{
    return merge_source_of(merge, was) || empty_place(merge, was, merge->import->recorded, fault);
}

static bool settle(struct merge *merge, struct source *source, struct fault *fault)
{
    struct told before, after;
    if (source->twice || source->editions)
        return true;
    if (!*source->id)
        return settle_edition(merge, source, fault);
    if (!where(merge, KEPT_SOURCE_BEFORE, source, &before, fault) ||
        !where(merge, KEPT_SOURCE_AFTER, source, &after, fault))
        return false;
    if (before.there && compare_keys(&before.key, &source->key) == 0)
        return !says_more(source, before.edition) || write_source(merge, source, fault);
    source->moved = before.there;
    if (after.there && compare_keys(&after.key, &source->key) != 0)
        source->leaves_on = after.recorded;
    return (!before.there || leave(merge, &before.key, fault)) &&
           write_source(merge, source, fault);
}

bool merge_settle_sources(struct merge *merge, struct fault *fault)
{
    if (merge->sources_settled || !merge->source_count)
        return true;
    join_keys(merge);
    find_twice(merge);
    merge->sources_settled = true;
    for (size_t i = 0; i < merge->source_count; i++)
        if (!settle(merge, &merge->sources[i], fault))
            return false;
    return true;
}

bool merge_leave_sources(struct merge *merge, struct fault *fault)
{
    for (size_t i = 0; i < merge->source_count; i++) {
        const struct source *source = &merge->sources[i];
        if (source->leaves_on && !empty_place(merge, &source->key, source->leaves_on, fault))
            return false;
    }
    return true;
}
