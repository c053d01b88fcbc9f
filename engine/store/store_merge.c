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

/* Of area, seat and sheet, which stand in merge->ref one behind the other. */
static const char *seat_of(const struct merge *merge)
{
    return merge->ref.bytes + strlen(merge->ref.bytes) + 1;
}

static const char *sheet_of(const struct merge *merge)
{
    return seat_of(merge) + strlen(seat_of(merge)) + 1;
}

const char *merge_whose(const struct merge *merge)
{
    return merge->ref.bytes;
}

static bool new_respondent(struct merge *merge, struct fault *fault)
{
    sqlite3_stmt *stmt;
    int64_t area;
    if (!merge_area(merge, merge_whose(merge), &area, fault) ||
        !sql_kept(merge->store, KEPT_RESPONDENT_NEW, &stmt, fault))
        return false;
    sql_whole(stmt, 1, area);
    sql_text(stmt, 2, seat_of(merge));
    sql_text(stmt, 3, sheet_of(merge));
    if (!sql_do(stmt, fault))
        return false;
    merge->person = -sqlite3_last_insert_rowid(merge->store->db);
    merge->verified = true;
    return true;
}

static bool new_person(struct merge *merge, struct fault *fault)
{
    sqlite3_stmt *stmt;
    if (!sql_kept(merge->store, KEPT_REFERENCE_NEW, &stmt, fault))
        return false;
    sql_text(stmt, 1, merge->ref.bytes);
    if (!sql_do(stmt, fault))
        return false;
    merge->person = sqlite3_last_insert_rowid(merge->store->db);
    merge->is_new = merge->verified = true;
    merge->result->new_people++;
    return true;
}

static bool verify_once(struct merge *merge, struct fault *fault)
{
    const char *whose = merge_whose(merge);
    if (merge->verified)
        return true;
    if (merge->whose == OF_RESPONDENT)
        whose = arena_format(merge->person_arena, "%s/%s", whose, seat_of(merge));
    merge->verified = verify_person(merge->store, merge->person, whose, &merge->before, fault);
    return merge->verified;
}

