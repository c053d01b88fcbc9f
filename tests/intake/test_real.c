/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The two files of real answers and events, where they are: ALONGSIDE_REAL_DATA names their folder.
 * They are no part of the sources, so without it these tests are skipped. */
#include "support.h"

static bool find_real(struct world *world, const char *name)
{
    const char *folder = getenv("ALONGSIDE_REAL_DATA");
    snprintf(world->file, sizeof world->file, "%s/%s", folder ? folder : "", name);
    if (folder && access(world->file, R_OK) == 0)
        return true;
    print_message("%s is not here: set ALONGSIDE_REAL_DATA to its folder\n", name);
    return false;
}

static struct plugin *load_file(const char *path)
{
    struct plugin *plugin = NULL;
    struct faults faults = {0};
    plugin_set_worker(WORKER);
    plugin_load(path, &plugin, &faults);
    fail_with(&faults);
    return plugin;
}

static void load_real_intake(struct world *world, const char *path)
{
    struct intake *intake = NULL;
    struct faults faults = {0};
    size_t examples, properties;
    world->plugins[INSTRUMENTS] = load_file(path);
    intake_load(world->plugins[INSTRUMENTS], world->instruments, INSTRUMENTS, &intake, &faults);
    fail_with(&faults);
    assert_true(intake_check_examples(intake, &examples, &faults));
    assert_true(intake_check_properties(intake, &properties, &faults));
    world->intake = intake;
}

static void import_real(struct world *world, const char *as, bool dry_run)
{
    struct intake_how how = how_of(world, as);
    snprintf(world->aside, sizeof world->aside, "%s/back.csv", world->folder);
    how.set_aside = world->aside;
    how.dry_run = dry_run;
    must(run_file(world, &how), &world->fault);
}

static void every_step_of_the_hospital_comes_in_or_is_counted(void **state)
{
    struct world *world = *state;
    if (!find_real(world, "sepsis_events.csv"))
        skip();
    load_real_intake(world, SOURCE_DIR "/tests/real/plugins/intake/sepsis.lua");
    import_real(world, "sepsis", false);
    /* 1,050 registrations, 294 returns, 1,299 admissions and 782 releases; the rest are steps. */
    sums_are(world, 15214, 3425, 0, 0, 11789, 0);
    assert_int_equal(world->done.result.new_people, 1050);
    assert_true(person(world, "NA").event_count > 0);
    assert_true(person(world, "A").event_count > 0);
    import_real(world, "sepsis", false);
    sums_are(world, 15214, 0, 0, 3425, 11789, 0);
}

static void every_anxiety_sheet_comes_in_or_is_set_aside(void **state)
{
    struct world *world = *state;
    if (!find_real(world, "sai.csv"))
        skip();
    plugin_close(world->plugins[0]);
    world->plugins[0] = load_file(SOURCE_DIR "/tests/real/instruments/sai.lua");
    world->instruments[0] = load_instrument(world->plugins[0]);
    load_real_intake(world, SOURCE_DIR "/tests/real/plugins/intake/sai.lua");
    import_real(world, "sai", false);
    /* 32 sheets are empty, and four people have no other; 6 rows have no id and 2 contradict each
     * other. */
    sums_are(world, 5378, 5338, 0, 0, 32, 8);
    assert_int_equal(world->done.result.new_people, 3026 - 4);
    assert_has(world->said.bytes, "no `person`: column id is empty. Row set aside");
}

int main(void)
{
#define HERE(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        HERE(every_step_of_the_hospital_comes_in_or_is_counted),
        HERE(every_anxiety_sheet_comes_in_or_is_set_aside),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
