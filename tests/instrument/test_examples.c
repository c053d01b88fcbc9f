/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Examples that do not hold, and what examples must show between them. */
#include "instrument/support.h"

#define FILE_WITH(scale, examples)                                                                 \
    HEAD ONE_TO_FIVE "items = { { id = 'a' }, { id = 'b', flag = 4 } },\n"                         \
                     "scales = { { id = 's', title = 'S', " scale " } },\nexamples = {\n" examples \
                     "} }"
#define LOW "{ 'low', '1 1', s = 2 },\n"
#define HIGH "{ 'high', '5 5', s = 10 },\n"
#define BLANK "{ 'blank', '1 -', s = 'not scored' },\n"
#define GOOD LOW HIGH BLANK

static bool examples_hold(struct loaded *loaded, const char *source, size_t *held)
{
    bool good = load_text(loaded, source);
    print_faults(&loaded->faults);
    assert_true(good);
    return instrument_check_examples(loaded->instrument, held, &loaded->faults);
}

struct wrong {
    const char *source, *sentence;
};

static void assert_said(const struct wrong *wrongs, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct loaded loaded;
        size_t held;
        assert_false(examples_hold(&loaded, wrongs[i].source, &held));
        assert_true(said(&loaded.faults, wrongs[i].sentence));
        assert_int_equal(loaded.faults.count, 1);
        unload(&loaded);
    }
}
#define ASSERT_SAID(wrongs) assert_said(wrongs, sizeof wrongs / sizeof *wrongs)

static void enough_examples_that_hold_are_enough(void **state)
{
    (void)state;
    struct loaded loaded;
    size_t held;
    assert_true(examples_hold(
        &loaded,
        FILE_WITH("", GOOD "{ 'more', '2 4', s = { 6, lowest = 6, highest = 6 }, "
                           "flags = 'b', given = { by = 'person', mode = 'screen' } },\n"
                           "{ 'because', '2 -', s = { 'not scored', lowest = 3, "
                           "highest = 7, reason = '1 of 2 answered' }, flags = '' },\n"),
        &held));
    assert_int_equal(held, 5);
    unload(&loaded);
}

static void an_example_that_does_not_hold_says_both_numbers(void **state)
{
    (void)state;
    static const struct wrong wrongs[] = {
        {FILE_WITH("", GOOD "{ 'x', '2 3', s = 6 },\n"),
         "made_up.lua:10: example \"x\": s comes to 5, the example says 6"},
        {FILE_WITH("", GOOD "{ 'x', '2 3', s = 'not scored' },\n"),
         "example \"x\": s comes to 5, the example says it is not scored"},
        {FILE_WITH("", GOOD "{ 'x', '2 -', s = 6 },\n"),
         "example \"x\": s is not scored (1 of 2 answered), the example says 6"},
        {FILE_WITH("", GOOD "{ 'x', '2 -', s = { 'not scored', lowest = 2, highest = 7 } },\n"),
         "example \"x\": lowest of s comes to 3, the example says 2"},
        {FILE_WITH("", GOOD "{ 'x', '2 -', s = { 'not scored', reason = 'too few' } },\n"),
         "example \"x\": reason of s is \"1 of 2 answered\", the example says \"too few\""},
        {FILE_WITH("", GOOD "{ 'x', '2 4', s = 6, flags = '' },\n"),
         "example \"x\": the items flagged are \"b\", the example says \"\""},
        {FILE_WITH("", GOOD "{ 'x', '2 4 1', s = 6 },\n"),
         "example \"x\" has 3 tokens for 2 items"},
        {FILE_WITH("", GOOD "{ 'x', '2 6', s = 6 },\n"),
         "example \"x\": b is 6; its answers run from 1 to 5"},
        {FILE_WITH("", GOOD "{ 'x', '2 4', s2 = 6 },\n"),
         "example \"x\": `s2` is not a scale. Did you mean `s`?"},
        {FILE_WITH("", GOOD "{ 'x', '2 4', s = { 6, abs = 'low' } },\n"),
         "example \"x\": s has no set of bands called `abs`"},
        {FILE_WITH("", GOOD "{ 'x', '2 4', s = { 6, se = 1 } },\n"), "se of s is not known"},
        {FILE_WITH("", GOOD "{ 'x', '2 4', given = { weight = 7 } },\n"),
         "given.weight is nothing that may be given"},
        {FILE_WITH("", GOOD "{ 'x', '2 4', given = { by = 'cat' } },\n"),
         "given.by is \"cat\"; it is one of: person"},
        {FILE_WITH("", GOOD "{ 'x', '2 4', given = { form = 'f' } },\n"),
         "made_up has no form `f`; it has none"},
        {FILE_WITH("", GOOD "{ 'x' },\n"),
         "must be { \"name\", \"tokens\", SCALE = what it comes to }"},
        {FILE_WITH("", GOOD "7,\n"), "examples[4] must be { \"name\", \"tokens\", … }"},
        {FILE_WITH("", GOOD "{ '100%s %n', '2 3', s = 6 },\n"),
         "example \"100%s %n\": s comes to 5"},
    };
    ASSERT_SAID(wrongs);
}

