/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scoring by a graded response model: where somebody stands most likely, and how sure that is. */
#ifndef INSTRUMENT_GRADED_H
#define INSTRUMENT_GRADED_H

#include "instrument/instrument.h"

/* `answers` after skips. Sets value and standard error where the score has no reason not to be;
 * and what the blanks could have made of it. */
void graded_score(const struct instrument *instrument, const struct scale *scale,
                  const struct answer *answers, struct score *score);

#endif
