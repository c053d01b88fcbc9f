/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How answers are spread, and what stands beside them, from numbers that may be shown. */
#include "report/said.h"

static void a_measure_without_ends_shows_no_spread(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct shown_scale shown = shown_scale();
    struct section section_of = {0};
    struct value into = section(arena);
    scores_scale(arena, &shown, &section_of, into);
    assert_string_equal(
        text_of(figure(into, 0), "title"),
        "“Mental wellbeing” has no highest score, so how answers are spread is not shown");
    assert_true(value_is(value_get(figure(into, 0), "chart"), VALUE_NIL));
    arena_free(arena);
}

static void steps_that_hold_more_points_than_others_are_said_to(void **state)
{
    (void)state;
    static const char widths[] = "All steps are drawn equally wide";
    struct arena *arena = arena_new();
    struct shown_bin bins[] = {{7, 20, some(50)}, {20, 22, some(60)}, {22, 35, some(40)}};
    struct shown_scale shown = shown_scale();
    struct section section_of = {0};
    struct value uneven = section(arena), even = section(arena);
    shown.bins = bins;
    shown.bin_count = 3;
    scores_scale(arena, &shown, &section_of, uneven);
    assert_true(has(value_get(figure(uneven, 0), "note"),
                    "All steps are drawn equally wide, though some hold more points than others: "
                    "most of all 7 to under 20."));
    bins[0].from = 18;
    bins[2].to = 24;
    scores_scale(arena, &shown, &section_of, even);
    assert_false(has(value_get(figure(even, 0), "note"), widths));
    arena_free(arena);
}

static void a_reference_is_no_aim(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct norm norms[] = {{.id = "england",
                            .of = "men in England",
                            .year = "2010-13",
                            .source = "a survey",
                            .has_mean = true,
                            .mean = 23.7},
                           {.id = "wales",
                            .of = "people in Wales",
                            .year = "2014",
                            .source = "another",
                            .has_mean = true,
                            .mean = 23,
                            .has_sd = true,
                            .sd = 4}};
    struct scale with = scale;
    struct asked_scale other = {"swemwbs.wellbeing", NULL, &with};
    const char *england[] = {"england"}, *wales[] = {"wales"};
    struct shown_bin bins[] = {{7, 21, some(100)}, {21, 35, hidden}};
    struct shown_scale shown = shown_scale();
    struct section beside = {.beside = england, .beside_count = 1};
    with.norms = norms;
    with.norm_count = 2;
    shown.asked = &other;
    shown.bins = bins;
    shown.bin_count = 2;
    shown.latest = (struct shown_mean){.mean = 20.1, .low = 19, .high = 21.2, .has_interval = true};
    struct value into = section(arena);
    scores_scale(arena, &shown, &beside, into);
    struct value chart = value_get(figure(into, 0), "chart");
    assert_string_equal(text_of(figure(into, 0), "title"),
                        "The latest answers of 150 people are spread around an average of 20.1");
    assert_true(has(value_get(figure(into, 0), "note"),
                    "A reference, not an aim: men in England, 2010-13, average 23.7 (a survey)."));
    assert_true(value_is(value_get(chart, "reference"), VALUE_NIL));
    assert_true(value_get(value_item(value_get(chart, "bins"), 1), "hidden").yes);
    beside.beside = wales;
    struct value drawn = section(arena);
    scores_scale(arena, &shown, &beside, drawn);
    double low;
    assert_true(value_as_number(
        value_get(value_get(value_get(figure(drawn, 0), "chart"), "reference"), "low"), &low));
    assert_true(low == 19);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_measure_without_ends_shows_no_spread),
        cmocka_unit_test(steps_that_hold_more_points_than_others_are_said_to),
        cmocka_unit_test(a_reference_is_no_aim),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
