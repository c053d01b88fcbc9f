/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows that are set aside, and the file they come back in. Private to intake. */
#ifndef INTAKE_ASIDE_H
#define INTAKE_ASIDE_H

#include "csv/csv.h"
#include "ground/fault.h"

struct aside {
    int64_t line; /* of the source */
    const char *reason;
};

struct asides {
    struct aside *list;
    size_t count, room;
    struct arena *arena;
};

void asides_add(struct asides *asides, int64_t line, const char *reason);

/* Is this the name that a set-aside file gets here: NAME.set-aside.csv, NAME.set-aside-2.csv? */
bool asides_named(const char *path);

/* What is read a second time. */
struct aside_source {
    const char *path;
    char separator;
    const char *encoding;
    bool strip_last; /* its last column is an earlier `reason` */
};

/* Reads the source again and writes the header and every row set aside with its bytes as they are
 * and the reason in a last column: into `to`, or when that is NULL into the first
 * NAME.set-aside.csv, NAME.set-aside-2.csv … beside the source that is free. A file that holds just
 * these rows is left as it is; no other is written over: 73 for `to`. 74 when the source changed
 * meanwhile. `*path` is the file, in the arena of the asides. */
bool asides_write(struct asides *asides, const struct aside_source *source, const char *to,
                  const char **path, struct fault *);

#endif
