/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Spells, and intervals that stand where they end. */
#include <stdio.h>

#include "lines.h"

struct joined {
    struct arena *arena;
    struct record record;
    struct pattern pattern;
    struct pattern_kind kind;
    struct events events;
};

static void join(struct joined *joined, const char *kind, int days, const char *lines,
                 const char *from, const char *until)
{
    *joined = (struct joined){.arena = arena_new(), .kind = {kind, NULL}};
    joined->record = record_from(joined->arena, lines);
    record_observe(&joined->record, on(from ? from : "2000-01-01"),
                   on(until ? until : "2040-01-01"), joined->arena);
    joined->pattern = (struct pattern){
        .kinds = &joined->kind, .kind_count = 1, .spells = days >= 0, .spell = days < 0 ? 0 : days};
    joined->events = pattern_events(&joined->pattern, &joined->record, joined->arena);
}

/* `2 1`: two spells, of two events and of one. */
static void assert_sizes(const struct joined *joined, const char *sizes)
{
    char said[64] = "";
    for (size_t i = 0; i < joined->events.count; i++)
        snprintf(said + strlen(said), sizeof said - strlen(said), "%s%zu", i ? " " : "",
                 joined->events.at[i].spell->count);
    assert_string_equal(said, sizes);
}

static void assert_joins(int days, const char *lines, const char *sizes)
{
    struct joined joined;
    join(&joined, "crisis", days, lines, NULL, NULL);
    assert_sizes(&joined, sizes);
    arena_free(joined.arena);
}

static const enum why *open_of(const struct joined *joined, size_t spell)
{
    return joined->events.at[spell].spell->open;
}

static void an_ambulance_ae_and_admission_over_midnight_are_one_crisis(void **state)
{
    (void)state;
    struct joined joined; /* G5 */
    join(&joined, "crisis", 1,
         "2024-03-05T22:10 crisis/ambulance\n2024-03-05T23:30 crisis/ae_attendance\n"
         "2024-03-06 crisis/admission\n2024-03-08 crisis/ae_attendance\n",
         NULL, NULL);
    assert_sizes(&joined, "3 1");
    const struct event *first = &joined.events.at[0];
    assert_true(first->interval);
    assert_int_equal(first->begin.low, on("2024-03-05"));
    assert_int_equal(first->end.high, on("2024-03-06"));
    assert_string_equal(first->field[EVENT_subtype], "ambulance");
    assert_int_equal(open_of(&joined, 0)[LOOK_AFTER], WHY_NONE);
    assert_int_equal(open_of(&joined, 1)[LOOK_AFTER], WHY_NONE);
    assert_false(joined.events.at[1].interval);
    arena_free(joined.arena);
}

static void at_most_so_many_days_lie_between(void **state)
{
    (void)state;
    assert_joins(1, "2024-02-28 crisis\n2024-02-29 crisis\n2024-03-01 crisis\n", "3");
    assert_joins(1, "2023-02-28 crisis\n2023-03-01 crisis\n2023-03-03 crisis\n", "2 1");
    assert_joins(5, "2023-12-29 crisis\n2024-01-03 crisis\n2024-01-09 crisis\n", "2 1");
    assert_joins(0, "2024-01-01 crisis\n2024-01-01 crisis/overdose\n2024-01-02 crisis\n", "2 1");
    assert_joins(1, "", "");
}

static void a_long_one_joins_what_lies_within_it_and_just_behind(void **state)
{
    (void)state;
    assert_joins(1,
                 "2024-03-01..2024-03-20 crisis\n2024-03-05 crisis\n2024-03-12 crisis\n"
                 "2024-03-21 crisis\n2024-03-23 crisis\n",
                 "4 1");
    assert_joins(1, "2024-03-01.. crisis\n2030-03-05 crisis\n", "2");
}

static void other_events_between_do_not_part_a_spell(void **state)
{
    (void)state;
    assert_joins(1, "2024-03-01 crisis\n2024-03-01 contact\n2024-03-02 crisis\n", "2");
}

