/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one person said and agreed to, as it stands on a day: notes, goals, consents, looks. */
#include "ground/clock.h"
#include "store/store_test.h"

enum { LATER = 40000 };

static struct stored_note *notes_on(struct world *world, day as_of, size_t *count)
{
    struct fault fault = {0};
    struct stored_note *notes;
    must(store_notes(world->store, "p1", as_of, world->arena, &notes, count, &fault), &fault);
    return notes;
}

static struct stored_goal *goals_on(struct world *world, day as_of, size_t *count)
{
    struct fault fault = {0};
    struct stored_goal *goals;
    must(store_goals(world->store, "p1", as_of, world->arena, &goals, count, &fault), &fault);
    return goals;
}

static struct stored_consent *consents_now(struct world *world, size_t *count)
{
    struct fault fault = {0};
    struct stored_consent *consents;
    must(store_consents(world->store, "p1", world->arena, &consents, count, &fault), &fault);
    return consents;
}

static struct stored_look *looks_before(struct world *world, day before, size_t *count)
{
    struct fault fault = {0};
    struct stored_look *looks;
    must(store_looks(world->store, "p1", before, world->arena, &looks, count, &fault), &fault);
    return looks;
}

static void look(struct world *world, const char *ref, day on, const char *what)
{
    struct fault fault = {0};
    must(store_look(world->store, &(struct look){ref, on, "command line", what}, &fault), &fault);
}

/* --- notes ------------------------------------------------------------------------------------ */

static void notes_come_by_date_and_time_and_say_what_was_said(void **state)
{
    struct world *world = *state;
    size_t count;
    begin(world, 100);
    small_row(world, ROW_NOTE, "p1", "date=2024-03-02|time=14:30|words=Two, later");
    small_row(world, ROW_NOTE, "p1", "date=2024-03-02|words=Two");
    small_row(world, ROW_NOTE, "p1", "date=2024-03-01|words=I mend lamps|about=strength");
    small_row(world, ROW_NOTE, "p2", "date=2024-03-01|words=Somebody else's");
    end(world);
    struct stored_note *notes = notes_on(world, LATER, &count);
    assert_int_equal(count, 3);
    assert_string_equal(notes[0].words.said, "I mend lamps");
    assert_true(notes[0].strength);
    assert_string_equal(notes[1].words.said, "Two");
    assert_int_equal(notes[1].time, -1);
    assert_false(notes[1].strength);
    assert_string_equal(notes[2].words.said, "Two, later");
    assert_int_equal(notes[2].time, 14 * 60 + 30);
    assert_int_equal(notes[2].date, day_of(2024, 3, 2));
}

static void a_corrected_note_stands_from_the_day_it_was_corrected(void **state)
{
    struct world *world = *state;
    size_t count;
    for (int i = 0; i < 2; i++) {
        begin(world, 100 + 10 * i);
        small_row(world, ROW_NOTE, "p1",
                  i ? "id=n1|date=2024-03-05|words=Second" : "id=n1|date=2024-03-01|words=First");
        end(world);
    }
    assert_string_equal(notes_on(world, 109, &count)->words.said, "First");
    assert_int_equal(count, 1);
    struct stored_note *notes = notes_on(world, 110, &count);
    assert_int_equal(count, 1);
    assert_string_equal(notes->words.said, "Second");
    assert_int_equal(notes->date, day_of(2024, 3, 5));
    notes_on(world, 99, &count);
    assert_int_equal(count, 0);
}

static void words_that_are_locked_or_erased_are_known_to_have_been_said(void **state)
{
    struct world *world = *state;
    size_t count;
    begin(world, 100);
    small_row(world, ROW_NOTE, "p1", "date=2024-03-01|words=Mine");
    small_row(world, ROW_GOAL, "p1", "date=2024-03-01|goal=home|rating=3");
    end(world);
    assert_int_equal(notes_on(world, LATER, &count)->words.kept, WORDS_HERE);
    assert_int_equal(goals_on(world, LATER, &count)->rows->words.kept, WORDS_NONE);
    store_unlock(world->store, NULL);
    assert_int_equal(notes_on(world, LATER, &count)->words.kept, WORDS_LOCKED);
    assert_null(notes_on(world, LATER, &count)->words.said);
    ask(world, "UPDATE reference SET sealed = NULL");
    assert_int_equal(notes_on(world, LATER, &count)->words.kept, WORDS_ERASED);
    store_unlock(world->store, world->vault);
    assert_int_equal(notes_on(world, LATER, &count)->words.kept, WORDS_ERASED);
    ask(world, "DELETE FROM words");
    assert_int_equal(notes_on(world, LATER, &count)->words.kept, WORDS_ERASED);
    assert_null(notes_on(world, LATER, &count)->words.said);
}

/* --- goals ------------------------------------------------------------------------------------ */

