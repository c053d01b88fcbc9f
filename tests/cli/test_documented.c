/* SPDX-License-Identifier: GPL-3.0-or-later */
/* plugins/README.md and plugins/contract.lua say every field of every kind of plugin, with the
 * words of the tables that check them. `cli_test_documented --write FOLDER` writes both anew. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "cli/contract.h"
#include "ground/fault.h"
#include "ground/text.h"

static const struct {
    const char *file;
    void (*write)(struct text *out);
} pages[] = {{"README.md", contract_write_page}, {"contract.lua", contract_write_stubs}};

static void assert_page_is_true(size_t page)
{
    struct text expected = {0};
    struct fault fault;
    char *bytes, path[400];
    size_t length;
    snprintf(path, sizeof path, SOURCE_DIR "/plugins/%s", pages[page].file);
    pages[page].write(&expected);
    assert_true(text_read_file(path, 1 << 20, &bytes, &length, &fault));
    assert_string_equal(bytes, expected.bytes);
    free(bytes);
    text_free(&expected);
}

static void every_field_is_documented_in_the_words_of_its_table(void **state)
{
    (void)state;
    assert_page_is_true(0);
}

static void editors_know_every_field_and_function(void **state)
{
    (void)state;
    assert_page_is_true(1);
}

static bool has_field(const struct field_note *note)
{
    size_t count;
    const struct contract_set *sets = contract_sets(&count);
    for (size_t i = 0; i < count; i++)
        for (const struct field *field = sets[i].set->fields; field->name; field++)
            if (field_note(&sets[i], field) == note)
                return true;
    return false;
}

static void whatever_is_said_of_a_field_is_said_of_one_there_is(void **state)
{
    (void)state;
    for (const struct field_note *note = field_notes; note->name; note++)
        if (!has_field(note))
            fail_msg("there is no field %s in %s", note->name, note->of);
}

static void a_needed_field_says_nothing_of_its_absence(void **state)
{
    (void)state;
    size_t count;
    const struct contract_set *sets = contract_sets(&count);
    for (size_t i = 0; i < count; i++)
        for (const struct field *field = sets[i].set->fields; field->name; field++) {
            const struct field_note *note = field_note(&sets[i], field);
            if (field->flags & FIELD_NEEDED && note && note->otherwise)
                fail_msg("%s.%s is needed", sets[i].name, field->name);
        }
}

static void every_column_of_events_has_a_meaning(void **state)
{
    (void)state;
    for (size_t i = 0; i < EVENT_COLUMN_COUNT; i++)
        if (!column_meaning(event_column[i].name))
            fail_msg("nothing is said of the column %s", event_column[i].name);
}

static bool write_pages(const char *folder)
{
    bool written = true;
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        struct text page = {0};
        struct fault fault;
        char path[400];
        snprintf(path, sizeof path, "%s/%s", folder, pages[i].file);
        pages[i].write(&page);
        written = text_write_file(path, page.bytes, page.length, &fault) && written;
        text_free(&page);
    }
    return written;
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_field_is_documented_in_the_words_of_its_table),
        cmocka_unit_test(editors_know_every_field_and_function),
        cmocka_unit_test(whatever_is_said_of_a_field_is_said_of_one_there_is),
        cmocka_unit_test(every_column_of_events_has_a_meaning),
        cmocka_unit_test(a_needed_field_says_nothing_of_its_absence),
    };
    if (argc == 3 && strcmp(argv[1], "--write") == 0)
        return !write_pages(argv[2]);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
