/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was taken in, read back as it stands. Included by store.h. */
#ifndef STORE_CONTENT_H
#define STORE_CONTENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ground/arena.h"
#include "ground/day.h"
#include "ground/fault.h"
#include "ground/words.h"

struct store;

/* --- reading one person ----------------------------------------------------------------------- */

/* A row of the people file that stands, by date. Where no row names an area from the beginning, the
 * first one names the area given to init. */
struct stored_person_row {
    day from; /* DAY_FIRST where it holds from the beginning */
    const char *area;
    const char **columns; /* by person_column, NULL where empty */
};

struct stored_administration {
    int64_t instrument; /* number of the plugin version */
    day date;
    int place, time, by, mode;
    const char *tokens;
    int64_t taken_from; /* the version whose answers these are, taken over; 0: its own */
};

struct stored_event {
    const char *id; /* as printed: the given one, else a hash of person, fields and k */
    const char *date, *kind;
    const char **columns; /* by event_column, NULL where empty */
    const char
        *service_outcome_account; /* the outcome code of the service's own account, or NULL */
    int64_t n;                    /* where it came in: for store_event_accounts, never printed */
};

/* Everything of one person that stands: recorded by `as_of`, corrections applied, withdrawn events
 * left out; an event with several accounts is one, its outcome the person's, else the coach's, else
 * the service's, and `outcome_by` saying whose; its other fields are those of the service's row,
 * filled up from the other accounts, but for `visibility`, of which the most private one stands.
 * Withdrawing and consent (`shares`, the same in all rows; `alone`) are as of now, whatever `as_of`
 * is. Events come in order of n, administrations by instrument, date,
 * place, time, by. */
struct stored_person {
    int64_t number;
    const char *ref;
    struct stored_person_row *rows;
    size_t row_count;
    struct stored_administration *administrations;
    size_t administration_count;
    struct stored_event *events;
    size_t event_count;
    struct days *alone; /* they had taken back being accompanied: rising, both days included */
    size_t alone_count;
};

/* People in the order of the bytes of their references: whom a walk visits. */
enum store_whom { STORE_EVERYONE, STORE_TOUCHED };

/* Walks people; each is read into `arena`, which the walk resets between two. `see` returns false
 * with the fault set to stop. */
typedef bool store_see(void *context, const struct stored_person *person, struct fault *);
bool store_walk(struct store *store, enum store_whom whom, day as_of, struct arena *arena,
                store_see *see, void *context, struct fault *);
/* The same of a list of people, in its order. */
bool store_walk_some(struct store *store, const int64_t *people, size_t count, day as_of,
                     struct arena *arena, store_see *see, void *context, struct fault *);

/* One person. 66 with the nearest known reference when there is none. */
bool store_person(struct store *store, const char *ref, day as_of, struct arena *arena,
                  struct stored_person *person, struct fault *);

/* --- what one person said and agreed to ------------------------------------------------------- */

/* Why words are there, or not: `said` is NULL unless they are here. */
enum words_kept {
    WORDS_NONE,   /* nothing was said in words */
    WORDS_HERE,   /* as they were said */
    WORDS_LOCKED, /* the key is not here */
    WORDS_ERASED  /* there is only the token that stood for them */
};
struct stored_words {
    const char *said;
    enum words_kept kept;
};

/* The words of a token, in the arena; none where `token` is NULL. 66 when there is no such person.
 */
bool store_words(struct store *store, const char *ref, const char *token, struct arena *arena,
                 struct stored_words *words, struct fault *);

/* Notes that stand, by date, time (those without one first) and id. */
struct stored_note {
    const char *id;
    day date;
    int time; /* minutes after midnight, or -1 */
    struct stored_words words;
    bool strength; /* what the person brings, in their words; else a note of a day */
};
bool store_notes(struct store *store, const char *ref, day as_of, struct arena *arena,
                 struct stored_note **notes, size_t *count, struct fault *);

/* A goal with every row about it that stands, by date, time and rater. One id rated with an
 * instrument and without is two goals. Goals come in the order in which they were first said, then
 * by id and instrument. What a row does not say is NULL: words hold from their row on. */
struct stored_goal_row {
    day date;
    int time;       /* minutes after midnight, or -1 */
    const char *by; /* who rated it: a word of `raters` */
    struct stored_words words;
    bool has_rating;
    double rating;         /* 0 to 10, or of the instrument's levels */
    const char *no_rating; /* a kind of no answer, or NULL */
    const char *weight;    /* as written */
    const char *status;    /* active on_hold reached changed let_go */
    const char *reason;    /* why it is on hold: a word of `barriers` */
    const char *pace_felt; /* too_fast right too_slow */
};
struct stored_goal {
    const char *goal;
    const char *instrument; /* id, or NULL: rated 0 to 10 and never scored */
    struct stored_goal_row *rows;
    size_t row_count; /* 1 or more */
};
bool store_goals(struct store *store, const char *ref, day as_of, struct arena *arena,
                 struct stored_goal **goals, size_t *count, struct fault *);

/* Words beside an item of an administration that stands, by instrument, date, place, time, rater
 * and item. */
