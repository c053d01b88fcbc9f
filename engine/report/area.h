/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An area's report. Numbers travel one way: figures (sets of people) become cells of one `protect`,
 * which decides over the whole report at once; what may be shown of them becomes the structures
 * below; and sentences are built from those alone. Nothing behind area_shown.c can see a set of
 * people. */
#ifndef REPORT_AREA_H
#define REPORT_AREA_H

#include "figures/figures.h"
#include "ground/value.h"
#include "protect/protect.h"
#include "report/definition.h"

/* --- what may be shown ------------------------------------------------------------------------ */

struct shown_bin {
    double from, to;
    struct shown people;
};

struct shown_scale {
    const struct asked_scale *asked;
    /* Who was heard: in the period; only those who were heard before as well where `of_twice`. */
    bool of_twice;
    struct shown everyone, heard, unheard;
    struct shown twice;         /* heard in the period, and not for the first time */
    struct shown once;          /* heard for the first time */
    struct shown before, never; /* of those not heard in the period */
    /* Whom change is told of: who has ever told us where `of_started`, else everyone; and those of
     * them who are not in twice. */
    bool of_started;
    struct shown whole, unseen;
    struct shown up, within, down;
    struct shown beyond; /* up and down together */
    /* Of that whole. */
    struct shown_share up_share, within_share, down_share, beyond_share, unseen_share;
    struct shown_mean latest, change;
    struct shown_bin *bins; /* of those heard; none for a measure without ends */
    size_t bin_count;
};

struct shown_group {
    const char *label;
    struct shown people, told;
    struct shown_share share; /* of the group, who told */
};

struct shown_groups {
    const char *field; /* in words */
    bool has_told;     /* a measure is asked about, and of most people it may be said who told us */
    bool told_hidden;  /* a measure is asked about, and of most it may not be said */
    struct shown_group *groups;
    size_t count;
    struct shown declined, unknown, not_asked;
};

struct shown_count {
    const char *label; /* a class; or why we cannot tell, in words */
    struct shown people;
};

/* Of everyone, or of one part of them. */
struct shown_told {
    struct shown everyone, found, not_found, cannot_tell, assessable;
    struct shown_share share; /* found of assessable */
};

struct shown_part {
    const char *label;
    struct shown_told told;
};

struct shown_findings {
    const struct indicator_facts *facts;
    bool mirror, collected;
    bool again; /* an earlier section shows the whole of it: only its parts are shown */
    struct shown_told told;
    struct shown_count *whys, *classes;
    size_t why_count, class_count;
    const char *by;          /* what parts it, as a definition names it; or NULL */
    struct shown_told whole; /* whom the parts stand beside */
    struct shown_part *parts;
    size_t part_count;
};

/* --- sentences and charts, from what may be shown only ---------------------------------------- */

/* Is this a number that may be said, and more than none? */
bool is_some(struct shown shown);
/* "95"; the words for hidden where it is. */
const char *shown_words(struct arena *arena, struct shown shown);
/* "likely 4 to 8 in 10", rounded outwards; NULL where it is not known. */
const char *likely_words(struct arena *arena, struct shown_share share);
/* The same, small and soft behind a row's sentence; nothing where it is not known. */
void set_likely(struct arena *arena, struct value row, struct shown_share share);
/* What a row is called, as it begins: "Food:". */
const char *row_name(struct arena *arena, const char *label);
/* A row with its strong beginning: so many people as dots, none seen, or hidden. */
struct value people_row(struct arena *arena, struct value figure, const char *strong,
                        struct shown people, const char *style);
/* Small letters over a figure whose rows, or whose chart, are dots: with how many people a dot is,
 * from the numbers that are shown. Called when they stand. */
void set_dots(struct arena *arena, struct value figure, const char *sub);
/* A hatched row. */
void hidden_row(struct arena *arena, struct value figure, const char *strong, const char *says);

void heard_scale(struct arena *arena, const struct shown_scale *shown, struct value section);
void heard_groups(struct arena *arena, const struct shown_groups *shown, struct value section);
void scores_scale(struct arena *arena, const struct shown_scale *shown,
                  const struct section *section, struct value into);
void scores_change(struct arena *arena, const struct shown_scale *shown, struct value into);
void findings_figure(struct arena *arena, const struct shown_findings *shown, size_t count,
                     struct value into);
void findings_parts(struct arena *arena, const struct shown_findings *shown, struct value into);
/* "95 of 160 people of whom we could tell, cannot tell for 80". */
const char *told_words(struct arena *arena, const struct shown_told *told);
/* A name of a field or a class with spaces. */
const char *spaced(struct arena *arena, const char *name);
/* From none to everyone, under shares of people where any is drawn. */
void share_axis(struct arena *arena, struct value figure);

/* --- from figures to what may be shown -------------------------------------------------------- */

struct area_cells; /* private to area_cells.c */

/* Gathers every set of people of the whole report and decides. `*cells` stays NULL where fewer than
 * ten people may be counted: then nothing at all was decided. Closed with area_cells_free. */
bool area_cells_make(const struct report *report, struct store *store, const struct shelf *shelf,
                     const char *area, struct days period, day as_of, struct arena *arena,
                     struct area_cells **cells, struct fault *);
void area_cells_free(struct area_cells *cells);

/* Whom the ledger of releases knows to be in it: numbers in the store, rising. */
const int64_t *area_numbers(const struct area_cells *cells, size_t *count);
struct shown area_everyone(const struct area_cells *cells);
/* Since when services write down what is noticed, in sentences; NULL where nothing is. */
const char *area_collected(const struct area_cells *cells);
/* The scales that section `index` shows. */
struct shown_scale *area_scales(const struct area_cells *cells, size_t index, size_t *count);
bool area_groups(const struct area_cells *cells, size_t index, struct shown_groups *groups);
struct shown_findings *area_findings(const struct area_cells *cells, size_t index, size_t *count);

/* --- parts without figures -------------------------------------------------------------------- */

struct area_page {
    const struct report *report;
    const char *area;
    struct days period;
    day as_of;
    struct arena *arena;
};
/* The period in words. */
const char *area_period(const struct area_page *page);
void area_cycles(const struct area_page *page, struct value section);
/* `cells` is NULL where too few people may be counted. */
void area_method(const struct area_page *page, const struct area_cells *cells,
                 struct value section);
void area_limits(const struct area_page *page, const struct area_cells *cells,
                 struct value section);

#endif
