/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two filling-ins of one version side by side: whether a scale asked the same of both, and how far
 * apart the goals are that were rated both times. */
#include <string.h>

#include "instrument/plan.h"

bool scale_same_items(const struct instrument *instrument, const struct scale *scale,
                      const struct answer *earlier, const struct answer *later)
{
    for (size_t i = 0; i < scale->count; i++) {
        const struct counted *counted = &scale->counts[i];
        bool same =
            counted->is_scale
                ? scale_same_items(instrument, &instrument->scales[counted->index], earlier, later)
                : earlier[counted->index].dropped == later[counted->index].dropped;
        if (!same)
            return false;
    }
    return true;
}

/* --- goals ------------------------------------------------------------------------------------ */

/* What the scale takes the mean of, where that is a list of goals; else NULL. */
static const struct counted *goals_of(const struct instrument *instrument,
                                      const struct scale *scale)
{
    const struct counted *first = scale->count == 1 ? &scale->counts[0] : NULL;
    bool goals = first && !first->is_scale && instrument->items[first->index].repeats;
    return goals && scale->total == TOTAL_MEAN && !scale->lookup ? first : NULL;
}

static const struct goal *rated(const struct answer *answer, const char *name)
{
    for (size_t i = 0; i < answer->goal_count; i++)
        if (answer->goals[i].has_level && strcmp(answer->goals[i].name, name) == 0)
            return &answer->goals[i];
    return NULL;
}

static size_t rated_count(const struct answer *answer)
{
    size_t count = 0;
    for (size_t i = 0; i < answer->goal_count; i++)
        count += answer->goals[i].has_level;
    return count;
}

bool scale_goal_change(const struct instrument *instrument, const struct scale *scale,
                       const struct answer *earlier, const struct answer *later,
                       struct goal_change *change)
{
    const struct counted *goals = goals_of(instrument, scale);
    if (!goals)
        return false;
    const struct answer *before = &earlier[goals->index], *after = &later[goals->index];
    double sum = 0;
    *change = (struct goal_change){0};
    for (size_t i = 0; i < after->goal_count; i++) {
        const struct goal *now = rated(after, after->goals[i].name);
        const struct goal *then = now ? rated(before, now->name) : NULL;
        if (!then)
            continue;
        change->both++;
        sum += counted_worth(instrument, goals, now->level) -
               counted_worth(instrument, goals, then->level);
    }
    change->once = rated_count(before) + rated_count(after) - 2 * change->both;
    change->by = change->both ? sum / (double)change->both * scale->times : 0;
    return true;
}
