/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loading plugins that are written in a test. */
#ifndef TESTS_PLUGIN_SUPPORT_H
#define TESTS_PLUGIN_SUPPORT_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "plugin/plugin.h"

static inline struct plugin *loaded_as(const char *path, const char *source)
{
    struct faults faults = {0};
    struct plugin *plugin;
    plugin_set_worker(WORKER);
    if (!plugin_load_source(path, source, strlen(source), &plugin, &faults))
        fail_msg("%s", faults.said[0]);
    assert_int_equal(faults.count, 0);
    return plugin;
}

static inline struct plugin *loaded(const char *source)
{
    return loaded_as("plugins/juniper.lua", source);
}

/* The first fault of a file that is refused. The caller clears `faults`. */
static inline const char *refused(const char *source, size_t length, struct faults *faults)
{
    struct plugin *plugin;
    plugin_set_worker(WORKER);
    *faults = (struct faults){0};
    assert_false(plugin_load_source("plugins/juniper.lua", source, length, &plugin, faults));
    assert_null(plugin);
    assert_true(faults->count >= 1);
    return faults->said[0];
}

static inline void assert_refused(const char *source, const char *said)
{
    struct faults faults;
    assert_string_equal(refused(source, strlen(source), &faults), said);
    faults_clear(&faults);
}

static inline void assert_has(const char *text, const char *part)
{
    if (!strstr(text, part))
        fail_msg("\"%s\" does not have \"%s\"", text, part);
}

#endif
