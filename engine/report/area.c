/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/area.h"

#include "ground/text.h"
#include "page/page.h"
#include "report/model.h"
#include "report/sentences.h"
#include "vault/vault.h"

/* --- sections --------------------------------------------------------------------------------- */

static void add_heard(const struct area_page *page, const struct area_cells *cells, size_t index,
                      struct value into)
{
    size_t count;
    struct shown_groups groups;
    const struct shown_scale *shown = area_scales(cells, index, &count);
    if (!count)
        model_say(page->arena, into, "says", SAY_HEARD_TOTAL,
                  shown_words(page->arena, area_everyone(cells)));
    for (size_t i = 0; i < count; i++)
        heard_scale(page->arena, &shown[i], into);
    if (area_groups(cells, index, &groups))
        heard_groups(page->arena, &groups, into);
}

static void add_scores(const struct area_page *page, const struct area_cells *cells, size_t index,
                       struct value into)
{
    size_t count;
    const struct shown_scale *shown = area_scales(cells, index, &count);
    for (size_t i = 0; i < count; i++) {
        scores_scale(page->arena, &shown[i], &page->report->sections[index], into);
        scores_change(page->arena, &shown[i], into);
    }
}

static void add_findings(const struct area_page *page, const struct area_cells *cells, size_t index,
                         struct value into)
{
    size_t count;
    const struct shown_findings *shown = area_findings(cells, index, &count);
    findings_figure(page->arena, shown, count, into);
}

/* A part with figures, or the sentence that stands for it. */
static void add_figures(const struct area_page *page, const struct area_cells *cells, size_t index,
                        struct value into)
{
    if (!cells) {
        model_say(page->arena, into, "says", SAY_AREA_FEW_SECTION);
        return;
    }
    switch (page->report->sections[index].shows) {
    case SHOWS_HEARD:
        add_heard(page, cells, index, into);
        break;
    case SHOWS_SCORES:
        add_scores(page, cells, index, into);
        break;
    default:
        add_findings(page, cells, index, into);
        break;
    }
}

static void add_section(const struct area_page *page, const struct area_cells *cells, size_t index,
                        struct value model)
{
    const struct section *section = &page->report->sections[index];
    struct value into = model_entry(page->arena, model, "sections");
    value_set_text(page->arena, into, "id", section->id);
    value_set_text(page->arena, into, "asks", section->asks);
    if (section->shows == SHOWS_METHOD)
        area_method(page, cells, into);
    else if (section->shows == SHOWS_CYCLES)
        area_cycles(page, into);
    else if (section->shows == SHOWS_LIMITS)
        area_limits(page, cells, into);
    else
        add_figures(page, cells, index, into);
}

/* --- the report ------------------------------------------------------------------------------- */

static struct value fill(const struct area_page *page, const struct area_cells *cells)
{
    struct arena *arena = page->arena;
    const struct report_facts *facts = &page->report->facts;
    const char *known = day_words(arena, page->as_of);
    struct value model = value_table(arena);
    model_open(arena, model, "area", facts->id, facts->title);
    value_set_format(arena, model, "kicker", SAY_AREA_KICKER, page->area, area_period(page));
    if (cells)
        value_set_format(arena, model, "lead", SAY_AREA_LEAD,
                         shown_words(arena, area_everyone(cells)));
    else
        value_set_text(arena, model, "lead", SAY_AREA_FEW);
    model_say(arena, model, "small", SAY_AREA_CONSENT);
    model_say(arena, model, "small", SAY_AREA_KNOWN, known);
    for (size_t i = 0; i < page->report->section_count; i++)
        add_section(page, cells, i, model);
    if (cells)
        model_say(arena, model, "foot", SAY_AREA_MADE, known);
    else
        model_say(arena, model, "foot", SAY_AREA_MADE_FEW, known);
    model_say(arena, model, "foot", SAY_REPORT_VERSION, facts->id, facts->version);
    return model;
}

/* What a release was made with: the definition, and every byte of its page's template, parts and
 * style. */
static bool made_with(const struct report_facts *facts, const struct shelf *shelf,
                      struct arena *arena, char hex[65], struct fault *fault)
{
    struct text all = {0};
    const char *home = arena_format(arena, "%s/reports", shelf->home);
    text_format(&all, "%s\n", facts->plugin->pin);
    bool done = page_bytes(facts->folder, home, facts->template, &all, fault);
    if (done)
        vault_fingerprint(all.bytes, all.length, hex);
    text_free(&all);
    return done;
}

/* Keeps the release, and reads it back from its own JSON: the first print goes the way of all later
 * ones. */
