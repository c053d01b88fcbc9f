/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Staging: rows of a file, in any order, on their way to being merged person by person. */
#include "store/store_import.h"

#include <stdlib.h>
#include <string.h>

/* --- keys and bodies -------------------------------------------------------------------------- */

static bool is_empty(const char *cell)
{
    return !cell || !*cell;
}

void cells_pack(struct text *packed, const char *const *cells, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (is_empty(cells[i]))
            continue;
        text_char(packed, (char)(i + 1));
        text_add(packed, cells[i], strlen(cells[i]) + 1);
    }
}

void cells_unpack(const char *packed, size_t length, const char **cells)
{
    for (const char *at = packed; at < packed + length; at += strlen(at) + 1) {
        cells[(unsigned char)*at - 1] = at + 1;
        at++;
    }
}

void event_pack(struct text *packed, const char *date, const char *kind, const char *const *columns)
{
    text_add(packed, date, strlen(date) + 1);
    text_add(packed, kind, strlen(kind) + 1);
    cells_pack(packed, columns, EVENT_COLUMN_COUNT);
}

void import_start_key(struct import *import, const char *whose, enum about about)
{
    text_clear(&import->key);
    text_add(&import->key, whose, strlen(whose) + 1);
    text_char(&import->key, (char)about);
}

bool import_stage_row(struct import *import, int64_t line, struct fault *fault)
{
    struct row_head head = {line, import->packed.length};
    text_clear(&import->body);
    text_add(&import->body, (const char *)&head, sizeof head);
    text_add(&import->body, import->packed.bytes, import->packed.length);
    return import_note(import, stage_add(import->stage, &import->key, &import->body, fault));
}

const char *import_hide(struct import *import, const char *words)
{
    static const char digits[] = "0123456789abcdef";
    if (is_empty(words))
        return NULL;
    text_clear(&import->sealed);
    text_clear(&import->hidden);
    vault_words_seal(import->words_key, words, strlen(words), &import->sealed);
    for (size_t i = 0; i < import->sealed.length; i++) {
        text_char(&import->hidden, digits[(unsigned char)import->sealed.bytes[i] >> 4]);
        text_char(&import->hidden, digits[import->sealed.bytes[i] & 15]);
    }
    return import->hidden.bytes;
}

bool import_note(struct import *import, bool good)
{
    if (!good)
        import->broken = true;
    return good;
}

/* --- beginning and ending --------------------------------------------------------------------- */

static bool add_import(struct import *import, const char *file, struct fault *fault)
{
    const char *folder_end = strrchr(file, '/');
    sqlite3_stmt *stmt;
    bool good = sql_prepare(import->store->db, "INSERT INTO import (recorded, file) VALUES (?,?)",
                            &stmt, fault);
    if (good) {
        sql_whole(stmt, 1, import->recorded);
        sql_text(stmt, 2, folder_end ? folder_end + 1 : file);
        good = sql_do(stmt, fault);
    }
    sqlite3_finalize(stmt);
    import->number = sqlite3_last_insert_rowid(import->store->db);
    return good;
}

static void import_free(struct import *import)
{
    stage_close(import->stage);
    arena_free(import->arena);
    text_free(&import->key);
    text_free(&import->body);
    text_free(&import->packed);
    text_free(&import->open_key);
    text_free(&import->open_body);
    text_free(&import->sealed);
    text_free(&import->hidden);
    text_free(&import->source_key);
    explicit_bzero(import->words_key, sizeof import->words_key);
    free(import);
}

bool store_import_begin(struct store *store, const char *file, day recorded, struct import **import,
                        struct fault *fault)
{
    if (!store_unlocked(store, fault) || !sql_begin(store, fault))
        return false;
    struct import *begun = memory(sizeof *begun);
    *begun = (struct import){.store = store, .recorded = recorded, .arena = arena_new()};
    vault_key_make(begun->words_key);
    if (verify_rest(store, fault) && add_import(begun, file, fault) &&
        sql_number(store->db, "SELECT max(plugin) FROM plugin", 0, &begun->plugins_before, fault) &&
        stage_open(sqlite3_db_filename(store->db, "main"), &begun->stage, fault)) {
        *import = begun;
        return true;
    }
    sql_end(store, false, NULL);
    import_free(begun);
    return false;
}

