/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is read between a beginning and its end is of one moment, whatever is written meanwhile. */
#include "store/store_test.h"

enum { RECORDED = 20000 };

static void note(struct world *world, const char *date)
{
    begin(world, RECORDED);
    small_row(world, ROW_NOTE, "p1", arena_format(world->arena, "date=%s|words=ok", date));
    end(world);
}

/* Another program's connection. */
static struct store *other(struct world *world)
{
    struct fault fault = {0};
    struct store *store;
    must(store_open(world->path, STORE_READ, &store, &fault), &fault);
    return store;
}

static size_t notes(struct store *store, struct arena *arena)
{
    struct fault fault = {0};
    struct stored_note *all;
    size_t count;
    must(store_notes(store, "p1", RECORDED, arena, &all, &count, &fault), &fault);
    return count;
}

static size_t plugins(struct store *store, struct arena *arena)
{
    struct fault fault = {0};
    struct stored_plugin *all;
    size_t count;
    must(store_plugins(store, arena, &all, &count, &fault), &fault);
    return count;
}

static size_t administrations(struct store *store, struct arena *arena)
{
    struct fault fault = {0};
    struct stored_person person;
    must(store_person(store, "p1", RECORDED, arena, &person, &fault), &fault);
    return person.administration_count;
}

static bool is_there(void *context, const struct derived_person *person, struct fault *fault)
{
    (void)fault;
    *(size_t *)context += person->score_count;
    return true;
}

static size_t scores(struct store *store, struct arena *arena)
{
    struct fault fault = {0};
    size_t count = 0;
    must(store_derived(store, NULL, arena, is_there, &count, &fault), &fault);
    return count;
}

static void write_more(struct world *world)
{
    struct fault fault = {0};
    struct derive_how how = {.as_of = RECORDED};
    struct stored_plugin third = {.kind = "indicator",
                                  .id = "seen",
                                  .version = "1",
                                  .pin = "p3",
                                  .fingerprint = "f3",
                                  .source = "return {}",
                                  .items = ""};
    begin(world, RECORDED);
    wide(world, "p1", RECORDED, "1 2 3");
    end(world);
    note(world, "2024-01-02");
    must(store_derive_begin(world->store, &how, &fault), &fault);
    must(store_use_plugin(world->store, &third, NULL, &fault), &fault);
    struct derived_score score = {.instrument = world->q3,
                                  .date = RECORDED,
                                  .time = -1,
                                  .has_value = true,
                                  .value = 6,
                                  .answered = 3,
                                  .of = 3};
    struct text json = {0};
    store_pack_scores(&score, 1, &json);
    struct derived_row row = {.person = 1, .scores = json.bytes, .next = DAY_NONE, .settled = true};
    must(store_derive_person(world->store, &row, &fault), &fault);
    must(store_derive_end(world->store, true, &fault), &fault);
    text_free(&json);
}

static void what_is_written_between_two_readings_is_in_neither(void **state)
{
    struct world *world = *state;
    struct fault fault = {0};
    bool ours;
    note(world, "2024-01-01");
    struct store *store = other(world);
    must(store_read_begin(store, &ours, &fault), &fault);
    assert_int_equal(notes(store, world->arena), 1);
    write_more(world);
    assert_int_equal(notes(store, world->arena), 1);
    assert_int_equal(plugins(store, world->arena), 2);
    assert_int_equal(administrations(store, world->arena), 0);
    assert_int_equal(scores(store, world->arena), 0);
    store_read_end(store, ours);
    assert_int_equal(notes(store, world->arena), 2);
    assert_int_equal(plugins(store, world->arena), 3);
    assert_int_equal(administrations(store, world->arena), 1);
    assert_int_equal(scores(store, world->arena), 1);
    store_close(store);
}

static void a_reading_within_another_ends_with_the_outer_one(void **state)
{
    struct world *world = *state;
    struct fault fault = {0};
    bool outer, inner;
    note(world, "2024-01-01");
    struct store *store = other(world);
    must(store_read_begin(store, &outer, &fault), &fault);
    must(store_read_begin(store, &inner, &fault), &fault);
    assert_int_equal(notes(store, world->arena), 1);
    store_read_end(store, inner);
    note(world, "2024-01-02");
    assert_int_equal(notes(store, world->arena), 1);
    store_read_end(store, outer);
    assert_int_equal(notes(store, world->arena), 2);
    store_close(store);
}

static void assert_asks_again(struct world *world, bool kept, const struct fault *fault)
{
    assert_false(kept);
    assert_int_equal(fault->kind, FAULT_BUSY);
    assert_string_equal(fault->text,
                        arena_format(world->arena,
                                     "%s was written by another program meanwhile. Nothing was "
                                     "changed; ask again",
                                     world->path));
}

static void who_only_reads_and_would_have_to_keep_something_asks_again(void **state)
{
    struct world *world = *state;
    struct fault fault = {0};
    note(world, "2024-01-01");
    struct store *store = other(world);
    struct stored_plugin known = {.kind = "instrument", .id = "q3", .version = "1", .pin = "p1"};
    struct stored_plugin fresh = {.kind = "instrument", .id = "q4", .version = "1", .pin = "p4"};
    struct stored_table table = {.name = "t.csv", .hash = "h", .bytes = "a", .length = 1};
    must(store_use_plugin(store, &known, "total", &fault), &fault);
    assert_int_equal(known.number, world->q3);
    assert_asks_again(world, store_use_plugin(store, &fresh, "total", &fault), &fault);
    assert_asks_again(world, store_keep_table(store, known.number, &table, &fault), &fault);
    store_close(store);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_is_written_between_two_readings_is_in_neither, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_reading_within_another_ends_with_the_outer_one, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(who_only_reads_and_would_have_to_keep_something_asks_again,
                                        set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
