/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plain data into Lua, and what a plugin gives back out of it. */
#ifndef WORKER_VALUES_H
#define WORKER_VALUES_H

#include "worker/room.h"

void values_push(lua_State *L, struct value value);

/* The value at `index` as the plain data of a file: at most 16 deep, functions by their place. */
struct value values_of_file(lua_State *L, int index);

/* The value at `index` as a result of a call: at most 4 deep, 64 values, texts of 2,000 bytes. */
struct value values_of_call(lua_State *L, int index);

/* The value at `index` as a pattern, or a list of them. */
struct value values_of_question(lua_State *L, int index);

#endif
