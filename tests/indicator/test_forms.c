/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Golden timelines of the declared forms: spells, ends, ways. */
#include <stdio.h>

#include "loading.h"

/* One row; the text is "state why class value certainty", what is empty left out. */
static void assert_first(struct loaded *loaded, const char *lines, const char *as_of,
                         const char *expected)
{
    struct record record = record_of(loaded, lines, NULL, as_of);
    const struct finding *row = find_in(loaded, &record).rows;
    char said[160], value[32] = "";
    if (row->has_value)
        snprintf(value, sizeof value, " %g", row->value);
    snprintf(said, sizeof said, "%s%s%s%s%s%s", row->state, *row->why ? " " : "", row->why,
             *row->class ? " " : "", row->class, value);
    if (strcmp(said, expected) != 0)
        fail_msg("`%s` instead of `%s` on\n%s", said, expected, lines);
}

static struct loaded load_good(const char *source)
{
    struct loaded loaded = load_source(source);
    assert_loads(&loaded);
    return loaded;
}

/* --- spells and ends ------------------------------------------------------------------------- */

#define CRISES                                                                                     \
    DECLARED(NO_EXAMPLES "at = { 'crisis', planned = 'not yes', spell = 1 }, class = 'subtype', "  \
                         "tell = 'A crisis on {at.date}.'")

static void a_crisis_over_midnight_is_one_finding_on_all_its_events(void **state)
{
    (void)state;
    struct loaded loaded = load_good(CRISES); /* G5 */
    struct found found = find(&loaded, "2024-03-05T22:10 crisis/ambulance id=a\n"
                                       "2024-03-05T23:30 crisis/ae_attendance id=b\n"
                                       "2024-03-06 crisis/admission id=c\n"
                                       "2024-03-08 crisis/ae_attendance id=d\n"
                                       "2024-03-09 crisis/ae_attendance id=e planned=yes\n");
    assert_int_equal(found.count, 2);
    assert_string_equal(found.rows[0].events, "a b c");
    assert_string_equal(found.rows[0].class, "ambulance");
    assert_string_equal(found.rows[0].date, "2024-03-05");
    assert_string_equal(found.rows[1].events, "d");
    unload(&loaded);
}

static void a_crisis_that_may_be_part_of_another_is_none_of_its_own(void **state)
{
    (void)state;
    struct loaded loaded = load_good(CRISES);
    struct found found = find(&loaded, "2024-03-05 crisis id=a\n2024-03-06..2024-03-06 "
                                       "not_observed\n2024-03-07 crisis id=b\n");
    assert_int_equal(found.count, 2);
    assert_string_equal(found.rows[0].state, "found");
    assert_string_equal(found.rows[1].state, "cannot_tell");
    assert_string_equal(found.rows[1].why, "gap");
    found = find(&loaded, "2024-03-05 crisis id=a\n2024-03 crisis id=b\n");
    assert_int_equal(found.count, 2);
    assert_string_equal(found.rows[0].events, "b"); /* from the first it may lie on */
    assert_string_equal(found.rows[1].why, "date_not_exact");
    assert_string_equal(found.rows[1].certainty, "possible");
    unload(&loaded);
}

static void asks_within_the_same_crisis_are_not_before_it(void **state)
{
    (void)state;
    struct loaded loaded = load_good(
        DECLARED(NO_EXAMPLES
                 "at = { 'crisis', spell = 1 }, before = { 'request', initiated_by = 'person', "
                 "within = 90, otherwise = 'did_not_ask' }, tell = 'Asked {days} days before.'"));
    const char *crisis = "2024-06-01 crisis\n2024-06-02 crisis\n";
    char lines[400];
    snprintf(lines, sizeof lines, "%s2024-06-02 request initiated_by=person\n", crisis);
    assert_first(&loaded, lines, NULL, "not_found did_not_ask");
    snprintf(lines, sizeof lines, "%s2024-03-03 request initiated_by=person\n", crisis);
    assert_first(&loaded, lines, NULL, "found 90");
    snprintf(lines, sizeof lines, "%s2024-03-02 request initiated_by=person\n", crisis);
    assert_first(&loaded, lines, NULL, "not_found did_not_ask");
    snprintf(lines, sizeof lines, "%s2024-06-01 request initiated_by=person\n", crisis);
    assert_first(&loaded, lines, NULL, "cannot_tell order_unknown");
    unload(&loaded);
}

