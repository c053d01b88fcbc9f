/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One anchor: found if all holds, not found if something does not, else cannot tell. */
#include <string.h>

#include "indicator/indicator_private.h"

/* The surest of the patterns that it fits. */
static struct fit fits_at(const struct indicator *indicator, const struct record *record,
                          const struct event *event)
{
    struct fit best = {SURELY_NOT, WHY_NONE};
    for (size_t i = 0; i < indicator->at_count && best.sure != SURELY; i++) {
        if (!pattern_fits(&indicator->at[i], event))
            continue;
        struct fit fit = pattern_first(&indicator->at[i], record, event);
        best = fit.sure > best.sure ? fit : best;
    }
    return best;
}

bool is_anchor(const struct indicator *indicator, const struct record *record,
               const struct event *event)
{
    return fits_at(indicator, record, event).sure != SURELY_NOT;
}

bool look_decides(const struct indicator_look *look)
{
    return !look->negated && look->look.least > 0;
}

static struct fit turned(const struct indicator_look *look, struct fit fit)
{
    if (look->negated && fit.sure != PERHAPS)
        fit.sure = fit.sure == SURELY ? SURELY_NOT : SURELY;
    return fit;
}

static bool names_field(const struct indicator *indicator, size_t field)
{
    for (size_t i = 0; i < indicator->is_count; i++)
        if (indicator->is[i].field == field)
            return true;
    for (size_t i = 0; i < indicator->at_count; i++)
        for (size_t j = 0; j < indicator->at[i].condition_count; j++)
            if (indicator->at[i].conditions[j].field == field)
                return true;
    return false;
}

static bool is_by_person(const char *author)
{
    return author && strcmp(author, "person") == 0;
}

/* Where nothing is looked for around the anchor, the finding rests on what its own fields say. */
static enum basis own_basis(const struct indicator *indicator, const struct event *anchor)
{
    const char *outcome_by =
        anchor->outcome_by ? anchor->outcome_by : anchor->field[EVENT_outcome_by];
    bool says =
        (names_field(indicator, EVENT_outcome) && is_by_person(outcome_by)) ||
        (names_field(indicator, EVENT_purpose) && is_by_person(anchor->field[EVENT_purpose_by]));
    return says ? BASIS_PERSON_SAYS : BASIS_CODE_MATCH;
}

/* The weakest of what had to be there. */
static enum basis basis_of(const struct indicator *indicator, const struct answer *answer)
{
    enum basis basis = BASIS_PERSON_SAYS;
    bool looked = false;
    for (size_t i = 0; i < indicator->look_count; i++)
        if (look_decides(&indicator->looks[i])) {
            looked = true;
            basis = answer->looks[i].basis > basis ? answer->looks[i].basis : basis;
        }
    return looked ? basis : own_basis(indicator, answer->anchor);
}

/* An anchor's code; where it is not found because of a look with `otherwise`, that word. */
static const char *class_of(const struct indicator *indicator, const struct answer *answer)
{
    for (size_t i = 0; answer->fit.sure == SURELY_NOT && i < indicator->look_count; i++) {
        const struct indicator_look *look = &indicator->looks[i];
        if (look->otherwise && turned(look, answer->looks[i].fit).sure == SURELY_NOT)
            return look->otherwise;
    }
    const char *code = indicator->class_field == FIELD_IS_NONE
                           ? NULL
                           : record_says(answer->anchor, indicator->class_field);
    return code ? code : "";
}

struct answer judge(const struct indicator *indicator, const struct record *record,
                    const struct event *anchor, struct arena *arena)
{
    struct answer answer = {.anchor = anchor, .fit = {SURELY, WHY_NONE}};
    answer.looks = arena_array(arena, indicator->look_count + 1, sizeof *answer.looks);
    answer.window = record_is_observed(record, anchor->begin.low, anchor->begin.high);
    for (size_t i = 0; i < indicator->is_count; i++)
        answer.fit = fit_and(answer.fit, condition_asks(&indicator->is[i], anchor));
    for (size_t i = 0; i < indicator->look_count; i++) {
        const struct indicator_look *look = &indicator->looks[i];
        answer.looks[i] = look_ask(&look->look, look->side, record, anchor, arena);
        if (!look->negated && !look_decides(look))
            continue;
        answer.fit = fit_and(answer.fit, turned(look, answer.looks[i].fit));
        answer.window = answer.window && answer.looks[i].window == WHY_NONE;
    }
    struct fit at = fits_at(indicator, record, anchor);
    answer.fit = at.sure == PERHAPS ? at : answer.fit; /* whether to ask at all is open */
    answer.basis = basis_of(indicator, &answer);
    answer.class = class_of(indicator, &answer);
    return answer;
}
