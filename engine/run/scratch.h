/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A store that lives only as long as a try or an example: in a private folder of its own, gone
 * afterwards. */
#ifndef RUN_SCRATCH_H
#define RUN_SCRATCH_H

#include "intake/intake.h"
#include "run/shelf.h"
#include "store/store.h"
#include "vault/vault.h"

struct scratch {
    char folder[40];
    struct store *store;
    struct vault *vault;
};

/* People met for the first time are put into `area` (or NULL). Close it always, also after a failed
 * open. */
bool scratch_open(struct scratch *scratch, const char *area, struct fault *);
void scratch_close(struct scratch *scratch);

/* Imports one file with the instruments and intakes of `shelf`. */
bool scratch_import(struct scratch *scratch, const struct shelf *shelf, const char *path,
                    const char *as, day recorded, struct arena *arena, struct intake_done *done,
                    struct fault *);

#endif
