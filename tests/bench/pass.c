/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a pass over everybody costs, of a store that holds tests/bench/with: SQLite reading the rows
 * of administrations alone, the engine reading people, reading and scoring, and storing too. */
#include <string.h>

#include "bench/ways.h"
#include "ground/clock.h"
#include "run/run.h"

enum { WAYS = 4, SCALES_MOST = 8 };

/* What each way must come to alike, as far as it sees it. */
struct totals {
    long administrations, tokens; /* tokens: bytes */
    long scored;
    double sum;
};

struct bench {
    const char *path;
    struct store *store;
    struct shelf shelf;
    struct versions_known {
        const struct instrument *of[64]; /* by number in the store */
    } versions;
    struct arena *arena;
    struct totals totals[WAYS];
};

static struct totals *start(struct bench *bench, int way)
{
    bench->totals[way] = (struct totals){0};
    return &bench->totals[way];
}

/* --- SQLite alone ----------------------------------------------------------------------------- */

/* Every column that scoring needs, in the order of the key, so that the row that stands is known.
 */
static const char rows_sql[] =
    "SELECT person, instrument, date, place, time, by, recorded, mode, tokens FROM administration"
    " ORDER BY person, instrument, date, place, time, by, recorded, import";

static void rows_alone(void *context, int way)
{
    enum { TOKENS = 8 };
    struct bench *bench = context;
    struct totals *totals = start(bench, way);
    struct rows rows = rows_open(bench->path, rows_sql);
    int64_t whole = 0;
    for (; sqlite3_step(rows.stmt) == SQLITE_ROW; totals->administrations++) {
        for (int i = 0; i < TOKENS; i++)
            whole += sqlite3_column_int64(rows.stmt, i);
        totals->tokens += (long)strlen((const char *)sqlite3_column_text(rows.stmt, TOKENS));
    }
    must(whole != 0, "there are no rows");
    rows_close(&rows);
}

/* --- the engine ------------------------------------------------------------------------------- */

struct seeing {
    struct bench *bench;
    struct totals *totals;
    bool scores;
};

static void score_one(const struct seeing *seeing, const struct stored_administration *a)
{
    struct bench *bench = seeing->bench;
    const struct instrument *instrument = bench->versions.of[a->instrument];
    struct answer *answers = arena_array(bench->arena, instrument->item_count, sizeof *answers);
    struct score scores[SCALES_MOST];
    struct given given = {.by = a->by, .mode = a->mode};
    struct fault fault;
    must(instrument_read(instrument, a->tokens, false, bench->arena, answers, &fault) &&
             instrument_score(instrument, answers, &given, NULL, false, bench->arena, scores,
                              &fault),
         "an administration cannot be scored");
    for (size_t i = 0; i < instrument->scale_count; i++) {
        seeing->totals->scored += scores[i].has_value;
        seeing->totals->sum += scores[i].has_value ? scores[i].value : 0;
    }
}

static bool see(void *context, const struct stored_person *person, struct fault *fault)
{
    const struct seeing *seeing = context;
    (void)fault;
    for (size_t i = 0; i < person->administration_count; i++) {
        seeing->totals->administrations++;
        seeing->totals->tokens += (long)strlen(person->administrations[i].tokens);
        if (seeing->scores)
            score_one(seeing, &person->administrations[i]);
    }
    return true;
}

static void walk(struct bench *bench, int way, bool scores)
{
    struct seeing seeing = {bench, start(bench, way), scores};
    struct fault fault;
    must(
        store_walk(bench->store, STORE_EVERYONE, clock_today(), bench->arena, see, &seeing, &fault),
        "people cannot be read");
}

static void read_only(void *bench, int way)
{
    walk(bench, way, false);
}

static void read_and_score(void *bench, int way)
{
    walk(bench, way, true);
}

/* What it stored is read back afterwards, which is not timed. */
static void score_and_store(void *context, int way)
{
    struct bench *bench = context;
    const struct run_how how = {.as_of = clock_today()};
    struct run_done done;
    struct fault fault;
    start(bench, way);
    must(run_score(bench->store, &bench->shelf, &how, &done, &fault) && !done.failures &&
             done.people > 0,
         "people cannot be scored");
}

static bool see_derived(void *context, const struct derived_person *person, struct fault *fault)
{
    struct totals *totals = context;
    (void)fault;
    for (size_t i = 0; i < person->score_count; i++) {
        totals->scored += person->scores[i].has_value;
        totals->sum += person->scores[i].has_value ? person->scores[i].value : 0;
    }
    return true;
}

/* --- all of them ------------------------------------------------------------------------------ */

static const struct way ways[WAYS] = {
    {"the rows alone, by SQLite", false, rows_alone, 0},
    {"people, by the engine", false, read_only, 0},
    {"reading and scoring", false, read_and_score, 2},
    {"reading, scoring and storing", true, score_and_store, 4},
};

static void assert_equal_results(struct bench *bench)
{
    struct totals kept = {0}, *all = bench->totals;
    struct fault fault;
    for (int way = 0; way < WAYS; way++)
        way_timed(ways, way, bench->path, bench);
    must(store_derived(bench->store, NULL, bench->arena, see_derived, &kept, &fault),
         "what was stored cannot be read");
    for (int way = 1; way < 3; way++)
        must(all[0].administrations == all[way].administrations && all[0].tokens == all[way].tokens,
             "the engine does not read the rows that SQLite reads");
    must(all[2].scored == kept.scored && all[2].sum == kept.sum,
         "what was stored is not what was scored");
}

static void know_versions(struct bench *bench)
{
    struct stored_plugin *stored;
    size_t count;
    struct fault fault;
    must(store_plugins(bench->store, bench->arena, &stored, &count, &fault), "no versions");
    for (size_t i = 0; i < count; i++)
        if (stored[i].number < 64)
            bench->versions.of[stored[i].number] = shelf_instrument(&bench->shelf, stored[i].id);
}

int main(int count, char **arguments)
{
    static struct bench bench;
    double seconds[WAYS];
    struct fault fault;
    must(count == 2, "name a store made by bench.mjs");
    plugin_set_worker(WORKER);
    bench.path = arguments[1];
    bench.arena = arena_new();
    must(shelf_open(SOURCE_DIR "/tests/bench/with", NULL, &bench.shelf, &fault) &&
             store_open(bench.path, STORE_WRITE, &bench.store, &fault),
         "the store or its instrument cannot be opened");
    know_versions(&bench);
    assert_equal_results(&bench);
    ways_take_turns(ways, WAYS, bench.path, &bench, seconds);
    ways_print(ways, WAYS, seconds, bench.totals[0].administrations, "an administration");
    store_close(bench.store);
    shelf_close(&bench.shelf);
    arena_free(bench.arena);
    return 0;
}
