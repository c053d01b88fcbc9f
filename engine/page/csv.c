/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The model as CSV, in the order of the page: one line a sentence, and one a cell of a table. What
 * stands on the page stands here, and nothing else; charts are their sentences. */
#include <string.h>

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

/* Lists of maps: what of each item is written, and under which column. */
static const struct maps {
    const char *list;
    const char *keys[5], *columns[5];
} all_maps[] = {
    {"now", {"says", "notice", "help"}, {"now", "notice", "help"}},
    {"rows", {"own", "strong", "says", "soft"}, {"own", "strong", "says", "soft"}},
    {"lanes", {"own", "strong", "says", "soft"}, {"own", "strong", "says", "soft"}},
    {"key", {"says"}, {"key"}},
    {"found", {"says", "rests"}, {"found", "rests"}},
    {"terms", {"term", "says"}, {"term", "means"}},
    {"quotes", {"heading", "says", "by"}, {"heading", "quote", "by"}},
    {"pins", {"number", "says", "by"}, {"pin", "note", "by"}},
    {"rail", {"when", "says"}, {"when", "note"}},
};

/* What one item has of them, under one number; a key may hold a list itself. */
static void put_item(struct sheet *sheet, const struct maps *maps, struct value item)
{
    sheet->row++;
    for (size_t k = 0; maps->keys[k]; k++) {
        struct value value = value_get(item, maps->keys[k]);
        if (!value_is(value, VALUE_TABLE))
            put_sentence(sheet, maps->columns[k], value);
        for (size_t n = 0; n < value_count(value); n++)
            put_sentence(sheet, maps->columns[k], value_item(value, n));
    }
}

static void put_maps(struct sheet *sheet, struct value of, const char *name)
{
    const struct maps *maps = all_maps;
    struct value list = value_get(of, name);
    while (strcmp(maps->list, name) != 0)
        maps++;
    for (size_t i = 0; i < value_count(list); i++)
        put_item(sheet, maps, value_item(list, i));
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
    put_maps(sheet, figure, "rows");
    put_maps(sheet, figure, "lanes");
    put_maps(sheet, figure, "key");
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
    put_maps(sheet, section, "rail");
    put_figures(sheet, figures, false);
    put_key(sheet, section, "found_title", "heading");
    put_maps(sheet, section, "found");
    put_key(sheet, value_get(section, "folded"), "says", "heading");
    put_maps(sheet, value_get(section, "folded"), "found");
    put_list(sheet, value_get(section, "list"), "list");
    put_table(sheet, value_get(section, "table"));
    put_list(sheet, value_get(section, "unknown"), "unknown");
    put_maps(sheet, section, "terms");
    put_maps(sheet, section, "quotes");
    put_key(sheet, section, "pins_title", "heading");
    put_maps(sheet, section, "pins");
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
    put_maps(&sheet, model, "now");
    put_list(&sheet, value_get(model, "small"), "small");
    put_links(&sheet, value_get(model, "links"));
    for (size_t i = 0; i < value_count(sections); i++)
        put_section(&sheet, value_item(sections, i));
    sheet = (struct sheet){out, "", "", 0};
    put_list(&sheet, value_get(model, "foot"), "foot");
}
