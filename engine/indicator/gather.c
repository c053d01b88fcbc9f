/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Found anchors that are told as one.
 *
 * With `gather`, those alike in a field are one finding while each leads on to the next: nothing
 * alike lies between that is not found, and what was found after the earlier one is the later one
 * or comes after it. So a thread is asked about anew once a need was met, or after a long quiet. */
#include <string.h>

#include "indicator/indicator_private.h"

static size_t first_deciding_after(const struct indicator *indicator, const struct answer *answer)
{
    for (size_t i = 0; i < indicator->look_count; i++)
        if (indicator->looks[i].side == LOOK_AFTER && look_decides(&indicator->looks[i]) &&
            look_is_in_force(indicator, answer->way, i))
            return i;
    return indicator->look_count;
}

static bool leads_to(const struct indicator *indicator, const struct answer *answer,
                     const struct answer *next)
{
    size_t look = first_deciding_after(indicator, answer);
    if (answer->fit.sure != SURELY || strcmp(answer->class, next->class) != 0)
        return false;
    return look == indicator->look_count || !answer->looks[look].event_count ||
           record_order(answer->looks[look].events[0], next->anchor) >= 0;
}

/* The last anchor before this one that is alike; COUNT of answers: none. */
static size_t alike_before(const struct indicator *indicator, const struct answer *answers,
                           size_t at)
{
    for (size_t i = at; i-- > 0;)
        if (event_agrees(answers[i].anchor, answers[at].anchor, indicator->gather))
            return i;
    return at;
}

static size_t first_of_class(const struct answer *answers, size_t at, const size_t *group_at,
                             size_t count)
{
    for (size_t i = 0; i < at; i++)
        if (answers[i].fit.sure == SURELY && strcmp(answers[i].class, answers[at].class) == 0)
            return group_at[i];
    return count;
}

/* The group that this answer belongs to; `count`: one of its own. */
static size_t group_of(const struct indicator *indicator, const struct answer *answers, size_t at,
                       const size_t *group_at, size_t count)
{
    if (answers[at].fit.sure != SURELY)
        return count;
    if (indicator->measures == MEASURES_RATE)
        return first_of_class(answers, at, group_at, count);
    if (indicator->gather == FIELD_IS_NONE)
        return count;
    size_t before = alike_before(indicator, answers, at);
    return before < at && leads_to(indicator, &answers[before], &answers[at]) ? group_at[before]
                                                                              : count;
}

struct group *gather(const struct indicator *indicator, struct answer *answers, size_t answer_count,
                     struct arena *arena, size_t *count)
{
    struct group *groups = arena_array(arena, answer_count + 1, sizeof *groups);
    size_t *group_at = arena_array(arena, answer_count + 1, sizeof *group_at);
    *count = 0;
    for (size_t i = 0; i < answer_count; i++) {
        group_at[i] = group_of(indicator, answers, i, group_at, *count);
        struct group *group = &groups[group_at[i]];
        *count += group_at[i] == *count;
        group->answers =
            arena_grow(arena, group->answers, group->count, &group->room, sizeof *group->answers);
        group->answers[group->count++] = &answers[i];
    }
    return groups;
}
