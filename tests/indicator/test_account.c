/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why the answer at an anchor is what it is. */
#include "loading.h"

/* As the cliff edge: a crisis after an ending, and nobody in touch in the two weeks after it. */
#define EDGE                                                                                       \
    DECLARED(NO_EXAMPLES TELLS                                                                     \
             "at = { 'episode_end' }, after = { 'crisis', within = 90 }, ways = { "                \
             "{ name = 'edge', not_after = { { 'contact', within = 14 }, "                         \
             "{ 'appointment', status = 'attended', within = 14 } } }, { name = 'onward' } }")

static struct indicator_account account_of(struct loaded *loaded, const struct record *record,
                                           size_t row)
{
    struct found found = find_in(loaded, record);
    struct indicator_account account;
    assert_true(row < found.count);
    assert_true(
        indicator_account(loaded->indicator, record, &found.rows[row], loaded->arena, &account));
    return account;
}

static void what_surely_holds_leaves_nothing_open_though_it_is_not_collected(void **state)
{
    (void)state;
    struct loaded loaded = load_source(EDGE);
    assert_loads(&loaded);
    struct record record =
        record_of(&loaded, "2024-03-01 episode_end\n2024-03-26 crisis\n", NULL, "2024-12-31");
    record.collects_everything = false;
    struct indicator_account account = account_of(&loaded, &record, 0);
    assert_int_equal(account.window_count, 3);
    assert_string_equal(account.windows[0].missing, "crisis");
    assert_false(account.windows[0].open);
    assert_true(account.windows[1].open && account.windows[2].open);
    assert_string_equal(account.windows[1].missing, "contact");
    assert_string_equal(account.windows[2].missing, "appointment");
    unload(&loaded);
}

static void all_that_is_not_collected_is_named(void **state)
{
    (void)state;
    struct loaded loaded = load_source(DECLARED(
        NO_EXAMPLES TELLS "at = { 'refusal' }, after = { 'contact request', within = 14 }"));
    assert_loads(&loaded);
    struct record record = record_of(&loaded, "2024-03-01 refusal\n", NULL, "2024-12-31");
    record.collects_everything = false;
    struct indicator_account account = account_of(&loaded, &record, 0);
    assert_string_equal(account.windows[0].missing, "contact and request");
    assert_string_equal(indicator_anchor_missing(loaded.indicator, &record, loaded.arena),
                        "refusal");
    unload(&loaded);
}

#define AGAIN                                                                                      \
    DECLARED(NO_EXAMPLES TELLS "at = { 'request' }, is = { outcome = 'not need_met' }, "           \
                               "after = { 'contact', same = 'thread', within = 28 }")

static void assert_doubt(const struct indicator_doubt *doubt, const char *id, const char *fields)
{
    assert_string_equal(doubt->event->id, id);
    assert_string_equal(doubt->fields, fields);
}

static void what_is_not_recorded_is_said_of_the_event_that_lacks_it(void **state)
{
    (void)state;
    struct loaded loaded = load_source(AGAIN);
    assert_loads(&loaded);
    struct record record =
        record_of(&loaded,
                  "2024-03-01 request id=a thread=t1\n2024-03-05 contact id=b need=food\n"
                  "2024-03-06 contact id=c thread=t2\n",
                  NULL, "2024-12-31");
    struct indicator_account account = account_of(&loaded, &record, 0);
    assert_int_equal(account.doubt_count, 2);
    assert_doubt(&account.doubts[0], "a", "outcome need");
    assert_doubt(&account.doubts[1], "b", "thread");
    unload(&loaded);
}

static void a_date_in_doubt_is_that_of_the_event_whose_day_is_not_known(void **state)
{
    (void)state;
    struct loaded loaded = load_source(AGAIN);
    assert_loads(&loaded);
    struct record record = record_of(&loaded,
                                     "2024-03-10 request id=a thread=t1 outcome=nothing_changed\n"
                                     "2024-03 contact id=b thread=t1\n",
                                     NULL, "2024-12-31");
    struct indicator_account account = account_of(&loaded, &record, 0);
    assert_int_equal(account.doubt_count, 1);
    assert_doubt(&account.doubts[0], "b", "");
    unload(&loaded);
}

static void of_two_on_one_day_both_lack_their_place_in_it(void **state)
{
    (void)state;
    struct loaded loaded = load_source(AGAIN);
    assert_loads(&loaded);
    struct record record = record_of(&loaded,
                                     "2024-03-10 request id=a thread=t1 outcome=nothing_changed\n"
                                     "2024-03-10 contact id=b thread=t1\n",
                                     NULL, "2024-12-31");
    struct indicator_account account = account_of(&loaded, &record, 0);
    assert_int_equal(account.doubt_count, 2);
    assert_doubt(&account.doubts[0], "a", "");
    assert_doubt(&account.doubts[1], "b", "");
    unload(&loaded);
}

