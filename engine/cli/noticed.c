/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was noticed, in words: the answer, the indicator with its settings, how it may mislead. */
#include "cli/noticed.h"

#include <string.h>

/* --- the answer ------------------------------------------------------------------------------- */

static const char *why_in_words(const char *why)
{
    static const char *const words[][2] = {
        {"followup_short", "what is known ends too soon"},
        {"gap", "part of the time was not observed"},
        {"kind_not_collected", "not all that it asks about is collected here"},
        {"not_recorded", "something that decides was not recorded"},
        {"date_not_exact", "a date is not known exactly enough"},
        {"order_unknown", "the order of two things on one day is not known"},
        {"still_waiting", "it is still going on"},
        {"declined", "an answer that it rests on was declined"},
        {"no_anchor", "nothing is known that it could begin with"},
        {"plugin_failed", "the indicator's file went wrong"}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(words[i][0], why) == 0)
            return words[i][1];
    return why;
}

static const char *basis_in_words(const char *basis)
{
    static const char *const words[][2] = {
        {"person_says", "The person says so."},
        {"recorded_link", "A recorded link or thread joins these events."},
        {"code_match", "These events have the same code; nobody linked them."},
        {"time_order_only", "Nothing joins these events but one coming after the other."}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(words[i][0], basis) == 0)
            return words[i][1];
    return basis;
}

static void put_state(const struct derived_finding *f, struct text *out)
{
    if (strcmp(f->state, "found") == 0)
        text_put(out, "Found.");
    else if (strcmp(f->state, "not_found") == 0)
        text_put(out, *f->date ? "Looked for here, and not found."
                               : "Not found: nothing that it could begin with happened, and it "
                                 "would have been seen.");
    else
        text_format(out, "It cannot be told: %s (%s).", why_in_words(f->why), f->why);
    if (strcmp(f->certainty, "possible") == 0)
        text_put(out,
                 " Some of the days that a date may be would make it so; it is never counted.");
    text_put(out, "\n");
}

static void put_number(const struct noticed *noticed, struct text *out)
{
    const struct derived_finding *f = noticed->finding;
    if (f->has_value)
        text_format(out, "Number: %s%s%s%s\n", number_text(noticed->desk->arena, f->value),
                    *f->unit ? " (" : "", f->unit, *f->unit ? ")" : "");
    if (*f->class)
        text_format(out, "Class: %s\n", f->class);
}

static void put_answer(const struct noticed *noticed, struct text *out)
{
    const struct derived_finding *f = noticed->finding;
    bool keeps = noticed_keeps(noticed);
    text_format(out, "%s\n%s, of %s", f->finding, noticed->plugin->id, noticed->stored->ref);
    if (*f->date && !keeps)
        text_format(out, ", %s", f->date);
    text_put(out, "\n\n");
    put_state(f, out);
    if (keeps) {
        text_put(out, "It rests on something that the person keeps to themselves; that is not "
                      "shown here, nor is anything that would tell of it.\n");
        return;
    }
    if (*f->told)
        text_format(out, "Told as: %s\n", f->told);
    put_number(noticed, out);
    if (*f->basis)
        text_format(out, "%s\n", basis_in_words(f->basis));
}

/* --- the indicator ---------------------------------------------------------------------------- */

static void put_setting(const struct indicator_setting *setting, struct arena *arena,
                        struct text *out)
{
    text_format(out, "  %s: ", setting->name);
    text_put(out, setting->is_number ? number_text(arena, setting->value) : setting->word);
    text_put(out, ", the usual value");
    if (setting->is_number && setting->from > -1e300 && setting->to < 1e300)
        text_format(out, "; it may be %s to %s", number_text(arena, setting->from),
                    number_text(arena, setting->to));
    text_format(out, " (%s)\n", setting->means);
}

static void put_indicator(const struct noticed *noticed, struct text *out)
{
    const struct stored_plugin *plugin = noticed->plugin;
    text_put(out, "\nThe indicator\n");
    if (!noticed->rule) {
        text_format(out, "%s, version %s. Its file is not here any more.\n", plugin->id,
                    plugin->version);
        return;
    }
    const struct indicator_facts *facts = indicator_facts(noticed->rule->indicator);
    text_format(out, "%s (%s, version %s)\nAsks: %s\n", facts->title, facts->id, plugin->version,
                facts->asks);
    text_put(out, facts->setting_count ? "Settings\n" : "");
    for (size_t i = 0; i < facts->setting_count; i++)
        put_setting(&facts->settings[i], noticed->desk->arena, out);
    text_format(out, "How it may mislead: %s\n", facts->mislead);
    text_format(out,
                "Source: %s.\nFile %s.lua, version %s, SHA-256 %s, as first used; its rules %s\n",
                facts->source, plugin->id, plugin->version, plugin->fingerprint, plugin->pin);
}

const struct event *noticed_anchor(const struct noticed *noticed)
{
    const char *at = noticed->finding->events, *id;
    size_t length;
    if (!text_word(&at, &id, &length))
        return NULL;
    for (size_t i = 0; i < noticed->record->event_count; i++) {
        const struct event *event = &noticed->record->events[i];
        if (strlen(event->id) == length && memcmp(event->id, id, length) == 0)
            return event;
    }
    return NULL;
}

bool noticed_tell(const struct noticed *noticed, struct text *out, struct fault *fault)
{
    put_answer(noticed, out);
    bool keeps = noticed_keeps(noticed);
    if (!keeps)
        noticed_missing(noticed, out);
    if (!noticed_events(noticed, out, fault))
        return false;
    if (!keeps)
        noticed_windows(noticed, out);
    put_indicator(noticed, out);
    return true;
}
