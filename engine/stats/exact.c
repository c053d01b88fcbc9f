/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sums that come out the same in any order. Once something did not fit, nothing more is added. */
#include "stats/stats.h"

#include <math.h>

#define MILLION 1e6
/* The largest double below 2^63, and its mirror: what llrint can take. */
#define FITS 9223372036854774784.0

__extension__ typedef unsigned __int128 wrapping;

void exact_add(struct exact *exact, double value)
{
    double scaled = value * MILLION;
    if (!isfinite(scaled) || fabs(scaled) > FITS) {
        exact->overflow = true;
        return;
    }
    int64_t millionths = llrint(scaled);
    struct exact one = {.n = 1, .sum = millionths};
    wrapping size = millionths < 0 ? -(wrapping)millionths : (wrapping)millionths;
    one.squares = (exact_wide)(size * size); /* below 2^126 */
    exact_join(exact, &one);
}

void exact_join(struct exact *exact, const struct exact *other)
{
    struct exact both = {0};
    both.overflow = exact->overflow || other->overflow ||
                    __builtin_add_overflow(exact->n, other->n, &both.n) ||
                    __builtin_add_overflow(exact->sum, other->sum, &both.sum) ||
                    __builtin_add_overflow(exact->squares, other->squares, &both.squares);
    if (both.overflow) {
        exact->overflow = true;
    } else {
        *exact = both;
    }
}

double exact_mean(const struct exact *exact)
{
    return (double)exact->sum / ((double)exact->n * MILLION);
}

/* Squares about the whole quotient of sum and n, so that nothing cancels: Σ(x − q)² − r²/n, where
 * sum = qn + r. The steps may wrap, what they come to does not. */
double exact_sd(const struct exact *exact)
{
    int64_t quotient = exact->sum / exact->n, rest = exact->sum % exact->n;
    wrapping q = (wrapping)(exact_wide)quotient, sum = (wrapping)(exact_wide)exact->sum;
    wrapping about =
        (wrapping)exact->squares - 2 * q * sum + q * q * (wrapping)(exact_wide)exact->n;
    double r = (double)rest, n = (double)exact->n;
    double spread = (double)about - r * r / n;
    return sqrt(spread > 0 ? spread / (n - 1) : 0) / MILLION;
}
