/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What happened, as marks on a lane: the shape says what it was. Marks that would touch on the
 * narrowest screen step down a row; where more than ROWS_MOST rows were needed, the nearest of one
 * shape share a mark with their number; where that is not enough, each shape has a row of its own.
 */
#include "chart/drawing.h"

#include <math.h>
#include <string.h>

enum { ROWS_MOST = 3 };

/* px */
static const double first_row = 15, row_height = 17, air = 1, overhang = 8;
static const double span_height = 4, span_half = 13, letter_px = 9;
static const double cap_width = 2, cap_height = 10; /* at either end of a span */
static const double gap_step = 1, gap_near = 4;     /* per cent of the axis */

struct shape {
    const char *style;
    double half; /* px, with its line */
    const char *markup;
};

/* Around the place where they stand. Each differs in shape, so that none needs its colour. */
static const struct shape shapes[] = {
    {"moved", 7, "<circle class=\"mk-ask\" r=\"6\"/>"},
    {"nothing", 7, "<circle class=\"mk-none\" r=\"5\"/>"},
    {"open", 7, "<circle class=\"mk-open\" r=\"5\"/>"},
    {"theirs", 7, "<circle class=\"mk-open\" r=\"5\"/><circle class=\"mk-other\" r=\"2\"/>"},
    {"told", 8,
     "<rect class=\"mk-told\" x=\"-5\" y=\"-5\" width=\"10\" height=\"10\" "
     "transform=\"rotate(45)\"/>"},
    {"refused", 7, "<rect class=\"mk-no\" x=\"-5.5\" y=\"-5.5\" width=\"11\" height=\"11\"/>"},
    {"taken", 8, "<rect class=\"mk-stop\" x=\"-7\" y=\"-7\" width=\"14\" height=\"14\"/>"},
    {"crisis", 3, "<rect class=\"mk-em\" x=\"-2\" y=\"-8\" width=\"4\" height=\"16\"/>"},
    {"other", 4, "<circle class=\"mk-other\" r=\"3\"/>"},
};

static const struct shape *shape_of(const char *style)
{
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++)
        if (strcmp(shapes[i].style, style) == 0)
            return &shapes[i];
    return NULL;
}

/* --- reading ---------------------------------------------------------------------------------- */

static bool read_mark(struct drawing *drawing, struct value data, const struct scale *days,
                      struct mark *mark)
{
    const char *style;
    *mark = (struct mark){.count = 1};
    if (!drawing_day(drawing, data, "from", days, &mark->from) ||
        !drawing_day(drawing, data, "to", days, &mark->to) ||
        !drawing_words(drawing, data, "style", &style))
        return false;
    mark->shape = shape_of(style);
    return mark->shape || drawing_fault(drawing, "has a mark of no `style` that there is");
}

static double middle(const struct mark *mark)
{
    return (mark->from + mark->to) / 2;
}

/* One whose date is not exact: a bar shows its days. */
static bool has_span(const struct mark *mark)
{
    return mark->count == 1 && mark->to > mark->from;
}

/* px to either side of the middle that it takes; of a long bar no more than of a short one, as
 * other marks may lie on it. */
static double half_of(const struct mark *mark)
{
    return has_span(mark) ? span_half : mark->shape->half;
}

/* px to the right of the middle that the number of a shared mark takes. */
static double number_width(const struct mark *mark)
{
    return mark->count > 1 ? 3 + letter_px * (floor(log10((double)mark->count)) + 2) : 0;
}

/* px from the left on the narrowest screen. */
static double left_of(const struct mark *mark)
{
    return middle(mark) / 100 * DRAWING_NARROWEST + mark->shift - half_of(mark);
}

static double right_of(const struct mark *mark)
{
    return left_of(mark) + 2 * half_of(mark) + number_width(mark);
}

static void keep_inside(struct mark *mark)
{
    double over = right_of(mark) - DRAWING_NARROWEST - overhang;
    if (over > 0)
        mark->shift -= over;
}

/* --- rows ------------------------------------------------------------------------------------- */

