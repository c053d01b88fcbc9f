/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was noticed, as cells: of everyone, by what was the matter where we cannot tell, by class,
 * and by parts. */
#include "report/area_cells.h"

static struct told_cells add_told(struct area_cells *cells, const struct figure_told *told)
{
    struct told_cells own = {.everyone = cells->everyone};
    own.assessable = area_cell(cells, &told->assessable, RANK_PART, cells->everyone);
    own.found = area_side(cells, &told->found, RANK_MAIN, own.assessable);
    own.not_found = area_side(cells, &told->not_found, RANK_PART, own.assessable);
    own.cannot_tell = area_cell(cells, &told->cannot_tell, RANK_PART, cells->everyone);
    return own;
}

/* A few people are no cell of their own: they would never be printed. What the others leave of
 * their whole is protected as their rest. */
static int add_kind(struct area_cells *cells, const struct people *people, int rank, int whole)
{
    return people->count < PROTECT_LEAST ? NO_CELL : area_cell(cells, people, rank, whole);
}

static void add_whole(struct area_cells *cells, struct findings_cells *own)
{
    const struct figure_findings *figure = &own->figure;
    const struct figure_groups *classes = &figure->classes;
    own->told = add_told(cells, &figure->told);
    own->whys = arena_array(cells->arena, figure->why_count, sizeof *own->whys);
    for (size_t i = 0; i < figure->why_count; i++)
        own->whys[i] = add_kind(cells, &figure->whys[i].people, RANK_WHY, own->told.cannot_tell);
    own->classes = arena_array(cells->arena, classes->count, sizeof *own->classes);
    for (size_t i = 0; i < classes->count; i++)
        own->classes[i] = add_kind(cells, &classes->groups[i].people, RANK_GROUP, own->told.found);
}

/* Whom the parts stand beside: everyone, or those with an event to be parted by. */
static struct told_cells add_beside(struct area_cells *cells, const struct findings_cells *own)
{
    const struct figure_told *told = &own->figure.anchored;
    struct told_cells beside = {NO_CELL, NO_CELL, NO_CELL, NO_CELL, NO_CELL};
    if (!figures_of_anchors(own->by))
        return own->told;
    beside.assessable = add_kind(cells, &told->assessable, RANK_GROUP, cells->everyone);
    if (beside.assessable == NO_CELL)
        return beside;
    beside.found = area_side(cells, &told->found, RANK_GROUP, beside.assessable);
    beside.cannot_tell = add_kind(cells, &told->cannot_tell, RANK_SPLIT, cells->everyone);
    return beside;
}

/* Somebody may be in several parts, so each stands by itself: a side of those of whom we could
 * tell, whose other side is as small or large as it is. Where fewer than ten could be told of,
 * nothing of the part is printed. Cells of one kind stand one after another, so that what they
 * leave of a whole is seen and protected. */
static void add_parts(struct area_cells *cells, struct findings_cells *own)
{
    const struct figure_findings *figure = &own->figure;
    const struct told_cells none = {NO_CELL, NO_CELL, NO_CELL, NO_CELL, NO_CELL};
    own->parts = arena_array(cells->arena, figure->part_count, sizeof *own->parts);
    for (size_t i = 0; i < figure->part_count; i++) {
        own->parts[i] = none;
        own->parts[i].assessable =
            add_kind(cells, &figure->parts[i].told.assessable, RANK_TOLD, cells->everyone);
    }
    for (size_t i = 0; i < figure->part_count; i++)
        if (own->parts[i].assessable != NO_CELL)
            own->parts[i].found =
                area_side(cells, &figure->parts[i].told.found, RANK_TOLD, own->parts[i].assessable);
    for (size_t i = 0; i < figure->part_count; i++)
        if (own->parts[i].assessable != NO_CELL)
            own->parts[i].cannot_tell =
                add_kind(cells, &figure->parts[i].told.cannot_tell, RANK_SPLIT, cells->everyone);
}

/* The same indicator in an earlier section, or before it in this one. */
static const struct findings_cells *earlier(const struct area_cells *cells, size_t section,
                                            const struct findings_cells *own)
{
    for (size_t i = 0; i <= section; i++)
        for (size_t f = 0; f < cells->sections[i].finding_count; f++) {
            const struct findings_cells *other = &cells->sections[i].findings[f];
            if (other != own && other->indicator == own->indicator)
                return other;
        }
    return NULL;
}

static bool add_indicator(struct area_cells *cells, size_t index, struct findings_cells *own,
                          struct fault *fault)
{
    const struct findings_cells *before = earlier(cells, index, own);
    if (!figures_findings(cells->figures, indicator_facts(own->indicator)->id, own->by,
                          &own->figure, fault))
        return false;
    own->again = before != NULL;
    if (before)
        own->told = before->told;
    else
        add_whole(cells, own);
    if (own->by)
        own->whole = add_beside(cells, own);
    add_parts(cells, own);
    return true;
}

/* A good thing that stands beside is not parted. */
bool area_cells_findings(struct area_cells *cells, size_t index, struct fault *fault)
{
    const struct section *section = &cells->report->sections[index];
    struct section_cells *own = &cells->sections[index];
    if (section->shows != SHOWS_FINDINGS)
        return true;
    own->findings = arena_array(cells->arena, section->indicator_count, sizeof *own->findings);
    for (size_t i = 0; i < section->indicator_count; i++) {
        struct findings_cells *findings = &own->findings[own->finding_count++];
        findings->indicator = section->indicators[i];
        findings->mirror = i >= section->named_count;
        findings->by = findings->mirror ? NULL : section->by;
        if (!add_indicator(cells, index, findings, fault))
            return false;
    }
    return true;
}
