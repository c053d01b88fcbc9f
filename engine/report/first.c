/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What holds before anything is made with a version of a definition for the first time, and keeping
 * that it did. */
#include <string.h>

#include "report/report.h"

static struct stored_plugin as_stored(const struct report *report)
{
    const struct report_facts *facts = report_facts(report);
    return (struct stored_plugin){.kind = "report",
                                  .id = facts->id,
                                  .version = facts->version,
                                  .pin = facts->plugin->pin,
                                  .fingerprint = facts->plugin->fingerprint,
                                  .source = facts->plugin->source,
                                  .items = ""};
}

static bool is_kept(const struct report *report, struct store *store, bool *kept,
                    struct fault *fault)
{
    const struct stored_plugin use = as_stored(report);
    struct arena *arena = arena_new();
    struct stored_plugin *all;
    size_t count;
    bool read = store_plugins(store, arena, &all, &count, fault);
    *kept = false;
    for (size_t i = 0; read && i < count; i++)
        *kept |= strcmp(all[i].kind, use.kind) == 0 && strcmp(all[i].id, use.id) == 0 &&
                 strcmp(all[i].version, use.version) == 0;
    arena_free(arena);
    return read;
}

static bool examples_hold(const struct report *report, const struct shelf *shelf,
                          struct fault *fault)
{
    struct faults faults = {0};
    size_t examples;
    bool hold = report_check_examples(report, shelf, &examples, &faults);
    if (!hold)
        fault_set(fault, FAULT_DATA, "%s", faults.said[0]);
    faults_clear(&faults);
    return hold;
}

bool report_may_serve(const struct report *report, struct store *store, const struct shelf *shelf,
                      struct fault *fault)
{
    struct stored_plugin use = as_stored(report);
    bool kept;
    if (!is_kept(report, store, &kept, fault))
        return false;
    return kept ? store_use_plugin(store, &use, NULL, fault) : examples_hold(report, shelf, fault);
}

bool report_has_served(const struct report *report, struct store *store, struct fault *fault)
{
    const struct stored_plugin use = as_stored(report);
    return store_keep_report(store, &use, fault);
}
