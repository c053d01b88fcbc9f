/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An organisation's own lists of codes. */
#include "run/room.h"

struct lists {
    char folder[32];
    struct shelf shelf;
    size_t codes;
    struct faults faults;
};

static int set_up(void **state)
{
    struct lists *lists = calloc(1, sizeof *lists);
    strcpy(lists->folder, "/tmp/list-test-XXXXXX");
    assert_non_null(mkdtemp(lists->folder));
    lists->shelf = (struct shelf){.arena = arena_new(), .home = SOURCE_DIR};
    *state = lists;
    return 0;
}

static int tear_down(void **state)
{
    struct lists *lists = *state;
    faults_clear(&lists->faults);
    arena_free(lists->shelf.arena);
    assert_int_equal(remove(lists->folder), 0);
    free(lists);
    return 0;
}

static bool stands(struct lists *lists, const char *list, const char *text)
{
    struct fault fault;
    const char *path = arena_format(lists->shelf.arena, "%s/%s.csv", lists->folder, list);
    must(text_write_file(path, text, strlen(text), &fault), &fault);
    faults_clear(&lists->faults);
    bool fine = shelf_check_list(&lists->shelf, path, &lists->codes, &lists->faults);
    assert_int_equal(fine, lists->faults.count == 0);
    assert_int_equal(remove(path), 0);
    return fine;
}

static void says(struct lists *lists, size_t fault, const char *words)
{
    assert_true(fault < lists->faults.count);
    if (!strstr(lists->faults.said[fault], words))
        fail_msg("\"%s\" does not say \"%s\"", lists->faults.said[fault], words);
}

static void every_wrong_line_is_said_with_its_column(void **state)
{
    struct lists *lists = *state;
    assert_false(
        stands(lists, "need",
               "code,label,since\ngarden,a garden,2026\nb,\"Asha, coach\",2026\nteam_b,north,\n"
               "a b,spaces,\n,nothing,\nc,,\nd,too,many,cells\n"));
    assert_int_equal(lists->faults.count, 6);
    says(lists, 0, "need.csv:3: column label: \"Asha, coach\" cannot stand in a list of codes.");
    says(lists, 1, "need.csv:4: column code: \"team_b\" cannot stand");
    says(lists, 2, "need.csv:5: column code: \"a b\" is no code. Write letters");
    says(lists, 3, "need.csv:6: column code is empty. Write it, or take the line out");
    says(lists, 4, "need.csv:7: column label is empty");
    says(lists, 5, "need.csv:8: ");
}

static void a_header_that_is_another_is_said_once(void **state)
{
    struct lists *lists = *state;
    static const char *const headers[] = {"label,code", "code", "code,label,worker",
                                          "code,label,since,more"};
    for (size_t i = 0; i < sizeof headers / sizeof *headers; i++) {
        assert_false(stands(lists, "ring", arena_format(lists->shelf.arena, "%s\n", headers[i])));
        assert_int_equal(lists->faults.count, 1);
        says(lists, 0, "ring.csv:1: the first line of a list of codes is code,label and then");
    }
    assert_false(stands(lists, "ring", ""));
}

static void a_copy_of_ours_may_be_added_to(void **state)
{
    struct lists *lists = *state;
    assert_true(stands(lists, "subtype", "code,label\ncrisis_team,crisis team\nshed,the shed\n"));
    assert_int_equal(lists->codes, 2);
    assert_false(stands(lists, "subtype", "code,label\ncrisis_team,our crisis team\n"));
    assert_false(stands(lists, "subtype", "code,label\nother_team,crisis team\n"));
}

static void where_people_went_on_to_may_be_any_key(void **state)
{
    struct lists *lists = *state;
    assert_true(stands(lists, "onward", "code,label\nFood bank 2,the food bank\n"));
    assert_false(stands(lists, "onward", "code,label\nworker 2,the food bank\n"));
}

static void closed_lists_and_unknown_ones_are_refused(void **state)
{
    struct lists *lists = *state;
    static const char list[] = "code,label\na,b\n";
    assert_false(stands(lists, "disability", list));
    says(lists, 0, "the list `disability` is closed");
    assert_false(stands(lists, "called", list));
    says(lists, 0, "`called` is no list of codes. Take this file out");
    assert_false(stands(lists, "neet", list));
    says(lists, 0, "Did you mean `need`? Take this file out, or give it that name");
    assert_true(stands(lists, "caring", list));
}

/* Else the page would say "Something else" of housing, and "Housing" of food. */
static void no_line_calls_a_thing_by_anothers_name(void **state)
{
    struct lists *lists = *state;
    assert_false(stands(lists, "need",
                        "code,label,since\nhousing,Something else,\nfood_bank,Housing,\n"
                        "zz,Zed,\nzz,Zed again,\nyy,Zed,\nok,Fine,2024-99-99\n"));
    assert_int_equal(lists->faults.count, 5);
    says(lists, 0,
         "need.csv:2: column code: `housing` is called \"housing\" in every list. Take "
         "the line out, or give it a code of its own");
    says(lists, 1,
         "need.csv:3: column label: \"Housing\" is what `housing` is called. Two codes "
         "need two names");
    says(lists, 2,
         "need.csv:5: column code: `zz` stood in this file before. Keep one of the lines");
    says(lists, 3, "need.csv:6: column label: \"Zed\" is what `zz` is called.");
    says(lists, 4,
         "need.csv:7: column since: \"2024-99-99\" is no date. Write 2024, 2024-03 or "
         "2024-03-31");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(no_line_calls_a_thing_by_anothers_name),
        TEST(every_wrong_line_is_said_with_its_column),
        TEST(a_header_that_is_another_is_said_once),
        TEST(a_copy_of_ours_may_be_added_to),
        TEST(where_people_went_on_to_may_be_any_key),
        TEST(closed_lists_and_unknown_ones_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
