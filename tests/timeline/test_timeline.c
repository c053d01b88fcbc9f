/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "timeline/timeline.h"

/* A made-up person, filled by hand as the store would. */
struct made {
    struct arena *arena;
    struct stored_person stored;
    struct stored_event events[8];
    struct stored_person_row rows[4];
    struct stored_administration administrations[2];
    struct record record;
};

static const char **columns(struct made *made, size_t count)
{
    return arena_array(made->arena, count, sizeof(const char *));
}

static const char **add_event(struct made *made, const char *date, const char *kind)
{
    struct stored_event *event = &made->events[made->stored.event_count++];
    *event = (struct stored_event){
        .id = kind, .date = date, .kind = kind, .columns = columns(made, EVENT_COLUMN_COUNT)};
    made->stored.events = made->events;
    return event->columns;
}

static const char **add_row(struct made *made, day from, const char *area)
{
    struct stored_person_row *row = &made->rows[made->stored.row_count++];
    *row = (struct stored_person_row){from, area, columns(made, person_column_count)};
    made->stored.rows = made->rows;
    return row->columns;
}

static size_t column(const char *name)
{
    for (size_t i = 0; i < person_column_count; i++)
        if (strcmp(person_column[i].name, name) == 0)
            return i;
    fail_msg("no column %s", name);
    return 0;
}

static const struct record *fill(struct made *made, day as_of)
{
    static const struct stored_collects collects[] = {{"Saltmere", "contact", 0, DAY_LAST, true},
                                                      {"Elsewhere", "crisis", 5, DAY_LAST, true},
                                                      {NULL, "refusal", 7, DAY_LAST, false}};
    static const struct stored_service services[] = {
        {"food", "food_bank", "whole_community", NULL, NULL, "open_door", "The food bank"},
        {"hostel", "hostel", "crisis", "move_on", "90", NULL, NULL}};
    struct timeline_frame frame = {.as_of = as_of,
                                   .collects = collects,
                                   .collects_count = 3,
                                   .services = services,
                                   .service_count = 2};
    timeline_place(&frame, made->arena);
    timeline_fill(&made->stored, &frame, made->arena, &made->record);
    return &made->record;
}

static int set_up(void **state)
{
    static struct made made;
    made = (struct made){.arena = arena_new(), .stored = {.number = 1, .ref = "p001"}};
    *state = &made;
    return 0;
}

static int tear_down(void **state)
{
    arena_free(((struct made *)*state)->arena);
    return 0;
}

static void precision_widens_a_date(void **state)
{
    static const struct {
        const char *date, *precision;
        day low, high;
    } rows[] = {
        {"2024-02-10", "month", 19754, 19782},   {"2024-02-10", "quarter", 19723, 19813},
        {"2024-02-10", "year", 19723, 20088},    {"2024-02-10", "day", 19763, 19763},
        {"2024-02-10", NULL, 19763, 19763},      {"2024-02", NULL, 19754, 19782},
        {"2024-Q2", "month", 19814, 19904}, /* the date is wider than it is said to be */
        {"2024", "quarter", 19723, 20088},       {"2024", "month", 19723, 20088},
        {"2024-12-31", "quarter", 19997, 20088}, {"2024-02-10", "unknown", DAY_FIRST, DAY_LAST}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        tear_down(state);
        set_up(state);
        struct made *made = *state;
        add_event(made, rows[i].date, "contact")[EVENT_precision] = rows[i].precision;
        const struct record *record = fill(made, 30000);
        assert_int_equal(record->events[0].begin.low, rows[i].low);
        assert_int_equal(record->events[0].begin.high, rows[i].high);
    }
}

static void observation_runs_from_the_first_record_to_the_as_of_day(void **state)
{
    struct made *made = *state;
    add_event(made, "2024-03-01", "contact");
    made->administrations[0] =
        (struct stored_administration){.date = day_of(2024, 2, 1), .time = -1};
    made->administrations[1] = (struct stored_administration){.place = 1, .time = -1};
    made->stored.administrations = made->administrations;
    made->stored.administration_count = 2;
    const struct record *record = fill(made, day_of(2024, 6, 1));
    assert_int_equal(record->observed_count, 1);
    assert_int_equal(record->observed[0].from, day_of(2024, 2, 1));
    assert_int_equal(record->observed[0].until, day_of(2024, 6, 1));
}

