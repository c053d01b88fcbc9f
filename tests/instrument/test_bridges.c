/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two versions of an instrument, and which of their scales mean the same. */
#include "instrument/support.h"

#define VERSION(version, bridges)                                                                  \
    "return { title = 'Made up', version = '" version "', source = 'this project',\n"              \
    "licence = { wording = { ship = true, terms = 'ours' }, scoring = { ship = true, terms = "     \
    "'ours' } },\n" bridges "\nanswers = { 'no', 'yes' }, items = 'a b',\n"                        \
    "scales = { { id = 's', title = 'S' }, { id = 't', title = 'T' } }, examples = {} }"
#define BRIDGE "bridges = { ['1'] = { scales = 's', why = 'a spelling in item 3' } },"

static void only_a_scale_that_the_later_file_names_may_be_compared(void **state)
{
    (void)state;
    struct loaded first, second, third;
    assert_true(load_text(&first, VERSION("1", "")));
    assert_true(load_text(&second, VERSION("2", BRIDGE)));
    assert_true(load_text(&third, VERSION("3", "")));
    assert_true(instrument_bridged(first.instrument, second.instrument, "s"));
    assert_true(instrument_bridged(second.instrument, first.instrument, "s"));
    assert_false(instrument_bridged(first.instrument, second.instrument, "t"));
    assert_false(instrument_bridged(second.instrument, third.instrument, "s"));
    assert_true(instrument_bridged(third.instrument, third.instrument, "t"));
    unload(&first);
    unload(&second);
    unload(&third);
}

static void a_wrong_bridge_is_refused(void **state)
{
    (void)state;
    static const struct {
        const char *source, *sentence;
    } wrongs[] = {
        {VERSION("1", BRIDGE), "bridges.1 is the version of this file itself. A bridge is to"},
        {VERSION("2", "bridges = { ['1'] = { scales = 's u', why = 'w' } },"),
         "bridges.1.scales names `u`, which is not a scale of this file"},
        {VERSION("2", "bridges = { ['1'] = { scales = 's' } },"), "bridges.1 has no `why`"},
        {VERSION("2", "bridges = { ['1'] = { scale = 's', why = 'w' } },"),
         "`scale` is not a field of a bridge. Did you mean `scales`?"},
    };
    for (size_t i = 0; i < sizeof wrongs / sizeof *wrongs; i++) {
        struct loaded loaded;
        assert_false(load_text(&loaded, wrongs[i].source));
        assert_true(said(&loaded.faults, wrongs[i].sentence));
        unload(&loaded);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_a_scale_that_the_later_file_names_may_be_compared),
        cmocka_unit_test(a_wrong_bridge_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
