/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sentence of what a function found. */
#include "loading.h"

#define TELLING(tell, found)                                                                       \
    "tell = '" tell "', reads = 'plan', find = function(timeline, found) "                         \
    "local all = timeline:all('plan') for e in timeline:each('plan') do "                          \
    "if e ~= all[2] then found { events = { e, all[2] }" found " } end end end, "

/* The first still runs when the second begins. */
#define PLANS "2024-03-01..2024-06-09 plan service=a\\n2024-03-10..2024-05-01 plan service=b"

#define EXAMPLES "examples = { { 'two', finds = 1, '" PLANS "' } }"

static void assert_hole(const char *source, const char *holder)
{
    struct loaded loaded = load_source(source);
    size_t examples;
    assert_loads(&loaded);
    assert_false(indicator_check_examples(loaded.indicator, &examples, &loaded.faults));
    const char *sentence =
        arena_format(loaded.arena,
                     "example \"two\": nothing fills {%s} of `tell`. Put what stands around it in "
                     "square brackets, which are left out when it is empty",
                     holder);
    assert_true(says(&loaded, sentence));
    unload(&loaded);
}

static void an_example_shows_what_nothing_fills(void **state)
{
    (void)state;
    assert_hole(DECLARED(TELLING("It was so by {after.onward}.", "") EXAMPLES), "after.onward");
    assert_hole(DECLARED(TELLING("It was so, {class}.", "") EXAMPLES), "class");
    assert_hole(DECLARED(TELLING("It was so {days} {unit}.", ", value = 1") EXAMPLES), "unit");
    assert_hole(DECLARED(TELLING("It was so {value} days.", "") EXAMPLES), "value");
}

static void what_stands_in_brackets_may_be_left_out(void **state)
{
    (void)state;
    struct loaded loaded =
        load_source(DECLARED(TELLING("It was so on {after.date}[ by {after.onward}][ as {class}]"
                                     "[, {value} {unit}].",
                                     "") EXAMPLES));
    size_t examples;
    assert_loads(&loaded);
    indicator_check_examples(loaded.indicator, &examples, &loaded.faults);
    assert_int_equal(examples, 1);
    unload(&loaded);
}

static void assert_told(const char *source, const char *told)
{
    struct loaded loaded = load_source(source);
    assert_loads(&loaded);
    struct found found = find(&loaded, "2024-03-01..2024-06-09 plan service=a\n"
                                       "2024-03-10..2024-05-01 plan service=b\n");
    assert_string_equal(found.rows[0].state, "found");
    assert_string_equal(found.rows[0].told, told);
    unload(&loaded);
}

static void no_days_lie_between_while_the_first_still_runs(void **state)
{
    (void)state;
    assert_told(DECLARED(NO_EXAMPLES TELLING("After {days} days.", "")), "After 0 days.");
}

static void a_value_is_what_the_function_gave_and_nothing_else(void **state)
{
    (void)state;
    assert_told(DECLARED(NO_EXAMPLES TELLING("It was so[ {value} times].", "")), "It was so.");
    assert_told(DECLARED(NO_EXAMPLES TELLING("It was so[ {value} times].", ", value = 3")),
                "It was so 3 times.");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_example_shows_what_nothing_fills),
        cmocka_unit_test(what_stands_in_brackets_may_be_left_out),
        cmocka_unit_test(no_days_lie_between_while_the_first_still_runs),
        cmocka_unit_test(a_value_is_what_the_function_gave_and_nothing_else),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
