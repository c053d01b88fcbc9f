/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to record: events that stand for others. */
#ifndef RECORD_SPELL_H
#define RECORD_SPELL_H

#include "record/look.h"

/* The events that this one is made of: itself, unless it is a spell or an end. */
size_t spell_size(const struct event *event);
const struct event *spell_part(const struct event *event, size_t index);
/* Have they an event in common? */
bool spell_overlaps(const struct event *a, const struct event *b);

#endif
