/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of people files: known by person and date, and merged cell by cell, so that a file with one
 * column does not remove what another said. */
#include <string.h>

#include "store/store_import.h"

/* Their cells are the area and then the columns. */
static size_t width(void)
{
    return person_column_count + 1;
}

static bool load(struct merge *merge, struct fault *fault)
{
    struct arena *arena = merge->person_arena;
    size_t room = 0, date_room = 0;
    sqlite3_stmt *stmt;
    bool row;
    merge->people_loaded = true;
    if (merge->person == 0)
        return true;
    if (!sql_kept(merge->store, KEPT_PEOPLE_ROWS, &stmt, fault))
        return false;
    sql_whole(stmt, 1, merge->person);
    while (sql_row(stmt, &row, fault)) {
        if (!row)
            return true;
        size_t n = merge->people_row_count++;
        merge->people_rows =
            arena_grow(arena, merge->people_rows, n, &room, sizeof *merge->people_rows);
        merge->people_dates =
            arena_grow(arena, merge->people_dates, n, &date_room, sizeof *merge->people_dates);
        merge->people_dates[n] = sql_copy(stmt, 0, arena);
        struct cells_row *there = &merge->people_rows[n];
        *there =
            (struct cells_row){(day)sqlite3_column_int64(stmt, 1), sqlite3_column_int64(stmt, 2),
                               arena_array(arena, width() + 1, sizeof *there->cells)};
        for (size_t i = 0; i < width(); i++)
            there->cells[i] = sql_copy(stmt, (int)i + 3, arena);
    }
    return false;
}

static bool keep_words(struct merge *merge, const char *const *cells, struct fault *fault)
{
    for (size_t i = 1; i < width(); i++)
        if (person_column[i - 1].type == COLUMN_WORDS && !merge_keep_words(merge, cells[i], fault))
            return false;
    return true;
}

static bool write_row(struct merge *merge, const char *date, const struct cells_row *row,
                      struct fault *fault)
{
    sqlite3_stmt *stmt;
    int64_t person, area = 0;
    if (!merge_person(merge, &person, fault) ||
        (row->cells[0] && !merge_area(merge, row->cells[0], &area, fault)) ||
        !keep_words(merge, row->cells, fault) ||
        !sql_kept(merge->store, KEPT_PEOPLE_ROW_NEW, &stmt, fault))
        return false;
    sql_whole(stmt, 1, person);
    sql_text(stmt, 2, date);
    sql_whole(stmt, 3, row->recorded);
    sql_whole(stmt, 4, row->import);
    if (row->cells[0])
        sql_whole(stmt, 5, area);
    for (size_t i = 1; i < width(); i++)
        sql_text(stmt, (int)i + 5, row->cells[i]);
    merge->has_area = merge->has_area || row->cells[0];
    merge_wrote(merge);
    return sql_do(stmt, fault);
}

/* The rows that are there with this date: they stand together. */
static void find(const struct merge *merge, const char *date, struct cells_question *question)
{
    size_t first = 0, last;
    while (first < merge->people_row_count && strcmp(merge->people_dates[first], date) != 0)
        first++;
    for (last = first; last < merge->people_row_count; last++)
        if (strcmp(merge->people_dates[last], date) != 0)
            break;
    question->row_count = last - first;
    question->rows = last > first ? &merge->people_rows[first] : NULL;
}

static const char **names(struct arena *arena)
{
    const char **all = arena_array(arena, width(), sizeof *all);
    all[0] = "area";
    for (size_t i = 0; i < person_column_count; i++)
        all[i + 1] = person_column[i].name;
    return all;
}

/* May the area be named, and are the words opened? A row that may not be taken is set aside. */
static bool read_cells(struct merge *merge, int64_t line, const char **cells, bool *taken,
                       struct fault *fault)
{
    const char *why = NULL;
    if (cells[0] && !merge_area_allowed(merge, cells[0], &why, fault))
        return false;
    *taken = !why;
    if (why)
        merge_set_aside(merge, line, why);
    for (size_t i = 1; i < width() && *taken; i++)
        if (person_column[i - 1].type == COLUMN_WORDS && !merge_words(merge, &cells[i], fault))
            return false;
    return true;
}

static bool read_said(struct merge *merge, const struct text *body, struct cells_question *question,
                      struct fault *fault)
{
    struct arena *arena = merge->person_arena;
    struct said *said = NULL;
    size_t room = 0;
    struct row_head head;
    bool taken;
    char *bytes = arena_copy(arena, body->bytes, body->length);
    for (size_t at = 0; at < body->length; at += sizeof head + head.length) {
        memcpy(&head, bytes + at, sizeof head);
        said = arena_grow(arena, said, question->said_count, &room, sizeof *said);
        struct said *one = &said[question->said_count];
        *one = (struct said){.line = head.line,
                             .count = width(),
                             .cells = arena_array(arena, width(), sizeof(char *))};
        cells_unpack(bytes + at + sizeof head, head.length, one->cells);
        if (!read_cells(merge, head.line, one->cells, &taken, fault))
            return false;
        question->said_count += taken;
    }
    question->said = said;
    return true;
}

bool merge_people(struct merge *merge, const char *date, const struct text *body,
                  struct fault *fault)
{
    struct arena *arena = merge->person_arena;
    if (!merge->people_loaded && !load(merge, fault))
        return false;
    struct cells_question question = {
        .names = names(arena), .count = width(), .verb = "give", .key = "person and date"};
    struct cells_row *write;
    size_t count;
    if (!read_said(merge, body, &question, fault))
        return false;
    find(merge, date, &question);
    cells_merge(merge, &question, &write, &count);
    for (size_t i = 0; i < count; i++)
        if (!write_row(merge, date, &write[i], fault))
            return false;
    return true;
}
