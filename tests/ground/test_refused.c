/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is looked for here and does not exist, however it is written. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "ground/refused.h"

static void a_part_of_a_name_counts_however_it_is_written(void **state)
{
    (void)state;
    static const char *const names[] = {
        "worker",        "Worker name",   "by-worker",       "our_team",  "TEAM",
        "traffic-light", "traffic light", "my keyworker, B", "risk_score"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (!refused_why(names[i]))
            fail_msg("%s", names[i]);
}

static void what_only_sounds_like_it_does_not(void **state)
{
    (void)state;
    static const char *const names[] = {"network",     "steam",         "frank",
                                        "drag",        "teamwork",      "homework",
                                        "targeted_at", "overallotment", ""};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (refused_why(names[i]))
            fail_msg("%s: %s", names[i], refused_why(names[i]));
}

static void some_words_count_only_by_themselves(void **state)
{
    (void)state;
    assert_non_null(refused_why("by"));
    assert_non_null(refused_why("Limit-To"));
    assert_null(refused_why("by_person"));
    assert_null(refused_why("stand by me"));
    assert_null(refused_why("order of the garden"));
}

static void a_long_name_is_read_to_its_end(void **state)
{
    (void)state;
    char name[400];
    memset(name, 'x', sizeof name);
    strcpy(name + sizeof name - 8, " worker");
    assert_non_null(strstr(refused_why(name), "not for judging workers"));
}

static void a_score_tells_nobody_apart_and_may_be_a_field(void **state)
{
    (void)state;
    assert_null(refused_why("score"));
    assert_non_null(strstr(refused_name_why("a score of 12"), "what they scored"));
    assert_non_null(strstr(refused_name_why("the coach"), "not for judging workers"));
    assert_null(refused_name_why("underscored"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_part_of_a_name_counts_however_it_is_written),
        cmocka_unit_test(what_only_sounds_like_it_does_not),
        cmocka_unit_test(some_words_count_only_by_themselves),
        cmocka_unit_test(a_long_name_is_read_to_its_end),
        cmocka_unit_test(a_score_tells_nobody_apart_and_may_be_a_field),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
