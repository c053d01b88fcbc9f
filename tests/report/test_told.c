/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "ground/text.h"
#include "report/person.h"
#include "report/why.h"

static const struct stored_event events[] = {
    {.id = "e1", .date = "2024-03-01"}, {.id = "e2", .date = "2024-03-20"},
    {.id = "e3", .date = "2024-04"},    {.id = "e4", .date = "2024-05-02"},
    {.id = "e5", .date = "2024-06-02"}, {.id = "e6", .date = "2024-07-02"},
    {.id = "e7", .date = "2024-06-02"}, {.id = "e8", .date = "2024-06-02"},
    {.id = "e9", .date = "2024-04"},    {.id = "e10", .date = "2024-04-01"},
};

static struct derived_finding finding(const char *rests_on, const char *basis,
                                      const char *certainty)
{
    return (struct derived_finding){.state = "found",
                                    .told = "The service asked again.",
                                    .events = rests_on,
                                    .basis = basis,
                                    .certainty = certainty};
}

static const char *rests(struct arena *arena, const char *rests_on, const char *basis,
                         const char *certainty)
{
    struct derived_finding found = finding(rests_on, basis, certainty);
    struct value section = value_table(arena);
    told_finding(arena, &found, events, sizeof events / sizeof *events, section);
    struct value entry = value_item(value_get(section, "found"), 0);
    assert_string_equal(value_as_text(value_get(entry, "says")), "The service asked again.");
    return value_as_text(value_get(entry, "rests"));
}

static void what_it_rests_on_is_said_in_the_order_of_days(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    assert_string_equal(
        rests(arena, "e3 e1 e2", "recorded_link", "certain"),
        "Rests on 3 things recorded: 1 March 2024, 20 March 2024 and April 2024. Someone linked "
        "them as the same thing.");
    assert_string_equal(
        rests(arena, "e1 e2", "time_order_only", "certain"),
        "Rests on 2 things recorded: 1 March 2024 and 20 March 2024. Only the dates say so.");
    assert_string_equal(rests(arena, "e1 e2", "person_says", "certain"),
                        "Rests on 2 things recorded: 1 March 2024 and 20 March 2024. You said so.");
    assert_string_equal(
        rests(arena, "e1 e2 e3 e4 e5", "code_match", "certain"),
        "Rests on 5 things recorded, 1 March 2024 to 2 June 2024. They are recorded under the "
        "same need; nobody linked them.");
    arena_free(arena);
}

static void a_day_is_said_once_with_how_many_are_of_it(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    assert_string_equal(rests(arena, "e1 e5 e7", "", "certain"),
                        "Rests on 3 things recorded: 1 March 2024 and two on 2 June 2024.");
    assert_string_equal(rests(arena, "e8 e5 e7 e6", "", "certain"),
                        "Rests on 4 things recorded: three on 2 June 2024 and 2 July 2024.");
    assert_string_equal(
        rests(arena, "e3 e10 e9 e5", "", "certain"),
        "Rests on 4 things recorded: 1 April 2024, two in April 2024 and 2 June 2024.");
    assert_string_equal(rests(arena, "e5 e7", "", "certain"),
                        "Rests on 2 things recorded, both on 2 June 2024.");
    assert_string_equal(rests(arena, "e5 e7 e8", "", "certain"),
                        "Rests on 3 things recorded, all on 2 June 2024.");
    arena_free(arena);
}

static void one_thing_needs_nobody_to_link_it(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    assert_string_equal(rests(arena, "e1", "time_order_only", "certain"),
                        "Rests on 1 thing recorded, 1 March 2024.");
    arena_free(arena);
}

static void what_is_only_possible_is_said_so(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    assert_string_equal(
        rests(arena, "e1 e3", "time_order_only", "possible"),
        "Rests on 2 things recorded: 1 March 2024 and April 2024. Only the dates say so. Not "
        "every date is exact, so it is possible and not certain.");
    arena_free(arena);
}

static void a_thing_that_is_not_found_has_no_made_up_day(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    assert_string_equal(rests(arena, "e1 gone", "time_order_only", "certain"),
                        "Rests on 2 things recorded. Only the dates say so.");
    arena_free(arena);
}

static void every_reason_of_the_contract_has_words(void **state)
{
    (void)state;
    static const char *const whys[] = {
        "followup_short", "gap",           "kind_not_collected", "not_recorded", "date_not_exact",
        "order_unknown",  "still_waiting", "declined",           "no_anchor",    "plugin_failed"};
    for (size_t i = 0; i < sizeof whys / sizeof *whys; i++)
        assert_string_not_equal(why_words(whys[i]), whys[i]);
}

/* The whole table of sentences, as its file has it. */
static void no_sentence_uses_a_word_that_judges(void **state)
{
    (void)state;
    static const char *const never[] = {"client",      "caseload", "service user",  " kpi",
                                        "performance", "disengag", "hard to reach", "complex",
                                        "failed to",   "improved", "worsened",      "significant",
                                        "because of ", "!"};
    struct fault fault;
    char *source;
    size_t length;
    if (!text_read_file(SOURCE_DIR "/engine/report/sentences.h", 1 << 20, &source, &length, &fault))
        fail_msg("%s", fault.text);
    char *sentences = strstr(source, "#define SAY_PERSON_KICKER");
    assert_non_null(sentences);
    for (char *at = sentences; *at; at++)
        *at = (char)tolower((unsigned char)*at);
    for (size_t i = 0; i < sizeof never / sizeof *never; i++)
        if (strstr(sentences, never[i]))
            fail_msg("a sentence says \"%s\"", never[i]);
    free(source);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_it_rests_on_is_said_in_the_order_of_days),
        cmocka_unit_test(a_day_is_said_once_with_how_many_are_of_it),
        cmocka_unit_test(one_thing_needs_nobody_to_link_it),
        cmocka_unit_test(what_is_only_possible_is_said_so),
        cmocka_unit_test(a_thing_that_is_not_found_has_no_made_up_day),
        cmocka_unit_test(every_reason_of_the_contract_has_words),
        cmocka_unit_test(no_sentence_uses_a_word_that_judges),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
