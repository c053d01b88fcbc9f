/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is counted, and by which groups. */
#include "figures/area.h"

static void only_people_of_the_area_who_said_yes_are_counted(void **state)
{
    struct area *area = *state;
    struct world *world = area->world;
    someone(area, "p0", "");
    person_row(world, "p1", "Northwick", NULL, "since=2023-01-01");
    person_row(world, "p2", "Northwick", NULL, "shares=no since=2023-01-01");
    person_row(world, "p3", "Eastfield", NULL, "shares=yes since=2023-01-01");
    person_row(world, "p4", "Northwick", NULL, "shares=yes since=2024-04-01");
    person_row(world, "p5", "Northwick", NULL, "shares=yes since=2023-01-01 until=2023-12-31");
    person_row(world, "p6", "Eastfield", NULL, "shares=yes since=2023-01-01");
    person_row(world, "p6", "Northwick", "2024-02-15", ""); /* moved in */
    person_row(world, "p7", "Northwick", NULL, "shares=yes since=2023-01-01");
    person_row(world, "p7", "Eastfield", "2024-01-01", ""); /* moved away the day before */
    someone(area, "p8", "");
    person_row(world, "p8", NULL, "2024-05-01", "shares=no"); /* consent counts as of now */
    gather(area);
    assert_people(*figures_everyone(area->figures), "0 1");
}

static void groups_are_what_people_say_of_themselves(void **state)
{
    struct area *area = *state;
    struct figure_groups groups;
    struct fault fault = {0};
    someone(area, "p0", "ethnic_group=roma");
    someone(area, "p1", "ethnic_group=declined");
    someone(area, "p2", "ethnic_group=irish;roma");
    someone(area, "p3", "");
    someone(area, "p4", "ethnic_group=irish asserted_by=observed");
    someone(area, "p5", "ethnic_group=unknown");
    someone(area, "p6", "ethnic_group=irish asserted_by=proxy");
    gather(area);
    must(figures_groups(area->figures, "ethnic_group", &groups, &fault), &fault);
    const char *codes[] = {"irish", "roma", "declined", "unknown", "not_asked"};
    const char *who[] = {"2 6", "0 2", "1", "5", "3 4"};
    assert_int_equal(groups.count, 5);
    for (size_t i = 0; i < groups.count; i++) {
        assert_string_equal(groups.groups[i].code, codes[i]);
        assert_people(groups.groups[i].people, who[i]);
    }
    assert_string_equal(groups.groups[2].label, "prefer not to say");
    assert_false(figures_groups(area->figures, "worker", &groups, &fault));
    assert_int_equal(fault.kind, FAULT_USAGE);
    assert_false(figures_groups(area->figures, "born", &groups, &fault));
}

/* The list says roma, then irish; the others are in no list. */
static int place_of(void *context, const char *column, const char *code)
{
    assert_null(context);
    assert_string_equal(column, "ethnic_group");
    return strcmp(code, "roma") == 0 ? 0 : strcmp(code, "irish") == 0 ? 1 : -1;
}

/* Of everyone whom the list puts under it; the place is the list's. */
static const char *head_of(void *context, const char *column, const char *code, int *place)
{
    assert_null(context);
    assert_string_equal(column, "ethnic_group");
    if (strcmp(code, "roma") != 0 && strcmp(code, "irish") != 0)
        return NULL;
    *place = 3;
    return "White";
}

static void coarser_groups_hold_everyone_of_theirs_once(void **state)
{
    struct area *area = *state;
    struct figure_groups fine, coarse;
    struct fault fault = {0};
    area->head = head_of;
    someone(area, "p0", "ethnic_group=roma");
    someone(area, "p1", "ethnic_group=irish;arab;roma");
    someone(area, "p2", "ethnic_group=declined");
    someone(area, "p3", "ethnic_group=irish");
    gather(area);
    must(figures_groups(area->figures, "ethnic_group", &fine, &fault), &fault);
    figures_coarser(area->figures, "ethnic_group", &fine, &coarse);
    const char *codes[] = {"White", "arab", "declined"};
    const char *who[] = {"0 1 3", "1", "2"};
    assert_int_equal(coarse.count, 3);
    for (size_t i = 0; i < coarse.count; i++) {
        assert_string_equal(coarse.groups[i].code, codes[i]);
        assert_people(coarse.groups[i].people, who[i]);
    }
    assert_string_equal(coarse.groups[0].label, "White");
}

static void groups_stand_in_the_order_of_their_list_and_no_row_names_one(void **state)
{
    struct area *area = *state;
    struct figure_groups groups;
    struct fault fault = {0};
    someone(area, "p0", "ethnic_group=arab");
    someone(area, "p1", "ethnic_group=declined");
    someone(area, "p2", "ethnic_group=irish");
    someone(area, "p3", "ethnic_group=roma");
    someone(area, "p4", "ethnic_group=thistlewick;arab");
    area->place = place_of;
    gather(area);
    must(figures_groups(area->figures, "ethnic_group", &groups, &fault), &fault);
    const char *labels[] = {"roma", "irish", "something else, or in their own words",
                            "prefer not to say"};
    const char *who[] = {"3", "2", "0 4", "1"};
    assert_int_equal(groups.count, 4);
    for (size_t i = 0; i < 4; i++) {
        assert_string_equal(groups.groups[i].label, labels[i]);
        assert_people(groups.groups[i].people, who[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        IN_AN_AREA(only_people_of_the_area_who_said_yes_are_counted),
        IN_AN_AREA(groups_are_what_people_say_of_themselves),
        IN_AN_AREA(coarser_groups_hold_everyone_of_theirs_once),
        IN_AN_AREA(groups_stand_in_the_order_of_their_list_and_no_row_names_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
