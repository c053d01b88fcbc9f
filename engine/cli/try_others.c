/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An intake on a file of its kind, a report on a made-up area. */
#include <stdio.h>
#include <string.h>

#include "cli/try.h"
#include "invent/invent.h"
#include "page/page.h"
#include "report/report.h"

bool try_needs_data(const struct try *try, const char *what, struct fault *fault)
{
    return try->data ||
           fault_set(fault, FAULT_USAGE, "try %s: name the file to try it on: %s", try->file, what);
}

/* --- an intake ------------------------------------------------------------------------------- */

bool try_intake(struct try *try, struct plugin *plugin, struct faults *faults, struct fault *fault)
{
    struct intake *intake;
    size_t examples;
    struct text out = {0};
    if (!intake_load(plugin, (const struct instrument *const *)try->desk.shelf.instruments,
                     try->desk.shelf.instrument_count, &intake, faults))
        return false;
    if (!intake_check_examples(intake, &examples, faults))
        try_say_faults(try, faults);
    bool done = try_needs_data(try, "one of the kind it reads", fault) &&
                intake_lines(intake, try->data, try->desk.arena, &out, fault) &&
                cli_talk(&out, fault);
    text_free(&out);
    return done;
}

/* --- a report -------------------------------------------------------------------------------- */

enum { PEOPLE = 400, SEED = 1 };

bool try_report(struct try *try, struct plugin *plugin, struct faults *faults, struct fault *fault)
{
    struct report *report;
    struct value model;
    struct text out = {0};
    if (!report_load(plugin, &try->desk.shelf, &report, faults))
        return false;
    bool done =
        report_invented(report, &try->desk.shelf, PEOPLE, SEED, try->desk.arena, &model, fault);
    if (done && try->format && strcmp(try->format, "json") == 0)
        page_json(model, &out);
    else if (done && try->format && strcmp(try->format, "csv") == 0)
        page_csv(model, &out);
    else if (done)
        page_text(model, &out);
    done = done && cli_write(NULL, &out, fault);
    text_free(&out);
    return done;
}
