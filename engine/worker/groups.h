/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Events that belong together, as timeline:groups gives them. */
#ifndef WORKER_GROUPS_H
#define WORKER_GROUPS_H

#include "worker/timeline.h"

struct group {
    const char *key;
    const struct event **events; /* in order */
    size_t count, room;
    const struct event **tied;    /* one of each thread and need, and every one with links: */
    size_t tied_count, tied_room; /* to belong to these is to belong to the group */
    bool threaded;                /* one of its events is in a recorded thread */
    bool nameless;                /* nothing was recorded by which it could be a group */
    size_t into;                  /* the group that it has become part of; else itself */
    enum why doubt; /* why another event may belong to it, or its order is not known */
};

/* What surely fits one of the patterns, by `field`. */
struct group *groups_make(lua_State *L, const struct patterns *patterns, size_t field,
                          size_t *count);

#endif
