/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a record is filled with beside events: services, areas, and what was said to being
 * accompanied. */
#include "ground/words.h"
#include "store/store_test.h"

static struct stored_person person_at(struct world *world, const char *ref, day as_of)
{
    struct stored_person person;
    struct fault fault = {0};
    must(store_person(world->store, ref, as_of, world->arena, &person, &fault), &fault);
    return person;
}

static void who_took_back_being_accompanied_is_alone_until_they_agree_again(void **state)
{
    struct world *world = *state;
    begin(world, 100);
    small_row(world, ROW_CONSENT, "p1",
              "date=2024-01-01|purpose=coaching|given=yes|until=2024-02-01");
    small_row(world, ROW_CONSENT, "p1", "date=2024-03-01|purpose=coaching|given=no");
    small_row(world, ROW_CONSENT, "p1", "date=2024-03-09|purpose=coaching|given=no");
    small_row(world, ROW_CONSENT, "p1", "date=2024-04-01|purpose=coaching|given=yes");
    small_row(world, ROW_CONSENT, "p1", "date=2024-05-01|purpose=coaching|given=no");
    small_row(world, ROW_CONSENT, "p1", "date=2999-01-01|purpose=coaching|given=yes");
    small_row(world, ROW_CONSENT, "p2", "date=2024-03-01|purpose=learning|given=no");
    end(world);
    struct stored_person person = person_at(world, "p1", 99); /* whatever was known by then */
    assert_int_equal(person.alone_count, 2);
    assert_int_equal(person.alone[0].low, day_of(2024, 3, 2));
    assert_int_equal(person.alone[0].high, day_of(2024, 3, 31));
    assert_int_equal(person.alone[1].low, day_of(2024, 5, 2));
    assert_int_equal(person.alone[1].high, DAY_LAST);
    assert_int_equal(person_at(world, "p2", 200).alone_count, 0);
    begin(world, 101); /* what was said for a day can be said anew */
    small_row(world, ROW_CONSENT, "p1", "date=2024-05-01|purpose=coaching|given=yes");
    end(world);
    assert_int_equal(person_at(world, "p1", 200).alone_count, 1);
}

static void a_yes_for_a_day_to_come_is_none_yet(void **state)
{
    struct world *world = *state;
    begin(world, 100);
    person_row(world, "p1", "Northwick", "2999-01-01", "shares=yes");
    end(world);
    struct stored_person person = person_at(world, "p1", 100);
    for (size_t i = 0; i < person.row_count; i++)
        for (size_t k = 0; k < person_column_count; k++)
            if (strcmp(person_column[k].name, "shares") == 0)
                assert_null(person.rows[i].columns[k]);
}

static void services_stand_as_they_were_described_by_a_day(void **state)
{
    struct world *world = *state;
    struct stored_service *services;
    struct fault fault = {0};
    size_t count;
    begin(world, 100);
    small_row(world, ROW_SERVICE, NULL, "service=b|type=hostel|ring=crisis|stated_days=90");
    small_row(world, ROW_SERVICE, NULL, "service=a|type=food_bank|access_mode=open_door");
    end(world);
    begin(world, 110);
    small_row(world, ROW_SERVICE, NULL, "service=b|type=hostel|purpose=move_on");
    end(world);
    must(store_services(world->store, 105, world->arena, &services, &count, &fault), &fault);
    assert_int_equal(count, 2);
    assert_string_equal(services[0].service, "a");
    assert_string_equal(services[0].access_mode, "open_door");
    assert_string_equal(services[1].stated_days, "90");
    assert_null(services[1].purpose);
    must(store_services(world->store, 110, world->arena, &services, &count, &fault), &fault);
    assert_string_equal(services[1].purpose, "move_on");
    must(store_services(world->store, 99, world->arena, &services, &count, &fault), &fault);
    assert_int_equal(count, 0);
}

static void areas_come_with_what_is_around_them(void **state)
{
    struct world *world = *state;
    struct stored_area *areas;
    struct fault fault = {0};
    size_t count;
    begin(world, 100);
    small_row(world, ROW_AREA, NULL, "area=Ward|within=Town");
    small_row(world, ROW_AREA, NULL, "area=Town");
    end(world);
    must(store_areas(world->store, world->arena, &areas, &count, &fault), &fault);
    size_t ward = count - 1, town = count - 2;
    assert_string_equal(areas[ward].area, "Ward");
    assert_string_equal(areas[ward].within, "Town");
    assert_string_equal(areas[town].area, "Town");
    assert_null(areas[town].within);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            who_took_back_being_accompanied_is_alone_until_they_agree_again, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_yes_for_a_day_to_come_is_none_yet, set_up, tear_down),
        cmocka_unit_test_setup_teardown(services_stand_as_they_were_described_by_a_day, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(areas_come_with_what_is_around_them, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
