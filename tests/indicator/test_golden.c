/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Timelines small enough to check by hand, each with every row that the shipped indicators give for
 * it; the same when its lines are shuffled, stand there twice, or lie 28 days later. */
#include <stdio.h>

#include "ground/text.h"
#include "loading.h"

/* `rows`: state, why, class, value, basis and the events of each, the empty ones left out. */
struct golden {
    const char *name, *indicator, *as_of, *lines, *rows;
};

#define CHAIN                                                                                      \
    "2024-01-01 contact id=a need=housing initiated_by=person\n"                                   \
    "2024-01-21 contact id=b need=housing initiated_by=person\n"                                   \
    "2024-02-15 contact id=c need=housing initiated_by=person\n"                                   \
    "2024-04-10 contact id=d need=housing initiated_by=person\n"

#define THREE_TIMES                                                                                \
    "2024-01-01 referral id=r1 thread=t1 from=gp to=mh\n"                                          \
    "2024-01-01T12:00 assessment id=a1 thread=t1 service=mh assessment=x reused=no\n"              \
    "2024-02-29T09:00 episode_end id=e1 thread=t1 service=mh decided_by=service "                  \
    "outcome=nothing_changed\n"                                                                    \
    "2024-02-29T10:00 referral id=r2 thread=t1 from=mh to=gp service_type=gp\n"                    \
    "2024-03-30 referral id=r3 thread=t1 from=gp to=mh\n"                                          \
    "2024-04-02 assessment id=a2 thread=t1 service=mh assessment=y reused=no\n"                    \
    "2024-05-29 episode_end id=e2 thread=t1 service=mh decided_by=service "                        \
    "outcome=nothing_changed\n"                                                                    \
    "2024-05-30 referral id=r4 thread=t1 from=mh to=gp service_type=gp\n"                          \
    "2024-07-18 referral id=r5 thread=t1 from=gp to=mh\n"                                          \
    "2024-07-22 assessment id=a3 thread=t1 service=mh assessment=z reused=no\n"

