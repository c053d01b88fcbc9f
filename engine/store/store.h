/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The database: content that is only ever added to, and derived tables that can be thrown away. The
 * only user of SQLite. `schema.sql` beside this file says what every column means.
 *
 * What `store_open` and `store_import_begin` give you, you close. What anything else gives you is
 * made in the arena you passed. */
#ifndef STORE_STORE_H
#define STORE_STORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ground/arena.h"
#include "ground/day.h"
#include "ground/fault.h"
#include "ground/words.h"

struct store;

/* --- opening ---------------------------------------------------------------------------------- */

/* Makes a store that belongs to the vault's key: schema, application id, the area every new person
 * is put into (NULL: none). 73 when the file is there already. */
struct vault;
bool store_make(const char *path, const char *area, const struct vault *vault, struct fault *);

enum store_mode { STORE_READ, STORE_WRITE };

/* 66 when there is none, 65 when the file is no store of ours or of a later version, 75 when busy.
 * Applies migrations (each in one transaction) when opened for writing; refuses an older one
 * otherwise. */
bool store_open(const char *path, enum store_mode mode, struct store **store, struct fault *);
void store_close(struct store *store);

/* For a process that reads beside others: keeps 2 MB of pages at hand, not 16. */
bool store_hold_less(struct store *store, struct fault *);

/* Content can be written, and verified, only with the key: `vault` must outlive the store. Without
 * it these end with 66. */
void store_unlock(struct store *store, const struct vault *vault);

/* The mark of the key that this store belongs to. */
void store_mark(const struct store *store, unsigned char mark[16]);
/* The reference of the area given to init, or NULL. */
const char *store_area(const struct store *store);

/* Everything read from the first reading until the end is of one moment, whatever other programs
 * write meanwhile. Nothing is written in it: what should be kept is undone at the end. Within
 * another it is part of that one; `ours` says so, and is given back at the end. */
bool store_read_begin(struct store *store, bool *ours, struct fault *);
void store_read_end(struct store *store, bool ours);

/* --- plugins ---------------------------------------------------------------------------------- */

struct stored_plugin {
    int64_t number;
    const char *kind, *id, *version, *pin, *fingerprint, *source, *items;
    const char *scales; /* of an instrument: scale ids parted by spaces, in order; else "" */
    struct stored_table *tables; /* of an instrument, kept with store_keep_table; by name */
    size_t table_count;
};

/* A table of an instrument's version: a file that stood beside it. */
struct stored_table {
    const char *name, *hash; /* SHA-256 of the file */
    const char *bytes;
    size_t length;
};

/* Every version in use, by number. */
bool store_plugins(struct store *store, struct arena *arena, struct stored_plugin **plugins,
                   size_t *count, struct fault *);

/* Keeps a version in use and gives its number. Same kind, id, version and pin: the number it has.
 * Another pin: 65, "version 1 has about 1,205 administrations and was another file then. …" .
 * Within a transaction of import or score. In an import the number holds until the merge, which
 * numbers what the import has brought by name. `scales` (parted by spaces) are an instrument's
 * scale ids. 75 where one that was not there is to be kept in a store opened for reading. */
bool store_use_plugin(struct store *store, struct stored_plugin *plugin, const char *scales,
                      struct fault *);

/* Keeps the version of a definition that something was made with, also while derived apart, unless
 * it is kept already. A transaction of its own. */
bool store_keep_report(struct store *store, const struct stored_plugin *report, struct fault *);

/* Keeps a table with a version in use, unless it has one of that name. Within a transaction of
 * score; while derived apart, nothing is kept. 75 in a store opened for reading. */
bool store_keep_table(struct store *store, int64_t plugin, const struct stored_table *table,
                      struct fault *);

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

/* --- derived ---------------------------------------------------------------------------------- */

struct derived_score {
    int64_t instrument;
    day date;
    int place, time, by, mode;
    int64_t taken_from; /* the version that was filled in, where another's answers count; else 0 */
    int scale;          /* index within the instrument */
    bool has_value;
    double value;
    const char *category; /* instead of a number, or NULL */
    const char *reason;   /* where there is none, or NULL */
    int answered, of;
    bool has_range;
    double lowest, highest;
    bool has_se;
    double se;
};

struct derived_finding {
    int64_t indicator;
    const char *finding, *date, *state, *why, *basis, *certainty, *class, *unit, *events, *told;
    bool has_value;
    double value;
    bool window; /* the anchor's whole window was observed */
    bool own;    /* not so without events that the person keeps from learning: never counted */
};

/* One transaction of deriving. Everybody is worked out where nothing was yet, where the tables hold
 * a later day, where rows were recorded for a day that has come only now, and for a rebuild; else
 * who is touched, who is due by `as_of`, and again who a plugin failed for. 66 where `person` is
 * not in the store. */
struct derive_how {
    day as_of;
    bool rebuild;
    const char
        *person; /* works out this person alone: the others stay touched; NULL: all of them */
};
bool store_derive_begin(struct store *store, const struct derive_how *how, struct fault *);

/* With what something is worked out: each thing's name and a mark of what it is.
 * `store_derive_with` keeps this list, and the day, in place of the one before. */
struct derived_with {
    const char *name, *value;
};
bool store_derived_with(struct store *store, struct arena *arena, struct derived_with **list,
                        size_t *count, struct fault *);
bool store_derive_with(struct store *store, day as_of, const struct derived_with *list,
                       size_t count, struct fault *);

/* More people to be worked out: all; who answered an instrument, in this version or (NULL) any; who
 * is in an area, or (NULL) in none. */
