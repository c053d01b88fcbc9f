/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The small kinds of file: goals, notes, consents, services, areas, what is collected. */
#include "support.h"

/* The same file again, and one cell of it changed. */
static void comes_in_once_and_is_corrected(struct world *world, const char *header, const char *row,
                                           const char *changed)
{
    import_text(world, "x.csv", arena_format(world->arena, "%s\n%s\n", header, row));
    assert_string_equal(world->said.bytes, "");
    sums_are(world, 1, 1, 0, 0, 0, 0);
    import_text(world, "x.csv", arena_format(world->arena, "%s\n%s\n", header, row));
    sums_are(world, 1, 0, 0, 1, 0, 0);
    import_text(world, "x.csv", arena_format(world->arena, "%s\n%s\n", header, changed));
    sums_are(world, 1, 0, 1, 0, 0, 0);
}

static void goals_come_in_once_and_are_corrected(void **state)
{
    struct world *world = *state;
    comes_in_once_and_is_corrected(world,
                                   "person,date,goal,words,rating,status,time,by,reason,pace_felt",
                                   "p001,2024-03-31,home,a place of my own,7.50,active,09:05,coach,"
                                   "accessing_home,right",
                                   "p001,2024-03-31,home,a place of my own,8,active,09:05,coach,"
                                   "accessing_home,right");
    assert_string_equal(query(world, "select date, goal, instrument, time, by, words is not null, "
                                     "rating, status, reason, pace_felt from goal order by import"),
                        "2024-03-31|home||09:05|coach|1|7.5|active|accessing_home|right\n"
                        "2024-03-31|home||09:05|coach|1|8|active|accessing_home|right\n");
}

static void notes_come_in_once_and_are_corrected_by_their_id(void **state)
{
    struct world *world = *state;
    comes_in_once_and_is_corrected(world, "person,date,words,id,time,about",
                                   "p001,2024-03-31,I walked to the sea,n1,09:05,strength",
                                   "p001,2024-03-31,I walked to the river,n1,09:05,strength");
    import_text(world, "x.csv",
                "person,date,words\np001,2024-04-01,a good day\np001,2024-04-01,a good day\n"
                "p001,2024-04-01,a bad night\n");
    assert_int_equal(world->done.result.sum.set_aside, 0);
    import_text(world, "x.csv", "person,date,words\np001,2024-04-01,a good day\n");
    sums_are(world, 1, 0, 0, 1, 0, 0);
}

static void consents_come_in_once_and_are_corrected(void **state)
{
    struct world *world = *state;
    comes_in_once_and_is_corrected(world, "person,date,purpose,given,until",
                                   "p001,2024-03-31,learning,yes,2025-03-31",
                                   "p001,2024-03-31,learning,no,2025-03-31");
}

static void what_is_told_of_is_not_before_1900_nor_still_to_come(void **state)
{
    static const char early[] = "column date: 0001-01-01 is before anything here: write the year "
                                "as 2024",
                      late[] = "column date: 2999-01-01 is still to come: only an event may be "
                               "planned";
    aside_says(*state, "person,date,words", "p,0001-01-01,well", early);
    aside_says(*state, "person,date,words", "p,2999-01-01,well", late);
    aside_says(*state, "person,date,goal,rating", "p,0001-01-01,home,3", early);
    aside_says(*state, "person,date,goal,rating", "p,2999-01-01,home,3", late);
    aside_says(*state, "person,date,kind", "p,0001-01-01,contact", early);
    aside_says(*state, "person,date,kind", "p,0024,contact",
               "column date: 0024 is before anything here: write the year as 2024");
    import_text(*state, "x.csv", "person,date,kind\np,2999-01-01,contact\np,2999,contact\n");
    sums_are(*state, 2, 2, 0, 0, 0, 0);
}

static void services_come_in_once_and_are_corrected(void **state)
{
    struct world *world = *state;
    comes_in_once_and_is_corrected(
        world, "service,type,title,org,ring,purpose,stated_days,access_mode",
        "Housing Options,council,Housing options,Elmwood Council,crisis,move_on,84,open_door",
        "Housing Options,council,Housing options,Elmwood Council,crisis,move_on,90,open_door");
    assert_string_equal(
        query(world, "select service, type, stated_days from service order by import"),
        "Housing Options|council|84\nHousing Options|council|90\n");
}

static void areas_come_in_once_and_are_corrected(void **state)
{
    struct world *world = *state;
    comes_in_once_and_is_corrected(world, "area,within", "Oakend,Elmwood", "Oakend,Ashby");
    import_text(world, "areas.csv", "area\nElmwood\nAshby\n");
    assert_int_equal(world->done.result.sum.set_aside, 0);
}

static void what_is_collected_comes_in_once_and_is_corrected(void **state)
{
    struct world *world = *state;
    comes_in_once_and_is_corrected(world, "area,kind,since,until,subtype,service_type",
                                   "Elmwood,crisis,2024-01-01,2024-12-31,ae_attendance,gp",
                                   "Elmwood,crisis,2024-01-01,2025-12-31,ae_attendance,gp");
}

