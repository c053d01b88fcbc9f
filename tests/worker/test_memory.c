/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every block of memory that a Lua state asks for is refused once, alone and with all that follow.
 * Each time the worker says so or gives the right result, frees what it has and works on. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "ground/value.h"
#include "worker/names.h"
#include "worker/room.h"
#include "worker/run.h"

enum { REFUSED_MOST = 500 };

/* Which block is refused, from 1; 0: none. */
static struct {
    long asked, refuse;
    bool persistent;
    lua_Alloc real;
} memory_of;

static void *refusing(void *context, void *old, size_t old_size, size_t size)
{
    bool grows = size > (old ? old_size : 0);
    if (grows && memory_of.refuse &&
        (++memory_of.asked == memory_of.refuse ||
         (memory_of.persistent && memory_of.asked > memory_of.refuse)))
        return NULL;
    memory_of.asked += grows && !memory_of.refuse;
    return memory_of.real(context, old, old_size, size);
}

lua_State *__real_lua_newstate(lua_Alloc allocate, void *context);
lua_State *__wrap_lua_newstate(lua_Alloc allocate, void *context);

lua_State *__wrap_lua_newstate(lua_Alloc allocate, void *context)
{
    memory_of.real = allocate;
    return __real_lua_newstate(refusing, context);
}

static const char source[] =
    "local names = { 'a', 'b', 'c' }\n"
    "return { title = 'x', list = { 1, 2, { 3 } },\n"
    "  f = function(answer)\n"
    "    local t = {}\n"
    "    for key, value in pairs(answer) do t[#t + 1] = key .. tostring(value) end\n"
    "    table.sort(t)\n"
    "    return ('%s %d'):format(table.concat(t, names[1]), sum { 1, 2 }):upper()\n"
    "  end }";

struct sweep {
    struct room room;
    struct talk_mark mark;
    struct arena *arena;
    struct value asked, expected;
    lua_CFunction work;
};

/* Of a call both are swept: preparing its state, and the call in it. */
static int prepare_and_call(lua_State *L)
{
    lua_pushcfunction(L, run_prepare);
    lua_call(L, 0, 0);
    return run_call(L);
}

static bool work_once(struct sweep *sweep)
{
    memory_of.asked = 0;
    sweep->room.request = sweep->asked;
    return room_enter(&sweep->room, sweep->work);
}

static void refuse_one(struct sweep *sweep, long which, bool persistent)
{
    memory_of.refuse = which;
    memory_of.persistent = persistent;
    bool done = work_once(sweep);
    memory_of.refuse = 0;
    if (done && !value_equal(sweep->room.answer, sweep->expected))
        fail_msg("block %ld was refused, and the result is wrong", which);
    if (!done && !sweep->room.trouble.said[0])
        fail_msg("block %ld was refused, and nothing was said", which);
    if (sweep->room.spent.used)
        fail_msg("block %ld was refused, and %zu bytes were kept", which, sweep->room.spent.used);
}

static void sweep_all(struct sweep *sweep)
{
    assert_true(work_once(sweep));
    sweep->expected = value_copy(sweep->arena, sweep->room.answer);
    long blocks = memory_of.asked < REFUSED_MOST ? memory_of.asked : REFUSED_MOST;
    assert_true(blocks > 100);
    for (long k = 1; k <= blocks; k++)
        for (int persistent = 0; persistent < 2; persistent++) {
            refuse_one(sweep, k, persistent);
            assert_true(work_once(sweep));
            assert_true(value_equal(sweep->room.answer, sweep->expected));
            arena_reset(sweep->room.arena);
        }
}

static struct sweep *opened(lua_CFunction work)
{
    struct sweep *sweep = memory(sizeof *sweep);
    *sweep = (struct sweep){.arena = arena_new(), .work = run_compile};
    assert_true(room_open(&sweep->room, &sweep->mark));
    sweep->asked = value_text(sweep->arena, source);
    assert_true(work_once(sweep));
    sweep->work = work;
    return sweep;
}

static void closed(struct sweep *sweep)
{
    arena_free(sweep->arena);
    room_close(&sweep->room);
    free(sweep);
}

static void no_refusal_harms_the_setting_up(void **state)
{
    (void)state;
    struct sweep *sweep = opened(names_stock);
    sweep_all(sweep);
    closed(sweep);
}

