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
                                        "words: not kept yet"};
    text_format(&page->text, "\n## %s\n\n| column | takes |\n|---|---|\n", heading);
    for (size_t i = 0; i < count; i++)
        text_format(&page->text, "| `%s` | %s%s%s |\n", columns[i].name, takes[columns[i].type],
                    columns[i].codes ? ": " : "", columns[i].codes ? columns[i].codes : "");
}

static struct text the_page(void)
{
    struct page page = {0};
    text_put(&page.text, top);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        put_set(&page, kinds[i].heading, "##", kinds[i].set);
    put_kinds(&page);
    put_columns(&page, "Columns of a file of events, behind person, date, kind and id",
                event_column, EVENT_COLUMN_COUNT);
    put_columns(&page, "Columns of a file of people, behind person, area and date", person_column,
                person_column_count);
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
