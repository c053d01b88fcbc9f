/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers from numbers: intervals, quantiles, reliable change, exact sums. Nothing here knows a
 * person, and nothing here rounds for disclosure: that is `protect`. The only user of GSL. Every
 * result that cannot be had is a reason in words, never 0 and never NaN. */
#ifndef STATS_STATS_H
#define STATS_STATS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct interval {
    bool known;
    double low, high;
    const char *reason; /* static; when not known */
};

#define STATS_Z95 1.959963984540054

/* Wilson's interval for x of n (Wilson 1927), clamped to 0 and 1. n = 0: not known. */
struct interval stats_wilson(int64_t x, int64_t n);

/* mean ± t(.975, n − 1)·sd/√n. n < 2: not known. */
struct interval stats_mean_interval(double mean, double sd, int64_t n);

/* Smallest reliable change at 95%: z·√2·SEM (Jacobson & Truax 1991). */
double stats_reliable_change(double sem);

/* The same of two scores of which each has its own standard error: z·√(se₁² + se₂²), which for
 * equal ones is z·√2·SEM. */
double stats_reliable_change_between(double one, double other);

/* Half a soft bar: half the smallest reliable change, so that two bars that do not touch differ by
 * more than the wobble, exactly. */
double stats_soft_bar(double sem);

/* An exact sum: counts and fixed-point millionths, squares in 128 bits, so that any order and any
 * number of workers give the same bits. Refuses to wrap: `overflow` is set and stays. */
__extension__ typedef __int128 exact_wide;
struct exact {
    int64_t n;
    int64_t sum;        /* millionths */
    exact_wide squares; /* millionths squared */
    bool overflow;
};
void exact_add(struct exact *exact, double value);
void exact_join(struct exact *exact, const struct exact *other);
/* Both only without overflow. */
double exact_mean(const struct exact *exact); /* n > 0 */
double exact_sd(const struct exact *exact);   /* n > 1; divides by n − 1 */

#endif
