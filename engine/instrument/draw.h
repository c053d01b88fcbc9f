/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers made up: drawn for the properties, chosen for a line that an example lacks. Goals are
 * called g1, g2, … */
#ifndef INSTRUMENT_DRAW_H
#define INSTRUMENT_DRAW_H

#include "ground/chance.h"
#include "instrument/instrument.h"

double draw_code(struct chance *chance, const struct item *item);
struct answer draw_answer(struct chance *chance, const struct item *item, struct arena *arena);
struct answer draw_none(struct chance *chance);

/* So many goals, all at one level. */
struct answer goals_made(size_t count, double level, struct arena *arena);
/* The same answer with the levels of its first `*blanks` goals taken away; `*blanks` is how many
 * more there should have been. */
struct answer goals_blanked(const struct answer *answer, size_t *blanks, struct arena *arena);
/* The same with a level drawn for each goal without one. */
struct answer goals_filled(struct chance *chance, const struct item *item,
                           const struct answer *answer, struct arena *arena);

#endif
