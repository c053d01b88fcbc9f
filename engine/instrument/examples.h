/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The file's own examples, once read: what was answered, what is said of it, what it came to. */
#ifndef INSTRUMENT_EXAMPLES_H
#define INSTRUMENT_EXAMPLES_H

#include "instrument/instrument.h"

struct example {
    size_t index;
    const char *name, *forms; /* forms: "" when none is named */
    struct value table;
    struct given given;
    struct answer *answers;
    struct score *scores;
    bool readable; /* answers and scores are there */
};

struct examples {
    const struct instrument *instrument;
    struct example *all;
    size_t count;
    struct arena *arena; /* the plugin's */
    struct faults *faults;
};

/* What an example says of a scale; nil when it says nothing. The value itself, not its table. */
struct value example_says(const struct examples *examples, const struct example *example,
                          size_t scale);
/* The band of a set that it names, or NULL. */
const char *example_band(const struct examples *examples, const struct example *example,
                         size_t scale, const char *set);

/* Says `path:line: sentence` with the line of the examples. */
void examples_say(const struct examples *examples, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* The same but for the last digits. */
bool near(double a, double b);

/* Tokens for which a declared scale comes to `wanted`, or that lack so many answers of a scale;
 * NULL where none are found. */
const char *suggest_value(const struct examples *examples, size_t scale, double wanted);
const char *suggest_blanks(const struct examples *examples, const struct scale *scale, int blanks);

/* Says what no example shows, each with a line that would. */
void examples_cover(const struct examples *examples);

#endif
