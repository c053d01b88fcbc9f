/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Goals, notes, consents, services, areas, what is collected, and answers about an area. */
#include "ground/clock.h"
#include "store/store_test.h"

static void a_row_is_known_by_its_key_and_merged_cell_by_cell(void **state)
{
    struct world *world = *state;
    begin(world, 100);
    small_row(world, ROW_SERVICE, NULL, "service=Food bank|type=food_bank");
    struct import_result first = end(world);
    assert_sum(&first, 1, 0, 0, 0);
    begin(world, 101);
    small_row(world, ROW_SERVICE, NULL, "service=Food bank|type=food_bank");
    struct import_result again = end(world);
    assert_sum(&again, 0, 0, 1, 0);
    assert_string_equal(ask(world, "SELECT count(*) FROM import"), "1");
    begin(world, 102);
    small_row(world, ROW_SERVICE, NULL,
              "service=Food bank|type=food_bank|stated_days=14|title=Pantry");
    struct import_result more = end(world);
    assert_sum(&more, 1, 0, 0, 0);
    begin(world, 103);
    small_row(world, ROW_SERVICE, NULL, "service=Food bank|type=pantry");
    struct import_result corrected = end(world);
    assert_sum(&corrected, 0, 1, 0, 0);
    assert_string_equal(
        ask(world, "SELECT recorded, type, title, stated_days FROM service ORDER BY recorded"),
        "100|food_bank||\n102|food_bank|Pantry|14\n103|pantry|Pantry|14");
}

static void two_rows_that_differ_are_both_set_aside(void **state)
{
    struct world *world = *state;
    begin(world, 100);
    small_row(world, ROW_CONSENT, "p1", "date=2024-01-01|purpose=research|given=yes");
    small_row(world, ROW_CONSENT, "p1", "date=2024-01-01|purpose=research|given=no");
    small_row(world, ROW_CONSENT, "p1", "date=2024-01-01|purpose=quotes|given=no");
    struct import_result result = end(world);
    assert_sum(&result, 1, 0, 0, 2);
    assert_string_equal(
        result.asides[0].reason,
        "Two rows of this file give given differently for the same person, date and "
        "purpose. Keep the right one and import the file again");
    assert_string_equal(ask(world, "SELECT purpose, given FROM consent"), "quotes|no");
}

/* --- consent ---------------------------------------------------------------------------------- */

static void counted(struct world *world, int64_t all, int64_t sharing)
{
    struct fault fault = {0};
    int64_t people, shared;
    must(store_count_people(world->store, &people, &shared, &fault), &fault);
    assert_int_equal(people, all);
    assert_int_equal(shared, sharing);
}

static const char *shares(struct world *world, const char *ref)
{
    struct fault fault = {0};
    struct stored_person person;
    size_t i = 0;
    must(store_person(world->store, ref, 40000, world->arena, &person, &fault), &fault);
    while (strcmp(person_column[i].name, "shares") != 0)
        i++;
    const char *said = person.row_count ? person.rows[0].columns[i] : NULL;
    return said ? said : "nothing";
}

static void consent_to_learning_and_shares_are_one_rule(void **state)
{
    struct world *world = *state;
    begin(world, 100);
    person_row(world, "p1", "Northwick", "2024-01-01", "shares=yes");
    person_row(world, "p2", "Northwick", "2024-01-01", "shares=yes");
    person_row(world, "p3", "Northwick", NULL, "");
    person_row(world, "p4", "Northwick", NULL, "shares=no");
    person_row(world, "p5", "Northwick", "2999-01-01", "shares=yes");
    end(world);
    counted(world, 5, 2);
    assert_string_equal(shares(world, "p5"), "nothing"); /* that day has not come */
    begin(world, 101);
    small_row(world, ROW_CONSENT, "p1", "date=2024-06-01|purpose=learning|given=no");
    small_row(world, ROW_CONSENT, "p2", "date=2024-06-01|purpose=coaching|given=no");
    small_row(world, ROW_CONSENT, "p3", "date=2024-06-01|purpose=learning|given=yes");
    small_row(world, ROW_CONSENT, "p4",
              "date=2024-06-01|purpose=learning|given=yes|until=2024-07-01");
    end(world);
    counted(world, 5, 2);
    assert_string_equal(shares(world, "p1"), "no");
    assert_string_equal(shares(world, "p2"), "yes");
    assert_string_equal(shares(world, "p3"), "yes");
    assert_string_equal(shares(world, "p4"), "no"); /* its end has passed */
}

