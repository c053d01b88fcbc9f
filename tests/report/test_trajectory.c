/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "report/trajectory.h"
#include "stats/stats.h"

struct made {
    struct arena *arena;
    struct plugin plugin;
    struct instrument instrument;
    struct scale scale;
    struct derived_score answers[8];
    size_t count;
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

static void answer(struct made *made, day date, int place, double value)
{
    made->answers[made->count++] = (struct derived_score){.date = date,
                                                          .place = place,
                                                          .time = -1,
                                                          .has_value = true,
                                                          .value = value,
                                                          .answered = 7,
                                                          .of = 7};
}

static void no_score(struct made *made, day date)
{
    made->answers[made->count++] = (struct derived_score){.date = date,
                                                          .time = -1,
                                                          .reason = "6 of 7 answered",
                                                          .answered = 6,
                                                          .of = 7,
                                                          .has_range = true,
                                                          .lowest = 17.98,
                                                          .highest = 20.73};
}

static struct value figure(struct made *made)
{
    struct value section = value_table(made->arena);
    struct days axis = {day_of(2024, 5, 1), day_of(2026, 3, 31)};
    struct trajectory trajectory = {&made->instrument, &made->scale, made->answers,
                                    made->count,       NULL,         axis};
    value_set_text(made->arena, section, "id", "scores");
    trajectory_figure(made->arena, &trajectory, section);
    return value_item(value_get(section, "figures"), 0);
}

static const char *text_of(struct value map, const char *key)
{
    return value_as_text(value_get(map, key));
}

static bool notes_say(struct value figure, const char *words)
{
    struct value notes = value_get(figure, "note");
    for (size_t i = 0; i < value_count(notes); i++)
        if (strstr(value_as_text(value_item(notes, i)), words))
            return true;
    return false;
}

static void a_change_is_said_only_beyond_the_wobble(void **state)
{
    (void)state;
    struct scale scale = {.has_sem = true, .sem = 1.03};
    double wobble = stats_reliable_change(1.03);
    assert_int_equal(trajectory_change(&scale, 10, 10 + wobble + 1e-9), CHANGE_UP);
    assert_int_equal(trajectory_change(&scale, 0, wobble), CHANGE_WITHIN);
    assert_int_equal(trajectory_change(&scale, wobble + 1e-9, 0), CHANGE_DOWN);
}

static void a_published_change_counts_from_that_many_points_on(void **state)
{
    (void)state;
    struct scale scale = {.has_change = true, .change = 6};
    assert_int_equal(trajectory_change(&scale, 10, 16), CHANGE_UP);
    assert_int_equal(trajectory_change(&scale, 10, 5), CHANGE_WITHIN);
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
    assert_true(notes_say(made_figure, "You judge."));
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
    assert_true(notes_say(made_figure, "nothing is said about change"));
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
                        "“Mental wellbeing”: you answered twice; one answer could be scored, on 13 "
                        "November 2024");
    no_score(&made, day_of(2025, 3, 19));
    answer(&made, day_of(2025, 5, 8), 0, 20.73);
    assert_string_equal(text_of(figure(&made), "title"),
                        "“Mental wellbeing”: you answered 4 times; two answers could be scored, on "
                        "13 November 2024 and on 8 May 2025");
    made.scale.has_sem = false;
    answer(&made, day_of(2025, 6, 8), 0, 20.73);
    assert_string_equal(text_of(figure(&made), "title"),
                        "“Mental wellbeing”: you answered 5 times; 3 answers could be scored, from "
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
    made.answers[1].answered = 0;
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
    assert_string_equal(
        text_of(made_figure, "title"),
        "Your answers on “Mental wellbeing” fell by more than the measure’s wobble between the "
        "first time and the latest");
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_change_is_said_only_beyond_the_wobble),
        cmocka_unit_test(a_published_change_counts_from_that_many_points_on),
        cmocka_unit_test(without_a_wobble_nothing_is_said_about_change),
        cmocka_unit_test(three_answers_say_the_change_from_first_to_latest),
        cmocka_unit_test(two_answers_are_not_compared_or_joined),
        cmocka_unit_test(an_answer_without_a_score_is_a_gap_with_its_reason),
        cmocka_unit_test(a_title_counts_answers_and_says_how_many_could_be_scored),
        cmocka_unit_test(a_blank_form_is_not_counted_as_answered),
        cmocka_unit_test(nothing_scored_is_said_and_is_no_zero),
        cmocka_unit_test(an_order_has_no_dates),
        cmocka_unit_test(bands_are_never_on_a_persons_page),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
