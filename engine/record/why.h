/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why something cannot be told of a record. */
#ifndef RECORD_WHY_H
#define RECORD_WHY_H

#include "record/record.h"

/* Why an answer is not known, in the words of `findings`. */
enum why {
    WHY_NONE,
    WHY_FOLLOWUP_SHORT,
    WHY_GAP,
    WHY_KIND_NOT_COLLECTED,
    WHY_NOT_RECORDED,
    WHY_DATE_NOT_EXACT,
    WHY_ORDER_UNKNOWN,
    WHY_STILL_WAITING,
    WHY_DECLINED,
    WHY_NO_ANCHOR,
    WHY_COUNT
};
extern const char *const why_word[WHY_COUNT]; /* "" for WHY_NONE */

/* Why the order of two events, which record_order does not know, is not known. */
enum why record_order_doubt(const struct event *a, const struct event *b);

#endif
