/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Events that stand for others: what they are made of, and the days and times they come to.
 * `look.h` makes them of a record; who is told of one makes it again from its parts. */
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
/* One event for these of the record, `parts` in order: from the first to the last of them. It keeps
 * `parts` and is made in `arena`. */
struct event *spell_of(const struct event **parts, size_t count, struct arena *arena);
/* An interval stands where it ends. */
void spell_put_at_end(struct event *event);

#endif
