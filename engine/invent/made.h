/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is being made up: the files so far, one life at a time, and chance. Private to invent. */
#ifndef INVENT_MADE_H
#define INVENT_MADE_H

#include "ground/chance.h"
#include "ground/day.h"
#include "ground/text.h"
#include "invent/invent.h"

struct made {
    struct text files[INVENT_FILES];
    struct arena *arena; /* of one life */
};

/* One made-up life: what everything else is drawn from. */
struct life {
    int number;
    char ref[16];
    struct days known; /* from when to when the area knows them */
    bool until_said;   /* the people file says that it ended */
    struct days quiet; /* months in which nobody heard from them; DAY_NONE when there are none */
    bool quiet_said;   /* they stand among the events as not observed */
    day moves;         /* into the neighbouring area; DAY_NONE when they stay */
    const char *shares;
    int wellbeing; /* where their answers lie, 7 to 35 */
    int drift;     /* points in two years */
};

#define MADE_NEIGHBOUR "Thornquay"
struct days made_years(void);

struct life life_drawn(struct chance *, int number);
bool life_quiet_on(const struct life *, struct days);

/* One file each, and of one life each. `made_events` shortens a life that ends. */
void made_events(struct made *, struct chance *, struct life *);
void made_person(struct made *, struct chance *, const struct life *);
void made_answers(struct made *, struct chance *, const struct life *);
void made_goals(struct made *, struct chance *, const struct life *);
void made_notes(struct made *, struct chance *, const struct life *);
void made_consents(struct made *, struct chance *, const struct life *);

/* The headers that are written from a table. */
void made_header_of_people(struct made *);
void made_header_of_events(struct made *);
/* The files that are not about people. */
void made_place(struct made *);

/* What somebody likes to be called, or "": the same whatever the seed. */
const char *own_name(const struct life *, struct arena *);
/* What a person says of a need of theirs, or "". */
const char *own_words_for(struct chance *, const char *need);

/* Every draw is a statement of its own, because C does not say in which order arguments are worked
 * out. 0 to `most`, each as likely; and the middle more often, the sum of three. */
int draw_up_to(struct chance *, int most);
int draw_bell(struct chance *, int most);
day draw_day(struct chance *, struct days);
int between(int low, int number, int high);

/* One of `phone*3|text|`: phone three times as often as text or nothing at all. */
const char *draw_word(struct chance *, const char *choices, struct arena *);
/* One of a list that ends with NULL. */
const char *draw_from(struct chance *, const char *const *list);
/* `7` or `7..14`. */
int draw_gap(struct chance *, const char *gap);

#endif
