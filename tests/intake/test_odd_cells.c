/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells as people's files have them: each stands in a file of its own, between two good rows. It is
 * taken, or set aside with a reason that says why; the rows around it are taken; and the set-aside
 * file, once the cell is mended, brings in exactly that row. */
#include "support.h"

/* One cell as its bytes stand in the file, what it is mended to, and what is said; `says` NULL: it
 * is taken. */
struct odd {
    const char *cell, *mended, *says;
};

/* Where the cell stands: `$` is the person, `@` the cell. */
struct place {
    const char *header, *row;
};

static int tried; /* odd files, over all tests; the mended ones not counted */

static void put_row(struct text *bytes, const char *row, const char *person, const char *cell)
{
    for (; *row; row++)
        if (*row == '$' || *row == '@')
            text_put(bytes, *row == '$' ? person : cell);
        else
            text_char(bytes, *row);
    text_char(bytes, '\n');
}

static void import_bytes(struct world *world, const char *name, const struct text *bytes)
{
    import_text(world, name, bytes->bytes);
}

/* The set-aside file, with one part of it changed. */
static void mend(struct world *world, const char *from, const char *to, struct text *mended)
{
    char *bytes;
    size_t length;
    must(text_read_file(world->done.set_aside, 1 << 20, &bytes, &length, &world->fault),
         &world->fault);
    char *line = strchr(bytes, '\n') + 1, *at = strstr(line, from);
    if (!at)
        fail_msg("%s is not in %s", from, bytes);
    text_add(mended, bytes, (size_t)(at - bytes));
    text_put(mended, to);
    text_put(mended, at + strlen(from));
    free(bytes);
}

static void is_reason(struct world *world, const char *row, const char *says)
{
    char *bytes;
    size_t length;
    must(text_read_file(world->done.set_aside, 1 << 20, &bytes, &length, &world->fault),
         &world->fault);
    const char *line = strchr(bytes, '\n') + 1;
    assert_int_equal(strncmp(strchr(bytes, '\n') - strlen(",reason"), ",reason", 7), 0);
    if (strncmp(line, row, strlen(row)) != 0)
        fail_msg("%s does not begin with %s", line, row);
    assert_has(line + strlen(row), says);
    free(bytes);
}

static void comes_back_and_goes_in(struct world *world, const struct place *place,
                                   const struct odd *odd, const char *person)
{
    struct text row = {0}, better = {0}, mended = {0};
    put_row(&row, place->row, person, odd->cell);
    put_row(&better, place->row, person, odd->mended);
    row.bytes[--row.length] = better.bytes[--better.length] = '\0';
    is_reason(world, row.bytes, odd->says);
    mend(world, row.bytes, better.bytes, &mended);
    import_bytes(world, "mended.set-aside.csv", &mended);
    sums_are(world, 1, 1, 0, 0, 0, 0);
    import_bytes(world, "mended.set-aside.csv", &mended);
    sums_are(world, 1, 0, 0, 1, 0, 0);
    text_free(&row);
    text_free(&better);
    text_free(&mended);
}

static void try_odd(struct world *world, const struct place *place, const struct odd *odd, int n)
{
    struct text bytes = {0};
    char name[24], person[24], before[24], after[24];
    tried++;
    snprintf(name, sizeof name, "odd%d.csv", n);
    snprintf(person, sizeof person, "p%d", n);
    snprintf(before, sizeof before, "before%d", n);
    snprintf(after, sizeof after, "after%d", n);
    const char *good = odd->mended ? odd->mended : odd->cell;
    text_format(&bytes, "%s\n", place->header);
    put_row(&bytes, place->row, before, strchr(place->row, '$') ? good : before);
    put_row(&bytes, place->row, person, odd->cell);
    put_row(&bytes, place->row, after, strchr(place->row, '$') ? good : after);
    import_bytes(world, name, &bytes);
    text_free(&bytes);
    sums_are(world, 3, odd->says ? 2 : 3, 0, 0, 0, odd->says ? 1 : 0);
    if (odd->says)
        comes_back_and_goes_in(world, place, odd, person);
}

static void try_all(void **state, struct place place, const struct odd *odds, size_t count)
{
    static int n; /* so that no two cases share a person */
    for (size_t i = 0; i < count; i++)
        try_odd(*state, &place, &odds[i], n++);
}

