/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file's own examples: what they must show, and what is said when one does not hold. */
#include <stdio.h>

#include "loading.h"

#define RULE "at = { 'request' }, after = { 'contact', within = 10 }, tell = 'After {days} days.', "
#define SHOWS_ALL                                                                                  \
    "{ 'last day', finds = { { days = 10, value = 10, count = 1, basis = 'time_order_only' } }, "  \
    "'2024-03-01 request\\n2024-03-11 contact' }, "                                                \
    "{ 'day after', finds = 0, '2024-03-01 request\\n2024-03-12 contact' }, "                      \
    "{ 'too soon', finds = 'cannot tell', why = 'followup_short', as_of = '2024-03-05', "          \
    "'2024-03-01 request' }, "

static void assert_check(const char *source, const char *sentence)
{
    size_t examples = 0;
    struct loaded loaded = load_source(source);
    assert_loads(&loaded);
    bool good = indicator_check_examples(loaded.indicator, &examples, &loaded.faults);
    if (sentence)
        assert_true(says(&loaded, sentence));
    else if (!good)
        fail_msg("%s", loaded.faults.said[0]);
    assert_int_equal(good, sentence == NULL);
    unload(&loaded);
}

static void examples_that_show_everything_hold(void **state)
{
    (void)state;
    assert_check(DECLARED(RULE "examples = { " SHOWS_ALL " }"), NULL);
}

static void an_example_that_does_not_hold_says_both_answers(void **state)
{
    (void)state;
    assert_check(
        DECLARED(
            RULE
            "\nexamples = { " SHOWS_ALL
            "\n{ 'silence', finds = 'cannot tell', '2024-03-01 request\\n2024-03-02 contact' } }"),
        "plugins/indicators/mine.lua:5: example \"silence\": found, the example says cannot tell");
    assert_check(
        DECLARED(RULE "examples = { " SHOWS_ALL "{ 'x', finds = 1, '2024-03-01 request' } }"),
        "example \"x\": not found, the example says found");
    assert_check(DECLARED(RULE "examples = { " SHOWS_ALL
                               "{ 'x', finds = 0, as_of = '2024-03-05', '2024-03-01 request' } }"),
                 "cannot tell (followup_short), the example says not found");
    assert_check(DECLARED(RULE "examples = { " SHOWS_ALL
                               "{ 'x', finds = 'cannot tell', why = 'gap', as_of "
                               "= '2024-03-05', '2024-03-01 request' } }"),
                 "the example says cannot tell (gap)");
    assert_check(
        DECLARED(RULE
                 "examples = { " SHOWS_ALL
                 "{ 'x', finds = { { days = 3 } }, '2024-03-01 request\\n2024-03-03 contact' } }"),
        "finding 1: days is 2, the example says 3");
    assert_check(DECLARED(RULE "examples = { " SHOWS_ALL
                               "{ 'x', finds = { { basis = 'code_match' } }, "
                               "'2024-03-01 request\\n2024-03-03 contact' } }"),
                 "basis is \"time_order_only\", the example says \"code_match\"");
    assert_check(
        DECLARED(RULE "examples = { " SHOWS_ALL
                      "{ 'x', finds = { {}, {} }, '2024-03-01 request\\n2024-03-03 contact' } }"),
        "found, the example says found 2 times");
}

static void an_example_is_read_strictly(void **state)
{
    (void)state;
    assert_check(
        DECLARED(RULE "examples = { " SHOWS_ALL "{ 'x', finds = 0, '2024-03-01 requst' } }"),
        "example \"x\": line 1: `requst` is not a kind of event");
    assert_check(DECLARED(RULE "examples = { " SHOWS_ALL "{ 'x', finds = 0 } }"), "has no lines");
    assert_check(DECLARED(RULE "examples = { " SHOWS_ALL "{ 'x', finds = 'maybe', '' } }"),
                 "finds must be");
    assert_check(DECLARED(RULE "examples = { " SHOWS_ALL "{ 'x', '' } }"), "finds");
    assert_check(
        DECLARED(RULE "examples = { " SHOWS_ALL "{ 'x', finds = 0, collect = 'contact', '' } }"),
        "`collect` is not a field of an example");
    assert_check(
        DECLARED(RULE "examples = { " SHOWS_ALL "{ 'x', finds = 0, with = { window = 3 }, '' } }"),
        "is not a setting of this indicator");
}

