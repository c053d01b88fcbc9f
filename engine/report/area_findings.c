/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was noticed, to how many people, and of how many we cannot tell. */
#include "ground/text.h"
#include "report/area.h"
#include "report/model.h"
#include "report/sentences.h"

const char *told_words(struct arena *arena, const struct shown_told *told)
{
    if (told->assessable.hidden)
        return told->found.hidden
                   ? SAY_HIDDEN
                   : arena_format(arena, SAY_FOUND_ALONE, shown_words(arena, told->found),
                                  shown_words(arena, told->everyone));
    const char *whole = shown_words(arena, told->assessable);
    const char *of = told->assessable.rounded == 0 ? SAY_FOUND_OF_NOBODY
                     : told->found.hidden          ? arena_format(arena, SAY_FOUND_OF_HIDDEN, whole)
                                                   : arena_format(arena, SAY_FOUND_OF,
                                                                  shown_words(arena, told->found), whole);
    if (told->cannot_tell.hidden)
        return arena_format(arena, "%s" SAY_FOUND_CANNOT_TELL_HIDDEN, of);
    return arena_format(arena, "%s" SAY_FOUND_CANNOT_TELL, of,
                        shown_words(arena, told->cannot_tell));
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
    if (shown->told.assessable.hidden && shown->told.found.hidden)
        return model_chart(arena, "hidden");
    struct value chart = model_chart(arena, "thirds");
    set_part(arena, chart, "whole", shown->told.everyone);
    set_part(arena, chart, "found", shown->told.found);
    set_part(arena, chart, "not_found", shown->told.not_found);
    set_part(arena, chart, "cannot_tell", shown->told.cannot_tell);
    return chart;
}

static void found_row(struct arena *arena, const struct shown_findings *shown, struct value figure)
{
    struct value row = model_entry(arena, figure, "rows");
    value_set_text(arena, row, "strong",
                   shown->mirror ? arena_format(arena, SAY_MIRROR, shown->facts->title)
                                 : row_name(arena, shown->facts->title));
    value_set_text(arena, row, "says",
                   shown->collected ? told_words(arena, &shown->told) : SAY_FOUND_NOBODY);
    if (shown->collected)
        set_likely(arena, row, shown->told.share);
    value_set(arena, row, "chart", found_chart(arena, shown));
}

static const char *found_title(struct arena *arena, const struct shown_findings *shown,
                               size_t count)
{
    if (count > 1 && !shown[1].mirror)
        return SAY_FOUND_SEVERAL;
    if (!shown->collected ||
        (!shown->told.assessable.hidden && shown->told.assessable.rounded == 0))
        return SAY_FOUND_NOT_COLLECTED;
    if (shown->told.found.hidden)
        return SAY_FOUND_HIDDEN;
    if (shown->told.assessable.hidden)
        return arena_format(arena, SAY_FOUND_AT_LEAST, shown_words(arena, shown->told.found),
                            shown_words(arena, shown->told.everyone));
    if (shown->told.found.rounded == 0)
        return arena_format(arena, SAY_FOUND_NONE, shown_words(arena, shown->told.assessable));
    return arena_format(arena, SAY_FOUND_ONE, shown_words(arena, shown->told.found),
                        shown_words(arena, shown->told.assessable));
}

/* Nothing is known of it that may be said, but for the number of everyone. */
static bool is_kept(const struct shown_findings *shown)
{
    const struct shown_told *told = &shown->told;
    return shown->collected && told->found.hidden && told->not_found.hidden &&
           told->cannot_tell.hidden && told->assessable.hidden;
}

static size_t count_kept(const struct shown_findings *shown, size_t count)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++)
        kept += is_kept(&shown[i]);
    return kept;
}

static void found_table(struct arena *arena, const struct shown_findings *shown, size_t count,
                        struct value figure)
{
    struct value table = model_table(arena, figure, SAY_FOUND_CAPTION, SAY_FOUND_HEAD);
    for (size_t i = 0; i < count; i++) {
        if (!shown[i].collected || is_kept(&shown[i]))
            continue;
        const char *cells[] = {shown_words(arena, shown[i].told.found),
                               shown_words(arena, shown[i].told.not_found),
                               shown_words(arena, shown[i].told.cannot_tell),
                               shown_words(arena, shown[i].told.everyone), NULL};
        model_table_row(arena, table, shown[i].facts->title, cells);
    }
}

/* Only reasons that may be shown are said at all: a list of reasons with hidden ones in it would
 * tell which of them there are. Where they make fewer than are said not to be told of, it is said
 * that there may be others: from the rounded numbers, as anybody could. */
