/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Staging: rows of a file, in any order, on their way to being merged person by person. */
#include "store/store_import.h"

#include <stdlib.h>
#include <string.h>

/* Rows of one administration that stand together are joined up to this size. */
enum { JOINED_MOST = 1 << 20 };

/* --- keys and bodies -------------------------------------------------------------------------- */

static void put_number(char *bytes, int64_t number)
{
    uint32_t biased = (uint32_t)number ^ 0x80000000u; /* negative ones sort first */
    for (int i = 0; i < 4; i++)
        bytes[i] = (char)(biased >> (24 - 8 * i));
}

static int32_t number_at(const char *bytes)
{
    uint32_t biased = 0;
    for (int i = 0; i < 4; i++)
        biased = biased << 8 | (unsigned char)bytes[i];
    return (int32_t)(biased ^ 0x80000000u);
}

void answer_key_write(struct text *key, const struct answer_key *answer)
{
    char bytes[ANSWER_KEY_BYTES];
    put_number(bytes, answer->family);
    put_number(bytes + 4, answer->date);
    put_number(bytes + 8, answer->place);
    put_number(bytes + 12, answer->time);
    put_number(bytes + 16, answer->by);
    put_number(bytes + 20, answer->version);
    text_add(key, bytes, sizeof bytes);
}

struct answer_key answer_key_read(const char *bytes)
{
    return (struct answer_key){.family = number_at(bytes),
                               .date = number_at(bytes + 4),
                               .place = number_at(bytes + 8),
                               .time = number_at(bytes + 12),
                               .by = number_at(bytes + 16),
                               .version = number_at(bytes + 20)};
}

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

static void start_key(struct text *key, const char *ref, enum about about)
{
    text_clear(key);
    text_add(key, ref, strlen(ref) + 1);
    text_char(key, (char)about);
}

static void one_row(struct text *body, int64_t line, const struct text *packed)
{
    struct row_head head = {line, packed->length};
    text_clear(body);
    text_add(body, (const char *)&head, sizeof head);
    text_add(body, packed->bytes, packed->length);
}

static bool note(struct import *import, bool good)
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
    free(import);
}