static void consent_holds_through_its_last_day(void **state)
{
    struct world *world = *state;
    begin(world, 100);
    for (int i = 0; i < 2; i++)
        small_row(world, ROW_CONSENT, i ? "yesterday" : "today",
                  arena_format(world->arena, "date=2024-01-01|purpose=learning|given=yes|until=%s",
                               day_text(world->arena, clock_today() - i)));
    end(world);
    counted(world, 2, 1);
    assert_string_equal(shares(world, "today"), "yes");
}

static void of_yes_and_no_on_one_day_the_no_stands(void **state)
{
    struct world *world = *state;
    begin(world, 100);
    person_row(world, "p1", "Northwick", "2024-01-01", "shares=yes");
    end(world);
    begin(world, 100);
    small_row(world, ROW_CONSENT, "p1", "date=2024-01-01|purpose=learning|given=no");
    end(world);
    counted(world, 1, 0);
    assert_string_equal(shares(world, "p1"), "no");
}

/* --- goals ------------------------------------------------------------------------------------ */

static void use_gas(struct world *world)
{
    struct fault fault = {0};
    struct stored_plugin gas = {.kind = "instrument",
                                .id = "gas",
                                .version = "1",
                                .pin = "p",
                                .fingerprint = "f",
                                .source = "return {}",
                                .items = "goal"};
    must(store_use_plugin(world->store, &gas, "t", &fault), &fault);
}

static void a_days_goals_by_one_rater_are_one_administration(void **state)
{
    struct world *world = *state;
    begin(world, 100);
    use_gas(world);
    small_row(world, ROW_GOAL, "p1",
              "date=2024-03-01|goal=music|instrument=gas|version=1|rating=2|words=Play again");
    small_row(
        world, ROW_GOAL, "p1",
        "date=2024-03-01|goal=home|instrument=gas|version=1|rating=1|weight=3|mode=interview");
    small_row(world, ROW_GOAL, "p1", "date=2024-03-01|goal=sister|instrument=gas|version=1");
    small_row(world, ROW_GOAL, "p1",
              "date=2024-03-01|goal=home|instrument=gas|version=1|rating=-1|by=coach");
    small_row(world, ROW_GOAL, "p1", "date=2024-03-01|goal=walk|rating=7|status=active");
    struct import_result result = end(world);
    assert_sum(&result, 5, 0, 0, 0);
    assert_string_equal(
        ask(world, "SELECT person, date, by, tokens FROM administration_now ORDER BY by"),
        "p1|2024-03-01|coach|home:-1\np1|2024-03-01|person|home:1@3 music:2 sister:-");
    assert_string_equal(ask(world, "SELECT item, answer FROM answer WHERE by = 'person'"),
                        "goal|home:1@3\ngoal|music:2\ngoal|sister:-");
    begin(world, 120);
    use_gas(world);
    small_row(world, ROW_GOAL, "p1",
              "date=2024-03-01|goal=sister|instrument=gas|version=1|rating=0");
    result = end(world);
    assert_sum(&result, 1, 0, 0, 0);
    assert_string_equal(ask(world, "SELECT tokens FROM administration_now WHERE by = 'person'"),
                        "home:1@3 music:2 sister:0");
    begin(world, 120);
    use_gas(world);
    small_row(world, ROW_GOAL, "p1",
              "date=2024-03-01|goal=sister|instrument=gas|version=1|rating=0");
    result = end(world);
    assert_sum(&result, 0, 0, 1, 0);
    assert_string_equal(ask(world, "SELECT count(*) FROM administration"), "3");
}