static bool release(const struct area_page *page, struct store *store, const struct shelf *shelf,
                    int64_t area, const struct area_cells *cells, struct value *model,
                    struct fault *fault)
{
    char hex[65];
    struct text json = {0};
    if (!made_with(&page->report->facts, shelf, page->arena, hex, fault))
        return false;
    page_json(fill(page, cells), &json);
    struct release release = {.report = page->report->facts.id,
                              .version = page->report->facts.version,
                              .pin = hex,
                              .area = area,
                              .period = page->period,
                              .as_of = page->as_of,
                              .model = json.bytes};
    if (cells)
        release.people = area_numbers(cells, &release.people_count);
    bool done = store_release_keep(store, &release, fault) &&
                page_read_json(page->arena, json.bytes, model, fault);
    text_free(&json);
    return done;
}

/* What differs between two releases of nearly the same people tells of the few who differ. Until
 * that is reckoned with, people and days are released once. */
static bool in_the_way(const struct area_page *page, const struct release *other, const char *place,
                       struct fault *fault)
{
    struct arena *arena = page->arena;
    struct area_page made = {page->report, place, other->period, other->as_of, arena};
    const char *known = day_words(arena, other->as_of);
    if (!other->people_count)
        return fault_set(fault, FAULT_REFUSED, SAY_RELEASE_TOO_FEW, page->report->facts.id,
                         page->area, area_period(page), other->report, place, area_period(&made),
                         known);
    bool has_ends = other->period.low > DAY_FIRST;
    const char *beside =
        has_ends ? arena_format(arena, SAY_RELEASE_BESIDE, day_words(arena, other->period.low),
                                day_words(arena, other->period.high))
                 : ".";
    return fault_set(fault, FAULT_REFUSED, SAY_RELEASE_IN_THE_WAY "%s", page->report->facts.id,
                     page->area, area_period(page), other->report, place, area_period(&made), known,
                     beside);
}

static bool is_free(const struct area_page *page, struct store *store, int64_t area,
                    struct fault *fault)
{
    struct release other;
    const char *place;
    bool there;
    return store_release_overlaps(store, area, page->period, page->arena, &other, &place, &there,
                                  fault) &&
           (!there || in_the_way(page, &other, place, fault));
}

/* People who moved, or whose area has another name now, are the same people. */
static bool is_unlike(const struct area_page *page, struct store *store,
                      const struct area_cells *cells, struct fault *fault)
{
    struct release other;
    const char *place;
    bool there = false;
    size_t count;
    const int64_t *people = cells ? area_numbers(cells, &count) : NULL;
    return !cells || (store_release_alike(store, page->period, people, count, page->arena, &other,
                                          &place, &there, fault) &&
                      (!there || in_the_way(page, &other, place, fault)));
}

/* The release that there is already, or else what one is made of: read in one moment. */
static bool read_area(const struct area_page *page, struct store *store, const struct shelf *shelf,
                      int64_t *area, struct release *found, bool *there, struct area_cells **cells,
                      struct fault *fault)
{
    const struct report *report = page->report;
    bool ours;
    if (!store_read_begin(store, &ours, fault))
        return false;
    bool good = store_area_number(store, page->area, area, fault) &&
                store_release_find(store, report->facts.id, *area, page->period, page->arena, found,
                                   there, fault) &&
                (*there || (is_free(page, store, *area, fault) &&
                            area_cells_make(report, store, shelf, page->area, page->period,
                                            page->as_of, page->arena, cells, fault) &&
                            is_unlike(page, store, *cells, fault)));
    store_read_end(store, ours);
    return good;
}

bool report_released(const struct report *report, struct store *store, const char *area,
                     struct days period, struct arena *arena, struct value *model, day *as_of,
                     struct fault *fault)
{
    struct release found;
    int64_t number;
    bool there;
    *as_of = DAY_NONE;
    if (!store_area_number(store, area, &number, fault) ||
        !store_release_find(store, report->facts.id, number, period, arena, &found, &there, fault))
        return false;
    if (!there)
        return true;
    *as_of = found.as_of;
    return page_read_json(arena, found.model, model, fault);
}

bool report_area(const struct report *report, struct store *store, const struct shelf *shelf,
                 const char *area, struct days period, day as_of, struct arena *arena,
                 struct value *model, day *earlier, struct fault *fault)
{
    struct area_page page = {report, area, period, as_of, arena};
    struct area_cells *cells = NULL;
    struct release found;
    int64_t number;
    bool there = false;
    *earlier = DAY_NONE;
    bool done = read_area(&page, store, shelf, &number, &found, &there, &cells, fault);
    if (done && there) {
        *earlier = found.as_of;
        done = page_read_json(arena, found.model, model, fault);
    } else if (done)
        done = release(&page, store, shelf, number, cells, model, fault);
    area_cells_free(cells);
    return done;
}
