/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include <stdio.h>

#include "plugin/fields.h"

static const char *turned_hint(const char *key)
{
    return strcmp(key, "reverse") == 0 ? "Write `-failure` in a scale's `items`" : NULL;
}

static const struct field_set of_item = {
    "an item",
    (const struct field[]){{"id", FIELD_ID, FIELD_NEEDED, "how the item is known", NULL},
                           {.name = NULL}},
    false, turned_hint};

static const struct field_set of_scale = {
    "a scale",
    (const struct field[]){{"id", FIELD_ID, 0, "", NULL},
                           {"title", FIELD_TEXT, FIELD_NEEDED, "the name that people read", NULL},
                           {"unanswered", FIELD_WHOLE, 0, "", NULL},
                           {"plus", FIELD_ANY_WHOLE, 0, "", NULL},
                           {"times", FIELD_NUMBER, 0, "", NULL},
                           {"own_view", FIELD_YES_NO, 0, "", NULL},
                           {"score", FIELD_FUNCTION, 0, "", NULL},
                           {"checked", FIELD_DATE, 0, "", NULL},
                           {"items", FIELD_IDS, 0, "", NULL},
                           {"modes", FIELD_WORDS, 0, "", NULL},
                           {"graded", FIELD_MAP, FIELD_LATER, "", NULL},
                           {.name = NULL}},
    false, NULL};

static const struct field_set of_file = {
    "an instrument",
    (const struct field[]){FIELDS_OF_EVERY_KIND,
                           {"skips", FIELD_LIST, FIELD_LATER, "what is not asked", NULL},
                           {"items", FIELD_LIST, 0, "", &of_item},
                           {"scales", FIELD_LIST, 0, "", &of_scale},
                           {"parts", FIELD_MAP, 0, "", &of_item},
                           {"one", FIELD_TABLE, 0, "", &of_item},
                           {"free", FIELD_ANY, 0, "", NULL},
                           {.name = NULL}},
    false, NULL};

#define HEAD "return { title = 'x', version = '1', examples = {},\n"

static struct faults check(const char *source, struct plugin **plugin)
{
    struct faults faults = {0};
    *plugin = loaded(source);
    bool good = fields_check(*plugin, (*plugin)->table, "", &of_file, &faults);
    assert_int_equal(good, faults.count == 0);
    return faults;
}

static void a_text_that_a_screen_would_obey_is_refused_with_its_line(void **state)
{
    (void)state;
#define OBEYED "holds a control character, which a screen could obey. Leave it out"
    assert_refused(HEAD "about = 'x' ..\n'\\27[2J' }", "plugins/juniper.lua:2: about " OBEYED);
    assert_refused(HEAD "\nscales = { { title = 'a\\u{9B}2J' } } }",
                   "plugins/juniper.lua:3: scales[1].title " OBEYED);
    assert_refused(HEAD "labels = { need = { food = 'a\\nb' } } }",
                   "plugins/juniper.lua:2: labels.need.food " OBEYED);
    assert_refused(HEAD "free = { ['\\27c'] = 1 } }",
                   "plugins/juniper.lua:2: free has a key that " OBEYED);
    assert_refused("return { title = 'x', version = '1',\nexamples = { { 'a\\nb', 'c\\7' } } }",
                   "plugins/juniper.lua:2: examples[1][2] " OBEYED);
#undef OBEYED
}

static void line_breaks_stand_in_examples_and_a_tab_separates(void **state)
{
    (void)state;
    plugin_close(loaded("return { examples = { { 'x', [[\na;\tb\r\nc]] } }, separator = '\\t' }"));
}

/* A file with one fault, said so. */
static void assert_fault(const char *source, const char *said)
{
    struct plugin *plugin;
    struct faults faults = check(source, &plugin);
    if (faults.count != 1)
        fail_msg("%zu faults in %s", faults.count, source);
    assert_string_equal(faults.said[0], said);
    faults_clear(&faults);
    plugin_close(plugin);
}

