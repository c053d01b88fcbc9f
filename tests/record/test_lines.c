/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lines.h"

static void a_line_gives_date_time_kind_and_fields(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct record record = record_from(
        arena, "2024-03-01T09:05  contact/visit  thread=t1 purpose=chase,clarify outcome=need_met "
               "outcome_by=person seq=3 id=x7 service_type=hostel   # a note = not a field\n");
    assert_int_equal(record.event_count, 1);
    const struct event *event = record.events;
    assert_string_equal(event->id, "x7");
    assert_string_equal(event->kind, "contact");
    assert_string_equal(event->field[EVENT_subtype], "visit");
    assert_int_equal(event->begin.low, on("2024-03-01"));
    assert_int_equal(event->begin.high, on("2024-03-01"));
    assert_int_equal(event->time, 9 * 60 + 5);
    assert_int_equal(event->seq, 3);
    assert_string_equal(event->field[EVENT_purpose], "chase;clarify");
    assert_string_equal(event->outcome_by, "person");
    assert_string_equal(event->taken[TAKEN_service_type], "hostel");
    assert_null(event->field[EVENT_need]);
    assert_false(event->interval);
    arena_free(arena);
}

static void inexact_dates_are_spans(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct record record =
        record_from(arena, "2024-02  contact\n2024-Q2  contact\n2025  contact\n");
    assert_int_equal(record.events[0].begin.low, on("2024-02-01"));
    assert_int_equal(record.events[0].begin.high, on("2024-02-29"));
    assert_int_equal(record.events[0].end.high, on("2024-02-29"));
    assert_int_equal(record.events[1].begin.high, on("2024-06-30"));
    assert_int_equal(record.events[2].begin.low, on("2025-01-01"));
    arena_free(arena);
}

static void intervals_end_or_are_still_running(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct record record =
        record_from(arena, "2024-03-01T10:00..2024-04-15T08:30  institution/hospital\n"
                           "2024-05-01..  plan\n");
    assert_true(record.events[0].interval);
    assert_int_equal(record.events[0].end.high, on("2024-04-15"));
    assert_int_equal(record.events[0].until_time, 8 * 60 + 30);
    assert_int_equal(record.events[1].end.high, DAY_LAST);
    arena_free(arena);
}

static void a_line_written_twice_is_one_event(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct record record =
        record_from(arena, "2024-03-01  contact  thread=t1 service=s1\n"
                           "2024-03-01  contact  service=s1   thread=t1  # the same\n"
                           "2024-03-01  contact  thread=t2 service=s1\n"
                           "2024-03-02  request  id=a\n2024-03-02  request  id=a\n");
    assert_int_equal(record.event_count, 3);
    arena_free(arena);
}

static void withdrawn_and_later_lines_are_not_there(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct record record = {.as_of = on("2024-03-10")};
    struct fault fault;
    assert_true(record_read_lines("2024-03-01  contact  withdrawn=2025-01-01\n2024-03-05  contact\n"
                                  "2024-03-11  contact\n2024-03  contact\n",
                                  arena, &record, &fault));
    assert_int_equal(record.event_count, 2);
    assert_int_equal(record_last_day(&record), on("2024-03-10"));
    arena_free(arena);
}

static void no_lines_are_an_observed_record_without_events(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct record record = record_from(arena, "\n   \n# only a note\n");
    assert_int_equal(record.event_count, 0);
    assert_true(record_is_observed(&record, DAY_FIRST, DAY_LAST));
    arena_free(arena);
}

static void every_refusal_names_line_and_remedy(void **state)
{
    (void)state;
    assert_refused("\n2024-02-30  contact\n", "line 2: `2024-02-30` is not a date");
    assert_refused("2024-03T09:00  contact\n", "is not a date");
    assert_refused("2024-04-01..2024-03-01  plan\n", "is not a date");
    assert_refused("2024-03-01\n", "line 1: has a date and nothing else");
    assert_refused("2024-03-01  contct\n", "Did you mean `contact`?");
    assert_refused("2024-03-31  swemwbs mode=self : 3 3 3\n", "Lines of answers");
    assert_refused("2024-03-01  contact/Home!\n", "not a subtype");
    assert_refused("2024-03-01  contact  servce=s1\n", "Did you mean `service`?");
    assert_refused("2024-03-01  contact  outcome=needs_met\n", "Did you mean `need_met`?");
    assert_refused("2024-03-01  contact  outcome=blue\n", "It takes need_met partly_met");
    assert_refused("2024-03-01  contact  planned=maybe\n", "It takes yes no unknown");
    assert_refused("2024-03-01  contact  seq=-1\n", "a whole number from 0 up");
    assert_refused("2024-03-01  contact  need=housing need=money\n", "written twice");
    assert_refused("2024-03-01  contact  need_words=roof\n", "own words");
    assert_refused("2024-03-01  contact  until=2024-04-01\n", "Write it into the date");
    assert_refused("2024-03-01  contact  need\n", "is not field=value");
    assert_refused("2024-03-01  contact  need=\n", "is not field=value");
    assert_refused("2024-03-01  contact id=a\n2024-03-02  contact id=a\n",
                   "line 2: another line has the id");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_line_gives_date_time_kind_and_fields),
        cmocka_unit_test(inexact_dates_are_spans),
        cmocka_unit_test(intervals_end_or_are_still_running),
        cmocka_unit_test(a_line_written_twice_is_one_event),
        cmocka_unit_test(withdrawn_and_later_lines_are_not_there),
        cmocka_unit_test(no_lines_are_an_observed_record_without_events),
        cmocka_unit_test(every_refusal_names_line_and_remedy),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
