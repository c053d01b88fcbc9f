/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The model as plain text, 78 columns wide: for a terminal, an e-mail, a screen that reads aloud.
 * Charts are their sentences; nothing that could act on a terminal is written as it is. */
#include <stdio.h>
#include <string.h>

#include "ground/shown.h"
#include "page/page.h"
#include "page/table.h"

enum { WIDTH = 78 };

/* Columns on a terminal: characters, less those that are set on the one before (U+0300 to U+036F).
 */
static size_t columns(const char *bytes, size_t length)
{
    size_t count = 0;
    for (size_t i = 0; i < length; i++) {
        unsigned char c = (unsigned char)bytes[i];
        bool combining =
            c == 0xCC || (c == 0xCD && i + 1 < length && (unsigned char)bytes[i + 1] < 0xB0);
        count += (c & 0xC0) != 0x80 && !combining;
    }
    return count;
}

static void spaces(struct text *out, size_t count)
{
    for (size_t i = 0; i < count; i++)
        text_char(out, ' ');
}

/* Words in lines of at most WIDTH, the first beginning with `first`, the others as far in. */
static void wrap(struct text *out, const char *words, const char *first)
{
    struct text shown = {0};
    const char *word;
    size_t length, in = columns(first, strlen(first)), column = in;
    shown_line(&shown, words);
    text_put(out, first);
    for (const char *at = shown.bytes ? shown.bytes : ""; text_word(&at, &word, &length);) {
        size_t width = columns(word, length);
        if (column > in && column + 1 + width > WIDTH) {
            text_char(out, '\n');
            spaces(out, in);
            column = in;
        } else if (column > in) {
            text_char(out, ' ');
            column++;
        }
        text_add(out, word, length);
        column += width;
    }
    text_char(out, '\n');
    text_free(&shown);
}

static const char *get_text(struct value map, const char *key)
{
    return value_as_text(value_get(map, key));
}

static void wrap_key(struct text *out, struct value map, const char *key, const char *first)
{
    if (get_text(map, key))
        wrap(out, get_text(map, key), first);
}

/* Paragraphs: an empty line before each. */
static void wrap_list(struct text *out, struct value list, const char *first)
{
    for (size_t i = 0; i < value_count(list); i++) {
        text_char(out, '\n');
        wrap(out, value_as_text(value_item(list, i)) ? value_as_text(value_item(list, i)) : "",
             first);
    }
}

static void underline(struct text *out, size_t start, char with)
{
    size_t line = 0, longest = 0;
    for (size_t i = start; i < out->length; i++) {
        line += ((unsigned char)out->bytes[i] & 0xC0) != 0x80;
        if (out->bytes[i] == '\n')
            line = 0;
        longest = line > longest ? line : longest;
    }
    while (longest--)
        text_char(out, with);
    text_char(out, '\n');
}

static void heading(struct text *out, const char *words, char with)
{
    size_t start = out->length;
    if (!words)
        return;
    wrap(out, words, "");
    underline(out, start, with);
}

/* --- tables ---- */

enum { COLUMNS_MOST = 12 };

struct grid {
    struct value table, rows;
    size_t count, width[COLUMNS_MOST];
};

static size_t shown_width(const char *words)
{
    struct text shown = {0};
    shown_line(&shown, words);
    size_t width = columns(shown.bytes ? shown.bytes : "", shown.length);
    text_free(&shown);
    return width;
}

static size_t measure(struct grid *grid)
{
    size_t whole = 2;
    for (size_t c = 0; c < grid->count; c++) {
        grid->width[c] = shown_width(table_head(grid->table, c));
        for (size_t r = 0; r < value_count(grid->rows); r++) {
            size_t width = shown_width(table_cell(value_item(grid->rows, r), c));
            grid->width[c] = width > grid->width[c] ? width : grid->width[c];
        }
        whole += grid->width[c] + (c > 0 ? 2 : 0);
    }
    return whole;
}

static void grid_cell(struct text *out, const struct grid *grid, size_t column, const char *words)
{
    spaces(out, 2);
    shown_line(out, words);
    if (column + 1 < grid->count)
        spaces(out, grid->width[column] - shown_width(words));
}

static void write_aligned(struct text *out, const struct grid *grid)
{
    for (size_t c = 0; c < grid->count; c++)
        grid_cell(out, grid, c, table_head(grid->table, c));
    text_char(out, '\n');
    for (size_t r = 0; r < value_count(grid->rows); r++) {
        for (size_t c = 0; c < grid->count; c++)
            grid_cell(out, grid, c, table_cell(value_item(grid->rows, r), c));
        text_char(out, '\n');
    }
}

