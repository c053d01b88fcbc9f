/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The help that an organisation names, and what is said of a file that cannot be taken. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "ground/text.h"
#include "run/help.h"

struct folder {
    char path[32], file[48];
    struct arena *arena;
    struct help *help;
    size_t count;
    struct fault fault;
};

static int set_up(void **state)
{
    struct folder *folder = calloc(1, sizeof *folder);
    strcpy(folder->path, "/tmp/help-test-XXXXXX");
    assert_non_null(mkdtemp(folder->path));
    snprintf(folder->file, sizeof folder->file, "%s/help.csv", folder->path);
    folder->arena = arena_new();
    *state = folder;
    return 0;
}

static int tear_down(void **state)
{
    struct folder *folder = *state;
    unlink(folder->file);
    rmdir(folder->path);
    arena_free(folder->arena);
    free(folder);
    return 0;
}

static bool reads(struct folder *folder, const char *file)
{
    assert_true(text_write_file(folder->file, file, strlen(file), &folder->fault));
    return help_read(folder->path, folder->arena, &folder->help, &folder->count, &folder->fault);
}

static void refuses(struct folder *folder, const char *file, const char *says)
{
    assert_false(reads(folder, file));
    assert_int_equal(folder->fault.kind, FAULT_DATA);
    assert_string_equal(folder->fault.text,
                        arena_format(folder->arena, "%s:%s", folder->file, says));
}

static void a_link_to_nothing_is_not_taken_for_no_file(void **state)
{
    struct folder *folder = *state;
    assert_true(
        help_read(folder->path, folder->arena, &folder->help, &folder->count, &folder->fault));
    assert_int_equal(folder->count, 0);
    assert_int_equal(symlink("nowhere", folder->file), 0);
    assert_false(
        help_read(folder->path, folder->arena, &folder->help, &folder->count, &folder->fault));
    assert_int_equal(folder->fault.kind, FAULT_NO_FILE);
    assert_non_null(strstr(folder->fault.text, "help.csv: there is no such file"));
}

static void lines_come_in_the_order_of_the_file(void **state)
{
    struct folder *folder = *state;
    assert_true(reads(folder, "how,called,area,when\n"
                              "01632 960001,Quay line,Saltmere,any hour\n"
                              "knock at 3 Mill Lane,\"Rosa, at the hub\",,\n"));
    assert_int_equal(folder->count, 2);
    assert_string_equal(folder->help[0].called, "Quay line");
    assert_string_equal(folder->help[0].how, "01632 960001");
    assert_string_equal(folder->help[0].when, "any hour");
    assert_string_equal(folder->help[0].area, "Saltmere");
    assert_string_equal(folder->help[1].called, "Rosa, at the hub");
    assert_null(folder->help[1].when);
    assert_null(folder->help[1].area);
}

static void no_folder_and_no_file_name_nobody(void **state)
{
    struct folder *folder = *state;
    assert_true(help_read(NULL, folder->arena, &folder->help, &folder->count, &folder->fault));
    assert_int_equal(folder->count, 0);
    assert_true(
        help_read(folder->path, folder->arena, &folder->help, &folder->count, &folder->fault));
    assert_int_equal(folder->count, 0);
}

static void what_cannot_be_taken_is_named_by_line_and_column(void **state)
{
    refuses(*state, "called,how\nQuay line,\n",
            "2: column how is empty. Write how to reach this help, or take the line out");
    refuses(*state, "called,how\n\n,01632 960001\n",
            "3: column called is empty. Write what this help is called, or take the line out");
    refuses(*state, "called,when\nQuay line,any hour\n",
            "1: column how is missing. The first line is called,how and then, where you need them, "
            "when and area");
    refuses(
        *state, "called,how,wen\nQuay line,ring,any hour\n",
        "1: column wen is none of called, how, when and area. Did you mean when? Take it out or "
        "name it as one of these");
    assert_false(reads(*state, "called,how\nQuay line,ring,more\n"));
    assert_non_null(strstr(((struct folder *)*state)->fault.text, "/help.csv:2: "));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(lines_come_in_the_order_of_the_file),
        TEST(no_folder_and_no_file_name_nobody),
        TEST(a_link_to_nothing_is_not_taken_for_no_file),
        TEST(what_cannot_be_taken_is_named_by_line_and_column),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