/* --- rows that are set aside ----------------------------------------------------------------- */

struct attempt {
    const char *row, *sentence;
};

static void each_is_set_aside(struct world *world, const char *header, const struct attempt *tries,
                              size_t count)
{
    for (size_t i = 0; i < count; i++)
        aside_says(world, header, tries[i].row, tries[i].sentence);
}
#define EACH(world, header, tries)                                                                 \
    each_is_set_aside(world, header, tries, sizeof(tries) / sizeof *(tries))

static void goals_that_are_none_are_set_aside(void **state)
{
    static const struct attempt tries[] = {
        {",2024-03-31,home,,5,active,,,,,,,", "no `person`: column person is empty"},
        {"p,,home,,5,active,,,,,,,", "no `date`: column date is empty"},
        {"p,2024-03-31,,,5,active,,,,,,,", "no `goal`: column goal is empty"},
        {"p,2024-03,home,,5,active,,,,,,,",
         "column date: 2024-03 is not a date. Write it as 2024-03-31"},
        {"p,2024-03-31,a place of my own,,5,active,,,,,,,",
         "column goal: \"a place of my own\" is not a code: letters, digits and _, beginning with "
         "a "
         "letter. An intake maps words to codes"},
        {"p,2024-03-31,Home,,5,active,,,,,,,",
         "column goal: a goal is called by small letters, digits and _, beginning with a letter. "
         "What the person wants stands in `words`"},
        {"p,2024-03-31,home,,11,active,,,,,,,",
         "column rating: 11 is not a rating from 0 to 10, nor a kind of no answer"},
        {"p,2024-03-31,home,,good,active,,,,,,,",
         "column rating: good is not a rating from 0 to 10, nor a kind of no answer"},
        {"p,2024-03-31,home,,-1,active,,,,,,,",
         "column rating: -1 is not a rating from 0 to 10, nor a kind of no answer"},
        {"p,2024-03-31,home,,5,activ,,,,,,,",
         "column status: activ is not one of its codes, which are: active on_hold reached changed "
         "let_go. Did you mean `active`?"},
        {"p,2024-03-31,home,,5,active,,3,,,,,",
         "column weight: only a goal of an instrument has one, and `instrument` is empty"},
        {"p,2024-03-31,home,,5,active,,,,,,1,",
         "column version: only a goal of an instrument has one, and `instrument` is empty"},
        {"p,2024-03-31,home,,5,active,,,25:00,,,,",
         "column time: 25:00 is not a time. Write it as 23:40"},
        {"p,2024-03-31,home,,5,active,,,,,wrker,,",
         "column by: wrker is not one of its codes, which are: person proxy coach worker together "
         "family_or_friend observer group. Did you mean `worker`?"},
        {"p,2024-03-31,home,,5,active,,,,,,,slow",
         "column pace_felt: slow is not one of its codes, which are: too_fast right too_slow"},
        {"p,2024-03-31,home,,5,active,junper,,,,,,",
         "column instrument: there is no instrument junper. Did you mean juniper?"},
        {"p,2024-03-31,home,,5,active,juniper,,,,,,",
         "column instrument: juniper has no goals. Leave it empty for a goal rated from 0 to 10"},
    };
    EACH(*state,
         "person,date,goal,words,rating,status,instrument,weight,time,mode,by,version,pace_felt",
         tries);
}

static void a_rating_may_be_a_kind_of_no_answer_or_empty(void **state)
{
    struct world *world = *state;
    import_text(world, "goals.csv",
                "person,date,goal,rating\np001,2024-03-31,home,declined\np001,2024-03-31,music,\n"
                "p001,2024-03-31,sister,0\np001,2024-03-31,work,10\n");
    sums_are(world, 4, 4, 0, 0, 0, 0);
    assert_string_equal(query(world, "select goal, rating from goal order by goal"),
                        "home|declined\nmusic|\nsister|0\nwork|10\n");
}

static void notes_and_consents_that_are_none_are_set_aside(void **state)
{
    static const struct attempt notes[] = {
        {",2024-03-31,w,,,", "no `person`: column person is empty"},
        {"p,,w,,,", "no `date`: column date is empty"},
        {"p,2024-03-31,,,,", "no `words`: column words is empty"},
        {"p,31/03/2024,w,,,", "column date: 31/03/2024 is not a date. Write it as 2024-03-31"},
        {"p,2024-03-31,w,,9,", "column time: 9 is not a time. Write it as 23:40"},
        {"p,2024-03-31,w,,,strengh", "column about: strengh is not one of its codes, which are: "
                                     "note strength. Did you mean `strength`?"},
    };
    static const struct attempt consents[] = {
        {"p,2024-03-31,,yes,", "no `purpose`: column purpose is empty"},
        {"p,2024-03-31,learning,,", "no `given`: column given is empty"},
        {"p,2024-03-31,lerning,yes,",
         "column purpose: lerning is not one of its codes, which are: coaching learning research "
         "quotes. Did you mean `learning`?"},
        {"p,2024-03-31,learning,maybe,",
         "column given: maybe is not one of its codes, which are: yes no"},
        {"p,2024-03-31,learning,yes,2024-03-30", "column until: it is before `date`"},
    };
    EACH(*state, "person,date,words,id,time,about", notes);
    EACH(*state, "person,date,purpose,given,until", consents);
}

