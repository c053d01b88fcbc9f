/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a function is given besides answers: what `needs` names, and nothing else. */
#include "instrument/support.h"

#define FILE_WITH(needs, body)                                                                     \
    HEAD ONE_TO_FIVE "items = { { id = 'a' }, { id = 'b' } },\n"                                   \
                     "scales = { { id = 's', title = 'S', range = { 0, 1000 },\n" needs            \
                     "\nscore = function(answer, given) " body " end } },\nexamples = {} }"

static const struct score *score_given(struct loaded *loaded, const char *tokens,
                                       const struct given *given)
{
    assert_true(instrument_read(loaded->instrument, tokens, true, loaded->arena, loaded->answers,
                                &loaded->fault));
    bool good = instrument_score(loaded->instrument, loaded->answers, given, loaded->worker, true,
                                 loaded->arena, loaded->scores, &loaded->fault);
    if (!good)
        print_message("%s\n", loaded->fault.text);
    assert_true(good);
    return &loaded->scores[0];
}

static const struct given known = {.by = 0,
                                   .mode = 5,
                                   .age = {true, 40, 40},
                                   .sex = "female",
                                   .earlier = NULL,
                                   .earlier_count = 0};

static void a_function_is_given_what_needs_names_and_nothing_else(void **state)
{
    (void)state;
    struct loaded loaded;
    assert_true(load_text(&loaded, FILE_WITH("needs = 'age mode',",
                                             "if given.sex or given.by or given.earlier then "
                                             "return 999 end\n"
                                             "return given.mode == 'telephone' and given.age")));
    assert_number(score_given(&loaded, "1 2", &known)->value, 40, 0);
    unload(&loaded);
    assert_true(load_text(&loaded, FILE_WITH("needs = 'sex by',",
                                             "if given.age or given.mode then return 999 end\n"
                                             "return given.sex == 'female' and given.by == "
                                             "'person' and 1 or 0")));
    assert_number(score_given(&loaded, "1 2", &known)->value, 1, 0);
    unload(&loaded);
}

static void what_is_not_known_gives_no_score_and_says_which(void **state)
{
    (void)state;
    struct loaded loaded;
    static const struct given nothing = {0};
    assert_true(load_text(&loaded, FILE_WITH("needs = 'age',", "return given.age")));
    assert_string_equal(score_given(&loaded, "1 2", &nothing)->reason, "age not known");
    unload(&loaded);
    assert_true(load_text(&loaded, FILE_WITH("needs = 'sex',", "return 1")));
    assert_string_equal(score_given(&loaded, "1 2", &nothing)->reason, "sex not known");
    unload(&loaded);
}

static void two_ages_that_come_to_the_same_are_known_closely_enough(void **state)
{
    (void)state;
    struct loaded loaded;
    struct given given = {.age = {true, 64, 65}};
    assert_true(
        load_text(&loaded, FILE_WITH("needs = 'age',", "return given.age < 65 and 1 or 2")));
    assert_string_equal(score_given(&loaded, "1 2", &given)->reason, "age not known");
    assert_false(loaded.scores[0].has_value);
    given.age = (struct ages){true, 65, 66};
    assert_number(score_given(&loaded, "1 2", &given)->value, 2, 0);
    unload(&loaded);
}

static void earlier_times_come_latest_first_with_days_and_answers_after_skips(void **state)
{
    (void)state;
    struct loaded loaded;
    struct answer last[] = {{.kind = ANSWER_CODE, .code = 3}, {.kind = ANSWER_NONE}},
                  first[] = {{.kind = ANSWER_CODE, .code = 1}, {.kind = ANSWER_CODE, .code = 5}};
    struct earlier earlier[] = {{true, 28, last}, {false, 0, first}};
    struct given given = {.earlier = earlier, .earlier_count = 2};
    assert_true(load_text(
        &loaded, FILE_WITH("needs = 'earlier',",
                           "local e = given.earlier\n"
                           "if #e ~= 2 or e[1].answer.b ~= nil or e[2].days ~= nil then return 999 "
                           "end\nreturn e[1].days * 10 + e[1].answer.a + e[2].answer.b")));
    assert_number(score_given(&loaded, "1 2", &given)->value, 288, 0);
    unload(&loaded);
}

