/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Administrations: known by person, instrument, date or order, time and who answered; merged item
 * by item. */
#include <string.h>

#include "store/store_import.h"

/* How it was asked, as a cell: by number of mode; unknown says nothing. */
static const char *const mode_cell[] = {NULL, "1", "2", "3", "4", "5", "6"};
enum { MODE_COUNT = sizeof mode_cell / sizeof *mode_cell };

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
    int mode = sqlite3_column_int(stmt, 5);
    row.mode = mode > 0 && mode < MODE_COUNT ? mode_cell[mode] : NULL;
    return row;
}

static bool load(struct merge *merge, struct fault *fault)
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

/* --- tokens and cells ------------------------------------------------------------------------- */

/* Splits a private copy of tokens; `-` becomes NULL. */
static void split(char *tokens, const char **cells, size_t count)
{
    char *at = tokens;
    for (size_t i = 0; i < count && at; i++) {
        char *end = strchr(at, ' ');
        if (end)
            *end = '\0';
        cells[i] = strcmp(at, "-") == 0 ? NULL : at;
        at = end ? end + 1 : NULL;
    }
}

static char *join(struct arena *arena, const char *const *cells, size_t count)
{
    size_t length = 1;
    for (size_t i = 0; i < count; i++)
        length += (cells[i] ? strlen(cells[i]) : 1) + 1;
    char *tokens = arena_take(arena, length), *at = tokens;
    for (size_t i = 0; i < count; i++) {
        if (i)
            *at++ = ' ';
        at = stpcpy(at, cells[i] ? cells[i] : "-");
    }
    return tokens;
}

static size_t add_part(struct arena *arena, const struct part_head *head, const char *tokens,
                       struct said *said)
{
    const char **cells = arena_array(arena, head->count + 1, sizeof *cells);
    const char *mode = head->mode < MODE_COUNT ? mode_cell[head->mode] : NULL;
    split(arena_copy(arena, tokens, head->length), cells, head->count);
    if (!head->a_row_each) {
        *said = (struct said){head->line, head->first, head->count, cells, mode};
        return 1;
    }
    for (uint32_t i = 0; i < head->count; i++)
        said[i] = (struct said){head->line + i, head->first + i, 1, cells + i, mode};
    return head->count;
}

static size_t count_said(const struct text *body)
{
    struct part_head head;
    size_t count = 0;
    for (size_t at = 0; at < body->length; at += sizeof head + head.length) {
        memcpy(&head, body->bytes + at, sizeof head);
        count += head.a_row_each ? head.count : 1;
    }
    return count;
}

static struct said *read_said(struct arena *arena, const struct text *body, size_t *count)
{
    struct said *said = arena_array(arena, count_said(body), sizeof *said);
    struct part_head head;
    for (size_t at = 0; at < body->length; at += sizeof head + head.length) {
        memcpy(&head, body->bytes + at, sizeof head);
        *count += add_part(arena, &head, body->bytes + at + sizeof head, said + *count);
    }
    return said;
}

/* --- versions --------------------------------------------------------------------------------- */

static bool same_moment(const struct answer_key *a, const struct answer_key *b)
{
    return a->date == b->date && a->place == b->place && a->time == b->time && a->by == b->by;
}

/* The version that this administration has, in the store or earlier in this file; 0 when it is new.
 */
static bool other_version(struct merge *merge, const struct answer_key *key, struct version *other,
                          bool *there, struct fault *fault)
{
    *there = merge->last.family == key->family && same_moment(&merge->last, key);
    if (*there)
        return import_version(merge->import, merge->last.version, other, fault);
    for (size_t i = 0; i < merge->administration_count; i++) {
        const struct answer_key *row = &merge->administrations[i].key;
        /* NOLINTNEXTLINE(clang-analyzer-core.NullDereference): what is counted is there */
        if (row->version == key->version || !same_moment(row, key))
            continue;
        if (!import_version(merge->import, row->version, other, fault))
            return false;
        *there = other->family == key->family;
        if (*there)
            return true;
    }
    return true;
}

