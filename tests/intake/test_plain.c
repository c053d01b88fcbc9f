/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plain kinds of file: people, answers in long and wide form, events. */
#include "support.h"

/* --- what comes in --------------------------------------------------------------------------- */

static void people_come_in(void **state)
{
    struct world *world = *state;
    import_text(world, "people.csv",
                "person,area,born,shares,contact_preference,disability\n"
                "p001,Elmwood,1980,yes,phone; text,declined\n"
                "NA,Elmwood,1980-02-29,no,,\n"
                "007,Elmwood,,,,\n");
    sums_are(world, 3, 3, 0, 0, 0, 0);
    assert_string_equal(world->done.kind, "people");
    assert_string_equal(world->said.bytes, "");
    struct stored_person p = person(world, "p001");
    assert_int_equal(p.row_count, 1);
    assert_string_equal(p.rows[0].area, "Elmwood");
    assert_string_equal(p.rows[0].columns[0], "1980");
    person(world, "NA");
    person(world, "007");
}

static void a_people_row_may_hold_from_a_date(void **state)
{
    struct world *world = *state;
    import_text(world, "people.csv", "person,area,date\np001,Elmwood,\np001,Oakend,2024-03-01\n");
    sums_are(world, 2, 2, 0, 0, 0, 0);
    assert_int_equal(person(world, "p001").row_count, 2);
}

static void long_answers_make_one_administration_wherever_they_stand(void **state)
{
    struct world *world = *state;
    import_text(world, "answers.csv",
                "person,date,instrument,item,answer,time,mode,by,version\n"
                "p001,2024-03-31,juniper,q1,3,09:05,telephone,proxy,1\n"
                "p002,2024-03-31,juniper,q1,1,,,,\n"
                "p001,2024-03-31,juniper,q3,declined,09:05,telephone,proxy,1\n"
                "p001,2024-03-31,juniper,q2,,09:05,telephone,proxy,1\n");
    sums_are(world, 4, 4, 0, 0, 0, 0); /* a blank is new too where nobody knew of the rest */
    assert_string_equal(world->done.kind, "answers");
    struct stored_person p = person(world, "p001");
    assert_int_equal(p.administration_count, 1);
    assert_string_equal(p.administrations[0].tokens, "3 - d");
    assert_int_equal(p.administrations[0].time, 9 * 60 + 5);
    assert_int_equal(p.administrations[0].by, 1);
    assert_int_equal(p.administrations[0].mode, 5);
}

static void a_long_row_is_like_the_one_before_only_where_it_says_the_same(void **state)
{
    struct world *world = *state;
    char ref[241] = {0}, file[2400];
    for (size_t i = 0; i + 4 < sizeof ref; i += 4)
        memcpy(ref + i, "\xF0\x9F\x8C\xB1", 4); /* with its date longer than what is remembered */
    snprintf(file, sizeof file,
             "person,date,instrument,item,answer,time,by\n"
             "p001,2024-03-31,juniper,q1,3,,\n"
             "p001,2024-03-31,juniper,q2,4,,\n"
             "p001,2024-03-31,juniper,q3,9,,\n" /* set aside, and forgets nothing */
             "p001,2024-03-31,juniper,q3,5,,\n"
             "p001,2024-13-31,juniper,q1,1,,\n" /* set aside, and is no row before */
             "p001,2024-13-31,juniper,q2,1,,\n"
             "p001,2024-03-31,juniper,q1,1,09:05,\n"
             "p001,2024-03-31,juniper,q2,2,09:05,\n"
             "p001,2024-03-31,juniper,q1,5,,proxy\n"
             "p001,#2,juniper,q1,2,,\n"
             "p001,2024-03-31,rowan,w1,1,,\n"
             "%s,2024-03-31,juniper,q1,1,,\n"
             "%s,2024-04-01,juniper,q2,2,,\n",
             ref, ref);
    import_text(world, "answers.csv", file);
    sums_are(world, 13, 10, 0, 0, 0, 3);
    struct stored_person p = person(world, "p001");
    const char *all = "";
    for (size_t i = 0; i < p.administration_count; i++) {
        const struct stored_administration *a = &p.administrations[i];
        all =
            arena_format(world->arena, "%s%d %d %d %s\n", all, a->place, a->time, a->by, a->tokens);
    }
    assert_string_equal(all, "2 -1 0 2 - -\n0 -1 0 3 4 5\n0 -1 1 5 - -\n0 545 0 1 2 -\n"
                             "0 -1 0 1 -\n");
    assert_int_equal(person(world, ref).administration_count, 2);
}

