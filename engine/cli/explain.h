/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What `explain` says of words, files, scores and findings. */
#ifndef CLI_EXPLAIN_H
#define CLI_EXPLAIN_H

#include "cli/cli.h"
#include "cli/score_id.h"

/* Everything that the contract says of this word; false when it says nothing. */
bool explain_word(const char *word, struct text *out);
/* What the lists of codes say of it: its labels, or the list of that name. */
bool explain_code(const char *word, struct shelf *shelf, struct arena *arena, struct text *out);
/* The words, codes and ids of plugins nearest to it, parted by ", "; "" when none is near. Made in
 * `arena`. */
const char *explain_nearest(const char *word, struct shelf *shelf, struct arena *arena);

/* The plugin said back in sentences. False with faults said where it is none that can be read;
 * examples that fail are said in the text. */
bool explain_plugin(const struct shelf *shelf, struct plugin *plugin, struct text *out,
                    struct faults *faults);

/* How a score came about, from the figure to the answers, the rule and the table. The desk is open
 * for writing: that a person's was shown is kept. */
bool explain_score(struct desk *desk, const struct score_id *id, struct text *out, struct fault *);

/* Can this be the name of a finding, or the beginning of one? */
bool finding_name(const char *text);
/* How a finding came about, from what was noticed by a day to the events and what was recorded of
 * them. The desk is open for writing, likewise. */
bool explain_finding(struct desk *desk, const char *name, day as_of, struct text *out,
                     struct fault *);

#endif
