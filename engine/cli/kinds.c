/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/kinds.h"

#include <string.h>

#include "run/mirrored.h"
#include "run/taken.h"

/* By the folder it stands in, so that a file that lacks what its kind must have is told so. */
static bool stands_in(const struct plugin *plugin, enum kind_of *kind)
{
    static const char *const folders[] = {[KIND_INSTRUMENT] = "instruments/",
                                          [KIND_INDICATOR] = "indicators/",
                                          [KIND_INTAKE] = "intake/",
                                          [KIND_REPORT] = "reports/"};
    size_t length = strlen(plugin->path) - strlen(plugin->id) - strlen(".lua");
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
        size_t part = strlen(folders[i]);
        bool ends = length >= part && memcmp(plugin->path + length - part, folders[i], part) == 0;
        if (ends && (length == part || plugin->path[length - part - 1] == '/')) {
            *kind = (enum kind_of)i;
            return true;
        }
    }
    return false;
}

enum kind_of kind_of_plugin(const struct plugin *plugin)
{
    enum kind_of kind;
    if (stands_in(plugin, &kind))
        return kind;
    if (!value_is(value_get(plugin->table, "items"), VALUE_NIL))
        return KIND_INSTRUMENT;
    if (!value_is(value_get(plugin->table, "gives"), VALUE_NIL))
        return KIND_INTAKE;
    if (!value_is(value_get(plugin->table, "sections"), VALUE_NIL))
        return KIND_REPORT;
    return KIND_INDICATOR;
}

static bool check_instrument(const struct shelf *shelf, struct plugin *plugin,
                             struct kind_checked *checked, struct faults *faults)
{
    struct instrument *instrument;
    if (!instrument_load(plugin, &instrument, faults))
        return false;
    checked->lacking = instrument_lacking(instrument, plugin->arena);
    return taken_check_one(shelf, instrument, faults) &&
           instrument_check_examples(instrument, &checked->examples, faults) &&
           instrument_check_properties(instrument, &checked->properties, faults);
}

static const char *warnings_of(const struct indicator *indicator, struct arena *arena)
{
    const char *lines = NULL;
    struct faults warnings = {0};
    indicator_warnings(indicator, &warnings);
    for (size_t i = 0; i < warnings.count && i < FAULTS_SAID; i++)
        lines = lines ? arena_format(arena, "%s\n%s", lines, warnings.said[i])
                      : arena_text(arena, warnings.said[i]);
    faults_clear(&warnings);
    return lines;
}

static bool check_indicator(const struct shelf *shelf, struct plugin *plugin,
                            struct kind_checked *checked, struct faults *faults)
{
    struct indicator *indicator;
    if (!indicator_load(plugin, &indicator, faults))
        return false;
    bool mirrored = mirrored_check_one(shelf, indicator, faults);
    if (!indicator_check_examples(indicator, &checked->examples, faults) ||
        !indicator_check_properties(indicator, &checked->properties, faults) || !mirrored)
        return false;
    checked->warnings = warnings_of(indicator, plugin->arena);
    return true;
}

static bool check_intake(const struct shelf *shelf, struct plugin *plugin,
                         struct kind_checked *checked, struct faults *faults)
{
    struct intake *intake;
    const struct instrument *const *instruments =
        (const struct instrument *const *)shelf->instruments;
    return intake_load(plugin, instruments, shelf->instrument_count, &intake, faults) &&
           intake_check_examples(intake, &checked->examples, faults) &&
           intake_check_properties(intake, &checked->properties, faults);
}

static bool check_report(const struct shelf *shelf, struct plugin *plugin,
                         struct kind_checked *checked, struct faults *faults)
{
    struct report *report;
    if (!report_load(plugin, shelf, &report, faults) ||
        !report_check_examples(report, shelf, &checked->examples, faults) ||
        !report_check_properties(report, shelf, &checked->properties, faults))
        return false;
    checked->warnings = report_warning(report);
    return true;
}

bool kind_check(const struct shelf *shelf, struct plugin *plugin, struct kind_checked *checked,
                struct faults *faults)
{
    switch (kind_of_plugin(plugin)) {
    case KIND_INSTRUMENT:
        return check_instrument(shelf, plugin, checked, faults);
    case KIND_INTAKE:
        return check_intake(shelf, plugin, checked, faults);
    case KIND_REPORT:
        return check_report(shelf, plugin, checked, faults);
    case KIND_INDICATOR:
        break;
    }
    return check_indicator(shelf, plugin, checked, faults);
}
