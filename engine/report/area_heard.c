/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who was heard, and who is missing. */
#include "ground/text.h"
#include "report/area.h"
#include "report/model.h"
#include "report/sentences.h"

static const char *heard_title(struct arena *arena, const struct shown_scale *shown)
{
    const char *all = shown_words(arena, shown->everyone);
    const char *heard = shown_words(arena, shown->heard);
    if (shown->heard.hidden)
        return arena_format(arena, SAY_HEARD_HIDDEN, all);
    if (shown->heard.rounded == 0)
        return arena_format(arena, SAY_HEARD_NONE, all);
    if (!is_some(shown->unheard))
        return arena_format(arena, SAY_HEARD_ALL, all, heard);
    return arena_format(arena, shown->of_twice ? SAY_HEARD_TWICE : SAY_HEARD, all, heard,
                        shown_words(arena, shown->unheard));
}

/* A number parted in two where both parts may be shown, else the number alone. */
static void parted_row(struct arena *arena, struct value figure, const char *const *strong,
                       const struct shown *whole, const struct shown *parts,
                       const char *const *styles)
{
    if (parts[0].hidden || parts[1].hidden) {
        people_row(arena, figure, strong[0], *whole, styles[0]);
        return;
    }
    people_row(arena, figure, strong[1], parts[0], styles[0]);
    people_row(arena, figure, strong[2], parts[1], styles[1]);
}

static void heard_rows(struct arena *arena, const struct shown_scale *shown, struct value figure)
{
    static const char *const heard[] = {SAY_ROW_HEARD, SAY_ROW_TWICE, SAY_ROW_ONCE};
    static const char *const unheard[] = {SAY_ROW_UNHEARD, SAY_ROW_BEFORE, SAY_ROW_NEVER};
    if (shown->of_twice && !shown->heard.hidden) {
        people_row(arena, figure, SAY_ROW_TWICE, shown->heard, "full");
        people_row(arena, figure, SAY_ROW_UNSEEN, shown->unheard, "open");
        return;
    }
    parted_row(arena, figure, heard, &shown->heard, (struct shown[]){shown->twice, shown->once},
               (const char *[]){"full", "pale"});
    parted_row(arena, figure, unheard, &shown->unheard,
               (struct shown[]){shown->before, shown->never}, (const char *[]){"open", "open"});
}

void heard_scale(struct arena *arena, const struct shown_scale *shown, struct value section)
{
    struct value figure = model_figure(arena, section);
    value_set_text(arena, figure, "title", heard_title(arena, shown));
    heard_rows(arena, shown, figure);
    set_dots(arena, figure, arena_format(arena, SAY_HEARD_SUB, shown->asked->scale->title));
}

/* 25 people and more: a dot and its range. 10 to 24: the counts and no mark. */
static void group_row(struct arena *arena, const struct shown_group *group, struct value figure)
{
    const char *strong = row_name(arena, group->label);
    const char *likely = likely_words(arena, group->share);
    struct value row = model_entry(arena, figure, "rows");
    const char *people = shown_words(arena, group->people);
    value_set_text(arena, row, "strong", strong);
    if (group->told.hidden) {
        value_set_format(arena, row, "says", SAY_GROUP_SHARE_HIDDEN, people);
        value_set(arena, row, "chart", model_chart(arena, "hidden"));
        return;
    }
    value_set_format(arena, row, "says", SAY_GROUP_SHARE, shown_words(arena, group->told), people);
    value_set_format(arena, row, "soft", SAY_SOFT, likely ? likely : SAY_GROUP_TOO_FEW);
    if (!likely)
        return;
    struct value chart = model_chart(arena, "interval");
    model_set_whole(arena, chart, "low", 0);
    model_set_whole(arena, chart, "high", 100);
    model_set_whole(arena, chart, "from", group->share.low);
    model_set_whole(arena, chart, "to", group->share.high);
    model_set_whole(arena, chart, "at", group->share.per_cent);
    value_set(arena, row, "chart", chart);
}

static void add_group(struct arena *arena, const struct shown_groups *shown,
                      const struct shown_group *group, struct value figure)
{
    if (!is_some(group->people))
        return;
    if (shown->has_told)
        group_row(arena, group, figure);
    else
        people_row(arena, figure, row_name(arena, group->label), group->people, "full");
}

static void say_rest(struct arena *arena, const struct shown_groups *shown, size_t rows,
                     struct value figure)
{
    if (rows && shown->told_hidden)
        model_say(arena, figure, "note", SAY_GROUPS_TOLD_HIDDEN);
    if (is_some(shown->not_asked))
        model_say(arena, figure, "note", SAY_GROUP_NOT_ASKED, shown_words(arena, shown->not_asked));
    if (is_some(shown->declined))
        model_say(arena, figure, "note", SAY_GROUP_DECLINED, shown_words(arena, shown->declined));
    if (is_some(shown->unknown))
        model_say(arena, figure, "note", SAY_GROUP_UNKNOWN, shown_words(arena, shown->unknown));
    model_say(arena, figure, "note", SAY_GROUP_REST);
}

static size_t group_rows(struct arena *arena, const struct shown_groups *shown, struct value figure)
{
    size_t rows = 0;
    for (size_t i = 0; i < shown->count; i++) {
        rows += is_some(shown->groups[i].people);
        add_group(arena, shown, &shown->groups[i], figure);
    }
    return rows;
}

/* A group that may not be shown has the same words whether it has nobody or nine; groups that the
 * agreed list does not name are one row, always there, so that it says nothing about who is. */
void heard_groups(struct arena *arena, const struct shown_groups *shown, struct value section)
{
    struct value figure = model_figure(arena, section);
    value_set_format(arena, figure, "title", shown->has_told ? SAY_GROUPS : SAY_GROUPS_COUNTS,
                     shown->field);
    size_t rows = group_rows(arena, shown, figure);
    set_dots(arena, figure, shown->has_told ? SAY_GROUPS_SUB : SAY_GROUPS_SUB_COUNTS);
    hidden_row(arena, figure, rows ? SAY_GROUP_OTHERS : SAY_GROUP_EVERY, SAY_GROUP_HIDDEN);
    if (shown->has_told)
        share_axis(arena, figure);
    say_rest(arena, shown, rows, figure);
}
