/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Golden timelines, small enough to check by hand. */
#include <stdio.h>

#include "loading.h"

#define ASKS_AGAIN                                                                                 \
    DECLARED(NO_EXAMPLES                                                                           \
             "at = { 'contact', initiated_by = 'person', outcome = 'not need_met' }, "             \
             "after = { 'contact', initiated_by = 'person', same = 'thread', within = 28 }, "      \
             "tell = 'Asked again after {days} days, on {after.date}[, about {at.need}][, of "     \
             "{at.service}].'")
#define GATHERS                                                                                    \
    DECLARED(NO_EXAMPLES "at = { 'contact', outcome = 'not need_met' }, gather = 'thread', "       \
                         "after = { 'contact', same = 'thread', within = 28 }, "                   \
                         "tell = 'Asked {count} more times; the first was on {at.date}.'")

static void assert_row(const struct finding *row, const char *state, const char *why)
{
    assert_string_equal(row->state, state);
    assert_string_equal(row->why, why);
}

/* One row of a source on some lines. */
static void assert_one(const char *source, const char *lines, const char *as_of, const char *state,
                       const char *why)
{
    struct loaded loaded = load_source(source);
    assert_loads(&loaded);
    struct record record = record_of(&loaded, lines, NULL, as_of);
    struct found found = find_in(&loaded, &record);
    assert_int_equal(found.count, 1);
    assert_row(&found.rows[0], state, why);
    unload(&loaded);
}

static void a_finding_says_when_on_what_and_how_sure(void **state)
{
    (void)state;
    struct loaded loaded = load_source(ASKS_AGAIN);
    assert_loads(&loaded);
    struct found found =
        find(&loaded, "2024-03-01 contact id=a initiated_by=person thread=t1 need=mental_health\n"
                      "2024-03-15 contact id=b initiated_by=person thread=t1 outcome=need_met\n");
    assert_int_equal(found.count, 1);
    const struct finding *row = &found.rows[0];
    assert_row(row, "found", "");
    assert_string_equal(row->date, "2024-03-01");
    assert_string_equal(row->basis, "recorded_link");
    assert_string_equal(row->certainty, "certain");
    assert_string_equal(row->class, "");
    assert_true(row->has_value && row->value == 14);
    assert_string_equal(row->unit, "days");
    assert_string_equal(row->events, "a b");
    assert_string_equal(row->told,
                        "Asked again after 14 days, on 15 March 2024, about mental health.");
    assert_true(row->window);
    assert_int_equal(strlen(row->finding), 16);
    unload(&loaded);
}

static void the_name_of_a_finding_lasts_while_what_it_rests_on_does(void **state)
{
    (void)state;
    struct loaded loaded = load_source(ASKS_AGAIN);
    const char *pair = "2024-03-01 contact id=a initiated_by=person thread=t1\n"
                       "2024-03-15 contact id=b initiated_by=person thread=t1 outcome=need_met\n";
    struct record record = record_of(&loaded, pair, NULL, NULL);
    const char *name = find_in(&loaded, &record).rows[0].finding;
    struct record longer =
        record_of(&loaded,
                  "2024-03-01 contact id=a initiated_by=person thread=t1 need=housing\n"
                  "2024-03-15 contact id=b initiated_by=person thread=t1 outcome=need_met\n"
                  "2024-03-20 contact id=c initiated_by=person thread=t1 outcome=need_met\n",
                  NULL, NULL);
    assert_string_equal(find_in(&loaded, &longer).rows[0].finding, name);
    record.person = "p002";
    assert_string_not_equal(find_in(&loaded, &record).rows[0].finding, name);
    struct record other =
        record_of(&loaded,
                  "2024-03-01 contact id=a initiated_by=person thread=t1\n"
                  "2024-03-15 contact id=z initiated_by=person thread=t1 outcome=need_met\n",
                  NULL, NULL);
    assert_string_not_equal(find_in(&loaded, &other).rows[0].finding, name);
    unload(&loaded);
}

