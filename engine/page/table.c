/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page/table.h"

#include <string.h>

#include "chart/markup.h"

const char *table_head(struct value table, size_t column)
{
    const char *words = value_as_text(value_item(value_get(table, "head"), column));
    return words ? words : "";
}

const char *table_cell(struct value row, size_t column)
{
    struct value value =
        column ? value_item(value_get(row, "cells"), column - 1) : value_get(row, "head");
    return value_as_text(value) ? value_as_text(value) : "";
}

bool table_is_number(const char *words)
{
    words += strspn(words, "+-");
    return *words && words[strspn(words, "0123456789,.")] == '\0';
}

/* A column is one of numbers where most of its cells are: "not scored" may stand among them. */
static bool is_numeric(struct value table, size_t column)
{
    struct value rows = value_get(table, "rows");
    size_t numbers = 0;
    for (size_t i = 0; i < value_count(rows); i++)
        numbers += table_is_number(table_cell(value_item(rows, i), column));
    return column > 0 && 2 * numbers > value_count(rows);
}

static const char *class_of(struct value table, size_t column)
{
    return is_numeric(table, column) ? " class=\"n\"" : "";
}

/* Roles are written out, as `display: block` takes a table's meaning away in some browsers. */
static void put_head(struct value table, struct text *out)
{
    text_put(out, "<thead role=\"rowgroup\"><tr role=\"row\">");
    for (size_t c = 0; c < value_count(value_get(table, "head")); c++) {
        text_format(out, "<th scope=\"col\" role=\"columnheader\"%s>", class_of(table, c));
        chart_markup(out, table_head(table, c));
        text_put(out, "</th>");
    }
    text_put(out, "</tr></thead>\n");
}

static void put_row(struct value table, struct value row, struct text *out)
{
    text_put(out, "<tr role=\"row\"><th scope=\"row\" role=\"rowheader\">");
    chart_markup(out, table_cell(row, 0));
    text_put(out, "</th>");
    for (size_t c = 1; c <= value_count(value_get(row, "cells")); c++) {
        text_format(out, "<td role=\"cell\"%s data-l=\"", class_of(table, c));
        chart_markup(out, table_head(table, c));
        text_put(out, "\">");
        chart_markup(out, table_cell(row, c));
        text_put(out, "</td>");
    }
    text_put(out, "</tr>\n");
}

bool table_markup(struct value table, struct text *out, struct fault *fault)
{
    enum { FITS_A_PHONE = 2 }; /* columns */
    const char *caption = value_as_text(value_get(table, "caption"));
    struct value rows = value_get(table, "rows");
    if (!caption)
        return fault_set(fault, FAULT_OURS,
                         "A table of the model has no `caption`, so nobody could tell what it "
                         "holds. This is our fault: the report should have given it.");
    bool stacks = value_count(value_get(table, "head")) > FITS_A_PHONE;
    text_put(out, stacks ? "<table class=\"stack\" role=\"table\">\n<caption>"
                         : "<table role=\"table\">\n<caption>");
    chart_markup(out, caption);
    text_put(out, "</caption>\n");
    put_head(table, out);
    text_put(out, "<tbody role=\"rowgroup\">\n");
    for (size_t i = 0; i < value_count(rows); i++)
        put_row(table, value_item(rows, i), out);
    text_put(out, "</tbody>\n</table>");
    return true;
}

bool figure_is_later(struct value figure)
{
    struct value later = value_get(figure, "later");
    return later.kind == VALUE_YES_NO && later.yes;
}
