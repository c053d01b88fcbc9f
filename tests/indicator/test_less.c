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
                      10, NULL);
    assert_properties(FUNCTION("for e in timeline:each 'request' do "
                               "  local a = timeline:after(e, 'contact') "
                               "  if a then found { events = { e, a } } end end"),
                      10, NULL);
}

/* That none is sure not to be there is no sign of one: it fails however little less is known. */
#define TURNED_ROUND                                                                               \
    FUNCTION("for e in timeline:each 'request' do "                                                \
             "  if not timeline:none_after(e, { 'contact', within = 10 }) then "                   \
             "    found { events = { e } } end end")

static void an_answer_turned_round_fails_when_less_is_observed(void **state)
{
    (void)state;
    assert_properties(TURNED_ROUND, 7, "observed for less time, an answer turns into its opposite");
}

static void an_answer_turned_round_fails_when_a_day_is_only_a_month(void **state)
{
    (void)state;
    assert_properties(TURNED_ROUND, 7, "with a day known only by its month, an answer turns");
}

static void an_answer_turned_round_fails_when_a_kind_is_not_collected(void **state)
{
    (void)state;
    assert_properties(TURNED_ROUND, 7, "with a kind not collected, an answer turns");
}

/* --- a field that is not recorded --- */

#define CARELESS(body, examples)                                                                   \
    DECLARED(TELLS "reads = 'contact request', find = function(timeline, found)\n"                 \
                   "for e in timeline:each 'contact' do\n" body                                    \
                   "\nend end,\nexamples = {" examples "}")
#define MET "{ 'met', finds = 0, '2024-03-01 contact outcome=need_met' },\n"
#define FOUND "found { events = { e } }"

static void an_outcome_that_nobody_recorded_is_not_one_that_is_not_so(void **state)
{
    (void)state;
    assert_properties(
        CARELESS("if e.outcome ~= 'need_met' then " FOUND " end", MET), 9,
        "mine.lua:7: example \"met\": found when `outcome` of a contact is not recorded, and not "
        "when it is. Ask for it with `recorded`, or where it is nil say "
        "timeline:cannot_tell(\"not_recorded\") in place of found. If it is meant, show it: the "
        "same lines without it, as an example");
    assert_properties(CARELESS("if not e.outcome then timeline:cannot_tell('not_recorded') "
                               "elseif e.outcome ~= 'need_met' then " FOUND " end",
                               MET),
                      10, NULL);
}

static void what_an_example_shows_is_meant(void **state)
{
    (void)state;
    assert_properties(CARELESS("if e.outcome ~= 'need_met' then " FOUND " end",
                               MET "{ 'nobody wrote it', finds = 1, '2024-03-01 contact' }"),
                      10, NULL);
    assert_properties(CARELESS("if e.outcome ~= 'need_met' then " FOUND " end",
                               MET "{ 'another day', finds = 1, '2024-03-02 contact' }"),
                      9, "found when `outcome` of a contact is not recorded");
}

static void a_look_that_names_no_field_takes_it_for_recorded(void **state)
{
    (void)state;
#define NONE(recorded)                                                                             \
    CARELESS("if timeline:none_after(e, { 'request', outcome = 'need_met', within = 9" recorded    \
             " }) then " FOUND " end",                                                             \
             "{ 'helped', finds = 0, '2024-03-01 contact\\n2024-03-05 request "                    \
             "outcome=need_met' }")
    assert_properties(NONE(""), 9, "found when `outcome` of a request is not recorded");
    assert_properties(NONE(", recorded = 'outcome'"), 10, NULL);
}

static void two_that_say_nothing_do_not_say_the_same(void **state)
{
    (void)state;
    assert_properties(
        CARELESS("for _, a in ipairs(timeline:all 'request') do if a.service == e.service then "
                 "found { events = { a, e } } end end",
                 "{ 'two', finds = 0, '2024-03-01 request service=a\\n2024-03-05 contact "
                 "service=b' }"),
        9, "found when `service` of a request is not recorded");
}

