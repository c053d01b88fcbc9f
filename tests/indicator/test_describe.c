/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an indicator is said back to be: what would be `cannot tell`, also of a function. */
#include "loading.h"

static const char *described(struct loaded *loaded, const char *source)
{
    struct text out = {0};
    *loaded = load_source(source);
    assert_loads(loaded);
    indicator_describe(loaded->indicator, &out);
    const char *kept = arena_text(loaded->arena, out.bytes);
    text_free(&out);
    return kept;
}

static void assert_describes(const char *source, const char *sentences)
{
    struct loaded loaded;
    const char *said = described(&loaded, source);
    if (!strstr(said, sentences))
        fail_msg("%s", said);
    unload(&loaded);
}

static void assert_never_describes(const char *source, const char *word)
{
    struct loaded loaded;
    const char *said = described(&loaded, source);
    if (strstr(said, word))
        fail_msg("%s", said);
    unload(&loaded);
}

#define FUNCTION(body)                                                                             \
    DECLARED(NO_EXAMPLES TELLS                                                                     \
             "reads = 'request contact', find = function(timeline, found)\n" body "\nend")
#define ALWAYS                                                                                     \
    "  a date that decides is not exact (date_not_exact), or two events of one day have no order " \
    "(order_unknown)\n"                                                                            \
    "  nothing happened that could be asked about, and that is not sure either: not every day "    \
    "was observed (gap), nobody collects it here (kind_not_collected), or no day was observed "    \
    "at all (no_anchor)\n"

static void a_function_says_what_keeps_it_from_telling(void **state)
{
    (void)state;
    assert_describes(FUNCTION("for e in timeline:each 'request' do timeline:after(e, { 'contact', "
                              "within = 10, same = 'service thread' }) end"),
                     "Cannot tell when\n"
                     "  the days that it asks about were not all observed (followup_short, gap)\n"
                     "  nobody collects request or contact here (kind_not_collected)\n"
                     "  what it asks for is not recorded (not_recorded)\n" ALWAYS);
    assert_describes(FUNCTION("for e in timeline:each 'request' do timeline:before(e, 'contact') "
                              "end"),
                     "Cannot tell when\n"
                     "  the days that it asks about were not all observed (gap)\n"
                     "  nobody collects request or contact here (kind_not_collected)\n" ALWAYS);
}

static void what_a_function_may_find_unrecorded_is_read_from_what_it_asks(void **state)
{
    (void)state;
    static const char unrecorded[] = "  what it asks for is not recorded (not_recorded)\n";
    assert_describes(FUNCTION("timeline:all { 'contact', first = 'matter' }"), unrecorded);
    assert_describes(FUNCTION("for k, l in timeline:groups('thread', 'contact') do end"),
                     unrecorded);
    assert_describes(FUNCTION("for e in timeline:each 'request' do timeline:none_after(e, { "
                              "'contact', recorded = 'service' }) end"),
                     unrecorded);
    assert_describes(FUNCTION("timeline:cannot_tell 'not_recorded'"), unrecorded);
    assert_never_describes(FUNCTION("for e in timeline:each 'request' do timeline:after(e, { "
                                    "'contact', same = 'service' }) end"),
                           "not_recorded");
}

static void a_function_says_which_answers_it_gives_itself(void **state)
{
    (void)state;
    assert_describes(FUNCTION("timeline:cannot_tell('still_waiting')"),
                     "  it has not come yet (still_waiting)\n");
    assert_describes(FUNCTION("timeline:cannot_tell('declined')"),
                     "  it was declined to say (declined)\n");
    assert_never_describes(FUNCTION(""), "still_waiting");
    assert_never_describes(FUNCTION(""), "declined");
}

static void who_only_asks_where_it_begins_needs_that_to_be_collected(void **state)
{
    (void)state;
    assert_describes(DECLARED(NO_EXAMPLES TELLS "at = { 'request' }"), "Cannot tell when\n" ALWAYS);
}

static void a_condition_of_one_way_may_be_unrecorded_too(void **state)
{
    (void)state;
    assert_describes(DECLARED(NO_EXAMPLES TELLS
                              "at = { 'refusal' }, ways = { { name = 'full', is = { reason = "
                              "'no_capacity' } }, { name = 'other' } }"),
                     "Cannot tell when\n"
                     "  what must also be so of it is not recorded (not_recorded)\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_function_says_what_keeps_it_from_telling),
        cmocka_unit_test(what_a_function_may_find_unrecorded_is_read_from_what_it_asks),
        cmocka_unit_test(a_function_says_which_answers_it_gives_itself),
        cmocka_unit_test(who_only_asks_where_it_begins_needs_that_to_be_collected),
        cmocka_unit_test(a_condition_of_one_way_may_be_unrecorded_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