static void goals_recorded_earlier_stand_beside_later_ones(void **state)
{
    static const struct {
        day recorded;
        const char *goal;
    } imports[] = {{200, "goal=home|rating=1"},
                   {100, "goal=music|rating=2"},
                   {300, "goal=home|rating=0"},
                   {150, "goal=walk|rating=-1"}};
    struct world *world = *state;
    for (size_t i = 0; i < 4; i++) {
        begin(world, imports[i].recorded);
        use_gas(world);
        small_row(world, ROW_GOAL, "p1",
                  arena_format(world->arena, "date=2024-03-01|instrument=gas|version=1|%s",
                               imports[i].goal));
        end(world);
    }
    static const struct {
        day as_of;
        const char *tokens;
    } stood[] = {{100, "music:2"},
                 {150, "music:2 walk:-1"},
                 {200, "home:1 music:2 walk:-1"},
                 {400, "home:0 music:2 walk:-1"}};
    for (size_t i = 0; i < 4; i++) {
        struct fault fault = {0};
        struct stored_person person;
        must(store_person(world->store, "p1", stood[i].as_of, world->arena, &person, &fault),
             &fault);
        assert_int_equal(person.administration_count, 1);
        assert_string_equal(person.administrations[0].tokens, stood[i].tokens);
    }
}

static void gas_answers(struct world *world, const char *goals)
{
    struct fault fault = {0};
    int64_t gas = strtoll(ask(world, "SELECT plugin FROM plugin WHERE id = 'gas'"), NULL, 10);
    struct import_answers row = {.line = ++world->line,
                                 .ref = "p1",
                                 .instrument = gas,
                                 .date = 19783, /* 2024-03-01 */
                                 .time = -1,
                                 .item_count = 1,
                                 .count = 1,
                                 .tokens = &goals,
                                 .id = world->source_id};
    must(store_import_answers(world->import, &row, &fault), &fault);
}

static void goals_of_both_kinds_of_files_stand_beside_each_other(void **state)
{
    struct world *world = *state;
    begin(world, 100);
    use_gas(world);
    end(world);
    begin(world, 101);
    use_gas(world);
    small_row(world, ROW_GOAL, "p1", "date=2024-03-01|goal=walk|instrument=gas|version=1|rating=0");
    end(world);
    begin(world, 102);
    gas_answers(world, "home:1 music:2");
    struct import_result result = end(world);
    assert_int_equal(result.sum.in, 0);
    assert_string_equal(ask(world, "SELECT tokens FROM administration_now"),
                        "home:1 music:2 walk:0");
    begin(world, 103);
    use_gas(world);
    small_row(world, ROW_GOAL, "p1",
              "date=2024-03-01|goal=choir|instrument=gas|version=1|rating=-1");
    end(world);
    assert_string_equal(ask(world, "SELECT tokens FROM administration_now"),
                        "choir:-1 home:1 music:2 walk:0");
}

/* --- areas ------------------------------------------------------------------------------------ */

static void once_there_is_a_file_of_areas_others_are_not_made(void **state)
{
    struct world *world = *state;
    begin(world, 100);
    person_row(world, "p1", "Eastfield", NULL, "");
    struct import_result before = end(world);
    assert_int_equal(before.new_area_count, 1);
    begin(world, 101);
    small_row(world, ROW_AREA, NULL, "area=Northwick");
    small_row(world, ROW_AREA, NULL, "area=Harbour|within=Northwick");
    struct import_result areas = end(world);
    assert_sum(&areas, 2, 0, 0, 0);
    begin(world, 102);
    person_row(world, "p2", "Harbor", NULL, "");
    person_row(world, "p3", "Harbour", NULL, "");
    small_row(world, ROW_COLLECTS, NULL, "area=Nowhere|kind=contact|since=2024-01-01");
    struct import_result after = end(world);
    assert_sum(&after, 1, 0, 0, 2);
    assert_int_equal(after.new_area_count, 0);
    for (size_t i = 0; i < 2; i++) {
        assert_non_null(strstr(after.asides[i].reason, "column area: There is no area"));
        assert_non_null(
            strstr(after.asides[i].reason, ". Mend the name, or add it to a file of areas first"));
    }
    assert_non_null(strstr(after.asides[0].reason, "The nearest is \"Harbour\""));
    assert_string_equal(ask(world, "SELECT ref FROM reference ORDER BY 1"), "p1\np3");
}

