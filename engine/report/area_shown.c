/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What may be shown of the cells, and nothing else of them. */
#include <string.h>

#include "report/area_cells.h"
#include "report/why.h"

struct shown area_everyone(const struct area_cells *cells)
{
    return protect_count(cells->protect, cells->everyone);
}

const char *area_collected(const struct area_cells *cells)
{
    return cells->collected;
}

static void show_changed(const struct protect *protect, const struct scale_cells *scale, int whole,
                         int unseen, struct shown_scale *shown)
{
    shown->whole = protect_count(protect, whole);
    shown->unseen = protect_count(protect, unseen);
    shown->up = protect_count(protect, scale->up);
    shown->within = protect_count(protect, scale->within);
    shown->down = protect_count(protect, scale->down);
    shown->beyond = protect_count(protect, scale->beyond);
    shown->up_share = protect_share(protect, scale->up, whole);
    shown->within_share = protect_share(protect, scale->within, whole);
    shown->down_share = protect_share(protect, scale->down, whole);
    shown->beyond_share = protect_share(protect, scale->beyond, whole);
    shown->unseen_share = protect_share(protect, unseen, whole);
    shown->change = protect_mean(protect, scale->twice, &scale->figure.change);
}

/* Of who has ever told us, unless how many they are, or how many of them are not in twice, may not
 * be shown. Whoever reads which of the two it was is told no more than by the numbers of both: it
 * is worked out from those alone, and all of them are cells of the release. */
static void show_change(const struct protect *protect, const struct scale_cells *scale,
                        int everyone, struct shown_scale *shown)
{
    shown->of_started = is_some(protect_count(protect, scale->started)) &&
                        !protect_count(protect, scale->apart).hidden;
    if (shown->of_started)
        show_changed(protect, scale, scale->started, scale->apart, shown);
    else
        show_changed(protect, scale, everyone, scale->unseen, shown);
}

static void show_bins(const struct area_cells *cells, const struct scale_cells *scale,
                      struct shown_scale *shown)
{
    const struct figure_spread *spread = &scale->spread;
    shown->latest = protect_mean(cells->protect, scale->heard, &spread->latest);
    shown->bins = arena_array(cells->arena, spread->bin_count, sizeof *shown->bins);
    for (; shown->bin_count < spread->bin_count; shown->bin_count++) {
        const struct figure_bin *bin = &spread->bins[shown->bin_count];
        shown->bins[shown->bin_count] = (struct shown_bin){
            bin->from, bin->to, protect_count(cells->protect, scale->bins[shown->bin_count])};
    }
}

static struct shown_scale scale_shown(const struct area_cells *cells,
                                      const struct scale_cells *scale)
{
    const struct protect *protect = cells->protect;
    struct shown_scale shown = {
        .asked = scale->asked, .of_twice = scale->of_twice, .everyone = area_everyone(cells)};
    shown.heard = protect_count(protect, scale->heard);
    shown.unheard = protect_count(protect, scale->unheard);
    shown.twice = protect_count(protect, scale->twice);
    shown.once = protect_count(protect, scale->once);
    shown.before = protect_count(protect, scale->before);
    shown.never = protect_count(protect, scale->never);
    show_change(protect, scale, cells->everyone, &shown);
    show_bins(cells, scale, &shown);
    return shown;
}

struct shown_scale *area_scales(const struct area_cells *cells, size_t index, size_t *count)
{
    const struct section_cells *own = &cells->sections[index];
    struct shown_scale *shown = arena_array(cells->arena, own->scale_count, sizeof *shown);
    *count = own->scale_count;
    for (size_t i = 0; i < own->scale_count; i++)
        shown[i] = scale_shown(cells, &cells->scales[own->scales[i]]);
    return shown;
}

static void show_group(const struct protect *protect, const struct group_cells *level, size_t at,
                       struct shown_groups *groups)
{
    const struct figure_group *group = &level->groups.groups[at];
    struct shown people = protect_count(protect, level->people[at]);
    if (strcmp(group->code, no_answer_word[DECLINED]) == 0)
        groups->declined = people;
    else if (strcmp(group->code, no_answer_word[UNKNOWN]) == 0)
        groups->unknown = people;
    else if (strcmp(group->code, no_answer_word[NOT_ASKED]) == 0)
        groups->not_asked = people;
    else if (!area_is_no_answer(group->code))
        groups->groups[groups->count++] =
            (struct shown_group){group->label, people, protect_count(protect, level->told[at]),
                                 protect_share(protect, level->told[at], level->people[at])};
}

static struct shown_groups show_level(const struct area_cells *cells,
                                      const struct group_cells *level)
{
    struct shown none = {.hidden = true};
    struct shown_groups groups = {.declined = none, .unknown = none, .not_asked = none};
    groups.groups = arena_array(cells->arena, level->groups.count, sizeof *groups.groups);
    for (size_t i = 0; i < level->groups.count; i++)
        show_group(cells->protect, level, i, &groups);
    return groups;
}

