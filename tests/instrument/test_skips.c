/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Items that are not asked: what they count as, what drops out, and that an answer given stands. */
#include "instrument/support.h"

#define FROM_0 "answers = { from = 0, 'never', 'rarely', 'sometimes', 'often', 'always' },\n"
#define AUDIT                                                                                      \
    HEAD FROM_0 "items = 'q1..q5',\n"                                                              \
                "skips = { { when = { q1 = 0 }, items = 'q2..q4', as = 0 },\n"                     \
                "          { when = { q2 = 0, q3 = 0 }, items = 'q4', as = 0 } },\n"               \
                "scales = { { id = 's', title = 'S' } },\n"
#define WORK                                                                                       \
    HEAD FROM_0 "items = 'work home leisure',\n"                                                   \
                "skips = { { when = { work = 'x' }, items = 'work' } },\n"                         \
                "scales = { { id = 's', title = 'S' },\n"                                          \
                "{ id = 'filled', title = 'F', unanswered = 1, fill = 'mean' },\n"                 \
                "{ id = 'mean', title = 'M', total = 'mean', times = 10 } },\n"
#define NO_EXAMPLES "examples = {} }"

static void open_text(struct loaded *loaded, const char *source)
{
    bool good = load_text(loaded, source);
    print_faults(&loaded->faults);
    assert_true(good);
}

static void an_item_that_is_not_asked_counts_as_the_file_says(void **state)
{
    (void)state;
    struct loaded loaded;
    open_text(&loaded, AUDIT NO_EXAMPLES);
    assert_value(&loaded, "0 n n n 3", 0, 3);
    assert_int_equal(loaded.scores[0].answered, 5);
    assert_int_equal(loaded.scores[0].of, 5);
    assert_between(&loaded.scores[0], 3, 3);
    assert_value(&loaded, "0 - d w 3", 0, 3);
    unload(&loaded);
}

static void a_later_skip_sees_what_an_earlier_one_supplied(void **state)
{
    (void)state;
    struct loaded loaded;
    open_text(&loaded, HEAD FROM_0 "items = 'q1..q4',\n"
                                   "skips = { { when = { q1 = 0 }, items = 'q2', as = 1 },\n"
                                   "          { when = { q2 = 1 }, items = 'q3', as = 2 } },\n"
                                   "scales = { { id = 's', title = 'S' } },\n" NO_EXAMPLES);
    assert_value(&loaded, "0 n n 0", 0, 3);
    assert_value(&loaded, "2 1 n 0", 0, 5);
    assert_not_scored(&loaded, "0 2 n 0", 0, "3 of 4 answered");
    unload(&loaded);
}

static void not_asked_where_no_skip_fits_is_unanswered(void **state)
{
    (void)state;
    struct loaded loaded;
    open_text(&loaded, AUDIT NO_EXAMPLES);
    assert_not_scored(&loaded, "1 n n n 3", 0, "2 of 5 answered");
    assert_not_scored(&loaded, "0 n n n n", 0, "4 of 5 answered");
    assert_value(&loaded, "1 0 0 n 3", 0, 4);
    assert_not_scored(&loaded, "1 0 1 n 3", 0, "4 of 5 answered");
    unload(&loaded);
}

static void an_answer_that_was_given_stands(void **state)
{
    (void)state;
    struct loaded loaded;
    struct answer after[5];
    open_text(&loaded, AUDIT NO_EXAMPLES);
    assert_value(&loaded, "0 4 n n 3", 0, 7);
    instrument_skip(loaded.instrument, loaded.answers, after);
    assert_int_equal(after[1].skip, 1);
    assert_false(after[1].supplied);
    assert_true(after[2].supplied);
    assert_int_equal(after[4].skip, 0);
    unload(&loaded);
}

static void an_item_without_a_code_to_count_as_drops_out(void **state)
{
    (void)state;
    struct loaded loaded;
    open_text(&loaded, WORK NO_EXAMPLES);
    assert_value(&loaded, "x 3 2", 0, 5);
    assert_int_equal(loaded.scores[0].answered, 2);
    assert_int_equal(loaded.scores[0].of, 2);
    assert_not_scored(&loaded, "x 3 -", 0, "1 of 2 answered");
    assert_between(&loaded.scores[0], 3, 7);
    assert_not_scored(&loaded, "- 3 2", 0, "2 of 3 answered");
    assert_between(&loaded.scores[0], 5, 9);
    assert_not_scored(&loaded, "x - -", 0, "nothing answered");
    unload(&loaded);
}

