/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was noticed of a person's own: an event that they keep from learning (`visibility`) is
 * theirs and their page's, and shows in no figure, neither by what is found nor by what is not. */
#ifndef RUN_OWN_H
#define RUN_OWN_H

#include "run/work.h"

/* Marks the findings that would not be there, or not so, without such events; the work's `next`
 * learns when time alone changes what is there without them. False where a plugin failed. */
bool own_mark(struct work *work, const struct stored_person *stored,
              struct derived_finding *findings, size_t count);

#endif