/* Of how many people may be said what the figure is about, in rounded numbers. */
static int64_t covered(const struct shown_groups *groups, bool told)
{
    int64_t people = 0;
    for (size_t i = 0; i < groups->count; i++)
        if (!groups->groups[i].people.hidden && !(told && groups->groups[i].told.hidden))
            people += groups->groups[i].people.rounded;
    return people;
}

/* May it be said of half of the people who told us? Rows that are nearly all hidden are no help. */
static bool is_told(const struct shown_groups *groups)
{
    int64_t told = covered(groups, true);
    return told > 0 && told * 2 >= covered(groups, false);
}

/* The finer level, unless it says what it is about of less than three quarters of the people of
 * whom the coarser one does.
 *
 * Whoever reads which level was taken learns nothing of a few: the choice is worked out from shown
 * numbers and from nothing else, and the release was protected as if both levels were printed whole
 * (area_cells.c). Someone who had both could work the choice out for themselves, so it tells less
 * than what may be told anyway, and there is nothing in it to be turned round. A choice by the true
 * counts, "the finer one where no group has fewer than ten", would say of a group that is not
 * printed that it is small. */
bool area_groups(const struct area_cells *cells, size_t index, struct shown_groups *groups)
{
    const struct section_cells *own = &cells->sections[index];
    if (!own->levels[LEVEL_FINE].people)
        return false;
    struct shown_groups fine = show_level(cells, &own->levels[LEVEL_FINE]);
    struct shown_groups coarse = show_level(cells, &own->levels[LEVEL_COARSE]);
    bool asked = own->scale_count > 0;
    bool told = asked && (is_told(&fine) || is_told(&coarse));
    *groups = covered(&fine, told) * 4 < covered(&coarse, told) * 3 ? coarse : fine;
    groups->field = spaced(cells->arena, cells->report->sections[index].by);
    groups->has_told = told;
    groups->told_hidden = asked && !told;
    return true;
}

static struct shown_told told_shown(const struct protect *protect, const struct told_cells *own)
{
    return (struct shown_told){.everyone = protect_count(protect, own->everyone),
                               .found = protect_count(protect, own->found),
                               .not_found = protect_count(protect, own->not_found),
                               .cannot_tell = protect_count(protect, own->cannot_tell),
                               .assessable = protect_count(protect, own->assessable),
                               .share = protect_share(protect, own->found, own->assessable)};
}

static void show_whole(const struct area_cells *cells, const struct findings_cells *own,
                       struct shown_findings *shown)
{
    const struct figure_findings *figure = &own->figure;
    shown->whys = arena_array(cells->arena, figure->why_count, sizeof *shown->whys);
    for (; shown->why_count < figure->why_count; shown->why_count++)
        shown->whys[shown->why_count] =
            (struct shown_count){why_words(figure->whys[shown->why_count].why),
                                 protect_count(cells->protect, own->whys[shown->why_count])};
    shown->classes = arena_array(cells->arena, figure->classes.count, sizeof *shown->classes);
    for (; shown->class_count < figure->classes.count; shown->class_count++)
        shown->classes[shown->class_count] =
            (struct shown_count){figure->classes.groups[shown->class_count].label,
                                 protect_count(cells->protect, own->classes[shown->class_count])};
}

/* What is withheld, or does not apply, is in no row of its own. */
static bool is_row(const char *code)
{
    return strcmp(code, no_answer_word[WITHHELD]) != 0 &&
           strcmp(code, no_answer_word[NOT_APPLICABLE]) != 0;
}

static struct shown_findings findings_shown(const struct area_cells *cells,
                                            const struct findings_cells *own)
{
    const struct figure_findings *figure = &own->figure;
    struct shown_findings shown = {.facts = indicator_facts(figure->indicator),
                                   .mirror = own->mirror,
                                   .again = own->again,
                                   .collected = figure->collected,
                                   .by = own->by,
                                   .told = told_shown(cells->protect, &own->told)};
    if (own->by)
        shown.whole = told_shown(cells->protect, &own->whole);
    if (!own->again)
        show_whole(cells, own, &shown);
    shown.parts = arena_array(cells->arena, figure->part_count, sizeof *shown.parts);
    for (size_t i = 0; i < figure->part_count; i++)
        if (is_row(figure->parts[i].group.code))
            shown.parts[shown.part_count++] = (struct shown_part){
                figure->parts[i].group.label, told_shown(cells->protect, &own->parts[i])};
    return shown;
}

struct shown_findings *area_findings(const struct area_cells *cells, size_t index, size_t *count)
{
    const struct section_cells *own = &cells->sections[index];
    struct shown_findings *shown = arena_array(cells->arena, own->finding_count, sizeof *shown);
    *count = own->finding_count;
    for (size_t i = 0; i < own->finding_count; i++)
        shown[i] = findings_shown(cells, &own->findings[i]);
    return shown;
}
