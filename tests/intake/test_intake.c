/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Intake plugins: what they may say, what their rows give, and the two for real files. */
#include "support.h"

/* The contacts example of the contract, whole. */
static const char contacts[] =
    "return { title = 'Contacts', version = '1', separator = ';', encoding = 'windows-1252',\n"
    "gives = { { 'event',\n"
    "  person = 'Ref',\n"
    "  date = { 'Date', 'Time', as = '31/12/2024 23:59' },\n"
    "  kind = { 'Type', words = { PHN = 'contact', VIS = 'contact', REF = 'referral', ADM = "
    "false,\n"
    "           HOS = { kind = 'institution/hospital', edge = 'start' } } },\n"
    "  thread = { 'Ref', 'Matter', between = '/' },\n"
    "  service = 'Team', worker = 'Officer',\n"
    "  initiated_by = { 'In/Out', words = { I = 'person', O = 'service' } },\n"
    "  purpose = { 'Reason', words = { CHASE = 'chase', INFO = 'clarify' }, other = 'none' },\n"
    "  outcome = { 'Outcome', words = { RES = 'need_met', NFA = 'nothing_changed' }, other = "
    "'unknown' },\n"
    "  set = { outcome_by = 'service', source = 'agency_record' } } },\n"
    "examples = { { 'a call, a visit, an entry that is not ours, a stay', [[\n"
    "Ref;Date;Time;Type;Team;Officer;Matter;In/Out;Reason;Outcome\n"
    "C17;01/03/2024;09:05;PHN;Housing Team;AB1;9;I;CHASE;NFA\n"
    "C17;4/3/2024;;VIS;Housing;AB1;;O;;RES\n"
    "C17;04/03/2024;;ADM;Housing;AB1;9;X;;\n"
    "C17;04/03/2024;;HOS;;;;;LUNCH;WHAT\n"
    "C17;04/03/2024;;XRF;;;;;;\n"
    ";04/03/2024;;VIS;;;;;; ]], [[\n"
    "  C17  2024-03-01T09:05  contact  worker=AB1 thread=C17/9 initiated_by=person purpose=chase "
    "outcome=nothing_changed service=\"Housing Team\"  # a remark\n"
    "  C17  2024-03-04  contact  service=Housing worker=AB1 initiated_by=service outcome=need_met\n"
    "  left out\n"
    "  C17  2024-03-04  institution/hospital  edge=start outcome=unknown outcome_by=service\n"
    "  set aside\n"
    "  set aside ]] } } }";

static const struct intake *load_intake(struct world *world, const char *path, const char *source)
{
    struct intake *intake = NULL;
    struct faults faults = {0};
    world->plugins[INSTRUMENTS] = load_source(path, source);
    intake_load(world->plugins[INSTRUMENTS], world->instruments, INSTRUMENTS, &intake, &faults);
    fail_with(&faults);
    world->intake = intake;
    return intake;
}

static void checks(const struct intake *intake, size_t examples)
{
    struct faults faults = {0};
    size_t held = 0, properties = 0;
    bool good = intake_check_examples(intake, &held, &faults);
    fail_with(&faults);
    assert_true(good);
    assert_int_equal(held, examples);
    good = intake_check_properties(intake, &properties, &faults);
    fail_with(&faults);
    assert_true(good);
    assert_int_equal(properties, 2 * examples);
}

static void says(struct world *world, const char *gives, const char *sentence)
{
    char source[1024];
    struct intake *intake;
    struct faults faults = {0};
    snprintf(source, sizeof source,
             "return { title = 'X', version = '1', gives = { %s },\n"
             " examples = { { 'x', 'id,when,what,a,b,c', '' } } }",
             gives);
    struct plugin *plugin = load_source("plugins/intake/made.lua", source);
    assert_false(intake_load(plugin, world->instruments, INSTRUMENTS, &intake, &faults));
    assert_true(faults.count > 0);
    assert_has(faults.said[0], sentence);
    assert_has(faults.said[0], "plugins/intake/made.lua:1: ");
    faults_clear(&faults);
    plugin_close(plugin);
}

/* --- contacts -------------------------------------------------------------------------------- */

static const struct intake *load_contacts(struct world *world)
{
    return load_intake(world, "plugins/intake/contacts.lua", contacts);
}

