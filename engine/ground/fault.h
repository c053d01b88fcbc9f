/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What went wrong, said where it was found and passed up.
 *
 * A function that can fail returns bool and takes a `struct fault *` last. It returns false and has
 * set the fault, or returns true and has left it alone. The sentence names what, where, why and
 * what to do; callers add nothing that the sentence already says. No global holds a fault. */
#ifndef GROUND_FAULT_H
#define GROUND_FAULT_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

/* The numbers are the program's exit codes. */
enum fault_kind {
    FAULT_NONE = 0,
    FAULT_ATTENTION = 1, /* done, but something needs a person */
    FAULT_USAGE = 64,    /* wrong use of a command */
    FAULT_DATA = 65,     /* the file as a whole cannot be taken; nothing changed */
    FAULT_NO_FILE = 66,  /* no such file (or person, area, report) */
    FAULT_OURS = 70,     /* an error of ours */
    FAULT_CREATE = 73,   /* cannot create */
    FAULT_IO = 74,       /* input or output failed */
    FAULT_BUSY = 75,     /* another writer is at work: try again */
    FAULT_REFUSED = 77   /* consent, role, the disclosure rule, a wrong key */
};

struct fault {
    enum fault_kind kind;
    char text[1024]; /* one or more whole sentences, no newline at the end */
};

/* Sets `fault` and returns false, so that a finder may write `return fault_set(…)`. */
bool fault_set(struct fault *fault, enum fault_kind kind, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Several faults of one file, said at once: what `check` prints. At most FAULTS_SAID are kept, all
 * are counted; the text of each is owned by the list. */
enum { FAULTS_SAID = 20 };

struct faults {
    size_t count; /* found; may be more than are kept */
    char *said[FAULTS_SAID];
};

void faults_add(struct faults *faults, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void faults_clear(struct faults *faults);

#endif
