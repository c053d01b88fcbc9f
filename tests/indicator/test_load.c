/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the loader says: place, what is wrong, what to do. */
#include <stdio.h>

#include "loading.h"

#define AT "at = { 'contact' }, "

static void a_small_declaration_loads(void **state)
{
    (void)state;
    struct loaded loaded = load_source(
        DECLARED(NO_EXAMPLES TELLS "at = { { 'contact' }, { 'request contact/visit' } },"
                                   " mirrors = 'told_back'"));
    assert_loads(&loaded);
    const struct indicator_facts *facts = indicator_facts(loaded.indicator);
    assert_string_equal(facts->id, "mine");
    assert_string_equal(facts->title, "Juniper");
    assert_string_equal(facts->kinds, "contact request");
    assert_string_equal(facts->mirrors, "told_back");
    assert_int_equal(facts->setting_count, 0);
    unload(&loaded);
}

static void settings_are_facts_with_their_bounds(void **state)
{
    (void)state;
    struct loaded loaded = load_source(
        DECLARED(NO_EXAMPLES TELLS AT "settings = { window = { 28, from = 1, to = 90, means = "
                                      "'days' }, hub = { 'gp', means = 'a type' } }, "
                                      "after = { 'request', within = 'window' }"));
    assert_loads(&loaded);
    const struct indicator_facts *facts = indicator_facts(loaded.indicator);
    assert_int_equal(facts->setting_count, 2);
    assert_string_equal(facts->settings[0].name, "hub");
    assert_string_equal(facts->settings[0].word, "gp");
    assert_true(facts->settings[1].is_number && facts->settings[1].value == 28);
    assert_true(facts->settings[1].from == 1 && facts->settings[1].to == 90);
    unload(&loaded);
}

static void the_place_and_line_of_a_fault_are_said(void **state)
{
    (void)state;
    assert_refused(
        "return {\n  title = 'Juniper', version = '1', asks = 'Is it?', source = 'this project',\n"
        "  mislead = 'In ways.', " NO_EXAMPLES TELLS AT
        "\n  after = { 'contact', servce = 'a' },\n}",
        "plugins/indicators/mine.lua:4: after: `servce` is not a field of an event. Did you mean "
        "`service`?");
}

static void unknown_fields_kinds_and_codes_are_named_with_the_nearest(void **state)
{
    (void)state;
    assert_refused(DECLARED(NO_EXAMPLES TELLS "at = { 'contact', outcome = 'not needs_met' }"),
                   "at: contacts have no outcome `needs_met`. Did you mean `need_met`? "
                   "(plugins/README.md)");
    assert_refused(DECLARED(NO_EXAMPLES TELLS "at = { 'crisis', outcome = 'blue' }"),
                   "at: events have no outcome `blue`. It takes need_met");
    assert_refused(DECLARED(NO_EXAMPLES TELLS "at = { 'contact', planned = 'maybe' }"),
                   "It takes yes no unknown");
    assert_refused(
        DECLARED(NO_EXAMPLES TELLS "at = { 'contct' }"),
        "at: `contct` is not a kind of event. Did you mean `contact`? (plugins/README.md)");
    assert_refused(DECLARED(NO_EXAMPLES TELLS "at = { { 'contact' }, { 'zebra' } }"),
                   "at[2]: `zebra` is not a kind");
    assert_refused(DECLARED(NO_EXAMPLES TELLS AT "afterwards = { 'contact' }"),
                   "`afterwards` is not a field of an indicator");
    assert_refused(DECLARED(NO_EXAMPLES TELLS AT "after = { 'contact', same = 'thred' }"),
                   "after: `thred` is not a field of an event. Did you mean `thread`?");
    assert_refused(DECLARED(NO_EXAMPLES TELLS AT "after = { 'contact', same = 'to=servce' }"),
                   "Did you mean `service`?");
    assert_refused(DECLARED(NO_EXAMPLES TELLS AT "after = { 'contact', recorded = 'colour' }"),
                   "`colour` is not a field");
    assert_refused(DECLARED(NO_EXAMPLES TELLS AT "gather = 'thred'"), "Did you mean `thread`?");
}