static void wide_answers_and_an_order_come_in(void **state)
{
    struct world *world = *state;
    import_text(world, "wide.csv",
                "date,person,instrument,q2,q1,q3,w1\n"
                "#2,p001,juniper,2,1,3,\n"
                "2024-03-31,p001,juniper,,,,\n"
                "2024-03-31,p001,rowan,,,,1\n");
    sums_are(world, 3, 2, 0, 0, 1, 0);
    struct stored_person p = person(world, "p001");
    assert_int_equal(p.administration_count, 2);
    const struct stored_administration *a = &p.administrations[p.administrations[0].place == 0];
    assert_int_equal(a->place, 2);
    assert_string_equal(a->tokens, "1 2 3");
}

static void as_an_instrument_needs_no_instrument_column(void **state)
{
    struct world *world = *state;
    import_as(world, "wide.csv", "person,date,q1,q2,q3\np001,2024-03-31,5,4,withheld\n",
              "instruments/juniper");
    sums_are(world, 1, 1, 0, 0, 0, 0);
    assert_string_equal(person(world, "p001").administrations[0].tokens, "5 4 w");
}

static void events_come_in(void **state)
{
    struct world *world = *state;
    import_text(world, "events.csv",
                "person,date,kind,id,time,purpose,planned,service\n"
                "p001,2024-03-31,contact,e1,09:05:59,chase; clarify,no,Housing Options\n"
                "p001,2024-03,crisis,,,,,\n");
    sums_are(world, 2, 2, 0, 0, 0, 0);
    struct stored_person p = person(world, "p001");
    assert_int_equal(p.event_count, 2);
    const struct stored_event *e = &p.events[strcmp(p.events[0].kind, "contact") != 0];
    assert_string_equal(e->id, "e1");
    assert_string_equal(e->columns[EVENT_time], "09:05");
    assert_string_equal(e->columns[EVENT_purpose], "chase;clarify");
    assert_string_equal(e->columns[EVENT_service], "Housing Options");
}

static void the_same_file_again_adds_nothing(void **state)
{
    struct world *world = *state;
    const char *events = "person,date,kind\np001,2024-03-31,contact\np001,2024-03-31,contact\n";
    import_text(world, "events.csv", events);
    sums_are(world, 2, 2, 0, 0, 0, 0);
    import_text(world, "events.csv", events);
    sums_are(world, 2, 0, 0, 2, 0, 0);
    const char *answers = "person,date,instrument,item,answer\np001,2024-03-31,juniper,q1,3\n";
    import_text(world, "answers.csv", answers);
    import_text(world, "answers.csv", answers);
    sums_are(world, 1, 0, 0, 1, 0, 0);
    import_text(world, "answers.csv",
                "person,date,instrument,item,answer\np001,2024-03-31,juniper,q1,4\n");
    sums_are(world, 1, 0, 1, 0, 0, 0);
}

static void a_dry_run_keeps_nothing_and_writes_nothing(void **state)
{
    struct world *world = *state;
    write_file(world, "events.csv", "person,date,kind\np001,2024-03-31,contact\np001,x,contact\n");
    struct intake_how how = how_of(world, NULL);
    how.dry_run = true;
    must(run_file(world, &how), &world->fault);
    sums_are(world, 2, 1, 0, 0, 0, 1);
    assert_null(world->done.set_aside);
    assert_int_not_equal(access(world->aside, F_OK), 0);
    struct stored_person p;
    assert_false(store_person(world->store, "p001", DAY_LAST, world->arena, &p, &world->fault));
}

/* --- rows that are set aside ----------------------------------------------------------------- */

