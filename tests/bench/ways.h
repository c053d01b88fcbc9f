/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Several ways through one store, in turns, told as multiples of the first: SQLite reading the rows
 * alone. */
#ifndef TESTS_BENCH_WAYS_H
#define TESTS_BENCH_WAYS_H

#include <errno.h>
#include <sqlite3.h>
#include <stdbool.h>
#include <stdio.h>

#include "bench/timing.h"

enum { WAYS_MOST = 8 };

struct way {
    const char *name;
    bool forgets; /* begins with nothing derived, as on the first night; not timed */
    void (*run)(void *bench, int way);
    double goal; /* as a multiple of the first; 0: none */
};

static inline void must(bool good, const char *what)
{
    if (good)
        return;
    fprintf(stderr, "%s: %s\n", program_invocation_short_name, what);
    exit(1);
}

struct rows {
    sqlite3 *db;
    sqlite3_stmt *stmt;
};

static inline struct rows rows_open(const char *path, const char *sql)
{
    struct rows rows = {NULL, NULL};
    must(sqlite3_open_v2(path, &rows.db, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, NULL) ==
                 SQLITE_OK &&
             sqlite3_exec(rows.db, "PRAGMA cache_size = -16000", NULL, NULL, NULL) == SQLITE_OK &&
             sqlite3_prepare_v2(rows.db, sql, -1, &rows.stmt, NULL) == SQLITE_OK,
         "the store cannot be read");
    return rows;
}

static inline void rows_close(struct rows *rows)
{
    sqlite3_finalize(rows->stmt);
    sqlite3_close(rows->db);
}

static inline void forget_derived(const char *path)
{
    sqlite3 *db;
    must(sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK &&
             sqlite3_exec(db,
                          "DELETE FROM score; DELETE FROM finding; DELETE FROM derived;"
                          "PRAGMA wal_checkpoint(TRUNCATE)",
                          NULL, NULL, NULL) == SQLITE_OK,
         "what is derived cannot be removed");
    sqlite3_close(db);
}

static inline double way_timed(const struct way *ways, int way, const char *path, void *bench)
{
    if (ways[way].forgets)
        forget_derived(path);
    double begun = seconds_used();
    ways[way].run(bench, way);
    return seconds_used() - begun;
}

/* All of them, one after the other, as often as it takes for a median of each. */
static inline void ways_take_turns(const struct way *ways, int count, const char *path, void *bench,
                                   double *medians)
{
    double times[WAYS_MOST][REPETITIONS];
    for (int turn = 0; turn < REPETITIONS; turn++)
        for (int way = 0; way < count; way++)
            times[way][turn] = way_timed(ways, way, path, bench);
    for (int way = 0; way < count; way++)
        medians[way] = median(times[way]);
}

/* `things`: how many rows there are of what is called `thing`. */
static inline void ways_print(const struct way *ways, int count, const double *seconds, long things,
                              const char *thing)
{
    for (int way = 0; way < count; way++) {
        printf("%s: %.0f ns %s", ways[way].name, seconds[way] * 1e9 / (double)things, thing);
        if (way)
            printf(", %.2f times the rows alone", seconds[way] / seconds[0]);
        if (ways[way].goal > 0)
            printf("; goal %.0f %s", ways[way].goal,
                   seconds[way] <= ways[way].goal * seconds[0] ? "holds" : "does not hold yet");
        printf("\n");
    }
}

#endif
