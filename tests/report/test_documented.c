/* SPDX-License-Identifier: GPL-3.0-or-later */
/* plugins/README.md says every field of every kind of plugin, with the words of the tables that
 * check them. `report_test_documented --write FILE` writes it anew. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "ground/fault.h"
#include "ground/text.h"
#include "indicator/indicator.h"
#include "instrument/instrument.h"
#include "intake/intake.h"
#include "report/report.h"

static const struct {
    const char *heading;
    const struct field_set *set;
} kinds[] = {{"An instrument", &instrument_fields},
             {"An indicator", &indicator_fields},
             {"An intake", &intake_fields},
             {"A report", &report_fields}};

static const char *const type_word[] = {[FIELD_TEXT] = "text",
                                        [FIELD_ID] = "id",
                                        [FIELD_IDS] = "ids",
                                        [FIELD_WORDS] = "words",
                                        [FIELD_YES_NO] = "yes/no",
                                        [FIELD_WHOLE] = "whole number from 0",
                                        [FIELD_ANY_WHOLE] = "whole number",
                                        [FIELD_NUMBER] = "number",
                                        [FIELD_DATE] = "date",
                                        [FIELD_FUNCTION] = "function",
                                        [FIELD_TABLE] = "table",
                                        [FIELD_LIST] = "list",
                                        [FIELD_MAP] = "map",
                                        [FIELD_ANY] = "see there"};

static const char top[] =
    "# What a plugin file may say\n\n"
    "A plugin is one Lua file that returns one table. It is run once, with no person's data near "
    "it; an unknown "
    "field is\nrefused by name. These tables are the ones that check the files: a test keeps this "
    "page equal to "
    "them. Fields marked\n*later* are known, and refused until this version follows them.\n";

static const char intakes[] =
    "\n## What an intake gives\n\n"
    "A record is `{ KIND, FIELD = CELL, … }`. KIND is `person`, `event`, `goal`, `note`, "
    "`consent`, "
    "`service`, or `answers`\nand the instrument. FIELD is a column of our own files. Besides: "
    "`set = { FIELD = constant }`, `where = { COLUMN = words }`\n(only such rows), and of answers "
    "`items`: columns in the order of the instrument, or of the form in `form`, or\n"
    "`{ ITEM = CELL }`.\n\n"
    "| CELL | means |\n|---|---|\n"
    "| `\"column\"` | the cell as it stands |\n"
    "| `{ \"a\", \"b\", between = \"/\" }` | joined; a space when nothing is said |\n"
    "| `{ \"day\", as = \"31/12/2024 23:59\" }` | a date, written as the file would write the last "
    "minute of 2024; ISO needs no `as` |\n"
    "| `{ \"visit\", as = \"occasion\" }` | of answers: no date, an order 1, 2, 3 |\n"
    "| `{ \"box_1..box_5\", as = \"ticks\" }` | several values, a column a box; its code is the "
    "number at the end of its name, else the name. 1 or Checked is ticked |\n"
    "| `{ \"met\", as = \"codes\", between = \" \" }` | several codes in one cell |\n"
    "| `{ \"Outcome\", words = { RES = \"need_met\" }, other = \"unknown\" }` | their code to our "
    "word, "
    "to several fields, or `false`: left out; without `other` an unknown code sets its row aside, "
    "`other = \"none\"` leaves the field unrecorded |\n\n"
    "A person's own words are kept as they are given, and only in columns made for them: `called`, "
    "`need_words`, `words`,\nand items answered in words.\n\n"
    "An example says each record as a line, with what it is about in front and fields in any "
    "order; "
    "what `set` gives is left\nout, and a value with a space stands in quotes, where \\\" and \\n "
    "are "
    "a quote and a line break:\n\n"
    "    C17 2024-03-01T09:05 contact service=\"Housing team\" outcome=nothing_changed\n"
    "    C17 2024-03-31 swemwbs mode=self : 3 3 3 - 3 3 3\n"
    "    C17 2024-03-31 goal goal=home rating=7 words=\"a place of my own\"\n"
    "    C17 2024-03-31 note words=\"I walked to the sea\"\n"
    "    C17 2024-03-31 consent purpose=learning given=yes\n"
    "    C17 2024-03-31 person area=Saltmere\n"
    "    \"Housing Options\" service type=council\n"
    "    left out\n"
    "    set aside\n";

enum { SETS_MOST = 64 };

struct page {
    struct text text;
    const struct field_set *done[SETS_MOST];
    size_t done_count;
};

static bool is_done(struct page *page, const struct field_set *set)
{
    for (size_t i = 0; i < page->done_count; i++)
        if (page->done[i] == set)
            return true;
    assert_true(page->done_count < SETS_MOST);
    page->done[page->done_count++] = set;
    return false;
}

static bool reads_the_same(const struct field *a, const struct field *b)
{
    return b->name && a->type == b->type && a->flags == b->flags &&
           strcmp(a->meaning, b->meaning) == 0;
}

/* Fields that read the same stand in one row. Gives the last one that was written. */
static const struct field *put_fields(struct page *page, const struct field *field)
{
    const char *flag = field->flags & FIELD_NEEDED  ? "needed"
                       : field->flags & FIELD_LATER ? "*later*"
                                                    : "";
    text_format(&page->text, "| `%s`", field->name);
    for (; reads_the_same(field, field + 1); field++)
        text_format(&page->text, " `%s`", field[1].name);
    text_format(&page->text, " | %s | %s | %s |\n", type_word[field->type], flag, field->meaning);
    return field;
}

