/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every set of people of a report as cells of one `protect`. One release is one system: nothing is
 * decided before everything that could be printed is in it. */
#include <string.h>

#include "report/area_cells.h"
#include "report/area_sets.h"

/* How much it matters that a number is shown. Who was heard from twice comes before who was heard
 * from at all: where nearly everybody was, one of the two must go, and change is told of the first.
 */
enum {
    RANK_WHOLE,
    RANK_PAIRS,
    RANK_STARTED,
    RANK_PART,
    RANK_ANSWERED,
    RANK_CHANGE,
    RANK_GROUP,
    RANK_TOLD,
    RANK_WHY
};

static int add_cell(struct area_cells *cells, const struct people *people, int rank, int whole,
                    bool sensitive)
{
    return protect_cell(cells->protect, people->who, people->count, rank, whole, sensitive);
}

/* --- what is asked of figures ----------------------------------------------------------------- */

static void ask_instrument(struct figures_ask *ask, const struct instrument **list,
                           const struct instrument *instrument)
{
    for (size_t i = 0; i < ask->instrument_count; i++)
        if (list[i] == instrument)
            return;
    list[ask->instrument_count++] = instrument;
}

static void ask_indicator(struct figures_ask *ask, const struct indicator **list,
                          const struct indicator *indicator)
{
    for (size_t i = 0; i < ask->indicator_count; i++)
        if (list[i] == indicator)
            return;
    list[ask->indicator_count++] = indicator;
}

static void ask_all(const struct report *report, const struct shelf *shelf, struct arena *arena,
                    struct figures_ask *ask)
{
    const struct instrument **instruments =
        arena_array(arena, shelf->instrument_count + 1, sizeof *instruments);
    const struct indicator **indicators =
        arena_array(arena, shelf->indicator_count + 1, sizeof *indicators);
    for (size_t i = 0; i < report->section_count; i++) {
        const struct section *section = &report->sections[i];
        for (size_t s = 0; s < section->scale_count; s++)
            ask_instrument(ask, instruments, section->scales[s].instrument);
        for (size_t s = 0; s < section->indicator_count; s++)
            ask_indicator(ask, indicators, section->indicators[s]);
    }
    ask->instruments = instruments;
    ask->indicators = indicators;
    ask->label = shelf_label;
    /* The label cache of the shelf is the one thing about it that changes. */
    ask->label_context = (void *)shelf;
}

/* --- scales ----------------------------------------------------------------------------------- */

static bool scale_place(const struct area_cells *cells, const char *of, size_t *place)
{
    for (*place = 0; *place < cells->scale_count; (*place)++)
        if (strcmp(cells->scales[*place].asked->of, of) == 0)
            return true;
    return false;
}

/* The steps are all who answered in the period; a measure without ends has none. */
static void add_bin_cells(struct area_cells *cells, struct scale_cells *scale)
{
    const struct figure_scale *figure = &scale->figure;
    struct people answered = {0};
    scale->bins = arena_array(cells->arena, figure->bin_count, sizeof *scale->bins);
    for (size_t i = 0; i < figure->bin_count; i++)
        answered = people_either(cells->arena, &answered, &figure->bins[i].people);
    scale->answered = add_cell(cells, &answered, RANK_ANSWERED, cells->everyone, false);
    for (size_t i = 0; i < figure->bin_count; i++)
        scale->bins[i] =
            add_cell(cells, &figure->bins[i].people, RANK_CHANGE, scale->answered, false);
}

static void add_scale_cells(struct area_cells *cells, struct scale_cells *scale)
{
    const struct figure_scale *figure = &scale->figure;
    struct people unheard = people_minus(cells->arena, &figure->started, &figure->pairs);
    struct people unseen =
        people_minus(cells->arena, figures_everyone(cells->figures), &figure->pairs);
    scale->unseen = add_cell(cells, &unseen, RANK_PAIRS, cells->everyone, false);
    scale->started = add_cell(cells, &figure->started, RANK_STARTED, cells->everyone, false);
    scale->pairs = add_cell(cells, &figure->pairs, RANK_PAIRS, scale->started, false);
    scale->unheard = add_cell(cells, &unheard, RANK_PART, scale->started, false);
    scale->never = add_cell(cells, &figure->never, RANK_PART, cells->everyone, false);
    scale->up = add_cell(cells, &figure->up, RANK_CHANGE, scale->pairs, false);
    scale->within = add_cell(cells, &figure->within, RANK_CHANGE, scale->pairs, false);
    scale->down = add_cell(cells, &figure->down, RANK_CHANGE, scale->pairs, false);
    add_bin_cells(cells, scale);
}

static bool add_scale(struct area_cells *cells, const struct asked_scale *asked,
                      struct fault *fault)
{
    size_t place;
    if (scale_place(cells, asked->of, &place))
        return true;
    struct scale_cells *scale = &cells->scales[cells->scale_count];
    scale->asked = asked;
    if (!figures_scale(cells->figures, asked->of, &scale->figure, fault))
        return false;
    add_scale_cells(cells, scale);
    cells->scale_count++;
    return true;
}

static bool add_scales(struct area_cells *cells, struct fault *fault)
{
    size_t most = 0;
    for (size_t i = 0; i < cells->report->section_count; i++)
        most += cells->report->sections[i].scale_count;
    cells->scales = arena_array(cells->arena, most, sizeof *cells->scales);
    for (size_t i = 0; i < cells->report->section_count; i++)
        for (size_t s = 0; s < cells->report->sections[i].scale_count; s++)
            if (!add_scale(cells, &cells->report->sections[i].scales[s], fault))
                return false;
    return true;
}

