/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

static const char written[] =
    "local anchors = {\n"
    "  from = 0, 'no', 'yes',\n"
    "}\n"
    "-- return { not = this }\n"
    "local function helper(a)\n"
    "  return { a = 1 }\n"
    "end\n"
    "return {                       -- 8\n"
    "  examples = [==[ a ] \n ]] }, { ]==],\n"
    "  answers = anchors,           -- 11\n"
    "  items = {\n"
    "    { id = 'one' },\n"
    "    { id = 'two',\n"
    "      about = \"a } brace, and a \\\" quote\" },\n"
    "    helper(1), --[[ , , ]]\n"
    "    { id = 'four' },\n"
    "  },\n"
    "  scales = {\n"
    "    { id = 'total',            -- 20\n"
    "      score = function(a, b)\n"
    "        if a then for i = 1, 2 do local t = { x = 1, y = 2 } end end\n"
    "        repeat local z = 1 until z, a\n"
    "        while a do return 1 end\n"
    "        return 1, 2\n"
    "      end,\n"
    "      lookup = { from = 7,\n"
    "        1, 2 },\n"
    "      [\"points\"] = { 1 }; plus = 2 },\n"
    "  },\n"
    "  settings = { window = { 28,\n"
    "    means = 'days' }, [1] = 1 },\n"
    "}\n";

static void places_stand_on_the_line_where_they_are_written(void **state)
{
    (void)state;
    static const struct {
        const char *place;
        int line;
    } cases[] = {
        {"", 8},
        {"examples", 9},
        {"answers", 11},
        {"items", 12},
        {"items[1]", 13},
        {"items[2]", 14},
        {"items[2].about", 15},
        {"items[3]", 16},
        {"items[4].id", 17},
        {"scales", 19},
        {"scales[1].id", 20},
        {"scales[1].score", 21},
        {"scales[1].lookup", 27},
        {"scales[1].lookup.from", 27},
        {"scales[1].lookup[2]", 28},
        {"scales[1].points", 29},
        {"scales[1].points[1]", 29},
        {"scales[1].plus", 29},
        {"settings.window", 31},
        {"settings.window[1]", 31},
        {"settings.window.means", 32},
        {"settings[1]", 32},
    };
    struct faults faults = {0};
    struct plugin *plugin;
    /* `until z, a` is not Lua, which this reader does not mind; the loader does. */
    plugin_set_worker(WORKER);
    assert_false(plugin_load_source("juniper.lua", written, sizeof written - 1, &plugin, &faults));
    assert_has(faults.said[0], "juniper.lua:23: this cannot be read as Lua");
    faults_clear(&faults);
    char good[sizeof written];
    memcpy(good, written, sizeof good);
    memcpy(strstr(good, "until z, a"), "until z   ", 10);
    plugin = loaded(good);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (plugin_line(plugin, cases[i].place) != cases[i].line)
            fail_msg("%s: %d, not %d", cases[i].place, plugin_line(plugin, cases[i].place),
                     cases[i].line);
    plugin_close(plugin);
}

static void what_is_not_written_out_falls_back_to_the_nearest_outer_place(void **state)
{
    (void)state;
    struct plugin *plugin = loaded("local scale = {\n { id = 'x' },\n}\nreturn {\n title = 'x',\n"
                                   " scales = scale,\n}");
    assert_int_equal(plugin_line(plugin, "scales[1].id"), 6);
    assert_int_equal(plugin_line(plugin, "scales[1].lookup[7]"), 6);
    assert_int_equal(plugin_line(plugin, "nothing.at.all"), 4);
    assert_int_equal(plugin_line(plugin, "titles"), 4);
    plugin_close(plugin);
}

static void a_computed_table_has_the_line_of_return(void **state)
{
    (void)state;
    struct plugin *plugin = loaded("local t = { title = 'x' }\n\nreturn t\n");
    assert_int_equal(plugin_line(plugin, "title"), 3);
    plugin_close(plugin);
}

