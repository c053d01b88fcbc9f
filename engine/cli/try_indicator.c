/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An indicator on a file of events, in a store that lives only as long as the try: the columns of
 * findings with the row of the anchor in place of person and date, or sentences. */
#include <stdio.h>
#include <string.h>

#include "cli/contract.h"
#include "cli/rows.h"
#include "cli/try.h"
#include "cli/try_events.h"
#include "run/scratch.h"

struct indicator_try {
    struct try *try;
    struct indicator *indicator;
    struct scratch scratch;
    struct numbered numbered;
    char copy[64]; /* of the file, as it is imported */
    struct rows rows;
    size_t found, not_found, cannot_tell;
    struct arena *arena;
};

/* What is said of the copy is said of the file. */
static const char *of_the_file(const struct indicator_try *mine, const char *sentence)
{
    size_t length = strlen(mine->copy);
    if (strncmp(sentence, mine->copy, length) != 0)
        return sentence;
    return arena_format(mine->arena, "%s%s", mine->try->data, sentence + length);
}

static void warn_of_row(void *context, const char *sentence)
{
    struct indicator_try *mine = context;
    cli_warn(&mine->try->desk, of_the_file(mine, sentence));
}

static bool take_in(struct indicator_try *mine, struct fault *fault)
{
    char aside[64];
    struct intake_done imported = {0};
    const struct shelf *shelf = &mine->try->desk.shelf;
    snprintf(mine->copy, sizeof mine->copy, "%s/events.csv", mine->scratch.folder);
    snprintf(aside, sizeof aside, "%s/aside.csv", mine->scratch.folder);
    struct intake_how how = {.path = mine->copy,
                             .as = "events",
                             .set_aside = aside,
                             .recorded = mine->try->as_of,
                             .instruments = (const struct instrument *const *)shelf->instruments,
                             .instrument_count = shelf->instrument_count,
                             .warn = warn_of_row,
                             .warn_context = mine};
    if (!number_events(&mine->numbered, mine->try->data, mine->copy, &mine->try->desk, mine->arena,
                       fault))
        return false;
    return intake_file(mine->scratch.store, &how, mine->arena, &imported, fault) ||
           fault_set(fault, fault->kind, "%s", of_the_file(mine, fault->text));
}

static bool notice(struct indicator_try *mine, struct fault *fault)
{
    struct shelf one = mine->try->desk.shelf;
    struct run_done done;
    one.indicators = &mine->indicator;
    one.indicator_count = 1;
    one.broken_count = 0;
    struct run_how how = {
        .as_of = mine->try->as_of, .warn = cli_warn, .warn_context = &mine->try->desk};
    return run_score(mine->scratch.store, &one, &how, &done, fault);
}

/* The row of the anchor; of a person without one, their first. */
static int64_t row_of(const struct indicator_try *mine, const struct derived_person *person,
                      const struct derived_finding *finding)
{
    const char *events = finding->events ? finding->events : "";
    const char *anchor = arena_copy(mine->arena, events, strcspn(events, " "));
    int64_t row = numbered_event(&mine->numbered, anchor);
    return row ? row : numbered_person(&mine->numbered, person->ref);
}

static void count_state(struct indicator_try *mine, const char *state)
{
    mine->found += strcmp(state, "found") == 0;
    mine->not_found += strcmp(state, "not_found") == 0;
    mine->cannot_tell += strcmp(state, "cannot_tell") == 0;
}

static bool see_findings(void *context, const struct derived_person *person, struct fault *fault)
{
    struct indicator_try *mine = context;
    const struct indicator_facts *facts = indicator_facts(mine->indicator);
    const struct stored_plugin plugin = {.id = facts->id, .version = facts->version};
    (void)fault;
    for (size_t i = 0; i < person->finding_count; i++) {
        const struct derived_finding *finding = &person->findings[i];
        int64_t row = row_of(mine, person, finding);
        rows_begin(&mine->rows, (day)row, 0, plugin.id);
        rows_number(&mine->rows, "row", (double)row);
        rows_finding(&mine->rows, person->ref, &plugin, finding);
        count_state(mine, finding->state);
    }
    return true;
}