static void since_until_death_and_gaps_bound_observation(void **state)
{
    struct made *made = *state;
    const char **row = add_row(made, DAY_FIRST, "Saltmere");
    row[column("since")] = "2024-01-01";
    row[column("until")] = "2024-12-31";
    add_event(made, "2024-03-01", "not_observed")[EVENT_until] = "2024-03-31";
    add_event(made, "2024-09-01", "death");
    const struct record *record = fill(made, day_of(2025, 6, 1));
    assert_int_equal(record->observed_count, 2);
    assert_int_equal(record->observed[0].from, day_of(2024, 1, 1));
    assert_int_equal(record->observed[0].until, day_of(2024, 2, 29));
    assert_int_equal(record->observed[1].from, day_of(2024, 4, 1));
    assert_int_equal(record->observed[1].until, day_of(2024, 9, 1));
}

static void of_a_day_that_is_not_exact_only_what_is_sure_is_observed(void **state)
{
    struct made *made = *state;
    add_event(made, "2024-03", "contact");
    add_event(made, "2024-03-01", "crisis")[EVENT_precision] = "unknown";
    assert_int_equal(fill(made, day_of(2024, 6, 1))->observed[0].from, day_of(2024, 3, 31));
    const char **row = add_row(made, DAY_FIRST, NULL);
    row[column("since")] = "2023";
    row[column("until")] = "2024-05";
    const struct record *record = fill(made, day_of(2024, 6, 1));
    assert_int_equal(record->observed[0].from, day_of(2023, 12, 31));
    assert_int_equal(record->observed[0].until, day_of(2024, 5, 1));
}

static void an_end_alone_does_not_lengthen_what_was_observed(void **state)
{
    struct made *made = *state;
    const char **end = add_event(made, "2024-03-01", "institution");
    end[EVENT_edge] = "end";
    const struct record *record = fill(made, day_of(2024, 6, 1));
    assert_int_equal(record->events[0].begin.low, DAY_FIRST);
    assert_int_equal(record->observed_count, 1);
    assert_int_equal(record->observed[0].from, day_of(2024, 3, 1));
}

static void who_took_back_being_accompanied_is_not_observed_meanwhile(void **state)
{
    struct made *made = *state;
    struct days alone[] = {{day_of(2024, 2, 1), day_of(2024, 2, 29)},
                           {day_of(2024, 4, 2), DAY_LAST}};
    add_event(made, "2024-01-01", "contact");
    made->stored.alone = alone;
    made->stored.alone_count = 2;
    const struct record *record = fill(made, day_of(2024, 6, 1));
    assert_int_equal(record->observed_count, 2);
    assert_int_equal(record->observed[0].until, day_of(2024, 1, 31));
    assert_int_equal(record->observed[1].from, day_of(2024, 3, 1));
    assert_int_equal(record->observed[1].until, day_of(2024, 4, 1));
    record = fill(made, day_of(2024, 2, 10));
    assert_int_equal(record->observed_count, 1);
    assert_int_equal(record->observed[0].until, day_of(2024, 1, 31));
}

static void since_of_a_row_still_to_come_does_not_hold_yet(void **state)
{
    struct made *made = *state;
    add_row(made, DAY_FIRST, "Saltmere")[column("since")] = "2024-01-01";
    add_row(made, day_of(2025, 1, 1), NULL)[column("since")] = "2024-12-01";
    assert_int_equal(fill(made, day_of(2024, 6, 1))->observed[0].from, day_of(2024, 1, 1));
}

static void nothing_known_is_nothing_observed(void **state)
{
    struct made *made = *state;
    assert_int_equal(fill(made, 30000)->observed_count, 0);
}

static void what_is_collected_is_that_of_the_own_area(void **state)
{
    struct made *made = *state;
    assert_int_equal(fill(made, 30000)->collected_count, 1); /* nobody's area: refusal */
    assert_string_equal(made->record.collected[0].kind, "refusal");
    add_row(made, DAY_FIRST, "Saltmere");
    assert_int_equal(fill(made, 30000)->collected_count, 1);
    assert_string_equal(made->record.collected[0].kind, "contact");
}

