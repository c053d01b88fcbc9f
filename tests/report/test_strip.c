/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person's page says and draws of what went on with services, of people made up by hand. */
#include "report/place.h"
#include "report/sentences.h"

static const struct days everything = {DAY_FIRST, DAY_LAST};

static void import_text(struct place *place, const char *name, const char *text)
{
    struct fault fault;
    must(text_write_file(in(place, name), text, strlen(text), &fault), &fault);
    import(place, name);
}

static struct place *open_with(const char *events)
{
    struct place *place = open_place(0);
    import_text(place, "harbour.csv", "person,area,called,shares\nh1,Saltmere,Harbour,no\n");
    import_text(place, "happened.csv", events);
    score(place);
    return place;
}

static struct value section_of(struct place *place, const char *id, struct days period)
{
    struct value model;
    struct fault fault;
    must(report_person(definition(place, "my_progress"), place->store, &place->shelf, "h1", period,
                       AS_OF, place->arena, &model, &fault),
         &fault);
    struct value sections = value_get(model, "sections");
    for (size_t i = 0; i < value_count(sections); i++)
        if (strcmp(value_as_text(value_get(value_item(sections, i), "id")), id) == 0)
            return value_item(sections, i);
    return value_nil();
}

static struct value strip_of(struct place *place)
{
    return value_item(value_get(section_of(place, "findings_2", everything), "figures"), 0);
}

static struct value lane(struct value strip, size_t number)
{
    return value_item(value_get(strip, "lanes"), number);
}

static const char *text_in(struct value map, const char *key)
{
    const char *text = value_as_text(value_get(map, key));
    return text ? text : "";
}

static const char *mark_of(struct value strip, size_t row, size_t number)
{
    struct value chart = value_get(lane(strip, row), "chart");
    return text_in(value_item(value_get(chart, "marks"), number), "style");
}

#define COLUMNS "person,date,kind,service,thread,need,need_words,initiated_by,outcome,outcome_by"
#define HEAD COLUMNS ",reused,episode\n"

static const char home[] = HEAD
    "h1,2025-01-10,request,Housing office,home,housing,a home,person,nothing_changed,person,,\n"
    "h1,2025-02-10,assessment,Housing office,home,housing,,,,,no,\n"
    "h1,2025-03-10,refusal,Housing office,home,housing,,,,,,\n"
    "h1,2025-04-10,contact,Housing office,home,housing,,person,partly_met,person,,\n"
    "h1,2025-05-10,episode_start,Housing office,home,housing,,,,,,e1\n"
    "h1,2025-08-10,episode_end,Housing office,home,housing,,,,,,e1\n";

static void a_need_is_headed_by_its_words_and_told_with_the_service_as_subject(void **state)
{
    (void)state;
    struct place *place = open_with(home);
    struct value strip = strip_of(place);
    assert_string_equal(text_in(strip, "title"),
                        "For “a home”, you had to ask twice over 90 days to be helped in part");
    assert_int_equal(value_count(value_get(strip, "lanes")), 1);
    assert_string_equal(text_in(lane(strip, 0), "own"), "a home");
    assert_string_equal(
        text_in(lane(strip, 0), "says"),
        "You asked twice. You told your story from the start once. Saltmere housing "
        "office turned you away. Help came after 90 days, in part.");
    close_place(place);
}

static void
waiting_ends_where_help_begins_even_in_part_and_help_is_there_while_it_runs(void **state)
{
    (void)state;
    static const struct {
        const char *style;
        day from, to;
    } wanted[] = {{"help", 20218, 20310}, {"wait", 20098, 20188}};
    struct place *place = open_with(home);
    struct value lines = value_get(value_get(lane(strip_of(place), 0), "chart"), "lines");
    assert_int_equal(value_count(lines), 2);
    for (size_t i = 0; i < 2; i++) {
        int64_t from, to;
        assert_string_equal(text_in(value_item(lines, i), "style"), wanted[i].style);
        assert_true(value_as_whole(value_get(value_item(lines, i), "from"), &from));
        assert_true(value_as_whole(value_get(value_item(lines, i), "to"), &to));
        assert_int_equal(from, wanted[i].from);
        assert_int_equal(to, wanted[i].to);
    }
    close_place(place);
}

