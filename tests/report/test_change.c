/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When two answers of a person may be compared, and what is said where they may not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "report/change.h"
#include "report/sentences.h"
#include "stats/stats.h"

struct pair {
    struct arena *arena;
    struct instrument instrument, later;
    struct scale scale;
    struct derived_score scores[2];
    struct answered answers[2];
};

static void start(struct pair *pair, double first, double second)
{
    double values[] = {first, second};
    *pair = (struct pair){
        .arena = arena_new(),
        .scale = {.has_range = true, .lowest = -100, .highest = 100, .has_sem = true, .sem = 1.03}};
    for (size_t i = 0; i < 2; i++) {
        pair->scores[i] =
            (struct derived_score){.date = 100 * (int)i, .has_value = true, .value = values[i]};
        pair->answers[i] = (struct answered){
            .score = &pair->scores[i], .instrument = &pair->instrument, .scale = &pair->scale};
    }
}

static struct change changed(struct pair *pair)
{
    return change_between(pair->arena, &pair->answers[0], &pair->answers[1]);
}

static void moves(struct pair *pair, enum moved moved)
{
    struct change change = changed(pair);
    assert_int_equal(change.moved, moved);
    assert_null(change.why);
    arena_free(pair->arena);
}

static void cannot(struct pair *pair, const char *why)
{
    struct change change = changed(pair);
    assert_int_equal(change.moved, MOVED_CANNOT_TELL);
    assert_string_equal(change.why, why);
    arena_free(pair->arena);
}

static void a_change_is_more_than_wobble_only_strictly_beyond_it(void **state)
{
    (void)state;
    struct pair pair;
    double wobble = stats_reliable_change(1.03);
    start(&pair, 0, wobble);
    moves(&pair, MOVED_WITHIN);
    start(&pair, 0, wobble + 1e-9);
    moves(&pair, MOVED_UP);
    start(&pair, wobble + 1e-9, 0);
    moves(&pair, MOVED_DOWN);
}

static void a_published_change_counts_from_that_many_points_on(void **state)
{
    (void)state;
    struct pair pair;
    start(&pair, 10, 16);
    pair.scale.has_sem = false;
    pair.scale.has_change = true;
    pair.scale.change = 6;
    moves(&pair, MOVED_UP);
    start(&pair, 10, 5);
    pair.scale.has_sem = false;
    pair.scale.has_change = true;
    pair.scale.change = 6;
    moves(&pair, MOVED_WITHIN);
}

static void without_a_published_wobble_or_with_none_at_all_we_cannot_tell(void **state)
{
    (void)state;
    struct pair pair;
    start(&pair, 0, 20);
    pair.scale.has_sem = false;
    cannot(&pair, SAY_CANNOT_NO_WOBBLE);
    start(&pair, 0, 20);
    pair.scale.sem = 0;
    cannot(&pair, SAY_CANNOT_NO_WOBBLE);
}

static void versions_are_not_compared(void **state)
{
    (void)state;
    struct pair pair;
    start(&pair, 0, 20);
    pair.answers[1].instrument = &pair.later;
    cannot(&pair, SAY_CANNOT_VERSION);
}

static void start_bridged(struct pair *pair, struct bridge *bridge)
{
    start(pair, 0, 20);
    pair->scale.id = "wellbeing";
    pair->instrument.version = "1";
    pair->later.version = "2";
    pair->later.bridges = bridge;
    pair->later.bridge_count = 1;
    pair->answers[1].instrument = &pair->later;
}

static void versions_with_a_bridge_for_the_scale_are_compared(void **state)
{
    (void)state;
    struct pair pair;
    const char *this[] = {"wellbeing"}, *other[] = {"other"};
    start_bridged(&pair, &(struct bridge){"1", this, 1});
    moves(&pair, MOVED_UP);
    start_bridged(&pair, &(struct bridge){"1", other, 1});
    cannot(&pair, SAY_CANNOT_VERSION);
}

