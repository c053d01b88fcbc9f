/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record/why.h"

const char *const why_word[WHY_COUNT] = {"",
                                         "followup_short",
                                         "gap",
                                         "kind_not_collected",
                                         "not_recorded",
                                         "date_not_exact",
                                         "order_unknown",
                                         "still_waiting",
                                         "declined",
                                         "no_anchor"};

enum why record_order_doubt(const struct event *a, const struct event *b)
{
    bool exact = a->begin.low == a->begin.high && b->begin.low == b->begin.high;
    return exact ? WHY_ORDER_UNKNOWN : WHY_DATE_NOT_EXACT;
}
