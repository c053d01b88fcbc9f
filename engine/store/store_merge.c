/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Merging: what was staged, person by person in the order of references, into the store. */
#include <stdlib.h>
#include <string.h>

#include "store/store_import.h"

/* --- what all kinds of rows need -------------------------------------------------------------- */

void merge_set_aside(struct merge *merge, int64_t line, const char *reason)
{
    struct import_result *result = merge->result;
    result->asides = arena_grow(merge->arena, result->asides, result->aside_count,
                                &merge->aside_room, sizeof *result->asides);
    result->asides[result->aside_count++] = (struct import_aside){line, reason};
    result->sum.set_aside++;
}

void merge_wrote(struct merge *merge)
{
    merge->touched = true;
    merge->changed = true;
}

bool merge_person(struct merge *merge, int64_t *person, struct fault *fault)
{
    if (merge->person == 0) {
        sqlite3_stmt *stmt;
        if (!sql_kept(merge->store, KEPT_REFERENCE_NEW, &stmt, fault))
            return false;
        sql_text(stmt, 1, merge->ref.bytes);
        if (!sql_do(stmt, fault))
            return false;
        merge->person = sqlite3_last_insert_rowid(merge->store->db);
        merge->is_new = true;
        merge->result->new_people++;
    }
    *person = merge->person;
    return true;
}

static bool new_area(struct merge *merge, const char *ref, int64_t *area, struct fault *fault)
{
    struct import_result *result = merge->result;
    sqlite3_stmt *stmt;
    if (!sql_kept(merge->store, KEPT_AREA_NEW, &stmt, fault))
        return false;
    sql_text(stmt, 1, ref);
    if (!sql_do(stmt, fault))
        return false;
    *area = sqlite3_last_insert_rowid(merge->store->db);
    result->new_areas = arena_grow(merge->arena, result->new_areas, result->new_area_count,
                                   &merge->area_room, sizeof *result->new_areas);
    result->new_areas[result->new_area_count++] = arena_text(merge->arena, ref);
    return true;
}

bool merge_area(struct merge *merge, const char *ref, int64_t *area, struct fault *fault)
{
    sqlite3_stmt *stmt;
    bool row;
    if (!sql_kept(merge->store, KEPT_AREA, &stmt, fault))
        return false;
    sql_text(stmt, 1, ref);
    if (!sql_row(stmt, &row, fault))
        return false;
    if (!row)
        return new_area(merge, ref, area, fault);
    *area = sqlite3_column_int64(stmt, 0);
    sqlite3_reset(stmt);
    return true;
}

/* --- one person after the other --------------------------------------------------------------- */

static bool end_person(struct merge *merge, struct fault *fault)
{
    if (merge->is_new && !merge->has_area && !merge->store->area)
        merge->result->people_without_area++;
    if (!merge->touched)
        return true;
    sqlite3_stmt *stmt;
    if (!sql_kept(merge->store, KEPT_TOUCH, &stmt, fault))
        return false;
    sql_whole(stmt, 1, merge->person);
    return sql_do(stmt, fault);
}

static void forget_person(struct merge *merge)
{
    arena_reset(merge->person_arena);
    merge->person = 0;
    merge->is_new = merge->touched = merge->has_area = merge->has_key = false;
    merge->administrations_loaded = merge->people_loaded = merge->events_loaded = false;
    merge->administration_count = merge->people_row_count = merge->event_count = 0;
    merge->last = (struct answer_key){0};
    merge->event_n = 0;
}

static bool start_person(struct merge *merge, const char *ref, struct fault *fault)
{
    sqlite3_stmt *stmt;
    bool row;
    forget_person(merge);
    text_clear(&merge->ref);
    text_put(&merge->ref, ref);
    if (!sql_kept(merge->store, KEPT_REFERENCE, &stmt, fault))
        return false;
    sql_text(stmt, 1, merge->ref.bytes);
    if (!sql_row(stmt, &row, fault))
        return false;
    if (row)
        merge->person = sqlite3_column_int64(stmt, 0);
    sqlite3_reset(stmt);
    return true;
}

static bool merge_key(struct merge *merge, const struct text *key, const struct text *body,
                      struct fault *fault)
{
    const char *about = key->bytes + strlen(key->bytes) + 1;
    size_t length = key->length - (size_t)(about + 1 - key->bytes);
    if (*about == ABOUT_PEOPLE)
        return merge_people(merge, about + 1, body, fault);
    if (*about == ABOUT_EVENTS)
        return merge_events(merge, about + 1, length, body, fault);
    struct answer_key answer = answer_key_read(about + 1);
    return merge_answers(merge, &answer, body, fault);
}

static bool merge_staged(struct merge *merge, struct fault *fault)
{
    const struct text *key, *body;
    bool row, any = false;
    while (stage_next(merge->import->stage, &key, &body, &row, fault)) {
        if (!row)
            return !any || end_person(merge, fault);
        bool same = any && strcmp(key->bytes, merge->ref.bytes) == 0;
        if (!same &&
            ((any && !end_person(merge, fault)) || !start_person(merge, key->bytes, fault)))
            return false;
        any = true;
        if (!merge_key(merge, key, body, fault))
            return false;
    }
    return false;
}

/* --- the whole -------------------------------------------------------------------------------- */

static bool load_import_days(struct merge *merge, struct fault *fault)
{
    sqlite3_stmt *stmt;
    bool row = false;
    merge->import_days =
        arena_array(merge->import->arena, (size_t)merge->import->number + 1, sizeof(day));
    bool good = sql_prepare(merge->store->db, "SELECT import, recorded FROM import", &stmt, fault);
    while (good && (good = sql_row(stmt, &row, fault)) && row)
        merge->import_days[sqlite3_column_int64(stmt, 0)] = (day)sqlite3_column_int64(stmt, 1);
    sqlite3_finalize(stmt);
    return good;
}

/* An import that added nothing leaves no trace: the same file again changes nothing. */
static bool drop_import(struct merge *merge, struct fault *fault)
{
    char sql[60];
    sqlite3_snprintf(sizeof sql, sql, "DELETE FROM import WHERE import = %lld",
                     (sqlite3_int64)merge->import->number);
    return sql_run(merge->store->db, sql, fault);
}

static int by_line(const void *left, const void *right)
{
    const struct import_aside *a = left, *b = right;
    return (a->line > b->line) - (a->line < b->line);
}

static int by_bytes(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

static void arrange(struct import_result *result)
{
    if (result->aside_count)
        qsort(result->asides, result->aside_count, sizeof *result->asides, by_line);
    if (result->new_area_count)
        qsort(result->new_areas, result->new_area_count, sizeof *result->new_areas, by_bytes);
}

bool merge_all(struct import *import, const struct vault *vault, struct arena *arena,
               struct import_result *result, struct fault *fault)
{
    struct merge merge = {.import = import,
                          .store = import->store,
                          .vault = vault,
                          .result = result,
                          .arena = arena,
                          .person_arena = arena_new()};
    bool good = load_import_days(&merge, fault) && merge_staged(&merge, fault) &&
                (merge.changed || drop_import(&merge, fault));
    arrange(result);
    arena_free(merge.person_arena);
    text_free(&merge.ref);
    explicit_bzero(merge.key, sizeof merge.key);
    return good;
}
