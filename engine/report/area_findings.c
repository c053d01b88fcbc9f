/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was noticed, to how many people, and of how many we cannot tell. */
#include "ground/text.h"
#include "report/area.h"
#include "report/model.h"
#include "report/sentences.h"

static const char *found_words(struct arena *arena, const struct shown_findings *shown)
{
    if (!shown->collected)
        return SAY_FOUND_NOBODY;
    if (shown->assessable.hidden)
        return shown->found.hidden
                   ? SAY_HIDDEN
                   : arena_format(arena, SAY_FOUND_ALONE, shown_words(arena, shown->found),
                                  shown_words(arena, shown->everyone),
                                  shown_words(arena, shown->others));
    const char *whole = shown_words(arena, shown->assessable);
    const char *of = shown->assessable.rounded == 0 ? SAY_FOUND_OF_NOBODY
                     : shown->found.hidden ? arena_format(arena, SAY_FOUND_OF_HIDDEN, whole)
                                           : arena_format(arena, SAY_FOUND_OF,
                                                          shown_words(arena, shown->found), whole);
    if (shown->cannot_tell.hidden)
        return arena_format(arena, "%s" SAY_FOUND_CANNOT_TELL_HIDDEN, of);
    return arena_format(arena, "%s" SAY_FOUND_CANNOT_TELL, of,
                        shown_words(arena, shown->cannot_tell));
}

static void set_part(struct arena *arena, struct value chart, const char *key, struct shown people)
{
    if (!people.hidden)
        model_set_whole(arena, chart, key, people.rounded);
    else
        value_set(arena, chart, "hidden", value_yes(true));
}

static struct value found_chart(struct arena *arena, const struct shown_findings *shown)
{
    if (!shown->collected)
        return model_chart(arena, "unknown");
    if (shown->assessable.hidden && shown->found.hidden)
        return model_chart(arena, "hidden");
    struct value chart = model_chart(arena, "thirds");
    set_part(arena, chart, "whole", shown->everyone);
    set_part(arena, chart, "found", shown->found);
    set_part(arena, chart, "not_found", shown->not_found);
    set_part(arena, chart, "cannot_tell", shown->cannot_tell);
    return chart;
}

static void found_row(struct arena *arena, const struct shown_findings *shown, struct value figure)
{
    struct value row = model_entry(arena, figure, "rows");
    value_set_format(arena, row, "strong", "%s",
                     shown->mirror ? arena_format(arena, SAY_MIRROR, shown->facts->title)
                                   : arena_format(arena, SAY_NAME, shown->facts->title));
    value_set_text(arena, row, "says", found_words(arena, shown));
    if (shown->collected)
        set_likely(arena, row, shown->share);
    value_set(arena, row, "chart", found_chart(arena, shown));
}

static const char *found_title(struct arena *arena, const struct shown_findings *shown,
                               size_t count)
{
    if (count > 1 && !shown[1].mirror)
        return SAY_FOUND_SEVERAL;
    if (!shown->collected || (!shown->assessable.hidden && shown->assessable.rounded == 0))
        return SAY_FOUND_NOT_COLLECTED;
    if (shown->found.hidden)
        return SAY_FOUND_HIDDEN;
    if (shown->assessable.hidden)
        return arena_format(arena, SAY_FOUND_AT_LEAST, shown_words(arena, shown->found),
                            shown_words(arena, shown->everyone));
    if (shown->found.rounded == 0)
        return arena_format(arena, SAY_FOUND_NONE, shown_words(arena, shown->assessable));
    return arena_format(arena, SAY_FOUND_ONE, shown_words(arena, shown->found),
                        shown_words(arena, shown->assessable));
}

static void found_table(struct arena *arena, const struct shown_findings *shown, size_t count,
                        struct value figure)
{
    struct value table = model_table(arena, figure, SAY_FOUND_CAPTION, SAY_FOUND_HEAD);
    for (size_t i = 0; i < count; i++) {
        if (!shown[i].collected)
            continue;
        const char *cells[] = {
            shown_words(arena, shown[i].found), shown_words(arena, shown[i].not_found),
            shown_words(arena, shown[i].cannot_tell), shown_words(arena, shown[i].everyone), NULL};
        model_table_row(arena, table, shown[i].facts->title, cells);
    }
}

/* Only reasons that may be shown are said at all: a list of reasons with hidden ones in it would
 * tell which of them there are. */
static void say_whys(struct arena *arena, const struct shown_findings *shown, struct value into)
{
    for (size_t i = 0; shown->collected && i < shown->why_count; i++)
        if (is_some(shown->whys[i].people))
            model_say(arena, into, "unknown", SAY_CANNOT_TELL_WHY, shown->facts->title,
                      shown_words(arena, shown->whys[i].people), shown->whys[i].label);
}

/* Needs that may not be shown are one row, always there. */
static void by_need(struct arena *arena, const struct shown_findings *shown, struct value into)
{
    if (!shown->by_need || !shown->collected || !is_some(shown->found))
        return;
    struct value figure = model_figure(arena, into);
    value_set_format(arena, figure, "title", SAY_BY_NEED, shown->facts->title);
    value_set_text(arena, figure, "sub", SAY_BY_NEED_SUB);
    for (size_t i = 0; i < shown->need_count; i++)
        if (is_some(shown->needs[i].people))
            people_row(arena, figure, arena_format(arena, SAY_NAME, shown->needs[i].label),
                       shown->needs[i].people, "full");
    hidden_row(arena, figure, SAY_BY_NEED_OTHERS, SAY_HIDDEN);
}

void findings_figure(struct arena *arena, const struct shown_findings *shown, size_t count,
                     struct value into)
{
    if (!count)
        return;
    struct value figure = model_figure(arena, into);
    value_set_text(arena, figure, "title", found_title(arena, shown, count));
    value_set_format(arena, figure, "sub", SAY_FOUND_SUB, shown_words(arena, shown->everyone));
    for (size_t i = 0; i < count; i++) {
        found_row(arena, &shown[i], figure);
        model_say(arena, figure, "note", SAY_MISLEAD, shown[i].facts->title,
                  shown[i].facts->mislead);
        say_whys(arena, &shown[i], into);
    }
    found_table(arena, shown, count, figure);
    for (size_t i = 0; i < count; i++)
        by_need(arena, &shown[i], into);
}