static void answers_that_are_none_are_set_aside(void **state)
{
    static const char header[] = "person,date,instrument,item,answer,time,mode,by,version";
    static const char *const tries[][2] = {
        {"p,2024-03-31,juniper,q1,6,,,,",
         "column answer: 6 is not an answer of juniper; they run from 1 to 5"},
        {"p,2024-03-31,junper,q1,3,,,,",
         "column instrument: there is no instrument junper. Did you mean juniper?"},
        {"p,2024-03-31,spruce,q1,3,,,,", "column instrument: there is no instrument spruce. "
                                         "`alongside list instruments` says which there "
                                         "are"},
        {"p,2024-03-31,juniper,q9,3,,,,", "column item: juniper has no item q9. Did you mean q1?"},
        {"p,2024-03-31,juniper,,3,,,,", "no `item`: column item is empty"},
        {"p,2024-03-31,,q1,3,,,,", "no `instrument`: column instrument is empty"},
        {",2024-03-31,juniper,q1,3,,,,", "no `person`: column person is empty"},
        {"p,,juniper,q1,3,,,,", "no `date`: column date is empty"},
        {"p,31/03/2024,juniper,q1,3,,,,",
         "column date: 31/03/2024 is not a date. Write it as 2024-03-31, or as an order, #2"},
        {"p,2024-02-30,juniper,q1,3,,,,",
         "column date: 2024-02-30: there is no such day; a date is written as 2024-03-31"},
        {"p,#0,juniper,q1,3,,,,", "column date: #0 is not an order. Write #1, #2, #3"},
        {"p,2024-03-31,juniper,q1,3,25:00,,,",
         "column time: 25:00 is not a time. Write it as 23:40"},
        {"p,2024-03-31,juniper,q1,3,,screan,,", "column mode: screan is not one of its codes, "
                                                "which are: unknown self screen assisted interview "
                                                "telephone video. Did you mean `screen`?"},
        {"p,2024-03-31,juniper,q1,3,,,nobody,",
         "column by: nobody is not one of its codes, which are: person proxy coach worker together "
         "family_or_friend observer group"},
        {"p,2024-03-31,juniper,q1,3,,,,7",
         "column version: there is no version 7 of juniper here; it is version 1"},
        {"p,2024-03-31,juniper,q1,Not applicable,,,,",
         "column answer: \"Not applicable\" is not an answer of juniper; they run from 1 to 5. Did "
         "you mean `not_applicable`?"},
        {"p,2024-03-31,hazel,why,my own words,,,,",
         "column answer: why is answered in words. Write + here, and the words in the column "
         "`words`"},
        {"p,2024-03-31,juniper", "it has 3 cells, the header has 9. Put in what is missing"},
        {"p,2024-03-31,juniper,q1,\"3\"x,,,,",
         "column answer: a quote stands where none can be. Quote the whole "
         "cell and write two quotes for one inside it"},
    };
    for (size_t i = 0; i < sizeof tries / sizeof *tries; i++)
        aside_says(*state, header, tries[i][0], tries[i][1]);
}

static void a_wide_cell_is_named_by_its_column(void **state)
{
    aside_says(*state, "person,date,instrument,q1,q2,w1", "p,2024-03-31,juniper,1,6,",
               "column q2: 6 is not an answer of juniper; they run from 1 to 5");
    aside_says(*state, "person,date,instrument,q1,q2,w1", "p,2024-03-31,juniper,1,2,1",
               "column w1: juniper has no such item. Leave the cell empty");
}

static void an_event_whose_id_would_be_several_in_a_list_is_set_aside(void **state)
{
    static const char *const ids[] = {"a 1", " a", "a;1"};
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
        char line[60];
        snprintf(line, sizeof line, "p,2024-03-31,contact,\"x%s\"", ids[i]);
        aside_says(*state, "person,date,kind,id", line,
                   "column id: an event is named in lists that are parted by spaces and `;`, so "
                   "its id has neither. Write _ instead, also where other events name it");
    }
}

