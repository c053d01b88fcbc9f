/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a window ends, what is open within a day or a date, what is about the same thing, what was
 * observed and collected: each at its edge. */
#include <stdio.h>

#include "loading.h"

/* Some lines and "state why class" of the first row; what is empty is left out. */
struct edge {
    const char *lines, *as_of, *expected;
};

static void assert_edges(const char *source, const struct edge *edges, size_t count)
{
    struct loaded loaded = load_source(source);
    assert_loads(&loaded);
    for (size_t i = 0; i < count; i++) {
        char said[120];
        struct record record = record_of(&loaded, edges[i].lines, NULL, edges[i].as_of);
        const struct finding *row = find_in(&loaded, &record).rows;
        snprintf(said, sizeof said, "%s%s%s%s%s", row->state, *row->why ? " " : "", row->why,
                 *row->class ? " " : "", row->class);
        if (strcmp(said, edges[i].expected) != 0)
            fail_msg("`%s` instead of `%s` on\n%s", said, edges[i].expected, edges[i].lines);
    }
    unload(&loaded);
}
#define ASSERT_EDGES(source, edges) assert_edges(source, edges, sizeof(edges) / sizeof *(edges))

#define AFTER DECLARED(NO_EXAMPLES TELLS "at = { 'request' }, after = { 'contact', within = 28 }")
#define BEFORE DECLARED(NO_EXAMPLES TELLS "at = { 'request' }, before = { 'contact', within = 28 }")

static void windows_have_both_edges_over_a_leap_day_and_a_years_end(void **state)
{
    (void)state;
    static const struct edge after[] = {
        {"2024-02-20 request\n2024-03-19 contact\n", NULL, "found"},
        {"2024-02-20 request\n2024-03-20 contact\n", NULL, "not_found"},
        {"2023-02-20 request\n2023-03-20 contact\n", NULL, "found"},
        {"2023-12-15 request\n2024-01-12 contact\n", NULL, "found"},
        {"2023-12-15 request\n2024-01-13 contact\n", NULL, "not_found"},
        {"2024-02-20 request\n2024-02-21 contact\n", NULL, "found"},
        {"2024-02-20 request\n2024-02-19 contact\n", NULL, "not_found"}};
    static const struct edge before[] = {
        {"2024-03-19 request\n2024-02-20 contact\n", NULL, "found"},
        {"2024-03-20 request\n2024-02-20 contact\n", NULL, "not_found"},
        {"2024-01-12 request\n2023-12-15 contact\n", NULL, "found"},
        {"2024-01-13 request\n2023-12-15 contact\n", NULL, "not_found"},
        {"2024-01-13 request\n2024-01-14 contact\n", NULL, "not_found"},
        {"2024-01-13 request\n2023-01-01..2023-12-16 contact\n", NULL, "found"},
        {"2024-01-13 request\n2023-01-01..2023-12-15 contact\n", NULL, "not_found"}};
    ASSERT_EDGES(AFTER, after);
    ASSERT_EDGES(BEFORE, before);
}

