/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Published tables: by age, sex and mode, in steps, and what is said of wrong ones. */
#include "instrument/support.h"

#define FILE_WITH(lookup)                                                                          \
    HEAD "answers = { 'no', 'yes', from = 0 }, items = 'a b',\n"                                   \
         "scales = { { id = 's', title = 'S', lookup = " lookup " } },\nexamples = {} }"

/* Cut after the shape of a published set of four: two ages by two ways of asking. */
#define FOUR                                                                                       \
    FILE_WITH("{ { age = { 18, 61 }, mode = 'self screen', from = 0, 1, 2, 3 },\n"                 \
              "{ age = { 18, 61 }, mode = 'interview', from = 0, 11, 12, 13 },\n"                  \
              "{ age = { 62 }, mode = 'self screen', from = 0, 21, 22, 23 },\n"                    \
              "{ age = { 62 }, mode = 'interview', from = 0, 31, 32, 43.5 } }")
enum { MODE_SELF = 1, MODE_INTERVIEW = 4, MODE_TELEPHONE = 5 };

static const struct score *score_given(struct loaded *loaded, const char *tokens,
                                       const struct given *given)
{
    assert_true(instrument_read(loaded->instrument, tokens, true, loaded->arena, loaded->answers,
                                &loaded->fault));
    assert_true(instrument_score(loaded->instrument, loaded->answers, given, loaded->worker, true,
                                 loaded->arena, loaded->scores, &loaded->fault));
    return &loaded->scores[0];
}

static void the_first_table_that_holds_for_somebody_is_theirs(void **state)
{
    (void)state;
    struct loaded loaded;
    assert_true(load_text(&loaded, FOUR));
    struct given given = {.mode = MODE_SELF, .age = {true, 61, 61}};
    assert_number(score_given(&loaded, "1 1", &given)->value, 3, 0);
    given.mode = MODE_INTERVIEW;
    assert_number(score_given(&loaded, "0 1", &given)->value, 12, 0);
    given.age = (struct ages){true, 62, 62};
    assert_number(score_given(&loaded, "1 1", &given)->value, 43.5, 0);
    assert_number(loaded.instrument->scales[0].lowest, 1, 0);
    assert_number(loaded.instrument->scales[0].highest, 43.5, 0);
    assert_false(score_given(&loaded, "1 -", &given)->has_value);
    assert_string_equal(loaded.scores[0].reason, "1 of 2 answered");
    assert_between(&loaded.scores[0], 32, 43.5);
    unload(&loaded);
}

static void whose_table_there_is_none_has_no_score_and_is_told_why(void **state)
{
    (void)state;
    struct loaded loaded;
    static const struct {
        struct given given;
        const char *reason;
    } none[] = {
        {{.mode = MODE_SELF, .age = {true, 17, 17}}, "no table for age 17"},
        {{.mode = MODE_SELF, .age = {true, 16, 17}}, "no table for age 16 or 17"},
        {{.mode = MODE_SELF, .age = {true, 17, 18}}, "age not known"},
        {{.mode = MODE_SELF}, "age not known"},
        {{.mode = MODE_TELEPHONE, .age = {true, 40, 40}}, "no table for mode telephone"},
        {{.age = {true, 40, 40}}, "no table for mode unknown"},
    };
    assert_true(load_text(&loaded, FOUR));
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
        const struct score *score = score_given(&loaded, "1 1", &none[i].given);
        assert_false(score->has_value || score->has_range);
        assert_string_equal(score->reason, none[i].reason);
    }
    unload(&loaded);
}

static void a_year_of_birth_on_one_side_of_a_limit_is_known_closely_enough(void **state)
{
    (void)state;
    struct loaded loaded;
    struct given given = {.mode = MODE_SELF, .age = {true, 60, 61}};
    assert_true(load_text(&loaded, FOUR));
    assert_number(score_given(&loaded, "1 1", &given)->value, 3, 0);
    given.age = (struct ages){true, 61, 62};
    assert_string_equal(score_given(&loaded, "1 1", &given)->reason, "age not known");
    unload(&loaded);
}

static void a_table_may_be_for_one_sex_and_the_last_for_everybody(void **state)
{
    (void)state;
    struct loaded loaded;
    struct given given = {.sex = "female"};
    assert_true(load_text(&loaded, FILE_WITH("{ { sex = 'female', from = 0, 1, 2, 3 }, "
                                             "{ sex = 'male', from = 0, 4, 5, 6 } }")));
    assert_number(score_given(&loaded, "1 1", &given)->value, 3, 0);
    given.sex = NULL;
    assert_string_equal(score_given(&loaded, "1 1", &given)->reason, "sex not known");
    given.sex = "my own words";
    assert_string_equal(score_given(&loaded, "1 1", &given)->reason, "no table for this sex");
    unload(&loaded);
    assert_true(load_text(
        &loaded, FILE_WITH("{ { mode = 'self', from = 0, 1, 2, 3 }, { from = 0, 4, 5, 6 } }")));
    assert_number(score_given(&loaded, "1 1", &given)->value, 6, 0);
    unload(&loaded);
}

