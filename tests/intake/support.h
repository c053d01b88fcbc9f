/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A store in a folder of its own, made-up instruments, and files written by a test. */
#ifndef TESTS_INTAKE_SUPPORT_H
#define TESTS_INTAKE_SUPPORT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "intake/intake.h"

enum { INSTRUMENTS = 6 };

struct world {
    char folder[40], store_path[64], key_path[64], file[96], aside[96];
    struct store *store;
    struct vault *vault;
    struct arena *arena;
    struct plugin *plugins[INSTRUMENTS + 1];
    const struct instrument *instruments[INSTRUMENTS];
    const struct intake *intake; /* or NULL */
    struct text said;            /* every warning, one a line */
    struct intake_done done;
    struct fault fault;
};

/* --- plugins --------------------------------------------------------------------------------- */

#define LICENCE                                                                                    \
    "licence = { wording = { ship = true, terms = 'made up' }, scoring = { ship = true, terms = "  \
    "'made up' } },"

static const char *const instrument_source[INSTRUMENTS][2] = {
    {"instruments/juniper.lua",
     "return { title = 'Juniper', version = '1', source = 'made up'," LICENCE
     " answers = { from = 1, to = 5 }, items = 'q1 q2 q3',"
     " scales = { { id = 'total', title = 'Total' } }, examples = { { 'x', '1 1 1', total = 3 } } "
     "}"},
    {"instruments/rowan.lua",
     "return { title = 'Rowan', version = '2', source = 'made up'," LICENCE
     " answers = { from = 0, 'no', 'yes' }, items = 'w1 w2', raters = 'worker',"
     " examples = { { 'x', '1 1' } } }"},
    {"instruments/hazel.lua", "return { title = 'Hazel', version = '1', source = 'made up'," LICENCE
                              " items = { { id = 'h1', answers = { from = 1, to = 3 } }, { id = "
                              "'why', answers = 'words' } },"
                              " examples = { { 'x', '1 +' } } }"},
    {"instruments/sorrel.lua",
     "return { title = 'Sorrel', version = '1', source = 'made up'," LICENCE
     " answers = { from = 1, to = 4 }, items = 's1 s2 s3',"
     " forms = { shuffled = { order = 's3 s1 s2' }, turned = { codes = { 4, 3, 2, 1 } } },"
     " scales = { { id = 'total', title = 'Total' } },"
     " examples = { { 'low', '1 1 1', total = 3 }, { 'high', '4 4 4', total = 12 },"
     " { 'blank', '1 1 -', total = 'not scored' },"
     " { 'shuffled', '3 1 2', given = { form = 'shuffled' }, total = 6 },"
     " { 'turned', '4 4 4', given = { form = 'turned' }, total = 3 } } }"},
    {"instruments/gorse.lua",
     "return { title = 'Gorse', version = '3', source = 'made up'," LICENCE
     " raters = 'person together', items = { { id = 'goal', own = true, repeats = { 1, 3 },"
     " answers = { from = -2, to = 2 }, weight = { 0, 9 } } }, examples = { { 'x', 'home:1' } } }"},
    {"instruments/moor.lua",
     "return { title = 'Moor', version = '1', source = 'made up'," LICENCE
     " about = 'area', seats = { { 'power', 'power' }, { 'citizens', 'citizens' } },"
     " answers = { from = 1, to = 4 }, items = { { id = 'm1' }, { id = 'm2', seats = 'power' },"
     " { id = 'why', answers = 'words' } },"
     " examples = { { 'x', '1 n +', given = { seat = 'citizens' } } } }"}};

static inline void fail_with(struct faults *faults)
{
    if (faults->count > 0)
        fail_msg("%s", faults->said[0]);
}

static inline struct plugin *load_source(const char *path, const char *source)
{
    struct plugin *plugin = NULL;
    struct faults faults = {0};
    plugin_set_worker(WORKER);
    plugin_load_source(path, source, strlen(source), &plugin, &faults);
    fail_with(&faults);
    return plugin;
}

static inline const struct instrument *load_instrument(struct plugin *plugin)
{
    struct instrument *instrument = NULL;
    struct faults faults = {0};
    instrument_load(plugin, &instrument, &faults);
    fail_with(&faults);
    return instrument;
}

/* --- the world ------------------------------------------------------------------------------- */

static inline void must(bool good, const struct fault *fault)
{
    if (!good)
        fail_msg("%d: %s", fault->kind, fault->text);
}

static inline int set_up(void **state)
{
    struct world *world = calloc(1, sizeof *world);
    strcpy(world->folder, "/tmp/intake-test-XXXXXX");
    assert_non_null(mkdtemp(world->folder));
    snprintf(world->store_path, sizeof world->store_path, "%s/a.db", world->folder);
    snprintf(world->key_path, sizeof world->key_path, "%s/a.db.keys", world->folder);
    must(vault_make(world->key_path, &world->fault), &world->fault);
    must(vault_open(world->key_path, &world->vault, &world->fault), &world->fault);
    must(store_make(world->store_path, "Elmwood", world->vault, &world->fault), &world->fault);
    must(store_open(world->store_path, STORE_WRITE, &world->store, &world->fault), &world->fault);
    store_unlock(world->store, world->vault);
    world->arena = arena_new();
    for (size_t i = 0; i < INSTRUMENTS; i++) {
        world->plugins[i] = load_source(instrument_source[i][0], instrument_source[i][1]);
        world->instruments[i] = load_instrument(world->plugins[i]);
    }
    *state = world;
    return 0;
}

