/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What makes an event the same event. */
#include "store/store_test.h"

#define NOW                                                                                        \
    "SELECT person, id, k, date, kind, outcome, outcome_by, purpose FROM event_now"                \
    " ORDER BY person, id, outcome_by, date, k"

static struct stored_person person_at(struct world *world, const char *ref, day as_of)
{
    struct stored_person person;
    struct fault fault = {0};
    must(store_person(world->store, ref, as_of, world->arena, &person, &fault), &fault);
    return person;
}

static void an_event_with_the_same_id_and_fields_is_known(void **state)
{
    struct world *world = *state;
    begin(world, 100);
    event(world, "p1", "e1", "2024-03-01", "contact", "purpose=housing seq=07");
    event(world, "p1", "e1", "2024-03-01", "contact", "purpose=housing seq=7");
    struct import_result result = end(world);
    assert_sum(&result, 1, 0, 1, 0);
    const char *before = content(world);
    begin(world, 101);
    event(world, "p1", "e1", "2024-03-01", "contact", "purpose=housing seq=7");
    result = end(world);
    assert_sum(&result, 0, 0, 1, 0);
    assert_string_equal(content(world), before);
}

static void other_fields_under_an_id_are_a_correction_and_both_stay(void **state)
{
    struct world *world = *state;
    begin(world, 100);
    event(world, "p1", "e1", "2024-03-01", "contact", "purpose=housing");
    end(world);
    begin(world, 101);
    event(world, "p1", "e1", "2024-03-02", "contact", "");
    struct import_result result = end(world);
    assert_sum(&result, 0, 1, 0, 0);
    assert_string_equal(ask(world, NOW), "p1|e1|1|2024-03-02|contact|||");
    assert_string_equal(ask(world, "SELECT count(*) FROM event"), "2");
    assert_string_equal(person_at(world, "p1", 100).events[0].date, "2024-03-01");
    assert_string_equal(person_at(world, "p1", 101).events[0].date, "2024-03-02");
    assert_int_equal(person_at(world, "p1", 99).event_count, 0);
}

static void two_rows_of_a_file_that_give_an_event_differently_are_set_aside(void **state)
{
    struct world *world = *state;
    begin(world, 100);
    event(world, "p1", "e1", "2024-03-01", "contact", "");
    event(world, "p1", "e1", "2024-03-02", "contact", "");
    event(world, "p2", "e1", "2024-03-02", "contact", ""); /* another person's e1 */
    struct import_result result = end(world);
    assert_sum(&result, 1, 0, 0, 2);
    assert_non_null(
        strstr(result.asides[1].reason, "Two rows of this file give event e1 differently"));
}

static void another_author_of_the_outcome_is_a_second_account(void **state)
{
    struct world *world = *state;
    begin(world, 100);
    event(world, "p1", "e1", "2024-03-01", "contact",
          "outcome=need_met outcome_by=service purpose=housing channel=phone");
    end(world);
    begin(world, 101);
    event(world, "p1", "e1", "2024-03-01", "contact", "outcome=nothing_changed outcome_by=person");
    struct import_result result = end(world);
    assert_sum(&result, 1, 0, 0, 0);
    assert_string_equal(ask(world, NOW), "p1|e1|1|2024-03-01|contact|nothing_changed|person|\n"
                                         "p1|e1|1|2024-03-01|contact|need_met|service|housing");
    struct stored_person person = person_at(world, "p1", 101);
    assert_int_equal(person.event_count, 1);
    const struct stored_event *one = &person.events[0];
    assert_string_equal(one->columns[EVENT_outcome], "nothing_changed");
    assert_string_equal(one->columns[EVENT_outcome_by], "person");
    assert_string_equal(one->columns[EVENT_channel], "phone");
    assert_string_equal(one->service_outcome_account, "need_met");
    assert_string_equal(person_at(world, "p1", 100).events[0].columns[EVENT_outcome_by], "service");
}

static void what_one_account_keeps_private_no_other_shows(void **state)
{
    static const struct {
        const char *service, *person, *stands;
    } rows[] = {{"learning", "person_only", "person_only"},
                {"person_only", "learning", "person_only"},
                {"learning", "person+coach", "person+coach"},
                {"person+coach", "person_only", "person_only"},
                {"learning", "learning", "learning"}};
    struct world *world = *state;
    begin(world, 100);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *id = arena_format(world->arena, "e%zu", i);
        event(world, "p1", id, "2024-03-01", "contact",
              arena_format(world->arena, "outcome_by=service visibility=%s", rows[i].service));
        event(world, "p1", id, "2024-03-01", "contact",
              arena_format(world->arena, "outcome_by=person visibility=%s", rows[i].person));
    }
    end(world);
    struct stored_person person = person_at(world, "p1", 100);
    assert_int_equal(person.event_count, sizeof rows / sizeof *rows);
    for (size_t i = 0; i < person.event_count; i++)
        assert_string_equal(person.events[i].columns[EVENT_visibility], rows[i].stands);
}

static void both_accounts_stand_without_an_id_too(void **state)
{
    struct world *world = *state;
    begin(world, 100);
    event(world, "p1", NULL, "2024-03-01", "contact", "outcome=need_met outcome_by=service");
    event(world, "p1", NULL, "2024-03-01", "contact", "outcome=made_worse outcome_by=person");
    end(world);
    assert_int_equal(person_at(world, "p1", 100).event_count, 2); /* nobody said they are one */
}

