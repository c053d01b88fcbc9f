/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the worker says went wrong, as a whole sentence with its place. Private. */
#ifndef PLUGIN_TROUBLE_H
#define PLUGIN_TROUBLE_H

#include "ground/talk.h"
#include "plugin/plugin.h"

/* `place` is the function that was called, "" while loading. With `show_message` false, words that
 * the plugin could have made from what it was given are left out. */
const char *trouble_text(const struct plugin *plugin, struct value trouble, const char *place,
                         bool show_message, struct arena *arena);

/* What is said of a process that was lost, or late: where it was by its own page, if that can be.
 */
const char *trouble_lost(const struct plugin *plugin, const struct talk_mark *mark, bool late,
                         const char *place, struct arena *arena);

/* Was it a budget that was spent? */
bool trouble_is_limit(struct value trouble);

#endif