static void windows_end_on_their_last_day_also_over_a_leap_day(void **state)
{
    (void)state;
    const char *met = "contact initiated_by=person need=housing outcome=need_met\n";
    static const struct {
        const char *first, *second, *state;
    } rows[] = {{"2024-02-20", "2024-03-19", "found"},
                {"2024-02-20", "2024-03-20", "not_found"},
                {"2023-02-20", "2023-03-20", "found"},
                {"2023-02-20", "2023-03-21", "not_found"}};
    for (size_t i = 0; i < 4; i++) {
        char lines[512];
        snprintf(lines, sizeof lines, "%s contact initiated_by=person need=housing\n%s %s",
                 rows[i].first, rows[i].second, met);
        assert_one(ASKS_AGAIN, lines, NULL, rows[i].state, "");
    }
}

static void what_cannot_be_told_says_why(void **state)
{
    (void)state;
    assert_one(ASKS_AGAIN, "2024-03-01 contact initiated_by=person thread=t1\n", "2024-03-28",
               "cannot_tell", "followup_short");
    assert_one(ASKS_AGAIN, "2024-03-01 contact initiated_by=person thread=t1\n", "2024-03-29",
               "not_found", "");
    assert_one(
        ASKS_AGAIN,
        "2024-03-01 contact initiated_by=person thread=t1\n2024-03-10..2024-03-10 not_observed\n",
        NULL, "cannot_tell", "gap");
    assert_one(ASKS_AGAIN, "2024-03-01 contact initiated_by=person thread=t1\n2024-03-20 death\n",
               NULL, "cannot_tell", "followup_short");
    assert_one(ASKS_AGAIN,
               "2024-03-01 contact initiated_by=person thread=t1\n"
               "2024-03 contact initiated_by=person thread=t1 outcome=need_met\n",
               NULL, "cannot_tell", "date_not_exact");
    assert_one(ASKS_AGAIN,
               "2024-03-01 contact initiated_by=person thread=t1\n"
               "2024-03-01 contact initiated_by=person thread=t1 outcome=need_met\n",
               NULL, "cannot_tell", "order_unknown");
    assert_one(ASKS_AGAIN,
               "2024-03-01 contact initiated_by=person thread=t1\n"
               "2024-03-05 contact initiated_by=person outcome=need_met\n",
               NULL, "cannot_tell", "not_recorded");
    assert_one(ASKS_AGAIN,
               "2024-03-01T09:00 contact initiated_by=person thread=t1\n"
               "2024-03-01T17:00 contact initiated_by=person thread=t1 outcome=need_met\n",
               NULL, "found", "");
    assert_one(ASKS_AGAIN,
               "2024-03-01T17:00 contact initiated_by=person thread=t1\n"
               "2024-03-01T09:00 contact initiated_by=person thread=t1 outcome=need_met\n",
               NULL, "not_found", "");
}

static void an_early_find_stands_after_death_but_its_window_does_not(void **state)
{
    (void)state;
    struct loaded loaded = load_source(ASKS_AGAIN);
    struct found found = find(
        &loaded,
        "2024-03-01 contact initiated_by=person thread=t1\n"
        "2024-03-05 contact initiated_by=person thread=t1 outcome=need_met\n2024-03-20 death\n");
    assert_row(&found.rows[0], "found", "");
    assert_false(found.rows[0].window);
    unload(&loaded);
}

static void possible_and_unordered_are_kept_apart(void **state)
{
    (void)state;
    struct loaded loaded = load_source(ASKS_AGAIN);
    struct found found = find(&loaded, "2024-03-01 contact initiated_by=person thread=t1\n2024-03 "
                                       "contact initiated_by=person thread=t1 outcome=need_met\n");
    assert_string_equal(found.rows[0].certainty, "possible");
    found = find(&loaded, "2024-03-01 contact initiated_by=person thread=t1\n2024-03-01 contact "
                          "initiated_by=person thread=t1 outcome=need_met\n");
    assert_string_equal(found.rows[0].certainty, "order_unknown");
    struct record early = record_of(&loaded, "2024-03-01 contact initiated_by=person thread=t1\n",
                                    NULL, "2024-03-02");
    assert_string_equal(find_in(&loaded, &early).rows[0].certainty, "");
    assert_string_equal(find_in(&loaded, &early).rows[0].told, "");
    assert_false(find_in(&loaded, &early).rows[0].window);
    unload(&loaded);
}