static void within_a_day_times_then_places_decide_else_nobody_knows(void **state)
{
    (void)state;
    static const struct edge edges[] = {
        {"2024-03-01T09:00 request\n2024-03-01T09:01 contact\n", NULL, "found"},
        {"2024-03-01T09:01 request\n2024-03-01T09:00 contact\n", NULL, "not_found"},
        {"2024-03-01 request seq=1\n2024-03-01 contact seq=2\n", NULL, "found"},
        {"2024-03-01 request seq=2\n2024-03-01 contact seq=1\n", NULL, "not_found"},
        {"2024-03-01T09:00 request seq=1\n2024-03-01T09:00 contact seq=2\n", NULL, "found"},
        {"2024-03-01T09:00 request\n2024-03-01 contact\n", NULL, "cannot_tell order_unknown"},
        {"2024-03-01T09:00 request\n2024-03-01 contact seq=2\n", NULL, "cannot_tell order_unknown"},
        {"2024-03-01T09:00 request\n2024-03-01T09:00 contact\n", NULL, "cannot_tell order_unknown"},
        {"2024-02-01..2024-03-01 request\n2024-03-01 contact\n", NULL,
         "cannot_tell order_unknown"}, /* an interval that ends that day */
        {"2024-02-01..2024-03-01T09:00 request\n2024-03-01T10:00 contact\n", NULL, "found"},
        {"2024-03-01 request\n2024-03-01 contact\n2024-03-02 contact\n", NULL, "found"}};
    static const struct edge counts[] = {
        {"2024-03-01 request\n2024-03-01 contact\n", NULL, "found"},
        {"2024-03-01T10:00 request\n2024-03-01T09:00 contact\n", NULL, "not_found"}};
    ASSERT_EDGES(AFTER, edges);
    ASSERT_EDGES(
        DECLARED(NO_EXAMPLES TELLS
                 "at = { 'request' }, after = { 'contact', within = 28, same_day = true }"),
        counts);
}

static void an_inexact_date_is_certain_only_where_every_day_of_it_is(void **state)
{
    (void)state;
    static const struct edge edges[] = {
        {"2024-02-29 request\n2024-03 contact\n", NULL, "cannot_tell date_not_exact"}, /* day 31 */
        {"2024-01-31 request\n2024-02 contact\n", NULL, "cannot_tell date_not_exact"}, /* day 29 */
        {"2023-01-31 request\n2023-02 contact\n", NULL, "found"}, /* at most day 28 */
        {"2024-01-31 request\n2024-03 contact\n", NULL, "not_found"},
        {"2024-01-31 request\n2024-Q1 contact\n", NULL, "cannot_tell date_not_exact"},
        {"2024-01-31 request\n2024 contact\n", NULL, "cannot_tell date_not_exact"},
        {"2024-01-31 request\n2023 contact\n", NULL, "not_found"},
        {"2024-01 request\n2024-02-01 contact\n", NULL, "cannot_tell date_not_exact"},
        {"2023-02 request\n2023-03-01 contact\n", NULL, "found"},
        {"2023-02 request\n2023-03-02 contact\n", NULL, "cannot_tell date_not_exact"},
        {"2024-01-10 request\n2024-01 contact\n2024-01-11 contact\n", NULL, "found"}};
    ASSERT_EDGES(AFTER, edges);
}

static void the_same_thing_is_a_link_a_thread_a_need_and_never_a_guess(void **state)
{
    (void)state;
#define R "2024-03-01 request id=r "
#define C "2024-03-05 contact id=c "
    static const struct edge edges[] = {
        {R "thread=t\n" C "thread=t\n", NULL, "found"},
        {R "thread=t need=food\n" C "thread=u need=food\n", NULL, "not_found"},
        {R "thread=t need=food\n" C "need=food\n", NULL, "found"},
        {R "thread=t need=food\n" C "need=money\n", NULL, "not_found"},
        {R "thread=t\n" C "need=food\n", NULL, "cannot_tell not_recorded"},
        {R "need=unknown\n" C "need=unknown\n", NULL, "cannot_tell not_recorded"},
        {R "\n" C "\n", NULL, "cannot_tell not_recorded"},
        {R "thread=t\n" C "thread=u follows=r\n", NULL, "found"},
        {R "thread=t response_to=c\n" C "thread=u\n", NULL, "found"}};
    ASSERT_EDGES(DECLARED(NO_EXAMPLES TELLS "at = { 'request' }, after = { 'contact', within = 28, "
                                            "same = 'thread' }"),
                 edges);
}

