/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sets of people of an area's report with the numbers of their cells: seen by area_cells.c,
 * which makes them, and by area_shown.c, which asks what may be shown of them. */
#ifndef REPORT_AREA_CELLS_H
#define REPORT_AREA_CELLS_H

#include "report/area.h"

/* A cell that a release has no use for. */
enum { NO_CELL = -1 };

struct scale_cells {
    const struct asked_scale *asked;
    struct figure_scale figure;
    struct figure_spread spread; /* of those heard */
    bool of_twice;               /* heard are only those who were heard twice */
    struct people heard_people;
    int heard, unheard, twice, once, before, never;
    int unseen;         /* everyone who is not in twice */
    int started, apart; /* who has ever told us, and those of them who are not in twice */
    int up, within, down, beyond;
    int *bins; /* a cell for each step of the spread */
};

struct told_cells {
    int everyone, found, not_found, cannot_tell, assessable;
};

struct findings_cells {
    const struct indicator *indicator;
    bool mirror, again; /* again: an earlier section shows the whole of it */
    const char *by;     /* what parts it, or NULL */
    struct figure_findings figure;
    struct told_cells told, whole, *parts; /* whole: whom the parts stand beside */
    int *whys, *classes;
};

/* Who says what of themselves: by the codes of the agreed list, or by its coarser groups. */
enum { LEVEL_FINE, LEVEL_COARSE, LEVELS };

struct group_cells {
    struct figure_groups groups;
    int *people, *told; /* NULL: the section has no groups */
};

struct section_cells {
    size_t *scales; /* places in area_cells.scales */
    size_t scale_count;
    struct group_cells levels[LEVELS];
    struct findings_cells *findings;
    size_t finding_count;
};

struct area_cells {
    const struct report *report;
    struct arena *arena;
    struct figures *figures;
    struct protect *protect;
    int everyone;
    struct scale_cells *scales; /* each scale of the report once */
    size_t scale_count;
    struct section_cells *sections;
    const char *collected; /* in sentences; NULL: nothing is noticed here */
};

/* How much it matters that a number is shown. Ways of parting a number come behind it, the finest
 * last: where something has to be hidden, it is they. */
enum {
    RANK_WHOLE,
    RANK_MAIN,
    RANK_PART,
    RANK_SIDE,
    RANK_GROUP,
    RANK_TOLD,
    RANK_SPLIT,
    RANK_WHY,
    RANK_FINE,
    RANK_FINE_TOLD
};

int area_cell(struct area_cells *cells, const struct people *people, int rank, int whole);
/* One side of a yes or no. */
int area_side(struct area_cells *cells, const struct people *people, int rank, int whole);
/* A kind of no answer, as a code of a group. */
bool area_is_no_answer(const char *code);

/* area_collected.c: since when services write down what is noticed. */
bool area_cells_collected(struct area_cells *cells, struct store *store, const struct shelf *shelf,
                          const char *area, day as_of, struct fault *);
/* area_cells_findings.c: the cells of section `index`, which shows findings. */
bool area_cells_findings(struct area_cells *cells, size_t index, struct fault *fault);

#endif
