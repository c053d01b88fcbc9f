/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a rule asks of the events around an anchor: patterns, looks, three answers. The engine fills
 * these from declarations. Nothing here reads plugin files. */
#ifndef RECORD_LOOK_H
#define RECORD_LOOK_H

#include "record/why.h"

/* An answer; `why` says what keeps it from being sure and is WHY_NONE otherwise. */
struct fit {
    enum sure sure;
    enum why why;
};
/* Both must hold. Of two doubts the first is kept. */
static inline struct fit fit_and(struct fit a, struct fit b)
{
    return b.sure < a.sure ? b : a;
}

/* A condition on one field: "a b", "not a b", "any", "none", "none unknown". */
struct condition {
    size_t field;
    bool negated, any, none;
    const char **codes;
    size_t code_count;
};

/* Is the field recorded, as this condition sees it? The code `unknown` only where it is named. */
bool condition_is_recorded(const struct condition *condition, const struct event *event);
bool condition_holds(const struct condition *condition, const struct event *event);
/* In `is`: not recorded means cannot tell, unless the condition asks for `none`. Another's account
 * than the one asked for (`outcome_by`, `purpose_by`) means that this one is not recorded. */
struct fit condition_asks(const struct condition *condition, const struct event *event);

enum look_side { LOOK_BEFORE, LOOK_AFTER };

/* The days from the anchor to an event on that side of it. */
struct days look_distance(enum look_side side, const struct event *anchor,
                          const struct event *event);

/* The events that one event stands for. Of a spell the fields are the first one's. */
struct spell {
    const struct event **parts; /* in order, of the record */
    size_t count;
    /* What leaves open whether it counts as one of its own: for a look after the anchor, whether it
     * begins where it seems to; for one before, whether it ends there. WHY_NONE: nothing. */
    enum why open[2];
    day settled; /* observed to this day, nothing can join it any more; DAY_NONE */
};

struct pattern_kind {
    const char *kind, *subtype; /* subtype NULL: any or none */
};

struct pattern {
    struct pattern_kind *kinds;
    size_t kind_count;
    struct condition *conditions;
    size_t condition_count;
    const char **collects; /* what must be collected for none to mean none (see struct collected) */
    size_t collect_count;
    bool only_first; /* of all that fit, only the first in each `first` */
    size_t first;    /* a field; EVENT_thread has the meaning of thread_same */
    bool spells;     /* events with at most `spell` days between are one … */
    int spell;
    bool keeps_apart; /* … unless this field differs; EVENT_thread as above */
    size_t apart;
    bool at_end; /* an interval stands where it ends */
};

/* Is what it chooses made for it, to stand for events of the record? */
static inline bool pattern_stands(const struct pattern *pattern)
{
    return pattern->spells || pattern->at_end;
}

bool pattern_names(const struct pattern *pattern, const struct event *event); /* by kind alone */
bool pattern_fits(const struct pattern *pattern, const struct event *event);
/* An event of the kinds of a look, which surely or perhaps says what is looked for. */
struct candidate {
    const struct event *event;
    struct fit says;
    day latest; /* on which it, or one before it, may begin */
};
/* What a pattern chooses among: the record's events; with `spells` the spells of those that fit,
 * with `at_end` each of its kinds where it ends. */
struct events {
    const struct event *at;
    size_t count;
    const bool *fit; /* with `only_first`: which fit the pattern; NULL: not worked out */
    const struct candidate *candidates; /* of a look alone: those of them that it is about */
    size_t candidate_count;
};
struct events pattern_events(const struct pattern *pattern, const struct record *record,
                             struct arena *arena);
/* When time alone changes what it chooses: an end that lies ahead, a spell that may still go on. */
void pattern_next(const struct pattern *pattern, const struct record *record, struct events among,
                  struct next_day *next);
/* Of an event that fits: is it one that `only_first` leaves? An event without that field always is;
 * an earlier one that was possibly of the same, or that nobody could have seen, leaves it open. */