static void only_the_marks_that_occur_stand_in_the_key(void **state)
{
    (void)state;
    static const char *const wanted[] = {SAY_MARK_MOVED,   SAY_MARK_NOTHING, SAY_MARK_TOLD,
                                         SAY_MARK_REFUSED, SAY_MARK_WAIT,    SAY_MARK_HELP};
    struct place *place = open_with(home);
    struct value key = value_get(strip_of(place), "key");
    assert_int_equal(value_count(key), 6);
    for (size_t i = 0; i < 6; i++)
        assert_string_equal(text_in(value_item(key, i), "says"), wanted[i]);
    close_place(place);
}

static const char *happened_in(struct value strip, size_t row)
{
    struct value rows = value_get(value_get(strip, "table"), "rows");
    return value_as_text(value_item(value_get(value_item(rows, row), "cells"), 1));
}

static void
what_only_others_wrote_came_of_it_is_theirs_and_help_is_not_said_to_have_come(void **state)
{
    (void)state;
    struct place *place =
        open_with(HEAD "h1,2025-05-10,request,Food bank,,food,,person,need_met,service,,\n"
                       "h1,2025-05-20,contact,Food bank,,food,,person,nothing_changed,coach,,\n");
    struct value strip = strip_of(place);
    assert_string_equal(mark_of(strip, 0, 0), "theirs");
    assert_string_equal(mark_of(strip, 0, 1), "theirs");
    assert_string_equal(happened_in(strip, 0),
                        "you asked; only the service wrote what came of it: it helped");
    assert_string_equal(happened_in(strip, 1),
                        "you asked; your coach wrote what came of it: nothing changed");
    assert_string_equal(text_in(value_item(value_get(strip, "key"), 0), "says"), SAY_MARK_THEIRS);
    assert_string_equal(text_in(strip, "title"),
                        "For food, you have asked twice, and you have not said that help came");
    assert_string_equal(text_in(lane(strip, 0), "says"),
                        "You asked twice. After 236 days, you have not said that help came.");
    close_place(place);
}

static void too_early_and_not_known_are_told_as_what_they_are(void **state)
{
    (void)state;
    struct place *place =
        open_with(HEAD "h1,2025-05-10,request,Food bank,,food,,person,too_early,person,,\n"
                       "h1,2025-05-20,contact,Food bank,,food,,person,unknown,person,,\n"
                       "h1,2025-06-20,contact,Food bank,,food,,person,unknown,service,,\n"
                       "h1,2025-07-20,contact,Food bank,,food,,person,made_worse,person,,\n"
                       "h1,2025-08-20,contact,Food bank,,food,,person,,,,\n");
    static const char *const wanted[] = {SAY_CAME_EARLY, SAY_CAME_UNKNOWN, SAY_CAME_UNWRITTEN,
                                         "you asked, and it made things worse", SAY_CAME_UNWRITTEN};
    struct value strip = strip_of(place);
    assert_string_equal(mark_of(strip, 0, 0), "open");
    for (size_t i = 0; i < 5; i++)
        assert_string_equal(happened_in(strip, i), wanted[i]);
    close_place(place);
}

