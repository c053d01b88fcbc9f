/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One anchor: found if all holds, not found if something does not, else cannot tell. */
#include <string.h>

#include "indicator/indicator_private.h"

bool look_decides(const struct indicator_look *look)
{
    return !look->negated && look->look.least > 0;
}

bool look_is_in_force(const struct indicator *indicator, const struct way *way, size_t look)
{
    return look < indicator->outside || (way && look >= way->first && look < way->end);
}

size_t look_in_force(const struct indicator *indicator, const struct way *way, enum look_side side,
                     size_t nth)
{
    for (size_t i = 0; i < indicator->look_count; i++) {
        const struct indicator_look *look = &indicator->looks[i];
        if (look->side == side && !look->negated && look_is_in_force(indicator, way, i) &&
            nth-- == 0)
            return i;
    }
    return indicator->look_count;
}

/* With `days`, who has not got there yet is still waiting: never not found. */
static struct fit waiting(struct fit fit)
{
    bool waits = fit.sure == SURELY_NOT || (fit.sure == PERHAPS && fit.why == WHY_FOLLOWUP_SHORT);
    return waits ? (struct fit){PERHAPS, WHY_STILL_WAITING} : fit;
}

struct fit look_holds(const struct indicator *indicator, const struct indicator_look *look,
                      struct fit fit)
{
    if (indicator->measures == MEASURES_DAYS && look->side == LOOK_AFTER && look_decides(look))
        return waiting(fit);
    if (look->negated && fit.sure != PERHAPS)
        fit.sure = fit.sure == SURELY ? SURELY_NOT : SURELY;
    return fit;
}

/* --- what it rests on ------------------------------------------------------------------------ */

static bool asks_field(const struct condition *conditions, size_t count, size_t field)
{
    for (size_t i = 0; i < count; i++)
        if (conditions[i].field == field)
            return true;
    return false;
}

static bool names_field(const struct indicator *indicator, const struct way *way, size_t field)
{
    if (asks_field(indicator->is, indicator->is_count, field) ||
        (way && asks_field(way->is, way->is_count, field)))
        return true;
    for (size_t i = 0; i < indicator->at_count; i++)
        if (asks_field(indicator->at[i].conditions, indicator->at[i].condition_count, field))
            return true;
    return false;
}

static bool is_by_person(const char *author)
{
    return author && strcmp(author, "person") == 0;
}

/* Where nothing is looked for around the anchor, the finding rests on what its own fields say. */
static enum basis own_basis(const struct indicator *indicator, const struct answer *answer)
{
    const struct event *anchor = answer->anchor;
    const char *outcome_by =
        anchor->outcome_by ? anchor->outcome_by : anchor->field[EVENT_outcome_by];
    bool says = (names_field(indicator, answer->way, EVENT_outcome) && is_by_person(outcome_by)) ||
                (names_field(indicator, answer->way, EVENT_purpose) &&
                 is_by_person(anchor->field[EVENT_purpose_by]));
    return says ? BASIS_PERSON_SAYS : BASIS_CODE_MATCH;
}

/* The weakest of what had to be there. */
static enum basis basis_of(const struct indicator *indicator, const struct answer *answer)
{
    enum basis basis = BASIS_PERSON_SAYS;
    bool looked = false;
    for (size_t i = 0; i < indicator->look_count; i++)
        if (look_decides(&indicator->looks[i]) && look_is_in_force(indicator, answer->way, i)) {
            looked = true;
            basis = answer->looks[i].basis > basis ? answer->looks[i].basis : basis;
        }
    return looked ? basis : own_basis(indicator, answer);
}

/* An anchor's code, or the way that holds; where it is not found because of a look with
 * `otherwise`, that word. */
static const char *class_of(const struct indicator *indicator, const struct answer *answer)
{
    for (size_t i = 0; answer->fit.sure == SURELY_NOT && i < indicator->outside; i++) {
        const struct indicator_look *look = &indicator->looks[i];
        if (look->otherwise && look_holds(indicator, look, answer->looks[i].fit).sure == SURELY_NOT)
            return look->otherwise;
    }
    if (answer->way)
        return answer->way->name;
    const char *code = indicator->class_field == FIELD_IS_NONE
                           ? NULL
                           : record_says(answer->anchor, indicator->class_field);
    return code ? code : "";
}

