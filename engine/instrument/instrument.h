/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Instruments: declarations read from a plugin, checked, compiled to a plan that C interprets.
 *
 * The order of working is that of the contract: read, skip, points, turn round, count, fill, total,
 * times and plus, lookup. Nothing is ever rounded. No score is never 0: it has a reason. */
#ifndef INSTRUMENT_INSTRUMENT_H
#define INSTRUMENT_INSTRUMENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ground/day.h"
#include "ground/text.h"
#include "ground/words.h"
#include "plugin/fields.h"
#include "plugin/plugin.h"

enum answer_kind { ANSWER_CODE, ANSWER_WORDS, ANSWER_GOALS, ANSWER_NONE };

/* One goal of a list: `home:1@3`. */
struct goal {
    const char *name;
    bool has_level;
    double level;        /* a code of the item */
    enum no_answer none; /* without a level */
    double weight;       /* 1 where none is given */
};

/* Small, and of a size that is quick to count in: everybody has as many as there are items. */
struct answer {
    enum answer_kind kind;
    enum no_answer none;      /* of ANSWER_NONE */
    double code;              /* of ANSWER_CODE */
    const struct goal *goals; /* of ANSWER_GOALS, by name; each name once */
    uint32_t goal_count;      /* 0 of any other kind */
    short skip;    /* the skip that says it is not asked, from 1; 0: none. After skipping */
    bool supplied; /* the code is the skip's; nothing was answered */
    bool dropped;  /* of ANSWER_NONE: left out, as if the scale did not count it */
};

struct choice {
    double code;
    double points; /* what the item gives it; the code where it gives nothing */
    const char *label;
    size_t printed; /* its place in the order of the file, from 0 */
};

struct item {
    const char *id;
    const char *about;      /* our paraphrase, or NULL */
    const char *text;       /* the wording where it may ship, or NULL */
    struct choice *options; /* rising codes; NULL for a range or words */
    size_t option_count;
    uint16_t digits;       /* a bit for each digit that is a code, as nearly every code is one */
    bool words;            /* answered in words: token + */
    double from, to, step; /* lowest and highest code; to = INFINITY without an upper end */
    const char *unit;      /* of a number: minutes, units of alcohol; or NULL */
    double *points;        /* worth by choice in order of code; NULL: the code */
    bool unordered;
    bool own;     /* the person words it, and later administrations keep the wording */
    bool repeats; /* a list of goals; only the last item */
    size_t goals_least, goals_most; /* so many are asked for; more than the most are refused */
    bool weighs;                    /* goals may carry weights */
    double weight_least, weight_most;
    const char *seats; /* asked of these only: words; NULL: of all */
    bool has_flag;
    double flag;          /* an answer this high is brought to the person at once */
    struct printed_none { /* a printed code that is a kind of no answer: -99 */
        bool has_code;
        double code;
        const char *label; /* or NULL */
    } printed_none[NO_ANSWER_KINDS];
};

/* One entry of what a scale counts. */
struct counted {
    bool is_scale;
    size_t index;   /* of the item, or of an earlier scale */
    bool turned;    /* counts turned_sum less what it is worth */
    bool drops;     /* a skip may leave it out */
    double *points; /* own worth by choice in order of code; NULL: the item's */
    size_t point_count;
    const double *worths; /* of an item: these points, own or the item's; NULL: the code */
    double turned_sum;    /* its lowest and highest worth together */
    double least, most;   /* what it can count here; most = INFINITY without an upper end */
};

/* One entry whose worth is a code as it stands, or turned round. */
struct simple {
    uint32_t item;
    bool turned; /* counts turned_sum less the code */
    double turned_sum;
};

enum scale_total { TOTAL_SUM, TOTAL_MEAN, TOTAL_PROFILE, TOTAL_FUNCTION, TOTAL_EAP };
enum scale_better { BETTER_NEITHER, BETTER_HIGHER, BETTER_LOWER };

struct band_set {
    const char *id, *source;
    struct step *steps;
    size_t count;
};

struct norm {
    const char *id, *sex, *of, *year, *source, *mode;
    bool has_mean, has_sd, has_n, has_age;
    double mean, sd;
    int64_t n; /* how many they were */
    double youngest,
        oldest; /* whole years, both included; oldest = INFINITY without an upper end */
};

