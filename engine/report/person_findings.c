/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was noticed: what is certain first, then what only may have happened, then in one sentence
 * what could not be told. */
#include <string.h>

#include "ground/text.h"
#include "report/model.h"
#include "report/person.h"
#include "report/sentences.h"
#include "report/why.h"

/* More than OPEN are folded away; more than PAPER folded ones are not printed (alongside.css). */
enum { FOUND_OPEN = 6, FOUND_PAPER = 60 };

/* --- which ------------------------------------------------------------------------------------ */

/* Is it named by a section of the page, itself or as the mirror of another? */
static bool is_named(const struct person_page *page, const struct indicator *indicator)
{
    for (size_t i = 0; i < page->report->section_count; i++)
        for (size_t n = 0; n < page->report->sections[i].indicator_count; n++)
            if (page->report->sections[i].indicators[n] == indicator)
                return true;
    return false;
}

const struct indicator *const *person_indicators(const struct person_page *page,
                                                 const struct section *section, size_t *count)
{
    *count = section->indicator_count;
    if (section->named_count)
        return (const struct indicator *const *)section->indicators;
    const struct indicator **others =
        arena_array(page->arena, page->shelf->indicator_count, sizeof(*others));
    for (size_t i = 0; i < page->shelf->indicator_count; i++)
        if (!is_named(page, page->shelf->indicators[i]))
            others[(*count)++] = page->shelf->indicators[i];
    return (const struct indicator *const *)others;
}

bool person_finding_of(const struct person_page *page, const struct derived_finding *finding,
                       const char *indicator)
{
    const struct stored_plugin *plugin = person_plugin(page, finding->indicator);
    struct days days;
    if (!plugin || strcmp(plugin->id, indicator) != 0)
        return false;
    return !person_finding_days(finding, &days) ||
           (days.high >= page->period.low && days.low <= page->period.high);
}

/* --- what happened ---------------------------------------------------------------------------- */

/* The first few stand open, the others one touch away. */
static struct value place_of(struct person_page *page, size_t number, struct value model)
{
    if (number < FOUND_OPEN)
        return model;
    struct value folded = value_get(model, "folded");
    if (!value_is(folded, VALUE_TABLE)) {
        folded = value_table(page->arena);
        value_set(page->arena, model, "folded", folded);
    }
    value_set_format(page->arena, folded, "says", SAY_FOLDED, number + 1 - FOUND_OPEN);
    return folded;
}

static size_t add_found(struct person_page *page, const struct indicator_facts *facts,
                        size_t before, struct value model)
{
    size_t count = 0;
    for (size_t i = 0; i < page->finding_count; i++) {
        const struct derived_finding *finding = &page->findings[i];
        if (!person_finding_of(page, finding, facts->id) || strcmp(finding->state, "found") != 0)
            continue;
        told_finding(page->arena, finding, page->stored.events, page->stored.event_count,
                     place_of(page, before + count, model));
        count++;
    }
    if (count && facts->mislead)
        model_say(page->arena, model, "beside", SAY_MISLEAD, facts->title, facts->mislead);
    return count;
}

/* --- what may have happened, and what cannot be told ------------------------------------------ */

struct untold {
    const struct indicator *const *indicators;
    size_t count;
    bool possible;   /* of those that some date or order would make true, or of the others */
    const char *why; /* of these alone; NULL: all */
};

static bool is_untold(const struct person_page *page, const struct derived_finding *finding,
                      const char *id, const struct untold *untold)
{
    bool possible = strcmp(finding->certainty, "possible") == 0 ||
                    strcmp(finding->certainty, "order_unknown") == 0;
    return strcmp(finding->state, "cannot_tell") == 0 && possible == untold->possible &&
           strcmp(finding->why, "kind_not_collected") != 0 &&
           (!untold->why || strcmp(finding->why, untold->why) == 0) &&
           person_finding_of(page, finding, id);
}

