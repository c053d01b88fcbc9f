/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The indicators that ship, and the one for the hospital log: they load, their examples hold, so do
 * the engine's own properties. */
#include "loading.h"

static void assert_whole(const char *path, size_t wanted_examples, size_t wanted_properties)
{
    size_t examples = 0, properties = 0;
    struct loaded loaded = load_file(path);
    assert_loads(&loaded);
    bool good = indicator_check_examples(loaded.indicator, &examples, &loaded.faults);
    good &= indicator_check_properties(loaded.indicator, &properties, &loaded.faults);
    for (size_t i = 0; i < loaded.faults.count; i++)
        print_error("%s\n", loaded.faults.said[i]);
    assert_true(good);
    assert_int_equal(examples, wanted_examples);
    assert_int_equal(properties, wanted_properties);
    unload(&loaded);
}

static void asking_again_holds_as_the_contract_has_it(void **state)
{
    (void)state;
    assert_whole(SOURCE_DIR "/plugins/indicators/repeat_contact.lua", 17, 9);
}

static void being_helped_the_first_time_holds(void **state)
{
    (void)state;
    assert_whole(SOURCE_DIR "/plugins/indicators/helped_first_time.lua", 21, 9);
}

static void being_asked_to_tell_it_again_holds(void **state)
{
    (void)state;
    assert_whole(SOURCE_DIR "/plugins/indicators/retelling.lua", 18, 9);
}

static void support_that_stopped_and_then_a_crisis_holds(void **state)
{
    (void)state;
    assert_whole(SOURCE_DIR "/plugins/indicators/cliff_edge_then_crisis.lua", 27, 9);
}

static void being_sent_round_in_a_circle_holds(void **state)
{
    (void)state;
    assert_whole(SOURCE_DIR "/plugins/indicators/referral_loop.lua", 17, 10);
}

static void coming_back_to_the_hospital_holds(void **state)
{
    (void)state;
    assert_whole(SOURCE_DIR "/tests/real/plugins/indicators/came_back.lua", 11, 9);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(asking_again_holds_as_the_contract_has_it),
        cmocka_unit_test(being_helped_the_first_time_holds),
        cmocka_unit_test(being_asked_to_tell_it_again_holds),
        cmocka_unit_test(support_that_stopped_and_then_a_crisis_holds),
        cmocka_unit_test(being_sent_round_in_a_circle_holds),
        cmocka_unit_test(coming_back_to_the_hospital_holds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
