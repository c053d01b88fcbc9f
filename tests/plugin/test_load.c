/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "ground/text.h"

static void a_file_becomes_plain_data_with_functions_at_their_place(void **state)
{
    (void)state;
    struct plugin *plugin = loaded("return { title = 'Juniper', n = 3, half = 0.5, yes = true,\n"
                                   "  list = { 'a', { b = 1 } }, score = function() end }");
    assert_string_equal(plugin->id, "juniper");
    assert_string_equal(plugin->path, "plugins/juniper.lua");
    assert_int_equal(strlen(plugin->fingerprint), 64);
    assert_string_equal(value_as_text(value_get(plugin->table, "title")), "Juniper");
    assert_int_equal(value_get(plugin->table, "n").kind, VALUE_WHOLE);
    assert_true(value_get(plugin->table, "half").number == 0.5);
    assert_true(value_get(plugin->table, "yes").yes);
    struct value list = value_get(plugin->table, "list");
    assert_int_equal(value_count(list), 2);
    assert_int_equal(value_get(value_item(list, 1), "b").whole, 1);
    assert_int_equal(value_get(plugin->table, "score").kind, VALUE_FUNCTION);
    plugin_close(plugin);
}

static void a_file_on_disk_is_loaded_by_its_path(void **state)
{
    (void)state;
    char folder[] = "/tmp/alongside_XXXXXX", path[64];
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/juniper.lua", folder);
    struct fault fault = {.kind = FAULT_NONE};
    const char source[] = "return { title = 'on disk' }";
    assert_true(text_write_file(path, source, sizeof source - 1, &fault));
    struct faults faults = {0};
    struct plugin *plugin;
    plugin_set_worker(WORKER);
    assert_true(plugin_load(path, &plugin, &faults));
    assert_string_equal(plugin->path, path);
    assert_string_equal(plugin->id, "juniper");
    assert_string_equal(plugin->source, source);
    plugin_close(plugin);
    unlink(path);
    rmdir(folder);
}

static void a_file_that_is_not_there_is_named(void **state)
{
    (void)state;
    struct faults faults = {0};
    struct plugin *plugin;
    assert_false(plugin_load("/nowhere/juniper.lua", &plugin, &faults));
    assert_null(plugin);
    assert_has(faults.said[0], "/nowhere/juniper.lua");
    faults_clear(&faults);
}

static void a_byte_order_mark_a_shell_line_and_crlf_are_taken(void **state)
{
    (void)state;
    static const char *const sources[] = {
        "\xEF\xBB\xBFreturn { title = 'x' }",
        "#!/usr/bin/lua\nreturn { title = 'x' }",
        "\xEF\xBB\xBF#!/usr/bin/lua\r\nreturn {\r\n title = 'x' }\r\n",
    };
    for (size_t i = 0; i < sizeof sources / sizeof *sources; i++) {
        struct plugin *plugin = loaded(sources[i]);
        assert_string_equal(value_as_text(value_get(plugin->table, "title")), "x");
        plugin_close(plugin);
    }
}

static void lines_count_from_the_top_also_behind_a_shell_line(void **state)
{
    (void)state;
    assert_refused("#!/usr/bin/lua\n\nitems = 1\nreturn {}",
                   "plugins/juniper.lua:3: the file sets a global, `items`. Write `local items`");
}

static void a_file_name_that_is_no_id_is_refused(void **state)
{
    (void)state;
    static const char *const names[] = {
        "instruments/SWEMWBS.lua", "instruments/5.lua", "a-b.lua", ".lua", "swemwbs.txt",
        "instruments/.lua"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct faults faults = {0};
        struct plugin *plugin;
        assert_false(plugin_load_source(names[i], "return {}", 9, &plugin, &faults));
        char said[200];
        snprintf(said, sizeof said,
                 "%s: a plugin's file name is its id: small letters, digits and _, "
                 "beginning with a letter",
                 names[i]);
        assert_string_equal(faults.said[0], said);
        faults_clear(&faults);
    }
}

static void what_is_not_utf8_text_is_refused_with_its_line(void **state)
{
    (void)state;
    struct faults faults;
    static const char nul[] = "return {\n\0 }", utf16[] = "\xFF\xFEr\0e\0",
                      latin[] = "\n\n-- caf\xE9\n";
    assert_string_equal(refused(nul, sizeof nul - 1, &faults),
                        "plugins/juniper.lua:2: there is a NUL byte here. A plugin is UTF-8 text");
    faults_clear(&faults);
    assert_string_equal(refused(utf16, sizeof utf16 - 1, &faults),
                        "plugins/juniper.lua:1: a byte here is not UTF-8. Save the file as UTF-8");
    faults_clear(&faults);
    assert_string_equal(refused(latin, sizeof latin - 1, &faults),
                        "plugins/juniper.lua:3: a byte here is not UTF-8. Save the file as UTF-8");
    faults_clear(&faults);
    assert_string_equal(refused("\x1BLua", 4, &faults),
                        "plugins/juniper.lua:1: this is compiled Lua. A plugin is read as text");
    faults_clear(&faults);
}