static void what_is_collected_is_that_of_the_area_they_were_in_then(void **state)
{
    struct made *made = *state;
    add_row(made, DAY_FIRST, "Saltmere");
    add_row(made, 100, "Elsewhere");
    const struct record *record = fill(made, 30000);
    assert_true(record_is_collected(record, "contact", 50, 99));
    assert_false(record_is_collected(record, "contact", 50, 100));
    assert_true(record_is_collected(record, "crisis", 100, 200));
    assert_false(record_is_collected(record, "crisis", 99, 200));
    assert_true(record_is_collected(fill(made, 99), "contact", 50, 99)); /* the move is to come */
}

static const struct record *fill_at(struct made *made, const char *area)
{
    /* Ward within Town within County; Loop is within itself by way of Ring. */
    static const struct stored_area areas[] = {
        {"County", NULL}, {"Loop", "Ring"}, {"Ring", "Loop"}, {"Town", "County"}, {"Ward", "Town"}};
    static const struct stored_collects collects[] = {
        {"Ward", "contact", 30, DAY_LAST, false}, {"Ward", "plan", 40, DAY_LAST, false},
        {"Town", "refusal", 50, DAY_LAST, false}, {"County", "contact", 10, DAY_LAST, true},
        {"County", "crisis", 10, DAY_LAST, true}, {"Town", "crisis", 20, 60, true},
        {"Town", "crisis", 61, 70, true},         {"Ring", "goal", 5, DAY_LAST, true}};
    struct timeline_frame frame = {
        .as_of = 30000, .areas = areas, .area_count = 5, .collects = collects, .collects_count = 8};
    made->rows[0].area = area;
    timeline_place(&frame, made->arena);
    timeline_fill(&made->stored, &frame, made->arena, &made->record);
    return &made->record;
}

static void what_a_file_says_of_an_area_holds_for_its_parts(void **state)
{
    struct made *made = *state;
    add_row(made, DAY_FIRST, "Ward");
    const struct record *record = fill_at(made, "Ward");
    assert_true(record_is_collected(record, "contact", 10, 20)); /* said of the county */
    assert_false(record_is_collected(record, "contact", 9, 20));
    assert_false(record_is_collected(record, "crisis", 15, 25)); /* the town is nearer */
    assert_true(record_is_collected(record, "crisis", 20, 70));
    assert_false(record_is_collected(record, "crisis", 20, 71));
    assert_true(record_is_collected(record, "plan", 40, 50));     /* seen there */
    assert_false(record_is_collected(record, "refusal", 50, 60)); /* seen in the town only */
    assert_true(record_is_collected(fill_at(made, "Town"), "refusal", 50, 60));
    assert_true(record_is_collected(fill_at(made, "County"), "crisis", 15, 99));
    assert_true(record_is_collected(fill_at(made, "Loop"), "goal", 5, 9));
    assert_int_equal(fill_at(made, "Nowhere")->collected_count, 0);
}

static const char *taken(const struct record *record, size_t event, enum taken_field field)
{
    const char *says = record->events[event].taken[field];
    return says ? says : "";
}

static void an_event_takes_what_the_services_file_says_of_its_service(void **state)
{
    struct made *made = *state;
    add_event(made, "2024-01-01", "contact")[EVENT_service] = "hostel";
    const char **referral = add_event(made, "2024-01-02", "referral");
    referral[EVENT_service] = referral[EVENT_from] = "hostel";
    referral[EVENT_to] = "food";
    add_event(made, "2024-01-03", "referral")[EVENT_service] = "hostel";
    add_event(made, "2024-01-04", "contact")[EVENT_service] = "unheard";
    const struct record *record = fill(made, 30000);
    assert_string_equal(taken(record, 0, TAKEN_service_type), "hostel");
    assert_string_equal(taken(record, 0, TAKEN_ring), "crisis");
    assert_string_equal(taken(record, 0, TAKEN_service_purpose), "move_on");
    assert_string_equal(taken(record, 0, TAKEN_stated_days), "90");
    assert_string_equal(taken(record, 0, TAKEN_access_mode), "");
    assert_string_equal(taken(record, 1, TAKEN_service_type), "food_bank");
    assert_string_equal(taken(record, 1, TAKEN_access_mode), "open_door");
    assert_string_equal(taken(record, 2, TAKEN_service_type), ""); /* where it went is not known */
    assert_string_equal(taken(record, 3, TAKEN_service_type), "");
}

