/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the examples must show: each of the three answers, and both sides of every window. */
#include <string.h>

#include "indicator/indicator_private.h"

struct cover {
    const struct indicator *indicator;
    struct faults *faults;
    bool found, not_found, cannot_tell;
    bool *last_day, *day_after; /* of each look */
    bool *way;                  /* was each way shown once? */
};

static void see_answer(struct cover *cover, size_t example)
{
    struct value table =
        value_item(value_get(cover->indicator->plugin->table, "examples"), example);
    struct value finds = value_get(table, "finds");
    int64_t number;
    if (value_as_text(finds))
        cover->cannot_tell = true;
    else if (value_as_whole(finds, &number))
        *(number ? &cover->found : &cover->not_found) = true;
    else
        *(value_count(finds) ? &cover->found : &cover->not_found) = true;
}

/* An event that fits but for the window shows one side of it. */
static void see_window(struct cover *cover, const struct indicator *with,
                       const struct record *record, size_t at, const struct event *anchor,
                       struct arena *arena)
{
    const struct indicator_look *look = &with->looks[at];
    struct look anywhere = look->look;
    anywhere.within = WITHIN_ANY;
    struct events among = pattern_events(&anywhere.pattern, record, arena);
    for (size_t i = 0; i < among.count; i++) {
        enum basis basis;
        const struct event *event = &among.at[i];
        if (look_fits(&anywhere, look->side, anchor, event, &basis).sure != SURELY)
            continue;
        struct days days = look_distance(look->side, anchor, event);
        cover->last_day[at] |= days.low == days.high && days.low == look->look.within;
        cover->day_after[at] |= days.low == days.high && days.low == look->look.within + 1;
    }
}

static void see_windows(struct cover *cover, size_t example, struct arena *arena)
{
    struct record record;
    const struct indicator *with =
        example_indicator(cover->indicator, example, arena, cover->faults);
    if (!example_record(cover->indicator, example, arena, &record, cover->faults))
        return;
    size_t count;
    const struct answer *answers = judge_record(with, &record, arena, &count);
    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; j < with->look_count; j++)
            see_window(cover, with, &record, j, answers[i].anchor, arena);
        if (answers[i].way)
            cover->way[answers[i].way - with->ways] = true;
    }
}

static void say_answers(const struct cover *cover)
{
    const struct {
        bool shown;
        const char *what, *how;
    } answers[] = {{cover->found, "found", "finds = 1"},
                   {cover->not_found, "not found", "finds = 0"},
                   {cover->cannot_tell, "cannot tell", "finds = \"cannot tell\""}};
    for (size_t i = 0; i < sizeof answers / sizeof *answers; i++)
        if (!answers[i].shown)
            plugin_say(cover->indicator->plugin, cover->faults, "examples",
                       "none shows %s. Add one with %s", answers[i].what, answers[i].how);
}

static void say_windows(const struct cover *cover)
{
    for (size_t i = 0; i < cover->indicator->look_count; i++) {
        const struct indicator_look *look = &cover->indicator->looks[i];
        if (look->look.within < 0 || (cover->last_day[i] && cover->day_after[i]))
            continue;
        plugin_say(
            cover->indicator->plugin, cover->faults, "examples",
            "none shows %s on %s of its window (%d and %d days). Add an example for each day",
            look->place,
            cover->last_day[i]    ? "the day after the last"
            : cover->day_after[i] ? "the last day"
                                  : "either side",
            look->look.within, look->look.within + 1);
    }
}

static void say_ways(const struct cover *cover)
{
    for (size_t i = 0; i < cover->indicator->way_count; i++)
        if (!cover->way[i])
            plugin_say(cover->indicator->plugin, cover->faults, "examples",
                       "none is found by the way `%s`. Add one", cover->indicator->ways[i].name);
}

void check_cover(const struct indicator *indicator, struct faults *faults)
{
    struct arena *arena = arena_new();
    struct cover cover = {.indicator = indicator, .faults = faults};
    cover.last_day = arena_array(arena, indicator->look_count + 1, sizeof(bool));
    cover.day_after = arena_array(arena, indicator->look_count + 1, sizeof(bool));
    cover.way = arena_array(arena, indicator->way_count + 1, sizeof(bool));
    for (size_t i = 0; i < example_count(indicator); i++) {
        see_answer(&cover, i);
        see_windows(&cover, i, arena);
    }
    say_answers(&cover);
    say_windows(&cover);
    say_ways(&cover);
    arena_free(arena);
}
