/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/person.h"

#include "report/axis.h"
#include "report/model.h"
#include "report/sentences.h"
#include "report/strip.h"

/* --- which sections stand --------------------------------------------------------------------- */

static bool has_strip(const struct person_page *page)
{
    for (size_t i = 0; i < page->report->section_count; i++)
        if (page->report->sections[i].shows == SHOWS_FINDINGS &&
            !page->report->sections[i].named_count)
            return true;
    return false;
}

static bool has_section(const struct person_page *page, enum shows shows)
{
    for (size_t i = 0; i < page->report->section_count; i++)
        if (page->report->sections[i].shows == shows && !page->report->sections[i].text)
            return true;
    return false;
}

/* Notes appear once: pinned beside answers where there are any, else as a line of their own, which
 * then stands in place of the answers that are not there. */
static bool stands(const struct person_page *page, const struct section *section)
{
    bool scored = has_section(page, SHOWS_SCORES) && person_has_answers(page);
    if (section->shows == SHOWS_WORDS)
        return section->text || !scored;
    return section->shows != SHOWS_SCORES || scored || !has_section(page, SHOWS_WORDS);
}

static void fill_section(struct person_page *page, const struct section *section,
                         struct value model, struct value into)
{
    switch (section->shows) {
    case SHOWS_GOALS:
        person_goals(page, into);
        break;
    case SHOWS_WORDS:
        person_words(page, section, into);
        break;
    case SHOWS_SCORES:
        person_scores(page, section, model, into);
        break;
    case SHOWS_ANSWERS:
        person_answers(page, section, into);
        break;
    case SHOWS_FINDINGS:
        if (!section->named_count)
            person_strip(page, into);
        person_findings(page, section, into);
        break;
    case SHOWS_TIES:
        person_ties(page, into);
        break;
    case SHOWS_QUESTIONS:
        person_questions(page, into);
        break;
    case SHOWS_LIMITS:
        person_limits(page, into);
        break;
    default:
        person_record(page, into);
    }
}

static void add_section(struct person_page *page, const struct section *section, struct value model)
{
    struct value into = model_entry(page->arena, model, "sections");
    value_set_text(page->arena, into, "id", section->id);
    value_set_text(page->arena, into, "asks", section->asks);
    fill_section(page, section, model, into);
}

/* --- the opening ------------------------------------------------------------------------------ */

/* Everything that is known, in words no finer than months. */
static struct days whole_months(struct days days)
{
    int year, month, date;
    day_parts(days.low, &year, &month, &date);
    day low = day_of(year, month, 1);
    day_parts(days.high, &year, &month, &date);
    return (struct days){low, day_of(year, month, day_days_in(year, month))};
}

static const char *kicker(const struct person_page *page)
{
    struct days days = page->whole ? page->known : page->period;
    if (days.low > days.high)
        return SAY_PERSON_KICKER_NOTHING;
    if (page->whole)
        days = whole_months(days);
    return arena_format(page->arena, SAY_PERSON_KICKER, days_words(page->arena, days));
}

static const char *lead(const struct person_page *page)
{
    if (!has_section(page, SHOWS_GOALS))
        return SAY_PERSON_LEAD;
    return person_has_answers(page) ? SAY_LEAD_SCORED : SAY_LEAD_WORDS;
}

/* Every person's page has a record: where it is, and how often somebody looked. */
static void add_link(struct person_page *page, struct value model)
{
    const struct section *section = page->report->sections;
    while (section->shows != SHOWS_RECORD)
        section++;
    struct value link = model_entry(page->arena, model, "links");
    value_set_text(page->arena, link, "id", section->id);
    value_set_format(page->arena, link, "says", SAY_LINK_RECORD,
                     person_looks_words(page->arena, person_looks(page)));
}

static const char *known_by(const struct person_page *page)
{
    return page->called ? SAY_SMALL_CALLED : page->locked ? SAY_SMALL_LOCKED : SAY_SMALL_REF;
}

static void open_page(struct person_page *page, struct value model)
{
    struct arena *arena = page->arena;
    model_open(arena, model, "person", page->report->facts.id,
               arena_format(arena, SAY_PERSON_TITLE, page->name));
    value_set_text(arena, model, "kicker", kicker(page));
    value_set_text(arena, model, "lead", lead(page));
    person_flags(page, model);
    model_say(arena, model, "small", "%s " SAY_SMALL_ALONE,
              arena_format(arena, known_by(page), page->name));
    add_link(page, model);
}

static void fill(struct person_page *page, struct value model)
{
    struct arena *arena = page->arena;
    const struct report_facts *facts = &page->report->facts;
    open_page(page, model);
    model_say(arena, model, "foot", SAY_PERSON_MADE, day_words(arena, page->as_of));
    for (size_t i = 0; i < page->report->section_count; i++)
        if (stands(page, &page->report->sections[i]))
            add_section(page, &page->report->sections[i], model);
    model_say(arena, model, "foot", SAY_REPORT_VERSION, facts->id, facts->version);
}

bool report_person(const struct report *report, struct store *store, const struct shelf *shelf,
                   const char *ref, struct days period, day as_of, struct arena *arena,
                   struct value *model, struct fault *fault)
{
    struct person_page page = {
        .report = report, .shelf = shelf, .arena = arena, .period = period, .as_of = as_of};
    page.whole = period.low <= DAY_FIRST;
    if (page.whole)
        page.period = (struct days){DAY_FIRST, DAY_LAST};
    bool done = person_read(&page, store, ref, fault);
    if (done) {
        if (has_strip(&page))
            page.lanes = strip_lanes(&page, &page.lane_count);
        page.axis = person_axis(&page);
        *model = value_table(arena);
        fill(&page, *model);
    }
    person_close(&page);
    return done;
}
