/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a file says of an administration besides answers: the source's own key and the printed
 * edition. The same key again elsewhere, on another day or by another rater, is a correction: what
 * stood there before stands no more. */
#include <string.h>

#include "store/store_import.h"

static void bind_key(sqlite3_stmt *stmt, const struct merge *merge, const struct answer_key *key)
{
    sql_whole(stmt, 1, merge->person);
    sql_whole(stmt, 2, key->version);
    sql_whole(stmt, 3, key->date);
    sql_whole(stmt, 4, key->place);
    sql_whole(stmt, 5, key->time);
    sql_whole(stmt, 6, key->by);
}

static bool same_key(const struct answer_key *a, const struct answer_key *b)
{
    return a->version == b->version && a->date == b->date && a->place == b->place &&
           a->time == b->time && a->by == b->by;
}

static bool where_it_was(struct merge *merge, const char *id, struct answer_key *was, bool *there,
                         struct fault *fault)
{
    sqlite3_stmt *stmt;
    if (!sql_kept(merge->store, KEPT_SOURCE_OF_ID, &stmt, fault))
        return false;
    sql_whole(stmt, 1, merge->person);
    sql_text(stmt, 2, id);
    if (!sql_row(stmt, there, fault))
        return false;
    if (*there)
        *was = (struct answer_key){.version = sqlite3_column_int64(stmt, 0),
                                   .date = (day)sqlite3_column_int64(stmt, 1),
                                   .place = sqlite3_column_int(stmt, 2),
                                   .time = sqlite3_column_int(stmt, 3),
                                   .by = sqlite3_column_int(stmt, 4)};
    sqlite3_reset(stmt);
    return true;
}

/* A row without tokens: nothing stands there any more. */
static bool empty_place(struct merge *merge, const struct answer_key *was, struct fault *fault)
{
    sqlite3_stmt *stmt;
    if (!sql_kept(merge->store, KEPT_ADMINISTRATION_AGAIN, &stmt, fault))
        return false;
    bind_key(stmt, merge, was);
    sql_whole(stmt, 7, merge->import->recorded);
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

static bool is_there(struct merge *merge, const struct source *source, bool *there,
                     struct fault *fault)
{
    sqlite3_stmt *stmt;
    if (!sql_kept(merge->store, KEPT_SOURCE, &stmt, fault))
        return false;
    bind_key(stmt, merge, &source->key);
    if (!sql_row(stmt, there, fault))
        return false;
    for (int i = 0; i < 2 && *there; i++) {
        const char *text = (const char *)sqlite3_column_text(stmt, i);
        *there = strcmp(text ? text : "", i ? source->edition : source->id) == 0;
    }
    sqlite3_reset(stmt);
    return true;
}

/* Does this file itself say what is at `key`? */
static bool is_said(const struct merge *merge, const struct answer_key *key)
{
    for (size_t i = 0; i < merge->source_count; i++)
        if (same_key(&merge->sources[i].key, key))
            return true;
    return false;
}

static bool move(struct merge *merge, struct source *source, struct fault *fault)
{
    struct answer_key was;
    bool there;
    if (!*source->id)
        return true;
    if (!where_it_was(merge, source->id, &was, &there, fault))
        return false;
    source->moved = there && !same_key(&was, &source->key);
    return !source->moved || is_said(merge, &was) || empty_place(merge, &was, fault);
}

static bool settle(struct merge *merge, struct source *source, struct fault *fault)
{
    bool there;
    return source->twice ||
           (is_there(merge, source, &there, fault) &&
            (there || (move(merge, source, fault) && write_source(merge, source, fault))));
}

bool merge_settle_sources(struct merge *merge, struct fault *fault)
{
    for (; merge->source_settled < merge->source_count; merge->source_settled++)
        if (!settle(merge, &merge->sources[merge->source_settled], fault))
            return false;
    return true;
}

const struct source *merge_source_of(const struct merge *merge, const struct answer_key *key)
{
    for (size_t i = 0; i < merge->source_count; i++)
        if (same_key(&merge->sources[i].key, key))
            return &merge->sources[i];
    return NULL;
}

void merge_source(struct merge *merge, const char *key)
{
    struct arena *arena = merge->person_arena;
    const char *edition = key + strlen(key) + 1;
    merge->sources = arena_grow(arena, merge->sources, merge->source_count, &merge->source_room,
                                sizeof *merge->sources);
    struct source *source = &merge->sources[merge->source_count++], *before = source - 1;
    *source = (struct source){.id = arena_text(arena, key), .edition = arena_text(arena, edition)};
    source->key = import_answer_key(merge->import, edition + strlen(edition) + 1);
    /* They come by id. */
    if (merge->source_count > 1 && *key && strcmp(before->id, key) == 0 &&
        !same_key(&before->key, &source->key))
        before->twice = source->twice = true;
}
