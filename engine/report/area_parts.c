/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of an area's report without figures: method, cycles, limits. */
#include "ground/text.h"
#include "protect/protect.h"
#include "report/area.h"
#include "report/model.h"
#include "report/sentences.h"

const char *area_period(const struct area_page *page)
{
    return page->period.low <= DAY_FIRST ? SAY_PERIOD_ALL : days_words(page->arena, page->period);
}

/* --- method ----------------------------------------------------------------------------------- */

static void instrument_term(struct arena *arena, const struct instrument *instrument,
                            struct value section)
{
    struct text says = {0};
    const char *mislead = value_as_text(value_get(instrument->plugin->table, "mislead"));
    text_format(&says, SAY_METHOD_SOURCE, instrument->version, instrument->source);
    for (size_t i = 0; i < instrument->scale_count; i++)
        if (instrument->scales[i].wobble_source)
            text_format(&says, SAY_METHOD_WOBBLE, instrument->scales[i].title,
                        instrument->scales[i].wobble_source);
    if (mislead)
        text_format(&says, SAY_METHOD_MISLEAD, mislead);
    model_term(arena, section, instrument->title, "%s", says.bytes);
    text_free(&says);
}

static void indicator_term(struct arena *arena, const struct indicator *indicator,
                           struct value section)
{
    const struct indicator_facts *facts = indicator_facts(indicator);
    struct text says = {0};
    text_format(&says, SAY_METHOD_SOURCE, facts->version, facts->source);
    for (size_t i = 0; i < facts->setting_count; i++) {
        const struct indicator_setting *setting = &facts->settings[i];
        text_format(&says, i ? SAY_METHOD_SETTING_MORE : SAY_METHOD_SETTING, setting->name,
                    setting->is_number ? number_text(arena, setting->value) : setting->word);
    }
    if (facts->setting_count)
        text_put(&says, ".");
    model_term(arena, section, facts->title, "%s", says.bytes);
    text_free(&says);
}

/* Has an earlier section, or an earlier place of this one, said it already? */
static bool is_said_instrument(const struct report *report, size_t section, size_t place)
{
    const struct instrument *instrument = report->sections[section].scales[place].instrument;
    for (size_t i = 0; i <= section; i++)
        for (size_t s = 0; s < (i == section ? place : report->sections[i].scale_count); s++)
            if (report->sections[i].scales[s].instrument == instrument)
                return true;
    return false;
}

static bool is_said_indicator(const struct report *report, size_t section, size_t place)
{
    const struct indicator *indicator = report->sections[section].indicators[place];
    for (size_t i = 0; i <= section; i++)
        for (size_t s = 0; s < (i == section ? place : report->sections[i].indicator_count); s++)
            if (report->sections[i].indicators[s] == indicator)
                return true;
    return false;
}

static void source_terms(const struct area_page *page, struct value section)
{
    const struct report *report = page->report;
    for (size_t i = 0; i < report->section_count; i++) {
        for (size_t s = 0; s < report->sections[i].scale_count; s++)
            if (!is_said_instrument(report, i, s))
                instrument_term(page->arena, report->sections[i].scales[s].instrument, section);
        for (size_t s = 0; s < report->sections[i].indicator_count; s++)
            if (!is_said_indicator(report, i, s))
                indicator_term(page->arena, report->sections[i].indicators[s], section);
    }
}

void area_method(const struct area_page *page, const struct area_cells *cells, struct value section)
{
    struct arena *arena = page->arena;
    const char *mislead = value_as_text(value_get(page->report->facts.plugin->table, "mislead"));
    model_say(arena, section, "says", SAY_METHOD_PURPOSE);
    if (mislead)
        model_say(arena, section, "says", "%s", mislead);
    model_term(arena, section, SAY_TERM_COUNTED, SAY_METHOD_CONSENT);
    model_term(arena, section, SAY_TERM_PROTECTED, SAY_METHOD_PROTECT, PROTECT_PROFILE);
    model_term(arena, section, SAY_TERM_PERIOD, SAY_METHOD_PERIOD, area_period(page),
               day_words(arena, page->as_of));
    if (cells && area_collected(cells))
        model_term(arena, section, SAY_TERM_COLLECTED, "%s", area_collected(cells));
    model_term(arena, section, SAY_TERM_PEOPLE, SAY_METHOD_PEOPLE);
    model_term(arena, section, SAY_TERM_RANGE, SAY_METHOD_RANGE);
    source_terms(page, section);
}

/* --- cycles ----------------------------------------------------------------------------------- */

void area_cycles(const struct area_page *page, struct value section)
{
    model_say(page->arena, section, "says", SAY_CYCLES_NONE);
    model_say(page->arena, section, "says", SAY_CYCLES_READ);
}

/* --- limits ----------------------------------------------------------------------------------- */

static void say_uncollected(const struct area_page *page, const struct area_cells *cells,
                            struct value section)
{
    for (size_t i = 0; i < page->report->section_count; i++) {
        size_t count;
        const struct shown_findings *shown = area_findings(cells, i, &count);
        for (size_t s = 0; s < count; s++)
            if (!shown[s].collected && !is_said_indicator(page->report, i, s))
                model_say(page->arena, section, "list", SAY_AREA_LIMIT_COLLECTED,
                          shown[s].facts->title);
    }
}

static bool asks_a_measure(const struct report *report)
{
    bool asks = false;
    for (size_t i = 0; i < report->section_count; i++)
        asks |= report->sections[i].scale_count > 0;
    return asks;
}

void area_limits(const struct area_page *page, const struct area_cells *cells, struct value section)
{
    model_say(page->arena, section, "list", SAY_AREA_LIMIT_WHY);
    if (asks_a_measure(page->report)) {
        model_say(page->arena, section, "list", SAY_AREA_LIMIT_UNHEARD);
        model_say(page->arena, section, "list", SAY_AREA_LIMIT_UNSCORED);
    }
    model_say(page->arena, section, "list", SAY_AREA_LIMIT_NEVER);
    model_say(page->arena, section, "list", SAY_AREA_LIMIT_UNWRITTEN);
    if (cells)
        say_uncollected(page, cells, section);
    model_say(page->arena, section, "list", SAY_AREA_LIMIT_LOOKS);
}