static void say_whys(struct arena *arena, const struct shown_findings *shown, struct value into)
{
    struct text says = {0};
    int64_t people = 0;
    for (size_t i = 0; shown->collected && i < shown->why_count; i++) {
        const struct shown_count *why = &shown->whys[i];
        if (!is_some(why->people))
            continue;
        text_format(&says, says.length ? SAY_CANNOT_TELL_MORE : SAY_CANNOT_TELL_WHY,
                    shown_words(arena, why->people), why->label);
        people += why->people.rounded;
    }
    if (says.length && (shown->told.cannot_tell.hidden || people < shown->told.cannot_tell.rounded))
        text_put(&says, SAY_CANNOT_TELL_REST);
    if (says.length)
        model_say(arena, into, "unknown", SAY_CANNOT_TELL_OF, shown->facts->title, says.bytes);
    text_free(&says);
}

static void say_setting(struct arena *arena, const struct indicator_setting *setting,
                        struct text *says)
{
    if (setting->is_number)
        text_format(says, SAY_SETTING_NUMBER, number_text(arena, setting->value), setting->means);
    else
        text_format(says, SAY_SETTING_WORD, setting->word, setting->means);
}

/* What was looked for and with which settings, and how it may mislead. */
static void say_rule(struct arena *arena, const struct indicator_facts *facts, struct value into)
{
    struct text says = {0};
    text_put(&says, facts->asks);
    for (size_t i = 0; i < facts->setting_count; i++) {
        text_put(&says, i ? "; " : SAY_SETTINGS);
        say_setting(arena, &facts->settings[i], &says);
    }
    if (facts->setting_count)
        text_put(&says, ".");
    if (facts->mislead)
        text_format(&says, SAY_METHOD_MISLEAD, facts->mislead);
    model_term(arena, into, facts->title, "%s", says.bytes);
    text_free(&says);
}

static bool shows_a_class(const struct shown_findings *shown)
{
    bool shows = false;
    for (size_t i = 0; shown->collected && is_some(shown->told.found) && i < shown->class_count;
         i++)
        shows |= is_some(shown->classes[i].people);
    return shows;
}

/* By the class of the finding, where any may be named. */
static void by_class(struct arena *arena, const struct shown_findings *shown, struct value into)
{
    if (!shows_a_class(shown))
        return;
    struct value figure = model_figure(arena, into);
    value_set_format(arena, figure, "title", SAY_BY_CLASS, shown->facts->title);
    for (size_t i = 0; i < shown->class_count; i++)
        if (is_some(shown->classes[i].people))
            people_row(arena, figure, row_name(arena, shown->classes[i].label),
                       shown->classes[i].people, "full");
    hidden_row(arena, figure, SAY_BY_CLASS_OTHERS, SAY_HIDDEN);
    set_dots(arena, figure, SAY_BY_CLASS_SUB);
}

/* Rows that are hidden one and all are no figure: that is said once. */
static void say_kept(struct arena *arena, const struct shown_findings *shown, size_t count,
                     struct value into)
{
    struct text names = {0};
    for (size_t i = 0; i < count; i++)
        text_format(&names, "%s“%s”", i ? ", " : "", shown[i].facts->title);
    model_say(arena, into, "says", SAY_FOUND_KEPT, shown_words(arena, shown->told.everyone),
              names.bytes);
    text_free(&names);
}

/* Bars of what no earlier section has shown. */
static void bars(struct arena *arena, const struct shown_findings *shown, size_t count,
                 struct value into)
{
    size_t kept = count_kept(shown, count);
    if (kept == count) {
        say_kept(arena, shown, count, into);
        return;
    }
    struct value figure = model_figure(arena, into);
    value_set_text(arena, figure, "title", found_title(arena, shown, count));
    value_set_format(arena, figure, "sub", SAY_FOUND_SUB, shown_words(arena, shown->told.everyone));
    for (size_t i = 0; i < count; i++) {
        found_row(arena, &shown[i], figure);
        say_rule(arena, shown[i].facts, into);
        say_whys(arena, &shown[i], into);
    }
    found_table(arena, shown, count, figure);
    for (size_t i = 0; i < count; i++)
        by_class(arena, &shown[i], into);
}

void findings_figure(struct arena *arena, const struct shown_findings *shown, size_t count,
                     struct value into)
{
    struct shown_findings *first = arena_array(arena, count, sizeof *first);
    size_t fresh = 0;
    for (size_t i = 0; i < count; i++)
        if (!shown[i].again)
            first[fresh++] = shown[i];
    if (fresh)
        bars(arena, first, fresh, into);
    for (size_t i = 0; i < count; i++)
        findings_parts(arena, &shown[i], into);
}
