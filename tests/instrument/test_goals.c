/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A person's own goals: how a file says that it takes them, how they are read, what they come to.
 */
#include "instrument/support.h"

#define GOAL(fields) "{ id = 'goal', answers = { from = 0, to = 10 }, own = true, " fields " }"
#define ITEMS(list) HEAD "items = { " list " },\n"
#define SCALE(fields) "scales = { { id = 's', title = 'S', " fields " } },\n"
#define EXAMPLES "examples = {} }"
#define MEAN_OF_THREE ITEMS(GOAL("repeats = { 1, 3 }")) SCALE("total = 'mean'") EXAMPLES

/* --- the loader ------------------------------------------------------------------------------- */

struct wrong {
    const char *source, *sentence;
};

static void assert_said(const struct wrong *wrongs, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct loaded loaded;
        assert_false(load_text(&loaded, wrongs[i].source));
        assert_true(said(&loaded.faults, wrongs[i].sentence));
        assert_int_equal(loaded.faults.count, 1);
        unload(&loaded);
    }
}
#define ASSERT_SAID(wrongs) assert_said(wrongs, sizeof wrongs / sizeof *wrongs)

static void a_list_of_goals_is_the_last_item_and_the_only_one(void **state)
{
    (void)state;
    static const struct wrong wrongs[] = {
        {ITEMS(GOAL("repeats = { 1, 3 }") ", { id = 'b', answers = 'words' }") EXAMPLES,
         "made_up.lua:3: items[1] has `repeats` and is followed by `b`. Goals come last: move it "
         "to "
         "the end"},
        {ITEMS("{ id = 'a', answers = { from = 0, to = 3 }, repeats = { 1, 3 } }, " GOAL(
             "repeats = { 1, 3 }")) EXAMPLES,
         "items[1] and items[2] both have `repeats`. An instrument has one list of goals"},
        {ITEMS("{ id = 'a', answers = { from = 0, to = 3 } }, " GOAL(
             "repeats = { 1, 3 }")) "forms "
                                    "= { f = { order = 'goal a' } },\n" EXAMPLES,
         "forms.f.order must end with `goal`: goals come last in every edition"},
    };
    ASSERT_SAID(wrongs);
}

static void how_many_goals_and_which_weights_are_checked(void **state)
{
    (void)state;
    static const char sentence[] =
        "items[1].repeats must say how many goals are asked for, from 1 to 100: { 1, 3 }, or { 1 } "
        "without an upper end";
    static const struct wrong wrongs[] = {
        {ITEMS(GOAL("repeats = { 0, 3 }")) EXAMPLES, sentence},
        {ITEMS(GOAL("repeats = { 3, 1 }")) EXAMPLES, sentence},
        {ITEMS(GOAL("repeats = { 1, 1.5 }")) EXAMPLES, sentence},
        {ITEMS(GOAL("repeats = { 1, 101 }")) EXAMPLES, sentence},
        {ITEMS(GOAL("repeats = {}")) EXAMPLES, sentence},
        {ITEMS(GOAL("repeats = { 1, 2, 3 }")) EXAMPLES, sentence},
        {ITEMS("{ id = 'goal', answers = 'words', repeats = { 1, 3 } }") EXAMPLES,
         "items[1].repeats is for goals with a level, but the item is answered in words. Give it "
         "`answers`"},
        {ITEMS(GOAL("weight = { 0, 9 }")) EXAMPLES,
         "items[1] has `weight` without `repeats`. Only goals carry weights"},
        {ITEMS(GOAL("repeats = { 1, 3 }, weight = { 9, 0 }")) EXAMPLES,
         "items[1].weight must be the lowest and the highest weight, from 0 up: { 0, 9 }"},
        {ITEMS(GOAL("repeats = { 1, 3 }, weight = { -1, 9 }")) EXAMPLES,
         "items[1].weight must be the lowest and the highest weight, from 0 up"},
        {ITEMS(GOAL("repeats = 3")) EXAMPLES, "items[1].repeats"},
    };
    ASSERT_SAID(wrongs);
}

static void what_a_total_cannot_say_of_goals_is_refused(void **state)
{
    (void)state;
    static const struct wrong wrongs[] = {
        {ITEMS("{ id = 'a', answers = { from = 0, to = 3 } }, " GOAL("repeats = { 1, 3 }"))
             SCALE("total = 'mean'") EXAMPLES,
         "scales[1].items names `goal`, a list of goals, beside other items. A total is over goals "
         "alone; anything else is for `score`"},
        {ITEMS(GOAL("repeats = { 1, 3 }, weight = { 0, 9 }")) SCALE("total = 'mean'") EXAMPLES,
         "scales[1].items names `goal`, whose goals carry weights, and a total would leave them "
         "out. Weigh them in `score`, or leave out `weight`"},
        {ITEMS(GOAL("repeats = { 1, 3 }")) SCALE("total = 'mean', unanswered = 3") EXAMPLES,
         "scales[1].unanswered is as many as the scale has items, 3"},
    };
    ASSERT_SAID(wrongs);
}

