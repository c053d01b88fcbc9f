/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One person's answers over time, over the whole range of the measure.
 *
 *     title, says    what it is and everything in it, in words
 *     from, to       days (or 1 and the last place, where only an order is known)
 *     low, high      the ends of the measure; low_label, high_label say so in words
 *     points         in order: { day, value, label?, half?, apart? } or { day, none = "no answer" }
 *     ticks          { day, label, wide? }
 *     pins           { day, number }: notes of the person
 *     join           yes: a line from answer to answer
 *     small          yes: half as high, and the ends of the measure are not written
 *
 * `half` is half the height of the soft bar: two bars that do not touch differ by more than wobble.
 * A missed answer breaks the line, and so does one that stands `apart`, as it was given to another
 * version; fewer than three answers have none. */
#include "chart/drawing.h"

#include <math.h>
#include <string.h>

/* px: where the highest value lies, and how high the range is drawn; soft bars need more of it. */
static const double top = 26, plain_height = 164, bar_height = 280, small_height = 56;
static const double small_foot = 6; /* px: a small chart has no line of its own for its lowest */
static const double below_axis = 34, small_below = 30; /* for ticks and their labels */
static const double dot_radius = 5.5, ring_radius = 4.5;

struct point {
    double across, down;
    double bar_top, bar_bottom; /* px; equal where no bar is known */
    const char *label, *none;   /* none: there is no answer, and which kind */
    bool apart;                 /* not to be joined to the one before it */
};

struct trajectory {
    struct drawing *drawing;
    struct scale days, values;
    struct point *points;
    size_t count, answers;
    bool join, bars, small;
    double axis, bar_width; /* px: how far down the axis lies */
    struct pins pins;
};

static bool is_yes(struct value data, const char *key)
{
    struct value value = value_get(data, key);
    return value.kind == VALUE_YES_NO && value.yes;
}

static double value_within(const struct trajectory *t, double value)
{
    return fmax(t->values.low, fmin(t->values.high, value));
}

static bool read_value(struct trajectory *t, struct value data, struct point *point)
{
    double value, half = 0;
    if (!drawing_number(t->drawing, data, "value", &value))
        return false;
    if (value < t->values.low || value > t->values.high)
        return drawing_fault(t->drawing, "has a `value` outside `low` and `high`");
    value_as_number(value_get(data, "half"), &half);
    point->down = scale_at(&t->values, value);
    point->bar_top = scale_at(&t->values, value_within(t, value + half));
    point->bar_bottom = scale_at(&t->values, value_within(t, value - half));
    point->label = value_as_text(value_get(data, "label"));
    point->apart = is_yes(data, "apart");
    t->answers++;
    return true;
}

static bool read_point(struct trajectory *t, struct value data, struct point *point)
{
    if (!drawing_day(t->drawing, data, "day", &t->days, &point->across))
        return false;
    point->none = value_as_text(value_get(data, "none"));
    if (!point->none)
        return read_value(t, data, point);
    point->down = t->axis;
    return true;
}

static bool any_half(struct value points)
{
    double half;
    for (size_t i = 0; i < value_count(points); i++)
        if (value_as_number(value_get(value_item(points, i), "half"), &half) && half > 0)
            return true;
    return false;
}

static bool read_scales(struct trajectory *t, struct value data)
{
    return drawing_time(t->drawing, data, &t->days) &&
           drawing_ends(t->drawing, data, "low", "high", &t->values) &&
           pins_read(t->drawing, value_get(data, "pins"), &t->days, &t->pins);
}

static void read_height(struct trajectory *t, struct value data)
{
    t->small = is_yes(data, "small");
    t->bars = any_half(value_get(data, "points"));
    t->values.to = top + pins_height(&t->pins);
    t->values.from = t->values.to + (t->small ? small_height : t->bars ? bar_height : plain_height);
    t->axis = t->values.from + (t->small ? small_foot : 0);
}

/* Soft bars are 18 px wide, and narrower where on a phone they would cover one another. */
static double bar_width(const struct trajectory *t)
{
    double nearest = 100;
    for (size_t i = 1; i < t->count; i++)
        nearest = fmin(nearest, t->points[i].across - t->points[i - 1].across);
    double phone = nearest / 100 * DRAWING_NARROWEST;
    return phone >= 20 ? 18 : phone >= 14 ? 12 : 8;
}

