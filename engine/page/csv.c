/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The model as CSV, in the order of the page: one line a sentence, and one a cell of a table. What
 * stands on the page stands here, and nothing else; charts are their sentences. */
#include "ground/shown.h"
#include "page/page.h"
#include "page/table.h"

struct sheet {
    struct text *out;
    const char *section, *figure; /* the question, and the figure's title */
    int row;                      /* of the sentence before, in its section */
};

static void put_words(struct text *out, const char *words)
{
    if (table_is_number(words))
        text_csv(out, words);
    else
        shown_csv(out, words);
}

static void put_line(struct sheet *sheet, const char *row, const char *column, const char *value)
{
    const char *cells[] = {sheet->section, sheet->figure, row, column, value};
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
        if (i)
            text_char(sheet->out, ',');
        put_words(sheet->out, cells[i]);
    }
    text_char(sheet->out, '\n');
}

/* A sentence, or what goes with the one before under the same number. */
static void put_sentence(struct sheet *sheet, const char *column, struct value value)
{
    struct text number = {0}, words = {0};
    double plain;
    if (value_as_number(value, &plain))
        text_number(&words, plain);
    else
        text_put(&words, value_as_text(value) ? value_as_text(value) : "");
    text_format(&number, "%d", sheet->row);
    if (words.length)
        put_line(sheet, number.bytes, column, words.bytes);
    text_free(&number);
    text_free(&words);
}

static void put_key(struct sheet *sheet, struct value map, const char *key, const char *column)
{
    if (value_is(value_get(map, key), VALUE_NIL))
        return;
    sheet->row++;
    put_sentence(sheet, column, value_get(map, key));
}

/* A list of sentences, or one alone. */
static void put_list(struct sheet *sheet, struct value list, const char *column)
{
    for (size_t i = 0; i < value_count(list); i++) {
        sheet->row++;
        put_sentence(sheet, column, value_item(list, i));
    }
}

/* A list of maps: what each has of `keys`, under one number; a key may hold a list itself. */
static void put_maps(struct sheet *sheet, struct value list, const char *const *keys,
                     const char *const *columns)
{
    for (size_t i = 0; i < value_count(list); i++) {
        sheet->row++;
        for (size_t k = 0; keys[k]; k++) {
            struct value value = value_get(value_item(list, i), keys[k]);
            if (!value_is(value, VALUE_TABLE))
                put_sentence(sheet, columns[k], value);
            for (size_t n = 0; n < value_count(value); n++)
                put_sentence(sheet, columns[k], value_item(value, n));
        }
    }
}

static void put_now(struct sheet *sheet, struct value now)
{
    static const char *const keys[] = {"says", "notice", "help", NULL};
    static const char *const columns[] = {"now", "notice", "help"};
    put_maps(sheet, now, keys, columns);
}

static void put_rows(struct sheet *sheet, struct value rows)
{
    static const char *const keys[] = {"own", "strong", "says", "soft", NULL};
    put_maps(sheet, rows, keys, keys);
}

static void put_key_of_marks(struct sheet *sheet, struct value key)
{
    static const char *const keys[] = {"says", NULL}, *const columns[] = {"key"};
    put_maps(sheet, key, keys, columns);
}

static void put_found(struct sheet *sheet, struct value found)
{
    static const char *const keys[] = {"says", "rests", NULL}, *const columns[] = {"found",
                                                                                   "rests"};
    put_maps(sheet, found, keys, columns);
}

static void put_terms(struct sheet *sheet, struct value terms)
{
    static const char *const keys[] = {"term", "says", NULL}, *const columns[] = {"term", "means"};
    put_maps(sheet, terms, keys, columns);
}

static void put_quotes(struct sheet *sheet, struct value quotes)
{
    static const char *const keys[] = {"heading", "says", "by", NULL};
    static const char *const columns[] = {"heading", "quote", "by"};
    put_maps(sheet, quotes, keys, columns);
}

static void put_pins(struct sheet *sheet, struct value pins)
{
    static const char *const keys[] = {"number", "says", "by", NULL};
    static const char *const columns[] = {"pin", "note", "by"};
    put_maps(sheet, pins, keys, columns);
}

