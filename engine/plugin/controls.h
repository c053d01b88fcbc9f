/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef PLUGIN_CONTROLS_H
#define PLUGIN_CONTROLS_H

#include "plugin/plugin.h"

/* No text of a plugin has a control character: it reaches screens and pages, and none may obey it.
 * Below `examples` line breaks and tabs are let in, which is how files are written there; so is a
 * field that is one tab, the separator of a file. Says all faults; true when there are none. */
bool controls_check(const struct plugin *plugin, struct faults *faults);

#endif