static void of_a_function_the_thread_is_named_that_would_settle_it(void **state)
{
    (void)state;
    struct loaded loaded = load_file(SOURCE_DIR "/plugins/indicators/referral_loop.lua");
    assert_loads(&loaded);
    struct record record = record_of(&loaded,
                                     "2024-01-01 referral id=a thread=t1 need=money from=a to=b\n"
                                     "2024-01-10 referral id=b need=money from=b to=c\n"
                                     "2024-01-12 contact id=d thread=t3 need=housing\n"
                                     "2024-01-20 referral id=c thread=t2 need=money from=c to=a\n",
                                     NULL, "2024-12-31");
    struct indicator_account account = account_of(&loaded, &record, 0);
    assert_int_equal(account.window_count, 0);
    assert_int_equal(account.doubt_count, 1);
    assert_doubt(&account.doubts[0], "b", "thread");
    unload(&loaded);
}

static void what_decides_that_nothing_is_found_is_told(void **state)
{
    (void)state;
    struct loaded loaded = load_source(AGAIN);
    assert_loads(&loaded);
    struct record record = record_of(&loaded,
                                     "2024-03-10 request id=a thread=t1 outcome=need_met\n"
                                     "2024-03-12 contact id=b thread=t1\n"
                                     "2024-05-10 request id=c thread=t1 outcome=nothing_changed\n",
                                     NULL, "2024-12-31");
    struct indicator_account account = account_of(&loaded, &record, 0);
    assert_string_equal(account.fails, "outcome");
    assert_false(account.windows[0].fails);
    account = account_of(&loaded, &record, 1);
    assert_string_equal(account.fails, "");
    assert_true(account.windows[0].fails && account.windows[0].event_count == 0);
    unload(&loaded);
}

static void of_what_should_not_be_there_the_event_that_is_decides(void **state)
{
    (void)state;
    struct loaded loaded = load_source(
        DECLARED(NO_EXAMPLES TELLS "at = { 'request' }, not_after = { 'contact', within = 28 }"));
    assert_loads(&loaded);
    struct record record = record_of(&loaded, "2024-03-10 request id=a\n2024-03-12 contact id=b\n",
                                     NULL, "2024-12-31");
    struct indicator_account account = account_of(&loaded, &record, 0);
    assert_true(account.windows[0].fails && account.windows[0].event_count == 1);
    assert_string_equal(account.windows[0].events[0]->id, "b");
    unload(&loaded);
}

static void the_ways_decide_only_where_nothing_outside_of_them_does(void **state)
{
    (void)state;
    struct loaded loaded = load_source(EDGE);
    assert_loads(&loaded);
    struct record record =
        record_of(&loaded, "2024-03-01 episode_end\n2024-03-02 contact\n", NULL, "2024-12-31");
    struct indicator_account account = account_of(&loaded, &record, 0);
    assert_true(account.windows[0].fails);
    assert_false(account.windows[1].fails);
    unload(&loaded);
}

static void nobody_looks_back_from_an_event_that_is_of_no_other(void **state)
{
    (void)state;
    struct loaded loaded =
        load_source(DECLARED(NO_EXAMPLES TELLS "at = { 'request', first = 'thread' }, "
                                               "after = { 'contact', within = 28 }"));
    assert_loads(&loaded);
    struct record record =
        record_of(&loaded, "2024-03-10 request id=a thread=t1\n2024-05-10 request id=b\n",
                  "2024-01-01", "2024-12-31");
    struct indicator_account account = account_of(&loaded, &record, 0);
    assert_int_equal(account.window_count, 2);
    assert_string_equal(account.windows[0].first, "thread");
    account = account_of(&loaded, &record, 1);
    assert_int_equal(account.window_count, 1);
    assert_null(account.windows[0].first);
    unload(&loaded);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_surely_holds_leaves_nothing_open_though_it_is_not_collected),
        cmocka_unit_test(all_that_is_not_collected_is_named),
        cmocka_unit_test(what_is_not_recorded_is_said_of_the_event_that_lacks_it),
        cmocka_unit_test(a_date_in_doubt_is_that_of_the_event_whose_day_is_not_known),
        cmocka_unit_test(of_two_on_one_day_both_lack_their_place_in_it),
        cmocka_unit_test(what_decides_that_nothing_is_found_is_told),
        cmocka_unit_test(of_what_should_not_be_there_the_event_that_is_decides),
        cmocka_unit_test(the_ways_decide_only_where_nothing_outside_of_them_does),
        cmocka_unit_test(nobody_looks_back_from_an_event_that_is_of_no_other),
        cmocka_unit_test(of_a_function_the_thread_is_named_that_would_settle_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