static void patterns_and_conditions_must_make_sense(void **state)
{
    (void)state;
    assert_refused(DECLARED(NO_EXAMPLES TELLS), "has no `at`");
    assert_refused(DECLARED(NO_EXAMPLES TELLS "at = 'contact'"), "at: must be a table");
    assert_refused(DECLARED(NO_EXAMPLES TELLS "at = { need = 'housing' }"),
                   "begins with the kinds of event");
    assert_refused(DECLARED(NO_EXAMPLES TELLS "at = { 'contact', need = 'not any' }"),
                   "need: write");
    assert_refused(DECLARED(NO_EXAMPLES TELLS "at = { 'contact', seq = '3' }"),
                   "only be asked for as \"any\" or \"none\"");
    assert_refused(DECLARED(NO_EXAMPLES TELLS "at = { 'contact', need_words = 'any' }"),
                   "own words");
    assert_refused(DECLARED(NO_EXAMPLES TELLS "at = { 'institution', edge = 'start' }"),
                   "at: edge can only be \"end\"");
    assert_refused(DECLARED(NO_EXAMPLES TELLS AT "is = { edge = 'end' }"),
                   "is: edge says where the intervals of a pattern stand");
    assert_refused(DECLARED(NO_EXAMPLES TELLS AT "class = 'service'"),
                   "class: service is not one code an event");
    assert_refused(DECLARED(NO_EXAMPLES TELLS AT "class = 'purpose'"),
                   "class: purpose is not one code an event");
}

static void windows_are_whole_days_or_settings(void **state)
{
    (void)state;
    assert_refused(DECLARED(NO_EXAMPLES TELLS AT "after = { 'contact', within = -1 }"),
                   "after: within must be whole days");
    assert_refused(DECLARED(NO_EXAMPLES TELLS AT "after = { 'contact', within = 2.5 }"),
                   "within must be whole days");
    assert_refused(DECLARED(NO_EXAMPLES TELLS AT "after = { 'contact', within = 'window' }"),
                   "within names `window`, which is not a setting that is a number");
    assert_refused(
        DECLARED(NO_EXAMPLES TELLS AT
                 "settings = { w = { 28, means = 'days' } }, after = { 'contact', within = 'w' }"),
        "must have `from` and `to`");
    assert_refused(DECLARED(NO_EXAMPLES TELLS AT
                            "settings = { w = { 28, from = 30, to = 90, means = 'days' } }"),
                   "settings.w: the usual value 28 lies outside 30 to 90");
    assert_refused(DECLARED(NO_EXAMPLES TELLS AT "settings = { w = { 28 } }"), "means");
    assert_refused(DECLARED(NO_EXAMPLES TELLS AT "settings = { w = { means = 'days' } }"),
                   "settings.w: has no value");
    assert_refused(DECLARED(NO_EXAMPLES TELLS AT "not_after = { 'contact', least = 2 }"),
                   "here none may be");
    assert_refused(DECLARED(NO_EXAMPLES TELLS AT "after = { 'contact', least = 2, next = true }"),
                   "`next` asks about one event");
}

static void a_spell_is_days_and_perhaps_a_field(void **state)
{
    (void)state;
    static const char *const bad[] = {
        "-1",  "2.5", "'x'", "{ 0 }", "{ 'to', 0 }", "{ 0, 'to', 1 }", "{ 0, 'to', by = 1 }",
        "true"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        char source[1024];
        snprintf(source, sizeof source, DECLARED(NO_EXAMPLES TELLS "at = { 'crisis', spell = %s }"),
                 bad[i]);
        assert_refused(source, "at: spell must be whole days from 0 to 36525, or days and a field");
    }
    assert_refused(DECLARED(NO_EXAMPLES TELLS "at = { 'referral', spell = { 0, 'too' } }"),
                   "at: `too` is not a field of an event. Did you mean `to`?");
    assert_refused(DECLARED(NO_EXAMPLES TELLS AT "after = { 'crisis', spell = 1, next = true }"),
                   "after: `next` asks about one event, a spell is several");
    assert_refused(
        DECLARED(NO_EXAMPLES TELLS AT "after = { 'crisis', spell = 1, recorded = 'service' }"),
        "after: `recorded` asks about one event, a spell is several");
}

