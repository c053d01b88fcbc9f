/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The strip of a person's contacts over time: lanes with their marks, a key of the marks that
 * occur, and everything in it once more as a table. */
#include <string.h>

#include "ground/text.h"
#include "report/axis.h"
#include "report/model.h"
#include "report/sentences.h"
#include "report/strip.h"

enum { LANES_MOST = 10, ROWS_PAPER = 120 }; /* longer tables are not printed (alongside.css) */

static const char *const styles[HAPPENED_KINDS] = {
    [HAPPENED_MOVED] = "moved",   [HAPPENED_NOTHING] = "nothing", [HAPPENED_OPEN] = "open",
    [HAPPENED_THEIRS] = "theirs", [HAPPENED_TOLD] = "told",       [HAPPENED_REFUSED] = "refused",
    [HAPPENED_TAKEN] = "taken",   [HAPPENED_CRISIS] = "crisis",   [HAPPENED_OTHER] = "other",
    [HAPPENED_STAY] = "stay",
};

/* What is drawn on any lane: only that stands in the key. */
struct drawn {
    bool of[HAPPENED_KINDS];
    bool wait, help, span;
};

/* --- one lane --------------------------------------------------------------------------------- */

static day within(day at, struct days axis)
{
    return at < axis.low ? axis.low : at > axis.high ? axis.high : at;
}

static void add_span(struct arena *arena, struct value chart, const char *list, const char *style,
                     struct days days)
{
    struct value entry = model_entry(arena, chart, list);
    model_set_whole(arena, entry, "from", days.low);
    model_set_whole(arena, entry, "to", days.high);
    value_set_text(arena, entry, "style", style);
}

static void add_lines(const struct person_page *page, const struct strip_lane *lane,
                      struct days axis, struct drawn *drawn, struct value chart)
{
    day known = within(strip_known_until(page), axis);
    for (size_t i = 0; i < lane->helped_count; i++) {
        day until = lane->helped[i].until == DAY_LAST ? known : lane->helped[i].until;
        struct days days = {within(lane->helped[i].from, axis), within(until, axis)};
        drawn->help = true;
        add_span(page->arena, chart, "lines", "help", days);
    }
    for (size_t i = 0; i < lane->wait_count; i++) {
        const struct wait *wait = &lane->waits[i];
        struct days days = {within(wait->first->begin.low, axis),
                            wait->help ? within(wait->help->begin.high, axis) : known};
        if (days.high <= days.low || wait->near || wait->help == wait->first)
            continue;
        drawn->wait = true;
        add_span(page->arena, chart, "lines", "wait", days);
    }
}

/* The bar of an episode shows where it began and ended. */
static bool is_bar(const struct strip_lane *lane, const struct event *event)
{
    return lane->helped_count && strncmp(event->kind, "episode_", strlen("episode_")) == 0;
}

static void add_mark(const struct person_page *page, const struct event *event, enum happened what,
                     struct days axis, struct drawn *drawn, struct value chart)
{
    struct days days = {within(event->begin.low, axis), within(event->begin.high, axis)};
    if (!strip_is_dated(event))
        return;
    drawn->of[what] = true;
    if (what == HAPPENED_STAY) {
        day until = event->end.high == DAY_LAST ? strip_known_until(page) : event->end.high;
        days.high = within(until > days.low ? until : days.low + 1, axis);
        add_span(page->arena, chart, "lines", styles[what], days);
        return;
    }
    drawn->span |= days.low < days.high;
    add_span(page->arena, chart, "marks", styles[what], days);
}

/* A name as a sentence begins; with its month where another line has the same. */
static const char *heading(struct arena *arena, const struct strip_lane *lane)
{
    if (!lane->need)
        return SAY_LANE_NAMELESS;
    char *name = lane->twin ? arena_format(arena, SAY_LANE_TWIN, lane->need,
                                           days_words(arena, lane->events[0]->begin))
                            : arena_format(arena, SAY_LANE_NAME, lane->need);
    if (*name >= 'a' && *name <= 'z')
        *name += 'A' - 'a';
    return name;
}

static void add_lane(const struct person_page *page, const struct strip_lane *lane,
                     struct days axis, struct drawn *drawn, struct value figure)
{
    struct arena *arena = page->arena;
    struct value row = model_entry(arena, figure, "lanes"), chart = model_chart(arena, "lane");
    if (lane->own)
        value_set_text(arena, row, "own", lane->own);
    else
        value_set_text(arena, row, "strong", heading(arena, lane));
    value_set_text(arena, row, "says", strip_says(page, lane));
    model_set_whole(arena, chart, "from", axis.low);
    model_set_whole(arena, chart, "to", axis.high);
    add_lines(page, lane, axis, drawn, chart);
    for (size_t i = 0; i < lane->count; i++)
        if (!is_bar(lane, lane->events[i]))
            add_mark(page, lane->events[i], lane->what[i], axis, drawn, chart);
    value_set(arena, row, "chart", chart);
}

/* --- the key ---------------------------------------------------------------------------------- */

