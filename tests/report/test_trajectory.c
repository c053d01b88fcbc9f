/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "page/page.h"
#include "report/trajectory.h"
#include "stats/stats.h"

struct made {
    struct arena *arena;
    struct plugin plugin;
    struct instrument instrument;
    struct scale scale;
    struct derived_score scores[8];
    struct answered answers[8];
    struct instrument later; /* another version, where an answer was given to it */
    size_t count;
    struct pinned notes[2];
    struct note_pins pins;
    struct said_once once;
    struct value model;
    const char *own;
};

static void start(struct made *made)
{
    *made = (struct made){.arena = arena_new()};
    made->plugin.table = value_nil();
    made->instrument = (struct instrument){.plugin = &made->plugin,
                                           .id = "swemwbs",
                                           .title = "Short scale",
                                           .version = "1",
                                           .source = "somewhere",
                                           .recall = "two weeks"};
    made->scale = (struct scale){.id = "wellbeing",
                                 .title = "Mental wellbeing",
                                 .has_range = true,
                                 .lowest = 7,
                                 .highest = 35,
                                 .digits = 2,
                                 .own_view = true,
                                 .has_sem = true,
                                 .sem = 1.03,
                                 .wobble_source = "a paper"};
}

static struct derived_score *keep(struct made *made, struct derived_score score)
{
    size_t at = made->count++;
    made->scores[at] = score;
    made->answers[at] = (struct answered){
        .score = &made->scores[at], .instrument = &made->instrument, .scale = &made->scale};
    return &made->scores[at];
}

static struct derived_score *answer(struct made *made, day date, int place, double value)
{
    return keep(made, (struct derived_score){.date = date,
                                             .place = place,
                                             .time = -1,
                                             .has_value = true,
                                             .value = value,
                                             .answered = 7,
                                             .of = 7});
}

static void no_score(struct made *made, day date)
{
    keep(made, (struct derived_score){.date = date,
                                      .time = -1,
                                      .reason = "6 of 7 answered",
                                      .answered = 6,
                                      .of = 7,
                                      .has_range = true,
                                      .lowest = 17.98,
                                      .highest = 20.73});
}

/* The last of them was given to another version. */
static void of_another_version(struct made *made)
{
    made->later = made->instrument;
    made->later.version = "2";
    made->answers[made->count - 1].instrument = &made->later;
}

static struct value figure(struct made *made)
{
    struct value section = value_table(made->arena);
    made->model = value_table(made->arena);
    struct trajectory trajectory = {.answers = made->answers,
                                    .count = made->count,
                                    .own = made->own,
                                    .axis = {day_of(2024, 5, 1), day_of(2026, 3, 31)},
                                    .pins = &made->pins,
                                    .once = &made->once,
                                    .foot = made->model};
    value_set_text(made->arena, section, "id", "scores");
    return trajectory_figure(made->arena, &trajectory, section);
}

/* Three answers over two years, the first and the latest of these. */
static void three(struct made *made, double first, double before, double latest)
{
    start(made);
    answer(made, day_of(2024, 5, 8), 0, first);
    answer(made, day_of(2025, 12, 10), 0, before);
    answer(made, day_of(2026, 3, 11), 0, latest);
}

static const char *text_of(struct value map, const char *key)
{
    return value_as_text(value_get(map, key));
}

static bool list_says(struct value map, const char *key, const char *words)
{
    struct value list = value_get(map, key);
    for (size_t i = 0; i < value_count(list); i++)
        if (strstr(value_as_text(value_item(list, i)), words))
            return true;
    return false;
}

static bool notes_say(struct value figure, const char *words)
{
    return list_says(figure, "note", words);
}

static bool sub_says(struct made *made, const char *words)
{
    return strstr(text_of(figure(made), "sub"), words) != NULL;
}

static struct value point_of(struct value figure, size_t index)
{
    return value_item(value_get(value_get(figure, "chart"), "points"), index);
}

