/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From answers to scores: the declared ways, what may lack an answer, and how far the blanks reach.
 */
#include "instrument/support.h"

#define EXAMPLES "examples = {} }"

static void blanks_are_filled_with_the_mean_of_the_others(void **state)
{
    (void)state;
    struct loaded loaded;
    assert_true(load_text(
        &loaded, HEAD ONE_TO_FIVE
        "items = 'q1..q4',\n"
        "scales = { { id = 's', title = 'S', unanswered = 1, fill = 'mean' } },\n" EXAMPLES));
    assert_value(&loaded, "1 2 3 4", 0, 10);
    assert_between(&loaded.scores[0], 10, 10);
    assert_value(&loaded, "1 2 - 5", 0, 8.0 * 4 / 3);
    assert_between(&loaded.scores[0], 9, 13);
    assert_int_equal(loaded.scores[0].answered, 3);
    assert_not_scored(&loaded, "1 - - 5", 0, "2 of 4 answered");
    assert_between(&loaded.scores[0], 8, 16);
    assert_number(loaded.instrument->scales[0].lowest, 4, 0);
    assert_int_equal(loaded.instrument->scales[0].digits, 2);
    unload(&loaded);
}

static void blanks_are_filled_with_a_number(void **state)
{
    (void)state;
    struct loaded loaded;
    assert_true(load_text(
        &loaded,
        HEAD "answers = { 'no', 'more or less', 'yes' },\n"
             "items = { { id = 'i3', points = { 0, 1, 1 } }, { id = 'i4', points = { 1, 1, 0 } },\n"
             "{ id = 'i9', points = { 0, 1, 1 } } },\n"
             "scales = { { id = 's', title = 'S', unanswered = 1, fill = 0 } },\n" EXAMPLES));
    assert_value(&loaded, "3 1 2", 0, 3);
    assert_value(&loaded, "3 - 2", 0, 2);
    assert_between(&loaded.scores[0], 2, 3);
    assert_value(&loaded, "1 3 1", 0, 0);
    assert_not_scored(&loaded, "- - 2", 0, "1 of 3 answered");
    unload(&loaded);
}

static void a_mean_divides_by_the_number_answered(void **state)
{
    (void)state;
    struct loaded loaded;
    assert_true(load_text(&loaded, HEAD
                          "answers = { from = 0, 'a', 'b', 'c', 'd', 'e' },\nitems = 'q1..q4',\n"
                          "scales = { { id = 's', title = 'S', total = 'mean', times = 10, "
                          "unanswered = 1 } },\n" EXAMPLES));
    assert_value(&loaded, "0 1 2 4", 0, 17.5);
    assert_value(&loaded, "0 1 - 4", 0, 5.0 / 3 * 10);
    assert_between(&loaded.scores[0], 12.5, 22.5);
    assert_number(loaded.instrument->scales[0].highest, 40, 0);
    unload(&loaded);
}

static void printed_codes_that_fall_are_not_turned_again(void **state)
{
    (void)state;
    struct loaded loaded;
    assert_true(load_text(
        &loaded, HEAD
        "items = { { id = 'a', answers = { 'x', 'y', 'z', codes = { 4, 2, 0 } } },\n"
        "{ id = 'b', answers = { 'x', 'y', 'z', codes = { 4, 2, 0 }, points = { 1, 5, 9 } } } },\n"
        "scales = { { id = 's', title = 'S', items = 'a' }, { id = 't', title = 'T', items = 'b' "
        "},\n"
        "{ id = 'u', title = 'U', items = '-b' } },\n" EXAMPLES));
    assert_value(&loaded, "4 4", 0, 4);
    assert_number(loaded.scores[1].value, 1, 0);
    assert_number(loaded.scores[2].value, 9, 0);
    assert_value(&loaded, "0 2", 0, 0);
    assert_number(loaded.scores[1].value, 5, 0);
    assert_string_equal(loaded.instrument->items[0].options[0].label, "z");
    assert_number(loaded.instrument->items[1].options[0].points, 9, 0);
    unload(&loaded);
}

static void one_item_may_count_forwards_in_one_scale_and_backwards_in_another(void **state)
{
    (void)state;
    struct loaded loaded;
    assert_true(load_text(&loaded, HEAD ONE_TO_FIVE
                          "items = 'a b',\n"
                          "scales = { { id = 's', title = 'S', items = 'a b' }, { id = 't', title "
                          "= 'T', items = '-a b' } },\n" EXAMPLES));
    assert_value(&loaded, "5 1", 0, 6);
    assert_number(loaded.scores[1].value, 2, 0);
    unload(&loaded);
}

static void a_scale_over_scales_reaches_as_far_as_they_do(void **state)
{
    (void)state;
    struct loaded loaded;
    assert_true(
        load_text(&loaded, HEAD ONE_TO_FIVE
                  "items = 'a b c d',\n"
                  "scales = { { id = 's', title = 'S', items = 'a b' },\n"
                  "{ id = 't', title = 'T', items = 'c d', unanswered = 1, fill = 'mean' },\n"
                  "{ id = 'u', title = 'U', items = 's t' } },\n" EXAMPLES));
    assert_value(&loaded, "1 2 3 4", 2, 10);
    assert_not_scored(&loaded, "1 - 3 4", 2, "1 of 2 answered");
    assert_between(&loaded.scores[2], 9, 13);
    assert_value(&loaded, "1 2 3 -", 2, 9);
    assert_between(&loaded.scores[2], 7, 11);
    assert_not_scored(&loaded, "- - - -", 2, "nothing answered");
    assert_between(&loaded.scores[2], 4, 20);
    unload(&loaded);
}

