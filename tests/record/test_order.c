/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Order within and between days, edges into intervals, what is observed and collected. */
#include "lines.h"

static void a_day_is_ordered_by_time_then_seq_else_not_at_all(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct record record = record_from(arena, "2024-03-01T09:00  contact id=nine\n"
                                              "2024-03-01T11:00  contact id=eleven seq=1\n"
                                              "2024-03-01  contact id=second seq=2\n"
                                              "2024-03-01  contact id=bare\n"
                                              "2024-03-02  contact id=tomorrow\n");
    const struct event *bare = NULL, *nine = NULL, *eleven = NULL, *second = NULL, *tomorrow = NULL;
    for (size_t i = 0; i < record.event_count; i++) {
        const struct event *event = &record.events[i];
        *(strcmp(event->id, "bare") == 0     ? &bare
          : strcmp(event->id, "nine") == 0   ? &nine
          : strcmp(event->id, "eleven") == 0 ? &eleven
          : strcmp(event->id, "second") == 0 ? &second
                                             : &tomorrow) = event;
    }
    assert_int_equal(record_order(nine, eleven), -1);
    assert_int_equal(record_order(eleven, nine), 1);
    assert_int_equal(record_order(eleven, second), -1); /* one has no time; both have a seq */
    assert_int_equal(record_order(nine, second), 0);
    assert_int_equal(record_order(bare, nine), 0);
    assert_int_equal(record_order(bare, tomorrow), -1);
    assert_int_equal(record_order(bare, bare), 0);
    arena_free(arena);
}

static void inexact_dates_are_ordered_only_when_every_choice_is(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct record record = record_from(
        arena,
        "2024-03  contact id=march\n2024-03-31  contact id=last\n2024-04  contact id=april\n");
    assert_int_equal(record_order(&record.events[0], &record.events[1]), 0);
    assert_int_equal(record_order(&record.events[1], &record.events[2]), -1);
    assert_int_equal(record_order(&record.events[2], &record.events[0]), 1);
    arena_free(arena);
}

static void places_in_a_day_are_printed_in_their_order(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct record record = record_from(arena, "2024-03-01  assessment id=third seq=3\n"
                                              "2024-03-01  request id=first seq=1\n"
                                              "2024-03-01  plan id=second seq=2\n");
    assert_string_equal(record.events[0].id, "first");
    assert_string_equal(record.events[1].id, "second");
    assert_string_equal(record.events[2].id, "third");
    arena_free(arena);
}

static void the_order_of_filling_changes_nothing(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    uint64_t chance = 7;
    struct record record =
        record_from(arena, "2024-03-01  contact service=b\n2024-03-01  contact service=a\n"
                           "2024-03-01  request\n2024-03  contact\n2024-03-01T08:00  contact\n"
                           "2024-02-01..2024-03-05  plan\n2024-03-01  contact seq=1\n");
    for (int round = 0; round < 200; round++) {
        struct record other = record;
        other.events = arena_array(arena, record.event_count, sizeof *other.events);
        memcpy(other.events, record.events, record.event_count * sizeof *other.events);
        for (size_t i = other.event_count; i > 1; i--) {
            size_t j = below(&chance, (uint32_t)i);
            struct event kept = other.events[i - 1];
            other.events[i - 1] = other.events[j];
            other.events[j] = kept;
        }
        record_arrange(&other, arena);
        for (size_t i = 0; i < record.event_count; i++)
            assert_string_equal(other.events[i].id, record.events[i].id);
    }
    arena_free(arena);
}

static void edges_become_intervals(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct record record =
        record_from(arena, "2024-01-05  institution/prison edge=end id=alone\n"
                           "2024-02-01T10:00  institution/hospital edge=start id=in\n"
                           "2024-02-09  institution/hospital edge=end onward=home\n"
                           "2024-03-01  institution/hospital edge=start id=running\n");
    assert_int_equal(record.event_count, 3);
    assert_string_equal(record.events[0].id, "alone");
    assert_int_equal(record.events[0].begin.low, DAY_FIRST);
    assert_int_equal(record.events[0].end.high, on("2024-01-05"));
    assert_string_equal(record.events[1].id, "in");
    assert_int_equal(record.events[1].end.low, on("2024-02-09"));
    assert_int_equal(record.events[1].time, 600);
    assert_string_equal(record.events[1].field[EVENT_onward], "home");
    assert_null(record.events[1].field[EVENT_edge]);
    assert_int_equal(record.events[2].end.high, DAY_LAST);
    arena_free(arena);
}

