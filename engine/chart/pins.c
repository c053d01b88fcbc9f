/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes of the person as numbered pins over a chart. Where they touch on the narrowest screen they
 * step down a row; where more than ROWS_MOST rows were needed, the nearest share a pin, "2–3". */
#include "chart/drawing.h"

#include <math.h>

enum { ROWS_MOST = 3 };

/* px */
static const double radius = 11, first_row = 14, row_height = 24, headroom = 36, air = 2;
static const double overhang = 8;  /* the padding of the figure may be used a little */
static const double gap_step = 1;  /* per cent of the axis */
static const double letter_px = 8; /* a digit at 13 px, bold */

static int digits(long number)
{
    return number < 10 ? 1 : 1 + digits(number / 10);
}

static double half_width(const struct pin *pin)
{
    int letters = digits(pin->first);
    if (pin->last > pin->first)
        letters += 1 + digits(pin->last);
    return fmax(radius, (letters * letter_px + 8) / 2);
}

static double middle(const struct pin *pin)
{
    return (pin->from + pin->to) / 2;
}

/* px from the left on the narrowest screen. */
static double phone_at(const struct pin *pin)
{
    return middle(pin) / 100 * DRAWING_NARROWEST + pin->shift;
}

static void keep_inside(struct pin *pin)
{
    double half = half_width(pin), at = phone_at(pin);
    if (at - half < -overhang)
        pin->shift += half - overhang - at;
    else if (at + half > DRAWING_NARROWEST + overhang)
        pin->shift -= at + half - DRAWING_NARROWEST - overhang;
}

/* Notes within `gap` per cent of a pin's first one share it. */
static void share(const struct pins *notes, double gap, struct pins *pins)
{
    pins->count = 0;
    for (size_t i = 0; i < notes->count; i++) {
        struct pin *last = pins->count ? &pins->list[pins->count - 1] : NULL;
        if (last && notes->list[i].from - last->from <= gap) {
            last->to = notes->list[i].from;
            last->last = notes->list[i].last;
        } else
            pins->list[pins->count++] = notes->list[i];
    }
}

/* The first row in which the pin touches no other; ROWS_MOST where there is none. */
static int free_row(const struct pin *pin, const double right[ROWS_MOST])
{
    int row = 0;
    while (row < ROWS_MOST && phone_at(pin) - half_width(pin) < right[row] + air)
        row++;
    return row;
}

static bool stand_in_rows(struct pins *pins)
{
    double right[ROWS_MOST] = {-2 * overhang, -2 * overhang, -2 * overhang};
    pins->rows = 0;
    for (size_t i = 0; i < pins->count; i++) {
        struct pin *pin = &pins->list[i];
        keep_inside(pin);
        pin->row = free_row(pin, right);
        if (pin->row == ROWS_MOST)
            return false;
        right[pin->row] = phone_at(pin) + half_width(pin);
        pins->rows = pin->row + 1 > pins->rows ? pin->row + 1 : pins->rows;
    }
    return true;
}

bool pins_read(struct drawing *drawing, struct value data, const struct scale *days,
               struct pins *pins)
{
    struct pins notes = {.count = value_count(data)};
    notes.list = arena_array(drawing->arena, notes.count, sizeof *notes.list);
    *pins = (struct pins){.list = arena_array(drawing->arena, notes.count, sizeof *pins->list)};
    for (size_t i = 0; i < notes.count; i++) {
        struct pin *note = &notes.list[i];
        double number;
        if (!drawing_day(drawing, value_item(data, i), "day", days, &note->from) ||
            !drawing_number(drawing, value_item(data, i), "number", &number))
            return false;
        note->to = note->from;
        note->first = note->last = lround(number);
    }
    double gap = 0;
    for (share(&notes, gap, pins); !stand_in_rows(pins); share(&notes, gap, pins))
        gap += gap_step;
    return true;
}

double pins_height(const struct pins *pins)
{
    return pins->count ? headroom + (pins->rows - 1) * row_height : 0;
}

static double row_middle(const struct pin *pin)
{
    return first_row + pin->row * row_height;
}

static void put(struct text *out, const char *name, double number, const char *unit)
{
    text_format(out, " %s=\"", name);
    drawing_put_number(out, number);
    text_format(out, "%s\"", unit);
}

/* A stem at the day of the first note, and one at the last where that is another. */
static void draw_stems(struct drawing *drawing, const struct pin *pin, double axis)
{
    double top = row_middle(pin) + radius;
    drawing_line(drawing, "stem", pin->from, top, pin->from, axis);
    if (pin->to > pin->from)
        drawing_line(drawing, "stem", pin->to, top, pin->to, axis);
}

static void draw_head(struct drawing *drawing, const struct pin *pin)
{
    struct text *out = drawing->out;
    double half = half_width(pin);
    text_put(out, "<svg");
    put(out, "x", middle(pin), "%");
    put(out, "y", row_middle(pin), "");
    text_put(out, " overflow=\"visible\"><rect");
    put(out, "x", pin->shift - half, "");
    put(out, "y", -radius, "");
    put(out, "width", 2 * half, "");
    put(out, "height", 2 * radius, "");
    put(out, "rx", radius, "");
    text_put(out, "/><text");
    put(out, "x", pin->shift, "");
    text_put(out, " y=\"5\">");
    text_format(out, "%ld", pin->first);
    if (pin->last > pin->first)
        text_format(out, "–%ld", pin->last);
    text_put(out, "</text></svg>\n");
}

/* Heads stand over the stems of the rows above them. */
void pins_draw(struct drawing *drawing, const struct pins *pins, double axis)
{
    if (!pins->count)
        return;
    text_put(drawing->out, "<g class=\"pin\">\n");
    for (size_t i = 0; i < pins->count; i++)
        draw_stems(drawing, &pins->list[i], axis);
    for (size_t i = 0; i < pins->count; i++)
        draw_head(drawing, &pins->list[i]);
    text_put(drawing->out, "</g>\n");
}
