/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The id of a score: PERSON/DATE/INSTRUMENT.SCALE, which are columns of `scores`; of an area
 * AREA/SEAT/DATE/INSTRUMENT.SCALE. Where that names several, what tells them apart stands behind
 * it: /09:05, /coach, a version, a sheet. */
#ifndef CLI_SCORE_ID_H
#define CLI_SCORE_ID_H

#include <stdbool.h>

#include "ground/arena.h"
#include "ground/day.h"

struct score_id {
    const char *whose; /* a person, or area/seat */
    const char *when;  /* 2024-03-31 or #2, as written */
    day date;          /* 0 where it is an order */
    int place;         /* or 0 */
    const char *instrument, *scale;
    const char **more; /* what stands behind */
    size_t more_count;
};

/* False: it has not the shape of one. */
bool score_id_read(const char *text, struct arena *arena, struct score_id *id);

#endif
