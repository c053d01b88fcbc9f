/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The names that a plugin may use. Everything else is an error that names it. */
#ifndef WORKER_NAMES_H
#define WORKER_NAMES_H

#include "worker/room.h"

/* Work: keeps those of Lua's own functions that are offered. Done once, before anything is read. */
int names_stock(lua_State *L);

/* Pushes the environment of a plugin and gives texts their methods. */
void names_push(lua_State *L);

/* Own functions, by the file that holds them. A function marked `stock` finds Lua's own of that
 * name in its first upvalue. */
int names_pairs(lua_State *L);
int names_tostring(lua_State *L);
int names_sum(lua_State *L);
int names_mean(lua_State *L);
int names_count(lua_State *L);
int names_round(lua_State *L);
int names_hours_between(lua_State *L);
int texts_bounded(lua_State *L); /* stock */
int texts_rep(lua_State *L);
int texts_format(lua_State *L); /* stock */
int lists_insert(lua_State *L); /* stock */
int lists_remove(lua_State *L); /* stock */
int lists_ranged(lua_State *L); /* stock: concat, unpack */
int lists_sort(lua_State *L);

/* Pushes the text that `tostring` gives for the value at `index`. */
void names_push_text(lua_State *L, int index);

/* Pushes a list of the keys of the table at `index`: numbers rising, then texts by their bytes.
 * False, and nothing pushed, when there is a key of another type. */
bool lists_push_keys(lua_State *L, int index, int64_t *numbers, int64_t *texts);

/* Sorts the `count` values of the list at `list`, equal ones staying in their order; `before`
 * compares the two values on top of the stack and leaves them there. */
typedef bool lists_before(lua_State *L);
void lists_arrange(lua_State *L, int list, int64_t count, lists_before *before);

#endif
