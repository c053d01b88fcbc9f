/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files as a whole: what a header is, what is refused, and rows that come back. */
#include "support.h"

/* --- headers --------------------------------------------------------------------------------- */

static void a_header_that_fits_nothing_says_what_there_is(void **state)
{
    const char *said = refused(*state, "x.csv", "person,when,what\n1,2,3\n");
    assert_has(said, "x.csv:1: the header has person, when, what; no file of ours begins so.");
    assert_has(said, "People have person,area");
    assert_has(said, "describe the file in an intake, as plugins/README.md says");
}

static void a_first_line_without_a_column_of_ours_is_not_printed(void **state)
{
    const char *said = refused(*state, "x.csv", "Jane Smith,1984-02-03,Elmwood\n");
    assert_string_equal(
        said, "x.csv:1: the first line has 3 cells, and none is a column of ours. Is the header "
              "missing? The columns stand in `alongside import --help`; a file with other columns "
              "is described in an intake, as plugins/README.md says");
    said = refused(*state, "x.csv", "Jane Smith,Elmwood,Jane Smith\n");
    assert_null(strstr(said, "Jane"));
}

static void items_of_one_instrument_without_its_name_are_told_as_such(void **state)
{
    assert_has(refused(*state, "x.csv", "person,date,q1,q2,q3,mode\np,2024-03-31,1,2,3,self\n"),
               "person,date,kind; the others stand in `alongside import --help`. The columns are "
               "items of juniper: --as instruments/juniper");
    assert_null(strstr(refused(*state, "x.csv", "person,date,q1,s1\np,2024-03-31,1,2\n"),
                       "--as instruments/"));
}

static void a_plugin_that_is_here_and_does_not_hold_is_told_as_such(void **state)
{
    struct world *world = *state;
    static const struct intake_broken broken[] = {{"own/instruments/yew.lua"},
                                                  {"own/plugins/intake/ash.lua"}};
    static const char says[] =
        "own/instruments/yew.lua is here and does not hold: `alongside check "
        "own/instruments/yew.lua`";
    write_file(world, "x.csv", "person,date,instrument,item,answer\np,2024-03-31,yew,q1,1\n");
    struct intake_how how = how_of(world, NULL);
    how.broken = broken;
    how.broken_count = 2;
    must(run_file(world, &how), &world->fault);
    assert_has(world->said.bytes, says);
    how.as = "instruments/yew";
    assert_false(run_file(world, &how));
    assert_has(world->fault.text, says);
    how.as = "ash";
    assert_false(run_file(world, &how));
    assert_string_equal(world->fault.text,
                        "--as ash: own/plugins/intake/ash.lua is here and does "
                        "not hold: `alongside check own/plugins/intake/ash.lua`");
}

static void a_semicolon_file_is_named_as_such(void **state)
{
    const char *said = refused(*state, "x.csv", "person;area\np;Elmwood\n");
    assert_has(said, "its cells are parted by semicolons, ours by commas");
    assert_has(said, "separator = \";\"");
    assert_has(refused(*state, "x.csv", "person\tarea\np\tElmwood\n"), "parted by tabs");
}

static void an_unknown_column_is_refused_with_the_nearest(void **state)
{
    assert_string_equal(
        refused(*state, "x.csv", "person,date,kind,servce\n"),
        "x.csv:1: column servce: it is not a column of an events file. Did you mean "
        "service?");
    assert_string_equal(
        refused(*state, "x.csv", "person,area,ethnicgroup\n"),
        "x.csv:1: column ethnicgroup: it is not a column of a people file. Did you mean "
        "ethnic_group?");
    assert_has(refused(*state, "x.csv", "person,area,coach\n"), "Take it out, or map the file");
    assert_has(refused(*state, "x.csv", "person,date,instrument,q11\n"), "Did you mean q1?");
    assert_has(
        refused_as(*state, "x.csv", "person,date,q1,w1\n", "instruments/juniper", FAULT_DATA),
        "column w1: it is not a column of juniper. Did you mean q1?");
}

static void what_belongs_to_a_service_is_no_column_of_an_event(void **state)
{
    assert_has(refused(*state, "x.csv", "person,date,kind,service_type\n"),
               "belongs to the service or the person");
}

static void words_of_a_sheet_stand_in_the_column_of_their_item(void **state)
{
    assert_string_equal(refused(*state, "x.csv", "person,date,instrument,why,words\n"),
                        "x.csv:1: column words: with a column for each item, words stand in the "
                        "item's own column");
}

