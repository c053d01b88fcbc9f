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
        {"p0", "2024-01-05", "not_found", "", "a", true, NULL},
        {"p0", "2024-02-05", "found", "", "b", true, NULL},
        {"p0", "2024-02-06", "cannot_tell", "not_recorded", "b", true, NULL},
        {"p1", "2024-01-05", "not_found", "", "a", true, NULL},
        {"p1", "2024-02-05", "cannot_tell", "order_unknown", "b", true, NULL},
        {"p1", "2024-02-06", "cannot_tell", "not_recorded", "b", true, NULL},
        {"p2", "2024-03-31", "not_found", "", "a", true, NULL},
        {"p3", "", "not_found", "", "", true, NULL},
        {"p4", "", "cannot_tell", "gap", "", true, NULL},
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
    assert_people(figure.told.found, "0");
    assert_people(figure.told.not_found, "2 3 5");
    assert_people(figure.told.cannot_tell, "1 4");
    assert_people(figure.told.assessable, "0 2 3 5");
    assert_int_equal(figure.why_count, 2);
    assert_string_equal(figure.whys[0].why, "not_recorded"); /* counted once, with the first */
    assert_people(figure.whys[0].people, "1");
    assert_string_equal(figure.whys[1].why, "gap");
}

static void an_early_find_does_not_count_above_the_line(void **state)
{
    struct area *area = *state;
    static const struct noticed noticed[] = {
        {"p0", "2024-03-30", "found", "", "a", false, NULL},
        {"p1", "2024-03-30", "cannot_tell", "followup_short", "a", false, NULL},
        {"p2", "2024-03-30", "found", "", "a", false, NULL},
        {"p2", "2024-01-30", "not_found", "", "b", true, NULL},
        {0}};
    someone(area, "p0", "");
    someone(area, "p1", "");
    someone(area, "p2", "");
    area->noticed = noticed;
    collected_since_2023(area);
    gather(area);
    struct figure_findings figure = findings_of(area, NULL);
    assert_people(figure.told.found, "");
    assert_people(figure.told.not_found, "2 3");
    assert_people(figure.told.cannot_tell, "0 1");
    assert_string_equal(figure.whys[0].why, "followup_short");
    assert_people(figure.whys[0].people, "0 1");
}

static void an_anchor_counts_in_its_period_only(void **state)
{
    struct area *area = *state;
    static const struct noticed noticed[] = {
        {"p0", "2023-12-31", "found", "", "a", true, NULL},
        {"p1", "2024-04-01", "found", "", "a", true, NULL},
        {"p2", "2024-03", "found", "", "a", true, NULL},
        {"p3", "2024", "found", "", "a", true, NULL}, /* perhaps in the period */
        {0}};
    const char *refs[] = {"p0", "p1", "p2", "p3"};
    for (size_t i = 0; i < 4; i++) {
        someone(area, refs[i], "");
    }
    area->noticed = noticed;
    collected_since_2023(area);
    gather(area);
    struct figure_findings figure = findings_of(area, NULL);
    assert_people(figure.told.found, "2");
    assert_people(figure.told.not_found, "0 1 4");
    assert_people(figure.told.cannot_tell, "3");
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
    assert_people(figure.told.not_found, "2 3");
    assert_people(figure.told.cannot_tell, "0 1");
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
    assert_people(figure.told.assessable, "");
    assert_people(figure.told.cannot_tell, "0");
    assert_string_equal(figure.whys[0].why, "kind_not_collected");
}

static void findings_are_grouped_by_the_anchors_need(void **state)
{
    struct area *area = *state;
    static const struct noticed noticed[] = {
        {"p0", "2024-01-05", "found", "", "e1 e2", true, NULL},
        {"p0", "2024-01-06", "found", "", "e2 e1", true, NULL},
        {"p1", "2024-01-05", "found", "", "e3", true, NULL},
        {"p1", "2024-01-07", "not_found", "", "e4", true, NULL},
        {"p2", "2024-01-05", "found", "", "e5", true, NULL},
        {"p3", "", "not_found", "", "", true, NULL},
        {"p4", "2024-01-05", "cannot_tell", "gap", "e6", true, NULL},
        {"p5", "2023-01-05", "found", "", "e7", true, NULL},
        {0}};
    const char *refs[] = {"p0", "p1", "p2", "p3", "p4", "p5"};
    for (size_t i = 0; i < 6; i++) {
        someone(area, refs[i], "");
    }
    event(area->world, "p4", "e6", "2024-01-05", "contact", "need=food");
    event(area->world, "p5", "e7", "2023-01-05", "contact", "need=food");
    event(area->world, "p0", "e1", "2024-01-05", "contact", "need=warm_home");
    event(area->world, "p0", "e2", "2024-01-06", "contact", "need=debt");
    event(area->world, "p1", "e3", "2024-01-05", "contact", "need=debt");
    event(area->world, "p1", "e4", "2024-01-07", "contact", "need=food");
    event(area->world, "p2", "e5", "2024-01-05", "contact", "");
    area->noticed = noticed;
    gather(area);
    struct figure_findings figure = findings_of(area, "need");
    const char *codes[] = {"debt", "food", "warm_home", "not_recorded"};
    const char *all[] = {"0 1", "1 4", "0", "2"}, *found[] = {"0 1", "", "0", "2"};
    assert_int_equal(figure.part_count, 4);
    for (size_t i = 0; i < 4; i++) {
        assert_string_equal(figure.parts[i].group.code, codes[i]);
        assert_people(figure.parts[i].group.people, all[i]);
        assert_people(figure.parts[i].told.found, found[i]);
    }
    assert_people(figure.parts[1].told.not_found, "1"); /* found of another need is another part */
    assert_string_equal(figure.parts[2].group.label, "warm home");
    assert_string_equal(figure.parts[3].group.label, "not recorded");
    assert_people(figure.told.not_found, "3 5"); /* they asked about nothing */
    assert_people(figure.anchored.assessable, "0 1 2");
    assert_people(figure.anchored.found, "0 1 2");
    assert_people(figure.anchored.cannot_tell, "4");
}

