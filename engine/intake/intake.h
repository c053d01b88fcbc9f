/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From files to our words: the plain kinds of file, and intake plugins for everybody else's. Every
 * row is stored or set aside with place, cause and remedy; nothing is dropped silently. */
#ifndef INTAKE_INTAKE_H
#define INTAKE_INTAKE_H

#include <stdbool.h>
#include <stddef.h>

#include "instrument/instrument.h"
#include "plugin/fields.h"
#include "plugin/plugin.h"
#include "store/store.h"
#include "vault/vault.h"

struct intake;

/* Of a whole file, and of a CELL in it. */
extern const struct field_set intake_fields, intake_cell_fields;

bool intake_load(struct plugin *plugin, const struct instrument *const *instruments,
                 size_t instrument_count, struct intake **intake, struct faults *faults);
const struct plugin *intake_plugin(const struct intake *intake);
bool intake_check_examples(const struct intake *intake, size_t *examples, struct faults *faults);
bool intake_check_properties(const struct intake *intake, size_t *properties,
                             struct faults *faults);

/* What becomes of each column, in sentences, for `explain`. */
void intake_describe(const struct intake *intake, struct text *out);
/* What the intake makes of a file, one line a record: dated lines with the person in front, `left
 * out`, or `set aside` and why. At most 64 MiB. */
bool intake_lines(const struct intake *intake, const char *path, struct arena *arena,
                  struct text *out, struct fault *);

/* Is `name` what a file may call an area? NULL, or the sentence that says why not. */
const char *intake_no_area(const char *name, struct arena *arena);

/* The file of a plugin that could not be loaded, or whose examples fail. */
struct intake_broken {
    const char *path;
};

struct intake_how {
    const char *path;
    const char *as;        /* NULL: by the header; `people`, `answers`, `events`, `goals` …,
                              `instruments/ID`, an intake's id */
    const char *form;      /* of answers that name none themselves; NULL: none */
    const char *set_aside; /* NULL: the first free of NAME.set-aside.csv, -2.csv … beside
                              the file; one that is named may not be there yet */
    day recorded;
    bool dry_run;
    const struct instrument *const *instruments;
    size_t instrument_count;
    size_t kept_count; /* so many of them, at the end, are versions that only the store has */
    const struct intake *const *intakes;
    size_t intake_count;
    const struct intake_broken *broken;
    size_t broken_count;
    void (*progress)(void *context, int64_t rows); /* or NULL */
    void *progress_context;
    void (*warn)(void *context, const char *sentence); /* a set-aside row or another thing to say;
                                                          the first 10 of a file, then a count */
    void *warn_context;
};

struct intake_done {
    const char *kind; /* what the file was taken as */
    int64_t rows;     /* of the file; an intake may make several records of one, which are what the
                         result sums */
    struct import_result result;
    const char *set_aside; /* the file that holds the rows set aside, or NULL */
};

/* Imports one file in one transaction, into a store that was given its key. With --dry-run
 * everything is done and rolled back, and no set-aside file is written. Faults are of the file as a
 * whole; nothing has changed then. */
bool intake_file(struct store *store, const struct intake_how *how, struct arena *arena,
                 struct intake_done *done, struct fault *);

#endif
