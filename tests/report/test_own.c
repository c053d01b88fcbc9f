/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person's page says of what they said themselves: goals, notes, people in their life,
 * questions, what is held and who looked, and what should not wait. */
#include "report/place.h"
#include "report/sentences.h"

/* --- a person made by hand -------------------------------------------------------------------- */

static void import_text(struct place *place, const char *name, const char *text)
{
    struct fault fault;
    must(text_write_file(in(place, name), text, strlen(text), &fault), &fault);
    import(place, name);
}

static struct place *open_with(const char *goals, const char *notes)
{
    struct place *place = open_place(0);
    import_text(place, "harbour.csv", "person,area,called,shares\nh1,Saltmere,Harbour,no\n");
    if (goals)
        import_text(place, "own_goals.csv", goals);
    if (notes)
        import_text(place, "own_notes.csv", notes);
    score(place);
    return place;
}

static struct value page_of(struct place *place, const char *ref, struct days period)
{
    struct value model;
    struct fault fault;
    must(report_person(definition(place, "my_progress"), place->store, &place->shelf, ref, period,
                       AS_OF, place->arena, &model, &fault),
         &fault);
    return model;
}

static const struct days everything = {DAY_FIRST, DAY_LAST};

static struct value section_of(struct value model, const char *id)
{
    struct value sections = value_get(model, "sections");
    for (size_t i = 0; i < value_count(sections); i++)
        if (strcmp(value_as_text(value_get(value_item(sections, i), "id")), id) == 0)
            return value_item(sections, i);
    return value_nil();
}

static struct value figure(struct value section, size_t number)
{
    return value_item(value_get(section, "figures"), number);
}

static const char *text_in(struct value map, const char *key)
{
    const char *text = value_as_text(value_get(map, key));
    return text ? text : "";
}

static const char *text_at(struct value map, const char *key, size_t number)
{
    const char *text = value_as_text(value_item(value_get(map, key), number));
    return text ? text : "";
}

static bool says(struct place *place, struct value model, const char *words)
{
    return strstr(json(place, model), words) != NULL;
}

/* --- goals ------------------------------------------------------------------------------------ */

static const char goals[] = "person,date,goal,words,rating,status,reason,pace_felt,by\n"
                            "h1,2025-05-12,a,Mornings that are mine.,2,active,,right,person\n"
                            "h1,2025-09-01,a,,6,active,,too_fast,person\n"
                            "h1,2025-09-01,a,,9,reached,,,coach\n"
                            "h1,2025-05-14,b,Grow something you can eat.,,active,,,person\n"
                            "h1,2025-09-02,b,,,reached,,,person\n"
                            "h1,2025-06-01,c,Get the bus to Mum’s.,,active,,,person\n"
                            "h1,2025-11-03,c,,,on_hold,,,person\n"
                            "h1,2025-12-03,c,,,on_hold,accessing_funding,,person\n"
                            "h1,2025-07-01,d,See a dentist.,3,active,,,person\n"
                            "h1,2025-12-20,d,,,let_go,,,person\n";

static void goals_are_headed_by_their_words_and_told_in_a_sentence(void **state)
{
    (void)state;
    struct place *place = open_with(goals, NULL);
    struct value section = section_of(page_of(place, "h1", everything), "goals");
    assert_int_equal(value_count(value_get(section, "figures")), 4);
    assert_string_equal(text_in(figure(section, 0), "own"), "Mornings that are mine.");
    assert_string_equal(text_in(figure(section, 0), "sub"),
                        "You first said so on 12 May 2025, and on 1 September 2025 it was still "
                        "what you want. How close it feels, in your own rating from 0 to 10:");
    assert_string_equal(text_in(figure(section, 1), "sub"),
                        "You said it happened, on 2 September 2025.");
    assert_string_equal(text_in(figure(section, 2), "sub"),
                        "On hold since November 2025. What got in the way: getting funding.");
    assert_string_equal(text_in(figure(section, 3), "sub"),
                        "You crossed this out on 20 December 2025, and gave no reason. You don’t "
                        "have to. How close it felt on 1 July 2025, in your own rating from 0 to "
                        "10: 3.");
    assert_string_equal(text_at(section, "beside", 0),
                        "On 1 September 2025 you said that the pace feels too fast.");
    close_place(place);
}

static void ratings_of_others_are_kept_apart(void **state)
{
    (void)state;
    struct place *place = open_with(goals, NULL);
    struct value first = figure(section_of(page_of(place, "h1", everything), "goals"), 0);
    struct value points = value_get(value_get(first, "chart"), "points");
    assert_int_equal(value_count(points), 2);
    assert_string_equal(text_in(value_item(points, 1), "label"), "6");
    assert_string_equal(text_at(first, "note", 0),
                        "Your coach rated it too. That is kept apart, and not drawn here.");
    close_place(place);
}