static void an_intake_holds_its_examples_and_properties(void **state)
{
    checks(load_contacts(*state), 1);
}

static void rows_of_another_system_come_in(void **state)
{
    struct world *world = *state;
    load_contacts(world);
    import_as(world, "contacts.csv",
              "Ref;Date;Time;Type;Team;Officer;Matter;In/Out;Reason;Outcome;More\n"
              "p001;01/03/2024;09:05;PHN;Caf\xE9;AB1;9;I;CHASE;NFA;ignored\n"
              "p001;01/03/2024;;ADM;;;;;;;\n"
              "p001;01/03/2024;;XRF;Caf\xE9;;;;;;\n"
              "p001;2024-03-01;;PHN;;;;;;;\n",
              "contacts");
    sums_are(world, 4, 1, 0, 0, 1, 2);
    assert_string_equal(world->done.kind, "contacts");
    assert_string_equal(world->said.bytes, "contacts.csv:4: column Type: \"XRF\"; contacts has no "
                                           "word for it. Row set aside; add it to "
                                           "`words`, or `other`\n"
                                           "contacts.csv:5: column Date: \"2024-03-01\" is not a "
                                           "date written as 31/12/2024 23:59. Row set "
                                           "aside\n");
    struct stored_person p = person(world, "p001");
    assert_string_equal(p.events[0].columns[EVENT_service], "Caf\xC3\xA9");
    assert_string_equal(p.events[0].columns[EVENT_source], "agency_record");
    file_is(
        world, world->aside,
        "Ref;Date;Time;Type;Team;Officer;Matter;In/Out;Reason;Outcome;More;reason\n"
        "p001;01/03/2024;;XRF;Caf\xE9;;;;;;;\"column Type: \"\"XRF\"\"; contacts has no word for "
        "it; add "
        "it to `words`, or `other`\"\n"
        "p001;2024-03-01;;PHN;;;;;;;;\"column Date: \"\"2024-03-01\"\" is not a date written as "
        "31/12/2024 23:59\"\n");
}

static void what_a_file_gives_can_be_read_without_a_store(void **state)
{
    struct world *world = *state;
    struct text out = {0};
    load_contacts(world);
    write_file(world, "try.csv",
               "Ref;Date;Time;Type;Team;Officer;Matter;In/Out;Reason;Outcome\n"
               "p001;01/03/2024;09:05;PHN;Caf\xE9;;;;;\np001;x;;PHN;;;;;;\np001;x;;ADM;;;;;;\n");
    must(intake_lines(world->intake, world->file, world->arena, &out, &world->fault),
         &world->fault);
    assert_string_equal(out.bytes,
                        "p001 2024-03-01T09:05 contact service=Caf\xC3\xA9\n"
                        "set aside: column Date: \"x\" is not a date written as 31/12/2024 23:59\n"
                        "left out\n");
    text_free(&out);
}

static void a_file_that_lacks_a_column_is_refused(void **state)
{
    struct world *world = *state;
    load_contacts(world);
    assert_has(
        refused_as(world, "x.csv", "Ref;Date;Tme;Type\n", "contacts", FAULT_DATA),
        "there is no column Time, which contacts reads; there is Tme. Is it the right file?");
}

static void a_header_that_only_an_intake_reads_names_it(void **state)
{
    struct world *world = *state;
    load_intake(
        world, "plugins/intake/visits.lua",
        "return { title = 'V', version = '1', gives = { { 'event', person = 'who', date = 'when',"
        " set = { kind = 'contact' } } },"
        " examples = { { 'x', 'who,when\\np001,2024-03-31', 'p001 2024-03-31 contact' } } }");
    assert_has(refused(world, "x.csv", "who,when\n"),
               "The intake visits reads these columns: --as visits");
}

static void a_file_with_the_separators_of_an_intake_names_it(void **state)
{
    struct world *world = *state;
    load_contacts(world);
    assert_has(
        refused(world, "x.csv", "Ref;Date;Time;Type;Team;Officer;Matter;In/Out;Reason;Outcome\n"),
        "parted by semicolons, ours by commas. The intake contacts reads these columns: --as "
        "contacts");
    assert_has(refused(world, "x.csv", "Ref;Date\n"), "Save it with commas, or describe it");
}

/* --- what a CELL says ------------------------------------------------------------------------ */

