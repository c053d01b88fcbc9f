/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plugin file said back in sentences, and whether its examples hold. */
#include "cli/explain.h"
#include "cli/kinds.h"

static bool describe(const struct shelf *shelf, struct plugin *plugin, struct text *out,
                     struct faults *faults)
{
    const struct instrument *const *instruments =
        (const struct instrument *const *)shelf->instruments;
    union {
        struct instrument *instrument;
        struct indicator *indicator;
        struct intake *intake;
        struct report *report;
    } of;
    switch (kind_of_plugin(plugin)) {
    case KIND_INSTRUMENT:
        if (!instrument_load(plugin, &of.instrument, faults))
            return false;
        instrument_describe(of.instrument, out);
        return true;
    case KIND_INTAKE:
        if (!intake_load(plugin, instruments, shelf->instrument_count, &of.intake, faults))
            return false;
        intake_describe(of.intake, out);
        return true;
    case KIND_REPORT:
        if (!report_load(plugin, shelf, &of.report, faults))
            return false;
        report_describe(of.report, out);
        return true;
    case KIND_INDICATOR:
        break;
    }
    if (!indicator_load(plugin, &of.indicator, faults))
        return false;
    indicator_describe(of.indicator, out);
    return true;
}

static void say_examples(const struct shelf *shelf, struct plugin *plugin, struct text *out)
{
    struct kind_checked checked = {0};
    struct faults faults = {0};
    if (kind_check(shelf, plugin, &checked, &faults))
        text_format(out, "%zu examples hold.", checked.examples);
    else
        text_format(out, "It does not hold: %s\n`alongside check` says all of it.", faults.said[0]);
    text_format(out, " File %.12s…\n", plugin->fingerprint);
    faults_clear(&faults);
}

bool explain_plugin(const struct shelf *shelf, struct plugin *plugin, struct text *out,
                    struct faults *faults)
{
    if (!describe(shelf, plugin, out, faults))
        return false;
    say_examples(shelf, plugin, out);
    return true;
}
