/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Patterns and looks as a plugin writes them, read from plain data: by the loader from a file's
 * declarations, by the worker from what a function asks. */
#ifndef RECORD_READER_H
#define RECORD_READER_H

#include "ground/value.h"
#include "record/look.h"

enum { WINDOW_MOST = 36525 /* days: a hundred years */ };

struct reader {
    struct arena *arena; /* of what is read; texts of the table are kept, not copied */
    void *context;       /* of the two below */
    /* Says one fault: at which place, what is wrong and what to do. It need not come back. */
    void (*say)(void *context, const char *place, const char *sentence);
    /* The days of the setting that `within` names. False when it said a fault. */
    bool (*setting)(void *context, const char *place, const char *name, int *days);
    /* The only kinds that may be named, and all that `any` is; NULL where every kind may. */
    const char *reads;
};

/* Says every key that a pattern, or a look, does not have, and every value of another type. */
void reader_keys(const struct reader *reader, struct value table, const char *place, bool is_look);

/* A pattern whose keys were checked. */
void reader_pattern(const struct reader *reader, struct value table, const char *place,
                    struct pattern *pattern);
/* A look whose keys were checked; `negated`: none may be there. `otherwise` is the caller's. */
void reader_look(const struct reader *reader, struct value table, const char *place, bool negated,
                 struct look *look);

/* The conditions in a table; other keys are not looked at. `kind` is the one that sentences speak
 * of, or NULL. */
void reader_conditions(const struct reader *reader, struct value table, const char *place,
                       const char *kind, struct condition **conditions, size_t *count);

/* The number of a field. RECORD_FIELDS, and a fault, when there is none of that name. */
size_t reader_field(const struct reader *reader, const char *place, const char *name);
/* The nearest field of an event, or NULL. */
const char *reader_nearest_field(const char *name);

/* Says a fault; `place` as above. */
void reader_say(const struct reader *reader, const char *place, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Whole days that a window may have. */
bool reader_is_window(double days);

#endif