static void without_a_wobble_nothing_is_said_about_change(void **state)
{
    (void)state;
    struct made made;
    start(&made);
    made.scale.has_sem = false;
    answer(&made, day_of(2024, 5, 8), 0, 7);
    answer(&made, day_of(2025, 5, 8), 0, 20);
    answer(&made, day_of(2026, 3, 11), 0, 35);
    struct value made_figure = figure(&made);
    assert_string_equal(text_of(made_figure, "title"),
                        "“Mental wellbeing”: you answered 3 times, from May 2024 to March 2026");
    assert_non_null(strstr(text_of(made_figure, "sub"),
                           "From the first to the latest: cannot tell whether it changed, as no "
                           "wobble of this measure has been published that we know of."));
    assert_null(strstr(text_of(made_figure, "sub"), "Since"));
    struct value point = value_item(value_get(value_get(made_figure, "chart"), "points"), 0);
    assert_true(value_is(value_get(point, "half"), VALUE_NIL));
    arena_free(made.arena);
}

static void three_answers_say_the_change_from_first_to_latest(void **state)
{
    (void)state;
    struct made made;
    start(&made);
    answer(&made, day_of(2024, 5, 8), 0, 16.36);
    answer(&made, day_of(2025, 12, 10), 0, 20.73);
    answer(&made, day_of(2026, 3, 11), 0, 22.35);
    struct value made_figure = figure(&made);
    assert_string_equal(
        text_of(made_figure, "title"),
        "Your answers on “Mental wellbeing” rose by more than the measure’s wobble between "
        "May 2024 and March 2026");
    assert_non_null(
        strstr(text_of(made_figure, "sub"),
               "Since December 2025: about the same as last time, within this measure’s wobble."));
    struct value chart = value_get(made_figure, "chart");
    double half;
    assert_true(
        value_as_number(value_get(value_item(value_get(chart, "points"), 0), "half"), &half));
    assert_true(half == stats_soft_bar(1.03));
    assert_true(value_get(chart, "join").yes);
    arena_free(made.arena);
}

static void two_answers_are_not_compared_or_joined(void **state)
{
    (void)state;
    struct made made;
    start(&made);
    answer(&made, day_of(2024, 5, 8), 0, 7);
    answer(&made, day_of(2026, 3, 11), 0, 35);
    struct value made_figure = figure(&made);
    assert_string_equal(text_of(made_figure, "title"),
                        "“Mental wellbeing”: you answered twice, on 8 May 2024 and on 11 "
                        "March 2026");
    assert_null(strstr(text_of(made_figure, "sub"), "wobble"));
    assert_non_null(
        strstr(text_of(made_figure, "sub"),
               "Cannot tell whether it changed, as fewer than three answers could be scored."));
    assert_false(value_get(value_get(made_figure, "chart"), "join").yes);
    arena_free(made.arena);
}

static void an_answer_without_a_score_is_a_gap_with_its_reason(void **state)
{
    (void)state;
    struct made made;
    start(&made);
    answer(&made, day_of(2024, 5, 8), 0, 16.36);
    no_score(&made, day_of(2025, 2, 19));
    struct value made_figure = figure(&made);
    struct value point = value_item(value_get(value_get(made_figure, "chart"), "points"), 1);
    assert_true(value_is(value_get(point, "value"), VALUE_NIL));
    assert_string_equal(text_of(point, "none"), "not scored");
    struct value row = value_item(value_get(value_get(made_figure, "table"), "rows"), 1);
    assert_string_equal(text_of(row, "head"), "19 February 2025");
    assert_string_equal(value_as_text(value_item(value_get(row, "cells"), 0)), "not scored");
    assert_string_equal(value_as_text(value_item(value_get(row, "cells"), 1)),
                        "6 of 7 answered; what is missing could make it 17.98 to 20.73");
    arena_free(made.arena);
}

static void a_title_counts_answers_and_says_how_many_could_be_scored(void **state)
{
    (void)state;
    struct made made;
    start(&made);
    answer(&made, day_of(2024, 11, 13), 0, 16.36);
    no_score(&made, day_of(2025, 2, 19));
    assert_string_equal(text_of(figure(&made), "title"),
                        "“Mental wellbeing”: you answered twice; 1 of them could be scored, on 13 "
                        "November 2024");
    no_score(&made, day_of(2025, 3, 19));
    answer(&made, day_of(2025, 5, 8), 0, 20.73);
    assert_string_equal(text_of(figure(&made), "title"),
                        "“Mental wellbeing”: you answered 4 times; 2 of them could be scored, on "
                        "13 November 2024 and on 8 May 2025");
    made.scale.has_sem = false;
    answer(&made, day_of(2025, 6, 8), 0, 20.73);
    assert_string_equal(text_of(figure(&made), "title"),
                        "“Mental wellbeing”: you answered 5 times; 3 of them could be scored, from "
                        "November 2024 to June 2025");
    arena_free(made.arena);
}

