/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One person's answers to one measure over time, as a chart with its sentence, and a table. */
#ifndef REPORT_TRAJECTORY_H
#define REPORT_TRAJECTORY_H

#include "ground/value.h"
#include "report/change.h"
#include "report/pins.h"

/* What is said once a page, though several figures need it. */
struct said_once {
    bool dot, soft_bar; /* what they are */
    bool own_bars;      /* soft bars of different lengths */
    bool no_bar;        /* why there is none though a wobble is known */
    bool two_pairs;     /* which answers are compared */
    bool no_wobble;     /* what follows where none is known */
    bool pins;          /* the list of notes */
    const char *about;  /* the id of the instrument whose notes stand already, or NULL */
    const char *untold, *untold_of; /* why no change can be told, and of which instrument */
};

struct trajectory {
    /* In order of date, place, time; of one scale in one or more versions with the same ends. */
    const struct answered *answers;
    size_t count;                 /* 1 or more */
    const char *own;              /* the person's own words for what it measures, or NULL */
    struct days axis;             /* first and last day of every time axis on the page */
    const struct note_pins *pins; /* the notes pinned to it, where it has days */
    struct said_once *once;
    struct value foot; /* the model: its foot names instrument, version and wobble */
};

/* Adds the figure to a section of the model. */
struct value trajectory_figure(struct arena *arena, const struct trajectory *trajectory,
                               struct value section);

#endif
