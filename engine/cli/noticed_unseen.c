/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days that were not observed: what ended or broke observation. A death, a move and a no stand, so
 * nothing is offered that would go against them. */
#include <string.h>

#include "cli/noticed.h"

/* --- which day -------------------------------------------------------------------------------- */

/* The first day that is missing; `until` is the last that it takes, or DAY_NONE. */
static day missing_day(const struct noticed *noticed, day *until)
{
    const struct record *record = noticed->record;
    for (size_t i = 0; i < noticed->account.window_count; i++) {
        const struct indicator_window *window = &noticed->account.windows[i];
        *until = window->days.high;
        if (window->open && window->unseen != DAY_NONE)
            return window->unseen;
    }
    *until = DAY_NONE;
    return record->observed_count > 1 ? record->observed[0].until + 1 : DAY_NONE;
}

/* --- what stands ------------------------------------------------------------------------------ */

static const struct days *alone_on(const struct noticed *noticed, day on)
{
    for (size_t i = 0; i < noticed->stored->alone_count; i++)
        if (noticed->stored->alone[i].low <= on && on <= noticed->stored->alone[i].high)
            return &noticed->stored->alone[i];
    return NULL;
}

/* An event of this kind that begins on or before the day and may be shown. */
static const struct event *event_before(const struct noticed *noticed, const char *kind, day on)
{
    for (size_t i = 0; i < noticed->record->event_count; i++) {
        const struct event *event = &noticed->record->events[i];
        if (strcmp(event->kind, kind) == 0 && event->begin.low <= on &&
            !noticed_is_kept(noticed, event->id))
            return event;
    }
    return NULL;
}

/* What ended it and stands, as a sentence without its full stop; NULL: nothing that does. */
static const char *what_stands(const struct noticed *noticed, day on)
{
    struct arena *arena = noticed->desk->arena;
    const struct days *alone = alone_on(noticed, on);
    const struct event *death = event_before(noticed, "death", on);
    const struct event *move = event_before(noticed, "moved_away", on);
    if (alone)
        return arena_format(arena,
                            "This person said no to being accompanied on %s, and nothing is "
                            "observed while that holds",
                            day_words(arena, alone->low - 1));
    if (death)
        return arena_format(arena, "Observation ended with this person's death, %s",
                            days_words(arena, death->begin));
    if (move)
        return arena_format(arena, "Observation ended when this person moved away, %s",
                            days_words(arena, move->begin));
    return NULL;
}

/* --- what may be mended ----------------------------------------------------------------------- */

/* An interval that was not observed and covers the day, or may. */
static const struct event *gap_on(const struct noticed *noticed, day on)
{
    for (size_t i = 0; i < noticed->record->event_count; i++) {
        const struct event *event = &noticed->record->events[i];
        if (strcmp(event->kind, "not_observed") == 0 && event->begin.low <= on &&
            on <= event->end.high && !noticed_is_kept(noticed, event->id))
            return event;
    }
    return NULL;
}

/* What a file of people may say otherwise, where it is that file that says it. */
static void put_said(const struct noticed *noticed, day on, struct text *out)
{
    struct arena *arena = noticed->desk->arena;
    const struct record *record = noticed->record;
    day first = record_first_day(record), last = record_last_day(record);
    if (first == DAY_NONE)
        text_put(out, " No day of this person was observed.\n");
    else if (on < first)
        text_format(out,
                    " Observation begins on %s. It is settled where a file of people says that it "
                    "began earlier (since).\n",
                    day_words(arena, first));
    else if (timeline_says(noticed->stored, "until", record->as_of))
        text_format(out,
                    " A file of people says that observation ended on %s (until). It is settled "
                    "where a later row says otherwise.\n",
                    day_words(arena, last));
    else
        text_format(out, " Observation ended on %s.\n", day_words(arena, last));
}

static void put_remedy(const struct noticed *noticed, day on, struct text *out)
{
    const struct event *gap = gap_on(noticed, on);
    if (gap)
        text_format(out,
                    " They lie in %s, %s (%s). It is settled where that is corrected or taken "
                    "back.\n",
                    shelf_label(&noticed->desk->shelf, "kind", gap->kind),
                    days_words(noticed->desk->arena, gap->begin), gap->id);
    else if (record_is_observed(noticed->record, on, on))
        text_put(out, " They are days in an institution, which are not counted here.\n");
    else
        put_said(noticed, on, out);
}

/* --- in words --------------------------------------------------------------------------------- */

static void put_until(const struct noticed *noticed, day on, day until, struct text *out)
{
    struct arena *arena = noticed->desk->arena;
    if (until != DAY_NONE)
        text_format(out, "Observed days are missing from %s on; it takes every day to %s.",
                    day_words(arena, on), day_words(arena, until));
    else
        text_format(out, "Observed days are missing from %s on.", day_words(arena, on));
}

void noticed_unseen(const struct noticed *noticed, struct text *out)
{
    day until, on = missing_day(noticed, &until);
    if (on == DAY_NONE) {
        text_put(out, "Days on which this person was not observed are missing.\n");
        return;
    }
    const char *stands = what_stands(noticed, on);
    if (stands)
        text_format(out, "%s. ", stands);
    put_until(noticed, on, until, out);
    if (stands)
        text_put(out, " That stands, and this stays open.\n");
    else if (on > noticed->record->as_of)
        text_put(out, " Those days are still to come: it can be told later.\n");
    else
        put_remedy(noticed, on, out);
}
