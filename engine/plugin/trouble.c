/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plugin/trouble.h"

#include <string.h>

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
    const char *said = text(trouble, "said");
    if (!*place)
        place = text(trouble, "place");
    if (yes(trouble, "quotes") && !show_message) {
        said = "failed here. `alongside check` says how, with made-up people";
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
