/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "report/axis.h"
#include "report/pins.h"

/* A note every month from January 2023 on. */
static size_t monthly(struct pinned *notes, size_t count)
{
    for (size_t i = 0; i < count; i++)
        notes[i] = (struct pinned){day_of(2023 + (int)i / 12, 1 + (int)i % 12, 5), "Words."};
    return count;
}

static const char *text_of(struct value map, const char *key)
{
    return value_as_text(value_get(map, key));
}

static void notes_are_numbered_in_the_order_of_their_days(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct value section = value_table(arena), chart = value_table(arena);
    struct pinned notes[2];
    struct note_pins pins = pins_of(notes, monthly(notes, 2));
    int64_t number;
    pins_beside(arena, &pins, section);
    pins_on_chart(arena, &pins, chart);
    assert_string_equal(text_of(section, "pins_title"), "Your notes, pinned to their days");
    struct value second = value_item(value_get(section, "pins"), 1);
    assert_true(value_as_whole(value_get(second, "number"), &number) && number == 2);
    assert_string_equal(text_of(second, "says"), "Words.");
    assert_string_equal(text_of(second, "by"), "5 February 2023");
    second = value_item(value_get(chart, "pins"), 1);
    assert_true(value_as_whole(value_get(second, "number"), &number) && number == 2);
    arena_free(arena);
}

static void up_to_twenty_notes_are_all_pinned(void **state)
{
    (void)state;
    struct pinned notes[20];
    struct note_pins pins = pins_of(notes, monthly(notes, 20));
    assert_int_equal(pins.count, 20);
    assert_int_equal(pins.earlier, 0);
}

static void of_more_than_twenty_the_latest_two_years_are_pinned_and_the_rest_is_said(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct value section = value_table(arena);
    struct pinned notes[30];
    struct note_pins pins = pins_of(notes, monthly(notes, 30));
    assert_int_equal(pins.count, 24);
    assert_int_equal(pins.earlier, 6);
    pins_beside(arena, &pins, section);
    assert_non_null(strstr(value_as_text(value_item(value_get(section, "beside"), 0)),
                           "From before there are 6 more: they are kept"));
    arena_free(arena);
}

static void without_notes_there_is_no_heading_for_them(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct value section = value_table(arena);
    struct note_pins pins = pins_of(NULL, 0);
    pins_beside(arena, &pins, section);
    assert_null(text_of(section, "pins_title"));
    arena_free(arena);
}

/* --- the axis that they stand on -------------------------------------------------------------- */

static const char *ticks_of(struct arena *arena, struct days axis)
{
    struct value chart = value_table(arena), ticks;
    struct text words = {0};
    axis_days(arena, axis, chart);
    ticks = value_get(chart, "ticks");
    for (size_t i = 0; i < value_count(ticks); i++) {
        struct value tick = value_item(ticks, i);
        bool wide = value_is(value_get(tick, "wide"), VALUE_YES_NO);
        text_format(&words, "%s%s%s", i ? "|" : "", text_of(tick, "label"), wide ? " wide" : "");
    }
    const char *copy = arena_text(arena, words.bytes);
    text_free(&words);
    return copy;
}

static void months_stand_under_the_axis_and_the_year_where_phones_have_room(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct days two_years = {day_of(2024, 4, 1), day_of(2026, 3, 31)};
    struct days one_month = {day_of(2024, 2, 1), day_of(2024, 2, 29)};
    struct days long_ago = {day_of(1998, 7, 1), day_of(2026, 3, 31)};
    assert_string_equal(ticks_of(arena, two_years), "Apr 2024|Oct wide|Apr 2025|Oct wide|Mar 2026");
    assert_string_equal(ticks_of(arena, one_month), "Feb 2024");
    assert_string_equal(ticks_of(arena, long_ago), "Jul 1998|Jul 2008 wide|Jul 2018|Mar 2026");
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(notes_are_numbered_in_the_order_of_their_days),
        cmocka_unit_test(up_to_twenty_notes_are_all_pinned),
        cmocka_unit_test(of_more_than_twenty_the_latest_two_years_are_pinned_and_the_rest_is_said),
        cmocka_unit_test(without_notes_there_is_no_heading_for_them),
        cmocka_unit_test(months_stand_under_the_axis_and_the_year_where_phones_have_room),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