static void what_others_wrote_is_not_put_into_the_persons_mouth(void **state)
{
    (void)state;
    struct place *place = open_with("person,date,goal,words,status,by\n"
                                    "h1,2025-05-12,a,Engage with the plan,on_hold,coach\n",
                                    NULL);
    struct value first = figure(section_of(page_of(place, "h1", everything), "goals"), 0);
    assert_string_equal(text_in(first, "own"), "");
    assert_string_equal(text_in(first, "title"),
                        "Goal 1, as your coach wrote it: “Engage with the plan”");
    assert_string_equal(text_in(first, "sub"),
                        "On 12 May 2025 your coach wrote down that this is on hold.");
    close_place(place);
}

static void levels_of_an_instrument_are_told_in_its_words(void **state)
{
    (void)state;
    struct place *place = open_with("person,date,goal,words,rating,status,instrument\n"
                                    "h1,2025-05-12,a,Sing again,-1,active,gas\n"
                                    "h1,2025-08-12,a,,1,active,gas\n",
                                    NULL);
    struct value first = figure(section_of(page_of(place, "h1", everything), "goals"), 0);
    struct value chart = value_get(first, "chart");
    assert_string_equal(text_in(first, "own"), "Sing again");
    assert_string_equal(text_in(chart, "says"),
                        "12 May 2025: less than hoped; 12 August 2025: more than hoped");
    assert_string_equal(text_in(value_item(value_get(chart, "points"), 1), "label"), "1");
    assert_string_equal(text_in(first, "sub"),
                        "You first said so on 12 May 2025, and on 12 August 2025 it was still what "
                        "you want. How close it feels, in your own rating from -2 (much less than "
                        "hoped) to 2 (much more than hoped):");
    close_place(place);
}

static void a_time_shows_what_was_wanted_in_it(void **state)
{
    (void)state;
    struct place *place = open_with(goals, NULL);
    struct days june = {day_of(2025, 6, 1), day_of(2025, 6, 30)};
    struct days winter = {day_of(2025, 12, 24), day_of(2025, 12, 31)};
    struct value early = section_of(page_of(place, "h1", june), "goals");
    struct value late = section_of(page_of(place, "h1", winter), "goals");
    assert_int_equal(value_count(value_get(early, "figures")), 3); /* the dentist is of July */
    assert_string_equal(text_in(figure(early, 1), "sub"), "You said so on 14 May 2025.");
    assert_int_equal(value_count(value_get(late, "figures")), 2); /* two were over before */
    close_place(place);
}

/* --- locked and erased ------------------------------------------------------------------------ */

static const char notes[] = "person,date,words,about\n"
                            "h1,2025-05-12,Patience.,strength\n"
                            "h1,2025-06-03,We just walked.,note\n"
                            "h1,2025-09-02,ELEVEN.,note\n";

static void locked_words_are_said_to_be_locked(void **state)
{
    (void)state;
    struct place *place = open_with(goals, notes);
    store_unlock(place->store, NULL);
    struct value model = page_of(place, "h1", everything);
    assert_string_equal(text_in(figure(section_of(model, "goals"), 0), "title"),
                        "Goal 1. Its words are locked with a key of your own, which is not here");
    assert_string_equal(text_at(section_of(model, "words"), "says", 0),
                        "2 notes of yours: the words are locked with a key of your own, which is "
                        "not here.");
    assert_int_equal(value_count(value_get(section_of(model, "words"), "rail")), 1);
    assert_true(says(place, model, SAY_BRING_LOCKED));
    assert_true(says(place, model, SAY_WORDS_NO_KEY));
    assert_string_equal(text_in(model, "title"), "h1’s page");
    assert_string_equal(text_at(model, "small", 0),
                        "h1 stands here for what you chose to be called: that is locked with a key "
                        "of your own, which is not here."
                        " " SAY_SMALL_ALONE);
    close_place(place);
}

/* --- a page of words -------------------------------------------------------------------------- */