/* A time at which every question was left open is no answer. */
static void a_blank_form_is_not_counted_as_answered(void **state)
{
    (void)state;
    struct made made;
    start(&made);
    answer(&made, day_of(2024, 11, 13), 0, 16.36);
    no_score(&made, day_of(2025, 2, 19));
    made.scores[1].answered = 0;
    assert_string_equal(text_of(figure(&made), "title"),
                        "“Mental wellbeing”: you answered once, on 13 November 2024");
    arena_free(made.arena);
}

static void nothing_scored_is_said_and_is_no_zero(void **state)
{
    (void)state;
    struct made made;
    start(&made);
    no_score(&made, day_of(2025, 2, 19));
    struct value made_figure = figure(&made);
    assert_string_equal(text_of(made_figure, "title"),
                        "“Mental wellbeing”: none of these answers could be scored");
    assert_true(value_is(
        value_get(value_item(value_get(value_get(made_figure, "chart"), "points"), 0), "value"),
        VALUE_NIL));
    arena_free(made.arena);
}

static void an_order_has_no_dates(void **state)
{
    (void)state;
    struct made made;
    start(&made);
    answer(&made, 0, 1, 16.36);
    answer(&made, 0, 2, 17.43);
    answer(&made, 0, 4, 10);
    struct value made_figure = figure(&made);
    struct value chart = value_get(made_figure, "chart");
    int64_t to;
    assert_string_equal(text_of(made_figure, "title"), "“Mental wellbeing”: you answered 3 times");
    assert_non_null(strstr(text_of(made_figure, "sub"),
                           "cannot tell whether it changed, as only the order of the answers is "
                           "known, and not how far apart they were."));
    assert_true(value_get(chart, "order").yes);
    assert_true(value_as_whole(value_get(chart, "to"), &to) && to == 4);
    assert_string_equal(text_of(value_item(value_get(chart, "ticks"), 1), "label"), "second");
    assert_null(strstr(text_of(chart, "says"), "1970"));
    arena_free(made.arena);
}

static void bands_are_never_on_a_persons_page(void **state)
{
    (void)state;
    struct made made;
    struct step steps[] = {{7, 0, "low"}, {20, 0, "high"}};
    struct band_set bands = {"set", "someone", steps, 2};
    start(&made);
    made.scale.bands = &bands;
    made.scale.band_count = 1;
    for (int year = 2024; year <= 2026; year++)
        answer(&made, day_of(year, 1, 1), 0, 22);
    struct value made_figure = figure(&made);
    assert_null(strstr(text_of(made_figure, "title"), "high"));
    assert_true(value_is(value_get(value_get(made_figure, "chart"), "bands"), VALUE_NIL));
    assert_false(notes_say(made_figure, "someone"));
    arena_free(made.arena);
}

/* --- change ----------------------------------------------------------------------------------- */

static void down_beyond_the_wobble_is_said_as_plainly_as_up(void **state)
{
    (void)state;
    struct made made;
    three(&made, 22.35, 20.73, 16.36);
    struct value made_figure = figure(&made);
    assert_string_equal(
        text_of(made_figure, "title"),
        "Your answers on “Mental wellbeing” fell by more than the measure’s wobble between "
        "May 2024 and March 2026");
    assert_non_null(strstr(text_of(made_figure, "sub"),
                           "Since December 2025: more than this measure’s wobble, down."));
    arena_free(made.arena);
}

static void only_first_to_latest_and_the_latest_two_are_compared(void **state)
{
    (void)state;
    struct made made;
    start(&made);
    answer(&made, day_of(2024, 5, 8), 0, 20);
    answer(&made, day_of(2024, 8, 8), 0, 33);
    answer(&made, day_of(2025, 8, 8), 0, 20);
    answer(&made, day_of(2026, 3, 8), 0, 20);
    assert_string_equal(text_of(figure(&made), "title"),
                        "Your answers on “Mental wellbeing” were about the same in May 2024 and "
                        "March 2026, within the measure’s wobble");
    assert_null(strstr(text_of(figure(&made), "sub"), "more than"));
    arena_free(made.arena);
}

