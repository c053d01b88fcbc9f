/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows that are set aside, and the file they come back in. Private to intake. */
#ifndef INTAKE_ASIDE_H
#define INTAKE_ASIDE_H

#include <stdio.h>

#include "csv/csv.h"
#include "ground/fault.h"

struct aside {
    int64_t line; /* of the source */
    const char *reason;
};

/* Whole files may have to be set aside: what is found while reading waits in an unlinked temporary
 * file. */
struct asides {
    FILE *spool;        /* in the order of lines; NULL: none yet */
    struct aside *late; /* what merging found */
    size_t late_count, late_room;
    struct arena *arena; /* of what merging found, and of the file's name */
};

/* Rows found while reading, each in a later line than the one before. 74 on a full disk. */
bool asides_add(struct asides *asides, int64_t line, const char *reason, struct fault *);
/* Rows found while merging, in any order. */
void asides_add_late(struct asides *asides, int64_t line, const char *reason);
void asides_close(struct asides *asides);

/* Is this the name that a set-aside file gets here: NAME.set-aside.csv, NAME.set-aside-2.csv? */
bool asides_named(const char *path);

/* What is read a second time. */
struct aside_source {
    const char *path;
    char separator;
    const char *encoding;
    bool strip_last; /* its last column is an earlier `reason` */
};

/* Reads the source again and writes the header and every row set aside with its bytes as they are,
 * cells that it lacks as empty ones, and the reason in the last column: into `to`, or when that is
 * NULL into the first NAME.set-aside.csv, NAME.set-aside-2.csv … beside the source that is free. A
 * file that holds just these rows is left as it is; no other is written over: 73 for `to`. 74 when
 * the source changed meanwhile. `*path` is the file, in the arena of the asides. */
bool asides_write(struct asides *asides, const struct aside_source *source, const char *to,
                  const char **path, struct fault *);

#endif