static void a_date_is_said_as_exactly_as_it_is_known(void **state)
{
    (void)state;
    struct loaded loaded = load_source(DECLARED(NO_EXAMPLES TELLS "at = { 'contact' }"));
    struct found found =
        find(&loaded, "2023 contact\n2024-02 contact\n2024-Q2 contact\n2024-07-05 contact\n");
    static const char *const dates[] = {"2023", "2024-02", "2024-Q2", "2024-07-05"};
    static const char *const told[] = {"2023", "February 2024", "April to June 2024",
                                       "5 July 2024"};
    assert_int_equal(found.count, 4);
    for (size_t i = 0; i < 4; i++) {
        assert_string_equal(found.rows[i].date, dates[i]);
        assert_non_null(strstr(found.rows[i].told, told[i]));
        assert_string_equal(found.rows[i].basis, "code_match");
        assert_false(found.rows[i].has_value);
    }
    unload(&loaded);
}

static void inexact_days_give_a_span_and_no_number(void **state)
{
    (void)state;
    struct loaded loaded =
        load_source(DECLARED(NO_EXAMPLES "at = { 'request' }, after = { 'contact', within = 90 }, "
                                         "tell = '{days} days later, in {after.date}.'"));
    struct found found = find(&loaded, "2024-03-01 request\n2024-04 contact\n");
    assert_row(&found.rows[0], "found", "");
    assert_false(found.rows[0].has_value);
    assert_string_equal(found.rows[0].unit, "");
    assert_string_equal(found.rows[0].told, "31 to 60 days later, in April 2024.");
    unload(&loaded);
}

static void one_is_said_in_the_singular(void **state)
{
    (void)state;
    struct loaded loaded = load_source(GATHERS);
    struct found found = find(
        &loaded, "2024-03-01 contact thread=t1\n2024-03-05 contact thread=t1 outcome=need_met\n");
    assert_string_equal(found.rows[0].told, "Asked 1 more time; the first was on 1 March 2024.");
    unload(&loaded);
    loaded = load_source(ASKS_AGAIN);
    found = find(&loaded, "2024-03-01 contact initiated_by=person thread=t1 service=s1\n2024-03-02 "
                          "contact initiated_by=person thread=t1 outcome=need_met\n");
    assert_string_equal(found.rows[0].told, "Asked again after 1 day, on 2 March 2024, of s1.");
    unload(&loaded);
}

static const char *label(void *context, const char *column, const char *code)
{
    return strcmp(column, context) == 0 && strcmp(code, "s1") == 0 ? "the Juniper Centre" : NULL;
}

static void codes_are_said_by_their_label(void **state)
{
    (void)state;
    struct loaded loaded = load_source(ASKS_AGAIN);
    struct fault fault;
    struct finding *rows;
    size_t count;
    char column[] = "service";
    struct record record =
        record_of(&loaded,
                  "2024-03-01 contact initiated_by=person thread=t1 service=s1 need=mental_health\n"
                  "2024-03-11 contact initiated_by=person thread=t1 outcome=need_met\n",
                  NULL, NULL);
    assert_true(indicator_find(loaded.indicator, &record, label, column, loaded.arena, &rows,
                               &count, &fault));
    assert_string_equal(
        rows[0].told,
        "Asked again after 10 days, on 11 March 2024, about mental health, of the Juniper Centre.");
    unload(&loaded);
}

static void findings_alike_in_a_thread_are_one_and_the_gap_is_to_the_one_before(void **state)
{
    (void)state;
    struct loaded loaded = load_source(GATHERS);
    struct found found =
        find(&loaded, "2024-01-01 contact id=a need=housing\n2024-01-21 contact id=b need=housing\n"
                      "2024-02-15 contact id=c need=housing\n2024-04-10 contact id=d need=housing\n"
                      "2024-01-05 contact id=m need=money\n2024-01-07 contact id=n need=money "
                      "outcome=need_met\n");
    assert_int_equal(found.count, 4);
    assert_row(&found.rows[0], "found", "");
    assert_true(found.rows[0].has_value && found.rows[0].value == 2);
    assert_string_equal(found.rows[0].unit, "times");
    assert_string_equal(found.rows[0].events, "a b c");
    assert_string_equal(found.rows[0].basis, "code_match");
    assert_string_equal(found.rows[1].events, "m n");
    assert_true(found.rows[1].value == 1);
    assert_row(&found.rows[2], "not_found", "");
    assert_string_equal(found.rows[2].events, "c");
    assert_row(&found.rows[3], "not_found", "");
    unload(&loaded);
}