static void nothing_is_ever_called_better_or_worse(void **state)
{
    (void)state;
    static const char *const never[] = {"improved", "worsened", "recovered", "deteriorated"};
    struct made made;
    three(&made, 16, 20, 30);
    made.scale.better = BETTER_HIGHER;
    struct text json = {0};
    page_json(figure(&made), &json);
    for (size_t i = 0; i < sizeof never / sizeof *never; i++)
        assert_null(strstr(json.bytes, never[i]));
    assert_true(sub_says(&made, "scored from 7 to 35; a higher number is meant to be better."));
    text_free(&json);
    arena_free(made.arena);
}

static void another_version_breaks_the_line_and_nothing_is_compared_across_it(void **state)
{
    (void)state;
    struct made made;
    three(&made, 16, 20, 30);
    of_another_version(&made);
    struct value made_figure = figure(&made);
    assert_non_null(strstr(text_of(made_figure, "sub"),
                           "cannot tell whether it changed, as the questions were of different "
                           "versions."));
    assert_true(value_is(value_get(point_of(made_figure, 1), "apart"), VALUE_NIL));
    assert_true(value_get(point_of(made_figure, 2), "apart").yes);
    assert_true(
        notes_say(made_figure, "From 11 March 2026 on the questions are those of version 2"));
    arena_free(made.arena);
}

static void an_answer_at_the_end_of_the_measure_says_that_more_may_lie_beyond(void **state)
{
    (void)state;
    struct made made;
    three(&made, 34, 20, 35);
    assert_true(sub_says(&made, "cannot tell whether it changed, as an answer is at the end of the "
                                "measure, which cannot show what lies beyond."));
    arena_free(made.arena);
    three(&made, 7, 20, 21);
    struct value made_figure = figure(&made);
    assert_non_null(strstr(text_of(made_figure, "title"), "rose by more than"));
    assert_true(notes_say(made_figure, "the change may be larger"));
    arena_free(made.arena);
}

static void a_wobble_of_nothing_draws_no_bar_and_says_nothing(void **state)
{
    (void)state;
    struct made made;
    three(&made, 16, 20, 30);
    made.scale.sem = 0;
    struct value made_figure = figure(&made);
    assert_true(value_is(value_get(point_of(made_figure, 0), "half"), VALUE_NIL));
    assert_non_null(strstr(text_of(made_figure, "sub"), "no wobble of this measure"));
    assert_false(notes_say(made_figure, "How to read a soft bar"));
    arena_free(made.arena);
}

static void answers_that_are_all_the_same_are_about_the_same(void **state)
{
    (void)state;
    struct made made;
    three(&made, 20, 20, 20);
    assert_non_null(strstr(text_of(figure(&made), "title"), "about the same"));
    arena_free(made.arena);
}

/* --- once, and beside ------------------------------------------------------------------------- */

static void how_to_read_it_is_said_once_a_page(void **state)
{
    (void)state;
    struct made made;
    three(&made, 16, 20, 30);
    made.instrument.mislead = "It asks about two weeks only.";
    struct value first = figure(&made), second = figure(&made);
    assert_true(notes_say(first, "How to read a soft bar"));
    assert_true(notes_say(first, "Only your first and latest"));
    assert_true(notes_say(first, "two weeks only"));
    assert_false(notes_say(second, "How to read a soft bar"));
    assert_false(notes_say(second, "Only your first and latest"));
    assert_false(notes_say(second, "two weeks only"));
    arena_free(made.arena);
}

static void why_nothing_can_be_told_is_said_once_of_the_measures_of_an_instrument(void **state)
{
    (void)state;
    struct made made;
    struct instrument other;
    three(&made, 16, 20, 30);
    made.scale.has_sem = false;
    assert_true(sub_says(&made, "cannot tell whether it changed, as no wobble"));
    assert_false(sub_says(&made, "cannot tell"));
    other = made.instrument;
    other.id = "another";
    for (size_t i = 0; i < made.count; i++)
        made.answers[i].instrument = &other;
    assert_true(sub_says(&made, "cannot tell whether it changed, as no wobble"));
    arena_free(made.arena);
}

static void the_foot_names_every_version_that_was_answered(void **state)
{
    (void)state;
    struct made made;
    three(&made, 16, 20, 30);
    of_another_version(&made);
    figure(&made);
    struct value foot = value_get(made.model, "foot");
    assert_int_equal(value_count(foot), 3);
    assert_string_equal(value_as_text(value_item(foot, 0)), "Short scale, version 1. somewhere.");
    assert_string_equal(value_as_text(value_item(foot, 2)), "Short scale, version 2. somewhere.");
    arena_free(made.arena);
}

