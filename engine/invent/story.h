/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stories: what services do, as data. Private to invent.
 *
 * A step is a line, `[60%] GAP KIND[/SUBTYPE] COLUMN=VALUE…`: in 60 of 100 lives, so many days
 * after the step before (`7`, or `7..14`), an event of that kind. `a*3|b|` draws one of several.
 * A line `* COLUMN=VALUE…` says what every later step has unless it says otherwise.
 *
 *   need=@ service=@      the need that this telling is about, and the service it lies with;
 *   service=@2            another one; else the key of a service (services.c)
 *   worker=1;2            workers, numbered within the story
 *   id=a follows=a        keys and links hold within the story
 *   tie=my_sister         what the person calls them, _ for a space: the same in every story
 *   until=30..60          so many days after the step */
#ifndef INVENT_STORY_H
#define INVENT_STORY_H

#include "ground/words.h"
#include "invent/made.h"

struct story {
    const char *name;
    const char *shows; /* the indicators it is there for */
    int often;         /* in how many of 100 lives it comes by chance */
    bool until_met;    /* it is over when the person's need is met */
    const char *steps;
};

/* Lists that end with a story without a name. */
extern const struct story stories_of_asking[];
extern const struct story stories_of_doors[];
extern const struct story stories_of_endings[];
extern const struct story stories_of_force[];
extern const struct story stories_of_good[];
extern const struct story stories_of_time[];

/* Two: told in most lives, now and then, by chances of their own. */
extern const struct story stories_of_people[];

/* Every other story in turn: 0 and on, NULL behind the last. */
const struct story *story_at(size_t number);
const struct story *story_named(const char *name);

/* One event to be written. Everything in it lives as long as the life's arena. */
struct row {
    day day;
    size_t order; /* in which it was told */
    const char *kind, *id;
    const char *columns[EVENT_COLUMN_COUNT];
};

struct rows {
    struct row *row;
    size_t count, room;
    int told; /* how many stories so far: their keys differ */
};

struct row *rows_add(struct rows *, struct arena *, day, const char *kind);
/* Tells a story from a day on. Gives the days from its first step to the end of what it left
 * running. */
struct days story_tell(const struct story *, const struct life *, struct chance *, day from,
                       struct rows *, struct arena *);

#endif
