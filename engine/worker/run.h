/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The three works that a request asks for, each done in a state of its own. `room->request` is what
 * the engine sent, `room->answer` what it gets. */
#ifndef WORKER_RUN_H
#define WORKER_RUN_H

#include "worker/room.h"

/* What Lua puts before the line in its messages. The engine says the path instead, which Lua would
 * cut at 60 bytes. */
#define RUN_CHUNK_NAME "plugin"

int run_compile(lua_State *L); /* source to `room->bytecode` */
int run_table(lua_State *L);   /* the file's table */
int run_prepare(lua_State *L); /* runs the file for the calls that follow */
int run_call(lua_State *L);    /* one function's results, in a state prepared so */

/* Leaves the function at `place` of what the file returned on top of the stack. */
void run_fetch(lua_State *L, const char *place);

#endif
