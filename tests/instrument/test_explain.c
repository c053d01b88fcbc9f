/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The worked steps in words, as they stand. */
#include "instrument/support.h"

static void assert_explained(struct loaded *loaded, const char *tokens, const char *expected)
{
    struct text out = {0};
    score_by(loaded, tokens, 0);
    instrument_explain_score(loaded->instrument, loaded->answers, loaded->scores, &out);
    assert_string_equal(out.bytes, expected);
    text_free(&out);
}

static void a_total_and_its_table_are_said(void **state)
{
    (void)state;
    struct loaded loaded;
    load_file(&loaded, SOURCE_DIR "/instruments/swemwbs.lua");
    assert_explained(
        &loaded, "3 3 3 4 3 3 3",
        "Mental wellbeing\n"
        "  optimistic 3, useful 3, relaxed 3, problems 4, clearly 3, close 3, decide 3\n"
        "  adds up to 22; the table gives 19.98\n");
    assert_explained(
        &loaded, "3 3 3 - 3 3 3",
        "Mental wellbeing\n"
        "  optimistic 3, useful 3, relaxed 3, problems not answered, clearly 3, close 3, decide 3\n"
        "  6 of 7 answered: not scored. The blank could have made it anything from 17.98 to "
        "20.73\n");
    assert_explained(&loaded, "3 3 3 d x w u",
                     "Mental wellbeing\n"
                     "  optimistic 3, useful 3, relaxed 3, problems declined, clearly does not "
                     "apply, close withheld, "
                     "decide not known\n"
                     "  3 of 7 answered: not scored. The blanks could have made it anything from "
                     "14.75 to 26.02\n");
    unload(&loaded);
}

static void a_function_a_band_and_a_flag_are_said(void **state)
{
    (void)state;
    struct loaded loaded;
    load_file(&loaded, SOURCE_DIR "/instruments/phq9.lua");
    assert_explained(&loaded, "2 0 0 0 0 0 0 0 1 0",
                     "Low mood\n"
                     "  q1 2, q2 0, q3 0, q4 0, q5 0, q6 0, q7 0, q8 0, q9 1\n"
                     "  adds up to 3\n"
                     "  severity: minimal, from 0 (Kroenke et al. (2001))\n"
                     "The first two, most days\n"
                     "  q1 2 (counts 1), q2 0\n"
                     "  adds up to 1\n"
                     "How many there are, most days\n"
                     "  q1 2 (counts 1), q2 0, q3 0, q4 0, q5 0, q6 0, q7 0, q8 0, q9 1\n"
                     "  adds up to 2\n"
                     "Screen\n"
                     "  core 1, symptoms 2\n"
                     "  the function gives other\n"
                     "Brought to the person and their coach at once: q9\n");
    unload(&loaded);
}

static void filling_turning_and_multiplying_are_said(void **state)
{
    (void)state;
    struct loaded loaded;
    assert_true(load_text(
        &loaded, HEAD ONE_TO_FIVE
        "items = 'a b c',\n"
        "scales = { { id = 's', title = 'Filled', items = 'a -b c', unanswered = 1, fill = 'mean' "
        "},\n"
        "{ id = 't', title = 'Mean', total = 'mean', times = 10, plus = -1, unanswered = 1 } },\n"
        "examples = {} }"));
    assert_explained(&loaded, "2 1 -",
                     "Filled\n"
                     "  a 2, b 1 (turned round: 5), c not answered\n"
                     "  adds up to 7; 1 unanswered, counted as 3.5, the mean of the others: 10.5\n"
                     "  with every answer it could have been anything from 8 to 12\n"
                     "Mean\n"
                     "  a 2, b 1, c not answered\n"
                     "  adds up to 3; the mean of 2 is 1.5; times 10; minus 1 gives 14\n"
                     "  with every answer it could have been anything from 12.3333 to 25.6667\n");
    unload(&loaded);
}

static void goals_are_said_by_name(void **state)
{
    (void)state;
    struct loaded loaded;
    load_file(&loaded, SOURCE_DIR "/instruments/gas.lua");
    assert_explained(&loaded, "home:1@3 music:2@1 sister:-1@2",
                     "Goal attainment\n"
                     "  home 1 with weight 3, music 2 with weight 1, sister -1 with weight 2\n"
                     "  the function gives 56.6098\n");
    assert_explained(&loaded, "home:1 music:-",
                     "Goal attainment\n"
                     "  home 1 with weight 1, music not answered with weight 1\n"
                     "  1 of 2 answered: not scored\n");
    assert_explained(&loaded, "", "Goal attainment\n  goal: none\n  no goals: not scored\n");
    unload(&loaded);
    assert_true(load_text(
        &loaded,
        HEAD "items = { { id = 'goal', answers = { from = 0, to = 10 }, repeats = { 2, 3 } } },\n"
             "scales = { { id = 's', title = 'S', total = 'mean', unanswered = 1 } },\n"
             "examples = {} }"));
    assert_explained(&loaded, "home:4",
                     "S\n  home 4\n  adds up to 4; the mean of 1 is 4\n"
                     "  with every answer it could have been anything from 2 "
                     "to 7\n");
    unload(&loaded);
}

static void without_scales_the_answers_are_said_as_they_are(void **state)
{
    (void)state;
    struct loaded loaded;
    assert_true(load_text(&loaded, HEAD ONE_TO_FIVE
                          "items = { { id = 'a', about = 'how it went' }, { id = 'why', answers = "
                          "'words' }, { id = 'b' } },\nexamples = {} }"));
    assert_explained(&loaded, "4 + d",
                     "  how it went: 4, often\n"
                     "  why: in words\n"
                     "  b: declined\n"
                     "Nothing is scored: the instrument has no scales.\n");
    unload(&loaded);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_total_and_its_table_are_said),
        cmocka_unit_test(a_function_a_band_and_a_flag_are_said),
        cmocka_unit_test(filling_turning_and_multiplying_are_said),
        cmocka_unit_test(goals_are_said_by_name),
        cmocka_unit_test(without_scales_the_answers_are_said_as_they_are),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