static void a_spell_knows_its_times_where_all_of_that_day_are_known(void **state)
{
    (void)state;
    struct joined joined;
    join(&joined, "crisis", 1,
         "2024-03-01T09:00 crisis\n2024-03-02T08:00 crisis\n2024-03-02T18:00 crisis\n", NULL, NULL);
    assert_int_equal(joined.events.at[0].time, 9 * 60);
    assert_int_equal(joined.events.at[0].until_time, 18 * 60);
    arena_free(joined.arena);
    join(&joined, "crisis", 1,
         "2024-03-01T09:00 crisis\n2024-03-01 crisis\n2024-03-02T08:00 crisis\n2024-03-02 crisis\n",
         NULL, NULL);
    assert_int_equal(joined.events.at[0].time, -1);
    assert_int_equal(joined.events.at[0].until_time, -1);
    arena_free(joined.arena);
}

static void what_differs_in_a_field_can_be_kept_apart(void **state)
{
    (void)state;
    struct joined joined;
    join(&joined, "referral", -1,
         "2024-03-01 referral to=a\n2024-03-01 referral to=b\n2024-03-01 referral to=a thread=t\n"
         "2024-03-02 referral to=a\n",
         NULL, NULL);
    joined.pattern.spells = joined.pattern.keeps_apart = true;
    joined.pattern.apart = EVENT_to;
    joined.events = pattern_events(&joined.pattern, &joined.record, joined.arena);
    assert_sizes(&joined, "2 1 1");
    assert_int_equal(open_of(&joined, 0)[LOOK_BEFORE], WHY_NONE);
    arena_free(joined.arena);
    join(&joined, "referral", -1, "2024-03-01 referral\n2024-03-01 referral to=b\n", NULL, NULL);
    joined.pattern.spells = joined.pattern.keeps_apart = true;
    joined.pattern.apart = EVENT_to;
    joined.events = pattern_events(&joined.pattern, &joined.record, joined.arena);
    assert_sizes(&joined, "1 1");
    assert_int_equal(open_of(&joined, 0)[LOOK_BEFORE], WHY_NOT_RECORDED);
    assert_int_equal(open_of(&joined, 1)[LOOK_AFTER], WHY_NOT_RECORDED);
    arena_free(joined.arena);
}

static void kept_apart_by_thread_a_link_is_one_thread(void **state)
{
    (void)state;
    struct joined joined;
    join(&joined, "referral", -1,
         "2024-03-01 referral id=a thread=t\n2024-03-02 referral thread=u\n"
         "2024-03-03 referral follows=a\n",
         NULL, NULL);
    joined.pattern.spells = joined.pattern.keeps_apart = true;
    joined.pattern.spell = 5;
    joined.pattern.apart = EVENT_thread;
    joined.events = pattern_events(&joined.pattern, &joined.record, joined.arena);
    assert_sizes(&joined, "2 1");
    arena_free(joined.arena);
}

static void inexact_dates_leave_open_whether_two_are_one(void **state)
{
    (void)state;
    struct joined joined;
    join(&joined, "crisis", 1, "2024-03 crisis\n2024-03-10 crisis\n2024-05-01 crisis\n", NULL,
         NULL);
    assert_sizes(&joined, "1 1 1");
    assert_int_equal(open_of(&joined, 0)[LOOK_AFTER], WHY_NONE);
    assert_int_equal(open_of(&joined, 0)[LOOK_BEFORE], WHY_DATE_NOT_EXACT);
    assert_int_equal(open_of(&joined, 1)[LOOK_AFTER], WHY_DATE_NOT_EXACT);
    assert_int_equal(open_of(&joined, 2)[LOOK_AFTER], WHY_NONE);
    arena_free(joined.arena);
    assert_joins(31, "2024-03 crisis\n2024-03-10 crisis\n", "2");
    assert_joins(0, "2024 crisis\n2024 crisis/overdose\n", "1 1");
}

