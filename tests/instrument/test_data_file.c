/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables in files beside the plugin: read, checked, lacking; and profiles looked up in them. */
#include <unistd.h>

#include "instrument/support.h"
#include "vault/vault.h"

struct folder {
    char path[40];
    struct loaded loaded;
};

#define FILE_WITH(total, lookup)                                                                   \
    HEAD "answers = { 'no', 'some', 'much' }, items = 'a b',\n"                                    \
         "scales = { { id = 's', title = 'S', " total " lookup = { file = 'mine.set.csv', " lookup \
         " } },\n{ id = 'plain', title = 'P' } },\nexamples = {\n"                                 \
         "{ 'low', '1 1', s = 10, plain = 2 }, { 'high', '3 3', s = 50, plain = 6 },\n"            \
         "{ 'one missing', '1 -', s = 'not scored', plain = 'not scored' } } }"
#define OBTAIN "obtain = 'the owners, at example.org'"
#define SUMS "total,value\n2,10\n3,20\n4,30\n6,50\n5,40\n"
#define STATES                                                                                     \
    "state,value\n11,1\n12,0.9\n13,0.5\n21,0.8\n22,0.7\n23,0.3\n31,0.4\n32,0.2\n33,-0.1\n"

static void write_in(const struct folder *folder, const char *name, const char *text)
{
    char path[80];
    struct fault fault;
    snprintf(path, sizeof path, "%s/%s", folder->path, name);
    assert_true(text_write_file(path, text, strlen(text), &fault));
}

/* Loads mine.lua with a table beside it, or none. */
static bool load_beside(struct folder *folder, const char *source, const char *table)
{
    char path[80];
    struct loaded *loaded = &folder->loaded;
    strcpy(folder->path, "/tmp/data-file-test-XXXXXX");
    assert_non_null(mkdtemp(folder->path));
    write_in(folder, "mine.lua", source);
    if (table)
        write_in(folder, "mine.set.csv", table);
    memset(loaded, 0, sizeof *loaded);
    plugin_set_worker(WORKER);
    loaded->arena = arena_new();
    snprintf(path, sizeof path, "%s/mine.lua", folder->path);
    bool good = plugin_load(arena_text(loaded->arena, path), &loaded->plugin, &loaded->faults) &&
                instrument_load(loaded->plugin, &loaded->instrument, &loaded->faults);
    if (good)
        ready(loaded);
    return good;
}

static void unload_beside(struct folder *folder)
{
    static const char *const names[] = {"mine.lua", "mine.set.csv", ""};
    char path[80];
    unload(&folder->loaded);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        snprintf(path, sizeof path, "%s/%s", folder->path, names[i]);
        remove(path);
    }
}

static void a_total_is_looked_up_in_the_file_whatever_the_order_of_its_rows(void **state)
{
    (void)state;
    struct folder folder;
    size_t held;
    assert_true(load_beside(&folder, FILE_WITH("", OBTAIN), SUMS));
    assert_value(&folder.loaded, "2 3", 0, 40);
    assert_value(&folder.loaded, "3 3", 0, 50);
    assert_between(score_of(&folder.loaded, "1 -", 0), 10, 30);
    bool good = instrument_check_examples(folder.loaded.instrument, &held, &folder.loaded.faults);
    print_faults(&folder.loaded.faults);
    assert_true(good);
    assert_int_equal(held, 3);
    assert_null(instrument_lacking(folder.loaded.instrument, folder.loaded.arena));
    assert_string_not_equal(folder.loaded.instrument->mark, folder.loaded.plugin->pin);
    unload_beside(&folder);
}

static void rows_may_say_whom_they_are_for_and_how_sure_a_score_is(void **state)
{
    (void)state;
    struct folder folder;
    struct given given = {.sex = "female", .age = {true, 30, 30}, .mode = 1};
    assert_true(load_beside(&folder, FILE_WITH("items = 'a',", OBTAIN),
                            "age_from,age_to,sex,mode,total,value,se\n"
                            ",39,female,self screen,1,1,0.5\n,39,female,self screen,2,2,0.6\n"
                            ",39,female,self screen,3,3,0.7\n40,,female,self screen,1,4,0.8\n"
                            "40,,female,self screen,2,5,0.9\n40,,female,self screen,3,6,1\n"));
    assert_true(instrument_read(folder.loaded.instrument, "2 1", true, folder.loaded.arena,
                                folder.loaded.answers, &folder.loaded.fault));
    const struct score *score = folder.loaded.scores;
    assert_true(instrument_score(folder.loaded.instrument, folder.loaded.answers, &given, NULL,
                                 true, folder.loaded.arena, folder.loaded.scores,
                                 &folder.loaded.fault));
    assert_number(score->value, 2, 0);
    assert_true(score->has_se);
    assert_number(score->se, 0.6, 0);
    given.age = (struct ages){true, 40, 41};
    assert_true(instrument_score(folder.loaded.instrument, folder.loaded.answers, &given, NULL,
                                 true, folder.loaded.arena, folder.loaded.scores,
                                 &folder.loaded.fault));
    assert_number(score->value, 5, 0);
    unload_beside(&folder);
}