static void put_rail(struct sheet *sheet, struct value rail)
{
    static const char *const keys[] = {"when", "says", NULL}, *const columns[] = {"when", "note"};
    put_maps(sheet, rail, keys, columns);
}

static void put_table(struct sheet *sheet, struct value table)
{
    struct value rows = value_get(table, "rows");
    size_t columns = value_count(value_get(table, "head"));
    if (!value_is(table, VALUE_TABLE))
        return;
    put_key(sheet, table, "caption", "caption");
    for (size_t r = 0; r < value_count(rows); r++)
        for (size_t c = 0; c < columns; c++)
            put_line(sheet, table_cell(value_item(rows, r), 0), table_head(table, c),
                     table_cell(value_item(rows, r), c));
}

static void put_figure(struct sheet *sheet, struct value figure)
{
    const char *own = value_as_text(value_get(figure, "own"));
    const char *title = value_as_text(value_get(figure, "title"));
    sheet->figure = own ? own : title ? title : "";
    put_key(sheet, figure, own ? "own" : "title", own ? "own" : "title");
    put_key(sheet, figure, "sub", "sub");
    put_key(sheet, value_get(figure, "chart"), "says", "chart");
    put_rows(sheet, value_get(figure, "rows"));
    put_rows(sheet, value_get(figure, "lanes"));
    put_key_of_marks(sheet, value_get(figure, "key"));
    put_table(sheet, value_get(figure, "answers"));
    put_list(sheet, value_get(figure, "note"), "note");
    put_table(sheet, value_get(figure, "table"));
    sheet->figure = "";
}

static void put_figures(struct sheet *sheet, struct value figures, bool later)
{
    for (size_t i = 0; i < value_count(figures); i++)
        if (figure_is_later(value_item(figures, i)) == later)
            put_figure(sheet, value_item(figures, i));
}

static void put_links(struct sheet *sheet, struct value links)
{
    for (size_t i = 0; i < value_count(links); i++)
        put_key(sheet, value_item(links, i), "says", "link");
}

static void put_section(struct sheet *sheet, struct value section)
{
    struct value figures = value_get(section, "figures");
    const char *asks = value_as_text(value_get(section, "asks"));
    *sheet = (struct sheet){sheet->out, asks ? asks : "", "", 0};
    put_key(sheet, section, "asks", "asks");
    put_list(sheet, value_get(section, "says"), "says");
    put_rail(sheet, value_get(section, "rail"));
    put_figures(sheet, figures, false);
    put_key(sheet, section, "found_title", "heading");
    put_found(sheet, value_get(section, "found"));
    put_key(sheet, value_get(section, "folded"), "says", "heading");
    put_found(sheet, value_get(value_get(section, "folded"), "found"));
    put_list(sheet, value_get(section, "list"), "list");
    put_table(sheet, value_get(section, "table"));
    put_list(sheet, value_get(section, "unknown"), "unknown");
    put_terms(sheet, value_get(section, "terms"));
    put_quotes(sheet, value_get(section, "quotes"));
    put_key(sheet, section, "pins_title", "heading");
    put_pins(sheet, value_get(section, "pins"));
    put_list(sheet, value_get(section, "beside"), "beside");
    put_figures(sheet, figures, true);
}

void page_csv(struct value model, struct text *out)
{
    struct value sections = value_get(model, "sections");
    struct sheet sheet = {out, "", "", 0};
    text_put(out, "section,figure,row,column,value\n");
    put_key(&sheet, model, "made_up", "made_up");
    put_key(&sheet, model, "kicker", "kicker");
    put_key(&sheet, model, "title", "title");
    put_key(&sheet, model, "lead", "lead");
    put_now(&sheet, value_get(model, "now"));
    put_list(&sheet, value_get(model, "small"), "small");
    put_links(&sheet, value_get(model, "links"));
    for (size_t i = 0; i < value_count(sections); i++)
        put_section(&sheet, value_item(sections, i));
    sheet = (struct sheet){out, "", "", 0};
    put_list(&sheet, value_get(model, "foot"), "foot");
}