static struct mark *shares_with(struct strip *strip, const struct mark *one, double gap)
{
    for (size_t i = strip->count; gap > 0 && i-- > 0;) {
        struct mark *other = &strip->list[i];
        if (other->shape == one->shape && one->from - other->from <= gap)
            return other;
    }
    return NULL;
}

/* Marks of one shape that begin within `gap` per cent of the first share it. */
static void share(const struct strip *all, double gap, struct strip *strip)
{
    strip->count = 0;
    for (size_t i = 0; i < all->count; i++) {
        struct mark *other = shares_with(strip, &all->list[i], gap);
        if (!other) {
            strip->list[strip->count++] = all->list[i];
            continue;
        }
        other->to = fmax(other->to, all->list[i].to);
        other->count++;
    }
}

static bool is_free(const struct strip *strip, const struct mark *mark, int row)
{
    for (const struct mark *other = strip->list; other < mark; other++)
        if (other->row == row && left_of(mark) < right_of(other) + air &&
            right_of(mark) + air > left_of(other))
            return false;
    return true;
}

/* False where more rows are needed. */
static bool stand_in_rows(struct strip *strip)
{
    strip->rows = 1;
    for (size_t i = 0; i < strip->count; i++) {
        struct mark *mark = &strip->list[i];
        keep_inside(mark);
        for (mark->row = 0; !is_free(strip, mark, mark->row);)
            if (++mark->row == ROWS_MOST)
                return false;
        strip->rows = mark->row + 1 > strip->rows ? mark->row + 1 : strip->rows;
    }
    return true;
}

/* The row of this shape among those that occur; a new one below where it is the first. */
static int row_of_shape(struct strip *strip, const struct mark *mark)
{
    for (const struct mark *other = strip->list; other < mark; other++)
        if (other->shape == mark->shape)
            return other->row;
    return strip->rows++;
}

static bool stand_by_shape(struct strip *strip)
{
    strip->rows = 0;
    for (size_t i = 0; i < strip->count; i++) {
        struct mark *mark = &strip->list[i];
        keep_inside(mark);
        mark->row = row_of_shape(strip, mark);
        if (!is_free(strip, mark, mark->row))
            return false;
    }
    return true;
}

bool strip_read(struct drawing *drawing, struct value data, const struct scale *days,
                struct strip *strip)
{
    struct strip all = {.count = value_count(data)};
    all.list = arena_array(drawing->arena, all.count, sizeof *all.list);
    *strip = (struct strip){.list = arena_array(drawing->arena, all.count, sizeof *strip->list)};
    for (size_t i = 0; i < all.count; i++)
        if (!read_mark(drawing, value_item(data, i), days, &all.list[i]))
            return false;
    bool stands = false;
    for (double gap = 0; !stands && gap <= gap_near; gap += gap_step) {
        share(&all, gap, strip);
        stands = stand_in_rows(strip);
    }
    for (double gap = 0; !stands; gap += gap_step) {
        share(&all, gap, strip);
        stands = stand_by_shape(strip);
    }
    return true;
}

double strip_height(const struct strip *strip)
{
    return 2 * first_row + (strip->rows - 1) * row_height;
}

/* --- drawing ---------------------------------------------------------------------------------- */

static void put_at(struct text *out, double across, double down)
{
    text_put(out, "<svg x=\"");
    drawing_put_number(out, across);
    text_put(out, "%\" y=\"");
    drawing_put_number(out, down);
    text_put(out, "\" overflow=\"visible\">");
}

static double down_of(const struct mark *mark)
{
    return first_row + mark->row * row_height;
}

static void put_span(struct text *out, double from, double width, double height)
{
    text_put(out, "<rect class=\"mk-span\" x=\"");
    drawing_put_number(out, from);
    text_put(out, "\" width=\"");
    drawing_put_number(out, width);
    text_format(out, "\" y=\"%g\" height=\"%g\"/>", -height / 2, height);
}

