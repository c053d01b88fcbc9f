/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Versions of instruments, and the one way in which an administration is scored with one: in the
 * pass, and for whoever wants to see how a score came about. */
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

/* Whose an administration is, and among what it stands. */
struct among {
    const struct stored_person *whose;
    const char *seat; /* of a respondent, else NULL */
    const struct stored_administration *all;
    size_t count;
};

/* Scores one administration into `answers` and `scores`, zeroed, with room for the items and scales
 * of `version`, whose worker is started when it is needed. What cannot be scored has the reason
 * plugin_failed, and the fault says why; false only then. */
bool version_score(struct version *version, const struct among *among,
                   const struct stored_administration *administration, struct arena *arena,
                   struct answer *answers, struct score *scores, struct fault *);

#endif