static void a_right_file_has_no_faults(void **state)
{
    (void)state;
    struct plugin *plugin;
    struct faults faults = check(
        HEAD
        "items = { { id = 'a' } }, parts = { x = { id = 'b' } }, one = { id = 'c' }, free = 3,\n"
        "scales = { { title = 't', unanswered = 0, plus = -10, times = 0.5, own_view = false,\n"
        "  score = function() end, checked = '2024-02-29', items = { 'a' }, modes = 'self screen' "
        "},\n"
        "  { title = 'u', unanswered = 2.0, items = 'a b' } } }",
        &plugin);
    assert_int_equal(faults.count, 0);
    plugin_close(plugin);
}

static void an_unknown_field_is_named_with_the_nearest(void **state)
{
    (void)state;
    assert_fault(
        HEAD "scales = {\n { title = 't', unanswerd = 1 } } }",
        "plugins/juniper.lua:3: scales[1]: `unanswerd` is not a field of a scale. Did you mean "
        "`unanswered`?");
    assert_fault(
        HEAD "scals = {} }",
        "plugins/juniper.lua:2: `scals` is not a field of an instrument. Did you mean `scales`?");
}

static void an_unknown_field_with_a_better_answer_gets_it(void **state)
{
    (void)state;
    assert_fault(
        HEAD "items = { { id = 'a',\n reverse = true } } }",
        "plugins/juniper.lua:3: items[1]: `reverse` is not a field of an item. Write `-failure` in "
        "a scale's `items`");
}

static void an_unknown_field_near_nothing_gets_the_list(void **state)
{
    (void)state;
    assert_fault(
        HEAD "one = { id = 'a', zzzzzzzz = 1 } }",
        "plugins/juniper.lua:2: one: `zzzzzzzz` is not a field of an item. An item has `id`");
}

static void a_missing_field_says_what_it_is(void **state)
{
    (void)state;
    assert_fault(HEAD "scales = {\n {} } }",
                 "plugins/juniper.lua:3: scales[1] has no `title`. It is the "
                 "name that people read");
    assert_fault("return { title = 'x', version = '1' }",
                 "plugins/juniper.lua:1: the file has no `examples`. It is the file's own tests");
}

static void a_field_of_a_later_version_is_refused_saying_so(void **state)
{
    (void)state;
    assert_fault(HEAD "skips = {} }",
                 "plugins/juniper.lua:2: `skips` is in the contract, but this version "
                 "does not follow it yet. Leave it out");
    assert_fault(
        HEAD "scales = { { title = 't', graded = 1 } } }",
        "plugins/juniper.lua:2: scales[1]: `graded` is in the contract, but this version does not "
        "follow it yet. Leave it out");
}

static void a_value_of_the_wrong_type_is_shown_with_what_it_must_be(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"unanswered = 'one'", "unanswered is \"one\"; it must be a whole number from 0 up"},
        {"unanswered = -1", "unanswered is -1; it must be a whole number from 0 up"},
        {"unanswered = 1.5", "unanswered is 1.5; it must be a whole number from 0 up"},
        {"plus = 0.25", "plus is 0.25; it must be a whole number"},
        {"times = '2'", "times is \"2\"; it must be a number"},
        {"times = true", "times is true; it must be a number"},
        {"own_view = 'no'", "own_view is \"no\"; it must be true or false"},
        {"score = 'mean'", "score is \"mean\"; it must be a function"},
        {"modes = {}", "modes is an empty table; it must be a text of words with spaces between"},
        {"modes = ' '", "modes is \" \"; it must be a text of words with spaces between"},
        {"checked = '2024-02-30'",
         "checked is \"2024-02-30\"; it must be a date such as \"2024-03-31\""},
        {"items = { 'a', 2 }",
         "items is a list; it must be a text of ids with spaces between, or a list of them"},
        {"items = function() end",
         "items is a function; it must be a text of ids with spaces between, or a list of them"},
        {"id = 'Q1'",
         "id is \"Q1\"; it must be an id: small letters, digits and _, beginning with a "
         "letter, at most 40"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char source[400], said[400];
        snprintf(source, sizeof source, HEAD "scales = { { title = 't',\n%s } } }", cases[i][0]);
        snprintf(said, sizeof said, "plugins/juniper.lua:3: scales[1].%s", cases[i][1]);
        assert_fault(source, said);
    }
}