static void from_and_collects_change_what_can_be_told(void **state)
{
    (void)state;
    assert_check(
        DECLARED(
            RULE
            "examples = { " SHOWS_ALL "{ 'late', finds = 'cannot tell', from = '2024-03-02', why = "
            "'gap', '2024-03-01 request' }, "
            "{ 'uncollected', finds = 'cannot tell', collects = 'request', why = "
            "'kind_not_collected', '2024-03-01 request' }, "
            "{ 'collected', finds = 0, collects = 'request contact', '2024-03-01 request' } }"),
        NULL);
}

static void with_changes_a_setting_within_its_bounds(void **state)
{
    (void)state;
#define WINDOWED                                                                                   \
    "at = { 'request' }, after = { 'contact', within = 'window' }, tell = 'In {settings.window} "  \
    "days.', "                                                                                     \
    "settings = { window = { 10, from = 1, to = 20, means = 'days' } }, "
    assert_check(DECLARED(WINDOWED "examples = { " SHOWS_ALL
                                   "{ 'longer', finds = 1, with = { window = 11 }, '2024-03-01 "
                                   "request\\n2024-03-12 contact' } }"),
                 NULL);
    assert_check(DECLARED(WINDOWED "examples = { " SHOWS_ALL
                                   "{ 'x', finds = 1, with = { window = 21 }, '' } }"),
                 "with.window is 21; it may be 1 to 20");
    assert_check(DECLARED(WINDOWED "examples = { " SHOWS_ALL
                                   "{ 'x', finds = 1, with = { window = 'a' }, '' } }"),
                 "must be a number");
}

static void what_examples_must_show_is_asked_for(void **state)
{
    (void)state;
    assert_check(
        DECLARED(
            RULE
            "examples = { { 'last day', finds = 1, '2024-03-01 request\\n2024-03-11 contact' } }"),
        "none shows not found");
    assert_check(
        DECLARED(
            RULE
            "examples = { { 'last day', finds = 1, '2024-03-01 request\\n2024-03-11 contact' } }"),
        "none shows cannot tell");
    assert_check(DECLARED(RULE "examples = { { 'never', finds = 0, '' }, { 'soon', finds = 'cannot "
                               "tell', as_of = '2024-03-05', '2024-03-01 request' } }"),
                 "none shows found");
    assert_check(
        DECLARED(RULE
                 "examples = { { 'last day', finds = 1, '2024-03-01 request\\n2024-03-11 contact' "
                 "}, { 'none', finds = 0, '2024-03-01 request' }, "
                 "{ 'soon', finds = 'cannot tell', as_of = '2024-03-05', '2024-03-01 request' } }"),
        "none shows after on the day after the last of its window (10 and 11 days)");
}

static void every_way_must_be_shown(void **state)
{
    (void)state;
#define WAYS(more)                                                                                 \
    DECLARED("at = { 'refusal' }, " TELLS                                                          \
             "ways = { { name = 'full', is = { reason = 'no_capacity' } "                          \
             "}, { name = 'discouraged', is = { reason = 'discouraged' } } },\n"                   \
             "examples = { { 'full', finds = 1, '2024-03-01 refusal reason=no_capacity' }, { "     \
             "'other', finds = 0, '2024-03-01 refusal reason=out_of_area' }, { 'open', finds = "   \
             "'cannot tell', '2024-03-01 refusal' }, " more " }")
    assert_check(WAYS(""), "examples: none is found by the way `discouraged`. Add one");
    assert_check(WAYS("{ 'told not to', finds = { { class = 'discouraged' } }, "
                      "'2024-03-01 refusal reason=discouraged' }"),
                 NULL);
}