static void who_has_no_scores_has_a_page_of_words_without_a_hole(void **state)
{
    (void)state;
    static const char *const asks[] = {"What do you want?",
                                       "How has the year been?",
                                       "What helped?",
                                       "Who is in your life?",
                                       "What did you have to go through to get help?",
                                       "What might you ask next?",
                                       "What can’t this page tell?",
                                       "What is held, and who looked?"};
    struct place *place = open_with(goals, notes);
    struct value model = page_of(place, "h1", everything);
    struct value sections = value_get(model, "sections");
    assert_int_equal(value_count(sections), sizeof asks / sizeof *asks);
    for (size_t i = 0; i < value_count(sections); i++)
        assert_string_equal(text_in(value_item(sections, i), "asks"), asks[i]);
    struct value rail = value_get(section_of(model, "words"), "rail");
    assert_int_equal(value_count(rail), 3);
    assert_string_equal(text_in(value_item(rail, 1), "says"), "ELEVEN.");
    assert_string_equal(text_in(value_item(rail, 2), "says"), "There is room here for more.");
    struct value quote = value_item(value_get(section_of(model, "goals"), "quotes"), 0);
    assert_string_equal(text_in(quote, "heading"), "What you bring, in your words");
    assert_string_equal(text_in(quote, "says"), "Patience.");
    assert_string_equal(text_in(quote, "by"), "You wrote this on 12 May 2025");
    assert_string_equal(text_in(model, "lead"), SAY_LEAD_WORDS);
    close_place(place);
}

static void who_has_scores_has_no_line_of_notes(void **state)
{
    (void)state;
    struct place *place = open_place(30);
    struct value model = page_of(place, "p017", everything);
    assert_true(value_is(section_of(model, "scores"), VALUE_TABLE));
    assert_false(value_is(section_of(model, "words"), VALUE_TABLE));
    close_place(place);
}

static void who_said_nothing_has_a_sentence_under_every_question(void **state)
{
    (void)state;
    struct place *place = open_with(NULL, NULL);
    struct value sections = value_get(page_of(place, "h1", everything), "sections");
    for (size_t i = 0; i < value_count(sections); i++) {
        struct value section = value_item(sections, i);
        assert_true(
            value_count(value_get(section, "says")) + value_count(value_get(section, "list")) > 0);
    }
    close_place(place);
}

/* --- who is in their life --------------------------------------------------------------------- */

static const char ties[] = "person,date,kind,subtype,tie,status,visibility\n"
                           "h1,2025-05-12,network_tie,family,my mum,added,\n"
                           "h1,2025-09-12,network_tie,family,my mum,renewed,\n"
                           "h1,2025-07-01,network_tie,neighbour,,added,\n"
                           "h1,2025-07-02,network_tie,interest,the choir,added,\n"
                           "h1,2025-08-02,network_tie,interest,the choir,ended,\n"
                           "h1,2025-06-01,network_tie,friend,somebody hidden,added,person_only\n";

static void a_tie_is_a_sentence_and_a_line_of_days(void **state)
{
    (void)state;
    struct place *place = open_with(NULL, NULL);
    import_text(place, "ties.csv", ties);
    score(place);
    struct value model = page_of(place, "h1", everything);
    struct value section = section_of(model, "ties"),
                 lanes = value_get(figure(section, 0), "lanes");
    assert_string_equal(text_in(figure(section, 0), "title"),
                        "You named 1 person or group in May 2025, and 3 by July 2025");
    assert_int_equal(value_count(lanes), 3);
    assert_string_equal(text_in(value_item(lanes, 0), "says"), "My mum");
    assert_string_equal(text_in(value_item(lanes, 0), "soft"),
                        "first named May 2025, back in touch September 2025");
    assert_string_equal(text_in(value_item(lanes, 1), "says"), "A neighbour");
    assert_string_equal(text_in(value_item(lanes, 2), "soft"),
                        "named July 2025; you said it had ended, August 2025");
    struct value lane = value_get(value_item(lanes, 2), "chart");
    assert_int_equal(value_count(value_get(lane, "rings")), 0);
    assert_false(says(place, model, "somebody hidden"));
    assert_true(says(place, model, SAY_LIMIT_HIDDEN));
    close_place(place);
}

static void what_is_kept_to_oneself_is_not_found_either(void **state)
{
    (void)state;
    static const char row[] = "person,date,kind,need,initiated_by,outcome,visibility\n"
                              "h1,2025-05-12,contact,housing,person,nothing_changed,%s\n"
                              "h1,2025-05-20,contact,housing,person,need_met,\n";
    for (int hidden = 0; hidden < 2; hidden++) {
        struct place *place = open_with(NULL, NULL);
        import_text(place, "asked.csv",
                    arena_format(place->arena, row, hidden ? "person_only" : "person+coach"));
        score(place);
        struct value section = section_of(page_of(place, "h1", everything), "findings_2");
        assert_int_equal(value_count(value_get(section, "found")), hidden ? 0 : 1);
        close_place(place);
    }
}

/* --- questions -------------------------------------------------------------------------------- */