static void an_area_is_never_within_itself(void **state)
{
    struct world *world = *state;
    begin(world, 100);
    small_row(world, ROW_AREA, NULL, "area=Ward|within=Northwick");
    small_row(world, ROW_AREA, NULL, "area=Northwick|within=Northwick");
    struct import_result own = end(world);
    assert_sum(&own, 1, 0, 0, 1);
    begin(world, 101);
    small_row(world, ROW_AREA, NULL, "area=Northwick|within=Ward");
    struct import_result circle = end(world);
    assert_sum(&circle, 0, 0, 0, 1);
    assert_non_null(strstr(circle.asides[0].reason, "lies within"));
}

static void what_is_said_to_be_collected_replaces_what_is_seen(void **state)
{
    struct world *world = *state;
    struct fault fault = {0};
    struct stored_collects *rows;
    struct text all = {0};
    size_t count;
    begin(world, 100);
    person_row(world, "p1", "Northwick", NULL, "");
    event(world, "p1", NULL, "2024-05-01", "contact", "");
    event(world, "p1", NULL, "2024-05-02", "refusal", "");
    small_row(world, ROW_COLLECTS, NULL,
              "area=Northwick|kind=contact|since=2024-01-01|until=2024-12-31");
    small_row(world, ROW_COLLECTS, NULL,
              "area=Northwick|kind=contact|since=2024-02-01|service_type=food_bank");
    end(world);
    must(store_collects(world->store, 40000, world->arena, &rows, &count, &fault), &fault);
    for (size_t i = 0; i < count; i++)
        if (*rows[i].kind)
            text_format(&all, "%s %s %d %d\n", rows[i].area, rows[i].kind, rows[i].since,
                        rows[i].until == DAY_LAST ? -1 : rows[i].until);
    assert_string_equal(all.bytes, "Northwick refusal 19845 -1\n"
                                   "Northwick contact 19723 20088\n"
                                   "Northwick contact service_type=food_bank 19754 -1\n");
    text_free(&all);
}

static void a_changed_service_touches_everybody(void **state)
{
    struct world *world = *state;
    begin(world, 100);
    person_row(world, "p1", "Northwick", NULL, "");
    person_row(world, "p2", "Northwick", NULL, "");
    end(world);
    ask(world, "DELETE FROM touched");
    begin(world, 101);
    small_row(world, ROW_SERVICE, NULL, "service=Food bank|type=food_bank");
    end(world);
    assert_string_equal(ask(world, "SELECT count(*) FROM touched"), "2");
}

/* --- answers about an area -------------------------------------------------------------------- */

static void about_area(struct world *world, const char *area, const char *seat, const char *sheet,
                       int together, const char *tokens)
{
    struct fault fault = {0};
    const char *cells[8], *word;
    size_t count = 0, length;
    while (text_word(&tokens, &word, &length))
        cells[count++] = arena_copy(world->arena, word, length);
    struct import_answers row = {.line = ++world->line,
                                 .area = area,
                                 .seat = seat,
                                 .sheet = sheet,
                                 .together = together,
                                 .instrument = world->q3,
                                 .date = 19800,
                                 .time = -1,
                                 .item_count = 3,
                                 .count = count,
                                 .tokens = cells};
    must(store_import_answers(world->import, &row, &fault), &fault);
}

