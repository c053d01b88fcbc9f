/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people will look for here and that does not exist, so that nobody can be managed with it.
 * One table for fields of plugins, options of commands and columns of files; the mechanism of each
 * refusal is that the thing is nowhere, this only says why and what to ask instead. */
#ifndef GROUND_REFUSED_H
#define GROUND_REFUSED_H

/* Why there is no such thing: whole sentences without the last full stop. NULL for a word that is
 * not in the table. `word` is a name as somebody wrote it (`risk_score`, `by-worker`, `Team`). */
const char *refused_why(const char *word);

/* The same of what something is called in a list of codes, in however many words: also what people
 * scored tells nobody apart. */
const char *refused_name_why(const char *name);

#endif
