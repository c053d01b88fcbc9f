/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Since when services write down what the indicators of a report rest on, as they said themselves.
 * From when a kind that nobody named counts as written down is the day of somebody's event, so that
 * day is never told. */
#include <string.h>

#include "ground/text.h"
#include "report/area_cells.h"
#include "report/sentences.h"

struct telling {
    struct arena *arena;
    const struct shelf *shelf;
    struct stored_collects *rows;
    size_t count;
    const char *kinds; /* of all indicators of the report, parted by spaces */
    struct text says;
};

static const char *kinds_of(const struct report *report, struct arena *arena)
{
    const char *kinds = "", *word;
    size_t length;
    for (size_t i = 0; i < report->section_count; i++)
        for (size_t s = 0; s < report->sections[i].indicator_count; s++) {
            const char *at = indicator_facts(report->sections[i].indicators[s])->reads;
            while (text_word(&at, &word, &length)) {
                const char *kind = arena_copy(arena, word, length);
                if (!text_has_word(kinds, kind))
                    kinds = arena_format(arena, "%s%s%s", kinds, *kinds ? " " : "", kind);
            }
        }
    return kinds;
}

/* Is the row of this place and kind? `partly` where it is of some of that kind alone. */
static bool is_of(const struct stored_collects *row, const char *place, const char *kind,
                  size_t length, bool *partly)
{
    *partly = row->kind[length] != '\0';
    return row->area && strcmp(row->area, place) == 0 && strncmp(row->kind, kind, length) == 0 &&
           (!*partly || strchr("/ ", row->kind[length]));
}

/* What the file says of a kind here: the row of all of it, or else the first of a part of it. */
static const struct stored_collects *said_of(const struct telling *telling, const char *place,
                                             const char *kind, size_t length, bool *partly)
{
    const struct stored_collects *part = NULL;
    for (size_t i = 0; i < telling->count; i++) {
        if (!is_of(&telling->rows[i], place, kind, length, partly))
            continue;
        if (!*partly)
            return &telling->rows[i];
        part = part ? part : &telling->rows[i];
    }
    *partly = true;
    return part;
}

/* The kinds of which the file says just these days, or NULL: of which it says nothing. */
static const char *names_of(const struct telling *telling, const char *place,
                            const struct stored_collects *days)
{
    const char *names = "", *at = telling->kinds, *word;
    size_t length;
    bool partly;
    while (text_word(&at, &word, &length)) {
        const struct stored_collects *said = said_of(telling, place, word, length, &partly);
        if (!said != !days || (said && (said->since != days->since || said->until != days->until)))
            continue;
        const char *name =
            shelf_label((void *)telling->shelf, "kind", arena_copy(telling->arena, word, length));
        if (said && partly)
            name = arena_format(telling->arena, SAY_COLLECTED_PARTLY, name);
        names = arena_format(telling->arena, "%s%s%s", names, *names ? ", " : "", name);
    }
    return names;
}

/* Has a row before this one the same days? */
static bool is_told(const struct telling *telling, const char *place, size_t row)
{
    const struct stored_collects *days = &telling->rows[row];
    for (size_t i = 0; i < row; i++)
        if (telling->rows[i].area && strcmp(telling->rows[i].area, place) == 0 &&
            telling->rows[i].since == days->since && telling->rows[i].until == days->until)
            return true;
    return false;
}

static void tell_days(struct telling *telling, const char *place,
                      const struct stored_collects *days)
{
    const char *names = names_of(telling, place, days);
    const char *since = day_words(telling->arena, days->since);
    if (!*names)
        return;
    text_put(&telling->says, telling->says.length ? " " : "");
    if (days->until == DAY_LAST)
        text_format(&telling->says, SAY_COLLECTED_SINCE, place, since, names);
    else
        text_format(&telling->says, SAY_COLLECTED_UNTIL, place, since,
                    day_words(telling->arena, days->until), names);
}

static void tell_place(struct telling *telling, const char *place)
{
    for (size_t i = 0; i < telling->count; i++)
        if (telling->rows[i].area && strcmp(telling->rows[i].area, place) == 0 &&
            !is_told(telling, place, i))
            tell_days(telling, place, &telling->rows[i]);
    const char *unsaid = names_of(telling, place, NULL);
    if (*unsaid)
        text_format(&telling->says, "%s" SAY_COLLECTED_UNSAID, telling->says.length ? " " : "",
                    place, unsaid);
}

static bool is_named(const struct telling *telling, const char *place)
{
    for (size_t i = 0; i < telling->count; i++)
        if (telling->rows[i].area && strcmp(telling->rows[i].area, place) == 0)
            return true;
    return false;
}

/* What holds in the area: what is said of it, or else of the nearest area around it. */
static const char *ruling(const struct telling *telling, const struct stored_area *areas,
                          size_t count, const char *area)
{
    const char *at = area;
    while (at && !is_named(telling, at)) {
        const char *around = NULL;
        for (size_t i = 0; i < count; i++)
            if (strcmp(areas[i].area, at) == 0)
                around = areas[i].within;
        at = around;
    }
    return at ? at : area;
}

/* Areas within that have days of their own. */
static bool tell_inside(struct telling *telling, struct store *store,
                        const struct stored_area *areas, size_t count, const char *area,
                        struct fault *fault)
{
    for (size_t i = 0; i < count; i++) {
        bool inside;
        if (strcmp(areas[i].area, area) == 0 || !is_named(telling, areas[i].area))
            continue;
        if (!store_area_within(store, areas[i].area, area, &inside, fault))
            return false;
        if (inside)
            tell_place(telling, areas[i].area);
    }
    return true;
}

bool area_cells_collected(struct area_cells *cells, struct store *store, const struct shelf *shelf,
                          const char *area, day as_of, struct fault *fault)
{
    struct telling telling = {cells->arena, shelf, .kinds = kinds_of(cells->report, cells->arena)};
    struct stored_area *areas;
    size_t count;
    if (!store_collects_said(store, as_of, cells->arena, &telling.rows, &telling.count, fault) ||
        !store_areas(store, cells->arena, &areas, &count, fault))
        return false;
    const char *place = ruling(&telling, areas, count, area);
    bool inside = tell_inside(&telling, store, areas, count, area, fault);
    if (inside && (is_named(&telling, place) || !telling.says.length))
        tell_place(&telling, place);
    cells->collected = telling.says.length ? arena_text(cells->arena, telling.says.bytes) : NULL;
    text_free(&telling.says);
    return inside;
}
