/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the latest answers are spread, with a reference beside them. */
#include <math.h>
#include <string.h>

#include "ground/text.h"
#include "report/area.h"
#include "report/model.h"
#include "report/sentences.h"

static const char *one_decimal(struct arena *arena, double value)
{
    return number_fixed(arena, value, 1);
}

/* --- the reference ---------------------------------------------------------------------------- */

static bool is_named(const struct section *section, const char *norm)
{
    for (size_t i = 0; i < section->beside_count; i++)
        if (strcmp(section->beside[i], norm) == 0)
            return true;
    return false;
}

/* Says each row of the norms named; gives the one that can be drawn, if there is exactly one. */
static const struct norm *say_norms(struct arena *arena, const struct scale *scale,
                                    const struct section *section, struct value figure)
{
    const struct norm *drawn = NULL;
    size_t said = 0;
    for (size_t i = 0; i < scale->norm_count; i++) {
        const struct norm *norm = &scale->norms[i];
        if (!is_named(section, norm->id) || !norm->has_mean)
            continue;
        const char *mean = one_decimal(arena, norm->mean);
        if (norm->has_sd)
            model_say(arena, figure, "note", SAY_REFERENCE, norm_whom(norm, arena), norm->year,
                      mean, one_decimal(arena, norm->mean - norm->sd),
                      one_decimal(arena, norm->mean + norm->sd), norm->source);
        else
            model_say(arena, figure, "note", SAY_REFERENCE_MEAN, norm_whom(norm, arena), norm->year,
                      mean, norm->source);
        drawn = norm->has_sd && said++ == 0 ? norm : NULL;
    }
    if (value_is(value_get(figure, "note"), VALUE_TABLE))
        model_say(arena, figure, "note", SAY_REFERENCE_DIFFERS);
    return drawn;
}

static void draw_norm(struct arena *arena, const struct norm *norm, struct value chart)
{
    struct value reference = value_table(arena);
    model_set_number(arena, reference, "low", norm->mean - norm->sd);
    model_set_number(arena, reference, "mid", norm->mean);
    model_set_number(arena, reference, "high", norm->mean + norm->sd);
    value_set_format(arena, reference, "label", SAY_REFERENCE_LABEL, norm->of, norm->year);
    value_set(arena, chart, "reference", reference);
}

/* --- the spread ------------------------------------------------------------------------------- */

static const char *step_words(struct arena *arena, const struct shown_bin *bin, bool last)
{
    const char *from = number_text(arena, bin->from), *to = number_text(arena, bin->to);
    return last ? arena_format(arena, SAY_STEP_LAST, from, to)
                : arena_format(arena, SAY_STEP_TO, from, to);
}

static void add_tick(struct arena *arena, struct value chart, double at)
{
    struct value tick = model_entry(arena, chart, "ticks");
    model_set_number(arena, tick, "at", at);
    value_set_text(arena, tick, "label", number_text(arena, at));
}

static void add_bins(struct arena *arena, const struct shown_scale *shown, struct value chart,
                     struct value table, struct text *says)
{
    for (size_t i = 0; i < shown->bin_count; i++) {
        const struct shown_bin *bin = &shown->bins[i];
        struct value entry = model_entry(arena, chart, "bins");
        const char *words = step_words(arena, bin, i + 1 == shown->bin_count);
        const char *cells[] = {shown_words(arena, bin->people), NULL};
        model_set_number(arena, entry, "from", bin->from);
        model_set_number(arena, entry, "to", bin->to);
        if (bin->people.hidden)
            value_set(arena, entry, "hidden", value_yes(true));
        else
            model_set_whole(arena, entry, "count", bin->people.rounded);
        add_tick(arena, chart, bin->from);
        if (i + 1 == shown->bin_count)
            add_tick(arena, chart, bin->to);
        model_table_row(arena, table, words, cells);
        text_format(says, "%s%s: %s", says->length ? "; " : "", words, cells[0]);
    }
}

static void add_spread(struct arena *arena, const struct shown_scale *shown, struct value figure,
                       const struct norm *norm)
{
    const struct scale *scale = shown->asked->scale;
    struct value chart = model_chart(arena, "distribution");
    struct value table = model_table(arena, figure, scale->title, SAY_SPREAD_HEAD);
    struct text says = {0};
    value_set(arena, figure, "chart", chart);
    value_set_text(arena, chart, "title", scale->title);
    model_set_number(arena, chart, "low", shown->bins[0].from);
    model_set_number(arena, chart, "high", shown->bins[shown->bin_count - 1].to);
    add_bins(arena, shown, chart, table, &says);
    value_set_text(arena, chart, "says", says.bytes);
    if (norm)
        draw_norm(arena, norm, chart);
    text_free(&says);
}

/* Neighbours with few people are one step, drawn no wider than the others. */
static void say_widths(struct arena *arena, const struct shown_scale *shown, struct value figure)
{
    size_t widest = 0;
    double least = INFINITY, most = 0;
    for (size_t i = 0; i < shown->bin_count; i++) {
        double width = shown->bins[i].to - shown->bins[i].from;
        widest = width > most ? i : widest;
        most = fmax(most, width);
        least = fmin(least, width);
    }
    if (most > least * (1 + 1e-6)) /* more than 0.3 − 0.2 differs from 0.2 − 0.1 */
        model_say(arena, figure, "note", SAY_SPREAD_WIDTHS,
                  step_words(arena, &shown->bins[widest], widest + 1 == shown->bin_count));
}

static const char *spread_title(struct arena *arena, const struct shown_scale *shown)
{
    const char *people = shown_words(arena, shown->heard);
    if (shown->heard.hidden)
        return SAY_SPREAD_HIDDEN;
    if (shown->heard.rounded == 0)
        return SAY_SPREAD_NONE;
    if (shown->latest.hidden)
        return arena_format(arena, SAY_SPREAD_COUNT, people);
    return arena_format(arena, SAY_SPREAD, people, one_decimal(arena, shown->latest.mean));
}

void scores_scale(struct arena *arena, const struct shown_scale *shown,
                  const struct section *section, struct value into)
{
    const struct scale *scale = shown->asked->scale;
    struct value figure = model_figure(arena, into);
    if (!shown->bin_count) {
        value_set_format(arena, figure, "title", SAY_SPREAD_NO_ENDS, scale->title);
        return;
    }
    value_set_text(arena, figure, "title", spread_title(arena, shown));
    if (!is_some(shown->heard)) {
        people_row(arena, figure, row_name(arena, scale->title), shown->heard, "full");
        return;
    }
    add_spread(arena, shown, figure, say_norms(arena, scale, section, figure));
    set_dots(arena, figure,
             arena_format(arena, shown->of_twice ? SAY_SPREAD_SUB_TWICE : SAY_SPREAD_SUB,
                          scale->title, number_text(arena, shown->bins[0].from),
                          number_text(arena, shown->bins[shown->bin_count - 1].to)));
    say_widths(arena, shown, figure);
    if (!shown->latest.hidden && shown->latest.has_interval)
        model_say(arena, figure, "note", SAY_SPREAD_AVERAGE, one_decimal(arena, shown->latest.low),
                  one_decimal(arena, shown->latest.high));
}