static void questions_come_from_what_stands_on_the_page(void **state)
{
    (void)state;
    struct place *place = open_with(goals, NULL);
    import_text(place, "asked.csv",
                "person,date,kind,need,initiated_by,outcome\n"
                "h1,2025-05-12,contact,housing,person,nothing_changed\n"
                "h1,2025-05-20,contact,housing,person,need_met\n");
    score(place);
    struct value section = section_of(page_of(place, "h1", everything), "questions");
    assert_int_equal(value_count(value_get(section, "list")), 2);
    assert_string_equal(text_at(section, "list", 0),
                        "Ask the people who run the services you went to: Where do people have to "
                        "ask again because the first time did not settle it?");
    assert_string_equal(
        text_at(section, "list", 1),
        "Ask whoever could change it: what would have to happen for “Get the bus to "
        "Mum’s.” to go on?");
    close_place(place);
}

static void where_nothing_happened_there_is_no_question(void **state)
{
    (void)state;
    const char *const written[] = {NULL, notes};
    for (size_t i = 0; i < sizeof written / sizeof *written; i++) {
        struct place *place = open_with(NULL, written[i]);
        struct value section = section_of(page_of(place, "h1", everything), "questions");
        assert_int_equal(value_count(value_get(section, "list")), 0);
        assert_string_equal(text_at(section, "says", 0), SAY_NO_QUESTIONS);
        close_place(place);
    }
}

/* The ending and the crisis on one day, and a year later an ask of which nobody wrote down what it
 * was about. */
static void what_would_have_to_be_written_down_is_asked_of_the_latest(void **state)
{
    (void)state;
    struct place *place = open_with(NULL, NULL);
    import_text(place, "asked.csv",
                "person,date,kind,initiated_by,decided_by\n"
                "h1,2024-03-10,episode_end,,service\n"
                "h1,2024-03-10,crisis,,\n"
                "h1,2025-05-12,contact,person,\n"
                "h1,2025-05-14,contact,person,\n");
    score(place);
    struct value section = section_of(page_of(place, "h1", everything), "questions");
    assert_int_equal(value_count(value_get(section, "list")), 1);
    assert_string_equal(text_at(section, "list", 0),
                        "Ask your coach: what would have to be written down so that “Helped the "
                        "first time” can be told?");
    close_place(place);
}

/* --- what is held, and who looked ------------------------------------------------------------- */

static void what_is_held_is_counted_by_kind(void **state)
{
    (void)state;
    struct place *place = open_with(goals, notes);
    import_text(place, "consents.csv",
                "person,date,purpose,given,until\n"
                "h1,2025-05-12,coaching,yes,2025-12-01\n"
                "h1,2025-05-12,quotes,yes,2026-05-12\n");
    struct value record = section_of(page_of(place, "h1", everything), "record");
    assert_string_equal(text_at(record, "says", 0), "Held about you, since 12 May 2025: 3 notes, 4 "
                                                    "goals and 3 times you said yes or no.");
    assert_string_equal(text_at(record, "says", 1),
                        "3 notes and 4 goals: the words are locked with a key of your own.");
    struct value terms = value_get(record, "terms");
    assert_string_equal(text_in(value_item(terms, 0), "term"), SAY_FOR_COACHING);
    assert_string_equal(text_in(value_item(terms, 0), "says"),
                        "You said yes, on 12 May 2025, until 1 December 2025, which is over.");
    assert_string_equal(text_in(value_item(terms, 1), "says"),
                        "You said no. You are in none of its figures.");
    assert_string_equal(text_in(value_item(terms, 2), "says"),
                        "You said yes, on 12 May 2025, until 12 May 2026.");
    close_place(place);
}

static void look(struct place *place, const char *ref, day on, const char *what)
{
    struct fault fault;
    must(store_look(place->store, &(struct look){ref, on, "command line", what}, &fault), &fault);
}

static void who_looked_is_a_table_up_to_the_day_before(void **state)
{
    (void)state;
    struct place *place = open_with(goals, notes);
    look(place, "h1", AS_OF - 200, "scores");
    look(place, "h1", AS_OF - 20, "report my_progress");
    look(place, "h1", AS_OF - 10, "report area_learning");
    look(place, "h1", AS_OF - 1, "scores");
    look(place, "h1", AS_OF, "report my_progress");
    struct value model = page_of(place, "h1", everything), record = section_of(model, "record");
    struct value table = value_get(record, "table"), rows = value_get(table, "rows");
    assert_string_equal(text_in(table, "caption"), "Who looked since 1 July 2025");
    assert_int_equal(value_count(rows), 3);
    assert_string_equal(text_in(value_item(rows, 0), "head"), "31 December 2025");
    assert_string_equal(text_at(value_item(rows, 0), "cells", 0), SAY_WHO_COMMAND_LINE);
    assert_string_equal(text_at(value_item(rows, 0), "cells", 1), "your scores");
    assert_string_equal(text_at(value_item(rows, 2), "cells", 1), "this page");
    assert_string_equal(text_at(record, "beside", 1), "Before that: 1 look.");
    struct value link = value_item(value_get(model, "links"), 0);
    assert_string_equal(text_in(link, "id"), "record");
    assert_string_equal(text_in(link, "says"), "What is held about you, and who looked: 3 looks in "
                                               "the last six months.");
    close_place(place);
}

