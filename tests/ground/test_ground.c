/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <float.h>
#include <limits.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "ground/chance.h"
#include "ground/day.h"
#include "ground/fault.h"
#include "ground/text.h"
#include "ground/words.h"

static void expect_number(double number, const char *expected)
{
    struct text text = {0};
    text_number(&text, number);
    assert_string_equal(text.bytes, expected);
    assert_true(strtod(text.bytes, NULL) == number);
    text_free(&text);
}

static void numbers_have_the_fewest_digits_that_read_back(void **state)
{
    (void)state;
    expect_number(7, "7");
    expect_number(20.73, "20.73");
    expect_number(-2.5, "-2.5");
    expect_number(0.1 + 0.2, "0.30000000000000004");
    expect_number(1e21, "1000000000000000000000");
    expect_number(0.00012, "0.00012");
    expect_number(-0.0, "0");
    expect_number(100, "100");
    expect_number(1e-7, "0.0000001");
    struct text tiny = {0};
    text_number(&tiny, DBL_MIN);
    assert_true(strtod(tiny.bytes, NULL) == DBL_MIN);
    assert_null(strchr(tiny.bytes, 'e'));
    text_free(&tiny);
}

/* The same number once more, by trying every precision in turn. */
static size_t fewest_digits(double number)
{
    char text[40];
    for (int precision = 0;; precision++) {
        snprintf(text, sizeof text, "%.*e", precision, number);
        if (strtod(text, NULL) == number)
            return (size_t)precision + 1;
    }
}

static size_t digits_of(const char *text)
{
    size_t count = 0, noughts = 0;
    bool begun = false, point = strchr(text, '.');
    for (; *text; text++) {
        begun = begun || (*text >= '1' && *text <= '9');
        if (!begun || *text == '.')
            continue;
        count++;
        noughts = *text == '0' ? noughts + 1 : 0;
    }
    return point ? count : count - noughts;
}

static void expect_fewest(double number)
{
    struct text text = {0};
    text_number(&text, number);
    if (strtod(text.bytes, NULL) != number || digits_of(text.bytes) != fewest_digits(number))
        fail_msg("%.17g is written %s", number, text.bytes);
    text_free(&text);
}

static void no_number_has_a_digit_too_many(void **state)
{
    (void)state;
    struct chance chance = chance_from(7, 7);
    for (int i = 0; i < 20000; i++) {
        double whole = chance_below(&chance, UINT32_MAX), part = chance_below(&chance, 1000000);
        expect_fewest(whole + 1);
        expect_fewest((whole + 1) / pow(10, chance_below(&chance, 16)));
        expect_fewest((part + 1) / (1 + chance_below(&chance, 99)));
        expect_fewest(ldexp(1, (int)chance_below(&chance, 50)) * (1 + DBL_EPSILON * (1 + i % 9)));
        expect_fewest(part + whole / 1e9 + 1e-7);
        expect_fewest((whole + 1) * pow(10, chance_below(&chance, 20)));
        expect_fewest(nextafter(whole / 100 + 1, 1e300));
    }
}

