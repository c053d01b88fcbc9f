/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to `chart`: the pieces that charts are drawn with, and letters that never cover one
 * another. Across is in per cent of the drawing, down in px, both to one decimal. */
#ifndef CHART_DRAWING_H
#define CHART_DRAWING_H

#include "ground/arena.h"
#include "ground/fault.h"
#include "ground/text.h"
#include "ground/value.h"

/* px: the narrowest drawing there is. A screen of 320 less the margins of the page, the padding of
 * the figure and its edges. */
enum { DRAWING_NARROWEST = 238 };

/* A place that is taken: around `across`, from `left` to `right` px off it. It spreads apart from
 * its neighbours when the screen gets wider, so that what is free on the narrowest screen is free
 * on all. */
struct box {
    double across, left, right, top, bottom;
    bool wide; /* not there on phones */
};

struct drawing {
    struct text *out;
    struct arena *arena;
    const char *kind; /* for sentences about what is missing */
    struct box *taken;
    size_t count, room;
    struct fault *fault;
};

/* From numbers of the model to places. */
struct scale {
    double low, high, from, to;
};
double scale_at(const struct scale *scale, double number);

/* --- reading the model ---- */

/* False with the fault set where the number is missing. */
bool drawing_number(struct drawing *drawing, struct value data, const char *key, double *number);
/* How many people one dot stands for: `each`, or five. */
double drawing_each(struct value data);
bool drawing_words(struct drawing *drawing, struct value data, const char *key, const char **words);
/* Two ends, the first below the second. */
bool drawing_ends(struct drawing *drawing, struct value data, const char *low, const char *high,
                  struct scale *scale);
bool drawing_fault(struct drawing *drawing, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* --- pieces ---- */

/* A chart with a name and a description for those who hear it; `title` and `says` are its words. */
bool drawing_open(struct drawing *drawing, struct value data, const char *id, double height);
/* Marks beside a sentence that has said it all: hidden from those who hear it. */
void drawing_open_marks(struct drawing *drawing, double height);
void drawing_close(struct drawing *drawing);

void drawing_line(struct drawing *drawing, const char *class, double x1, double y1, double x2,
                  double y2);
void drawing_circle(struct drawing *drawing, const char *class, double x, double y, double radius);
void drawing_rect(struct drawing *drawing, const char *class, double x, double y, double width,
                  double height);
/* A bar with round ends, `width` px wide, around x. */
void drawing_soft_bar(struct drawing *drawing, double x, double top, double bottom, double width);

/* Shortest form with one decimal: 6.1, 55, -0.5. */
void drawing_put_number(struct text *out, double number);

/* --- letters ---- */

enum anchor { ANCHOR_START, ANCHOR_MIDDLE, ANCHOR_END };

struct letters {
    const char *words;
    double across, baseline;
    enum anchor anchor;
    bool bold;
};

/* Where letters have room: on every screen, on all but phones, on none. */
enum fit { FIT_NONE, FIT_WIDE, FIT_ALL };

void drawing_take(struct drawing *drawing, struct box box);
/* Keeps letters off a line between two points. */
void drawing_take_line(struct drawing *drawing, double x1, double y1, double x2, double y2);
enum fit drawing_fit(const struct drawing *drawing, const struct letters *letters);
/* Writes them and takes their place. `fit` FIT_WIDE leaves them out on phones. */
void drawing_write(struct drawing *drawing, const struct letters *letters, enum fit fit);
/* Writes them where there is room, and nowhere otherwise. */
void drawing_write_if(struct drawing *drawing, const struct letters *letters, enum fit most);

/* Letters under an axis: near an end of the drawing they grow away from it. */
enum anchor drawing_anchor(double across);
/* Marks and labels of `ticks`: the two ends first, then those for every screen, then the wide ones.
 */
struct tick {
    double across;
    const char *label;
    bool wide;
};
void drawing_ticks(struct drawing *drawing, const struct tick *ticks, size_t count, double axis);

/* --- time ---- */

/* `from` and `to` of the model as days, the first not after the second, lying where days lie on
 * every chart of a page, so that the eye can go straight down. */
bool drawing_time(struct drawing *drawing, struct value data, struct scale *days);
/* A day of the model as its place across; a fault where it lies outside the axis. */
bool drawing_day(struct drawing *drawing, struct value data, const char *key,
                 const struct scale *days, double *across);
/* The marks and labels of `ticks` { day, label, wide? } on an axis. */
bool drawing_days(struct drawing *drawing, struct value data, const struct scale *days,
                  double axis);

/* Numbered pins: notes of the person over their days. Notes that lie too near share a pin. */
struct pin {
    double from, to; /* across: the days of its first and last note */
    long first, last;
    int row;      /* from the top; those that would touch on a phone step down a row */
    double shift; /* px to the right, so that a wide pin stays inside */
};
struct pins {
    struct pin *list;
    size_t count;
    int rows;
};
bool pins_read(struct drawing *drawing, struct value data, const struct scale *days,
               struct pins *pins);
/* px that they take above a chart. */
double pins_height(const struct pins *pins);
void pins_draw(struct drawing *drawing, const struct pins *pins, double axis);

/* What happened on a lane: marks over their days. Those that would touch step down a row. */
struct shape;
struct mark {
    double from, to; /* across: all the days it may have been, or those of all that share it */
    const struct shape *shape;
    size_t count;
    int row;
    double shift; /* px, so that a number stays inside */
};
struct strip {
    struct mark *list;
    size_t count;
    int rows;
};
bool strip_read(struct drawing *drawing, struct value data, const struct scale *days,
                struct strip *strip);
/* px of a lane with these marks. */
double strip_height(const struct strip *strip);
void strip_draw(struct drawing *drawing, const struct strip *strip);

/* --- the kinds ---- */

bool trajectory_draw(struct drawing *drawing, struct value data, const char *id);
bool distribution_draw(struct drawing *drawing, struct value data, const char *id);
bool dots_draw(struct drawing *drawing, struct value data, const char *id);
bool thirds_draw(struct drawing *drawing, struct value data, const char *id);
bool interval_draw(struct drawing *drawing, struct value data, const char *id);
bool hidden_draw(struct drawing *drawing, struct value data, const char *id);
bool unknown_draw(struct drawing *drawing, struct value data, const char *id);
bool lane_draw(struct drawing *drawing, struct value data, const char *id);
bool sign_draw(struct drawing *drawing, struct value data, const char *id);
bool days_draw(struct drawing *drawing, struct value data, const char *id);
bool axis_draw(struct drawing *drawing, struct value data, const char *id);

#endif
