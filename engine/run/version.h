/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Versions of instruments that one pass scores with. */
#ifndef RUN_VERSION_H
#define RUN_VERSION_H

#include "run/shelf.h"

/* A version of an instrument that answers were given with, or that takes them from another. */
struct version {
    int64_t number;
    const char *id, *text; /* of the instrument, and this version as its file writes it */
    const struct instrument *instrument; /* NULL: its kept source cannot be read any more */
    struct plugin *own;    /* loaded from the kept source; NULL where the shelf's file serves */
    struct worker *worker; /* started when somebody needs a function */
};

struct versions {
    struct version *all;
    size_t count; /* there is room for every stored version and every instrument of the shelf */
};

/* The version with this number, or NULL where it cannot be read. */
struct version *versions_of(const struct versions *versions, int64_t number);

#endif
