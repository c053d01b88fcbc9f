/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What noticing things in everybody's events costs, of a store made by events.mjs: SQLite reading
 * the rows of events alone, the engine reading people, filling their records, asking every
 * indicator, and storing what was found. */
#include <string.h>
#include <sys/resource.h>

#include "bench/ways.h"
#include "ground/clock.h"
#include "run/run.h"
#include "timeline/timeline.h"

enum { WAYS = 6, ASKED_WAY = 4, INDICATORS_MOST = 16 };

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
    double seconds[INDICATORS_MOST]; /* of each indicator, in the last turn that asks them all */
    double workers;                  /* of the processes that run its functions, likewise */
};

static struct totals *start(struct bench *bench, int way)
{
    bench->totals[way] = (struct totals){0};
    return &bench->totals[way];
}

/* --- SQLite alone ----------------------------------------------------------------------------- */

/* Every column that a row of these events may have something in. */
static const char rows_sql[] =
    "SELECT person, n, k, import, recorded, date, kind, id, time, subtype, service, thread, need,"
    " initiated_by, purpose, outcome, outcome_by, planned, decision, reason, decided_by"
    " FROM event ORDER BY person, n";

static void rows_alone(void *context, int way)
{
    enum { WHOLES = 5, COLUMNS = 21 };
    struct bench *bench = context;
    struct totals *totals = start(bench, way);
    struct rows rows = rows_open(bench->path, rows_sql);
    int64_t whole = 0;
    for (; sqlite3_step(rows.stmt) == SQLITE_ROW; totals->events++) {
        for (int i = 0; i < WHOLES; i++)
            whole += sqlite3_column_int64(rows.stmt, i);
        for (int i = WHOLES; i < COLUMNS; i++) {
            const char *text = (const char *)sqlite3_column_text(rows.stmt, i);
            if (i < WHOLES + 2)
                totals->bytes += (long)strlen(text);
        }
    }
    must(whole != 0, "there are no rows");
    rows_close(&rows);
}

/* --- the engine ------------------------------------------------------------------------------- */

/* Whom is asked nothing, the declared indicators, or all. */
enum asking { READS, FILLS, ASKS_DECLARED, ASKS_ALL };

struct seeing {
    struct bench *bench;
    struct totals *totals;
    enum asking asking;
};

/* Has it a function? */
static bool is_open(const struct bench *bench, size_t indicator)
{
    return strcmp(indicator_facts(bench->shelf.indicators[indicator])->id, "referral_loop") == 0;
}

static void ask(struct seeing *seeing, const struct record *record)
{
    struct bench *bench = seeing->bench;
    struct fault fault;
    for (size_t i = 0; i < bench->shelf.indicator_count; i++) {
        struct finding *findings;
        size_t count;
        double begun = seconds_used();
        if (is_open(bench, i) && seeing->asking == ASKS_DECLARED)
            continue;
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
    if (seeing->asking >= FILLS) {
        arena_reset(seeing->bench->person);
        timeline_fill(person, &seeing->bench->frame, seeing->bench->person, &record);
        if (seeing->asking >= ASKS_DECLARED)
            ask(seeing, &record);
    }
    return true;
}

static void walk(struct bench *bench, int way, enum asking asking)
{
    struct seeing seeing = {bench, start(bench, way), asking};
    struct fault fault;
    must(store_walk(bench->store, STORE_EVERYONE, bench->frame.as_of, bench->arena, see, &seeing,
                    &fault),
         "people cannot be read");
}

static void read_only(void *bench, int way)
{
    walk(bench, way, READS);
}

static void read_and_fill(void *bench, int way)
{
    walk(bench, way, FILLS);
}

static void ask_declared(void *bench, int way)
{
    walk(bench, way, ASKS_DECLARED);
}

/* Of workers that have ended: each is asked about five hundred people. */
static double seconds_of_workers(void)
{
    struct rusage used;
    getrusage(RUSAGE_CHILDREN, &used);
    return (double)(used.ru_utime.tv_sec + used.ru_stime.tv_sec) +
           (double)(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
}

static void ask_all(void *context, int way)
{
    struct bench *bench = context;
    double begun = seconds_of_workers();
    memset(bench->seconds, 0, sizeof bench->seconds);
    walk(bench, way, ASKS_ALL);
    bench->workers = seconds_of_workers() - begun;
}

static void ask_and_store(void *context, int way)
{
    struct bench *bench = context;
    const struct run_how how = {.as_of = bench->frame.as_of};
    struct totals *totals = start(bench, way);
    struct run_done done;
    struct fault fault;
    must(run_score(bench->store, &bench->shelf, &how, &done, &fault) && !done.failures,
         "people cannot be worked out");
    totals->rows = (long)done.findings;
}

/* --- all of them ------------------------------------------------------------------------------ */

static const struct way ways[WAYS] = {
    {"the rows of events alone, by SQLite", false, rows_alone, 0},
    {"people and their events, by the engine", false, read_only, 0},
    {"and their records filled", false, read_and_fill, 0},
    {"and the declared indicators asked", false, ask_declared, 4},
    {"and the one with a function", false, ask_all, 0},
    {"all of it and their scores, and stored", true, ask_and_store, 0},
};

static void assert_equal_results(const struct bench *bench)
{
    const struct totals *all = bench->totals;
    for (int way = 1; way <= ASKED_WAY; way++)
        must(all[0].events == all[way].events && all[0].bytes == all[way].bytes,
             "the engine does not read the events that SQLite reads");
    must(all[ASKED_WAY].rows == all[ASKED_WAY + 1].rows, "what was stored is not what was found");
}

static void print(const struct bench *bench)
{
    const struct totals *asked = &bench->totals[ASKED_WAY];
    for (size_t i = 0; i < bench->shelf.indicator_count; i++) {
        double workers = is_open(bench, i) ? bench->workers : 0;
        double each = (bench->seconds[i] + workers) * 1e6 / (double)asked->people;
        printf("%s: %.1f microseconds a person", indicator_facts(bench->shelf.indicators[i])->id,
               each);
        if (is_open(bench, i))
            printf(", its worker's %.1f among them; goal 60 %s",
                   workers * 1e6 / (double)asked->people,
                   each <= 60 ? "holds" : "does not hold yet");
        printf("\n");
    }
    printf("%ld people, %ld events, %ld findings, %ld of them found\n", asked->people,
           asked->events, asked->rows, asked->found);
}

int main(int count, char **arguments)
{
    static struct bench bench;
    double seconds[WAYS];
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
    for (int turn = 0; count == 3 && turn < REPETITIONS; turn++)
        way_timed(ways, atoi(arguments[2]), bench.path, &bench);
    if (count == 2) {
        ways_take_turns(ways, WAYS, bench.path, &bench, seconds);
        assert_equal_results(&bench);
        ways_print(ways, WAYS, seconds, bench.totals[0].events, "an event");
        print(&bench);
    }
    store_close(bench.store);
    shelf_close(&bench.shelf);
    arena_free(whole);
    arena_free(bench.person);
    arena_free(bench.arena);
    return 0;
}