static void a_sentence_that_reads_badly_fails_its_property(void **state)
{
    (void)state;
    size_t properties;
    struct loaded loaded = load_source(DECLARED(
        "at = { 'request' }, after = { 'contact', within = 10 }, tell = 'After  {days} days.', "
        "examples = { " SHOWS_ALL " }"));
    assert_loads(&loaded);
    assert_false(indicator_check_properties(loaded.indicator, &properties, &loaded.faults));
    assert_true(says(&loaded, "a finding cannot be told"));
    assert_int_equal(properties, 8);
    unload(&loaded);
}

static void a_sentence_that_may_begin_in_the_middle_fails_its_property(void **state)
{
    (void)state;
    size_t properties;
    struct loaded loaded = load_source(
        DECLARED("at = { 'request', service = 'any' }, after = { 'contact', within = 10 }, "
                 "tell = '[{at.need}][, after {days} days].', examples = { " SHOWS_ALL " }"));
    assert_loads(&loaded);
    assert_false(indicator_check_properties(loaded.indicator, &properties, &loaded.faults));
    assert_true(says(&loaded, "a finding cannot be told. Put what may be empty in square brackets, "
                              "and begin with what is always there"));
    unload(&loaded);
}

static void every_shape_of_declaration_keeps_the_properties(void **state)
{
    (void)state;
    static const char *const rules[] = {
        "at = { 'contact request' }, after = { 'contact', same = 'thread service', within = 12, "
        "least = 2 }",
        "at = { 'referral' }, not_before = { 'crisis', within = 9, recorded = 'service' }, "
        "not_after = { 'contact', same = 'to=service', within = 20 }",
        "at = { 'contact' }, is = { outcome = 'nothing_changed made_worse' }, before = { "
        "'contact', differs = 'service', within = 30, same_day = true }",
        "at = { { 'refusal', reason = 'no_capacity' }, { 'episode_end' } }, gather = 'service', "
        "after = { 'crisis', within = 40 }",
        "at = { 'contact', need = 'not money' }, after = { 'contact', outcome = 'need_met', same = "
        "'thread', next = true, within = 25 }",
        "at = { 'request' }, not_after = { 'any', within = 14 }"};
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        char source[1024];
        size_t properties;
        snprintf(
            source, sizeof source,
            "return { title = 'Juniper', version = '1', asks = 'Is it?', source = 'this project', "
            "mislead = 'In ways.', " NO_EXAMPLES TELLS "%s }",
            rules[i]);
        struct loaded loaded = load_source(source);
        assert_loads(&loaded);
        if (!indicator_check_properties(loaded.indicator, &properties, &loaded.faults))
            fail_msg("%s: %s", rules[i], loaded.faults.said[0]);
        assert_int_equal(properties, 9);
        unload(&loaded);
    }
}

/* --- warnings --- */

static void warn(const char *source, struct loaded *loaded)
{
    *loaded = load_source(source);
    assert_loads(loaded);
    indicator_warnings(loaded->indicator, &loaded->faults);
}

static void a_field_that_is_often_empty_is_warned_about_where_it_is_asked_for(void **state)
{
    (void)state;
    struct loaded loaded;
    warn(DECLARED("at = { 'refusal', reason = 'no_capacity', source = 'person' },\n"
                  "after = { 'contact', outcome = 'need_met', within = 10 },\n" TELLS
                  "examples = { { 'x', finds = 1, '2024-03-01 refusal reason=no_capacity "
                  "source=person need=food\\n2024-03-02 contact outcome=need_met' } }"),
         &loaded);
    assert_int_equal(loaded.faults.count, 2);
    assert_true(says(&loaded, "mine.lua:3: at: `reason` is often not recorded; such a refusal is "
                              "passed over and counted not found. Put it in `is` to get cannot "
                              "tell"));
    assert_true(says(&loaded, "mine.lua:4: after: `outcome` is often not recorded; such a contact "
                              "counts as not being there. Name it in `recorded`"));
    unload(&loaded);
}