static void services_areas_and_collects_that_are_none_are_set_aside(void **state)
{
    static const struct attempt services[] = {
        {",gp,,", "no `service`: column service is empty"},
        {"Elm,,,", "no `type`: column type is empty"},
        {"Elm,Doctor's surgery,,", "column type: \"Doctor's surgery\" is not a code: letters, "
                                   "digits and _, beginning with a letter. An intake maps words "
                                   "to codes"},
        {"Elm,gp,a fortnight,",
         "column stated_days: \"a fortnight\" is not a whole number from 0 up"},
        {"Elm,gp,,We went to see them and nobody came to the door",
         "column title: this is longer than a name. Words about people are not kept here; shorten "
         "it, or leave it out"},
    };
    static const struct attempt areas[] = {
        {",Elmwood", "no `area`: column area is empty"},
        {"Oakend,Oakend", "column within: an area is not within itself. Leave it empty"},
    };
    static const struct attempt collects[] = {
        {",crisis,2024-01-01,", "no `area`: column area is empty"},
        {"Elmwood,,2024-01-01,", "no `kind`: column kind is empty"},
        {"Elmwood,crisis,,", "no `since`: column since is empty"},
        {"Elmwood,crises,2024-01-01,",
         "column kind: crises is not a kind of event. Did you mean `crisis`?"},
        {"Elmwood,crisis,2024,", "column since: 2024 is not a date. Write it as 2024-03-31"},
        {"Elmwood,crisis,2024-01-01,2023-12-31", "column until: it is before `since`"},
    };
    EACH(*state, "service,type,stated_days,title", services);
    EACH(*state, "area,within", areas);
    EACH(*state, "area,kind,since,until", collects);
}

static void nobody_is_made_by_rows_that_are_all_set_aside(void **state)
{
    struct world *world = *state;
    import_text(world, "goals.csv",
                "person,date,goal,words\np001,2024-03-31,home,one\np001,2024-03-31,home,two\n");
    sums_are(world, 2, 0, 0, 0, 0, 2);
    assert_int_equal(world->done.result.new_people, 0);
    assert_string_equal(query(world, "select count(*) from reference"), "0\n");
    import_text(world, "goals.csv", "person,date,goal,words\np001,2024-03-31,home,one\n");
    sums_are(world, 1, 1, 0, 0, 0, 0);
    import_text(world, "goals.csv", "person,date,goal,words\np001,2024-03-31,home,one\n");
    sums_are(world, 1, 0, 0, 1, 0, 0); /* the key that its words were sealed with was kept */
}

/* --- attendance ------------------------------------------------------------------------------ */

static void attendance_codes_of_the_nhs_are_read_as_ours(void **state)
{
    struct world *world = *state;
    import_text(world, "events.csv",
                "person,date,kind,id,status,cancelled_by,reason,service_outcome\n"
                "p001,2024-03-01,appointment,5,5,,,\n"
                "p001,2024-03-02,appointment,2,2,,,\n"
                "p001,2024-03-03,appointment,3,3,,,\n"
                "p001,2024-03-04,appointment,4,4,,,\n"
                "p001,2024-03-05,appointment,7,7,,,\n"
                "p001,2024-03-06,appointment,0,0,,,\n"
                "p001,2024-03-07,appointment,own,4,other,no_interpreter,X9\n");
    sums_are(world, 7, 7, 0, 0, 0, 0);
    assert_string_equal(
        query(world,
              "select id, status, cancelled_by, reason, service_outcome from event order by date"),
        "5|attended|||5\n2|cancelled|person||2\n3|no_show|||3\n"
        "4|cancelled|service|service_cancelled|4\n7|no_show||turned_away_late|7\n0||||0\n"
        "own|cancelled|other|no_interpreter|X9\n");
    aside_says(world, "person,date,kind,status", "p001,2024-03-01,contact,5",
               "column status: 5 is not a code: letters, digits and _, beginning with a letter. An "
               "intake maps words to codes");
}

int main(void)
{
#define HERE(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        HERE(goals_come_in_once_and_are_corrected),
        HERE(notes_come_in_once_and_are_corrected_by_their_id),
        HERE(consents_come_in_once_and_are_corrected),
        HERE(what_is_told_of_is_not_before_1900_nor_still_to_come),
        HERE(services_come_in_once_and_are_corrected),
        HERE(areas_come_in_once_and_are_corrected),
        HERE(what_is_collected_comes_in_once_and_is_corrected),
        HERE(goals_that_are_none_are_set_aside),
        HERE(a_rating_may_be_a_kind_of_no_answer_or_empty),
        HERE(notes_and_consents_that_are_none_are_set_aside),
        HERE(services_areas_and_collects_that_are_none_are_set_aside),
        HERE(nobody_is_made_by_rows_that_are_all_set_aside),
        HERE(attendance_codes_of_the_nhs_are_read_as_ours),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