static void whole_numbers_have_all_their_digits(void **state)
{
    (void)state;
    static const struct {
        int64_t number;
        const char *text;
    } cases[] = {{0, "0"},
                 {-7, "-7"},
                 {1000, "1000"},
                 {INT64_MAX, "9223372036854775807"},
                 {INT64_MIN, "-9223372036854775808"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct text text = {0};
        text_integer(&text, cases[i].number);
        assert_string_equal(text.bytes, cases[i].text);
        text_free(&text);
    }
}

static void halves_are_rounded_away_from_zero(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    assert_string_equal(number_fixed(arena, 20.735, 2), "20.74");
    assert_string_equal(number_fixed(arena, 1.005, 2), "1.01");
    assert_string_equal(number_fixed(arena, -2.5, 0), "-3");
    assert_string_equal(number_fixed(arena, -0.001, 1), "0.0");
    assert_string_equal(count_text(arena, 15214), "15,214");
    assert_string_equal(count_text(arena, -1000), "-1,000");
    assert_string_equal(count_text(arena, 999), "999");
    assert_string_equal(count_about(arena, 1, "people"), "fewer than 10 people");
    assert_string_equal(count_about(arena, 9, "people"), "fewer than 10 people");
    assert_string_equal(count_about(arena, 10, "people"), "about 10 people");
    assert_string_equal(count_about(arena, 12, "people"), "about 10 people");
    assert_string_equal(count_about(arena, 13, "people"), "about 15 people");
    assert_string_equal(count_about(arena, 15214, "people"), "about 15,215 people");
    arena_free(arena);
}

static void a_number_is_the_whole_text_or_none(void **state)
{
    (void)state;
    int64_t whole;
    double number;
    assert_true(text_whole("007", &whole) && whole == 7);
    assert_true(text_whole("-3", &whole) && whole == -3);
    assert_false(text_whole(" 7", &whole));
    assert_false(text_whole("7a", &whole));
    assert_false(text_whole("", &whole));
    assert_false(text_whole("99999999999999999999", &whole));
    assert_true(text_decimal("6.50", &number) && number == 6.5);
    assert_false(text_decimal("1e5", &number));
    assert_false(text_decimal("nan", &number));
    assert_false(text_decimal(".5", &number));
    assert_false(text_decimal("5.", &number));
    assert_false(text_decimal("1,5", &number));
}

static void the_nearest_name_is_near(void **state)
{
    (void)state;
    static const char *const names[] = {"unanswered", "items", "points", "title", "total"};
    assert_string_equal(text_nearest("unanswerd", names, 5), "unanswered");
    assert_string_equal(text_nearest("itmes", names, 5), "items");
    assert_string_equal(text_nearest("tilte", names, 5), "title");
    assert_null(text_nearest("rainbow", names, 5));
    assert_null(text_nearest("", names, 5));
    assert_null(text_nearest("i", names, 5));
    assert_string_equal(text_nearest("x", (const char *const[]){"y", "x"}, 2), "x");
    assert_string_equal(text_nearest("s1", (const char *const[]){"s0", "s1"}, 2), "s1");
    assert_null(text_nearest("x", (const char *const[]){"y"}, 1));
}

static void bytes_that_are_not_utf8_are_found(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        size_t end;
    } rows[] = {{"plain", 5},     {"na\xC3\xAFve", 6},    {"na\xEFve", 2},
                {"\xC0\x80", 0},  {"\xED\xA0\x80", 0},    {"\xF4\x90\x80\x80", 0},
                {"a\xE2\x82", 1}, {"\xF0\x9F\x8C\xB1", 4}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(text_utf8_end(rows[i].bytes, strlen(rows[i].bytes)), rows[i].end);
}

static void cells_are_quoted_only_where_needed(void **state)
{
    (void)state;
    struct text text = {0};
    text_csv(&text, "plain");
    text_char(&text, '|');
    text_csv(&text, "a,b");
    text_char(&text, '|');
    text_csv(&text, "say \"so\"");
    text_char(&text, '|');
    text_csv(&text, " x");
    assert_string_equal(text.bytes, "plain|\"a,b\"|\"say \"\"so\"\"\"|\" x\"");
    text_free(&text);
}

static void every_day_of_a_thousand_years_goes_there_and_back(void **state)
{
    (void)state;
    int year, month, date, last = 0;
    for (day at = day_of(1600, 1, 1); at < day_of(2600, 1, 1); at++) {
        day_parts(at, &year, &month, &date);
        assert_int_equal(day_of(year, month, date), at);
        assert_true(date == 1 || date == last + 1);
        last = date;
    }
    assert_int_equal(day_of(1970, 1, 1), 0);
    assert_int_equal(day_of(1, 1, 1), DAY_FIRST);
    assert_int_equal(day_of(9999, 12, 31), DAY_LAST);
}

static void a_date_that_is_not_in_the_calendar_is_refused(void **state)
{
    (void)state;
    day at;
    struct days days;
    assert_true(day_read("2024-02-29", &at));
    assert_false(day_read("2023-02-29", &at));
    assert_false(day_read("2024-13-01", &at));
    assert_false(day_read("2024-1-01", &at));
    assert_false(day_read("31/03/2024", &at));
    assert_true(days_read("2024-Q1", &days) && days.high == day_of(2024, 3, 31));
    assert_true(days_read("2024-02", &days) && days.high == day_of(2024, 2, 29));
    assert_true(days_read("2024", &days) && days.low == day_of(2024, 1, 1));
    assert_false(days_read("2024-Q5", &days));
    assert_false(days_read("2024-00", &days));
    assert_true(days_read_period("2024-01-01/2024-06-30", &days) &&
                days.high == day_of(2024, 6, 30));
    assert_false(days_read_period("2024-06-30/2024-01-01", &days));
}

static void the_last_whole_quarter_ends_before_today(void **state)
{
    (void)state;
    struct days days = days_last_whole("quarter", day_of(2024, 3, 31));
    assert_int_equal(days.low, day_of(2023, 10, 1));
    assert_int_equal(days.high, day_of(2023, 12, 31));
    days = days_last_whole("quarter", day_of(2024, 4, 1));
    assert_int_equal(days.low, day_of(2024, 1, 1));
    days = days_last_whole("month", day_of(2024, 1, 15));
    assert_int_equal(days.low, day_of(2023, 12, 1));
    days = days_last_whole("year", day_of(2024, 12, 31));
    assert_int_equal(days.high, day_of(2023, 12, 31));
}

static void dates_are_said_as_exactly_as_they_are_known(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct days days;
    static const char *const rows[][2] = {{"2024-03-31", "31 March 2024"},
                                          {"2024-03", "March 2024"},
                                          {"2024", "2024"},
                                          {"2024-Q1", "January to March 2024"}};
    for (size_t i = 0; i < 4; i++) {
        assert_true(days_read(rows[i][0], &days));
        assert_string_equal(days_words(arena, days), rows[i][1]);
    }
    assert_int_equal(minutes_read("23:40"), 1420);
    assert_int_equal(minutes_read("23:40:59"), 1420);
    assert_int_equal(minutes_read("24:00"), -1);
    assert_int_equal(minutes_read("9:00"), -1);
    arena_free(arena);
}

static void a_fault_may_carry_its_own_text_on(void **state)
{
    (void)state;
    struct fault fault = {0};
    assert_false(fault_set(&fault, FAULT_DATA, "inner"));
    assert_false(fault_set(&fault, FAULT_IO, "outer: %s", fault.text));
    assert_string_equal(fault.text, "outer: inner");
    struct faults faults = {0};
    for (int i = 0; i < 30; i++)
        faults_add(&faults, "fault %d", i);
    assert_int_equal(faults.count, 30);
    assert_string_equal(faults.said[19], "fault 19");
    faults_clear(&faults);
}

static void what_an_arena_gives_is_clean_also_after_a_reset(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    for (int round = 0; round < 3; round++) {
        for (size_t size = 1; size < 300000; size = size * 3 + 1) {
            unsigned char *bytes = arena_take(arena, size);
            assert_int_equal((uintptr_t)bytes % 16, 0);
            for (size_t i = 0; i < size; i += 97)
                assert_int_equal(bytes[i], 0);
            memset(bytes, 0xAA, size);
        }
        arena_reset(arena);
    }
    arena_free(arena);
}

static void a_file_is_the_old_one_or_the_new_one(void **state)
{
    (void)state;
    char path[] = "/tmp/alongside-file-XXXXXX", *bytes;
    size_t length;
    struct fault fault;
    close(mkstemp(path));
    assert_true(text_write_file(path, "new", 3, &fault));
    assert_true(text_read_file(path, 10, &bytes, &length, &fault));
    assert_string_equal(bytes, "new");
    free(bytes);
    assert_false(text_read_file(path, 2, &bytes, &length, &fault));
    assert_int_equal(fault.kind, FAULT_DATA);
    unlink(path);
    assert_false(text_read_file(path, 10, &bytes, &length, &fault));
    assert_int_equal(fault.kind, FAULT_NO_FILE);
    assert_false(text_write_file("/no/such/folder/file", "x", 1, &fault));
    assert_int_equal(fault.kind, FAULT_CREATE);
}

static void every_list_of_words_is_sound(void **state)
{
    (void)state;
    for (size_t i = 0; i < EVENT_COLUMN_COUNT; i++)
        assert_int_equal(event_column_of(event_column[i].name), i);
    assert_int_equal(event_column_of("colour"), EVENT_COLUMN_COUNT);
    assert_true(event_kind_is("contact"));
    assert_false(event_kind_is("contacts"));
    assert_true(column_takes(&event_column[EVENT_outcome], "need_met"));
    assert_false(column_takes(&event_column[EVENT_outcome], "needs_met"));
    assert_true(column_takes(&event_column[EVENT_need], "housing"));
    assert_false(column_takes(&event_column[EVENT_need], "Housing!"));
    assert_true(text_has_word(raters, "proxy"));
    assert_false(text_has_word(raters, "prox"));
}

static void chance_is_the_same_everywhere_and_even(void **state)
{
    (void)state;
    struct chance chance = {
        1234567}; /* the first numbers as its authors publish them, upper halves */
    assert_int_equal(chance_below(&chance, UINT32_MAX), 6457827717110365317u >> 32);
    assert_int_equal(chance_below(&chance, UINT32_MAX), 3203168211198807973u >> 32);
    int seen[7] = {0};
    for (int i = 0; i < 70000; i++)
        seen[chance_below(&chance, 7)]++;
    for (int i = 0; i < 7; i++)
        assert_in_range(seen[i], 9500, 10500);
    assert_false(chance_in_100(&chance, 0));
    assert_true(chance_in_100(&chance, 100));
    assert_int_not_equal(chance_from(1, 2).state, chance_from(2, 1).state);
    assert_int_equal(chance_of("ab").state, chance_of("ab").state);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_have_the_fewest_digits_that_read_back),
        cmocka_unit_test(no_number_has_a_digit_too_many),
        cmocka_unit_test(whole_numbers_have_all_their_digits),
        cmocka_unit_test(halves_are_rounded_away_from_zero),
        cmocka_unit_test(a_number_is_the_whole_text_or_none),
        cmocka_unit_test(the_nearest_name_is_near),
        cmocka_unit_test(bytes_that_are_not_utf8_are_found),
        cmocka_unit_test(cells_are_quoted_only_where_needed),
        cmocka_unit_test(every_day_of_a_thousand_years_goes_there_and_back),
        cmocka_unit_test(a_date_that_is_not_in_the_calendar_is_refused),
        cmocka_unit_test(the_last_whole_quarter_ends_before_today),
        cmocka_unit_test(dates_are_said_as_exactly_as_they_are_known),
        cmocka_unit_test(a_fault_may_carry_its_own_text_on),
        cmocka_unit_test(what_an_arena_gives_is_clean_also_after_a_reset),
        cmocka_unit_test(a_file_is_the_old_one_or_the_new_one),
        cmocka_unit_test(every_list_of_words_is_sound),
        cmocka_unit_test(chance_is_the_same_everywhere_and_even),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