static void two_threads_are_never_gathered_though_the_need_is_the_same(void **state)
{
    (void)state;
    struct loaded loaded = load_source(GATHERS);
    struct found found = find(&loaded, "2024-01-01 contact thread=t1 need=housing\n2024-01-02 "
                                       "contact thread=t1 need=housing outcome=need_met\n"
                                       "2024-01-03 contact thread=t2 need=housing\n2024-01-04 "
                                       "contact thread=t2 need=housing outcome=need_met\n");
    assert_int_equal(found.count, 2);
    assert_string_equal(found.rows[0].basis, "recorded_link");
    assert_true(found.rows[0].value == 1 && found.rows[1].value == 1);
    unload(&loaded);
}

static void a_person_without_an_anchor_has_one_row(void **state)
{
    (void)state;
    struct loaded loaded = load_source(ASKS_AGAIN);
    struct found found = find(&loaded, "2024-03-01 request\n");
    assert_int_equal(found.count, 1);
    assert_row(&found.rows[0], "not_found", "");
    assert_string_equal(found.rows[0].date, "");
    assert_string_equal(found.rows[0].events, "");
    assert_true(found.rows[0].window);
    assert_row(find(&loaded, "2024-03-01..2024-03-02 not_observed\n").rows, "cannot_tell", "gap");
    struct record record = record_of(&loaded, "", NULL, NULL);
    record.collects_everything = false;
    assert_row(find_in(&loaded, &record).rows, "cannot_tell", "kind_not_collected");
    struct collected late = {"contact", 20000, DAY_LAST};
    record.collected = &late;
    record.collected_count = 1;
    assert_row(find_in(&loaded, &record).rows, "cannot_tell", "kind_not_collected");
    record.observed[0].from = 20000;
    assert_row(find_in(&loaded, &record).rows, "not_found", "");
    record.observed_count = 0;
    assert_row(find_in(&loaded, &record).rows, "cannot_tell", "no_anchor");
    unload(&loaded);
}

static void a_subtype_must_be_collected_by_name(void **state)
{
    (void)state;
    struct loaded loaded = load_source(DECLARED(
        NO_EXAMPLES TELLS "at = { 'request' }, not_after = { 'crisis/overdose', within = 10 }"));
    struct record record = record_of(&loaded, "2024-03-01 request\n", NULL, NULL);
    struct collected kinds[] = {{"request", DAY_FIRST, DAY_LAST}, {"crisis", DAY_FIRST, DAY_LAST}};
    record.collects_everything = false;
    record.collected = kinds;
    record.collected_count = 2;
    assert_row(find_in(&loaded, &record).rows, "cannot_tell", "kind_not_collected");
    kinds[1].kind = "crisis/overdose";
    assert_row(find_in(&loaded, &record).rows, "found", "");
    unload(&loaded);
}

static void a_service_type_must_be_collected_by_name(void **state)
{
    (void)state;
    struct loaded loaded = load_source(DECLARED(
        NO_EXAMPLES TELLS
        "at = { 'request' }, after = { 'contact', service_type = 'food_bank', within = 10 }"));
    struct record record = record_of(&loaded, "2024-03-01 request\n", NULL, NULL);
    struct collected kinds[] = {{"contact", DAY_FIRST, DAY_LAST}};
    record.collects_everything = false;
    record.collected = kinds;
    record.collected_count = 1;
    assert_row(find_in(&loaded, &record).rows, "cannot_tell", "kind_not_collected");
    kinds[0].kind = "contact service_type=food_bank";
    assert_row(find_in(&loaded, &record).rows, "not_found", "");
    unload(&loaded);
}