static void an_area_is_answered_about_by_seats_that_are_no_people(void **state)
{
    struct world *world = *state;
    begin(world, 100);
    about_area(world, "Northwick", "citizens", NULL, 12, "1 2 -");
    about_area(world, "Northwick", "power", NULL, 0, "4 4 4");
    about_area(world, "Northwick", "citizens", "b", 0, "2 2 2");
    about_area(world, "Northwick", "citizens", "b", 0, "2 2 2");
    struct import_result result = end(world);
    assert_sum(&result, 3, 0, 1, 0);
    assert_int_equal(result.new_people, 0);
    assert_string_equal(ask(world, "SELECT person, area, seat, tokens FROM administration_now"
                                   " ORDER BY seat, tokens"),
                        "|Northwick|citizens|1 2 -\n|Northwick|citizens|2 2 2\n"
                        "|Northwick|power|4 4 4");
    assert_string_equal(ask(world, "SELECT together FROM administration WHERE together"), "12");
    assert_string_equal(ask(world, "SELECT count(*) FROM touched"), "0");
    counted(world, 0, 0);
    begin(world, 101);
    about_area(world, "Northwick", "citizens", NULL, 12, "1 3 -");
    result = end(world);
    assert_sum(&result, 0, 1, 0, 0);
}

/* --- the source's own key --------------------------------------------------------------------- */

static void the_same_id_elsewhere_is_a_correction(void **state)
{
    struct world *world = *state;
    begin(world, 100);
    world->source_id = "sheet 7";
    wide(world, "p1", 10, "1 2 3");
    end(world);
    begin(world, 101);
    wide(world, "p1", 10, "1 2 3");
    struct import_result again = end(world);
    assert_sum(&again, 0, 0, 1, 0);
    begin(world, 102);
    wide(world, "p1", 12, "1 2 4");
    struct import_result moved = end(world);
    assert_sum(&moved, 0, 1, 0, 0);
    assert_string_equal(ask(world, "SELECT date, tokens FROM administration_now"),
                        "1970-01-13|1 2 4");
    struct fault fault = {0};
    struct stored_person person;
    must(store_person(world->store, "p1", 200, world->arena, &person, &fault), &fault);
    assert_int_equal(person.administration_count, 1);
    must(store_person(world->store, "p1", 101, world->arena, &person, &fault), &fault);
    assert_int_equal(person.administrations[0].date, 10); /* as it was known then */
    assert_string_equal(ask(world, "SELECT id FROM administration_source"), "sheet 7\nsheet 7");
}

static void other_answers_may_stand_where_an_id_has_moved_away(void **state)
{
    struct world *world = *state;
    begin(world, 100);
    world->source_id = "sheet 7";
    wide(world, "p1", 10, "1 2 3");
    end(world);
    begin(world, 101);
    wide(world, "p1", 12, "1 2 4");
    world->source_id = NULL;
    wide(world, "p1", 10, "3 3 3");
    end(world);
    assert_string_equal(
        ask(world, "SELECT date, recorded, tokens FROM administration ORDER BY date, recorded"),
        "10|100|1 2 3\n10|101|3 3 3\n12|101|1 2 4");
}

static void one_id_for_two_administrations_of_a_file_sets_both_aside(void **state)
{
    struct world *world = *state;
    begin(world, 100);
    world->source_id = "sheet 7";
    wide(world, "p1", 10, "1 2 3");
    wide(world, "p1", 12, "1 2 4");
    world->source_id = "sheet 8";
    wide(world, "p1", 14, "1 2 4");
    struct import_result result = end(world);
    assert_sum(&result, 1, 0, 0, 2);
    assert_non_null(strstr(result.asides[0].reason, "column id: sheet 7 is the id of two"));
}

static void two_sheets_may_change_places(void **state)
{
    struct world *world = *state;
    begin(world, 100);
    world->source_id = "a";
    wide(world, "p1", 10, "1 1 1");
    world->source_id = "b";
    wide(world, "p1", 12, "2 2 2");
    end(world);
    begin(world, 101);
    world->source_id = "b";
    wide(world, "p1", 10, "2 2 2");
    world->source_id = "a";
    wide(world, "p1", 12, "1 1 1");
    end(world);
    assert_string_equal(ask(world, "SELECT date, tokens FROM administration_now ORDER BY date"),
                        "1970-01-11|2 2 2\n1970-01-13|1 1 1");
}