static void who_says_several_things_of_themselves_is_in_each_part(void **state)
{
    struct area *area = *state;
    static const struct noticed noticed[] = {
        {"p0", "2024-01-05", "found", "", "a", true, NULL},
        {"p1", "2024-01-05", "not_found", "", "b", true, NULL},
        {"p2", "2024-01-05", "cannot_tell", "gap", "c", true, NULL},
        {"p3", "2024-01-05", "found", "", "d", true, NULL},
        {0}};
    someone(area, "p0", "ethnic_group=roma;indian");
    someone(area, "p1", "ethnic_group=roma");
    someone(area, "p2", "ethnic_group=indian");
    someone(area, "p3", "ethnic_group=declined");
    area->noticed = noticed;
    collected_since_2023(area);
    gather(area);
    struct figure_findings figure = findings_of(area, "ethnic_group");
    const char *codes[] = {"indian", "roma", "declined", "not_asked"};
    const char *found[] = {"0", "0", "3", ""}, *assessable[] = {"0", "0 1", "3", "4"};
    assert_int_equal(figure.part_count, 4);
    for (size_t i = 0; i < 4; i++) {
        assert_string_equal(figure.parts[i].group.code, codes[i]);
        assert_people(figure.parts[i].told.found, found[i]);
        assert_people(figure.parts[i].told.assessable, assessable[i]);
    }
    assert_people(figure.parts[0].told.cannot_tell, "2");
    assert_people(figure.told.found, "0 3"); /* counted once */
}

static void a_part_is_judged_by_its_own_anchors_and_their_whole_windows(void **state)
{
    struct area *area = *state;
    static const struct noticed noticed[] = {{"p0", "2024-01-05", "found", "", "e1", true, NULL},
                                             {"p0", "2024-03-30", "found", "", "e2", false,
                                              NULL}, /* early: the others may be missed yet */
                                             {0}};
    someone(area, "p0", "");
    event(area->world, "p0", "e1", "2024-01-05", "episode_end", "decided_by=service");
    event(area->world, "p0", "e2", "2024-03-30", "episode_end", "decided_by=person");
    area->noticed = noticed;
    gather(area);
    struct figure_findings figure = findings_of(area, "decided_by");
    assert_int_equal(figure.part_count, 2);
    assert_string_equal(figure.parts[0].group.code, "person");
    assert_people(figure.parts[0].told.cannot_tell, "0");
    assert_people(figure.parts[1].told.found, "0");
    assert_people(figure.told.found, "0");
}

static void the_class_of_a_finding_parts_those_found(void **state)
{
    struct area *area = *state;
    static const struct noticed noticed[] = {
        {"p0", "2024-01-05", "found", "", "a", true, "some_onward"},
        {"p0", "2024-01-06", "found", "", "b", true, "cliff_edge"},
        {"p1", "2024-01-05", "found", "", "c", true, "cliff_edge"},
        {"p2", "2024-01-05", "not_found", "", "d", true, "met_otherwise"},
        {"p3", "2024-03-30", "found", "", "e", false, "cliff_edge"},
        {0}};
    const char *refs[] = {"p0", "p1", "p2", "p3"};
    for (size_t i = 0; i < 4; i++) {
        someone(area, refs[i], "");
    }
    area->noticed = noticed;
    gather(area);
    struct figure_findings figure = findings_of(area, NULL);
    assert_people(figure.told.found, "0 1");
    assert_int_equal(figure.classes.count, 2);
    assert_string_equal(figure.classes.groups[0].label, "cliff edge");
    assert_people(figure.classes.groups[0].people, "0 1");
    assert_people(figure.classes.groups[1].people, "0");
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
        IN_AN_AREA(who_says_several_things_of_themselves_is_in_each_part),
        IN_AN_AREA(a_part_is_judged_by_its_own_anchors_and_their_whole_windows),
        IN_AN_AREA(the_class_of_a_finding_parts_those_found),
        IN_AN_AREA(nothing_is_grouped_by_who_worked_with_someone),
        IN_AN_AREA(an_area_with_nobody_has_empty_figures),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