static void observation_ends_at_death_moving_away_and_the_day_asked_of(void **state)
{
    (void)state;
    static const struct edge edges[] = {
        {"2024-03-01 request\n", "2024-03-29", "not_found"},
        {"2024-03-01 request\n", "2024-03-28", "cannot_tell followup_short"},
        {"2024-03-01 request\n2024-03-28 death\n", NULL, "cannot_tell followup_short"},
        {"2024-03-01 request\n2024-03-29 death\n", NULL, "not_found"},
        {"2024-03-01 request\n2024-03-28 moved_away\n", NULL, "cannot_tell followup_short"},
        {"2024-03-01 request\n2024-03-29 moved_away\n", NULL, "not_found"},
        {"2024-03-01 request\n2024-03 death\n", NULL, "cannot_tell followup_short"},
        {"2024-03-01 request\n2024-03-29..2024-03-29 not_observed\n", NULL, "cannot_tell gap"},
        {"2024-03-01 request\n2024-03-30..2024-03-31 not_observed\n", NULL, "not_found"},
        {"2024-03-01 request\n2024-03-05 contact\n2024-03-06 death\n", NULL, "found"}, /* G7 */
        {"2024-03-01 request\n2024-03-02..2024-03-09 not_observed\n2024-03-05 contact\n", NULL,
         "found"}};
    ASSERT_EDGES(AFTER, edges);
}

static void a_window_is_collected_from_since_to_until_without_a_gap(void **state)
{
    (void)state;
    static const struct {
        const char *since, *until, *more, *expected;
    } rows[] = {{"2024-03-01", "2024-03-29", NULL, ""},
                {"2024-03-02", "2024-03-29", NULL, "kind_not_collected"},
                {"2024-03-01", "2024-03-28", NULL, "kind_not_collected"},
                {"2024-01-01", "2024-03-10", "2024-03-11", ""},
                {"2024-01-01", "2024-03-10", "2024-03-12", "kind_not_collected"}};
    struct loaded loaded = load_source(AFTER);
    assert_loads(&loaded);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct record record = record_of(&loaded, "2024-03-01 request\n", NULL, NULL);
        struct collected kinds[3] = {{"request", DAY_FIRST, DAY_LAST}, {"contact", 0, 0}};
        assert_true(day_read(rows[i].since, &kinds[1].since));
        assert_true(day_read(rows[i].until, &kinds[1].until));
        kinds[2] = (struct collected){"contact", DAY_LAST, DAY_LAST};
        if (rows[i].more)
            assert_true(day_read(rows[i].more, &kinds[2].since));
        record.collects_everything = false;
        record.collected = kinds;
        record.collected_count = 3;
        assert_string_equal(find_in(&loaded, &record).rows[0].why, rows[i].expected);
    }
    unload(&loaded);
}

static void what_an_event_does_not_say_may_leave_it_possible(void **state)
{
    (void)state;
    static const struct edge recorded[] = {
        {"2024-03-01 punitive\n2024-03-09 contact service_type=food_bank\n", NULL, "found"},
        {"2024-03-01 punitive\n2024-03-09 contact service_type=council\n", NULL, "not_found"},
        {"2024-03-01 punitive\n2024-03-09 contact\n", NULL, "cannot_tell not_recorded"},
        {"2024-03-01 punitive\n2024-03-09 contact\n2024-03-10 contact service_type=food_bank\n",
         NULL, "found"}};
    static const struct edge not_recorded[] = {
        {"2024-03-01 punitive\n2024-03-09 contact\n", NULL, "not_found"}};
    ASSERT_EDGES(DECLARED(NO_EXAMPLES TELLS
                          "at = { 'punitive' }, after = { 'contact', service_type = 'food_bank', "
                          "within = 28, recorded = 'service_type' }"),
                 recorded);
    ASSERT_EDGES(DECLARED(NO_EXAMPLES TELLS
                          "at = { 'punitive' }, after = { 'contact', service_type "
                          "= 'food_bank', within = 28 }"),
                 not_recorded);
}