static bool read_all(struct trajectory *t, struct value data)
{
    struct value points = value_get(data, "points");
    if (!read_scales(t, data))
        return false;
    read_height(t, data);
    t->count = value_count(points);
    t->points = arena_array(t->drawing->arena, t->count, sizeof *t->points);
    for (size_t i = 0; i < t->count; i++)
        if (!read_point(t, value_item(points, i), &t->points[i]))
            return false;
    t->join = is_yes(data, "join") && t->answers >= 3;
    t->bar_width = bar_width(t);
    return true;
}

static void draw_grid(struct trajectory *t)
{
    double middle = (t->values.from + t->values.to) / 2;
    drawing_line(t->drawing, "g", 0, t->values.to, 100, t->values.to);
    drawing_line(t->drawing, "g", 0, middle, 100, middle);
}

static bool joined(const struct trajectory *t, size_t i)
{
    return t->join && i > 0 && !t->points[i].none && !t->points[i - 1].none && !t->points[i].apart;
}

static void draw_marks(struct trajectory *t)
{
    for (size_t i = 0; i < t->count; i++)
        if (!t->points[i].none && t->points[i].bar_bottom > t->points[i].bar_top)
            drawing_soft_bar(t->drawing, t->points[i].across, t->points[i].bar_top,
                             t->points[i].bar_bottom, t->bar_width);
    for (size_t i = 1; i < t->count; i++)
        if (joined(t, i))
            drawing_line(t->drawing, "join", t->points[i - 1].across, t->points[i - 1].down,
                         t->points[i].across, t->points[i].down);
    drawing_line(t->drawing, "ax", 0, t->axis, 100, t->axis);
    for (size_t i = 0; i < t->count; i++)
        drawing_circle(t->drawing, t->points[i].none ? "mk-none" : "dot", t->points[i].across,
                       t->points[i].down, t->points[i].none ? ring_radius : dot_radius);
}

/* The top and bottom of what is drawn for a point. */
static double mark_top(const struct point *point)
{
    return point->none ? point->down - ring_radius : fmin(point->bar_top, point->down - dot_radius);
}

static double mark_bottom(const struct point *point)
{
    return point->none ? point->down + ring_radius
                       : fmax(point->bar_bottom, point->down + dot_radius);
}

/* Letters keep off everything that is drawn. */
static void take_marks(struct trajectory *t)
{
    for (size_t i = 0; i < t->count; i++) {
        const struct point *point = &t->points[i];
        double bar = point->bar_bottom > point->bar_top ? t->bar_width / 2 : 0;
        double half =
            fmax(bar, dot_radius) - 2; /* letters stand a little nearer to it than to letters */
        drawing_take(t->drawing, (struct box){.across = point->across,
                                              .left = -half,
                                              .right = half,
                                              .top = mark_top(point),
                                              .bottom = mark_bottom(point)});
        if (joined(t, i))
            drawing_take_line(t->drawing, t->points[i - 1].across, t->points[i - 1].down,
                              point->across, point->down);
    }
}

/* Tries both baselines with each way of growing, the nearest to the mark first, and gives the first
 * that has room on every screen; else the first that has room on wide ones. */
static enum fit best_fit(const struct drawing *drawing, struct letters *letters,
                         const double baselines[2])
{
    static const enum anchor anchors[] = {ANCHOR_MIDDLE, ANCHOR_START, ANCHOR_END};
    struct letters best = *letters;
    enum fit best_yet = FIT_NONE;
    for (size_t i = 0; i < 6; i++) {
        letters->baseline = baselines[i % 2];
        letters->anchor = anchors[i / 2];
        enum fit fit = drawing_fit(drawing, letters);
        if (fit > best_yet) {
            best_yet = fit;
            best = *letters;
        }
    }
    *letters = best;
    return best_yet;
}

/* Letters of this baseline stand on one of the lines across the drawing. */
static bool on_grid(const struct trajectory *t, double baseline)
{
    double lines[] = {t->values.to, (t->values.from + t->values.to) / 2};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        if (baseline - 12 < lines[i] && lines[i] < baseline + 2)
            return true;
    return false;
}

