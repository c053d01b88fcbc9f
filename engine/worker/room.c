/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "worker/room.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "worker/names.h"
#include "worker/run.h"

enum {
    COUNT = 100,            /* instructions between two looks at the budget */
    BYTES_A_STEP = 256,     /* taking and filling so much memory costs about a step */
    REFUSAL_STEPS = 250000, /* a refusal makes Lua collect everything there is, then ask again; */
    REFUSALS_MOST = 4,      /* so many are no slow plugin, but one at the edge of its memory */
    DEEP = 1000,            /* calls within calls: no scoring goes there */
    SLOT = 16,              /* bytes of one value on the stack */
    SLOTS_FREE = 1024,
    SLOTS_A_STEP = 16, /* so many are moved in about the time of a step */
    TEXT_FREE = 4096,
    MESSAGE = 201
};

struct room *room_of(lua_State *L)
{
    return *(struct room **)lua_getextraspace(L);
}

/* The line of the plugin's innermost code. Takes no memory, so that the allocator may ask too. */
static int line_now(lua_State *L)
{
    lua_Debug at;
    for (int level = 0; lua_getstack(L, level, &at); level++) {
        lua_getinfo(L, "l", &at);
        if (at.currentline > 0)
            return at.currentline;
    }
    return 0;
}

static void note(struct room *room, int line, const char *text)
{
    if (!room->trouble.said[0]) {
        text_clean(room->trouble.said, MESSAGE, text);
        room->trouble.line = line;
    }
}

static void note_limit(struct room *room, int line, const char *text)
{
    room->over = true;
    room->trouble = (struct trouble){.limit = true, .subject = true};
    note(room, line, text);
}

static void note_depth(struct room *room, int line)
{
    note_limit(room, line, "calls itself too deeply. Is there a recursion that does not end?");
}

static void note_memory(struct room *room)
{
    if (room->refused_deep)
        note_depth(room, room->refused_line);
    else
        note_limit(room, room->refused_line,
                   room->refused_text ? "makes a text of more than 1 MiB. Keep texts short"
                                      : "needs more than 32 MiB of memory. Keep less at once");
}

/* Remembers where and in what, as Lua says nothing about it. */
static void refuse_memory(struct room *room, bool text)
{
    lua_Debug deep;
    room->refusals++;
    room->spent.steps += REFUSAL_STEPS;
    room->refused_text = text;
    room->refused_deep = room->lua && lua_getstack(room->lua, DEEP, &deep);
    room->refused_line = room->lua ? line_now(room->lua) : 0;
}

/* The stack is the second block that a state takes; to resize it, Lua takes another and then frees
 * it. */
static void note_block(struct room *room, const void *block, size_t size)
{
    room->spent.latest = (struct block){block, size};
    if (++room->spent.blocks == 2)
        room->spent.stack = room->spent.latest;
}

static void note_free(struct room *room, const void *block)
{
    if (block == room->spent.stack.at)
        room->spent.stack = room->spent.latest;
}

/* What one instruction may take beyond its step, where somebody has a full stack or a long text: it
 * can move everything on the stack (`f(1, ...)`, `return 1, f()`) or compare a text to its end. */
static int64_t price_of_a_step(const struct room *room)
{
    size_t slots = room->spent.stack.bytes / SLOT;
    return (slots > SLOTS_FREE ? (int64_t)slots / SLOTS_A_STEP : 0) +
           (room->spent.longest > TEXT_FREE ? (int64_t)room->spent.longest / BYTES_A_STEP : 0);
}

/* Counts what is taken and refuses what is too much. `old_size` of a new block is a type tag. */
static void *allocate(void *context, void *old, size_t old_size, size_t size)
{
    struct room *room = context;
    bool text = !old && old_size == LUA_TSTRING;
    size_t had = old ? old_size : 0;
    if (size == 0) {
        room->spent.used -= had;
        note_free(room, old);
        return pool_resize(&room->pool, old, had, 0);
    }
    bool too_long = text && size > ROOM_TEXT + 64;
    bool too_much = size > had && (room->spent.used - had + size > ROOM_MEMORY ||
                                   room->refusals >= REFUSALS_MOST);
    if (too_long || too_much) {
        refuse_memory(room, too_long);
        return NULL;
    }
    void *block = pool_resize(&room->pool, old, had, size);
    if (!block) {
        refuse_memory(room, false);
        return NULL;
    }
    if (!old)
        note_block(room, block, size);
    if (text && size > room->spent.longest)
        room->spent.longest = size;
    room->spent.used = room->spent.used - had + size;
    room->spent.taken += size > had ? size - had : 0;
    return block;
}

static void stop(lua_State *L);

static void at_count(lua_State *L, lua_Debug *event)
{
    struct room *room = room_of(L);
    (void)event;
    room->spent.steps += COUNT * (1 + price_of_a_step(room));
    room->mark->line = (uint32_t)line_now(L);
    if (room->over || room->spent.steps + (int64_t)(room->spent.taken / BYTES_A_STEP) > ROOM_STEPS)
        stop(L);
}

/* Whoever has spent the budget does not run another line, however the error was met. */
static void stop(lua_State *L)
{
    struct room *room = room_of(L);
    lua_Debug deep;
    if (!room->over && room->refusals >= REFUSALS_MOST)
        note_memory(room);
    else if (!room->over && lua_getstack(L, DEEP, &deep))
        note_depth(room, line_now(L));
    else if (!room->over)
        note_limit(room, line_now(L),
                   "took more than 5 million steps. Is there a loop that does not end?");
    lua_sethook(L, at_count, LUA_MASKCOUNT | LUA_MASKCALL | LUA_MASKLINE, 1);
    lua_pushnil(L);
    lua_error(L);
}

