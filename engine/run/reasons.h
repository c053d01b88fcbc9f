/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why administrations have no score although their answers are there, and people no finding: each
 * reason once, counted. A reason names a plugin's file and never a person. */
#ifndef RUN_REASONS_H
#define RUN_REASONS_H

#include <stddef.h>
#include <stdint.h>

#include "ground/arena.h"

enum reason_of { REASON_OF_SCORES, REASON_OF_FINDINGS };

struct reasons {
    struct reason {
        enum reason_of of;
        const char *sentence;
        int64_t count;
        int64_t last; /* the person counted last by reasons_add_person */
    } * all;
    size_t count, room;
    struct arena *arena;
};

/* Beyond a hundred different ones, the others are counted as one. */
void reasons_add(struct reasons *reasons, enum reason_of of, const char *sentence, int64_t count);
/* One person without a finding: counted once, however often they are looked at in a row. */
void reasons_add_person(struct reasons *reasons, const char *sentence, int64_t person);
void reasons_clear(struct reasons *reasons);
/* In the order of their bytes, so that it does not matter who was met first. */
void reasons_sort(struct reasons *reasons);

#endif