static void ways_are_alternatives_with_names_of_their_own(void **state)
{
    (void)state;
    assert_refused(DECLARED(NO_EXAMPLES TELLS AT "ways = { { name = 'one' } }"),
                   "ways: are alternatives, so there are at least two");
    assert_refused(DECLARED(NO_EXAMPLES TELLS AT "ways = { { name = 'one', is = { reason = 'any' } "
                                                 "}, { name = 'one' } }"),
                   "ways[2]: `one` names an earlier way");
    assert_refused(DECLARED(NO_EXAMPLES TELLS AT "ways = { { name = 'one' }, { name = 'two' } }"),
                   "ways[1]: asks nothing, so it always holds");
    assert_refused(DECLARED(NO_EXAMPLES TELLS AT "ways = { { is = { reason = 'any' } }, { name = "
                                                 "'two' } }"),
                   "ways[1] has no `name`");
    assert_refused(DECLARED(NO_EXAMPLES TELLS AT "class = 'reason', ways = { { name = 'one', is = "
                                                 "{ reason = 'any' } }, { name = 'two' } }"),
                   "class: is the name of the way that holds. Take `class` or `ways` out");
    assert_refused(DECLARED(NO_EXAMPLES TELLS AT "ways = { { name = 'one', after = { 'contact', "
                                                 "otherwise = 'no' } }, { name = 'two' } }"),
                   "ways[1].after: `otherwise` is the class where all of it fails");
    assert_refused(DECLARED(NO_EXAMPLES TELLS AT "ways = { { name = 'one', after = { 'contakt' } "
                                                 "}, { name = 'two' } }"),
                   "ways[1].after: `contakt` is not a kind of event. Did you mean `contact`?");
    assert_refused(DECLARED(NO_EXAMPLES TELLS AT "ways = { { name = 'one', gather = 'thread' }, { "
                                                 "name = 'two' } }"),
                   "ways[1]: `gather` is not a field of a way");
    assert_refused(DECLARED(NO_EXAMPLES TELLS AT "ways = { { name = 'one', is = { edge = 'end' } "
                                                 "}, { name = 'two' } }"),
                   "ways[1].is: edge says where");
}

static void a_sentence_needs_what_every_way_fills(void **state)
{
    (void)state;
#define TWO_WAYS                                                                                   \
    NO_EXAMPLES AT "ways = { { name = 'one', after = { 'contact', within = 5 } }, { name = 'two' " \
                   "} }, "
    assert_refused(DECLARED(TWO_WAYS "tell = 'So on {after.date}.'"),
                   "{after.date} is not always recorded. Put what stands around it in square");
    assert_refused(DECLARED(TWO_WAYS "tell = 'So after {days} days.'"), "{days} is not always");
    assert_refused(DECLARED(TWO_WAYS "tell = 'So on [{after2.date}].'"),
                   "{after2.date} cannot be filled: the file has no such look");
    struct loaded loaded =
        load_source(DECLARED(TWO_WAYS "tell = 'So[ on {after.date}][, {days} days on]: {class}.'"));
    assert_loads(&loaded);
    unload(&loaded);
}

static void what_is_measured_is_days_or_a_rate(void **state)
{
    (void)state;
    assert_refused(DECLARED(NO_EXAMPLES TELLS AT "measures = 'weeks'"),
                   "measures: is `weeks`; it can be `days` or `rate`");
    assert_refused(DECLARED(NO_EXAMPLES TELLS AT "measures = 'days'"),
                   "so the file has exactly one `after`");
    assert_refused(
        DECLARED(NO_EXAMPLES TELLS AT "measures = 'days', after = { { 'contact' }, { 'plan' } }"),
        "exactly one `after`");
    assert_refused(DECLARED(NO_EXAMPLES TELLS AT "measures = 'days', after = { 'contact', least = "
                                                 "0 }"),
                   "exactly one `after`");
    assert_refused(DECLARED(NO_EXAMPLES TELLS AT
                            "measures = 'days', ways = { { name = 'one', after "
                            "= { 'contact' } }, { name = 'two' } }"),
                   "exactly one `after`");
    assert_refused(DECLARED(NO_EXAMPLES TELLS AT "measures = 'rate', gather = 'thread'"),
                   "measures: and `gather` both say what the number is");
    assert_refused(DECLARED(NO_EXAMPLES TELLS AT "at_risk = 'home'"),
                   "at_risk: is `home`; it can be `community`");
    assert_refused(DECLARED(NO_EXAMPLES AT "measures = 'rate', tell = '{value} in 100 days.'"),
                   "{value} is not always recorded");
}

