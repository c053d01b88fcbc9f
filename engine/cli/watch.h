/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Waiting until one of some files changes. */
#ifndef CLI_WATCH_H
#define CLI_WATCH_H

#include <stdbool.h>

#include "ground/arena.h"

struct watch;

/* Begins to look; Ctrl-C no longer ends the program but the waiting. Lives in `arena`. */
struct watch *watch_new(struct arena *arena);
/* A file or a folder to look at, as it is now; one that is not there yet is waited for. */
void watch_add(struct watch *watch, const char *path);
/* The path that changed, or NULL after Ctrl-C. A file that went away is waited for: editors write
 * a new one in its place. */
const char *watch_wait(struct watch *watch);

#endif