static void needs_without_score_or_of_something_else_is_refused(void **state)
{
    (void)state;
    static const struct {
        const char *source, *sentence;
    } wrongs[] = {{FILE_WITH("needs = 'age weight',", "return 1"),
                   "scales[1].needs names `weight`; a function may be given: age sex mode by "
                   "earlier"},
                  {HEAD ONE_TO_FIVE "items = { { id = 'a' } },\nscales = { { id = 's', title = "
                                    "'S', needs = 'age' } },\nexamples = {} }",
                   "scales[1].needs is what a function is given, and there is no `score`"}};
    for (size_t i = 0; i < sizeof wrongs / sizeof *wrongs; i++) {
        struct loaded loaded;
        assert_false(load_text(&loaded, wrongs[i].source));
        assert_true(said(&loaded.faults, wrongs[i].sentence));
        unload(&loaded);
    }
}

static void an_age_is_in_whole_years_and_a_year_of_birth_leaves_two(void **state)
{
    (void)state;
    struct days born = {day_of(1984, 2, 29), day_of(1984, 2, 29)},
                year = {day_of(1984, 1, 1), day_of(1984, 12, 31)};
    struct ages age = ages_on(born, day_of(2024, 2, 28));
    assert_true(age.known && age.low == 39 && age.high == 39);
    age = ages_on(born, day_of(2024, 2, 29));
    assert_true(age.known && age.low == 40 && age.high == 40);
    age = ages_on(year, day_of(2024, 6, 1));
    assert_true(age.known && age.low == 39 && age.high == 40);
    age = ages_on(year, day_of(2024, 12, 31));
    assert_true(age.low == 40 && age.high == 40);
    assert_false(ages_on(born, day_of(1980, 1, 1)).known);
    assert_false(ages_on((struct days){DAY_NONE, DAY_NONE}, day_of(1980, 1, 1)).known);
}

#define EXAMPLE(given)                                                                             \
    HEAD ONE_TO_FIVE                                                                               \
        "items = { { id = 'a' } },\nscales = { { id = 's', title = 'S', range = { 0, 200 }, "      \
        "needs = 'age sex earlier', score = function(answer, given)\nlocal sum = given.age\n"      \
        "for _, e in ipairs(given.earlier) do sum = sum + e.answer.a end\n"                        \
        "return sum end } },\nexamples = { { 'x', '1', s = 50, given = { " given " } } } }"

static void examples_say_who_answered_and_what_was_answered_before(void **state)
{
    (void)state;
    static const struct {
        const char *source, *sentence;
    } files[] = {
        {EXAMPLE("age = 43, sex = 'male', earlier = { { 7, '5' }, { 30, '2' } }"), NULL},
        {EXAMPLE("age = 43.5, sex = 'male'"),
         "example \"x\": given.age must be whole years from 0 to 150"},
        {EXAMPLE("age = 50, sex = 'male', earlier = { '5' }"),
         "example \"x\": given.earlier must be { { days before, \"tokens\" }, … }"},
        {EXAMPLE("age = 50, sex = 'male', earlier = { { 30, '2' }, { 7, '5' } }"),
         "example \"x\": given.earlier comes latest first, so its days rise"},
        {EXAMPLE("age = 50, sex = 'male', earlier = { { 30, '9' } }"),
         "example \"x\": given.earlier: a is 9; its answers run from 1 to 5"},
        {EXAMPLE("weight = 50"), "example \"x\": given.weight is nothing that may be given"},
    };
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        struct loaded loaded;
        size_t held;
        assert_true(load_text(&loaded, files[i].source));
        instrument_check_examples(loaded.instrument, &held, &loaded.faults);
        assert_int_equal(held, files[i].sentence ? 0 : 1);
        if (files[i].sentence)
            assert_true(said(&loaded.faults, files[i].sentence));
        unload(&loaded);
    }
}

static void drawn_answers_are_of_somebody_who_is_known(void **state)
{
    (void)state;
    struct loaded loaded;
    size_t held;
    assert_true(load_text(
        &loaded, FILE_WITH("needs = 'age sex mode by earlier',",
                           "assert(given.age and given.sex and given.mode and given.earlier)\n"
                           "return given.age + #given.earlier")));
    bool good = instrument_check_properties(loaded.instrument, &held, &loaded.faults);
    print_faults(&loaded.faults);
    assert_true(good);
    unload(&loaded);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_function_is_given_what_needs_names_and_nothing_else),
        cmocka_unit_test(what_is_not_known_gives_no_score_and_says_which),
        cmocka_unit_test(two_ages_that_come_to_the_same_are_known_closely_enough),
        cmocka_unit_test(earlier_times_come_latest_first_with_days_and_answers_after_skips),
        cmocka_unit_test(needs_without_score_or_of_something_else_is_refused),
        cmocka_unit_test(an_age_is_in_whole_years_and_a_year_of_birth_leaves_two),
        cmocka_unit_test(examples_say_who_answered_and_what_was_answered_before),
        cmocka_unit_test(drawn_answers_are_of_somebody_who_is_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