static void a_file_of_256_kib_is_taken_and_one_byte_more_is_not(void **state)
{
    (void)state;
    char *source = malloc(PLUGIN_SOURCE_MOST + 2);
    memset(source, ' ', PLUGIN_SOURCE_MOST + 1);
    memcpy(source, "return {}", 9);
    source[PLUGIN_SOURCE_MOST] = 0;
    plugin_close(loaded(source));
    struct faults faults;
    source[PLUGIN_SOURCE_MOST] = ' ';
    assert_has(refused(source, PLUGIN_SOURCE_MOST + 1, &faults), "at most 256 KiB");
    faults_clear(&faults);
    free(source);
}

static void a_file_must_give_back_one_table(void **state)
{
    (void)state;
    assert_refused("", "plugins/juniper.lua:1: the file gives back nothing. A plugin ends with "
                       "`return { … }`");
    assert_refused("local t = { title = 'x' }\n",
                   "plugins/juniper.lua:1: the file gives back nothing. "
                   "A plugin ends with `return { … }`");
    assert_refused("\nreturn nil",
                   "plugins/juniper.lua:2: the file gives back nothing. A plugin ends "
                   "with `return { … }`");
    assert_refused("\nreturn 'x'",
                   "plugins/juniper.lua:2: the file gives back a string. A plugin ends "
                   "with `return { … }`");
    assert_refused("return {}, {}",
                   "plugins/juniper.lua:1: the file gives back 2 things. A plugin gives "
                   "back one table");
}

static void names_outside_the_contract_are_named_with_their_line(void **state)
{
    (void)state;
    assert_refused(
        "\nlocal t = os.time()\nreturn {}",
        "plugins/juniper.lua:2: `os` is not available to plugins: no files, clock or network. "
        "There are `pairs` and `ipairs`, and most of `math`, `string` and `table`");
    assert_refused("return { n = ('x'):find('x') }",
                   "plugins/juniper.lua:1: `string.find` is not available to plugins: no patterns. "
                   "There are `pairs` and `ipairs`, and most of `math`, `string` and `table`");
    assert_refused(
        "return { n = math.random() }",
        "plugins/juniper.lua:1: `math.random` is not available to plugins: the same answers "
        "give the same score. There are `pairs` and `ipairs`, and most of `math`, `string` and "
        "`table`");
    assert_refused(
        "return { items = itmes }",
        "plugins/juniper.lua:1: `itmes` has no value here. Write `local itmes = …` before it is "
        "used, or correct the name");
    assert_refused("\n\nfunction score() end return {}",
                   "plugins/juniper.lua:3: the file sets a global, `score`. Write `local score`");
    assert_refused(
        "string.rep = 1 return {}",
        "plugins/juniper.lua:1: the file changes `string.rep`, which belongs to every plugin. "
        "Use a local of its own");
}

static void what_is_not_lua_is_refused_with_its_line(void **state)
{
    (void)state;
    assert_refused(
        "return {\n  title = 'x'\n  version = '1' }",
        "plugins/juniper.lua:3: this cannot be read as Lua: '}' expected (to close '{' at line "
        "1) near 'version'");
}

static void bitwise_operators_are_refused_by_name_and_line(void **state)
{
    (void)state;
    struct faults faults;
    const char source[] = "local a = 1 ~ (2 or 3)\nlocal b = a ~= 1 -- & |\nlocal s = '<<'\n"
                          "return { n = a & 3, m = 1 << 2 }";
    refused(source, sizeof source - 1, &faults);
    assert_int_equal(faults.count, 3);
    assert_has(faults.said[0], "plugins/juniper.lua:1: the bitwise operator `~`");
    assert_has(faults.said[1], "plugins/juniper.lua:4: the bitwise operator `&`");
    assert_has(faults.said[2], "plugins/juniper.lua:4: the bitwise operator `<<`");
    faults_clear(&faults);
}

static void a_table_that_is_no_plain_data_is_refused_at_its_place(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"return { scales = {\n { times = 1/0 } } }",
         "plugins/juniper.lua:2: scales[1].times is inf, which is no number that can be kept. A "
         "plugin's "
         "table is plain data"},
        {"return { items = { 'a', nil, 'c' } }",
         "plugins/juniper.lua:1: items is a list with a hole: item 2 is missing. A plugin's table "
         "is plain "
         "data"},
        {"return { items = { [0] = 'a' } }", "plugins/juniper.lua:1: items is a list with a key "
                                             "that is no whole number from 1 up. A plugin's "
                                             "table is plain data"},
        {"return { [true] = 1 }", "plugins/juniper.lua:1: the file is a table with a key that is "
                                  "neither a text nor a number. A "
                                  "plugin's table is plain data"},
        {"local t = {}\nt.t = t\nreturn t", NULL},
        {"return { title = 'a\\0b' }", "plugins/juniper.lua:1: title is a text with a NUL byte in "
                                       "it. A plugin's table is plain data"},
        {"return { title = '\\xFF' }", "plugins/juniper.lua:1: title is a text that is not UTF-8. "
                                       "A plugin's table is plain data"},
        {"return { lib = math }",
         "plugins/juniper.lua:1: lib is a library. A plugin's table is plain data"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct faults faults;
        const char *said = refused(cases[i][0], strlen(cases[i][0]), &faults);
        assert_has(said, cases[i][1] ? cases[i][1] : "nested more than 16 deep, or holds itself");
        faults_clear(&faults);
    }
}

