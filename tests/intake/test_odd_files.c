/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files as spreadsheets, exports and people leave them: taken whole, or in part with the rest
 * coming back to be mended, or refused as a whole with a sentence that says what to do. */
#include "support.h"

/* A file that is taken. Of its rows `aside` come back, each with `reason`; with every `from` in the
 * set-aside file made `to` they all go in. */
struct taken {
    const char *what, *bytes;
    size_t length;
    int in, fresh, known, aside;
    const char *reason, *from, *to;
};
#define BYTES(text) text, sizeof(text) - 1

static void put_file(struct world *world, const char *name, const char *bytes, size_t length)
{
    write_file(world, name, "");
    must(text_write_file(world->file, bytes, length, &world->fault), &world->fault);
}

static bool import_bytes(struct world *world, const char *name, const char *bytes, size_t length)
{
    put_file(world, name, bytes, length);
    struct intake_how how = how_of(world, NULL);
    return run_file(world, &how);
}

/* Every row that is set aside stands there once, its reason the last cell of its line. */
static void all_come_back(struct world *world, const struct taken *taken, struct text *mended)
{
    char *bytes;
    size_t length, count = 0, from = taken->from ? strlen(taken->from) : 1;
    const char *to = taken->from ? taken->to : "c"; /* no `from`: every byte 0 */
    must(text_read_file(world->done.set_aside, 1 << 20, &bytes, &length, &world->fault),
         &world->fault);
    for (const char *at = bytes;
         (at = memmem(at, (size_t)(bytes + length - at), taken->reason, strlen(taken->reason)));
         at++)
        count++;
    assert_int_equal(count, taken->aside);
    for (const char *at = bytes; at < bytes + length;) {
        bool here = memcmp(at, taken->from ? taken->from : "", from) == 0;
        text_add(mended, here ? to : at, here ? strlen(to) : 1);
        at += here ? from : 1;
    }
    free(bytes);
}

static void try_taken(struct world *world, const struct taken *taken, int n)
{
    char name[32];
    struct text mended = {0};
    snprintf(name, sizeof name, "t%d.csv", n);
    if (!import_bytes(world, name, taken->bytes, taken->length))
        fail_msg("%s: %s", taken->what, world->fault.text);
    const struct import_sum *sum = &world->done.result.sum;
    if (sum->in != taken->in || sum->fresh != taken->fresh || sum->known != taken->known ||
        sum->set_aside != taken->aside)
        fail_msg("%s: %d in, %d new, %d known, %d set aside\n%s", taken->what, (int)sum->in,
                 (int)sum->fresh, (int)sum->known, (int)sum->set_aside, world->said.bytes);
    if (taken->aside == 0)
        return;
    all_come_back(world, taken, &mended);
    if (!import_bytes(world, "mended.set-aside.csv", mended.bytes, mended.length))
        fail_msg("%s: %s", taken->what, world->fault.text);
    if (world->done.result.sum.fresh != taken->aside || world->done.result.sum.in != taken->aside)
        fail_msg("%s, mended: %s\n%s", taken->what, mended.bytes, world->said.bytes);
    text_free(&mended);
}

static void each_in_a_store_of_its_own(const struct taken *files, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        void *state;
        set_up(&state);
        try_taken(state, &files[i], (int)i);
        tear_down(&state);
    }
}

#define P "person,area\n"
#define E "person,date,kind\n"
#define S "person,date,kind,service\n"
#define A "person,date,instrument,item,answer\n"
#define W "person,date,instrument,q1,q2,q3\n"
#define QUOTE "a quote stands where none can be"
#define ROW ",2024-03-31,juniper,q1,3\n"