static void events_that_are_none_are_set_aside(void **state)
{
    static const char header[] =
        "person,date,kind,time,until,seq,outcome,outcome_by,planned,need,purpose";
    static const char *const tries[][2] = {
        {"p,2024-03-31,contct,,,,,,,,",
         "column kind: contct is not a kind of event. Did you mean `contact`?"},
        {"p,2024-03-31,crisis/ae_attendance,,,,,,,,",
         "column kind: crisis/ae_attendance is not a kind of event. Write what is behind the / in "
         "the column "
         "`subtype`"},
        {"p,2024-03-31T09:05,contact,,,,,,,,", "column date: 2024-03-31T09:05 is not a date. Write "
                                               "it as 2024-03-31, and the time in a column "
                                               "`time`"},
        {"p,2024-03-31,contact,9,,,,,,,", "column time: 9 is not a time. Write it as 23:40"},
        {"p,2024-03-31,plan,,2024-03-01,,,,,,",
         "column until: it ends before it begins. Correct it, or `date`"},
        {"p,2024-03-31,contact,,,first,,,,,", "column seq: first is not a whole number from 0 up"},
        {"p,2024-03-31,contact,,,,needs_met,,,,",
         "column outcome: needs_met is not one of its codes, which are: need_met partly_met "
         "nothing_changed "
         "made_worse too_early unknown. Did you mean `need_met`?"},
        {"p,2024-03-31,contact,,,,made_worse,service,,,",
         "column outcome: only the person can say made_worse, and `outcome_by` is somebody else. "
         "Put the person's account in a row of its own, with the same `id`"},
        {"p,2024-03-31,contact,,,,,,Y,,",
         "column planned: Y is not one of its codes, which are: yes no unknown"},
        {"p,2024-03-31,contact,,,,,,,Housing benefit,",
         "column need: \"Housing benefit\" is not a code: letters, digits and _, beginning "
         "with a "
         "letter. An intake maps words to codes"},
        {"p,2024-03-31,contact,,,,,,,,chase;;clarify",
         "column purpose: between two `;` there is nothing. Take one `;` out"},
        {"p,2024-03-31,contact,,,,,,,,chase;clarfy",
         "column purpose: clarfy is not one of its codes where kind is contact. Did you mean "
         "`clarify`?"},
        {"p,2024-03-31,contact,,,,,,,,weather",
         "column purpose: weather is not one of its codes where kind is contact: see "
         "plugins/codes/purpose.csv"},
        {"p,2024-03-31,,,,,,,,,", "no `kind`: column kind is empty"},
    };
    for (size_t i = 0; i < sizeof tries / sizeof *tries; i++)
        aside_says(*state, header, tries[i][0], tries[i][1]);
}

static void codes_go_with_the_kind_of_event_and_open_lists_take_any(void **state)
{
    static const char header[] = "person,date,kind,reason,status,step,condition";
    struct world *world = *state;
    aside_says(world, header, "p,2024-03-31,refusal,double_booked,,,",
               "column reason: double_booked is not one of its codes where kind is refusal: see "
               "plugins/codes/reason.csv");
    aside_says(world, header, "p,2024-03-31,refusal,no_capcity,,,",
               "column reason: no_capcity is not one of its codes where kind is refusal. Did you "
               "mean `no_capacity`?");
    aside_says(world, header, "p,2024-03-31,appointment,,paid,,",
               "column status: paid is not one of its codes where kind is appointment: see "
               "plugins/codes/status.csv");
    aside_says(world, header, "p,2024-03-31,complaint_step,,,stage3,",
               "column step: stage3 is not one of its codes where kind is complaint_step. Did you "
               "mean `stage1`?");
    import_text(world, "x.csv",
                "person,date,kind,reason,status,step,condition,subtype,need,onward,service\n"
                "p,2024-03-31,refusal,threshold,,,,of_our_own,of_our_own,somewhere,Somebody\n"
                "p,2024-03-31,plan,,,,abstinence_first;must_engage_first,,,,\n"
                "p,2024-03-31,punitive,,overturned,action,,,,,\n");
    sums_are(world, 3, 3, 0, 0, 0, 0);
}

