/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "report/goal.h"
#include "timeline/timeline.h"

/* --- scores and findings, out of the walk's own memory ---------------------------------------- */

static const char *copied(struct arena *arena, const char *text)
{
    return text ? arena_text(arena, text) : NULL;
}

static void keep_scores(struct person_page *page, const struct derived_person *person)
{
    page->score_count = person->score_count;
    page->scores = arena_array(page->arena, person->score_count, sizeof *page->scores);
    for (size_t i = 0; i < person->score_count; i++) {
        page->scores[i] = person->scores[i];
        page->scores[i].category = copied(page->arena, person->scores[i].category);
        page->scores[i].reason = copied(page->arena, person->scores[i].reason);
    }
}

void person_keep_findings(struct person_page *page, const struct derived_finding *findings,
                          size_t count)
{
    page->finding_count = count;
    page->findings = arena_array(page->arena, count, sizeof *page->findings);
    for (size_t i = 0; i < count; i++) {
        const struct derived_finding *from = &findings[i];
        struct derived_finding *to = &page->findings[i];
        *to = *from;
        to->finding = copied(page->arena, from->finding);
        to->date = copied(page->arena, from->date);
        to->state = copied(page->arena, from->state);
        to->why = copied(page->arena, from->why);
        to->basis = copied(page->arena, from->basis);
        to->certainty = copied(page->arena, from->certainty);
        to->class = copied(page->arena, from->class);
        to->unit = copied(page->arena, from->unit);
        to->events = copied(page->arena, from->events);
        to->told = copied(page->arena, from->told);
    }
}

static bool keep_derived(void *context, const struct derived_person *person, struct fault *fault)
{
    (void)fault;
    keep_scores(context, person);
    person_keep_findings(context, person->findings, person->finding_count);
    return true;
}

static int scores_in_order(const void *a, const void *b)
{
    const struct derived_score *x = a, *y = b;
    long differ[] = {(long)x->date - y->date,   (long)x->place - y->place,
                     (long)x->time - y->time,   (long)(x->instrument - y->instrument),
                     (long)x->scale - y->scale, (long)x->by - y->by};
    for (size_t i = 0; i < sizeof differ / sizeof *differ; i++)
        if (differ[i] != 0)
            return differ[i] < 0 ? -1 : 1;
    return 0;
}

static bool read_derived(struct person_page *page, struct store *store, const char *ref,
                         struct fault *fault)
{
    struct arena *walk = arena_new();
    bool done = store_derived(store, ref, walk, keep_derived, page, fault);
    arena_free(walk);
    if (done && page->score_count)
        qsort(page->scores, page->score_count, sizeof *page->scores, scores_in_order);
    return done;
}

/* --- versions --------------------------------------------------------------------------------- */

static void add_version(struct person_page *page, const struct stored_plugin *stored)
{
    struct person_version *version = &page->versions[page->version_count++];
    struct faults faults = {0}; /* the pass over people has said them */
    *version = (struct person_version){
        .number = stored->number, .id = stored->id, .version = stored->version};
    version->instrument = shelf_version(page->shelf, stored, &version->own, &faults);
    faults_clear(&faults);
}

static bool answered_with(const struct person_page *page, int64_t number)
{
    for (size_t i = 0; i < page->stored.administration_count; i++)
        if (page->stored.administrations[i].instrument == number)
            return true;
    for (size_t i = 0; i < page->score_count; i++)
        if (page->scores[i].instrument == number)
            return true;
    return false;
}

static int versions_in_order(const void *a, const void *b)
{
    const struct person_version *x = a, *y = b;
    int order = strcmp(x->id, y->id);
    return order ? order : strcmp(x->version, y->version);
}

static void read_versions(struct person_page *page)
{
    page->versions = arena_array(page->arena, page->plugin_count, sizeof *page->versions);
    for (size_t i = 0; i < page->plugin_count; i++)
        if (strcmp(page->plugins[i].kind, "instrument") == 0 &&
            answered_with(page, page->plugins[i].number))
            add_version(page, &page->plugins[i]);
    if (page->version_count)
        qsort(page->versions, page->version_count, sizeof *page->versions, versions_in_order);
}

/* --- days ------------------------------------------------------------------------------------- */

static void widen(struct days *known, struct days by)
{
    known->low = by.low < known->low ? by.low : known->low;
    known->high = by.high > known->high ? by.high : known->high;
}

static void read_known(struct person_page *page)
{
    struct days days;
    page->known = (struct days){DAY_LAST, DAY_FIRST};
    for (size_t i = 0; i < page->stored.administration_count; i++)
        if (page->stored.administrations[i].place == 0)
            widen(&page->known, (struct days){page->stored.administrations[i].date,
                                              page->stored.administrations[i].date});
    for (size_t i = 0; i < page->stored.event_count; i++)
        if (days_read(page->stored.events[i].date, &days))
            widen(&page->known, days);
    for (size_t i = 0; i < page->note_count; i++)
        widen(&page->known, (struct days){page->notes[i].date, page->notes[i].date});
    for (size_t i = 0; i < page->goal_count; i++)
        for (size_t r = 0; r < page->goals[i].row_count; r++)
            widen(&page->known,
                  (struct days){page->goals[i].rows[r].date, page->goals[i].rows[r].date});
}