static void set_all_aside(struct merge *merge, const struct version *version,
                          const struct version *other, const struct said *said, size_t count)
{
    const char *reason = arena_format(
        merge->arena,
        "This administration of %s was recorded with version %s, and the row is of version %s: "
        "one administration has one version. Import the row with version %s",
        version->id, other->name, version->name, other->name);
    for (size_t i = 0; i < count; i++)
        merge_set_aside(merge, said[i].line, reason);
}

/* --- merging ---------------------------------------------------------------------------------- */

static bool is_key(const struct answer_key *row, const struct answer_key *key)
{
    /* NOLINTNEXTLINE(clang-analyzer-core.NullDereference): what is counted is there */
    return row->version == key->version && same_moment(row, key);
}

/* The rows of this key that are there, as cells. Rows of one key stand together. */
static void find(struct merge *merge, const struct answer_key *key, struct cells_question *question)
{
    struct arena *arena = merge->person_arena;
    size_t first = 0, count = 0;
    while (first < merge->administration_count && !is_key(&merge->administrations[first].key, key))
        first++;
    while (first + count < merge->administration_count &&
           is_key(&merge->administrations[first + count].key, key))
        count++;
    struct cells_row *rows = arena_array(arena, count, sizeof *rows);
    for (size_t i = 0; i < count; i++) {
        const struct administration_row *there = &merge->administrations[first + i];
        rows[i] = there->row;
        rows[i].cells = arena_array(arena, question->count + 1, sizeof *rows[i].cells);
        split(arena_text(arena, there->tokens), rows[i].cells, question->count);
        rows[i].cells[question->count] = there->mode;
    }
    question->rows = rows;
    question->row_count = count;
}

static bool write_row(struct merge *merge, const struct answer_key *key,
                      const struct version *version, const struct cells_row *row,
                      struct fault *fault)
{
    const char *mode = row->cells[version->item_count];
    sqlite3_stmt *stmt;
    int64_t person;
    if (!merge_person(merge, &person, fault) ||
        !sql_kept(merge->store, KEPT_ADMINISTRATION_NEW, &stmt, fault))
        return false;
    sql_whole(stmt, 1, person);
    sql_whole(stmt, 2, key->version);
    sql_whole(stmt, 3, key->date);
    sql_whole(stmt, 4, key->place);
    sql_whole(stmt, 5, key->time);
    sql_whole(stmt, 6, key->by);
    sql_whole(stmt, 7, mode ? *mode - '0' : 0);
    sql_whole(stmt, 8, row->recorded);
    sql_whole(stmt, 9, row->import);
    sql_text(stmt, 10, join(merge->person_arena, row->cells, version->item_count));
    merge_wrote(merge);
    merge->last = *key;
    return sql_do(stmt, fault);
}

bool merge_answers(struct merge *merge, const struct answer_key *key, const struct text *body,
                   struct fault *fault)
{
    struct version version, other;
    bool is_other;
    if ((!merge->administrations_loaded && !load(merge, fault)) ||
        !import_version(merge->import, key->version, &version, fault) ||
        !other_version(merge, key, &other, &is_other, fault))
        return false;
    struct cells_question question = {.names = version.items,
                                      .count = version.item_count,
                                      .verb = "answer",
                                      .key = "person, instrument and date"};
    struct said *said = read_said(merge->person_arena, body, &question.said_count);
    question.said = said;
    if (is_other) {
        set_all_aside(merge, &version, &other, said, question.said_count);
        return true;
    }
    find(merge, key, &question);
    struct cells_row *write;
    size_t count;
    cells_merge(merge, &question, &write, &count);
    for (size_t i = 0; i < count; i++)
        if (!write_row(merge, key, &version, &write[i], fault))
            return false;
    return true;
}
