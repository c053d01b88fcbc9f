/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A checked report definition, as the rest of this room reads it. */
#ifndef REPORT_DEFINITION_H
#define REPORT_DEFINITION_H

#include "report/report.h"

/* What a section shows, in the order of the tables in definition.c. */
enum shows {
    SHOWS_RECORD,
    SHOWS_WORDS,
    SHOWS_GOALS,
    SHOWS_TIES,
    SHOWS_QUESTIONS,
    SHOWS_METHOD,
    SHOWS_HEARD,
    SHOWS_SCORES,
    SHOWS_ANSWERS,
    SHOWS_FINDINGS,
    SHOWS_CYCLES,
    SHOWS_LIMITS,
    SHOWS_COUNT
};

struct asked_scale {
    const char *of; /* `swemwbs.wellbeing` */
    const struct instrument *instrument;
    const struct scale *scale;
};

struct section {
    const char *id; /* its anchor: what it shows, with a number behind where that comes twice */
    const char *asks;
    enum shows shows;
    struct asked_scale *scales; /* none named on a person's page: every scale that they answered */
    size_t scale_count;
    const struct instrument **instruments; /* of answers: those whose items are shown */
    size_t instrument_count;
    const struct indicator **indicators; /* those named, then the mirrors of those */
    size_t indicator_count, named_count;
    const char *text;    /* of words: a paragraph of the report's own, or NULL: the notes */
    const char *by;      /* or NULL */
    const char **beside; /* ids of norms */
    size_t beside_count;
};

struct report_example {
    const char *name, *says, *never; /* says and never may be NULL */
    int people;
    uint64_t seed;
};

struct report {
    struct report_facts facts;
    struct section *sections;
    size_t section_count;
    struct report_example *examples;
    size_t example_count;
};

/* The word for it in a file. */
const char *shows_word(enum shows shows);

/* Reads section `index` (from 0) of a report whose reader is known. */
bool section_read(struct plugin *plugin, const struct shelf *shelf, struct report *report,
                  size_t index, struct value table, struct faults *faults);

/* Fills what `of`, `by` and `beside` of a section name; `place` is `sections[3]`. */
bool section_read_names(struct plugin *plugin, const struct shelf *shelf, bool about_person,
                        const char *place, struct value table, struct section *section,
                        struct faults *faults);

/* The page of a model, by the report's template. */
bool report_page(const struct report *report, const struct shelf *shelf, struct value model,
                 struct text *page, struct fault *);

/* Reads the examples: those with few people and with many are needed. */
bool report_read_examples(struct plugin *plugin, struct report *report, struct faults *faults);

/* by_later.c: what to ask instead of a `by`, or of a field of a section, that this version does not
 * follow; NULL for any other. */
const char *by_later_instead(const char *by);
const char *field_later_instead(const char *field);

#endif