static void what_this_version_does_not_follow_is_refused(void **state)
{
    (void)state;
    static const char *const later[] = {"reads = 'contact'", "find = function() end"};
    static const char *const names[] = {"reads", "find"};
    for (size_t i = 0; i < sizeof later / sizeof *later; i++) {
        char source[1024];
        snprintf(source, sizeof source, "%s%s\n}",
                 "return { title = 'Juniper', version = '1', asks = 'Is it?', "
                 "source = 'this project', mislead = 'In ways.', " NO_EXAMPLES TELLS AT,
                 later[i]);
        assert_refused(source, names[i]);
    }
}

static void what_only_the_first_is_asked_of_is_a_field_of_an_event(void **state)
{
    (void)state;
    assert_refused(DECLARED(NO_EXAMPLES TELLS "at = { 'contact', first = 'thred' }"),
                   "at: `thred` is not a field of an event. Did you mean `thread`?");
    assert_refused(DECLARED(NO_EXAMPLES TELLS "at = { 'contact', first = 1 }"),
                   "at.first is 1; it must be");
    assert_refused(DECLARED(NO_EXAMPLES TELLS AT "after = { 'contact', first = 'matr' }"),
                   "after: `matr` is not a field of an event");
}

static void sentences_have_the_service_as_their_subject(void **state)
{
    (void)state;
    assert_refused(DECLARED(NO_EXAMPLES AT "tell = 'They failed to engage on {at.date}.'"),
                   "tell: the service is the subject of the sentence; \"failed to engage\" says it "
                   "of the person");
    assert_refused(DECLARED(NO_EXAMPLES AT "tell = 'They had to ask because nobody came.'"),
                   "tell: says \"because\", but only a person may say so. Write \"after\"");
    static const char *const words[] = {
        "Complex people",   "DNA on {at.date}", "a hard to reach person",
        "a frequent flyer", "was disengaged",   "non-compliant again",
        "challenging"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        char source[1024];
        snprintf(
            source, sizeof source,
            "return { title = 'Juniper', version = '1', asks = 'Is it?', source = 'this project', "
            "mislead = 'In ways.', " NO_EXAMPLES AT "tell = '%s.' }",
            words[i]);
        assert_refused(source, "says it of the person");
    }
    assert_refused("return { title = 'Disengaged', version = '1', asks = 'Is it?', source = 's', "
                   "mislead = 'm', " NO_EXAMPLES TELLS AT "}",
                   "title: the service is the subject");
    assert_refused("return { title = 'Juniper', version = '1', asks = 'It is.', source = 's', "
                   "mislead = 'm', " NO_EXAMPLES TELLS AT "}",
                   "asks: has no question mark");
}

static void a_kind_with_its_subtype_says_the_subtype(void **state)
{
    (void)state;
    struct loaded loaded = load_source(
        DECLARED(NO_EXAMPLES "at = { 'institution/custody institution/ward' }, "
                             "after = { 'crisis/ae_attendance', within = 7 }, "
                             "tell = 'After {at.subtype}, {after.subtype} in {days} days.'"));
    assert_loads(&loaded);
    unload(&loaded);
    assert_refused(DECLARED(NO_EXAMPLES AT "after = { 'crisis/ae_attendance contact' }, "
                                           "tell = 'On {at.date}: {after.subtype}.'"),
                   "{after.subtype} is not always recorded");
    assert_refused(DECLARED(NO_EXAMPLES "at = { { 'crisis/ae_attendance' }, { 'contact' } }, "
                                        "tell = 'On {at.date}: {at.subtype}.'"),
                   "{at.subtype} is not always recorded");
}

