/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small chart of ratings from 0 to 10 that belong to no instrument: a goal of the person's own.
 * Nobody has published how far such a rating wobbles, so nothing is said of change. */
#include "report/axis.h"
#include "report/model.h"
#include "report/sentences.h"
#include "report/trajectory.h"

static size_t rated_count(const struct rating *ratings, size_t count)
{
    size_t rated = 0;
    for (size_t i = 0; i < count; i++)
        rated += ratings[i].has_value;
    return rated;
}

static const char *rating_words(struct arena *arena, const struct rating *rating)
{
    return rating->has_value ? number_text(arena, rating->value) : rating->none;
}

static void add_point(struct arena *arena, const struct rating *rating, const char *label,
                      struct value chart)
{
    struct value point = model_entry(arena, chart, "points");
    model_set_whole(arena, point, "day", rating->date);
    if (!rating->has_value) {
        value_set_text(arena, point, "none", SAY_NO_ANSWER);
        return;
    }
    model_set_number(arena, point, "value", rating->value);
    if (label)
        value_set_format(arena, point, "label", label, number_text(arena, rating->value));
}

static void add_points(struct arena *arena, const struct rating *ratings, size_t count,
                       struct value chart)
{
    size_t rated = rated_count(ratings, count), seen = 0;
    for (size_t i = 0; i < count; i++) {
        seen += ratings[i].has_value;
        const char *label = seen == rated ? SAY_FEELS : seen == 1 ? SAY_FELT : NULL;
        add_point(arena, &ratings[i], label, chart);
    }
}

static const char *described(struct arena *arena, const struct rating *ratings, size_t count)
{
    struct text says = {0};
    for (size_t i = 0; i < count; i++)
        text_format(&says, "%s%s: %s", i ? "; " : "", day_words(arena, ratings[i].date),
                    rating_words(arena, &ratings[i]));
    const char *copy = arena_copy(arena, says.bytes ? says.bytes : "", says.length);
    text_free(&says);
    return copy;
}

static void add_table(struct arena *arena, const char *title, const struct rating *ratings,
                      size_t count, struct value figure)
{
    struct value table = model_table(arena, figure, title, SAY_TABLE_HEAD_RATING);
    for (size_t i = 0; i < count; i++) {
        const char *cells[] = {rating_words(arena, &ratings[i]), NULL};
        model_table_row(arena, table, day_words(arena, ratings[i].date), cells);
    }
}

void trajectory_ratings(struct arena *arena, const char *title, const struct rating *ratings,
                        size_t count, struct days axis, struct value figure)
{
    struct value chart = model_chart(arena, "trajectory");
    value_set(arena, figure, "chart", chart);
    value_set_text(arena, chart, "title", title);
    value_set_text(arena, chart, "says", described(arena, ratings, count));
    value_set(arena, chart, "small", value_yes(true));
    value_set(arena, chart, "join", value_yes(true));
    model_set_whole(arena, chart, "low", 0);
    model_set_whole(arena, chart, "high", 10);
    axis_days(arena, axis, chart);
    add_points(arena, ratings, count, chart);
    add_table(arena, title, ratings, count, figure);
}