static void an_order_without_days_is_not_compared(void **state)
{
    (void)state;
    struct pair pair;
    start(&pair, 0, 20);
    pair.scores[0].place = 1;
    pair.scores[1].place = 2;
    cannot(&pair, SAY_CANNOT_ORDER);
}

static void modes_that_are_known_to_differ_are_said(void **state)
{
    (void)state;
    struct pair pair;
    start(&pair, 0, 20);
    pair.scores[0].mode = 1;
    pair.scores[1].mode = 5;
    cannot(&pair, "they were asked in different ways: on paper, and by telephone");
    start(&pair, 0, 20);
    pair.scores[1].mode = 5;
    moves(&pair, MOVED_UP);
}

static void
an_answer_taken_from_another_instrument_is_not_compared_with_one_that_was_not(void **state)
{
    (void)state;
    struct pair pair;
    start(&pair, 0, 20);
    pair.answers[1].taken_from = "the longer form";
    cannot(&pair, "one was asked by itself, and the other as part of the longer form");
    start(&pair, 0, 20);
    pair.answers[0].taken_from = pair.answers[1].taken_from = "the longer form";
    moves(&pair, MOVED_UP);
}

static void other_items_make_another_sum(void **state)
{
    (void)state;
    struct pair pair;
    start(&pair, 0, 20);
    pair.scores[0].of = 6;
    pair.scores[1].of = 7;
    cannot(&pair, SAY_CANNOT_ITEMS);
}

/* As many items, and not the same: one was dropped by a skip each time. */
static void as_many_items_need_not_be_the_same_ones(void **state)
{
    (void)state;
    struct pair pair;
    struct counted counts[2] = {{.index = 0}, {.index = 1}};
    struct answer first[2] = {{.dropped = true}, {.kind = ANSWER_CODE}};
    struct answer second[2] = {{.kind = ANSWER_CODE}, {.dropped = true}};
    start(&pair, 0, 20);
    pair.scale.counts = counts;
    pair.scale.count = 2;
    pair.answers[0].answers = first;
    pair.answers[1].answers = second;
    cannot(&pair, SAY_CANNOT_ITEMS);
    start(&pair, 0, 20);
    pair.scale.counts = counts;
    pair.scale.count = 2;
    pair.answers[0].answers = pair.answers[1].answers = first;
    moves(&pair, MOVED_UP);
}

static void what_was_put_in_other_words_is_another_measure(void **state)
{
    (void)state;
    struct pair pair;
    start(&pair, 0, 20);
    pair.answers[0].wording = "w1";
    pair.answers[1].wording = "w2";
    cannot(&pair, SAY_CANNOT_WORDING);
    start(&pair, 0, 20);
    pair.answers[0].wording = "w1";
    cannot(&pair, SAY_CANNOT_UNWORDED);
    start(&pair, 0, 20);
    pair.answers[0].wording = "w1";
    pair.answers[1].wording = "w1";
    moves(&pair, MOVED_UP);
}

static void within_the_wobble_at_an_end_of_the_measure_we_cannot_tell(void **state)
{
    (void)state;
    struct pair pair;
    start(&pair, 99, 100);
    cannot(&pair, SAY_CANNOT_END);
    start(&pair, -100, -99);
    cannot(&pair, SAY_CANNOT_END);
    start(&pair, -100, 0);
    assert_true(changed(&pair).at_end);
    moves(&pair, MOVED_UP);
}

/* --- goals ------------------------------------------------------------------------------------ */

