/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is kept of what was worked out of one person: of scores the first and the latest, of
 * findings those that may speak of the period. */
#include <stdlib.h>
#include <string.h>

#include "figures/gathered.h"
#include "ground/text.h"

enum { BY_PERSON = 0 }; /* the number of `person` among raters */

/* --- scores ---------------------------------------------------------------------------------- */

static void add_score(struct keeping *keeping, const struct derived_score *score)
{
    struct figures *figures = keeping->figures;
    bool late = score->place == 0 && score->date > figures->seen.high;
    for (size_t i = 0; i < figures->ask.instrument_count; i++) {
        if (score->instrument != keeping->instruments[i] || score->by != BY_PERSON) {
            continue;
        }
        figures->failed |= score->reason && strcmp(score->reason, "plugin_failed") == 0;
        if (!score->has_value || score->category || late) {
            continue;
        }
        keeping->scores = arena_grow(keeping->one, keeping->scores, keeping->score_count,
                                     &keeping->score_room, sizeof *keeping->scores);
        keeping->scores[keeping->score_count++] = (struct scored){.value = score->value,
                                                                  .se = score->se,
                                                                  .has_se = score->has_se,
                                                                  .date = score->date,
                                                                  .place = score->place,
                                                                  .time = (short)score->time,
                                                                  .scale = (short)score->scale,
                                                                  .instrument = (unsigned short)i,
                                                                  .of = score->of};
    }
}

static int by_moment(const void *a, const void *b)
{
    const struct scored *x = a, *y = b;
    if (x->date != y->date) {
        return (x->date > y->date) - (x->date < y->date);
    }
    if (x->place != y->place) {
        return (x->place > y->place) - (x->place < y->place);
    }
    return (x->time > y->time) - (x->time < y->time);
}

static bool is_same_series(const struct scored *a, const struct scored *b)
{
    return a->instrument == b->instrument && a->scale == b->scale && !a->place == !b->place;
}

/* Is there another of its series before it, and another behind it? Then nobody asks for it. */
static bool lies_between(const struct keeping *keeping, size_t at)
{
    bool before = false, behind = false;
    for (size_t i = 0; i < keeping->score_count; i++) {
        bool same = i != at && is_same_series(&keeping->scores[i], &keeping->scores[at]);
        *(i < at ? &before : &behind) |= same;
    }
    return before && behind;
}

/* Of each scale the first and the latest. */
static void keep_scores(struct keeping *keeping)
{
    struct someone *someone = keeping->someone;
    size_t count = keeping->score_count;
    if (count == 0) {
        return;
    }
    qsort(keeping->scores, count, sizeof *keeping->scores, by_moment);
    bool *between = arena_array(keeping->one, count, sizeof *between);
    for (size_t i = 0; i < count; i++) {
        between[i] = lies_between(keeping, i);
        someone->score_count += !between[i];
    }
    someone->scores =
        arena_array(keeping->figures->arena, someone->score_count, sizeof *someone->scores);
    for (size_t i = 0, at = 0; i < count; i++) {
        if (!between[i]) {
            someone->scores[at++] = keeping->scores[i];
        }
    }
}

/* --- findings -------------------------------------------------------------------------------- */

/* The event that a finding names first, or NULL. */
static const struct stored_event *anchor_of(const struct stored_person *stored, const char *events)
{
    const char *word = "";
    size_t length = 0;
    if (!text_word(&events, &word, &length)) {
        return NULL;
    }
    for (size_t i = 0; i < stored->event_count; i++) {
        const struct stored_event *event = &stored->events[i];
        if (strncmp(event->id, word, length) == 0 && !event->id[length]) {
            return event;
        }
    }
    return NULL;
}

static const struct alike *keep_alike(struct keeping *keeping, size_t indicator, bool anchored,
                                      const struct derived_finding *finding)
{
    struct figures *figures = keeping->figures;
    const struct stored_event *anchor =
        anchored ? anchor_of(keeping->stored, finding->events) : NULL;
    const char *const *columns = anchor ? anchor->columns : NULL;
    const struct alike as = {.indicator = indicator,
                             .anchored = anchored,
                             .window = finding->window,
                             .state = keep_text(figures, finding->state),
                             .why = keep_text(figures, finding->why),
                             .class = keep_text(figures, finding->class),
                             .need = columns ? keep_text(figures, columns[EVENT_need]) : NULL,
                             .decided_by =
                                 columns ? keep_text(figures, columns[EVENT_decided_by]) : NULL};
    return keep_once(figures, &as, sizeof as);
}

static void add_finding(struct keeping *keeping, const struct derived_finding *finding)
{
    const struct figures *figures = keeping->figures;
    const struct days *period = &figures->ask.period;
    struct noted note = {.when = {0, 0}};
    bool anchored = days_read(finding->date, &note.when);
    bool apart = anchored && (note.when.high < period->low || note.when.low > period->high);
    if (finding->own || apart) {
        return;
    }
    for (size_t i = 0; i < figures->ask.indicator_count; i++) {
        if (finding->indicator != keeping->indicators[i]) {
            continue;
        }
        keeping->figures->failed |= strcmp(finding->why, "plugin_failed") == 0;
        note.as = keep_alike(keeping, i, anchored, finding);
        keeping->notes = arena_grow(keeping->one, keeping->notes, keeping->note_count,
                                    &keeping->note_room, sizeof *keeping->notes);
        keeping->notes[keeping->note_count++] = note;
    }
}

static void keep_notes(struct keeping *keeping)
{
    struct someone *someone = keeping->someone;
    if (keeping->note_count == 0) {
        return;
    }
    someone->note_count = (unsigned)keeping->note_count;
    someone->notes =
        arena_array(keeping->figures->arena, keeping->note_count, sizeof *someone->notes);
    memcpy(someone->notes, keeping->notes, keeping->note_count * sizeof *someone->notes);
}

bool keep_derived(void *context, const struct derived_person *derived, struct fault *fault)
{
    struct keeping *keeping = context;
    (void)fault;
    for (size_t i = 0; i < derived->score_count; i++) {
        add_score(keeping, &derived->scores[i]);
    }
    for (size_t i = 0; i < derived->finding_count; i++) {
        add_finding(keeping, &derived->findings[i]);
    }
    keep_scores(keeping);
    keep_notes(keeping);
    return true;
}
