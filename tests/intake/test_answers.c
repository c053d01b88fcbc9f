/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What answers say beside the answers: printed editions, the source's own key, a sheet's edition.
 */
#include "support.h"

static const char *tokens_of(struct world *world, const char *ref)
{
    struct stored_person p = person(world, ref);
    assert_int_equal(p.administration_count, 1);
    return p.administrations[0].tokens;
}

static void codes_of_a_printed_edition_are_undone(void **state)
{
    struct world *world = *state;
    import_text(world, "answers.csv",
                "person,date,instrument,item,answer,form\n"
                "p001,2024-03-31,sorrel,s1,4,turned\n"
                "p001,2024-03-31,sorrel,s2,1,turned\n"
                "p001,2024-03-31,sorrel,s3,declined,turned\n"
                "p002,2024-03-31,sorrel,s1,4,\n"
                "p002,2024-03-31,sorrel,s2,1,turned\n"
                "p003,2024-03-31,sorrel,s1,4,turned;shuffled\n");
    sums_are(world, 6, 6, 0, 0, 0, 0);
    assert_string_equal(tokens_of(world, "p001"), "1 4 d");
    assert_string_equal(tokens_of(world, "p002"), "4 4 -");
    assert_string_equal(tokens_of(world, "p003"),
                        "1 - -"); /* items are named: the order is theirs */
    import_text(world, "wide.csv",
                "person,date,instrument,s1,s2,s3,form\np004,2024-03-31,sorrel,4,1,2,turned\n");
    sums_are(world, 1, 1, 0, 0, 0, 0);
    assert_string_equal(tokens_of(world, "p004"), "1 4 3");
}

static void answers_that_name_no_form_have_the_one_of_the_whole_file(void **state)
{
    struct world *world = *state;
    write_file(world, "x.csv",
               "person,date,instrument,s1,s2,s3,form\np007,2024-03-31,sorrel,4,1,2,\n"
               "p008,2024-03-31,sorrel,4,1,2,shuffled\n");
    struct intake_how how = how_of(world, NULL);
    how.form = "turned";
    must(run_file(world, &how), &world->fault);
    sums_are(world, 2, 2, 0, 0, 0, 0);
    assert_string_equal(tokens_of(world, "p007"), "1 4 3");
    assert_string_equal(tokens_of(world, "p008"), "4 1 2");
    write_file(world, "y.csv",
               "person,date,instrument,item,answer\np009,2024-03-31,sorrel,s1,4\n"
               "p009,2024-03-31,juniper,q1,4\n");
    must(run_file(world, &how), &world->fault);
    assert_string_equal(world->said.bytes, "y.csv:3: --form: juniper has no form turned; it has "
                                           "none. Row set aside\n");
    assert_string_equal(tokens_of(world, "p009"), "1 - -");
}

static void a_form_that_no_instrument_has_refuses_the_file(void **state)
{
    struct world *world = *state;
    write_file(world, "x.csv", "person,date,s1,s2,s3\np007,2024-03-31,4,1,2\n");
    struct intake_how how = how_of(world, NULL);
    how.form = "turnd";
    assert_false(run_file(world, &how));
    assert_int_equal(world->fault.kind, FAULT_USAGE);
    assert_has(world->fault.text, "--form turnd: no instrument here has such a form");
    how.as = "instruments/sorrel";
    assert_false(run_file(world, &how));
    assert_string_equal(world->fault.text,
                        "--form turnd: sorrel has no form turnd. Did you mean turned?");
}

static void a_form_that_is_none_sets_the_row_aside(void **state)
{
    static const char header[] = "person,date,instrument,item,answer,form";
    aside_says(*state, header, "p,2024-03-31,sorrel,s1,4,turnd",
               "column form: sorrel has no form turnd. Did you mean turned?");
    aside_says(*state, header, "p,2024-03-31,sorrel,s1,4,1997",
               "column form: sorrel has no form 1997; it has shuffled, turned");
    aside_says(*state, header, "p,2024-03-31,juniper,q1,4,turned",
               "column form: juniper has no form turned; it has none");
    aside_says(*state, header, "p,2024-03-31,sorrel,s1,5,turned",
               "column answer: 5 is not an answer of sorrel; they are 4, 3, 2 and 1");
}