#define TRY(header, row, odds)                                                                     \
    try_all(state, (struct place){header, row}, odds, sizeof(odds) / sizeof *(odds))

/* --- dates and times ------------------------------------------------------------------------- */

#define NOT_A_DATE(cell)                                                                           \
    {                                                                                              \
        cell, "2024-03-31", "is not a date. Write it as 2024-03-31"                                \
    }

#define NO_SUCH_DAY(cell)                                                                          \
    {                                                                                              \
        cell, "2024-03-31", cell ": there is no such day; a date is written as 2024-03-31"         \
    }

static void days_are_days(void **state)
{
    static const struct odd odds[] = {
        {"2024-02-29", NULL, NULL},
        {" 2024-03-31 ", NULL, NULL},
        {"\t2024-03-31", NULL, NULL},
        {"\"2024-03-31\"", NULL, NULL},
        {"\"2024-03-31\" ", NULL, NULL},
        {"#2", NULL, NULL},
        {"", "2024-03-31", "no `date`: column date is empty"},
        {"\"\"", "2024-03-31", "no `date`: column date is empty"},
        {"  ", "2024-03-31", "no `date`: column date is empty"},
        {"#0", "#1", "is not an order. Write #1, #2, #3"},
        {"#-1", "#1", "is not an order"},
        {"#1.5", "#1", "is not an order"},
        {"#", "#1", "is not an order"},
        {"# 2", "#2", "is not an order"},
        {"#99999999999999999999", "#2", "is not an order"},
        {"0001-01-01", "2024-03-31", "0001-01-01 is before anything here: write the year as 2024"},
        {"1899-12-31", "2024-03-31", "is before anything here"},
        {"1900-01-01", NULL, NULL},
        {"2999-01-01", "2024-03-31", "2999-01-01 is still to come: only an event may be planned"},
        NOT_A_DATE("31/03/2024"),
        NOT_A_DATE("03/31/2024"),
        NOT_A_DATE("31.03.2024"),
        NOT_A_DATE("31-03-2024"),
        NOT_A_DATE("31/03/24"),
        NOT_A_DATE("24-03-31"),
        NO_SUCH_DAY("2024-02-30"),
        NO_SUCH_DAY("2023-02-29"),
        NO_SUCH_DAY("1900-02-29"),
        NO_SUCH_DAY("2024-13-01"),
        NO_SUCH_DAY("2024-00-10"),
        NO_SUCH_DAY("2024-01-00"),
        NO_SUCH_DAY("2024-01-32"),
        NO_SUCH_DAY("2024-04-31"),
        NOT_A_DATE("2024-3-1"),
        NOT_A_DATE("2024-03-1"),
        NOT_A_DATE("2024/03/31"),
        NOT_A_DATE("20240331"),
        NOT_A_DATE("45382"),
        NOT_A_DATE("45382.5"),
        NOT_A_DATE("2024"),
        NOT_A_DATE("2024-03"),
        NOT_A_DATE("2024-03-31T10:00"),
        NOT_A_DATE("2024-03-31 00:00:00"),
        NOT_A_DATE("2024-03-31Z"),
        NOT_A_DATE("31 March 2024"),
        NOT_A_DATE("\"March 31, 2024\""),
        NOT_A_DATE("2024-W13-7"),
        NOT_A_DATE("2024-091"),
        NOT_A_DATE("today"),
        NO_SUCH_DAY("0000-01-01"),
        NOT_A_DATE("-2024-01-01"),
        NOT_A_DATE("+2024-03-31"),
        NOT_A_DATE("10000-01-01"),
        NOT_A_DATE("2024-O3-31"),
        NOT_A_DATE("2024-03-3l"),
        NOT_A_DATE("２０２４-03-31"),
        NOT_A_DATE("2024\xE2\x80\x91"
                   "03\xE2\x80\x91"
                   "31"),
        NOT_A_DATE("2024-03-31\xE2\x80\x8F"),
        NOT_A_DATE("\xC2\xA0"
                   "2024-03-31"),
        NOT_A_DATE("\" 2024-03-31\""),
        NOT_A_DATE("NaN"),
        NOT_A_DATE("NULL"),
        NOT_A_DATE("n/a"),
        NOT_A_DATE("1e309"),
        NOT_A_DATE("9223372036854775808"),
        NOT_A_DATE("\"=DATE(2024,3,31)\""),
        {"\"2024-03-31\n2024-04-01\"", "2024-03-31", "it holds a line break"},
    };
    TRY("person,date,instrument,item,answer", "$,@,juniper,q1,3", odds);
}

