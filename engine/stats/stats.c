/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stats/stats.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <math.h>

static struct interval unknown(const char *reason)
{
    return (struct interval){.reason = reason};
}

static double clamp(double value, double low, double high)
{
    return value < low ? low : value > high ? high : value;
}

struct interval stats_wilson(int64_t x, int64_t n)
{
    if (n <= 0) {
        return unknown("nobody to count");
    }
    if (x < 0 || x > n) {
        return unknown("the part is not within the whole");
    }
    double part = (double)x, whole = (double)n, z2 = STATS_Z95 * STATS_Z95;
    double spread = STATS_Z95 * sqrt(z2 + 4 * part * (1 - part / whole));
    double middle = 2 * part + z2, below = 2 * (whole + z2);
    /* At the ends the formula gives 0 and 1 but for the last bits. */
    return (struct interval){.known = true,
                             .low = x == 0 ? 0 : clamp((middle - spread) / below, 0, 1),
                             .high = x == n ? 1 : clamp((middle + spread) / below, 0, 1)};
}

/* The two-sided 95% point of Student's t, or NaN. GSL's own handler would end the program. */
static double student(int64_t freedom)
{
    gsl_set_error_handler_off();
    return gsl_cdf_tdist_Pinv(0.975, (double)freedom);
}

struct interval stats_mean_interval(double mean, double sd, int64_t n)
{
    if (n < 2) {
        return unknown("fewer than 2 people");
    }
    double half = student(n - 1) * sd / sqrt((double)n);
    if (!isfinite(mean) || !isfinite(half) || sd < 0) {
        return unknown("no range can be worked out");
    }
    return (struct interval){.known = true, .low = mean - half, .high = mean + half};
}

double stats_reliable_change(double sem)
{
    return STATS_Z95 * sqrt(2.0) * sem;
}

double stats_reliable_change_between(double one, double other)
{
    return STATS_Z95 * hypot(one, other);
}

double stats_soft_bar(double sem)
{
    return stats_reliable_change(sem) / 2;
}