static void what_came_of_it_is_told_plainly_and_the_services_account_where_it_differs(void **state)
{
    (void)state;
    static const char *const wanted[] = {
        "you asked, and it helped",
        "you asked, and it helped in part; the service wrote: it helped",
        "you asked, and nothing changed; the service wrote: it helped in part",
        "you asked, and it made things worse; the service wrote: nothing changed",
        "an appointment; you said: it helped in part; the service wrote: it helped",
    };
    struct place *place = open_with("person,date,id,kind,need,initiated_by,outcome,outcome_by\n"
                                    "h1,2025-05-10,a,request,food,person,need_met,person\n"
                                    "h1,2025-05-10,a,request,food,person,need_met,service\n"
                                    "h1,2025-05-11,b,request,food,person,partly_met,person\n"
                                    "h1,2025-05-11,b,request,food,person,need_met,service\n"
                                    "h1,2025-05-12,c,request,food,person,nothing_changed,person\n"
                                    "h1,2025-05-12,c,request,food,person,partly_met,service\n"
                                    "h1,2025-05-13,d,request,food,person,made_worse,person\n"
                                    "h1,2025-05-13,d,request,food,person,nothing_changed,service\n"
                                    "h1,2025-05-14,e,appointment,food,,partly_met,person\n"
                                    "h1,2025-05-14,e,appointment,food,,need_met,service\n");
    struct value strip = strip_of(place);
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
        assert_string_equal(happened_in(strip, i), wanted[i]);
    close_place(place);
}

static int64_t whole_in(struct value map, const char *key)
{
    int64_t whole;
    assert_true(value_as_whole(value_get(map, key), &whole));
    return whole;
}

static void a_wait_that_goes_on_is_drawn_as_long_as_its_words_say(void **state)
{
    (void)state;
    struct place *place =
        open_with(HEAD "h1,2025-05-10,request,Food bank,,food,,person,nothing_changed,person,,\n");
    struct value row = lane(strip_of(place), 0), chart = value_get(row, "chart");
    struct value line = value_item(value_get(chart, "lines"), 0);
    assert_string_equal(text_in(row, "says"),
                        "You asked once. No help is written down after 236 days.");
    assert_int_equal(whole_in(line, "to") - whole_in(line, "from"), 236);
    assert_int_equal(whole_in(chart, "to"), day_of(2026, 1, 31));
    close_place(place);
}

static void waits_of_years_are_told_in_years_and_very_many_by_how_often_help_came(void **state)
{
    (void)state;
    struct place *place =
        open_with(HEAD "h1,2021-05-10,request,Food bank,,food,,person,need_met,person,,\n"
                       "h1,2021-06-10,request,Food bank,,food,,person,,,,\n"
                       "h1,2021-06-20,request,Food bank,,food,,person,need_met,person,,\n"
                       "h1,2021-07-10,request,Food bank,,food,,person,partly_met,person,,\n"
                       "h1,2021-08-10,request,Food bank,,food,,person,,,,\n");
    assert_string_equal(
        text_in(lane(strip_of(place), 0), "says"),
        "You asked 5 times. Help, or part of it, came 3 times, after 10 days at the "
        "longest. No help is written down after about 4 years.");
    close_place(place);
}

static void a_history_is_told_by_whether_they_had_to_tell_it_again(void **state)
{
    (void)state;
    static const char *const wanted[] = {SAY_MARK_TOLD, SAY_KIND_REUSED, SAY_KIND_ASSESSMENT,
                                         SAY_KIND_REUSED, SAY_KIND_HISTORY};
    struct place *place = open_with("person,date,kind,need,reused\n"
                                    "h1,2025-05-10,assessment,housing,no\n"
                                    "h1,2025-05-11,assessment,housing,yes\n"
                                    "h1,2025-05-12,assessment,housing,\n"
                                    "h1,2025-05-13,history_taken,housing,yes\n"
                                    "h1,2025-05-14,history_taken,housing,\n");
    struct value strip = strip_of(place);
    for (size_t i = 0; i < 5; i++)
        assert_string_equal(happened_in(strip, i), wanted[i]);
    close_place(place);
}

