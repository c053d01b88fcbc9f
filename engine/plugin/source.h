/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the engine reads from a plugin's source itself: pins, lines of places, what is refused
 * unread. Private. */
#ifndef PLUGIN_SOURCE_H
#define PLUGIN_SOURCE_H

#include "plugin/plugin.h"
#include "plugin/tokens.h"

/* Where the Lua begins: behind a byte order mark and the words of a `#!` line. */
const char *source_begin(const char *source);

/* Refuses what is no text, and operators that the interpreter gets wrong. */
bool source_check_bytes(const char *path, const char *source, size_t length, struct faults *faults);
bool source_check_marks(const char *path, const struct tokens *tokens, struct faults *faults);

/* The tokens without comments and without the fields title, about, norms and examples, hashed. */
void source_pin(const struct tokens *tokens, char pin[65]);

/* The line of each place that is written out in the table that the file returns; read when one is
 * asked for. */
struct plugin_lines *lines_unread(struct arena *arena);

#endif
