/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/why.h"

#include <string.h>

#include "report/sentences.h"

const char *why_words(const char *why)
{
    static const struct {
        const char *why, *words;
    } known[] = {
        {"followup_short", SAY_WHY_FOLLOWUP_SHORT},
        {"gap", SAY_WHY_GAP},
        {"kind_not_collected", SAY_WHY_KIND_NOT_COLLECTED},
        {"not_recorded", SAY_WHY_NOT_RECORDED},
        {"date_not_exact", SAY_WHY_DATE_NOT_EXACT},
        {"order_unknown", SAY_WHY_ORDER_UNKNOWN},
        {"still_waiting", SAY_WHY_STILL_WAITING},
        {"declined", SAY_WHY_DECLINED},
        {"no_anchor", SAY_WHY_NO_ANCHOR},
        {"plugin_failed", SAY_WHY_PLUGIN_FAILED},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strcmp(known[i].why, why) == 0)
            return known[i].words;
    return why;
}

const char *why_none(enum no_answer none, const char *missing)
{
    static const char *const words[NO_ANSWER_KINDS] = {NULL,
                                                       SAY_NONE_DECLINED,
                                                       SAY_NONE_UNKNOWN,
                                                       SAY_NONE_NOT_ASKED,
                                                       SAY_NONE_NOT_APPLICABLE,
                                                       SAY_NONE_WITHHELD};
    return none == MISSING ? missing : words[none];
}
