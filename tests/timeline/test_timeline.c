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
    static const struct stored_collects collects[] = {{"Saltmere", "contact", 0, DAY_LAST},
                                                      {"Elsewhere", "crisis", 5, DAY_LAST},
                                                      {NULL, "refusal", 7, DAY_LAST}};
    struct timeline_frame frame = {as_of, collects, 3};
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
    } rows[] = {{"2024-02-10", "month", 19754, 19782},
                {"2024-02-10", "quarter", 19723, 19813},
                {"2024-02-10", "year", 19723, 20088},
                {"2024-02-10", "day", 19763, 19763},
                {"2024-02-10", NULL, 19763, 19763},
                {"2024-02", NULL, 19754, 19782},
                {"2024-02-10", "unknown", DAY_FIRST, DAY_LAST}};
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
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