static void answers_by_item_with_no_answer_and_words(void **state)
{
    struct world *world = *state;
    checks(load_intake(
               world, "plugins/intake/sheet.lua",
               "return { title = 'S', version = '1', no_answer = { ['-99'] = 'declined', ['-98'] = "
               "'missing' },\n"
               "gives = { { 'answers', 'juniper', person = 'id', date = 'when',\n"
               "  items = { q1 = 'a', q3 = { 'c', words = { low = 1, high = 5 } } },\n"
               "  set = { mode = 'screen' }, where = { form = 'x y' } } },\n"
               "examples = { { 'one', [[\n"
               "id,when,a,c,form\n"
               "p001,2024-03-31T09:05:07.25+01:00,-99,low,x\n"
               "p001,2024-03-31 10:05,2,-99,y\n"
               "p001,2024-04-01,-98,,x\n"
               "p001,2024-04-02,1,high,z\n"
               "p001,2024-04-02,6,high,x\n"
               "p001,2024-04-02,1,middling,x\n"
               "-98,2024-04-02,1,,x\n"
               "p001,01/04/2024,1,,x ]], [[\n"
               "p001 2024-03-31T09:05 juniper : d - 1\n"
               "p001 2024-03-31T10:05 juniper mode=screen : 2 - d\n"
               "left out\nleft out\nset aside\nset aside\nset aside\nset aside ]] } } }"),
           1);
}

static void one_row_may_give_several_records(void **state)
{
    struct world *world = *state;
    checks(load_intake(
               world, "plugins/intake/both.lua",
               "return { title = 'B', version = '1', gives = {\n"
               "  { 'person', person = 'id', area = 'town', date = 'from', disability = 'dis' },\n"
               "  { 'answers', 'juniper', person = 'id', date = 'visit', items = 'a b c' } },\n"
               "no_answer = { ['-9'] = 'declined' },\n"
               "examples = { { 'both', [[\n"
               "id,town,from,dis,visit,a,b,c\n"
               "p001,Elm Wood,2024-01-01,-9,2024-03-31,1,2,3\n"
               "p002,Oakend,,yes,2024-03-31,,,\n"
               "p003,Oakend,,yes,2024-03-31,1,2,9 ]], [[\n"
               "p001 2024-01-01 person area=\"Elm Wood\" disability=declined\n"
               "p001 2024-03-31 juniper : 1 2 3\n"
               "p002 person disability=yes area=Oakend\n"
               "set aside ]] } } }"),
           1);
    import_as(world, "x.csv",
              "id,town,from,dis,visit,a,b,c\np001,Elmwood,,,2024-03-31,1,2,3\n"
              "p002,Elmwood,,,2024-03-31,1,2,9\n",
              "both");
    sums_are(world, 3, 2, 0, 0, 0, 1);
}

static void goals_notes_consents_and_services_are_given(void **state)
{
    struct world *world = *state;
    checks(
        load_intake(
            world, "plugins/intake/diary.lua",
            "return { title = 'D', version = '1', no_answer = { ['-9'] = 'declined' }, gives = {\n"
            "  { 'goal', person = 'id', date = 'day', words = 'hope', rating = 'stars',\n"
            "    status = { 'state', words = { on = 'active', off = 'let_go' } },\n"
            "    set = { goal = 'main' }, where = { what = 'goal' } },\n"
            "  { 'note', person = 'id', date = 'day', words = 'hope', id = 'key',\n"
            "    set = { about = 'strength' }, where = { what = 'note' } },\n"
            "  { 'consent', person = 'id', date = 'day', given = 'state',\n"
            "    set = { purpose = 'learning' }, where = { what = 'consent' } },\n"
            "  { 'service', service = 'id', title = 'hope', type = 'state',\n"
            "    where = { what = 'service' } } },\n"
            "examples = { { 'one of each', [[\n"
            "id,day,what,hope,stars,state,key\n"
            "p001,2024-03-31 09:05,goal,a place of my own,7.50,on,\n"
            "p001,2024-04-30,goal,\"say \"\"no\"\"\nmore\",-9,off,\n"
            "p001,2024-03-31T10:00,note,walked,,,k1\n"
            "p001,2024-03-31,consent,,,yes,\n"
            "Housing Options,,service,Housing options,,council,\n"
            "p001,2024-03-31,goal,x,11,on,\n"
            "p001,2024-03-31,else,,,, ]], [[\n"
            "p001 2024-03-31T09:05 goal words=\"a place of my own\" rating=7.5 status=active\n"
            "p001 2024-04-30 goal rating=declined status=let_go words=\"say \\\"no\\\"\\nmore\"\n"
            "p001 2024-03-31T10:00 note id=k1 words=walked\n"
            "p001 2024-03-31 consent given=yes\n"
            "\"Housing Options\" service title=\"Housing options\" type=council\n"
            "set aside\nleft out ]] } } }"),
        1);
    import_as(world, "diary.csv",
              "id,day,what,hope,stars,state,key\np001,2024-03-31 09:05,goal,home,7.50,on,\n"
              "p001,2024-03-31T10:00,note,walked,,,k1\np001,2024-03-31,consent,,,yes,\n"
              "Housing Options,,service,Housing options,,council,\n",
              "diary");
    sums_are(world, 4, 4, 0, 0, 0, 0);
}