/* An end of a bar, `far` px beyond its day. */
static void draw_cap(struct text *out, double across, double down, double far, bool last)
{
    put_at(out, across, down);
    if (far > 0)
        put_span(out, last ? 0 : -far, far, span_height);
    put_span(out, last ? far - cap_width : -far, cap_width, cap_height);
    text_put(out, "</svg>\n");
}

/* A date that is not exact is drawn as all the days that it may be. Where these would hide behind
 * the mark on the narrowest screen, the bar goes as far beyond them as it takes to be seen. */
static void draw_span(struct drawing *drawing, const struct mark *mark)
{
    struct text *out = drawing->out;
    double down = down_of(mark);
    double half = (mark->to - mark->from) / 200 * DRAWING_NARROWEST;
    double far = floor(fmax(0, span_half - half));
    text_put(out, "<rect class=\"mk-span\" x=\"");
    drawing_put_number(out, mark->from);
    text_put(out, "%\" width=\"");
    drawing_put_number(out, mark->to - mark->from);
    text_format(out, "%%\" y=\"%g\" height=\"%g\"/>\n", down - span_height / 2, span_height);
    draw_cap(out, mark->from, down, far, false);
    draw_cap(out, mark->to, down, far, true);
}

static void draw_mark(struct drawing *drawing, const struct mark *mark)
{
    struct text *out = drawing->out;
    double down = down_of(mark);
    put_at(out, middle(mark), down);
    if (mark->shift < 0) {
        text_put(out, "<g transform=\"translate(");
        drawing_put_number(out, mark->shift);
        text_put(out, ")\">");
    }
    text_put(out, mark->shape->markup);
    if (mark->count > 1)
        text_format(out, "<text x=\"%g\" y=\"5\">×%zu</text>", mark->shape->half + 3, mark->count);
    text_put(out, mark->shift < 0 ? "</g></svg>\n" : "</svg>\n");
}

void strip_draw(struct drawing *drawing, const struct strip *strip)
{
    for (size_t i = 0; i < strip->count; i++)
        if (has_span(&strip->list[i]))
            draw_span(drawing, &strip->list[i]);
    for (size_t i = 0; i < strip->count; i++)
        draw_mark(drawing, &strip->list[i]);
}

/* --- the key ---------------------------------------------------------------------------------- */

static const char *line_of(const char *style)
{
    if (strcmp(style, "wait") == 0)
        return "<line class=\"wait\" x1=\"2\" x2=\"32\" y1=\"12\" y2=\"12\"/>";
    if (strcmp(style, "help") == 0)
        return "<rect class=\"help\" x=\"2\" y=\"7\" width=\"30\" height=\"10\" rx=\"5\"/>";
    if (strcmp(style, "stay") == 0)
        return "<line class=\"stay\" x1=\"2\" x2=\"32\" y1=\"12\" y2=\"12\"/>";
    if (strcmp(style, "span") == 0)
        return "<rect class=\"mk-span\" x=\"2\" y=\"10\" width=\"30\" height=\"4\"/>"
               "<rect class=\"mk-span\" x=\"2\" y=\"7\" width=\"2\" height=\"10\"/>"
               "<rect class=\"mk-span\" x=\"30\" y=\"7\" width=\"2\" height=\"10\"/>";
    return NULL;
}

bool sign_draw(struct drawing *drawing, struct value data, const char *id)
{
    (void)id;
    const char *style;
    if (!drawing_words(drawing, data, "style", &style))
        return false;
    const struct shape *shape = shape_of(style);
    const char *line = line_of(style);
    if (!shape && !line)
        return drawing_fault(drawing, "has no `style` that there is");
    text_format(drawing->out, "<svg width=\"%d\" height=\"24\" aria-hidden=\"true\">",
                shape ? 24 : 34);
    if (shape)
        text_format(drawing->out, "<svg x=\"12\" y=\"12\" overflow=\"visible\">%s</svg>",
                    shape->markup);
    else
        text_put(drawing->out, line);
    text_put(drawing->out, "</svg>\n");
    return true;
}
