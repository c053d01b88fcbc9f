/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What engine and worker say to each other, in frames over one socket. The engine asks, the worker
 * answers each request once, repeating its number. Nothing here but words: the room `plugin` reads
 * it. */
#ifndef GROUND_TALK_H
#define GROUND_TALK_H

#include <stdint.h>

enum talk {
    /* Keep this source: a text. Answered by nil. */
    TALK_COMPILE = 'S',
    /* Run the file that is kept: nil. Answered by the table that it returns. */
    TALK_TABLE = 'T',
    /* Call a function: { place =, most =, arguments = {…} }. Answered by a list of at most `most`.
     */
    TALK_CALL = 'C',
    /* Call the function `find`: { record =, reads =, settings = {…} }; the record as carry.h has
     * it. Answered by { missing =, next =, stands =, turns = {…} }: see `enum talk_turn`; `stands`
     * says that something was asked to the end of what is observed. */
    TALK_FIND = 'F',

    TALK_DONE = 'D',
    /* { said =, place =, line =, limit =, quotes =, subject = }: see `struct trouble`. */
    TALK_TROUBLE = 'E'
};

/* A turn is a list of these, and behind them a list for each finding. An event is its place among
 * those that were sent, from 0; what stands for others is a list: whether it stands at its end, the
 * last day on which it may end, and the places of what it stands for. */
enum talk_turn {
    TURN_LOOP,   /* one of talk_loop */
    TURN_NUMBER, /* which loop of the function, from 0 */
    TURN_AT,     /* the anchor, or a period's first day */
    TURN_UNTIL,  /* and its last; nil of an anchor */
    TURN_OPEN,   /* why it may be no anchor, as a number; 0: it is one */
    TURN_WHY,    /* why something could not be decided, likewise */
    TURN_WINDOW, /* all that was asked about was observed: yes or no */
    TURN_PARTS
};
enum talk_loop { LOOP_EACH, LOOP_GROUPS, LOOP_PERIODS, LOOP_KINDS };
enum talk_noticed {
    NOTICED_EVENTS, /* a list */
    NOTICED_VALUE,
    NOTICED_UNIT,
    NOTICED_CLASS, /* each nil where it was not given */
    NOTICED_INEXACT,
    NOTICED_SAME_DAY, /* a look asked for the same day whatever the order: yes or no */
    NOTICED_PARTS
};

/* What the worker is given: its end of the socket, and a page that it shares with the engine. */
enum { TALK_SOCKET = 0, TALK_PAGE = 1 };

enum talk_phase {
    TALK_WAITING,
    TALK_READING, /* source is compiled */
    TALK_RUNNING, /* the file is run */
    TALK_CALLING, /* a function of it is called */
    TALK_GIVING,  /* what it gave is read */
    TALK_PHASES
};

/* What stands on the page: how far a request has come, written as it goes, so that a worker that
 * was killed has still said it. As little to be believed as an answer. */
struct talk_mark {
    volatile uint32_t phase, line; /* line 0: none was reached */
};

#endif
