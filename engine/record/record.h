/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One person's record: what happened and what was answered, in date order, with what was observed.
 *
 * Plain data in an arena; filled by `timeline` from the store, by the reader of dated lines from an
 * example, by the worker from a frame. The rules of before, after, spells, observation and three
 * answers live here, once: this header has events and days, `look.h` what a rule asks of them. */
#ifndef RECORD_RECORD_H
#define RECORD_RECORD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "ground/arena.h"
#include "ground/day.h"
#include "ground/fault.h"
#include "ground/words.h"

/* Fields that a rule may use as if they were columns; from the services and people files. */
enum taken_field {
    TAKEN_service_type,
    TAKEN_ring,
    TAKEN_service_purpose,
    TAKEN_stated_days,
    TAKEN_access_mode,
    TAKEN_preferred,
    TAKEN_COUNT
};
extern const char *const taken_field_name[TAKEN_COUNT];

/* A field of an event by number: the columns (enum event_column) first, then the taken ones. */
enum { RECORD_FIELDS = EVENT_COLUMN_COUNT + TAKEN_COUNT };

struct spell;
struct event {
    const char *id;    /* as printed: the given one, else a hash; never a row number */
    const char *kind;  /* one of event_kind */
    struct days begin; /* every day it may have begun on */
    struct days end;   /* of an interval; equal to begin for a point; DAY_LAST while running */
    bool interval;
    int time, until_time;                  /* minutes after midnight, or -1 */
    int seq;                               /* or -1 */
    const char *field[EVENT_COLUMN_COUNT]; /* NULL: not recorded. Several values are parted by ; */
    const char *taken[TAKEN_COUNT];
    const char *outcome_by;    /* whose account the outcome is: person, coach, service, or NULL */
    const struct spell *spell; /* the events it stands for (look.h); NULL: itself */
};

/* A stretch in which the person was observed; gaps lie between two. Rising, not touching. */
struct observed {
    day from, until; /* both included */
};

/* From when a kind of event is collected where this person is: `contact`, `crisis/ae_attendance` or
 * `contact service_type=food_bank`. */
struct collected {
    const char *kind;
    day since, until; /* until = DAY_LAST while it goes on */
};

struct record {
    const char *person; /* the reference; never given to a plugin */
    struct event *events;
    size_t event_count;
    struct observed *observed;
    size_t observed_count;
    struct collected *collected;
    size_t collected_count;
    bool collects_everything; /* in examples without `collects` */
    day as_of;
};

/* Sorts events by day, then time, then seq, else in a fixed order by kind and the bytes of the
 * fields, which is for printing only (`record_order` says what is known); events of one id are one;
 * pairs edges (`start`, `end`) into intervals and takes `edge` away. Call once after filling. */
void record_arrange(struct record *record, struct arena *arena);

/* Sets what was observed: `from` to `until`, both included, without `not_observed` intervals,
 * ending at death or moving away (on the first day it may have been) and at `as_of`. Call after
 * record_arrange. */
void record_observe(struct record *record, day from, day until, struct arena *arena);

/* The number of a field, RECORD_FIELDS when there is none of that name; and back. */
size_t record_field(const char *name);
const char *record_field_name(size_t field);
static inline bool record_field_has_several(size_t field)
{
    return field < EVENT_COLUMN_COUNT &&
           (event_column[field].type == COLUMN_CODES || event_column[field].type == COLUMN_KEYS);
}
/* What is recorded in a field, as it stands; NULL where nothing is. */
static inline const char *record_says(const struct event *event, size_t field)
{
    return field < EVENT_COLUMN_COUNT ? event->field[field]
                                      : event->taken[field - EVENT_COLUMN_COUNT];
}
/* Does this cell, or this value of one, say anything but the code `unknown`? NULL says nothing. */
static inline bool record_value_says(const char *value, size_t length)
{
    return length && (length != 7 || memcmp(value, "unknown", 7) != 0);
}
static inline bool record_cell_says(const char *cell)
{
    return cell && *cell && (*cell != 'u' || record_value_says(cell, strlen(cell)));
}
/* Does it name other events that it belongs to? */
bool record_has_links(const struct event *event);

/* How sure an answer is. Ordered: of several that must all hold, the least is the answer. */
enum sure { SURELY_NOT, PERHAPS, SURELY };
enum doubt {
    DOUBT_NONE,
    DOUBT_DATE,
    DOUBT_ORDER
}; /* why perhaps: a date not exact; one day, no order */

struct reach {
    enum sure sure;
    enum doubt doubt;
};

enum { WITHIN_ANY = -1 }; /* no limit in days */

/* Does `other` begin at most `within` days after the anchor ends? Whole calendar days, both ends
 * included; on the same day times decide, then seq; `same_day` counts the same day even when the
 * order is not known. An inexact date is every day that it may be: sure is what holds for all of
 * them. */
struct reach record_after(const struct event *anchor, const struct event *other, int within,
                          bool same_day);
/* Did `other` begin before the anchor and end at most `within` days before it begins? 0 days while
 * it is still running. */
struct reach record_before(const struct event *anchor, const struct event *other, int within,
                           bool same_day);
/* The fewest and the most days that `other` may come after, or before, the anchor. */
struct days record_days_after(const struct event *anchor, const struct event *other);
struct days record_days_before(const struct event *anchor, const struct event *other);

/* What is known about the order of two events: -1 a surely before b, 1 surely after, 0 cannot tell
 * or the same moment. */
int record_order(const struct event *a, const struct event *b);

/* Is every day from `from` to `until` observed? True when there is no such day. */
bool record_is_observed(const struct record *record, day from, day until);
/* The first and the last observed day, or DAY_NONE. */
day record_first_day(const struct record *record);
day record_last_day(const struct record *record);
/* Is this (notation of struct collected) collected on every day from `from` to `until`? A kind does
 * not stand for its subtypes. */
bool record_is_collected(const struct record *record, const char *kind, day from, day until);

/* Reads dated lines (`DATE KIND field=value … # note`), the notation of examples, into `record`.
 * Lines of answers and scores are refused by this version. Set `as_of` first (DAY_LAST: no end);
 * what lies after it is left out. `observed`, where it has a stretch, is cut to what record_observe
 * makes of it, else observation runs from the first day to `as_of`. An event without an id gets a
 * hash of what its line says, so a line written twice is one event. Calls record_arrange. Faults
 * begin with `line N: `. */
bool record_read_lines(const char *lines, struct arena *arena, struct record *record,
                       struct fault *);

/* A short stable name of what these texts say: FNV-1a, 64 bits, as 16 small hex digits. */
char *record_name(struct arena *arena, const char *const *texts, size_t count);

#endif