static void every_placeholder_must_be_one_that_is_filled(void **state)
{
    (void)state;
    assert_refused(DECLARED(NO_EXAMPLES AT "tell = 'Asked {at.servce}.'"),
                   "{at.servce} is not a field of an event. Did you mean `service`?");
    assert_refused(DECLARED(NO_EXAMPLES AT "tell = 'Asked {at.service}.'"),
                   "{at.service} is not always recorded");
    assert_refused(DECLARED(NO_EXAMPLES AT "tell = 'Asked {at.worker}.'"), "never printed");
    assert_refused(DECLARED(NO_EXAMPLES AT "tell = 'Asked[ {at.need_words}].'"), "own words");
    assert_refused(DECLARED(NO_EXAMPLES AT "tell = 'Asked {after.date}.'"),
                   "{after.date} cannot be filled");
    assert_refused(DECLARED(NO_EXAMPLES AT "tell = 'Asked {days} days.'"),
                   "{days} cannot be filled");
    assert_refused(DECLARED(NO_EXAMPLES AT "tell = 'Asked {class}.'"), "{class} cannot be filled");
    assert_refused(DECLARED(NO_EXAMPLES AT "tell = 'Asked {settings.w}.'"),
                   "{settings.w} is not among `settings`");
    assert_refused(DECLARED(NO_EXAMPLES AT "tell = 'Asked {juniper}.'"), "{juniper} is not known");
    assert_refused(DECLARED(NO_EXAMPLES AT "tell = 'Asked {at.date.'"), "is not closed");
    assert_refused(DECLARED(NO_EXAMPLES AT "tell = 'Asked [about {at.need}.'"),
                   "a [ is not closed");
    assert_refused(DECLARED(NO_EXAMPLES AT "tell = 'Asked about] it.'"),
                   "a ] without its beginning");
    assert_refused(DECLARED(NO_EXAMPLES AT "tell = 'Asked } it.'"), "a } without its beginning");
    assert_refused(
        DECLARED(NO_EXAMPLES AT "after = { 'request', least = 0 }, tell = 'Asked {after.date}.'"),
        "not always recorded");
    assert_refused(
        DECLARED(NO_EXAMPLES AT
                 "after = { 'request', least = 0 }, tell = '{after.count} of them.'"),
        "{after.count} is not always known: some of its days may not have been seen. Put what");
    assert_refused(
        DECLARED(NO_EXAMPLES AT "after = { 'request', within = 9 }, tell = '{count} of them.'"),
        "{count} is not always known");
    struct loaded loaded = load_source(DECLARED(
        NO_EXAMPLES "at = { 'contact', service = 'any' }, is = { need = 'housing' }, "
                    "after = { { 'request' }, { 'request', same = 'channel', least = 1 } }, "
                    "tell = 'Asked {at.service} about {at.need} by {at.channel} and "
                    "{after2.channel}; {days} days[, {at.to}].'"));
    assert_loads(&loaded);
    unload(&loaded);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_small_declaration_loads),
        cmocka_unit_test(settings_are_facts_with_their_bounds),
        cmocka_unit_test(the_place_and_line_of_a_fault_are_said),
        cmocka_unit_test(unknown_fields_kinds_and_codes_are_named_with_the_nearest),
        cmocka_unit_test(patterns_and_conditions_must_make_sense),
        cmocka_unit_test(windows_are_whole_days_or_settings),
        cmocka_unit_test(a_spell_is_days_and_perhaps_a_field),
        cmocka_unit_test(ways_are_alternatives_with_names_of_their_own),
        cmocka_unit_test(a_sentence_needs_what_every_way_fills),
        cmocka_unit_test(what_is_measured_is_days_or_a_rate),
        cmocka_unit_test(what_this_version_does_not_follow_is_refused),
        cmocka_unit_test(what_only_the_first_is_asked_of_is_a_field_of_an_event),
        cmocka_unit_test(sentences_have_the_service_as_their_subject),
        cmocka_unit_test(a_kind_with_its_subtype_says_the_subtype),
        cmocka_unit_test(every_placeholder_must_be_one_that_is_filled),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