static void an_event_that_another_pattern_takes_is_not_passed_over(void **state)
{
    (void)state;
    struct loaded loaded;
    warn(DECLARED("at = { { 'refusal', source = 'person' }, { 'refusal', reason = 'no_capacity' } "
                  "}, " TELLS
                  "examples = { { 'x', finds = 1, '2024-03-01 refusal reason=no_capacity' } }"),
         &loaded);
    assert_int_equal(loaded.faults.count, 0);
    unload(&loaded);
}

static void what_cannot_be_told_without_it_is_not_warned_about(void **state)
{
    (void)state;
    struct loaded loaded;
    warn(
        DECLARED("at = { 'refusal' }, is = { reason = 'no_capacity' },\n"
                 "after = { 'contact', outcome = 'need_met', within = 10, recorded = 'outcome' },\n"
                 "not_after = { 'crisis', planned = 'not yes', within = 5 }, " TELLS
                 "examples = { { 'x', finds = 1, '2024-03-01 refusal reason=no_capacity\\n"
                 "2024-03-02 contact outcome=need_met\\n2024-03-03 crisis planned=yes' } }"),
        &loaded);
    assert_int_equal(loaded.faults.count, 0);
    unload(&loaded);
}

static void a_setting_that_decides_nothing_is_warned_about(void **state)
{
    (void)state;
    struct loaded loaded;
    warn(DECLARED("at = { 'refusal' }, after = { 'contact', within = 10 },\n"
                  "settings = { window = { 10, from = 1, to = 20, means = 'days' } },\n"
                  "tell = 'It was so on {at.date}, within {settings.window} days.', "
                  "examples = { { 'x', finds = 0, '' } }"),
         &loaded);
    assert_int_equal(loaded.faults.count, 1);
    assert_true(says(&loaded, "mine.lua:4: settings.window: decides nothing, so a report that "
                              "changes it changes nothing. Ask for it with within = \"window\", or "
                              "take it out"));
    unload(&loaded);
    warn(DECLARED(TELLS "reads = 'contact', settings = { most = { 3, means = 'times' }, hub = { "
                        "'gp', means = 'a type' } },\n"
                        "find = function(timeline, found, settings) local n = settings.most end, "
                        "examples = { { 'x', finds = 0, with = { hub = 'school' }, '' } }"),
         &loaded);
    assert_int_equal(loaded.faults.count, 1);
    assert_true(says(&loaded, "settings.hub: decides nothing, so a report that changes it changes "
                              "nothing. Ask for it with settings.hub in the function, or take it "
                              "out"));
    unload(&loaded);
    warn(DECLARED("at = { 'refusal' }, after = { 'contact', within = 'window' },\n"
                  "settings = { window = { 10, from = 1, to = 20, means = 'days' } },\n" TELLS
                  "examples = { { 'x', finds = 0, '' } }"),
         &loaded);
    assert_int_equal(loaded.faults.count, 0);
    unload(&loaded);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(examples_that_show_everything_hold),
        cmocka_unit_test(an_example_that_does_not_hold_says_both_answers),
        cmocka_unit_test(an_example_is_read_strictly),
        cmocka_unit_test(from_and_collects_change_what_can_be_told),
        cmocka_unit_test(with_changes_a_setting_within_its_bounds),
        cmocka_unit_test(what_examples_must_show_is_asked_for),
        cmocka_unit_test(every_way_must_be_shown),
        cmocka_unit_test(a_sentence_that_reads_badly_fails_its_property),
        cmocka_unit_test(a_sentence_that_may_begin_in_the_middle_fails_its_property),
        cmocka_unit_test(a_field_that_is_often_empty_is_warned_about_where_it_is_asked_for),
        cmocka_unit_test(an_event_that_another_pattern_takes_is_not_passed_over),
        cmocka_unit_test(what_cannot_be_told_without_it_is_not_warned_about),
        cmocka_unit_test(a_setting_that_decides_nothing_is_warned_about),
        cmocka_unit_test(every_shape_of_declaration_keeps_the_properties),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
