/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The person's notes, pinned to their days: numbered once for the whole page. */
#ifndef REPORT_PINS_H
#define REPORT_PINS_H

#include "ground/day.h"
#include "ground/value.h"

struct pinned {
    day date;
    const char *words;
};

struct note_pins {
    const struct pinned *list; /* by date; number 1 is the first */
    size_t count;
    size_t earlier; /* notes from before the days that are pinned */
};

/* The notes that are pinned: all of up to twenty, else those of the latest two years. `notes` are
 * in order of their days. */
struct note_pins pins_of(const struct pinned *notes, size_t count);

/* `pins` of a trajectory, over the axis that it has. */
void pins_on_chart(struct arena *arena, const struct note_pins *pins, struct value chart);
/* The list beside the charts, in a section. */
void pins_beside(struct arena *arena, const struct note_pins *pins, struct value section);

#endif