bool store_import_begin(struct store *store, const char *file, day recorded, struct import **import,
                        struct fault *fault)
{
    if (!sql_begin(store, fault))
        return false;
    struct import *begun = memory(sizeof *begun);
    *begun = (struct import){.store = store, .recorded = recorded, .arena = arena_new()};
    if (add_import(begun, file, fault) &&
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
    import_free(import);
    if (!keep || !broken)
        return sql_end(store, keep, fault);
    sql_end(store, false, NULL);
    return fault_set(fault, FAULT_OURS,
                     "An import in which something failed was to be kept. This is our "
                     "fault; nothing was changed.");
}

/* --- people and events ------------------------------------------------------------------------ */

bool store_import_person(struct import *import, const struct import_person *row,
                         struct fault *fault)
{
    const char *date = row->date ? row->date : "";
    start_key(&import->key, row->ref, ABOUT_PEOPLE);
    text_add(&import->key, date, strlen(date) + 1);
    text_clear(&import->packed);
    cells_pack(&import->packed, &row->area, 1);
    for (size_t i = 0; i < person_column_count; i++) {
        if (is_empty(row->columns[i]))
            continue;
        text_char(&import->packed, (char)(i + 2));
        text_add(&import->packed, row->columns[i], strlen(row->columns[i]) + 1);
    }
    one_row(&import->body, row->line, &import->packed);
    return note(import, stage_add(import->stage, &import->key, &import->body, fault));
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
    text_clear(&import->packed);
    event_pack(&import->packed, row->date, row->kind, columns);
}

bool store_import_event(struct import *import, const struct import_event *row, struct fault *fault)
{
    const char *author = row->columns[EVENT_outcome_by];
    pack_event(import, row);
    start_key(&import->key, row->ref, ABOUT_EVENTS);
    if (is_empty(row->id)) {
        text_char(&import->key, EVENT_BY_FIELDS);
        text_add(&import->key, import->packed.bytes, import->packed.length);
        text_clear(&import->packed);
    } else {
        text_char(&import->key, EVENT_BY_ID);
        text_add(&import->key, row->id, strlen(row->id) + 1);
        text_add(&import->key, author ? author : "", author ? strlen(author) + 1 : 1);
    }
    one_row(&import->body, row->line, &import->packed);
    return note(import, stage_add(import->stage, &import->key, &import->body, fault));
}

/* --- answers ---------------------------------------------------------------------------------- */

static void split_items(struct arena *arena, const char *items, struct version *version)
{
    const char **names = NULL;
    size_t room = 0, length;
    const char *word;
    while (text_word(&items, &word, &length)) {
        names = arena_grow(arena, names, version->item_count, &room, sizeof *names);
        names[version->item_count++] = arena_copy(arena, word, length);
    }
    version->items = names;
}

static bool load_version(struct import *import, int64_t number, struct version *version,
                         struct fault *fault)
{
    sqlite3_stmt *stmt;
    bool row = false;
    bool good = sql_prepare(import->store->db,
                            "SELECT min(b.plugin), a.version, a.id, a.items FROM plugin a"
                            " JOIN plugin b ON b.kind = a.kind AND b.id = a.id"
                            " WHERE a.plugin = ? AND a.kind = 'instrument' GROUP BY a.plugin",
                            &stmt, fault);
    if (good) {
        sql_whole(stmt, 1, number);
        good = sql_row(stmt, &row, fault);
    }
    if (good && !row)
        good = fault_set(fault, FAULT_OURS,
                         "Answers came for an instrument that the store was not told "
                         "of. This is our fault; nothing was changed.");
    if (good) {
        *version = (struct version){.number = number, .family = sqlite3_column_int64(stmt, 0)};
        version->name = sql_copy(stmt, 1, import->arena);
        version->id = sql_copy(stmt, 2, import->arena);
        split_items(import->arena, (const char *)sqlite3_column_text(stmt, 3), version);
    }
    sqlite3_finalize(stmt);
    return good;
}

bool import_version(struct import *import, int64_t number, struct version *version,
                    struct fault *fault)
{
    for (size_t i = 0; i < import->version_count; i++)
        if (import->versions[i].number == number) {
            *version = import->versions[i];
            return true;
        }
    if (!load_version(import, number, version, fault))
        return false;
    import->versions = arena_grow(import->arena, import->versions, import->version_count,
                                  &import->version_room, sizeof *import->versions);
    import->versions[import->version_count++] = *version;
    return true;
}

static bool close_open(struct import *import, struct fault *fault)
{
    bool good = import->open_body.length == 0 ||
                stage_add(import->stage, &import->open_key, &import->open_body, fault);
    text_clear(&import->open_key);
    text_clear(&import->open_body);
    return good;
}

/* A row of one item that goes on where the last one stopped lengthens its part; else a part begins.
 */
static void join(struct import *import, const struct import_answers *row)
{
    struct text *body = &import->open_body;
    struct part_head head = {0};
    if (body->length)
        memcpy(&head, body->bytes + import->open_part, sizeof head);
    bool goes_on = head.a_row_each && row->count == 1 && row->mode == head.mode &&
                   row->line == head.line + head.count && row->first == head.first + head.count;
    if (!goes_on) {
        head = (struct part_head){.line = row->line,
                                  .first = (uint32_t)row->first,
                                  .mode = (uint16_t)row->mode,
                                  .a_row_each = row->count == 1};
        import->open_part = body->length;
        text_add(body, (const char *)&head, sizeof head);
    }
    size_t start = import->open_part + sizeof head;
    for (size_t i = 0; i < row->count; i++) {
        if (body->length > start)
            text_char(body, ' ');
        text_put(body, row->tokens[i]);
    }
    head.count += (uint32_t)row->count;
    head.length = (uint32_t)(body->length - start);
    memcpy(body->bytes + import->open_part, &head, sizeof head);
}

bool store_import_answers(struct import *import, const struct import_answers *row,
                          struct fault *fault)
{
    struct version version;
    if (!import_version(import, row->instrument, &version, fault))
        return note(import, false);
    if (row->first + row->count > version.item_count || row->item_count != version.item_count)
        return note(import, fault_set(fault, FAULT_OURS,
                                      "Line %lld has answers to more items than %s "
                                      "has. This is our fault; nothing was changed.",
                                      (long long)row->line, version.id));
    struct answer_key key = {version.family, row->date, row->place,
                             row->time,      row->by,   version.number};
    start_key(&import->key, row->ref, ABOUT_ANSWERS);
    answer_key_write(&import->key, &key);
    bool joins = import->key.length == import->open_key.length &&
                 memcmp(import->key.bytes, import->open_key.bytes, import->key.length) == 0 &&
                 import->open_body.length < JOINED_MOST;
    if (!joins) {
        if (!close_open(import, fault))
            return note(import, false);
        text_add(&import->open_key, import->key.bytes, import->key.length);
    }
    join(import, row);
    return true;
}

/* --- merging ---------------------------------------------------------------------------------- */

bool store_import_merge(struct import *import, const struct vault *vault, struct arena *arena,
                        struct import_result *result, struct fault *fault)
{
    return note(import, close_open(import, fault) && stage_sort(import->stage, fault) &&
                            merge_all(import, vault, arena, result, fault));
}
