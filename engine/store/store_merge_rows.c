/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Goals, notes, consents, services, areas and what is collected: each known by its key, the other
 * columns merged cell by cell. One table of the store a kind, named by row_columns. */
#include <string.h>

#include "store/store_import.h"

static const char *const table_of[ROW_KINDS] = {
    [ROW_GOAL] = "goal",       [ROW_NOTE] = "note",      [ROW_CONSENT] = "consent",
    [ROW_SERVICE] = "service", [ROW_AREA] = "area_file", [ROW_COLLECTS] = "collects",
};

/* One key of rows while it is merged. */
struct keyed {
    enum row_kind kind;
    const struct row_columns *columns;
    const char *key[ROW_COLUMNS_MOST];
    const char *names[ROW_COLUMNS_MOST]; /* of the cells */
};

static size_t cell_count(const struct keyed *keyed)
{
    return keyed->columns->count - keyed->columns->keys;
}

/* --- statements ------------------------------------------------------------------------------- */

static void list_columns(struct text *sql, const struct row_columns *columns, size_t from,
                         size_t to, const char *before, const char *after)
{
    for (size_t i = from; i < to; i++)
        text_format(sql, "%s%s%s", before, columns->columns[i].name, after);
}

static void there_sql(struct text *sql, enum row_kind kind)
{
    const struct row_columns *columns = &row_columns[kind];
    text_put(sql, "SELECT recorded, import");
    list_columns(sql, columns, columns->keys, columns->count, ", ", "");
    text_format(sql, " FROM %s WHERE %s", table_of[kind], columns->of_person ? "person = ?" : "?1");
    list_columns(sql, columns, 0, columns->keys, " AND ", " = ?");
    text_put(sql, " ORDER BY recorded, import");
}

static void new_sql(struct text *sql, enum row_kind kind)
{
    const struct row_columns *columns = &row_columns[kind];
    text_format(sql, "INSERT INTO %s (%srecorded, import", table_of[kind],
                columns->of_person ? "person, " : "");
    list_columns(sql, columns, 0, columns->count, ", ", "");
    text_put(sql, columns->of_person ? ") VALUES (?,?,?" : ") VALUES (?,?");
    for (size_t i = 0; i < columns->count; i++)
        text_put(sql, ",?");
    text_char(sql, ')');
}

static bool prepared(struct merge *merge, enum row_kind kind, bool there, sqlite3_stmt **stmt,
                     struct fault *fault)
{
    struct store *store = merge->store;
    sqlite3_stmt **kept = there ? &store->row_there[kind] : &store->row_new[kind];
    struct text sql = {0};
    if (!*kept)
        (there ? there_sql : new_sql)(&sql, kind);
    bool good = *kept || sql_prepare(store->db, sql.bytes, kept, fault);
    text_free(&sql);
    if (good) {
        sqlite3_reset(*kept);
        sqlite3_clear_bindings(*kept);
    }
    *stmt = *kept;
    return good;
}

/* --- what is there ---------------------------------------------------------------------------- */

static bool load(struct merge *merge, const struct keyed *keyed, struct cells_question *question,
                 struct fault *fault)
{
    struct arena *arena = merge->person_arena;
    struct cells_row *rows = NULL;
    size_t room = 0;
    sqlite3_stmt *stmt;
    bool row = true;
    if (!prepared(merge, keyed->kind, true, &stmt, fault))
        return false;
    sql_whole(stmt, 1, keyed->columns->of_person ? merge->person : 1);
    for (size_t i = 0; i < keyed->columns->keys; i++)
        sql_text(stmt, (int)i + 2, keyed->key[i]);
    while (sql_row(stmt, &row, fault) && row) {
        rows = arena_grow(arena, rows, question->row_count, &room, sizeof *rows);
        struct cells_row *there = &rows[question->row_count++];
        *there =
            (struct cells_row){(day)sqlite3_column_int64(stmt, 0), sqlite3_column_int64(stmt, 1),
                               arena_array(arena, question->count + 1, sizeof(char *))};
        for (size_t i = 0; i < question->count; i++)
            there->cells[i] = sql_copy(stmt, (int)i + 2, arena);
    }
    question->rows = rows;
    return !row;
}

