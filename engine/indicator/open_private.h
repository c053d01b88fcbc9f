/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the open form: one call of a function, and what it gave, checked. */
#ifndef INDICATOR_OPEN_PRIVATE_H
#define INDICATOR_OPEN_PRIVATE_H

#include "ground/talk.h"
#include "indicator/indicator_private.h"

struct opened {
    const struct indicator *indicator;
    const struct record *record;
    const struct label *label;
    struct arena *arena;
    const struct event **events; /* those that were sent */
    size_t event_count;
    struct row *rows;
    size_t count, room;
    day next;
    bool as_things_stand;
    struct fault *fault;
};

/* Events of the record. */
struct parts {
    const struct event **at;
    size_t count, room;
};

/* One turn, checked. */
struct turn {
    const struct event
        *anchor;      /* of the record: itself, or the first of a spell; NULL of a period */
    struct days days; /* of the anchor where it stands, or of the period */
    int64_t loop, number;
    enum why open, why;
    bool window;
};

/* One finding of it, checked. */
struct noticed {
    const struct event **events; /* as cited: some may stand for others */
    size_t count;
    struct parts parts;
    struct value value;
    const char *unit, *class;
    bool inexact, same_day;
};

/* What the worker gives is read as if it lied. False with a fault. */
bool opened_take_turn(const struct opened *opened, struct value told, struct turn *turn);
bool opened_take_noticed(const struct opened *opened, struct value told, struct noticed *noticed);
/* Set a fault and are false: a sentence on `find`; what was given back is nothing to use. */
bool opened_refuse(const struct opened *opened, const char *what);
bool opened_refuse_answer(const struct opened *opened);

#endif
