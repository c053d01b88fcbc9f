/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is in a person's life, as they named them: one row a tie, from when it was first named to
 * when it was last named or had ended. Labels only, never names. */
#include <string.h>

#include "report/axis.h"
#include "report/model.h"
#include "report/sentences.h"

struct tie {
    const char *key, *kind; /* key: the person's word for it; either may be NULL */
    size_t named;           /* how often, endings left out */
    struct days first, last, ended;
    bool is_ended, again; /* again: said to be back */
};

struct ties {
    struct tie *list;
    size_t count;
};

/* --- from events ------------------------------------------------------------------------------ */

static bool same(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

static struct tie *tie_of(struct ties *ties, const struct event *event)
{
    const char *key = event->field[EVENT_tie], *kind = event->field[EVENT_subtype];
    for (size_t i = 0; i < ties->count; i++)
        if (same(ties->list[i].key, key) && (key || same(ties->list[i].kind, kind)))
            return &ties->list[i];
    ties->list[ties->count] = (struct tie){.key = key, .kind = kind};
    return &ties->list[ties->count++];
}

static void take(struct ties *ties, const struct event *event)
{
    struct tie *tie = tie_of(ties, event);
    const char *status = event->field[EVENT_status];
    tie->is_ended = status && strcmp(status, "ended") == 0;
    if (tie->is_ended) {
        tie->ended = event->begin;
        return;
    }
    tie->again = status && strcmp(status, "renewed") == 0;
    if (tie->named++ == 0)
        tie->first = event->begin;
    tie->last = event->begin;
}

/* Events come in the order of their days. */
static struct ties read_ties(const struct person_page *page)
{
    struct ties ties = {arena_array(page->arena, page->record.event_count, sizeof *ties.list), 0};
    for (size_t i = 0; i < page->record.event_count; i++) {
        const struct event *event = &page->record.events[i];
        if (strcmp(event->kind, "network_tie") == 0 && person_in_period(page, event->begin.low))
            take(&ties, event);
    }
    return ties;
}

/* --- sentences -------------------------------------------------------------------------------- */

static const char *kind_words(const char *kind)
{
    static const struct {
        const char *kind, *words;
    } known[] = {
        {"family", SAY_TIE_FAMILY},
        {"friend", SAY_TIE_FRIEND},
        {"peer", SAY_TIE_PEER},
        {"interest", SAY_TIE_INTEREST},
        {"neighbour", SAY_TIE_NEIGHBOUR},
        {"community_group", SAY_TIE_GROUP},
        {"work_or_volunteering", SAY_TIE_WORK},
        {"online", SAY_TIE_ONLINE},
    };
    for (size_t i = 0; kind && i < sizeof known / sizeof *known; i++)
        if (strcmp(known[i].kind, kind) == 0)
            return known[i].words;
    return SAY_TIE_OTHER;
}

/* A label as a sentence begins. */
static const char *beginning(struct arena *arena, const char *label)
{
    char *begun = arena_text(arena, label);
    if (*begun >= 'a' && *begun <= 'z')
        *begun += 'A' - 'a';
    return begun;
}

/* As exactly as it is known, and no finer than months. */
static const char *month_words(struct arena *arena, struct days days)
{
    return days.low == days.high ? day_month_words(arena, days.low) : days_words(arena, days);
}

static const char *tie_words(struct arena *arena, const struct tie *tie)
{
    const char *ended = tie->is_ended ? month_words(arena, tie->ended) : NULL;
    if (!tie->named)
        return arena_format(arena, SAY_TIE_ENDED_ONLY, ended);
    const char *first = month_words(arena, tie->first), *last = month_words(arena, tie->last);
    if (ended)
        return arena_format(arena, SAY_TIE_ENDED, first, ended);
    if (tie->named == 1 || strcmp(first, last) == 0)
        return arena_format(arena, SAY_TIE_NAMED, first);
    return arena_format(arena, tie->again ? SAY_TIE_AGAIN : SAY_TIE_FROM_TO, first, last);
}

/* --- the picture ------------------------------------------------------------------------------ */

static day within(day at, struct days axis)
{
    return at < axis.low ? axis.low : at > axis.high ? axis.high : at;
}

static struct value lane(struct arena *arena, const struct tie *tie, struct days axis)
{
    struct value chart = model_chart(arena, "lane");
    day end = within(tie->is_ended ? tie->ended.high : tie->last.high, axis);
    model_set_whole(arena, chart, "from", axis.low);
    model_set_whole(arena, chart, "to", axis.high);
    struct value line = model_entry(arena, chart, "lines");
    model_set_whole(arena, line, "from", within(tie->named ? tie->first.low : end, axis));
    model_set_whole(arena, line, "to", end);
    value_set_text(arena, line, "style", "tie");
    if (!tie->is_ended)
        value_add(arena, model_list(arena, chart, "rings"), value_whole(end));
    return chart;
}

static void add_row(struct arena *arena, const struct tie *tie, struct days axis,
                    struct value figure)
{
    struct value row = model_entry(arena, figure, "lanes");
    value_set_text(arena, row, "says",
                   tie->key ? beginning(arena, tie->key) : kind_words(tie->kind));
    value_set_text(arena, row, "soft", tie_words(arena, tie));
    value_set(arena, row, "chart", lane(arena, tie, axis));
}

/* --- the whole -------------------------------------------------------------------------------- */

static const char *people(struct arena *arena, size_t count)
{
    return count == 1 ? SAY_TIE_PERSON_ONE : arena_format(arena, SAY_TIE_PEOPLE, count);
}

/* How many were named in the month of the first, and by the month of the last. */
static const char *title(struct arena *arena, const struct ties *ties)
{
    struct days first = ties->list[0].named ? ties->list[0].first : ties->list[0].ended,
                last = first;
    size_t early = 0;
    for (size_t i = 0; i < ties->count; i++) {
        struct days named = ties->list[i].named ? ties->list[i].first : ties->list[i].ended;
        early += strcmp(month_words(arena, named), month_words(arena, first)) == 0;
        last = named.high > last.high ? named : last;
    }
    if (early == ties->count)
        return arena_format(arena, SAY_TIES_ONCE, people(arena, early), month_words(arena, first));
    return arena_format(arena, SAY_TIES_GREW, people(arena, early), month_words(arena, first),
                        ties->count, month_words(arena, last));
}

static void add_figure(struct person_page *page, const struct ties *ties, struct value section)
{
    struct arena *arena = page->arena;
    struct days days = page->axis;
    struct value figure = model_figure(arena, section), axis = model_chart(arena, "days");
    value_set_text(arena, figure, "title", title(arena, ties));
    value_set_text(arena, figure, "sub", SAY_TIES_SUB);
    for (size_t i = 0; i < ties->count; i++)
        add_row(arena, &ties->list[i], days, figure);
    axis_days(arena, days, axis);
    value_set(arena, figure, "axis", axis);
    model_say(arena, figure, "note", SAY_TIES_COUNTS);
}

void person_ties(struct person_page *page, struct value section)
{
    struct ties ties = read_ties(page);
    if (ties.count)
        add_figure(page, &ties, section);
    else
        model_say(page->arena, section, "says", SAY_NO_TIES);
    model_say(page->arena, section, "beside", SAY_TIES_LABELS);
}
