/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Administrations scored once more, one at a time, by the very version they were given to: for
 * whoever wants to see how a score came about, and for respondents about an area, whose scores are
 * not kept. */
#ifndef RUN_AGAIN_H
#define RUN_AGAIN_H

#include "run/files.h"

struct again {
    struct files files;
    struct stored_plugin *plugins;
    size_t plugin_count;
};

/* Everything in use, chosen before it is read: what is kept by the choice is in it. Scores and
 * findings were brought up to date before, which keeps what is in use. Close it always, also after
 * a failed open. */
bool again_open(struct again *again, struct store *store, const struct shelf *shelf,
                struct fault *);
void again_close(struct again *again);

/* The stored plugin with this number, or NULL where it was not in use when this was opened. */
const struct stored_plugin *again_plugin(const struct again *again, int64_t number);

/* A score as it is kept. */
struct derived_score again_derived(const struct stored_administration *administration, size_t scale,
                                   const struct score *score);

#endif