static void a_header_tells_its_kind(void **state)
{
    static const char *const headers[][2] = {
        {"person,date,goal,words,rating,status", "goals"},
        {"person,date,instrument,goal,rating", "goals"},
        {"person,date,goal", "goals"},
        {"person,date,words", "notes"},
        {"person,date,purpose,given", "consents"},
        {"area", "areas"},
        {"area,within", "areas"},
        {"service,type,title", "services"},
        {"area,kind,since", "collects"},
        {"area,seat,date,instrument,item,answer", "area answers"},
        {"area,seat,date,instrument,q1", "area answers"},
        {"person,date,instrument,q1", "answers"},
        {"person,date,kind,purpose", "events"},
        {"person,area,called", "people"},
    };
    struct world *world = *state;
    for (size_t i = 0; i < sizeof headers / sizeof *headers; i++) {
        import_text(world, "x.csv", arena_format(world->arena, "%s\n", headers[i][0]));
        assert_string_equal(world->done.kind, headers[i][1]);
        sums_are(world, 0, 0, 0, 0, 0, 0);
    }
}

static void each_kind_refuses_other_columns_and_names_what_it_needs(void **state)
{
    static const char *const tries[][2] = {
        {"person,date,goal,rating,ratng", "a goals file. Did you mean rating?"},
        {"person,date,words,abot", "a notes file. Did you mean about?"},
        {"person,date,purpose,given,untl", "a consents file. Did you mean until?"},
        {"service,type,titel", "a services file. Did you mean title?"},
        {"area,within,whithin", "an areas file. Did you mean within?"},
        {"area,kind,since,subtyp", "a collects file. Did you mean subtype?"},
        {"area,seat,date,instrument,item,answer,shet", "an area answers file. Did you mean sheet?"},
        {"area,seat,date,instrument,item,answer,by", "an area answers file."},
    };
    for (size_t i = 0; i < sizeof tries / sizeof *tries; i++)
        assert_has(refused(*state, "x.csv", tries[i][0]), tries[i][1]);
    assert_has(refused_as(*state, "x.csv", "a,b\n", "goals", FAULT_DATA),
               "a file of goals needs the columns person date goal.");
    assert_has(refused_as(*state, "x.csv", "person,date\n", "notes", FAULT_DATA),
               "a file of notes needs the columns person date words.");
    assert_has(refused_as(*state, "x.csv", "title\n", "services", FAULT_DATA),
               "a file of services needs the columns service type.");
    assert_has(refused_as(*state, "x.csv", "area,date\n", "answers", FAULT_DATA),
               "a file of area answers needs the columns area date seat instrument.");
}

static void kinds_that_cannot_be_kept_yet_are_known_and_refused(void **state)
{
    assert_string_equal(refused(*state, "x.csv", "cycle,date\n"),
                        "x.csv:1: this is a file of cycles: this version cannot keep such a file "
                        "yet. Nothing was changed");
    assert_has(refused_as(*state, "x.csv", "a,b\n", "stories", FAULT_DATA), "a file of stories");
}

static void as_overrides_and_is_checked(void **state)
{
    assert_has(refused_as(*state, "x.csv", "person,date,kind\n", "people", FAULT_DATA),
               "a file of people needs the columns person area");
    assert_has(
        refused_as(*state, "x.csv", "person,area\n", "peeple", FAULT_USAGE),
        "--as peeple: there is no such kind of file and no such intake. Did you mean people?");
    assert_has(refused_as(*state, "x.csv", "person,area\n", "instruments/juniper2", FAULT_USAGE),
               "Did you mean juniper?");
}

static void a_missing_file_an_open_quote_and_an_empty_file_are_refused(void **state)
{
    struct world *world = *state;
    snprintf(world->file, sizeof world->file, "%s/none.csv", world->folder);
    struct intake_how how = how_of(world, NULL);
    assert_false(run_file(world, &how));
    assert_int_equal(world->fault.kind, FAULT_NO_FILE);
    assert_has(refused(world, "x.csv", ""), "x.csv is empty");
    assert_has(refused(world, "x.csv", "person,date,kind\np001,2024-03-31,contact\n\"p002,x,\n"),
               "x.csv:3: a quote opens here");
    struct stored_person p;
    assert_false(store_person(world->store, "p001", DAY_LAST, world->arena, &p, &world->fault));
}

static void the_set_aside_file_may_not_be_the_file_itself(void **state)
{
    struct world *world = *state;
    write_file(world, "x.csv", "person,area\np001,Elmwood\n");
    struct intake_how how = how_of(world, NULL);
    how.set_aside = how.path;
    assert_false(run_file(world, &how));
    assert_int_equal(world->fault.kind, FAULT_USAGE);
}