/* --- reading ---------------------------------------------------------------------------------- */

static const char weighed[] =
    ITEMS("{ id = 'mood', answers = { 'low', 'high' } }, { id = 'goal', own = true,\n"
          "answers = { from = -2, 'much less', 'less', 'as hoped', 'more', 'much more', u = { 9, "
          "'not known' } }, repeats = { 1, 3 }, weight = { 0, 9 } }") EXAMPLES;

static const char *written(struct loaded *loaded)
{
    struct text out = {0};
    for (size_t i = 0; i < loaded->instrument->item_count; i++) {
        text_put(&out, i ? " " : "");
        instrument_token(&loaded->answers[i], &out);
    }
    const char *kept = arena_text(loaded->arena, out.bytes);
    text_free(&out);
    return kept;
}

static void goals_are_read_and_kept_by_their_names(void **state)
{
    (void)state;
    static const struct {
        const char *line, *kept;
    } lines[] = {{"1 home:1@3 music:2@1 sister:-1@2", "1 home:1@3 music:2 sister:-1@2"},
                 {"1 sister:-1@2 home:1@3", "1 home:1@3 sister:-1@2"},
                 {"- home:-", "- home:-"},
                 {"1 home:w@2", "1 home:w@2"},
                 {"1 home:9", "1 home:u"},
                 {"1 home:1@0.5", "1 home:1@0.5"},
                 {"1 d", "1 d"},
                 {" 1 \t", "1 "},
                 {"1\thome:1\nmusic:2\n", "1 home:1 music:2"}};
    struct loaded loaded;
    assert_true(load_text(&loaded, weighed));
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        assert_true(instrument_read(loaded.instrument, lines[i].line, true, loaded.arena,
                                    loaded.answers, &loaded.fault));
        assert_string_equal(written(&loaded), lines[i].kept);
        assert_true(instrument_read(loaded.instrument, lines[i].kept, false, loaded.arena,
                                    loaded.answers, &loaded.fault));
        assert_string_equal(written(&loaded), lines[i].kept);
    }
    assert_true(loaded.instrument->items[1].own);
    assert_false(loaded.instrument->items[0].own);
    unload(&loaded);
}

static void goals_of_one_cell_are_parted_by_semicolons(void **state)
{
    (void)state;
    struct loaded loaded;
    struct answer answer;
    assert_true(load_text(&loaded, weighed));
    assert_true(instrument_read_item(loaded.instrument, 1, "music:2@3;home:1", loaded.arena,
                                     &answer, &loaded.fault));
    assert_int_equal(answer.kind, ANSWER_GOALS);
    assert_int_equal(answer.goal_count, 2);
    assert_string_equal(answer.goals[0].name, "home");
    assert_number(answer.goals[0].weight, 1, 0);
    assert_number(answer.goals[1].level, 2, 0);
    assert_number(answer.goals[1].weight, 3, 0);
    assert_true(instrument_read_item(loaded.instrument, 1, "withheld", loaded.arena, &answer,
                                     &loaded.fault));
    assert_int_equal(answer.none, WITHHELD);
    assert_true(
        instrument_read_item(loaded.instrument, 1, "", loaded.arena, &answer, &loaded.fault));
    assert_int_equal(answer.kind, ANSWER_NONE);
    unload(&loaded);
}