/* One published table from total to score, and for whom it holds. */
struct lookup {
    double *values;
    double from;   /* the total of the first value */
    double run;    /* as many values as stand for whole totals from there on; 0: steps */
    double *froms; /* of steps, from where up each value is, rising; or NULL */
    size_t count;
    const char **states; /* of a profile, one for each value, rising by bytes; or NULL */
    double *se;          /* standard errors, one for each value; or NULL */
    bool has_age;
    double youngest, oldest; /* whole years, both included; oldest = INFINITY without an end */
    unsigned modes;          /* a bit each by their number in the store; 0: any */
    const char *sex;         /* NULL: any */
    const char *place;       /* where the file says it: scales[1].lookup[2] */
};

struct scale {
    const char *id, *title;
    struct counted *counts;
    size_t count;
    struct simple *simple; /* the same entries, when all are of this simple kind; or NULL */
    bool turns;            /* one of these is turned round */
    int unanswered;        /* so many may lack an answer */
    const char **too_few;  /* by how many are answered, from 0: why that is no score, or NULL */
    bool fill_mean, fill_number;
    double fill;
    enum scale_total total;
    double times, plus;
    struct lookup *lookups; /* the first that holds for somebody is theirs; NULL: none */
    size_t lookup_count;
    const struct lookup *lookup; /* the only one, which holds for everybody; or NULL */
    const double **graded; /* by entry, logs of its answers' curves one behind another; or NULL */
    const struct lookup *errors; /* standard errors by total, from `wobble`; NULL: none */
    bool own_errors;             /* a score has its own, from these, its table or its model */
    const char *absent, *obtain; /* a table's file that is not here, and where it is got */
    const char *function;        /* place of `score`, or NULL */
    unsigned needs;              /* what the function is given: bits of enum needs */
    const char **values;         /* a category's values, or NULL */
    size_t value_count;
    bool has_range;
    double lowest, highest; /* of the result, worked out or declared; infinite without an end */
    bool narrowed;          /* declared, so that a score might lie beyond it */
    double apart; /* whole scores are multiples of this apart; 0: not a whole-number scale */
    enum scale_better better;
    int digits; /* for printing */
    bool own_view;
    struct band_set *bands;
    size_t band_count;
    struct norm *norms;
    size_t norm_count;
    bool has_sem, has_change; /* wobble: at most one. `sd` and `r` in the file make a sem */
    double sem, change;
    const char *wobble_source;
    const char *wobble_r_of;                    /* which reliability `sem` was made with, or NULL */
    bool has_matters_person, has_matters_group; /* smallest change that people notice */
    double matters_person, matters_group;
    const char *matters_source;
    const char *variant; /* another way of scoring that scale of this file, or NULL */
};

/* A printed edition: another order of the items, other codes for the options, or both. Undone while
 * reading; answers never know of it. */
struct form {
    const char *id;
    size_t *order;  /* order[k]: the item printed at k; NULL: the file's order */
    double **codes; /* by item, by choice in printed order; NULL, also of one item: the file's */
};

/* What an item must be for a skip to fit: one of these codes, or one of these kinds of no answer.
 */
struct skip_condition {
    size_t item;
    double *codes;
    size_t code_count;
    bool none[NO_ANSWER_KINDS];
};

/* What is needed besides answers, a bit each, in the order of the words that a file writes. */
enum needs { NEEDS_AGE = 1, NEEDS_SEX = 2, NEEDS_MODE = 4, NEEDS_BY = 8, NEEDS_EARLIER = 16 };

/* Items that are not asked when every condition fits. */
struct skip {
    struct skip_condition *when;
    size_t when_count;
    size_t *items;
    size_t item_count;
    bool supplies; /* counts as answered with `as`; otherwise it drops out */
    double as;
};

/* Scales that mean the same as in an earlier version. */
struct bridge {
    const char *version;
    const char **scales;
    size_t count;
};

/* A file of a table, ID.NAME.csv beside the plugin or kept with its version. */
struct data_file {
    const char *name;
    char hash[65]; /* SHA-256 */
    const char *bytes;
    size_t length;
};

