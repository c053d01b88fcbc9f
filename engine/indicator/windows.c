/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The days around an anchor that an indicator asks about, and what is known of them: for whoever
 * wants to see why it says what it says. */
#include "indicator/indicator_private.h"

/* --- the days --------------------------------------------------------------------------------- */

/* Of an inexact date every day that may be in the window. Without a limit it reaches to where
 * observation ends. */
static struct days window_days(const struct indicator_look *look, const struct record *record,
                               const struct event *anchor)
{
    const struct days *end = anchor->interval ? &anchor->end : &anchor->begin;
    bool open = look->look.within == WITHIN_ANY;
    if (look->side == LOOK_AFTER)
        return (struct days){end->low, open || end->high == DAY_LAST
                                           ? record_last_day(record)
                                           : end->high + look->look.within};
    return (struct days){open ? record_first_day(record) : anchor->begin.low - look->look.within,
                         anchor->begin.high};
}

/* The first of these days that was not observed, or DAY_NONE. */
static day first_unseen(const struct record *record, struct days days)
{
    day at = days.low;
    for (size_t i = 0; i < record->observed_count && at <= days.high; i++)
        if (record->observed[i].from <= at && at <= record->observed[i].until)
            at = record->observed[i].until + 1;
    return at <= days.high ? at : DAY_NONE;
}

static const char *kinds_text(const struct pattern *pattern, struct arena *arena)
{
    const char *text = "";
    for (size_t i = 0; i < pattern->kind_count; i++)
        text = arena_format(arena, "%s%s%s%s%s", text, i ? " or " : "", pattern->kinds[i].kind,
                            pattern->kinds[i].subtype ? "/" : "",
                            pattern->kinds[i].subtype ? pattern->kinds[i].subtype : "");
    return text;
}

struct indicator_window *indicator_windows(const struct indicator *indicator,
                                           const struct record *record, const struct event *anchor,
                                           struct arena *arena, size_t *count)
{
    struct indicator_window *all = arena_array(arena, indicator->look_count, sizeof *all);
    *count = indicator->look_count;
    for (size_t i = 0; i < indicator->look_count; i++) {
        const struct indicator_look *look = &indicator->looks[i];
        struct days days = window_days(look, record, anchor);
        all[i] = (struct indicator_window){
            .after = look->side == LOOK_AFTER,
            .none_wanted = look->negated,
            .decides = look->negated || look_decides(look),
            .kinds = kinds_text(&look->look.pattern, arena),
            .within = look->look.within,
            .days = days,
            .unseen = first_unseen(record, days),
            .missing = pattern_missing(&look->look.pattern, record, days.low, days.high)};
    }
    return all;
}

/* --- what is missing -------------------------------------------------------------------------- */

static const char *add_name(const char *names, size_t field, struct arena *arena)
{
    const char *name = record_field_name(field);
    return text_has_word(names, name)
               ? names
               : arena_format(arena, "%s%s%s", names, *names ? " " : "", name);
}

static bool says(const struct event *event, size_t field)
{
    return record_says(event, field) || (field == EVENT_thread && record_says(event, EVENT_need));
}

const char *indicator_not_recorded(const struct indicator *indicator, const struct event *anchor,
                                   struct arena *arena)
{
    const char *names = "";
    for (size_t i = 0; i < indicator->is_count; i++)
        if (condition_asks(&indicator->is[i], anchor).sure == PERHAPS)
            names = add_name(names, indicator->is[i].field, arena);
    for (size_t i = 0; i < indicator->look_count; i++) {
        const struct look *look = &indicator->looks[i].look;
        for (size_t k = 0; k < look->same_count; k++)
            if (!says(anchor, look->same[k].anchor))
                names = add_name(names, look->same[k].anchor, arena);
        for (size_t k = 0; k < look->differs_count; k++)
            if (!says(anchor, look->differs[k].anchor))
                names = add_name(names, look->differs[k].anchor, arena);
    }
    return names;
}

const char *indicator_anchor_missing(const struct indicator *indicator, const struct record *record,
                                     struct arena *arena)
{
    const char *missing = "";
    day first = record_first_day(record), last = record_last_day(record);
    for (size_t i = 0; record->observed_count && i < indicator->at_count; i++) {
        const char *kind = pattern_missing(&indicator->at[i], record, first, last);
        if (kind && !text_has_word(missing, kind))
            missing = arena_format(arena, "%s%s%s", missing, *missing ? ", " : "", kind);
    }
    return missing;
}
