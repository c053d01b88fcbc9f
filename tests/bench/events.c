/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What noticing things in everybody's events costs, of a store made by events.mjs: SQLite reading
 * the rows of events alone, the engine reading people, filling their records, asking every
 * indicator, and storing what was found. */
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

#include "bench/timing.h"
#include "ground/clock.h"
#include "run/run.h"
#include "timeline/timeline.h"

enum { WAYS = 5, TURNS = 3, INDICATORS_MOST = 16 };

struct totals {
    long people, events, bytes; /* bytes: of the ids, dates and kinds that stand */
    long found, rows;
};

struct bench {
    const char *path;
    struct store *store;
    struct shelf shelf;
    struct arena *arena, *person;
    struct timeline_frame frame;
    struct totals totals[WAYS];
    double seconds[INDICATORS_MOST]; /* of each indicator, in the turn that asks them */
};

static void must(bool good, const char *what)
{
    if (!good) {
        fprintf(stderr, "bench_events: %s\n", what);
        exit(1);
    }
}

/* --- SQLite alone ----------------------------------------------------------------------------- */

/* Every column that a row of these events may have something in. */
static const char rows_sql[] =
    "SELECT person, n, k, import, recorded, date, kind, id, time, subtype, service, thread, need,"
    " initiated_by, purpose, outcome, outcome_by, planned, decision, reason, decided_by"
    " FROM event ORDER BY person, n";

static void rows_alone(struct bench *bench, struct totals *totals)
{
    enum { WHOLES = 5, COLUMNS = 21 };
    sqlite3 *db;
    sqlite3_stmt *stmt = NULL;
    int64_t whole = 0;
    must(sqlite3_open_v2(bench->path, &db, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, NULL) ==
                 SQLITE_OK &&
             sqlite3_exec(db, "PRAGMA cache_size = -16000", NULL, NULL, NULL) == SQLITE_OK &&
             sqlite3_prepare_v2(db, rows_sql, -1, &stmt, NULL) == SQLITE_OK,
         "the store cannot be read");
    for (; sqlite3_step(stmt) == SQLITE_ROW; totals->events++) {
        for (int i = 0; i < WHOLES; i++)
            whole += sqlite3_column_int64(stmt, i);
        for (int i = WHOLES; i < COLUMNS; i++) {
            const char *text = (const char *)sqlite3_column_text(stmt, i);
            if (i < WHOLES + 2)
                totals->bytes += (long)strlen(text);
        }
    }
    must(whole != 0, "there are no rows");
    sqlite3_finalize(stmt);
    sqlite3_close(db);
}

/* --- the engine ------------------------------------------------------------------------------- */

struct seeing {
    struct bench *bench;
    struct totals *totals;
    bool fills, asks;
};

static void ask(struct seeing *seeing, const struct record *record)
{
    struct bench *bench = seeing->bench;
    struct fault fault;
    for (size_t i = 0; i < bench->shelf.indicator_count; i++) {
        struct finding *findings;
        size_t count;
        double begun = seconds_used();
        must(indicator_find(bench->shelf.indicators[i], record, shelf_label, &bench->shelf,
                            bench->person, &findings, &count, &fault),
             "an indicator fails");
        bench->seconds[i] += seconds_used() - begun;
        for (size_t k = 0; k < count; k++)
            seeing->totals->found += strcmp(findings[k].state, "found") == 0;
        seeing->totals->rows += (long)count;
    }
}

static bool see(void *context, const struct stored_person *person, struct fault *fault)
{
    struct seeing *seeing = context;
    struct record record;
    (void)fault;
    seeing->totals->people++;
    seeing->totals->events += (long)person->event_count;
    for (size_t i = 0; i < person->event_count; i++)
        seeing->totals->bytes +=
            (long)strlen(person->events[i].date) + (long)strlen(person->events[i].kind);
    if (seeing->fills) {
        arena_reset(seeing->bench->person);
        timeline_fill(person, &seeing->bench->frame, seeing->bench->person, &record);
        if (seeing->asks)
            ask(seeing, &record);
    }
    return true;
}

static void walk(struct bench *bench, struct totals *totals, bool fills, bool asks)
{
    struct seeing seeing = {bench, totals, fills, asks};
    struct fault fault;
    must(store_walk(bench->store, STORE_EVERYONE, bench->frame.as_of, bench->arena, see, &seeing,
                    &fault),
         "people cannot be read");
}

static void read_only(struct bench *bench, struct totals *totals)
{
    walk(bench, totals, false, false);
}