static void a_note_without_words_is_no_record(void **state)
{
    struct world *world = *state;
    checks(
        load_intake(
            world, "plugins/intake/noted.lua",
            "return { title = 'N', version = '1', gives = {\n"
            "  { 'event', person = 'id', date = 'day', kind = 'what' },\n"
            "  { 'note', person = 'id', date = 'day', words = 'said' } },\n"
            "examples = { { 'said or not', [[\n"
            "id,day,what,said\np001,2024-03-31,contact,walked\np001,2024-04-30,contact,\n ]], [[\n"
            "p001 2024-03-31 contact\np001 2024-03-31 note words=walked\n"
            "p001 2024-04-30 contact\n ]] } } }"),
        1);
    import_as(world, "n.csv", "id,day,what,said\np001,2024-03-31,contact,\np002,2024-03-31,,\n",
              "noted");
    sums_are(world, 2, 1, 0, 0, 0, 1);
    import_as(world, "n.csv", "id,day,what,said\np003,2024-03-31,contact,walked\n", "noted");
    sums_are(world, 2, 2, 0, 0, 0, 0);
    assert_int_equal(world->done.rows, 1);
}

static void an_occasion_is_counted_from_1(void **state)
{
    struct world *world = *state;
    checks(load_intake(world, "plugins/intake/visits.lua",
                       "return { title = 'V', version = '1', gives = {\n"
                       "  { 'answers', 'juniper', person = 'id', date = { 'visit', as = 'occasion' "
                       "}, items = 'a b c' } },\n"
                       "examples = { { 'one', [[\nid,visit,a,b,c\np001,2,1,2,3\n ]], [[\n"
                       "p001 #2 juniper : 1 2 3\n ]] } } }"),
           1);
    import_as(world, "v.csv", "id,visit,a,b,c\np001,x,1,2,3\np001,0,1,2,3\n", "visits");
    assert_string_equal(
        world->said.bytes,
        "v.csv:2: column visit: \"x\" is no occasion. Write 1, 2 or 3. Row set aside\n"
        "v.csv:3: column visit: \"0\" is no occasion. Write 1, 2 or 3. Row set aside\n");
}

static void boxes_and_codes_give_several_values(void **state)
{
    struct world *world = *state;
    checks(
        load_intake(
            world, "plugins/intake/boxes.lua",
            "return { title = 'B', version = '1', no_answer = { ['-9'] = 'declined' }, gives = {\n"
            "  { 'person', person = 'id', disability = { 'dis_1..dis_3', as = 'ticks',\n"
            "      words = { 'sight', 'hearing', 'moving' } },\n"
            "    barriers = { 'stairs', 'noise', as = 'ticks' },\n"
            "    caring = { 'met', as = 'codes', between = ' ', words = { c = 'child', a = "
            "'adult' } },\n"
            "    impairment = { 'met', as = 'codes', words = { c = 'one', a = 'one' }, other = "
            "'none' } } },\n"
            "examples = { { 'boxes', [[\n"
            "id,dis_1,dis_2,dis_3,stairs,noise,met\n"
            "p001,1,0,Checked,1,,a c\n"
            "p002,0,0,Unchecked,,,\n"
            "p003,,,,,,-9\n"
            "p004,2,,,,,\n"
            "p005,,,,,,a x ]], [[\n"
            "p001 person disability=sight;moving barriers=stairs caring=adult;child "
            "impairment=one\n"
            "p002 person\n"
            "p003 person caring=declined impairment=declined\n"
            "set aside\nset aside ]] } } }"),
        1);
}