/* Too wide for the page: each row becomes a short list. */
static void write_stacked(struct text *out, const struct grid *grid)
{
    struct text line = {0};
    for (size_t r = 0; r < value_count(grid->rows); r++) {
        struct value row = value_item(grid->rows, r);
        wrap(out, table_cell(row, 0), "  ");
        for (size_t c = 1; c <= value_count(value_get(row, "cells")); c++) {
            text_clear(&line);
            text_format(&line, "%s: %s", table_head(grid->table, c), table_cell(row, c));
            wrap(out, line.bytes, "    ");
        }
    }
    text_free(&line);
}

static void write_table(struct text *out, struct value table)
{
    struct grid grid = {.table = table, .rows = value_get(table, "rows")};
    grid.count = value_count(value_get(table, "head"));
    if (table.kind != VALUE_TABLE)
        return;
    text_char(out, '\n');
    wrap_key(out, table, "caption", "");
    if (grid.count <= COLUMNS_MOST && measure(&grid) <= WIDTH)
        write_aligned(out, &grid);
    else
        write_stacked(out, &grid);
}

/* --- the page from top to bottom ---- */

static void add_piece(struct text *line, struct value row, const char *key)
{
    if (!get_text(row, key))
        return;
    if (line->length)
        text_char(line, ' ');
    text_put(line, get_text(row, key));
}

static void write_rows(struct text *out, struct value rows)
{
    struct text line = {0};
    if (value_count(rows))
        text_char(out, '\n');
    for (size_t i = 0; i < value_count(rows); i++) {
        text_clear(&line);
        if (get_text(value_item(rows, i), "own"))
            text_format(&line, "“%s”", get_text(value_item(rows, i), "own"));
        add_piece(&line, value_item(rows, i), "strong");
        add_piece(&line, value_item(rows, i), "says");
        add_piece(&line, value_item(rows, i), "soft");
        wrap(out, line.bytes ? line.bytes : "", "- ");
    }
    text_free(&line);
}

/* What somebody said, in the quotation marks that the page has round it, behind `first`. */
static void wrap_said(struct text *out, const char *words, const char *first)
{
    struct text said = {0};
    text_format(&said, "“%s”", words);
    wrap(out, said.bytes, first);
    text_free(&said);
}

/* What a picture has marks for; the table says it of each day. */
static void write_key(struct text *out, struct value key)
{
    if (value_count(key))
        text_char(out, '\n');
    for (size_t i = 0; i < value_count(key); i++)
        wrap_key(out, value_item(key, i), "says", "· ");
}

static void write_figure(struct text *out, struct value figure)
{
    text_char(out, '\n');
    if (get_text(figure, "own"))
        wrap_said(out, get_text(figure, "own"), "* ");
    else
        wrap_key(out, figure, "title", "* ");
    wrap_key(out, figure, "sub", "  ");
    if (get_text(value_get(figure, "chart"), "says")) {
        text_char(out, '\n');
        wrap_key(out, value_get(figure, "chart"), "says", "");
    }
    write_rows(out, value_get(figure, "rows"));
    write_rows(out, value_get(figure, "lanes"));
    write_key(out, value_get(figure, "key"));
    write_table(out, value_get(figure, "answers"));
    wrap_list(out, value_get(figure, "note"), "");
    write_table(out, value_get(figure, "table"));
}

static void write_found(struct text *out, struct value found)
{
    for (size_t i = 0; i < value_count(found); i++) {
        text_char(out, '\n');
        wrap_key(out, value_item(found, i), "says", "- ");
        wrap_key(out, value_item(found, i), "rests", "  ");
    }
}

static void write_folded(struct text *out, struct value folded)
{
    if (!get_text(folded, "says"))
        return;
    text_char(out, '\n');
    wrap_key(out, folded, "says", "");
    write_found(out, value_get(folded, "found"));
}

static void write_terms(struct text *out, struct value terms)
{
    for (size_t i = 0; i < value_count(terms); i++) {
        text_char(out, '\n');
        wrap_key(out, value_item(terms, i), "term", "");
        wrap_key(out, value_item(terms, i), "says", "  ");
    }
}

/* A line of days: what was said on each. */
static void write_rail(struct text *out, struct value rail)
{
    for (size_t i = 0; i < value_count(rail); i++) {
        struct value entry = value_item(rail, i);
        text_char(out, '\n');
        wrap_key(out, entry, "when", "");
        wrap_key(out, entry, "says", "  ");
    }
}

