/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What makes an administration the same administration. */
#include "store/store_test.h"

#define NOW                                                                                        \
    "SELECT person, version, date, by, mode, tokens FROM administration_now ORDER BY 1, 2, 3, 4"

static void lines_of_a_key_make_one_administration_wherever_they_stand(void **state)
{
    struct world *world = *state;
    begin(world, 100);
    item(world, "p1", 10, 0, "3");
    item(world, "p2", 10, 0, "1");
    item(world, "p1", 10, 2, "5");
    item(world, "p2", 10, 1, "2");
    item(world, "p1", 10, 1, "4");
    struct import_result result = end(world);
    assert_sum(&result, 5, 0, 0, 0);
    assert_int_equal(result.new_people, 2);
    assert_string_equal(ask(world, NOW), "p1|1|1970-01-11|person|unknown|3 4 5\n"
                                         "p2|1|1970-01-11|person|unknown|1 2 -");
    assert_string_equal(ask(world, "SELECT count(*) FROM administration"), "2");
}

static void wide_and_long_rows_give_the_same_administration(void **state)
{
    struct world *world = *state;
    begin(world, 100);
    wide(world, "p1", 10, "3 - d");
    item(world, "p2", 10, 2, "d");
    item(world, "p2", 10, 0, "3");
    end(world);
    assert_string_equal(ask(world, "SELECT DISTINCT tokens FROM administration"), "3 - d");
}

static void the_same_again_changes_nothing(void **state)
{
    struct world *world = *state;
    begin(world, 100);
    wide(world, "p1", 10, "3 4 5");
    end(world);
    const char *before = content(world);
    begin(world, 101);
    wide(world, "p1", 10, "3 4 5");
    item(world, "p1", 10, 1, "4");
    struct import_result result = end(world);
    assert_sum(&result, 0, 0, 2, 0);
    assert_string_equal(content(world), before);
}

static void item_by_item_the_latest_recorded_stands(void **state)
{
    struct world *world = *state;
    begin(world, 100);
    wide(world, "p1", 10, "3 4 5");
    end(world);
    begin(world, 101);
    wide(world, "p1", 10, "- 1 5");
    struct import_result result = end(world);
    assert_sum(&result, 0, 1, 0, 0);
    assert_string_equal(ask(world, "SELECT tokens, recorded FROM administration_now"),
                        "3 1 5|1970-04-12");
    assert_string_equal(ask(world, "SELECT count(*) FROM administration"), "2");
}

static void on_one_day_the_later_import_stands(void **state)
{
    struct world *world = *state;
    begin(world, 100);
    item(world, "p1", 10, 0, "3");
    end(world);
    begin(world, 100);
    item(world, "p1", 10, 0, "4");
    struct import_result result = end(world);
    assert_sum(&result, 0, 1, 0, 0);
    assert_string_equal(ask(world, "SELECT tokens FROM administration_now"), "4 - -");
}

static void an_empty_cell_removes_nothing_and_withheld_does(void **state)
{
    struct world *world = *state;
    begin(world, 100);
    wide(world, "p1", 10, "3 4 5");
    end(world);
    begin(world, 101);
    wide(world, "p1", 10, "- - -");
    struct import_result result = end(world);
    assert_sum(&result, 0, 0, 1, 0);
    begin(world, 102);
    wide(world, "p1", 10, "- w -");
    result = end(world);
    assert_sum(&result, 0, 1, 0, 0);
    assert_string_equal(ask(world, "SELECT tokens FROM administration_now"), "3 w 5");
}

static void a_blank_administration_is_kept_once(void **state)
{
    struct world *world = *state;
    begin(world, 100);
    wide(world, "p1", 10, "- - -");
    wide(world, "p1", 10, "- - -");
    struct import_result result = end(world);
    assert_sum(&result, 1, 0, 1, 0);
    assert_string_equal(ask(world, "SELECT tokens FROM administration"), "- - -");
}