static void two_referrals_on_one_day_to_one_service_are_one(void **state)
{
    (void)state;
    struct loaded loaded = load_good(DECLARED(
        NO_EXAMPLES "at = { 'referral', spell = { 0, 'to' } }, after = { 'referral_decision', "
                    "same = 'thread to=service', decision = 'rejected', within = 90 }, "
                    "tell = 'Sent back after {days} days.'"));
    struct found found =
        find(&loaded, "2024-03-01 referral id=a to=x\n2024-03-01 referral id=b to=x thread=t\n"
                      "2024-03-01 referral id=c to=y thread=t\n"
                      "2024-03-09 referral_decision id=d service=x decision=rejected follows=b\n");
    assert_int_equal(found.count, 2);
    assert_string_equal(found.rows[0].state, "found");
    assert_string_equal(found.rows[0].events, "a b d");
    assert_string_equal(found.rows[0].basis, "recorded_link");
    assert_string_equal(found.rows[1].state, "not_found");
    unload(&loaded);
}

static void leaving_a_place_is_its_end(void **state)
{
    (void)state;
    struct loaded loaded = load_good(DECLARED(
        NO_EXAMPLES "at = { 'institution', edge = 'end' }, after = { 'accommodation', subtype = "
                    "'sofa rough_sleeping', within = 7, same_day = true, recorded = 'subtype' }, "
                    "tell = 'Left on {at.date}, {days} days before.'"));
    const char *stay = "2024-01-10..2024-03-01 institution/custody\n";
    char lines[400];
    snprintf(lines, sizeof lines, "%s2024-03-01 accommodation/sofa\n", stay);
    assert_first(&loaded, lines, NULL, "found 0");
    snprintf(lines, sizeof lines, "%s2024-03-08 accommodation/rough_sleeping\n", stay);
    assert_first(&loaded, lines, NULL, "found 7");
    snprintf(lines, sizeof lines, "%s2024-03-09 accommodation/rough_sleeping\n", stay);
    assert_first(&loaded, lines, NULL, "not_found");
    snprintf(lines, sizeof lines, "%s2024-03-02 accommodation/unknown\n", stay);
    assert_first(&loaded, lines, NULL, "cannot_tell not_recorded");
    assert_first(&loaded, "2024-01-10.. institution/custody\n", NULL, "not_found");
    assert_first(&loaded, stay, "2024-03-07", "cannot_tell followup_short");
    struct record record = record_of(&loaded, stay, NULL, "2024-02-20");
    day end, next = indicator_next(loaded.indicator, &record, loaded.arena);
    assert_true(day_read("2024-03-01", &end));
    assert_int_equal(next, end);
    record = record_of(&loaded, stay, NULL, "2024-03-02");
    assert_int_equal(indicator_next(loaded.indicator, &record, loaded.arena), end + 7);
    unload(&loaded);
}

static void a_spell_is_asked_again_on_the_day_on_which_it_is_over(void **state)
{
    (void)state;
    struct loaded loaded =
        load_good(DECLARED(NO_EXAMPLES TELLS "at = { 'referral', spell = 5 }, after = { "
                                             "'contact', within = 30 }"));
    const char *lines = "2024-03-10 referral\n2024-03-12 contact\n";
    assert_first(&loaded, lines, "2024-03-14", "cannot_tell date_not_exact");
    assert_first(&loaded, lines, "2024-03-15", "found 2");
    struct record record = record_of(&loaded, lines, NULL, "2024-03-14");
    day over;
    assert_true(day_read("2024-03-15", &over));
    assert_int_equal(indicator_next(loaded.indicator, &record, loaded.arena), over);
    unload(&loaded);
}

/* --- ways ------------------------------------------------------------------------------------ */