static void people_rows_that_are_none_are_set_aside(void **state)
{
    static const char header[] = "person,area,born,since,until,shares,imd_decile";
    static const char *const tries[][2] = {
        {"p,Elmwood,1980-13-01,,,,",
         "column born: 1980-13-01 is not a date. Write a year, 1985, or a date, 1985-03-31"},
        {"p,Elmwood,,2024-03,,,", "column since: 2024-03 is not a date. Write it as 2024-03-31"},
        {"p,Elmwood,,2024-03-31,2024-03-01,,", "column until: it is before `since`"},
        {"p,Elmwood,,,,maybe,", "column shares: maybe is not one of its codes, which are: yes no"},
        {"p,Elmwood,,,,,first", "column imd_decile: first is not a whole number from 0 up"},
        {",Elmwood,,,,,", "no `person`: column person is empty"},
    };
    for (size_t i = 0; i < sizeof tries / sizeof *tries; i++)
        aside_says(*state, header, tries[i][0], tries[i][1]);
}

static void a_long_cell_is_quoted_short_and_on_one_line(void **state)
{
    struct world *world = *state;
    import_text(world, "x.csv",
                "person,date,kind,need\n"
                "p,2024-03-31,contact,\"one\ntwo\"\n"
                "p,2024-03-31,contact,"
                "Aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n");
    assert_has(world->said.bytes, "x.csv:2: column need: \"one…\" is not a code");
    assert_has(world->said.bytes,
               "x.csv:4: column need: \"Aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…\" is");
}

static void ten_rows_are_said_and_the_rest_counted(void **state)
{
    struct world *world = *state;
    struct text bytes = {0};
    text_put(&bytes, "person,date,kind\n");
    for (int i = 0; i < 13; i++)
        text_put(&bytes, "p001,x,contact\n");
    import_text(world, "x.csv", bytes.bytes);
    text_free(&bytes);
    assert_has(world->said.bytes, "x.csv:11: ");
    assert_null(strstr(world->said.bytes, "x.csv:12: "));
    assert_has(world->said.bytes, "x.csv: 3 more rows were set aside\n");
    sums_are(world, 13, 0, 0, 0, 0, 13);
}

static void answers_by_somebody_else_are_kept_and_not_scored(void **state)
{
    struct world *world = *state;
    import_text(world, "x.csv",
                "person,date,instrument,item,answer,by\n"
                "p001,2024-03-31,rowan,w1,1,proxy\np001,2024-03-31,rowan,w1,1,worker\n");
    assert_string_equal(
        world->said.bytes,
        "x.csv:2: rowan was answered by proxy; it is for worker. Kept, not scored\n");
    sums_are(world, 2, 2, 0, 0, 0, 0);
}

static void events_and_answers_keep_their_code_words(void **state)
{
    struct world *world = *state;
    import_text(world, "x.csv",
                "person,date,instrument,item,answer\n"
                "p001,2024-03-31,hazel,why,declined\n");
    sums_are(world, 1, 1, 0, 0, 0, 0);
    assert_string_equal(person(world, "p001").administrations[0].tokens, "- d");
}

int main(void)
{
#define HERE(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        HERE(people_come_in),
        HERE(a_people_row_may_hold_from_a_date),
        HERE(long_answers_make_one_administration_wherever_they_stand),
        HERE(a_long_row_is_like_the_one_before_only_where_it_says_the_same),
        HERE(wide_answers_and_an_order_come_in),
        HERE(as_an_instrument_needs_no_instrument_column),
        HERE(events_come_in),
        HERE(the_same_file_again_adds_nothing),
        HERE(a_dry_run_keeps_nothing_and_writes_nothing),
        HERE(answers_that_are_none_are_set_aside),
        HERE(a_wide_cell_is_named_by_its_column),
        HERE(an_event_whose_id_would_be_several_in_a_list_is_set_aside),
        HERE(events_that_are_none_are_set_aside),
        HERE(codes_go_with_the_kind_of_event_and_open_lists_take_any),
        HERE(people_rows_that_are_none_are_set_aside),
        HERE(a_long_cell_is_quoted_short_and_on_one_line),
        HERE(ten_rows_are_said_and_the_rest_counted),
        HERE(answers_by_somebody_else_are_kept_and_not_scored),
        HERE(events_and_answers_keep_their_code_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
