/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the checks of whole entries share. Private to intake. */
#ifndef INTAKE_CHECK_H
#define INTAKE_CHECK_H

#include "intake/entry.h"

/* ENTRY_WRONG, and why: `what` is wrong with this column, NULL where it is none. */
enum entry_state check_wrong(struct why *why, const char *column, const char *what,
                             struct arena *arena);

/* One field, and all of them with what is needed: ENTRY_GOOD or ENTRY_WRONG. */
enum entry_state check_field(struct entry *entry, int field, struct arena *arena, struct why *why);
enum entry_state check_fields(struct entry *entry, struct arena *arena, struct why *why);

/* Is a version, where one is said, that of the entry's instrument? */
enum entry_state check_version(const struct entry *entry, const struct entry_cell *version,
                               struct arena *arena, struct why *why);
/* Notes whether the entry's instrument is for whoever answered; NULL: the person. */
void check_rater(struct entry *entry, const char *by);

enum entry_state check_event(struct entry *entry, struct arena *arena, struct why *why);
enum entry_state check_answers(struct entry *entry, struct arena *arena, struct why *why);
enum entry_state check_goal(struct entry *entry, struct instruments instruments,
                            struct arena *arena, struct why *why);

#endif
