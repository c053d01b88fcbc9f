/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A scale's own function: what it is given, and what is believed of what it gives back. */
#include "instrument/support.h"

#define FILE_WITH(scale, body)                                                                     \
    HEAD ONE_TO_FIVE                                                                               \
        "items = { { id = 'a' }, { id = 'b' }, { id = 'story', answers = 'words' } },\n"           \
        "scales = { { id = 's', title = 'S', " scale ",\nscore = function(answer, given) " body    \
        " end },\n"                                                                                \
        "{ id = 'after', title = 'After', items = 'a' } },\nexamples = {} }"
#define NUMBER "items = 'a b', range = { 0, 10 }"
#define CATEGORY "items = 'a b', values = { 'low', 'high' }"

static void a_number_in_range_a_value_or_a_reason_is_taken(void **state)
{
    (void)state;
    struct loaded loaded;
    assert_true(load_text(
        &loaded, FILE_WITH(NUMBER, "if answer.a == 1 then return nil, 'too low to say' end "
                                   "return (answer.a + answer.b) / 2")));
    assert_value(&loaded, "2 5 +", 0, 3.5);
    assert_between(&loaded.scores[0], 3.5, 3.5);
    assert_not_scored(&loaded, "1 5 +", 0, "too low to say");
    assert_false(loaded.scores[0].has_range);
    assert_not_scored(&loaded, "2 - +", 0, "1 of 2 answered");
    assert_false(loaded.scores[0].has_range);
    unload(&loaded);
    assert_true(load_text(&loaded, FILE_WITH(CATEGORY, "return answer.a > 3 and 'high' or 'low'")));
    assert_string_equal(score_of(&loaded, "4 1 -", 0)->category, "high");
    assert_string_equal(score_of(&loaded, "3 1 -", 0)->category, "low");
    unload(&loaded);
}

static void it_is_given_its_items_and_nothing_else(void **state)
{
    (void)state;
    struct loaded loaded;
    assert_true(
        load_text(&loaded, FILE_WITH("items = 'a story', unanswered = 1, range = { 0, 100 }",
                                     "local n = 0\n"
                                     "for k, v in pairs(answer) do n = n + 1 end\n"
                                     "for k, v in pairs(given) do n = n + 50 end\n"
                                     "if answer.story == true then n = n + 10 end\n"
                                     "if answer.b ~= nil then n = n + 20 end\n"
                                     "if answer.a == nil then n = n + 30 end\nreturn n")));
    assert_value(&loaded, "2 5 +", 0, 12);
    assert_value(&loaded, "2 5 -", 0, 1);
    assert_false(loaded.scores[0].has_range);
    assert_value(&loaded, "d 5 +", 0, 41);
    unload(&loaded);
}

struct hostile {
    const char *source, *sentence;
};

static void what_it_may_not_give_is_an_error_that_names_it(void **state)
{
    (void)state;
    static const struct hostile files[] = {
        {FILE_WITH(NUMBER, "return 11"),
         "made_up.lua:6: scales[1].score gave 11. It must give a number from 0 to 10"},
        {FILE_WITH(NUMBER, "return -0.5"),
         "gave -0.5. It must give a number from 0 to 10, or nil and a reason"},
        {FILE_WITH(NUMBER, "return '5'"), "gave \"5\". It must give a number"},
        {FILE_WITH(NUMBER, "return true"), "gave true. It must give a number"},
        {FILE_WITH(NUMBER, "return {}"), "gave a table. It must give a number"},
        {FILE_WITH(NUMBER, "return nil"), "gave nil without a reason"},
        {FILE_WITH(NUMBER, "return"), "gave nil without a reason"},
        {FILE_WITH(NUMBER, "return nil, ''"),
         "gave nil and a reason that is no text of 1 to 80 characters"},
        {FILE_WITH(NUMBER, "return nil, 7"),
         "gave nil and a reason that is no text of 1 to 80 characters"},
        {FILE_WITH(NUMBER, "return nil, 'a\\nb'"),
         "gave nil and a reason that is no text of 1 to 80"},
        {FILE_WITH(NUMBER, "return nil, ('x'):rep(81)"),
         "gave nil and a reason that is no text of 1 to 80"},
        {FILE_WITH(NUMBER, "return 5, 'why'"), "gave two things at once"},
        {FILE_WITH(CATEGORY, "return 'medium'"),
         "gave \"medium\". It must give \"low\", \"high\", or nil and a reason"},
        {FILE_WITH(CATEGORY, "return 1"),
         "gave 1. It must give \"low\", \"high\", or nil and a reason"},
        {FILE_WITH(CATEGORY, "return 'Low'"), "gave \"Low\""},
    };
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        struct loaded loaded;
        bool good = load_text(&loaded, files[i].source);
        print_faults(&loaded.faults);
        assert_true(good);
        assert_false(score_by(&loaded, "1 2 +", 0));
        if (!strstr(loaded.fault.text, files[i].sentence))
            print_message("%s\n", loaded.fault.text);
        assert_non_null(strstr(loaded.fault.text, files[i].sentence));
        assert_string_equal(loaded.scores[0].reason, "plugin_failed");
        assert_false(loaded.scores[0].has_value);
        assert_true(loaded.scores[1].has_value);
        unload(&loaded);
    }
}

