/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What went on between a person and services: one lane a need, with what happened, the waiting and
 * the help. */
#ifndef REPORT_STRIP_H
#define REPORT_STRIP_H

#include "report/person.h"

/* What an event is drawn as. */
enum happened {
    HAPPENED_MOVED,   /* they asked, and something moved */
    HAPPENED_NOTHING, /* they asked, and nothing changed or it got worse */
    HAPPENED_THEIRS,  /* they asked; what came of it is only in a service's or coach's account */
    HAPPENED_OPEN,    /* they asked; what came of it is not recorded, not known or too early */
    HAPPENED_TOLD,
    HAPPENED_REFUSED,
    HAPPENED_TAKEN,
    HAPPENED_CRISIS,
    HAPPENED_OTHER,
    HAPPENED_STAY, /* days in hospital, custody or care: a line, no mark */
    HAPPENED_KINDS
};

/* Is it something that they asked for, whatever came of it? */
bool strip_is_ask(enum happened what);

/* False where it is nothing that a service did or was asked for. */
bool strip_shows(const struct event *event, enum happened *what);
/* Is its outcome the account of a service or coach alone? */
bool strip_is_theirs(const struct event *event);
/* Are its days known closely enough to be drawn? */
bool strip_is_dated(const struct event *event);

/* What only a service or coach says came of it is not the person's account. */
bool strip_they_say(const struct event *event, const char *outcomes);
bool strip_others_say(const struct event *event, const char *outcomes);

/* From an ask to help, or to the end of what is known. */
struct wait {
    const struct event *first, *help; /* help NULL: none is recorded */
    const struct event *near;         /* help that may lie before or behind `first`, or NULL */
    size_t asks;
    bool partly; /* it met part of what they needed, as the person says */
    bool theirs; /* a service or coach says that it helped, the person does not */
};
/* Help while an episode ran: `until` DAY_LAST while it still does. */
struct helped {
    day from, until;
};

struct strip_lane {
    const struct event **events; /* in order of time */
    enum happened *what;
    size_t count, room;
    const char *thread; /* of all its events, where no other thread and no link is recorded */
    size_t of[HAPPENED_KINDS]; /* how many of each */
    const char *own;           /* its name in the person's own words, or NULL */
    const char *need;          /* the label of its need, or NULL */
    bool twin;                 /* another lane has the same need, and neither has own words */
    struct wait *waits;
    size_t wait_count;
    struct helped *helped;
    size_t helped_count;
};

/* Lanes in the order in which they begin. */
struct strip_lane *strip_lanes(const struct person_page *page, size_t *count);

/* The waits of a lane, and when help was there. */
void strip_follow(const struct person_page *page, struct strip_lane *lane);
/* Do they surely wait still? */
bool strip_waits(const struct strip_lane *lane);
/* Or is help still there? */
bool strip_goes_on(const struct strip_lane *lane);
/* How often they asked on it. */
size_t strip_asks(const struct strip_lane *lane);
/* The wait with the most asks, the first of several; NULL where there is none. */
const struct wait *strip_most_asked(const struct strip_lane *lane);
/* The last day that anything is known of. */
day strip_known_until(const struct person_page *page);

/* The sentence over the strip, the sentence of a lane and what one event was. */
const char *strip_title(const struct person_page *page, const struct strip_lane *lanes,
                        size_t count);
const char *strip_says(const struct person_page *page, const struct strip_lane *lane);
const char *strip_event_says(const struct person_page *page, const struct event *event,
                             enum happened what); /* strip_event.c, as the next */
/* What the mark of it means, for the key. */
const char *strip_mark_says(enum happened what);
/* Its name within a sentence: own words in quotation marks; NULL where nothing names it. */
const char *strip_name(const struct person_page *page, const struct strip_lane *lane);
/* The service it was with, or NULL. */
const char *strip_service(const struct event *event);

#endif