static void what_is_no_goal_is_said_so(void **state)
{
    (void)state;
    static const struct {
        const char *line, *sentence;
    } wrongs[] = {
        {"1 home:1 home:2", "goal names the goal home twice; give it one level"},
        {"1 home:3", "the level of home is 3; levels run from -2 to 2, and - is none yet"},
        {"1 home:", "the level of home is not there; levels run from -2 to 2, and - is none yet"},
        {"1 home:+", "the level of home is +; levels run from -2 to 2, and - is none yet"},
        {"1 home:1@10", "the weight of home is 10; weights run from 0 to 9"},
        {"1 home:1@", "the weight of home is not there; weights run from 0 to 9"},
        {"1 home:1@3@4", "the weight of home is 3@4; weights run from 0 to 9"},
        {"1 Home:1", "goal has Home:1, which is no goal. A goal is a name of small letters, digits "
                     "and _, a colon and its level: home:1"},
        {"1 2", "goal has 2, which is no goal. A goal is a name"},
        {"1 home:1 -", "goal has -, which is no goal. A goal is a name"},
        {"1 :1", "goal has :1, which is no goal. A goal is a name"},
        {"1 a:1 b:1 c:1 d:1", "goal has more than 3 goals, the most there may be"},
        {"1{2} a:1", "1{…} reaches into goal, whose goals have a name each"},
        {"", "there are 0 tokens for 1 item before the goals"},
    };
    struct loaded loaded;
    assert_true(load_text(&loaded, weighed));
    for (size_t i = 0; i < sizeof wrongs / sizeof *wrongs; i++) {
        assert_false(instrument_read(loaded.instrument, wrongs[i].line, true, loaded.arena,
                                     loaded.answers, &loaded.fault));
        if (!strstr(loaded.fault.text, wrongs[i].sentence))
            print_message("%s\n", loaded.fault.text);
        assert_non_null(strstr(loaded.fault.text, wrongs[i].sentence));
    }
    unload(&loaded);
    assert_true(load_text(&loaded, MEAN_OF_THREE));
    assert_false(instrument_read(loaded.instrument, "home:1@2", true, loaded.arena, loaded.answers,
                                 &loaded.fault));
    assert_string_equal(
        loaded.fault.text,
        "home has a weight, but goals carry none here. Leave out @ and what follows");
    unload(&loaded);
}

static void an_edition_prints_the_levels_of_goals_too(void **state)
{
    (void)state;
    struct loaded loaded;
    assert_true(load_text(
        &loaded,
        ITEMS("{ id = 'a', answers = { 'x', 'y', 'z' } }, { id = 'goal', answers = { from = -1, "
              "'less', 'as hoped', 'more' }, repeats = { 1, 3 } }") "forms = { f = { codes = { 7, "
                                                                    "8, 9 } } },\n" EXAMPLES));
    assert_true(instrument_read_form(loaded.instrument, "f", "9 home:7 music:9", false,
                                     loaded.arena, loaded.answers, &loaded.fault));
    assert_string_equal(written(&loaded), "3 home:-1 music:1");
    assert_false(instrument_read_form(loaded.instrument, "f", "9 home:1", false, loaded.arena,
                                      loaded.answers, &loaded.fault));
    assert_string_equal(loaded.fault.text,
                        "the level of home is 1; levels run from 7 to 9, and - is none yet");
    unload(&loaded);
}

/* --- scoring ---------------------------------------------------------------------------------- */

static void a_mean_is_over_goals_with_a_level(void **state)
{
    (void)state;
    struct loaded loaded;
    assert_true(load_text(&loaded, MEAN_OF_THREE));
    assert_value(&loaded, "home:4 music:7", 0, 5.5);
    assert_int_equal(loaded.scores[0].answered, 2);
    assert_int_equal(loaded.scores[0].of, 2);
    assert_between(&loaded.scores[0], 5.5, 5.5);
    assert_not_scored(&loaded, "home:4 music:-", 0, "1 of 2 answered");
    assert_between(&loaded.scores[0], 2, 7);
    assert_not_scored(&loaded, "home:-", 0, "nothing answered");
    assert_not_scored(&loaded, "", 0, "no goals");
    assert_between(&loaded.scores[0], 0, 10);
    assert_not_scored(&loaded, "-", 0, "no goals");
    assert_not_scored(&loaded, "w", 0, "nothing answered");
    assert_number(loaded.instrument->scales[0].lowest, 0, 0);
    assert_number(loaded.instrument->scales[0].highest, 10, 0);
    unload(&loaded);
}

/* Goals of one day may have come in one by one, from files that knew nothing of each other. */
static void more_goals_than_there_may_be_are_read_from_the_store_and_not_scored(void **state)
{
    (void)state;
    struct loaded loaded;
    struct given given = {0};
    assert_true(load_text(&loaded, MEAN_OF_THREE));
    assert_false(instrument_read(loaded.instrument, "a:1 b:2 c:3 d:4", true, loaded.arena,
                                 loaded.answers, &loaded.fault));
    assert_true(instrument_read(loaded.instrument, "a:1 b:2 c:3 d:4", false, loaded.arena,
                                loaded.answers, &loaded.fault));
    assert_int_equal(loaded.answers[0].goal_count, 4);
    assert_true(instrument_score(loaded.instrument, loaded.answers, &given, NULL, false,
                                 loaded.arena, loaded.scores, &loaded.fault));
    assert_false(loaded.scores[0].has_value || loaded.scores[0].has_range);
    assert_string_equal(loaded.scores[0].reason, "too many goals");
    unload(&loaded);
}