bool person_in_period(const struct person_page *page, day at)
{
    return at >= page->period.low && at <= page->period.high;
}

bool person_finding_days(const struct derived_finding *finding, struct days *days)
{
    return finding->date && *finding->date && days_read(finding->date, days);
}

/* --- all of it -------------------------------------------------------------------------------- */

const struct stored_plugin *person_plugin(const struct person_page *page, int64_t number)
{
    for (size_t i = 0; i < page->plugin_count; i++)
        if (page->plugins[i].number == number)
            return &page->plugins[i];
    return NULL;
}

static bool read_name(struct person_page *page, struct store *store, const char *ref,
                      struct fault *fault)
{
    const char *token = timeline_says(&page->stored, "called", page->as_of);
    struct stored_words words;
    if (!store_words(store, ref, token, page->arena, &words, fault))
        return false;
    page->called = words.kept == WORDS_HERE;
    page->locked = words.kept == WORDS_LOCKED;
    page->name = page->called ? words.said : page->stored.ref;
    return true;
}

static bool read_said(struct person_page *page, struct store *store, const char *ref,
                      struct fault *fault)
{
    return store_notes(store, ref, page->as_of, page->arena, &page->notes, &page->note_count,
                       fault) &&
           store_answer_words(store, ref, page->as_of, page->arena, &page->said, &page->said_count,
                              fault) &&
           store_goals(store, ref, page->as_of, page->arena, &page->goals, &page->goal_count,
                       fault) &&
           store_consents(store, ref, page->arena, &page->consents, &page->consent_count, fault) &&
           store_looks(store, ref, page->as_of, page->arena, &page->looks, &page->look_count,
                       fault);
}

/* What is named for everywhere, and for the area they are in or one around it. */
static bool read_help(struct person_page *page, struct store *store, struct fault *fault)
{
    const char *area = timeline_area(&page->stored, page->as_of);
    struct help *all;
    size_t count;
    if (!help_read(page->shelf->with, page->arena, &all, &count, fault))
        return false;
    struct help *near = arena_array(page->arena, count, sizeof *near);
    for (size_t i = 0; i < count; i++) {
        bool here = true;
        if (all[i].area && !store_area_within(store, area, all[i].area, &here, fault))
            return false;
        if (here)
            near[page->help_count++] = all[i];
    }
    page->help = near;
    return true;
}

static bool read_all(struct person_page *page, struct store *store, const char *ref,
                     struct timeline_frame *frame, struct fault *fault)
{
    return store_person(store, ref, page->as_of, page->arena, &page->stored, fault) &&
           read_name(page, store, ref, fault) && read_said(page, store, ref, fault) &&
           read_help(page, store, fault) &&
           store_plugins(store, page->arena, &page->plugins, &page->plugin_count, fault) &&
           timeline_frame_read(store, page->as_of, page->arena, frame, fault) &&
           read_derived(page, store, ref, fault);
}

/* What was noticed from what the person keeps to themselves is noticed again without it. */
static bool leave_out_kept(struct person_page *page, struct store *store,
                           const struct timeline_frame *frame, struct fault *fault)
{
    bool kept = person_keep_apart(page);
    timeline_fill(&page->stored, frame, page->arena, &page->record);
    return !kept || person_notice_again(page, store, frame, fault);
}

/* Needs in the person's own words, in place of their tokens; none where they are locked. Read last:
 * no rule ever meets them. */
static bool read_needs(struct person_page *page, struct store *store, const char *ref,
                       struct fault *fault)
{
    for (size_t i = 0; i < page->record.event_count; i++) {
        const char **token = &page->record.events[i].field[EVENT_need_words];
        struct stored_words words = {.said = NULL};
        if (*token && !store_words(store, ref, *token, page->arena, &words, fault))
            return false;
        *token = words.said;
    }
    return true;
}

/* Services by their titles, where these are known. Read last, too: rules ask about references. */
static void name_services(struct person_page *page, const struct timeline_frame *frame)
{
    static const enum event_column columns[] = {EVENT_service, EVENT_from, EVENT_to};
    for (size_t i = 0; i < page->record.event_count; i++)
        for (size_t k = 0; k < sizeof columns / sizeof *columns; k++) {
            const char **service = &page->record.events[i].field[columns[k]];
            const char *title = timeline_title(frame, event_column[columns[k]].name, *service);
            *service = title ? title : *service;
        }
}

bool person_read(struct person_page *page, struct store *store, const char *ref,
                 struct fault *fault)
{
    struct timeline_frame frame;
    bool ours;
    if (!store_read_begin(store, &ours, fault))
        return false;
    bool good = read_all(page, store, ref, &frame, fault) &&
                leave_out_kept(page, store, &frame, fault) && read_needs(page, store, ref, fault);
    store_read_end(store, ours);
    if (!good)
        return false;
    name_services(page, &frame);
    page->answers =
        arena_array(page->arena, page->stored.administration_count, sizeof(*page->answers));
    read_versions(page);
    read_known(page);
    goals_choose(page);
    return true;
}

void person_close(struct person_page *page)
{
    for (size_t i = 0; i < page->version_count; i++)
        plugin_close(page->versions[i].own);
}