struct instrument {
    const struct plugin *plugin;
    char mark[65];           /* SHA-256 of what its results rest on: pin and tables */
    struct data_file *files; /* its tables that are here */
    size_t file_count;
    const char *id, *title, *version, *source;
    const char *mislead;    /* or NULL */
    const char *content;    /* said before it is filled in, or NULL */
    const char *recall;     /* "the last two weeks", or NULL */
    int recall_days;        /* 0: not said */
    const char *taken_from; /* whose items these are too, or NULL. Never its own id */
    const char *raters;     /* words */
    unsigned scored_raters; /* the same, a bit each by their number in the store */
    bool about_area;        /* answered about an area, by seat */
    struct seat {
        const char *id, *title;
    } * seats;
    size_t seat_count; /* 0 unless about an area */
    const char *wording_terms, *scoring_terms, *wording_holder;
    const char *wording_notice; /* printed wherever the wording is, or NULL */
    bool wording_ships, scoring_ships;
    bool wording_unaltered; /* no rewording, no reordering, translations only by the holder */
    struct item *items;
    size_t item_count;
    struct scale *scales;
    size_t scale_count;
    struct form *forms;
    size_t form_count;
    struct skip *skips;
    size_t skip_count;
    struct bridge *bridges;
    size_t bridge_count;
    bool has_functions;
    unsigned needs; /* of any scale */
};

/* The fields of an instrument, for `explain` and the test of the documentation. */
extern const struct field_set instrument_fields;

/* Checks and compiles; everything lives in the plugin's arena. False when any fault was said. Does
 * not run the examples. */
bool instrument_load(struct plugin *plugin, struct instrument **instrument, struct faults *faults);
/* The same of a version that is kept elsewhere, with the tables that are kept with it. */
bool instrument_load_kept(struct plugin *plugin, const struct data_file *files, size_t count,
                          struct instrument **instrument, struct faults *faults);

/* Which tables are not here, where they are got, what is not scored until they are, and which
 * examples are skipped, in sentences of a line each; NULL when nothing is lacking. */
const char *instrument_lacking(const struct instrument *instrument, struct arena *arena);

/* The ids of items or scales in their order, parted by spaces. */
const char *instrument_item_ids(const struct instrument *instrument, struct arena *arena);
const char *instrument_scale_ids(const struct instrument *instrument, struct arena *arena);

/* Which item of `giver` each item of `taker` is: `from` has room for the taker's item_count. False
 * where an item or a code is in one of them only; says so at the taker's items, unless `faults` is
 * NULL. */
bool instrument_takes(const struct instrument *taker, const struct instrument *giver, size_t *from,
                      struct faults *faults);

/* May a scale's scores of these two versions of one instrument be compared? Of one and the same;
 * else only where either says in `bridges` that this scale means the same as in the other. */
bool instrument_bridged(const struct instrument *one, const struct instrument *other,
                        const char *scale);

/* How many choices an item has: its options, or the whole numbers of a range with both ends and
 * steps of 1; 0 for any other range and for words. */
size_t item_choices(const struct item *item);
/* Which of them `code` is, in order of code; false when it is none. */
bool item_choice(const struct item *item, double code, size_t *choice);

/* How many whole years old somebody may be: a year of birth leaves two open. */
struct ages {
    bool known;
    int low, high;
};

/* On a day; not known of somebody who was not born yet. */
struct ages ages_on(struct days born, day on);

/* An administration of the same instrument by the same rater that came before. */
struct earlier {
    bool dated;                   /* false: only an order is known */
    int days;                     /* before this one */
    const struct answer *answers; /* as read */
};

/* What is needed besides answers. What is left 0 is not known. */
struct given {
    int by, mode;     /* numbers as in the store's `rater` and `mode` */
    const char *seat; /* who answers about an area, for instrument_take_seat; NULL: not said */
    struct ages age;
    const char *sex;               /* a code; NULL: not known */
    const struct earlier *earlier; /* latest first */
    size_t earlier_count;
};

/* Tokens to answers, one an item. `answers` has room for item_count; goals are made in `arena`.
 * Faults say item, code and what is allowed, without a place. `by_hand`: `0{9}` may stand for nine
 * tokens. Goals come last: by hand none, or any number that the item takes; else any. */
bool instrument_read(const struct instrument *instrument, const char *tokens, bool by_hand,
                     struct arena *arena, struct answer *answers, struct fault *);
/* One cell or token for one item: "3", "-", "d", "declined", "+", "home:1;music:2@3"; nothing at
 * all is missing. */
bool instrument_read_item(const struct instrument *instrument, size_t item, const char *text,
                          struct arena *arena, struct answer *answer, struct fault *);