static void two_threads_are_two_lines_told_apart_by_their_days(void **state)
{
    (void)state;
    struct place *place =
        open_with(HEAD "h1,2025-01-10,request,Advice centre,a,money,,person,need_met,person,,\n"
                       "h1,2025-02-10,request,Advice centre,b,money,,person,,,,\n"
                       "h1,2025-03-10,contact,Advice centre,a,money,,service,,,,\n");
    struct value strip = strip_of(place);
    assert_int_equal(value_count(value_get(strip, "lanes")), 2);
    assert_string_equal(text_in(lane(strip, 0), "strong"), "Money, from 10 January 2025.");
    assert_string_equal(text_in(lane(strip, 1), "strong"), "Money, from 10 February 2025.");
    close_place(place);
}

static void two_threads_that_a_link_joins_are_one_line(void **state)
{
    (void)state;
    struct place *place = open_with("person,date,id,kind,thread,need,follows\n"
                                    "h1,2025-01-10,e1,request,a,money,\n"
                                    "h1,2025-02-10,e2,contact,a,money,\n"
                                    "h1,2025-03-10,e3,request,b,money,e2\n"
                                    "h1,2025-04-10,e4,contact,b,money,\n"
                                    "h1,2025-05-10,e5,request,c,money,\n");
    struct value strip = strip_of(place);
    assert_int_equal(value_count(value_get(strip, "lanes")), 2);
    assert_string_equal(text_in(lane(strip, 1), "strong"), "Money, from 10 May 2025.");
    close_place(place);
}

static void a_need_without_a_thread_is_one_line(void **state)
{
    (void)state;
    struct place *place =
        open_with(HEAD "h1,2025-01-10,request,Advice centre,,money,,person,,,,\n"
                       "h1,2025-02-10,contact,Food bank,,food,,person,,,,\n"
                       "h1,2025-03-10,contact,Surgery,,,,person,,,,\n"
                       "h1,2025-04-10,contact,Benefits office,,money,,person,,,,\n"
                       "h1,2025-05-10,crisis,Hospital,,,,,,,,\n");
    struct value strip = strip_of(place);
    assert_int_equal(value_count(value_get(strip, "lanes")), 3);
    assert_string_equal(text_in(lane(strip, 0), "strong"), "Money.");
    assert_string_equal(mark_of(strip, 0, 1), "open");
    assert_string_equal(text_in(lane(strip, 2), "strong"),
                        "What it was about is not written down.");
    close_place(place);
}

static void what_no_thread_ties_stands_with_the_line_that_went_on_last(void **state)
{
    (void)state;
    struct place *place = open_with(
        HEAD "h1,2023-04-10,refusal,Mental health team,t1,mental_health,,,,,,\n"
             "h1,2025-10-31,request,Mental health team,t2,mental_health,,person,,,,\n"
             "h1,2025-11-08,request,Mental health team,t2,mental_health,,person,,,,\n"
             "h1,2025-11-29,contact,Mental health team,,mental_health,,person,need_met,person,,\n");
    struct value strip = strip_of(place);
    assert_int_equal(value_count(value_get(strip, "lanes")), 2);
    assert_string_equal(text_in(lane(strip, 0), "says"),
                        "Saltmere mental health team turned you away.");
    assert_string_equal(text_in(lane(strip, 1), "says"),
                        "You asked 3 times. Help came after 29 days.");
    close_place(place);
}

static void a_thread_goes_before_a_need_that_is_alike(void **state)
{
    (void)state;
    struct place *place =
        open_with(HEAD "h1,2025-01-10,request,Advice centre,,money,,person,,,,\n"
                       "h1,2025-02-10,request,Advice centre,t,,,person,,,,\n"
                       "h1,2025-03-10,contact,Advice centre,t,money,,person,need_met,person,,\n");
    struct value strip = strip_of(place);
    assert_int_equal(value_count(value_get(strip, "lanes")), 2);
    assert_string_equal(text_in(lane(strip, 1), "says"),
                        "You asked twice. Help came after 28 days.");
    close_place(place);
}

