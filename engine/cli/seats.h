/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scores of what was said about areas. They are worked out when they are printed and kept nowhere
 * near a person's; each respondent's stand apart, and nothing is added up over seats. */
#ifndef CLI_SEATS_H
#define CLI_SEATS_H

#include "cli/cli.h"

struct seat_scores {
    const char *ref; /* area/seat */
    struct derived_score *scores;
    size_t count;
};

struct seats {
    struct seat_scores *all; /* by the bytes of ref; one a respondent */
    size_t count, room;
    size_t next; /* the first that was not taken yet */
};

/* All of them, in the desk's arena. What a plugin fails for is said and has a reason. */
bool seats_read(struct seats *seats, struct desk *desk, day as_of, struct fault *);
/* The next whose reference comes before `ref` (NULL: any); NULL when there is none. */
const struct seat_scores *seats_before(struct seats *seats, const char *ref);

#endif