static void a_day_not_observed_may_have_joined_two(void **state)
{
    (void)state;
    struct joined joined;
    join(&joined, "crisis", 1,
         "2024-03-01 crisis\n2024-03-02..2024-03-02 not_observed\n"
         "2024-03-03 crisis\n",
         NULL, NULL);
    assert_sizes(&joined, "1 1");
    assert_int_equal(open_of(&joined, 0)[LOOK_BEFORE], WHY_GAP);
    assert_int_equal(open_of(&joined, 1)[LOOK_AFTER], WHY_GAP);
    arena_free(joined.arena);
    join(&joined, "crisis", 1,
         "2024-03-01 crisis\n2024-03-03..2024-03-20 not_observed\n"
         "2024-03-21 crisis\n",
         NULL, NULL); /* nothing on the 2nd, so nothing leads over */
    assert_int_equal(open_of(&joined, 1)[LOOK_AFTER], WHY_NONE);
    arena_free(joined.arena);
    join(&joined, "crisis", 1,
         "2024-03-01 crisis\n2024-03-02..2024-03-20 not_observed\n"
         "2024-03-21 crisis\n",
         NULL, NULL);
    assert_int_equal(open_of(&joined, 1)[LOOK_AFTER], WHY_GAP);
    arena_free(joined.arena);
}

static void a_spell_may_go_on_until_enough_days_were_seen(void **state)
{
    (void)state;
    struct joined joined;
    join(&joined, "referral", 5, "2024-03-10 referral\n", NULL, "2024-03-14");
    assert_int_equal(joined.events.at[0].end.high, DAY_LAST);
    assert_int_equal(joined.events.at[0].spell->settled, on("2024-03-15"));
    arena_free(joined.arena);
    join(&joined, "referral", 5, "2024-03-10 referral\n", NULL, "2024-03-15");
    assert_int_equal(joined.events.at[0].end.high, on("2024-03-10"));
    arena_free(joined.arena);
}

/* Is there a crisis within 10 days after, or before, the request? */
static struct look_answer look_for(struct joined *joined, enum look_side side, int least)
{
    struct look look = {.pattern = joined->pattern, .within = 10, .least = least};
    size_t at = 0;
    while (strcmp(joined->record.events[at].kind, "request") != 0)
        at++;
    return ask_look(&look, side, &joined->record, &joined->record.events[at], joined->arena);
}

static void assert_look(const char *lines, enum look_side side, int least, enum sure sure,
                        enum why why)
{
    struct joined joined;
    join(&joined, "crisis", 1, lines, NULL, NULL);
    struct look_answer answer = look_for(&joined, side, least);
    assert_int_equal(answer.fit.sure, sure);
    assert_string_equal(why_word[answer.fit.why], why_word[why]);
    arena_free(joined.arena);
}

static void a_spell_counts_by_its_first_and_its_last_day(void **state)
{
    (void)state;
    const char *around = "2024-03-09 crisis\n2024-03-10 crisis\n2024-03-11 crisis\n"
                         "2024-03-10T12:00 request\n";
    assert_look(around, LOOK_AFTER, 1, SURELY_NOT, WHY_NONE); /* it began before */
    assert_look(around, LOOK_BEFORE, 1, SURELY, WHY_NONE);    /* and is still running */
    assert_look("2024-03-10 request\n2024-03-20 crisis\n2024-03-21 crisis\n", LOOK_AFTER, 1, SURELY,
                WHY_NONE);
    assert_look("2024-03-10 request\n2024-03-21 crisis\n", LOOK_AFTER, 1, SURELY_NOT, WHY_NONE);
    assert_look("2024-03-10 request\n2024-02-28 crisis\n2024-02-29 crisis\n", LOOK_BEFORE, 1,
                SURELY, WHY_NONE);
    assert_look("2024-03-10 request\n2024-02-27 crisis\n2024-02-28 crisis\n", LOOK_BEFORE, 1,
                SURELY_NOT, WHY_NONE);
    assert_look("2024-03-10 request\n2024-03-10 crisis\n2024-03-11 crisis\n", LOOK_AFTER, 1,
                PERHAPS, WHY_ORDER_UNKNOWN);
}