static void events_may_be_dated_vaguely_and_no_worse(void **state)
{
    static const struct odd odds[] = {
        {"2024", NULL, NULL},
        {"2024-03", NULL, NULL},
        {"2024-Q1", NULL, NULL},
        {"2024-03-31", NULL, NULL},
        NOT_A_DATE("2024-Q5"),
        NOT_A_DATE("2024-Q0"),
        NOT_A_DATE("Q1 2024"),
        NOT_A_DATE("2024-13"),
        NOT_A_DATE("24"),
        NOT_A_DATE("spring 2024"),
        NOT_A_DATE("31/03/2024"),
        NOT_A_DATE("#2"),
        NO_SUCH_DAY("2024-02-30"),
        NOT_A_DATE("45382"),
        NOT_A_DATE("2024-03-31 9:00"),
        NOT_A_DATE("2024-03-31/2024-04-02"),
        NOT_A_DATE("~2024"),
        NOT_A_DATE("2024?"),
    };
    TRY("person,date,kind", "$,@,contact", odds);
}

#define NOT_A_TIME(cell)                                                                           \
    {                                                                                              \
        cell, "09:05", "is not a time. Write it as 23:40"                                          \
    }

static void times_are_times(void **state)
{
    static const struct odd odds[] = {
        {"23:59", NULL, NULL}, {"00:00", NULL, NULL}, {"", NULL, NULL},    NOT_A_TIME("9:05"),
        NOT_A_TIME("24:00"),   NOT_A_TIME("25:00"),   NOT_A_TIME("23:60"), NOT_A_TIME("9.30"),
        NOT_A_TIME("0930"),    NOT_A_TIME("9:5"),     NOT_A_TIME("9am"),   NOT_A_TIME("9:30 pm"),
        NOT_A_TIME("-1:00"),   NOT_A_TIME("0.5"),     NOT_A_TIME("noon"),  NOT_A_TIME("２３:40"),
    };
    TRY("person,date,kind,time", "$,2024-03-31,contact,@", odds);
    TRY("person,date,instrument,item,answer,time", "$,2024-03-31,juniper,q1,3,@", odds);
}

/* --- answers --------------------------------------------------------------------------------- */

#define NO_ANSWER(cell)                                                                            \
    {                                                                                              \
        cell, "3", "column answer: "                                                               \
    }

static void answers_are_codes(void **state)
{
    static const struct odd odds[] = {
        {"3", NULL, NULL},
        {" 3 ", NULL, NULL},
        {"\"3\"", NULL, NULL},
        {"03", NULL, NULL},
        {"3.0", NULL, NULL},
        {"declined", NULL, NULL},
        {"unknown", NULL, NULL},
        {"not_asked", NULL, NULL},
        {"not_applicable", NULL, NULL},
        NO_ANSWER("0"),
        NO_ANSWER("6"),
        NO_ANSWER("-1"),
        NO_ANSWER("1.5"),
        NO_ANSWER("\"1,5\""),
        NO_ANSWER("3.0000000000000001e0x"),
        NO_ANSWER("1e309"),
        NO_ANSWER("-1e309"),
        NO_ANSWER("NaN"),
        NO_ANSWER("nan"),
        NO_ANSWER("inf"),
        NO_ANSWER("-0"),
        NO_ANSWER("+5"),
        NO_ANSWER("５"),
        NO_ANSWER("٣"),
        NO_ANSWER("9223372036854775807"),
        NO_ANSWER("9223372036854775808"),
        NO_ANSWER("-9223372036854775809"),
        NO_ANSWER("18446744073709551616"),
        NO_ANSWER("0x3"),
        NO_ANSWER("=3"),
        NO_ANSWER("@3"),
        NO_ANSWER("=1+2"),
        NO_ANSWER("3 4"),
        NO_ANSWER("3;4"),
        NO_ANSWER("3-"),
        NO_ANSWER("--"),
        NO_ANSWER("TRUE"),
        NO_ANSWER("yes"),
        NO_ANSWER("Declined"),
        NO_ANSWER("DECLINED"),
        NO_ANSWER("NA"),
        NO_ANSWER("N/A"),
        NO_ANSWER("null"),
        NO_ANSWER("None"),
        NO_ANSWER("#N/A"),
        NO_ANSWER("#REF!"),
        NO_ANSWER("."),
        NO_ANSWER("?"),
        NO_ANSWER("three"),
        NO_ANSWER("Often"),
        NO_ANSWER("3%"),
        NO_ANSWER("1/2"),
        NO_ANSWER("½"),
        NO_ANSWER("³"),
        NO_ANSWER("\" 3\""),
        NO_ANSWER("\"3\n\""),
        NO_ANSWER("3\xE2\x80\x8F"),
        NO_ANSWER("\xC2\xA0"
                  "3"),
        NO_ANSWER("3\xCC\x81"),
        NO_ANSWER("3\x01"),
    };
    TRY("person,date,instrument,item,answer", "$,2024-03-31,juniper,q1,@", odds);
}