/* --- what should not wait --------------------------------------------------------------------- */

/* PHQ-9 with 1 at the ninth question, on a day or as an order. */
static void import_flag(struct place *place, const char *when)
{
    struct text rows = {0};
    text_put(&rows, "person,date,instrument,item,answer\n");
    text_format(&rows, "h1,%s,phq9,q9,1\n", when);
    import_text(place, "phq9.csv", rows.bytes);
    text_free(&rows);
    score(place);
}

static const char help[] = "called,how,when,area\n"
                           "Quay line,01632 960 001,any hour,Saltmere\n"
                           "Somebody far away,01632 960 002,,Thornquay\n"
                           "Rosa at the hub,knock at 3 Mill Lane,,\n";

static void help_is_that_which_is_named_for_where_the_person_is(void **state)
{
    (void)state;
    struct place *place = open_with(NULL, NULL);
    struct fault fault;
    import_flag(place, "2025-12-22");
    place->shelf.with = place->folder;
    must(text_write_file(in(place, "help.csv"), help, strlen(help), &fault), &fault);
    struct value model = page_of(place, "h1", everything);
    struct value now = value_item(value_get(model, "now"), 0);
    assert_string_equal(text_at(now, "help", 0), "Quay line: 01632 960 001 (any hour)");
    assert_string_equal(text_at(now, "help", 1), "Rosa at the hub: knock at 3 Mill Lane");
    assert_int_equal(value_count(value_get(now, "help")), 2);
    assert_false(report_needs_help(model));
    must(text_write_file(in(place, "help.csv"), "called\nx\n", 9, &fault), &fault);
    assert_false(report_person(definition(place, "my_progress"), place->store, &place->shelf, "h1",
                               everything, AS_OF, place->arena, &model, &fault));
    assert_int_equal(fault.kind, FAULT_DATA);
    close_place(place);
}

static void an_order_without_a_day_does_not_wait_either(void **state)
{
    (void)state;
    struct place *place = open_with(NULL, NULL);
    struct days june = {day_of(2025, 6, 1), day_of(2025, 6, 30)};
    import_flag(place, "#2");
    struct value now = value_get(page_of(place, "h1", june), "now");
    assert_int_equal(value_count(now), 1);
    assert_string_equal(text_in(value_item(now, 0), "says"),
                        "The latest time that this was answered you gave an answer that should not "
                        "wait: thoughts of being better off dead. Please talk about it with "
                        "somebody you trust.");
    close_place(place);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(goals_are_headed_by_their_words_and_told_in_a_sentence),
        cmocka_unit_test(ratings_of_others_are_kept_apart),
        cmocka_unit_test(what_others_wrote_is_not_put_into_the_persons_mouth),
        cmocka_unit_test(levels_of_an_instrument_are_told_in_its_words),
        cmocka_unit_test(a_time_shows_what_was_wanted_in_it),
        cmocka_unit_test(locked_words_are_said_to_be_locked),
        cmocka_unit_test(who_has_no_scores_has_a_page_of_words_without_a_hole),
        cmocka_unit_test(who_has_scores_has_no_line_of_notes),
        cmocka_unit_test(who_said_nothing_has_a_sentence_under_every_question),
        cmocka_unit_test(a_tie_is_a_sentence_and_a_line_of_days),
        cmocka_unit_test(what_is_kept_to_oneself_is_not_found_either),
        cmocka_unit_test(questions_come_from_what_stands_on_the_page),
        cmocka_unit_test(where_nothing_happened_there_is_no_question),
        cmocka_unit_test(what_would_have_to_be_written_down_is_asked_of_the_latest),
        cmocka_unit_test(what_is_held_is_counted_by_kind),
        cmocka_unit_test(who_looked_is_a_table_up_to_the_day_before),
        cmocka_unit_test(help_is_that_which_is_named_for_where_the_person_is),
        cmocka_unit_test(an_order_without_a_day_does_not_wait_either),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
