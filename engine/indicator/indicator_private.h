/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to indicator: a checked declaration, and what it makes of one anchor. */
#ifndef INDICATOR_PRIVATE_H
#define INDICATOR_PRIVATE_H

#include "ground/text.h"
#include "ground/chance.h"
#include "indicator/indicator.h"
#include "record/anchors.h"

enum { FIELD_IS_NONE = RECORD_FIELDS, SETTING_IS_NONE = -1 };

struct indicator_look {
    struct look look;
    enum look_side side;
    bool negated;          /* none may be there */
    int setting;           /* whose value `within` is, or SETTING_IS_NONE */
    const char *place;     /* after, after[2], not_before */
    const char *otherwise; /* or NULL */
};

/* One of several ways in which it may be so; its looks are some of the indicator's. */
struct way {
    const char *name;
    struct condition *is;
    size_t is_count;
    size_t first, end; /* its looks: from first, before end */
};

/* What is measured: whether, how long until, how often in 100 days at risk. */
enum measures { MEASURES_PEOPLE, MEASURES_DAYS, MEASURES_RATE };

/* A piece of the sentence. */
enum part_kind {
    PART_TEXT,
    PART_DATE,
    PART_FIELD,
    PART_LOOK_COUNT,
    PART_DAYS,
    PART_COUNT,
    PART_VALUE,
    PART_UNIT,
    PART_CLASS,
    PART_SETTING
};

struct part {
    enum part_kind kind;
    int optional;     /* number of the square brackets around it; 0: none */
    const char *text; /* of PART_TEXT; else what stands in the braces */
    bool of_anchor;   /* whose event: the anchor, else that of a look … */
    enum look_side side;
    size_t nth;   /* … the second `after` that is in force, for {after2.date}: 1 */
    size_t field; /* of PART_FIELD; of PART_SETTING the setting */
};

struct indicator {
    struct indicator_facts facts;
    struct plugin *plugin;
    struct pattern *at;
    size_t at_count;
    struct condition *is;
    size_t is_count;
    struct indicator_look *looks; /* before, after, not_before, not_after, each in order */
    size_t look_count;
    size_t outside; /* the first so many looks stand outside of the ways */
    struct way *ways;
    size_t way_count;
    size_t class_field, gather; /* FIELD_IS_NONE where not declared */
    enum measures measures;
    bool in_community; /* days in an institution are not observed days */
    struct part *parts;
    size_t part_count;
    const char *reads;  /* of the open form, whose `at` is all that it reads; else NULL */
    const char **words; /* sorted: what its findings may be called by */
    size_t word_count;
};

/* Reading a declaration: where it is, where faults go. */
struct loading {
    struct plugin *plugin;
    struct indicator *indicator;
    struct faults *faults;
};

extern const struct field_set indicator_way_fields, indicator_pattern_fields, indicator_look_fields,
    indicator_condition_fields;

/* The same declaration with other values of its settings; made in `arena`. Faults name `place`. */
const struct indicator *indicator_with(const struct indicator *indicator, struct value with,
                                       const char *place, struct arena *arena,
                                       struct faults *faults);

/* One person's record as one indicator sees it: what its patterns choose among. */
struct view {
    const struct indicator *indicator;
    const struct record *record;
    struct record at_risk;     /* the record with the days that count: all, or in the community */
    struct events *at, *looks; /* for each pattern of `at`, for each look */
};
struct view view_of(const struct indicator *indicator, const struct record *record,
                    struct arena *arena);

/* Where the question is asked. */
struct anchor *view_anchors(const struct view *view, struct arena *arena, size_t *count);
/* Is it, or may it be, an event at which the question is asked, or one of such a spell? */
bool is_anchor(const struct indicator *indicator, const struct record *record,
               const struct event *event);

/* What one anchor comes to. */
struct answer {
    const struct event *anchor;
    struct fit asked; /* is it an event at which the question is asked? */
    struct fit fit;
    struct look_answer *looks; /* one for each look, also those that decide nothing */
    const struct way *way;     /* that holds; NULL: none, or there are no ways */
    const struct way *open;    /* of what cannot be told: the first way that may hold, or NULL */
    enum basis basis;
    const char *class; /* "" for none */
    bool window;
};

/* The answer at every anchor, in order. */
struct answer *judge_record(const struct indicator *indicator, const struct record *record,
                            struct arena *arena, size_t *count);