static void fewer_goals_than_are_asked_for_are_unanswered(void **state)
{
    (void)state;
    struct loaded loaded;
    assert_true(load_text(&loaded, ITEMS(GOAL("repeats = { 3, 4 }"))
                                       SCALE("total = 'mean', unanswered = 1") EXAMPLES));
    assert_value(&loaded, "a:2 b:4 c:6 d:8", 0, 5);
    assert_value(&loaded, "a:2 b:4", 0, 3);
    assert_int_equal(loaded.scores[0].of, 3);
    assert_between(&loaded.scores[0], 2, 16.0 / 3);
    assert_value(&loaded, "a:2 b:4 c:-", 0, 3);
    assert_not_scored(&loaded, "a:2", 0, "1 of 3 answered");
    assert_not_scored(&loaded, "a:2 b:-", 0, "1 of 3 answered");
    unload(&loaded);
}

static void a_sum_reaches_as_far_as_there_may_be_goals(void **state)
{
    (void)state;
    struct loaded loaded;
    assert_true(load_text(
        &loaded,
        ITEMS("{ id = 'goal', answers = { from = 1, to = 5 }, repeats = { 2, 4 } }")
            SCALE("unanswered = 1, fill = 'mean', bands = { b = { {2, 'low'}, {10, 'high'}, source "
                  "= 'x' } }") EXAMPLES));
    assert_value(&loaded, "a:2 b:5", 0, 7);
    assert_value(&loaded, "a:2 b:5 c:1 d:1", 0, 9);
    assert_value(&loaded, "a:2 b:4 c:-", 0, 9);
    assert_between(&loaded.scores[0], 7, 11);
    assert_number(loaded.instrument->scales[0].lowest, 2, 0);
    assert_number(loaded.instrument->scales[0].highest, 20, 0);
    unload(&loaded);
}

static void goals_turned_round_and_given_points_count_so(void **state)
{
    (void)state;
    struct loaded loaded;
    assert_true(load_text(
        &loaded, ITEMS("{ id = 'goal', answers = { 'a', 'b', 'c', points = { 0, 1, 5 } }, repeats "
                       "= { 1, 3 } }") "scales = { { id = 's', title = 'S' }, { id = 't', title = "
                                       "'T', items = '-goal' } },\n" EXAMPLES));
    assert_value(&loaded, "x:2 y:3", 0, 6);
    assert_value(&loaded, "x:2 y:3", 1, 4);
    unload(&loaded);
}

static void a_function_is_given_each_goal_with_name_level_and_weight(void **state)
{
    (void)state;
    struct loaded loaded;
    assert_true(load_text(
        &loaded,
        ITEMS("{ id = 'a', answers = { 'x', 'y' } }, { id = 'goal', answers = { from = 0, to = 9 "
              "}, repeats = { 1 }, weight = { 0, 9 } }")
            SCALE("unanswered = 1, values = { 'none', 'home 4 2, music nil 1, ', 'home 0.5' },\n"
                  "score = function(answer)\n"
                  "if #answer.goal == 0 then return 'none' end\n"
                  "local out = ''\n"
                  "for _, goal in ipairs(answer.goal) do\n"
                  "out = out .. goal.name .. ' ' .. tostring(goal.level) .. ' ' .. goal.weight .. "
                  "', ' end\n"
                  "return out end") EXAMPLES));
    assert_string_equal(score_of(&loaded, "1 music:- home:4@2", 0)->category,
                        "home 4 2, music nil 1, ");
    assert_int_equal(loaded.scores[0].of, 3);
    assert_string_equal(score_of(&loaded, "1", 0)->category, "none");
    assert_not_scored(&loaded, "-", 0, "no goals");
    unload(&loaded);
}

static void a_goal_at_its_flag_is_brought_at_once(void **state)
{
    (void)state;
    struct loaded loaded;
    assert_true(load_text(&loaded, ITEMS(GOAL("repeats = { 1, 3 }, flag = 8")) EXAMPLES));
    score_by(&loaded, "home:7 music:8", 0);
    assert_string_equal(instrument_flags(loaded.instrument, loaded.answers, loaded.arena), "goal");
    score_by(&loaded, "home:7 music:-", 0);
    assert_string_equal(instrument_flags(loaded.instrument, loaded.answers, loaded.arena), "");
    unload(&loaded);
}

/* --- examples and properties ------------------------------------------------------------------ */

