/* SPDX-License-Identifier: GPL-3.0-or-later */
/* After, before and within: by hand at the edges, and against every choice of inexact dates. */
#include "lines.h"

static enum sure after(const char *lines, int within)
{
    struct arena *arena = arena_new();
    struct record record = record_from(arena, lines);
    assert_int_equal(record.event_count, 2);
    const struct event *anchor =
        strcmp(record.events[0].id, "a") == 0 ? &record.events[0] : &record.events[1];
    const struct event *other = anchor == record.events ? &record.events[1] : &record.events[0];
    enum sure sure = record_after(anchor, other, within, false).sure;
    arena_free(arena);
    return sure;
}

static enum sure before(const char *lines, int within)
{
    struct arena *arena = arena_new();
    struct record record = record_from(arena, lines);
    assert_int_equal(record.event_count, 2);
    const struct event *anchor =
        strcmp(record.events[0].id, "a") == 0 ? &record.events[0] : &record.events[1];
    const struct event *other = anchor == record.events ? &record.events[1] : &record.events[0];
    enum sure sure = record_before(anchor, other, within, false).sure;
    arena_free(arena);
    return sure;
}

static void a_window_includes_its_last_day_and_not_the_next(void **state)
{
    (void)state;
    assert_int_equal(after("2024-02-20 contact id=a\n2024-03-19 contact id=b\n", 28), SURELY);
    assert_int_equal(after("2024-02-20 contact id=a\n2024-03-20 contact id=b\n", 28), SURELY_NOT);
    assert_int_equal(after("2023-02-20 contact id=a\n2023-03-20 contact id=b\n", 28), SURELY);
    assert_int_equal(before("2024-03-19 contact id=a\n2024-02-20 contact id=b\n", 28), SURELY);
    assert_int_equal(before("2024-03-20 contact id=a\n2024-02-20 contact id=b\n", 28), SURELY_NOT);
    assert_int_equal(after("2024-03-19 contact id=a\n2024-02-20 contact id=b\n", 28), SURELY_NOT);
    assert_int_equal(after("2024-02-20 contact id=a\n2054-02-20 contact id=b\n", WITHIN_ANY),
                     SURELY);
}

static void the_same_day_needs_times_or_a_rule_that_lets_it_count(void **state)
{
    (void)state;
    assert_int_equal(after("2024-03-01 contact id=a\n2024-03-01 contact id=b\n", 28), PERHAPS);
    assert_int_equal(after("2024-03-01T09:00 contact id=a\n2024-03-01T09:01 contact id=b\n", 0),
                     SURELY);
    assert_int_equal(after("2024-03-01T09:02 contact id=a\n2024-03-01T09:01 contact id=b\n", 28),
                     SURELY_NOT);
    assert_int_equal(after("2024-03-01T09:01 contact id=a\n2024-03-01T09:01 contact id=b\n", 28),
                     PERHAPS);
    struct event a = {.time = -1, .seq = -1}, b = a;
    assert_int_equal(record_after(&a, &b, 0, true).sure, SURELY);
    assert_int_equal(record_after(&a, &b, 0, false).doubt, DOUBT_ORDER);
    a.time = 10;
    b.time = 5;
    assert_int_equal(record_after(&a, &b, 0, true).sure, SURELY_NOT);
}

static void a_month_is_every_day_of_it(void **state)
{
    (void)state;
    assert_int_equal(after("2024-03-01 contact id=a\n2024-03 contact id=b\n", 28), PERHAPS);
    assert_int_equal(after("2024-02-28 contact id=a\n2024-03 contact id=b\n", 32), SURELY);
    assert_int_equal(after("2024-02-28 contact id=a\n2024-03 contact id=b\n", 31), PERHAPS);
    assert_int_equal(after("2024-02-28 contact id=a\n2024-03 contact id=b\n", 1), SURELY_NOT);
    assert_int_equal(after("2024-03-31 contact id=a\n2024-03 contact id=b\n", 28), PERHAPS);
    assert_int_equal(after("2024-04-01 contact id=a\n2024-03 contact id=b\n", 28), SURELY_NOT);
}

static void days_run_from_the_end_of_an_interval(void **state)
{
    (void)state;
    assert_int_equal(after("2024-01-01..2024-03-01 plan id=a\n2024-03-08 contact id=b\n", 7),
                     SURELY);
    assert_int_equal(after("2024-01-01..2024-03-01 plan id=a\n2024-03-09 contact id=b\n", 7),
                     SURELY_NOT);
    assert_int_equal(after("2024-01-01..2024-03-01 plan id=a\n2024-02-01 contact id=b\n", 90),
                     SURELY_NOT);
    assert_int_equal(after("2024-01-01.. plan id=a\n2024-02-01 contact id=b\n", WITHIN_ANY),
                     SURELY_NOT);
    assert_int_equal(before("2024-03-08 contact id=a\n2024-01-01..2024-03-01 plan id=b\n", 7),
                     SURELY);
    assert_int_equal(before("2024-03-09 contact id=a\n2024-01-01..2024-03-01 plan id=b\n", 7),
                     SURELY_NOT);
}