static void without_the_file_its_scale_is_not_scored_and_its_examples_are_skipped(void **state)
{
    (void)state;
    struct folder folder;
    size_t held;
    assert_true(load_beside(&folder, FILE_WITH("", OBTAIN), NULL));
    assert_not_scored(&folder.loaded, "2 3", 0, "the table is not here");
    assert_not_scored(&folder.loaded, "2 -", 0, "1 of 2 answered");
    assert_false(folder.loaded.scores[0].has_range);
    assert_value(&folder.loaded, "2 3", 1, 5);
    assert_true(instrument_check_examples(folder.loaded.instrument, &held, &folder.loaded.faults));
    assert_int_equal(held, 0);
    assert_true(
        instrument_check_properties(folder.loaded.instrument, &held, &folder.loaded.faults));
    const char *lacking = instrument_lacking(folder.loaded.instrument, folder.loaded.arena);
    assert_non_null(strstr(lacking, "mine.lua:4: mine.set.csv is not here: the owners, at "
                                    "example.org. s is not scored until it is; skipped: \"low\", "
                                    "\"high\", \"one missing\""));
    struct text out = {0};
    instrument_describe(folder.loaded.instrument, &out);
    assert_non_null(
        strstr(out.bytes, "the table, mine.set.csv, is not here: the owners, at example.org"));
    text_free(&out);
    unload_beside(&folder);
}

static void a_profile_is_the_codes_together_and_its_states_are_all_there(void **state)
{
    (void)state;
    struct folder folder;
    assert_true(load_beside(&folder, FILE_WITH("total = 'profile',", OBTAIN), STATES));
    assert_value(&folder.loaded, "2 3", 0, 0.3);
    assert_between(&folder.loaded.scores[0], 0.3, 0.3);
    assert_value(&folder.loaded, "3 3", 0, -0.1);
    assert_not_scored(&folder.loaded, "2 -", 0, "1 of 2 answered");
    assert_between(&folder.loaded.scores[0], 0.3, 0.8);
    assert_number(folder.loaded.instrument->scales[0].lowest, -0.1, 0);
    assert_number(folder.loaded.instrument->scales[0].highest, 1, 0);
    struct text out = {0};
    score_of(&folder.loaded, "2 1", 0);
    instrument_explain_score(folder.loaded.instrument, folder.loaded.answers, folder.loaded.scores,
                             &out);
    assert_non_null(strstr(out.bytes, "is the state 21; the table gives 0.8"));
    text_free(&out);
    instrument_describe(folder.loaded.instrument, &out);
    assert_non_null(strstr(out.bytes, "writes together the codes of a, b"));
    assert_non_null(strstr(out.bytes, "9 states, 11 gives 1 … 33 gives -0.1"));
    text_free(&out);
    unload_beside(&folder);
}

struct wrong {
    const char *source, *table, *sentence;
};

static void assert_said(const struct wrong *wrongs, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct folder folder;
        assert_false(load_beside(&folder, wrongs[i].source, wrongs[i].table));
        assert_true(said(&folder.loaded.faults, wrongs[i].sentence));
        unload_beside(&folder);
    }
}

static void a_wrong_row_is_said_with_file_line_and_column(void **state)
{
    (void)state;
    static const char source[] = FILE_WITH("", OBTAIN),
                      profile[] = FILE_WITH("total = 'profile',", OBTAIN);
    static const struct wrong wrongs[] = {
        {source, "total,value\n2,10\n3,abc\n",
         "mine.set.csv:3: column value: \"abc\" is no number. Write plain numbers, with a point"},
        {source, "total,value\n2,\n", "mine.set.csv:2: column value: an empty cell is no number"},
        {source, "total,value\n2,1e9\n", "mine.set.csv:2: column value: \"1e9\" is no number"},
        {source, "total,value\n2.5,1\n",
         "mine.set.csv:2: column total: a total of a table is a whole number"},
        {source, "total,value\n2,1\n2,1\n",
         "mine.set.csv:3: column total: it stands twice for the same people"},
        {source, "total,value\n2,1\n4,1\n", "mine.set.csv:3: column total: there is no row for 3"},
        {source, "total,value\n2,1\n3,1\n",
         "scales[1].lookup.file has 2 values; totals run from 2 to 6, so it needs 5"},
        {source, "total,values\n2,1\n",
         "mine.set.csv:1: column values is not one of a table. Did you mean `value`?"},
        {source, "total\n2\n", "mine.set.csv:1: column value: it is not there"},
        {source, "value\n2\n", "mine.set.csv:1: column total: it is not there"},
        {source, "state,value\n11,2\n", "states are of `total = \"profile\"`"},
        {source, "total,value\n", "mine.set.csv has no rows"},
        {source, "total,value,mode\n2,1,fax\n",
         "mine.set.csv:2: column mode: \"fax\" is no mode; modes are unknown self"},
        {source, "total,value,age_from,age_to\n2,1,61,18\n",
         "mine.set.csv:2: column age_to: it is below age_from"},
        {source, "total,value,se\n2,1,-1\n",
         "mine.set.csv:2: column se: a standard error is not below 0"},
        {source, "total,value\n2,1,4\n", "mine.set.csv:2: "},
        {profile, "total,value\n2,1\n",
         "column total: the scale's total is a profile, so its rows"},
        {profile, "state,value\n11,1\n",
         "scales[1].lookup.file has 1 states; the items can make 9"},
        {profile, "state,value\n14,1\n",
         "scales[1].lookup.file has the state \"14\", which the items cannot make"},
    };
    assert_said(wrongs, sizeof wrongs / sizeof *wrongs);
}

