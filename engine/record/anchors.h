/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a question is asked: at every event that fits one of some patterns, and at what stands for
 * others. */
#ifndef RECORD_ANCHORS_H
#define RECORD_ANCHORS_H

#include "record/look.h"

struct anchor {
    const struct event *event;
    struct fit fit; /* whether it surely is one; never SURELY_NOT */
};

/* Patterns, each with what it chooses among (pattern_events). */
struct anchoring {
    const struct pattern *patterns;
    const struct events *among;
    size_t count;
    const struct record *record;
};

/* Is the one at this place of `among` an anchor of this one pattern? */
struct fit anchor_fit(const struct pattern *pattern, const struct record *record,
                      struct events among, size_t at);
/* The surest of the patterns that this event of the record fits as itself. */
struct fit anchors_fit(const struct anchoring *anchoring, size_t at);
/* All of them, in order of their first day; of one day, an event as itself comes first. */
struct anchor *anchors_of(const struct anchoring *anchoring, struct arena *arena, size_t *count);

#endif
