/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A process of its own that works people out and sends what came of it to the one that writes. */
#ifndef RUN_SCORER_H
#define RUN_SCORER_H

#include "run/shelf.h"

/* Frames to a scorer: with what, then people, again and again. From it: for each frame of people
 * some frames of rows, the last of them with the reasons; or a fault, after which it has ended. */
enum scorer_frame { SCORER_BEGIN = 1, SCORER_PEOPLE, SCORER_ROWS, SCORER_DONE, SCORER_FAULT };

/* Serves the other end of `socket` until that is closed. The store is opened here: a connection
 * must not be carried over a fork (sqlite.org/howtocorrupt.html 2.6). */
void scorer_serve(int socket, const char *store, const struct shelf *shelf);

#endif
