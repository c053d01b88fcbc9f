/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was noticed, and of whom it cannot be told. */
#include "figures/area.h"

static struct figure_findings findings_of(struct area *area, const char *by)
{
    struct figure_findings figure;
    struct fault fault = {0};
    must(figures_findings(area->figures, "again", by, &figure, &fault), &fault);
    return figure;
}

static void collected_since_2023(struct area *area)
{
    someone(area, "z", "");
    event(area->world, "z", NULL, "2023-06-01", "contact", "");
}

static void a_person_is_found_else_not_to_be_told_else_not_found(void **state)
{
    struct area *area = *state;
    static const struct noticed noticed[] = {
        {"p0", "2024-01-05", "not_found", "", "a", true},
        {"p0", "2024-02-05", "found", "", "b", true},
        {"p0", "2024-02-06", "cannot_tell", "not_recorded", "b", true},
        {"p1", "2024-01-05", "not_found", "", "a", true},
        {"p1", "2024-02-05", "cannot_tell", "order_unknown", "b", true},
        {"p1", "2024-02-06", "cannot_tell", "not_recorded", "b", true},
        {"p2", "2024-03-31", "not_found", "", "a", true},
        {"p3", "", "not_found", "", "", true},
        {"p4", "", "cannot_tell", "gap", "", true},
        {0}};
    const char *refs[] = {"p0", "p1", "p2", "p3", "p4"};
    for (size_t i = 0; i < 5; i++) {
        someone(area, refs[i], "");
    }
    area->noticed = noticed;
    collected_since_2023(area);
    gather(area);
    struct figure_findings figure = findings_of(area, NULL);
    assert_true(figure.collected);
    assert_people(figure.found, "0");
    assert_people(figure.not_found, "2 3 5");
    assert_people(figure.cannot_tell, "1 4");
    assert_people(figure.assessable, "0 2 3 5");
    assert_int_equal(figure.why_count, 2);
    assert_string_equal(figure.whys[0].why, "not_recorded"); /* counted once, with the first */
    assert_people(figure.whys[0].people, "1");
    assert_string_equal(figure.whys[1].why, "gap");
}

static void an_early_find_does_not_count_above_the_line(void **state)
{
    struct area *area = *state;
    static const struct noticed noticed[] = {
        {"p0", "2024-03-30", "found", "", "a", false},
        {"p1", "2024-03-30", "cannot_tell", "followup_short", "a", false},
        {"p2", "2024-03-30", "found", "", "a", false},
        {"p2", "2024-01-30", "not_found", "", "b", true},
        {0}};
    someone(area, "p0", "");
    someone(area, "p1", "");
    someone(area, "p2", "");
    area->noticed = noticed;
    collected_since_2023(area);
    gather(area);
    struct figure_findings figure = findings_of(area, NULL);
    assert_people(figure.found, "");
    assert_people(figure.not_found, "2 3");
    assert_people(figure.cannot_tell, "0 1");
    assert_string_equal(figure.whys[0].why, "followup_short");
    assert_people(figure.whys[0].people, "0 1");
}

static void an_anchor_counts_in_its_period_only(void **state)
{
    struct area *area = *state;
    static const struct noticed noticed[] = {
        {"p0", "2023-12-31", "found", "", "a", true},
        {"p1", "2024-04-01", "found", "", "a", true},
        {"p2", "2024-03", "found", "", "a", true},
        {"p3", "2024", "found", "", "a", true}, /* perhaps in the period */
        {0}};
    const char *refs[] = {"p0", "p1", "p2", "p3"};
    for (size_t i = 0; i < 4; i++) {
        someone(area, refs[i], "");
    }
    area->noticed = noticed;
    collected_since_2023(area);
    gather(area);
    struct figure_findings figure = findings_of(area, NULL);
    assert_people(figure.found, "2");
    assert_people(figure.not_found, "0 1 4");
    assert_people(figure.cannot_tell, "3");
    assert_string_equal(figure.whys[0].why, "date_not_exact");
}

