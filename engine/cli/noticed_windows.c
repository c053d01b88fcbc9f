/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where an indicator looked, how far that was observed and collected, and what would settle it
 * where it cannot be told. */
#include <string.h>

#include "cli/noticed.h"

static const char *is_or_are(const char *names)
{
    return strstr(names, " and ") ? "are" : "is";
}

/* --- where it looked -------------------------------------------------------------------------- */

static void put_seen(const struct indicator_window *window, day as_of, struct arena *arena,
                     struct text *out)
{
    if (window->unseen == DAY_NONE)
        text_put(out, "every day was observed");
    else
        text_format(out, "%s is the first day that %s", day_words(arena, window->unseen),
                    window->unseen > as_of ? "is still to come" : "was not observed");
    if (window->missing)
        text_format(out, "; %s %s not collected on every day", window->missing,
                    is_or_are(window->missing));
    else
        text_put(out, "; what it asks for is collected");
    text_put(out, ".\n");
}

static void put_window(const struct indicator_window *window, day as_of, struct arena *arena,
                       struct text *out)
{
    text_format(out, "  %s it, %s %s", window->after ? "After" : "Before",
                window->none_wanted ? "no" : "any", window->kinds);
    if (window->first)
        text_format(out, " of the same %s, since only the first is asked about", window->first);
    if (window->within >= 0)
        text_format(out, " within %d days", window->within);
    if (!window->none_wanted && !window->decides)
        text_put(out, " (told beside it; it decides nothing)");
    if (window->days.low == DAY_NONE || window->days.high == DAY_NONE) {
        text_put(out, ": no day was observed.\n");
        return;
    }
    text_format(out, ": from %s to %s, both days included; ", day_words(arena, window->days.low),
                day_words(arena, window->days.high));
    put_seen(window, as_of, arena, out);
}

/* Two looks at the same days say it once. */
static void put_new_window(const struct noticed *noticed, const struct indicator_window *window,
                           struct text *out)
{
    struct text line = {0};
    put_window(window, noticed->record->as_of, noticed->desk->arena, &line);
    if (!strstr(out->bytes, line.bytes))
        text_put(out, line.bytes);
    text_free(&line);
}

void noticed_windows(const struct noticed *noticed, struct text *out)
{
    const struct indicator_account *account = &noticed->account;
    if (!account->window_count)
        return;
    text_put(out, "\nWhere it looked\n");
    for (size_t i = 0; i < account->window_count; i++)
        put_new_window(noticed, &account->windows[i], out);
    text_format(out, "What it asks of them is said by: alongside explain %s\n",
                noticed->plugin->id);
}

/* --- what is missing -------------------------------------------------------------------------- */

/* In every look that leaves it open: what one of them finds may be missed by another. */
static bool put_missing(const struct noticed *noticed, struct text *out)
{
    struct arena *arena = noticed->desk->arena;
    size_t before = out->length;
    for (size_t i = 0; i < noticed->account.window_count; i++) {
        const struct indicator_window *window = &noticed->account.windows[i];
        if (!window->open || !window->missing)
            continue;
        const char *area = timeline_area(noticed->stored, window->days.high);
        const char *line = arena_format(
            arena, "%s %s not known to be collected%s%s on every day from %s to %s.\n",
            window->missing, is_or_are(window->missing), area ? " in " : "", area ? area : "",
            day_words(arena, window->days.low), day_words(arena, window->days.high));
        if (!strstr(out->bytes + before, line))
            text_put(out, line);
    }
    return out->length > before;
}

static void put_anchors_missing(const struct noticed *noticed, struct text *out)
{
    const char *area = timeline_area(noticed->stored, noticed->record->as_of);
    const char *kinds = noticed->rule
                            ? indicator_anchor_missing(noticed->rule->indicator, noticed->record,
                                                       noticed->desk->arena)
                            : NULL;
    text_format(out, "%s %s not known to be collected%s%s on every day that counts. ",
                kinds ? kinds : "What it asks about", kinds ? is_or_are(kinds) : "is",
                area ? " in " : "", area ? area : "");
}

static void put_not_collected(const struct noticed *noticed, struct text *out)
{
    if (!put_missing(noticed, out))
        put_anchors_missing(noticed, out);
    text_put(out, "It is settled where a file of collects says since when: area,kind,since\n");
}

static void put_other(const char *why, struct text *out)
{
    static const char *const words[][2] = {
        {"still_waiting",
         "What it waits for has not come yet. It is settled when that is recorded, "
         "or time is over."},
        {"declined", "An answer was declined, which stands."},
        {"no_anchor",
         "Nothing is known of this person on any day: no event, no answer, and no file "
         "of people that says since when they were observed."},
        {"plugin_failed", "The indicator's file could not be worked out on this person. It is "
                          "settled when the file is mended and has a new version."}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(words[i][0], why) == 0)
            text_format(out, "%s\n", words[i][1]);
}

void noticed_missing(const struct noticed *noticed, struct text *out)
{
    const char *why = noticed->finding->why;
    if (!*why)
        return;
    text_put(out, "\nWhat is missing, and what would settle it\n");
    if (strcmp(why, "followup_short") == 0 || strcmp(why, "gap") == 0)
        noticed_unseen(noticed, out);
    else if (strcmp(why, "kind_not_collected") == 0)
        put_not_collected(noticed, out);
    noticed_doubts(noticed, out);
    put_other(why, out);
}
