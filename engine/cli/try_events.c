/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/try_events.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "csv/csv.h"

/* The copy while it is written. */
struct copying {
    struct numbered *numbered;
    const char *path;
    struct csv *csv;
    FILE *to;
    int64_t line, row; /* of the copy, the next to write; of the file, the one at hand */
    size_t id, person; /* columns; the number of columns where there is none */
    struct text out;
    struct desk *desk;
};

static size_t column_named(const struct csv *csv, const char *name)
{
    size_t at = 0;
    while (at < csv_columns(csv) && strcmp(csv_column(csv, at), name) != 0)
        at++;
    return at;
}

static void keep(struct numbered *numbered, struct numbered_row **rows, size_t *count, size_t *room,
                 const char *key, int64_t row)
{
    *rows = arena_grow(numbered->arena, *rows, *count, room, sizeof **rows);
    (*rows)[(*count)++] = (struct numbered_row){arena_text(numbered->arena, key), row};
}

static void put_cell(struct text *out, const char *cell)
{
    if (cell && !*cell)
        text_put(out, "\"\"");
    else if (cell)
        text_csv(out, cell);
}

static void put_row(struct copying *copying, const struct csv_row *row, const char *id)
{
    size_t columns = csv_columns(copying->csv);
    for (size_t i = 0; i < columns; i++) {
        if (i)
            text_char(&copying->out, ',');
        put_cell(&copying->out, i == copying->id ? id : row->cells[i]);
    }
    if (copying->id == columns)
        text_format(&copying->out, ",%s", id);
    text_char(&copying->out, '\n');
}

static void put_header(struct copying *copying)
{
    size_t columns = csv_columns(copying->csv);
    for (; copying->line < csv_header_line(copying->csv); copying->line++)
        text_char(&copying->out, '\n');
    for (size_t i = 0; i < columns; i++) {
        if (i)
            text_char(&copying->out, ',');
        text_csv(&copying->out, csv_column(copying->csv, i));
    }
    text_put(&copying->out, copying->id == columns ? ",id\n" : "\n");
    copying->line++;
}

static bool flush(struct copying *copying, struct fault *fault)
{
    for (size_t i = 0; i < copying->out.length; i++)
        copying->line += copying->out.bytes[i] == '\n';
    bool done = !copying->out.length ||
                fwrite(copying->out.bytes, copying->out.length, 1, copying->to) == 1;
    text_clear(&copying->out);
    return done || fault_set(fault, FAULT_IO,
                             "%s: a copy to try it on cannot be written. Is the "
                             "disk full?",
                             copying->path);
}

static void say_wrong(struct copying *copying, const struct csv_row *row)
{
    char sentence[512];
    snprintf(sentence, sizeof sentence, "%s:%lld: %s. Row left out", copying->path,
             (long long)row->line, row->wrong);
    copying->numbered->left_out++;
    cli_warn(copying->desk, sentence);
}

static void number_row(struct copying *copying, const struct csv_row *row)
{
    struct numbered *numbered = copying->numbered;
    size_t columns = csv_columns(copying->csv);
    const char *given = copying->id < columns ? row->cells[copying->id] : NULL;
    const char *person = copying->person < columns ? row->cells[copying->person] : NULL;
    const char *id = given && *given
                         ? given
                         : arena_format(numbered->arena, "row:%lld", (long long)copying->row);
    for (int64_t line = copying->line; line < row->line; line++)
        text_char(&copying->out, '\n');
    put_row(copying, row, id);
    keep(numbered, &numbered->ids, &numbered->id_count, &numbered->id_room, id, copying->row);
    if (person)
        keep(numbered, &numbered->people, &numbered->person_count, &numbered->person_room, person,
             copying->row);
}

static bool copy_rows(struct copying *copying, struct fault *fault)
{
    struct csv_row row;
    bool more;
    put_header(copying);
    copying->line = 1;
    do {
        if (!flush(copying, fault) || !csv_next(copying->csv, &row, &more, fault))
            return false;
        copying->row++;
        if (more && row.wrong)
            say_wrong(copying, &row);
        else if (more)
            number_row(copying, &row);
    } while (more);
    return flush(copying, fault);
}

static int by_key(const void *a, const void *b)
{
    const struct numbered_row *x = a, *y = b;
    int order = strcmp(x->key, y->key);
    return order ? order : (x->row > y->row) - (x->row < y->row);
}

/* In order of keys, of each the first row alone. */
static void put_in_order(struct numbered_row *rows, size_t *count)
{
    size_t kept = 0;
    if (*count)
        qsort(rows, *count, sizeof *rows, by_key);
    for (size_t i = 0; i < *count; i++)
        if (kept == 0 || strcmp(rows[kept - 1].key, rows[i].key) != 0)
            rows[kept++] = rows[i];
    *count = kept;
}

bool number_events(struct numbered *numbered, const char *path, const char *copy, struct desk *desk,
                   struct arena *arena, struct fault *fault)
{
    struct copying copying = {.numbered = numbered, .path = path, .line = 1, .desk = desk};
    *numbered = (struct numbered){.arena = arena};
    if (!csv_open(path, 0, NULL, &copying.csv, fault))
        return false;
    copying.id = column_named(copying.csv, "id");
    copying.person = column_named(copying.csv, "person");
    copying.to = fopen(copy, "w");
    bool done =
        copying.to ? copy_rows(&copying, fault)
                   : fault_set(fault, FAULT_CREATE, "%s: a copy to try it on cannot be made", path);
    if (copying.to && fclose(copying.to) != 0 && done)
        done = fault_set(fault, FAULT_IO,
                         "%s: a copy to try it on cannot be written. Is the disk "
                         "full?",
                         path);
    csv_close(copying.csv);
    text_free(&copying.out);
    put_in_order(numbered->ids, &numbered->id_count);
    put_in_order(numbered->people, &numbered->person_count);
    return done;
}

static int64_t row_of(const struct numbered_row *rows, size_t count, const char *key)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = strcmp(rows[middle].key, key);
        if (order == 0)
            return rows[middle].row;
        *(order < 0 ? &low : &high) = order < 0 ? middle + 1 : middle;
    }
    return 0;
}

int64_t numbered_event(const struct numbered *numbered, const char *id)
{
    return row_of(numbered->ids, numbered->id_count, id);
}

int64_t numbered_person(const struct numbered *numbered, const char *person)
{
    return row_of(numbered->people, numbered->person_count, person);
}
