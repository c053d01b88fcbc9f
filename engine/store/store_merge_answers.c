/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Administrations: known by person, instrument, date or order, time and who answered; merged item
 * by item. */
#include <stdlib.h>
#include <string.h>

#include "store/store_import.h"

/* How it was asked, as a cell: the number of the mode and, of a group, behind a space how many
 * answered together. An unknown mode of one person says nothing. */
static const char *how_cell(struct arena *arena, int mode, int together)
{
    static const char *const cells[] = {NULL, "1", "2", "3", "4", "5", "6"};
    enum { MODE_COUNT = sizeof cells / sizeof *cells };
    if (together > 0)
        return arena_format(arena, "%d %d", mode, together);
    return mode > 0 && mode < MODE_COUNT ? cells[mode] : NULL;
}

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
    row.how = how_cell(arena, sqlite3_column_int(stmt, 5), sqlite3_column_int(stmt, 9));
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

/* Splits a private copy of tokens; `-` becomes NULL. The last cell takes the rest: goals come last,
 * and there may be any number. */
static void split(char *tokens, const char **cells, size_t count)
{
    char *at = *tokens ? tokens : NULL;
    for (size_t i = 0; i < count && at; i++) {
        char *end = i + 1 < count ? strchr(at, ' ') : NULL;
        if (end)
            *end = '\0';
        cells[i] = strcmp(at, "-") == 0 ? NULL : at;
        at = end ? end + 1 : NULL;
    }
}

/* The token of a cell: words stand beside it, not in it. */
static const char *token_of(const char *cell)
{
    return !cell ? "-" : *cell == '+' ? "+" : cell;
}

static char *join(struct arena *arena, const char *const *cells, size_t count)
{
    size_t length = 1;
    for (size_t i = 0; i < count; i++)
        length += strlen(token_of(cells[i])) + 1;
    char *tokens = arena_take(arena, length), *at = tokens;
    for (size_t i = 0; i < count; i++) {
        if (i)
            *at++ = ' ';
        at = stpcpy(at, token_of(cells[i]));
    }
    return tokens;
}

/* Staged words behind a + become their token. */
static bool open_words(struct merge *merge, const char **cells, size_t count, struct fault *fault)
{
    for (size_t i = 0; i < count; i++) {
        if (!cells[i] || cells[i][0] != '+' || !cells[i][1])
            continue;
        const char *words = cells[i] + 1;
        if (!merge_words(merge, &words, fault))
            return false;
        cells[i] = arena_format(merge->person_arena, "+%s", words);
    }
    return true;
}