static void lines_that_answer_an_item_differently_are_all_set_aside(void **state)
{
    struct world *world = *state;
    begin(world, 100);
    item(world, "p1", 10, 0, "3");  /* line 2 */
    item(world, "p1", 10, 1, "4");  /* 3 */
    wide(world, "p1", 10, "2 - 5"); /* 4: its other answer goes aside with it */
    item(world, "p2", 10, 0, "3");
    item(world, "p2", 10, 0, "3");
    struct import_result result = end(world);
    assert_sum(&result, 2, 0, 1, 2);
    assert_int_equal(result.asides[0].line, 2);
    assert_int_equal(result.asides[1].line, 4);
    assert_non_null(strstr(result.asides[0].reason, "answer a differently"));
    assert_null(strstr(result.asides[0].reason, "p1"));
    assert_string_equal(ask(world, "SELECT person, tokens FROM administration_now ORDER BY 1"),
                        "p1|- 4 -\np2|3 - -");
}

static void a_person_of_whom_everything_is_set_aside_is_not_made(void **state)
{
    struct world *world = *state;
    begin(world, 100);
    item(world, "p1", 10, 0, "3");
    item(world, "p1", 10, 0, "4");
    struct import_result result = end(world);
    assert_sum(&result, 0, 0, 0, 2);
    assert_int_equal(result.new_people, 0);
    assert_string_equal(ask(world, "SELECT count(*) FROM reference"), "0");
    assert_string_equal(ask(world, "SELECT count(*) FROM import"), "0");
}

static void another_version_under_one_key_is_set_aside(void **state)
{
    struct world *world = *state;
    begin(world, 100);
    wide(world, "p1", 10, "3 4 5");
    end(world);
    begin(world, 101);
    answers_by(world, "p1", world->q3_second, 10, 0, 0, "3 4 5 1"); /* there with version 1 */
    answers_by(world, "p1", world->q3_second, 11, 0, 0, "3 4 5 1"); /* another day */
    wide(world, "p2", 10, "3 4 5");
    answers_by(world, "p2", world->q3_second, 10, 0, 0, "3 4 5 1"); /* two within the file */
    struct import_result result = end(world);
    assert_sum(&result, 2, 0, 0, 2);
    assert_int_equal(result.asides[0].line, 2);
    assert_int_equal(result.asides[1].line, 5);
    assert_non_null(strstr(result.asides[0].reason, "kept under version 1"));
}

static void raters_times_and_orders_are_administrations_of_their_own(void **state)
{
    struct world *world = *state;
    struct fault fault = {0};
    const char *const tokens[] = {"1", "2", "3"};
    begin(world, 100);
    answers_by(world, "p1", world->q3, 10, 0, 0, "3 4 5");
    answers_by(world, "p1", world->q3, 10, 2, 0, "3 4 5");
    struct import_answers timed = {.line = 4,
                                   .ref = "p1",
                                   .instrument = world->q3,
                                   .date = 10,
                                   .time = 65,
                                   .mode = 3,
                                   .item_count = 3,
                                   .count = 3,
                                   .tokens = tokens};
    must(store_import_answers(world->import, &timed, &fault), &fault);
    struct import_answers ordered = timed;
    ordered.line = 5;
    ordered.date = 0;
    ordered.place = 2;
    ordered.time = -1;
    must(store_import_answers(world->import, &ordered, &fault), &fault);
    struct import_result result = end(world);
    assert_sum(&result, 4, 0, 0, 0);
    assert_string_equal(
        ask(world,
            "SELECT date, place, time, by, mode FROM administration_now ORDER BY 1, 2, 3, 4"),
        "|2||person|assisted\n1970-01-11|||coach|unknown\n1970-01-11|||person|unknown\n"
        "1970-01-11||01:05|person|assisted");
}

static void how_it_was_asked_is_corrected_and_not_forgotten(void **state)
{
    struct world *world = *state;
    struct fault fault = {0};
    const char *const tokens[] = {"3", "4", "5"};
    struct import_answers row = {.line = 2,
                                 .ref = "p1",
                                 .date = 10,
                                 .time = -1,
                                 .mode = 1,
                                 .item_count = 3,
                                 .count = 3,
                                 .tokens = tokens};
    begin(world, 100);
    row.instrument = world->q3;
    must(store_import_answers(world->import, &row, &fault), &fault);
    end(world);
    begin(world, 101);
    wide(world, "p1", 10, "3 4 5"); /* says nothing of how */
    struct import_result result = end(world);
    assert_sum(&result, 0, 0, 1, 0);
    begin(world, 102);
    row.mode = 4;
    must(store_import_answers(world->import, &row, &fault), &fault);
    result = end(world);
    assert_sum(&result, 0, 1, 0, 0);
    assert_string_equal(ask(world, "SELECT mode FROM administration_now"), "interview");
}