static void the_sources_own_key_and_edition_are_kept(void **state)
{
    struct world *world = *state;
    import_text(world, "answers.csv",
                "person,date,instrument,q1,q2,q3,id,edition\n"
                "p001,2024-03-31,juniper,1,2,3,a-17,large print\n");
    sums_are(world, 1, 1, 0, 0, 0, 0);
    assert_string_equal(query(world, "select id, edition from administration_source"),
                        "a-17|large print\n");
    import_text(world, "answers.csv",
                "person,date,instrument,q1,q2,q3,id,edition\n"
                "p001,2024-03-31,juniper,1,2,3,a-17,large print\n");
    sums_are(world, 1, 0, 0, 1, 0, 0);
}

static void the_same_key_again_is_a_correction_also_of_the_date(void **state)
{
    struct world *world = *state;
    import_text(world, "answers.csv",
                "person,date,instrument,q1,q2,q3,id\np001,2024-03-31,juniper,1,2,3,a-17\n");
    import_text(world, "answers.csv",
                "person,date,instrument,q1,q2,q3,id\np001,2024-04-01,juniper,1,2,3,a-17\n");
    sums_are(world, 1, 0, 1, 0, 0, 0);
    struct stored_person p = person(world, "p001");
    assert_int_equal(p.administration_count, 1);
}

/* --- goals ----------------------------------------------------------------------------------- */

static void goals_stand_in_a_cell_of_their_item(void **state)
{
    struct world *world = *state;
    import_text(world, "answers.csv",
                "person,date,instrument,item,answer\n"
                "p001,2024-03-31,gorse,goal,music:2@3;home:1\n"
                "p002,2024-03-31,gorse,goal,declined\n");
    sums_are(world, 2, 2, 0, 0, 0, 0);
    assert_string_equal(tokens_of(world, "p001"), "home:1 music:2@3");
    assert_string_equal(tokens_of(world, "p002"), "d");
    import_as(world, "wide.csv", "person,date,instrument,goal\np003,2024-03-31,gorse,home:-2\n",
              NULL);
    assert_string_equal(world->done.kind, "answers");
    sums_are(world, 1, 1, 0, 0, 0, 0);
    assert_string_equal(tokens_of(world, "p003"), "home:-2");
    aside_says(world, "person,date,instrument,item,answer", "p,2024-03-31,gorse,goal,home:3",
               "column answer: the level of home is 3; levels run from -2 to 2, and - is none yet");
}

static void a_day_of_goals_of_an_instrument_is_one_administration(void **state)
{
    struct world *world = *state;
    import_text(world, "goals.csv",
                "person,date,goal,words,rating,status,instrument,weight,by\n"
                "p001,2024-03-31,home,a place of my own,1,active,gorse,3.0,\n"
                "p001,2024-03-31,music,,declined,active,gorse,,\n"
                "p001,2024-03-31,sister,,2,active,gorse,1,\n"
                "p001,2024-03-31,home,,0,active,gorse,,coach\n");
    sums_are(world, 4, 4, 0, 0, 0, 0);
    assert_string_equal(
        world->said.bytes,
        "goals.csv:5: gorse was answered by coach; it is for person together. Kept, "
        "not scored\n");
    struct stored_person p = person(world, "p001");
    assert_int_equal(p.administration_count, 2);
    const struct stored_administration *own = &p.administrations[p.administrations[0].by != 0];
    assert_string_equal(own->tokens, "home:1@3 music:d sister:2");
    assert_string_equal(
        query(world, "select goal, by, rating, weight, version from goal order by by, goal"),
        "home|coach|0||3\nhome|person|1|3|3\nmusic|person|declined||3\n"
        "sister|person|2|1|3\n");
}

static void a_rating_that_its_instrument_does_not_know_is_set_aside(void **state)
{
    static const char header[] = "person,date,goal,rating,instrument,weight,version";
    aside_says(*state, header, "p,2024-03-31,home,3,gorse,,",
               "column rating: the level of home is 3; levels run from -2 to 2, and - is none yet");
    aside_says(*state, header, "p,2024-03-31,home,1,gorse,10,",
               "column weight: the weight of home is 10; weights run from 0 to 9");
    aside_says(*state, header, "p,2024-03-31,home,1;music:2,gorse,,",
               "column rating: \"1;music:2\" is not one number, nor a kind of no answer");
    aside_says(*state, header, "p,2024-03-31,home,1@2,gorse,,",
               "column rating: \"1@2\" is not one number, nor a kind of no answer");
    aside_says(*state, header, "p,2024-03-31,home,1,gorse,2 3,",
               "column weight: \"2 3\" is not one number, nor a kind of no answer");
    aside_says(*state, header, "p,2024-03-31,home,1,gorse,,1",
               "column version: there is no version 1 of gorse here; it is version 3");
}