static void a_service_is_called_by_its_title_where_one_is_known(void **state)
{
    (void)state;
    static const struct stored_service services[] = {{.service = "food", .title = "The food bank"},
                                                     {.service = "hostel"}};
    const struct timeline_frame frame = {.services = services, .service_count = 2};
    assert_string_equal(timeline_title(&frame, "service", "food"), "The food bank");
    assert_string_equal(timeline_title(&frame, "from", "food"), "The food bank");
    assert_string_equal(timeline_title(&frame, "to", "food"), "The food bank");
    assert_null(timeline_title(&frame, "need", "food"));
    assert_null(timeline_title(&frame, "service", "hostel"));
    assert_null(timeline_title(&frame, "service", "unheard"));
    assert_null(timeline_title(&frame, "service", NULL));
}

static void a_channel_is_preferred_by_what_they_had_said_then(void **state)
{
    static const struct {
        const char *date, *channel, *preferred;
    } rows[] = {{"2023-12-31", "text", ""},     {"2024-01-01", "text", "yes"},
                {"2024-01-02", "video", "yes"}, {"2024-01-03", "phone", "no"},
                {"2024-01-04", "unknown", ""},  {"2024-01-05", NULL, ""},
                {"2024-02", "phone", "yes"},    {"2024", "text", ""}};
    struct made *made = *state;
    add_row(made, DAY_FIRST, "Saltmere");
    add_row(made, day_of(2024, 1, 1), NULL)[column("contact_preference")] = "text;video";
    add_row(made, day_of(2024, 2, 1), NULL)[column("contact_preference")] = "phone;in_person";
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        made->stored.event_count = 0;
        add_event(made, rows[i].date, "contact")[EVENT_channel] = rows[i].channel;
        assert_string_equal(taken(fill(made, 30000), 0, TAKEN_preferred), rows[i].preferred);
    }
}

static void the_services_own_account_stands_beside_the_outcome(void **state)
{
    struct made *made = *state;
    const char **event = add_event(made, "2024-01-01", "contact");
    event[EVENT_outcome] = "nothing_changed";
    event[EVENT_outcome_by] = "person";
    made->events[0].service_outcome_account = "need_met";
    assert_string_equal(fill(made, 30000)->events[0].field[EVENT_service_outcome], "need_met");
    event[EVENT_service_outcome] = "closed-3";
    assert_string_equal(fill(made, 30000)->events[0].field[EVENT_service_outcome], "closed-3");
}

static void a_move_and_a_later_word_hold_from_their_day(void **state)
{
    struct made *made = *state;
    add_row(made, DAY_FIRST, "Saltmere")[column("shares")] = "yes";
    add_row(made, 20000, "Elsewhere");
    add_row(made, 21000, NULL)[column("shares")] = "no";
    assert_string_equal(timeline_area(&made->stored, 19999), "Saltmere");
    assert_string_equal(timeline_area(&made->stored, 20000), "Elsewhere");
    assert_string_equal(timeline_area(&made->stored, 22000), "Elsewhere");
    assert_false(timeline_shares(&made->stored));
    made->stored.row_count = 2;
    assert_true(timeline_shares(&made->stored));
    made->stored.row_count = 0;
    assert_false(timeline_shares(&made->stored)); /* who never said yes is not counted */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(precision_widens_a_date, set_up, tear_down),
        cmocka_unit_test_setup_teardown(observation_runs_from_the_first_record_to_the_as_of_day,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(since_until_death_and_gaps_bound_observation, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(nothing_known_is_nothing_observed, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_is_collected_is_that_of_the_own_area, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_move_and_a_later_word_hold_from_their_day, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(of_a_day_that_is_not_exact_only_what_is_sure_is_observed,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(an_end_alone_does_not_lengthen_what_was_observed, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(who_took_back_being_accompanied_is_not_observed_meanwhile,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(since_of_a_row_still_to_come_does_not_hold_yet, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(what_is_collected_is_that_of_the_area_they_were_in_then,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_a_file_says_of_an_area_holds_for_its_parts, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(an_event_takes_what_the_services_file_says_of_its_service,
                                        set_up, tear_down),
        cmocka_unit_test(a_service_is_called_by_its_title_where_one_is_known),
        cmocka_unit_test_setup_teardown(a_channel_is_preferred_by_what_they_had_said_then, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(the_services_own_account_stands_beside_the_outcome, set_up,
                                        tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
