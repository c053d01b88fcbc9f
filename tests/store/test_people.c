/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of people files, areas, and who may be counted. */
#include "store/store_test.h"

static struct stored_person person_at(struct world *world, const char *ref, day as_of)
{
    struct stored_person person;
    struct fault fault = {0};
    must(store_person(world->store, ref, as_of, world->arena, &person, &fault), &fault);
    return person;
}

static const char *says(const struct stored_person_row *row, const char *column)
{
    for (size_t i = 0; i < person_column_count; i++)
        if (strcmp(person_column[i].name, column) == 0)
            return row->columns[i];
    fail_msg("no column %s", column);
    return NULL;
}

static int set_up_nowhere(void **state)
{
    return set_up_in(state, NULL);
}

static void a_file_with_one_column_removes_nothing(void **state)
{
    struct world *world = *state;
    begin(world, 100);
    person_row(world, "p1", "Eastfield", NULL, "born=1990 sex=female");
    struct import_result result = end(world);
    assert_sum(&result, 1, 0, 0, 0);
    assert_int_equal(result.new_area_count, 1);
    assert_string_equal(result.new_areas[0], "Eastfield");
    begin(world, 101);
    person_row(world, "p1", NULL, NULL, "shares=yes");
    result = end(world);
    assert_sum(&result, 1, 0, 0, 0);
    begin(world, 102);
    person_row(world, "p1", NULL, NULL, "born=1991 shares=yes");
    result = end(world);
    assert_sum(&result, 0, 1, 0, 0);
    begin(world, 103);
    person_row(world, "p1", "Eastfield", NULL, "shares=yes");
    result = end(world);
    assert_sum(&result, 0, 0, 1, 0);
    struct stored_person person = person_at(world, "p1", 200);
    assert_int_equal(person.row_count, 1);
    assert_int_equal(person.rows[0].from, DAY_FIRST);
    assert_string_equal(person.rows[0].area, "Eastfield");
    assert_string_equal(says(&person.rows[0], "born"), "1991");
    assert_string_equal(says(&person.rows[0], "sex"), "female");
    assert_null(says(&person.rows[0], "housing"));
    assert_string_equal(says(&person_at(world, "p1", 100).rows[0], "born"), "1990");
}

static void a_move_is_a_row_of_its_own(void **state)
{
    struct world *world = *state;
    begin(world, 100);
    person_row(world, "p1", "Eastfield", NULL, "");
    person_row(world, "p1", "Westfield", "2024-06-01", "");
    struct import_result result = end(world);
    assert_sum(&result, 2, 0, 0, 0);
    struct stored_person person = person_at(world, "p1", 100);
    assert_int_equal(person.row_count, 2);
    assert_string_equal(person.rows[0].area, "Eastfield");
    assert_int_equal(person.rows[1].from, day_of(2024, 6, 1));
    assert_string_equal(person.rows[1].area, "Westfield");
}

static void rows_that_differ_within_a_file_are_set_aside(void **state)
{
    struct world *world = *state;
    begin(world, 100);
    person_row(world, "p1", NULL, NULL, "born=1990");
    person_row(world, "p1", NULL, NULL, "born=1991");
    person_row(world, "p1", NULL, NULL, "sex=female");
    struct import_result result = end(world);
    assert_sum(&result, 1, 0, 0, 2);
    assert_non_null(strstr(result.asides[0].reason, "give born differently"));
    assert_null(strstr(result.asides[0].reason, "1990"));
    assert_string_equal(ask(world, "SELECT born, sex FROM person"), "|female");
}

static void consent_is_as_of_now_on_every_day(void **state)
{
    struct world *world = *state;
    int64_t all, sharing;
    struct fault fault = {0};
    begin(world, 100);
    person_row(world, "p1", NULL, NULL, "shares=yes");
    person_row(world, "p2", NULL, NULL, "shares=yes");
    person_row(world, "p3", NULL, NULL, "born=1980");
    end(world);
    must(store_count_people(world->store, &all, &sharing, &fault), &fault);
    assert_int_equal(all, 3);
    assert_int_equal(sharing, 2);
    begin(world, 110);
    person_row(world, "p1", NULL, "2024-01-01", "shares=no");
    end(world);
    must(store_count_people(world->store, &all, &sharing, &fault), &fault);
    assert_int_equal(sharing, 1);
    struct stored_person person = person_at(world, "p1", 100);
    assert_int_equal(person.row_count, 1);
    assert_string_equal(says(&person.rows[0], "shares"), "no");
    person = person_at(world, "p1", 99);
    assert_string_equal(says(&person.rows[0], "shares"), "no");
}

