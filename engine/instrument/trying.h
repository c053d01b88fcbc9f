/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One instrument being tried on answers that are drawn. */
#ifndef INSTRUMENT_TRYING_H
#define INSTRUMENT_TRYING_H

#include "instrument/draw.h"

struct trying {
    const struct instrument *instrument;
    struct worker *worker;
    struct given given;
    struct chance chance;
    struct answer *answers, *other;
    struct score *scores, *again;
    struct arena *arena; /* forgotten between tries */
    struct faults *faults;
    const char *about; /* place of the scale that is tried */
};

/* The answers that are tried, written out. */
const char *trying_tokens(const struct trying *trying, struct arena *arena);
/* Says what does not hold and for which answers: they were drawn, so they may be said. Always
 * false. */
bool trying_broken(struct trying *trying, const char *what);

/* What is written out is read back the same: the answers, for an instrument without scales, and
 * printed in form `index`. */
bool answers_come_back(struct trying *trying, size_t index);
bool form_comes_back(struct trying *trying, size_t index);

/* Skip `index` changes nothing that was answered. */
bool given_beats_skip(struct trying *trying, size_t index);

#endif