static const char *only_lane_says(const char *events, const char **title)
{
    static char says[400], over[400];
    struct place *place = open_with(events);
    struct value strip = strip_of(place);
    snprintf(says, sizeof says, "%s", text_in(lane(strip, 0), "says"));
    snprintf(over, sizeof over, "%s", text_in(strip, "title"));
    assert_int_equal(value_count(value_get(strip, "lanes")), 1);
    close_place(place);
    if (title)
        *title = over;
    return says;
}

#define INEXACT "person,date,precision,kind,need,initiated_by,outcome\n"

static void an_ask_that_helped_by_itself_took_no_days_however_closely_its_day_is_known(void **state)
{
    (void)state;
    const char *title;
    assert_string_equal(
        only_lane_says(INEXACT "h1,2025-05,month,contact,housing,person,need_met\n", &title),
        "You asked once. Help came on the day you asked.");
    assert_string_equal(title, "For housing, you asked once and were helped that day");
}

static void where_help_and_an_ask_lie_in_no_known_order_neither_is_said_to_come_first(void **state)
{
    (void)state;
    static const char near[] = "Help is written down about the time you asked; which came first is "
                               "not known.";
    const char *title, *says;
    says = only_lane_says(INEXACT "h1,2025-05,month,contact,housing,person,need_met\n"
                                  "h1,2025-05-10,day,contact,housing,person,nothing_changed\n",
                          NULL);
    assert_non_null(strstr(says, near));
    assert_null(strstr(says, "No help"));
    says = only_lane_says(INEXACT "h1,2025-05,month,contact,housing,person,nothing_changed\n"
                                  "h1,2025-05-10,day,contact,housing,service,need_met\n",
                          &title);
    assert_string_equal(says + strlen("You asked once. "), near);
    assert_string_equal(title,
                        "For housing, you asked once, and help is written down about that time");
    says = only_lane_says(INEXACT "h1,2025-05,month,contact,housing,person,need_met\n"
                                  "h1,2025-05-10,day,contact,housing,person,nothing_changed\n"
                                  "h1,2025-12-22,day,contact,housing,person,nothing_changed\n",
                          NULL);
    assert_non_null(strstr(says, "No help is written down after 10 days."));
}

static void a_month_is_drawn_as_its_days_and_an_unknown_day_is_said(void **state)
{
    (void)state;
    struct place *place = open_with("person,date,precision,kind,need,initiated_by\n"
                                    "h1,2025-05,month,request,housing,person\n"
                                    "h1,2025-07-01,day,contact,housing,person\n"
                                    "h1,2025-08-01,unknown,contact,housing,person\n");
    struct value strip = strip_of(place);
    struct value marks = value_get(value_get(lane(strip, 0), "chart"), "marks");
    int64_t from, to;
    assert_int_equal(value_count(marks), 2);
    assert_true(value_as_whole(value_get(value_item(marks, 0), "from"), &from));
    assert_true(value_as_whole(value_get(value_item(marks, 0), "to"), &to));
    assert_int_equal(to - from, 30);
    assert_string_equal(value_as_text(value_item(value_get(strip, "note"), 0)),
                        "Not drawn, as the day is not known: 1. The numbers have them.");
    assert_int_equal(value_count(value_get(value_get(strip, "table"), "rows")), 3);
    assert_non_null(
        strstr(text_in(lane(strip, 0), "says"), "No help is written down after 215 to 245 days."));
    close_place(place);
}

static void what_they_keep_to_themselves_is_on_no_line(void **state)
{
    (void)state;
    struct place *place = open_with("person,date,kind,need,initiated_by,visibility\n"
                                    "h1,2025-05-10,request,housing,person,person_only\n");
    assert_true(strip_of(place).kind == VALUE_NIL);
    close_place(place);
}

static void a_time_of_its_own_has_only_what_happened_in_it(void **state)
{
    (void)state;
    struct place *place = open_with(home);
    struct value section = section_of(place, "findings_2", (struct days){20148, 20188});
    struct value strip = value_item(value_get(section, "figures"), 0);
    assert_int_equal(value_count(value_get(value_get(strip, "table"), "rows")), 2);
    close_place(place);
}