static void what_dropped_out_is_neither_filled_nor_divided_by(void **state)
{
    (void)state;
    struct loaded loaded;
    open_text(&loaded, WORK NO_EXAMPLES);
    assert_value(&loaded, "x 3 -", 1, 6);
    assert_value(&loaded, "4 3 -", 1, 10.5);
    assert_value(&loaded, "x 3 2", 2, 25);
    unload(&loaded);
}

static void only_what_dropped_out_leaves_nothing_to_score(void **state)
{
    (void)state;
    struct loaded loaded;
    open_text(&loaded,
              HEAD FROM_0 "items = 'work home',\n"
                          "skips = { { when = { work = 'not_applicable' }, items = 'work' } },\n"
                          "scales = { { id = 's', title = 'S', items = 'work' } },\n" NO_EXAMPLES);
    assert_not_scored(&loaded, "x 3", 0, "nothing answered");
    assert_false(loaded.scores[0].has_range);
    assert_int_equal(loaded.scores[0].of, 0);
    unload(&loaded);
}

static void a_list_of_codes_fits_any_of_them(void **state)
{
    (void)state;
    struct loaded loaded;
    open_text(&loaded, HEAD FROM_0 "items = 'a b',\n"
                                   "skips = { { when = { a = { 0, 1 } }, items = 'b', as = 4 } },\n"
                                   "scales = { { id = 's', title = 'S' } },\n" NO_EXAMPLES);
    assert_value(&loaded, "0 n", 0, 4);
    assert_value(&loaded, "1 n", 0, 5);
    assert_not_scored(&loaded, "2 n", 0, "1 of 2 answered");
    unload(&loaded);
}

/* From codes 1 to 5, a sum of three is 3 to 15, and 2 at least where one may drop out. */
static void the_range_reaches_down_to_what_is_left(void **state)
{
    (void)state;
    struct loaded loaded;
    open_text(&loaded, HEAD ONE_TO_FIVE "items = 'a b c',\n"
                                        "skips = { { when = { a = 'x' }, items = 'a' } },\n"
                                        "scales = { { id = 's', title = 'S' } },\n" NO_EXAMPLES);
    assert_number(loaded.instrument->scales[0].lowest, 2, 0);
    assert_number(loaded.instrument->scales[0].highest, 15, 0);
    assert_value(&loaded, "x 1 1", 0, 2);
    unload(&loaded);
}

static void the_steps_say_what_was_not_asked(void **state)
{
    (void)state;
    struct loaded loaded;
    struct text out = {0};
    open_text(&loaded, AUDIT NO_EXAMPLES);
    score_by(&loaded, "0 4 n - 3", 0);
    instrument_explain_score(loaded.instrument, loaded.answers, loaded.scores, &out);
    assert_string_equal(
        out.bytes,
        "S\n"
        "  q1 0, q2 4 (answered though it should not have been asked: it stands), q3 not asked and "
        "taken as 0, q4 not answered and taken as 0, q5 3\n"
        "  adds up to 7\n");
    text_free(&out);
    unload(&loaded);
    open_text(&loaded, WORK NO_EXAMPLES);
    score_by(&loaded, "x 3 -", 0);
    struct text dropped = {0};
    instrument_explain_score(loaded.instrument, loaded.answers, loaded.scores, &dropped);
    assert_non_null(strstr(dropped.bytes,
                           "F\n  work does not apply and left out, home 3, leisure not answered\n"
                           "  adds up to 3; 1 unanswered, counted as 3, the mean of the others: 6\n"
                           "  with every answer it could have been anything from 3 to 7\n"));
    text_free(&dropped);
    unload(&loaded);
}

struct wrong {
    const char *skips, *sentence;
};