/* --- what the file says ----------------------------------------------------------------------- */

static bool open_words(struct merge *merge, const struct keyed *keyed, const char **cells,
                       struct fault *fault)
{
    for (size_t i = 0; i < cell_count(keyed); i++)
        if (keyed->columns->columns[keyed->columns->keys + i].type == COLUMN_WORDS &&
            !merge_words(merge, &cells[i], fault))
            return false;
    return true;
}

static bool read_said(struct merge *merge, const struct keyed *keyed, const struct text *body,
                      struct cells_question *question, struct fault *fault)
{
    struct arena *arena = merge->person_arena;
    struct said *said = NULL;
    size_t room = 0;
    struct row_head head;
    char *bytes = arena_copy(arena, body->bytes, body->length);
    for (size_t at = 0; at < body->length; at += sizeof head + head.length) {
        memcpy(&head, bytes + at, sizeof head);
        said = arena_grow(arena, said, question->said_count, &room, sizeof *said);
        struct said *one = &said[question->said_count++];
        *one = (struct said){.line = head.line,
                             .count = question->count,
                             .cells = arena_array(arena, question->count + 1, sizeof(char *))};
        cells_unpack(bytes + at + sizeof head, head.length, one->cells);
        if (!open_words(merge, keyed, one->cells, fault))
            return false;
    }
    question->said = said;
    return true;
}

static void set_all_aside(struct merge *merge, const struct cells_question *question,
                          const char *why)
{
    for (size_t i = 0; i < question->said_count; i++)
        merge_set_aside(merge, question->said[i].line, why);
}

/* --- keys ------------------------------------------------------------------------------------- */

/* A note without an id is known by its date and its words. */
static bool note_id(struct merge *merge, const char *key, const char **id, struct fault *fault)
{
    enum { DATE_LENGTH = 10 };
    const char *unnamed = key + 1, *words = unnamed + DATE_LENGTH;
    if (*key)
        return true;
    if (!merge_words(merge, &words, fault))
        return false;
    *id = arena_format(merge->person_arena, "%.*s %s", DATE_LENGTH, unnamed, words);
    return true;
}

static bool read_key(struct merge *merge, struct keyed *keyed, const char *key, struct fault *fault)
{
    const char *at = key;
    for (size_t i = 0; i < keyed->columns->keys; i++, at += strlen(at) + 1)
        keyed->key[i] = arena_text(merge->person_arena, at);
    for (size_t i = keyed->columns->keys; i < keyed->columns->count; i++)
        keyed->names[i - keyed->columns->keys] = keyed->columns->columns[i].name;
    return keyed->kind != ROW_NOTE || note_id(merge, key, &keyed->key[NOTE_ID], fault);
}

static const char *key_words(struct merge *merge, const struct keyed *keyed)
{
    struct text words = {0};
    text_put(&words, keyed->columns->of_person ? "person" : "");
    for (size_t i = 0; i < keyed->columns->keys; i++)
        text_format(&words, "%s%s",
                    !words.length                   ? ""
                    : i + 1 == keyed->columns->keys ? " and "
                                                    : ", ",
                    keyed->columns->columns[i].name);
    const char *kept = arena_text(merge->person_arena, words.bytes);
    text_free(&words);
    return kept;
}

/* --- areas ------------------------------------------------------------------------------------ */

/* Would `area` be within itself? */
static bool circles(struct merge *merge, const char *area, const char *within, bool *yes,
                    struct fault *fault)
{
    *yes = strcmp(area, within) == 0;
    return *yes || store_area_within(merge->store, within, area, yes, fault);
}

/* Makes the area of a row and what holds it; `*why` where it would be within itself. */
static bool make_areas(struct merge *merge, const char *area, const char *within, const char **why,
                       struct fault *fault)
{
    int64_t number;
    bool yes;
    merge->areas_asked = false; /* there is a file of areas now */
    if (!merge_area(merge, area, &number, fault))
        return false;
    if (!within)
        return true;
    if (!merge_area(merge, within, &number, fault) || !circles(merge, area, within, &yes, fault))
        return false;
    if (yes)
        *why = arena_format(merge->arena,
                            "column within: %s lies within %s already, or is the same, so it "
                            "cannot be around it. Say another area that %s is within first",
                            within, area, within);
    return true;
}