static void sheet_on(struct world *world, day recorded, const char *id, day date,
                     const char *tokens)
{
    begin(world, recorded);
    world->source_id = id;
    wide(world, "p1", date, tokens);
    end(world);
}

static const char *stands(struct world *world)
{
    return ask(world, "SELECT instrument, date, tokens FROM administration_now ORDER BY 1, 2");
}

static void ids_of_rows_are_no_ids_of_the_administration(void **state)
{
    static const char *const ids[] = {"r1", "r2", "r3"};
    struct world *world = *state;
    for (int again = 0; again < 2; again++) {
        begin(world, 100);
        for (size_t i = 0; i < 3; i++) {
            world->source_id = ids[i];
            item(world, "p1", 10, i, "2");
        }
        struct import_result result = end(world);
        assert_sum(&result, again ? 0 : 3, 0, again ? 3 : 0, 0);
    }
    assert_string_equal(stands(world), "q3|1970-01-11|2 2 2");
}

static void one_id_of_two_instruments_is_two_sheets(void **state)
{
    struct world *world = *state;
    sheet_on(world, 100, "1", 10, "1 1 1");
    begin(world, 101);
    use_gas(world);
    small_row(world, ROW_GOAL, "p1", "date=2024-03-01|goal=home|instrument=gas|version=1|rating=1");
    end(world);
    begin(world, 102);
    world->source_id = "1";
    gas_answers(world, "home:2");
    end(world);
    assert_string_equal(stands(world), "gas|2024-03-01|home:1\nq3|1970-01-11|1 1 1");
}

static void a_sheet_that_moves_back_stands_where_it_is(void **state)
{
    struct world *world = *state;
    sheet_on(world, 100, "k1", 10, "1 1 1");
    sheet_on(world, 101, "k1", 14, "1 1 1");
    sheet_on(world, 102, "k1", 10, "1 1 1");
    assert_string_equal(stands(world), "q3|1970-01-11|1 1 1");
    sheet_on(world, 103, "k1", 10, "1 1 1");
    assert_string_equal(ask(world, "SELECT count(*) FROM import"), "3");
}

static void a_move_that_comes_in_before_what_it_corrects_holds(void **state)
{
    struct world *world = *state;
    struct fault fault = {0};
    struct stored_person person;
    sheet_on(world, 102, "k1", 14, "1 1 2");
    sheet_on(world, 101, "k1", 10, "1 1 1"); /* recorded earlier, imported later */
    assert_string_equal(stands(world), "q3|1970-01-15|1 1 2");
    must(store_person(world->store, "p1", 101, world->arena, &person, &fault), &fault);
    assert_int_equal(person.administration_count, 1);
    assert_int_equal(person.administrations[0].date, 10);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(a_row_is_known_by_its_key_and_merged_cell_by_cell),
        TEST(two_rows_that_differ_are_both_set_aside),
        TEST(consent_to_learning_and_shares_are_one_rule),
        TEST(consent_holds_through_its_last_day),
        TEST(of_yes_and_no_on_one_day_the_no_stands),
        TEST(a_days_goals_by_one_rater_are_one_administration),
        TEST(goals_recorded_earlier_stand_beside_later_ones),
        TEST(goals_of_both_kinds_of_files_stand_beside_each_other),
        TEST(once_there_is_a_file_of_areas_others_are_not_made),
        TEST(an_area_is_never_within_itself),
        TEST(what_is_said_to_be_collected_replaces_what_is_seen),
        TEST(a_changed_service_touches_everybody),
        TEST(an_area_is_answered_about_by_seats_that_are_no_people),
        TEST(the_same_id_elsewhere_is_a_correction),
        TEST(other_answers_may_stand_where_an_id_has_moved_away),
        TEST(one_id_for_two_administrations_of_a_file_sets_both_aside),
        TEST(two_sheets_may_change_places),
        TEST(ids_of_rows_are_no_ids_of_the_administration),
        TEST(one_id_of_two_instruments_is_two_sheets),
        TEST(a_sheet_that_moves_back_stands_where_it_is),
        TEST(a_move_that_comes_in_before_what_it_corrects_holds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