static void the_foot_names_instrument_version_and_wobble(void **state)
{
    (void)state;
    struct made made;
    three(&made, 16, 20, 30);
    figure(&made);
    assert_true(list_says(made.model, "foot", "Short scale, version 1. somewhere."));
    assert_true(
        list_says(made.model, "foot",
                  "Wobble of “Mental wellbeing”: 2.85 points between two answers (SEM 1.03; "
                  "a paper)."));
    arena_free(made.arena);
}

static void their_own_words_head_a_figure_and_what_was_seen_stands_under_them(void **state)
{
    (void)state;
    struct made made;
    three(&made, 16, 20, 30);
    made.own = "Sleeping through";
    struct value made_figure = figure(&made);
    assert_string_equal(text_of(made_figure, "own"), "Sleeping through");
    assert_non_null(strstr(text_of(made_figure, "sub"), "rose by more than the measure’s wobble"));
    arena_free(made.arena);
}

static void what_is_drawn_of_wobble_is_told_too(void **state)
{
    (void)state;
    struct made made;
    three(&made, 16, 20, 30);
    struct value chart = value_get(figure(&made), "chart");
    assert_non_null(
        strstr(text_of(chart, "says"), "30.00. The soft bar of each reaches 1.43 up and down"));
    made.scale.has_sem = false;
    chart = value_get(figure(&made), "chart");
    assert_null(strstr(text_of(chart, "says"), "soft bar"));
    arena_free(made.arena);
}

static void notes_are_pinned_over_a_chart_of_days(void **state)
{
    (void)state;
    struct made made;
    three(&made, 16, 20, 30);
    made.notes[0] = (struct pinned){day_of(2024, 6, 12), "On my sister’s sofa."};
    made.pins = pins_of(made.notes, 1);
    struct value chart = value_get(figure(&made), "chart");
    assert_int_equal(value_count(value_get(chart, "pins")), 1);
    assert_non_null(
        strstr(text_of(chart, "says"), "Notes of yours that are pinned to their days: 1"));
    arena_free(made.arena);
    start(&made);
    answer(&made, 0, 1, 16);
    made.pins = pins_of(made.notes, 1);
    assert_int_equal(value_count(value_get(value_get(figure(&made), "chart"), "pins")), 0);
    arena_free(made.arena);
}

static void the_whole_range_of_the_measure_is_drawn_and_its_ends_are_named(void **state)
{
    (void)state;
    struct made made;
    three(&made, 20, 20, 20);
    struct value chart = value_get(figure(&made), "chart");
    double low, high;
    assert_true(value_as_number(value_get(chart, "low"), &low) && low == 7);
    assert_true(value_as_number(value_get(chart, "high"), &high) && high == 35);
    assert_string_equal(text_of(chart, "low_label"), "7, lowest");
    assert_string_equal(text_of(chart, "high_label"), "35, highest");
    arena_free(made.arena);
}

static void a_blank_form_is_no_answer_and_a_form_in_part_is_not_scored(void **state)
{
    (void)state;
    struct made made;
    start(&made);
    answer(&made, day_of(2024, 5, 8), 0, 16);
    no_score(&made, day_of(2024, 8, 8));
    no_score(&made, day_of(2024, 9, 8));
    made.scores[2].answered = 0;
    assert_string_equal(text_of(point_of(figure(&made), 1), "none"), "not scored");
    assert_string_equal(text_of(point_of(figure(&made), 2), "none"), "no answer");
    arena_free(made.arena);
}

/* Two answers of one day, and days in whatever order they came. */
static void two_answers_of_one_day_are_two_dots(void **state)
{
    (void)state;
    struct made made;
    start(&made);
    answer(&made, day_of(2024, 5, 8), 0, 16);
    answer(&made, day_of(2024, 5, 8), 0, 18);
    assert_int_equal(value_count(value_get(value_get(figure(&made), "chart"), "points")), 2);
    arena_free(made.arena);
}