/* An ending and a crisis after it, by whether anybody came between (FD14). */
#define CLIFF_EDGE                                                                                 \
    DECLARED(NO_EXAMPLES                                                                           \
             "at = { { 'episode_end', decided_by = 'service funder_rule', reason = 'not "          \
             "institution' }, { 'episode_end', reason = 'time_limit funding_ended' } }, "          \
             "after = { 'crisis', spell = 1, within = 90 }, "                                      \
             "ways = { { name = 'cliff_edge', not_after = { { 'contact', within = 14 }, { "        \
             "'appointment', status = 'attended', within = 14 } } }, { name = 'some_onward' } }, " \
             "before = { 'crisis', spell = 1, within = 90, least = 0 }, "                          \
             "tell = 'Ended on {at.date}; {days} days later a crisis ({class}), {before.count} "   \
             "before.'")
#define ENDS "2024-01-10 episode_end decided_by=service\n"

static void a_cliff_edge_and_a_crisis(void **state)
{
    (void)state;
    struct loaded loaded = load_good(CLIFF_EDGE); /* G3 */
    assert_first(&loaded, ENDS "2024-04-09 crisis\n", NULL, "found cliff_edge 90");
    assert_first(&loaded, ENDS "2024-04-10 crisis\n", NULL, "not_found");
    assert_first(&loaded, ENDS "2024-01-10 crisis\n", NULL, "cannot_tell order_unknown");
    assert_first(&loaded, ENDS, "2024-03-10", "cannot_tell followup_short");
    assert_first(&loaded, ENDS "2024-01-20 crisis\n2024-01-30 death\n", NULL,
                 "found cliff_edge 10"); /* G7 */
    assert_first(&loaded, ENDS "2024-01-30 death\n", NULL, "cannot_tell followup_short");
    assert_first(&loaded, ENDS "2024-04 crisis\n", NULL, "cannot_tell date_not_exact"); /* G8 */
    unload(&loaded);
}

static void the_first_way_that_holds_names_the_class(void **state)
{
    (void)state;
    struct loaded loaded = load_good(CLIFF_EDGE);
    const char *crisis = ENDS "2024-03-01 crisis\n2024-03-02 crisis\n";
    char lines[400];
    snprintf(lines, sizeof lines, "%s2024-01-24 contact\n", crisis);
    assert_first(&loaded, lines, NULL, "found some_onward 51");
    snprintf(lines, sizeof lines, "%s2024-01-25 contact\n", crisis);
    assert_first(&loaded, lines, NULL, "found cliff_edge 51");
    snprintf(lines, sizeof lines, "%s2024-01-12 appointment status=attended\n", crisis);
    assert_first(&loaded, lines, NULL, "found some_onward 51");
    snprintf(lines, sizeof lines, "%s2024-01-12 appointment status=cancelled\n", crisis);
    assert_first(&loaded, lines, NULL, "found cliff_edge 51");
    snprintf(lines, sizeof lines, "%s2023-12-01 crisis\n2023-12-02 crisis\n", crisis);
    struct found found = find(&loaded, lines);
    assert_string_equal(found.rows[0].told,
                        "Ended on 10 January 2024; 51 days later a crisis (cliff edge), 1 before.");
    unload(&loaded);
}

static void a_doubt_in_an_earlier_way_does_not_let_a_later_be_said(void **state)
{
    (void)state;
    struct loaded loaded = load_good(CLIFF_EDGE);
    assert_first(&loaded, ENDS "2024-03-01 crisis\n2024-01 contact\n", NULL,
                 "cannot_tell date_not_exact");
    assert_first(&loaded, ENDS "2024-03-01 crisis\n2024-01-12..2024-01-13 not_observed\n", NULL,
                 "cannot_tell gap");
    /* what stands outside decides first */
    assert_first(&loaded, ENDS "2024-01 contact\n", NULL, "not_found");
    struct record record = record_of(&loaded, ENDS "2024-03-01 crisis\n", NULL, NULL);
    struct collected kinds[] = {{"episode_end", DAY_FIRST, DAY_LAST},
                                {"crisis", DAY_FIRST, DAY_LAST},
                                {"contact", DAY_FIRST, DAY_LAST}};
    record.collects_everything = false;
    record.collected = kinds;
    record.collected_count = 3;
    assert_string_equal(find_in(&loaded, &record).rows[0].why, "kind_not_collected");
    unload(&loaded);
}