static void lacking_examples_of_goals_come_with_a_line_that_shows_them(void **state)
{
    (void)state;
    struct loaded loaded;
    size_t held;
    assert_true(load_text(&loaded, ITEMS(GOAL("repeats = { 1, 3 }"))
                                       SCALE("total = 'mean'") "examples = {} }"));
    assert_false(instrument_check_examples(loaded.instrument, &held, &loaded.faults));
    assert_true(said(&loaded.faults, "no example has the lowest value of s, 0. Add { \"s is 0\", "
                                     "\"g1:0\", s = 0 },"));
    assert_true(said(&loaded.faults,
                     "no example has the highest value of s, 10. Add { \"s is 10\", "
                     "\"g1:10\", s = 10 },"));
    assert_true(said(&loaded.faults, "one missing rule has no example beyond it. Add { \"1 "
                                     "unanswered\", \"g1:- g2:0\", s = \"not scored\" },"));
    assert_int_equal(loaded.faults.count, 3);
    unload(&loaded);
    assert_true(load_text(
        &loaded, ITEMS(GOAL("repeats = { 1, 3 }"))
                     SCALE("total = 'mean'") "examples = { { \"s is 0\", \"g1:0\", s = 0 }, { \"s "
                                             "is 10\", \"g1:10\", s = 10 },\n"
                                             "{ \"1 unanswered\", \"g1:- g2:0\", s = \"not "
                                             "scored\" } } }"));
    assert_true(instrument_check_examples(loaded.instrument, &held, &loaded.faults));
    assert_int_equal(held, 3);
    unload(&loaded);
}

static void what_holds_of_every_instrument_holds_with_goals(void **state)
{
    (void)state;
    static const struct {
        const char *source;
        size_t held;
    } sound[] = {
        {MEAN_OF_THREE, 10},
        {ITEMS(GOAL("repeats = { 2, 5 }")) SCALE("unanswered = 1, fill = 'mean', items = '-goal'")
             EXAMPLES,
         10},
        {ITEMS("{ id = 'a', answers = { 'x', 'y', 'z' } }, { id = 'goal', answers = { 'x', 'y', "
               "'z' }, repeats = { 1 }, weight = { 1, 3 } }")
             SCALE("items = 'a'") "forms = { f = { codes = { 7, 8, 9 } } },\n" EXAMPLES,
         11},
        {weighed, 1},
    };
    for (size_t i = 0; i < sizeof sound / sizeof *sound; i++) {
        struct loaded loaded;
        size_t held;
        assert_true(load_text(&loaded, sound[i].source));
        bool good = instrument_check_properties(loaded.instrument, &held, &loaded.faults);
        print_faults(&loaded.faults);
        assert_true(good);
        assert_int_equal(held, sound[i].held);
        unload(&loaded);
    }
}

static void goals_beyond_a_functions_range_are_noticed(void **state)
{
    (void)state;
    struct loaded loaded;
    size_t held;
    assert_true(load_text(&loaded, ITEMS(GOAL("repeats = { 1, 3 }"))
                                       SCALE("range = { 0, 9 }, score = function(answer) return "
                                             "answer.goal[#answer.goal].level end") EXAMPLES));
    assert_false(instrument_check_properties(loaded.instrument, &held, &loaded.faults));
    assert_true(said(&loaded.faults, "scales[1].score gave 10. It must give a number from 0 to 9"));
    unload(&loaded);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_list_of_goals_is_the_last_item_and_the_only_one),
        cmocka_unit_test(how_many_goals_and_which_weights_are_checked),
        cmocka_unit_test(what_a_total_cannot_say_of_goals_is_refused),
        cmocka_unit_test(goals_are_read_and_kept_by_their_names),
        cmocka_unit_test(goals_of_one_cell_are_parted_by_semicolons),
        cmocka_unit_test(what_is_no_goal_is_said_so),
        cmocka_unit_test(an_edition_prints_the_levels_of_goals_too),
        cmocka_unit_test(a_mean_is_over_goals_with_a_level),
        cmocka_unit_test(more_goals_than_there_may_be_are_read_from_the_store_and_not_scored),
        cmocka_unit_test(fewer_goals_than_are_asked_for_are_unanswered),
        cmocka_unit_test(a_sum_reaches_as_far_as_there_may_be_goals),
        cmocka_unit_test(goals_turned_round_and_given_points_count_so),
        cmocka_unit_test(a_function_is_given_each_goal_with_name_level_and_weight),
        cmocka_unit_test(a_goal_at_its_flag_is_brought_at_once),
        cmocka_unit_test(lacking_examples_of_goals_come_with_a_line_that_shows_them),
        cmocka_unit_test(what_holds_of_every_instrument_holds_with_goals),
        cmocka_unit_test(goals_beyond_a_functions_range_are_noticed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
