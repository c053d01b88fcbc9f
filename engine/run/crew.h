/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Several scorers, and the one process that writes what they have worked out. */
#ifndef RUN_CREW_H
#define RUN_CREW_H

#include "run/work.h"

struct crew;

/* Starts so many scorers for the store at a path, with the files of the shelf. Before this process
 * opens any store; path and shelf must outlive them. Close it always. */
bool crew_open(int jobs, const char *store, const struct shelf *shelf, struct crew **crew,
               struct fault *);
void crew_close(struct crew *crew);

/* Works these people out, and gives what came of each in their order, whoever did it; `reasons` are
 * added to. What the scorers read must not be written meanwhile, and files used before. 70 when one
 * of them ended before its work was done, or `frame` is more than can be handed over. */
typedef bool crew_keep(void *context, const struct worked *worked, struct fault *);
bool crew_work(struct crew *crew, const struct timeline_frame *frame, const int64_t *people,
               size_t count, struct reasons *reasons, crew_keep *keep, void *context,
               struct fault *);

#endif
