/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The graded response model against numbers that were worked out apart from the engine: in Python,
 * as the plain sums of 3.5 over −4 to 4 by 0.1, each probability a difference of two logistic
 * functions, added with math.fsum. */
#include "instrument/support.h"

#define ITEMS "items = 'a b c',\n"
#define GRADED                                                                                     \
    "graded = { a = { 3.1, -1.9, -1.1, -.2, .7 }, b = { 2.4, -2.2, -1, .1, 1.3 },\n"               \
    "c = { 1.2, -1.5, -.4, .8, 2.1 } }"
#define FILE_WITH(scale)                                                                           \
    HEAD ONE_TO_FIVE ITEMS "scales = { { id = 's', title = 'S', " scale " } },\nexamples = {} }"

static const struct {
    const char *tokens;
    double mean, sd;
} worked_out[] = {
    {"1 1 1", -2.317014648772115, 0.5157206353095707},
    {"5 5 5", 1.7592714533413865, 0.6014621812894679},
    {"3 3 3", -0.4073672737687467, 0.4024097796206564},
    {"1 5 3", -0.36663110170097035, 0.6949839509551791},
    {"4 - 2", 0.032479709689430016, 0.490727910512054},
};
enum { WORKED_OUT = sizeof worked_out / sizeof *worked_out };

static void the_score_is_the_posterior_mean_and_its_error_the_sd(void **state)
{
    (void)state;
    struct loaded loaded;
    assert_true(load_text(&loaded, FILE_WITH("total = 'eap', unanswered = 1, " GRADED)));
    for (size_t i = 0; i < WORKED_OUT; i++) {
        const struct score *score = score_of(&loaded, worked_out[i].tokens, 0);
        assert_number(score->value, worked_out[i].mean, 1e-12);
        assert_number(score->se, worked_out[i].sd, 1e-12);
    }
    assert_number(loaded.instrument->scales[0].lowest, worked_out[0].mean, 1e-12);
    assert_number(loaded.instrument->scales[0].highest, worked_out[1].mean, 1e-12);
    unload(&loaded);
}

static void a_blank_is_left_out_and_says_how_far_it_could_have_gone(void **state)
{
    (void)state;
    struct loaded loaded;
    assert_true(load_text(&loaded, FILE_WITH("total = 'eap', unanswered = 1, " GRADED)));
    assert_between(score_of(&loaded, "4 - 2", 0), -0.5704619490241993, 0.5054474387898011);
    assert_not_scored(&loaded, "4 - -", 0, "1 of 3 answered");
    assert_true(loaded.scores[0].has_range && !loaded.scores[0].has_se);
    unload(&loaded);
}

static void times_and_plus_hold_for_the_mean_and_times_for_its_error(void **state)
{
    (void)state;
    struct loaded loaded;
    assert_true(load_text(&loaded, FILE_WITH("total = 'eap', times = -10, plus = 50, " GRADED)));
    const struct score *score = score_of(&loaded, "1 1 1", 0);
    assert_number(score->value, 50 + 23.17014648772115, 1e-11);
    assert_number(score->se, 5.157206353095707, 1e-12);
    unload(&loaded);
}

static void an_item_may_be_turned_round(void **state)
{
    (void)state;
    struct loaded loaded;
    assert_true(load_text(&loaded, FILE_WITH("items = 'a -b c', total = 'eap', " GRADED)));
    assert_number(score_of(&loaded, "1 1 3", 0)->value, worked_out[3].mean, 1e-12);
    unload(&loaded);
}

static void steep_curves_far_from_one_another_still_give_a_number(void **state)
{
    (void)state;
    struct loaded loaded;
    assert_true(load_text(&loaded, FILE_WITH("total = 'eap', graded = {\n"
                                             "a = { 100, -100, -99, 99, 100 }, b = { 100, 1, 2, 3, "
                                             "4 }, c = { 100, -4, -3, -2, -1 } }")));
    assert_true(isfinite(score_of(&loaded, "1 5 1", 0)->value));
    assert_true(isfinite(score_of(&loaded, "5 1 5", 0)->value));
    unload(&loaded);
}

static void the_engines_own_properties_hold(void **state)
{
    (void)state;
    struct loaded loaded;
    size_t held;
    assert_true(load_text(&loaded, FILE_WITH("items = 'a -b c', total = 'eap', unanswered = 2, "
                                             "times = 10, plus = 50, " GRADED)));
    bool good = instrument_check_properties(loaded.instrument, &held, &loaded.faults);
    print_faults(&loaded.faults);
    assert_true(good);
    unload(&loaded);
}

static void wrong_parameters_are_refused_with_their_place(void **state)
{
    (void)state;
    static const struct {
        const char *source, *sentence;
    } wrongs[] = {
        {FILE_WITH("total = 'eap'"), "scales[1] has `total = \"eap\"`, so it needs `graded`"},
        {FILE_WITH(GRADED), "scales[1] has `graded` without `total = \"eap\"`"},
        {FILE_WITH("items = 'a', total = 'eap', graded = { a = { 1, 0, 1 } }"),
         "scales[1].graded.a has 2 thresholds; `a` has 5 answers, so it needs 4"},
        {FILE_WITH("items = 'a', total = 'eap', graded = { a = { 1, 0, 2, 1, 3 } }"),
         "scales[1].graded.a must be { slope, threshold, … } of an item with options: a slope "
         "above 0 and rising thresholds"},
        {FILE_WITH("items = 'a', total = 'eap', graded = { a = { -1, 0, 1, 2, 3 } }"),
         "scales[1].graded.a must be { slope, threshold, … }"},
        {FILE_WITH("items = 'a b', total = 'eap', graded = { a = { 1, 0, 1, 2, 3 } }"),
         "scales[1].graded.b must be { slope, threshold, … }"},
        {FILE_WITH("items = 'a b', total = 'eap', " GRADED),
         "scales[1].graded names `c`, which the scale does not count"},
        {FILE_WITH("total = 'eap', unanswered = 1, fill = 'mean', " GRADED),
         "scales[1] is scored by `graded` and has `fill`"},
        {FILE_WITH("total = 'eap', wobble = { se = { {0, 1} }, source = 'x' }, " GRADED),
         "scales[1] has `wobble.se`, and its model gives each score an error already"},
    };
    for (size_t i = 0; i < sizeof wrongs / sizeof *wrongs; i++) {
        struct loaded loaded;
        assert_false(load_text(&loaded, wrongs[i].source));
        assert_true(said(&loaded.faults, wrongs[i].sentence));
        unload(&loaded);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_score_is_the_posterior_mean_and_its_error_the_sd),
        cmocka_unit_test(a_blank_is_left_out_and_says_how_far_it_could_have_gone),
        cmocka_unit_test(times_and_plus_hold_for_the_mean_and_times_for_its_error),
        cmocka_unit_test(an_item_may_be_turned_round),
        cmocka_unit_test(steep_curves_far_from_one_another_still_give_a_number),
        cmocka_unit_test(the_engines_own_properties_hold),
        cmocka_unit_test(wrong_parameters_are_refused_with_their_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