bool store_import_end(struct import *import, bool keep, struct fault *fault)
{
    struct store *store = import->store;
    bool broken = import->broken;
    store->consents_asked = false; /* there may be some now */
    import_free(import);
    if (!keep || !broken)
        return sql_end(store, keep, fault);
    sql_end(store, false, NULL);
    return fault_set(fault, FAULT_OURS,
                     "An import in which something failed was to be kept. This is our "
                     "fault; nothing was changed.");
}

/* --- people, events and rows ------------------------------------------------------------------ */

/* Cells packed, words hidden; `first` is the place of the first, from 1. */
static void pack_columns(struct import *import, int first, const struct column *columns,
                         const char *const *cells, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const char *cell =
            columns[i].type == COLUMN_WORDS ? import_hide(import, cells[i]) : cells[i];
        if (is_empty(cell))
            continue;
        text_char(&import->packed, (char)(first + (int)i));
        text_add(&import->packed, cell, strlen(cell) + 1);
    }
}

bool store_import_person(struct import *import, const struct import_person *row,
                         struct fault *fault)
{
    const char *date = row->date ? row->date : "";
    import_start_key(import, row->ref, ABOUT_PEOPLE);
    text_add(&import->key, date, strlen(date) + 1);
    text_clear(&import->packed);
    cells_pack(&import->packed, &row->area, 1);
    pack_columns(import, 2, person_column, row->columns, person_column_count);
    return import_stage_row(import, row->line, fault);
}

/* `seq` is kept as a number, so 07 and 7 are the same. */
static void pack_event(struct import *import, const struct import_event *row)
{
    const char *columns[EVENT_COLUMN_COUNT];
    char seq[24];
    int64_t number;
    memcpy(columns, row->columns, sizeof columns);
    if (columns[EVENT_seq] && text_whole(columns[EVENT_seq], &number)) {
        sqlite3_snprintf(sizeof seq, seq, "%lld", (sqlite3_int64)number);
        columns[EVENT_seq] = seq;
    }
    columns[EVENT_need_words] = import_hide(import, columns[EVENT_need_words]);
    text_clear(&import->packed);
    event_pack(&import->packed, row->date, row->kind, columns);
}

bool store_import_event(struct import *import, const struct import_event *row, struct fault *fault)
{
    const char *author = row->columns[EVENT_outcome_by];
    pack_event(import, row);
    import_start_key(import, row->ref, ABOUT_EVENTS);
    if (is_empty(row->id)) {
        text_char(&import->key, EVENT_BY_FIELDS);
        text_add(&import->key, import->packed.bytes, import->packed.length);
        text_clear(&import->packed);
    } else {
        text_char(&import->key, EVENT_BY_ID);
        text_add(&import->key, row->id, strlen(row->id) + 1);
        text_add(&import->key, author ? author : "", author ? strlen(author) + 1 : 1);
    }
    return import_stage_row(import, row->line, fault);
}

/* What is in a key where a row says nothing. */
static const char *key_cell(const struct import_row *row, size_t column)
{
    const char *cell = row->columns[column];
    if (row->kind == ROW_GOAL && column == GOAL_BY && is_empty(cell))
        return "person";
    return cell ? cell : "";
}

bool store_import_row(struct import *import, const struct import_row *row, struct fault *fault)
{
    const struct row_columns *kind = &row_columns[row->kind];
    import_start_key(import, row->ref ? row->ref : "", ABOUT_ROWS + row->kind);
    for (size_t i = 0; i < kind->keys; i++) {
        const char *cell = key_cell(row, i);
        text_add(&import->key, cell, strlen(cell) + 1);
    }
    if (row->kind == ROW_NOTE &&
        is_empty(row->columns[NOTE_ID])) { /* known by its date and words */
        text_put(&import->key, row->columns[NOTE_DATE]);
        text_put(&import->key, import_hide(import, row->columns[NOTE_WORDS]));
    }
    text_clear(&import->packed);
    pack_columns(import, 1, kind->columns + kind->keys, row->columns + kind->keys,
                 kind->count - kind->keys);
    return import_stage_row(import, row->line, fault);
}

/* --- merging ---------------------------------------------------------------------------------- */

bool store_import_merge(struct import *import, struct arena *arena, struct import_result *result,
                        struct fault *fault)
{
    return import_note(
        import, import_close_open(import, fault) && stage_sort(import->stage, fault) &&
                    import_renumber(import, fault) && merge_all(import, arena, result, fault));
}