/* Why the answer is open, event by event; of a function, at one of the events. */
void add_doubts(const struct view *view, const struct answer *answer, struct arena *arena,
                struct indicator_account *account);
void add_open_doubts(const struct indicator *indicator, const struct record *record,
                     const struct event *event, enum why why, struct arena *arena,
                     struct indicator_account *account);

/* What a look's own answer comes to for the anchor: of one that wants none it is turned round. */
struct fit look_holds(const struct indicator *indicator, const struct indicator_look *look,
                      struct fit fit);
/* Looks that must be there and decide. */
bool look_decides(const struct indicator_look *look);
/* Does this look count in this way: outside of all ways, or one of its own? `way` may be NULL. */
bool look_is_in_force(const struct indicator *indicator, const struct way *way, size_t look);
/* The number of the nth look of a side that may be there and is in force; look_count: none. */
size_t look_in_force(const struct indicator *indicator, const struct way *way, enum look_side side,
                     size_t nth);

/* Answers that are one row: found ones that are told together, else one. */
struct group {
    struct answer **answers;
    size_t count, room;
};
/* With `gather` those that lead on to each other; a rate has all of one class. */
struct group *gather(const struct indicator *indicator, struct answer *answers, size_t answer_count,
                     struct arena *arena, size_t *count);

/* A finding and what its sentence needs. */
struct row {
    struct finding finding;
    const struct answer *answer; /* of the first anchor; NULL without one */
    size_t count;     /* how many were gathered, else how many the first deciding look found … */
    bool is_counted;  /* … and that it surely found all */
    struct days days; /* fewest and most to the nearest event of that look */
    bool has_days;
    const char *anchor;   /* of a function: where it came to it, and by which loop; else NULL */
    bool as_things_stand; /* of a function: it asked to the end of what is observed */
};

struct label {
    indicator_label *of;
    void *context;
};

struct row *find_rows(const struct indicator *indicator, const struct record *record,
                      const struct label *label, struct arena *arena, size_t *count);
/* The same of the open form. False where the function failed: then the one row says so. */
bool open_rows(const struct indicator *indicator, const struct record *record,
               const struct label *label, bool show_message, struct arena *arena, struct row **rows,
               size_t *count, struct fault *fault);
/* Of either form. */
bool all_rows(const struct indicator *indicator, const struct record *record,
              const struct label *label, bool show_message, struct arena *arena, struct row **rows,
              size_t *count, struct fault *fault);
/* Is it a word that the file or a setting says? */
bool open_says(const struct indicator *indicator, const char *word);
/* The row of a person without an anchor; WHY_NONE: not found. */
struct finding row_without(const struct indicator *indicator, const struct record *record,
                           enum why why, struct arena *arena);
/* As exactly as it is known: 2024-03-31, 2024-03, 2024-Q1, 2024, else both days with a stroke
 * between. */
const char *row_date(struct arena *arena, struct days days);
const char *row_certainty(struct fit fit);
const char *tell_row(const struct indicator *indicator, const struct row *row,
                     const struct label *label, struct arena *arena);
/* What stands in the first braces outside of square brackets that nothing fills; or NULL. */
const char *tell_hole(const struct indicator *indicator, const struct row *row,
                      const struct label *label, struct arena *arena);

/* The record that an example's lines make. False with faults said. */
bool example_record(const struct indicator *indicator, size_t example, struct arena *arena,
                    struct record *record, struct faults *faults);
/* The declaration with the example's own settings. */
const struct indicator *example_indicator(const struct indicator *indicator, size_t example,
                                          struct arena *arena, struct faults *faults);
size_t example_count(const struct indicator *indicator);
/* Adds `path:line: example "name": sentence`. */
void example_say(const struct indicator *indicator, size_t example, struct faults *faults,
                 const char *format, ...) __attribute__((format(printf, 4, 5)));
const char *article(const char *noun); /* a contact, an assessment */
/* What the examples must cover. */
void check_cover(const struct indicator *indicator, struct faults *faults);

/* Random timelines of the kinds, fields and codes that an indicator reads. */
struct record chance_record(struct chance *chance, const struct indicator *indicator,
                            struct arena *arena);
struct record record_copy(const struct record *record, struct arena *arena);

/* Each says its faults; what is read lives in the plugin's arena. */
void load_settings(struct loading *loading);
void load_patterns(struct loading *loading);
void load_measures(struct loading *loading);
void load_open(struct loading *loading); /* in place of load_patterns */
void load_tell(struct loading *loading);
bool is_open(const struct plugin *plugin);

#endif
