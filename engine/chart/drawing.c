/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/drawing.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "chart/markup.h"

double scale_at(const struct scale *scale, double number)
{
    double part =
        scale->high > scale->low ? (number - scale->low) / (scale->high - scale->low) : 0.5;
    return scale->from + part * (scale->to - scale->from);
}

bool drawing_fault(struct drawing *drawing, const char *format, ...)
{
    char words[256];
    va_list list;
    va_start(list, format);
    vsnprintf(words, sizeof words, format, list);
    va_end(list);
    return fault_set(
        drawing->fault, FAULT_OURS,
        "A chart of kind \"%s\" %s, so it cannot be drawn. This is our fault: the report "
        "should have given it.",
        drawing->kind, words);
}

bool drawing_number(struct drawing *drawing, struct value data, const char *key, double *number)
{
    if (value_as_number(value_get(data, key), number))
        return true;
    return drawing_fault(drawing, "has no number `%s`", key);
}

double drawing_each(struct value data)
{
    double each;
    return value_as_number(value_get(data, "each"), &each) && each > 0 ? each : 5;
}

bool drawing_words(struct drawing *drawing, struct value data, const char *key, const char **words)
{
    *words = value_as_text(value_get(data, key));
    return *words || drawing_fault(drawing, "has no text `%s`", key);
}

bool drawing_ends(struct drawing *drawing, struct value data, const char *low, const char *high,
                  struct scale *scale)
{
    if (!drawing_number(drawing, data, low, &scale->low) ||
        !drawing_number(drawing, data, high, &scale->high))
        return false;
    if (scale->low < scale->high)
        return true;
    return drawing_fault(drawing, "has a `%s` that is not below its `%s`", low, high);
}

void drawing_put_number(struct text *out, double number)
{
    long tenths = lround(number * 10);
    if (tenths < 0)
        text_char(out, '-');
    tenths = labs(tenths);
    text_format(out, "%ld", tenths / 10);
    if (tenths % 10)
        text_format(out, ".%ld", tenths % 10);
}

static void put(struct drawing *drawing, const char *name, double number, const char *unit)
{
    text_format(drawing->out, " %s=\"", name);
    drawing_put_number(drawing->out, number);
    text_format(drawing->out, "%s\"", unit);
}

bool drawing_open(struct drawing *drawing, struct value data, const char *id, double height)
{
    const char *title, *says;
    if (!drawing_words(drawing, data, "title", &title) ||
        !drawing_words(drawing, data, "says", &says))
        return false;
    struct text *out = drawing->out;
    text_put(out, "<svg class=\"chart\"");
    put(drawing, "height", height, "");
    text_format(out, " role=\"img\" aria-labelledby=\"%s-t %s-d\">\n<title id=\"%s-t\">", id, id,
                id);
    chart_markup(out, title);
    text_format(out, "</title>\n<desc id=\"%s-d\">", id);
    chart_markup(out, says);
    text_put(out, "</desc>\n");
    return true;
}

void drawing_open_marks(struct drawing *drawing, double height)
{
    text_put(drawing->out, "<svg class=\"chart\"");
    put(drawing, "height", height, "");
    text_put(drawing->out, " aria-hidden=\"true\">");
}

void drawing_close(struct drawing *drawing)
{
    text_put(drawing->out, "</svg>");
}

void drawing_line(struct drawing *drawing, const char *class, double x1, double y1, double x2,
                  double y2)
{
    text_format(drawing->out, "<line class=\"%s\"", class);
    put(drawing, "x1", x1, "%");
    put(drawing, "x2", x2, "%");
    put(drawing, "y1", y1, "");
    put(drawing, "y2", y2, "");
    text_put(drawing->out, "/>\n");
}

void drawing_circle(struct drawing *drawing, const char *class, double x, double y, double radius)
{
    text_format(drawing->out, "<circle class=\"%s\"", class);
    put(drawing, "cx", x, "%");
    put(drawing, "cy", y, "");
    put(drawing, "r", radius, "");
    text_put(drawing->out, "/>\n");
}

void drawing_rect(struct drawing *drawing, const char *class, double x, double y, double width,
                  double height)
{
    text_format(drawing->out, "<rect class=\"%s\"", class);
    put(drawing, "x", x, "%");
    put(drawing, "y", y, "");
    put(drawing, "width", width, "%");
    put(drawing, "height", height, "");
    text_put(drawing->out, "/>\n");
}

void drawing_soft_bar(struct drawing *drawing, double x, double top, double bottom, double width)
{
    text_put(drawing->out, "<rect class=\"softbar\"");
    put(drawing, "x", x, "%");
    put(drawing, "y", top, "");
    put(drawing, "width", width, "");
    put(drawing, "height", bottom - top, "");
    put(drawing, "rx", fmin(width, bottom - top) / 2, "");
    text_put(drawing->out, " transform=\"translate(");
    drawing_put_number(drawing->out, -width / 2);
    text_put(drawing->out, ")\"/>\n");
}
