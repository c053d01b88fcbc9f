/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pass over people: content to scores and findings. Only of those for whom something changed,
 * or of whom time has changed something; the same bytes as a full rebuild, and by any crew.
 *
 * One case is left out of that promise. A plugin that spends its time or memory three times in a
 * row is given up by the process that met it (plugin/plugin.h), because it would take its whole
 * budget with everybody. So which administrations have the reason plugin_failed then depends on
 * whom that process worked out before. They are tried again in each later pass. */
#ifndef RUN_RUN_H
#define RUN_RUN_H

#include "run/shelf.h"
#include "store/store.h"

struct crew;

struct run_how {
    day as_of;
    bool rebuild;
    const char *person; /* works out this person alone; NULL: everybody who is to be worked out */
    struct crew *crew;  /* works people out beside this process; NULL: none does */
    void (*progress)(void *context, int64_t done, int64_t of); /* or NULL */
    void *progress_context;
    void (*warn)(void *context, const char *sentence);
    void *warn_context;
};

struct run_done {
    int64_t people, scores, findings;
    int64_t failures; /* plugin failures, said through `warn` or only counted */
    int64_t unscored; /* administrations that a failing plugin left without a score */
};

/* Brings derived tables up to date in one transaction. Answers are scored by the very version they
 * were given with: the shelf's file where it is that one, else the source that the store kept. A
 * broken file, or one that changed under the same version, is said through `warn` and counted, and
 * everything else goes on. */
bool run_score(struct store *store, const struct shelf *shelf, const struct run_how *how,
               struct run_done *done, struct fault *);

#endif
