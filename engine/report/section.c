/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One section of a definition: its question and what it shows. */
#include "report/definition.h"

#include <string.h>

#include "ground/text.h"

/* --- what a section shows --------------------------------------------------------------------- */

static const struct {
    const char *word;
    bool person, area;
} shown_words[SHOWS_COUNT] = {
    [SHOWS_RECORD] = {"record", true, false},       [SHOWS_WORDS] = {"words", true, false},
    [SHOWS_GOALS] = {"goals", true, false},         [SHOWS_TIES] = {"ties", true, false},
    [SHOWS_QUESTIONS] = {"questions", true, false}, [SHOWS_METHOD] = {"method", false, true},
    [SHOWS_HEARD] = {"heard", false, true},         [SHOWS_SCORES] = {"scores", true, true},
    [SHOWS_FINDINGS] = {"findings", true, true},    [SHOWS_CYCLES] = {"cycles", false, true},
    [SHOWS_ANSWERS] = {"answers", true, false},     [SHOWS_LIMITS] = {"limits", true, true},
};

const char *shows_word(enum shows shows)
{
    return shown_words[shows].word;
}

/* In the contract, and not followed by this version. */
static const char shown_later[] = "told_back stories";

static bool say_unknown_shows(const struct plugin *plugin, const char *place, const char *word,
                              struct faults *faults)
{
    const char *names[SHOWS_COUNT];
    for (size_t i = 0; i < SHOWS_COUNT; i++)
        names[i] = shown_words[i].word;
    const char *near = text_nearest(word, names, SHOWS_COUNT);
    if (text_has_word(shown_later, word))
        plugin_say(plugin, faults, place,
                   "`%s` is not shown by this version. Leave the section out", word);
    else if (near)
        plugin_say(plugin, faults, place, "`%s` is nothing a section shows. Did you mean `%s`?",
                   word, near);
    else
        plugin_say(plugin, faults, place,
                   "`%s` is nothing a section shows. It is one of record, words, goals, ties, "
                   "questions, method, heard, scores, answers, findings, cycles and limits",
                   word);
    return false;
}

static bool read_shows(const struct plugin *plugin, bool about_person, const char *place,
                       const char *word, enum shows *shows, struct faults *faults)
{
    const char *at = arena_format(plugin->arena, "%s.shows", place);
    for (*shows = 0; *shows < SHOWS_COUNT; (*shows)++)
        if (strcmp(shown_words[*shows].word, word) == 0)
            break;
    if (*shows == SHOWS_COUNT)
        return say_unknown_shows(plugin, at, word, faults);
    if (about_person ? shown_words[*shows].person : shown_words[*shows].area)
        return true;
    plugin_say(plugin, faults, at,
               about_person
                   ? "`%s` is for an area's report. Leave the section out"
                   : "`%s` is for a person's own page, never for an area. Leave the section out",
               word);
    return false;
}

/* An anchor that stays the same while the sections before it do. */
static const char *anchor(const struct plugin *plugin, const struct report *report, size_t index)
{
    enum shows shows = report->sections[index].shows;
    size_t same = 1;
    for (size_t i = 0; i < index; i++)
        same += report->sections[i].shows == shows;
    return same == 1 ? shown_words[shows].word
                     : arena_format(plugin->arena, "%s_%zu", shown_words[shows].word, same);
}

bool section_read(struct plugin *plugin, const struct shelf *shelf, struct report *report,
                  size_t index, struct value table, struct faults *faults)
{
    struct section *section = &report->sections[index];
    bool about_person = strcmp(report->facts.reader, "person") == 0;
    const char *place = arena_format(plugin->arena, "sections[%zu]", index + 1);
    section->asks = value_as_text(value_get(table, "asks"));
    bool fine = true;
    if (!text_ends(section->asks, "?")) {
        plugin_say(plugin, faults, arena_format(plugin->arena, "%s.asks", place),
                   "\"%s\" asks nothing. Every section helps with a question: end it with ?",
                   section->asks);
        fine = false;
    }
    if (!read_shows(plugin, about_person, place, value_as_text(value_get(table, "shows")),
                    &section->shows, faults))
        return false;
    section->id = anchor(plugin, report, index);
    section->text = value_as_text(value_get(table, "text"));
    if (section->text && section->shows != SHOWS_WORDS) {
        plugin_say(plugin, faults, arena_format(plugin->arena, "%s.text", place),
                   "only a section that shows words has a text of its own. Leave it out, or write "
                   "shows = \"words\"");
        fine = false;
    }
    return section_read_names(plugin, shelf, about_person, place, table, section, faults) && fine;
}