static size_t count_untold(const struct person_page *page, const char *id,
                           const struct untold *untold)
{
    size_t count = 0;
    for (size_t i = 0; i < page->finding_count; i++)
        count += is_untold(page, &page->findings[i], id, untold);
    return count;
}

/* “Asking again” twice, “Told again” once. */
static size_t list_untold(struct person_page *page, const struct untold *untold, struct text *out)
{
    size_t listed = 0;
    for (size_t i = 0; i < untold->count; i++) {
        const struct indicator_facts *facts = indicator_facts(untold->indicators[i]);
        size_t count = count_untold(page, facts->id, untold);
        if (!count)
            continue;
        text_format(out, listed++ ? ", " SAY_UNTOLD_ONE : SAY_UNTOLD_ONE, facts->title);
        if (count > 1)
            text_format(out, SAY_UNTOLD_TIMES, count);
    }
    return listed;
}

static void add_possible(struct person_page *page, struct untold untold, struct value model)
{
    struct text list = {0};
    untold.possible = true;
    if (list_untold(page, &untold, &list))
        model_say(page->arena, model, "unknown", SAY_MAY_HAVE, list.bytes);
    text_free(&list);
}

/* Said once for the section: what was missing, and for which. */
static void add_cannot_tell(struct person_page *page, struct untold untold, struct value model)
{
    static const char whys[] = "followup_short gap not_recorded date_not_exact order_unknown "
                               "still_waiting declined no_anchor plugin_failed";
    struct text list = {0};
    const char *at = whys, *word;
    size_t length;
    while (text_word(&at, &word, &length)) {
        struct text of = {0};
        untold.why = arena_copy(page->arena, word, length);
        if (list_untold(page, &untold, &of))
            text_format(&list, "%s" SAY_UNTOLD_WHY, list.length ? "; " : "", why_words(untold.why),
                        of.bytes);
        text_free(&of);
    }
    if (list.length)
        model_say(page->arena, model, "unknown", SAY_CANNOT_TELL_HERE, list.bytes);
    text_free(&list);
}

/* --- the section ------------------------------------------------------------------------------ */

/* “Helped the first time”, “Told again” */
static const char *titles(struct person_page *page, const struct indicator *const *indicators,
                          size_t count)
{
    const char *said = "";
    for (size_t i = 0; i < count; i++)
        said = arena_format(page->arena, "%s%s" SAY_UNTOLD_ONE, said, i ? ", " : "",
                            indicator_facts(indicators[i])->title);
    return said;
}

/* A strip above it has shown what there is; a section that names what it looks for says so. */
static void say_none(struct person_page *page, const struct section *section,
                     const struct untold *looked, struct value model)
{
    bool strip = value_count(value_get(model, "figures")) > 0;
    const char *none = !looked->count ? SAY_NOTHING_LOOKED_FOR
                       : strip        ? SAY_NONE_FOUND_ELSE
                       : page->whole  ? SAY_NONE_FOUND
                                      : SAY_NONE_FOUND_TIME;
    if (section->named_count)
        none = arena_format(page->arena, SAY_LOOKED_FOR,
                            titles(page, looked->indicators, looked->count), none);
    model_say(page->arena, model, strip ? "beside" : "says", "%s", none);
}

void person_findings(struct person_page *page, const struct section *section, struct value model)
{
    struct untold untold = {.count = 0};
    size_t found = 0;
    untold.indicators = person_indicators(page, section, &untold.count);
    for (size_t i = 0; i < untold.count; i++)
        found += add_found(page, indicator_facts(untold.indicators[i]), found, model);
    if (found && !section->named_count)
        value_set_text(page->arena, model, "found_title", SAY_FOUND_TITLE);
    if (!found)
        say_none(page, section, &untold, model);
    if (found > FOUND_OPEN + FOUND_PAPER)
        model_say(page->arena, model, "beside", SAY_FOLDED_PAPER, found - FOUND_OPEN);
    add_possible(page, untold, model);
    add_cannot_tell(page, untold, model);
}