static void columns_in_order_are_in_the_order_of_the_form(void **state)
{
    struct world *world = *state;
    checks(
        load_intake(
            world, "plugins/intake/printed.lua",
            "return { title = 'P', version = '1', gives = {\n"
            "  { 'answers', 'sorrel', person = 'id', date = 'day', items = 'a b c', id = 'key',\n"
            "    edition = 'print', form = 'form' } },\n"
            "examples = { { 'forms', [[\n"
            "id,day,a,b,c,form,key,print\n"
            "p001,2024-03-31,1,2,3,,,\n"
            "p002,2024-03-31,1,2,3,shuffled,k2,2nd\n"
            "p003,2024-03-31,1,2,3,turned shuffled,,\n"
            "p004,2024-03-31,1,2,3,shufled,, ]], [[\n"
            "p001 2024-03-31 sorrel : 1 2 3\n"
            "p002 2024-03-31 sorrel form=shuffled edition=2nd id=k2 : 2 3 1\n"
            "p003 2024-03-31 sorrel form=\"turned shuffled\" : 3 2 4\n"
            "set aside ]] } } }"),
        1);
}

static void a_form_may_be_set_and_words_are_its_codes(void **state)
{
    struct world *world = *state;
    checks(load_intake(
               world, "plugins/intake/turned.lua",
               "return { title = 'T', version = '1', gives = {\n"
               "  { 'answers', 'sorrel', person = 'id', date = 'day', set = { form = 'turned' },\n"
               "    items = { s1 = 'a', s2 = { 'b', words = { most = 4, least = 1 } } } } },\n"
               "examples = { { 'forms', [[\n"
               "id,day,a,b\np001,2024-03-31,1,most ]], [[\n"
               "p001 2024-03-31 sorrel : 4 1 - ]] } } }"),
           1);
}

static void what_people_said_comes_in_through_an_intake(void **state)
{
    struct world *world = *state;
    checks(
        load_intake(
            world, "plugins/intake/said.lua",
            "return { title = 'S', version = '1', no_answer = { ['-9'] = 'declined' }, gives = {\n"
            "  { 'answers', 'hazel', person = 'id', date = 'day', items = 'a b' },\n"
            "  { 'person', person = 'id', called = 'name' } },\n"
            "examples = { { 'said', [[\n"
            "id,day,a,b,name\np001,2024-03-31,1,because of the sea,Wren\n"
            "p002,2024-03-31,1,-9, ]], [[\n"
            "p001 2024-03-31 hazel : 1 +\np001 person called=Wren\n"
            "p002 2024-03-31 hazel : 1 d\np002 person ]] } } }"),
        1);
    import_as(world, "x.csv", "id,day,a,b,name\np001,2024-03-31,1,because of the sea,Wren\n",
              "said");
    sums_are(world, 2, 2, 0, 0, 0, 0);
    assert_string_equal(query(world, "select count(*) from answer_words"), "1\n");
}

static void answers_about_an_area_and_goals_are_given(void **state)
{
    struct world *world = *state;
    checks(
        load_intake(
            world, "plugins/intake/meeting.lua",
            "return { title = 'M', version = '1', gives = {\n"
            "  { 'answers', 'moor', area = 'where', seat = { 'who', words = { c = 'citizens', p = "
            "'power' } },\n"
            "    date = 'day', group = 'n', items = 'a b c', where = { what = 'area' } },\n"
            "  { 'goal', person = 'who', date = 'day', goal = 'where', rating = 'a', weight = "
            "'b',\n"
            "    set = { instrument = 'gorse' }, where = { what = 'goal' } } },\n"
            "examples = { { 'both', [[\n"
            "what,where,who,day,n,a,b,c\n"
            "area,Elmwood,c,2024-03-31,12,1,,because\n"
            "area,Elmwood,c,2024-03-31,12,1,2,because\n"
            "goal,home,p001,2024-03-31,,-1,3,\n"
            "goal,home,p001,2024-03-31,,-3,3, ]], [[\n"
            "Elmwood 2024-03-31 moor seat=citizens group=12 : 1 - +\n"
            "set aside\n"
            "p001 2024-03-31 goal goal=home rating=-1 weight=3\n"
            "set aside ]] } } }"),
        1);
    says(world, "{ 'answers', 'moor', person = 'id', date = 'when', items = 'a b c' }",
         "gives[1].person is not a column of our area answers");
}