/* A section about who was heard takes every scale of the report when it names none. */
static void place_scales(struct area_cells *cells, const struct section *section,
                         struct section_cells *own)
{
    bool all = section->shows == SHOWS_HEARD && !section->scale_count;
    own->scales =
        arena_array(cells->arena, cells->scale_count + section->scale_count, sizeof *own->scales);
    for (size_t i = 0; all && i < cells->scale_count; i++)
        own->scales[own->scale_count++] = i;
    for (size_t i = 0; i < section->scale_count; i++)
        if (scale_place(cells, section->scales[i].of, &own->scales[own->scale_count]))
            own->scale_count++;
}

/* --- groups ----------------------------------------------------------------------------------- */

static bool add_groups(struct area_cells *cells, const struct section *section,
                       struct section_cells *own, struct fault *fault)
{
    if (section->shows != SHOWS_HEARD || !section->by)
        return true;
    if (!figures_groups(cells->figures, section->by, &own->groups, fault))
        return false;
    struct people told = {0};
    for (size_t i = 0; i < own->scale_count; i++)
        told = people_either(cells->arena, &told, &cells->scales[own->scales[i]].figure.started);
    own->group_cells = arena_array(cells->arena, own->groups.count, sizeof *own->group_cells);
    own->told_cells = arena_array(cells->arena, own->groups.count, sizeof *own->told_cells);
    for (size_t i = 0; i < own->groups.count; i++) {
        const struct people *people = &own->groups.groups[i].people;
        struct people both = people_both(cells->arena, people, &told);
        own->group_cells[i] = add_cell(cells, people, RANK_GROUP, cells->everyone, false);
        own->told_cells[i] = add_cell(cells, &both, RANK_TOLD, own->group_cells[i], false);
    }
    return true;
}

/* --- findings --------------------------------------------------------------------------------- */

static void add_finding_cells(struct area_cells *cells, struct findings_cells *own)
{
    const struct figure_findings *figure = &own->figure;
    own->assessable = add_cell(cells, &figure->assessable, RANK_STARTED, cells->everyone, false);
    own->found = add_cell(cells, &figure->found, RANK_STARTED, own->assessable, true);
    own->not_found = add_cell(cells, &figure->not_found, RANK_PART, own->assessable, true);
    own->cannot_tell = add_cell(cells, &figure->cannot_tell, RANK_PART, cells->everyone, false);
    own->whys = arena_array(cells->arena, figure->why_count, sizeof *own->whys);
    for (size_t i = 0; i < figure->why_count; i++)
        own->whys[i] = add_cell(cells, &figure->whys[i].people, RANK_WHY, own->cannot_tell, false);
    own->needs = arena_array(cells->arena, figure->by_count, sizeof *own->needs);
    for (size_t i = 0; i < figure->by_count; i++)
        own->needs[i] = add_cell(cells, &figure->by[i].people, RANK_GROUP, own->found, false);
}

static bool add_findings(struct area_cells *cells, const struct section *section,
                         struct section_cells *own, struct fault *fault)
{
    if (section->shows != SHOWS_FINDINGS)
        return true;
    own->findings = arena_array(cells->arena, section->indicator_count, sizeof *own->findings);
    for (size_t i = 0; i < section->indicator_count; i++) {
        struct findings_cells *findings = &own->findings[own->finding_count++];
        findings->mirror = i >= section->named_count;
        findings->by_need = section->by && !findings->mirror;
        if (!figures_findings(cells->figures, indicator_facts(section->indicators[i])->id,
                              findings->by_need ? section->by : NULL, &findings->figure, fault))
            return false;
        add_finding_cells(cells, findings);
    }
    return true;
}

/* --- all of it -------------------------------------------------------------------------------- */

static bool add_everything(struct area_cells *cells, struct fault *fault)
{
    const struct people *everyone = figures_everyone(cells->figures);
    cells->protect = protect_new(everyone->count);
    cells->everyone = add_cell(cells, everyone, RANK_WHOLE, -1, false);
    if (!add_scales(cells, fault))
        return false;
    cells->sections =
        arena_array(cells->arena, cells->report->section_count, sizeof *cells->sections);
    for (size_t i = 0; i < cells->report->section_count; i++) {
        const struct section *section = &cells->report->sections[i];
        place_scales(cells, section, &cells->sections[i]);
        if (!add_groups(cells, section, &cells->sections[i], fault) ||
            !add_findings(cells, section, &cells->sections[i], fault))
            return false;
    }
    protect_decide(cells->protect);
    return true;
}

bool area_cells_make(const struct report *report, struct store *store, const struct shelf *shelf,
                     const char *area, struct days period, day as_of, struct arena *arena,
                     struct area_cells **cells, struct fault *fault)
{
    struct figures_ask ask = {.area = area, .period = period, .as_of = as_of};
    struct area_cells *made = arena_take(arena, sizeof *made);
    *made = (struct area_cells){.report = report, .arena = arena};
    *cells = NULL;
    ask_all(report, shelf, arena, &ask);
    bool done = figures_gather(store, &ask, &made->figures, fault);
    if (done && figures_everyone(made->figures)->count >= PROTECT_LEAST) {
        done = add_everything(made, fault);
        *cells = done ? made : NULL;
    }
    if (!*cells)
        area_cells_free(made);
    return done;
}

void area_cells_free(struct area_cells *cells)
{
    if (!cells)
        return;
    protect_free(cells->protect);
    figures_free(cells->figures);
}
