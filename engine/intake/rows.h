/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What makes entries of the rows of one open file: the plain kinds of file by their header, an
 * intake by what its plugin declares. Private to intake. */
#ifndef INTAKE_ROWS_H
#define INTAKE_ROWS_H

#include "csv/csv.h"
#include "intake/entry.h"
#include "intake/intake.h"

/* What became of one row. */
struct mapped {
    const char *form;       /* given: that of answers that name none; NULL: none */
    struct entry **entries; /* not checked yet; none: left out */
    size_t count;
    struct why why; /* `what` set: the row cannot be mapped */
};

struct rows {
    const char *kind; /* said to people: people, answers, events, an intake's id */
    struct instruments instruments;
    const char *form; /* of answers that name none; NULL: none */
    void *self;       /* in the arena it was made in */
    void (*map)(const void *self, const struct csv_row *row, struct arena *arena,
                struct mapped *mapped);
    bool strip_last; /* the last column is the `reason` of a set-aside file */
};

enum row_state { ROW_GOOD, ROW_LEFT_OUT, ROW_ASIDE };

/* Maps one row and checks everything it gives: `mapped` holds checked entries, or `why` it is set
 * aside. One wrong entry sets the whole row aside, so that it comes back whole. */
enum row_state rows_take(const struct rows *rows, const struct csv_row *row, struct arena *arena,
                         struct mapped *mapped);

/* --- the plain kinds ------------------------------------------------------------------------- */

/* How the rows of a file are laid out: a record a row with a column a field; an answer a row; the
 * answers of an administration a row, with a column an item. */
enum layout { LAYOUT_FIELDS, LAYOUT_LONG, LAYOUT_WIDE };

struct plain_kind {
    enum entry_kind entry;
    enum layout layout;
    const char *later; /* of a kind that is known and cannot be kept yet: its name */
};

/* What the header of an open file says it is. False: nothing of ours begins so. */
bool plain_kind_of(const struct csv *csv, struct plain_kind *kind);
/* What `--as NAME` says it is; of answers the header tells the rest. False: no such kind. */
bool plain_kind_named(const struct csv *csv, const char *name, struct plain_kind *kind);
/* The names that --as takes: words. */
extern const char plain_kind_names[];

/* Has the header all of these columns? */
bool header_has(const struct csv *csv, const char *columns);

/* Is the last column the `reason` that a set-aside file has added? Where the file may have a
 * `reason` of its own (`ours`), a second one or the file's name tells. */
bool header_added_reason(const struct csv *csv, const char *path, bool ours);

/* Checks the header as a file of that kind and gives its rows. `all_of` is the instrument of `--as
 * instruments/ID`, or NULL. */
bool plain_rows(const struct csv *csv, const char *path, struct plain_kind kind,
                const struct instrument *all_of, struct instruments instruments,
                struct arena *arena, struct rows *rows, struct fault *);

/* --- an intake ------------------------------------------------------------------------------- */

/* Finds the columns that the intake names in the header. */
bool intake_rows(const struct intake *intake, const struct csv *csv, const char *path,
                 struct arena *arena, struct rows *rows, struct fault *);
/* Has the header every column that it names? */
bool intake_fits(const struct intake *intake, const struct csv *csv);
char intake_separator(const struct intake *intake);
const char *intake_encoding(const struct intake *intake);

#endif