static const struct golden goldens[] = {
    {"G1: assessed again twice in one circle", "retelling", NULL, THREE_TIMES,
     "not_found a1; found 2 recorded_link a2 a1 a3"},
    {"G3: a crisis on the last of ninety days", "cliff_edge_then_crisis", NULL,
     "2024-01-10 episode_end id=e decided_by=service\n2024-04-09 crisis id=c\n",
     "found cliff_edge 90 time_order_only e c"},
    {"G3: and on the day after", "cliff_edge_then_crisis", NULL,
     "2024-01-10 episode_end id=e decided_by=service\n2024-04-10 crisis id=c\n", "not_found e"},
    {"G3: on the day itself, without a time", "cliff_edge_then_crisis", NULL,
     "2024-01-10 episode_end id=e decided_by=service\n2024-01-10 crisis id=c\n",
     "cannot_tell order_unknown e"},
    {"G3: sixty days are too short", "cliff_edge_then_crisis", "2024-03-10",
     "2024-01-10 episode_end id=e decided_by=service\n", "cannot_tell followup_short e"},
    {"G7: a crisis found before death stays found", "cliff_edge_then_crisis", NULL,
     "2024-01-10 episode_end id=e decided_by=service\n2024-01-20 crisis id=c\n"
     "2024-01-30 death id=d\n",
     "found cliff_edge 10 time_order_only e c"},
    {"G7: what death cuts short", "cliff_edge_then_crisis", NULL,
     "2024-01-10 episode_end id=e decided_by=service\n2024-01-30 death id=d\n",
     "cannot_tell followup_short e"},
    {"G1: two circles through the GP", "referral_loop", NULL, THREE_TIMES,
     "found through_hub 2 recorded_link r1 r2; found through_hub 2 recorded_link r3 r4"},
    {"G2: a circle of three", "referral_loop", NULL,
     "2024-01-01 referral id=a thread=t1 from=a to=b\n"
     "2024-01-05 referral id=b thread=t1 from=b to=c\n"
     "2024-01-09 referral id=c thread=t1 from=c to=a\n",
     "found no_hub 3 recorded_link a b c"},
    {"G2: with the need met between", "referral_loop", NULL,
     "2024-01-01 referral id=a thread=t1 from=a to=b\n"
     "2024-01-03 contact id=m thread=t1 service=b outcome=need_met\n"
     "2024-01-05 referral id=b thread=t1 from=b to=c\n"
     "2024-01-09 referral id=c thread=t1 from=c to=a\n",
     "not_found a"},
    {"G8: a month that may lie beyond the window", "repeat_contact", NULL,
     "2024-03-10 contact id=a thread=t1 initiated_by=person\n"
     "2024-04 contact id=b thread=t1 initiated_by=person outcome=need_met\n",
     "cannot_tell date_not_exact a"},
    {"G8: a month that lies within it whole", "repeat_contact", NULL,
     "2023-01-31 contact id=a thread=t1 initiated_by=person\n"
     "2023-02 contact id=b thread=t1 initiated_by=person outcome=need_met\n",
     "found 1 recorded_link a b"},
    {"G13: a coach keeps in touch", "repeat_contact", NULL,
     "2024-03-01 contact id=a initiated_by=person purpose=keeping_in_touch\n"
     "2024-03-08 contact id=b initiated_by=person purpose=keeping_in_touch\n"
     "2024-03-15 contact id=c initiated_by=coach purpose=keeping_in_touch\n",
     "not_found"},
    {"FD01: the gap is to the contact before", "repeat_contact", NULL, CHAIN,
     "found 2 code_match a b c; not_found c; not_found d"},
    {"FD01: the last of the chain is too late to say", "repeat_contact", "2024-04-20", CHAIN,
     "found 2 code_match a b c; not_found c; cannot_tell followup_short d"},
    {"PM01: once was enough", "helped_first_time", NULL,
     "2024-03-01 request id=a thread=t1 initiated_by=person outcome=need_met outcome_by=person\n",
     "found person_says a"},
    {"PM01: the service alone says so", "helped_first_time", NULL,
     "2024-03-01 request id=a thread=t1 initiated_by=person outcome=need_met outcome_by=service\n",
     "cannot_tell not_recorded a"},
    {"PM01: a second service", "helped_first_time", NULL,
     "2024-03-01 request id=a thread=t1 initiated_by=person outcome=need_met service=council\n"
     "2024-03-09 contact id=b thread=t1 initiated_by=service service=advice\n",
     "not_found a"},
};
enum { GOLDENS = sizeof goldens / sizeof *goldens, LATER = 28, LINES_MOST = 32 };

static void put(struct text *out, const char *word)
{
    if (word && *word)
        text_format(out, " %s", word);
}

static char *rows_of(struct loaded *loaded, const struct record *record)
{
    struct text out = {0};
    struct found found = find_in(loaded, record);
    for (size_t i = 0; i < found.count; i++) {
        const struct finding *row = &found.rows[i];
        text_format(&out, "%s%s", i ? "; " : "", row->state);
        put(&out, row->why);
        put(&out, row->class);
        put(&out, row->has_value ? number_text(loaded->arena, row->value) : "");
        put(&out, row->basis);
        put(&out, row->events);
    }
    char *rows = arena_text(loaded->arena, out.bytes);
    text_free(&out);
    return rows;
}

static size_t split(char *lines, char **line)
{
    size_t count = 0;
    for (char *at = strtok(lines, "\n"); at; at = strtok(NULL, "\n"))
        line[count++] = at;
    return count;
}

/* The lines from the last to the first, each as often as `times`. */
static char *other_order(struct loaded *loaded, const char *lines, int times)
{
    char *line[LINES_MOST], *other = arena_text(loaded->arena, "");
    size_t count = split(arena_text(loaded->arena, lines), line);
    for (size_t i = count; i > 0; i--)
        for (int k = 0; k < times; k++)
            other = arena_format(loaded->arena, "%s%s\n", other, line[i - 1]);
    return other;
}

static void move_day(day *at)
{
    if (*at > DAY_FIRST && *at < DAY_LAST)
        *at += LATER;
}

