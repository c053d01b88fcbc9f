/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What holds of every report, tried on made-up people: its page can be made however few or many
 * they are, and comes out the same. */
#include <string.h>

#include "page/page.h"
#include "report/definition.h"

enum { SEED = 11 };

bool report_page(const struct report *report, const struct shelf *shelf, struct value model,
                 struct text *page, struct fault *fault)
{
    const struct report_facts *facts = &report->facts;
    struct arena *arena = arena_new();
    const char *home = arena_format(arena, "%s/reports", shelf->home);
    bool made = page_html(facts->folder, home, facts->template, model, page, fault);
    arena_free(arena);
    return made;
}

/* The page of a report of so many people. False with a fault said. */
static bool make_page(const struct report *report, const struct shelf *shelf, int people,
                      struct text *page, struct faults *faults)
{
    struct arena *arena = arena_new();
    struct value model;
    struct fault fault;
    bool made = report_invented(report, shelf, people, SEED, arena, &model, &fault) &&
                report_page(report, shelf, model, page, &fault);
    if (!made)
        faults_add(faults, "%s", fault.text);
    arena_free(arena);
    return made;
}

/* The first whose page cannot be made is enough: the others fail alike. */
static bool can_be_made(const struct report *report, const struct shelf *shelf,
                        struct faults *faults)
{
    static const int people[] = {0, 1, 9, 10}; /* the examples have many */
    bool about_person = strcmp(report->facts.reader, "person") == 0, fine = true;
    for (size_t i = about_person; fine && i < sizeof people / sizeof *people; i++) {
        struct text page = {0};
        fine = make_page(report, shelf, people[i], &page, faults);
        text_free(&page);
    }
    return fine;
}

static bool comes_out_the_same(const struct report *report, const struct shelf *shelf,
                               struct faults *faults)
{
    enum { PEOPLE = 12 };
    struct text once = {0}, twice = {0};
    bool made = make_page(report, shelf, PEOPLE, &once, faults) &&
                make_page(report, shelf, PEOPLE, &twice, faults);
    bool same =
        made && once.length == twice.length && memcmp(once.bytes, twice.bytes, once.length) == 0;
    if (made && !same)
        plugin_say(report->facts.plugin, faults, "",
                   "the page of the same people came out differently the second time. This is our "
                   "fault: nothing a report says can do that");
    text_free(&once);
    text_free(&twice);
    return same;
}

bool report_check_properties(const struct report *report, const struct shelf *shelf,
                             size_t *properties, struct faults *faults)
{
    *properties = 0;
    if (!can_be_made(report, shelf, faults))
        return false;
    ++*properties;
    if (!comes_out_the_same(report, shelf, faults))
        return false;
    ++*properties;
    return true;
}
