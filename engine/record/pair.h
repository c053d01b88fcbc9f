/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to record: rows that are one end of an interval. */
#ifndef RECORD_PAIR_H
#define RECORD_PAIR_H

#include "record/record.h"

/* Makes intervals of rows with an `edge`, for each kind and subtype in order: an end closes the
 * last start still open, a start alone is still running, an end alone began on an unknown day.
 * Events must be sorted; they are not any more when this gives true. */
bool pair_edges(struct record *record, struct arena *arena);

#endif