/* --- asking ---------------------------------------------------------------------------------- */

static struct fit asks_of(const struct condition *conditions, size_t count,
                          const struct event *anchor)
{
    struct fit fit = {SURELY, WHY_NONE};
    for (size_t i = 0; i < count; i++)
        fit = fit_and(fit, condition_asks(&conditions[i], anchor));
    return fit;
}

/* Asks the looks from `first`, before `end`. The anchor's window is whole if all of theirs are. */
static struct fit look_around(const struct view *view, struct answer *answer, size_t first,
                              size_t end, struct arena *arena)
{
    struct fit fit = {SURELY, WHY_NONE};
    for (size_t i = first; i < end; i++) {
        const struct indicator_look *look = &view->indicator->looks[i];
        answer->looks[i] = look_ask_among(&look->look, look->side, &view->at_risk, view->looks[i],
                                          answer->anchor, arena);
        if (!look->negated && !look_decides(look))
            continue;
        fit = fit_and(fit, look_holds(view->indicator, look, answer->looks[i].fit));
        answer->window = answer->window && answer->looks[i].window == WHY_NONE;
    }
    return fit;
}

/* The first way that holds. While it is open whether an earlier one does, nobody can say which it
 * is, though a later one surely does. */
static struct fit try_ways(const struct view *view, struct answer *answer, struct arena *arena)
{
    struct fit first = {SURELY_NOT, WHY_NONE};
    for (size_t i = 0; i < view->indicator->way_count; i++) {
        const struct way *way = &view->indicator->ways[i];
        struct fit fit = asks_of(way->is, way->is_count, answer->anchor);
        fit = fit_and(fit, look_around(view, answer, way->first, way->end, arena));
        if (first.sure != SURELY_NOT || fit.sure == SURELY_NOT)
            continue;
        first = fit;
        answer->way = way;
    }
    return first;
}

/* What happens within a stay is not told of the community, nor of anywhere else. */
static struct fit is_at_risk(const struct view *view, const struct event *anchor)
{
    bool counts = !view->indicator->in_community ||
                  !record_is_observed(view->record, anchor->begin.low, anchor->begin.high) ||
                  record_is_observed(&view->at_risk, anchor->begin.low, anchor->begin.high);
    return counts ? (struct fit){SURELY, WHY_NONE} : (struct fit){PERHAPS, WHY_GAP};
}

static struct answer judge(const struct view *view, const struct anchor *anchor,
                           struct arena *arena)
{
    const struct indicator *indicator = view->indicator;
    const struct event *event = anchor->event;
    struct answer answer = {.anchor = event, .asked = anchor->fit};
    answer.looks = arena_array(arena, indicator->look_count + 1, sizeof *answer.looks);
    answer.window = record_is_observed(&view->at_risk, event->begin.low, event->begin.high);
    answer.fit =
        fit_and(is_at_risk(view, event), asks_of(indicator->is, indicator->is_count, event));
    answer.fit = fit_and(answer.fit, look_around(view, &answer, 0, indicator->outside, arena));
    if (indicator->way_count)
        answer.fit = fit_and(answer.fit, try_ways(view, &answer, arena));
    answer.fit = anchor->fit.sure == PERHAPS ? anchor->fit : answer.fit; /* to ask at all is open */
    answer.open = answer.fit.sure == PERHAPS ? answer.way : NULL;
    answer.way = answer.fit.sure == SURELY ? answer.way : NULL;
    answer.basis = basis_of(indicator, &answer);
    answer.class = class_of(indicator, &answer);
    return answer;
}

struct answer *judge_record(const struct indicator *indicator, const struct record *record,
                            struct arena *arena, size_t *count)
{
    struct view view = view_of(indicator, record, arena);
    struct anchor *anchors = view_anchors(&view, arena, count);
    struct answer *answers = arena_array(arena, *count + 1, sizeof *answers);
    for (size_t i = 0; i < *count; i++)
        answers[i] = judge(&view, &anchors[i], arena);
    return answers;
}