/* The same from printed editions, named with spaces between: `shuffled one_to_four`; NULL or "":
 * the file's own order and codes. */
bool instrument_read_form(const struct instrument *instrument, const char *forms,
                          const char *tokens, bool by_hand, struct arena *arena,
                          struct answer *answers, struct fault *);
bool instrument_read_item_form(const struct instrument *instrument, const char *forms, size_t item,
                               const char *text, struct arena *arena, struct answer *answer,
                               struct fault *);
/* Leaves out what is not asked of the seat. A fault when such an item was answered, when the seat
 * is none of the instrument's, or when an area's is not said. About a person nothing is left out.
 */
bool instrument_take_seat(const struct instrument *instrument, const char *seat,
                          struct answer *answers, struct fault *);
/* The token of an answer, as the store keeps it; goals are parted by spaces. */
void instrument_token(const struct answer *answer, struct text *out);

/* What the skips make of answers as they were read, in order, each seeing what earlier ones
 * supplied: into `skipped` (room for item_count). An answer that was given stands. */
void instrument_skip(const struct instrument *instrument, const struct answer *answers,
                     struct answer *skipped);

struct score {
    bool has_value, has_range, has_se; /* value; lowest and highest; standard error are known */
    int answered, of;                  /* items that a skip drops out are in neither */
    double value, lowest, highest, se;
    const char *category; /* a value of `values`; then `value` is unused */
    const char *reason;   /* no score: why, in the arena */
};

/* Scores every scale of one administration into `scores` (room for scale_count). `worker` may be
 * NULL for an instrument without functions. A function that fails makes a fault; other scales still
 * stand and that scale's reason is "plugin_failed". Returns false only then. */
bool instrument_score(const struct instrument *instrument, const struct answer *answers,
                      const struct given *given, struct worker *worker, bool show_message,
                      struct arena *arena, struct score *scores, struct fault *);

/* Items whose answer reaches their flag, as ids parted by spaces; "" when none. */
const char *instrument_flags(const struct instrument *instrument, const struct answer *answers,
                             struct arena *arena);

/* Whom a norm was measured on: "men in England aged 18 to 61 (1,204 people)". */
const char *norm_whom(const struct norm *norm, struct arena *arena);

/* Two filling-ins of one version, after skips: did the same items of the scale drop out of both?
 * Otherwise the two totals are of different questions. */
bool scale_same_items(const struct instrument *instrument, const struct scale *scale,
                      const struct answer *earlier, const struct answer *later);
/* A scale that is the mean of a list of goals changes by the mean over the goals rated both times.
 * False for any other scale: it changes by later minus earlier. */
struct goal_change {
    size_t both, once; /* goals rated both times, and those rated one of them only */
    double by;         /* 0 where `both` is 0 */
};
bool scale_goal_change(const struct instrument *instrument, const struct scale *scale,
                       const struct answer *earlier, const struct answer *later,
                       struct goal_change *change);

/* The smallest change that is more than the scale's wobble: from `change` or `sem`. False: none
 * known, or it goes by each score's own standard error. */
bool scale_wobble(const struct scale *scale, double *change);
/* Of two scores with their own standard errors, where the scale says nothing of all scores: z₉₅ ·
 * √(se₁² + se₂²). `has_errors`: both are known. */
bool scale_wobble_between(const struct scale *scale, bool has_errors, double one, double other,
                          double *change);
/* Half the soft bar of a score. False: there is none, as where a change was published. */
bool scale_soft_bar(const struct scale *scale, bool has_error, double error, double *half);

/* The file's examples and what they must cover, said as faults; `*examples` counts those that hold.
 */
bool instrument_check_examples(const struct instrument *instrument, size_t *examples,
                               struct faults *faults);
/* The engine's own property tests, inputs drawn from the file's fingerprint. */
bool instrument_check_properties(const struct instrument *instrument, size_t *properties,
                                 struct faults *faults);

/* The whole file said back in sentences, for `explain`. */
void instrument_describe(const struct instrument *instrument, struct text *out);
/* The worked steps of one set of answers, in words, for `try`. */
void instrument_explain_score(const struct instrument *instrument, const struct answer *answers,
                              const struct score *scores, struct text *out);
/* The same of one scale and, before it, of the scales that it counts. */
void instrument_explain_scale(const struct instrument *instrument, size_t scale,
                              const struct answer *answers, const struct score *scores,
                              struct text *out);

#endif