static void ten_lines_are_drawn_and_the_table_has_all(void **state)
{
    (void)state;
    static const char *const needs[] = {"housing", "money",     "debt",  "benefits",
                                        "food",    "energy",    "legal", "work",
                                        "family",  "transport", "crime", "language"};
    struct text events = {0};
    text_put(&events, "person,date,kind,need,initiated_by\n");
    for (size_t i = 0; i < 12; i++)
        text_format(&events, "h1,2025-%02zu-10,request,%s,person\n", i + 1, needs[i]);
    struct place *place = open_with(events.bytes);
    struct value strip = strip_of(place);
    assert_int_equal(value_count(value_get(strip, "lanes")), 10);
    assert_string_equal(text_in(lane(strip, 0), "strong"), "Debt.");
    assert_int_equal(value_count(value_get(value_get(strip, "table"), "rows")), 12);
    assert_string_equal(value_as_text(value_item(value_get(strip, "note"), 0)),
                        "The 10 lines that went on latest, of 12, are drawn. The numbers have all "
                        "of them.");
    text_free(&events);
    close_place(place);
}

static void what_would_fill_many_sheets_is_said_to_be_left_out_on_paper(void **state)
{
    (void)state;
    struct text events = {0};
    text_put(&events, "person,date,kind,thread,initiated_by,outcome\n");
    for (int i = 0; i < 67; i++)
        for (int date = 10; date < 30; date += 10)
            text_format(&events, "h1,2025-03-%d,contact,t%d,person,nothing_changed\n", date, i);
    struct place *place = open_with(events.bytes);
    struct value section = section_of(place, "findings_2", everything);
    struct value notes = value_get(strip_of(place), "note"), beside = value_get(section, "beside");
    assert_string_equal(value_as_text(value_item(notes, 1)),
                        "On paper the numbers are left out, as all 134 of them would fill many "
                        "sheets. On a screen they are all here.");
    assert_string_equal(value_as_text(value_item(beside, value_count(beside) - 1)),
                        "On paper the other 61 are left out, as they would fill many sheets. On a "
                        "screen they are all here.");
    text_free(&events);
    close_place(place);
}

static void where_a_strip_stands_what_was_not_found_is_said_beside_it(void **state)
{
    (void)state;
    struct place *place = open_with(HEAD "h1,2025-05-10,crisis,Surgery,,food,,,,,,\n");
    struct value section = section_of(place, "findings_2", everything);
    assert_true(value_is(value_get(section, "says"), VALUE_NIL));
    assert_string_equal(value_as_text(value_item(value_get(section, "beside"), 0)),
                        SAY_NONE_FOUND_ELSE);
    close_place(place);
}

/* It helped, though not the first time: that is no contradiction where it says what it looks for.
 */
static void a_section_that_names_what_it_looks_for_says_so_where_it_found_none(void **state)
{
    (void)state;
    struct place *place = open_with(home);
    struct value section = section_of(place, "findings", everything);
    assert_string_equal(value_as_text(value_item(value_get(section, "says"), 0)),
                        "Looked for here: “Helped the first time”, and nothing else. Nothing of "
                        "this kind was found in what is shown here. What nobody wrote down cannot "
                        "be found.");
    close_place(place);
}

static void six_findings_stand_open_and_the_rest_is_folded(void **state)
{
    (void)state;
    static const char *const needs[] = {"housing", "money",  "debt",  "benefits",
                                        "food",    "energy", "legal", "work"};
    struct text events = {0};
    text_put(&events, "person,date,kind,need,initiated_by,outcome\n");
    for (size_t i = 0; i < 8; i++)
        for (int date = 10; date < 30; date += 10)
            text_format(&events, "h1,2025-03-%d,contact,%s,person,nothing_changed\n", date,
                        needs[i]);
    struct place *place = open_with(events.bytes);
    struct value section = section_of(place, "findings_2", everything);
    assert_string_equal(text_in(section, "found_title"), "What services did");
    assert_int_equal(value_count(value_get(section, "found")), 6);
    assert_string_equal(text_in(value_get(section, "folded"), "says"), "And 2 more");
    assert_int_equal(value_count(value_get(value_get(section, "folded"), "found")), 2);
    text_free(&events);
    close_place(place);
}