static void caught_between_two_services_in_either_order(void **state)
{
    (void)state;
    static const struct edge edges[] = {
        /* G6 */
        {"2024-01-01 refusal thread=t service=a reason=too_complex_or_risky\n2024-06-29 refusal "
         "thread=t service=b reason=not_complex_enough\n",
         NULL, "found"},
        {"2024-01-01 refusal thread=t service=a reason=too_complex_or_risky\n2024-06-30 refusal "
         "thread=t service=b reason=not_complex_enough\n",
         NULL, "not_found"},
        {"2024-01-01 refusal thread=t service=a reason=not_complex_enough\n2024-06-29 refusal "
         "thread=t service=b reason=too_complex_or_risky\n",
         NULL, "found"},
        {"2024-01-01 refusal thread=t service=a reason=too_complex_or_risky\n2024-06-29 refusal "
         "thread=t service=a reason=not_complex_enough\n",
         NULL, "not_found"},
        {"2024-01-01 refusal thread=t service=a reason=too_complex_or_risky\n2024-06-29 refusal "
         "thread=t service=b reason=too_complex_or_risky\n",
         NULL, "not_found"},
        {"2024-01-01 refusal thread=t reason=too_complex_or_risky\n2024-06-29 refusal thread=t "
         "service=b reason=not_complex_enough\n",
         NULL, "cannot_tell not_recorded"}};
    ASSERT_EDGES(
        DECLARED(NO_EXAMPLES TELLS
                 "at = { 'refusal', reason = 'too_complex_or_risky not_complex_enough' }, "
                 "after = { 'refusal', reason = 'too_complex_or_risky "
                 "not_complex_enough', same = 'thread', differs = 'reason service', within "
                 "= 180 }"),
        edges);
}

static void the_anchors_service_of_one_name_is_the_others_of_another(void **state)
{
    (void)state;
    static const struct edge edges[] = {
        {"2024-01-01 referral to=x\n2024-01-05 contact service=x\n", NULL, "found"},
        {"2024-01-01 referral to=x\n2024-01-05 contact service=y to=x\n", NULL, "not_found"},
        {"2024-01-01 referral\n2024-01-05 contact service=x\n", NULL, "cannot_tell not_recorded"},
        {"2024-01-01 referral to=x\n2024-01-05 contact\n", NULL, "not_found"}};
    ASSERT_EDGES(DECLARED(NO_EXAMPLES TELLS
                          "at = { 'referral' }, after = { 'contact', within = 28, "
                          "same = 'to=service' }"),
                 edges);
}

static void the_very_next_is_asked_and_what_may_lie_between_leaves_it_open(void **state)
{
    (void)state;
    static const struct edge edges[] = {
        {"2024-01-01 appointment service=a status=cancelled\n2024-01-08 appointment service=a "
         "status=cancelled\n",
         NULL, "found"},
        {"2024-01-01 appointment service=a status=cancelled\n2024-01-04 appointment service=a "
         "status=attended\n2024-01-08 appointment service=a status=cancelled\n",
         NULL, "not_found"},
        {"2024-01-01 appointment service=a status=cancelled\n2024-01-04 appointment service=b "
         "status=attended\n2024-01-08 appointment service=a status=cancelled\n",
         NULL, "found"},
        {"2024-01-01 appointment service=a status=cancelled\n2024-01-04..2024-01-04 "
         "not_observed\n2024-01-08 appointment service=a status=cancelled\n",
         NULL, "cannot_tell gap"},
        {"2024-01-01 appointment service=a status=cancelled\n2024-01 appointment service=a "
         "status=attended\n2024-01-08 appointment service=a status=cancelled\n",
         NULL, "cannot_tell date_not_exact"}};
    ASSERT_EDGES(DECLARED(NO_EXAMPLES TELLS
                          "at = { 'appointment', status = 'cancelled' }, after = { 'appointment', "
                          "status = 'cancelled', same = 'service', next = true, within = 28 }"),
                 edges);
}

