/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/report.h"

#include <string.h>
#include <unistd.h>

#include "ground/text.h"
#include "report/definition.h"

/* --- fields ----------------------------------------------------------------------------------- */

static const struct field section_fields[] = {
    {"asks", FIELD_TEXT, FIELD_NEEDED, "the question it helps with", NULL},
    {"shows", FIELD_TEXT, FIELD_NEEDED,
     "what answers it: goals, scores, words, findings, ties, questions …", NULL},
    {"of", FIELD_TEXT, 0, "which scales or indicators, parted by spaces", NULL},
    {"by", FIELD_TEXT, 0, "what the figures are broken down by", NULL},
    {"beside", FIELD_TEXT, 0, "ids of norms to stand beside it as a reference", NULL},
    {"over", FIELD_TEXT, FIELD_LATER, "month, quarter or year: a series", NULL},
    {"with", FIELD_ANY, FIELD_LATER, "settings for this section", NULL},
    {"text", FIELD_TEXT, 0, "a paragraph of the report's own", NULL},
    {NULL, FIELD_ANY, 0, NULL, NULL},
};
static const struct field_set section_set = {"a section", section_fields, false,
                                             field_later_instead};

static const struct field example_fields[] = {
    {"people", FIELD_WHOLE, FIELD_NEEDED, "how many made-up people", NULL},
    {"seed", FIELD_WHOLE, 0, "which made-up people; 1 when not said", NULL},
    {"says", FIELD_TEXT, 0, "must be in the report", NULL},
    {"never", FIELD_TEXT, 0, "must not be in it", NULL},
    {NULL, FIELD_ANY, 0, NULL, NULL},
};
static const struct field_set example_set = {"an example", example_fields, true, NULL};

static const struct field fields[] = {
    {"title", FIELD_TEXT, FIELD_NEEDED, "what people read", NULL},
    {"version", FIELD_TEXT, FIELD_NEEDED, "goes up when results could change", NULL},
    {"source", FIELD_TEXT, FIELD_NEEDED, "whose report it is; `this project` if ours", NULL},
    {"licence", FIELD_TEXT, 0, "SPDX name of this file's own licence", NULL},
    {"mislead", FIELD_TEXT, 0, "how the report may mislead; printed in it", NULL},
    {"reader", FIELD_TEXT, FIELD_NEEDED, "whose eyes it is made for: person or area", NULL},
    {"period", FIELD_TEXT, 0, "month, quarter, year or all", NULL},
    {"template", FIELD_TEXT, 0, "the page", NULL},
    {"sections", FIELD_LIST, FIELD_NEEDED, "what it shows, in order", &section_set},
    {"examples", FIELD_LIST, FIELD_NEEDED, "the file's own tests", &example_set},
    {NULL, FIELD_ANY, 0, NULL, NULL},
};
const struct field_set report_fields = {"a report", fields, false, NULL};

/* --- the whole file --------------------------------------------------------------------------- */

static bool has_section(const struct report *report, enum shows shows)
{
    for (size_t i = 0; i < report->section_count; i++)
        if (report->sections[i].shows == shows)
            return true;
    return false;
}

/* A report without these would keep from its reader what they have a right to. */
static bool has_needed_sections(const struct plugin *plugin, const struct report *report,
                                struct faults *faults)
{
    static const struct {
        const char *reader;
        enum shows shows;
        const char *says;
    } needed[] = {
        {"person", SHOWS_RECORD,
         "a person's page shows `record`: what is held about them, and who may see it"},
        {"person", SHOWS_LIMITS, "a person's page shows `limits`: what it cannot tell"},
        {"area", SHOWS_METHOD,
         "an area's report shows `method`: who is counted and how people are protected"},
        {"area", SHOWS_HEARD, "an area's report shows `heard`: who is in it, and who is missing"},
        {"area", SHOWS_CYCLES,
         "an area's report shows `cycles`, or says openly that there are none"},
        {"area", SHOWS_LIMITS, "an area's report shows `limits`: what it cannot tell"},
    };
    bool fine = true;
    for (size_t i = 0; i < sizeof needed / sizeof *needed; i++) {
        if (strcmp(needed[i].reader, report->facts.reader) != 0 ||
            has_section(report, needed[i].shows))
            continue;
        plugin_say(plugin, faults, "", "%s. Add a section with shows = \"%s\"", needed[i].says,
                   shows_word(needed[i].shows));
        fine = false;
    }
    return fine;
}

