/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A published figure beside a person's answers: a reference and not an aim, only where the
 * definition asks for it. */
#ifndef REPORT_REFERENCE_H
#define REPORT_REFERENCE_H

#include "ground/value.h"
#include "instrument/instrument.h"

/* Whom it stands beside: like is compared with like, as far as it is known. */
struct like {
    struct ages age; /* on the day of the latest answer */
    const char *sex; /* or NULL */
    int mode;        /* of the latest answer */
};

/* Says every row of these norms that may be about people like that, each with how they were asked;
 * that there is none, where there are only others. */
void reference_beside(struct arena *arena, const struct scale *scale, const char *const *norms,
                      size_t norm_count, const struct like *like, struct value figure);

#endif
