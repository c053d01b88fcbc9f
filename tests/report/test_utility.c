/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A release that hides everything protects everybody and serves nobody. */
#include "report/place.h"

#include "protect/release.h"
#include "report/area_cells.h"

enum { COMFORTABLE = 200, SHOWN_LEAST_PER_CENT = 75, OF_ALL_LEAST_PER_CENT = 60 };

struct seen {
    size_t people;
    bool spread, change, found;
    bool started;        /* change is of who has ever told us */
    int per_cent;        /* of the release's cells that are not small */
    int of_all_per_cent; /* of all its cells */
    int named_per_cent;  /* of those who said to which group they belong */
};

/* The finer of two levels of groups is printed only where it shows nearly as much as the other. */
static bool is_fine(const struct cell *cell)
{
    return cell->rank == RANK_FINE || cell->rank == RANK_FINE_TOLD;
}

/* Of all cells, and of those that are not small themselves: a number of fewer than ten is nobody's
 * to show, and the more finely people are parted, the more of those there are. */
static void see_cells(const struct protect *protect, struct seen *seen)
{
    size_t asked = 0, small = 0, shown = 0;
    for (size_t i = 0; i < protect->asked; i++) {
        if (is_fine(&protect->cells[i]))
            continue;
        asked++;
        small += protect->cells[i].small;
        shown += !protect_count(protect, (int)i).hidden;
    }
    seen->per_cent = (int)(100 * shown / (asked - small));
    seen->of_all_per_cent = (int)(100 * shown / asked);
}

/* Of so many in a hundred who were asked and answered, the group may be told. */
static int named_per_cent(const struct area_cells *cells, size_t section)
{
    struct shown_groups groups;
    int64_t everyone = area_everyone(cells).rounded, named = 0;
    assert_true(area_groups(cells, section, &groups));
    everyone -= groups.not_asked.rounded + groups.declined.rounded + groups.unknown.rounded;
    for (size_t i = 0; i < groups.count; i++)
        named += groups.groups[i].people.hidden ? 0 : groups.groups[i].people.rounded;
    return (int)(100 * named / everyone);
}

static bool every_bin_is_shown(const struct shown_scale *scale)
{
    bool shown = !scale->heard.hidden && !scale->latest.hidden && scale->bin_count > 1;
    for (size_t i = 0; i < scale->bin_count; i++)
        shown &= !scale->bins[i].people.hidden;
    return shown;
}

static bool change_is_shown(const struct shown_scale *scale)
{
    return !scale->change.hidden && !scale->within.hidden && !scale->beyond.hidden &&
           !scale->unseen.hidden;
}

static void look(const struct area_cells *cells, struct seen *seen)
{
    size_t count;
    seen->people = figures_everyone(cells->figures)->count;
    see_cells(cells->protect, seen);
    for (size_t i = 0; i < cells->report->section_count; i++) {
        const struct section *section = &cells->report->sections[i];
        if (section->shows == SHOWS_SCORES) {
            const struct shown_scale *scale = area_scales(cells, i, &count);
            seen->spread = every_bin_is_shown(scale);
            seen->change = change_is_shown(scale);
            seen->started = scale->of_started;
        } else if (section->shows == SHOWS_HEARD) {
            seen->named_per_cent = named_per_cent(cells, i);
        } else if (section->shows == SHOWS_FINDINGS) {
            seen->found = !area_findings(cells, i, &count)->told.found.hidden;
        }
    }
}

static struct seen see(int people, uint64_t seed)
{
    struct place *place = open_seed(people, seed);
    struct area_cells *cells;
    struct fault fault;
    struct seen seen = {0};
    must(area_cells_make(definition(place, "area_learning"), place->store, &place->shelf,
                         "Saltmere", quarter, AS_OF, place->arena, &cells, &fault),
         &fault);
    if (cells)
        look(cells, &seen);
    area_cells_free(cells);
    close_place(place);
    return seen;
}

static void a_comfortable_area_shows_most_of_its_cells(void **state)
{
    (void)state;
    static const struct {
        int people;
        uint64_t seeds;
    } sizes[] = {{300, 20}, {400, 6}, {1000, 1}};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        for (uint64_t seed = 1; seed <= sizes[i].seeds; seed++) {
            struct seen seen = see(sizes[i].people, seed);
            if (seen.people < COMFORTABLE)
                continue;
            assert_true(seen.spread);
            assert_true(seen.change);
            assert_true(seen.found);
            assert_in_range(seen.named_per_cent, SHOWN_LEAST_PER_CENT, 110);
            assert_in_range(seen.per_cent, SHOWN_LEAST_PER_CENT, 100);
            assert_true(seen.started || sizes[i].people < 1000); /* else few never told us */
            if (sizes[i].people >= 400)
                assert_in_range(seen.of_all_per_cent, OF_ALL_LEAST_PER_CENT, 100);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_comfortable_area_shows_most_of_its_cells),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
