/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two ways of doing the same, in turns, and the medians of what each took. */
#ifndef TESTS_BENCH_TIMING_H
#define TESTS_BENCH_TIMING_H

#include <stdlib.h>
#include <time.h>

enum { REPETITIONS = 9 };

/* Processor time of this program in seconds: others beside it then matter less. */
static inline double seconds_used(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static inline int rising(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static inline double median(double *times)
{
    qsort(times, REPETITIONS, sizeof *times, rising);
    return times[REPETITIONS / 2];
}

typedef double work(void *context); /* seconds */

static inline void in_turns(work *one, work *other, void *context, double *of_one, double *of_other)
{
    double ones[REPETITIONS], others[REPETITIONS];
    for (int i = 0; i < REPETITIONS; i++) {
        ones[i] = one(context);
        others[i] = other(context);
    }
    *of_one = median(ones);
    *of_other = median(others);
}

#endif
