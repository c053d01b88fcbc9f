/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One finding and what it rests on, told from what was noticed down to what was recorded. */
#ifndef CLI_NOTICED_H
#define CLI_NOTICED_H

#include "cli/explain.h"
#include "run/again.h"
#include "timeline/timeline.h"

struct noticed {
    struct desk *desk;
    const struct derived_finding *finding;
    const struct stored_plugin *plugin;
    const struct rule *rule; /* NULL: its file is not on the shelf any more */
    const struct stored_person *stored;
    const struct record *record;
    const struct timeline_frame *frame;
    struct indicator_account account; /* of its anchor; empty where it has none */
};

/* What decided that nothing is found. */
void noticed_decided(const struct noticed *noticed, struct text *out);

bool noticed_tell(const struct noticed *noticed, struct text *out, struct fault *);

/* The events in turn: what was recorded of each, where it came from, and what others say of it. */
bool noticed_events(const struct noticed *noticed, struct text *out, struct fault *);

/* The days around its anchor that were looked at; what is missing where it cannot be told. */
void noticed_windows(const struct noticed *noticed, struct text *out);
void noticed_missing(const struct noticed *noticed, struct text *out);
void noticed_doubts(const struct noticed *noticed, struct text *out);
void noticed_unseen(const struct noticed *noticed, struct text *out);

/* Does it rest on an event that the person keeps to themselves? Then nothing is told that could say
 * what that was, when or where: neither its sentence and number nor days around it. */
bool noticed_keeps(const struct noticed *noticed);

bool noticed_is_kept(const struct noticed *noticed, const char *id); /* is this event one? */

#endif
