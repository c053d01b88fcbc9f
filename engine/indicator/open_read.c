/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the worker gave of one call, read as if it lied. */
#include "indicator/open_private.h"
#include "record/spell.h"

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

/* --- events ----------------------------------------------------------------------------------- */

static bool take_part(const struct opened *opened, struct value list, size_t at,
                      struct parts *parts)
{
    int64_t place;
    if (!take_whole(list, at, 0, (int64_t)opened->event_count, &place))
        return false;
    parts->at = arena_grow(opened->arena, parts->at, parts->count, &parts->room, sizeof *parts->at);
    parts->at[parts->count++] = opened->events[place];
    return true;
}

static const struct event *standing(struct event *whole, bool at_end, day until)
{
    if (at_end)
        spell_put_at_end(whole);
    else if (until > whole->end.high) {
        whole->interval = true;
        whole->end.high = until;
    }
    return whole;
}

/* What stands for others may still go on after them; it never ends before they do. */
static bool take_standing(const struct opened *opened, struct value told, struct parts *parts,
                          const struct event **event)
{
    bool at_end;
    int64_t until;
    size_t before = parts->count;
    for (size_t i = 2; i < value_count(told); i++)
        if (!take_part(opened, told, i, parts))
            return false;
    if (parts->count == before || !take_yes(told, 0, &at_end) ||
        !take_whole(told, 1, DAY_FIRST, (int64_t)DAY_LAST + 1, &until))
        return false;
    struct event *whole = spell_of(parts->at + before, parts->count - before, opened->arena);
    *event = standing(whole, at_end, (day)until);
    return true;
}

/* `parts` gains those of the record that it is or stands for. */
static bool take_event(const struct opened *opened, struct value list, size_t at,
                       struct parts *parts, const struct event **event)
{
    struct value told = value_item(list, at);
    if (value_is(told, VALUE_TABLE))
        return take_standing(opened, told, parts, event);
    if (!take_part(opened, list, at, parts))
        return false;
    *event = parts->at[parts->count - 1];
    return true;
}

/* --- one turn --------------------------------------------------------------------------------- */

static bool take_anchor(const struct opened *opened, struct value told, struct turn *turn)
{
    const struct event *event;
    struct parts parts = {.count = 0};
    if (!take_event(opened, told, TURN_AT, &parts, &event))
        return false;
    turn->anchor = parts.at[0];
    turn->days = event->begin;
    return true;
}

static bool take_period(struct value told, struct turn *turn)
{
    int64_t first, last;
    if (!take_whole(told, TURN_AT, DAY_FIRST, DAY_LAST, &first) ||
        !take_whole(told, TURN_UNTIL, first, DAY_LAST, &last))
        return false;
    turn->days = (struct days){(day)first, (day)last};
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
    return turn->loop == LOOP_PERIODS ? take_period(told, turn) : take_anchor(opened, told, turn);
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

/* --- one finding ------------------------------------------------------------------------------ */

bool opened_take_noticed(const struct opened *opened, struct value told, struct noticed *noticed)
{
    struct value events = value_item(told, NOTICED_EVENTS);
    double number;
    noticed->count = value_count(events);
    noticed->value = value_item(told, NOTICED_VALUE);
    noticed->events = arena_array(opened->arena, noticed->count + 1, sizeof *noticed->events);
    for (size_t i = 0; i < noticed->count; i++)
        if (!take_event(opened, events, i, &noticed->parts, &noticed->events[i]))
            return opened_refuse_answer(opened);
    bool has_number = value_as_number(noticed->value, &number);
    if (!noticed->count || !(has_number || value_is(noticed->value, VALUE_NIL)) ||
        !take_yes(told, NOTICED_INEXACT, &noticed->inexact) ||
        !take_yes(told, NOTICED_SAME_DAY, &noticed->same_day))
        return opened_refuse_answer(opened);
    return take_word(opened, told, NOTICED_UNIT, "unit", &noticed->unit) &&
           take_word(opened, told, NOTICED_CLASS, "class", &noticed->class);
}