static void a_function_that_fails_costs_only_its_own_scale(void **state)
{
    (void)state;
    static const char *const bodies[] = {FILE_WITH(NUMBER, "return 0/0"),
                                         FILE_WITH(NUMBER, "return 1/0"),
                                         FILE_WITH(NUMBER, "error('no')"),
                                         FILE_WITH(NUMBER, "return answer.c.d"),
                                         FILE_WITH(NUMBER, "return function() end"),
                                         FILE_WITH(NUMBER, "while true do end")};
    for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++) {
        struct loaded loaded;
        assert_true(load_text(&loaded, bodies[i]));
        assert_false(score_by(&loaded, "1 2 +", 0));
        assert_non_null(strstr(loaded.fault.text, "made_up.lua"));
        assert_string_equal(loaded.scores[0].reason, "plugin_failed");
        assert_true(loaded.scores[1].has_value);
        unload(&loaded);
    }
}

static void a_reason_of_eighty_characters_is_counted_in_characters(void **state)
{
    (void)state;
    struct loaded loaded;
    assert_true(load_text(&loaded, FILE_WITH(NUMBER, "return nil, ('\xC3\xA9'):rep(80)")));
    assert_true(score_by(&loaded, "1 2 +", 0));
    assert_int_equal(strlen(loaded.scores[0].reason), 160);
    unload(&loaded);
}

static void a_wrong_result_is_not_repeated_where_it_could_show_an_answer(void **state)
{
    (void)state;
    struct loaded loaded;
    struct given given = {0};
    assert_true(load_text(&loaded, FILE_WITH(NUMBER, "return 1000 * answer.a")));
    assert_true(instrument_read(loaded.instrument, "3 1 +", false, loaded.arena, loaded.answers,
                                &loaded.fault));
    assert_false(instrument_score(loaded.instrument, loaded.answers, &given, loaded.worker, false,
                                  loaded.arena, loaded.scores, &loaded.fault));
    assert_null(strstr(loaded.fault.text, "3000"));
    assert_non_null(strstr(loaded.fault.text, "gave something it may not give"));
    unload(&loaded);
}

static void a_function_is_not_called_for_somebody_elses_answers(void **state)
{
    (void)state;
    struct loaded loaded;
    assert_true(load_text(&loaded, FILE_WITH(NUMBER, "error('called')")));
    assert_true(score_by(&loaded, "1 2 +", 1));
    assert_string_equal(loaded.scores[0].reason, "answered by a proxy");
    assert_true(score_by(&loaded, "1 - +", 0));
    assert_string_equal(loaded.scores[0].reason, "1 of 2 answered");
    unload(&loaded);
}

static void without_a_worker_a_function_is_a_fault_and_no_score(void **state)
{
    (void)state;
    struct loaded loaded;
    struct given given = {0};
    assert_true(load_text(&loaded, FILE_WITH(NUMBER, "return 1")));
    assert_true(instrument_read(loaded.instrument, "3 1 +", false, loaded.arena, loaded.answers,
                                &loaded.fault));
    assert_false(instrument_score(loaded.instrument, loaded.answers, &given, NULL, true,
                                  loaded.arena, loaded.scores, &loaded.fault));
    assert_int_equal(loaded.fault.kind, FAULT_OURS);
    assert_string_equal(loaded.scores[0].reason, "plugin_failed");
    unload(&loaded);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_number_in_range_a_value_or_a_reason_is_taken),
        cmocka_unit_test(it_is_given_its_items_and_nothing_else),
        cmocka_unit_test(what_it_may_not_give_is_an_error_that_names_it),
        cmocka_unit_test(a_function_that_fails_costs_only_its_own_scale),
        cmocka_unit_test(a_reason_of_eighty_characters_is_counted_in_characters),
        cmocka_unit_test(a_wrong_result_is_not_repeated_where_it_could_show_an_answer),
        cmocka_unit_test(a_function_is_not_called_for_somebody_elses_answers),
        cmocka_unit_test(without_a_worker_a_function_is_a_fault_and_no_score),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
