/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/change.h"

#include <math.h>
#include <string.h>

#include "report/sentences.h"

const char *mode_words(int mode)
{
    /* in the order of `mode` in the store */
    static const char *const words[] = {NULL,
                                        SAY_MODE_SELF,
                                        SAY_MODE_SCREEN,
                                        SAY_MODE_ASSISTED,
                                        SAY_MODE_INTERVIEW,
                                        SAY_MODE_TELEPHONE,
                                        SAY_MODE_VIDEO};
    return mode > 0 && (size_t)mode < sizeof words / sizeof *words ? words[mode] : NULL;
}

const char *rater_words(int by)
{
    static const char *const words[] = {/* in the order of `raters` */
                                        SAY_BY_YOU,      SAY_BY_PROXY,    SAY_BY_COACH,
                                        SAY_BY_WORKER,   SAY_BY_TOGETHER, SAY_BY_FAMILY,
                                        SAY_BY_OBSERVER, SAY_BY_GROUP};
    return words[by];
}

/* --- why two answers cannot be compared ------------------------------------------------------- */

/* How far apart an order's answers were is not known, so neither is how much may have happened. */
static const char *not_alike_in_time(const struct answered *a, const struct answered *b)
{
    return a->score->place || b->score->place ? SAY_CANNOT_ORDER : NULL;
}

static const char *not_asked_alike(struct arena *arena, const struct answered *a,
                                   const struct answered *b)
{
    const char *mode_a = mode_words(a->score->mode), *mode_b = mode_words(b->score->mode);
    const char *taken = a->taken_from ? a->taken_from : b->taken_from;
    if ((a->taken_from == NULL) != (b->taken_from == NULL))
        return arena_format(arena, SAY_CANNOT_TAKEN, taken);
    if (mode_a && mode_b && strcmp(mode_a, mode_b) != 0)
        return arena_format(arena, SAY_CANNOT_MODE, mode_a, mode_b);
    return NULL;
}

/* Items that a skip drops from one of the two make it another sum. Blanks do not: the measure's own
 * rule fills them. */
static const char *not_the_same_questions(const struct answered *a, const struct answered *b)
{
    bool same = a->score->of == b->score->of;
    if (same && a->answers && b->answers && a->instrument == b->instrument)
        same = scale_same_items(a->instrument, a->scale, a->answers, b->answers);
    return same ? NULL : SAY_CANNOT_ITEMS;
}

static const char *not_the_same_words(const struct answered *a, const struct answered *b)
{
    if (!a->wording && !b->wording)
        return NULL;
    if (!a->wording || !b->wording)
        return SAY_CANNOT_UNWORDED;
    return strcmp(a->wording, b->wording) == 0 ? NULL : SAY_CANNOT_WORDING;
}

/* --- how far apart ---------------------------------------------------------------------------- */

static bool goals_between(const struct answered *a, const struct answered *b,
                          struct goal_change *goals)
{
    return a->answers && b->answers && a->instrument == b->instrument &&
           scale_goal_change(b->instrument, b->scale, a->answers, b->answers, goals);
}

static bool is_at_end(const struct answered *answer)
{
    const struct scale *scale = answer->scale;
    return scale->has_range &&
           (answer->score->value <= scale->lowest || answer->score->value >= scale->highest);
}

/* A published change counts from that many points on; 1.96 standard errors only when exceeded. */
static enum moved moved_by(const struct scale *scale, double by, double wobble)
{
    if (scale->has_change ? fabs(by) < wobble : fabs(by) <= wobble)
        return MOVED_WITHIN;
    return by > 0 ? MOVED_UP : MOVED_DOWN;
}

static const char *why_not(struct arena *arena, const struct answered *earlier,
                           const struct answered *later)
{
    if (!instrument_bridged(earlier->instrument, later->instrument, later->scale->id))
        return SAY_CANNOT_VERSION;
    const char *why = not_alike_in_time(earlier, later);
    why = why ? why : not_asked_alike(arena, earlier, later);
    return why ? why : not_the_same_words(earlier, later);
}

struct change change_between(struct arena *arena, const struct answered *earlier,
                             const struct answered *later)
{
    struct change change = {.at_end = is_at_end(earlier) || is_at_end(later)};
    struct goal_change goals = {0};
    double wobble, by = later->score->value - earlier->score->value;
    if (!scale_wobble_between(later->scale, earlier->score->has_se && later->score->has_se,
                              earlier->score->se, later->score->se, &wobble) ||
        !(wobble > 0)) {
        change.why = SAY_CANNOT_NO_WOBBLE;
        return change;
    }
    change.why = why_not(arena, earlier, later);
    if (change.why)
        return change;
    if (goals_between(earlier, later, &goals)) {
        by = goals.by;
        change.goals_once = goals.once;
        change.why = goals.both ? NULL : SAY_CANNOT_GOALS;
    } else
        change.why = not_the_same_questions(earlier, later);
    if (!change.why)
        change.moved = moved_by(later->scale, by, wobble);
    /* What would have gone further may look like no change. */
    if (change.moved == MOVED_WITHIN && change.at_end)
        return (struct change){.why = SAY_CANNOT_END, .at_end = true};
    return change;
}
