/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ground/clock.h"

#include <time.h>

day clock_today(void)
{
    return (day)(time(NULL) / 86400);
}

double clock_seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}