static void lists_maps_and_tables_are_told_apart(void **state)
{
    (void)state;
    assert_fault(HEAD "items = { id = 'a' } }",
                 "plugins/juniper.lua:2: items is a table; it must be a list, `{ …, … }`");
    assert_fault(HEAD "items = { 'a' } }",
                 "plugins/juniper.lua:2: items[1] is \"a\"; it must be a table, `{ name = … }`");
    assert_fault(HEAD "parts = { { id = 'a' } } }",
                 "plugins/juniper.lua:2: parts is a list; it must be a map, `{ name = … }`");
    assert_fault(HEAD "parts = { x = 2 } }",
                 "plugins/juniper.lua:2: parts.x is 2; it must be a table, `{ name = … }`");
    assert_fault(
        HEAD "one = { 'stray', id = 'a' } }",
        "plugins/juniper.lua:2: one[1] is \"stray\" without a name. The fields of an item are "
        "written `name = value`");
}

static void all_faults_are_said_at_once(void **state)
{
    (void)state;
    struct plugin *plugin;
    struct faults faults =
        check("return { title = '', items = { {}, {} }, skips = 1, wrong = 2 }", &plugin);
    assert_int_equal(faults.count, 7);
    faults_clear(&faults);
    plugin_close(plugin);
}

struct ids {
    struct plugin *plugin;
    const char **names;
    bool *turned;
    size_t count;
    struct faults faults;
};

static bool read_ids(struct ids *ids, const char *written, bool may_turn)
{
    char source[400];
    snprintf(source, sizeof source, "return { items =\n %s }", written);
    *ids = (struct ids){.plugin = loaded(source)};
    return fields_ids(ids->plugin, value_get(ids->plugin->table, "items"), "items", &ids->names,
                      may_turn ? &ids->turned : NULL, &ids->count, &ids->faults);
}

static void close_ids(struct ids *ids)
{
    faults_clear(&ids->faults);
    plugin_close(ids->plugin);
}

static void ids_count_up_and_turn_round(void **state)
{
    (void)state;
    static const char *const names[] = {"q8", "q9", "q10", "v01", "v02", "x", "y"};
    struct ids ids;
    assert_true(read_ids(&ids, "'q8..q10  -v01..v02 x -y'", true));
    assert_int_equal(ids.count, 7);
    for (size_t i = 0; i < ids.count; i++) {
        assert_string_equal(ids.names[i], names[i]);
        assert_int_equal(ids.turned[i], i == 3 || i == 4 || i == 6);
    }
    close_ids(&ids);
}

static void a_list_of_names_is_taken_as_it_stands(void **state)
{
    (void)state;
    struct ids ids;
    assert_true(read_ids(&ids, "{ 'Feeling useful', 'q1..q2' }", false));
    assert_int_equal(ids.count, 2);
    assert_string_equal(ids.names[0], "Feeling useful");
    assert_string_equal(ids.names[1], "q1..q2");
    close_ids(&ids);
}

static void ids_that_cannot_be_read_are_said(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"'q9..q1'", "items has `q9..q1`, which counts down. Write the lower number first"},
        {"'q1..r3'",
         "items has `q1..r3`, which does not count up a number. Write it like `q1..q9`"},
        {"'q..r'", "items has `q..r`, which does not count up a number. Write it like `q1..q9`"},
        {"'q1..'", "items has `q1..`, which does not count up a number. Write it like `q1..q9`"},
        {"'q1..q2x'",
         "items has `q1..q2x`, which does not count up a number. Write it like `q1..q9`"},
        {"'-q1'", "items has `-q1`, but nothing is turned round here. Leave out the `-`"},
        {"'Q1'",
         "items has `Q1`, which is no id: small letters, digits and _, beginning with a letter"},
        {"' '", "items names nothing. Write ids with spaces between"},
        {"{}", "items names nothing. Write ids with spaces between"},
        {"{ 'a', 3 }", "items must be a list of names; item 2 is none"},
        {"'q1..q999999999'", "items names more than 1000 things. Is there a slip in it?"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct ids ids;
        char said[200];
        assert_false(read_ids(&ids, cases[i][0], false));
        snprintf(said, sizeof said, "plugins/juniper.lua:1: %s", cases[i][1]);
        assert_string_equal(ids.faults.said[0], said);
        close_ids(&ids);
    }
}