static void no_refusal_harms_compiling(void **state)
{
    (void)state;
    struct sweep *sweep = opened(run_compile);
    sweep_all(sweep);
    closed(sweep);
}

static void no_refusal_harms_reading_the_table(void **state)
{
    (void)state;
    struct sweep *sweep = opened(run_table);
    sweep_all(sweep);
    assert_int_equal(value_count(value_get(sweep->expected, "list")), 3);
    closed(sweep);
}

static void no_refusal_harms_a_call(void **state)
{
    (void)state;
    struct sweep *sweep = opened(prepare_and_call);
    struct arena *arena = sweep->arena;
    struct value answer = value_table(arena), arguments = value_table(arena);
    value_set(arena, answer, "q1", value_whole(3));
    value_set(arena, answer, "q2", value_number(0.5));
    value_add(arena, arguments, answer);
    sweep->asked = value_table(arena);
    value_set_text(arena, sweep->asked, "place", "f");
    value_set(arena, sweep->asked, "most", value_whole(1));
    value_set(arena, sweep->asked, "arguments", arguments);
    sweep_all(sweep);
    assert_string_equal(value_as_text(value_item(sweep->expected, 0)), "Q13AQ20.5 3");
    closed(sweep);
}

/* --- a state that is put back --- */

static const char counting[] = "local times, kept = 0, {}\n"
                               "return { f = function(most) times = times + 1\n"
                               "  for i = 1, most do kept[i] = { i } end\n"
                               "  return times + #kept end }";

static bool count_to(struct sweep *sweep, int64_t most)
{
    struct value arguments = value_table(sweep->arena);
    value_add(sweep->arena, arguments, value_whole(most));
    sweep->room.request = value_table(sweep->arena);
    value_set_text(sweep->arena, sweep->room.request, "place", "f");
    value_set(sweep->arena, sweep->room.request, "most", value_whole(1));
    value_set(sweep->arena, sweep->room.request, "arguments", arguments);
    return room_enter_prepared(&sweep->room, run_prepare, run_call);
}

static void assert_counts(struct sweep *sweep, int64_t most)
{
    int64_t counted;
    assert_true(count_to(sweep, most));
    assert_true(value_as_whole(value_item(sweep->room.answer, 0), &counted));
    assert_int_equal(counted, most + 1);
}

static void every_call_begins_in_the_state_that_the_file_left(void **state)
{
    (void)state;
    struct sweep *sweep = opened(run_compile);
    sweep->asked = value_text(sweep->arena, counting);
    assert_true(work_once(sweep));
    assert_counts(sweep, 0);
    int64_t steps = sweep->room.spent.steps;
    assert_counts(sweep, 10000);
    assert_false(count_to(sweep, 100000000)); /* spends its memory or its steps */
    assert_true(sweep->room.trouble.limit);
    assert_counts(sweep, 0);
    assert_int_equal(sweep->room.spent.steps, steps);
    closed(sweep);
}

static void another_file_is_prepared_anew(void **state)
{
    (void)state;
    struct sweep *sweep = opened(run_compile);
    sweep->asked = value_text(sweep->arena, counting);
    assert_true(work_once(sweep));
    assert_counts(sweep, 3);
    sweep->asked = value_text(sweep->arena, "return { f = function() return 'other' end }");
    assert_true(work_once(sweep));
    assert_true(count_to(sweep, 3));
    assert_string_equal(value_as_text(value_item(sweep->room.answer, 0)), "other");
    closed(sweep);
}

static void what_goes_wrong_in_preparing_is_said_each_time(void **state)
{
    (void)state;
    struct sweep *sweep = opened(run_compile);
    sweep->asked = value_text(sweep->arena, "return nil + 1");
    assert_true(work_once(sweep));
    for (int i = 0; i < 2; i++) {
        assert_false(count_to(sweep, 3));
        assert_int_equal(sweep->room.trouble.line, 1);
    }
    closed(sweep);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_refusal_harms_the_setting_up),
        cmocka_unit_test(no_refusal_harms_compiling),
        cmocka_unit_test(no_refusal_harms_reading_the_table),
        cmocka_unit_test(no_refusal_harms_a_call),
        cmocka_unit_test(every_call_begins_in_the_state_that_the_file_left),
        cmocka_unit_test(another_file_is_prepared_anew),
        cmocka_unit_test(what_goes_wrong_in_preparing_is_said_each_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
