/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whatever a record may answer, the database has a number for. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "record/why.h"
#include "store/store_list.h"

static void assert_kept(const char *state, const char *why)
{
    struct arena *arena = arena_new();
    struct text json = {0}, names = {0};
    struct fault fault = {0};
    struct derived_person back = {0};
    const struct derived_finding finding = {.finding = "00ff00ff00ff00ff",
                                            .state = state,
                                            .why = why,
                                            .date = "",
                                            .events = "",
                                            .certainty = "",
                                            .class = "",
                                            .basis = "",
                                            .unit = "",
                                            .told = ""};
    if (!pack_findings(&finding, 1, &json, &names, &fault))
        fail_msg("%s", fault.text);
    assert_true(unpack_findings(json.bytes, (const unsigned char *)names.bytes, names.length, arena,
                                &back));
    assert_string_equal(back.findings[0].state, state);
    assert_string_equal(back.findings[0].why, why);
    text_free(&json);
    text_free(&names);
    arena_free(arena);
}

static void every_reason_of_a_record_is_kept(void **state)
{
    (void)state;
    for (enum why why = WHY_NONE + 1; why < WHY_COUNT; why++)
        assert_kept("cannot_tell", why_word[why]);
}

static void what_no_record_says_is_kept(void **state)
{
    (void)state;
    assert_kept("found", why_word[WHY_NONE]);
    assert_kept("not_found", why_word[WHY_NONE]);
    assert_kept("cannot_tell", "plugin_failed");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_reason_of_a_record_is_kept),
        cmocka_unit_test(what_no_record_says_is_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
