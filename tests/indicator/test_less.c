/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What `check` says of a function that takes not knowing for an answer. */
#include "loading.h"

#define FUNCTION(body)                                                                             \
    DECLARED(TELLS "reads = 'request contact', find = function(timeline, found)\n" body "\nend,\n" \
                   "examples = {\n"                                                                \
                   "{ 'on the day', finds = 1, '2024-03-01 request\\n2024-03-11 contact' },\n"     \
                   "{ 'too late', finds = 0, '2024-03-01 request\\n2024-03-12 contact' },\n"       \
                   "{ 'nobody asks', finds = 'cannot tell', collects = 'contact', '' } }")

static void assert_properties(const char *source, size_t holding, const char *sentence)
{
    size_t properties;
    struct loaded loaded = load_source(source);
    assert_loads(&loaded);
    bool good = indicator_check_properties(loaded.indicator, &properties, &loaded.faults);
    assert_true(good == !sentence);
    assert_int_equal(properties, holding);
    if (sentence)
        assert_true(says(&loaded, sentence));
    unload(&loaded);
}

static void a_function_that_asks_what_is_sure_keeps_the_properties(void **state)
{
    (void)state;
    assert_properties(FUNCTION("for e in timeline:each 'request' do "
                               "  local a = timeline:after(e, { 'contact', within = 10 }) "
                               "  if a then found { events = { e, a } } end end"),
                      9, NULL);
    assert_properties(FUNCTION("for e in timeline:each 'request' do "
                               "  local a = timeline:after(e, 'contact') "
                               "  if a then found { events = { e, a } } end end"),
                      9, NULL);
}

/* That none is sure not to be there is no sign of one: it fails however little less is known. */
#define TURNED_ROUND                                                                               \
    FUNCTION("for e in timeline:each 'request' do "                                                \
             "  if not timeline:none_after(e, { 'contact', within = 10 }) then "                   \
             "    found { events = { e } } end end")

static void an_answer_turned_round_fails_when_less_is_observed(void **state)
{
    (void)state;
    assert_properties(TURNED_ROUND, 6, "observed for less time, an answer turns into its opposite");
}

static void an_answer_turned_round_fails_when_a_day_is_only_a_month(void **state)
{
    (void)state;
    assert_properties(TURNED_ROUND, 6, "with a day known only by its month, an answer turns");
}

static void an_answer_turned_round_fails_when_a_kind_is_not_collected(void **state)
{
    (void)state;
    assert_properties(TURNED_ROUND, 6, "with a kind not collected, an answer turns");
}

/* --- warnings --- */

static void assert_warning(const char *source, const char *sentence)
{
    struct loaded loaded = load_source(source);
    assert_loads(&loaded);
    indicator_warnings(loaded.indicator, &loaded.faults);
    if (sentence)
        assert_true(says(&loaded, sentence));
    else
        assert_int_equal(loaded.faults.count, 0);
    unload(&loaded);
}

static void a_list_in_which_a_day_between_is_not_missed_is_warned_about(void **state)
{
    (void)state;
    assert_warning(FUNCTION("for e in timeline:each 'request' do "
                            "  local all = timeline:all 'contact' "
                            "  if #all > 0 then found { events = { e, all[1] } } end end"),
                   "mine.lua:3: find: it never asks what lies between. Use `next` or `none_after`");
    assert_warning(FUNCTION("for e in timeline:each 'request' do "
                            "  local a = timeline:after(e, { 'contact', within = 10, next = true "
                            "})"
                            "  if a then found { events = { e, a } } end end"),
                   NULL);
}

static void a_group_is_open_where_days_within_it_were_not_observed(void **state)
{
    (void)state;
    assert_warning(DECLARED(TELLS
                            "reads = 'contact', find = function(timeline, found)\n"
                            "for _, list in timeline:groups('thread', 'contact') do "
                            "  if #list > 1 then found { events = list } end end end,\n"
                            "examples = { { 'two', finds = 1, '2024-03-01 contact thread=t1\\n"
                            "2024-03-11 contact thread=t1' } }"),
                   NULL);
}

static void a_field_that_a_function_misses_without_saying_so_is_warned_about(void **state)
{
    (void)state;
    assert_warning(
        DECLARED(TELLS "reads = 'contact', find = function(timeline, found)\n"
                       "for e in timeline:each 'contact' do "
                       "  if e.outcome == 'made_worse' then found { events = { e } } end end end,\n"
                       "examples = { { 'one', finds = 1, '2024-03-01 contact outcome=made_worse' "
                       "} }"),
        "mine.lua:3: find: `outcome` is often not recorded; without it, found becomes not found");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_function_that_asks_what_is_sure_keeps_the_properties),
        cmocka_unit_test(an_answer_turned_round_fails_when_less_is_observed),
        cmocka_unit_test(an_answer_turned_round_fails_when_a_day_is_only_a_month),
        cmocka_unit_test(an_answer_turned_round_fails_when_a_kind_is_not_collected),
        cmocka_unit_test(a_list_in_which_a_day_between_is_not_missed_is_warned_about),
        cmocka_unit_test(a_group_is_open_where_days_within_it_were_not_observed),
        cmocka_unit_test(a_field_that_a_function_misses_without_saying_so_is_warned_about),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