static void a_sentence_says_path_line_and_place(void **state)
{
    (void)state;
    struct plugin *plugin = loaded("return {\n title = 'x' }");
    struct faults faults = {0};
    plugin_say(plugin, &faults, "title", "says %d things", 2);
    plugin_say(plugin, &faults, "", "says nothing");
    plugin_say_of(plugin, &faults, "title", "is short");
    plugin_say_of(plugin, &faults, "", "is short");
    assert_string_equal(faults.said[0], "plugins/juniper.lua:2: title: says 2 things");
    assert_string_equal(faults.said[1], "plugins/juniper.lua:1: says nothing");
    assert_string_equal(faults.said[2], "plugins/juniper.lua:2: title is short");
    assert_string_equal(faults.said[3], "plugins/juniper.lua:1: the file is short");
    faults_clear(&faults);
    plugin_close(plugin);
}

static bool same_pin(const char *one, const char *other)
{
    struct plugin *a = loaded(one), *b = loaded(other);
    bool same = strcmp(a->pin, b->pin) == 0;
    assert_int_equal(strlen(a->pin), 64);
    assert_true(strcmp(a->fingerprint, b->fingerprint) != 0);
    plugin_close(a);
    plugin_close(b);
    return same;
}

static const char pinned[] =
    "return { title = 'x', version = '1', scales = { { id = 'a', times = 2 } } }";

static void a_pin_leaves_out_what_changes_no_result(void **state)
{
    (void)state;
    static const char *const same[] = {
        "-- words\nreturn {\n  title = 'another',\n\n  version = '1', --[[ more ]] scales = { { id "
        "= 'a', "
        "times = 2 } } }",
        "return { version = '1', scales = { { id = 'a', times = 2 } } }",
        "return { version = '1', scales = { { id = 'a', times = 2, norms = { { mean = 2 }, { mean "
        "= 3 } } "
        "} }, examples = { { 'a', '1 2', f = function() return 1, { 2, 3 } end } } }",
        "return { title = 'x', about = 'y', version = '1'; scales = { { about = 'z', id = 'a', "
        "times = 2, "
        "}, }, }",
    };
    for (size_t i = 0; i < sizeof same / sizeof *same; i++)
        if (!same_pin(pinned, same[i]))
            fail_msg("another pin: %s", same[i]);
}

static void a_pin_notices_everything_else(void **state)
{
    (void)state;
    static const char *const other[] = {
        "return { title = 'x', version = '1', scales = { { id = 'a', times = 3 } } }",
        "return { title = 'x', version = '2', scales = { { id = 'a', times = 2 } } }",
        "return { title = 'x', version = '1', scales = { { id = 'a', times = 2 } }, more = 1 }",
        "return { title = 'x', version = '1', scales = { { id = 'a' }, { times = 2 } } }",
        "return { title = 'x', version = '1', scales = { { id = 'b', times = 2 } } }",
        "local t = 1 return { title = 'x', version = '1', scales = { { id = 'a', times = 2 } } }",
    };
    for (size_t i = 0; i < sizeof other / sizeof *other; i++)
        if (same_pin(pinned, other[i]))
            fail_msg("the same pin: %s", other[i]);
}

static void inside_a_function_a_title_may_be_part_of_a_result(void **state)
{
    (void)state;
    assert_false(
        same_pin("return { score = function() local t = { title = 1 } return t.title end }",
                 "return { score = function() local t = { title = 2 } return t.title end }"));
    assert_false(
        same_pin("local title = 1 return { n = title }", "local title = 2 return { n = title }"));
}

static void a_byte_order_mark_changes_the_fingerprint_and_not_the_pin(void **state)
{
    (void)state;
    assert_true(same_pin("return { n = 1 }", "\xEF\xBB\xBF#!lua\nreturn { n = 1 }"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(places_stand_on_the_line_where_they_are_written),
        cmocka_unit_test(what_is_not_written_out_falls_back_to_the_nearest_outer_place),
        cmocka_unit_test(a_computed_table_has_the_line_of_return),
        cmocka_unit_test(a_sentence_says_path_line_and_place),
        cmocka_unit_test(a_pin_leaves_out_what_changes_no_result),
        cmocka_unit_test(a_pin_notices_everything_else),
        cmocka_unit_test(inside_a_function_a_title_may_be_part_of_a_result),
        cmocka_unit_test(a_byte_order_mark_changes_the_fingerprint_and_not_the_pin),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