static void a_set_kind_may_have_a_subtype(void **state)
{
    struct world *world = *state;
    checks(load_intake(world, "plugins/intake/stays.lua",
                       "return { title = 'S', version = '1', gives = { { 'event', person = 'id', "
                       "date = 'day', set = { kind = 'institution/hospital' } } },\n"
                       "examples = { { 'x', 'id,day\\np001,2024-03-31', 'p001 2024-03-31 "
                       "institution/hospital' } } }"),
           1);
}

static void dates_are_read_as_the_file_writes_them(void **state)
{
    static const char *const tries[][3] = {
        {"12/31/2024 11:59 PM", "3/9/2024 12:05 am", "p 2024-03-09T00:05 contact"},
        {"31-Dec-2024", "09-mar-2024", "p 2024-03-09 contact"},
        {"31 December 2024, 23:59:59", "9 March 2024, 7:05:59", "p 2024-03-09T07:05 contact"},
        {"20241231", "20240309", "p 2024-03-09 contact"},
        {"20241231", "2024039", "set aside"},
        {"31.12.2024", "29.02.2023", "set aside"},
        {"31.12.2024", "09.03.24", "set aside"},
        {"31/12/2024 23:59", "09/03/2024 24:00", "set aside"},
        {"31/12/2024 23:59", "09/03/2024 7", "set aside"},
    };
    struct world *world = *state;
    for (size_t i = 0; i < sizeof tries / sizeof *tries; i++) {
        char source[768];
        snprintf(source, sizeof source,
                 "return { title = 'D', version = '1', gives = { { 'event', person = 'id', date = "
                 "{ 'd', as = "
                 "'%s' }, set = { kind = 'contact' } } }, examples = { { 'x', 'id,d\\np,\"%s\"', "
                 "'%s' } } }",
                 tries[i][0], tries[i][1], tries[i][2]);
        checks(load_intake(world, "plugins/intake/dates.lua", source), 1);
        plugin_close(world->plugins[INSTRUMENTS]);
        world->plugins[INSTRUMENTS] = NULL;
    }
}

/* --- what the loader says -------------------------------------------------------------------- */

