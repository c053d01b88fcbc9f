/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Are two events about the same thing? The answer of record's threads, in a header of its own. */
#ifndef REPORT_SAME_H
#define REPORT_SAME_H

#include "record/record.h"

/* By a need alone, or by a link or thread that somebody recorded. */
enum same { SAME_UNKNOWN, SAME_NOT, SAME_NEED, SAME_LINK };
enum same same_thing(const struct event *a, const struct event *b);

#endif