static size_t add_part(struct arena *arena, const struct part_head *head, const char **cells,
                       struct said *said)
{
    const char *how = how_cell(arena, head->mode, head->together);
    if (!head->a_row_each) {
        *said = (struct said){head->line, head->first, head->count, cells, how};
        return 1;
    }
    for (uint32_t i = 0; i < head->count; i++)
        said[i] = (struct said){head->line + i, head->first + i, 1, cells + i, how};
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

static bool read_said(struct merge *merge, const struct text *body, struct cells_question *question,
                      struct fault *fault)
{
    struct arena *arena = merge->person_arena;
    struct said *said = arena_array(arena, count_said(body), sizeof *said);
    struct part_head head;
    for (size_t at = 0; at < body->length; at += sizeof head + head.length) {
        memcpy(&head, body->bytes + at, sizeof head);
        const char **cells = arena_array(arena, head.count + 1, sizeof *cells);
        split(arena_copy(arena, body->bytes + at + sizeof head, head.length), cells, head.count);
        if (!open_words(merge, cells, head.count, fault))
            return false;
        question->said_count += add_part(arena, &head, cells, said + question->said_count);
    }
    question->said = said;
    return true;
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

static void set_all_aside(struct merge *merge, const struct cells_question *question,
                          const char *reason)
{
    for (size_t i = 0; i < question->said_count; i++)
        merge_set_aside(merge, question->said[i].line, reason);
}

/* Why rows of this administration cannot be taken, or NULL. */
static const char *refuse(struct merge *merge, const struct answer_key *key,
                          const struct version *version, const struct version *other,
                          const char **why_not)
{
    const struct source *source = merge_source_of(merge, key);
    *why_not = NULL;
    if (other)
        *why_not = arena_format(
            merge->arena,
            "This administration of %s was recorded with version %s, and the row is of version %s: "
            "one administration has one version. Import the row with version %s",
            version->id, other->name, version->name, other->name);
    else if (source && source->twice)
        *why_not = arena_format(merge->arena,
                                "column id: %s is the id of two administrations of this file. Keep "
                                "the right one and import the file again",
                                source->id);
    else if (source && source->editions)
        *why_not = "Rows of this file give one administration different editions. Keep the right "
                   "one and import the file again";
    return *why_not;
}

/* --- what is there, as cells -------------------------------------------------------------------
 */

static bool is_key(const struct answer_key *row, const struct answer_key *key)
{
    /* NOLINTNEXTLINE(clang-analyzer-core.NullDereference): what is counted is there */
    return row->version == key->version && same_moment(row, key);
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
    split(arena_text(arena, there->tokens), row->cells, count);
    row->cells[count] = there->how;
    for (size_t i = 0; i < count; i++)
        if (row->cells[i] && strcmp(row->cells[i], "+") == 0 &&
            !find_words(merge, there, i, &row->cells[i], fault))
            return false;
    return true;
}

/* The rows of this key that are there, as cells. Rows of one key stand together. */
static bool find(struct merge *merge, const struct answer_key *key, struct cells_question *question,
                 struct fault *fault)
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

static bool write_row(struct merge *merge, const struct answer_key *key,
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
    sql_text(stmt, 10, join(merge->person_arena, row->cells, item_count));
    merge_wrote(merge);
    merge->last = *key;
    return sql_do(stmt, fault) && write_all_words(merge, key, row, item_count, fault);
}

/* --- merging ---------------------------------------------------------------------------------- */

static bool ready(struct merge *merge, struct fault *fault)
{
    return merge_settle_sources(merge, fault) &&
           (merge->administrations_loaded || load(merge, fault));
}

/* Finds what is there, and writes what has changed. */
static bool merge_cells(struct merge *merge, const struct answer_key *key,
                        struct cells_question *question, struct fault *fault)
{
    struct cells_row *write;
    size_t count;
    if (!find(merge, key, question, fault))
        return false;
    cells_merge(merge, question, &write, &count);
    for (size_t i = 0; i < count; i++)
        if (!write_row(merge, key, question, &write[i], fault))
            return false;
    return true;
}

static bool has_goals(const struct cells_question *question)
{
    for (size_t i = 0; i < question->said_count; i++) {
        const struct said *said = &question->said[i];
        const char *last = said->first + said->count == question->count && said->count
                               ? said->cells[said->count - 1]
                               : NULL;
        if (last && strchr(last, ':') && (last[0] < '0' || last[0] > '9'))
            return true;
    }
    return false;
}

/* What comes to a new place only because the source moved it is a correction. */
static void count_moved(const struct merge *merge, const struct answer_key *key, int64_t fresh)
{
    const struct source *source = merge_source_of(merge, key);
    struct import_sum *sum = &merge->result->sum;
    if (!source || !source->moved)
        return;
    sum->corrected += sum->fresh - fresh;
    sum->fresh = fresh;
}

/* Is an area named that may not be? */
static bool area_allowed(struct merge *merge, const char **why, struct fault *fault)
{
    *why = NULL;
    return merge->whose != OF_RESPONDENT ||
           merge_area_allowed(merge, merge_whose(merge), why, fault);
}

bool merge_answers(struct merge *merge, const struct answer_key *key, const struct text *body,
                   struct fault *fault)
{
    struct version version, other;
    bool is_other;
    const char *why;
    int64_t fresh = merge->result->sum.fresh;
    if (!ready(merge, fault) || !import_version(merge->import, key->version, &version, fault) ||
        !other_version(merge, key, &other, &is_other, fault) || !area_allowed(merge, &why, fault))
        return false;
    struct cells_question question = {.names = version.items,
                                      .count = version.item_count,
                                      .verb = "answer",
                                      .key = "person, instrument and date"};
    if (!read_said(merge, body, &question, fault))
        return false;
    if (why || refuse(merge, key, &version, is_other ? &other : NULL, &why)) {
        set_all_aside(merge, &question, why);
        return true;
    }
    if (has_goals(&question))
        merge_note_goals(merge, key, &version);
    bool good = merge_cells(merge, key, &question, fault);
    count_moved(merge, key, fresh);
    return good;
}

/* What stands on a day, what this import has written itself among it; NULL when nothing does. */
static const struct cells_row *standing(const struct cells_question *question, day recorded)
{
    const struct cells_row *found = NULL;
    for (size_t i = 0; i < question->row_count; i++)
        if (question->rows[i].recorded <= recorded)
            found = &question->rows[i];
    return found;
}

static bool same_cell(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

bool merge_worked_out(struct merge *merge, const struct answer_key *key, const char *cell,
                      const char *how, day recorded, struct fault *fault)
{
    struct version version;
    merge->administration_count = 0;
    if (!load(merge, fault) || !import_version(merge->import, key->version, &version, fault))
        return false;
    struct cells_question question = {.names = version.items, .count = version.item_count};
    size_t last = version.item_count - 1;
    if (!find(merge, key, &question, fault))
        return false;
    const struct cells_row *there = standing(&question, recorded);
    cell = goals_beside(merge->person_arena, there ? there->cells[last] : NULL, cell);
    struct cells_row row = {recorded, merge->import->number,
                            arena_array(merge->person_arena, last + 2, sizeof *row.cells)};
    for (size_t i = 0; there && i < last + 2; i++)
        row.cells[i] = there->cells[i];
    if (there && same_cell(row.cells[last], cell) && (!how || same_cell(row.cells[last + 1], how)))
        return true;
    row.cells[last] = cell;
    row.cells[last + 1] = how ? how : row.cells[last + 1];
    return write_row(merge, key, &question, &row, fault);
}
