/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Administrations of one person in the store: read as cells, and written. */
#include <stdlib.h>
#include <string.h>

#include "store/store_administration.h"

/* --- what is there ---------------------------------------------------------------------------- */

static struct administration_row read_row(sqlite3_stmt *stmt, struct arena *arena)
{
    struct administration_row row = {.tokens = sql_copy(stmt, 6, arena)};
    row.key = (struct answer_key){.version = sqlite3_column_int64(stmt, 0),
                                  .date = (day)sqlite3_column_int64(stmt, 1),
                                  .place = sqlite3_column_int(stmt, 2),
                                  .time = sqlite3_column_int(stmt, 3),
                                  .by = sqlite3_column_int(stmt, 4)};
    row.row =
        (struct cells_row){(day)sqlite3_column_int64(stmt, 7), sqlite3_column_int64(stmt, 8), NULL};
    row.how = administration_how(arena, sqlite3_column_int(stmt, 5), sqlite3_column_int(stmt, 9));
    return row;
}

bool administration_load(struct merge *merge, struct fault *fault)
{
    struct arena *arena = merge->person_arena;
    size_t room = 0;
    sqlite3_stmt *stmt;
    bool row;
    merge->administrations_loaded = true;
    merge->administrations = NULL;
    if (merge->person == 0)
        return true;
    if (!sql_kept(merge->store, KEPT_ADMINISTRATIONS, &stmt, fault))
        return false;
    sql_whole(stmt, 1, merge->person);
    sql_whole(stmt, 2, INT32_MAX);
    while (sql_row(stmt, &row, fault)) {
        if (!row)
            return true;
        merge->administrations =
            arena_grow(arena, merge->administrations, merge->administration_count, &room,
                       sizeof *merge->administrations);
        merge->administrations[merge->administration_count++] = read_row(stmt, arena);
    }
    return false;
}

/* --- what is there, as cells ------------------------------------------------------------------ */

bool administration_same_moment(const struct answer_key *a, const struct answer_key *b)
{
    return a->date == b->date && a->place == b->place && a->time == b->time && a->by == b->by;
}

static bool is_key(const struct answer_key *row, const struct answer_key *key)
{
    /* NOLINTNEXTLINE(clang-analyzer-core.NullDereference): what is counted is there */
    return row->version == key->version && administration_same_moment(row, key);
}

/* Words of a row that is there: of an item whose token is +. */
static bool find_words(struct merge *merge, const struct administration_row *row, size_t item,
                       const char **cell, struct fault *fault)
{
    const int64_t key[] = {merge->person,     row->key.version, row->key.date,
                           row->key.place,    row->key.time,    row->key.by,
                           row->row.recorded, row->row.import,  (int64_t)item};
    sqlite3_stmt *stmt;
    bool there;
    if (!sql_kept(merge->store, KEPT_ANSWER_WORDS, &stmt, fault))
        return false;
    for (int i = 0; i < 9; i++)
        sql_whole(stmt, i + 1, key[i]);
    if (!sql_row(stmt, &there, fault))
        return false;
    if (there)
        *cell =
            arena_format(merge->person_arena, "+%s", (const char *)sqlite3_column_text(stmt, 0));
    sqlite3_reset(stmt);
    return true;
}

static bool read_there(struct merge *merge, const struct administration_row *there, size_t count,
                       struct cells_row *row, struct fault *fault)
{
    struct arena *arena = merge->person_arena;
    *row = there->row;
    row->cells = arena_array(arena, count + 1, sizeof *row->cells);
    administration_split(arena_text(arena, there->tokens), row->cells, count);
    row->cells[count] = there->how;
    for (size_t i = 0; i < count; i++)
        if (row->cells[i] && strcmp(row->cells[i], "+") == 0 &&
            !find_words(merge, there, i, &row->cells[i], fault))
            return false;
    return true;
}

/* The rows of this key that are there, as cells. Rows of one key stand together. */
bool administration_find(struct merge *merge, const struct answer_key *key,
                         struct cells_question *question, struct fault *fault)
{
    size_t first = 0, count = 0;
    while (first < merge->administration_count && !is_key(&merge->administrations[first].key, key))
        first++;
    while (first + count < merge->administration_count &&
           is_key(&merge->administrations[first + count].key, key))
        count++;
    struct cells_row *rows = arena_array(merge->person_arena, count, sizeof *rows);
    for (size_t i = 0; i < count; i++)
        if (!read_there(merge, &merge->administrations[first + i], question->count, &rows[i],
                        fault))
            return false;
    question->rows = rows;
    question->row_count = count;
    return true;
}

/* --- writing ---------------------------------------------------------------------------------- */

static void bind_row(sqlite3_stmt *stmt, int64_t person, const struct answer_key *key,
                     const struct cells_row *row)
{
    sql_whole(stmt, 1, person);
    sql_whole(stmt, 2, key->version);
    sql_whole(stmt, 3, key->date);
    sql_whole(stmt, 4, key->place);
    sql_whole(stmt, 5, key->time);
    sql_whole(stmt, 6, key->by);
    sql_whole(stmt, 7, row->recorded);
    sql_whole(stmt, 8, row->import);
}

static bool write_words(struct merge *merge, const struct answer_key *key,
                        const struct cells_row *row, size_t item, struct fault *fault)
{
    const char *token = row->cells[item] + 1;
    sqlite3_stmt *stmt;
    if (!merge_keep_words(merge, token, fault) ||
        !sql_kept(merge->store, KEPT_ANSWER_WORDS_NEW, &stmt, fault))
        return false;
    bind_row(stmt, merge->person, key, row);
    sql_whole(stmt, 9, (int64_t)item);
    sql_text(stmt, 10, token);
    return sql_do(stmt, fault);
}

static bool write_all_words(struct merge *merge, const struct answer_key *key,
                            const struct cells_row *row, size_t count, struct fault *fault)
{
    for (size_t i = 0; i < count; i++)
        if (row->cells[i] && row->cells[i][0] == '+' && row->cells[i][1] &&
            !write_words(merge, key, row, i, fault))
            return false;
    return true;
}

static void bind_how(sqlite3_stmt *stmt, const char *how)
{
    const char *together = how ? strchr(how, ' ') : NULL;
    sql_whole(stmt, 9, how ? *how - '0' : 0);
    if (together)
        sql_whole(stmt, 11, strtol(together, NULL, 10));
}

/* Does this import write a row in place of one it wrote itself: emptied, or worked out? */
static bool is_again(const struct cells_question *question, const struct cells_row *row)
{
    for (size_t i = 0; i < question->row_count; i++)
        if (question->rows[i].recorded == row->recorded && question->rows[i].import == row->import)
            return true;
    return false;
}

bool administration_write(struct merge *merge, const struct answer_key *key,
                          const struct cells_question *question, const struct cells_row *row,
                          struct fault *fault)
{
    enum kept how = is_again(question, row) ? KEPT_ADMINISTRATION_AGAIN : KEPT_ADMINISTRATION_NEW;
    size_t item_count = question->count;
    sqlite3_stmt *stmt;
    int64_t person;
    if (!merge_person(merge, &person, fault) || !sql_kept(merge->store, how, &stmt, fault))
        return false;
    bind_row(stmt, person, key, row);
    bind_how(stmt, row->cells[item_count]);
    sql_text(stmt, 10, administration_join(merge->person_arena, row->cells, item_count));
    merge_wrote(merge);
    merge->last = *key;
    return sql_do(stmt, fault) && write_all_words(merge, key, row, item_count, fault);
}