static void new_people_in_no_area_are_counted(void **state)
{
    struct world *world = *state;
    begin(world, 100);
    wide(world, "p1", 10, "1 2 3");
    person_row(world, "p2", "Eastfield", NULL, "");
    person_row(world, "p3", NULL, NULL, "born=1980");
    struct import_result result = end(world);
    assert_int_equal(result.new_people, 3);
    assert_int_equal(result.people_without_area, 2);
}

static void a_missing_person_or_area_is_answered_with_the_nearest(void **state)
{
    struct world *world = *state;
    struct fault fault = {0};
    struct stored_person person;
    int64_t number;
    begin(world, 100);
    wide(world, "juniper", 10, "1 2 3");
    wide(world, "rowan", 10, "1 2 3");
    end(world);
    assert_false(store_person(world->store, "junipar", 200, world->arena, &person, &fault));
    assert_int_equal(fault.kind, FAULT_NO_FILE);
    assert_non_null(strstr(fault.text, "The nearest is \"juniper\""));
    assert_false(store_person(world->store, "xxxxxxxx", 200, world->arena, &person, &fault));
    assert_int_equal(fault.kind, FAULT_NO_FILE);
    assert_null(strstr(fault.text, "nearest"));
    assert_false(store_area_number(world->store, "Nortwick", &number, &fault));
    assert_non_null(strstr(fault.text, "\"Northwick\""));
}

static void an_area_is_within_itself_and_what_holds_it(void **state)
{
    struct world *world = *state;
    struct fault fault = {0};
    bool yes;
    begin(world, 100);
    small_row(world, ROW_AREA, NULL, "area=Northwick");
    small_row(world, ROW_AREA, NULL, "area=Eastfield|within=Northwick");
    small_row(world, ROW_AREA, NULL, "area=Mill Lane|within=Eastfield");
    end(world);
    const struct {
        const char *area, *within;
        bool yes;
    } questions[] = {{"Mill Lane", "Mill Lane", true},
                     {"Mill Lane", "Northwick", true},
                     {"Northwick", "Mill Lane", false},
                     {NULL, "Northwick", false},
                     {"Nowhere", "Northwick", false}};
    for (size_t i = 0; i < sizeof questions / sizeof *questions; i++) {
        must(store_area_within(world->store, questions[i].area, questions[i].within, &yes, &fault),
             &fault);
        assert_int_equal(yes, questions[i].yes);
    }
}

static void a_dry_run_changes_no_byte_of_content(void **state)
{
    struct world *world = *state;
    struct fault fault = {0};
    begin(world, 100);
    person_row(world, "p1", "Eastfield", NULL, "born=1990");
    wide(world, "p1", 10, "1 2 3");
    end(world);
    const char *before = content(world);
    begin(world, 101);
    person_row(world, "p1", "Westfield", NULL, "born=1991");
    person_row(world, "p2", "Southfield", NULL, "born=1991");
    wide(world, "p1", 10, "3 2 1");
    event(world, "p1", "e1", "2024-03-01", "contact", "worker=anna");
    struct import_result result = merge(world);
    assert_sum(&result, 2, 2, 0, 0);
    must(store_import_end(world->import, false, &fault), &fault);
    assert_string_equal(content(world), before);
}

static void an_import_that_failed_cannot_be_kept(void **state)
{
    struct world *world = *state;
    struct fault fault = {0};
    const char *const tokens[] = {"1", "2", "3", "4"};
    const char *before = content(world);
    begin(world, 100);
    wide(world, "p1", 10, "1 2 3");
    struct import_answers row = {.line = 9,
                                 .ref = "p1",
                                 .instrument = world->q3,
                                 .date = 10,
                                 .time = -1,
                                 .item_count = 3,
                                 .first = 0,
                                 .count = 4,
                                 .tokens = tokens};
    assert_false(store_import_answers(world->import, &row, &fault));
    assert_false(store_import_end(world->import, true, &fault));
    assert_int_equal(fault.kind, FAULT_OURS);
    assert_string_equal(content(world), before);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(a_file_with_one_column_removes_nothing),
        TEST(a_move_is_a_row_of_its_own),
        TEST(rows_that_differ_within_a_file_are_set_aside),
        TEST(consent_is_as_of_now_on_every_day),
        cmocka_unit_test_setup_teardown(new_people_in_no_area_are_counted, set_up_nowhere,
                                        tear_down),
        TEST(a_missing_person_or_area_is_answered_with_the_nearest),
        TEST(an_area_is_within_itself_and_what_holds_it),
        TEST(a_dry_run_changes_no_byte_of_content),
        TEST(an_import_that_failed_cannot_be_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
