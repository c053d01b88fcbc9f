/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What engine and worker say to each other, in frames over one socket. The engine asks, the worker
 * answers each request once, repeating its number. Nothing here but words: the room `plugin` reads
 * it. */
#ifndef GROUND_TALK_H
#define GROUND_TALK_H

enum talk {
    /* Keep this source: a text. Answered by nil. */
    TALK_COMPILE = 'S',
    /* Run the file that is kept: nil. Answered by the table that it returns. */
    TALK_TABLE = 'T',
    /* Call a function: { place =, most =, arguments = {…} }. Answered by a list of at most `most`.
     */
    TALK_CALL = 'C',

    TALK_DONE = 'D',
    /* { said =, place =, line =, limit =, quotes =, subject = }: see `struct trouble`. */
    TALK_TROUBLE = 'E'
};

/* The worker's end of the socket. */
enum { TALK_SOCKET = 0 };

#endif
