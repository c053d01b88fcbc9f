/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/rows.h"

#include <stdlib.h>
#include <string.h>

#include "ground/shown.h"
#include "ground/words.h"

const char *const score_columns[] = {"person", "date",   "instrument", "version", "by",
                                     "mode",   "scale",  "value",      "reason",  "answered",
                                     "of",     "lowest", "highest",    "se",      NULL};
const char *const try_score_columns[] = {"row",    "instrument", "version", "by",       "mode",
                                         "scale",  "value",      "reason",  "answered", "of",
                                         "lowest", "highest",    "se",      NULL};
const char *const finding_columns[] = {"finding", "person", "indicator", "version",   "date",
                                       "state",   "why",    "basis",     "certainty", "class",
                                       "value",   "unit",   "events",    "told",      NULL};
const char *const try_finding_columns[] = {"row",  "finding", "indicator", "version", "state",
                                           "why",  "basis",   "certainty", "class",   "value",
                                           "unit", "events",  "told",      NULL};

enum { COLUMNS_MOST = 16 };

struct row {
    day date;
    int place;
    const char *plugin;
    size_t nth; /* keeps the order of equal rows */
    const char *cells[COLUMNS_MOST];
    bool is_number[COLUMNS_MOST];
};

void rows_open(struct rows *rows, bool json, const char *const *columns)
{
    *rows = (struct rows){.json = json, .columns = columns, .arena = arena_new()};
    for (size_t i = 0; !json && columns[i]; i++)
        text_format(&rows->out, "%s%s", i ? "," : "", columns[i]);
    text_put(&rows->out, json ? "[" : "\n");
}

void rows_begin(struct rows *rows, day date, int place, const char *plugin)
{
    rows->held = arena_grow(rows->arena, rows->held, rows->count, &rows->room, sizeof *rows->held);
    rows->held[rows->count] = (struct row){date, place, plugin, rows->count, {0}, {0}};
    rows->count++;
}

static size_t column_at(const struct rows *rows, const char *column)
{
    size_t i = 0;
    while (rows->columns[i] && strcmp(rows->columns[i], column) != 0)
        i++;
    return i;
}

void rows_text(struct rows *rows, const char *column, const char *text)
{
    size_t at = column_at(rows, column);
    if (rows->columns[at] && text && *text)
        rows->held[rows->count - 1].cells[at] = arena_text(rows->arena, text);
}

void rows_number(struct rows *rows, const char *column, double number)
{
    rows_text(rows, column, number_text(rows->arena, number));
    rows->held[rows->count - 1].is_number[column_at(rows, column)] = true;
}

/* The nth of words that are parted by spaces. */
static const char *nth_word(struct arena *arena, const char *words, int nth)
{
    const char *word;
    size_t length;
    while (text_word(&words, &word, &length))
        if (nth-- == 0)
            return arena_copy(arena, word, length);
    return NULL;
}

void rows_score(struct rows *rows, const struct stored_plugin *plugin,
                const struct derived_score *score)
{
    rows_text(rows, "instrument", plugin->id);
    rows_text(rows, "version", plugin->version);
    rows_text(rows, "by", nth_word(rows->arena, raters, score->by));
    rows_text(rows, "mode", nth_word(rows->arena, modes, score->mode));
    rows_text(rows, "scale", nth_word(rows->arena, plugin->scales, score->scale));
    if (score->category)
        rows_text(rows, "value", score->category);
    else if (score->has_value)
        rows_number(rows, "value", score->value);
    rows_text(rows, "reason", score->reason);
    rows_number(rows, "answered", score->answered);
    rows_number(rows, "of", score->of);
    if (score->has_range) {
        rows_number(rows, "lowest", score->lowest);
        rows_number(rows, "highest", score->highest);
    }
    if (score->has_se)
        rows_number(rows, "se", score->se);
}

void rows_finding(struct rows *rows, const char *ref, const struct stored_plugin *plugin,
                  const struct derived_finding *f)
{
    rows_text(rows, "finding", f->finding);
    rows_text(rows, "person", ref);
    rows_text(rows, "indicator", plugin->id);
    rows_text(rows, "version", plugin->version);
    rows_text(rows, "date", f->date);
    rows_text(rows, "state", f->state);
    rows_text(rows, "why", f->why);
    rows_text(rows, "basis", f->basis);
    rows_text(rows, "certainty", f->certainty);
    rows_text(rows, "class", f->class);
    if (f->has_value)
        rows_number(rows, "value", f->value);
    rows_text(rows, "unit", f->unit);
    rows_text(rows, "events", f->events);
    rows_text(rows, "told", f->told);
}

static int by_date(const void *a, const void *b)
{
    const struct row *x = a, *y = b;
    if (x->date != y->date)
        return x->date < y->date ? -1 : 1;
    if (x->place != y->place)
        return x->place < y->place ? -1 : 1;
    int order = strcmp(x->plugin, y->plugin);
    return order ? order : x->nth < y->nth ? -1 : 1;
}

static void put_json(struct rows *rows, const struct row *row)
{
    text_put(&rows->out, rows->any ? ",\n {" : "\n {");
    for (size_t i = 0; rows->columns[i]; i++) {
        text_format(&rows->out, "%s\"%s\":", i ? "," : "", rows->columns[i]);
        if (!row->cells[i])
            text_put(&rows->out, "null");
        else if (row->is_number[i])
            text_put(&rows->out, row->cells[i]);
        else
            shown_json(&rows->out, row->cells[i]);
    }
    text_char(&rows->out, '}');
}

/* The caller's own references stand as they came in, to be found again; any other text may be a
 * plugin's, or a service's. */
static bool is_as_it_came(const struct rows *rows, const struct row *row, size_t i)
{
    static const char callers[] = "row person finding events";
    return row->is_number[i] || text_has_word(callers, rows->columns[i]);
}

static void put_csv(struct rows *rows, const struct row *row)
{
    for (size_t i = 0; rows->columns[i]; i++) {
        if (i)
            text_char(&rows->out, ',');
        if (row->cells[i] && is_as_it_came(rows, row, i))
            text_csv(&rows->out, row->cells[i]);
        else if (row->cells[i])
            shown_csv(&rows->out, row->cells[i]);
    }
    text_char(&rows->out, '\n');
}

void rows_sort(struct rows *rows)
{
    if (rows->count)
        qsort(rows->held, rows->count, sizeof *rows->held, by_date);
}

const char *rows_cell(const struct rows *rows, size_t row, const char *column)
{
    const char *cell = rows->held[row].cells[column_at(rows, column)];
    return cell ? cell : "";
}

void rows_end_person(struct rows *rows)
{
    rows_sort(rows);
    for (size_t i = 0; i < rows->count; i++) {
        if (rows->json)
            put_json(rows, &rows->held[i]);
        else
            put_csv(rows, &rows->held[i]);
        rows->any = true;
    }
    arena_reset(rows->arena);
    rows->held = NULL;
    rows->count = rows->room = 0;
}

void rows_close(struct rows *rows, struct text *out)
{
    if (rows->json)
        text_put(&rows->out, rows->any ? "\n]\n" : "]\n");
    text_add(out, rows->out.bytes, rows->out.length);
    text_free(&rows->out);
    arena_free(rows->arena);
}
