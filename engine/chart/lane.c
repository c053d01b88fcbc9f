/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What goes on over days: one lane beside a sentence that has said it all, and the axis under
 * several of them. Both lie on the same axis as every trajectory of the page.
 *
 *     lane    from, to: days; lines: { from, to, style "tie", "wait", "help" or "stay" }; rings:
 *             days at which something ends that nobody said was over; marks: { from, to, style },
 *             what happened on a day, or on one of those days
 *     days    from, to; ticks { day, label, wide? } */
#include "chart/drawing.h"

#include <string.h>

static const double lane_height = 18, lane_middle = 9, help_height = 10, ring_radius = 5;
static const double marked_middle = 15; /* px: where lines lie that have marks on them */

bool drawing_time(struct drawing *drawing, struct value data, struct scale *days)
{
    days->from = 2.5;
    days->to = 97.5;
    return drawing_number(drawing, data, "from", &days->low) &&
           drawing_number(drawing, data, "to", &days->high) &&
           (days->low <= days->high || drawing_fault(drawing, "has a `from` after its `to`"));
}

static bool day_at(struct drawing *drawing, double number, const char *key,
                   const struct scale *days, double *across)
{
    if (number < days->low || number > days->high)
        return drawing_fault(drawing, "has a `%s` outside `from` and `to`", key);
    *across = scale_at(days, number);
    return true;
}

bool drawing_day(struct drawing *drawing, struct value data, const char *key,
                 const struct scale *days, double *across)
{
    double number;
    return drawing_number(drawing, data, key, &number) &&
           day_at(drawing, number, key, days, across);
}

bool drawing_days(struct drawing *drawing, struct value data, const struct scale *days, double axis)
{
    struct value list = value_get(data, "ticks");
    size_t count = value_count(list);
    struct tick *ticks = arena_array(drawing->arena, count, sizeof *ticks);
    for (size_t i = 0; i < count; i++) {
        struct value tick = value_item(list, i), wide = value_get(tick, "wide");
        if (!drawing_day(drawing, tick, "day", days, &ticks[i].across) ||
            !drawing_words(drawing, tick, "label", &ticks[i].label))
            return false;
        ticks[i].wide = wide.kind == VALUE_YES_NO && wide.yes;
    }
    drawing_ticks(drawing, ticks, count, axis);
    return true;
}

static void draw_help(struct drawing *drawing, double from, double to, double middle)
{
    struct text *out = drawing->out;
    text_put(out, "<rect class=\"help\" x=\"");
    drawing_put_number(out, from);
    text_put(out, "%\" width=\"");
    drawing_put_number(out, to - from);
    text_format(out, "%%\" y=\"%g\" height=\"%g\" rx=\"%g\"/>\n", middle - help_height / 2,
                help_height, help_height / 2);
}

static bool draw_line(struct drawing *drawing, struct value line, const struct scale *days,
                      double middle)
{
    const char *style;
    double from = 0, to = 0;
    if (!drawing_day(drawing, line, "from", days, &from) ||
        !drawing_day(drawing, line, "to", days, &to) ||
        !drawing_words(drawing, line, "style", &style))
        return false;
    if (strcmp(style, "help") == 0)
        draw_help(drawing, from, to, middle);
    else if (text_has_word("tie wait stay", style))
        drawing_line(drawing, style, from, middle, to, middle);
    else
        return drawing_fault(drawing, "has a `style` that is none of tie, wait, help and stay");
    return true;
}

static bool draw_ring(struct drawing *drawing, struct value ring, const struct scale *days)
{
    double number, across = 0;
    if (!value_as_number(ring, &number))
        return drawing_fault(drawing, "has a ring that is no day");
    if (!day_at(drawing, number, "rings", days, &across))
        return false;
    drawing_circle(drawing, "ring", across, lane_middle, ring_radius);
    return true;
}

bool lane_draw(struct drawing *drawing, struct value data, const char *id)
{
    (void)id;
    struct scale days;
    struct strip strip;
    struct value lines = value_get(data, "lines"), rings = value_get(data, "rings");
    if (!drawing_time(drawing, data, &days) ||
        !strip_read(drawing, value_get(data, "marks"), &days, &strip))
        return false;
    drawing_open_marks(drawing, strip.count ? strip_height(&strip) : lane_height);
    for (size_t i = 0; i < value_count(lines); i++)
        if (!draw_line(drawing, value_item(lines, i), &days,
                       strip.count ? marked_middle : lane_middle))
            return false;
    strip_draw(drawing, &strip);
    for (size_t i = 0; i < value_count(rings); i++)
        if (!draw_ring(drawing, value_item(rings, i), &days))
            return false;
    drawing_close(drawing);
    return true;
}

bool days_draw(struct drawing *drawing, struct value data, const char *id)
{
    (void)id;
    struct scale days;
    if (!drawing_time(drawing, data, &days))
        return false;
    drawing_open_marks(drawing, 26);
    drawing_line(drawing, "ax", 0, 1, 100, 1);
    if (!drawing_days(drawing, data, &days, 1))
        return false;
    drawing_close(drawing);
    return true;
}