static void nothing_there_is_found_by_not_after(void **state)
{
    (void)state;
    const char *source = DECLARED(
        NO_EXAMPLES TELLS
        "at = { 'request' }, not_after = { 'contact', within = 10, otherwise = 'answered' }");
    assert_one(source, "2024-03-01 request\n", NULL, "found", "");
    assert_one(source, "2024-03-01 request\n2024-03-11 contact\n", NULL, "not_found", "");
    assert_one(source, "2024-03-01 request\n2024-03-12 contact\n", NULL, "found", "");
    assert_one(source, "2024-03-01 request\n", "2024-03-10", "cannot_tell", "followup_short");
    assert_one(source, "2024-03-01 request\n2024-03 contact\n", NULL, "cannot_tell",
               "date_not_exact");
    struct loaded loaded = load_source(source);
    assert_string_equal(find(&loaded, "2024-03-01 request\n2024-03-11 contact\n").rows[0].class,
                        "answered");
    unload(&loaded);
}

static void is_tells_not_recorded_from_no(void **state)
{
    (void)state;
    const char *source =
        DECLARED(NO_EXAMPLES TELLS "at = { 'contact' }, is = { purpose = 'chase clarify' }");
    assert_one(source, "2024-03-01 contact purpose=clarify,other\n", NULL, "found", "");
    assert_one(source, "2024-03-01 contact purpose=other\n", NULL, "not_found", "");
    assert_one(source, "2024-03-01 contact\n", NULL, "cannot_tell", "not_recorded");
    struct loaded loaded = load_source(source);
    assert_string_equal(
        find(&loaded, "2024-03-01 contact purpose=chase purpose_by=person\n").rows[0].basis,
        "person_says");
    assert_string_equal(
        find(&loaded, "2024-03-01 contact purpose=chase purpose_by=service\n").rows[0].basis,
        "code_match");
    unload(&loaded);
}

static void only_a_person_says_because(void **state)
{
    (void)state;
    struct loaded loaded = load_source(
        DECLARED(NO_EXAMPLES TELLS "at = { 'refusal' }, after = { 'crisis', within = 90 }"));
    assert_string_equal(find(&loaded, "2024-03-01 refusal id=r\n2024-03-09 crisis\n").rows[0].basis,
                        "time_order_only");
    assert_string_equal(
        find(&loaded, "2024-03-01 refusal id=r\n2024-03-09 crisis because=r\n").rows[0].basis,
        "person_says");
    unload(&loaded);
}

static void while_somewhere_is_before_within_no_days(void **state)
{
    (void)state;
    const char *source =
        DECLARED(NO_EXAMPLES "tell = '{days} days.', at = { 'appointment', status = 'no_show' }, "
                             "before = { 'institution/custody', within = 0 }");
    assert_one(
        source,
        "2024-03-05 appointment status=no_show\n2024-03-01..2024-03-09 institution/custody\n", NULL,
        "found", "");
    assert_one(source,
               "2024-03-05 appointment status=no_show\n2024-03-01 institution/custody edge=start\n",
               NULL, "found", "");
    assert_one(
        source,
        "2024-03-12 appointment status=no_show\n2024-03-01..2024-03-09 institution/custody\n", NULL,
        "not_found", "");
}

static void the_class_is_the_anchors_code(void **state)
{
    (void)state;
    struct loaded loaded = load_source(DECLARED(
        NO_EXAMPLES "at = { 'refusal' }, class = 'reason', tell = 'Turned away[: {class}].'"));
    struct found found =
        find(&loaded, "2024-03-01 refusal reason=no_capacity\n2024-03-02 refusal\n");
    assert_string_equal(found.rows[0].class, "no_capacity");
    assert_string_equal(found.rows[0].told, "Turned away: no capacity.");
    assert_string_equal(found.rows[1].class, "");
    assert_string_equal(found.rows[1].told, "Turned away.");
    unload(&loaded);
}

