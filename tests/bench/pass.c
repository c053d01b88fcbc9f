/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a pass over everybody costs, of a store that holds tests/bench/with: SQLite reading the rows
 * of administrations alone, the engine reading people, reading and scoring, and storing too. */
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

#include "bench/timing.h"
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

static void must(bool good, const char *what)
{
    if (!good) {
        fprintf(stderr, "bench_pass: %s\n", what);
        exit(1);
    }
}

/* --- SQLite alone ----------------------------------------------------------------------------- */

/* Every column that scoring needs, in the order of the key, so that the row that stands is known.
 */
static const char rows_sql[] =
    "SELECT person, instrument, date, place, time, by, recorded, mode, tokens FROM administration"
    " ORDER BY person, instrument, date, place, time, by, recorded, import";

static void rows_alone(struct bench *bench, struct totals *totals)
{
    enum { TOKENS = 8 };
    sqlite3 *db;
    sqlite3_stmt *stmt = NULL;
    int64_t whole = 0;
    must(sqlite3_open_v2(bench->path, &db, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, NULL) ==
                 SQLITE_OK &&
             sqlite3_exec(db, "PRAGMA cache_size = -16000", NULL, NULL, NULL) == SQLITE_OK &&
             sqlite3_prepare_v2(db, rows_sql, -1, &stmt, NULL) == SQLITE_OK,
         "the store cannot be read");
    for (; sqlite3_step(stmt) == SQLITE_ROW; totals->administrations++) {
        for (int i = 0; i < TOKENS; i++)
            whole += sqlite3_column_int64(stmt, i);
        totals->tokens += (long)strlen((const char *)sqlite3_column_text(stmt, TOKENS));
    }
    must(whole != 0, "there are no rows");
    sqlite3_finalize(stmt);
    sqlite3_close(db);
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

static void walk(struct bench *bench, struct totals *totals, bool scores)
{
    struct seeing seeing = {bench, totals, scores};
    struct fault fault;
    must(
        store_walk(bench->store, STORE_EVERYONE, clock_today(), bench->arena, see, &seeing, &fault),
        "people cannot be read");
}

static void read_only(struct bench *bench, struct totals *totals)
{
    walk(bench, totals, false);
}

static void read_and_score(struct bench *bench, struct totals *totals)
{
    walk(bench, totals, true);
}

/* As on the first night: nothing is derived yet. */
static void forget_scores(const struct bench *bench)
{
    sqlite3 *db;
    must(sqlite3_open_v2(bench->path, &db, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK &&
             sqlite3_exec(db,
                          "DELETE FROM score; DELETE FROM finding; DELETE FROM derived;"
                          "PRAGMA wal_checkpoint(TRUNCATE)",
                          NULL, NULL, NULL) == SQLITE_OK,
         "the scores cannot be removed");
    sqlite3_close(db);
}

static void score_and_store(struct bench *bench, struct totals *totals)
{
    const struct run_how how = {.as_of = clock_today()};
    struct run_done done;
    struct fault fault;
    (void)totals; /* read back afterwards, which is not timed */
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

static const struct way {
    const char *name;
    void (*before)(const struct bench *);
    void (*run)(struct bench *, struct totals *);
    double goal; /* as a multiple of the first; 0: none */
} ways[WAYS] = {{"the rows alone, by SQLite", NULL, rows_alone, 0},
                {"people, by the engine", NULL, read_only, 0},
                {"reading and scoring", NULL, read_and_score, 2},
                {"reading, scoring and storing", forget_scores, score_and_store, 4}};

static double timed(struct bench *bench, int way)
{
    struct totals *totals = &bench->totals[way];
    *totals = (struct totals){0};
    if (ways[way].before)
        ways[way].before(bench);
    double begun = seconds_used();
    ways[way].run(bench, totals);
    return seconds_used() - begun;
}

static void assert_equal_results(struct bench *bench)
{
    struct totals kept = {0}, *all = bench->totals;
    struct fault fault;
    for (int way = 0; way < WAYS; way++)
        timed(bench, way);
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

static void print(const struct bench *bench, double times[WAYS][REPETITIONS])
{
    double alone = median(times[0]), of = 1e9 / (double)bench->totals[0].administrations;
    for (int way = 0; way < WAYS; way++) {
        double seconds = median(times[way]);
        printf("%s: %.0f ns an administration", ways[way].name, seconds * of);
        if (way)
            printf(", %.2f times the rows alone", seconds / alone);
        if (ways[way].goal > 0)
            printf("; goal %.0f %s", ways[way].goal,
                   seconds <= ways[way].goal * alone ? "holds" : "does not hold yet");
        printf("\n");
    }
}

int main(int count, char **arguments)
{
    static struct bench bench;
    double times[WAYS][REPETITIONS];
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
    for (int i = 0; i < REPETITIONS; i++)
        for (int way = 0; way < WAYS; way++)
            times[way][i] = timed(&bench, way);
    print(&bench, times);
    store_close(bench.store);
    shelf_close(&bench.shelf);
    arena_free(bench.arena);
    return 0;
}
