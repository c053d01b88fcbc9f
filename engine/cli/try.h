/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What trying a plugin shares between the kinds. Each try_ function prints its result; it fails
 * with the faults of the file in `faults`, or with one of the data in the fault. */
#ifndef CLI_TRY_H
#define CLI_TRY_H

#include "cli/cli.h"
#include "ground/day.h"

struct
try {
    struct common common;
    const char *file, *data, *answers;
    const char *format; /* NULL: the usual one */
    struct given given;
    const char *form; /* printed editions, or NULL */
    const char *sex;  /* or NULL */
    struct days born; /* DAY_NONE: not said */
    day as_of;
    struct desk desk;
};

/* Which of some words `wanted` is, from 0; −1 when it is none. */
int try_word(const char *words, const char *wanted);

/* Is there a file to try it on? Else 64, saying `what` it must be. */
bool try_needs_data(const struct try *try, const char *what, struct fault *);
void try_say_faults(struct try *try, struct faults *faults);

bool try_instrument(struct try *try, struct plugin *plugin, struct faults *faults, struct fault *);
bool try_indicator(struct try *try, struct plugin *plugin, struct faults *faults, struct fault *);
bool try_intake(struct try *try, struct plugin *plugin, struct faults *faults, struct fault *);
bool try_report(struct try *try, struct plugin *plugin, struct faults *faults, struct fault *);

#endif