static void several_events_of_one_spell_count_once(void **state)
{
    (void)state;
    const char *two = "2024-03-10 request\n2024-03-12 crisis\n2024-03-13 crisis\n";
    assert_look(two, LOOK_AFTER, 2, SURELY_NOT, WHY_NONE);
    assert_look("2024-03-10 request\n2024-03-12 crisis\n2024-03-14 crisis\n", LOOK_AFTER, 2, SURELY,
                WHY_NONE);
    assert_look("2024-03-10 request\n2024-03-12 crisis\n2024-03-13..2024-03-13 not_observed\n"
                "2024-03-14 crisis\n",
                LOOK_AFTER, 2, PERHAPS, WHY_GAP);
}

static void what_may_have_begun_before_is_not_surely_after(void **state)
{
    (void)state;
    assert_look("2024-03-10 request\n2024-03-09 crisis\n2024-03-10..2024-03-11 not_observed\n"
                "2024-03-12 crisis\n",
                LOOK_AFTER, 1, PERHAPS, WHY_GAP);
    assert_look("2024-03-10 request\n2024-03-09 crisis\n2024-03-12 crisis\n", LOOK_AFTER, 1, SURELY,
                WHY_NONE);
}

static void an_event_of_a_spell_does_not_come_after_itself(void **state)
{
    (void)state;
    struct joined joined;
    join(&joined, "crisis", 1, "2024-03-10 crisis\n2024-03-11 crisis\n2024-03-20 crisis\n", NULL,
         NULL);
    struct look look = {.pattern = joined.pattern, .within = 15, .least = 1};
    struct look_answer answer =
        ask_look(&look, LOOK_AFTER, &joined.record, &joined.record.events[0], joined.arena);
    assert_int_equal(answer.event_count, 1);
    assert_int_equal(answer.events[0]->begin.low, on("2024-03-20"));
    answer = ask_look(&look, LOOK_AFTER, &joined.record, &joined.events.at[0], joined.arena);
    assert_int_equal(answer.event_count, 1);
    arena_free(joined.arena);
}

static void a_spell_is_tied_by_any_of_its_events(void **state)
{
    (void)state;
    struct joined joined;
    join(&joined, "crisis", 1,
         "2024-03-10 request thread=t\n2024-03-12 crisis thread=u\n2024-03-13 crisis thread=t\n",
         NULL, NULL);
    enum basis basis;
    assert_int_equal(thread_same(&joined.record.events[0], &joined.events.at[0], &basis).sure,
                     SURELY);
    assert_int_equal(basis, BASIS_RECORDED_LINK);
    assert_true(event_agrees(&joined.events.at[0], &joined.record.events[0], EVENT_thread));
    arena_free(joined.arena);
}

/* --- ends ------------------------------------------------------------------------------------ */

static void ends(struct joined *joined, int spell, const char *lines, const char *as_of)
{
    join(joined, "institution", spell, lines, NULL, as_of);
    joined->record.as_of = as_of ? on(as_of) : DAY_LAST;
    joined->pattern.at_end = true;
    joined->events = pattern_events(&joined->pattern, &joined->record, joined->arena);
}

static void an_interval_can_stand_where_it_ends(void **state)
{
    (void)state;
    struct joined joined;
    ends(&joined, -1,
         "2024-03-01..2024-03-20T10:30 institution/custody\n2024-04-01 institution/hospital\n"
         "2024-05-01.. institution/care\n2024-06-03 institution/care_home edge=end\n",
         NULL);
    assert_int_equal(joined.events.count, 3);
    const struct event *unknown = &joined.events.at[0], *custody = &joined.events.at[1];
    assert_int_equal(custody->begin.low, on("2024-03-20"));
    assert_int_equal(custody->end.high, on("2024-03-20"));
    assert_int_equal(custody->time, 10 * 60 + 30);
    assert_false(custody->interval);
    assert_int_equal(unknown->begin.low, on("2024-06-03")); /* began nobody knows when */
    assert_int_equal(joined.events.at[2].begin.low, on("2024-04-01"));
    arena_free(joined.arena);
}

