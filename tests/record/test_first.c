/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Only the first of each thread, with its three answers; and whose account an outcome is. */
#include "lines.h"

static const struct condition by_person = {
    .field = EVENT_outcome_by, .codes = (const char *[]){"person"}, .code_count = 1};

/* The contacts of some lines of which the first in each `field` is asked for, seen from `from`. */
static struct fit first_is(const char *lines, size_t field, const char *from, size_t event)
{
    struct arena *arena = arena_new();
    struct record record = record_from(arena, lines);
    struct pattern_kind kind = {"contact", NULL};
    const char *collects[] = {"contact"};
    const struct pattern pattern = {.kinds = &kind,
                                    .kind_count = 1,
                                    .collects = collects,
                                    .collect_count = 1,
                                    .only_first = true,
                                    .first = field};
    if (from)
        record_observe(&record, on(from), on("2030-01-01"), arena);
    struct fit fit = pattern_first(&pattern, &record, pattern_events(&pattern, &record, arena),
                                   &record.events[event]);
    arena_free(arena);
    return fit;
}

static void assert_fit(struct fit fit, enum sure sure, enum why why)
{
    assert_int_equal(fit.sure, sure);
    assert_string_equal(why_word[fit.why], why_word[why]);
}

static void the_first_of_a_thread_is_the_one_before_all_others(void **state)
{
    (void)state;
    const char *lines = "2024-01-01 contact thread=t1\n2024-01-02 contact thread=t1\n"
                        "2024-01-03 contact thread=t2\n2024-01-04 request thread=t3\n"
                        "2024-01-05 contact thread=t3\n";
    assert_fit(first_is(lines, EVENT_thread, NULL, 0), SURELY, WHY_NONE);
    assert_fit(first_is(lines, EVENT_thread, NULL, 1), SURELY_NOT, WHY_NONE);
    assert_fit(first_is(lines, EVENT_thread, NULL, 2), SURELY, WHY_NONE);
    assert_fit(first_is(lines, EVENT_thread, NULL, 4), SURELY, WHY_NONE); /* no contact before */
}

static void what_has_neither_thread_nor_need_counts_alone(void **state)
{
    (void)state;
    const char *lines = "2024-01-01 contact\n2024-01-02 contact\n2024-01-03 contact need=money\n";
    for (size_t i = 0; i < 3; i++)
        assert_fit(first_is(lines, EVENT_thread, NULL, i), SURELY, WHY_NONE);
    assert_fit(
        first_is("2024-01-01 contact id=a\n2024-01-02 contact follows=a\n", EVENT_thread, NULL, 1),
        SURELY_NOT, WHY_NONE); /* a link ties them all the same */
}

static void a_field_of_its_own_is_compared_as_it_stands(void **state)
{
    (void)state;
    const char *lines = "2024-01-01 contact matter=m1 need=money\n"
                        "2024-01-02 contact matter=m2 need=money\n"
                        "2024-01-03 contact need=money\n2024-01-04 contact matter=m1\n";
    for (size_t i = 0; i < 3; i++)
        assert_fit(first_is(lines, EVENT_matter, NULL, i), SURELY, WHY_NONE);
    assert_fit(first_is(lines, EVENT_matter, NULL, 3), SURELY_NOT, WHY_NONE);
}

static void what_may_be_of_the_same_thread_leaves_it_open(void **state)
{
    (void)state;
    assert_fit(first_is("2024-01-01 contact thread=t1\n2024-01-02 contact need=money\n",
                        EVENT_thread, NULL, 1),
               PERHAPS, WHY_NOT_RECORDED);
    assert_fit(first_is("2024-01-01 contact thread=t1\n2024-01-01 contact thread=t1 seq=2\n",
                        EVENT_thread, NULL, 0),
               PERHAPS, WHY_ORDER_UNKNOWN);
    assert_fit(first_is("2024-01 contact thread=t1\n2024-01-02 contact thread=t1\n", EVENT_thread,
                        NULL, 1),
               PERHAPS, WHY_DATE_NOT_EXACT);
}

static void an_earlier_one_may_lie_where_nobody_looked(void **state)
{
    (void)state;
    const char *lines = "2024-01-10 not_observed id=a edge=start episode=e\n"
                        "2024-01-20 not_observed id=b edge=end episode=e\n"
                        "2024-02-01 contact thread=t1\n2024-02-02 contact\n";
    assert_fit(first_is(lines, EVENT_thread, "2024-01-01", 1), PERHAPS, WHY_GAP);
    assert_fit(first_is(lines, EVENT_thread, "2024-01-01", 2), SURELY, WHY_NONE);
    assert_fit(first_is(lines, EVENT_thread, "2024-01-21", 1), SURELY, WHY_NONE);
}

static void another_account_says_nothing_of_the_one_asked_for(void **state)
{
    (void)state;
    const char *const authors[] = {"person", "service", NULL};
    const enum sure sure[] = {SURELY, PERHAPS, PERHAPS};
    for (size_t i = 0; i < 3; i++) {
        struct event event = {.kind = "contact"};
        event.field[EVENT_outcome_by] = authors[i];
        assert_int_equal(condition_asks(&by_person, &event).sure, sure[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_of_a_thread_is_the_one_before_all_others),
        cmocka_unit_test(what_has_neither_thread_nor_need_counts_alone),
        cmocka_unit_test(a_field_of_its_own_is_compared_as_it_stands),
        cmocka_unit_test(what_may_be_of_the_same_thread_leaves_it_open),
        cmocka_unit_test(an_earlier_one_may_lie_where_nobody_looked),
        cmocka_unit_test(another_account_says_nothing_of_the_one_asked_for),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
