/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a fresh Lua state a person costs on top of the call: the worker's own door, which makes a
 * state, loads the file that was compiled and runs it, against the same function in a state that is
 * kept. Both run under the same hook, take the same answers and read the same result. */
#include <stdio.h>
#include <string.h>

#include "bench/timing.h"
#include "ground/fault.h"
#include "ground/text.h"
#include "worker/names.h"
#include "worker/room.h"
#include "worker/run.h"
#include "worker/values.h"

enum { CALLS = 5000 };

static const char place[] = "scales[4].score";

struct bench {
    struct room room;
    struct arena *arena;
    struct value answers;
    struct value expected;
    double seconds; /* of the calls in a kept state */
};

static void must(bool good, const char *what)
{
    if (!good) {
        fprintf(stderr, "bench_state: %s\n", what);
        exit(1);
    }
}

static struct value make_answers(struct arena *arena)
{
    struct value answers = value_table(arena);
    value_set(arena, answers, "core", value_whole(1));
    value_set(arena, answers, "symptoms", value_whole(4));
    return answers;
}

static void compile(struct bench *bench)
{
    char *source;
    size_t length;
    struct fault fault;
    must(text_read_file(SOURCE_DIR "/instruments/phq9.lua", 1 << 20, &source, &length, &fault),
         "the file cannot be read");
    bench->room.request = value_text(bench->arena, source);
    free(source);
    must(room_enter(&bench->room, run_compile), bench->room.trouble.said);
}

static struct value ask(struct bench *bench)
{
    struct value call = value_table(bench->arena), arguments = value_table(bench->arena);
    value_add(bench->arena, arguments, bench->answers);
    value_add(bench->arena, arguments, value_table(bench->arena));
    value_set_text(bench->arena, call, "place", place);
    value_set(bench->arena, call, "most", value_whole(3));
    value_set(bench->arena, call, "arguments", arguments);
    return call;
}

static double in_fresh_states(void *context)
{
    struct bench *bench = context;
    double begun = seconds_used();
    for (int i = 0; i < CALLS; i++) {
        must(room_enter_prepared(&bench->room, run_prepare, run_call), bench->room.trouble.said);
        must(value_equal(value_item(bench->room.answer, 0), bench->expected), "another result");
        arena_reset(bench->room.arena);
    }
    return seconds_used() - begun;
}

/* Leaves the function on the stack. */
static void fetch(lua_State *L)
{
    struct text *bytecode = &room_of(L)->bytecode;
    luaL_loadbufferx(L, bytecode->bytes, bytecode->length, "=" RUN_CHUNK_NAME, "b");
    names_push(L);
    lua_setupvalue(L, -2, 1);
    lua_call(L, 0, 1);
    lua_getfield(L, -1, "scales");
    lua_rawgeti(L, -1, 4);
    lua_getfield(L, -1, "score");
}

static struct bench *kept; /* for work in a state, which takes no context */

static int call_again_and_again(lua_State *L)
{
    fetch(L);
    double begun = seconds_used();
    for (int i = 0; i < CALLS; i++) {
        lua_pushvalue(L, -1);
        values_push(L, kept->answers);
        lua_newtable(L);
        lua_call(L, 2, 1);
        must(value_equal(values_of_call(L, lua_gettop(L)), kept->expected), "another result");
        lua_pop(L, 1);
        arena_reset(kept->room.arena);
        kept->room.spent.steps = 0;
        kept->room.spent.taken = 0;
    }
    kept->seconds = seconds_used() - begun;
    return 0;
}

static double in_a_kept_state(void *context)
{
    kept = context;
    must(room_enter(&kept->room, call_again_and_again), kept->room.trouble.said);
    return kept->seconds;
}

int main(void)
{
    struct bench bench = {.arena = arena_new()};
    struct talk_mark mark;
    double fresh, again;
    must(room_open(&bench.room, &mark), "no state can be made");
    bench.answers = make_answers(bench.arena);
    compile(&bench);
    bench.room.request = ask(&bench);
    must(room_enter_prepared(&bench.room, run_prepare, run_call), bench.room.trouble.said);
    bench.expected = value_copy(bench.arena, value_item(bench.room.answer, 0));
    must(bench.expected.kind != VALUE_NIL, "no result");
    in_turns(in_fresh_states, in_a_kept_state, &bench, &fresh, &again);
    printf(
        "a fresh Lua state a person on top of the call: %.1f microseconds (%.1f with it, %.1f in "
        "a kept state); goal 30 %s\n",
        (fresh - again) * 1e6 / CALLS, fresh * 1e6 / CALLS, again * 1e6 / CALLS,
        (fresh - again) * 1e6 / CALLS <= 30 ? "holds" : "does not hold yet");
    return 0;
}
