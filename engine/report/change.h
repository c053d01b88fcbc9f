/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether two answers of a person differ by more than the measure's wobble, or why that cannot be
 * told. Direction is read off the numbers and never judged. */
#ifndef REPORT_CHANGE_H
#define REPORT_CHANGE_H

#include "instrument/instrument.h"
#include "store/store.h"

/* One answer to a scale, with the version that it was given to. */
struct answered {
    const struct derived_score *score;
    const struct instrument *instrument;
    const struct scale *scale;
    const struct answer *answers; /* one an item, after skips; NULL: given to another instrument */
    const char *taken_from;       /* the title of that instrument, or NULL */
    const char *wording;          /* which words of their own it was about: the same text for the
                                     same words; NULL where it has none. Never printed */
};

enum moved { MOVED_CANNOT_TELL, MOVED_UP, MOVED_WITHIN, MOVED_DOWN };

struct change {
    enum moved moved;
    const char *why;   /* cannot tell: "… as WHY" */
    bool at_end;       /* one of the two is at an end of the measure */
    size_t goals_once; /* goals left out, as they were rated one of the two times only */
};

/* Both have a value. What it says lives in the arena. */
struct change change_between(struct arena *arena, const struct answered *earlier,
                             const struct answered *later);

/* How it was asked, in words; NULL where that is not known. */
const char *mode_words(int mode);
/* Who answered or wrote something down, in words to the person, by number. */
const char *rater_words(int by);

#endif
