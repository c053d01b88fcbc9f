/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The room that a plugin's code runs in: a fresh Lua state for each request, with a budget of
 * memory and steps, entered by one door. */
#ifndef WORKER_ROOM_H
#define WORKER_ROOM_H

#include <lauxlib.h>
#include <lua.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ground/arena.h"
#include "ground/talk.h"
#include "ground/text.h"
#include "ground/value.h"
#include "worker/pool.h"

enum {
    ROOM_MEMORY = 32 << 20, /* bytes of Lua memory */
    ROOM_STEPS = 5000000,   /* instructions, and what C does on their behalf */
    ROOM_TEXT = 1 << 20,    /* bytes of one text */
    ROOM_INDEX = 10000000,  /* of a list, either way from 0 */
    ROOM_DIGITS = 100,      /* steps that a number as text takes */
    ROOM_STOCK = 64         /* functions kept from Lua's own libraries; more than are offered */
};

/* What went wrong in a plugin: the first thing only, for nothing of it runs on. */
struct trouble {
    char said[256];  /* a sentence, or its end when `subject`; empty: no trouble */
    char place[256]; /* in the plugin's table, where it is known */
    int line;        /* of the file; 0: not known */
    bool limit;      /* a budget was spent: it may happen again and again */
    bool quotes;     /* may repeat what the plugin was given */
    bool subject;    /* begins with a verb: place or file is the subject */
};

struct room {
    lua_State *lua;
    struct arena *arena;         /* of the request in hand; outlives a jump out of Lua */
    struct arena *scratch_arena; /* of one question of a function */
    struct text bytecode; /* made here from checked source; the only bytecode that is ever loaded */
    struct text scratch;  /* as the arena */
    lua_CFunction stock[ROOM_STOCK];
    struct pool pool; /* of the state in hand */
    struct spent {
        size_t used;  /* bytes of Lua memory */
        size_t taken; /* bytes taken in all, for what taking them costs */
        struct block {
            const void *at;
            size_t bytes;
        } stack, latest; /* the state's stack, and the block that was taken last */
        size_t blocks;   /* taken so far */
        size_t longest;  /* text that was made, in bytes */
        int64_t steps;
    } spent;
    struct kept {
        bool ready;
        struct pool_kept state;
        lua_State *lua;
        struct spent spent;
    } kept; /* a state in which the file was run, and what that took */

    bool over;         /* a budget was spent; stays so */
    int refusals;      /* how often memory was refused, */
    bool refused_text; /* the last time for one long text, */
    bool refused_deep; /* or deep within calls, */
    int refused_line;  /* while this line was running */
    struct trouble trouble;

    struct talk_mark *mark; /* the page shared with the engine */
    struct value request, answer;
    struct timeline *timeline; /* of the person in hand, while `find` is called */
};

/* `mark` must outlive the room. */
bool room_open(struct room *room, struct talk_mark *mark);

/* The one door: runs `work` in a new state and closes it. False: `room->trouble` says what went
 * wrong. */
bool room_enter(struct room *room, lua_CFunction work);

/* The same in a state in which `prepare` was run: once, and then put back for each call as it was
 * left, so every call begins in the same state. What it took counts each time. */
bool room_enter_prepared(struct room *room, lua_CFunction prepare, lua_CFunction work);
/* Another file: what was prepared is of the past. */
void room_forget(struct room *room);
void room_close(struct room *room);

struct room *room_of(lua_State *L);

/* Says how far the request has come. */
void room_mark(lua_State *L, enum talk_phase phase);

/* Counts `steps` that C is about to do; does not return when the budget is spent. */
void room_charge(lua_State *L, int64_t steps);

/* Leave the state with this trouble; the line is that of the plugin's innermost code. */
_Noreturn void room_refuse(lua_State *L, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* The same for a sentence whose subject is the file, or the function that was called. */
_Noreturn void room_refuse_of(lua_State *L, const char *place, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

#endif
