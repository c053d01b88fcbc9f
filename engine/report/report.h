/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reports: a definition (which questions, what is shown) filled with one person's record or with an
 * area's protected figures, as one model for every format. */
#ifndef REPORT_REPORT_H
#define REPORT_REPORT_H

#include "run/shelf.h"
#include "store/store.h"

struct report;

extern const struct field_set report_fields;

/* Checks a definition: sections, what each shows, of which scales and indicators. Lives in the
 * plugin's arena. */
bool report_load(struct plugin *plugin, const struct shelf *shelf, struct report **report,
                 struct faults *faults);

/* Before anything is made with it: a version that nothing was made with yet has its examples run,
 * 65 with the first that does not hold; so has another file than the one that was this version
 * before.
 */
bool report_may_serve(const struct report *report, struct store *store, const struct shelf *shelf,
                      struct fault *);
/* Keeps that something was made with this version: from now on it is this file. */
bool report_has_served(const struct report *report, struct store *store, struct fault *);

struct report_facts {
    const struct plugin *plugin;
    const char *id, *title, *version;
    const char *reader;   /* person or area */
    const char *period;   /* month quarter year all */
    const char *template; /* file name beside the definition */
    const char *folder;   /* where it lies */
};
const struct report_facts *report_facts(const struct report *report);

/* What `check` warns of: where, what may come of it and what to write; or NULL. */
const char *report_warning(const struct report *report);

/* The sections in order with their questions, for `explain`. */
void report_describe(const struct report *report, struct text *out);

/* One person's model. The derived tables must be up to date. 66 when the person does not exist, 65
 * when the organisation's help.csv cannot be read. */
bool report_person(const struct report *report, struct store *store, const struct shelf *shelf,
                   const char *ref, struct days period, day as_of, struct arena *arena,
                   struct value *model, struct fault *);

/* Does a page bring an answer that should not wait, where no help is named that is near? */
bool report_needs_help(struct value model);

/* An area's model, protected. Printed from the ledger when this report, area and period were
 * released before; `*earlier` then holds the as-of day of that release, else DAY_NONE. 77 when
 * another report, or another area or period, was released with some of the same people and days; 1
 * when a plugin failed for somebody who would be counted. */
bool report_area(const struct report *report, struct store *store, const struct shelf *shelf,
                 const char *area, struct days period, day as_of, struct arena *arena,
                 struct value *model, day *earlier, struct fault *);

/* The release that there is already of this report, area and period; `*as_of` is DAY_NONE where
 * there is none. Needs nothing derived. */
bool report_released(const struct report *report, struct store *store, const char *area,
                     struct days period, struct arena *arena, struct value *model, day *as_of,
                     struct fault *);

/* The report of a made-up area of so many people: of the whole area, or of its first person. */
bool report_invented(const struct report *report, const struct shelf *shelf, int people,
                     uint64_t seed, struct arena *arena, struct value *model, struct fault *);

bool report_check_examples(const struct report *report, const struct shelf *shelf, size_t *examples,
                           struct faults *faults);
bool report_check_properties(const struct report *report, const struct shelf *shelf,
                             size_t *properties, struct faults *faults);

#endif
