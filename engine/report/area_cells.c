/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every set of people of a report as cells of one `protect`. One release is one system: nothing is
 * decided before everything that could be printed is in it. */
#include <string.h>

#include "report/area_cells.h"
#include "report/area_sets.h"
#include "report/sentences.h"

int area_cell(struct area_cells *cells, const struct people *people, int rank, int whole)
{
    return protect_cell(cells->protect, people->who, people->count, rank, whole, false);
}

int area_side(struct area_cells *cells, const struct people *people, int rank, int whole)
{
    return protect_cell(cells->protect, people->who, people->count, rank, whole, true);
}

/* Everybody who is not in `people`. */
static int add_others(struct area_cells *cells, const struct people *people, int rank)
{
    struct people others = people_minus(cells->arena, figures_everyone(cells->figures), people);
    return area_cell(cells, &others, rank, cells->everyone);
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
    ask->place = shelf_place;
    ask->head = shelf_head;
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

static bool is_few(size_t people)
{
    return people > 0 && people < PROTECT_LEAST;
}

/* Whom are the figures of? Of all who were heard in the period, unless they and those heard before
 * as well, or they and everyone, differ by a few people: then one of the two sets would have to be
 * hidden, and much else with it. Nobody and a few are treated alike, so that the choice tells
 * nothing. */
static bool is_of_twice(size_t everyone, size_t heard, size_t twice)
{
    bool near = heard - twice < PROTECT_LEAST || is_few(everyone - heard);
    return twice >= PROTECT_LEAST && near && !is_few(everyone - twice);
}

static void choose_heard(const struct area_cells *cells, struct scale_cells *scale)
{
    const struct figure_scale *figure = &scale->figure;
    size_t everyone = figures_everyone(cells->figures)->count;
    scale->of_twice = is_of_twice(everyone, figure->heard.count, figure->twice.count);
    scale->heard_people = scale->of_twice ? figure->twice : figure->heard;
    figures_spread(cells->figures, figure, &scale->heard_people, &scale->spread);
}

/* Both wholes that change can be told of are cells: who has ever told us, and everyone. Which of
 * them is printed is decided from what may be shown alone (area_shown.c). */
static void add_heard_cells(struct area_cells *cells, struct scale_cells *scale)
{
    const struct figure_scale *figure = &scale->figure;
    struct arena *arena = cells->arena;
    struct people started = people_minus(arena, figures_everyone(cells->figures), &figure->never);
    struct people apart = people_minus(arena, &started, &figure->twice);
    scale->heard = area_cell(cells, &scale->heard_people, RANK_MAIN, cells->everyone);
    scale->unheard = add_others(cells, &scale->heard_people, RANK_MAIN);
    scale->twice = area_cell(cells, &figure->twice, RANK_MAIN, cells->everyone);
    scale->once = scale->before = NO_CELL;
    if (!scale->of_twice) {
        struct people once = people_minus(arena, &figure->heard, &figure->twice);
        struct people before = people_minus(arena, &started, &figure->heard);
        scale->once = area_cell(cells, &once, RANK_PART, scale->heard);
        scale->before = area_cell(cells, &before, RANK_SPLIT, scale->unheard);
    }
    scale->never = area_cell(cells, &figure->never, RANK_SPLIT, scale->unheard);
    scale->unseen = add_others(cells, &figure->twice, RANK_MAIN);
    scale->started = area_cell(cells, &started, RANK_MAIN, cells->everyone);
    scale->apart = area_cell(cells, &apart, RANK_MAIN, scale->started);
}

/* Where few went up or few went down, both together are still told. */
static void add_change_cells(struct area_cells *cells, struct scale_cells *scale)
{
    const struct figure_scale *figure = &scale->figure;
    struct people beyond = people_either(cells->arena, &figure->up, &figure->down);
    scale->up = scale->within = scale->down = scale->beyond = NO_CELL;
    if (!figure->has_wobble)
        return;
    scale->up = area_cell(cells, &figure->up, RANK_SIDE, scale->twice);
    scale->within = area_cell(cells, &figure->within, RANK_PART, scale->twice);
    scale->down = area_cell(cells, &figure->down, RANK_SIDE, scale->twice);
    scale->beyond = area_cell(cells, &beyond, RANK_PART, scale->twice);
}

static void add_bin_cells(struct area_cells *cells, struct scale_cells *scale)
{
    const struct figure_spread *spread = &scale->spread;
    scale->bins = arena_array(cells->arena, spread->bin_count, sizeof *scale->bins);
    for (size_t i = 0; i < spread->bin_count; i++)
        scale->bins[i] = area_cell(cells, &spread->bins[i].people, RANK_PART, scale->heard);
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
    choose_heard(cells, scale);
    add_heard_cells(cells, scale);
    add_change_cells(cells, scale);
    add_bin_cells(cells, scale);
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

bool area_is_no_answer(const char *code)
{
    bool is = false;
    for (size_t i = 0; i < NO_ANSWER_KINDS; i++)
        is |= no_answer_word[i] && strcmp(no_answer_word[i], code) == 0;
    return is;
}

/* Who told us is told of the first measure: of another, it would be nearly the same people. */
static int add_told(struct area_cells *cells, const struct figure_group *group, int rank, int cell,
                    const struct people *heard)
{
    if (!heard || group->people.count < PROTECT_LEAST || area_is_no_answer(group->code))
        return NO_CELL; /* would not be printed */
    struct people told = people_both(cells->arena, &group->people, heard);
    return area_cell(cells, &told, rank, cell);
}

static void add_level(struct area_cells *cells, struct group_cells *level, int rank, int told_rank,
                      const struct people *heard)
{
    const struct figure_groups *all = &level->groups;
    level->people = arena_array(cells->arena, all->count, sizeof *level->people);
    level->told = arena_array(cells->arena, all->count, sizeof *level->told);
    for (size_t i = 0; i < all->count; i++)
        level->people[i] = area_cell(cells, &all->groups[i].people, rank, cells->everyone);
    for (size_t i = 0; i < all->count; i++)
        level->told[i] = add_told(cells, &all->groups[i], told_rank, level->people[i], heard);
}

/* Both levels are cells of the release, the coarser of more importance, and all of them are
 * protected as if all were printed. Which one is printed is then decided from what may be shown
 * alone (area_shown.c): who is told the choice could have been told the numbers, so it tells no
 * more than they do. */
static bool add_groups(struct area_cells *cells, const struct section *section,
                       struct section_cells *own, struct fault *fault)
{
    struct group_cells *fine = &own->levels[LEVEL_FINE], *coarse = &own->levels[LEVEL_COARSE];
    if (section->shows != SHOWS_HEARD || !section->by)
        return true;
    if (!figures_groups(cells->figures, section->by, &fine->groups, fault))
        return false;
    const struct people *heard =
        own->scale_count ? &cells->scales[own->scales[0]].heard_people : NULL;
    figures_coarser(cells->figures, section->by, &fine->groups, &coarse->groups);
    add_level(cells, coarse, RANK_GROUP, RANK_TOLD, heard);
    add_level(cells, fine, RANK_FINE, RANK_FINE_TOLD, heard);
    return true;
}

/* --- all of it -------------------------------------------------------------------------------- */

static bool add_everything(struct area_cells *cells, struct fault *fault)
{
    const struct people *everyone = figures_everyone(cells->figures);
    cells->protect = protect_new(everyone->count);
    cells->everyone = area_cell(cells, everyone, RANK_WHOLE, NO_CELL);
    if (!add_scales(cells, fault))
        return false;
    cells->sections =
        arena_array(cells->arena, cells->report->section_count, sizeof *cells->sections);
    for (size_t i = 0; i < cells->report->section_count; i++) {
        const struct section *section = &cells->report->sections[i];
        place_scales(cells, section, &cells->sections[i]);
        if (!add_groups(cells, section, &cells->sections[i], fault) ||
            !area_cells_findings(cells, i, fault))
            return false;
    }
    protect_decide(cells->protect);
    return true;
}

/* What a failing plugin left out would stand in the area's numbers as people not heard from. */
static bool is_whole(const struct area_cells *cells, struct fault *fault)
{
    return !figures_failed(cells->figures) ||
           fault_set(fault, FAULT_ATTENTION, SAY_NOT_WHOLE, cells->report->facts.id);
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
    bool done = figures_gather(store, &ask, &made->figures, fault) && is_whole(made, fault);
    if (done && figures_everyone(made->figures)->count >= PROTECT_LEAST) {
        done = add_everything(made, fault) &&
               area_cells_collected(made, store, shelf, area, as_of, fault);
        *cells = done ? made : NULL;
    }
    if (!*cells)
        area_cells_free(made);
    return done;
}

const int64_t *area_numbers(const struct area_cells *cells, size_t *count)
{
    *count = figures_everyone(cells->figures)->count;
    return figures_numbers(cells->figures);
}

void area_cells_free(struct area_cells *cells)
{
    if (!cells)
        return;
    protect_free(cells->protect);
    figures_free(cells->figures);
}