struct stored_answer_words {
    int64_t instrument;
    day date;
    int place, time, by;
    size_t item;       /* its place in the version's item list */
    const char *token; /* the same for the same words, and for nobody else's */
    struct stored_words words;
};
bool store_answer_words(struct store *store, const char *ref, day as_of, struct arena *arena,
                        struct stored_answer_words **said, size_t *count, struct fault *);

/* What was said last to each purpose, for a day that has come: as of now, like `shares`. By purpose
 * in the order of their names. What a people file says in `shares` is to the purpose learning. */
struct stored_consent {
    const char *purpose; /* coaching learning quotes research */
    day date;            /* from when it holds; DAY_FIRST: from the beginning */
    bool given;
    day until; /* the last day it holds; DAY_NONE without an end */
};
bool store_consents(struct store *store, const char *ref, struct arena *arena,
                    struct stored_consent **consents, size_t *count, struct fault *);

/* Who was shown something of this person before a day, the latest first, then in the order in which
 * they looked. */
struct stored_look {
    day on;
    const char *who, *what; /* as in `look` */
    bool everybody;         /* they were one of all who were shown together */
};
bool store_looks(struct store *store, const char *ref, day before, struct arena *arena,
                 struct stored_look **looks, size_t *count, struct fault *);

/* Who answered about an area: a respondent of one seat, known by nothing else. What they filled in
 * stands as a person's does; `as.ref` is area/seat, and `as.number` below 0. */
struct stored_respondent {
    const char *area, *seat, *sheet; /* sheet "" where it need not tell apart */
    struct stored_person as;         /* administrations only */
};
typedef bool store_see_respondent(void *context, const struct stored_respondent *respondent,
                                  struct fault *);
/* Every respondent, by the bytes of area/seat, then sheet. All of it is made in `arena`. */
bool store_respondents(struct store *store, day as_of, struct arena *arena,
                       store_see_respondent *see, void *context, struct fault *);

/* Each row that was ever recorded of one administration by that day, the oldest first. */
struct stored_recording {
    day recorded;
    const char *tokens, *why; /* why NULL: not said */
};
bool store_history(struct store *store, int64_t person,
                   const struct stored_administration *administration, day as_of,
                   struct arena *arena, struct stored_recording **rows, size_t *count,
                   struct fault *);

/* Every row that was recorded of one event by that day, in order: accounts, and corrections of
 * them.
 */
struct stored_account {
    day recorded;
    const char *file; /* it came in with; without its folder */
    const char *date;
    const char *
        *columns; /* as of an event; `outcome_by` says whose account it is, NULL: not said */
};
bool store_event_accounts(struct store *store, int64_t person, const struct stored_event *event,
                          day as_of, struct arena *arena, struct stored_account **accounts,
                          size_t *count, struct fault *);

/* Did this person take back, or never give, consent to being accompanied (purpose coaching)? As of
 * now, by what was said last; a yes that has run out takes nothing back. */
bool store_withdrew(struct store *store, int64_t person, bool *withdrew, struct fault *);

/* How many people there are, and how many may be counted: who said yes last, in a people file or as
 * consent to learning, and has not taken it back. */
bool store_count_people(struct store *store, int64_t *all, int64_t *sharing, struct fault *);

/* --- areas, services and what is collected ---------------------------------------------------- */

/* Is there such an area? Its number; 66 with the nearest otherwise. */
bool store_area_number(struct store *store, const char *ref, int64_t *number, struct fault *);
/* Is `area` the same as `within` or inside it? References; NULL is in none. */
bool store_area_within(struct store *store, const char *area, const char *within, bool *yes,
                       struct fault *);

/* Areas, and each one's nearest one around it (NULL: none), in the order of the bytes. */
struct stored_area {
    const char *area, *within;
};
bool store_areas(struct store *store, struct arena *arena, struct stored_area **areas,
                 size_t *count, struct fault *);

/* Services as a file of services described them by `as_of`, in the order of the bytes. What was not
 * said is NULL. */
struct stored_service {
    const char *service, *type, *ring, *purpose, *stated_days, *access_mode, *title;
};
bool store_services(struct store *store, day as_of, struct arena *arena,
                    struct stored_service **services, size_t *count, struct fault *);

/* From when until when each kind of event is collected in an area, as recorded by `as_of`: what a
 * file of collects says; of a kind that it does not name there, from the first event of that kind
 * there on, but for those that people keep from learning (`visibility`). */
struct stored_collects {
    const char *area; /* NULL: people in no area */
    const char *kind; /* `contact`, `contact/subtype`, `contact service_type=food_bank` */
    day since, until; /* both included; DAY_LAST without an end */
    bool said;        /* by a file; else from the first event on */
};
bool store_collects(struct store *store, day as_of, struct arena *arena,
                    struct stored_collects **rows, size_t *count, struct fault *);
/* Only what files say, by area, kind and since. */
bool store_collects_said(struct store *store, day as_of, struct arena *arena,
                         struct stored_collects **rows, size_t *count, struct fault *);
/* The same within a deriving, which keeps what it found: called once in each, because what is kept
 * is taken to hold for the day that the derived tables hold. */
bool store_derive_collects(struct store *store, day as_of, struct arena *arena,
                           struct stored_collects **rows, size_t *count, struct fault *);

#endif
