/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One open plain file: what its columns are (plain_header.c) and what its rows say (plain.c).
 * Private to intake. */
#ifndef INTAKE_PLAIN_H
#define INTAKE_PLAIN_H

#include "intake/rows.h"

struct plain {
    enum entry_kind entry;
    enum layout layout;
    const struct csv *csv;
    size_t count;                    /* columns read, the `reason` of a set-aside file left off */
    int *fields;                     /* by column; NO_FIELD: an item */
    const struct instrument *all_of; /* `--as instruments/ID`, or NULL */
    struct instruments instruments;
    struct plain_items { /* by instrument: which of its items each column is */
        int *of_column;  /* NULL: not asked for yet */
    } * items;
    struct head_before *before; /* of a long file */
    struct plain_last {         /* named by the row before, and most likely by the next */
        const struct instrument *instrument; /* NULL: none yet */
        bool here;                           /* the row named no version of it */
        int item;                            /* of a long file */
    } * last;
    struct arena *arena;
};

typedef void plain_map(const void *self, const struct csv_row *row, struct arena *arena,
                       struct mapped *mapped);
plain_map *plain_map_of(enum layout layout);

#endif