struct fit pattern_first(const struct pattern *pattern, const struct record *record,
                         struct events among, const struct event *event);
/* With nothing in the field of `first` an event is of no other's, and nobody looks back from it. */
bool pattern_stands_alone(const struct pattern *pattern, const struct event *event);
/* Does `other` leave `event` the first of these two? Both fit. */
struct fit pattern_first_of_two(const struct pattern *pattern, const struct event *event,
                                const struct event *other);
/* Does the one at this place of `among` fit? */
bool pattern_chooses(const struct pattern *pattern, struct events among, size_t at);
/* The first thing of `collects` that is not collected on every one of these days, or NULL. */
const char *pattern_missing(const struct pattern *pattern, const struct record *record, day from,
                            day until);

/* What a finding rests on, the strongest first. */
enum basis {
    BASIS_PERSON_SAYS,
    BASIS_RECORDED_LINK,
    BASIS_CODE_MATCH,
    BASIS_TIME_ORDER,
    BASIS_COUNT
};
extern const char *const basis_word[BASIS_COUNT];

/* Are two events about the same thing? Joined by a recorded link or in one recorded thread; where
 * one has no thread, the same need code; where that is missing too, cannot tell. Never likeness of
 * text. */
struct fit thread_same(const struct event *a, const struct event *b, enum basis *basis);
/* Does one say that it happened because of the other? */
bool thread_because(const struct event *a, const struct event *b);

/* Do they surely agree in this field? EVENT_thread has the meaning of thread_same; what is not
 * recorded agrees with nothing. */
bool event_agrees(const struct event *a, const struct event *b, size_t field);

struct agreement {
    size_t anchor, other; /* fields; EVENT_thread has the meaning of thread_same */
};

struct look {
    struct pattern pattern;
    int within; /* days, or WITHIN_ANY */
    int least;
    bool same_day, next;
    struct agreement *same, *differs;
    size_t same_count, differs_count;
    size_t *recorded; /* fields that, not recorded, leave an event possible */
    size_t recorded_count;
};

/* The record observed only on days in the community: a stay in an institution takes away the days
 * between its first and its last, those on which the person surely was there or (`surely` false)
 * may have been. Only what is observed differs. */
struct record record_in_community(const struct record *record, bool surely, struct arena *arena);
int record_days_observed(const struct record *record);
/* The fewest and the most days from the anchor to `other` without those that the person asked to
 * pause (`episode_pause` of the same thread, to its resume). Where the dates are not exact the
 * fewest are none. */
struct days record_days_waited(const struct record *record, const struct event *anchor,
                               const struct event *other);

struct look_answer {
    struct fit fit;              /* do at least `least` events fit? */
    const struct event **events; /* that surely fit, nearest first */
    size_t event_count;
    enum basis basis; /* the weakest of those the answer rests on */
    enum why window;  /* WHY_NONE: the whole window is observed and collected */
    bool counted;     /* and nothing else may fit: `event_count` is how many there were */
};

/* Does this one event fit this look? `basis` says by what it is tied to the anchor. */
struct fit look_fits(const struct look *look, enum look_side side, const struct event *anchor,
                     const struct event *event, enum basis *basis);
/* What a look chooses among: what pattern_events gives for its pattern, and of it the candidates,
 * which say, or may say, what is looked for at any anchor. Make it once for each look and person.
 */
struct events look_events(const struct look *look, struct events among, struct arena *arena);
/* Does one of `among.candidates` fit, with what `next` and `first` ask of the others too? */
struct fit look_fits_among(const struct look *look, enum look_side side,
                           const struct record *record, struct events among,
                           const struct event *anchor, const struct candidate *candidate,
                           enum basis *basis);
/* The answer of one look at one anchor; made in `arena`. `among` is what look_events gives. */
struct look_answer look_ask_among(const struct look *look, enum look_side side,
                                  const struct record *record, struct events among,
                                  const struct event *anchor, struct arena *arena);

#endif