static void silence_tells_nothing_of_who_was_not_observed_all_the_time(void **state)
{
    struct area *area = *state;
    collected_since_2023(area);
    person_row(area->world, "p0", "Northwick", NULL, "shares=yes since=2024-02-01");
    person_row(area->world, "p1", "Northwick", NULL,
               "shares=yes since=2023-01-01 until=2024-03-30");
    someone(area, "p2", "");
    gather(area);
    struct figure_findings figure = findings_of(area, NULL);
    assert_people(figure.not_found, "2 3");
    assert_people(figure.cannot_tell, "0 1");
    assert_int_equal(figure.why_count, 2);
    assert_string_equal(figure.whys[0].why, "followup_short");
    assert_people(figure.whys[0].people, "1");
    assert_string_equal(figure.whys[1].why, "gap");
}

static void what_nobody_collects_is_told_of_nobody(void **state)
{
    struct area *area = *state;
    someone(area, "p0", "");
    event(area->world, "p0", NULL, "2023-06-01", "referral", "");
    gather(area);
    struct figure_findings figure = findings_of(area, NULL);
    assert_false(figure.collected);
    assert_people(figure.assessable, "");
    assert_people(figure.cannot_tell, "0");
    assert_string_equal(figure.whys[0].why, "kind_not_collected");
}

static void findings_are_grouped_by_the_anchors_need(void **state)
{
    struct area *area = *state;
    static const struct noticed noticed[] = {{"p0", "2024-01-05", "found", "", "e1 e2", true},
                                             {"p0", "2024-01-06", "found", "", "e2 e1", true},
                                             {"p1", "2024-01-05", "found", "", "e3", true},
                                             {"p1", "2024-01-07", "not_found", "", "e4", true},
                                             {"p2", "2024-01-05", "found", "", "e5", true},
                                             {0}};
    const char *refs[] = {"p0", "p1", "p2"};
    for (size_t i = 0; i < 3; i++) {
        someone(area, refs[i], "");
    }
    event(area->world, "p0", "e1", "2024-01-05", "contact", "need=warm_home");
    event(area->world, "p0", "e2", "2024-01-06", "contact", "need=debt");
    event(area->world, "p1", "e3", "2024-01-05", "contact", "need=debt");
    event(area->world, "p1", "e4", "2024-01-07", "contact", "need=food");
    event(area->world, "p2", "e5", "2024-01-05", "contact", "");
    area->noticed = noticed;
    gather(area);
    struct figure_findings figure = findings_of(area, "need");
    const char *codes[] = {"debt", "warm_home", "not_recorded"}, *who[] = {"0 1", "0", "2"};
    assert_int_equal(figure.by_count, 3);
    for (size_t i = 0; i < 3; i++) {
        assert_string_equal(figure.by[i].code, codes[i]);
        assert_people(figure.by[i].people, who[i]);
    }
    assert_string_equal(figure.by[1].label, "warm home");
    assert_string_equal(figure.by[2].label, "not recorded");
}

static void nothing_is_grouped_by_who_worked_with_someone(void **state)
{
    struct area *area = *state;
    struct figure_findings figure;
    gather(area);
    const char *const refused[] = {"worker", "org", "service", "source", "team", "person"};
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        struct fault fault = {0};
        assert_false(figures_findings(area->figures, "again", refused[i], &figure, &fault));
        assert_int_equal(fault.kind, FAULT_USAGE);
        assert_non_null(strstr(fault.text, refused[i]));
    }
    struct fault fault = {0};
    assert_false(figures_findings(area->figures, "never", NULL, &figure, &fault));
}

static void an_area_with_nobody_has_empty_figures(void **state)
{
    struct area *area = *state;
    gather(area);
    struct figure_scale figure = scale_of(area, "q3.total");
    assert_int_equal(figures_everyone(area->figures)->count, 0);
    assert_int_equal(figure.heard.count + figure.never.count, 0);
    assert_false(findings_of(area, "need").collected);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_AN_AREA(a_person_is_found_else_not_to_be_told_else_not_found),
        IN_AN_AREA(an_early_find_does_not_count_above_the_line),
        IN_AN_AREA(an_anchor_counts_in_its_period_only),
        IN_AN_AREA(silence_tells_nothing_of_who_was_not_observed_all_the_time),
        IN_AN_AREA(what_nobody_collects_is_told_of_nobody),
        IN_AN_AREA(findings_are_grouped_by_the_anchors_need),
        IN_AN_AREA(nothing_is_grouped_by_who_worked_with_someone),
        IN_AN_AREA(an_area_with_nobody_has_empty_figures),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
