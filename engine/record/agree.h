/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to record: comparing what two events have in a field. */
#ifndef RECORD_AGREE_H
#define RECORD_AGREE_H

#include "record/look.h"

/* Of a spell, one of its events is enough for either. */
/* Is there anything in this field but the code `unknown`? */
bool agree_recorded(const struct event *event, size_t field);
/* Do they share a value? Both must be recorded. */
bool agree_shares(const struct event *a, size_t field_a, const struct event *b, size_t field_b);

#endif