/* --- in sentences ---------------------------------------------------------------------------- */

static const char *what_is_lacking(const char *why)
{
    for (size_t i = 0; contract_words[i].word; i++)
        if (strcmp(contract_words[i].word, why) == 0)
            return contract_words[i].meaning;
    return "";
}

static void say_settings(const struct indicator_facts *facts, struct arena *arena, struct text *out)
{
    for (size_t i = 0; i < facts->setting_count; i++) {
        const struct indicator_setting *setting = &facts->settings[i];
        text_format(out, "Setting %s: %s; %s.\n", setting->name,
                    setting->is_number ? number_text(arena, setting->value) : setting->word,
                    setting->means);
    }
}

static void say_row(struct text *out, const struct rows *rows, size_t at)
{
    const char *state = rows_cell(rows, at, "state"), *class = rows_cell(rows, at, "class");
    text_format(out, "Row %s: ", rows_cell(rows, at, "row"));
    if (strcmp(state, "found") == 0)
        text_format(out, "found%s%s. %s\n", *class ? ", " : "", class, rows_cell(rows, at, "told"));
    else if (strcmp(state, "not_found") == 0)
        text_format(out, "not found%s%s.\n", *class ? ", " : "", class);
    else
        text_format(out, "cannot tell (%s): %s.\n", rows_cell(rows, at, "why"),
                    what_is_lacking(rows_cell(rows, at, "why")));
}

static void say_all(struct indicator_try *mine, struct text *out)
{
    const struct indicator_facts *facts = indicator_facts(mine->indicator);
    text_format(out, "%s (%s, version %s)\n", facts->title, facts->id, facts->version);
    say_settings(facts, mine->arena, out);
    text_put(out, "\n");
    rows_sort(&mine->rows);
    for (size_t i = 0; i < mine->rows.count; i++)
        say_row(out, &mine->rows, i);
    text_format(out, "\n%zu found, %zu not found, %zu cannot tell.\nHow it may mislead: %s\n",
                mine->found, mine->not_found, mine->cannot_tell, facts->mislead);
}

/* --- the whole ------------------------------------------------------------------------------- */

static bool print(struct indicator_try *mine, struct fault *fault)
{
    const char *format = mine->try->format ? mine->try->format : "csv";
    bool in_words = strcmp(format, "text") == 0;
    struct arena *walk = arena_new();
    struct text out = {0}, unused = {0};
    rows_open(&mine->rows, strcmp(format, "json") == 0, try_finding_columns);
    bool done = store_derived(mine->scratch.store, NULL, walk, see_findings, mine, fault);
    if (in_words)
        say_all(mine, &out);
    else
        rows_end_person(&mine->rows);
    rows_close(&mine->rows, in_words ? &unused : &out);
    done = done && (in_words ? cli_talk(&out, fault) : cli_write(NULL, &out, fault));
    text_free(&out);
    text_free(&unused);
    arena_free(walk);
    return done;
}

bool try_indicator(struct try *try, struct plugin *plugin, struct faults *faults,
                   struct fault *fault)
{
    struct indicator_try mine = {.try = try, .arena = try->desk.arena};
    size_t examples;
    if (!indicator_load(plugin, &mine.indicator, faults))
        return false;
    if (!indicator_check_examples(mine.indicator, &examples, faults))
        try_say_faults(try, faults);
    if (!try_needs_data(try, "a CSV file of events", fault))
        return false;
    bool done = scratch_open(&mine.scratch, NULL, fault) && take_in(&mine, fault) &&
                notice(&mine, fault) && print(&mine, fault);
    scratch_close(&mine.scratch);
    return done;
}