static void skips_are_checked(void **state)
{
    (void)state;
    static const struct wrong wrongs[] = {
        {"{ items = 'b' }", "skips[1] has no `when`. It is what the answers must be"},
        {"{ when = { a = 1 } }", "skips[1] has no `items`. It is which items are then not asked"},
        {"{ when = {}, items = 'b' }", "skips[1].when names no item, so the skip would always fit"},
        {"{ when = { c = 1 }, items = 'b' }", "skips[1].when.c is not an item"},
        {"{ when = { a = 6 }, items = 'b' }", "skips[1].when.a is 6, which is not a code of `a`"},
        {"{ when = { a = { 1, 7 } }, items = 'b' }",
         "skips[1].when.a is 7, which is not a code of `a`"},
        {"{ when = { a = 'z' }, items = 'b' }",
         "skips[1].when.a must be a code of `a`, a list of its codes, or a kind of no answer"},
        {"{ when = { a = 1 }, items = 'c' }", "skips[1].items names `c`, which is not an item"},
        {"{ when = { a = 1 }, items = 'b', as = 0 }",
         "skips[1].as is 0, which is not a code of `b`"},
        {"{ when = { a = 1 }, items = 'b', az = 0 }", "skips[1]: `az` is not a field of a skip"},
        {"{ when = { a = 1 }, items = 'b' }", "scales[1].lookup is a table for all items, but a "
                                              "skip without `as` may drop `b` out"},
    };
    for (size_t i = 0; i < sizeof wrongs / sizeof *wrongs; i++) {
        struct loaded loaded;
        char source[1000];
        snprintf(source, sizeof source,
                 HEAD ONE_TO_FIVE "items = 'a b',\nskips = { %s },\n"
                                  "scales = { { id = 's', title = 'S', lookup = { from = 2, 1, 2, "
                                  "3, 4, 5, 6, 7, 8, 9 } } },\n" NO_EXAMPLES,
                 wrongs[i].skips);
        assert_false(load_text(&loaded, source));
        assert_true(said(&loaded.faults, wrongs[i].sentence));
        unload(&loaded);
    }
}

static void every_skip_is_shown_by_an_example(void **state)
{
    (void)state;
    static const char ends[] = "{ 'low', '0{5}', s = 0 },\n{ 'high', '4{5}', s = 20 },\n"
                               "{ 'blank', '1 1 1 1 -', s = 'not scored' },\n"
                               "{ 'never', '0 n n n 1', s = 1 },\n";
    char source[2000];
    struct loaded loaded;
    size_t held;
    snprintf(source, sizeof source, AUDIT "examples = { %s } }", ends);
    open_text(&loaded, source);
    assert_false(instrument_check_examples(loaded.instrument, &held, &loaded.faults));
    assert_true(said(&loaded.faults, "no example has skips[2] leave out an item. Add a line in "
                                     "which it fits and an item of it has no answer"));
    assert_int_equal(loaded.faults.count, 1);
    unload(&loaded);
    snprintf(source, sizeof source, AUDIT "examples = { %s { 'no more', '1 0 0 n 1', s = 2 } } }",
             ends);
    open_text(&loaded, source);
    assert_true(instrument_check_examples(loaded.instrument, &held, &loaded.faults));
    assert_int_equal(held, 5);
    unload(&loaded);
}

static void the_engine_tries_that_an_answer_given_beats_a_skip(void **state)
{
    (void)state;
    static const char *const sources[] = {AUDIT NO_EXAMPLES, WORK NO_EXAMPLES};
    static const size_t properties[] = {10 + 2, 3 * 10 + 1};
    for (size_t i = 0; i < 2; i++) {
        struct loaded loaded;
        size_t held;
        open_text(&loaded, sources[i]);
        bool good = instrument_check_properties(loaded.instrument, &held, &loaded.faults);
        print_faults(&loaded.faults);
        assert_true(good);
        assert_int_equal(held, properties[i]);
        unload(&loaded);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_item_that_is_not_asked_counts_as_the_file_says),
        cmocka_unit_test(a_later_skip_sees_what_an_earlier_one_supplied),
        cmocka_unit_test(not_asked_where_no_skip_fits_is_unanswered),
        cmocka_unit_test(an_answer_that_was_given_stands),
        cmocka_unit_test(an_item_without_a_code_to_count_as_drops_out),
        cmocka_unit_test(what_dropped_out_is_neither_filled_nor_divided_by),
        cmocka_unit_test(only_what_dropped_out_leaves_nothing_to_score),
        cmocka_unit_test(a_list_of_codes_fits_any_of_them),
        cmocka_unit_test(the_range_reaches_down_to_what_is_left),
        cmocka_unit_test(the_steps_say_what_was_not_asked),
        cmocka_unit_test(skips_are_checked),
        cmocka_unit_test(every_skip_is_shown_by_an_example),
        cmocka_unit_test(the_engine_tries_that_an_answer_given_beats_a_skip),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
