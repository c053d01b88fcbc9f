/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file of events whose rows can be found again: a copy in which every event without an id is
 * called by its row, `row:3`. */
#ifndef CLI_TRY_EVENTS_H
#define CLI_TRY_EVENTS_H

#include "cli/cli.h"

struct numbered {
    struct arena *arena;
    struct numbered_row {
        const char *key; /* an event's id, or a person */
        int64_t row;     /* of the file, from 1 after the header */
    } *ids, *people;     /* each sorted by key, the first row of it alone */
    size_t id_count, person_count, id_room, person_room;
    size_t left_out; /* rows that cannot be read; each was said */
};

/* Copies the file at `path` to `copy`; every row keeps its line. What is kept lives in `arena`. */
bool number_events(struct numbered *numbered, const char *path, const char *copy,
                   struct desk *desk, struct arena *arena, struct fault *);
/* The row of an event, or the first of a person; 0 for none. */
int64_t numbered_event(const struct numbered *numbered, const char *id);
int64_t numbered_person(const struct numbered *numbered, const char *person);

#endif
