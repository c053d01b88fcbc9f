/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A made-up area in a folder of its own, from its plain files to scores and findings. */
#ifndef TESTS_REPORT_PLACE_H
#define TESTS_REPORT_PLACE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "invent/invent.h"
#include "page/page.h"
#include "report/report.h"
#include "run/run.h"
#include "vault/vault.h"

static const struct days quarter = {20362, 20453}; /* October to December 2025 */
enum { AS_OF = 20454 };                            /* 1 January 2026 */

struct place {
    char folder[64];
    struct arena *arena;
    struct shelf shelf;
    struct vault *vault;
    struct store *store;
};

static inline void must(bool fine, const struct fault *fault)
{
    if (!fine)
        fail_msg("%s", fault->text);
}

static inline const char *in(struct place *place, const char *name)
{
    return arena_format(place->arena, "%s/%s", place->folder, name);
}

static inline void import(struct place *place, const char *name)
{
    struct fault fault;
    struct intake_how how = {.path = in(place, name), .recorded = AS_OF};
    struct intake_done done;
    how.instruments = (const struct instrument *const *)place->shelf.instruments;
    how.instrument_count = place->shelf.instrument_count;
    must(intake_file(place->store, &how, place->arena, &done, &fault), &fault);
}

static inline void score(struct place *place)
{
    struct fault fault;
    struct run_how how = {.as_of = AS_OF};
    struct run_done done;
    must(run_score(place->store, &place->shelf, &how, &done, &fault), &fault);
}

static inline struct place *open_seed(int people, uint64_t seed)
{
    struct place *place = calloc(1, sizeof *place);
    struct fault fault;
    place->arena = arena_new();
    snprintf(place->folder, sizeof place->folder, "/tmp/report-test-XXXXXX");
    assert_non_null(mkdtemp(place->folder));
    plugin_set_worker(WORKER);
    must(shelf_open(SOURCE_DIR, NULL, &place->shelf, &fault), &fault);
    must(vault_make(in(place, "keys"), &fault) &&
             vault_open(in(place, "keys"), &place->vault, &fault),
         &fault);
    must(store_make(in(place, "db"), "Saltmere", place->vault, &fault) &&
             store_open(in(place, "db"), STORE_WRITE, &place->store, &fault),
         &fault);
    store_unlock(place->store, place->vault);
    must(invent_area(place->folder, people, seed, &fault), &fault);
    for (size_t i = 0; i < INVENT_FILES; i++)
        import(place, invent_file_name[i]);
    score(place);
    return place;
}

static inline struct place *open_place(int people)
{
    return open_seed(people, 7);
}

static inline void close_place(struct place *place)
{
    char command[96];
    store_close(place->store);
    vault_close(place->vault);
    shelf_close(&place->shelf);
    arena_free(place->arena);
    snprintf(command, sizeof command, "rm -r %s", place->folder);
    assert_int_equal(system(command), 0);
    free(place);
}

static inline const struct report *definition(struct place *place, const char *id)
{
    struct faults faults = {0};
    struct report *report;
    struct plugin *plugin = shelf_report(&place->shelf, id);
    assert_non_null(plugin);
    if (!report_load(plugin, &place->shelf, &report, &faults))
        fail_msg("%s", faults.said[0]);
    return report;
}

static inline char *json(struct place *place, struct value model)
{
    struct text text = {0};
    page_json(model, &text);
    char *copy = arena_copy(place->arena, text.bytes, text.length);
    text_free(&text);
    return copy;
}

#endif