/* The value beside its dot. Over the dot unless a line of the grid runs there; never under the
 * axis, where it would be read as a date. Where it is crowded it is left out, unless it is
 * `needed`. */
static void write_value(struct trajectory *t, const struct point *point, bool needed)
{
    double over = mark_top(point) - 6, under = mark_bottom(point) + 17;
    bool may_under = under + 3 < t->axis; /* letters hang 3 px under their line */
    bool better_under = may_under && on_grid(t, over) && !on_grid(t, under);
    double baselines[2] = {better_under ? under : over, better_under || !may_under ? over : under};
    struct letters letters = {point->label, point->across, baselines[0],
                              drawing_anchor(point->across), true};
    enum fit fit = best_fit(t->drawing, &letters, baselines);
    if (fit != FIT_NONE || needed)
        drawing_write(t->drawing, &letters, needed ? FIT_ALL : fit);
}

/* The latest first, which is always written; the table has them all. */
static void write_values(struct trajectory *t)
{
    bool latest = true;
    for (size_t i = t->count; i-- > 0;) {
        if (!t->points[i].label)
            continue;
        write_value(t, &t->points[i], latest);
        latest = false;
    }
}

/* Beside its ring if there is room, else not at all: the ring and the table say it too. */
static void write_none(struct trajectory *t, const struct point *point)
{
    double baselines[2] = {t->axis - 12, t->axis - 12};
    struct letters letters = {point->none, point->across, baselines[0], ANCHOR_MIDDLE, false};
    enum fit fit = best_fit(t->drawing, &letters, baselines);
    if (fit != FIT_NONE)
        drawing_write(t->drawing, &letters, fit);
}

/* An end of the measure, at the left if there is room, else at the right, else its number alone; it
 * is needed to read the chart, so it is written in any event. */
static void write_end(struct trajectory *t, const char *label, double down)
{
    const char *number = arena_copy(t->drawing->arena, label, strcspn(label, ","));
    struct letters ways[] = {{label, 0, down - 4, ANCHOR_START, false},
                             {label, 100, down - 4, ANCHOR_END, false},
                             {number, 0, down - 4, ANCHOR_START, false},
                             {number, 100, down - 4, ANCHOR_END, false}};
    size_t way = 0;
    while (way < 4 && drawing_fit(t->drawing, &ways[way]) != FIT_ALL)
        way++;
    drawing_write(t->drawing, &ways[way < 4 ? way : 2], FIT_ALL);
}

static void write_middle(struct trajectory *t)
{
    char *label = number_text(t->drawing->arena, (t->values.low + t->values.high) / 2);
    struct letters letters = {label, 0, (t->values.from + t->values.to) / 2 - 4, ANCHOR_START,
                              false};
    drawing_write_if(t->drawing, &letters, FIT_ALL);
}

static bool write_ends(struct trajectory *t, struct value data)
{
    const char *low, *high;
    if (!drawing_words(t->drawing, data, "low_label", &low) ||
        !drawing_words(t->drawing, data, "high_label", &high))
        return false;
    write_end(t, low, t->values.from);
    write_end(t, high, t->values.to);
    write_middle(t);
    return true;
}

static bool write_letters(struct trajectory *t, struct value data)
{
    take_marks(t);
    write_values(t);
    if (!t->small && !write_ends(t, data))
        return false;
    for (size_t i = 0; i < t->count; i++)
        if (t->points[i].none)
            write_none(t, &t->points[i]);
    return true;
}

bool trajectory_draw(struct drawing *drawing, struct value data, const char *id)
{
    struct trajectory t = {.drawing = drawing};
    if (!read_all(&t, data) ||
        !drawing_open(drawing, data, id, t.axis + (t.small ? small_below : below_axis)))
        return false;
    if (!t.small)
        draw_grid(&t);
    pins_draw(drawing, &t.pins, t.axis);
    draw_marks(&t);
    if (!write_letters(&t, data) || !drawing_days(drawing, data, &t.days, t.axis))
        return false;
    drawing_close(drawing);
    return true;
}
