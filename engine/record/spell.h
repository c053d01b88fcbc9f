/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to record: events that stand for others. */
#ifndef RECORD_SPELL_H
#define RECORD_SPELL_H

#include "record/look.h"

/* The events that this one is made of: itself, unless it is a spell or an end. */
static inline size_t spell_size(const struct event *event)
{
    return event->spell ? event->spell->count : 1;
}
static inline const struct event *spell_part(const struct event *event, size_t index)
{
    return event->spell ? event->spell->parts[index] : event;
}
/* Have they an event in common? */
bool spell_overlaps(const struct event *a, const struct event *b);

#endif