static void what_is_not_ours_is_refused_at_its_place(void **state)
{
    static const char *const tries[][2] = {
        {"{ 'event', person = 'id', date = 'when', kind = { 'what', words = { VIS = 'contct' } } }",
         "gives[1].kind.words.VIS: contct is not a kind of event. Did you mean `contact`?"},
        {"{ 'event', person = 'id', date = 'when', kind = 'what', servce = 'a' }",
         "gives[1].servce is not a column of our events. Did you mean `service`?"},
        {"{ 'event', person = 'id', date = 'when', kind = 'what', note = 'a' }",
         "gives[1].note is not a column of our events. Words are kept only where a person gave "
         "them: a need, a goal, a note of their own, a text item"},
        {"{ 'event', person = 'id', date = 'when', kind = 'what', set = { outcome = 'needs_met' } "
         "}",
         "gives[1].set.outcome: needs_met is not one of its codes"},
        {"{ 'event', person = 'id', date = 'when', kind = { 'what', wrds = {} } }", "wrds"},
        {"{ 'event', date = 'when', kind = 'what' }",
         "gives[1]: it has no `person`, which every event needs"},
        {"{ 'event', person = 'idd', date = 'when', kind = 'what' }",
         "column \"idd\" is not in the header of example \"x\". Did you mean \"id\"?"},
        {"{ 'event', person = 'id', date = { 'when', as = '31/12/24' }, kind = 'what' }",
         "gives[1].date.as: a year of two digits can be two years. Write 2024 in full"},
        {"{ 'event', person = 'id', date = { 'when', as = 'occasion' }, kind = 'what' }",
         "gives[1].date.as: only answers may have an order in place of a date"},
        {"{ 'event', person = 'id', date = 'when', kind = 'what', need = { 'a', between = 1 } }",
         "gives[1].need: `between` must be a text"},
        {"{ 'event', person = 'id', date = 'when', kind = 'what', need = { 'a', as = 'codes' } }",
         "gives[1].need.as: only what holds several values at once has boxes or codes, and this "
         "holds one"},
        {"{ 'event', person = 'id', date = 'when', kind = 'what', purpose = { 'a', 'b', as = "
         "'codes' } }",
         "gives[1].purpose.as: several codes stand in one column"},
        {"{ 'event', person = 'id', date = 'when', kind = 'what', purpose = { 'a', as = 'ticks', "
         "words = { a = false } } }",
         "gives[1].purpose.words.a: it must be our word: each box or code comes to one"},
        {"{ 'event', person = 'id', date = 'when', kind = 'what', need_words = { 'a', words = { x "
         "= 'y' } } }",
         "gives[1].need_words: a person's own words are kept as they are given. Leave out `as`, "
         "`words` and `other`"},
        {"{ 'event', person = 'id', date = 'when', kind = 'what', set = { need_words = 'a' } }",
         "gives[1].set.need_words: a person's own words come from a column of the file, not from "
         "the plugin"},
        {"{ 'answers', 'hazel', person = 'id', date = 'when', items = { why = { 'a', words = { x = "
         "'+' } } } }",
         "gives[1].items.why: a person's own words are kept as they are given"},
        {"{ 'answers', 'sorrel', person = 'id', date = 'when', items = 'a b c', set = { form = "
         "'turnd' } }",
         "gives[1].set.form: sorrel has no form turnd. Did you mean turned?"},
        {"{ 'answers', 'sorrel', person = 'id', date = 'when', items = 'a b c', set = { answer = "
         "'1' } }",
         "gives[1].set.answer: the instrument stands behind \"answers\", its items in `items`"},
        {"{ 'event', person = 'id', date = 'when', kind = { 'what', words = { V = { knd = "
         "'contact' } } } }",
         "gives[1].kind.words.V.knd is not a column of our events. Did you mean `kind`?"},
        {"{ 'answers', 'junper', person = 'id', date = 'when', items = 'a b c' }",
         "there is no instrument junper. Did you mean juniper?"},
        {"{ 'answers', 'juniper', person = 'id', date = 'when', items = 'a b' }",
         "gives[1].items: it has 2 columns; juniper has 3 items"},
        {"{ 'answers', 'juniper', person = 'id', date = 'when', items = { q9 = 'a' } }",
         "gives[1].items.q9: juniper has no item `q9`"},
        {"{ 'answers', 'juniper', person = 'id', date = 'when', items = { q1 = { 'a', words = { x "
         "= 9 } } } }",
         "gives[1].items.q1.words.x: "},
        {"{ 'answers', 'juniper', person = 'id', date = 'when' }", "answers need `items`"},
        {"{ 'goal', person = 'id', date = 'when', rating = 'a' }",
         "gives[1]: it has no `goal`, which every goal needs"},
        {"{ 'note', person = 'id', date = 'when' }",
         "gives[1]: it has no `words`, which every note needs"},
        {"{ 'consent', person = 'id', date = 'when', set = { purpose = 'learning', given = 'maybe' "
         "} }",
         "gives[1].set.given: maybe is not one of its codes, which are: yes no"},
        {"{ 'service', type = 'a' }", "gives[1]: it has no `service`, which every service needs"},
        {"{ 'area', area = 'a' }", "it must begin with the kind of record"},
        {"{ person = 'id' }", "it must begin with the kind of record"},
        {"", "gives: it is empty. Say what one row gives"},
    };
    for (size_t i = 0; i < sizeof tries / sizeof *tries; i++)
        says(*state, tries[i][0], tries[i][1]);
}