static void write_quotes(struct text *out, struct value quotes)
{
    for (size_t i = 0; i < value_count(quotes); i++) {
        struct value quote = value_item(quotes, i);
        text_char(out, '\n');
        if (get_text(quote, "heading")) {
            wrap_key(out, quote, "heading", "| ");
            text_char(out, '\n');
        }
        wrap_said(out, get_text(quote, "says"), "| ");
        wrap_key(out, quote, "by", "|   ");
    }
}

/* Each with the number that its pin has in a picture. */
static void write_pins(struct text *out, struct value section)
{
    struct value pins = value_get(section, "pins");
    char first[32];
    if (value_count(pins)) {
        text_char(out, '\n');
        wrap_key(out, section, "pins_title", "| ");
    }
    for (size_t i = 0; i < value_count(pins); i++) {
        struct value pin = value_item(pins, i);
        int64_t number = (int64_t)i + 1;
        value_as_whole(value_get(pin, "number"), &number);
        snprintf(first, sizeof first, "| %lld  ", (long long)number);
        text_char(out, '\n');
        wrap_key(out, pin, "says", first);
        wrap_key(out, pin, "by", "|    ");
    }
}

static void write_figures(struct text *out, struct value figures, bool later)
{
    for (size_t i = 0; i < value_count(figures); i++)
        if (figure_is_later(value_item(figures, i)) == later)
            write_figure(out, value_item(figures, i));
}

/* Bullets, or numbers where the order is meant. */
static void write_list(struct text *out, struct value section)
{
    struct value list = value_get(section, "list"), numbered = value_get(section, "numbered");
    if (numbered.kind != VALUE_YES_NO || !numbered.yes) {
        wrap_list(out, list, "- ");
        return;
    }
    for (size_t i = 0; i < value_count(list); i++) {
        char first[32];
        const char *says = value_as_text(value_item(list, i));
        snprintf(first, sizeof first, "%zu. ", i + 1);
        text_char(out, '\n');
        wrap(out, says ? says : "", first);
    }
}

static void write_section(struct text *out, struct value section)
{
    text_put(out, "\n\n");
    heading(out, get_text(section, "asks"), '-');
    wrap_list(out, value_get(section, "says"), "");
    write_rail(out, value_get(section, "rail"));
    write_figures(out, value_get(section, "figures"), false);
    if (get_text(section, "found_title")) {
        text_char(out, '\n');
        wrap_key(out, section, "found_title", "* ");
    }
    write_found(out, value_get(section, "found"));
    write_folded(out, value_get(section, "folded"));
    write_list(out, section);
    write_table(out, value_get(section, "table"));
    wrap_list(out, value_get(section, "unknown"), "? ");
    write_terms(out, value_get(section, "terms"));
    write_quotes(out, value_get(section, "quotes"));
    write_pins(out, section);
    wrap_list(out, value_get(section, "beside"), "| ");
    write_figures(out, value_get(section, "figures"), true);
}

/* What should not wait. */
static void write_now(struct text *out, struct value now)
{
    for (size_t i = 0; i < value_count(now); i++) {
        struct value entry = value_item(now, i);
        text_char(out, '\n');
        wrap_key(out, entry, "says", "! ");
        wrap_key(out, entry, "notice", "  ");
        for (size_t h = 0; h < value_count(value_get(entry, "help")); h++)
            wrap(out, value_as_text(value_item(value_get(entry, "help"), h)), "  - ");
    }
}

static void write_links(struct text *out, struct value links)
{
    for (size_t i = 0; i < value_count(links); i++) {
        text_char(out, '\n');
        wrap_key(out, value_item(links, i), "says", "");
    }
}

void page_text(struct value model, struct text *out)
{
    if (get_text(model, "made_up")) {
        wrap_key(out, model, "made_up", "");
        text_char(out, '\n');
    }
    wrap_key(out, model, "kicker", "");
    heading(out, get_text(model, "title"), '=');
    if (get_text(model, "lead"))
        text_char(out, '\n');
    wrap_key(out, model, "lead", "");
    write_now(out, value_get(model, "now"));
    wrap_list(out, value_get(model, "small"), "");
    write_links(out, value_get(model, "links"));
    for (size_t i = 0; i < value_count(value_get(model, "sections")); i++)
        write_section(out, value_item(value_get(model, "sections"), i));
    if (value_count(value_get(model, "foot")))
        text_char(out, '\n');
    wrap_list(out, value_get(model, "foot"), "");
}
