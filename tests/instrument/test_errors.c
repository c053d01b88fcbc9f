/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Standard errors by total: each score has its own. */
#include "instrument/support.h"

#include "stats/stats.h"

#define FILE_WITH(scale)                                                                           \
    HEAD "answers = { 'no', 'yes', from = 0 }, items = 'a b',\n"                                   \
         "scales = { { id = 's', title = 'S', " scale " } },\nexamples = {} }"
#define RUN "wobble = { se = { from = 0, 4, 2.5, 3 }, source = 'x' }"

static void a_score_has_the_error_of_its_total(void **state)
{
    (void)state;
    struct loaded loaded;
    assert_true(load_text(&loaded, FILE_WITH(RUN ", lookup = { from = 0, 10, 20, 40 }")));
    assert_number(score_of(&loaded, "0 0", 0)->se, 4, 0);
    assert_number(score_of(&loaded, "0 1", 0)->se, 2.5, 0);
    assert_number(score_of(&loaded, "1 1", 0)->se, 3, 0);
    assert_true(loaded.scores[0].has_se);
    assert_false(score_of(&loaded, "1 -", 0)->has_se);
    unload(&loaded);
}

static void errors_go_by_the_total_after_times_and_plus_and_may_go_in_steps(void **state)
{
    (void)state;
    struct loaded loaded;
    assert_true(load_text(&loaded, FILE_WITH("times = 2, plus = -1, unanswered = 1, fill = 'mean',"
                                             "wobble = { se = { {-1, 4}, {2, 3} }, source = 'x' "
                                             "}")));
    assert_number(score_of(&loaded, "0 1", 0)->se, 4, 0);
    assert_number(score_of(&loaded, "1 -", 0)->se, 3, 0);
    unload(&loaded);
}

static void two_scores_wobble_by_both_of_their_errors(void **state)
{
    (void)state;
    struct loaded loaded;
    double change, half;
    assert_true(load_text(&loaded, FILE_WITH(RUN)));
    const struct scale *scale = &loaded.instrument->scales[0];
    assert_false(scale_wobble(scale, &change));
    assert_true(scale_wobble_between(scale, true, 3, 4, &change));
    assert_number(change, 5 * STATS_Z95, 1e-12);
    assert_false(scale_wobble_between(scale, false, 0, 0, &change));
    assert_true(scale_soft_bar(scale, true, 3, &half));
    assert_number(half, stats_soft_bar(3), 0);
    assert_false(scale_soft_bar(scale, false, 0, &half));
    unload(&loaded);
}

static void what_is_said_of_all_scores_goes_before_their_own_errors(void **state)
{
    (void)state;
    struct loaded loaded;
    double change, half;
    assert_true(load_text(&loaded, FILE_WITH("wobble = { change = 2, source = 'x' }")));
    const struct scale *scale = &loaded.instrument->scales[0];
    assert_true(scale_wobble_between(scale, true, 3, 4, &change));
    assert_number(change, 2, 0);
    assert_false(scale_soft_bar(scale, true, 3, &half));
    unload(&loaded);
}

static void wrong_errors_are_refused_with_their_place(void **state)
{
    (void)state;
    static const struct {
        const char *source, *sentence;
    } wrongs[] = {
        {FILE_WITH("wobble = { se = { from = 0, 4, 2.5 }, source = 'x' }"),
         "scales[1].wobble.se has 2 values; totals run from 0 to 2, so it needs 3"},
        {FILE_WITH("wobble = { se = { from = 0, 4, 0, 3 }, source = 'x' }"),
         "scales[1].wobble.se has 0; a standard error is above 0"},
        {FILE_WITH("wobble = { se = { 4, 2, 3 }, source = 'x' }"),
         "scales[1].wobble.se must be { from = 7, 7.00, 9.51, … }, one number for each whole "
         "total, or steps such as"},
        {FILE_WITH("wobble = { se = { from = 0, 4, 2, 3 }, sem = 2, source = 'x' }"),
         "scales[1].wobble has `sem` and `se`. Keep the one the source gives"},
        {FILE_WITH("wobble = { se = { from = 0, 4, 2, 3 }, change = 2, source = 'x' }"),
         "scales[1].wobble has `se` and `change`. Keep the one the source gives"},
        {FILE_WITH("wobble = { source = 'x' }"),
         "scales[1].wobble has neither `sem` nor `change`, nor `sd` with `r`, nor `se`"},
        {FILE_WITH("wobble = { se = { form = 0, 4, 2, 3 }, source = 'x' }"),
         "`form` is not a field of a table of standard errors. Did you mean `from`?"},
        {FILE_WITH("unanswered = 1, fill = 'mean', " RUN),
         "scales[1].wobble.se has one value for each whole total, but totals here need not be "
         "whole. Give steps"},
        {FILE_WITH("range = { 0, 2 }, score = function(answer) return 1 end, " RUN),
         "scales[1] has `wobble.se`, which goes by the total, but a function scores the scale"},
    };
    for (size_t i = 0; i < sizeof wrongs / sizeof *wrongs; i++) {
        struct loaded loaded;
        assert_false(load_text(&loaded, wrongs[i].source));
        assert_true(said(&loaded.faults, wrongs[i].sentence));
        unload(&loaded);
    }
}

static void an_example_may_state_the_error(void **state)
{
    (void)state;
    static const char source[] =
        HEAD "answers = { 'no', 'yes', from = 0 }, items = 'a b',\n"
             "scales = { { id = 's', title = 'S', " RUN " } },\nexamples = {\n"
             "{ 'x', '0 0', s = { 0, se = 4 } }, { 'y', '1 1', s = { 2, se = 3.5 } },\n"
             "{ 'z', '1 -', s = 'not scored' } } }";
    struct loaded loaded;
    size_t held;
    assert_true(load_text(&loaded, source));
    assert_false(instrument_check_examples(loaded.instrument, &held, &loaded.faults));
    assert_int_equal(held, 2);
    assert_true(said(&loaded.faults, "se of s comes to 3, the example says 3.5"));
    unload(&loaded);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_score_has_the_error_of_its_total),
        cmocka_unit_test(errors_go_by_the_total_after_times_and_plus_and_may_go_in_steps),
        cmocka_unit_test(two_scores_wobble_by_both_of_their_errors),
        cmocka_unit_test(what_is_said_of_all_scores_goes_before_their_own_errors),
        cmocka_unit_test(wrong_errors_are_refused_with_their_place),
        cmocka_unit_test(an_example_may_state_the_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
