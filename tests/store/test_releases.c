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

/* The numbers from `from` up to but without `to`. */
struct crowd {
    int64_t from, to;
};

static const int64_t *numbers(struct world *world, struct crowd crowd, size_t *count)
{
    int64_t *list = arena_array(world->arena, (size_t)(crowd.to - crowd.from), sizeof *list);
    *count = 0;
    for (int64_t i = crowd.from; i < crowd.to; i++)
        list[(*count)++] = i;
    return list;
}

static bool keep_of(struct world *world, const char *report, const char *area, struct days period,
                    struct crowd crowd, struct fault *fault)
{
    struct release made = {.report = report,
                           .version = "1",
                           .pin = "p",
                           .area = area_of(world, area),
                           .period = period,
                           .as_of = 400,
                           .model = "{}"};
    made.people = numbers(world, crowd, &made.people_count);
    return store_release_keep(world->store, &made, fault);
}

static bool keep(struct world *world, const char *report, const char *area, struct days period,
                 struct fault *fault)
{
    return keep_of(world, report, area, period, (struct crowd){1, 41}, fault);
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

/* --- of nearly the same people ---------------------------------------------------------------- */

static const char *alike(struct world *world, struct days period, struct crowd crowd)
{
    struct fault fault = {0};
    struct release found;
    const char *place;
    bool there;
    size_t count;
    const int64_t *people = numbers(world, crowd, &count);
    must(store_release_alike(world->store, period, people, count, world->arena, &found, &place,
                             &there, &fault),
         &fault);
    return there ? place : "";
}

static const struct days spring = {100, 190};

static void found_area(struct world *world, const char *ref)
{
    begin(world, 100);
    small_row(world, ROW_AREA, NULL, arena_format(world->arena, "area=%s", ref));
    end(world);
}

static void people_whose_area_has_another_name_are_the_same_people(void **state)
{
    struct world *world = *state;
    struct fault fault = {0};
    found_area(world, "Oldwick");
    found_area(world, "Newwick");
    must(keep_of(world, "learning", "Oldwick", spring, (struct crowd){1, 101}, &fault), &fault);
    assert_string_equal(alike(world, spring, (struct crowd){1, 101}), "Oldwick");
    assert_string_equal(alike(world, spring, (struct crowd){10, 101}), "Oldwick");
    assert_string_equal(alike(world, spring, (struct crowd){10, 301}), "Oldwick"); /* nine stayed */
    assert_string_equal(alike(world, spring, (struct crowd){11, 301}), "");        /* ten stayed */
    assert_string_equal(alike(world, spring, (struct crowd){92, 301}), "");        /* nine moved */
    assert_string_equal(alike(world, (struct days){190, 300}, (struct crowd){1, 101}), "Oldwick");
    assert_string_equal(alike(world, (struct days){191, 300}, (struct crowd){1, 101}), "");
    assert_false(keep_of(world, "learning", "Newwick", spring, (struct crowd){1, 105}, &fault));
    assert_int_equal(fault.kind, FAULT_BUSY);
}

static void a_part_of_those_who_were_shown_is_in_the_way(void **state)
{
    struct world *world = *state;
    struct fault fault = {0};
    must(keep_of(world, "learning", "Northwick", spring, (struct crowd){1, 101}, &fault), &fault);
    assert_string_equal(alike(world, spring, (struct crowd){40, 80}), "Northwick");
    assert_string_equal(alike(world, spring, (struct crowd){60, 110}), "Northwick");
    assert_string_equal(alike(world, spring, (struct crowd){60, 111}), "");
}

static void parts_of_several_that_were_shown_are_in_the_way_as_well(void **state)
{
    struct world *world = *state;
    struct fault fault = {0};
    found_area(world, "West");
    found_area(world, "East");
    must(keep_of(world, "learning", "West", spring, (struct crowd){1, 101}, &fault), &fault);
    must(keep_of(world, "learning", "East", spring, (struct crowd){101, 201}, &fault), &fault);
    assert_string_equal(alike(world, spring, (struct crowd){50, 150}), "West");
    assert_string_equal(alike(world, spring, (struct crowd){150, 250}), "");
}

/* A few who moved are in two small places, and neither is lost for it. */
static void a_small_place_with_some_who_moved_is_still_told_of(void **state)
{
    struct world *world = *state;
    struct fault fault = {0};
    found_area(world, "Hamlet");
    must(keep_of(world, "learning", "Hamlet", spring, (struct crowd){1, 13}, &fault), &fault);
    assert_string_equal(alike(world, spring, (struct crowd){10, 40}), "");
    assert_string_equal(alike(world, spring, (struct crowd){4, 40}), "Hamlet");
}

/* --- where too few were there ----------------------------------------------------------------- */

static void too_few_is_said_once_of_some_days(void **state)
{
    struct world *world = *state;
    struct fault fault = {0};
    struct days march = {day_of(2024, 3, 1), day_of(2024, 3, 31)};
    struct days february = {march.low - 29, march.low - 1};
    struct days quarter = {march.low - 60, march.high}, own = {march.low - 60, march.high - 1};
    struct crowd nobody = {1, 1};
    must(keep_of(world, "learning", "Northwick", march, nobody, &fault), &fault);
    assert_string_equal(in_the_way(world, "Northwick", march), "Northwick");
    assert_string_equal(in_the_way(world, "Northwick", own), "Northwick");
    assert_string_equal(in_the_way(world, "Northwick", (struct days){march.low, march.high + 1}),
                        "Northwick");
    assert_string_equal(in_the_way(world, "Northwick", quarter), "");
    assert_string_equal(in_the_way(world, "Northwick", february), "");
    assert_false(keep(world, "other", "Northwick", march, &fault));
}

static void too_few_in_a_street_leave_its_ward_free(void **state)
{
    struct world *world = *state;
    struct fault fault = {0};
    struct days march = {day_of(2024, 3, 1), day_of(2024, 3, 31)};
    begin(world, 100);
    small_row(world, ROW_AREA, NULL, "area=Ward");
    small_row(world, ROW_AREA, NULL, "area=Street|within=Ward");
    end(world);
    must(keep_of(world, "learning", "Street", march, (struct crowd){1, 1}, &fault), &fault);
    assert_string_equal(in_the_way(world, "Ward", march), "");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(days_that_touch_overlap_and_neighbours_do_not),
        TEST(another_report_is_in_the_way_too),
        TEST(an_area_and_what_lies_within_it_share_people),
        TEST(a_boundary_that_moves_parts_no_people),
        TEST(people_whose_area_has_another_name_are_the_same_people),
        TEST(a_part_of_those_who_were_shown_is_in_the_way),
        TEST(parts_of_several_that_were_shown_are_in_the_way_as_well),
        TEST(a_small_place_with_some_who_moved_is_still_told_of),
        TEST(too_few_is_said_once_of_some_days),
        TEST(too_few_in_a_street_leave_its_ward_free),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
