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

static bool write_row(struct merge *merge, const char *date, const struct cells_row *row,
                      struct fault *fault)
{
    sqlite3_stmt *stmt;
    int64_t person, area = 0;
    if (!merge_person(merge, &person, fault) ||
        (row->cells[0] && !merge_area(merge, row->cells[0], &area, fault)) ||
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

static struct said *read_said(struct arena *arena, const struct text *body, size_t *count)
{
    struct said *said = NULL;
    size_t room = 0;
    struct row_head head;
    char *bytes = arena_copy(arena, body->bytes, body->length);
    for (size_t at = 0; at < body->length; at += sizeof head + head.length) {
        memcpy(&head, bytes + at, sizeof head);
        said = arena_grow(arena, said, *count, &room, sizeof *said);
        said[*count] = (struct said){.line = head.line,
                                     .count = width(),
                                     .cells = arena_array(arena, width(), sizeof(char *))};
        cells_unpack(bytes + at + sizeof head, head.length, said[*count].cells);
        ++*count;
    }
    return said;
}

bool merge_people(struct merge *merge, const char *date, const struct text *body,
                  struct fault *fault)
{
    struct arena *arena = merge->person_arena;
    if (!merge->people_loaded && !load(merge, fault))
        return false;
    struct cells_question question = {
        .names = names(arena), .count = width(), .verb = "give", .key = "person and date"};
    question.said = read_said(arena, body, &question.said_count);
    find(merge, date, &question);
    struct cells_row *write;
    size_t count;
    cells_merge(merge, &question, &write, &count);
    for (size_t i = 0; i < count; i++)
        if (!write_row(merge, date, &write[i], fault))
            return false;
    return true;
}