static void an_example_that_is_not_so_fails(void **state)
{
    struct world *world = *state;
    struct faults faults = {0};
    size_t held;
    const struct intake *intake = load_intake(
        world, "plugins/intake/wrong.lua",
        "return { title = 'W', version = '1', gives = { { 'event', person = 'id', date = 'when',"
        " set = { kind = 'contact' } } }, examples = {"
        " { 'day', 'id,when\\np001,2024-03-31', 'p001 2024-03-30 contact' },"
        " { 'more', 'id,when\\np001,2024-03-31\\np001,x', 'p001 2024-03-31 contact' },"
        " { 'fewer', 'id,when\\np001,2024-03-31', 'p001 2024-03-31 contact\\nleft out' },"
        " { 'right', 'id,when\\np001,2024-03-31', 'p001 2024-03-31 contact' } } }");
    assert_false(intake_check_examples(intake, &held, &faults));
    assert_int_equal(held, 1);
    assert_int_equal(faults.count, 3);
    assert_has(faults.said[0],
               "\"day\": line 1 comes to `p001 2024-03-31 contact`, the example says `p001 "
               "2024-03-30 contact`");
    assert_has(faults.said[1], "\"more\": there is one more line: `set aside`");
    assert_has(faults.said[2],
               "\"fewer\": line 2 comes to `nothing more`, the example says `left out`");
    faults_clear(&faults);
}

static void an_intake_without_examples_is_refused(void **state)
{
    struct world *world = *state;
    struct faults faults = {0};
    struct intake *intake;
    struct plugin *plugin =
        load_source("plugins/intake/bare.lua",
                    "return { title = 'B', version = '1', examples = {}, gives = { { "
                    "'event', person = 'id', date = 'd', set = { kind = 'contact' } } } }");
    assert_false(intake_load(plugin, world->instruments, INSTRUMENTS, &intake, &faults));
    assert_has(faults.said[0], "examples: there is none");
    faults_clear(&faults);
    plugin_close(plugin);
}

/* --- the intakes for real files -------------------------------------------------------------- */

static void the_event_log_of_a_hospital_holds_its_examples(void **state)
{
    struct world *world = *state;
    char *source;
    size_t length;
    must(text_read_file(SOURCE_DIR "/tests/real/plugins/intake/sepsis.lua", 1 << 18, &source,
                        &length, &world->fault),
         &world->fault);
    checks(load_intake(world, "tests/real/plugins/intake/sepsis.lua", source), 2);
    free(source);
}

static void the_anxiety_sheets_hold_their_examples(void **state)
{
    struct world *world = *state;
    char *source;
    size_t length;
    plugin_close(world->plugins[2]);
    world->plugins[2] =
        load_source("instruments/sai.lua",
                    "return { title = 'Twenty words', version = '1', source = 'made up'," LICENCE
                    " answers = { from = 1, to = 4 }, items = 'calm secure tense regretful at_ease "
                    "upset worrying rested "
                    "anxious comfortable confident nervous jittery high_strung relaxed content "
                    "worried rattled joyful "
                    "pleasant', examples = { { 'x', '1{20}' } } }");
    world->instruments[2] = load_instrument(world->plugins[2]);
    must(text_read_file(SOURCE_DIR "/tests/real/plugins/intake/sai.lua", 1 << 18, &source, &length,
                        &world->fault),
         &world->fault);
    checks(load_intake(world, "tests/real/plugins/intake/sai.lua", source), 3);
    free(source);
}

int main(void)
{
#define HERE(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        HERE(an_intake_holds_its_examples_and_properties),
        HERE(rows_of_another_system_come_in),
        HERE(what_a_file_gives_can_be_read_without_a_store),
        HERE(a_file_that_lacks_a_column_is_refused),
        HERE(a_header_that_only_an_intake_reads_names_it),
        HERE(a_file_with_the_separators_of_an_intake_names_it),
        HERE(answers_by_item_with_no_answer_and_words),
        HERE(one_row_may_give_several_records),
        HERE(goals_notes_consents_and_services_are_given),
        HERE(a_note_without_words_is_no_record),
        HERE(an_occasion_is_counted_from_1),
        HERE(boxes_and_codes_give_several_values),
        HERE(columns_in_order_are_in_the_order_of_the_form),
        HERE(a_form_may_be_set_and_words_are_its_codes),
        HERE(what_people_said_comes_in_through_an_intake),
        HERE(answers_about_an_area_and_goals_are_given),
        HERE(a_set_kind_may_have_a_subtype),
        HERE(dates_are_read_as_the_file_writes_them),
        HERE(what_is_not_ours_is_refused_at_its_place),
        HERE(an_example_that_is_not_so_fails),
        HERE(an_intake_without_examples_is_refused),
        HERE(the_event_log_of_a_hospital_holds_its_examples),
        HERE(the_anxiety_sheets_hold_their_examples),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
