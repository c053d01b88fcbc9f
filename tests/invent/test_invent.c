/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "ground/text.h"
#include "invent/invent.h"

static char folder[] = "/tmp/alongside-invent-XXXXXX";

static char *slurp(const char *where, const char *name)
{
    char path[200], *bytes;
    size_t length;
    struct fault fault;
    snprintf(path, sizeof path, "%s/%s", where, name);
    assert_true(text_read_file(path, 64 << 20, &bytes, &length, &fault));
    return bytes;
}

static bool exists(const char *name)
{
    char path[200];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    return access(path, F_OK) == 0;
}

static void forget(const char *where)
{
    char path[200];
    for (size_t i = 0; i < INVENT_FILES; i++) {
        snprintf(path, sizeof path, "%s/%s", where, invent_file_name[i]);
        unlink(path);
    }
}

static void the_same_seed_makes_the_same_bytes(void **state)
{
    (void)state;
    struct fault fault;
    assert_true(invent_area(folder, 30, 7, &fault));
    char *first = slurp(folder, "events.csv");
    forget(folder);
    assert_true(invent_area(folder, 30, 7, &fault));
    char *second = slurp(folder, "events.csv");
    assert_string_equal(first, second);
    forget(folder);
    assert_true(invent_area(folder, 30, 8, &fault));
    char *third = slurp(folder, "events.csv");
    assert_string_not_equal(first, third);
    forget(folder);
    free(first);
    free(second);
    free(third);
}

static void a_person_is_the_same_among_few_and_among_many(void **state)
{
    (void)state;
    struct fault fault;
    assert_true(invent_area(folder, 5, 1, &fault));
    char *few = slurp(folder, "answers.csv");
    forget(folder);
    assert_true(invent_area(folder, 50, 1, &fault));
    char *many = slurp(folder, "answers.csv");
    forget(folder);
    assert_memory_equal(few, many, strlen(few));
    free(few);
    free(many);
}

/* Whichever file is there, nothing is written, the ones before it included. */
static void files_that_are_there_are_left_as_they_are(void **state)
{
    (void)state;
    for (size_t i = 0; i < INVENT_FILES; i++) {
        struct fault fault;
        char path[200];
        snprintf(path, sizeof path, "%s/%s", folder, invent_file_name[i]);
        assert_true(text_write_file(path, "mine", 4, &fault));
        assert_false(invent_area(folder, 3, 2, &fault));
        assert_int_equal(fault.kind, FAULT_CREATE);
        assert_non_null(strstr(fault.text, invent_file_name[i]));
        char *bytes = slurp(folder, invent_file_name[i]);
        assert_string_equal(bytes, "mine");
        free(bytes);
        for (size_t j = 0; j < INVENT_FILES; j++)
            assert_int_equal(exists(invent_file_name[j]), i == j);
        forget(folder);
    }
}

static void nobody_makes_headers_and_no_rows(void **state)
{
    (void)state;
    struct fault fault;
    assert_true(invent_area(folder, 0, 1, &fault));
    for (size_t i = INVENT_PEOPLE; i <= INVENT_CONSENTS; i++) {
        char *bytes = slurp(folder, invent_file_name[i]);
        assert_int_equal(strncmp(bytes, "person,", 7), 0);
        assert_ptr_equal(strchr(bytes, '\n') + 1, bytes + strlen(bytes));
        free(bytes);
    }
    forget(folder);
}

/* A row of a file that has no quotes: as many cells as its header. */
static void every_row_has_as_many_cells_as_its_header(void **state)
{
    (void)state;
    struct fault fault;
    assert_true(invent_area(folder, 400, 3, &fault));
    for (size_t i = INVENT_PEOPLE; i <= INVENT_EVENTS; i++) {
        char *bytes = slurp(folder, invent_file_name[i]), *rest;
        int cells = 0;
        for (char *line = strtok_r(bytes, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest)) {
            int here = 1;
            for (const char *at = line; *at; at++)
                here += *at == ',';
            cells = cells ? cells : here;
            assert_int_equal(here, cells);
        }
        free(bytes);
    }
    forget(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_seed_makes_the_same_bytes),
        cmocka_unit_test(a_person_is_the_same_among_few_and_among_many),
        cmocka_unit_test(files_that_are_there_are_left_as_they_are),
        cmocka_unit_test(nobody_makes_headers_and_no_rows),
        cmocka_unit_test(every_row_has_as_many_cells_as_its_header),
    };
    if (!mkdtemp(folder))
        return 1;
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    rmdir(folder);
    return failed;
}
