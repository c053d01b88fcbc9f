/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plugin/blanks.h"

#include <string.h>

static const char mark[] = "FILL IN: ";

size_t blanks_count(const char *source)
{
    size_t count = 0;
    for (const char *at = source; (at = strstr(at, mark)); at += sizeof mark - 1)
        count++;
    return count;
}

bool blanks_say(const struct plugin *plugin, struct faults *faults)
{
    int line = 1;
    const char *from = plugin->source, *at = from;
    for (; (at = strstr(at, mark)); from = at) {
        for (; from < at; from++)
            line += *from == '\n';
        at += sizeof mark - 1;
        faults_add(faults, "%s:%d: still to fill in: %.*s", plugin->path, line,
                   (int)strcspn(at, "\"\n"), at);
    }
    return from != plugin->source;
}
