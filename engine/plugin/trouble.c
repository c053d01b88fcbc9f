/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plugin/trouble.h"

#include <string.h>

#include "ground/text.h"

/* As the worker has them; it is not believed to keep to it. */
enum { SAID_MOST = 256 };

static bool yes(struct value trouble, const char *key)
{
    struct value value = value_get(trouble, key);
    return value_is(value, VALUE_YES_NO) && value.yes;
}

static const char *text(struct value trouble, const char *key)
{
    const char *value = value_as_text(value_get(trouble, key));
    return value ? value : "";
}

bool trouble_is_limit(struct value trouble)
{
    return yes(trouble, "limit");
}

static long long line_of(const struct plugin *plugin, struct value trouble, const char *place)
{
    int64_t line;
    if (value_as_whole(value_get(trouble, "line"), &line) && line > 0 && line <= PLUGIN_SOURCE_MOST)
        return line;
    return plugin_line(plugin, place);
}

const char *trouble_text(const struct plugin *plugin, struct value trouble, const char *place,
                         bool show_message, struct arena *arena)
{
    bool subject = yes(trouble, "subject");
    char words[SAID_MOST], at[SAID_MOST];
    text_clean(words, sizeof words, text(trouble, "said"));
    text_clean(at, sizeof at, text(trouble, "place"));
    const char *said = words;
    if (!*place)
        place = at;
    if (!*said) {
        said = "went wrong, and nothing more is known of it";
        subject = true;
    }
    if (yes(trouble, "quotes") && !show_message) {
        said = plugin->kept ? "failed here. This version stays as it was first used: mend the file "
                              "and give it a new version"
                            : "failed here. `alongside check` says how, with made-up people";
        subject = true;
    }
    const char *who = !*place && subject ? "the file" : place;
    return arena_format(arena, "%s:%lld: %s%s%s", plugin->path, line_of(plugin, trouble, place),
                        who,
                        subject ? " "
                        : *who  ? ": "
                                : "",
                        said);
}

const char *trouble_lost(const struct plugin *plugin, const struct talk_mark *mark, bool late,
                         const char *place, struct arena *arena)
{
    static const char *const phases[TALK_PHASES] = {[TALK_WAITING] = "",
                                                    [TALK_READING] = " while it was read",
                                                    [TALK_RUNNING] = " while the file was run",
                                                    [TALK_CALLING] = "",
                                                    [TALK_GIVING] = " while its result was read"};
    bool known = mark->line > 0 && mark->line <= PLUGIN_SOURCE_MOST;
    int line = known ? (int)mark->line : plugin_line(plugin, place);
    const char *who = *place ? place : "the file", *near = known ? ", near this line" : "";
    const char *phase = mark->phase < TALK_PHASES ? phases[mark->phase] : "";
    if (late)
        return arena_format(arena,
                            "%s:%d: %s took more than ten seconds%s%s, and was stopped. Is there a "
                            "loop that does not end?",
                            plugin->path, line, who, phase, near);
    return arena_format(arena,
                        "%s:%d: %s ended the program that runs plugins%s%s. Nothing of it is used",
                        plugin->path, line, who, phase, near);
}
