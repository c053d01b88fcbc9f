/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The closed lists of our words: kinds of no answer, kinds of event, the columns of each file, the
 * codes that a column takes. One list each, here, for the store, the intake, the record and the
 * loaders. */
#ifndef GROUND_WORDS_H
#define GROUND_WORDS_H

#include <stdbool.h>
#include <stddef.h>

/* Kinds of no answer. The letter is the token, the word is what a cell says. */
enum no_answer { MISSING, DECLINED, UNKNOWN, NOT_ASKED, NOT_APPLICABLE, WITHHELD, NO_ANSWER_KINDS };
extern const char no_answer_token[NO_ANSWER_KINDS];       /* - d u n x w */
extern const char *const no_answer_word[NO_ANSWER_KINDS]; /* missing declined unknown … */

/* What a column of the event file takes. */
enum column_type {
    COLUMN_KEY,   /* any text without control characters: a reference, an id, a service */
    COLUMN_CODE,  /* one of `codes`, or any code word when NULL */
    COLUMN_CODES, /* several, parted by ; */
    COLUMN_KEYS,  /* several keys, parted by ; */
    COLUMN_DATE,
    COLUMN_TIME,
    COLUMN_WHOLE,
    COLUMN_YES_NO, /* yes no unknown */
    COLUMN_WORDS   /* a person's own words: never kept in clear */
};

/* Every column of an event but person, date and kind, in the order of the store's table:
 * X(name, type, codes). */
#define EVENT_COLUMNS(X)                                                                           \
    X(time, COLUMN_TIME, NULL)                                                                     \
    X(until, COLUMN_DATE, NULL)                                                                    \
    X(until_time, COLUMN_TIME, NULL)                                                               \
    X(precision, COLUMN_CODE, "day month quarter year unknown")                                    \
    X(seq, COLUMN_WHOLE, NULL)                                                                     \
    X(subtype, COLUMN_CODE, NULL)                                                                  \
    X(service, COLUMN_KEY, NULL)                                                                   \
    X(thread, COLUMN_KEY, NULL)                                                                    \
    X(need, COLUMN_CODE, NULL)                                                                     \
    X(initiated_by, COLUMN_CODE, "person family_or_friend coach service court_or_police unknown")  \
    X(purpose, COLUMN_CODES, NULL)                                                                 \
    X(outcome, COLUMN_CODE, "need_met partly_met nothing_changed made_worse too_early unknown")    \
    X(outcome_by, COLUMN_CODE, "person coach service")                                             \
    X(channel, COLUMN_CODE, "in_person phone text email letter video unknown")                     \
    X(planned, COLUMN_YES_NO, NULL)                                                                \
    X(worker, COLUMN_KEYS, NULL)                                                                   \
    X(org, COLUMN_KEY, NULL)                                                                       \
    X(pathway, COLUMN_KEY, NULL)                                                                   \
    X(stage, COLUMN_KEY, NULL)                                                                     \
    X(episode, COLUMN_KEY, NULL)                                                                   \
    X(need_words, COLUMN_WORDS, NULL)                                                              \
    X(purpose_by, COLUMN_CODE, "person coach service")                                             \
    X(setting, COLUMN_CODE,                                                                        \
      "community home service_building institution street phone online unknown")                   \
    X(place_chosen_by, COLUMN_CODE, "person joint service unknown")                                \
    X(service_outcome, COLUMN_KEY, NULL)                                                           \
    X(reason, COLUMN_CODE, NULL)                                                                   \
    X(decided_by, COLUMN_CODE, "person joint service funder_rule unknown")                         \
    X(decision, COLUMN_CODE,                                                                       \
      "accepted rejected returned redirected declined not_accepted unknown")                       \
    X(status, COLUMN_CODE, NULL)                                                                   \
    X(cancelled_by, COLUMN_CODE, "person service other unknown")                                   \
    X(from, COLUMN_KEY, NULL)                                                                      \
    X(to, COLUMN_KEY, NULL)                                                                        \
    X(route, COLUMN_CODE, "community_organisation outreach sought_out self service unknown")       \
    X(deficit_shared, COLUMN_YES_NO, NULL)                                                         \
    X(joint, COLUMN_KEY, NULL)                                                                     \
    X(matter, COLUMN_KEY, NULL)                                                                    \
    X(step, COLUMN_CODE, NULL)                                                                     \
    X(respondent, COLUMN_CODE, NULL)                                                               \
    X(settled, COLUMN_CODE, "yes partly no unknown")                                               \
    X(assessment, COLUMN_KEY, NULL)                                                                \
    X(reused, COLUMN_YES_NO, NULL)                                                                 \
    X(asked_by, COLUMN_KEY, NULL)                                                                  \
    X(statutory, COLUMN_YES_NO, NULL)                                                              \
    X(onward, COLUMN_KEY, NULL)                                                                    \
    X(taper, COLUMN_YES_NO, NULL)                                                                  \
    X(compulsory, COLUMN_YES_NO, NULL)                                                             \
    X(plan_group, COLUMN_KEY, NULL)                                                                \
    X(condition, COLUMN_CODES, NULL)                                                               \
    X(agreed, COLUMN_YES_NO, NULL)                                                                 \
    X(tie, COLUMN_KEY, NULL)                                                                       \
    X(budget, COLUMN_CODE, "asked granted refused")                                                \
    X(edge, COLUMN_CODE, "start end")                                                              \
    X(done_by, COLUMN_CODE, "with_person by_person on_behalf")                                     \
    X(led_by, COLUMN_CODE, "person service joint")                                                 \
    X(lived_experience, COLUMN_YES_NO, NULL)                                                       \
    X(scale, COLUMN_CODE, "person service place")                                                  \
    X(follows, COLUMN_KEYS, NULL)                                                                  \
    X(response_to, COLUMN_KEYS, NULL)                                                              \
    X(same_request, COLUMN_KEYS, NULL)                                                             \
    X(part_of, COLUMN_KEYS, NULL)                                                                  \
    X(because, COLUMN_KEYS, NULL)                                                                  \
    X(source, COLUMN_KEY, NULL)                                                                    \
    X(visibility, COLUMN_CODE, "person_only person+coach learning")                                \
    X(sensitivity, COLUMN_CODE, "none safety justice health")                                      \
    X(label_by, COLUMN_KEY, NULL)                                                                  \
    X(withdrawn, COLUMN_DATE, NULL)