/* Why rows of this key cannot be taken, or NULL. Areas are made where they are named. */
static bool refuse(struct merge *merge, const struct keyed *keyed,
                   const struct cells_question *question, const char **why, struct fault *fault)
{
    int64_t number;
    *why = NULL;
    if (keyed->kind == ROW_COLLECTS)
        return merge_area_allowed(merge, keyed->key[COLLECTS_AREA], why, fault) &&
               (*why || merge_area(merge, keyed->key[COLLECTS_AREA], &number, fault));
    for (size_t i = 0; keyed->kind == ROW_AREA && i < question->said_count; i++)
        if (!make_areas(merge, keyed->key[AREA_AREA], question->said[i].cells[AREA_WITHIN - 1], why,
                        fault))
            return false;
    return true;
}

/* --- merging ---------------------------------------------------------------------------------- */

static void note_sheet(struct merge *merge, const struct keyed *keyed, const struct cells_row *row)
{
    if (keyed->kind != ROW_GOAL || !*keyed->key[GOAL_INSTRUMENT])
        return;
    merge->sheets = arena_grow(merge->person_arena, merge->sheets, merge->sheet_count,
                               &merge->sheet_room, sizeof *merge->sheets);
    const char *const *cells = row->cells - GOAL_WORDS;
    merge->sheets[merge->sheet_count++] =
        (struct goal_sheet){keyed->key[GOAL_INSTRUMENT], cells[GOAL_VERSION], keyed->key[GOAL_DATE],
                            keyed->key[GOAL_TIME],       keyed->key[GOAL_BY], cells[GOAL_MODE]};
}

static bool write_row(struct merge *merge, const struct keyed *keyed, const struct cells_row *row,
                      struct fault *fault)
{
    sqlite3_stmt *stmt;
    int64_t person;
    int place = 1;
    bool of_person = keyed->columns->of_person;
    if (of_person && !merge_person(merge, &person, fault))
        return false;
    for (size_t i = 0; i < cell_count(keyed); i++)
        if (keyed->columns->columns[keyed->columns->keys + i].type == COLUMN_WORDS &&
            !merge_keep_words(merge, row->cells[i], fault))
            return false;
    if (!prepared(merge, keyed->kind, false, &stmt, fault))
        return false;
    if (of_person)
        sql_whole(stmt, place++, person);
    sql_whole(stmt, place++, row->recorded);
    sql_whole(stmt, place++, row->import);
    for (size_t i = 0; i < keyed->columns->keys; i++)
        sql_text(stmt, place++, keyed->key[i]);
    for (size_t i = 0; i < cell_count(keyed); i++)
        sql_text(stmt, place++, row->cells[i]);
    merge_wrote(merge);
    merge->services = merge->services || keyed->kind == ROW_SERVICE;
    note_sheet(merge, keyed, row);
    return sql_do(stmt, fault);
}

bool merge_row(struct merge *merge, enum row_kind kind, const char *key, const struct text *body,
               struct fault *fault)
{
    struct keyed keyed = {.kind = kind, .columns = &row_columns[kind]};
    struct cells_row *write;
    size_t count;
    const char *why;
    if (!read_key(merge, &keyed, key, fault))
        return false;
    struct cells_question question = {.names = keyed.names,
                                      .count = cell_count(&keyed),
                                      .verb = "give",
                                      .key = key_words(merge, &keyed)};
    if (!read_said(merge, &keyed, body, &question, fault) ||
        !refuse(merge, &keyed, &question, &why, fault) || !load(merge, &keyed, &question, fault))
        return false;
    if (why) {
        set_all_aside(merge, &question, why);
        return true;
    }
    cells_merge(merge, &question, &write, &count);
    for (size_t i = 0; i < count; i++)
        if (!write_row(merge, &keyed, &write[i], fault))
            return false;
    return true;
}