static void move(struct record *record)
{
    for (size_t i = 0; i < record->event_count; i++) {
        move_day(&record->events[i].begin.low);
        move_day(&record->events[i].begin.high);
        move_day(&record->events[i].end.low);
        move_day(&record->events[i].end.high);
    }
    for (size_t i = 0; i < record->observed_count; i++) {
        move_day(&record->observed[i].from);
        move_day(&record->observed[i].until);
    }
    move_day(&record->as_of);
}

static void assert_rows(const struct golden *golden, const char *how, const char *rows)
{
    if (strcmp(rows, golden->rows) != 0)
        fail_msg("%s%s:\n  %s\nwanted\n  %s", golden->name, how, rows, golden->rows);
}

static void assert_golden(const struct golden *golden)
{
    char path[512];
    snprintf(path, sizeof path, "%s/plugins/indicators/%s.lua", SOURCE_DIR, golden->indicator);
    struct loaded loaded = load_file(path);
    assert_loads(&loaded);
    struct record record = record_of(&loaded, golden->lines, NULL, golden->as_of);
    assert_rows(golden, "", rows_of(&loaded, &record));
    move(&record);
    assert_rows(golden, ", 28 days later", rows_of(&loaded, &record));
    record = record_of(&loaded, other_order(&loaded, golden->lines, 1), NULL, golden->as_of);
    assert_rows(golden, ", in another order", rows_of(&loaded, &record));
    record = record_of(&loaded, other_order(&loaded, golden->lines, 2), NULL, golden->as_of);
    assert_rows(golden, ", each line twice", rows_of(&loaded, &record));
    unload(&loaded);
}

static void every_golden_timeline_gives_its_rows(void **state)
{
    (void)state;
    for (size_t i = 0; i < GOLDENS; i++)
        assert_golden(&goldens[i]);
}

/* Days 5, 5, 6 and 8 before the ending on day 20: three events are one spell, the last is another.
 */
static void crises_of_one_night_are_one(void **state)
{
    (void)state;
    struct loaded loaded = load_file(SOURCE_DIR "/plugins/indicators/cliff_edge_then_crisis.lua");
    assert_loads(&loaded);
    struct found found =
        find(&loaded, "2024-03-05 crisis/ambulance\n2024-03-05 crisis/ae_attendance\n"
                      "2024-03-06 crisis/emergency_admission\n"
                      "2024-03-08 crisis/crisis_line\n"
                      "2024-03-20 episode_end decided_by=service\n"
                      "2024-03-21 crisis\n");
    assert_int_equal(found.count, 1);
    assert_string_equal(found.rows[0].told,
                        "Support stopped on 20 March 2024; 1 day after that there was a crisis. "
                        "Crises in the 90 days before it stopped: 2.");
    unload(&loaded);
}

/* Of the ninety days before the ending some were not observed, or nobody collected crises then: how
 * many there were is not known, and least of all none. */
static void crises_that_nobody_could_have_seen_are_not_none(void **state)
{
    (void)state;
    const char *lines = "2025-01-15 episode_end decided_by=service\n2025-02-03 crisis\n";
    const char *told = "Support stopped on 15 January 2025; 19 days after that there was a crisis.";
    struct loaded loaded = load_file(SOURCE_DIR "/plugins/indicators/cliff_edge_then_crisis.lua");
    struct record record = record_of(&loaded, lines, "2025-01-10", NULL);
    assert_string_equal(find_in(&loaded, &record).rows[0].told, told);
    record = record_of(&loaded, lines, NULL, NULL);
    struct collected kinds[] = {{"episode_end", DAY_FIRST, DAY_LAST},
                                {"contact", DAY_FIRST, DAY_LAST},
                                {"appointment", DAY_FIRST, DAY_LAST},
                                {"crisis", DAY_FIRST, DAY_LAST}};
    record.collects_everything = false;
    record.collected = kinds;
    record.collected_count = 3;
    assert_string_equal(find_in(&loaded, &record).rows[0].told, told);
    record.collected_count = 4;
    assert_non_null(strstr(find_in(&loaded, &record).rows[0].told, "before it stopped: 0."));
    unload(&loaded);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_golden_timeline_gives_its_rows),
        cmocka_unit_test(crises_of_one_night_are_one),
        cmocka_unit_test(crises_that_nobody_could_have_seen_are_not_none)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
