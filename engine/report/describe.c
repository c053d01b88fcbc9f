/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report's definition said back: whose it is, and its sections in order with their questions. */
#include "report/definition.h"

static void say_names(const char *before, struct value list_or_text, struct text *out)
{
    const char *text = value_as_text(list_or_text);
    if (text)
        text_format(out, "%s%s", before, text);
}

static void say_section(const struct section *section, struct value table, size_t number,
                        struct text *out)
{
    text_format(out, "%3zu  %s\n     %s", number, section->asks, shows_word(section->shows));
    say_names(" of ", value_get(table, "of"), out);
    if (section->by)
        text_format(out, ", by %s", section->by);
    say_names(", beside ", value_get(table, "beside"), out);
    text_put(out, "\n");
    for (size_t i = section->named_count; i < section->indicator_count; i++)
        text_format(out, "     and beside it %s, which mirrors it\n",
                    indicator_facts(section->indicators[i])->id);
}

void report_describe(const struct report *report, struct text *out)
{
    const struct report_facts *facts = &report->facts;
    struct value table = facts->plugin->table;
    const char *mislead = value_as_text(value_get(table, "mislead"));
    text_format(out, "%s (%s, version %s)\n", facts->title, facts->id, facts->version);
    text_format(out, "Source: %s.\n", value_as_text(value_get(table, "source")));
    text_format(out, "Made for %s, over a period of: %s. Its page is %s.\n",
                *facts->reader == 'p' ? "one person" : "an area", facts->period, facts->template);
    text_put(out, "Sections\n");
    for (size_t i = 0; i < report->section_count; i++)
        say_section(&report->sections[i], value_item(value_get(table, "sections"), i), i + 1, out);
    if (mislead)
        text_format(out, "How it may mislead: %s\n", mislead);
}
