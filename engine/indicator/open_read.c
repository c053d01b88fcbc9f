/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the worker gave of one call, read as if it lied. */
#include "indicator/open_private.h"

bool opened_refuse(const struct opened *opened, const char *what)
{
    const struct plugin *plugin = opened->indicator->plugin;
    return fault_set(opened->fault, FAULT_ATTENTION, "%s:%d: find: %s", plugin->path,
                     plugin_line(plugin, "find"), what);
}

bool opened_refuse_answer(const struct opened *opened)
{
    return opened_refuse(opened,
                         "the program that runs plugins gave back what is no finding. Nothing of "
                         "it is used");
}

static bool take_whole(struct value list, size_t at, int64_t from, int64_t until, int64_t *number)
{
    struct value value = value_item(list, at);
    *number = value.whole;
    return value_is(value, VALUE_WHOLE) && value.whole >= from && value.whole < until;
}

static bool take_yes(struct value list, size_t at, bool *yes)
{
    struct value value = value_item(list, at);
    *yes = value.yes;
    return value_is(value, VALUE_YES_NO);
}

static bool take_anchor(const struct opened *opened, struct value told, struct turn *turn)
{
    int64_t at, until;
    if (turn->loop == LOOP_PERIODS) {
        bool good = take_whole(told, TURN_AT, DAY_FIRST, DAY_LAST, &at) &&
                    take_whole(told, TURN_UNTIL, at, DAY_LAST, &until);
        turn->days = good ? (struct days){(day)at, (day)until} : (struct days){0, 0};
        return good;
    }
    if (!take_whole(told, TURN_AT, 0, (int64_t)opened->event_count, &at) ||
        !take_whole(told, TURN_UNTIL, 0, 2, &until))
        return false;
    turn->anchor = opened->events[at];
    turn->days = until ? turn->anchor->end : turn->anchor->begin;
    return true;
}

bool opened_take_turn(const struct opened *opened, struct value told, struct turn *turn)
{
    int64_t open, why;
    *turn = (struct turn){.anchor = NULL};
    if (!take_whole(told, TURN_LOOP, 0, LOOP_KINDS, &turn->loop) ||
        !take_whole(told, TURN_NUMBER, 0, INT32_MAX, &turn->number) ||
        !take_whole(told, TURN_OPEN, 0, WHY_COUNT, &open) ||
        !take_whole(told, TURN_WHY, 0, WHY_COUNT, &why) ||
        !take_yes(told, TURN_WINDOW, &turn->window))
        return false;
    turn->open = (enum why)open;
    turn->why = (enum why)why;
    return take_anchor(opened, told, turn);
}

/* Only what the file itself says: no text can be made of what a person's record holds. */
static bool take_word(const struct opened *opened, struct value told, size_t at, const char *name,
                      const char **word)
{
    struct value value = value_item(told, at);
    *word = value_is(value, VALUE_NIL) ? "" : value_as_text(value);
    if (!*word || (**word && !text_is_id(*word)))
        return opened_refuse_answer(opened);
    if (**word && !open_says(opened->indicator, *word))
        return opened_refuse(opened,
                             arena_format(opened->arena,
                                          "found { } gives a %s that does not stand in the file in "
                                          "quotes. Write each one out: \"made_worse\"",
                                          name));
    return true;
}

/* --- what it cites ---------------------------------------------------------------------------- */

static void put_at_its_end(struct event *event)
{
    event->begin = event->end;
    event->time = event->interval ? event->until_time : event->time;
    event->seq = event->interval ? -1 : event->seq;
    event->interval = false;
}

/* One event that stands for these, as a spell or, `at_end`, where they end. */
static const struct event *stand_in(const struct opened *opened, const struct event **parts,
                                    size_t count, bool at_end)
{
    struct event *event = arena_take(opened->arena, sizeof *event);
    struct spell *spell = arena_take(opened->arena, sizeof *spell);
    *event = *parts[0];
    *spell = (struct spell){.parts = parts, .count = count, .settled = DAY_NONE};
    event->spell = spell;
    for (size_t i = 1; i < count; i++) {
        event->interval = true;
        event->begin.high = day_earlier(event->begin.high, parts[i]->begin.high);
        event->end.low = day_later(event->end.low, parts[i]->end.low);
        event->end.high = day_later(event->end.high, parts[i]->end.high);
        event->until_time = -1;
    }
    if (at_end)
        put_at_its_end(event);
    return event;
}

static bool take_part(const struct opened *opened, struct value list, size_t at,
                      struct noticed *noticed, const struct event **event)
{
    int64_t place;
    if (!take_whole(list, at, 0, (int64_t)opened->event_count, &place))
        return false;
    *event = opened->events[place];
    noticed->parts = arena_grow(opened->arena, noticed->parts, noticed->part_count,
                                &noticed->part_room, sizeof *noticed->parts);
    noticed->parts[noticed->part_count++] = *event;
    return true;
}

static bool take_cited(const struct opened *opened, struct value list, size_t at,
                       struct noticed *noticed)
{
    bool at_end;
    struct value told = value_item(list, at);
    size_t count = value_count(told);
    if (!value_is(told, VALUE_TABLE))
        return take_part(opened, list, at, noticed, &noticed->events[at]);
    if (count < 2 || !take_yes(told, 0, &at_end))
        return false;
    const struct event **parts = arena_array(opened->arena, count, sizeof *parts);
    for (size_t i = 1; i < count; i++)
        if (!take_part(opened, told, i, noticed, &parts[i - 1]))
            return false;
    noticed->events[at] = stand_in(opened, parts, count - 1, at_end);
    return true;
}

/* --- one finding ------------------------------------------------------------------------------ */

bool opened_take_noticed(const struct opened *opened, struct value told, struct noticed *noticed)
{
    struct value events = value_item(told, NOTICED_EVENTS);
    double number;
    noticed->count = value_count(events);
    noticed->value = value_item(told, NOTICED_VALUE);
    noticed->events = arena_array(opened->arena, noticed->count + 1, sizeof *noticed->events);
    for (size_t i = 0; i < noticed->count; i++)
        if (!take_cited(opened, events, i, noticed))
            return opened_refuse_answer(opened);
    bool has_number = value_as_number(noticed->value, &number);
    if (!noticed->count || !(has_number || value_is(noticed->value, VALUE_NIL)) ||
        !take_yes(told, NOTICED_INEXACT, &noticed->inexact) ||
        !take_yes(told, NOTICED_SAME_DAY, &noticed->same_day))
        return opened_refuse_answer(opened);
    return take_word(opened, told, NOTICED_UNIT, "unit", &noticed->unit) &&
           take_word(opened, told, NOTICED_CLASS, "class", &noticed->class);
}