static const struct taken files[] = {
    /* ends of lines, marks, blank lines */
    {"LF", BYTES(P "a,X\nb,X\n"), 2, 2, 0, 0, NULL, NULL, NULL},
    {"CRLF", BYTES("person,area\r\na,X\r\nb,X\r\n"), 2, 2, 0, 0, NULL, NULL, NULL},
    {"CR alone", BYTES("person,area\ra,X\rb,X\r"), 2, 2, 0, 0, NULL, NULL, NULL},
    {"all three", BYTES("person,area\r\na,X\rb,X\nc,X"), 3, 3, 0, 0, NULL, NULL, NULL},
    {"LF CR", BYTES("person,area\n\ra,X\n\rb,X\n\r"), 2, 2, 0, 0, NULL, NULL, NULL},
    {"no last line end", BYTES(P "a,X"), 1, 1, 0, 0, NULL, NULL, NULL},
    {"a header alone", BYTES(P), 0, 0, 0, 0, NULL, NULL, NULL},
    {"a header alone, no line end", BYTES("person,area"), 0, 0, 0, 0, NULL, NULL, NULL},
    {"a mark", BYTES("\xEF\xBB\xBF" P "a,X\n"), 1, 1, 0, 0, NULL, NULL, NULL},
    {"a mark before a quote", BYTES("\xEF\xBB\xBF\"person\",\"area\"\n\"a\",\"X\"\n"), 1, 1, 0, 0,
     NULL, NULL, NULL},
    {"a mark in the middle",
     BYTES(P "a,X\n\xEF\xBB\xBF"
             "b,X\n"),
     2, 1, 0, 1, "U+FEFF", "\xEF\xBB\xBF", ""},
    {"blank lines", BYTES("\n\n" P "\na,X\n\n  \n\t\nb,X\n\n\n"), 2, 2, 0, 0, NULL, NULL, NULL},
    {"blanks around cells", BYTES(" person , area \n a , X \n"), 1, 1, 0, 0, NULL, NULL, NULL},
    {"tabs around cells", BYTES("\tperson,area\t\n\ta,X\t\n"), 1, 1, 0, 0, NULL, NULL, NULL},
    {"a line of separators", BYTES(P "a,X\n,\nb,X\n"), 3, 2, 0, 1, "column person is empty", "\n,,",
     "\nc,X,"},
    {"the end of file of old days", BYTES(P "a,X\n\x1A"), 2, 1, 0, 1, "it has 1 cell", "\x1A,",
     "b,X"},
    {"a form feed", BYTES(P "a,X\n\f\nb,X\n"), 3, 2, 0, 1, "it has 1 cell", "\f,", "c,X"},
    /* quotes */
    {"everything in quotes", BYTES("\"person\",\"area\"\n\"a\",\"X\"\n"), 1, 1, 0, 0, NULL, NULL,
     NULL},
    {"blanks outside quotes", BYTES(P "\"a\" , \"X\" \n"), 1, 1, 0, 0, NULL, NULL, NULL},
    {"doubled quotes", BYTES(P "\"the \"\"a\"\"\",X\n"), 1, 1, 0, 0, NULL, NULL, NULL},
    {"separators in quotes", BYTES(P "\"a,b\",X\n"), 1, 1, 0, 0, NULL, NULL, NULL},
    {"a line end in quotes", BYTES(P "\"a\nb\",X\nc,X\n"), 2, 1, 0, 1, "it holds a line break", "a\nb",
     "ab"},
    {"CRLF in quotes", BYTES(P "\"a\r\nb\",X\r\nc,X\r\n"), 2, 1, 0, 1, "it holds a line break",
     "a\r\nb", "ab"},
    {"a stray quote", BYTES(P "a\",X\nb,X\n"), 2, 1, 0, 1, QUOTE, "a\",X", "a,X"},
    {"a stray quote last", BYTES(P "b,X\na,X\""), 2, 1, 0, 1, QUOTE, "X\",", "X,"},
    {"a letter behind a quote", BYTES(P "\"a\"x,X\nb,X\n"), 2, 1, 0, 1, QUOTE, "\"a\"x", "\"ax\""},
    {"stray quotes in every row", BYTES(P "a\",X\nb\",X\nc\",X\n"), 3, 0, 0, 3, QUOTE, "\",X",
     ",X"},
    {"inches", BYTES(S "a,2024-03-31,contact,5\" pipe\nb,2024-03-31,contact,x\n"), 2, 1, 0, 1,
     QUOTE, "5\" pipe", "\"5\"\" pipe\""},
    {"a stray quote, then quotes", BYTES(P "a\",\"X\nb\",\"X\nc,X\n"), 3, 1, 0, 2, QUOTE, "\",\"X",
     ",X"},
    {"quotes of a typewriter", BYTES(P "'a',X\n"), 1, 1, 0, 0, NULL, NULL, NULL},
    {"curly quotes",
     BYTES(P "\xE2\x80\x9C"
             "a\xE2\x80\x9D,X\n"),
     1, 1, 0, 0, NULL, NULL, NULL},
    {"a backslash before a quote", BYTES(P "\"a\\\"b\",X\nc,X\n"), 2, 1, 0, 1, QUOTE, "a\\\"b",
     "a\\\"\"b"},
    /* counts of cells */
    {"too few cells", BYTES(E "a,2024-03-31\nb,2024-03-31,contact\n"), 2, 1, 0, 1,
     "it has 2 cells, the header has 3. Put in what is missing", "31,,", "31,contact,"},
    {"far too few cells", BYTES(E "a\nb,2024-03-31,contact\n"), 2, 1, 0, 1,
     "it has 1 cell, the header has 3", "a,,,", "a,2024-03-31,contact,"},
    {"too many cells", BYTES(E "a,2024-03-31,contact,,\nb,2024-03-31,contact\n"), 2, 1, 0, 1,
     "it has 5 cells, the header has 3. Quote a cell", "contact,,,", "contact,"},
    {"a separator that is not quoted", BYTES(P "Lee, Ann,X\nb,X\n"), 2, 1, 0, 1, "it has 3 cells",
     "Lee, Ann", "\"Lee, Ann\""},
    {"a row in two lines", BYTES(E "a,2024-\n03-31,contact\n"), 2, 0, 0, 2, "it has 2 cells",
     "2024-,,\"it has 2 cells, the header has 3. Put in what is missing\"\n03-31,contact,",
     "2024-03-31,contact,x\nc,2024-03-31,contact"},
    {"every row with a separator at its end", BYTES(P "a,X,\nb,X,\n"), 2, 0, 0, 2, "it has 3 cells",
     "X,,", "X,"},
    /* bytes */
    {"a NUL", BYTES(P "a\0,X\nb,X\n"), 2, 1, 0, 1, "column person: it holds a byte 0", NULL, NULL},
    {"a line of NULs", BYTES(P "a,X\n\0\0\0\0\n"), 2, 1, 0, 1, "it holds a byte 0", NULL, NULL},
    {"Latin-1", BYTES(P "Zo\xEB,X\nb,X\n"), 2, 1, 0, 1, "column person: byte EB is not UTF-8",
     "\xEB", "\xC3\xAB"},
    {"Latin-1 in the last column", BYTES(P "a,Caf\xE9\nb,X\n"), 2, 1, 0, 1,
     "column area: byte E9 is not UTF-8", "\xE9", "\xC3\xA9"},
    {"Latin-1 behind a quoted separator", BYTES(P "\"a,b\",Caf\xE9\nb,X\n"), 2, 1, 0, 1,
     "column area: byte E9", "\xE9", "\xC3\xA9"},
    {"Latin-1 in too short a row", BYTES(E "Zo\xEB,2024-03-31\nb,2024-03-31,contact\n"), 2, 1, 0, 1,
     "column person: byte EB", "\xEB,2024-03-31,", "\xC3\xAB,2024-03-31,contact"},
    {"half a character at the end", BYTES(P "b,X\na,\xE2\x82"), 2, 1, 0, 1, "column area: byte E2",
     "\xE2\x82", "Y"},
    {"formulas", BYTES(P "=1+1,X\n+1,X\n-1,X\n@a,X\n\"=HYPERLINK(\"\"x\"\")\",X\n"), 5, 5, 0, 0,
     NULL, NULL, NULL},
    /* the same, almost the same, and another */
    {"the same answer twice", BYTES(A "a" ROW "a" ROW), 2, 1, 1, 0, NULL, NULL, NULL},
    {"the same event twice is two", BYTES(E "a,2024-03-31,contact\na,2024-03-31,contact\n"), 2, 2,
     0, 0, NULL, NULL, NULL},
    {"the same person twice", BYTES(P "a,X\na,X\n"), 2, 1, 1, 0, NULL, NULL, NULL},
    {"two answers to one item",
     BYTES(A "a" ROW "a,2024-03-31,juniper,q1,4\n"
             "b" ROW),
     3, 1, 0, 2, "answer q1 differently", "\na,2024-03-31,juniper,q1,4",
     "\nc,2024-03-31,juniper,q1,4"},
    {"zeros before a number are part of it", BYTES(P "7,X\n07,X\n007,X\n"), 3, 3, 0, 0, NULL, NULL,
     NULL},
    {"letters of two sizes are two people", BYTES(P "a,X\nA,X\n"), 2, 2, 0, 0, NULL, NULL, NULL},
    {"a letter in one piece or in two is two people", BYTES(P "\xC3\xAB,X\ne\xCC\x88,X\n"), 2, 2, 0,
     0, NULL, NULL, NULL},
    {"people read as nothing elsewhere", BYTES(P "NA,X\nNULL,X\nNaN,X\nfalse,X\n0,X\n"), 5, 5, 0, 0,
     NULL, NULL, NULL},
    /* an answers file in columns */
    {"a wide row", BYTES(W "a,2024-03-31,juniper,1,,declined\n"), 1, 1, 0, 0, NULL, NULL, NULL},
    {"a wide row with one wrong answer", BYTES(W "a,2024-03-31,juniper,1,9,3\n"), 1, 0, 0, 1,
     "column q2: 9 is not an answer", "9", "2"},
    {"answers with a decimal comma", BYTES(W "a,2024-03-31,juniper,\"1,0\",2,3\n"), 1, 0, 0, 1,
     "column q1: \"\"1,0\"\" is not an answer", "juniper,\"1,0\"", "juniper,1"},
    {"a wide row of nothing", BYTES(W "a,2024-03-31,juniper,,,\nb,2024-03-31,juniper,1,1,1\n"), 2,
     1, 0, 0, NULL, NULL, NULL},
    {"an instrument nobody knows", BYTES(W "a,2024-03-31,junipr,1,1,1\n"), 1, 0, 0, 1,
     "Did you mean juniper?", "junipr", "juniper"},
};