/* --- about an area --------------------------------------------------------------------------- */

#define RESPONDENTS                                                                                \
    "select ar.ref, r.seat, r.sheet from respondent r join area ar using (area) order by 2, 3"

static void answers_about_an_area_come_in_by_seat(void **state)
{
    struct world *world = *state;
    import_text(world, "area.csv",
                "area,seat,date,instrument,item,answer,group,sheet,words\n"
                "Elmwood,power,2024-03-31,moor,m1,3,,,\n"
                "Elmwood,power,2024-03-31,moor,m2,4,,,\n"
                "Elmwood,citizens,2024-03-31,moor,m1,1,12,a,\n"
                "Elmwood,citizens,2024-03-31,moor,m2,not_asked,12,a,\n"
                "Elmwood,citizens,2024-03-31,moor,why,,12,a,because of the sea\n");
    assert_string_equal(world->said.bytes, "");
    sums_are(world, 5, 5, 0, 0, 0, 0);
    assert_string_equal(query(world, RESPONDENTS), "Elmwood|citizens|a\nElmwood|power|\n");
    assert_string_equal(query(world, "select tokens, together from administration order by tokens"),
                        "1 n +|12\n3 4 -|\n");
    import_text(world, "wide.csv",
                "area,seat,date,instrument,m1,m2,why,sheet\n"
                "Elmwood,citizens,2024-03-31,moor,2,,we walked,b\n");
    sums_are(world, 1, 1, 0, 0, 0, 0);
    import_as(world, "as.csv",
              "area,seat,date,m1,m2,why,sheet\nElmwood,citizens,2024-03-31,2,,we walked,b\n",
              "instruments/moor");
    sums_are(world, 1, 0, 0, 1, 0, 0);
    import_text(world, "wide.csv",
                "area,seat,date,instrument,m1,m2,why,sheet\n"
                "Elmwood,citizens,2024-03-31,moor,3,,we walked,b\n");
    sums_are(world, 1, 0, 1, 0, 0, 0);
}

static void answers_about_an_area_that_are_none_are_set_aside(void **state)
{
    static const char header[] = "area,seat,date,instrument,item,answer,group,sheet";
    static const char *const tries[][2] = {
        {",power,2024-03-31,moor,m1,3,,", "no `area`: column area is empty"},
        {"Elmwood,,2024-03-31,moor,m1,3,,", "no `seat`: column seat is empty"},
        {"Elmwood,citizen,2024-03-31,moor,m1,3,,",
         "column seat: citizen is no seat of moor, whose seats are: power citizens. Did you mean "
         "`citizens`?"},
        {"Elmwood,citizens,2024-03-31,moor,m2,3,,",
         "column answer: m2 is asked of power only. Leave it empty"},
        {"Elmwood,power,2024-03-31,moor,m1,5,,",
         "column answer: 5 is not an answer of moor; they run from 1 to 4"},
        {"Elmwood,power,2024-03-31,moor,m1,3,0,",
         "column group: it says how many answered together: 1 or more"},
        {"Elmwood,power,2024-03-31,juniper,q1,3,,", "column instrument: juniper is about a person. "
                                                    "Its answers stand in a file with the column "
                                                    "person in place of area and seat"},
    };
    for (size_t i = 0; i < sizeof tries / sizeof *tries; i++)
        aside_says(*state, header, tries[i][0], tries[i][1]);
    aside_says(*state, "person,date,instrument,item,answer", "p,2024-03-31,moor,m1,3",
               "column instrument: moor is about an area. Its answers stand in a file with the "
               "columns area and seat in place of person");
}

int main(void)
{
#define HERE(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        HERE(codes_of_a_printed_edition_are_undone),
        HERE(answers_that_name_no_form_have_the_one_of_the_whole_file),
        HERE(a_form_that_no_instrument_has_refuses_the_file),
        HERE(a_form_that_is_none_sets_the_row_aside),
        HERE(the_sources_own_key_and_edition_are_kept),
        HERE(the_same_key_again_is_a_correction_also_of_the_date),
        HERE(goals_stand_in_a_cell_of_their_item),
        HERE(a_day_of_goals_of_an_instrument_is_one_administration),
        HERE(a_rating_that_its_instrument_does_not_know_is_set_aside),
        HERE(answers_about_an_area_come_in_by_seat),
        HERE(answers_about_an_area_that_are_none_are_set_aside),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