static void a_total_between_two_rows_of_the_table_is_not_scored(void **state)
{
    (void)state;
    struct loaded loaded;
    assert_true(load_text(&loaded,
                          HEAD "answers = { from = 0, to = 2, step = 0.5 },\nitems = 'a b',\n"
                               "scales = { { id = 's', title = 'S', lookup = { from = 0, 10, 20, "
                               "30, 25, 50 } } },\n" EXAMPLES));
    assert_value(&loaded, "0.5 1.5", 0, 30);
    assert_not_scored(&loaded, "0.5 1", 0, "total is not whole");
    assert_false(loaded.scores[0].has_range);
    /* From 1.5 to 3.5 the whole totals are 2 and 3, and the table falls between them. */
    assert_not_scored(&loaded, "1.5 -", 0, "1 of 2 answered");
    assert_between(&loaded.scores[0], 25, 30);
    unload(&loaded);
}

static void times_below_nothing_swaps_lowest_and_highest(void **state)
{
    (void)state;
    struct loaded loaded;
    assert_true(
        load_text(&loaded, HEAD ONE_TO_FIVE
                  "items = 'a b',\n"
                  "scales = { { id = 's', title = 'S', times = -1, plus = 12 } },\n" EXAMPLES));
    assert_value(&loaded, "1 2", 0, 9);
    assert_not_scored(&loaded, "1 -", 0, "1 of 2 answered");
    assert_between(&loaded.scores[0], 6, 10);
    assert_number(loaded.instrument->scales[0].lowest, 2, 0);
    assert_number(loaded.instrument->scales[0].highest, 10, 0);
    unload(&loaded);
}

static void without_an_upper_end_a_blank_could_be_anything(void **state)
{
    (void)state;
    struct loaded loaded;
    assert_true(load_text(&loaded, HEAD "answers = { from = 0 },\nitems = 'a b',\n"
                                        "scales = { { id = 's', title = 'S' } },\n" EXAMPLES));
    assert_value(&loaded, "7 1000000", 0, 1000007);
    assert_between(&loaded.scores[0], 1000007, 1000007);
    assert_not_scored(&loaded, "7 d", 0, "1 of 2 answered");
    assert_false(loaded.scores[0].has_range);
    assert_true(isinf(loaded.instrument->scales[0].highest));
    unload(&loaded);
}

static void every_rater_who_is_not_asked_for_has_a_reason(void **state)
{
    (void)state;
    static const char *const reasons[] = {"answered by the person",
                                          "answered by a proxy",
                                          NULL,
                                          "answered by a worker",
                                          "answered by person and worker together",
                                          "answered by family or a friend",
                                          "answered by an observer",
                                          "answered by a group",
                                          "answered by nobody known"};
    struct loaded loaded;
    assert_true(load_text(&loaded,
                          HEAD ONE_TO_FIVE "items = 'a', raters = 'coach',\n"
                                           "scales = { { id = 's', title = 'S' } },\n" EXAMPLES));
    for (int by = 0; by <= 8; by++) {
        assert_true(score_by(&loaded, "3", by));
        assert_int_equal(loaded.scores[0].has_value, reasons[by] == NULL);
        if (reasons[by])
            assert_string_equal(loaded.scores[0].reason, reasons[by]);
        assert_int_equal(loaded.scores[0].answered, 1);
    }
    unload(&loaded);
}

static void every_kind_of_no_answer_is_a_blank_and_never_a_number(void **state)
{
    (void)state;
    struct loaded loaded;
    assert_true(load_text(&loaded, HEAD "answers = { from = 0, to = 10 },\nitems = 'a b',\n"
                                        "scales = { { id = 's', title = 'S' } },\n" EXAMPLES));
    static const char *const lines[] = {"5 -", "5 d", "5 u", "5 n", "5 x", "5 w"};
    for (size_t i = 0; i < 6; i++) {
        assert_not_scored(&loaded, lines[i], 0, "1 of 2 answered");
        assert_between(&loaded.scores[0], 5, 15);
    }
    unload(&loaded);
}

static void words_alone_have_no_scales(void **state)
{
    (void)state;
    struct loaded loaded;
    assert_true(
        load_text(&loaded, HEAD "items = { { id = 'story', answers = 'words' } },\n" EXAMPLES));
    assert_true(score_by(&loaded, "+", 0));
    assert_int_equal(loaded.instrument->scale_count, 0);
    unload(&loaded);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blanks_are_filled_with_the_mean_of_the_others),
        cmocka_unit_test(blanks_are_filled_with_a_number),
        cmocka_unit_test(a_mean_divides_by_the_number_answered),
        cmocka_unit_test(printed_codes_that_fall_are_not_turned_again),
        cmocka_unit_test(one_item_may_count_forwards_in_one_scale_and_backwards_in_another),
        cmocka_unit_test(a_scale_over_scales_reaches_as_far_as_they_do),
        cmocka_unit_test(a_total_between_two_rows_of_the_table_is_not_scored),
        cmocka_unit_test(times_below_nothing_swaps_lowest_and_highest),
        cmocka_unit_test(without_an_upper_end_a_blank_could_be_anything),
        cmocka_unit_test(every_rater_who_is_not_asked_for_has_a_reason),
        cmocka_unit_test(every_kind_of_no_answer_is_a_blank_and_never_a_number),
        cmocka_unit_test(words_alone_have_no_scales),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