static void a_wrong_declaration_of_a_file_is_refused(void **state)
{
    (void)state;
    static const struct wrong wrongs[] = {
        {FILE_WITH("", "sha256 = 'ab12'"), SUMS,
         "mine.lua:4: mine.set.csv is not the file that was checked (sha256 "},
        {FILE_WITH("", "sha256 = 'ab12'"), NULL,
         "mine.lua:4: mine.set.csv is not here, and belongs to the plugin. Put it beside it"},
        {FILE_WITH("", ""), SUMS, "has a file and neither `sha256` nor `obtain`"},
        {FILE_WITH("", "sha256 = 'ab12', " OBTAIN), SUMS,
         "has a file and both `sha256` and `obtain`"},
        {FILE_WITH("", OBTAIN ", from = 0, 1, 2"), SUMS, "has a file and values of its own"},
        {FILE_WITH("total = 'profile', unanswered = 1,", OBTAIN), STATES,
         "scales[1] is a profile and has `unanswered`"},
        {FILE_WITH("total = 'profile', items = '-a b',", OBTAIN), STATES,
         "turns an item round; a profile is the codes as given"},
        {HEAD ONE_TO_FIVE "items = 'a', scales = { { id = 's', title = 'S', total = 'profile' } "
                          "}, examples = {} }",
         NULL, "scales[1] is a profile, so it needs `lookup = { file = … }`, a table of states"},
        {HEAD ONE_TO_FIVE "items = 'a', scales = { { id = 's', title = 'S', lookup = { file = "
                          "'../mine.set.csv', " OBTAIN " } } }, examples = {} }",
         NULL,
         "lookup.file is \"../mine.set.csv\"; a table stands beside the plugin and is called "
         "mine.NAME.csv"},
        {HEAD ONE_TO_FIVE "items = 'a', scales = { { id = 's', title = 'S', lookup = { file = "
                          "'yours.set.csv', " OBTAIN " } } }, examples = {} }",
         NULL, "lookup.file is \"yours.set.csv\"; a table stands beside the plugin"},
        {HEAD "answers = { 'a', 'b', codes = { 1, 10 } }, items = 'a', scales = { { id = 's', "
              "title = 'S', total = 'profile', lookup = { file = 'mine.set.csv', " OBTAIN
              " } } }, examples = {} }",
         STATES, "scales[1].items names an item whose codes are not one digit each"},
    };
    assert_said(wrongs, sizeof wrongs / sizeof *wrongs);
}

static void the_file_that_was_checked_is_taken(void **state)
{
    (void)state;
    struct folder folder;
    char hex[65], source[1000];
    vault_fingerprint(SUMS, strlen(SUMS), hex);
    snprintf(source, sizeof source, FILE_WITH("", "sha256 = '%s'"), hex);
    assert_true(load_beside(&folder, source, SUMS));
    assert_value(&folder.loaded, "2 3", 0, 40);
    unload_beside(&folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_total_is_looked_up_in_the_file_whatever_the_order_of_its_rows),
        cmocka_unit_test(rows_may_say_whom_they_are_for_and_how_sure_a_score_is),
        cmocka_unit_test(without_the_file_its_scale_is_not_scored_and_its_examples_are_skipped),
        cmocka_unit_test(a_profile_is_the_codes_together_and_its_states_are_all_there),
        cmocka_unit_test(a_wrong_row_is_said_with_file_line_and_column),
        cmocka_unit_test(a_wrong_declaration_of_a_file_is_refused),
        cmocka_unit_test(the_file_that_was_checked_is_taken),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
