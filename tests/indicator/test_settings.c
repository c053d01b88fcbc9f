/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The settings of a function: asked for by their names, and nothing else. */
#include "loading.h"

#define WINDOW "settings = { window = { 28, from = 1, to = 90, means = 'days' } }, "
#define WITH(settings, body)                                                                       \
    DECLARED(TELLS settings "reads = 'contact',\n"                                                 \
                            "find = function(timeline, found, settings)\n" body "\nend,\n"         \
                            "examples = { { 'one', finds = 1, '2024-01-01 contact' } }")

/* In an example everybody is made up, so the words of the fault are shown. NULL: it holds. */
static void assert_settings(const char *source, const char *sentence)
{
    struct loaded loaded = load_source(source);
    size_t examples;
    assert_loads(&loaded);
    indicator_check_examples(loaded.indicator, &examples, &loaded.faults);
    assert_true(sentence ? says(&loaded, sentence) : !says(&loaded, "find: "));
    unload(&loaded);
}

static void a_misspelt_setting_leaves_no_window_open(void **state)
{
    (void)state;
    assert_settings(WITH(WINDOW, "for e in timeline:each 'contact' do\n"
                                 "timeline:after(e, { 'contact', within = settings.windw }) end"),
                    "mine.lua:6: find: `windw` is not a setting of this indicator. Did you mean "
                    "`window`?");
    assert_settings(WITH(WINDOW, "for e in timeline:each 'contact' do\n"
                                 "timeline:after(e, { 'contact', within = settings.window }) end"),
                    NULL);
}

static void a_setting_that_is_not_declared_is_told_how_to_be(void **state)
{
    (void)state;
    assert_settings(WITH("", "local days = settings.window"),
                    "mine.lua:5: find: `window` is not a setting of this indicator. Give it in "
                    "`settings`, as in { 28, from = 1, to = 90, means = \"…\" }");
}

static void settings_stay_as_they_were_given_and_are_no_list(void **state)
{
    (void)state;
    assert_settings(WITH(WINDOW, "settings.window = 3"),
                    "the function changes `settings`, which stay as a report gave them. Use a "
                    "local");
    assert_settings(WITH(WINDOW, "local days = settings[1]"),
                    "a setting is asked for by its name, as in settings.window");
    assert_settings(WITH(WINDOW, "for name, value in pairs(settings) do end"),
                    "table expected, got the settings, each asked for by its name");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_misspelt_setting_leaves_no_window_open),
        cmocka_unit_test(a_setting_that_is_not_declared_is_told_how_to_be),
        cmocka_unit_test(settings_stay_as_they_were_given_and_are_no_list),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