static void scores_with_errors_of_their_own_have_soft_bars_of_their_own(void **state)
{
    (void)state;
    struct made made;
    double half;
    three(&made, 10, 20, 30);
    made.scale.has_sem = false;
    made.scale.own_errors = true;
    made.scale.lowest = 7.123456789;
    for (size_t i = 0; i < 3; i++) {
        made.scores[i].has_se = true;
        made.scores[i].se = (double)i + 1;
    }
    struct value made_figure = figure(&made);
    for (size_t i = 0; i < 3; i++) {
        assert_true(value_as_number(value_get(point_of(made_figure, i), "half"), &half));
        assert_true(half == stats_soft_bar((double)i + 1));
    }
    assert_true(notes_say(made_figure, "How to read soft bars of different lengths."));
    assert_true(list_says(made.model, "foot", "each answer has a standard error of its own"));
    assert_non_null(strstr(text_of(made_figure, "title"), "rose by more than"));
    assert_non_null(strstr(text_of(made_figure, "sub"), "from 7.12 to 35."));
    arena_free(made.arena);
}

/* One day is said once, and two days of a month as days. */
static void a_change_within_a_month_is_told_by_its_days(void **state)
{
    (void)state;
    static const struct {
        int latest;
        double value;
        const char *title;
    } days[] = {
        {1, 32, "rose by more than the measure’s wobble on 1 February 2024"},
        {9, 32,
         "rose by more than the measure’s wobble between 1 February 2024 and 9 February "
         "2024"},
        {1, 16, "were about the same on 1 February 2024, within the measure’s wobble"},
        {9, 16,
         "were about the same on 1 February 2024 and on 9 February 2024, within the "
         "measure’s wobble"},
    };
    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        struct made made;
        start(&made);
        answer(&made, day_of(2024, 2, 1), 0, 16);
        answer(&made, day_of(2024, 2, 1), 0, 16);
        answer(&made, day_of(2024, 2, days[i].latest), 0, days[i].value);
        assert_string_equal(
            text_of(figure(&made), "title"),
            arena_format(made.arena, "Your answers on “Mental wellbeing” %s", days[i].title));
        arena_free(made.arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(scores_with_errors_of_their_own_have_soft_bars_of_their_own),
        cmocka_unit_test(without_a_wobble_nothing_is_said_about_change),
        cmocka_unit_test(three_answers_say_the_change_from_first_to_latest),
        cmocka_unit_test(two_answers_are_not_compared_or_joined),
        cmocka_unit_test(an_answer_without_a_score_is_a_gap_with_its_reason),
        cmocka_unit_test(a_title_counts_answers_and_says_how_many_could_be_scored),
        cmocka_unit_test(a_blank_form_is_not_counted_as_answered),
        cmocka_unit_test(nothing_scored_is_said_and_is_no_zero),
        cmocka_unit_test(an_order_has_no_dates),
        cmocka_unit_test(bands_are_never_on_a_persons_page),
        cmocka_unit_test(down_beyond_the_wobble_is_said_as_plainly_as_up),
        cmocka_unit_test(only_first_to_latest_and_the_latest_two_are_compared),
        cmocka_unit_test(nothing_is_ever_called_better_or_worse),
        cmocka_unit_test(another_version_breaks_the_line_and_nothing_is_compared_across_it),
        cmocka_unit_test(an_answer_at_the_end_of_the_measure_says_that_more_may_lie_beyond),
        cmocka_unit_test(a_wobble_of_nothing_draws_no_bar_and_says_nothing),
        cmocka_unit_test(answers_that_are_all_the_same_are_about_the_same),
        cmocka_unit_test(how_to_read_it_is_said_once_a_page),
        cmocka_unit_test(why_nothing_can_be_told_is_said_once_of_the_measures_of_an_instrument),
        cmocka_unit_test(the_foot_names_every_version_that_was_answered),
        cmocka_unit_test(the_foot_names_instrument_version_and_wobble),
        cmocka_unit_test(their_own_words_head_a_figure_and_what_was_seen_stands_under_them),
        cmocka_unit_test(what_is_drawn_of_wobble_is_told_too),
        cmocka_unit_test(notes_are_pinned_over_a_chart_of_days),
        cmocka_unit_test(the_whole_range_of_the_measure_is_drawn_and_its_ends_are_named),
        cmocka_unit_test(a_blank_form_is_no_answer_and_a_form_in_part_is_not_scored),
        cmocka_unit_test(two_answers_of_one_day_are_two_dots),
        cmocka_unit_test(a_change_within_a_month_is_told_by_its_days),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