/* --- rows that come back --------------------------------------------------------------------- */

static void rows_come_back_with_their_bytes_and_a_reason_and_mended_they_go_in(void **state)
{
    struct world *world = *state;
    import_text(world, "answers.csv",
                "\xEF\xBB\xBFperson,date,instrument,item,answer\r\n"
                "p001,2024-03-31,juniper,q1,3\r\n"
                " p002 ,\"31/03/2024\",juniper,q1,3\r\n"
                "p003,2024-03-31,\"juniper\",q1,\"6\"\r\n");
    sums_are(world, 3, 1, 0, 0, 0, 2);
    assert_string_equal(world->done.set_aside, world->aside);
    file_is(
        world, world->aside,
        "person,date,instrument,item,answer,reason\n"
        " p002 ,\"31/03/2024\",juniper,q1,3,\"column date: 31/03/2024 is not a date. Write it as "
        "2024-03-31, or as an order, #2\"\n"
        "p003,2024-03-31,\"juniper\",q1,\"6\",\"column answer: 6 is not an answer of juniper; they "
        "run "
        "from 1 to 5\"\n");
    import_text(world, "answers.set-aside.csv",
                "person,date,instrument,item,answer,reason\n"
                "p002,2024-03-31,juniper,q1,3,\"column date: …\"\n"
                "p003,2024-03-31,juniper,q1,7,\"column answer: …\"\n");
    sums_are(world, 2, 1, 0, 0, 0, 1);
    file_is(world, world->aside,
            "person,date,instrument,item,answer,reason\n"
            "p003,2024-03-31,juniper,q1,7,\"column answer: 7 is not an answer of juniper; they run "
            "from 1 to "
            "5\"\n");
    assert_string_equal(person(world, "p002").administrations[0].tokens, "3 - -");
}

static void an_events_file_with_a_reason_of_its_own_comes_back_and_goes_in(void **state)
{
    struct world *world = *state;
    import_text(world, "events.csv", "person,date,kind,reason\np001,x,episode_end,time_limit\n");
    file_is(
        world, world->aside,
        "person,date,kind,reason,reason\n"
        "p001,x,episode_end,time_limit,\"column date: x is not a date. Write it as 2024-03-31\"\n");
    import_text(
        world, "mended.csv",
        "person,date,kind,reason,reason\np001,2024-03-31,episode_end,time_limit,\"column date\"\n");
    sums_are(world, 1, 1, 0, 0, 0, 0);
    assert_string_equal(person(world, "p001").events[0].columns[EVENT_reason], "time_limit");
    import_text(world, "plain.set-aside.csv",
                "person,date,kind,reason\np002,2024-03-31,episode_end,\"column date\"\n");
    sums_are(world, 1, 1, 0, 0, 0, 0);
    assert_null(person(world, "p002").events[0].columns[EVENT_reason]);
    import_text(world, "plain.set-aside-12.csv",
                "person,date,kind,reason\np003,2024-03-31,episode_end,\"column date\"\n");
    assert_null(person(world, "p003").events[0].columns[EVENT_reason]);
    import_text(world, "plain.set-aside-late.csv",
                "person,date,kind,reason\np004,2024-03-31,episode_end,time_limit\n");
    assert_string_equal(person(world, "p004").events[0].columns[EVENT_reason], "time_limit");
}

static void rows_that_contradict_each_other_all_come_back(void **state)
{
    struct world *world = *state;
    import_text(world, "answers.csv",
                "person,date,instrument,q1,q2,q3\n"
                "p001,2024-03-31,juniper,1,1,1\n"
                "p002,2024-03-31,juniper,1,1,1\n"
                "p001,2024-03-31,juniper,2,1,1\n"
                "p002,x,juniper,1,1,1\n");
    sums_are(world, 4, 1, 0, 0, 0, 3);
    char *bytes;
    size_t length;
    must(text_read_file(world->aside, 4096, &bytes, &length, &world->fault), &world->fault);
    const char *first = strstr(bytes, "p001,2024-03-31,juniper,1,1,1,\"");
    const char *second = strstr(bytes, "p001,2024-03-31,juniper,2,1,1,\"");
    const char *third = strstr(bytes, "p002,x,juniper,1,1,1,\"");
    assert_true(first && second && third && first < second && second < third);
    assert_null(strstr(bytes, "p002,2024-03-31"));
    assert_has(world->said.bytes, "answers.csv:2: ");
    assert_has(world->said.bytes, "answers.csv:4: ");
    free(bytes);
}