static void what_has_not_ended_yet_has_no_end(void **state)
{
    (void)state;
    struct joined joined;
    ends(&joined, -1, "2024-03-01..2024-03-20 institution\n", "2024-03-19");
    assert_int_equal(joined.events.count, 0);
    arena_free(joined.arena);
    ends(&joined, -1, "2024-03-01..2024-03-20 institution\n", "2024-03-20");
    assert_int_equal(joined.events.count, 1);
    arena_free(joined.arena);
}

static void stays_that_follow_on_each_other_end_once(void **state)
{
    (void)state;
    struct joined joined;
    ends(&joined, 1,
         "2024-03-01..2024-03-20 institution/hospital\n2024-03-21..2024-04-02 institution/care\n",
         NULL);
    assert_int_equal(joined.events.count, 1);
    assert_int_equal(joined.events.at[0].begin.low, on("2024-04-02"));
    assert_int_equal(open_of(&joined, 0)[LOOK_AFTER], WHY_NONE);
    arena_free(joined.arena);
    ends(&joined, 1, "2024-03-01..2024-03-20 institution/hospital\n", "2024-03-20");
    assert_int_equal(open_of(&joined, 0)[LOOK_AFTER], WHY_FOLLOWUP_SHORT);
    arena_free(joined.arena);
}

/* Joined by hand: every pair at most so many days apart, and what that leads to. */
static void spells_are_what_pairs_lead_to(void **state)
{
    (void)state;
    uint64_t chance = 7;
    for (int round = 0; round < 300; round++) {
        char lines[800] = "";
        day days[8];
        int most = (int)below(&chance, 4), expected = 0;
        size_t count = 1 + below(&chance, 8);
        bool is_day[64] = {false};
        for (size_t i = 0; i < count; i++) {
            days[i] = (day)below(&chance, 28);
            is_day[days[i]] = true;
            snprintf(lines + strlen(lines), sizeof lines - strlen(lines),
                     "2024-03-%02d crisis id=e%zu\n", days[i] + 1, i);
        }
        for (int at = 0, last = -100; at < 28; at++) {
            expected += is_day[at] && at - last > most;
            last = is_day[at] ? at : last;
        }
        struct joined joined;
        join(&joined, "crisis", most, lines, NULL, NULL);
        assert_int_equal(joined.events.count, expected);
        arena_free(joined.arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_ambulance_ae_and_admission_over_midnight_are_one_crisis),
        cmocka_unit_test(at_most_so_many_days_lie_between),
        cmocka_unit_test(a_long_one_joins_what_lies_within_it_and_just_behind),
        cmocka_unit_test(other_events_between_do_not_part_a_spell),
        cmocka_unit_test(a_spell_knows_its_times_where_all_of_that_day_are_known),
        cmocka_unit_test(what_differs_in_a_field_can_be_kept_apart),
        cmocka_unit_test(kept_apart_by_thread_a_link_is_one_thread),
        cmocka_unit_test(inexact_dates_leave_open_whether_two_are_one),
        cmocka_unit_test(a_day_not_observed_may_have_joined_two),
        cmocka_unit_test(a_spell_may_go_on_until_enough_days_were_seen),
        cmocka_unit_test(a_spell_counts_by_its_first_and_its_last_day),
        cmocka_unit_test(several_events_of_one_spell_count_once),
        cmocka_unit_test(what_may_have_begun_before_is_not_surely_after),
        cmocka_unit_test(an_event_of_a_spell_does_not_come_after_itself),
        cmocka_unit_test(a_spell_is_tied_by_any_of_its_events),
        cmocka_unit_test(an_interval_can_stand_where_it_ends),
        cmocka_unit_test(what_has_not_ended_yet_has_no_end),
        cmocka_unit_test(stays_that_follow_on_each_other_end_once),
        cmocka_unit_test(spells_are_what_pairs_lead_to),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