static void read_and_fill(struct bench *bench, struct totals *totals)
{
    walk(bench, totals, true, false);
}

static void read_and_ask(struct bench *bench, struct totals *totals)
{
    memset(bench->seconds, 0, sizeof bench->seconds);
    walk(bench, totals, true, true);
}

/* As on the first night: nothing is derived yet. */
static void forget_derived(const struct bench *bench)
{
    sqlite3 *db;
    must(sqlite3_open_v2(bench->path, &db, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK &&
             sqlite3_exec(db,
                          "DELETE FROM score; DELETE FROM finding; DELETE FROM derived;"
                          "PRAGMA wal_checkpoint(TRUNCATE)",
                          NULL, NULL, NULL) == SQLITE_OK,
         "what is derived cannot be removed");
    sqlite3_close(db);
}

static void ask_and_store(struct bench *bench, struct totals *totals)
{
    const struct run_how how = {.as_of = bench->frame.as_of};
    struct run_done done;
    struct fault fault;
    must(run_score(bench->store, &bench->shelf, &how, &done, &fault) && !done.failures,
         "people cannot be worked out");
    totals->rows = (long)done.findings;
}

/* --- all of them ------------------------------------------------------------------------------ */

static const struct way {
    const char *name;
    void (*before)(const struct bench *);
    void (*run)(struct bench *, struct totals *);
    double goal; /* as a multiple of the first; 0: none */
} ways[WAYS] = {{"the rows of events alone, by SQLite", NULL, rows_alone, 0},
                {"people and their events, by the engine", NULL, read_only, 0},
                {"and their records filled", NULL, read_and_fill, 0},
                {"and every indicator asked", NULL, read_and_ask, 4},
                {"all of it and their scores, and stored", forget_derived, ask_and_store, 0}};

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

static void assert_equal_results(const struct bench *bench)
{
    const struct totals *all = bench->totals;
    for (int way = 1; way < 4; way++)
        must(all[0].events == all[way].events && all[0].bytes == all[way].bytes,
             "the engine does not read the events that SQLite reads");
    must(all[3].rows == all[4].rows, "what was stored is not what was found");
}

static double middle(double *times)
{
    qsort(times, TURNS, sizeof *times, rising);
    return times[TURNS / 2];
}

static void print(const struct bench *bench, double times[WAYS][TURNS])
{
    double alone = middle(times[0]);
    const struct totals *asked = &bench->totals[3];
    for (int way = 0; way < WAYS; way++) {
        double seconds = middle(times[way]);
        printf("%s: %.0f ns an event", ways[way].name, seconds * 1e9 / (double)asked->events);
        if (way)
            printf(", %.2f times the rows alone", seconds / alone);
        if (ways[way].goal > 0)
            printf("; goal %.0f %s", ways[way].goal,
                   seconds <= ways[way].goal * alone ? "holds" : "does not hold yet");
        printf("\n");
    }
    for (size_t i = 0; i < bench->shelf.indicator_count; i++)
        printf("%s: %.1f microseconds a person\n", indicator_facts(bench->shelf.indicators[i])->id,
               bench->seconds[i] * 1e6 / (double)asked->people);
    printf("%ld people, %ld events, %ld findings, %ld of them found\n", asked->people,
           asked->events, asked->rows, asked->found);
}

int main(int count, char **arguments)
{
    static struct bench bench;
    double times[WAYS][TURNS];
    struct fault fault;
    must(count == 2 || count == 3, "name a store made by events.mjs, and one way for a profiler");
    plugin_set_worker(WORKER);
    bench.path = arguments[1];
    bench.arena = arena_new();
    bench.person = arena_new();
    struct arena *whole = arena_new();
    must(shelf_open(SOURCE_DIR, NULL, &bench.shelf, &fault) &&
             store_open(bench.path, STORE_WRITE, &bench.store, &fault) &&
             timeline_frame_read(bench.store, clock_today(), whole, &bench.frame, &fault),
         "the store or the indicators cannot be opened");
    for (int turn = 0; count == 3 && turn < TURNS; turn++)
        timed(&bench, atoi(arguments[2]));
    for (int turn = 0; count == 2 && turn < TURNS; turn++)
        for (int way = 0; way < WAYS; way++)
            times[way][turn] = timed(&bench, way);
    if (count == 2) {
        assert_equal_results(&bench);
        print(&bench, times);
    }
    store_close(bench.store);
    shelf_close(&bench.shelf);
    arena_free(whole);
    arena_free(bench.person);
    arena_free(bench.arena);
    return 0;
}
