/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What figures are not broken down by yet, and what to ask instead. */
#include "report/definition.h"

#include <string.h>

#define ASK_INSTEAD                                                                                \
    "Ask what it was about (by = \"need\"), who decided (by = \"decided_by\"), or what people "    \
    "say "                                                                                         \
    "of themselves (by = \"disability\")"

static const struct {
    const char *by, *instead;
} later[] = {
    {"period", "There is no series yet. Ask for one period at a time: `--period 2025-Q4`"},
    {"area", "Areas do not stand beside each other. Ask for the report of one, or of the area "
             "around them: `--area NAME`"},
    {"ending", "Ask who decided it: by = \"decided_by\""},
    {"age", "There are no bands of age yet. Ask by a field that people answer themselves, as "
            "`disability`"},
    {"service", "Ask what it was about: by = \"need\". No service stands beside another"},
    {"service_type", ASK_INSTEAD},
    {"ring", ASK_INSTEAD},
    {"services_at_once", ASK_INSTEAD},
    {"seat", "Those who answer about an area are not in this report yet. Leave `by` out"},
    {"mode", ASK_INSTEAD},
};

const char *by_later_instead(const char *by)
{
    for (size_t i = 0; i < sizeof later / sizeof *later; i++)
        if (strcmp(later[i].by, by) == 0)
            return later[i].instead;
    return NULL;
}

const char *field_later_instead(const char *field)
{
    if (strcmp(field, "over") == 0)
        return "Leave it out, and ask for one period at a time: `--period 2025-Q4`";
    if (strcmp(field, "with") == 0)
        return "Leave it out: the indicator's own settings hold, and the page says them. For other "
               "settings, copy the indicator to an id of your own and write them there";
    return NULL;
}