static void add_sign(struct arena *arena, bool stands, const char *style, const char *says,
                     struct value figure)
{
    if (!stands)
        return;
    struct value entry = model_entry(arena, figure, "key"), chart = model_chart(arena, "sign");
    value_set_text(arena, chart, "style", style);
    value_set_text(arena, entry, "says", says);
    value_set(arena, entry, "chart", chart);
}

static void add_key(struct arena *arena, const struct drawn *drawn, struct value figure)
{
    for (enum happened what = 0; what < HAPPENED_KINDS; what++)
        add_sign(arena, drawn->of[what], styles[what], strip_mark_says(what), figure);
    add_sign(arena, drawn->wait, "wait", SAY_MARK_WAIT, figure);
    add_sign(arena, drawn->help, "help", SAY_MARK_HELP, figure);
    add_sign(arena, drawn->span, "span", SAY_MARK_SPAN, figure);
}

/* --- the table -------------------------------------------------------------------------------- */

/* Where an event lies; no lane: on none. */
struct place {
    const struct strip_lane *lane;
    enum happened what;
};

/* Of every event of the record, in its order. */
static const struct place *places(const struct person_page *page, const struct strip_lane *lanes,
                                  size_t count)
{
    const struct record *record = &page->record;
    struct place *places = arena_array(page->arena, record->event_count, sizeof *places);
    for (size_t i = 0; i < count; i++)
        for (size_t e = 0; e < lanes[i].count; e++)
            places[lanes[i].events[e] - record->events] =
                (struct place){&lanes[i], lanes[i].what[e]};
    return places;
}

static const char *when(struct arena *arena, const struct event *event)
{
    if (!strip_is_dated(event))
        return SAY_STRIP_UNDATED;
    const char *from = days_words(arena, event->begin);
    if (!event->interval || event->end.high == DAY_LAST)
        return from;
    return arena_format(arena, SAY_STRIP_UNTIL, from, days_words(arena, event->end));
}

static void add_table(const struct person_page *page, const struct strip_lane *lanes, size_t count,
                      struct value figure)
{
    struct arena *arena = page->arena;
    struct value table = model_table(arena, figure, SAY_STRIP_CAPTION, SAY_STRIP_HEAD);
    const struct place *place = places(page, lanes, count);
    for (size_t i = 0; i < page->record.event_count; i++) {
        const struct event *event = &page->record.events[i];
        if (!place[i].lane)
            continue;
        const char *service = strip_service(event), *name = strip_name(page, place[i].lane);
        const char *cells[] = {name ? name : SAY_STRIP_NOT_WRITTEN,
                               strip_event_says(page, event, place[i].what),
                               service ? service : SAY_STRIP_NOT_WRITTEN, NULL};
        model_table_row(arena, table, when(arena, event), cells);
    }
}

/* --- the whole -------------------------------------------------------------------------------- */

static day latest(const struct strip_lane *lane)
{
    return lane->events[lane->count - 1]->begin.high;
}

/* Is it among the lanes that went on latest? */
static bool is_shown(const struct strip_lane *lanes, size_t count, size_t at)
{
    size_t later = 0;
    for (size_t i = count; i-- && later < LANES_MOST;)
        later += latest(&lanes[i]) > latest(&lanes[at]) ||
                 (latest(&lanes[i]) == latest(&lanes[at]) && i < at);
    return later < LANES_MOST;
}

static void add_notes(const struct person_page *page, const struct strip_lane *lanes, size_t count,
                      struct value figure)
{
    size_t undated = 0, rows = 0;
    for (size_t i = 0; i < count; i++) {
        rows += lanes[i].count;
        for (size_t e = 0; e < lanes[i].count; e++)
            undated += !strip_is_dated(lanes[i].events[e]);
    }
    if (count > LANES_MOST)
        model_say(page->arena, figure, "note", SAY_STRIP_FOLDED, (int)LANES_MOST, count);
    if (rows > ROWS_PAPER)
        model_say(page->arena, figure, "note", SAY_STRIP_PAPER,
                  count_text(page->arena, (int64_t)rows));
    if (undated)
        model_say(page->arena, figure, "note", SAY_STRIP_NO_DAY, undated);
}

void person_strip(struct person_page *page, struct value section)
{
    struct arena *arena = page->arena;
    struct drawn drawn = {0};
    const struct strip_lane *lanes = page->lanes;
    size_t count = page->lane_count;
    if (!count)
        return;
    struct value figure = model_figure(arena, section), axis = model_chart(arena, "days");
    value_set_text(arena, figure, "title", strip_title(page, lanes, count));
    value_set_text(arena, figure, "sub", SAY_STRIP_SUB);
    for (size_t i = 0; i < count; i++)
        if (is_shown(lanes, count, i))
            add_lane(page, &lanes[i], page->axis, &drawn, figure);
    axis_days(arena, page->axis, axis);
    value_set(arena, figure, "axis", axis);
    add_key(arena, &drawn, figure);
    add_notes(page, lanes, count, figure);
    add_table(page, lanes, count, figure);
}