static void the_kth_equal_row_without_an_id_is_the_kth_event(void **state)
{
    struct world *world = *state;
    begin(world, 100);
    event(world, "p1", NULL, "2024-03-01", "contact", "");
    event(world, "p1", NULL, "2024-03-01", "contact", "");
    event(world, "p1", NULL, "2024-03-01", "contact", "channel=phone");
    struct import_result result = end(world);
    assert_sum(&result, 3, 0, 0, 0);
    begin(world, 101); /* a longer extract */
    event(world, "p1", NULL, "2024-03-01", "contact", "channel=phone");
    event(world, "p1", NULL, "2024-03-01", "contact", "");
    event(world, "p1", NULL, "2024-03-01", "contact", "");
    event(world, "p1", NULL, "2024-03-01", "contact", "");
    result = end(world);
    assert_sum(&result, 1, 0, 3, 0);
    assert_string_equal(ask(world, "SELECT k, channel FROM event_now ORDER BY channel, k"),
                        "1|\n2|\n3|\n1|phone");
}

static void events_without_an_id_have_names_that_stay(void **state)
{
    struct world *world = *state;
    void *other_state;
    set_up(&other_state);
    struct world *other = other_state;
    begin(world, 100);
    event(world, "p1", NULL, "2024-03-01", "contact", "worker=anna");
    event(world, "p1", NULL, "2024-03-01", "contact", "worker=anna");
    end(world);
    begin(other, 100);
    event(other, "p1", NULL, "2024-02-01", "request", "");
    end(other);
    begin(other, 120);
    event(other, "p1", NULL, "2024-03-01", "contact", "worker=anna");
    event(other, "p1", NULL, "2024-03-01", "contact", "worker=anna");
    end(other);
    struct stored_person one = person_at(world, "p1", 200), two = person_at(other, "p1", 200);
    assert_int_equal(one.event_count, 2);
    assert_int_equal(two.event_count, 3);
    assert_int_equal(strlen(one.events[0].id), 12);
    assert_string_not_equal(one.events[0].id, one.events[1].id);
    assert_string_equal(one.events[0].id, two.events[1].id);
    assert_string_equal(one.events[1].id, two.events[2].id);
    tear_down(&other_state);
}

static void workers_become_tokens_that_differ_from_person_to_person(void **state)
{
    struct world *world = *state;
    begin(world, 100);
    event(world, "p1", "e1", "2024-03-01", "contact", "worker=anna;ben");
    event(world, "p1", "e2", "2024-03-02", "contact", "worker=ben");
    event(world, "p2", "e3", "2024-03-02", "contact", "worker=ben");
    event(world, "p3", "e4", "2024-03-02", "contact", "");
    end(world);
    struct stored_person p1 = person_at(world, "p1", 200), p2 = person_at(world, "p2", 200);
    const char *both = p1.events[0].columns[EVENT_worker];
    const char *ben = p1.events[1].columns[EVENT_worker];
    assert_int_equal(strlen(both), 33);
    assert_string_equal(both + 17, ben);
    assert_string_not_equal(ben, p2.events[0].columns[EVENT_worker]);
    assert_string_equal(ask(world, "SELECT ref, sealed IS NOT NULL FROM reference ORDER BY ref"),
                        "p1|1\np2|1\np3|0");
    begin(world, 101);
    event(world, "p1", "e1", "2024-03-01", "contact", "worker=anna;ben");
    struct import_result result = end(world);
    assert_sum(&result, 0, 0, 1, 0);
}

static void a_withdrawn_event_is_left_out_of_every_day(void **state)
{
    struct world *world = *state;
    begin(world, 100);
    event(world, "p1", "e1", "2024-03-01", "contact", "");
    event(world, "p1", "e2", "2024-03-02", "contact", "");
    end(world);
    assert_int_equal(person_at(world, "p1", 100).event_count, 2);
    begin(world, 110);
    event(world, "p1", "e1", "2024-03-01", "contact", "withdrawn=2024-04-01");
    end(world);
    struct stored_person earlier = person_at(world, "p1", 100);
    assert_int_equal(earlier.event_count, 1);
    assert_string_equal(earlier.events[0].id, "e2");
}

/* --- order of import -------------------------------------------------------------------------- */

static void first_file(struct world *world)
{
    begin(world, 100);
    event(world, "p1", "e1", "2024-03-01", "contact", "purpose=housing");
    event(world, "p1", NULL, "2024-03-05", "request", "");
    end(world);
}

static void second_file(struct world *world)
{
    begin(world, 110);
    event(world, "p1", "e1", "2024-03-02", "contact", "purpose=money");
    event(world, "p1", NULL, "2024-03-05", "request", "");
    event(world, "p1", NULL, "2024-03-05", "request", "");
    event(world, "p2", "e9", "2024-03-05", "request", "outcome=need_met outcome_by=person");
    end(world);
}

static void two_files_give_the_same_events_in_either_order(void **state)
{
    struct world *world = *state;
    void *other_state;
    set_up(&other_state);
    struct world *other = other_state;
    first_file(world);
    second_file(world);
    second_file(other);
    first_file(other);
    assert_string_equal(ask(world, NOW), ask(other, NOW));
    assert_non_null(strstr(ask(world, NOW), "p1|e1|1|2024-03-02|contact|||money"));
    tear_down(&other_state);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(an_event_with_the_same_id_and_fields_is_known),
        TEST(other_fields_under_an_id_are_a_correction_and_both_stay),
        TEST(two_rows_of_a_file_that_give_an_event_differently_are_set_aside),
        TEST(another_author_of_the_outcome_is_a_second_account),
        TEST(the_kth_equal_row_without_an_id_is_the_kth_event),
        TEST(events_without_an_id_have_names_that_stay),
        TEST(workers_become_tokens_that_differ_from_person_to_person),
        TEST(a_withdrawn_event_is_left_out_of_every_day),
        TEST(two_files_give_the_same_events_in_either_order),
        cmocka_unit_test_setup_teardown(what_one_account_keeps_private_no_other_shows, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(both_accounts_stand_without_an_id_too, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
