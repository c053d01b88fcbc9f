/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Some people on some days are made public once. */
#include "store/store_test.h"

static int64_t area_of(struct world *world, const char *ref)
{
    struct fault fault = {0};
    int64_t area;
    must(store_area_number(world->store, ref, &area, &fault), &fault);
    return area;
}

static bool keep(struct world *world, const char *report, const char *area, struct days period,
                 struct fault *fault)
{
    struct release made = {.report = report,
                           .version = "1",
                           .pin = "p",
                           .area = area_of(world, area),
                           .period = period,
                           .as_of = 400,
                           .model = "{}"};
    return store_release_keep(world->store, &made, fault);
}

/* The place of the release in the way, or "". */
static const char *in_the_way(struct world *world, const char *area, struct days period)
{
    struct fault fault = {0};
    struct release found;
    const char *place;
    bool there;
    must(store_release_overlaps(world->store, area_of(world, area), period, world->arena, &found,
                                &place, &there, &fault),
         &fault);
    return there ? place : "";
}

static void days_that_touch_overlap_and_neighbours_do_not(void **state)
{
    struct world *world = *state;
    struct fault fault = {0};
    must(keep(world, "learning", "Northwick", (struct days){100, 190}, &fault), &fault);
    assert_string_equal(in_the_way(world, "Northwick", (struct days){190, 300}), "Northwick");
    assert_string_equal(in_the_way(world, "Northwick", (struct days){1, 100}), "Northwick");
    assert_string_equal(in_the_way(world, "Northwick", (struct days){120, 130}), "Northwick");
    assert_string_equal(in_the_way(world, "Northwick", (struct days){1, 400}), "Northwick");
    assert_string_equal(in_the_way(world, "Northwick", (struct days){191, 300}), "");
    assert_string_equal(in_the_way(world, "Northwick", (struct days){1, 99}), "");
}

static void another_report_is_in_the_way_too(void **state)
{
    struct world *world = *state;
    struct fault fault = {0};
    must(keep(world, "learning", "Northwick", (struct days){100, 190}, &fault), &fault);
    assert_false(keep(world, "our_own", "Northwick", (struct days){150, 300}, &fault));
    assert_int_equal(fault.kind, FAULT_BUSY);
    assert_string_equal(ask(world, "SELECT count(*) FROM release"), "1");
}

static void an_area_and_what_lies_within_it_share_people(void **state)
{
    struct world *world = *state;
    struct fault fault = {0};
    begin(world, 100);
    small_row(world, ROW_AREA, NULL, "area=Northwick");
    small_row(world, ROW_AREA, NULL, "area=Ward|within=Northwick");
    small_row(world, ROW_AREA, NULL, "area=Street|within=Ward");
    small_row(world, ROW_AREA, NULL, "area=Other");
    end(world);
    must(keep(world, "learning", "Ward", (struct days){100, 190}, &fault), &fault);
    assert_string_equal(in_the_way(world, "Northwick", (struct days){150, 160}), "Ward");
    assert_string_equal(in_the_way(world, "Street", (struct days){150, 160}), "Ward");
    assert_string_equal(in_the_way(world, "Other", (struct days){150, 160}), "");
}

/* Who drew the boundary anew knows what differs between two releases. */
static void a_boundary_that_moves_parts_no_people(void **state)
{
    struct world *world = *state;
    struct fault fault = {0};
    begin(world, 100);
    small_row(world, ROW_AREA, NULL, "area=Northwick");
    small_row(world, ROW_AREA, NULL, "area=Ward|within=Northwick");
    small_row(world, ROW_AREA, NULL, "area=Other");
    end(world);
    must(keep(world, "learning", "Ward", (struct days){100, 190}, &fault), &fault);
    begin(world, 101);
    small_row(world, ROW_AREA, NULL, "area=Ward|within=Other");
    end(world);
    assert_string_equal(in_the_way(world, "Northwick", (struct days){150, 160}), "Ward");
    assert_string_equal(in_the_way(world, "Other", (struct days){150, 160}), "Ward");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(days_that_touch_overlap_and_neighbours_do_not),
        TEST(another_report_is_in_the_way_too),
        TEST(an_area_and_what_lies_within_it_share_people),
        TEST(a_boundary_that_moves_parts_no_people),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