static void a_missing_worker_is_an_error_of_ours(void **state)
{
    (void)state;
    struct faults faults = {0};
    struct plugin *plugin;
    plugin_set_worker("/nowhere/alongside-worker");
    assert_false(plugin_load_source("juniper.lua", "return {}", 9, &plugin, &faults));
    assert_has(faults.said[0],
               "/nowhere/alongside-worker: the program that runs plugins cannot be started");
    faults_clear(&faults);
}

static void a_worker_that_ends_or_hangs_costs_one_sentence(void **state)
{
    (void)state;
    struct faults faults = {0};
    struct plugin *plugin;
    plugin_set_worker("/bin/true");
    assert_false(plugin_load_source("juniper.lua", "return {}", 9, &plugin, &faults));
    assert_string_equal(faults.said[0],
                        "juniper.lua:1: the file ended the program that runs plugins. "
                        "Nothing of it is used");
    faults_clear(&faults);
    plugin_set_worker("/bin/sleep"); /* its argument is our process id: long enough */
    assert_false(plugin_load_source("juniper.lua", "return {}", 9, &plugin, &faults));
    assert_has(faults.said[0],
               "juniper.lua:1: the file took more than ten seconds, and was stopped");
    faults_clear(&faults);
}

/* Of whom this program is the parent, as the system lists them. */
static void children(char *list, size_t room)
{
    char path[64];
    snprintf(path, sizeof path, "/proc/self/task/%d/children", (int)getpid());
    FILE *file = fopen(path, "r");
    if (!file)
        skip();
    list[fread(list, 1, room - 1, file)] = 0;
    fclose(file);
}

static const char *title_of(const char *source)
{
    static char title[40];
    struct plugin *plugin = loaded(source);
    snprintf(title, sizeof title, "%s", value_as_text(value_get(plugin->table, "title")));
    plugin_close(plugin);
    return title;
}

static void files_that_share_a_worker_are_read_by_one_and_it_ends(void **state)
{
    (void)state;
    struct faults faults;
    char first[64], second[64], after[64];
    plugin_share_worker(true);
    assert_string_equal(title_of("local kept = 'one' return { title = kept }"), "one");
    children(first, sizeof first);
    assert_has(refused("return { title = kept }", 23, &faults), "kept");
    faults_clear(&faults);
    assert_string_equal(title_of("return { title = 'two' }"), "two");
    children(second, sizeof second);
    assert_true(*first);
    assert_string_equal(first, second);
    plugin_share_worker(false);
    plugin_end_shared();
    children(after, sizeof after);
    assert_string_equal(after, "");
}

static void a_file_that_loses_a_shared_worker_loses_it_for_itself(void **state)
{
    (void)state;
    struct faults faults = {0};
    struct plugin *plugin;
    plugin_share_worker(true);
    plugin_set_worker("/bin/true");
    assert_false(plugin_load_source("juniper.lua", "return {}", 9, &plugin, &faults));
    assert_has(faults.said[0], "juniper.lua:1: the file ended the program that runs plugins");
    faults_clear(&faults);
    assert_string_equal(title_of("return { title = 'next' }"), "next");
    plugin_share_worker(false);
    plugin_end_shared();
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_file_becomes_plain_data_with_functions_at_their_place),
        cmocka_unit_test(a_file_on_disk_is_loaded_by_its_path),
        cmocka_unit_test(a_file_that_is_not_there_is_named),
        cmocka_unit_test(a_byte_order_mark_a_shell_line_and_crlf_are_taken),
        cmocka_unit_test(lines_count_from_the_top_also_behind_a_shell_line),
        cmocka_unit_test(a_file_name_that_is_no_id_is_refused),
        cmocka_unit_test(what_is_not_utf8_text_is_refused_with_its_line),
        cmocka_unit_test(a_file_of_256_kib_is_taken_and_one_byte_more_is_not),
        cmocka_unit_test(a_file_must_give_back_one_table),
        cmocka_unit_test(names_outside_the_contract_are_named_with_their_line),
        cmocka_unit_test(what_is_not_lua_is_refused_with_its_line),
        cmocka_unit_test(bitwise_operators_are_refused_by_name_and_line),
        cmocka_unit_test(a_table_that_is_no_plain_data_is_refused_at_its_place),
        cmocka_unit_test(files_that_share_a_worker_are_read_by_one_and_it_ends),
        cmocka_unit_test(a_file_that_loses_a_shared_worker_loses_it_for_itself),
        cmocka_unit_test(a_missing_worker_is_an_error_of_ours),
        cmocka_unit_test(a_worker_that_ends_or_hangs_costs_one_sentence),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