static void steps_hold_from_here_up(void **state)
{
    (void)state;
    struct loaded loaded;
    assert_true(load_text(&loaded, FILE_WITH("{ { 0, 5 }, { 2, 9 } }, times = 1.5")));
    assert_value(&loaded, "0 0", 0, 5);
    assert_value(&loaded, "0 1", 0, 5);
    assert_value(&loaded, "1 1", 0, 9);
    const struct score *score = score_of(&loaded, "1 -", 0);
    assert_between(score, 5, 9);
    unload(&loaded);
}

static void a_wrong_table_is_refused_with_its_place(void **state)
{
    (void)state;
    static const struct {
        const char *source, *sentence;
    } wrongs[] = {
        {FILE_WITH("{ { age = { 18 }, from = 0, 1, 2 }, { age = { 0, 17 }, from = 0, 1, 2, 3 } }"),
         "scales[1].lookup[1] has 2 values; totals run from 0 to 2, so it needs 3"},
        {FILE_WITH("{ { age = { 61, 18 }, from = 0, 1, 2, 3 } }"),
         "scales[1].lookup[1].age must be { from, to } in years"},
        {FILE_WITH("{ { mode = 'fax', from = 0, 1, 2, 3 } }"),
         "scales[1].lookup[1].mode names `fax`; modes are unknown self screen"},
        {FILE_WITH("{ { from = 0, 1, 2, 3 }, { sex = 'male', from = 0, 1, 2, 3 } }"),
         "scales[1].lookup[1] holds for everybody, so the tables behind it are never used"},
        {FILE_WITH("{ from = 0, { sex = 'male', from = 0, 1, 2, 3 } }"),
         "scales[1].lookup is a list of tables and has `from` beside them"},
        {FILE_WITH("{ { aged = { 18 }, from = 0, 1, 2, 3 } }"),
         "scales[1].lookup[1]: `aged` is not a field of a lookup. Did you mean `age`?"},
        {FILE_WITH("{ 1, 2, 3 }"), "scales[1].lookup must be { from = 7, 7.00, 9.51, … }"},
        {FILE_WITH("{ { 0, 'low' }, { 1, 'high' } }"),
         "scales[1].lookup gives \"low\"; a score is a number. Names are for `bands`"},
        {FILE_WITH("{ { 1, 5 }, { 2, 9 } }"),
         "scales[1].lookup begins at 1; totals run from 0 to 2"},
        {FILE_WITH("{ { 0, 5 }, { 3, 9 } }"),
         "scales[1].lookup has a step at 3, but totals run from 0 to 2"},
        {FILE_WITH("{ from = 0, { 0, 5 }, { 1, 9 } }"), "scales[1].lookup has steps and `from`"},
    };
    for (size_t i = 0; i < sizeof wrongs / sizeof *wrongs; i++) {
        struct loaded loaded;
        assert_false(load_text(&loaded, wrongs[i].source));
        assert_true(said(&loaded.faults, wrongs[i].sentence));
        unload(&loaded);
    }
}

static void every_table_needs_an_example(void **state)
{
    (void)state;
    static const char source[] =
        HEAD "answers = { 'no', 'yes', from = 0 }, items = 'a b',\n"
             "scales = { { id = 's', title = 'S', lookup = { { sex = 'female', from = 0, 1, 2, 3 "
             "}, { sex = 'male', from = 0, 1, 2, 3 } } } },\nexamples = {\n"
             "{ 'x', '0 0', s = 1, given = { sex = 'female' } },\n"
             "{ 'y', '1 1', s = 3, given = { sex = 'female' } },\n"
             "{ 'z', '1 -', s = 'not scored' } } }";
    struct loaded loaded;
    size_t held;
    assert_true(load_text(&loaded, source));
    assert_false(instrument_check_examples(loaded.instrument, &held, &loaded.faults));
    assert_int_equal(held, 3);
    assert_true(said(&loaded.faults, "no example of s uses scales[1].lookup[2]. Add a line with"));
    assert_int_equal(loaded.faults.count, 1);
    bool good = instrument_check_properties(loaded.instrument, &held, &loaded.faults);
    assert_true(good);
    unload(&loaded);
}

static void a_table_is_said_back_with_whom_it_is_for(void **state)
{
    (void)state;
    struct loaded loaded;
    struct text out = {0};
    assert_true(load_text(&loaded, FOUR));
    instrument_describe(loaded.instrument, &out);
    assert_non_null(strstr(out.bytes, "the total is looked up in the published table, aged 18 to "
                                      "61, asked by any of: self screen: 0 gives 1 … 2 gives 3"));
    assert_non_null(strstr(out.bytes, "aged 62 and over, asked by any of: interview"));
    text_free(&out);
    unload(&loaded);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_table_that_holds_for_somebody_is_theirs),
        cmocka_unit_test(whose_table_there_is_none_has_no_score_and_is_told_why),
        cmocka_unit_test(a_year_of_birth_on_one_side_of_a_limit_is_known_closely_enough),
        cmocka_unit_test(a_table_may_be_for_one_sex_and_the_last_for_everybody),
        cmocka_unit_test(steps_hold_from_here_up),
        cmocka_unit_test(a_wrong_table_is_refused_with_its_place),
        cmocka_unit_test(every_table_needs_an_example),
        cmocka_unit_test(a_table_is_said_back_with_whom_it_is_for),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
