/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLUGIN_BLANKS_H
#define PLUGIN_BLANKS_H

#include "plugin/plugin.h"

/* What an author has still to fill in: `FILL IN: ` and what is wanted there, up to a quote or the
 * end of the line. `alongside new` writes them. Says each; true when there are any. */
bool blanks_say(const struct plugin *plugin, struct faults *faults);
/* How many there are. */
size_t blanks_count(const char *source);

#endif
