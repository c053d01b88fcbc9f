/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Staging answers: rows of one administration that stand together are one piece. */
#include <string.h>

#include "store/store_import.h"

/* Rows of one administration that stand together are joined up to this size. */
enum { JOINED_MOST = 1 << 20 };

/* --- keys ------------------------------------------------------------------------------------- */

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

static bool same_text(const struct text *a, const struct text *b)
{
    return a->length == b->length && memcmp(a->bytes, b->bytes, a->length) == 0;
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

bool import_close_open(struct import *import, struct fault *fault)
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
                   row->together == head.together && row->line == head.line + head.count &&
                   row->first == head.first + head.count;
    if (!goes_on) {
        head = (struct part_head){.line = row->line,
                                  .first = (uint32_t)row->first,
                                  .together = (uint16_t)row->together,
                                  .mode = (uint8_t)row->mode,
                                  .a_row_each = row->count == 1};
        import->open_part = body->length;
        text_add(body, (const char *)&head, sizeof head);
    }
    size_t start = import->open_part + sizeof head;
    for (size_t i = 0; i < row->count; i++) {
        if (body->length > start)
            text_char(body, ' ');
        text_put(body, row->tokens[i]);
        if (row->words && row->words[i] && strcmp(row->tokens[i], "+") == 0)
            text_put(body, import_hide(import, row->words[i]));
    }
    head.count += (uint32_t)row->count;
    head.length = (uint32_t)(body->length - start);
    memcpy(body->bytes + import->open_part, &head, sizeof head);
}

/* What the row says of its administration besides answers; the rows of one stand together, and say
 * it once. */
static bool add_source(struct import *import, const struct import_answers *row, const char *whose,
                       const struct answer_key *key, struct fault *fault)
{
    const char *id = row->id ? row->id : "", *edition = row->edition ? row->edition : "";
    if (!*id && !*edition)
        return true;
    import_start_key(import, whose, ABOUT_SOURCES);
    text_add(&import->key, id, strlen(id) + 1);
    text_add(&import->key, edition, strlen(edition) + 1);
    answer_key_write(&import->key, key);
    if (same_text(&import->key, &import->source_key))
        return true;
    text_clear(&import->source_key);
    text_add(&import->source_key, import->key.bytes, import->key.length);
    text_clear(&import->body);
    text_put(&import->body, "");
    return stage_add(import->stage, &import->key, &import->body, fault);
}

/* Whose answers they are: the reference, or area, seat and sheet in the import's own room. */
static const char *whose(struct import *import, const struct import_answers *row)
{
    if (row->ref)
        return row->ref;
    text_clear(&import->packed);
    text_format(&import->packed, "%c%s%c%s%c%s", AREA_SIGN, row->area, AREA_PART, row->seat,
                AREA_PART, row->sheet ? row->sheet : "");
    return import->packed.bytes;
}

static bool check_row(const struct import_answers *row, const struct version *version,
                      struct fault *fault)
{
    return (row->first + row->count <= version->item_count &&
            row->item_count == version->item_count) ||
           fault_set(fault, FAULT_OURS,
                     "Line %lld has answers to more items than %s has. This is our fault; nothing "
                     "was changed.",
                     (long long)row->line, version->id);
}

static bool is_open(const struct import *import, const char *of, const struct answer_key *key)
{
    const struct answer_key *open = &import->open;
    return import->open_body.length > 0 && import->open_body.length < JOINED_MOST &&
           open->version == key->version && open->date == key->date && open->place == key->place &&
           open->time == key->time && open->by == key->by &&
           strcmp(import->open_key.bytes, of) == 0;
}

/* Goes on with the administration that is open where this is it, else opens it. */
static bool open_key(struct import *import, const char *of, const struct answer_key *key,
                     struct fault *fault)
{
    if (is_open(import, of, key))
        return true;
    if (!import_close_open(import, fault))
        return false;
    import->open = *key;
    import_start_key(import, of, ABOUT_ANSWERS);
    answer_key_write(&import->key, key);
    text_add(&import->open_key, import->key.bytes, import->key.length);
    return true;
}

bool store_import_answers(struct import *import, const struct import_answers *row,
                          struct fault *fault)
{
    struct version version;
    if (!import_version(import, row->instrument, &version, fault) ||
        !check_row(row, &version, fault))
        return import_note(import, false);
    const char *of = whose(import, row);
    struct answer_key key = {version.family, row->date, row->place,
                             row->time,      row->by,   version.number};
    if (!add_source(import, row, of, &key, fault) || !open_key(import, of, &key, fault))
        return import_note(import, false);
    join(import, row);
    return true;
}
