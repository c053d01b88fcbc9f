/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random timelines of what an indicator reads, the same for the same file. */
#include <string.h>

#include "indicator/indicator_private.h"

enum { EVENTS_MOST = 7, START = 19723 /* 2024-01-01 */, BEFORE_START = 400 };

struct record record_copy(const struct record *record, struct arena *arena)
{
    struct record copy = *record;
    copy.events = arena_array(arena, record->event_count + 1, sizeof *copy.events);
    copy.observed = arena_array(arena, record->observed_count + 1, sizeof *copy.observed);
    copy.collected = arena_array(arena, record->collected_count + 1, sizeof *copy.collected);
    if (record->event_count)
        memcpy(copy.events, record->events, record->event_count * sizeof *copy.events);
    if (record->observed_count)
        memcpy(copy.observed, record->observed, record->observed_count * sizeof *copy.observed);
    if (record->collected_count)
        memcpy(copy.collected, record->collected, record->collected_count * sizeof *copy.collected);
    return copy;
}

struct drawing {
    struct chance *chance;
    const struct indicator *indicator;
    struct arena *arena;
    int widest; /* days of the widest window */
};

static const struct pattern *pattern_at(const struct indicator *indicator, size_t index)
{
    return index < indicator->at_count
               ? &indicator->at[index]
               : &indicator->looks[index - indicator->at_count].look.pattern;
}

static const char *pick_word(struct drawing *drawing, const char *words)
{
    const char *word = "", *picked = NULL;
    size_t length, seen = 0;
    while (text_word(&words, &word, &length))
        if (chance_below(drawing->chance, (uint32_t)++seen) == 0)
            picked = arena_copy(drawing->arena, word, length);
    return picked;
}

/* One of the codes that the condition names, another of the list, or nothing. */
static const char *pick_value(struct drawing *drawing, const struct condition *condition)
{
    const char *codes =
        condition->field < EVENT_COLUMN_COUNT ? event_column[condition->field].codes : NULL;
    switch (chance_below(drawing->chance, 4)) {
    case 0:
        return NULL;
    case 1:
        return codes ? pick_word(drawing, codes) : "other";
    default:
        return condition->code_count
                   ? condition
                         ->codes[chance_below(drawing->chance, (uint32_t)condition->code_count)]
                   : "other";
    }
}

static void set_field(struct event *event, size_t field, const char *value)
{
    if (field < EVENT_COLUMN_COUNT)
        event->field[field] = value;
    else
        event->taken[field - EVENT_COLUMN_COUNT] = value;
}

static void draw_ties(struct drawing *drawing, struct event *event)
{
    static const char *const keys[] = {NULL, "t1", "t1", "t2"};
    static const char *const needs[] = {NULL, "housing", "housing", "money"};
    event->field[EVENT_thread] = keys[chance_below(drawing->chance, 4)];
    event->field[EVENT_need] = needs[chance_below(drawing->chance, 4)];
    event->field[EVENT_service] = keys[chance_below(drawing->chance, 4)];
    event->field[EVENT_to] = keys[chance_below(drawing->chance, 4)];
}

static void draw_conditions(struct drawing *drawing, const struct condition *conditions,
                            size_t count, struct event *event)
{
    for (size_t i = 0; i < count; i++)
        set_field(event, conditions[i].field, pick_value(drawing, &conditions[i]));
}

static void draw_fields(struct drawing *drawing, struct event *event)
{
    const struct indicator *indicator = drawing->indicator;
    const struct pattern *own = pattern_at(
        indicator,
        chance_below(drawing->chance, (uint32_t)(indicator->at_count + indicator->look_count)));
    const struct pattern_kind *kind =
        &own->kinds[chance_below(drawing->chance, (uint32_t)own->kind_count)];
    draw_ties(drawing, event);
    draw_conditions(drawing, own->conditions, own->condition_count, event);
    draw_conditions(drawing, indicator->is, indicator->is_count, event);
    for (size_t i = 0; i < indicator->way_count; i++)
        draw_conditions(drawing, indicator->ways[i].is, indicator->ways[i].is_count, event);
    event->kind = kind->kind;
    if (kind->subtype)
        event->field[EVENT_subtype] = kind->subtype;
}

static void draw_date(struct drawing *drawing, struct event *event)
{
    int year, month, date;
    day on = START + (day)chance_below(drawing->chance, (uint32_t)(2 * drawing->widest + 10));
    event->begin = (struct days){on, on};
    event->time = event->until_time = event->seq = -1;
    if (chance_below(drawing->chance, 3) == 0)
        event->time = (int)chance_below(drawing->chance, 24) * 60;
    if (chance_below(drawing->chance, 6) == 0) {
        day_parts(on, &year, &month, &date);
        event->begin = (struct days){on - date + 1, on - date + day_days_in(year, month)};
        event->time = -1;
    }
    event->end = event->begin;
}

/* What is asked of ends, or of stays, has some that end and some still running. */
static void draw_end(struct drawing *drawing, struct event *event)
{
    bool has_ends = strcmp(event->kind, "institution") == 0;
    for (size_t i = 0; i < drawing->indicator->at_count; i++)
        has_ends |= drawing->indicator->at[i].at_end;
    if (!has_ends || chance_below(drawing->chance, 2) == 0)
        return;
    day end = event->begin.high + (day)chance_below(drawing->chance, (uint32_t)drawing->widest);
    event->interval = true;
    event->end = (struct days){end, end};
    if (chance_below(drawing->chance, 5) == 0)
        event->end = (struct days){DAY_LAST, DAY_LAST};
}

/* Where days in an institution do not count, one event in six is such a stay. */
static void draw_stay(struct drawing *drawing, struct event *event)
{
    if (!drawing->indicator->in_community || chance_below(drawing->chance, 6) != 0)
        return;
    event->kind = "institution";
    event->field[EVENT_subtype] = "custody";
}

static int widest_window(const struct indicator *indicator)
{
    int widest = 30;
    for (size_t i = 0; i < indicator->look_count; i++)
        if (indicator->looks[i].look.within > widest)
            widest = indicator->looks[i].look.within;
    return widest;
}

struct record chance_record(struct chance *chance, const struct indicator *indicator,
                            struct arena *arena)
{
    struct drawing drawing = {chance, indicator, arena, widest_window(indicator)};
    size_t count = 1 + chance_below(chance, EVENTS_MOST);
    day until = START + (day)chance_below(chance, (uint32_t)(4 * drawing.widest + 40));
    struct record record = {.person = "p001", .collects_everything = true, .as_of = until};
    record.events = arena_array(arena, count, sizeof *record.events);
    for (size_t i = 0; i < count; i++) {
        struct event *event = &record.events[record.event_count];
        draw_fields(&drawing, event);
        draw_stay(&drawing, event);
        draw_date(&drawing, event);
        draw_end(&drawing, event);
        event->id = arena_format(arena, "e%zu", i + 1);
        record.event_count += event->begin.low <= until;
    }
    record_arrange(&record, arena);
    record_observe(&record, START - BEFORE_START - drawing.widest, until, arena);
    return record;
}
