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
    if (sweep->room.used)
        fail_msg("block %ld was refused, and %zu bytes were kept", which, sweep->room.used);
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
    arena_free(sweep->room.arena);
    arena_free(sweep->room.scratch_arena);
    text_free(&sweep->room.bytecode);
    text_free(&sweep->room.scratch);
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
    struct sweep *sweep = opened(run_call);
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_refusal_harms_the_setting_up),
        cmocka_unit_test(no_refusal_harms_compiling),
        cmocka_unit_test(no_refusal_harms_reading_the_table),
        cmocka_unit_test(no_refusal_harms_a_call),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
