/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A record on the way to the worker. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "record/carry.h"
#include "record/reader.h"

static const char lines[] = "2024-03-01T09:05 contact id=a thread=t1 service=gp outcome=need_met\n"
                            "2024-02 contact id=b need=money\n"
                            "2024-03-05 crisis id=c\n"
                            "2024-01-01.. accommodation id=d\n"
                            "2024-01-01..2024-03-02 accommodation id=e\n";

struct trip {
    struct arena *arena;
    struct record record, back;
    struct text text;
    size_t count;
    const struct event *events[8];
};

static struct trip trip_of(const char *kinds)
{
    struct fault fault;
    struct trip trip = {.arena = arena_new()};
    trip.record = (struct record){.person = "p", .as_of = DAY_LAST, .collects_everything = true};
    assert_true(record_read_lines(lines, trip.arena, &trip.record, &fault));
    carry_write(&trip.record, kinds, &trip.text, trip.events, &trip.count);
    return trip;
}

static void free_trip(struct trip *trip)
{
    text_free(&trip->text);
    arena_free(trip->arena);
}

static void assert_same(const struct event *a, const struct event *b)
{
    assert_string_equal(a->id, b->id);
    assert_string_equal(a->kind, b->kind);
    assert_int_equal(a->begin.low, b->begin.low);
    assert_int_equal(a->begin.high, b->begin.high);
    assert_int_equal(a->end.low, b->end.low);
    assert_int_equal(a->end.high, b->end.high);
    assert_int_equal(a->interval, b->interval);
    assert_int_equal(a->time, b->time);
    assert_int_equal(a->seq, b->seq);
    for (size_t i = 0; i < RECORD_FIELDS; i++) {
        const char *said = record_says(a, i), *other = record_says(b, i);
        assert_true(said && other ? strcmp(said, other) == 0 : said == other);
    }
}

static void a_record_comes_back_as_it_was_of_the_kinds_asked_for(void **state)
{
    (void)state;
    struct trip trip = trip_of("contact accommodation");
    assert_true(carry_read(trip.text.bytes, trip.arena, &trip.back));
    assert_int_equal(trip.back.event_count, 4);
    assert_int_equal(trip.count, 4);
    assert_int_equal(trip.back.as_of, DAY_LAST);
    for (size_t i = 0; i < trip.count; i++)
        assert_same(trip.events[i], &trip.back.events[i]);
    assert_string_equal(trip.back.person, "");
    free_trip(&trip);
}

static void what_was_cut_short_is_no_record(void **state)
{
    (void)state;
    for (size_t length = 0, whole = 1; length < whole; length++) {
        struct trip trip = trip_of("contact accommodation");
        whole = trip.text.length;
        trip.text.bytes[length] = '\0';
        assert_false(carry_read(trip.text.bytes, trip.arena, &trip.back));
        free_trip(&trip);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_record_comes_back_as_it_was_of_the_kinds_asked_for),
        cmocka_unit_test(what_was_cut_short_is_no_record),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
