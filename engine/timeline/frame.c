/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is the same for everybody during one walk: what is collected in each area, the areas around
 * it included, and what services are. Worked out once, looked up for each person. */
#include <stdlib.h>
#include <string.h>

#include "ground/text.h"
#include "timeline/timeline.h"

/* --- rows by area ----------------------------------------------------------------------------- */

struct sorting {
    const struct timeline_frame *frame;
    const struct stored_collects **rows; /* by area */
    struct arena *arena;
};

static int compare_areas(const char *a, const char *b)
{
    return !a || !b ? (a != NULL) - (b != NULL) : strcmp(a, b);
}

/* Rows of one area stay as they came. */
static int by_area(const void *left, const void *right)
{
    const struct stored_collects *a = *(const struct stored_collects *const *)left;
    const struct stored_collects *b = *(const struct stored_collects *const *)right;
    int order = compare_areas(a->area, b->area);
    return order ? order : (a > b) - (a < b);
}

/* Where the rows of an area begin, or would. */
static size_t rows_at(const struct sorting *sorting, const char *area)
{
    size_t low = 0, high = sorting->frame->collects_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare_areas(sorting->rows[middle]->area, area) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool is_at(const struct sorting *sorting, size_t row, const char *area)
{
    return row < sorting->frame->collects_count &&
           compare_areas(sorting->rows[row]->area, area) == 0;
}

/* --- one area --------------------------------------------------------------------------------- */

struct adding {
    struct timeline_place *place;
    size_t room;
    size_t nearer; /* rows that a nearer area gave: a kind that one of them names is settled */
};

static bool is_settled(const struct adding *adding, const char *kind)
{
    for (size_t i = 0; i < adding->nearer; i++)
        if (strcmp(adding->place->collected[i].kind, kind) == 0)
            return true;
    return false;
}

static void add_rows(const struct sorting *sorting, struct adding *adding, const char *area,
                     bool said)
{
    struct timeline_place *place = adding->place;
    adding->nearer = place->count;
    for (size_t i = rows_at(sorting, area); is_at(sorting, i, area); i++) {
        const struct stored_collects *row = sorting->rows[i];
        if (row->said != said || !*row->kind || is_settled(adding, row->kind))
            continue;
        place->collected = arena_grow(sorting->arena, place->collected, place->count, &adding->room,
                                      sizeof *place->collected);
        place->collected[place->count++] = (struct collected){row->kind, row->since, row->until};
    }
}

static int find_area(const void *area, const void *stored)
{
    return strcmp(area, ((const struct stored_area *)stored)->area);
}

static const char *around(const struct timeline_frame *frame, const char *area)
{
    const struct stored_area *found =
        area && frame->area_count
            ? bsearch(area, frame->areas, frame->area_count, sizeof *frame->areas, find_area)
            : NULL;
    return found ? found->within : NULL;
}

/* What a file says of the area or of the nearest one around it; where none says anything of a kind,
 * from its first event in the area itself on. A circle of areas ends after as many steps as there
 * are areas. */
static void make_place(const struct sorting *sorting, const char *area,
                       struct timeline_place *place)
{
    const char *at = area;
    struct adding adding = {.place = place};
    *place = (struct timeline_place){.area = area};
    add_rows(sorting, &adding, at, true);
    for (size_t steps = 0; (at = around(sorting->frame, at)) && steps < sorting->frame->area_count;
         steps++)
        add_rows(sorting, &adding, at, true);
    add_rows(sorting, &adding, area, false);
}

/* --- all of them ------------------------------------------------------------------------------ */

/* Every area that is known or that a row names; both lists are sorted. */
static void make_places(const struct sorting *sorting, struct timeline_frame *frame)
{
    size_t row = 0, area = 0;
    frame->places = arena_array(sorting->arena, frame->collects_count + frame->area_count,
                                sizeof *frame->places);
    frame->place_count = 0;
    while (row < frame->collects_count || area < frame->area_count) {
        const char *named = row < frame->collects_count ? sorting->rows[row]->area : NULL;
        const char *known = area < frame->area_count ? frame->areas[area].area : NULL;
        bool has_row = row < frame->collects_count;
        int order = !has_row ? 1 : !known ? -1 : compare_areas(named, known);
        const char *next = order <= 0 ? named : known;
        make_place(sorting, next, &frame->places[frame->place_count++]);
        while (is_at(sorting, row, next))
            row++;
        area += order >= 0;
    }
}

void timeline_place(struct timeline_frame *frame, struct arena *arena)
{
    struct sorting sorting = {
        frame, arena_array(arena, frame->collects_count, sizeof *sorting.rows), arena};
    for (size_t i = 0; i < frame->collects_count; i++)
        sorting.rows[i] = &frame->collects[i];
    if (frame->collects_count)
        qsort(sorting.rows, frame->collects_count, sizeof *sorting.rows, by_area);
    make_places(&sorting, frame);
}

bool timeline_surround(struct store *store, struct arena *arena, struct timeline_frame *frame,
                       struct fault *fault)
{
    struct stored_area *areas;
    struct stored_service *services;
    if (!store_areas(store, arena, &areas, &frame->area_count, fault) ||
        !store_services(store, frame->as_of, arena, &services, &frame->service_count, fault))
        return false;
    frame->areas = areas;
    frame->services = services;
    timeline_place(frame, arena);
    return true;
}

bool timeline_frame_read(struct store *store, day as_of, struct arena *arena,
                         struct timeline_frame *frame, struct fault *fault)
{
    struct stored_collects *collects;
    *frame = (struct timeline_frame){.as_of = as_of};
    if (!store_collects(store, as_of, arena, &collects, &frame->collects_count, fault))
        return false;
    frame->collects = collects;
    return timeline_surround(store, arena, frame, fault);
}

/* --- looking up ------------------------------------------------------------------------------- */

static int find_place(const void *sought, const void *place)
{
    return compare_areas(((const struct timeline_place *)sought)->area,
                         ((const struct timeline_place *)place)->area);
}

const struct timeline_place *timeline_place_of(const struct timeline_frame *frame, const char *area)
{
    const struct timeline_place sought = {.area = area};
    return frame->place_count ? bsearch(&sought, frame->places, frame->place_count,
                                        sizeof *frame->places, find_place)
                              : NULL;
}

static int find_service(const void *ref, const void *service)
{
    return strcmp(ref, ((const struct stored_service *)service)->service);
}

const struct stored_service *timeline_service(const struct timeline_frame *frame, const char *ref)
{
    return ref && frame->service_count ? bsearch(ref, frame->services, frame->service_count,
                                                 sizeof *frame->services, find_service)
                                       : NULL;
}

const char *timeline_title(const struct timeline_frame *frame, const char *column, const char *ref)
{
    const struct stored_service *service =
        text_has_word("service from to", column) ? timeline_service(frame, ref) : NULL;
    return service ? service->title : NULL;
}