static void put_set(struct page *page, const char *heading, const char *level,
                    const struct field_set *set)
{
    if (is_done(page, set))
        return;
    text_format(&page->text, "\n%s %s\n\n| field | is | | meaning |\n|---|---|---|---|\n", level,
                heading);
    for (const struct field *field = set->fields; field->name; field++)
        field = put_fields(page, field);
    for (const struct field *field = set->fields; field->name; field++) {
        char name[80];
        snprintf(name, sizeof name, "In `%s`", field->name);
        if (field->sub && !(field->flags & FIELD_LATER))
            put_set(page, name, "###", field->sub);
    }
}

static void put_kinds(struct page *page)
{
    text_put(&page->text,
             "\n## Kinds of event\n\nClosed; `kind/subtype` narrows one, and subtypes are "
             "open.\n\n");
    for (size_t i = 0; i < event_kind_count; i++)
        text_format(&page->text, "%s`%s`", i ? ", " : "", event_kind[i]);
    text_put(&page->text, "\n");
}

/* A list that goes with the kind of event stands in a file of its own. */
static bool has_list(const struct column *column)
{
    return column >= event_column && column < event_column + EVENT_COLUMN_COUNT &&
           event_codes("contact", (enum event_column)(column - event_column));
}

static void put_columns(struct page *page, const char *heading, const struct column *columns,
                        size_t count)
{
    static const char *const takes[] = {"a name or key of at most 60 characters",
                                        "a code",
                                        "codes, parted by `;`",
                                        "keys, parted by `;`",
                                        "a date",
                                        "a time, 23:40",
                                        "a whole number",
                                        "yes, no or unknown",
                                        "words: encrypted, and in clear nowhere"};
    text_format(&page->text, "\n## %s\n\n| column | takes |\n|---|---|\n", heading);
    for (size_t i = 0; i < count; i++) {
        text_format(&page->text, "| `%s` | %s%s%s", columns[i].name, takes[columns[i].type],
                    columns[i].codes ? ": " : "", columns[i].codes ? columns[i].codes : "");
        if (has_list(&columns[i]))
            text_format(&page->text, " of [codes/%s.csv](codes/%s.csv), as goes with the kind",
                        columns[i].name, columns[i].name);
        text_put(&page->text, " |\n");
    }
}

/* The columns behind `person`, or all; those that may not be empty are said. */
static void put_row_columns(struct page *page, const struct row_columns *row)
{
    struct text heading = {0};
    text_format(&heading, "Columns of a file of %s%s", row->file,
                row->of_person ? ", behind person" : "");
    put_columns(page, heading.bytes, row->columns, row->count);
    text_format(&page->text, "\nNeeded:");
    const char *at = row->needed, *word;
    size_t length;
    while (text_word(&at, &word, &length))
        text_format(&page->text, " `%.*s`", (int)length, word);
    text_put(&page->text, "\n");
    text_free(&heading);
}

static struct text the_page(void)
{
    struct page page = {0};
    text_put(&page.text, top);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        put_set(&page, kinds[i].heading, "##", kinds[i].set);
    text_put(&page.text, intakes);
    put_kinds(&page);
    put_columns(&page, "Columns of a file of events, behind person, date, kind and id",
                event_column, EVENT_COLUMN_COUNT);
    put_columns(&page, "Columns of a file of people, behind person, area and date", person_column,
                person_column_count);
    for (int kind = 0; kind < ROW_KINDS; kind++)
        put_row_columns(&page, &row_columns[kind]);
    return page.text;
}

static void every_field_is_documented_in_the_words_of_its_table(void **state)
{
    (void)state;
    struct text page = the_page();
    struct fault fault;
    char *bytes;
    size_t length;
    assert_true(text_read_file(SOURCE_DIR "/plugins/README.md", 1 << 20, &bytes, &length, &fault));
    assert_string_equal(bytes, page.bytes);
    free(bytes);
    text_free(&page);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_field_is_documented_in_the_words_of_its_table)};
    if (argc == 3 && strcmp(argv[1], "--write") == 0) {
        struct text page = the_page();
        struct fault fault;
        bool written = text_write_file(argv[2], page.bytes, page.length, &fault);
        text_free(&page);
        return !written;
    }
    return cmocka_run_group_tests(tests, NULL, NULL);
}