/* --- references ------------------------------------------------------------------------------ */

#define BAD_REFERENCE(cell, mended, says)                                                          \
    {                                                                                              \
        cell, mended, "column person: " says                                                       \
    }
#define TEN "abcdefghij"
#define SIXTY TEN TEN TEN TEN TEN TEN

static void a_reference_is_what_it_reads_and_can_be_seen(void **state)
{
    static const struct odd odds[] = {
        {"NA", NULL, NULL},
        {"007", NULL, NULL},
        {"7", NULL, NULL},
        {"07", NULL, NULL},
        {"0", NULL, NULL},
        {"00", NULL, NULL},
        {"null", NULL, NULL},
        {"NULL", NULL, NULL},
        {"None", NULL, NULL},
        {"true", NULL, NULL},
        {"1e5", NULL, NULL},
        {"100000", NULL, NULL},
        {"-1", NULL, NULL},
        {"9223372036854775808", NULL, NULL},
        {"1.0", NULL, NULL},
        {"=1+1", NULL, NULL},
        {"@x", NULL, NULL},
        {"'x", NULL, NULL},
        {"declined", NULL, NULL},
        {"p 1", NULL, NULL},
        {"p/1", NULL, NULL},
        {"\"x,y\"", NULL, NULL},
        {"\"say \"\"x\"\"\"", NULL, NULL},
        {"Zo\xC3\xAB", NULL, NULL},
        {"Zoe\xCC\x88", NULL, NULL}, /* the same letter in two: another reference, by its bytes */
        {"Zo\xC3\x83\xC2\xAB", NULL, NULL},
        {"李", NULL, NULL},
        {"محمد", NULL, NULL},
        {"می\xE2\x80\x8C"
         "خواهم",
         NULL, NULL},
        {"👩", NULL, NULL},
        {SIXTY, NULL, NULL},
        {"a b c d e f", NULL, NULL},
        {"", "m1", "no `person`: column person is empty"},
        {"\"\"", "m2", "no `person`: column person is empty"},
        {" ", "m3", "no `person`: column person is empty"},
        BAD_REFERENCE(SIXTY "k", "m4", "this is longer than a name"),
        BAD_REFERENCE("a b c d e f g", "m5", "this is longer than a name"),
        BAD_REFERENCE("\"p\n6\"", "m6", "it holds a line break"),
        BAD_REFERENCE("p\x01", "m7", "it holds a control character"),
        BAD_REFERENCE("\x1B[31mp", "m8", "it holds a control character"),
        BAD_REFERENCE("p\x7F", "m9", "it holds a control character"),
        BAD_REFERENCE("\"p\t1\"", "m10", "it holds a control character"),
        BAD_REFERENCE("p\xC2\x85", "m11", "it holds the character U+0085"),
        BAD_REFERENCE("p\xC2\xA0"
                      "1",
                      "m12", "it holds the character U+00A0, which cannot be seen"),
        BAD_REFERENCE("p\xC2\xAD"
                      "1",
                      "m13", "it holds the character U+00AD"),
        BAD_REFERENCE("p\xE2\x80\x8B"
                      "1",
                      "m14", "it holds the character U+200B"),
        BAD_REFERENCE("p\xE2\x80\x8E", "m15", "it holds the character U+200E"),
        BAD_REFERENCE("\xE2\x80\x8Fp", "m16", "it holds the character U+200F"),
        BAD_REFERENCE("p\xE2\x80\xA8", "m17", "it holds the character U+2028"),
        BAD_REFERENCE("p\xE2\x80\xAE"
                      "1",
                      "m18", "it holds the character U+202E"),
        BAD_REFERENCE("p\xE2\x81\xA6", "m19", "it holds the character U+2066"),
        BAD_REFERENCE("\xEF\xBB\xBFp", "m20", "it holds the character U+FEFF"),
        BAD_REFERENCE("Zo\xEB", "m21", "byte EB is not UTF-8"),
        BAD_REFERENCE("p\x80", "m22", "byte 80 is not UTF-8"),
        BAD_REFERENCE("p\xC0\x80", "m23", "byte C0 is not UTF-8"),
        BAD_REFERENCE("p\xE2\x82", "m24", "byte E2 is not UTF-8"),
        BAD_REFERENCE("p\xED\xA0\x80", "m25", "byte ED is not UTF-8"),
        BAD_REFERENCE("p\xF4\x90\x80\x80", "m26", "byte F4 is not UTF-8"),
        BAD_REFERENCE("p\xFF", "m27", "byte FF is not UTF-8"),
        BAD_REFERENCE("p\"1", "m28", "a quote stands where none can be"),
        BAD_REFERENCE("\"p\"1", "m29", "a quote stands where none can be"),
    };
    TRY("person,area", "@,Elmwood", odds);
}

