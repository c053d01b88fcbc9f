/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plugin files that serve in one pass, and whom a change of them concerns. */
#ifndef RUN_FILES_H
#define RUN_FILES_H

#include "run/taken.h"
#include "timeline/timeline.h"

struct rule {
    int64_t number;
    const char *id, *text;             /* of the indicator, and its version */
    const char *pin;                   /* of the file that is used */
    const struct indicator *indicator; /* NULL: its kept source cannot be read any more */
    struct plugin *own;                /* loaded from the kept source */
};

struct files {
    struct store *store;
    const struct shelf *shelf;
    struct arena *arena;
    void (*say)(void *context, const char *sentence); /* what is wrong with a file, or NULL */
    void *context;
    struct versions versions;
    struct takers takers;
    struct rule *rules;
    size_t rule_count;
};

/* Chooses them, and keeps in the store those that were not used before. Within a transaction of
 * deriving, or reading alone where all of them were used before. Close them always, also after a
 * failed choice; `arena` must outlive them. */
bool files_choose(struct files *files, struct fault *);
/* The indicators alone: no version of an instrument is opened. */
bool files_choose_rules(struct files *files, struct fault *);
void files_close(struct files *files);

/* Touches whom it concerns that files, labels or what is collected are others than those that the
 * derived tables were made with, and keeps what they are made with now. */
bool files_touch(const struct files *files, const struct timeline_frame *frame, struct fault *);

#endif
