/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the store's rows of one person to their record: dates as spans, what services and the person
 * say of an event, when they were observed, what is collected where they are. */
#ifndef TIMELINE_TIMELINE_H
#define TIMELINE_TIMELINE_H

#include "record/record.h"
#include "store/store.h"

/* What is collected in an area: what a file says of it, else of the nearest area around it; of a
 * kind that no file names there, from its first event in the area itself on. */
struct timeline_place {
    const char *area; /* NULL: people in no area */
    struct collected *collected;
    size_t count;
};

/* What is the same for everybody during one walk. */
struct timeline_frame {
    day as_of;
    const struct stored_collects *collects;
    size_t collects_count;
    const struct stored_area *areas; /* sorted, as the services are */
    size_t area_count;
    const struct stored_service *services;
    size_t service_count;
    struct timeline_place *places; /* sorted, made of the rest */
    size_t place_count;
};

/* Reads all of it as recorded by a day. */
bool timeline_frame_read(struct store *store, day as_of, struct arena *arena,
                         struct timeline_frame *frame, struct fault *);
/* The same where `as_of` and `collects` are known already. */
bool timeline_surround(struct store *store, struct arena *arena, struct timeline_frame *frame,
                       struct fault *);
/* Makes `places`. */
void timeline_place(struct timeline_frame *frame, struct arena *arena);
/* One area's place, one service, or NULL. */
const struct timeline_place *timeline_place_of(const struct timeline_frame *frame,
                                               const char *area);
const struct stored_service *timeline_service(const struct timeline_frame *frame, const char *ref);
/* What people read where a column says `ref`: the title of the service that it names; NULL where it
 * names none or no title is known. */
const char *timeline_title(const struct timeline_frame *frame, const char *column, const char *ref);

/* Makes the record in `arena`; `stored` must outlive it. */
void timeline_fill(const struct stored_person *stored, const struct timeline_frame *frame,
                   struct arena *arena, struct record *record);

/* The next day after the as-of day on which what is observed of this person, or where they are,
 * changes although nothing more is recorded; DAY_NONE: never. `record` is what timeline_fill made.
 * A day too many does no harm, one too few would. */
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
