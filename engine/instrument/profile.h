/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scoring by a table of states. */
#ifndef INSTRUMENT_PROFILE_H
#define INSTRUMENT_PROFILE_H

#include "instrument/instrument.h"

/* `answers` after skips. Sets the value of a complete administration, or how far the blanks of
 * another leave it open. */
void profile_score(const struct scale *scale, const struct lookup *lookup,
                   const struct answer *answers, struct arena *arena, struct score *score);
void profile_bound(const struct scale *scale, const struct lookup *lookup,
                   const struct answer *answers, struct arena *arena, struct score *score);
/* `21143`; `?` for a blank. */
const char *profile_text(const struct scale *scale, const struct answer *answers,
                         struct arena *arena);

#endif