static void decimals_are_met_to_those_that_are_written(void **state)
{
    (void)state;
    struct loaded loaded;
    size_t held;
    assert_true(examples_hold(&loaded,
                              FILE_WITH("times = 1 / 3", "{ 'low', '1 1', s = 0.67 },\n"
                                                         "{ 'high', '5 5', s = 3.333 },\n" BLANK),
                              &held));
    unload(&loaded);
    static const struct wrong wrongs[] = {
        {FILE_WITH("times = 1 / 3",
                   "{ 'low', '1 1', s = 0.67 },\n{ 'high', '5 5', s = 3.34 },\n" BLANK),
         "s comes to 3.333333333333333, the example says 3.34"},
        {FILE_WITH("times = 1.1", "{ 'low', '1 1', s = 2.2 },\n{ 'high', '5 5', s = 11 },\n" BLANK
                                  "{ 'x', '2 3', s = 6 },\n"),
         "s comes to 5.5, the example says 6"},
    };
    ASSERT_SAID(wrongs);
}

static void what_no_example_shows_comes_with_the_line_that_would(void **state)
{
    (void)state;
    static const struct wrong wrongs[] = {
        {FILE_WITH("", HIGH BLANK), "made_up.lua:6: no example has the lowest value of s, 2. Add { "
                                    "\"s is 2\", \"1 1\", s = 2 },"},
        {FILE_WITH("", LOW BLANK),
         "no example has the highest value of s, 10. Add { \"s is 10\", \"5 5\", s = 10 },"},
        {FILE_WITH("", LOW HIGH), "examples: one missing rule has no example beyond it. Add { \"1 "
                                  "unanswered\", \"- 1\", s = \"not scored\" },"},
        {FILE_WITH("unanswered = 1, fill = 'mean'",
                   LOW HIGH "{ 'blanks', '- -', s = 'not scored' },\n"),
         "examples: one missing rule has no example at its limit. Add a line with 1 unanswered, s "
         "= the score"},
        {FILE_WITH("bands = { abs = { {2, 'low'}, {6, 'high'}, source = 'x' } }",
                   "{ 'low', '1 1', s = { 2, abs = 'low' } },\n{ 'six', '3 3', s = { 6, abs = "
                   "'high' } },\n" HIGH BLANK),
         "no example shows abs on either side of 6 (5 and 6). Add { \"s is 5\", \"4 1\", s = { 5, "
         "abs = \"low\" } },"},
        {HEAD ONE_TO_FIVE "items = 'a', forms = { f = { codes = { 5, 4, 3, 2, 1 } } },\nexamples = "
                          "{ { 'x', '1' } } }",
         "no example uses the form `f`. Add a line with given = { form = \"f\" }"},
        {HEAD ONE_TO_FIVE "items = 'a',\nexamples = {} }",
         "an instrument without scales shows one filled-in line"},
        {FILE_WITH("values = { 'low', 'high', 'odd' }, score = function(a) return a.a > 3 and "
                   "'high' or 'low' end",
                   "{ 'low', '1 1', s = 'low' },\n{ 'high', '5 5', s = 'high' },\n" BLANK),
         "no example shows s = \"odd\". Add a line with it"},
        {FILE_WITH("range = { 0, 5 }, score = function(a) return a.a end",
                   "{ 'low', '1 1', s = 1 },\n{ 'high', '5 4', s = 5 },\n" BLANK),
         "no example shows s with all its answers at their highest. Add a line with them, s = …"},
    };
    ASSERT_SAID(wrongs);
}

static void a_value_that_no_example_states_is_not_shown(void **state)
{
    (void)state;
    static const struct wrong wrongs[] = {
        {FILE_WITH("", "{ 'low', '1 1' },\n" HIGH BLANK),
         "no example has the lowest value of s, 2"},
    };
    ASSERT_SAID(wrongs);
}

static void a_function_that_fails_is_said_with_its_example(void **state)
{
    (void)state;
    struct loaded loaded;
    size_t held;
    assert_false(
        examples_hold(&loaded,
                      FILE_WITH("range = { 0, 5 }, score = function(a) return a.a / 0 end",
                                "{ 'low', '1 1', s = 1 },\n{ 'high', '5 5', s = 5 },\n" BLANK),
                      &held));
    assert_true(said(&loaded.faults, "(example \"low\")"));
    assert_int_equal(held, 1);
    unload(&loaded);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(enough_examples_that_hold_are_enough),
        cmocka_unit_test(an_example_that_does_not_hold_says_both_numbers),
        cmocka_unit_test(decimals_are_met_to_those_that_are_written),
        cmocka_unit_test(what_no_example_shows_comes_with_the_line_that_would),
        cmocka_unit_test(a_value_that_no_example_states_is_not_shown),
        cmocka_unit_test(a_function_that_fails_is_said_with_its_example),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
