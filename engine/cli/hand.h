/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One instrument in the hand of `try`: what it needs to score answers and to print what they come
 * to. */
#ifndef CLI_HAND_H
#define CLI_HAND_H

#include "cli/rows.h"
#include "cli/try.h"

struct hand {
    struct try *try;
    const struct instrument *instrument;
    struct worker *worker;       /* NULL for an instrument without functions */
    struct stored_plugin plugin; /* for the columns of a row */
    struct given given;
    const char *form; /* printed editions, or NULL */
    struct answer *answers;
    struct score *scores;
    struct arena *arena; /* of the answers in hand */
    bool steps;          /* worked steps in words, not rows */
    struct rows rows;
    struct text out;
};

/* Scores hand->answers into hand->scores. */
bool hand_score(struct hand *hand, struct fault *);
/* Is --seat one of the instrument's seats, and there where it is needed? */
bool hand_seat(const struct hand *hand, struct fault *);
/* Adds what they come to: the steps, or a row a scale. `row` is the number of the administration.
 */
void hand_put(struct hand *hand, const char *row);

/* Every row of a CSV file with a column for each item; "-" is standard input. Rows that cannot be
 * read are said, and the rest goes on. */
bool hand_csv(struct hand *hand, const char *path, struct fault *);

/* Published values of people like these, beside the steps: those whose sex and age are the ones
 * given. */
void hand_put_norms(const struct hand *hand, struct text *out);

#endif
