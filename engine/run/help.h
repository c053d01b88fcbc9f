/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whom to turn to at once: the help that an organisation names in `help.csv` of its own folder, for
 * the pages of people whose answers should not wait. */
#ifndef RUN_HELP_H
#define RUN_HELP_H

#include <stdbool.h>
#include <stddef.h>

#include "ground/arena.h"
#include "ground/fault.h"

struct help {
    const char *called, *how; /* who it is; how to reach them */
    const char *when;         /* the hours they answer, or NULL */
    const char *area;         /* only for people there or in an area within it; or NULL */
    long long line;           /* of the file */
};

/* In the order of the file; none where `folder` is NULL or has no such file. 65 names the line and
 * the column that cannot be taken. */
bool help_read(const char *folder, struct arena *arena, struct help **help, size_t *count,
               struct fault *);

#endif