enum event_column {
#define X(name, type, codes) EVENT_##name,
    EVENT_COLUMNS(X)
#undef X
        EVENT_COLUMN_COUNT
};

struct column {
    const char *name;
    enum column_type type;
    const char *codes;
};

extern const struct column event_column[EVENT_COLUMN_COUNT];
/* EVENT_COLUMN_COUNT when there is no such column. */
enum event_column event_column_of(const char *name);

/* Kinds of event, closed (subtypes are open), in the order in which pages name them. */
extern const char *const event_kind[];
extern const size_t event_kind_count;
bool event_kind_is(const char *name);

/* The closed list of codes that such an event may have in a column: words. NULL: the column has no
 * list that goes with the kind, and `event_column` says what it takes. */
const char *event_codes(const char *kind, enum event_column column);
extern const char barriers[]; /* why a goal is on hold */

/* Columns of the people file behind `person` and `area`, in the order of the store's table. */
extern const struct column person_column[];
extern const size_t person_column_count;

/* The kinds of small rows that stand beside people, answers and events. A row is known by its first
 * `keys` columns and, where it is a person's, by the person; the rest is what it says. Of a goal's
 * `instrument` this is the id; a note without an id is known by its date and words. */
enum row_kind { ROW_GOAL, ROW_NOTE, ROW_CONSENT, ROW_SERVICE, ROW_AREA, ROW_COLLECTS, ROW_KINDS };
enum {
    GOAL_DATE,
    GOAL_GOAL,
    GOAL_INSTRUMENT,
    GOAL_TIME,
    GOAL_BY,
    GOAL_WORDS,
    GOAL_RATING,
    GOAL_STATUS,
    GOAL_WEIGHT,
    GOAL_MODE,
    GOAL_VERSION,
    GOAL_REASON,
    GOAL_PACE_FELT
};
enum { NOTE_ID, NOTE_DATE, NOTE_WORDS, NOTE_TIME, NOTE_ABOUT };
enum { CONSENT_DATE, CONSENT_PURPOSE, CONSENT_GIVEN, CONSENT_UNTIL };
enum { AREA_AREA, AREA_WITHIN };
enum { COLLECTS_AREA, COLLECTS_KIND, COLLECTS_SINCE, COLLECTS_SUBTYPE, COLLECTS_SERVICE_TYPE };
enum { ROW_COLUMNS_MOST = 13 };

struct row_columns {
    const char *word, *file; /* "goal", "goals": one of them, and what a file of them is called */
    bool of_person;          /* the file has a column `person` in front */
    const char *needed;      /* words: columns that may not be empty */
    size_t keys;
    const struct column *columns; /* in the order of the enums above and of the store's table */
    size_t count;
};
extern const struct row_columns row_columns[ROW_KINDS];

/* Who may answer, and how it was asked. */
extern const char raters[]; /* person proxy coach worker together family_or_friend observer group */
extern const char modes[];  /* unknown self screen assisted interview telephone video */

/* Is `word` one of the codes of this column? Open lists take any code word. */
bool column_takes(const struct column *column, const char *word);

#endif
