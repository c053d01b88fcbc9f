/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The only two readings of the machine's clock. */
#ifndef GROUND_CLOCK_H
#define GROUND_CLOCK_H

#include "ground/day.h"

day clock_today(void); /* UTC */
double
clock_seconds(void); /* rising, for telling people how long something took; never in output files */

#endif
