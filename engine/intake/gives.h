/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an intake declares, checked and resolved. Private to intake; everything lives in the
 * plugin's arena. */
#ifndef INTAKE_GIVES_H
#define INTAKE_GIVES_H

#include "intake/rows.h"
#include "intake/when.h"

/* A field of ours, or an item of the instrument, is this. */
struct assign {
    int field, item; /* one of them NO_FIELD */
    const char *text;
};

/* What one code of theirs means. */
struct word {
    const char *cell;
    bool leave_out;
    struct assign *assigns;
    size_t count;
};

enum other { OTHER_ASIDE, OTHER_NONE, OTHER_WORD };
enum rule_as {
    AS_TEXT,
    AS_DATE,
    AS_ORDER,
    AS_TICKS, /* one column a box */
    AS_CODES  /* several codes in one cell */
};

/* One FIELD = CELL. */
struct rule {
    int field, item;   /* one of them NO_FIELD */
    const char *place; /* in the file: gives[1].kind */
    size_t *columns;   /* into intake.columns */
    size_t count;
    const char *between; /* what joins several columns; of AS_CODES what parts the codes */
    enum rule_as as;
    const struct when *when; /* of AS_DATE; NULL: ISO */
    const char *as_written;  /* the pattern, for messages */
    struct word *words;      /* NULL: the cell as it stands */
    size_t word_count;
    enum other other;
    struct word other_word;
};

/* Only rows where a column has one of these. */
struct where {
    size_t column;
    const char **texts;
    size_t count;
};

struct gives {
    enum entry_kind kind;
    const struct instrument *instrument;
    bool in_order; /* of answers: items are columns in the order that they are printed in */
    struct rule *rules;
    size_t rule_count, rule_room;
    struct assign *sets;
    size_t set_count, set_room;
    struct where *wheres;
    size_t where_count, where_room;
};

struct intake {
    const struct plugin *plugin;
    struct instruments instruments;
    struct gives *gives;
    size_t count;
    const char **columns; /* every column that is named, once */
    size_t column_count, column_room;
    struct given_no_answer {
        const char *cell;
        enum no_answer kind;
    } * no_answers;
    size_t no_answer_count;
    char separator;
    const char *encoding; /* NULL: UTF-8 */
};

/* While a file is loaded. */
struct loading {
    struct plugin *plugin;
    struct intake *intake;
    struct faults *faults;
};

/* The number of a column among those that are named; makes one at first. */
size_t loading_column(struct loading *loading, const char *name);

/* Reads a CELL at rule->place into a rule for rule->field or rule->item of `gives`. */
void loading_cell(struct loading *loading, const struct gives *gives, struct value cell,
                  struct rule *rule);

/* A text or a number as the text that a cell would hold; NULL for anything else. */
const char *loading_text(struct loading *loading, struct value value);

/* Names of columns: parted by spaces as they stand, `box_1..box_5`, or a list of texts. */
bool loading_names(struct loading *loading, struct value value, const char *place,
                   const char ***names, size_t *count);

/* Is this a value of its field or item? Says the fault at `place`. Gives the one or two that it
 * comes to: `institution/hospital` is a kind and a subtype. */
bool loading_assign(struct loading *loading, const struct gives *gives, const char *place,
                    struct assign assign, struct assign parts[2], size_t *count);

/* Reads a record of `gives`. */
void loading_record(struct loading *loading, struct value record, const char *place,
                    struct gives *gives);
/* Reads `items` of a record of answers. */
void loading_items(struct loading *loading, struct gives *gives, struct value items,
                   const char *record);
struct rule *loading_rule(struct loading *loading, struct gives *gives, int field, int item,
                          const char *place);
/* "it is not a column of our events. Did you mean …", at `place`. */
void loading_unknown_field(struct loading *loading, const struct gives *gives, const char *place,
                           const char *name);

/* Does every example have the columns that the intake names? Says what is missing. */
void examples_check_columns(const struct intake *intake, struct faults *faults);

/* What the rows of a file's text give, in the notation of examples. */
struct said {
    const char **lines; /* one a record; `left out` and `set aside` one a row */
    size_t *rows;       /* which row of the file each line is of, from 0 */
    const char **whys;  /* of a row set aside, else NULL */
    size_t count, room, row_room, why_room;
};

/* Reads `bytes` as the intake would; `name` is said in faults. `encoding` is NULL for what stands
 * in the plugin, which is UTF-8 whatever the real files are. */
bool examples_run(const struct intake *intake, const char *name, const char *bytes, size_t length,
                  const char *encoding, struct arena *arena, struct said *said, struct fault *);

/* What a field or an item of boxes or codes says; NULL where nothing was. False: the row is set
 * aside. `cells` are those of the rule's columns. */
bool several_join(const struct intake *intake, const struct rule *rule, const char *const *cells,
                  struct arena *arena, const char **text, struct why *why);

/* A checked entry as a dated line with what it is about in front; constants of `set` are left out.
 */
const char *line_of(const struct entry *entry, struct arena *arena);
/* A line of an example in the same form: fields sorted, what `set` gives left out. NULL with
 * `*sentence` saying what is wrong with it. */
const char *line_read(const struct intake *intake, const char *line, struct arena *arena,
                      const char **sentence);

#endif
