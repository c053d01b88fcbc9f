/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What left the store, who looked, and whether all is as it was written. Included by store.h. */
#ifndef STORE_LEDGER_H
#define STORE_LEDGER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ground/arena.h"
#include "ground/day.h"
#include "ground/fault.h"
#include "store/content.h"

/* --- releases --------------------------------------------------------------------------------- */

struct release {
    const char *report, *version, *pin;
    int64_t area;
    struct days period;
    day as_of;
    const char *model;     /* JSON */
    const int64_t *people; /* of whom it shows figures, rising: given to keep, never read back */
    size_t people_count;   /* none where too few were there to show any */
};

/* Looks up the release of this report, area and period; `*there` false when it was not made yet. 65
 * where, with the key at hand, the ledger or what else is nobody's is not as it was sealed. */
bool store_release_find(struct store *store, const char *report, int64_t area, struct days period,
                        struct arena *arena, struct release *release, bool *there, struct fault *);
/* 75 where one with some of the same people and days is there already. Renews the seal: 65 where it
 * does not hold. */
bool store_release_keep(struct store *store, const struct release *release, struct fault *);

/* A release of any report with some of the same people and days: of this area, one that was ever
 * within it or that it was ever within, for a period that overlaps. The earliest such; `*there`
 * false when there is none. `*place` is the reference of its area. One that shows no figure is in
 * the way of its own area only, and not of a longer month, quarter or year with its days in it:
 * else slightly other days, asked for again and again, would tell when the tenth person came. */
bool store_release_overlaps(struct store *store, int64_t area, struct days period,
                            struct arena *arena, struct release *release, const char **place,
                            bool *there, struct fault *);

/* A release with some of the same days whose people are nearly these, whatever area they were in
 * then: all but a few of them, or of these all but a few are in such releases. `people` rising. */
bool store_release_alike(struct store *store, struct days period, const int64_t *people,
                         size_t count, struct arena *arena, struct release *release,
                         const char **place, bool *there, struct fault *);

/* --- looks and seals -------------------------------------------------------------------------- */

/* Somebody was shown something: kept once a day, so that the person can see it. */
struct look {
    const char *ref; /* NULL: an export of everybody */
    day on;
    const char *who;  /* a name that signs in; `command line` */
    const char *what; /* `scores`, `report my_progress` */
};
bool store_look(struct store *store, const struct look *look, struct fault *);

/* Is everything as alongside wrote it? `sentences` (in the arena) say what is not; none when all is
 * well. A store that cannot be read is a fault. */
struct verified {
    int64_t people;
    const char **sentences;
    size_t count;
};
bool store_verify(struct store *store, struct arena *arena, struct verified *verified,
                  struct fault *);

/* --- what is in the store --------------------------------------------------------------------- */

/* How many people's scores and findings are to be worked out anew because something changed, and of
 * how many others something could not be worked out because a plugin failed. */
bool store_count_touched(struct store *store, int64_t *touched, int64_t *failed, struct fault *);

/* The first day that an import was recorded on; DAY_NONE: there was none. */
bool store_began(struct store *store, day *began, struct fault *);

/* The last day that an import was recorded on (DAY_NONE: there was none) and the files of that day
 * by the bytes of their names, parted by ", "; the day for which scores and findings were last
 * worked out, or DAY_NONE. */
struct store_last {
    day imported, scored;
    const char *files;
};
bool store_last(struct store *store, struct arena *arena, struct store_last *last, struct fault *);

/* How many rows stand, by what they are: "swemwbs" of "answers", "contact" of "events", "" of
 * "goals". In the order in which `status` says them. */
struct holding {
    const char *of, *name;
    int64_t count;
    bool of_people; /* rows about somebody: a few tell of few people */
};
bool store_holdings(struct store *store, struct arena *arena, struct holding **holdings,
                    size_t *count, struct fault *);

#endif
