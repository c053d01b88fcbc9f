/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the worker gives up for good. Without its jail (ALONGSIDE_NO_JAIL, for sanitizers, which
 * need more memory and calls than it allows) the limit on address space and the filter are left
 * out. */
#ifndef WORKER_JAIL_H
#define WORKER_JAIL_H

#include <stdbool.h>
#include <sys/types.h>

/* First thing of all: dies with the engine, gains no rights, opens no more files. */
bool jail_begin(pid_t engine);
/* Last thing before the first request: only what answering needs is left, anything else kills. */
bool jail_close(void);

#endif