static void a_look_of_none_decides_nothing_and_is_told(void **state)
{
    (void)state;
    struct loaded loaded = load_source(
        DECLARED(NO_EXAMPLES "at = { 'episode_end' }, before = { 'contact', within = 30, least = 0 "
                             "}, tell = 'Closed[ after {before.count} contacts].'"));
    struct found found = find(
        &loaded,
        "2024-03-01 contact\n2024-03-02 contact\n2024-03-09 episode_end\n2024-06-01 episode_end\n");
    assert_int_equal(found.count, 2);
    assert_string_equal(found.rows[0].told, "Closed after 2 contacts.");
    assert_string_equal(found.rows[1].told, "Closed after 0 contacts.");
    assert_false(found.rows[0].has_value);
    unload(&loaded);
}

static const char *told_of(struct loaded *loaded, const char *lines, const char *as_of)
{
    struct record record = record_of(loaded, lines, NULL, as_of);
    return find_in(loaded, &record).rows[0].told;
}

static void how_many_is_told_only_where_it_is_known(void **state)
{
    (void)state;
    struct loaded loaded = load_source(DECLARED(
        NO_EXAMPLES "at = { 'episode_end' }, after = { 'contact', within = 30 }, before = "
                    "{ 'contact', within = 30, least = 0 }, tell = 'Closed[, {before.count} "
                    "before][, {count} after][, {after.count} in all].'"));
    const char *lines = "2024-02-20 contact\n2024-03-09 episode_end\n2024-03-10 contact\n";
    assert_loads(&loaded);
    assert_string_equal(told_of(&loaded, lines, NULL), "Closed, 1 before, 1 after, 1 in all.");
    assert_string_equal(told_of(&loaded, lines, "2024-03-20"), "Closed, 1 before.");
    assert_string_equal(told_of(&loaded,
                                "2024-02 contact\n2024-03-09 episode_end\n2024-03-10 contact\n"
                                "2024-04 contact\n",
                                NULL),
                        "Closed.");
    unload(&loaded);
}

static void a_date_that_is_not_exact_is_told_with_in(void **state)
{
    (void)state;
    struct loaded loaded = load_source(
        DECLARED(NO_EXAMPLES "at = { 'contact' }, tell = 'Upon {at.date}. It was on {at.date}.'"));
    assert_loads(&loaded);
    struct found found = find(&loaded, "2024-03 contact\n2024-05-02 contact");
    assert_string_equal(found.rows[0].told, "Upon March 2024. It was in March 2024.");
    assert_string_equal(found.rows[1].told, "Upon 2 May 2024. It was on 2 May 2024.");
    unload(&loaded);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_finding_says_when_on_what_and_how_sure),
        cmocka_unit_test(the_name_of_a_finding_lasts_while_what_it_rests_on_does),
        cmocka_unit_test(windows_end_on_their_last_day_also_over_a_leap_day),
        cmocka_unit_test(what_cannot_be_told_says_why),
        cmocka_unit_test(an_early_find_stands_after_death_but_its_window_does_not),
        cmocka_unit_test(possible_and_unordered_are_kept_apart),
        cmocka_unit_test(a_date_is_said_as_exactly_as_it_is_known),
        cmocka_unit_test(inexact_days_give_a_span_and_no_number),
        cmocka_unit_test(one_is_said_in_the_singular),
        cmocka_unit_test(codes_are_said_by_their_label),
        cmocka_unit_test(findings_alike_in_a_thread_are_one_and_the_gap_is_to_the_one_before),
        cmocka_unit_test(two_threads_are_never_gathered_though_the_need_is_the_same),
        cmocka_unit_test(a_person_without_an_anchor_has_one_row),
        cmocka_unit_test(a_subtype_must_be_collected_by_name),
        cmocka_unit_test(a_service_type_must_be_collected_by_name),
        cmocka_unit_test(nothing_there_is_found_by_not_after),
        cmocka_unit_test(is_tells_not_recorded_from_no),
        cmocka_unit_test(only_a_person_says_because),
        cmocka_unit_test(while_somewhere_is_before_within_no_days),
        cmocka_unit_test(the_class_is_the_anchors_code),
        cmocka_unit_test(a_look_of_none_decides_nothing_and_is_told),
        cmocka_unit_test(how_many_is_told_only_where_it_is_known),
        cmocka_unit_test(a_date_that_is_not_exact_is_told_with_in),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