static void a_stay_of_one_day_is_one_interval_whatever_order_its_rows_have(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct record record = record_from(arena, "2024-02-01  institution/custody edge=end\n"
                                              "2024-02-01  institution/custody edge=start\n");
    assert_int_equal(record.event_count, 1);
    assert_int_equal(record.events[0].begin.low, on("2024-02-01"));
    assert_int_equal(record.events[0].end.high, on("2024-02-01"));
    arena_free(arena);
}

static void an_end_never_closes_a_stay_of_another_sort(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct record record = record_from(arena, "2024-02-01  institution/custody edge=start id=a\n"
                                              "2024-02-03  institution/hospital edge=end id=b\n");
    assert_int_equal(record.event_count, 2);
    assert_int_equal(record.events[0].begin.low, DAY_FIRST);
    assert_int_equal(record.events[1].end.high, DAY_LAST);
    arena_free(arena);
}

static void observation_has_gaps_and_ends_at_death_or_moving_away(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct record record = record_from(arena, "2024-05-01..2024-05-31  not_observed\n"
                                              "2024-05-10..2024-06-03  not_observed\n"
                                              "2024-09  death\n2024-12-01  moved_away\n");
    assert_true(record_is_observed(&record, on("2024-01-01"), on("2024-04-30")));
    assert_false(record_is_observed(&record, on("2024-04-30"), on("2024-05-01")));
    assert_false(record_is_observed(&record, on("2024-06-03"), on("2024-06-03")));
    assert_true(record_is_observed(&record, on("2024-06-04"), on("2024-09-01")));
    assert_int_equal(record_last_day(&record),
                     on("2024-09-01")); /* the first day it may have been */
    assert_false(record_is_observed(&record, on("2024-06-04"), on("2024-09-02")));
    assert_true(
        record_is_observed(&record, on("2024-06-05"), on("2024-06-04"))); /* no day at all */
    record_observe(&record, on("2024-05-15"), on("2024-07-01"), arena);
    assert_int_equal(record_first_day(&record), on("2024-06-04"));
    assert_int_equal(record_last_day(&record), on("2024-07-01"));
    record_observe(&record, on("2024-10-01"), DAY_LAST, arena);
    assert_int_equal(record_last_day(&record), DAY_NONE);
    record = record_from(arena, "2024-12-01  moved_away\n");
    assert_int_equal(record_last_day(&record), on("2024-12-01"));
    arena_free(arena);
}

static void kinds_are_collected_where_it_says_so_on_every_day(void **state)
{
    (void)state;
    struct collected rows[] = {{"contact", on("2024-01-01"), on("2024-01-31")},
                               {"contact", on("2024-02-01"), on("2024-03-31")},
                               {"contact", on("2024-05-01"), DAY_LAST},
                               {"crisis", DAY_FIRST, DAY_LAST},
                               {"crisis/return_er", on("2024-02-01"), DAY_LAST}};
    struct record record = {.collected = rows, .collected_count = 5};
    assert_true(record_is_collected(&record, "contact", on("2024-01-15"), on("2024-03-31")));
    assert_false(record_is_collected(&record, "contact", on("2024-01-15"), on("2024-04-01")));
    assert_false(record_is_collected(&record, "contact", on("2023-12-31"), on("2024-01-15")));
    assert_true(record_is_collected(&record, "contact", on("2024-05-01"), DAY_LAST));
    assert_true(
        record_is_collected(&record, "crisis/return_er", on("2024-02-01"), on("2024-12-31")));
    assert_false(
        record_is_collected(&record, "crisis/return_er", on("2024-01-31"), on("2024-12-31")));
    assert_false(
        record_is_collected(&record, "crisis/overdose", on("2024-02-01"), on("2024-12-31")));
    assert_false(record_is_collected(&record, "complaint", on("2024-02-01"), on("2024-12-31")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_day_is_ordered_by_time_then_seq_else_not_at_all),
        cmocka_unit_test(inexact_dates_are_ordered_only_when_every_choice_is),
        cmocka_unit_test(places_in_a_day_are_printed_in_their_order),
        cmocka_unit_test(the_order_of_filling_changes_nothing),
        cmocka_unit_test(edges_become_intervals),
        cmocka_unit_test(a_stay_of_one_day_is_one_interval_whatever_order_its_rows_have),
        cmocka_unit_test(an_end_never_closes_a_stay_of_another_sort),
        cmocka_unit_test(observation_has_gaps_and_ends_at_death_or_moving_away),
        cmocka_unit_test(kinds_are_collected_where_it_says_so_on_every_day),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