bool merge_person(struct merge *merge, int64_t *person, struct fault *fault)
{
    if (merge->person == 0 &&
        !(merge->whose == OF_RESPONDENT ? new_respondent(merge, fault) : new_person(merge, fault)))
        return false;
    *person = merge->person;
    return verify_once(merge, fault);
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

bool merge_area_allowed(struct merge *merge, const char *ref, const char **why, struct fault *fault)
{
    int64_t number;
    struct fault none;
    *why = NULL;
    if (!merge->areas_asked) {
        int64_t any;
        if (!sql_number(merge->store->db, "SELECT 1 FROM area_file LIMIT 1", 0, &any, fault))
            return false;
        merge->areas_closed = any;
        merge->areas_asked = true;
    }
    if (!merge->areas_closed || store_area_number(merge->store, ref, &number, &none))
        return true;
    if (none.kind != FAULT_NO_FILE) {
        *fault = none;
        return false;
    }
    *why = arena_format(merge->arena,
                        "column area: %s Mend the name, or add it to a file of areas first",
                        none.text);
    return true;
}

/* --- one person after the other --------------------------------------------------------------- */

static bool touch(struct merge *merge, struct fault *fault)
{
    sqlite3_stmt *stmt;
    if (merge->whose == OF_NOBODY)
        return !merge->services ||
               sql_run(merge->store->db,
                       "INSERT OR IGNORE INTO touched SELECT person FROM reference", fault);
    if (merge->whose == OF_RESPONDENT)
        return true; /* nothing is worked out of their answers one by one */
    if (!sql_kept(merge->store, KEPT_TOUCH, &stmt, fault))
        return false;
    sql_whole(stmt, 1, merge->person);
    return sql_do(stmt, fault);
}

static bool seal_written(struct merge *merge, struct fault *fault)
{
    size_t count = merge->unsealed_count;
    merge->unsealed_count = 0;
    return seal_people(merge->store, merge->unsealed, count, merge->import->number, fault);
}

/* Seals the person, with others. What belongs to nobody is sealed at the end. */
static bool seal_soon(struct merge *merge, struct fault *fault)
{
    if (merge->whose == OF_NOBODY)
        return true;
    merge->unsealed[merge->unsealed_count++] = (struct unsealed){merge->person, merge->before};
    return merge->unsealed_count < UNSEALED_MOST || seal_written(merge, fault);
}

static bool end_person(struct merge *merge, struct fault *fault)
{
    if (!merge_settle_sources(merge, fault) || !merge_leave_sources(merge, fault) ||
        !merge_goal_sheets(merge, fault))
        return false;
    if (merge->is_new && !merge->has_area && !merge->store->area)
        merge->result->people_without_area++;
    return !merge->touched ||
           (merge_keep_key(merge, fault) && touch(merge, fault) && seal_soon(merge, fault));
}

static void forget_person(struct merge *merge)
{
    arena_reset(merge->person_arena);
    merge->person = 0;
    merge->before = (struct vault_sum){0};
    merge->is_new = merge->verified = merge->touched = merge->has_area = merge->services = false;
    merge->has_key = merge->key_is_new = false;
    merge->administrations_loaded = merge->people_loaded = merge->events_loaded = false;
    merge->administration_count = merge->people_row_count = merge->event_count = 0;
    merge->word_count = merge->word_room = merge->sheet_count = merge->sheet_room = 0;
    merge->source_count = merge->source_room = 0;
    merge->sources_settled = false;
    merge->last = (struct answer_key){0};
    merge->event_n = 0;
}

static bool find_person(struct merge *merge, struct fault *fault)
{
    sqlite3_stmt *stmt;
    bool row;
    bool person = merge->whose == OF_PERSON;
    if (!sql_kept(merge->store, person ? KEPT_REFERENCE : KEPT_RESPONDENT, &stmt, fault))
        return false;
    sql_text(stmt, 1, merge->ref.bytes);
    if (!person) {
        sql_text(stmt, 2, seat_of(merge));
        sql_text(stmt, 3, sheet_of(merge));
    }
    if (!sql_row(stmt, &row, fault))
        return false;
    if (row)
        merge->person = person ? sqlite3_column_int64(stmt, 0) : -sqlite3_column_int64(stmt, 0);
    sqlite3_reset(stmt);
    return true;
}

static bool start_person(struct merge *merge, const char *whose, struct fault *fault)
{
    forget_person(merge);
    merge->whose = !*whose ? OF_NOBODY : *whose == AREA_SIGN ? OF_RESPONDENT : OF_PERSON;
    text_clear(&merge->ref);
    text_put(&merge->ref, whose + (merge->whose == OF_RESPONDENT));
    for (size_t i = 0; merge->whose == OF_RESPONDENT && i < merge->ref.length; i++)
        if (merge->ref.bytes[i] == AREA_PART)
            merge->ref.bytes[i] = '\0';
    return merge->whose == OF_NOBODY || find_person(merge, fault);
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
    if (*about == ABOUT_SOURCES) {
        merge_source(merge, about + 1);
        return true;
    }
    if (*about >= ABOUT_ROWS)
        return merge_row(merge, (enum row_kind)(*about - ABOUT_ROWS), about + 1, body, fault);
    struct answer_key answer = import_answer_key(merge->import, about + 1);
    struct version version;
    if (!import_version(merge->import, answer.version, &version, fault))
        return false;
    answer.family = version.family;
    return merge_answers(merge, &answer, body, fault);
}

static bool merge_staged(struct merge *merge, struct fault *fault)
{
    const struct text *key, *body;
    bool row, good;
    struct text whose = {0}; /* as the keys say it */
    while ((good = stage_next(merge->import->stage, &key, &body, &row, fault)) && row) {
        bool same = whose.bytes && strcmp(key->bytes, whose.bytes) == 0;
        good = same || ((!whose.bytes || end_person(merge, fault)) &&
                        start_person(merge, key->bytes, fault));
        text_clear(&whose);
        text_put(&whose, key->bytes);
        if (!good || !(good = merge_key(merge, key, body, fault)))
            break;
    }
    good = good && (!whose.bytes || end_person(merge, fault));
    text_free(&whose);
    return good;
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

/* Versions that answers were given to are content from now on. */
static bool note_answered(struct merge *merge, struct fault *fault)
{
    for (size_t i = 0; i < merge->import->version_count; i++) {
        char sql[80];
        sqlite3_snprintf(sizeof sql, sql, "UPDATE plugin SET answered = 1 WHERE plugin = %lld",
                         (sqlite3_int64)merge->import->versions[i].number);
        if (!sql_run(merge->store->db, sql, fault))
            return false;
    }
    return true;
}

static bool finish(struct merge *merge, struct fault *fault)
{
    if (!merge->changed)
        return drop_import(merge, fault);
    return note_answered(merge, fault) && event_columns_keep(merge->import, fault) &&
           seal_written(merge, fault) && seal_rest(merge->store, fault);
}

bool merge_all(struct import *import, struct arena *arena, struct import_result *result,
               struct fault *fault)
{
    struct merge merge = {.import = import,
                          .store = import->store,
                          .result = result,
                          .arena = arena,
                          .person_arena = arena_new()};
    bool good =
        load_import_days(&merge, fault) && merge_staged(&merge, fault) && finish(&merge, fault);
    arrange(result);
    arena_free(merge.person_arena);
    text_free(&merge.ref);
    explicit_bzero(merge.key, sizeof merge.key);
    return good;
}
