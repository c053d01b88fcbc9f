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
    int heard, unheard, twice, unseen, once, before, never, up, within, down, beyond;
    int *bins; /* a cell for each step of the spread */
};

struct findings_cells {
    bool mirror, by_need;
    struct figure_findings figure;
    int found, others, not_found, cannot_tell, assessable;
    int *whys, *needs;
};

struct section_cells {
    size_t *scales; /* places in area_cells.scales */
    size_t scale_count;
    struct figure_groups groups;
    int *group_cells, *told_cells;
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
};

#endif
