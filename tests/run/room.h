/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A store, a shelf of an organisation's own beside ours, and what comes of files that are imported.
 */
#ifndef TESTS_RUN_ROOM_H
#define TESTS_RUN_ROOM_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <cmocka.h>

#include "run/run.h"
#include "run/scratch.h"

enum { RECORDED = 20454 }; /* 1 January 2026 */

/* A store, and a shelf of an organisation's own beside ours. */
struct room {
    char with[40];
    struct arena *arena;
    struct shelf shelf;
    struct scratch scratch;
    struct derived_score *scores; /* of the person read last */
    size_t count;
    struct stored_plugin *plugins;
    size_t plugin_count;
    const char *warned; /* by the last run, or NULL */
};

static inline void must(bool fine, const struct fault *fault)
{
    if (!fine)
        fail_msg("%s", fault->text);
}

static inline const char *in(struct room *room, const char *name)
{
    return arena_format(room->arena, "%s/%s", room->with, name);
}

static inline void write_file(struct room *room, const char *name, const char *text)
{
    struct fault fault;
    must(text_write_file(in(room, name), text, strlen(text), &fault), &fault);
}

static inline void open_room(struct room *room)
{
    memset(room, 0, sizeof *room);
    room->arena = arena_new();
    strcpy(room->with, "/tmp/taken-test-XXXXXX");
    assert_non_null(mkdtemp(room->with));
    assert_int_equal(mkdir(in(room, "instruments"), 0700), 0);
    plugin_set_worker(WORKER);
}

static inline void open_shelf(struct room *room)
{
    struct fault fault;
    must(shelf_open(SOURCE_DIR, room->with, &room->shelf, &fault), &fault);
    if (!room->scratch.folder[0])
        must(scratch_open(&room->scratch, "Saltmere", &fault), &fault);
}

static inline void close_room(struct room *room)
{
    static const char *const files[] = {"answers.csv",       "instruments/a.lua",
                                        "instruments/b.lua", "instruments/c.lua",
                                        "instruments",       ""};
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        remove(in(room, files[i]));
    if (room->shelf.arena)
        shelf_close(&room->shelf);
    scratch_close(&room->scratch);
    arena_free(room->arena);
}

static inline void import(struct room *room, const char *csv)
{
    struct fault fault;
    struct intake_done done;
    write_file(room, "answers.csv", csv);
    must(scratch_import(&room->scratch, &room->shelf, in(room, "answers.csv"), NULL, RECORDED,
                        room->arena, &done, &fault),
         &fault);
    assert_int_equal(done.result.sum.set_aside, 0);
}

static inline bool keep(void *context, const struct derived_person *person, struct fault *fault)
{
    struct room *room = context;
    (void)fault;
    room->scores = person->scores;
    room->count = person->score_count;
    return true;
}

static inline void score(struct room *room)
{
    struct fault fault;
    struct run_how how = {.as_of = RECORDED};
    struct run_done done;
    must(run_score(room->scratch.store, &room->shelf, &how, &done, &fault), &fault);
    assert_int_equal(done.failures, 0);
    must(store_plugins(room->scratch.store, room->arena, &room->plugins, &room->plugin_count,
                       &fault),
         &fault);
    must(store_derived(room->scratch.store, "ada", room->arena, keep, room, &fault), &fault);
}

/* The nth score of the first scale of an instrument, or NULL. */
static inline const struct derived_score *nth(const struct room *room, const char *id, size_t nth)
{
    for (size_t i = 0; i < room->count; i++)
        for (size_t p = 0; p < room->plugin_count; p++)
            if (room->plugins[p].number == room->scores[i].instrument &&
                strcmp(room->plugins[p].id, id) == 0 && room->scores[i].scale == 0 && nth-- == 0)
                return &room->scores[i];
    return NULL;
}

#endif