static void what_they_still_wait_for_is_a_question_to_that_service(void **state)
{
    (void)state;
    struct place *place = open_with(
        HEAD "h1,2025-03-10,request,Licence office,l,documents,,person,nothing_changed,person,,\n"
             "h1,2025-05-10,request,Food bank,f,food,,person,need_met,person,,\n");
    struct value section = section_of(place, "questions", everything);
    assert_string_equal(value_as_text(value_item(value_get(section, "list"), 0)),
                        "Ask Licence office: what is still missing for identity papers, and who "
                        "has it in hand?");
    assert_true(value_get(section, "numbered").yes);
    close_place(place);
}

static void needs_that_are_locked_have_our_label(void **state)
{
    (void)state;
    struct place *place = open_with(home);
    store_unlock(place->store, NULL);
    assert_string_equal(text_in(lane(strip_of(place), 0), "strong"), "Housing.");
    close_place(place);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_need_is_headed_by_its_words_and_told_with_the_service_as_subject),
        cmocka_unit_test(
            waiting_ends_where_help_begins_even_in_part_and_help_is_there_while_it_runs),
        cmocka_unit_test(only_the_marks_that_occur_stand_in_the_key),
        cmocka_unit_test(
            what_only_others_wrote_came_of_it_is_theirs_and_help_is_not_said_to_have_come),
        cmocka_unit_test(too_early_and_not_known_are_told_as_what_they_are),
        cmocka_unit_test(what_came_of_it_is_told_plainly_and_the_services_account_where_it_differs),
        cmocka_unit_test(a_wait_that_goes_on_is_drawn_as_long_as_its_words_say),
        cmocka_unit_test(waits_of_years_are_told_in_years_and_very_many_by_how_often_help_came),
        cmocka_unit_test(a_history_is_told_by_whether_they_had_to_tell_it_again),
        cmocka_unit_test(two_threads_are_two_lines_told_apart_by_their_days),
        cmocka_unit_test(two_threads_that_a_link_joins_are_one_line),
        cmocka_unit_test(a_need_without_a_thread_is_one_line),
        cmocka_unit_test(what_no_thread_ties_stands_with_the_line_that_went_on_last),
        cmocka_unit_test(a_thread_goes_before_a_need_that_is_alike),
        cmocka_unit_test(
            an_ask_that_helped_by_itself_took_no_days_however_closely_its_day_is_known),
        cmocka_unit_test(where_help_and_an_ask_lie_in_no_known_order_neither_is_said_to_come_first),
        cmocka_unit_test(a_month_is_drawn_as_its_days_and_an_unknown_day_is_said),
        cmocka_unit_test(what_they_keep_to_themselves_is_on_no_line),
        cmocka_unit_test(a_time_of_its_own_has_only_what_happened_in_it),
        cmocka_unit_test(ten_lines_are_drawn_and_the_table_has_all),
        cmocka_unit_test(what_would_fill_many_sheets_is_said_to_be_left_out_on_paper),
        cmocka_unit_test(where_a_strip_stands_what_was_not_found_is_said_beside_it),
        cmocka_unit_test(a_section_that_names_what_it_looks_for_says_so_where_it_found_none),
        cmocka_unit_test(six_findings_stand_open_and_the_rest_is_folded),
        cmocka_unit_test(what_they_still_wait_for_is_a_question_to_that_service),
        cmocka_unit_test(needs_that_are_locked_have_our_label),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
