/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was noticed, in words: the answer, the indicator with its settings, how it may mislead. */
#include "cli/noticed.h"

#include <string.h>

#include "report/why.h"

/* --- the answer ------------------------------------------------------------------------------- */

/* On a page the rule could not be worked out; who reads this may mend its file. */
static const char *why_in_words(const char *why)
{
    return strcmp(why, "plugin_failed") == 0 ? "the indicator stopped with an error"
                                             : why_words(why);
}

static bool has_event(const char *events, const char *id, size_t length)
{
    const char *event;
    size_t own;
    while (text_word(&events, &event, &own))
        if (own == length && memcmp(event, id, length) == 0)
            return true;
    return false;
}

/* Does the person say of one of these events that it came of another? */
static bool person_links(const struct noticed *noticed)
{
    const char *events = noticed->finding->events;
    for (size_t i = 0; i < noticed->stored->event_count; i++) {
        const struct stored_event *event = &noticed->stored->events[i];
        const char *of = event->columns[EVENT_because];
        if (!of || !has_event(events, event->id, strlen(event->id)))
            continue;
        for (size_t length; *of; of += length + (of[length] == ';')) {
            length = strcspn(of, ";");
            if (has_event(events, of, length))
                return true;
        }
    }
    return false;
}

static const char *basis_in_words(const struct noticed *noticed)
{
    const char *basis = noticed->finding->basis;
    if (strcmp(basis, "recorded_link") == 0)
        return "A recorded link or thread joins these events.";
    if (strcmp(basis, "code_match") == 0)
        return "These events have the same code; nobody linked them.";
    if (strcmp(basis, "time_order_only") == 0)
        return "Nothing joins these events but one coming after the other.";
    return person_links(noticed) ? "The person links these events."
                                 : "The person says what came of it.";
}

static void put_state(const struct derived_finding *f, struct text *out)
{
    if (strcmp(f->state, "found") == 0)
        text_put(out, "Found.");
    else if (strcmp(f->state, "not_found") == 0)
        text_put(out, *f->date ? "Looked for here, and not found."
                               : "Not found: nothing it could start from happened, and it "
                                 "would have been seen.");
    else
        text_format(out, "It cannot be told: %s (%s).", why_in_words(f->why), f->why);
    if (strcmp(f->certainty, "possible") == 0)
        text_put(out, " A date is not exact: on some of its possible days this happened, on "
                      "others not. It is not counted.");
    text_put(out, "\n");
}

static void put_number(const struct noticed *noticed, struct text *out)
{
    const struct derived_finding *f = noticed->finding;
    if (f->has_value)
        text_format(out, "Number: %s%s%s%s\n", number_text(noticed->desk->arena, f->value),
                    *f->unit ? " (" : "", f->unit, *f->unit ? ")" : "");
    if (*f->class)
        text_format(out, "Class: %s\n", shelf_label(&noticed->desk->shelf, "class", f->class));
}

static void put_answer(const struct noticed *noticed, struct text *out)
{
    const struct derived_finding *f = noticed->finding;
    bool keeps = noticed_keeps(noticed);
    text_format(out, "%s\n%s, of %s", f->finding, noticed->plugin->id, noticed->stored->ref);
    if (*f->date && !keeps)
        text_format(out, ", %s", f->date);
    text_format(out, "\nAs of %s\n\n", day_words(noticed->desk->arena, noticed->record->as_of));
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
        text_format(out, "%s\n", basis_in_words(noticed));
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

bool noticed_tell(const struct noticed *noticed, struct text *out, struct fault *fault)
{
    put_answer(noticed, out);
    bool keeps = noticed_keeps(noticed);
    if (!keeps) {
        noticed_decided(noticed, out);
        noticed_missing(noticed, out);
    }
    if (!noticed_events(noticed, out, fault))
        return false;
    if (!keeps)
        noticed_windows(noticed, out);
    put_indicator(noticed, out);
    return true;
}
