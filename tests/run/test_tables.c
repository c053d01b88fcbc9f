/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers are scored with the table that their version was first scored with. */
#include "run/room.h"

static const char source[] =
    "return { title = 'Made up', version = '1', source = 'this project',\n"
    "licence = { wording = { ship = true, terms = 'ours' }, scoring = { ship = true, terms = "
    "'ours' } },\nanswers = { 'no', 'some', 'yes' }, items = 'a',\n"
    "scales = { { id = 's', title = 'S', lookup = { file = 'a.set.csv', obtain = 'the owners' } } "
    "},\nexamples = { { 'x', '1', s = 1 }, { 'y', '3', s = 9 }, { 'z', '-', s = 'not scored' "
    "} } }";

static void bring(struct room *room, const char *table)
{
    remove(in(room, "instruments/a.set.csv"));
    if (table)
        write_file(room, "instruments/a.set.csv", table);
    if (room->shelf.arena)
        shelf_close(&room->shelf);
    open_shelf(room);
}

static void keep_warning(void *context, const char *sentence)
{
    struct room *room = context;
    room->warned = arena_text(room->arena, sentence);
}

static const struct derived_score *scored(struct room *room)
{
    struct fault fault;
    struct run_how how = {.as_of = RECORDED, .warn = keep_warning, .warn_context = room};
    struct run_done done;
    room->warned = NULL;
    must(run_score(room->scratch.store, &room->shelf, &how, &done, &fault), &fault);
    must(store_plugins(room->scratch.store, room->arena, &room->plugins, &room->plugin_count,
                       &fault),
         &fault);
    must(store_derived(room->scratch.store, "ada", room->arena, keep, room, &fault), &fault);
    return nth(room, "a", 0);
}

static const struct stored_plugin *kept(const struct room *room)
{
    for (size_t i = 0; i < room->plugin_count; i++)
        if (strcmp(room->plugins[i].id, "a") == 0)
            return &room->plugins[i];
    fail_msg("it is not kept");
    return NULL;
}

static void the_table_first_used_is_kept_and_used_ever_after(void **state)
{
    (void)state;
    struct room room;
    open_room(&room);
    write_file(&room, "instruments/a.lua", source);
    bring(&room, NULL);
    import(&room, "person,date,instrument,a\nada,2025-06-01,a,2\n");
    assert_string_equal(scored(&room)->reason, "the table is not here");
    assert_int_equal(kept(&room)->table_count, 0);
    bring(&room, "total,value\n1,1\n2,7\n3,9\n");
    assert_float_equal(scored(&room)->value, 7, 0);
    assert_null(room.warned);
    assert_int_equal(kept(&room)->table_count, 1);
    assert_string_equal(kept(&room)->tables[0].name, "a.set.csv");
    bring(&room, NULL);
    assert_float_equal(scored(&room)->value, 7, 0);
    assert_null(room.warned);
    bring(&room, "total,value\n1,1\n2,8\n3,9\n");
    assert_float_equal(scored(&room)->value, 7, 0);
    assert_non_null(room.warned);
    assert_non_null(strstr(room.warned, "a.lua: a.set.csv is another table than version 1 was "
                                        "first scored with; that one is still used. Give the "
                                        "plugin a new version"));
    remove(in(&room, "instruments/a.set.csv"));
    close_room(&room);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_table_first_used_is_kept_and_used_ever_after),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