static bool read_steps(const char *written, struct plugin **plugin, struct step **steps,
                       size_t *count, struct faults *faults)
{
    char source[400];
    snprintf(source, sizeof source, "return { bands = {\n abs = %s } }", written);
    *plugin = loaded(source);
    struct value bands = value_get(value_get((*plugin)->table, "bands"), "abs");
    return fields_steps(*plugin, bands, "bands.abs", steps, count, faults);
}

static void steps_are_pairs_that_rise(void **state)
{
    (void)state;
    struct plugin *plugin;
    struct step *steps;
    size_t count;
    struct faults faults = {0};
    assert_true(read_steps("{ {-1, 'low'}, {0.5, 2}, {16, 'high'}, source = 'x' }", &plugin, &steps,
                           &count, &faults));
    assert_int_equal(count, 3);
    assert_true(steps[0].from == -1 && steps[1].from == 0.5 && steps[1].number == 2);
    assert_string_equal(steps[2].text, "high");
    assert_null(steps[1].text);
    plugin_close(plugin);
}

static void steps_that_cannot_be_read_are_said(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"{ {10, 'a'}, {30, 'b'}, {22, 'c'} }", "bands.abs: edges must rise; 22 comes after 30"},
        {"{ {1, 'a'}, {1, 'b'} }", "bands.abs: edges must rise; 1 comes after 1"},
        {"{ {1, 'a'}, {2} }",
         "bands.abs[2] must be a pair, from here up and this: `{16, \"high\"}`"},
        {"{ {1, 'a', 3} }", "bands.abs[1] must be a pair, from here up and this: `{16, \"high\"}`"},
        {"{ {'1', 'a'} }", "bands.abs[1] must be a pair, from here up and this: `{16, \"high\"}`"},
        {"{ 3 }", "bands.abs[1] must be a pair, from here up and this: `{16, \"high\"}`"},
        {"'low'", "bands.abs has no steps. Write `{ {0, \"low\"}, {16, \"high\"} }`"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct plugin *plugin;
        struct step *steps;
        size_t count;
        struct faults faults = {0};
        char said[200];
        assert_false(read_steps(cases[i][0], &plugin, &steps, &count, &faults));
        snprintf(said, sizeof said, "plugins/juniper.lua:2: %s", cases[i][1]);
        assert_string_equal(faults.said[0], said);
        faults_clear(&faults);
        plugin_close(plugin);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_right_file_has_no_faults),
        cmocka_unit_test(a_text_that_a_screen_would_obey_is_refused_with_its_line),
        cmocka_unit_test(line_breaks_stand_in_examples_and_a_tab_separates),
        cmocka_unit_test(an_unknown_field_is_named_with_the_nearest),
        cmocka_unit_test(an_unknown_field_with_a_better_answer_gets_it),
        cmocka_unit_test(an_unknown_field_near_nothing_gets_the_list),
        cmocka_unit_test(a_missing_field_says_what_it_is),
        cmocka_unit_test(a_field_of_a_later_version_is_refused_saying_so),
        cmocka_unit_test(a_value_of_the_wrong_type_is_shown_with_what_it_must_be),
        cmocka_unit_test(lists_maps_and_tables_are_told_apart),
        cmocka_unit_test(all_faults_are_said_at_once),
        cmocka_unit_test(ids_count_up_and_turn_round),
        cmocka_unit_test(a_list_of_names_is_taken_as_it_stands),
        cmocka_unit_test(ids_that_cannot_be_read_are_said),
        cmocka_unit_test(steps_are_pairs_that_rise),
        cmocka_unit_test(steps_that_cannot_be_read_are_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