static void records_that_cannot_be_read_come_back_as_they_are(void **state)
{
    struct world *world = *state;
    struct text bytes = {0};
    text_put(&bytes, "person,date,kind\np\xE9,2024-03-31,contact\np001,2024-03-31\n\"");
    for (int i = 0; i < 2 << 20; i++)
        text_char(&bytes, i % 64 ? 'x' : '\n');
    text_put(&bytes, "\",2024-03-31,contact\np002,2024-03-31,contact\n");
    import_text(world, "x.csv", bytes.bytes);
    text_free(&bytes);
    sums_are(world, 4, 1, 0, 0, 0, 3);
    file_is(
        world, world->aside,
        "person,date,kind,reason\n"
        "p\xE9,2024-03-31,contact,\"column person: byte E9 is not UTF-8. Save the file as UTF-8, "
        "or give its "
        "`encoding` "
        "in an intake\"\n"
        "p001,2024-03-31,,\"it has 2 cells, the header has 3. Put in what is missing\"\n"
        ",,,\"the record that begins on line 4 is longer than 1 MiB. A quote may be missing\"\n");
}

static void a_set_aside_file_is_never_written_over(void **state)
{
    struct world *world = *state;
    char path[112];
    import_text(world, "x.csv", "person,date,kind\np001,x,contact\n");
    import_text(world, "x.csv", "person,date,kind\np001,2024-03-31,contact\n");
    assert_null(world->done.set_aside);
    import_text(world, "x.csv", "person,date,kind\np001,x,contact\n"); /* the same row again */
    assert_string_equal(world->done.set_aside, world->aside);
    file_is(world, world->aside,
            "person,date,kind,reason\n"
            "p001,x,contact,\"column date: x is not a date. Write it as 2024-03-31\"\n");
    const char *mended = "person,date,kind,reason\np001,2024-04-01,contact,mended\n";
    must(text_write_file(world->aside, mended, strlen(mended), &world->fault), &world->fault);
    import_text(world, "x.csv", "person,date,kind\np001,2024-03-31,contct\n");
    file_is(world, world->aside, mended);
    snprintf(path, sizeof path, "%s/x.set-aside-2.csv", world->folder);
    assert_string_equal(world->done.set_aside, path);
    file_is(world, path,
            "person,date,kind,reason\np001,2024-03-31,contct,\"column kind: contct is not a kind "
            "of event. Did you mean `contact`?\"\n");
    assert_has(world->said.bytes, "Did you mean `contact`? Row set aside\n");
    import_text(world, "x.csv", "person,date,kind\np001,y,contact\n");
    snprintf(path, sizeof path, "%s/x.set-aside-3.csv", world->folder);
    assert_string_equal(world->done.set_aside, path);
}

static void a_file_that_is_named_is_not_written_over_and_nothing_changes(void **state)
{
    struct world *world = *state;
    const char *mine = "person,date,kind,reason\np001,2024-04-01,contact,mended\n";
    char path[96];
    snprintf(path, sizeof path, "%s/mine.csv", world->folder);
    must(text_write_file(path, mine, strlen(mine), &world->fault), &world->fault);
    write_file(world, "x.csv", "person,date,kind\np001,x,contact\np002,2024-03-31,contact\n");
    struct intake_how how = how_of(world, NULL);
    how.set_aside = path;
    assert_false(run_file(world, &how));
    assert_int_equal(world->fault.kind, FAULT_CREATE);
    assert_has(world->fault.text, "mine.csv is there already and is never written over");
    assert_has(world->fault.text, "Nothing was changed");
    file_is(world, path, mine);
    struct stored_person p;
    assert_false(store_person(world->store, "p002", DAY_LAST, world->arena, &p, &world->fault));
    assert_int_equal(unlink(path), 0);
    must(run_file(world, &how), &world->fault);
    must(run_file(world, &how), &world->fault); /* it holds just these rows already */
    sums_are(world, 2, 0, 0, 1, 0, 1);
    assert_string_equal(world->done.set_aside, path);
}

/* --- keys ------------------------------------------------------------------------------------ */

#define TEN "abcdefghij"
#define SIXTY TEN TEN TEN TEN TEN TEN

