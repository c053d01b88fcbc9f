/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was noticed, part by part: by what people say of themselves, by what it was about, by who
 * decided. Each part is looked at beside everyone who could be in one and of whom we could tell,
 * never beside another part; always in the agreed order. */
#include <string.h>

#include "ground/text.h"
#include "report/area.h"
#include "report/model.h"
#include "report/sentences.h"

static const struct parting {
    const char *by; /* NULL: a field in which people say who they are */
    const char *title, *others, *others_says, *hidden;
} partings[] = {
    {"need", SAY_BY_NEED, SAY_BY_NEED_OTHERS, SAY_HIDDEN, SAY_BY_NEED_HIDDEN},
    {"decided_by", SAY_BY_DECIDED, SAY_BY_DECIDED_OTHERS, SAY_HIDDEN, SAY_BY_DECIDED_HIDDEN},
    {NULL, SAY_BY_SAID, SAY_GROUP_OTHERS, SAY_GROUP_HIDDEN, SAY_BY_SAID_HIDDEN},
};

static const struct parting *parting_of(const char *by)
{
    const struct parting *parting = partings;
    while (parting->by && strcmp(parting->by, by) != 0)
        parting++;
    return parting;
}

static void share_chart(struct arena *arena, const struct shown_told *told,
                        const struct shown_told *whole, struct value row)
{
    struct value chart = model_chart(arena, "interval");
    model_set_whole(arena, chart, "low", 0);
    model_set_whole(arena, chart, "high", 100);
    model_set_whole(arena, chart, "from", told->share.low);
    model_set_whole(arena, chart, "to", told->share.high);
    model_set_whole(arena, chart, "at", told->share.per_cent);
    if (whole->share.known)
        model_set_whole(arena, chart, "zero", whole->share.per_cent);
    value_set(arena, row, "chart", chart);
}

/* For how many we cannot tell is said where it may be, and one note says what it means where it is
 * not: on every row it would drown the rest. */
static const char *part_words(struct arena *arena, const struct shown_told *told)
{
    if (told->assessable.hidden || is_some(told->cannot_tell))
        return told_words(arena, told);
    const char *whole = shown_words(arena, told->assessable);
    return told->found.hidden
               ? arena_format(arena, SAY_FOUND_OF_HIDDEN, whole)
               : arena_format(arena, SAY_FOUND_OF, shown_words(arena, told->found), whole);
}

/* 25 people and more: a dot and its range. 10 to 24: the counts and no mark. */
static void told_row(struct arena *arena, const char *strong, const struct shown_told *told,
                     const struct shown_told *whole, struct value figure)
{
    struct value row = model_entry(arena, figure, "rows");
    const char *likely = likely_words(arena, told->share);
    value_set_text(arena, row, "strong", strong);
    value_set_text(arena, row, "says", part_words(arena, told));
    if (likely)
        share_chart(arena, told, whole, row);
    else if (told->found.hidden)
        value_set(arena, row, "chart", model_chart(arena, "hidden"));
    if (likely || is_some(told->found))
        value_set_format(arena, row, "soft", SAY_SOFT, likely ? likely : SAY_GROUP_TOO_FEW);
}

/* The rows of the parts; gives how many of them have a mark. */
static size_t told_rows(struct arena *arena, const struct shown_findings *shown,
                        struct value figure)
{
    size_t marks = 0;
    for (size_t i = 0; i < shown->part_count; i++) {
        const struct shown_part *part = &shown->parts[i];
        if (!is_some(part->told.assessable))
            continue;
        told_row(arena, row_name(arena, part->label), &part->told, &shown->whole, figure);
        marks += part->told.share.known;
    }
    return marks;
}

/* Of those with an event to look at, nothing is said of all together where only the one or the
 * other number of them may be shown. */
static bool has_whole(const struct shown_findings *shown)
{
    const struct shown_told *whole = &shown->whole;
    return shown->by && (parting_of(shown->by)->by == NULL ||
                         (is_some(whole->assessable) && !whole->found.hidden));
}

/* Whom the rows are of, what is drawn of them, and how many were looked at. */
static const char *parted_sub(struct arena *arena, const struct shown_findings *shown, size_t marks)
{
    bool of_events = parting_of(shown->by)->by != NULL;
    const char *whom = !of_events         ? ""
                       : has_whole(shown) ? SAY_PARTS_OF_EVENTS " "
                                          : SAY_PARTS_OF_EVENTS_HIDDEN " ";
    const char *line = !has_whole(shown) || !shown->whole.share.known ? ""
                       : of_events                                    ? SAY_PARTS_LINE_ALL
                                                                      : SAY_PARTS_LINE_EVERYONE;
    const char *looked = marks == 0   ? SAY_LOOKED_NONE
                         : marks == 1 ? SAY_LOOKED_ONE
                                      : arena_format(arena, SAY_LOOKED, marks);
    return arena_format(arena, "%s" SAY_PARTS_SUB " %s", whom, line,
                        of_events && has_whole(shown) ? SAY_PARTS_MORE : "", looked);
}

static void parted_figure(struct arena *arena, const struct shown_findings *shown,
                          struct value into)
{
    const struct parting *parting = parting_of(shown->by);
    struct value figure = model_figure(arena, into);
    value_set_format(arena, figure, "title", parting->title, shown->facts->title,
                     spaced(arena, shown->by));
    if (has_whole(shown))
        told_row(arena, parting->by ? SAY_PART_ALL : SAY_PART_EVERYONE, &shown->whole,
                 &shown->whole, figure);
    value_set_text(arena, figure, "sub", parted_sub(arena, shown, told_rows(arena, shown, figure)));
    hidden_row(arena, figure, parting->others, parting->others_says);
    share_axis(arena, figure);
    model_say(arena, figure, "note", SAY_PARTS_REST);
}

static bool shows_a_part(const struct shown_findings *shown)
{
    bool shows = false;
    for (size_t i = 0; i < shown->part_count; i++)
        shows |= is_some(shown->parts[i].told.assessable) && !shown->parts[i].told.found.hidden;
    return shows;
}

/* Rows that are hidden one and all are no figure: that is said once, in the same words whether
 * there is no part or there are many. */
void findings_parts(struct arena *arena, const struct shown_findings *shown, struct value into)
{
    if (!shown->by)
        return;
    if (!shown->collected || !is_some(shown->told.found))
        model_say(arena, into, "says", SAY_NOT_PARTED, shown->facts->title);
    else if (shows_a_part(shown))
        parted_figure(arena, shown, into);
    else
        model_say(arena, into, "says", SAY_PARTS_HIDDEN, shown->facts->title,
                  parting_of(shown->by)->hidden);
}
