/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Letters do not stretch with a drawing, so whether two labels meet depends on how wide it is. Each
 * label is tried at the two widths that matter: the narrowest drawing of all, and the narrowest
 * that shows the labels of class `wide`. */
#include "chart/drawing.h"

#include <math.h>
#include <string.h>

#include "chart/markup.h"

/* px: a drawing on a screen of 34 rem, under which the style sheet leaves out class `wide`. */
static const double narrowest_wide = 462;

static const double air = 5; /* px between two labels */

/* px of a letter at 15 px, generous: measured on Noto Sans, the widest typeface of the style sheet.
 */
static double letter_width(char c)
{
    if (((unsigned char)c & 0xC0) == 0x80)
        return 0;
    if (strchr(" ,.:;'!|ijl", c))
        return 4.2;
    if (strchr("-()frtIJ", c))
        return 6.2;
    if (strchr("mwMW", c))
        return 14;
    return c >= 'A' && c <= 'Z' ? 10.8 : 9.2;
}

static double words_width(const struct letters *letters)
{
    double width = 0;
    for (const char *at = letters->words; *at; at++)
        width += letter_width(*at);
    return letters->bold ? width * 1.06 : width;
}

static struct box letters_box(const struct letters *letters)
{
    double width = words_width(letters);
    double left = letters->anchor == ANCHOR_START    ? 0
                  : letters->anchor == ANCHOR_MIDDLE ? -width / 2
                                                     : -width;
    return (struct box){.across = letters->across,
                        .left = left,
                        .right = left + width,
                        .top = letters->baseline - 12,
                        .bottom = letters->baseline + 3};
}

static bool boxes_meet(const struct box *a, const struct box *b, double width)
{
    double from_a = a->across * width / 100, from_b = b->across * width / 100;
    return from_a + a->left < from_b + b->right + air &&
           from_b + b->left < from_a + a->right + air && a->top < b->bottom && b->top < a->bottom;
}

/* The padding of the figure may be used a little: drawings are not clipped. */
static bool inside(const struct box *box, double width)
{
    double at = box->across * width / 100;
    return at + box->left > -8 && at + box->right < width + 8;
}

static bool free_at(const struct drawing *drawing, const struct box *box, double width, bool wide)
{
    for (size_t i = 0; i < drawing->count; i++)
        if ((wide || !drawing->taken[i].wide) && boxes_meet(box, &drawing->taken[i], width))
            return false;
    return inside(box, width);
}

enum fit drawing_fit(const struct drawing *drawing, const struct letters *letters)
{
    struct box box = letters_box(letters);
    if (!free_at(drawing, &box, narrowest_wide, true))
        return FIT_NONE;
    return free_at(drawing, &box, DRAWING_NARROWEST, false) ? FIT_ALL : FIT_WIDE;
}

void drawing_take(struct drawing *drawing, struct box box)
{
    drawing->taken =
        arena_grow(drawing->arena, drawing->taken, drawing->count, &drawing->room, sizeof box);
    drawing->taken[drawing->count++] = box;
}

void drawing_take_line(struct drawing *drawing, double x1, double y1, double x2, double y2)
{
    enum { STEPS = 16 }; /* near enough that no label slips through between two */
    for (int i = 0; i <= STEPS; i++) {
        double across = x1 + (x2 - x1) * i / STEPS, down = y1 + (y2 - y1) * i / STEPS;
        drawing_take(drawing, (struct box){.across = across,
                                           .left = air - 1,
                                           .right = 1 - air,
                                           .top = down - 1,
                                           .bottom = down + 1});
    }
}

static const char *letters_class(const struct letters *letters, enum fit fit)
{
    static const char *const classes[3][2][2] = {
        {{"", "b"}, {"wide", "b wide"}},
        {{"m", "m b"}, {"m wide", "m b wide"}},
        {{"e", "b e"}, {"e wide", "b e wide"}},
    };
    return classes[letters->anchor][fit == FIT_WIDE][letters->bold];
}

void drawing_write(struct drawing *drawing, const struct letters *letters, enum fit fit)
{
    struct text *out = drawing->out;
    const char *class = letters_class(letters, fit);
    struct box box = letters_box(letters);
    box.wide = fit == FIT_WIDE;
    drawing_take(drawing, box);
    text_put(out, "<text");
    if (*class)
        text_format(out, " class=\"%s\"", class);
    text_put(out, " x=\"");
    drawing_put_number(out, letters->across);
    text_put(out, "%\" y=\"");
    drawing_put_number(out, letters->baseline);
    text_put(out, "\">");
    chart_markup(out, letters->words);
    text_put(out, "</text>\n");
}

void drawing_write_if(struct drawing *drawing, const struct letters *letters, enum fit most)
{
    enum fit fit = drawing_fit(drawing, letters);
    if (fit > most)
        fit = most;
    if (fit != FIT_NONE)
        drawing_write(drawing, letters, fit);
}

enum anchor drawing_anchor(double across)
{
    return across < 8 ? ANCHOR_START : across > 92 ? ANCHOR_END : ANCHOR_MIDDLE;
}

/* per cent that the label of a tick near an end stands nearer to it, so that one more has room */
static const double end_room = 2.5;

static void write_tick(struct drawing *drawing, const struct tick *tick, double axis)
{
    if (!tick->label)
        return;
    enum anchor anchor = drawing_anchor(tick->across);
    double towards_end = anchor == ANCHOR_START ? -end_room : anchor == ANCHOR_END ? end_room : 0;
    double across = fmax(0, fmin(100, tick->across + towards_end));
    struct letters letters = {tick->label, across, axis + 20, anchor, false};
    drawing_write_if(drawing, &letters, tick->wide ? FIT_WIDE : FIT_ALL);
}

void drawing_ticks(struct drawing *drawing, const struct tick *ticks, size_t count, double axis)
{
    for (size_t i = 0; i < count; i++)
        drawing_line(drawing, "ax", ticks[i].across, axis, ticks[i].across, axis + 5);
    if (count)
        write_tick(drawing, &ticks[0], axis);
    if (count > 1)
        write_tick(drawing, &ticks[count - 1], axis);
    for (int wide = 0; wide < 2; wide++)
        for (size_t i = 1; i + 1 < count; i++)
            if (ticks[i].wide == (wide == 1))
                write_tick(drawing, &ticks[i], axis);
}
