/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marks beside a sentence. The sentence says everything; these only let the eye compare, so all are
 * hidden from those who hear the page.
 *
 * - dots: count (one dot is five people, or `each`); style "full" "pale" "open" "none"
 * - thirds: found, not_found, cannot_tell, parts of everyone; or hidden = yes with what may be
 * shown
 * - interval: low, high, the ends of the axis; at, the dot; from, to, its likely range; ring = yes,
 *   supposed and not seen; zero, where an upright mark stands
 * - hidden: we know and keep it, hatched
 * - unknown: we do not know, dashed
 * - axis: low, high, ticks { at, label }, under rows of intervals */
#include "chart/drawing.h"

#include <math.h>
#include <string.h>

enum { DOTS_A_LINE = 14 }; /* fills the narrowest screen */

static const double dot_step = 17; /* px: the dashes of class `dl` */
static const double bar_height = 14;

static bool is_yes(struct value data, const char *key)
{
    struct value value = value_get(data, key);
    return value.kind == VALUE_YES_NO && value.yes;
}

static void dots_line(struct drawing *drawing, const char *class, int dots, double down)
{
    text_format(drawing->out, "<line class=\"%s\" x1=\"8\" x2=\"", class);
    drawing_put_number(drawing->out, 8 + (dots - 1) * dot_step + 0.1);
    text_put(drawing->out, "\" y1=\"");
    drawing_put_number(drawing->out, down);
    text_put(drawing->out, "\" y2=\"");
    drawing_put_number(drawing->out, down);
    text_put(drawing->out, "\"/>");
}

/* What is laid over the filled dots to make another style of them; "" for none. */
static const char *over_class(struct drawing *drawing, struct value data)
{
    const char *style = value_as_text(value_get(data, "style"));
    if (!style || strcmp(style, "full") == 0)
        return "";
    if (strcmp(style, "pale") == 0)
        return "dl pale";
    if (strcmp(style, "open") == 0)
        return "dl open";
    if (strcmp(style, "none") == 0)
        return "dl none";
    drawing_fault(drawing, "has a `style` that is none of full, pale, open and none");
    return NULL;
}

bool dots_draw(struct drawing *drawing, struct value data, const char *id)
{
    (void)id;
    double count;
    const char *over = over_class(drawing, data);
    if (!over || !drawing_number(drawing, data, "count", &count))
        return false;
    int dots = count > 0 ? (int)fmax(1, round(count / drawing_each(data))) : 0;
    int lines = (dots + DOTS_A_LINE - 1) / DOTS_A_LINE;
    drawing_open_marks(drawing, 1 + fmax(lines, 1) * dot_step);
    for (int i = 0; i < lines; i++) {
        int here = i + 1 < lines ? DOTS_A_LINE : dots - i * DOTS_A_LINE;
        dots_line(drawing, "dl", here, 9 + i * dot_step);
        if (*over)
            dots_line(drawing, over, here, 9 + i * dot_step);
    }
    drawing_close(drawing);
    return true;
}

/* A part of the bar; what is nothing is not drawn. Returns where the next one begins. */
static double third(struct drawing *drawing, const char *class, double from, double part)
{
    if (part > 0)
        drawing_rect(drawing, class, from, 1, part, bar_height);
    return from + part;
}

static bool thirds_hidden(struct drawing *drawing, struct value data)
{
    double whole, cannot_tell = 0;
    if (!drawing_number(drawing, data, "whole", &whole))
        return false;
    value_as_number(value_get(data, "cannot_tell"), &cannot_tell);
    double unknown = whole > 0 ? fmin(100, 100 * cannot_tell / whole) : 0;
    drawing_open_marks(drawing, bar_height + 2);
    third(drawing, "unk", third(drawing, "hid", 0, 100 - unknown), unknown);
    drawing_close(drawing);
    return true;
}

/* Rounded parts need not add up to the rounded whole: the bar is always full. */
bool thirds_draw(struct drawing *drawing, struct value data, const char *id)
{
    (void)id;
    double found, not_found, cannot_tell;
    if (is_yes(data, "hidden"))
        return thirds_hidden(drawing, data);
    if (!drawing_number(drawing, data, "found", &found) ||
        !drawing_number(drawing, data, "not_found", &not_found) ||
        !drawing_number(drawing, data, "cannot_tell", &cannot_tell))
        return false;
    double whole = found + not_found + cannot_tell;
    if (whole <= 0)
        return unknown_draw(drawing, data, id);
    drawing_open_marks(drawing, bar_height + 2);
    double at = third(drawing, "s1", 0, 100 * found / whole);
    at = third(drawing, "s3", at, 100 * not_found / whole);
    third(drawing, "unk", at, 100 * cannot_tell / whole);
    drawing_close(drawing);
    return true;
}

static double within(const struct scale *scale, double number)
{
    return scale_at(scale, fmax(scale->low, fmin(scale->high, number)));
}

static bool has_range(struct value data)
{
    return value_get(data, "from").kind != VALUE_NIL || value_get(data, "to").kind != VALUE_NIL;
}

bool interval_draw(struct drawing *drawing, struct value data, const char *id)
{
    (void)id;
    struct scale scale = {.from = 0, .to = 100}, range = {0};
    double at, zero;
    if (!drawing_ends(drawing, data, "low", "high", &scale) ||
        !drawing_number(drawing, data, "at", &at) ||
        (has_range(data) && (!drawing_number(drawing, data, "from", &range.low) ||
                             !drawing_number(drawing, data, "to", &range.high))))
        return false;
    drawing_open_marks(drawing, 22);
    drawing_line(drawing, "g", 0, 11, 100, 11);
    if (value_as_number(value_get(data, "zero"), &zero))
        drawing_line(drawing, "mean", within(&scale, zero), 0, within(&scale, zero), 22);
    if (has_range(data))
        drawing_line(drawing, "iv", within(&scale, range.low), 11, within(&scale, range.high), 11);
    drawing_circle(drawing, is_yes(data, "ring") ? "ring" : "dot", within(&scale, at), 11, 6);
    drawing_close(drawing);
    return true;
}

bool hidden_draw(struct drawing *drawing, struct value data, const char *id)
{
    (void)data, (void)id;
    drawing_open_marks(drawing, bar_height + 2);
    drawing_rect(drawing, "hid", 0, 1, 100, bar_height);
    drawing_close(drawing);
    return true;
}

bool unknown_draw(struct drawing *drawing, struct value data, const char *id)
{
    (void)data, (void)id;
    drawing_open_marks(drawing, bar_height + 2);
    drawing_rect(drawing, "unk", 0, 1, 100, bar_height);
    drawing_close(drawing);
    return true;
}

bool axis_draw(struct drawing *drawing, struct value data, const char *id)
{
    (void)id;
    struct scale scale = {.from = 0, .to = 100};
    struct value list = value_get(data, "ticks");
    size_t count = value_count(list);
    struct tick *ticks = arena_array(drawing->arena, count, sizeof *ticks);
    if (!drawing_ends(drawing, data, "low", "high", &scale))
        return false;
    for (size_t i = 0; i < count; i++) {
        double at;
        if (!drawing_number(drawing, value_item(list, i), "at", &at) ||
            !drawing_words(drawing, value_item(list, i), "label", &ticks[i].label))
            return false;
        ticks[i].across = within(&scale, at);
    }
    drawing_open_marks(drawing, 26);
    drawing_line(drawing, "ax", 0, 1, 100, 1);
    drawing_ticks(drawing, ticks, count, 1);
    drawing_close(drawing);
    return true;
}
