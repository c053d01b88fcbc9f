/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/person.h"

#include "report/model.h"
#include "report/sentences.h"
#include "timeline/timeline.h"

/* --- what is held ----------------------------------------------------------------------------- */

static const char *counted(struct arena *arena, size_t count, const char *one, const char *many)
{
    return arena_format(arena, "%s %s", count_text(arena, (int64_t)count), count == 1 ? one : many);
}

static const char *held_times(const struct person_page *page)
{
    size_t count = page->stored.administration_count;
    return count ? arena_format(page->arena, SAY_HELD_TIMES,
                                counted(page->arena, count, "time", "times"))
                 : SAY_HELD_NO_TIMES;
}

static const char *held_things(const struct person_page *page)
{
    size_t count = page->stored.event_count;
    return count ? arena_format(page->arena, SAY_HELD_THINGS,
                                counted(page->arena, count, "thing", "things"))
                 : SAY_HELD_NO_THINGS;
}

static void say_held(struct person_page *page, struct value model)
{
    const char *times = held_times(page), *things = held_things(page);
    if (!page->stored.administration_count && !page->stored.event_count)
        model_say(page->arena, model, "says", SAY_HELD_NOTHING);
    else if (page->known.low > page->known.high)
        model_say(page->arena, model, "says", SAY_HELD_ORDER, times, things);
    else
        model_say(page->arena, model, "says", SAY_HELD, times, things,
                  day_words(page->arena, page->known.low));
}

void person_record(struct person_page *page, struct value model)
{
    say_held(page, model);
    model_say(page->arena, model, "says", SAY_HELD_UNSHOWN);
    model_say(page->arena, model, "says", SAY_HELD_FOR);
    model_say(page->arena, model, "says", "%s",
              timeline_shares(&page->stored) ? SAY_SHARES_YES : SAY_SHARES_NO);
    model_say(page->arena, model, "says", SAY_WHO_SEES);
    model_say(page->arena, model, "says", SAY_CORRECT);
}

/* --- the page --------------------------------------------------------------------------------- */

static bool is_first_scores(const struct person_page *page, const struct section *section)
{
    const struct section *first = page->report->sections;
    while (first->shows != SHOWS_SCORES)
        first++;
    return first == section;
}

static void add_section(struct person_page *page, const struct section *section, struct value model)
{
    struct value into = model_entry(page->arena, model, "sections");
    value_set_text(page->arena, into, "id", section->id);
    value_set_text(page->arena, into, "asks", section->asks);
    if (section->shows == SHOWS_SCORES) {
        if (is_first_scores(page, section))
            person_flags(page, into);
        person_scores(page, section, into);
    } else if (section->shows == SHOWS_FINDINGS)
        person_findings(page, section, into);
    else if (section->shows == SHOWS_LIMITS)
        person_limits(page, into);
    else
        person_record(page, into);
}

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

static void fill(struct person_page *page, struct value model)
{
    struct arena *arena = page->arena;
    const struct report_facts *facts = &page->report->facts;
    model_open(arena, model, "person", facts->id,
               arena_format(arena, SAY_PERSON_TITLE, page->name));
    value_set_text(arena, model, "kicker", kicker(page));
    value_set_text(arena, model, "lead", SAY_PERSON_LEAD);
    model_say(arena, model, "small", SAY_PERSON_SMALL, page->stored.ref);
    for (size_t i = 0; i < page->report->section_count; i++)
        add_section(page, &page->report->sections[i], model);
    model_say(arena, model, "foot", SAY_PERSON_MADE, day_words(arena, page->as_of));
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
        *model = value_table(arena);
        fill(&page, *model);
    }
    person_close(&page);
    return done;
}
