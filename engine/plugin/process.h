/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A running alongside-worker and one exchange with it. Private. */
#ifndef PLUGIN_PROCESS_H
#define PLUGIN_PROCESS_H

#include <stdint.h>
#include <sys/types.h>

#include "ground/arena.h"
#include "ground/fault.h"
#include "ground/text.h"
#include "ground/value.h"
#include "ground/talk.h"

struct process {
    pid_t id; /* 0: none is running */
    int socket;
    uint32_t asked; /* requests so far */
    struct text out, in;
    const struct talk_mark *page; /* shared with it */
    struct talk_mark mark;        /* how far it had come when it was lost */
};

/* What came of an exchange. After PROCESS_LATE and PROCESS_LOST the process is gone. */
enum process_answer {
    PROCESS_DONE,    /* `answer` is what was asked for */
    PROCESS_TROUBLE, /* `answer` describes what went wrong in the plugin */
    PROCESS_LATE,    /* it took more than ten seconds, and was ended */
    PROCESS_LOST     /* it ended, or answered what was not asked, and was ended */
};

/* False when the program cannot be started. */
bool process_start(struct process *process, struct fault *);
void process_end(struct process *process); /* and reaps it; harmless when none runs */
void process_free(struct process *process);

enum process_answer process_ask(struct process *process, enum talk kind, struct value request,
                                struct arena *arena, struct value *answer);

#endif
