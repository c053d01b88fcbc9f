/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plugins that one import brings are numbered by name, in whatever order their rows stand. */
#include "store_test.h"

static int64_t use_alder(struct world *world)
{
    struct fault fault = {0};
    struct stored_plugin plugin = {.kind = "instrument",
                                   .id = "alder",
                                   .version = "1",
                                   .pin = "p",
                                   .fingerprint = "f",
                                   .source = "return {}",
                                   .items = "a b c d"};
    must(store_use_plugin(world->store, &plugin, "height width", &fault), &fault);
    return plugin.number;
}

static const char *content_of(struct world *world)
{
    return arena_format(
        world->arena, "%s\n%s\n%s",
        ask(world, "SELECT plugin, id, version FROM plugin ORDER BY plugin"),
        ask(world, "SELECT p.id, n, scale.id FROM scale JOIN plugin p ON plugin = instrument"
                   " ORDER BY instrument, n"),
        ask(world, "SELECT p.id, p.version, a.tokens, s.id FROM administration a"
                   " JOIN plugin p ON p.plugin = a.instrument JOIN administration_source s"
                   " USING (person, instrument, date) ORDER BY a.instrument, a.date"));
}

static void say(struct world *world, int64_t version, day date, const char *tokens, const char *id)
{
    world->source_id = id;
    answers_by(world, "p1", version, date, 0, 0, tokens);
}

static const char expected[] = "1|alder|1\n2|q3|1\n3|q3|2\n"
                               "alder|0|height\nalder|1|width\nq3|0|total\nq3|0|total\n"
                               "alder|1|1 2 3 4|tree\nq3|1|3 3 3|first\nq3|2|4 4 4 4|second";

static void a_plugin_met_last_is_numbered_by_its_name(void **state)
{
    struct world *world = *state;
    begin(world, 100);
    say(world, world->q3, 10, "3 3 3", "first");
    say(world, world->q3_second, 11, "4 4 4 4", "second");
    say(world, use_alder(world), 12, "1 2 3 4", "tree");
    end(world);
    assert_string_equal(content_of(world), expected);
}

static void a_plugin_of_an_earlier_import_keeps_its_number(void **state)
{
    struct world *world = *state;
    begin(world, 100);
    wide(world, "p1", 10, "3 3 3");
    end(world);
    begin(world, 101);
    say(world, use_alder(world), 12, "1 2 3 4", "tree");
    end(world);
    assert_string_equal(ask(world, "SELECT plugin, id, version FROM plugin ORDER BY plugin"),
                        "1|q3|1\n2|q3|2\n3|alder|1");
    begin(world, 102);
    say(world, use_alder(world), 12, "1 2 3 4", "tree");
    struct import_result result = end(world);
    assert_int_equal(result.sum.known, 1);
}

int main(void)
{
#define HERE(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        HERE(a_plugin_met_last_is_numbered_by_its_name),
        HERE(a_plugin_of_an_earlier_import_keeps_its_number),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