static void files_are_taken_or_come_back(void **state)
{
    (void)state;
    each_in_a_store_of_its_own(files, sizeof files / sizeof *files);
}

/* --- refused as a whole ---------------------------------------------------------------------- */

static const struct refusal {
    const char *bytes;
    size_t length;
    const char *says;
} refusals[] = {
    {BYTES(""), "x.csv is empty. Its first line must name the columns"},
    {BYTES("\xEF\xBB\xBF"), "x.csv is empty"},
    {BYTES("\n\n \n\t\n\r\n"), "x.csv is empty"},
    {BYTES("\xFF\xFEp\0e\0"), "x.csv is in UTF-16. Save it as `CSV UTF-8`"},
    {BYTES("\xFE\xFF\0p\0e"), "x.csv is in UTF-16. Save it as"},
    {BYTES("\xFF\xFE"), "x.csv is in UTF-16. Save it as"},
    {BYTES("p\0e\0r\0s\0o\0n\0,\0"), "x.csv is in UTF-16. Save it as"},
    {BYTES("\0p\0e\0r\0s\0o\0n"), "x.csv is in UTF-16. Save it as"},
    {BYTES("\xFF\xFE\0\0p\0\0\0"), "x.csv is in UTF-16. Save it as"},
    {BYTES("PK\3\4\x14\0\6\0\b\0\0\0!\0"), "x.csv is a workbook or a zip file. Save each of its"},
    {BYTES("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), "x.csv is a workbook or a zip file. Save"},
    {BYTES("\x1F\x8B\b\0\0\0\0\0"), "x.csv:1: the header cannot be read: byte 8B is not UTF-8"},
    {BYTES("person,ar\0ea\na,X\n"), "x.csv:1: the header cannot be read: it holds a byte 0"},
    {BYTES("person,\xE9rea\na,X\n"), "x.csv:1: the header cannot be read: byte E9 is not UTF-8"},
    {BYTES("pers\"on,area\na,X\n"), "x.csv:1: the header cannot be read: a quote stands where"},
    {BYTES("\"person,area\na,X\n"), "x.csv:1: a quote opens here and is never closed"},
    {BYTES(P "\"a,X\nb,X\n"), "x.csv:2: a quote opens here and is never closed"},
    {BYTES(P "a,X\nb,\"X\nc,X\n"), "x.csv:3: a quote opens here and is never closed"},
    {BYTES("person,area\ra,X\rb,\"X\rc,X\r"), "x.csv:3: a quote opens here and is never closed"},
    {BYTES(P "\"a\nb\",X\r\n\n\"c"), "x.csv:5: a quote opens here and is never closed"},
    {BYTES(P "a,X\n\""), "x.csv:3: a quote opens here and is never closed"},
    {BYTES(P "a,\"X\"\"\nb,X\n"), "x.csv:2: a quote opens here and is never closed"},
    {BYTES("person,area,\na,X,\n"), "x.csv:1: column 3 of the header has no name"},
    {BYTES(",person,area\n"), "x.csv:1: column 1 of the header has no name"},
    {BYTES(",,\na,X\n"), "x.csv:1: column 1 of the header has no name"},
    {BYTES("\"\",area\na,X\n"), "x.csv:1: column 1 of the header has no name"},
    {BYTES("People of Elmwood,\nperson,area\n"), "x.csv:1: column 2 of the header has no name"},
    {BYTES("People of Elmwood\nperson,area\n"),
     "x.csv:1: the first line has 1 cell, and none is a column of ours"},
    {BYTES("person,area,person\n"), "x.csv:1: columns 1 and 3 of the header have the same"},
    {BYTES("person,area,area\n"), "x.csv:1: columns 2 and 3 of the header have the same"},
    {BYTES("person,date,kind,need, need \n"), "x.csv:1: columns 4 and 5 of the header have the same"},
    {BYTES("person,area,Area\n"),
     "x.csv:1: column Area: it is not a column of a people file. Did you mean area?"},
    {BYTES("person,area,BORN\n"), "x.csv:1: column BORN: it is not a column of a people file"},
    {BYTES("Person,Area\n"),
     "x.csv:1: the header has Person, Area; no file of ours begins so. People have person,area"},
    {BYTES("PERSON,DATE,KIND\n"), "x.csv:1: the header has PERSON, DATE, KIND; no file"},
    {BYTES("person,area,hair colour\n"), "x.csv:1: column hair colour: it is not a column"},
    {BYTES("person,\"area\n\"\n"), "x.csv:1: the header has person, area"},
    {BYTES("person\xE2\x80\x8B,area\n"),
     "x.csv:1: the name of column 1 holds the character U+200B"},
    {BYTES("person,area\xC2\xA0\n"), "x.csv:1: the name of column 2 holds the character U+00A0"},
    {BYTES("\xEF\xBB\xBF\xEF\xBB\xBFperson,area\n"),
     "x.csv:1: the name of column 1 holds the character U+FEFF"},
    {BYTES("person;area\na;X\n"), "x.csv:1: its cells are parted by semicolons, ours by commas"},
    {BYTES("person\tarea\na\tX\n"), "x.csv:1: its cells are parted by tabs, ours by commas"},
    {BYTES("sep=;\nperson;area\n"), "x.csv:1: its cells are parted by semicolons"},
    {BYTES("\"person;area\"\n"), "x.csv:1: its cells are parted by semicolons"},
    {BYTES("person|area\na|X\n"), "x.csv:1: the first line has 1 cell, and none"},
    {BYTES("a,X\nb,X\n"), "x.csv:1: the first line has 2 cells, and none is a column"},
    {BYTES("<html><body>\n"), "x.csv:1: the first line has 1 cell, and none"},
    {BYTES("[{\"person\":\"a\"}]\n"), "x.csv:1: the header cannot be read: a quote stands where"},
    {BYTES("{}\n"), "x.csv:1: the first line has 1 cell, and none"},
};

static bool is_empty_store(struct world *world)
{
    int64_t all, sharing;
    must(store_count_people(world->store, &all, &sharing, &world->fault), &world->fault);
    return all == 0;
}

static void files_are_refused_as_a_whole(void **state)
{
    struct world *world = *state;
    for (size_t i = 0; i < sizeof refusals / sizeof *refusals; i++) {
        const struct refusal *refusal = &refusals[i];
        if (import_bytes(world, "x.csv", refusal->bytes, refusal->length))
            fail_msg("\"%s\" was taken", refusal->says);
        assert_int_equal(world->fault.kind, FAULT_DATA);
        assert_has(world->fault.text, refusal->says);
        assert_true(is_empty_store(world));
        assert_int_not_equal(access(world->aside, F_OK), 0);
    }
}

/* Headers without end: of many columns, of one long name, of a name in quotes. */
static void a_header_has_its_limits(void **state)
{
    struct world *world = *state;
    static const struct {
        const char *each;
        int times;
        const char *says;
    } headers[] = {
        {"c%d,", 4096, "the header has 4097 columns; at most 4096 are read"},
        {"c%d,", 1000000, "the header cannot be read: the record that begins on line 1 is longer"},
        {"%d", 1000000, "the header cannot be read: the record that begins on line 1 is longer"},
    };
    for (size_t i = 0; i < sizeof headers / sizeof *headers; i++) {
        struct text bytes = {0};
        for (int n = 0; n < headers[i].times; n++)
            text_format(&bytes, headers[i].each, n);
        text_put(&bytes, "last\n1\n");
        assert_false(import_bytes(world, "x.csv", bytes.bytes, bytes.length));
        assert_int_equal(world->fault.kind, FAULT_DATA);
        assert_has(world->fault.text, headers[i].says);
        text_free(&bytes);
    }
}

/* --- a file that nothing of can be taken ----------------------------------------------------- */

static void rows_come_back_however_many_they_are(void **state)
{
    struct world *world = *state;
    struct text bytes = {0};
    enum { MANY = 30000 };
    text_put(&bytes, "person,date,kind\n");
    for (int i = 0; i < MANY; i++)
        text_format(&bytes, "p%d,31/03/2024,contact\n", i);
    import_text(world, "x.csv", bytes.bytes);
    sums_are(world, MANY, 0, 0, 0, 0, MANY);
    assert_has(world->said.bytes, "x.csv: 29,990 more rows were set aside\n");
    char *back;
    size_t length, lines = 0;
    must(text_read_file(world->aside, 1 << 23, &back, &length, &world->fault), &world->fault);
    for (const char *at = back; (at = strchr(at, '\n')); at++)
        lines++;
    assert_int_equal(lines, MANY + 1);
    assert_has(back, "\np29999,31/03/2024,contact,\"column date: 31/03/2024 is not a date");
    free(back);
    text_free(&bytes);
}

static void a_row_comes_back_as_it_is_however_often_it_goes_in_unmended(void **state)
{
    struct world *world = *state;
    static const char rows[] = P "a\nb,X,Y\nc\",X\nd\xE9,X\n";
    assert_true(import_bytes(world, "x.csv", BYTES(rows)));
    sums_are(world, 4, 0, 0, 0, 0, 4);
    for (int i = 0; i < 4; i++) {
        char *back;
        size_t length;
        must(text_read_file(world->done.set_aside, 1 << 16, &back, &length, &world->fault),
             &world->fault);
        assert_true(import_bytes(world, "again.set-aside.csv", back, length));
        free(back);
        sums_are(world, i ? 3 : 4, i ? 0 : 1, 0, 0, 0, 3); /* the empty cell of a is no area */
        assert_has(world->done.set_aside, i ? ".set-aside-" : ".set-aside.csv");
    }
}

int main(void)
{
#define HERE(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(files_are_taken_or_come_back),
        HERE(files_are_refused_as_a_whole),
        HERE(a_header_has_its_limits),
        HERE(rows_come_back_however_many_they_are),
        HERE(a_row_comes_back_as_it_is_however_often_it_goes_in_unmended),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