static void while_it_runs_is_before_within_no_days(void **state)
{
    (void)state;
    assert_int_equal(
        before("2024-02-01 contact id=a\n2024-01-01..2024-03-01 institution id=b\n", 0), SURELY);
    assert_int_equal(
        before("2024-03-01 contact id=a\n2024-01-01..2024-03-01 institution id=b\n", 0), SURELY);
    assert_int_equal(
        before("2024-03-02 contact id=a\n2024-01-01..2024-03-01 institution id=b\n", 0),
        SURELY_NOT);
    assert_int_equal(
        before("2024-01-01 contact id=a\n2024-01-01..2024-03-01 institution id=b\n", 0), PERHAPS);
    assert_int_equal(
        before("2023-12-31 contact id=a\n2024-01-01..2024-03-01 institution id=b\n", 0),
        SURELY_NOT);
    assert_int_equal(before("2024-02-01 contact id=a\n2024-01-01.. institution id=b\n", 0), SURELY);
}

/* --- the slow way: every choice of days, and of order where a day has none ------------------- */

struct choices {
    bool yes, no;
};

static void see(struct choices *choices, bool yes)
{
    *(yes ? &choices->yes : &choices->no) = true;
}

static enum sure all_of(const struct choices *choices)
{
    return choices->yes && choices->no ? PERHAPS : choices->yes ? SURELY : SURELY_NOT;
}

static enum sure slow_after(const struct event *anchor, const struct event *other, int within,
                            bool same_day)
{
    struct choices choices = {false, false};
    for (day x = anchor->end.low; x <= anchor->end.high; x++)
        for (day y = other->begin.low; y <= other->begin.high; y++)
            for (int other_first = 0; other_first < 2; other_first++) {
                bool after_it = y > x || (y == x && (same_day || !other_first));
                see(&choices, after_it && (within < 0 || y - x <= within));
            }
    return all_of(&choices);
}

static enum sure slow_before(const struct event *anchor, const struct event *other, int within,
                             bool same_day)
{
    struct choices choices = {false, false};
    for (day x = anchor->begin.low; x <= anchor->begin.high; x++)
        for (day from = other->begin.low; from <= other->begin.high; from++)
            for (day to = other->end.low; to <= other->end.high; to++)
                for (int anchor_first = 0; anchor_first < 2; anchor_first++) {
                    if (other->interval ? to < from : to != from)
                        continue;
                    bool began = from < x || (from == x && (same_day || !anchor_first));
                    see(&choices, began && (within < 0 || x - to <= within));
                }
    return all_of(&choices);
}

static struct event draw(uint64_t *chance)
{
    struct event event = {.kind = "contact", .time = -1, .until_time = -1, .seq = -1};
    event.begin.low = (day)below(chance, 14);
    event.begin.high = event.begin.low + (day)below(chance, 4);
    event.interval = below(chance, 3) == 0;
    event.end = event.begin;
    if (event.interval) {
        event.end.low = event.begin.high + (day)below(chance, 5);
        event.end.high = event.end.low + (day)below(chance, 4);
    }
    return event;
}

static void fifty_thousand_pairs_agree_with_every_choice_of_dates(void **state)
{
    (void)state;
    uint64_t chance = 2024;
    for (int i = 0; i < 50000; i++) {
        struct event a = draw(&chance), b = draw(&chance);
        int within = (int)below(&chance, 9) - 1;
        bool same_day = below(&chance, 2);
        assert_int_equal(record_after(&a, &b, within, same_day).sure,
                         slow_after(&a, &b, within, same_day));
        assert_int_equal(record_before(&a, &b, within, same_day).sure,
                         slow_before(&a, &b, within, same_day));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_window_includes_its_last_day_and_not_the_next),
        cmocka_unit_test(the_same_day_needs_times_or_a_rule_that_lets_it_count),
        cmocka_unit_test(a_month_is_every_day_of_it),
        cmocka_unit_test(days_run_from_the_end_of_an_interval),
        cmocka_unit_test(while_it_runs_is_before_within_no_days),
        cmocka_unit_test(fifty_thousand_pairs_agree_with_every_choice_of_dates),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