/* A mean over goals: those rated both times count, those rated once are left out and counted. */
static void goals_change_by_the_mean_of_those_rated_both_times(void **state)
{
    (void)state;
    struct pair pair;
    struct item item = {.id = "goal", .repeats = true, .own = true};
    struct counted counted = {.index = 0};
    struct goal before[] = {{.name = "home", .has_level = true, .level = 2},
                            {.name = "music", .has_level = true, .level = 9}};
    struct goal after[] = {{.name = "garden", .has_level = true, .level = 1},
                           {.name = "home", .has_level = true, .level = 8}};
    struct answer first = {.kind = ANSWER_GOALS, .goals = before, .goal_count = 2};
    struct answer second = {.kind = ANSWER_GOALS, .goals = after, .goal_count = 2};
    start(&pair, 5.5, 4.5);
    pair.instrument.items = &item;
    pair.instrument.item_count = 1;
    pair.scale.counts = &counted;
    pair.scale.count = 1;
    pair.scale.total = TOTAL_MEAN;
    pair.scale.times = 1;
    pair.answers[0].answers = &first;
    pair.answers[1].answers = &second;
    assert_int_equal(changed(&pair).goals_once, 2);
    moves(&pair, MOVED_UP);
}

static void without_a_goal_rated_both_times_we_cannot_tell(void **state)
{
    (void)state;
    struct pair pair;
    struct item item = {.id = "goal", .repeats = true, .own = true};
    struct counted counted = {.index = 0};
    struct goal before[] = {{.name = "home", .has_level = true, .level = 2}};
    struct goal after[] = {{.name = "home"}, {.name = "music", .has_level = true, .level = 9}};
    struct answer first = {.kind = ANSWER_GOALS, .goals = before, .goal_count = 1};
    struct answer second = {.kind = ANSWER_GOALS, .goals = after, .goal_count = 2};
    start(&pair, 2, 9);
    pair.instrument.items = &item;
    pair.instrument.item_count = 1;
    pair.scale.counts = &counted;
    pair.scale.count = 1;
    pair.scale.total = TOTAL_MEAN;
    pair.scale.times = 1;
    pair.answers[0].answers = &first;
    pair.answers[1].answers = &second;
    cannot(&pair, SAY_CANNOT_GOALS);
}

static void own_errors_of_both_scores_say_what_is_more_than_wobble(void **state)
{
    (void)state;
    struct pair pair;
    const double beyond = 5 * STATS_Z95;
    for (int more = 0; more < 2; more++) {
        start(&pair, 0, more ? beyond + 1e-9 : beyond);
        pair.scale.has_sem = false;
        for (size_t i = 0; i < 2; i++) {
            pair.scores[i].has_se = true;
            pair.scores[i].se = i ? 4 : 3;
        }
        moves(&pair, more ? MOVED_UP : MOVED_WITHIN);
    }
    start(&pair, 0, 50);
    pair.scale.has_sem = false;
    pair.scores[1].has_se = true;
    pair.scores[1].se = 3;
    cannot(&pair, SAY_CANNOT_NO_WOBBLE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(own_errors_of_both_scores_say_what_is_more_than_wobble),
        cmocka_unit_test(a_change_is_more_than_wobble_only_strictly_beyond_it),
        cmocka_unit_test(a_published_change_counts_from_that_many_points_on),
        cmocka_unit_test(without_a_published_wobble_or_with_none_at_all_we_cannot_tell),
        cmocka_unit_test(versions_are_not_compared),
        cmocka_unit_test(versions_with_a_bridge_for_the_scale_are_compared),
        cmocka_unit_test(an_order_without_days_is_not_compared),
        cmocka_unit_test(modes_that_are_known_to_differ_are_said),
        cmocka_unit_test(
            an_answer_taken_from_another_instrument_is_not_compared_with_one_that_was_not),
        cmocka_unit_test(other_items_make_another_sum),
        cmocka_unit_test(as_many_items_need_not_be_the_same_ones),
        cmocka_unit_test(what_was_put_in_other_words_is_another_measure),
        cmocka_unit_test(within_the_wobble_at_an_end_of_the_measure_we_cannot_tell),
        cmocka_unit_test(goals_change_by_the_mean_of_those_rated_both_times),
        cmocka_unit_test(without_a_goal_rated_both_times_we_cannot_tell),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