/* Sent back, never seen, or no answer (FD03). */
#define BOUNCES                                                                                    \
    DECLARED(                                                                                      \
        NO_EXAMPLES                                                                                \
        "at = { 'referral', spell = { 0, 'to' } }, "                                               \
        "not_after = { 'referral_decision', decision = 'declined', same = 'thread', within = "     \
        "90, otherwise = 'withdrawn' }, "                                                          \
        "ways = { { name = 'bounced', after = { 'referral_decision', same = 'thread', "            \
        "decision = 'rejected returned redirected', within = 90 } }, "                             \
        "{ name = 'no_answer', not_after = { 'referral_decision episode_start contact', same "     \
        "= 'thread', within = 90 } } }, tell = 'Referred on {at.date}[, sent back on "             \
        "{after.date}, {days} days later].'")

static void ways_have_looks_of_their_own(void **state)
{
    (void)state;
    struct loaded loaded = load_good(BOUNCES);
    struct found found = find(&loaded, "2024-01-10 referral id=r thread=t to=x\n"
                                       "2024-02-01 referral_decision id=d thread=t "
                                       "decision=rejected\n");
    assert_string_equal(found.rows[0].class, "bounced");
    assert_string_equal(found.rows[0].events, "r d");
    assert_string_equal(found.rows[0].basis, "recorded_link");
    assert_string_equal(
        found.rows[0].told,
        "Referred on 10 January 2024, sent back on 1 February 2024, 22 days later.");
    found = find(&loaded, "2024-01-10 referral id=r thread=t to=x\n");
    assert_string_equal(found.rows[0].class, "no_answer");
    assert_string_equal(found.rows[0].told, "Referred on 10 January 2024.");
    assert_string_equal(found.rows[0].events, "r");
    assert_false(found.rows[0].has_value);
    assert_first(&loaded, "2024-01-10 referral thread=t to=x\n2024-02-01 contact thread=t\n", NULL,
                 "not_found");
    assert_first(&loaded,
                 "2024-01-10 referral thread=t to=x\n2024-02-01 referral_decision thread=t "
                 "decision=declined\n",
                 NULL, "not_found withdrawn");
    assert_first(&loaded, "2024-01-10 referral thread=t to=x\n", "2024-04-08",
                 "cannot_tell followup_short");
    unload(&loaded);
}

static void a_way_can_ask_of_the_anchor(void **state)
{
    (void)state;
    struct loaded loaded = load_good(DECLARED(
        NO_EXAMPLES TELLS "at = { 'appointment' }, ways = { { name = 'service_cancelled', "
                          "is = { cancelled_by = 'service' } }, { name = 'no_interpreter', "
                          "is = { reason = 'no_interpreter' } } }"));
    assert_first(&loaded, "2024-01-10 appointment cancelled_by=service reason=no_interpreter\n",
                 NULL, "found service_cancelled");
    assert_first(&loaded, "2024-01-10 appointment cancelled_by=other reason=no_interpreter\n", NULL,
                 "found no_interpreter");
    assert_first(&loaded, "2024-01-10 appointment reason=no_interpreter\n", NULL,
                 "cannot_tell not_recorded");
    assert_first(&loaded, "2024-01-10 appointment cancelled_by=other reason=other\n", NULL,
                 "not_found");
    unload(&loaded);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_crisis_over_midnight_is_one_finding_on_all_its_events),
        cmocka_unit_test(a_crisis_that_may_be_part_of_another_is_none_of_its_own),
        cmocka_unit_test(asks_within_the_same_crisis_are_not_before_it),
        cmocka_unit_test(two_referrals_on_one_day_to_one_service_are_one),
        cmocka_unit_test(leaving_a_place_is_its_end),
        cmocka_unit_test(a_spell_is_asked_again_on_the_day_on_which_it_is_over),
        cmocka_unit_test(a_cliff_edge_and_a_crisis),
        cmocka_unit_test(the_first_way_that_holds_names_the_class),
        cmocka_unit_test(a_doubt_in_an_earlier_way_does_not_let_a_later_be_said),
        cmocka_unit_test(ways_have_looks_of_their_own),
        cmocka_unit_test(a_way_can_ask_of_the_anchor),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
