/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file on its way into the store. Included by store.h. */
#ifndef STORE_IMPORTING_H
#define STORE_IMPORTING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ground/arena.h"
#include "ground/day.h"
#include "ground/fault.h"
#include "ground/words.h"

struct store;

/* --- importing -------------------------------------------------------------------------------- */

/* One file is one import is one transaction. Rows are staged in a private temporary database beside
 * the store, then merged person by person. */
struct import;

/* What became of rows. in = new + corrected + known + left_out + set_aside, always. */
struct import_sum {
    int64_t in, fresh, corrected, known, left_out, set_aside;
};

/* A row that the merge sets aside: its place in the source, so that the caller can write it out. */
struct import_aside {
    int64_t line;
    const char *reason; /* a sentence without the place */
};

/* Persons' keys are made, words sealed and hashes renewed with the store's key. Where something
 * else has changed what is written to, this, or for a person the merge, ends with 65. */
bool store_import_begin(struct store *store, const char *file, day recorded, struct import **import,
                        struct fault *);

/* A row of a people file. `columns[i]` for i < person_column_count, NULL where empty. */
struct import_person {
    int64_t line;
    const char *ref, *area;     /* area NULL: not said */
    const char *date;           /* from when the row holds; NULL: from the beginning */
    const char *const *columns; /* words in clear: they are sealed before they are staged */
};
bool store_import_person(struct import *import, const struct import_person *row, struct fault *);

/* Answers of one administration from one row of a file: one item (long form) or all (wide form).
 * Pieces with the same key meet in the merge wherever they stand in the file. */
struct import_answers {
    int64_t line;
    const char *ref; /* of a person; NULL where it is about an area: */
    const char *area, *seat;
    const char *sheet;        /* tells apart two who answered on one day; NULL where it need not */
    int together;             /* how many answered as a group; 0: not said */
    const char *id, *edition; /* the source's own key, the printed version; NULL: not said */
    int64_t instrument; /* number of the plugin version; its item list gives the order of tokens */
    day date;           /* or 0 with place > 0 */
    int place;
    int time;                  /* minutes or -1 */
    int by, mode;              /* numbers of `rater` and `mode` */
    size_t item_count;         /* of the version */
    size_t first, count;       /* tokens[0..count) are of items first … first + count − 1 */
    const char *const *tokens; /* "-" says nothing and removes nothing; of a repeated item, which is
                                  the last, goals parted by spaces */
    const char *const *words; /* beside `tokens`: what was said where one is +; NULL: nothing was */
};
bool store_import_answers(struct import *import, const struct import_answers *row, struct fault *);

/* An event. `columns[i]` for i < EVENT_COLUMN_COUNT, NULL where empty; `worker` holds the source's
 * own keys and is turned into the person's tokens here. */
struct import_event {
    int64_t line;
    const char *ref, *id, *date, *kind;
    const char *const *columns;
};
bool store_import_event(struct import *import, const struct import_event *row, struct fault *);

/* A goal, note, consent, service, area or what an area collects. `columns[i]` for i <
 * row_columns[kind].count, NULL where empty. Of a goal with an instrument: `version` is set, the
 * instrument was given its number by store_use_plugin, and the administration of that day, time and
 * rater holds every goal that stands. A changed service touches everybody. */
struct import_row {
    int64_t line;
    enum row_kind kind;
    const char *ref; /* of a person's row, else NULL */
    const char *const *columns;
};
bool store_import_row(struct import *import, const struct import_row *row, struct fault *);

/* Merges what was staged. Adds to `sum` the fresh, corrected, known and set_aside rows; `asides`
 * (in the arena, by line) are the rows it set aside. `new_people`, `new_areas` (references) are
 * what was met for the first time. */
struct import_result {
    struct import_sum sum;
    struct import_aside *asides;
    size_t aside_count;
    int64_t new_people, people_without_area;
    const char **new_areas;
    size_t new_area_count;
};
bool store_import_merge(struct import *import, struct arena *arena, struct import_result *result,
                        struct fault *);

/* Ends it: keep commits, otherwise everything is rolled back (`--dry-run`). Always frees `import`.
 */
bool store_import_end(struct import *import, bool keep, struct fault *);

#endif
