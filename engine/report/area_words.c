/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers that may be shown, as words and rows. */
#include <string.h>

#include "ground/text.h"
#include "report/area.h"
#include "report/model.h"
#include "report/sentences.h"

const char *spaced(struct arena *arena, const char *name)
{
    char *words = arena_text(arena, name);
    for (char *at = words; *at; at++)
        *at = *at == '_' ? ' ' : *at;
    return words;
}

/* A label may begin with a letter of any script: only a to z are known to have a capital. */
const char *row_name(struct arena *arena, const char *label)
{
    char *name = arena_text(arena, label);
    if (*name >= 'a' && *name <= 'z')
        *name = (char)(*name - 'a' + 'A');
    return arena_format(arena, SAY_NAME, name);
}

bool is_some(struct shown shown)
{
    return !shown.hidden && shown.rounded > 0;
}

const char *shown_words(struct arena *arena, struct shown shown)
{
    return shown.hidden ? SAY_HIDDEN : count_text(arena, shown.rounded);
}

const char *likely_words(struct arena *arena, struct shown_share share)
{
    if (!share.known)
        return NULL;
    int low = share.low / 10, high = (share.high + 9) / 10;
    return low == high ? arena_format(arena, SAY_LIKELY_SAME, low)
                       : arena_format(arena, SAY_LIKELY, low, high);
}

void set_likely(struct arena *arena, struct value row, struct shown_share share)
{
    if (share.known)
        value_set_format(arena, row, "soft", SAY_SOFT, likely_words(arena, share));
}

void hidden_row(struct arena *arena, struct value figure, const char *strong, const char *says)
{
    struct value row = model_entry(arena, figure, "rows");
    model_set_maybe(arena, row, "strong", strong);
    value_set_text(arena, row, "says", says);
    value_set(arena, row, "chart", model_chart(arena, "hidden"));
}

struct value people_row(struct arena *arena, struct value figure, const char *strong,
                        struct shown people, const char *style)
{
    if (people.hidden) {
        hidden_row(arena, figure, strong, SAY_HIDDEN);
        return value_item(value_get(figure, "rows"), value_count(value_get(figure, "rows")) - 1);
    }
    struct value row = model_entry(arena, figure, "rows");
    struct value chart = model_chart(arena, "dots");
    value_set_text(arena, row, "strong", strong);
    if (people.rounded)
        value_set_format(arena, row, "says", SAY_PEOPLE, count_text(arena, people.rounded));
    else
        value_set_text(arena, row, "says", SAY_NONE_SEEN);
    model_set_whole(arena, chart, "count", people.rounded);
    value_set_text(arena, chart, "style", people.rounded ? style : "none");
    value_set(arena, row, "chart", chart);
    return row;
}

/* --- dots ------------------------------------------------------------------------------------- */

/* Four lines of a phone, and a column as high as a hand; more people have larger dots. */
enum { DOTS_A_ROW = 56, DOTS_A_COLUMN = 20 };

/* 5, 10, 25, 50, 100, 250 … people. */
static int64_t dot_size(int64_t most, int dots)
{
    int64_t size = PROTECT_BASE;
    for (size_t i = 0; size * dots < most; i++)
        size = i % 3 == 1 ? size * 5 / 2 : size * 2;
    return size;
}

/* The most of these; negative for a list without any. */
static int64_t most_of(struct value list, const char *inner)
{
    int64_t most = -1, count;
    for (size_t i = 0; i < value_count(list); i++) {
        struct value one = value_item(list, i);
        struct value map = inner ? value_get(one, inner) : one;
        if (value_as_whole(value_get(map, "count"), &count) && count > most)
            most = count;
    }
    return most;
}

void set_dots(struct arena *arena, struct value figure, const char *sub)
{
    struct value rows = value_get(figure, "rows"), chart = value_get(figure, "chart");
    bool is_chart = value_is(chart, VALUE_TABLE);
    int64_t most = is_chart ? most_of(value_get(chart, "bins"), NULL) : most_of(rows, "chart");
    int64_t size = dot_size(most, is_chart ? DOTS_A_COLUMN : DOTS_A_ROW);
    if (is_chart && size > PROTECT_BASE)
        model_set_whole(arena, chart, "each", size);
    for (size_t i = 0; size > PROTECT_BASE && i < value_count(rows); i++) {
        struct value mark = value_get(value_item(rows, i), "chart");
        if (!value_is(value_get(mark, "count"), VALUE_NIL))
            model_set_whole(arena, mark, "each", size);
    }
    if (most < 0)
        value_set_text(arena, figure, "sub", sub);
    else
        value_set_format(arena, figure, "sub", "%s " SAY_DOTS, sub,
                         size == PROTECT_BASE ? SAY_DOTS_FIVE : count_text(arena, size));
}

/* --- the axis of shares ----------------------------------------------------------------------- */

static bool has_interval(struct value figure)
{
    struct value rows = value_get(figure, "rows");
    for (size_t i = 0; i < value_count(rows); i++) {
        const char *kind =
            value_as_text(value_get(value_get(value_item(rows, i), "chart"), "kind"));
        if (kind && strcmp(kind, "interval") == 0)
            return true;
    }
    return false;
}

void share_axis(struct arena *arena, struct value figure)
{
    if (!has_interval(figure))
        return;
    struct value axis = model_chart(arena, "axis");
    model_set_whole(arena, axis, "low", 0);
    model_set_whole(arena, axis, "high", 100);
    for (int tenth = 0; tenth <= 10; tenth += 5) {
        struct value tick = model_entry(arena, axis, "ticks");
        model_set_whole(arena, tick, "at", tenth * 10);
        value_set_text(arena, tick, "label",
                       tenth == 0    ? "none"
                       : tenth == 10 ? "everyone"
                                     : "half");
    }
    value_set(arena, figure, "axis", axis);
}
