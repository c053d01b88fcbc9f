/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the readers of a declaration share: the plugin whose table is read, the instrument that is
 * made of it, and where faults are said. Each reader says all that it finds and returns false when
 * it said any. */
#ifndef INSTRUMENT_LOADER_H
#define INSTRUMENT_LOADER_H

#include "instrument/instrument.h"

struct loader {
    struct plugin *plugin;
    struct arena *arena; /* the plugin's */
    struct instrument *instrument;
    struct faults *faults;
    bool is_kept; /* not beside a file: its tables are `kept` */
    const struct data_file *kept;
    size_t kept_count;
    bool *sound; /* by scale: read without a fault, so that later scales may count it */
};

/* Neither number of items nor of scales has a reason to be larger; together they bound every loop.
 */
enum { ITEMS_MOST = 1000, SCALES_MOST = 200, GOALS_MOST = 100 };

/* Scores stay this near to 0, so that sums over many people are exact. */
#define SCORE_MOST 1e9

extern const struct field_set answers_fields, item_fields, scale_fields, lookup_fields;

/* `answers` at `place` into what an item holds of them. */
bool answers_load(const struct loader *loader, struct value answers, const char *place,
                  struct item *item);
/* A list of numbers, one for each choice of `item` in printed order, put into the order of code. */
bool points_load(const struct loader *loader, struct value points, const char *place,
                 const struct item *item, double **out);

bool items_load(const struct loader *loader);
/* `own`, `repeats` and `weight` of an item, once its answers are read; and of all items, that goals
 * come last. */
bool goals_load(const struct loader *loader, struct value value, const char *place,
                struct item *item);
bool goals_come_last(const struct loader *loader);
/* `about` and `seats` of the file, and the seats that an item names. */
bool seats_load(const struct loader *loader);
bool item_seats_load(const struct loader *loader, struct value value, const char *place,
                     struct item *item);
/* The item with this id, or item_count. */
size_t item_named(const struct instrument *instrument, const char *id);

/* Of the file's own scales, once they are read. */
bool bridges_load(const struct loader *loader);
bool forms_load(const struct loader *loader);

/* Before the scales: what a scale comes to at least rests on what may drop out. */
bool skips_load(const struct loader *loader);
/* May this item drop out? */
bool item_drops(const struct instrument *instrument, size_t item);

bool scales_load(const struct loader *loader);
/* The scale with this id among the first `count`, or `count`. */
size_t scale_named(const struct instrument *instrument, size_t count, const char *id);
/* The parts of scale `index`, each reading its own fields. */
bool counts_load(const struct loader *loader, size_t index, struct value scale);
bool scale_points_load(const struct loader *loader, size_t index, struct value scale);
bool lookup_load(const struct loader *loader, size_t index, struct value lookup);
/* { 18, 61 } both included, { 62 } without an upper end. */
bool span_load(const struct loader *loader, struct value span, const char *place, double *youngest,
               double *oldest);
/* Words of modes, a bit each; NULL: none. */
bool modes_load(const struct loader *loader, const char *words, const char *place, unsigned *bits);
bool needs_load(const struct loader *loader, size_t index, struct value scale);
/* The file of a table: `*file` NULL where it is not here. */
bool data_file_load(const struct loader *loader, const char *name, const char *place,
                    const struct data_file **file);
/* Its rows, put as tables behind the `*count` that there are: one for each different age, mode and
 * sex. What the file does not say of whom it is for is that of `whom`. */
bool data_rows_load(const struct loader *loader, const struct data_file *file, bool profile,
                    const struct lookup *whom, struct lookup **lookups, size_t *count);
/* Are the states of a profile all that the items can make? Sets lowest and highest. */
bool profile_load(const struct loader *loader, size_t index);
/* Of lowest and highest totals: do the tables hold them all? `whole`: every total is whole. */
bool tables_fit(const struct loader *loader, size_t index, bool whole);
/* `wobble.se`: standard errors by total, before the range is worked out. */
bool errors_load(const struct loader *loader, size_t index, struct value scale);
/* `graded` of a scale whose total is by a model; and how far its scores reach. */
bool graded_load(const struct loader *loader, size_t index, struct value scale);
void graded_range(const struct loader *loader, size_t index);
bool range_load(const struct loader *loader, size_t index, struct value scale);
bool bands_load(const struct loader *loader, size_t index, struct value bands);
bool norms_load(const struct loader *loader, size_t index, struct value norms);
bool wobble_load(const struct loader *loader, size_t index, struct value scale);

#endif