static inline int tear_down(void **state)
{
    struct world *world = *state;
    char command[96];
    store_close(world->store);
    vault_close(world->vault);
    arena_free(world->arena);
    text_free(&world->said);
    for (size_t i = 0; i <= INSTRUMENTS; i++)
        if (world->plugins[i])
            plugin_close(world->plugins[i]);
    snprintf(command, sizeof command, "rm -r '%s'", world->folder);
    if (system(command) != 0)
        return 1;
    free(world);
    return 0;
}

/* --- files ----------------------------------------------------------------------------------- */

static inline void write_file(struct world *world, const char *name, const char *bytes)
{
    snprintf(world->file, sizeof world->file, "%s/%s", world->folder, name);
    size_t stem = strlen(world->file) - strlen(".csv");
    snprintf(world->aside, sizeof world->aside, "%.*s.set-aside.csv", (int)stem, world->file);
    must(text_write_file(world->file, bytes, strlen(bytes), &world->fault), &world->fault);
}

static inline void hear(void *context, const char *sentence)
{
    struct world *world = context;
    size_t folder = strlen(world->folder) + 1;
    bool placed = strncmp(sentence, world->folder, folder - 1) == 0;
    text_format(&world->said, "%s\n", placed ? sentence + folder : sentence);
}

static inline struct intake_how how_of(struct world *world, const char *as)
{
    return (struct intake_how){.path = world->file,
                               .as = as,
                               .recorded = 20000,
                               .instruments = world->instruments,
                               .instrument_count = INSTRUMENTS,
                               .intakes = &world->intake,
                               .intake_count = world->intake != NULL,
                               .warn = hear,
                               .warn_context = world};
}

/* The rows always add up, whatever a test is about. */
static inline bool run_file(struct world *world, const struct intake_how *how)
{
    text_clear(&world->said);
    text_put(&world->said, "");
    bool done =
        intake_file(world->store, how, world->arena, &world->done, &world->fault);
    const struct import_sum *sum = &world->done.result.sum;
    if (done)
        assert_int_equal(sum->in,
                         sum->fresh + sum->corrected + sum->known + sum->left_out + sum->set_aside);
    return done;
}

static inline void import_as(struct world *world, const char *name, const char *bytes,
                             const char *as)
{
    write_file(world, name, bytes);
    struct intake_how how = how_of(world, as);
    must(run_file(world, &how), &world->fault);
}

static inline void import_text(struct world *world, const char *name, const char *bytes)
{
    import_as(world, name, bytes, NULL);
}

/* The file is refused as a whole; the sentence without the folder. */
static inline const char *refused_as(struct world *world, const char *name, const char *bytes,
                                     const char *as, enum fault_kind kind)
{
    write_file(world, name, bytes);
    struct intake_how how = how_of(world, as);
    if (run_file(world, &how))
        fail_msg("%s was taken", name);
    assert_int_equal(world->fault.kind, kind);
    const char *said = strstr(world->fault.text, name);
    return said ? said : world->fault.text;
}

static inline const char *refused(struct world *world, const char *name, const char *bytes)
{
    return refused_as(world, name, bytes, NULL, FAULT_DATA);
}

static inline void sums_are(const struct world *world, int64_t in, int64_t fresh, int64_t corrected,
                            int64_t known, int64_t left_out, int64_t set_aside)
{
    const struct import_sum *sum = &world->done.result.sum;
    assert_int_equal(sum->in, in);
    assert_int_equal(sum->fresh, fresh);
    assert_int_equal(sum->corrected, corrected);
    assert_int_equal(sum->known, known);
    assert_int_equal(sum->left_out, left_out);
    assert_int_equal(sum->set_aside, set_aside);
}

static inline void assert_has(const char *text, const char *part)
{
    if (!strstr(text, part))
        fail_msg("\"%s\" does not have \"%s\"", text, part);
}

static inline void file_is(struct world *world, const char *path, const char *expected)
{
    char *bytes;
    size_t length;
    must(text_read_file(path, 1 << 24, &bytes, &length, &world->fault), &world->fault);
    assert_string_equal(bytes, expected);
    free(bytes);
}

/* What a query says, its cells parted by | and its rows by line breaks; NULL reads as nothing. */
static inline const char *query(struct world *world, const char *sql)
{
    sqlite3 *db;
    sqlite3_stmt *found;
    const char *all = "";
    assert_int_equal(sqlite3_open_v2(world->store_path, &db, SQLITE_OPEN_READONLY, NULL),
                     SQLITE_OK);
    if (sqlite3_prepare_v2(db, sql, -1, &found, NULL) != SQLITE_OK)
        fail_msg("%s: %s", sql, sqlite3_errmsg(db));
    while (sqlite3_step(found) == SQLITE_ROW)
        for (int i = 0; i < sqlite3_column_count(found); i++) {
            const char *cell = (const char *)sqlite3_column_text(found, i);
            all = arena_format(world->arena, "%s%s%s", all, cell ? cell : "",
                               i + 1 < sqlite3_column_count(found) ? "|" : "\n");
        }
    sqlite3_finalize(found);
    sqlite3_close(db);
    return all;
}

/* One row, set aside for this reason. */
static inline void aside_says(struct world *world, const char *header, const char *row,
                              const char *sentence)
{
    char bytes[1024], expected[1024];
    snprintf(bytes, sizeof bytes, "%s\n%s\n", header, row);
    snprintf(expected, sizeof expected, "x.csv:2: %s%s Row set aside\n", sentence,
             text_ends(sentence, "?") ? "" : ".");
    import_text(world, "x.csv", bytes);
    assert_string_equal(world->said.bytes, expected);
    sums_are(world, 1, 0, 0, 0, 0, 1);
}

static inline struct stored_person person(struct world *world, const char *ref)
{
    struct stored_person person;
    must(store_person(world->store, ref, DAY_LAST, world->arena, &person, &world->fault),
         &world->fault);
    return person;
}

#endif
