/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is measured, and on which days: `measures` and `at_risk`. */
#include <string.h>

#include "indicator/indicator_private.h"

static void say(struct loading *loading, const char *place, const char *sentence)
{
    plugin_say(loading->plugin, loading->faults, place, "%s", sentence);
}

/* A wait is from the anchor to one thing. */
static bool has_one_after(const struct indicator *indicator)
{
    size_t outside = 0, all = 0;
    for (size_t i = 0; i < indicator->look_count; i++) {
        bool counts = indicator->looks[i].side == LOOK_AFTER && look_decides(&indicator->looks[i]);
        outside += counts && i < indicator->outside;
        all += counts;
    }
    return outside == 1 && all == 1;
}

static void load_at_risk(struct loading *loading)
{
    const char *at_risk = value_as_text(value_get(loading->plugin->table, "at_risk"));
    loading->indicator->in_community = at_risk && strcmp(at_risk, "community") == 0;
    if (at_risk && !loading->indicator->in_community)
        plugin_say(loading->plugin, loading->faults, "at_risk",
                   "is `%s`; it can be `community`. Left out, days count anywhere", at_risk);
}

void load_measures(struct loading *loading)
{
    struct indicator *indicator = loading->indicator;
    const char *measures = value_as_text(value_get(loading->plugin->table, "measures"));
    load_at_risk(loading);
    if (!measures)
        return;
    indicator->measures = strcmp(measures, "days") == 0   ? MEASURES_DAYS
                          : strcmp(measures, "rate") == 0 ? MEASURES_RATE
                                                          : MEASURES_PEOPLE;
    if (indicator->measures == MEASURES_PEOPLE)
        plugin_say(loading->plugin, loading->faults, "measures",
                   "is `%s`; it can be `days` or `rate`. Left out, people are counted", measures);
    if (indicator->measures == MEASURES_DAYS && !has_one_after(indicator))
        say(loading, "measures",
            "days run from the anchor to what comes after it, so the file has exactly one `after`");
    if (indicator->measures != MEASURES_PEOPLE && indicator->gather != FIELD_IS_NONE)
        say(loading, "measures", "and `gather` both say what the number is. Take one out");
}
