/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A last item with a list of goals: its cell is the rest of the tokens, and each goal is a row. */
#include "store/store_test.h"

static int64_t goals_instrument(struct world *world)
{
    struct fault fault = {0};
    struct stored_plugin plugin = {.kind = "instrument",
                                   .id = "own",
                                   .version = "1",
                                   .pin = "p",
                                   .fingerprint = "f",
                                   .source = "return {}",
                                   .items = "mood goal"};
    must(store_use_plugin(world->store, &plugin, "t", &fault), &fault);
    return plugin.number;
}

/* One row of a file, of the items from `first` on. */
static void row(struct world *world, int64_t own, day date, size_t first, size_t count,
                const char *const *cells)
{
    struct fault fault = {0};
    struct import_answers row = {.line = ++world->line,
                                 .ref = "p1",
                                 .instrument = own,
                                 .date = date,
                                 .time = -1,
                                 .item_count = 2,
                                 .first = first,
                                 .count = count,
                                 .tokens = cells};
    must(store_import_answers(world->import, &row, &fault), &fault);
}

static const char *answers(struct world *world)
{
    return ask(world, "SELECT date, item, answer FROM answer ORDER BY date, item DESC, answer");
}

static void each_goal_is_a_row_and_none_is_no_row(void **state)
{
    struct world *world = *state;
    begin(world, 100);
    int64_t own = goals_instrument(world);
    row(world, own, 10, 0, 2, (const char *[]){"3", "home:1@3 music:2"});
    row(world, own, 11, 0, 2, (const char *[]){"4", "home:-"});
    row(world, own, 12, 0, 2, (const char *[]){"5", ""});
    row(world, own, 13, 0, 2, (const char *[]){"d", "w"});
    struct import_result result = end(world);
    assert_sum(&result, 4, 0, 0, 0);
    assert_string_equal(answers(world), "1970-01-11|mood|3\n1970-01-11|goal|home:1@3\n"
                                        "1970-01-11|goal|music:2\n"
                                        "1970-01-12|mood|4\n1970-01-12|goal|home:-\n"
                                        "1970-01-13|mood|5\n"
                                        "1970-01-14|mood|d\n1970-01-14|goal|w");
    assert_string_equal(ask(world, "SELECT tokens FROM administration ORDER BY date"),
                        "3 home:1@3 music:2\n4 home:-\n5 \nd w");
}

static void goals_that_come_item_by_item_make_the_same_administration(void **state)
{
    struct world *world = *state;
    begin(world, 100);
    int64_t own = goals_instrument(world);
    row(world, own, 10, 0, 1, (const char *[]){"3"});
    row(world, own, 10, 1, 1, (const char *[]){"home:1 music:2"});
    struct import_result result = end(world);
    assert_sum(&result, 2, 0, 0, 0);
    assert_string_equal(ask(world, "SELECT tokens FROM administration"), "3 home:1 music:2");
    begin(world, 110);
    own = goals_instrument(world);
    row(world, own, 10, 0, 2, (const char *[]){"3", "home:1 music:2"});
    result = end(world);
    assert_sum(&result, 0, 0, 1, 0);
}

/* The list of a day is one answer: what is said later stands whole. */
static void a_later_list_replaces_the_earlier_one(void **state)
{
    struct world *world = *state;
    begin(world, 100);
    int64_t own = goals_instrument(world);
    row(world, own, 10, 0, 2, (const char *[]){"3", "home:1 music:2"});
    end(world);
    begin(world, 110);
    own = goals_instrument(world);
    row(world, own, 10, 1, 1, (const char *[]){"home:2"});
    struct import_result result = end(world);
    assert_sum(&result, 0, 1, 0, 0);
    assert_string_equal(answers(world), "1970-01-11|mood|3\n1970-01-11|goal|home:2");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(each_goal_is_a_row_and_none_is_no_row),
        TEST(goals_that_come_item_by_item_make_the_same_administration),
        TEST(a_later_list_replaces_the_earlier_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