static void goals_come_first_said_first_with_every_row_in_order(void **state)
{
    struct world *world = *state;
    size_t count;
    begin(world, 100);
    small_row(world, ROW_GOAL, "p1", "date=2024-05-01|goal=a|rating=7|status=reached");
    small_row(world, ROW_GOAL, "p1", "date=2024-02-01|goal=a|words=Swim|rating=2|status=active");
    small_row(world, ROW_GOAL, "p1", "date=2024-01-01|goal=b|words=Sing|rating=declined");
    small_row(world, ROW_GOAL, "p1",
              "date=2024-02-01|goal=a|by=coach|rating=3|status=on_hold|reason=instability|"
              "pace_felt=too_fast");
    end(world);
    struct stored_goal *goals = goals_on(world, LATER, &count);
    assert_int_equal(count, 2);
    assert_string_equal(goals[0].goal, "b");
    assert_null(goals[0].instrument);
    assert_false(goals[0].rows[0].has_rating);
    assert_string_equal(goals[0].rows[0].no_rating, "declined");
    assert_string_equal(goals[1].goal, "a");
    assert_int_equal(goals[1].row_count, 3);
    assert_string_equal(goals[1].rows[0].by, "coach");
    assert_string_equal(goals[1].rows[0].reason, "instability");
    assert_string_equal(goals[1].rows[0].pace_felt, "too_fast");
    assert_string_equal(goals[1].rows[1].by, "person");
    assert_string_equal(goals[1].rows[1].words.said, "Swim");
    assert_true(goals[1].rows[1].has_rating && goals[1].rows[1].rating == 2);
    assert_string_equal(goals[1].rows[2].status, "reached");
    assert_int_equal(goals[1].rows[2].words.kept, WORDS_NONE);
}

static void a_corrected_goal_is_one_row_and_older_days_keep_the_old_one(void **state)
{
    struct world *world = *state;
    size_t count;
    for (int i = 0; i < 2; i++) {
        begin(world, 100 + 10 * i);
        small_row(world, ROW_GOAL, "p1",
                  i ? "date=2024-02-01|goal=a|rating=4"
                    : "date=2024-02-01|goal=a|words=Swim|rating=2");
        end(world);
    }
    assert_true(goals_on(world, 109, &count)->rows->rating == 2);
    struct stored_goal *goals = goals_on(world, 110, &count);
    assert_int_equal(count, 1);
    assert_int_equal(goals->row_count, 1);
    assert_true(goals->rows->rating == 4);
    assert_string_equal(goals->rows->words.said, "Swim"); /* an empty cell removes nothing */
}

/* --- consents --------------------------------------------------------------------------------- */

static void the_last_word_to_each_purpose_holds_whichever_file_said_it(void **state)
{
    struct world *world = *state;
    size_t count;
    begin(world, 100);
    person_row(world, "p1", "Northwick", NULL, "shares=yes");
    small_row(world, ROW_CONSENT, "p1",
              "date=2024-01-01|purpose=quotes|given=yes|until=2024-12-31");
    small_row(world, ROW_CONSENT, "p1", "date=2024-03-01|purpose=coaching|given=yes");
    small_row(world, ROW_CONSENT, "p1", "date=2024-04-01|purpose=coaching|given=no");
    small_row(world, ROW_CONSENT, "p1", "date=2999-01-01|purpose=research|given=yes");
    end(world);
    struct stored_consent *consents = consents_now(world, &count);
    assert_int_equal(count, 3);
    assert_string_equal(consents[0].purpose, "coaching");
    assert_false(consents[0].given);
    assert_int_equal(consents[0].date, day_of(2024, 4, 1));
    assert_int_equal(consents[0].until, DAY_NONE);
    assert_string_equal(consents[1].purpose, "learning");
    assert_true(consents[1].given);
    assert_int_equal(consents[1].date, DAY_FIRST);
    assert_int_equal(consents[2].until, day_of(2024, 12, 31));
    begin(world, 101);
    small_row(world, ROW_CONSENT, "p1", "date=2024-06-01|purpose=learning|given=no");
    end(world);
    consents = consents_now(world, &count);
    assert_false(consents[1].given);
    assert_int_equal(consents[1].date, day_of(2024, 6, 1));
}

/* --- looks ------------------------------------------------------------------------------------ */

static void looks_come_latest_first_up_to_the_day_before(void **state)
{
    struct world *world = *state;
    size_t count;
    look(world, NULL, 199, "scores");
    begin(world, 200);
    person_row(world, "p1", NULL, NULL, "");
    person_row(world, "p2", NULL, NULL, "");
    end(world);
    look(world, "p1", 210, "report my_progress");
    look(world, "p2", 211, "report my_progress");
    look(world, NULL, 212, "scores");
    look(world, "p1", 220, "report my_progress");
    struct stored_look *looks = looks_before(world, 220, &count);
    assert_int_equal(count, 2);
    assert_int_equal(looks[0].on, 212);
    assert_true(looks[0].everybody);
    assert_int_equal(looks[1].on, 210);
    assert_false(looks[1].everybody);
    assert_string_equal(looks[1].who, "command line");
    assert_string_equal(looks[1].what, "report my_progress");
    looks_before(world, 221, &count);
    assert_int_equal(count, 3);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(notes_come_by_date_and_time_and_say_what_was_said),
        TEST(a_corrected_note_stands_from_the_day_it_was_corrected),
        TEST(words_that_are_locked_or_erased_are_known_to_have_been_said),
        TEST(goals_come_first_said_first_with_every_row_in_order),
        TEST(a_corrected_goal_is_one_row_and_older_days_keep_the_old_one),
        TEST(the_last_word_to_each_purpose_holds_whichever_file_said_it),
        TEST(looks_come_latest_first_up_to_the_day_before),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
