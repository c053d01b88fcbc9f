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
    const char *reads; /* kinds of `at` and of all that is looked for around it */
    const char
        *class; /* the field of events whose codes are the classes; NULL: words of the file */
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
    day next; /* of the open form: as indicator_next, for what the function asked; else DAY_NONE */
};

/* Labels of codes and services for sentences; NULL gives the code with _ as spaces. */
typedef const char *indicator_label(void *context, const char *column, const char *code);

/* One row an anchor; one row for a person without an anchor. Made in `arena`. False where the
 * function of an open form failed: the fault says how without a word about the person, and the one
 * row is `cannot_tell`, `plugin_failed`. */
bool indicator_find(const struct indicator *indicator, const struct record *record,
                    indicator_label *label, void *context, struct arena *arena,
                    struct finding **findings, size_t *count, struct fault *);

/* The next day after the record's as-of day on which the answer at some anchor changes although
 * nothing more happens; DAY_NONE: never. Days on which what is observed changes are timeline's,
 * those of an open form stand in its findings. */
day indicator_next(const struct indicator *indicator, const struct record *record,
                   struct arena *arena);

/* The days that one look asks about at an anchor, and what is known of them. */
struct indicator_window {
    bool after;                  /* the anchor; else before it */
    bool none_wanted;            /* it asks that there be none */
    bool decides;                /* else it is only told */
    bool open;                   /* it is this that leaves the answer open */
    bool fails;                  /* it is this, or this too, that makes it not found */
    const char *first;           /* it asks for none earlier that agrees in this field; else NULL */
    const char *kinds;           /* `contact or request` */
    int within;                  /* days, or WITHIN_ANY */
    int least;                   /* so many are asked for */
    const struct event **events; /* of the record, that surely fit, nearest first */
    size_t event_count;
    struct days days;
    day unseen;          /* the first of them that was not observed; DAY_NONE: all were */
    const char *missing; /* all that is not collected on every one of them: `a`, `a and b`; NULL */
};

/* An event of which something is not known that leaves the answer open. */
struct indicator_doubt {
    const struct event *event; /* the anchor, or one around it */
    const char *fields;        /* of `not_recorded`: those that are not, parted by spaces */
};

/* Why the answer at one anchor is what it is. */
struct indicator_account {
    const struct event *anchor; /* of a spell its first event */
    const char *fails; /* fields of the anchor that make it not found, parted by spaces; or NULL */
    struct indicator_window *windows;
    size_t window_count;            /* none of the open form, whose function looks as it likes */
    struct indicator_doubt *doubts; /* each event once */
    size_t doubt_count;
};
/* Of a finding by its first event, its date and its `why`. False where there is no such anchor.
 * Made in `arena`. */
bool indicator_account(const struct indicator *indicator, const struct record *record,
                       const struct finding *finding, struct arena *arena,
                       struct indicator_account *account);
/* All of its anchors that is not collected on every observed day: `a`, `a and b`; or NULL. */
const char *indicator_anchor_missing(const struct indicator *indicator, const struct record *record,
                                     struct arena *arena);

/* The whole file said back in sentences, with what would be `cannot tell`, for `explain`. */
void indicator_describe(const struct indicator *indicator, struct text *out);

bool indicator_check_examples(const struct indicator *indicator, size_t *examples,
                              struct faults *faults);
bool indicator_check_properties(const struct indicator *indicator, size_t *properties,
                                struct faults *faults);
/* What its author should know although nothing fails. Call when examples hold. */
void indicator_warnings(const struct indicator *indicator, struct faults *warnings);

#endif