static void what_could_not_be_told_is_not_told_for_want_of_a_field(void **state)
{
    (void)state;
    assert_properties(
        CARELESS("if e.need == 'housing' and timeline:after(e, { 'request', within = 9 }) "
                 "then " FOUND " end",
                 "{ 'too soon', finds = 'cannot tell', as_of = '2024-03-02', "
                 "'2024-03-01 contact need=housing' }"),
        9, "not found when `need` of a contact is not recorded");
}

static void what_the_engine_follows_is_not_taken_away(void **state)
{
    (void)state;
    assert_properties(
        DECLARED(TELLS "reads = 'contact', find = function(timeline, found)\n"
                       "for _, list in timeline:groups('thread', 'contact') do "
                       "  if #list > 1 then found { events = list } end end end,\n"
                       "examples = { { 'two that may be one', finds = 'cannot tell', "
                       "'2024-03-01 contact thread=t1 need=money\\n2024-03-02 contact need=money\\n"
                       "2024-03-03 contact thread=t2 need=money' } }"),
        10, NULL);
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
    assert_warning(FUNCTION("local last for e in timeline:each 'request contact' do "
                            "  if last then found { events = { last, e } } end last = e end"),
                   "it never asks what lies between");
    assert_warning(FUNCTION("for e in timeline:each 'request' do "
                            "  local a = timeline:after(e, { 'contact', within = 10, next = true "
                            "})"
                            "  if a then found { events = { e, a } } end end"),
                   NULL);
}

static void what_a_look_finds_stands_whatever_lies_between_as_in_a_declaration(void **state)
{
    (void)state;
    assert_warning(FUNCTION("for e in timeline:each 'request' do "
                            "  local a = timeline:after(e, { 'contact', within = 10 }) "
                            "  if a then found { events = { e, a } } end end"),
                   NULL);
    assert_warning(FUNCTION("for e in timeline:each 'contact' do "
                            "  local b = timeline:before(e, { 'request', within = 10 }) "
                            "  if b then found { events = { b, e } } end end"),
                   NULL);
    assert_warning(DECLARED(TELLS "at = { 'request' }, after = { 'contact', within = 10 },\n"
                                  "examples = { { 'one', finds = 1, '2024-03-01 request\\n"
                                  "2024-03-11 contact' } }"),
                   NULL);
}

static void a_day_within_a_stay_does_not_lie_between(void **state)
{
    (void)state;
    assert_warning(
        DECLARED(TELLS "reads = 'institution contact', find = function(timeline, found)\n"
                       "local all = timeline:all 'contact' "
                       "for e in timeline:each { 'institution', edge = 'end' } do "
                       "  local a = timeline:after(e, { 'contact', within = 10, next = true }) "
                       "  if a then found { events = { e, a } } end end end,\n"
                       "examples = { { 'one', finds = 1, '2024-01-01..2024-03-01 institution\\n"
                       "2024-03-05 contact' } }"),
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
        cmocka_unit_test(an_outcome_that_nobody_recorded_is_not_one_that_is_not_so),
        cmocka_unit_test(what_an_example_shows_is_meant),
        cmocka_unit_test(a_look_that_names_no_field_takes_it_for_recorded),
        cmocka_unit_test(two_that_say_nothing_do_not_say_the_same),
        cmocka_unit_test(what_could_not_be_told_is_not_told_for_want_of_a_field),
        cmocka_unit_test(what_the_engine_follows_is_not_taken_away),
        cmocka_unit_test(a_list_in_which_a_day_between_is_not_missed_is_warned_about),
        cmocka_unit_test(what_a_look_finds_stands_whatever_lies_between_as_in_a_declaration),
        cmocka_unit_test(a_day_within_a_stay_does_not_lie_between),
        cmocka_unit_test(a_group_is_open_where_days_within_it_were_not_observed),
        cmocka_unit_test(a_field_that_a_function_misses_without_saying_so_is_warned_about),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