/* --- the other columns ----------------------------------------------------------------------- */

static void codes_keys_and_numbers_of_events_are_checked(void **state)
{
    static const struct odd kinds[] = {
        {"contct", "contact", "Did you mean `contact`?"},
        {"Contact", "contact", "is not a kind of event"},
        {"", "contact", "no `kind`: column kind is empty"},
        {"contact/phone", "contact", "in the column `subtype`"},
        {"contact ", NULL, NULL},
        {"con\xE2\x80\x8Btact", "contact", "is not a kind of event"},
    };
    static const struct odd numbers[] = {
        {"0", NULL, NULL},
        {"7", NULL, NULL},
        {"07", NULL, NULL},
        {"2147483647", NULL, NULL},
        {"2147483648", "1", "is not a whole number"},
        {"9223372036854775808", "1", "is not a whole number"},
        {"-1", "1", "is not a whole number"},
        {"1.5", "1", "is not a whole number"},
        {"1e3", "1", "is not a whole number"},
        {"１", "1", "is not a whole number"},
        {"x", "1", "is not a whole number"},
    };
    static const struct odd keys[] = {
        {"a;b", NULL, NULL},
        {"a ; b", NULL, NULL},
        {"a;;b", "a;b", "between two `;` there is nothing"},
        {";a", "a", "between two `;` there is nothing"},
        {"a\xC2\xA0;b", "a;b", "U+00A0"},
    };
    TRY("person,date,kind", "$,2024-03-31,@", kinds);
    TRY("person,date,kind,seq", "$,2024-03-31,contact,@", numbers);
    TRY("person,date,kind,worker", "$,2024-03-31,contact,@", keys);
}

static void columns_of_people_are_checked(void **state)
{
    static const struct odd births[] = {
        {"1999", NULL, NULL},
        {"1999-12-31", NULL, NULL},
        {"99", "1999", "is not a date"},
        {"1999-02-30", "1999", "is not a date"},
        {"31/12/1999", "1999", "is not a date"},
        {"36525", "1999", "is not a date"},
        {"c. 1999", "1999", "is not a date"},
    };
    static const struct odd shares[] = {
        {"yes", NULL, NULL},
        {"no", NULL, NULL},
        {"", NULL, NULL},
        {"Yes", "yes", "column shares: "},
        {"Y", "yes", "column shares: "},
        {"1", "yes", "column shares: "},
        {"TRUE", "yes", "column shares: "},
        {"ja", "yes", "column shares: "},
    };
    TRY("person,area,born", "$,Elmwood,@", births);
    TRY("person,area,shares", "$,Elmwood,@", shares);
}

static void enough_files_were_tried(void **state)
{
    (void)state;
    if (tried < 240)
        fail_msg("only %d odd files were tried", tried);
}

int main(void)
{
#define HERE(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        HERE(days_are_days),
        HERE(events_may_be_dated_vaguely_and_no_worse),
        HERE(times_are_times),
        HERE(answers_are_codes),
        HERE(a_reference_is_what_it_reads_and_can_be_seen),
        HERE(codes_keys_and_numbers_of_events_are_checked),
        HERE(columns_of_people_are_checked),
        HERE(enough_files_were_tried),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
