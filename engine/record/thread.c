/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Is it about the same thing? Only what was recorded decides. */
#include <string.h>

#include "record/agree.h"
#include "record/spell.h"

static bool lists_id(const char *ids, const char *id)
{
    size_t length = strlen(id);
    while (*ids) {
        size_t own = strcspn(ids, ";");
        if (own == length && memcmp(ids, id, length) == 0)
            return true;
        ids += own;
        ids += *ids == ';';
    }
    return false;
}

static bool names(const struct event *a, const struct event *b, enum event_column column)
{
    return a->field[column] && b->id && lists_id(a->field[column], b->id);
}

static bool either_names(const struct event *a, const struct event *b, enum event_column column)
{
    return names(a, b, column) || names(b, a, column);
}

bool record_has_links(const struct event *event)
{
    const char *const *field = event->field;
    return field[EVENT_follows] || field[EVENT_response_to] || field[EVENT_same_request] ||
           field[EVENT_part_of] || field[EVENT_because];
}

static bool are_linked(const struct event *a, const struct event *b)
{
    static const enum event_column links[] = {EVENT_follows, EVENT_response_to, EVENT_same_request,
                                              EVENT_part_of, EVENT_because};
    if (!record_has_links(a) && !record_has_links(b))
        return false; /* as most are */
    for (size_t i = 0; i < sizeof links / sizeof *links; i++)
        if (either_names(a, b, links[i]))
            return true;
    return false;
}

bool thread_because(const struct event *a, const struct event *b)
{
    for (size_t i = 0; i < spell_size(a); i++)
        for (size_t j = 0; j < spell_size(b); j++)
            if (either_names(spell_part(a, i), spell_part(b, j), EVENT_because))
                return true;
    return false;
}

static struct fit yes_or_no(bool yes)
{
    return (struct fit){yes ? SURELY : SURELY_NOT, WHY_NONE};
}

/* A thread, or a need, is one value. */
static bool both_say(const struct event *a, const struct event *b, enum event_column column)
{
    return record_cell_says(a->field[column]) && record_cell_says(b->field[column]);
}

static struct fit same_value(const struct event *a, const struct event *b, enum event_column column)
{
    return yes_or_no(strcmp(a->field[column], b->field[column]) == 0);
}

static struct fit same_of_two(const struct event *a, const struct event *b, enum basis *basis)
{
    *basis = BASIS_RECORDED_LINK;
    if (are_linked(a, b))
        return yes_or_no(true);
    if (both_say(a, b, EVENT_thread))
        return same_value(a, b, EVENT_thread);
    *basis = BASIS_CODE_MATCH;
    if (both_say(a, b, EVENT_need))
        return same_value(a, b, EVENT_need);
    return (struct fit){PERHAPS, WHY_NOT_RECORDED};
}

/* Of spells, the surest two of their events. */
struct fit thread_same(const struct event *a, const struct event *b, enum basis *basis)
{
    struct fit best = {SURELY_NOT, WHY_NONE};
    if (!a->spell && !b->spell)
        return same_of_two(a, b, basis);
    *basis = BASIS_RECORDED_LINK;
    for (size_t i = 0; i < spell_size(a); i++)
        for (size_t j = 0; j < spell_size(b); j++) {
            enum basis by;
            struct fit fit = same_of_two(spell_part(a, i), spell_part(b, j), &by);
            bool better = fit.sure > best.sure || (fit.sure == best.sure && by < *basis);
            *basis = better || (i == 0 && j == 0) ? by : *basis;
            best = fit.sure > best.sure ? fit : best;
        }
    return best;
}

bool event_agrees(const struct event *a, const struct event *b, size_t field)
{
    enum basis basis;
    if (field == EVENT_thread)
        return thread_same(a, b, &basis).sure == SURELY;
    return agree_recorded(a, field) && agree_recorded(b, field) && agree_shares(a, field, b, field);
}
