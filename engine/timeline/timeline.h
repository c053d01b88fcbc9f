/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the store's rows of one person to their record: dates as spans, when they were observed,
 * what is collected where they are. */
#ifndef TIMELINE_TIMELINE_H
#define TIMELINE_TIMELINE_H

#include "record/record.h"
#include "store/store.h"

/* What is the same for everybody during one walk. */
struct timeline_frame {
    day as_of;
    const struct stored_collects *collects;
    size_t collects_count;
};

/* Makes the record in `arena`; `stored` must outlive it. */
void timeline_fill(const struct stored_person *stored, const struct timeline_frame *frame,
                   struct arena *arena, struct record *record);

/* The next day after the as-of day on which what is observed of this person, or where they are,
 * changes although nothing more is recorded; DAY_NONE: never. `record` is what timeline_fill made. A
 * day too many does no harm, one too few would. */
day timeline_next(const struct stored_person *stored, const struct timeline_frame *frame,
                  const struct record *record);

/* Does this person let what happened to them be counted for learning, by their latest row that
 * says? */
bool timeline_shares(const struct stored_person *stored);
/* Where they are on a day, or NULL. */
const char *timeline_area(const struct stored_person *stored, day on);
/* What a column of the people file says on a day (`ethnic_group`), or NULL. */
const char *timeline_says(const struct stored_person *stored, const char *column, day on);

#endif
