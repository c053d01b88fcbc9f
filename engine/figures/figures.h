/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sums over people: who was heard, how answers are spread, what changed, where people had to ask
 * again.
 *
 * Figures hold people by place, never by reference, and no counts at all: a count can only be had
 * by sending the set through `protect`. */
#ifndef FIGURES_FIGURES_H
#define FIGURES_FIGURES_H

#include "indicator/indicator.h"
#include "instrument/instrument.h"
#include "stats/stats.h"
#include "store/store.h"

/* A set of people in a figure: growing list of numbers from 0, rising. */
struct people {
    uint32_t *who;
    size_t count, room;
};

/* What a figure is asked for. What it points to outlives the figures. */
struct figures_ask {
    const char *area;
    struct days period; /* both ends included */
    day as_of;
    const struct instrument *const *instruments;
    size_t instrument_count;
    const struct indicator *const *indicators;
    size_t indicator_count;
    indicator_label *label; /* of the codes of groups */
    /* Where a code stands in its agreed list; negative for one that is not in it. NULL: nowhere. */
    int (*place)(void *context, const char *column, const char *code);
    /* The coarser group of a code that its label names, and where it stands; `place` is that of the
     * code before. NULL: no code has one. */
    const char *(*head)(void *context, const char *column, const char *code, int *place);
    void *label_context; /* of all three */
};

/* Everything known of the area's people who may be counted, gathered in one walk. */
struct figures;

bool figures_gather(struct store *store, const struct figures_ask *ask, struct figures **figures,
                    struct fault *);
void figures_free(struct figures *figures);
/* Did a plugin fail with an answer of somebody who is counted here? Figures would leave them out.
 */
bool figures_failed(const struct figures *figures);

/* People of the area in the period who may be counted: who said yes, and was there (or inside it)
 * on a day of the period on which they were observed. Also (never printed, only for `protect_new`)
 * how many. */
const struct people *figures_everyone(const struct figures *figures);
/* Their numbers in the store, rising: for the ledger of releases, which knows whom it showed. */
const int64_t *figures_numbers(const struct figures *figures);

/* By the answers to one field of the people file: a set for each code in the agreed order (those
 * that are in no list behind it, in the order of their bytes),
 * then declined, unknown, withheld, does not apply, not asked; only those that anybody is in. What
 * others observed of someone is not used. Somebody may be in several groups. 64 for a field that is
 * not a person's own account of themselves. */
struct figure_groups {
    struct figure_group {
        const char *code, *label;
        int place; /* in the agreed list; INT_MAX behind it */
        struct people people;
    } * groups;
    size_t count;
};
bool figures_groups(struct figures *figures, const char *field, struct figure_groups *groups,
                    struct fault *);

/* The same people by the coarser groups that the agreed list names; what is in none of those stands
 * for itself. */
void figures_coarser(struct figures *figures, const char *field, const struct figure_groups *fine,
                     struct figure_groups *coarse);

/* Of one scale (`swemwbs.wellbeing`): who was heard in the period, and change over those heard
 * before as well: from their first scored answer ever to the latest in the period, of the same
 * version. Heard is who has a score: who answered and could not be scored is not among them, and no
 * sentence may say of everyone else that they were not heard from. */
struct figure_scale {
    const struct instrument *instrument;
    const struct scale *scale;
    struct people heard; /* a scored answer in the period */
    struct people twice; /* of those: an earlier one as well */
    struct people never; /* no scored answer up to the end of the period */
    bool only_order;     /* of somebody here only the order of answers is known, and no dates: all
                            of theirs count, whatever the period */
    /* Of those heard twice. Beyond the wobble: more than what follows from an error of measurement;
     * so much or more than a published change. Empty where no wobble is known; without those whose
     * two scores have no standard error where each should have its own. */
    struct people up, within, down;
    bool has_wobble;
    struct exact change; /* later − earlier over those heard twice */
};
bool figures_scale(struct figures *figures, const char *of, struct figure_scale *figure,
                   struct fault *);

/* How the latest scores of `people` are spread, all of whom were heard in the period. */
struct figure_spread {
    struct exact latest;
    /* From `from` up to but without `to`, the last one with it. Ten people or more in each, or one
     * bin. None where the scale has no ends. */
    struct figure_bin {
        double from, to;
        struct people people;
    } * bins;
    size_t bin_count;
};
void figures_spread(struct figures *figures, const struct figure_scale *figure,
                    const struct people *people, struct figure_spread *spread);

/* What was noticed of a set of people: each is in one of the first three; assessable are those
 * found and those not found. */
struct figure_told {
    struct people found, not_found, cannot_tell, assessable;
};

/* Of one indicator: people found, not found, and of whom we cannot tell, with why (one each). Uses
 * only anchors surely in the period whose whole window is observed; who has others only, cannot be
 * told of. Who has none in the period is not found when every day of it is observed and the kinds
 * are collected.
 *
 * `by` parts them: by a field of the people file, everyone by what they say of themselves; by
 * `need` or `decided_by`, those with an anchor of that code in the period, each judged by the
 * anchors of that code alone. Somebody may be in several parts. The class of a finding parts those
 * found; it is one rule that found them, so the whole stands as well. */
struct figure_findings {
    const struct indicator *indicator;
    bool collected; /* false: nobody collects these here */
    struct figure_told told;
    struct figure_why {
        const char *why;
        struct people people;
    } whys[12];
    size_t why_count;
    struct figure_part {
        struct figure_group group;
        struct figure_told told;
    } * parts;
    size_t part_count;
    /* Whom parts by `need` or `decided_by` are of: those with an anchor in the period, judged by
     * all of these. Nobody else: parts by what people say of themselves are of everyone. */
    struct figure_told anchored;
    struct figure_groups classes;
};
/* Does `by` part by what stands in a column of the anchors? */
bool figures_of_anchors(const char *by);
bool figures_findings(struct figures *figures, const char *of, const char *by,
                      struct figure_findings *figure, struct fault *);

#endif
