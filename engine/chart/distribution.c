/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the latest answers of many people are spread. One dot is five people, as counts are rounded
 * to five; or `each`, where there are very many.
 *
 *     title, says    what it is and everything in it, in words
 *     bins           rising, each beginning where the one before ends: { from, to, count } or
 *                    { from, to, hidden = yes }; columns are equally wide however wide the step is
 *     ticks          { at, label }
 *     reference      { low, mid, high, label }: a bracket under the axis, never a line through the
 * dots
 *
 * A hidden step is hatched, at the same height whatever it hides. */
#include "chart/drawing.h"

#include <math.h>

static const double dot_step = 17; /* px from dot to dot: the dashes of class `dl` */
static const double tallest = 260; /* px; above it, or where columns are narrow, dots get smaller */
static const double smallest_step = 4; /* px; below it dots become a bar */
static const double above = 20;        /* px over the tallest column, for its count */
static const double hidden_height = 34;

struct bin {
    double from, to, count;
    bool hidden;
};

struct distribution {
    struct drawing *drawing;
    struct bin *bins;
    size_t count;
    double each;       /* people a dot */
    double step, axis; /* px from dot to dot; where the axis lies */
};

static bool read_bin(struct distribution *d, struct value data, size_t i)
{
    struct bin *bin = &d->bins[i];
    struct value hidden = value_get(data, "hidden");
    if (!drawing_number(d->drawing, data, "from", &bin->from) ||
        !drawing_number(d->drawing, data, "to", &bin->to))
        return false;
    if (bin->from >= bin->to || (i > 0 && bin->from != d->bins[i - 1].to))
        return drawing_fault(d->drawing, "has `bins` that do not follow one another");
    bin->hidden = hidden.kind == VALUE_YES_NO && hidden.yes;
    return bin->hidden || drawing_number(d->drawing, data, "count", &bin->count);
}

static double most(const struct distribution *d)
{
    double count = 0;
    for (size_t i = 0; i < d->count; i++)
        count = fmax(count, d->bins[i].count);
    return count;
}

/* Somebody is never no dot. */
static double dots_of(const struct distribution *d, double count)
{
    return fmax(round(count / d->each), 1);
}

static bool read_bins(struct distribution *d, struct value data)
{
    struct value bins = value_get(data, "bins");
    d->count = value_count(bins);
    if (d->count == 0)
        return drawing_fault(d->drawing, "has no `bins`");
    d->bins = arena_array(d->drawing->arena, d->count, sizeof *d->bins);
    for (size_t i = 0; i < d->count; i++)
        if (!read_bin(d, value_item(bins, i), i))
            return false;
    d->each = drawing_each(data);
    double dots = dots_of(d, most(d));
    double room = (double)DRAWING_NARROWEST / (double)d->count;
    d->step = fmin(fmin(dot_step, room), tallest / dots);
    d->axis = fmax(dots * d->step, hidden_height) + above + 10;
    return true;
}

static double column_width(const struct distribution *d)
{
    return 100.0 / (double)d->count;
}

/* Steps may be of different width and columns are not, so the axis is stretched step by step. */
static double at(const struct distribution *d, double number)
{
    size_t i = 0;
    if (d->count == 0)
        return 0;
    while (i + 1 < d->count && number > d->bins[i].to)
        i++;
    struct scale scale = {d->bins[i].from, d->bins[i].to, (double)i * column_width(d),
                          (double)(i + 1) * column_width(d)};
    return fmax(0, fmin(100, scale_at(&scale, number)));
}

/* The dashes have a fixed size, so smaller dots are drawn smaller as a whole. */
static void draw_dots(struct distribution *d, double centre, double dots)
{
    struct text *out = d->drawing->out;
    text_put(out, "<svg x=\"");
    drawing_put_number(out, centre);
    text_put(out, "%\" y=\"");
    drawing_put_number(out, d->axis - 10);
    text_format(out,
                "\" overflow=\"visible\"><line class=\"dl up\" x1=\"0\" x2=\"0\" y1=\"0\" y2=\"");
    drawing_put_number(out, -(dots - 1) * dot_step - 0.1);
    text_put(out, "\" transform=\"scale(");
    text_number(out, round(d->step / dot_step * 1000) / 1000);
    text_put(out, ")\"/></svg>\n");
}