static bool read_reader(const struct plugin *plugin, struct report *report, struct faults *faults)
{
    const char *reader = value_as_text(value_get(plugin->table, "reader"));
    report->facts.reader = reader;
    if (text_has_word("person area", reader))
        return true;
    if (strcmp(reader, "evaluator") == 0)
        plugin_say(plugin, faults, "reader",
                   "reports for an evaluator are not made by this version. "
                   "Write \"person\" or \"area\"");
    else
        plugin_say(plugin, faults, "reader",
                   "\"%s\" reads no reports. Write \"person\" or \"area\"", reader);
    return false;
}

static bool read_period(const struct plugin *plugin, struct report *report, struct faults *faults)
{
    const char *period = value_as_text(value_get(plugin->table, "period"));
    if (!period)
        period = strcmp(report->facts.reader, "person") == 0 ? "all" : "quarter";
    report->facts.period = period;
    if (text_has_word("month quarter year all", period))
        return true;
    plugin_say(plugin, faults, "period", "\"%s\" is no period. Write month, quarter, year or all",
               period);
    return false;
}

const char *report_warning(const struct report *report)
{
    const struct plugin *plugin = report->facts.plugin;
    if (strcmp(report->facts.reader, "area") != 0 || strcmp(report->facts.period, "all") != 0)
        return NULL;
    return arena_format(plugin->arena,
                        "%s:%d: period: \"all\" makes all there is one release, and days are "
                        "released once: no other report of that area can follow. Where one should, "
                        "write month, quarter or year",
                        plugin->path, plugin_line(plugin, "period"));
}

static const char *folder_of(struct arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? arena_copy(arena, path, (size_t)(slash - path)) : ".";
}

/* Beside the definition, or among the engine's own. */
static bool read_template(const struct plugin *plugin, const struct shelf *shelf,
                          struct report *report, struct faults *faults)
{
    const char *name = value_as_text(value_get(plugin->table, "template"));
    report->facts.folder = folder_of(plugin->arena, plugin->path);
    report->facts.template = name ? name : arena_format(plugin->arena, "%s.html", plugin->id);
    const char *beside =
        arena_format(plugin->arena, "%s/%s", report->facts.folder, report->facts.template);
    const char *ours =
        arena_format(plugin->arena, "%s/reports/%s", shelf->home, report->facts.template);
    if (access(beside, R_OK) == 0 || access(ours, R_OK) == 0)
        return true;
    plugin_say(plugin, faults, "template",
               "%s is neither beside this file nor among the engine's own. Write it there, or name "
               "my_progress.html or area_learning.html",
               report->facts.template);
    return false;
}

static bool read_sections(struct plugin *plugin, const struct shelf *shelf, struct report *report,
                          struct faults *faults)
{
    struct value list = value_get(plugin->table, "sections");
    bool fine = true;
    report->sections = arena_array(plugin->arena, value_count(list), sizeof *report->sections);
    for (size_t i = 0; i < value_count(list); i++) {
        report->section_count++;
        fine &= section_read(plugin, shelf, report, i, value_item(list, i), faults);
    }
    return fine && has_needed_sections(plugin, report, faults);
}

bool report_load(struct plugin *plugin, const struct shelf *shelf, struct report **report,
                 struct faults *faults)
{
    if (!fields_check(plugin, plugin->table, "", &report_fields, faults))
        return false;
    struct report *made = arena_take(plugin->arena, sizeof *made);
    made->facts = (struct report_facts){.plugin = plugin, .id = plugin->id};
    made->facts.title = value_as_text(value_get(plugin->table, "title"));
    made->facts.version = value_as_text(value_get(plugin->table, "version"));
    if (!read_reader(plugin, made, faults) || !read_period(plugin, made, faults))
        return false;
    bool fine = read_template(plugin, shelf, made, faults);
    fine &= read_sections(plugin, shelf, made, faults);
    fine &= report_read_examples(plugin, made, faults);
    *report = made;
    return fine;
}

const struct report_facts *report_facts(const struct report *report)
{
    return &report->facts;
}
