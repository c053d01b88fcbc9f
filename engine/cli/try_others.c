/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An indicator on a file of events, an intake on a file of its kind, a report on a made-up area:
 * each in a store that lives only as long as the try. */
#include <stdio.h>
#include <string.h>

#include "cli/rows.h"
#include "cli/try.h"
#include "invent/invent.h"
#include "page/page.h"
#include "report/report.h"
#include "run/scratch.h"

static bool needs_data(const struct try *try, const char *what, struct fault *fault)
{
    return try->data ||
           fault_set(fault, FAULT_USAGE, "try %s: name the file to try it on: %s", try->file, what);
}

/* --- an indicator ---------------------------------------------------------------------------- */

struct finding_rows {
    struct rows rows;
    struct stored_plugin *plugins;
    size_t count;
};

static bool see_findings(void *context, const struct derived_person *person, struct fault *fault)
{
    struct finding_rows *to = context;
    (void)fault;
    for (size_t i = 0; i < person->finding_count; i++) {
        const struct derived_finding *f = &person->findings[i];
        const struct stored_plugin *plugin = &to->plugins[0];
        for (size_t k = 0; k < to->count; k++)
            if (to->plugins[k].number == f->indicator)
                plugin = &to->plugins[k];
        struct days date = {DAY_FIRST, DAY_FIRST};
        days_read(f->date, &date);
        rows_begin(&to->rows, date.low, 0, plugin->id);
        rows_finding(&to->rows, person->ref, plugin, f);
    }
    rows_end_person(&to->rows);
    return true;
}

static bool print_findings(struct try *try, struct store *store, struct fault *fault)
{
    struct finding_rows to = {0};
    struct text out = {0};
    struct arena *walk = arena_new();
    rows_open(&to.rows, try->format && strcmp(try->format, "json") == 0, finding_columns);
    bool done = store_plugins(store, try->desk.arena, &to.plugins, &to.count, fault) &&
                store_derived(store, NULL, walk, see_findings, &to, fault);
    rows_close(&to.rows, &out);
    done = done && cli_write(NULL, &out, fault);
    text_free(&out);
    arena_free(walk);
    return done;
}

static bool find_in(struct try *try, struct indicator *indicator, struct scratch *scratch,
                    struct fault *fault)
{
    struct shelf one = try->desk.shelf;
    struct intake_done imported = {0};
    struct run_done done;
    one.indicators = &indicator;
    one.indicator_count = 1;
    one.broken_count = 0;
    struct run_how how = {.as_of = try->as_of, .warn = cli_warn, .warn_context = &try->desk};
    return scratch_import(scratch, &one, try->data, "events", try->as_of, try->desk.arena,
                          &imported, fault) &&
           run_score(scratch->store, &one, &how, &done, fault) &&
           print_findings(try, scratch->store, fault);
}

bool try_indicator(struct try *try, struct plugin *plugin, struct faults *faults,
                   struct fault *fault)
{
    struct indicator *indicator;
    struct scratch scratch;
    size_t examples;
    if (!indicator_load(plugin, &indicator, faults))
        return false;
    if (!indicator_check_examples(indicator, &examples, faults))
        try_say_faults(try, faults);
    if (!needs_data(try, "a CSV file of events", fault))
        return false;
    bool done = scratch_open(&scratch, NULL, fault) && find_in(try, indicator, &scratch, fault);
    scratch_close(&scratch);
    return done;
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
    bool done = needs_data(try, "one of the kind it reads", fault) &&
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