bool store_touch_everyone(struct store *store, struct fault *);
bool store_touch_answered(struct store *store, const char *instrument, const char *version,
                          struct fault *);
bool store_touch_area(struct store *store, const char *area, struct fault *);

/* The people whom this deriving works out, in the order of references: 8 bytes a person. The caller
 * frees them. */
bool store_derive_people(struct store *store, int64_t **people, size_t *count, struct fault *);

/* What is derived of one person; of every such person before the end. */
struct derived_row {
    int64_t person;
    const char *scores; /* as store_pack_scores writes them; NULL where there are none */
    const struct derived_finding *findings;
    size_t finding_count;
    day next;     /* on which time alone changes something of this; DAY_NONE: never */
    bool settled; /* false where a plugin failed: the next run tries again */
};
struct text;
void store_pack_scores(const struct derived_score *scores, size_t count, struct text *json);
bool store_derive_person(struct store *store, const struct derived_row *row, struct fault *);
bool store_derive_end(struct store *store, bool keep, struct fault *);

/* Reads what is derived, person by person in the order of references; `ref` NULL means everyone,
 * and then `arena` is reset between two. */
struct derived_person {
    int64_t number;
    const char *ref;
    struct derived_score *scores;
    size_t score_count;
    struct derived_finding *findings;
    size_t finding_count;
};
typedef bool store_see_derived(void *context, const struct derived_person *person, struct fault *);
bool store_derived(struct store *store, const char *ref, struct arena *arena,
                   store_see_derived *see, void *context, struct fault *);

/* People who have a finding whose name begins so, in the order of references. */
bool store_finding_owners(struct store *store, const char *beginning, struct arena *arena,
                          const char ***refs, size_t *count, struct fault *);

/* A temporary store for another as-of: derived tables in a private temporary database, content read
 * from this one. Until closed, the derive and derived calls above use it. */
bool store_derive_apart(struct store *store, struct fault *);

/* --- releases --------------------------------------------------------------------------------- */

struct release {
    const char *report, *version, *pin;
    int64_t area;
    struct days period;
    day as_of;
    const char *model;     /* JSON */
    const int64_t *people; /* of whom it shows figures, rising: given to keep, never read back */
    size_t people_count;   /* none where too few were there to show any */
};

/* Looks up the release of this report, area and period; `*there` false when it was not made yet. 65
 * where, with the key at hand, the ledger or what else is nobody's is not as it was sealed. */
bool store_release_find(struct store *store, const char *report, int64_t area, struct days period,
                        struct arena *arena, struct release *release, bool *there, struct fault *);
/* 75 where one with some of the same people and days is there already. Renews the seal: 65 where it
 * does not hold. */
bool store_release_keep(struct store *store, const struct release *release, struct fault *);

/* A release of any report with some of the same people and days: of this area, one that was ever
 * within it or that it was ever within, for a period that overlaps. The earliest such; `*there`
 * false when there is none. `*place` is the reference of its area. One that shows no figure is in
 * the way of its own area only, and not of a longer month, quarter or year with its days in it:
 * else slightly other days, asked for again and again, would tell when the tenth person came. */
bool store_release_overlaps(struct store *store, int64_t area, struct days period,
                            struct arena *arena, struct release *release, const char **place,
                            bool *there, struct fault *);

/* A release with some of the same days whose people are nearly these, whatever area they were in
 * then: all but a few of them, or of these all but a few are in such releases. `people` rising. */
bool store_release_alike(struct store *store, struct days period, const int64_t *people,
                         size_t count, struct arena *arena, struct release *release,
                         const char **place, bool *there, struct fault *);

/* --- looks and seals -------------------------------------------------------------------------- */

/* Somebody was shown something: kept once a day, so that the person can see it. */
struct look {
    const char *ref; /* NULL: an export of everybody */
    day on;
    const char *who;  /* a name that signs in; `command line` */
    const char *what; /* `scores`, `report my_progress` */
};
bool store_look(struct store *store, const struct look *look, struct fault *);

/* Is everything as alongside wrote it? `sentences` (in the arena) say what is not; none when all is
 * well. A store that cannot be read is a fault. */
struct verified {
    int64_t people;
    const char **sentences;
    size_t count;
};
bool store_verify(struct store *store, struct arena *arena, struct verified *verified,
                  struct fault *);

/* The words of a token, in the arena; none where `token` is NULL. 66 when there is no such person.
 */
bool store_words(struct store *store, const char *ref, const char *token, struct arena *arena,
                 struct stored_words *words, struct fault *);

/* --- what is in the store --------------------------------------------------------------------- */

/* How many people's scores and findings are to be worked out anew because something changed, and of
 * how many others something could not be worked out because a plugin failed. */
bool store_count_touched(struct store *store, int64_t *touched, int64_t *failed, struct fault *);

/* The last day that an import was recorded on (DAY_NONE: there was none) and the files of that day
 * by the bytes of their names, parted by ", "; the day for which scores and findings were last
 * worked out, or DAY_NONE. */
struct store_last {
    day imported, scored;
    const char *files;
};
bool store_last(struct store *store, struct arena *arena, struct store_last *last, struct fault *);

/* How many rows stand, by what they are: "swemwbs" of "answers", "contact" of "events", "" of
 * "goals". In the order in which `status` says them. */
struct holding {
    const char *of, *name;
    int64_t count;
    bool of_people; /* rows about somebody: a few tell of few people */
};
bool store_holdings(struct store *store, struct arena *arena, struct holding **holdings,
                    size_t *count, struct fault *);

#endif
