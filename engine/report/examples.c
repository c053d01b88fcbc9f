/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A definition's examples: a made-up area in a temporary folder, and what its report must and must
 * not say. */
#include <stdio.h>
#include <string.h>

#include "ground/text.h"
#include "page/page.h"
#include "report/definition.h"

enum { FEW = 9, PEOPLE_MOST = 5000 };

/* --- reading ---------------------------------------------------------------------------------- */

static bool read_example(struct plugin *plugin, bool about_person, size_t index, struct value table,
                         struct report_example *example, struct faults *faults)
{
    const char *place = arena_format(plugin->arena, "examples[%zu]", index + 1);
    int64_t people = 0, seed = 1;
    value_as_whole(value_get(table, "people"), &people);
    value_as_whole(value_get(table, "seed"), &seed);
    *example = (struct report_example){
        value_as_text(value_item(table, 0)), value_as_text(value_get(table, "says")),
        value_as_text(value_get(table, "never")), (int)people, (uint64_t)seed};
    const char *wrong = NULL;
    if (!example->name)
        wrong = "it has no name. Write { \"six people\", people = 6, … }";
    else if (!example->says && !example->never)
        wrong = "it tries nothing. Add what the report `says`, or `never` says";
    else if (people > PEOPLE_MOST)
        wrong = "more than 5,000 people are too many for an example";
    else if (about_person && people < 1)
        wrong = "a person's page needs somebody. Write people = 1";
    if (wrong)
        plugin_say(plugin, faults, place, "%s", wrong);
    return !wrong;
}

bool report_read_examples(struct plugin *plugin, struct report *report, struct faults *faults)
{
    struct value list = value_get(plugin->table, "examples");
    bool fine = true, few = false, many = false;
    bool about_person = strcmp(report->facts.reader, "person") == 0;
    report->examples = arena_array(plugin->arena, value_count(list), sizeof *report->examples);
    for (size_t i = 0; i < value_count(list); i++) {
        struct report_example *example = &report->examples[report->example_count++];
        fine &= read_example(plugin, about_person, i, value_item(list, i), example, faults);
        few |= example->people <= FEW;
        many |= example->people > FEW;
    }
    if (!few)
        plugin_say(plugin, faults, "examples", "none has few people. Add one with people = 6");
    if (!many)
        plugin_say(plugin, faults, "examples", "none has many people. Add one with people = 400");
    return fine && few && many;
}

/* --- what it says ----------------------------------------------------------------------------- */

static bool says(struct value model, const char *words)
{
    if (value_is(model, VALUE_TEXT))
        return strstr(model.text, words) != NULL;
    for (size_t i = 0; i < value_count(model); i++)
        if (says(model.table->items[i], words))
            return true;
    for (size_t i = 0; value_is(model, VALUE_TABLE) && i < model.table->entry_count; i++)
        if (says(model.table->entries[i].value, words))
            return true;
    return false;
}

static bool hold(const struct report *report, size_t index, struct value model,
                 struct faults *faults)
{
    const struct report_example *example = &report->examples[index];
    char place[32];
    snprintf(place, sizeof place, "examples[%zu]", index + 1);
    bool fine = true;
    if (example->says && !says(model, example->says)) {
        plugin_say(report->facts.plugin, faults, place,
                   "example \"%s\": the report does not say \"%s\"", example->name, example->says);
        fine = false;
    }
    if (example->never && says(model, example->never)) {
        plugin_say(report->facts.plugin, faults, place, "example \"%s\": the report says \"%s\"",
                   example->name, example->never);
        fine = false;
    }
    return fine;
}

static bool is_said(const struct faults *faults, const char *sentence)
{
    for (size_t i = 0; i < faults->count && i < FAULTS_SAID; i++)
        if (strcmp(faults->said[i], sentence) == 0)
            return true;
    return false;
}

/* A template that forgets its sections, or some of them, would make a page that answers nothing. */
static bool asks_all(const struct report *report, struct value model, const struct text *page,
                     struct fault *fault)
{
    struct value sections = value_get(model, "sections");
    const struct plugin *plugin = report->facts.plugin;
    for (size_t i = 0; i < value_count(sections); i++) {
        const char *asks = value_as_text(value_get(value_item(sections, i), "asks"));
        if (!page_says(page, asks))
            return fault_set(fault, FAULT_DATA,
                             "%s:%d: template: the page that %s makes does not ask \"%s\". Every "
                             "section stands on the page: write {{#each sections}} … {{asks}} … "
                             "{{/each}}, or {{>section}} in it",
                             plugin->path, plugin_line(plugin, "template"), report->facts.template,
                             asks);
    }
    return true;
}

/* What is wrong with a template is wrong with every example. */
static bool has_page(const struct report *report, const struct shelf *shelf, struct value model,
                     struct faults *faults)
{
    struct text page = {0};
    struct fault fault;
    bool made =
        report_page(report, shelf, model, &page, &fault) && asks_all(report, model, &page, &fault);
    if (!made && !is_said(faults, fault.text))
        faults_add(faults, "%s", fault.text);
    text_free(&page);
    return made;
}

static bool try_example(const struct report *report, const struct shelf *shelf, size_t index,
                        struct faults *faults)
{
    const struct report_example *example = &report->examples[index];
    struct arena *arena = arena_new();
    struct value model;
    struct fault fault;
    bool fine = false;
    if (report_invented(report, shelf, example->people, example->seed, arena, &model, &fault))
        fine = hold(report, index, model, faults) && has_page(report, shelf, model, faults);
    else
        plugin_say(report->facts.plugin, faults, "examples", "example \"%s\": %s", example->name,
                   fault.text);
    arena_free(arena);
    return fine;
}

bool report_check_examples(const struct report *report, const struct shelf *shelf, size_t *examples,
                           struct faults *faults)
{
    *examples = 0;
    for (size_t i = 0; i < report->example_count; i++)
        *examples += try_example(report, shelf, i, faults);
    return *examples == report->example_count;
}
