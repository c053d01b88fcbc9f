/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What may be shown of the cells, and nothing else of them. */
#include <string.h>

#include "report/area_cells.h"
#include "report/why.h"

struct shown area_everyone(const struct area_cells *cells)
{
    return protect_count(cells->protect, cells->everyone);
}

static void show_change(const struct protect *protect, const struct scale_cells *scale,
                        int everyone, struct shown_scale *shown)
{
    shown->up = protect_count(protect, scale->up);
    shown->within = protect_count(protect, scale->within);
    shown->down = protect_count(protect, scale->down);
    shown->beyond = protect_count(protect, scale->beyond);
    shown->up_share = protect_share(protect, scale->up, everyone);
    shown->within_share = protect_share(protect, scale->within, everyone);
    shown->down_share = protect_share(protect, scale->down, everyone);
    shown->beyond_share = protect_share(protect, scale->beyond, everyone);
    shown->unseen_share = protect_share(protect, scale->unseen, everyone);
    shown->change = protect_mean(protect, scale->twice, &scale->figure.change);
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
    shown.unseen = protect_count(protect, scale->unseen);
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

bool area_groups(const struct area_cells *cells, size_t index, struct shown_groups *groups)
{
    const struct section_cells *own = &cells->sections[index];
    const struct section *section = &cells->report->sections[index];
    struct shown none = {.hidden = true};
    if (!own->group_cells)
        return false;
    *groups = (struct shown_groups){.field = spaced(cells->arena, section->by),
                                    .has_told = own->scale_count > 0,
                                    .declined = none,
                                    .unknown = none,
                                    .not_asked = none};
    groups->groups = arena_array(cells->arena, own->groups.count, sizeof *groups->groups);
    for (size_t i = 0; i < own->groups.count; i++) {
        const char *code = own->groups.groups[i].code;
        struct shown people = protect_count(cells->protect, own->group_cells[i]);
        if (strcmp(code, no_answer_word[DECLINED]) == 0)
            groups->declined = people;
        else if (strcmp(code, no_answer_word[UNKNOWN]) == 0)
            groups->unknown = people;
        else if (strcmp(code, no_answer_word[NOT_ASKED]) == 0)
            groups->not_asked = people;
        else if (strcmp(code, no_answer_word[WITHHELD]) == 0 ||
                 strcmp(code, no_answer_word[NOT_APPLICABLE]) == 0)
            continue;
        else
            groups->groups[groups->count++] = (struct shown_group){
                own->groups.groups[i].label, people,
                protect_count(cells->protect, own->told_cells[i]),
                protect_share(cells->protect, own->told_cells[i], own->group_cells[i])};
    }
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
