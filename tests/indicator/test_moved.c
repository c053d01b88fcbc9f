/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The same life at another time is noticed in the same way; who asks for months, quarters or years
 * is tried 400 years later, when the calendar is the same. */
#include <stdio.h>

#include "loading.h"

#define EXAMPLES(from, as_of)                                                                      \
    "examples = { { 'two', finds = 1, from = '" from "', as_of = '" as_of "', [[\n"                \
    "2024-02-01 contact\n2024-02-29 contact ]] }, "                                                \
    "{ 'one', finds = 0, from = '" from "', as_of = '" as_of "', '2024-02-01 contact' }, "         \
    "{ 'nobody collects', finds = 'cannot tell', collects = 'crisis', from = '" from               \
    "', as_of = '" as_of "', '' } }"
#define IN_PERIODS(period, more, from, as_of)                                                      \
    DECLARED("tell = 'Services were in touch {value} times.', reads = 'contact',\n"                \
             "find = function(timeline, found)\n"                                                  \
             "  for one in timeline:periods('" period "') do\n"                                    \
             "    local inside = {}\n"                                                             \
             "    for _, e in ipairs(timeline:all('contact')) do\n"                                \
             "      if timeline:overlap(one, e) > 0" more " then inside[#inside + 1] = e end\n"    \
             "    end\n"                                                                           \
             "    if #inside > 1 then\n"                                                           \
             "      found { events = inside, value = #inside, unit = 'times' }\n"                  \
             "    end\n"                                                                           \
             "  end\n"                                                                             \
             "end,\n" EXAMPLES(from, as_of))

static void assert_moved(const char *source, const char *sentence)
{
    size_t examples, properties;
    struct loaded loaded = load_source(source);
    assert_loads(&loaded);
    if (!indicator_check_examples(loaded.indicator, &examples, &loaded.faults))
        fail_msg("%s", loaded.faults.said[0]);
    bool good = indicator_check_properties(loaded.indicator, &properties, &loaded.faults);
    assert_true(sentence ? says(&loaded, sentence) : loaded.faults.count == 0);
    assert_int_equal(good, sentence == NULL);
    unload(&loaded);
}

static void what_is_noticed_in_a_period_is_noticed_when_the_calendar_is_the_same(void **state)
{
    (void)state;
    assert_moved(IN_PERIODS("month", "", "2024-01-01", "2024-12-31"), NULL);
    assert_moved(IN_PERIODS("quarter", "", "2024-01-01", "2024-12-31"), NULL);
    assert_moved(IN_PERIODS("year", "", "2023-06-01", "2025-01-10"), NULL);
}

static void periods_do_not_excuse_asking_for_the_date(void **state)
{
    (void)state;
    assert_moved(IN_PERIODS("quarter", " and e.day < 100000", "2024-01-01", "2024-12-31"),
                 "plugins/indicators/mine.lua:1: the whole timeline 400 years later, where the "
                 "calendar is the same, gives other findings. Ask for days between events, or for "
                 "periods, not for the date");
}

static void the_date_is_not_asked_for_without_periods(void **state)
{
    (void)state;
    assert_moved(DECLARED(TELLS
                          "reads = 'contact', find = function(timeline, found)\n"
                          "  for e in timeline:each 'contact' do\n"
                          "    if e.day < 19760 then found { events = { e } } end\n"
                          "  end\n"
                          "end,\n"
                          "examples = { { 'in January', finds = 1, '2024-01-04 contact' }, "
                          "{ 'in May', finds = 0, '2024-05-02 contact' }, "
                          "{ 'nobody collects', finds = 'cannot tell', collects = 'crisis', '' } "
                          "}"),
                 "the whole timeline 28 days later gives other findings. Ask for days between "
                 "events, not for the date");
}

static void in_the_last_years_of_all_it_is_moved_back(void **state)
{
    (void)state;
    assert_moved(
        DECLARED(TELLS "reads = 'contact', find = function(timeline, found)\n"
                       "  for one in timeline:periods 'year' do\n"
                       "    for _, e in ipairs(timeline:all('contact')) do\n"
                       "      if timeline:overlap(one, e) > 0 then found { events = { e } } end\n"
                       "    end\n"
                       "  end\n"
                       "end,\n"
                       "examples = { { 'one', finds = 1, from = '9990-01-01', as_of = "
                       "'9998-12-31', '9998-03-01 contact' }, "
                       "{ 'none', finds = 0, from = '9997-01-01', as_of = '9998-12-31', '' }, "
                       "{ 'nobody collects', finds = 'cannot tell', collects = 'crisis', from = "
                       "'9997-01-01', as_of = '9998-12-31', '' } }"),
        NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_noticed_in_a_period_is_noticed_when_the_calendar_is_the_same),
        cmocka_unit_test(periods_do_not_excuse_asking_for_the_date),
        cmocka_unit_test(the_date_is_not_asked_for_without_periods),
        cmocka_unit_test(in_the_last_years_of_all_it_is_moved_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
