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
             "tell = 'Ended on {at.date}; {days} days later a crisis ({class})[, {before.count} "  \
             "before].'")
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

/* --- measures and time at risk --------------------------------------------------------------- */

/* From the first ask on a thread until help starts (FD10). */
#define WAITS                                                                                      \
    DECLARED(NO_EXAMPLES                                                                           \
             "at = { 'request referral', first = 'thread' }, measures = 'days', "                  \
             "after = { 'contact appointment plan', outcome = 'need_met partly_met', same = "      \
             "'thread' }, tell = 'Help began after {days} days.'")

static void a_wait_runs_from_the_first_ask_until_help_starts(void **state)
{
    (void)state;
    struct loaded loaded = load_good(WAITS);
    const char *ask = "2024-01-10 request thread=t\n2024-02-10 referral thread=t\n";
    char lines[600];
    snprintf(lines, sizeof lines,
             "%s2024-02-01 contact thread=t outcome=nothing_changed\n2024-03-01 contact thread=t "
             "outcome=partly_met\n",
             ask);
    assert_first(&loaded, lines, NULL, "found 51");
    assert_int_equal(find(&loaded, lines).count, 1);
    assert_first(&loaded, ask, "2024-05-01", "cannot_tell still_waiting");
    snprintf(lines, sizeof lines, "%s2024-03-01 death\n", ask);
    assert_first(&loaded, lines, NULL, "cannot_tell still_waiting");
    snprintf(lines, sizeof lines, "%s2024-03 contact thread=t outcome=need_met\n", ask);
    assert_first(&loaded, lines, NULL, "found"); /* helped; how many days is open */
    assert_string_equal(find(&loaded, lines).rows[0].unit, "");
    unload(&loaded);
}

