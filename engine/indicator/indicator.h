/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Indicators: rules that notice something in a timeline. Declared ones are joined here in C; the
 * answer at each anchor is found, not found or cannot tell. */
#ifndef INDICATOR_INDICATOR_H
#define INDICATOR_INDICATOR_H

#include <stdbool.h>
#include <stddef.h>

#include "plugin/fields.h"
#include "plugin/plugin.h"
#include "record/record.h"

struct indicator;

extern const struct field_set indicator_fields, indicator_example_fields;

/* What a reader of reports needs of one; owned by it. */
struct indicator_facts {
    const struct plugin *plugin;
    const char *id, *title, *version, *asks, *source, *mislead, *tell, *mirrors;
    const char *kinds; /* of `at`, parted by spaces */
    size_t setting_count;
    const struct indicator_setting {
        const char *name, *means;
        double value, from, to; /* bounds are infinite where the file gives none */
        bool is_number;
        const char *word; /* where it is a name */
    } * settings;
};

bool indicator_load(struct plugin *plugin, struct indicator **indicator, struct faults *faults);
const struct indicator_facts *indicator_facts(const struct indicator *indicator);

struct finding {
    const char *finding; /* hash of indicator, person and the events it rests on */
    const char *date;    /* of the anchor as exactly as known; "" without one */
    const char *state;   /* found not_found cannot_tell */
    const char *why;     /* of cannot_tell, else "" */
    const char *basis, *certainty, *class;
    bool has_value;
    double value;
    const char *unit;   /* times, days, … or "" */
    const char *events; /* ids parted by spaces, the anchor first */
    const char *told;   /* for found; "" otherwise */
    bool window;        /* the anchor's whole window was observed */
};

/* Labels of codes and services for sentences; NULL gives the code with _ as spaces. */
typedef const char *indicator_label(void *context, const char *column, const char *code);

/* One row an anchor; one row for a person without an anchor. Made in `arena`. */
bool indicator_find(const struct indicator *indicator, const struct record *record,
                    indicator_label *label, void *context, struct arena *arena,
                    struct finding **findings, size_t *count, struct fault *);

/* The next day after the record's as-of day on which the answer at some anchor changes although
 * nothing more happens; DAY_NONE: never. Days on which what is observed changes are timeline's. */
day indicator_next(const struct indicator *indicator, const struct record *record);

/* The whole file said back in sentences, with what would be `cannot tell`, for `explain`. */
void indicator_describe(const struct indicator *indicator, struct text *out);

bool indicator_check_examples(const struct indicator *indicator, size_t *examples,
                              struct faults *faults);
bool indicator_check_properties(const struct indicator *indicator, size_t *properties,
                                struct faults *faults);

#endif