void room_mark(lua_State *L, enum talk_phase phase)
{
    room_of(L)->mark->phase = phase;
}

void room_charge(lua_State *L, int64_t steps)
{
    struct room *room = room_of(L);
    room->spent.steps += steps;
    if (room->spent.steps > ROOM_STEPS)
        stop(L);
}

static _Noreturn void leave(lua_State *L)
{
    lua_pushnil(L);
    lua_error(L);
    abort(); /* lua_error does not return, but does not say so to the compiler */
}

void room_refuse(lua_State *L, const char *format, ...)
{
    char text[MESSAGE * 2];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    struct room *room = room_of(L);
    room->trouble.quotes = true;
    note(room, line_now(L), text);
    leave(L);
}

void room_refuse_of(lua_State *L, const char *place, const char *format, ...)
{
    char text[MESSAGE * 2];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    struct room *room = room_of(L);
    room->trouble.subject = true;
    text_clean(room->trouble.place, sizeof room->trouble.place, place);
    note(room, 0, text);
    leave(L);
}

/* "plugin:12: words" is what Lua makes of its own errors, of `error` and of what cannot be read. */
static const char *part_line(const char *message, int *line)
{
    static const char name[] = RUN_CHUNK_NAME ":";
    if (!text_starts(message, name))
        return message;
    char *end;
    long number = strtol(message + sizeof name - 1, &end, 10);
    if (number <= 0 || number > INT32_MAX || *end != ':')
        return message;
    *line = (int)number;
    return end[1] == ' ' ? end + 2 : end + 1;
}

static void note_words(struct room *room, int line, const char *message)
{
    if (strstr(message, "stack overflow")) {
        note_depth(room, line);
        return;
    }
    if (room->refusals && strcmp(message, "not enough memory") == 0) {
        note_memory(room);
        return;
    }
    room->trouble.quotes = true;
    message = part_line(message, &line);
    note(room, line, *message ? message : "`error` was called with an empty text");
}

/* Runs where the error was made, so that the line is still known. Never calls into the plugin. */
static int at_error(lua_State *L)
{
    struct room *room = room_of(L);
    if (room->over || room->trouble.said[0])
        return 1;
    int line = line_now(L), type = lua_type(L, 1);
    if (type == LUA_TSTRING || type == LUA_TNUMBER) {
        note_words(room, line, lua_tostring(L, 1));
        return 1;
    }
    char text[MESSAGE];
    snprintf(text, sizeof text, "`error` was called with a %s. Call it with a text",
             lua_typename(L, type));
    note(room, line, text);
    return 1;
}

static void begin(struct room *room)
{
    room->lua = NULL;
    room->spent = (struct spent){.steps = 0};
    room->over = room->refused_text = room->refused_deep = false;
    room->refusals = room->refused_line = 0;
    room->trouble = (struct trouble){.line = 0};
    room->answer = value_nil();
}

static void judge(struct room *room, int status)
{
    if (status == LUA_OK && !room->over)
        return;
    if (status == LUA_ERRMEM)
        note_memory(room);
    else if (!room->trouble.said[0])
        note_words(room, room->refused_line, "stack overflow");
}

static lua_State *open_state(struct room *room)
{
    begin(room);
    pool_clear(&room->pool);
    lua_State *L = lua_newstate(allocate, room);
    if (!L) {
        note_memory(room);
        return NULL;
    }
    *(struct room **)lua_getextraspace(L) = room;
    lua_sethook(L, at_count, LUA_MASKCOUNT, COUNT);
    return L;
}

static bool run(struct room *room, lua_State *L, lua_CFunction work)
{
    room->lua = L;
    lua_pushcfunction(L, at_error);
    lua_pushcfunction(L, work);
    judge(room, lua_pcall(L, 0, 0, 1));
    lua_settop(L, 0);
    room->lua = NULL;
    *room->mark = (struct talk_mark){.phase = TALK_WAITING};
    return !room->trouble.said[0];
}

bool room_enter(struct room *room, lua_CFunction work)
{
    lua_State *L = open_state(room);
    bool done = L && run(room, L, work);
    if (L)
        lua_close(L);
    return done;
}

static void keep(struct room *room, lua_State *L)
{
    struct kept *kept = &room->kept;
    pool_keep(&room->pool, &kept->state);
    kept->lua = L;
    kept->spent = room->spent;
    kept->ready = true;
}

static lua_State *put_back(struct room *room)
{
    const struct kept *kept = &room->kept;
    begin(room);
    pool_put_back(&room->pool, &kept->state);
    room->spent = kept->spent;
    return kept->lua;
}

static bool prepare_state(struct room *room, lua_CFunction prepare)
{
    lua_State *L = open_state(room);
    if (!L || !run(room, L, prepare))
        return false;
    keep(room, L);
    return true;
}

/* No state is closed: the next one is put over it. */
bool room_enter_prepared(struct room *room, lua_CFunction prepare, lua_CFunction work)
{
    if (!room->kept.ready && !prepare_state(room, prepare))
        return false;
    return run(room, put_back(room), work);
}

void room_forget(struct room *room)
{
    room->kept.ready = false;
}

bool room_open(struct room *room, struct talk_mark *mark)
{
    *room = (struct room){.arena = arena_new(), .scratch_arena = arena_new(), .mark = mark};
    return pool_open(&room->pool) && room_enter(room, names_stock);
}

void room_close(struct room *room)
{
    arena_free(room->arena);
    arena_free(room->scratch_arena);
    text_free(&room->bytecode);
    text_free(&room->scratch);
    text_free(&room->kept.state.bytes);
    pool_close(&room->pool);
}