static void otherwise_is_the_class_of_the_first_look_that_fails(void **state)
{
    (void)state;
    static const struct edge edges[] = {
        {"2024-03-01 crisis\n2024-02-20 request\n", NULL, "found"},
        {"2024-03-01 crisis\n", NULL, "not_found did_not_ask"},
        {"2024-03-01 crisis\n2024-02-20 request\n2024-02-25 contact outcome=need_met\n", NULL,
         "not_found asked_met"},
        {"2024-03-01 crisis\n2024-02-25 contact outcome=need_met\n", NULL,
         "not_found did_not_ask"}};
    ASSERT_EDGES(DECLARED(NO_EXAMPLES TELLS
                          "at = { 'crisis' }, before = { 'request', within = 90, otherwise = "
                          "'did_not_ask' }, not_before = { 'contact', outcome = 'need_met', within "
                          "= 90, otherwise = 'asked_met' }"),
                 edges);
}

static void nothing_recorded_is_not_nothing_changed(void **state)
{
    (void)state;
    /* G16 */
    const char *lines = "2024-01-01 contact service=a thread=t\n2024-03-01 contact service=b "
                        "thread=u outcome=nothing_changed outcome_by=person\n";
    struct loaded said = load_source(DECLARED(
        NO_EXAMPLES TELLS "at = { 'contact', outcome = 'nothing_changed made_worse', outcome_by = "
                          "'person' }, class = 'outcome'"));
    struct loaded nothing = load_source(DECLARED(
        NO_EXAMPLES TELLS "at = { 'contact', outcome = 'none' }, not_after = { 'any', within = 28, "
                          "same = 'thread service' }"));
    assert_loads(&said);
    assert_loads(&nothing);
    struct found one = find(&said, lines), other = find(&nothing, lines);
    assert_int_equal(one.count, 1);
    assert_string_equal(one.rows[0].basis, "person_says");
    assert_string_equal(one.rows[0].date, "2024-03-01");
    assert_string_equal(one.rows[0].class, "nothing_changed");
    assert_int_equal(other.count, 1);
    assert_string_equal(other.rows[0].state, "found");
    assert_string_equal(other.rows[0].date, "2024-01-01");
    unload(&said);
    unload(&nothing);
}

static void what_was_withdrawn_was_never_there_and_what_came_twice_came_once(void **state)
{
    (void)state;
    static const struct edge edges[] = {
        {"2024-03-01 request\n2024-03-05 contact withdrawn=2025-01-01\n", "2024-06-01",
         "not_found"}, /* G9 */
        {"2024-03-01 request withdrawn=2025-01-01\n2024-03-05 contact\n", NULL, "not_found"}};
    ASSERT_EDGES(AFTER, edges);
    struct loaded loaded = load_source(DECLARED(
        NO_EXAMPLES TELLS "at = { 'request' }, after = { 'contact', within = 28, least = 2 }"));
    assert_loads(&loaded); /* G10 */
    assert_string_equal(
        find(&loaded, "2024-03-01 request\n2024-03-05 contact\n2024-03-05 contact\n").rows[0].state,
        "not_found");
    unload(&loaded);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(windows_have_both_edges_over_a_leap_day_and_a_years_end),
        cmocka_unit_test(within_a_day_times_then_places_decide_else_nobody_knows),
        cmocka_unit_test(an_inexact_date_is_certain_only_where_every_day_of_it_is),
        cmocka_unit_test(the_same_thing_is_a_link_a_thread_a_need_and_never_a_guess),
        cmocka_unit_test(observation_ends_at_death_moving_away_and_the_day_asked_of),
        cmocka_unit_test(a_window_is_collected_from_since_to_until_without_a_gap),
        cmocka_unit_test(what_an_event_does_not_say_may_leave_it_possible),
        cmocka_unit_test(caught_between_two_services_in_either_order),
        cmocka_unit_test(the_anchors_service_of_one_name_is_the_others_of_another),
        cmocka_unit_test(the_very_next_is_asked_and_what_may_lie_between_leaves_it_open),
        cmocka_unit_test(otherwise_is_the_class_of_the_first_look_that_fails),
        cmocka_unit_test(nothing_recorded_is_not_nothing_changed),
        cmocka_unit_test(what_was_withdrawn_was_never_there_and_what_came_twice_came_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
