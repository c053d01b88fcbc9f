/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One person of the pass: their scores, what was noticed, and when time alone will change that. */
#ifndef RUN_WORK_H
#define RUN_WORK_H

#include "ground/text.h"
#include "run/files.h"
#include "run/reasons.h"

struct work {
    struct files *files;
    struct timeline_frame frame;
    struct arena *person; /* of the person who is worked out */
    int64_t whose;        /* who that is, in the store; 0 where nobody is counted */
    struct reasons reasons;
    struct text scores;   /* packed */
    struct next_day next; /* when time alone may change what was worked out */
};

struct worked {
    struct derived_row row;   /* until the next person */
    int64_t scores, unscored; /* how many; administrations that a failing plugin left without one */
};

void work_person(struct work *work, const struct stored_person *stored, struct worked *worked);

/* What every rule notices in a record, made in `person`, but for what the rules' files hold. False
 * where a file failed on it: its one row then says so, and its reason is among `reasons`. */
bool work_notice(struct work *work, const struct record *record, struct derived_finding **findings,
                 size_t *count);

/* Adds to `next` when time alone changes something of this person's record, as every rule sees it.
 */
void work_next(struct work *work, const struct stored_person *stored, const struct record *record);

#endif
