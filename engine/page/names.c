/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page/names.h"

#include <string.h>

const char *const page_names[] = {
    "answers",    "apart",       "asks",    "at",       "axis",     "beside",      "bins",
    "by",         "cannot_tell", "caption", "cells",    "chart",    "count",       "day",
    "each",       "figures",     "foot",    "folded",   "found",    "found_title", "from",
    "half",       "head",        "heading", "help",     "hidden",   "high",        "high_label",
    "id",         "join",        "key",     "kicker",   "kind",     "label",       "lanes",
    "later",      "lead",        "lines",   "links",    "list",     "low",         "low_label",
    "made_up",    "marks",       "mid",     "more",     "none",     "not_found",   "note",
    "notice",     "now",         "number",  "numbered", "order",    "own",         "pins",
    "pins_title", "points",      "quotes",  "rail",     "reader",   "reference",   "rests",
    "ring",       "rings",       "rows",    "says",     "sections", "small",       "soft",
    "strong",     "style",       "sub",     "table",    "term",     "terms",       "ticks",
    "title",      "to",          "unknown", "unnamed",  "value",    "when",        "whole",
    "wide",       "zero",
};
const size_t page_name_count = sizeof page_names / sizeof *page_names;

bool page_is_name(const char *name)
{
    for (size_t i = 0; i < page_name_count; i++)
        if (strcmp(page_names[i], name) == 0)
            return true;
    return false;
}