static void a_sentence_is_no_key(void **state)
{
    struct world *world = *state;
    import_text(world, "x.csv",
                "person,date,kind,service,worker\n"
                "p001,2024-03-31,contact," SIXTY ",\n"
                "p002,2024-03-31,contact,North and East Elmwood Help Desk,\n"
                "p003,2024-03-31,contact," SIXTY "k,\n"
                "p004,2024-03-31,contact,Juniper went to the river on Monday,\n"
                "p005,2024-03-31,contact,\"Help\nDesk\",\n"
                "p006,2024-03-31,contact,,a; " SIXTY "k\n" SIXTY "k,2024-03-31,contact,,\n");
    sums_are(world, 7, 2, 0, 0, 0, 5);
    assert_has(world->said.bytes,
               "x.csv:4: column service: this is longer than a name. Words about people are not "
               "kept here; shorten it, or leave it out. Row set aside\n");
    assert_has(world->said.bytes, "x.csv:5: column service: this is longer");
    assert_has(world->said.bytes, "x.csv:6: column service: it holds a line break");
    assert_has(world->said.bytes, "x.csv:8: column worker: this is longer");
    assert_has(world->said.bytes, "x.csv:9: column person: this is longer");
    assert_null(strstr(world->said.bytes, "river"));
}

static void the_set_aside_file_goes_where_it_is_asked_for(void **state)
{
    struct world *world = *state;
    char path[96];
    snprintf(path, sizeof path, "%s/back.csv", world->folder);
    write_file(world, "x.csv", "person,date,kind\np001,x,contact\n");
    struct intake_how how = how_of(world, NULL);
    how.set_aside = path;
    must(run_file(world, &how), &world->fault);
    assert_string_equal(world->done.set_aside, path);
    assert_int_equal(access(path, F_OK), 0);
    assert_int_not_equal(access(world->aside, F_OK), 0);
}

static void a_set_aside_file_that_cannot_be_made_changes_nothing(void **state)
{
    struct world *world = *state;
    write_file(world, "x.csv", "person,date,kind\np001,x,contact\np002,2024-03-31,contact\n");
    struct intake_how how = how_of(world, NULL);
    how.set_aside = "/nowhere/back.csv";
    assert_false(run_file(world, &how));
    assert_int_equal(world->fault.kind, FAULT_CREATE);
    struct stored_person p;
    assert_false(store_person(world->store, "p002", DAY_LAST, world->arena, &p, &world->fault));
}

static void count_progress(void *context, int64_t rows)
{
    *(int64_t *)context = rows;
}

static void progress_ends_at_the_number_of_rows(void **state)
{
    struct world *world = *state;
    int64_t rows = -1;
    write_file(world, "x.csv", "person,area\np001,Elmwood\np002,Elmwood\n");
    struct intake_how how = how_of(world, NULL);
    how.progress = count_progress;
    how.progress_context = &rows;
    must(run_file(world, &how), &world->fault);
    assert_int_equal(rows, 2);
}

int main(void)
{
#define HERE(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        HERE(a_header_that_fits_nothing_says_what_there_is),
        HERE(a_first_line_without_a_column_of_ours_is_not_printed),
        HERE(items_of_one_instrument_without_its_name_are_told_as_such),
        HERE(a_plugin_that_is_here_and_does_not_hold_is_told_as_such),
        HERE(a_semicolon_file_is_named_as_such),
        HERE(an_unknown_column_is_refused_with_the_nearest),
        HERE(what_belongs_to_a_service_is_no_column_of_an_event),
        HERE(words_of_a_sheet_stand_in_the_column_of_their_item),
        HERE(a_header_tells_its_kind),
        HERE(each_kind_refuses_other_columns_and_names_what_it_needs),
        HERE(kinds_that_cannot_be_kept_yet_are_known_and_refused),
        HERE(as_overrides_and_is_checked),
        HERE(a_missing_file_an_open_quote_and_an_empty_file_are_refused),
        HERE(the_set_aside_file_may_not_be_the_file_itself),
        HERE(rows_come_back_with_their_bytes_and_a_reason_and_mended_they_go_in),
        HERE(an_events_file_with_a_reason_of_its_own_comes_back_and_goes_in),
        HERE(rows_that_contradict_each_other_all_come_back),
        HERE(records_that_cannot_be_read_come_back_as_they_are),
        HERE(a_set_aside_file_is_never_written_over),
        HERE(a_file_that_is_named_is_not_written_over_and_nothing_changes),
        HERE(a_sentence_is_no_key),
        HERE(the_set_aside_file_goes_where_it_is_asked_for),
        HERE(a_set_aside_file_that_cannot_be_made_changes_nothing),
        HERE(progress_ends_at_the_number_of_rows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
