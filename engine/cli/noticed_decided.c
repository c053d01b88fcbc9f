/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which events decided that nothing is found, and which leave it open. Nothing of what the person
 * keeps to themselves. */
#include <string.h>

#include "cli/noticed.h"

enum { EVENTS_SAID = 5 };

static const char *event_words(const struct noticed *noticed, const struct event *event)
{
    return arena_format(noticed->desk->arena, "%s, %s (%s)",
                        shelf_label(&noticed->desk->shelf, "kind", event->kind),
                        days_words(noticed->desk->arena, event->begin), event->id);
}

/* Whose account it is may be recorded, and not be the one that the rule asks for. */
static const char *fields_words(const struct noticed *noticed, const struct indicator_doubt *doubt)
{
    const char *text = "", *at = doubt->fields, *name;
    struct arena *arena = noticed->desk->arena;
    size_t length;
    while (text_word(&at, &name, &length)) {
        const char *field = arena_copy(arena, name, length);
        size_t number = record_field(field);
        bool others = (number == EVENT_outcome_by || number == EVENT_purpose_by) &&
                      record_says(doubt->event, number);
        text = arena_format(arena, "%s%s%s%s", text, *text ? " and " : "", field,
                            others ? " (there is another's account only)" : "");
    }
    return text;
}

static const char *names_and(const struct noticed *noticed, const char *names)
{
    const char *text = "", *name;
    size_t length;
    while (text_word(&names, &name, &length))
        text = arena_format(noticed->desk->arena, "%s%s%.*s", text, *text ? " and " : "",
                            (int)length, name);
    return text;
}

static void put_doubt(const struct noticed *noticed, const struct indicator_doubt *doubt,
                      struct text *out)
{
    const struct event *event = doubt->event;
    const char *why = noticed->finding->why, *words = event_words(noticed, event);
    if (*doubt->fields)
        text_format(out, "Not recorded of %s: %s.\n", words, fields_words(noticed, doubt));
    else if (strcmp(why, "order_unknown") == 0)
        text_format(out, "The place in the day is not known of %s.\n", words);
    else if (event->begin.low == event->begin.high)
        text_format(out, "The day on which it ended is not known of %s.\n", words);
    else
        text_format(out, "The day is not known of %s.\n", words);
}

/* In order of time; nothing of what the person keeps to themselves. False where there is none. */
static bool put_doubts(const struct noticed *noticed, struct text *out)
{
    size_t said = 0;
    for (size_t i = 0; i < noticed->record->event_count; i++)
        for (size_t k = 0; k < noticed->account.doubt_count; k++) {
            const struct indicator_doubt *doubt = &noticed->account.doubts[k];
            bool shown = doubt->event == &noticed->record->events[i] &&
                         !noticed_is_kept(noticed, doubt->event->id);
            if (shown && said++ < EVENTS_SAID)
                put_doubt(noticed, doubt, out);
        }
    if (said > EVENTS_SAID)
        text_format(out, "The same of %zu more.\n", said - EVENTS_SAID);
    return said > 0;
}

void noticed_doubts(const struct noticed *noticed, struct text *out)
{
    static const char *const words[][3] = {
        {"not_recorded", "Something that decides is not recorded of an event around it.\n",
         "It is settled where a correction says it.\n"},
        {"date_not_exact", "The day of an event around it is not known.\n",
         "It is settled where a correction gives the day.\n"},
        {"order_unknown", "Two things happened on one day.\n",
         "It is settled where both have a time, or a place in the day (seq).\n"}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(words[i][0], noticed->finding->why) == 0) {
            text_put(out, put_doubts(noticed, out) ? "" : words[i][1]);
            text_put(out, words[i][2]);
        }
}

/* --- what decided ----------------------------------------------------------------------------- */

/* What two looks find is said once. */
static void put_there(const struct noticed *noticed, const struct indicator_window *window,
                      struct text *out)
{
    size_t said = 0;
    for (size_t i = 0; i < window->event_count; i++) {
        const char *line = arena_format(noticed->desk->arena, "%s it there was %s.\n",
                                        window->after ? "After" : "Before",
                                        event_words(noticed, window->events[i]));
        bool is_new = !out->length || !strstr(out->bytes, line);
        if (is_new && !noticed_is_kept(noticed, window->events[i]->id) && said++ < EVENTS_SAID)
            text_put(out, line);
    }
    if (said > EVENTS_SAID)
        text_format(out, "The same of %zu more.\n", said - EVENTS_SAID);
}

static void put_not_there(const struct noticed *noticed, const struct indicator_window *window,
                          struct text *out)
{
    struct arena *arena = noticed->desk->arena;
    text_format(out, "%s it %s%s that fits was found", window->after ? "After" : "Before",
                window->least > 1 ? arena_format(arena, "fewer than %d of ", window->least) : "no ",
                window->kinds);
    if (window->days.low != DAY_NONE && window->days.high != DAY_NONE)
        text_format(out, " from %s to %s", day_words(arena, window->days.low),
                    day_words(arena, window->days.high));
    text_put(out, ".\n");
}

void noticed_decided(const struct noticed *noticed, struct text *out)
{
    const struct indicator_account *account = &noticed->account;
    struct text said = {0};
    if (strcmp(noticed->finding->state, "not_found") != 0 || !account->anchor)
        return;
    if (!account->fails)
        text_format(&said,
                    "Its function found nothing here. What it asks is said by: alongside "
                    "explain %s\n",
                    noticed->plugin->id);
    if (account->fails && *account->fails)
        text_format(&said, "What is recorded of %s is not what it asks for: %s.\n",
                    event_words(noticed, account->anchor), names_and(noticed, account->fails));
    for (size_t i = 0; i < account->window_count; i++) {
        const struct indicator_window *window = &account->windows[i];
        if (window->fails && window->none_wanted)
            put_there(noticed, window, &said);
        else if (window->fails)
            put_not_there(noticed, window, &said);
    }
    if (said.length)
        text_format(out, "\nWhat decided\n%s", said.bytes);
    text_free(&said);
}