/* --- order of import -------------------------------------------------------------------------- */

static void in_order(struct world *world, day first, const char *first_tokens, day second,
                     const char *second_tokens)
{
    begin(world, first);
    wide(world, "p1", 10, first_tokens);
    end(world);
    begin(world, second);
    wide(world, "p1", 10, second_tokens);
    end(world);
}

static void two_files_of_two_days_give_the_same_in_either_order(void **state)
{
    void *other_state;
    struct world *world = *state, *other;
    set_up(&other_state);
    other = other_state;
    in_order(world, 100, "3 4 -", 110, "- 1 5");
    in_order(other, 110, "- 1 5", 100, "3 4 -");
    assert_string_equal(ask(world, "SELECT tokens, recorded FROM administration_now"),
                        "3 1 5|1970-04-21");
    assert_string_equal(ask(other, "SELECT tokens, recorded FROM administration_now"),
                        "3 1 5|1970-04-21");
    tear_down(&other_state);
}

static void an_import_recorded_earlier_stands_until_the_later_ones(void **state)
{
    struct world *world = *state;
    begin(world, 100);
    item(world, "p1", 10, 0, "1");
    end(world);
    begin(world, 200);
    item(world, "p1", 10, 1, "2");
    end(world);
    begin(world, 150);
    wide(world, "p1", 10, "5 5 -");
    end(world);
    begin(world, 160);
    item(world, "p1", 10, 0, "7");
    end(world);
    assert_string_equal(ask(world, "SELECT tokens FROM administration_now"), "7 2 -");
    const day days[] = {99, 100, 150, 160, 199, 200};
    const char *const stood[] = {NULL, "1 - -", "5 5 -", "7 5 -", "7 5 -", "7 2 -"};
    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        struct stored_person person;
        struct fault fault = {0};
        must(store_person(world->store, "p1", days[i], world->arena, &person, &fault), &fault);
        assert_int_equal(person.administration_count, stood[i] ? 1 : 0);
        if (stood[i])
            assert_string_equal(person.administrations[0].tokens, stood[i]);
    }
}

/* --- many ------------------------------------------------------------------------------------- */

enum { MANY = 20000 };

/* 20,000 people, item by item, so that the pieces of an administration lie far apart. */
static void item_by_item_files_cross_batches_and_are_joined(void **state)
{
    struct world *world = *state;
    char ref[16];
    begin(world, 100);
    for (int round = 0; round < 10; round++)
        for (size_t place = 0; place < 3; place++)
            for (int i = 0; i < MANY; i++) {
                snprintf(ref, sizeof ref, "p%d", i * 7919 % MANY);
                item(world, ref, 10 + round, place, place == 2 ? "w" : "4");
            }
    struct import_result result = end(world);
    assert_sum(&result, 30 * MANY, 0, 0, 0);
    assert_int_equal(result.new_people, MANY);
    assert_string_equal(ask(world, "SELECT count(*), min(tokens), max(tokens) FROM administration"),
                        "200000|4 4 w|4 4 w");
    assert_string_equal(ask(world, "SELECT count(*) FROM touched"), "20000");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(lines_of_a_key_make_one_administration_wherever_they_stand),
        TEST(wide_and_long_rows_give_the_same_administration),
        TEST(the_same_again_changes_nothing),
        TEST(item_by_item_the_latest_recorded_stands),
        TEST(on_one_day_the_later_import_stands),
        TEST(an_empty_cell_removes_nothing_and_withheld_does),
        TEST(a_blank_administration_is_kept_once),
        TEST(lines_that_answer_an_item_differently_are_all_set_aside),
        TEST(a_person_of_whom_everything_is_set_aside_is_not_made),
        TEST(another_version_under_one_key_is_set_aside),
        TEST(raters_times_and_orders_are_administrations_of_their_own),
        TEST(how_it_was_asked_is_corrected_and_not_forgotten),
        TEST(two_files_of_two_days_give_the_same_in_either_order),
        TEST(an_import_recorded_earlier_stands_until_the_later_ones),
        TEST(item_by_item_files_cross_batches_and_are_joined),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