static void draw_column(struct distribution *d, size_t i)
{
    const struct bin *bin = &d->bins[i];
    double centre = ((double)i + 0.5) * column_width(d), dots = dots_of(d, bin->count);
    if (bin->hidden)
        drawing_rect(d->drawing, "hid", centre - column_width(d) * 0.35, d->axis - hidden_height,
                     column_width(d) * 0.7, hidden_height);
    else if (bin->count > 0 && d->step < smallest_step)
        drawing_rect(d->drawing, "s1", centre - column_width(d) * 0.35, d->axis - dots * d->step,
                     column_width(d) * 0.7, dots * d->step);
    else if (bin->count > 0)
        draw_dots(d, centre, dots);
}

static void write_count(struct distribution *d, size_t i)
{
    if (d->bins[i].hidden)
        return;
    double over = d->bins[i].count > 0 ? dots_of(d, d->bins[i].count) * d->step + 7 : 0;
    struct letters letters = {count_text(d->drawing->arena, (int64_t)d->bins[i].count),
                              ((double)i + 0.5) * column_width(d), d->axis - over - 6,
                              ANCHOR_MIDDLE, true};
    drawing_write_if(d->drawing, &letters, FIT_ALL);
}

static void draw_columns(struct distribution *d)
{
    for (size_t i = 0; i < d->count; i++)
        draw_column(d, i);
    for (size_t i = 0; i < d->count; i++)
        write_count(d, i);
    drawing_line(d->drawing, "ax", 0, d->axis, 100, d->axis);
}

static bool draw_ticks(struct distribution *d, struct value data)
{
    struct value list = value_get(data, "ticks");
    size_t count = value_count(list);
    struct tick *ticks = arena_array(d->drawing->arena, count, sizeof *ticks);
    for (size_t i = 0; i < count; i++) {
        double number;
        if (!drawing_number(d->drawing, value_item(list, i), "at", &number) ||
            !drawing_words(d->drawing, value_item(list, i), "label", &ticks[i].label))
            return false;
        ticks[i].across = at(d, number);
    }
    drawing_ticks(d->drawing, ticks, count, d->axis);
    return true;
}

/* The label hangs under the middle of the bracket, and grows inwards where it would leave the
 * drawing. */
static void write_reference(struct distribution *d, const char *label, double middle)
{
    static const enum anchor anchors[] = {ANCHOR_MIDDLE, ANCHOR_START, ANCHOR_END};
    struct letters letters = {label, middle, d->axis + 70, ANCHOR_MIDDLE, false};
    for (size_t i = 0; i < 3; i++) {
        letters.anchor = anchors[i];
        if (drawing_fit(d->drawing, &letters) == FIT_ALL)
            break;
        letters.anchor = middle > 50 ? ANCHOR_END : ANCHOR_START;
        letters.across = i == 2 ? (middle > 50 ? 100 : 0) : middle;
    }
    drawing_write(d->drawing, &letters, FIT_ALL);
}

static bool draw_reference(struct distribution *d, struct value reference)
{
    double low, mid, high;
    const char *label;
    if (!drawing_number(d->drawing, reference, "low", &low) ||
        !drawing_number(d->drawing, reference, "mid", &mid) ||
        !drawing_number(d->drawing, reference, "high", &high) ||
        !drawing_words(d->drawing, reference, "label", &label))
        return false;
    double line = d->axis + 42;
    drawing_line(d->drawing, "ref", at(d, low), line, at(d, high), line);
    drawing_line(d->drawing, "ref", at(d, low), line - 5, at(d, low), line + 5);
    drawing_line(d->drawing, "ref", at(d, high), line - 5, at(d, high), line + 5);
    drawing_line(d->drawing, "ref", at(d, mid), line - 9, at(d, mid), line + 9);
    write_reference(d, label, at(d, mid));
    return true;
}

bool distribution_draw(struct drawing *drawing, struct value data, const char *id)
{
    struct distribution d = {.drawing = drawing};
    struct value reference = value_get(data, "reference");
    bool has_reference = reference.kind == VALUE_TABLE;
    if (!read_bins(&d, data) ||
        !drawing_open(drawing, data, id, d.axis + (has_reference ? 76 : 28)))
        return false;
    draw_columns(&d);
    if (!draw_ticks(&d, data) || (has_reference && !draw_reference(&d, reference)))
        return false;
    drawing_close(drawing);
    return true;
}