static void days_that_the_person_asked_to_pause_are_not_waited(void **state)
{
    (void)state;
    struct loaded loaded = load_good(WAITS);
    static const struct {
        const char *pause, *expected;
    } rows[] = {
        {"2024-01-20 episode_pause thread=t decided_by=person\n2024-01-30 episode_resume "
         "thread=t\n",
         "found 41"},
        {"2024-01-20 episode_pause thread=t decided_by=joint\n2024-01-30 episode_resume thread=t\n",
         "found 41"},
        {"2024-01-20 episode_pause thread=t decided_by=service\n2024-01-30 episode_resume "
         "thread=t\n",
         "found 51"},
        {"2024-01-20 episode_pause thread=u decided_by=person\n2024-01-30 episode_resume "
         "thread=u\n",
         "found 51"},
        /* who decided is not recorded: 41 or 51 days */
        {"2024-01-20 episode_pause thread=t\n2024-01-30 episode_resume thread=t\n", "found"},
        /* which was resumed is not recorded */
        {"2024-01-20 episode_pause thread=t decided_by=person\n2024-01-30 episode_resume\n",
         "found"},
        /* still on when help came; begun before the ask */
        {"2024-02-20 episode_pause thread=t decided_by=person\n", "found 41"},
        {"2024-01-01 episode_pause thread=t decided_by=person\n2024-01-20 episode_resume "
         "thread=t\n",
         "found 41"},
        /* two that overlap count once; an episode's own resume */
        {"2024-01-20 episode_pause thread=t episode=e decided_by=person\n2024-01-25 episode_pause "
         "thread=t episode=f decided_by=person\n2024-01-30 episode_resume thread=t episode=e\n"
         "2024-02-04 episode_resume thread=t episode=f\n",
         "found 36"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char lines[700];
        snprintf(lines, sizeof lines,
                 "2024-01-10 request thread=t\n2024-03-01 contact thread=t outcome=need_met\n%s",
                 rows[i].pause);
        assert_first(&loaded, lines, NULL, rows[i].expected);
    }
    unload(&loaded);
}

/* Crises in 100 days at risk (FD18). */
#define USES                                                                                       \
    DECLARED(NO_EXAMPLES "at = { 'crisis', planned = 'not yes', spell = 1 }, measures = 'rate', "  \
                         "at_risk = 'community', tell = '{count} times[, {value} {unit}].'")

static void a_rate_is_of_days_at_risk(void **state)
{
    (void)state;
    struct loaded loaded = load_good(USES);
    const char *crises = "2024-01-10 crisis id=a\n2024-01-11 crisis id=b\n2024-03-01 crisis id=c\n";
    char lines[400];
    struct record record = record_of(&loaded, crises, "2024-01-01", "2024-07-18"); /* 200 days */
    struct found found = find_in(&loaded, &record);
    assert_int_equal(found.count, 1);
    assert_true(found.rows[0].has_value && found.rows[0].value == 1);
    assert_string_equal(found.rows[0].unit, "per_100_days");
    assert_string_equal(found.rows[0].events, "a b c");
    assert_string_equal(found.rows[0].told, "2 times, 1 per 100 days.");
    day next = indicator_next(loaded.indicator, &record, loaded.arena);
    assert_int_equal(next, record.as_of + 1);
    /* G12: half a year in prison and no crisis leaves the rate as it was */
    snprintf(lines, sizeof lines, "%s2024-07-18..2025-01-18 institution/custody\n", crises);
    record = record_of(&loaded, lines, "2024-01-01", "2025-01-17");
    assert_true(find_in(&loaded, &record).rows[0].value == 1);
    /* in hospital since 1 March, from a crisis: 61 days were at risk */
    snprintf(lines, sizeof lines, "%s2024-03-01.. institution/hospital\n", crises);
    record = record_of(&loaded, lines, "2024-01-01", "2024-07-18");
    found = find_in(&loaded, &record);
    assert_true(found.rows[0].value == 200.0 / 61);
    assert_string_equal(found.rows[0].told, "2 times, 3.28 per 100 days.");
    /* nobody knows how long */
    snprintf(lines, sizeof lines, "%s2024-04..2024-06-10 institution/hospital\n", crises);
    record = record_of(&loaded, lines, "2024-01-01", "2024-07-18");
    found = find_in(&loaded, &record);
    assert_false(found.rows[0].has_value);
    assert_string_equal(found.rows[0].told, "2 times.");
    unload(&loaded);
}

static void what_happens_within_a_stay_is_kept_apart(void **state)
{
    (void)state;
    struct loaded loaded = load_good(USES);
    const char *stay = "2024-02-01..2024-05-01 institution/custody\n";
    char lines[400];
    snprintf(lines, sizeof lines, "%s2024-03-01 crisis\n", stay);
    assert_first(&loaded, lines, NULL, "cannot_tell gap");
    struct record record = record_of(&loaded, stay, "2024-01-01", "2024-07-18");
    assert_string_equal(find_in(&loaded, &record).rows[0].state, "not_found");
    record = record_of(&loaded, stay, "2024-02-02", "2024-04-30");
    assert_string_equal(find_in(&loaded, &record).rows[0].why, "gap");
    unload(&loaded);
}

/* Asked twice, was turned away, and did not ask again (FD13). */
#define STOPS                                                                                      \
    DECLARED(NO_EXAMPLES TELLS                                                                     \
             "at = { 'refusal' }, at_risk = 'community', before = { 'contact', initiated_by = "    \
             "'person', within = 180, least = 2 }, not_after = { 'contact', initiated_by = "       \
             "'person', within = 180 }")

static void a_window_over_a_stay_was_not_observed(void **state)
{
    (void)state;
    struct loaded loaded = load_good(STOPS);
    const char *asked = "2024-01-10 contact initiated_by=person\n2024-01-20 contact "
                        "initiated_by=person\n2024-02-01 refusal\n";
    static const struct {
        const char *stay, *expected;
    } rows[] = {
        {"", "found 12"},
        {"2024-03-01..2024-03-10 institution/hospital\n", "cannot_tell gap"},
        {"2024-03-01..2024-03-02 institution/hospital\n", "found 12"}, /* no whole day within */
        {"2024-03-01..2024-03-02 institution/hospital\n2024-03-02..2024-03-03 institution/care\n",
         "cannot_tell gap"},                                          /* moved within: one stay */
        {"2024-07-30..2024-09-01 institution/custody\n", "found 12"}, /* on the last day */
        {"2024-07-29..2024-09-01 institution/custody\n", "cannot_tell gap"},
        {"2024-03-01.. institution/custody\n", "cannot_tell followup_short"},
        {"2023-01-01..2024-03-01 institution/custody\n", "cannot_tell gap"},
        {"2024-03-01 institution/hospital\n", "found 12"}, /* how long is not said */
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char lines[500];
        snprintf(lines, sizeof lines, "%s%s", asked, rows[i].stay);
        assert_first(&loaded, lines, NULL, rows[i].expected);
    }
    unload(&loaded);
}

/* --- gathering ------------------------------------------------------------------------------- */

#define ASKS_AGAIN                                                                                 \
    DECLARED(                                                                                      \
        NO_EXAMPLES                                                                                \
        "at = { 'contact', initiated_by = 'person', purpose = 'not keeping_in_touch', "            \
        "outcome = 'not need_met' }, after = { 'contact', initiated_by = 'person', purpose = "     \
        "'not keeping_in_touch', planned = 'not yes', same = 'thread', within = 28 }, "            \
        "gather = 'thread', tell = '{count} times from {at.date}.'")
#define ASK "contact initiated_by=person thread=t"
#define ASK_ELSE "contact initiated_by=person thread=u"

/* `2024-01-01:2 2024-05-01:1`: the found rows by date and value. */
static void assert_found(struct loaded *loaded, const char *lines, const char *expected)
{
    struct found found = find(loaded, lines);
    char said[400] = "";
    for (size_t i = 0; i < found.count; i++)
        if (strcmp(found.rows[i].state, "found") == 0)
            snprintf(said + strlen(said), sizeof said - strlen(said), "%s%s:%g", *said ? " " : "",
                     found.rows[i].date, found.rows[i].value);
    if (strcmp(said, expected) != 0)
        fail_msg("`%s` instead of `%s` on\n%s", said, expected, lines);
}

static void after_a_need_was_met_asking_begins_anew(void **state)
{
    (void)state;
    struct loaded loaded = load_good(ASKS_AGAIN);
    assert_found(&loaded,
                 "2024-01-01 " ASK "\n2024-01-21 " ASK "\n2024-02-15 " ASK "\n2024-04-10 " ASK "\n",
                 "2024-01-01:2"); /* days 0, 20, 45, 100 */
    assert_found(&loaded,
                 "2024-01-01 " ASK "\n2024-01-05 " ASK " outcome=need_met\n2024-01-10 " ASK
                 "\n2024-01-15 " ASK " outcome=need_met\n",
                 "2024-01-01:1 2024-01-10:1");
    assert_found(&loaded,
                 "2024-01-01 " ASK "\n2024-01-05 " ASK " outcome=partly_met\n2024-01-10 " ASK
                 "\n2024-01-15 " ASK " outcome=need_met\n",
                 "2024-01-01:3");
    unload(&loaded);
}

static void after_a_long_quiet_asking_begins_anew(void **state)
{
    (void)state;
    struct loaded loaded = load_good(ASKS_AGAIN);
    assert_found(&loaded,
                 "2020-01-01 " ASK "\n2020-01-21 " ASK "\n2024-02-15 " ASK "\n2024-02-20 " ASK "\n",
                 "2020-01-01:1 2024-02-15:1");
    unload(&loaded);
}

static void keeping_in_touch_is_not_asking_again(void **state)
{
    (void)state;
    struct loaded loaded = load_good(ASKS_AGAIN); /* G13 */
    assert_found(&loaded,
                 "2024-01-01 " ASK " purpose=keeping_in_touch\n2024-01-08 " ASK
                 " purpose=keeping_in_touch\n",
                 "");
    assert_found(&loaded, "2024-01-01 " ASK "\n2024-01-08 " ASK " planned=yes\n", "");
    unload(&loaded);
}

#define START " episode_start pathway=p stage=first\n"
#define END " episode_end pathway=p"

static void returns_to_the_start_of_a_pathway_are_counted_together(void **state)
{
    (void)state;
    struct loaded loaded = load_good(DECLARED(
        NO_EXAMPLES "at = { 'episode_start', stage = 'first' }, before = { 'episode_end', same = "
                    "'pathway', outcome = 'not need_met', within = 730, next = true }, gather = "
                    "'pathway', tell = '{count} times.'"));
    assert_found(&loaded,
                 "2024-01-01" START "2024-03-01" END "\n2024-03-31" START "2024-05-30" END
                 "\n2024-07-19" START,
                 "2024-03-31:2"); /* three episodes, two returns */
    assert_found(&loaded,
                 "2024-01-01" START "2024-03-01" END "\n2024-03-31" START "2024-05-30" END
                 " outcome=need_met\n2024-07-19" START "2024-08-01" END "\n2024-09-01" START,
                 "2024-03-31:1 2024-09-01:1");
    unload(&loaded);
}

static void two_threads_side_by_side_are_gathered_apart(void **state)
{
    (void)state;
    struct loaded loaded = load_good(ASKS_AGAIN);
    assert_found(&loaded,
                 "2024-01-01 " ASK "\n2024-01-02 " ASK_ELSE "\n2024-01-03 " ASK
                 "\n2024-01-04 " ASK_ELSE "\n2024-01-05 " ASK "\n",
                 "2024-01-01:2 2024-01-02:1");
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
        cmocka_unit_test(a_wait_runs_from_the_first_ask_until_help_starts),
        cmocka_unit_test(days_that_the_person_asked_to_pause_are_not_waited),
        cmocka_unit_test(a_rate_is_of_days_at_risk),
        cmocka_unit_test(what_happens_within_a_stay_is_kept_apart),
        cmocka_unit_test(a_window_over_a_stay_was_not_observed),
        cmocka_unit_test(after_a_need_was_met_asking_begins_anew),
        cmocka_unit_test(after_a_long_quiet_asking_begins_anew),
        cmocka_unit_test(keeping_in_touch_is_not_asking_again),
        cmocka_unit_test(returns_to_the_start_of_a_pathway_are_counted_together),
        cmocka_unit_test(two_threads_side_by_side_are_gathered_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
