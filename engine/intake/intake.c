/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One file: row by row into the store's staging, one merge, and what was set aside back in a file.
 */
#include "intake/intake.h"

#include <string.h>

#include "intake/door.h"

enum { SAID_MOST = 10, PROGRESS_ROWS = 4096 };

struct flow {
    const struct intake_how *how;
    struct door door;
    struct entry_store to;
    struct asides asides;
    struct import_sum sum;
    int64_t rows;
    int64_t said_aside, unscored; /* how many were, also those no longer said */
    struct arena *row_arena;
};

/* --- saying ---------------------------------------------------------------------------------- */

static void say(const struct flow *flow, const char *sentence)
{
    if (flow->how->warn)
        flow->how->warn(flow->how->warn_context, sentence);
}

/* As it stands in the file that rows come back in: without a full stop. */
static const char *reason_of(const struct why *why, struct arena *arena)
{
    int length = (int)strlen(why->what) - text_ends(why->what, ".");
    return arena_format(arena, "%.*s%s%s", length, why->what, why->remedy ? "; " : "",
                        why->remedy ? why->remedy : "");
}

static void say_aside(struct flow *flow, int64_t line, const struct why *why)
{
    int length = (int)strlen(why->what) - text_ends(why->what, ".");
    if (flow->said_aside++ < SAID_MOST)
        say(flow,
            arena_format(flow->row_arena, "%s:%lld: %.*s%s Row set aside%s%s", flow->how->path,
                         (long long)line, length, why->what, text_ends(why->what, "?") ? "" : ".",
                         why->remedy ? "; " : "", why->remedy ? why->remedy : ""));
}

static void say_unscored(struct flow *flow, const struct entry *entry)
{
    if (!entry->instrument || entry->head.scored || flow->unscored++ >= SAID_MOST)
        return;
    const char *by = entry->cells[entry_field_of(entry->kind, "by")].text;
    say(flow, arena_format(flow->row_arena,
                           "%s:%lld: %s was answered by %s; it is for %s. Kept, not scored",
                           flow->how->path, (long long)entry->line, entry->instrument->id,
                           by ? by : "person", entry->instrument->raters));
}

static void say_more(const struct flow *flow, int64_t rows, const char *what)
{
    say(flow,
        arena_format(flow->row_arena, "%s: %s more %s %s", flow->how->path,
                     count_text(flow->row_arena, rows), rows == 1 ? "row was" : "rows were", what));
}

static void say_rest(const struct flow *flow)
{
    if (flow->said_aside > SAID_MOST)
        say_more(flow, flow->said_aside - SAID_MOST, "set aside");
    if (flow->unscored > SAID_MOST)
        say_more(flow, flow->unscored - SAID_MOST, "kept and not scored");
}

/* --- rows ------------------------------------------------------------------------------------ */

static bool keep(struct flow *flow, const struct mapped *mapped, struct fault *fault)
{
    flow->sum.in += (int64_t)mapped->count;
    for (size_t i = 0; i < mapped->count; i++) {
        say_unscored(flow, mapped->entries[i]);
        if (!entry_keep(&flow->to, mapped->entries[i], flow->row_arena, fault))
            return false;
    }
    return true;
}

/* A row that gives several records counts as so many. */
static bool take_row(struct flow *flow, const struct csv_row *row, struct fault *fault)
{
    struct mapped mapped;
    arena_reset(flow->row_arena);
    switch (rows_take(&flow->door.rows, row, flow->row_arena, &mapped)) {
    case ROW_GOOD:
        return keep(flow, &mapped, fault);
    case ROW_LEFT_OUT:
        flow->sum.in++;
        flow->sum.left_out++;
        break;
    case ROW_ASIDE:
        flow->sum.in++;
        flow->sum.set_aside++;
        say_aside(flow, row->line, &mapped.why);
        return flow->how->dry_run ||
               asides_add(&flow->asides, row->line, reason_of(&mapped.why, flow->row_arena), fault);
    }
    return true;
}

static void tell_progress(const struct flow *flow, int64_t rows)
{
    if (flow->how->progress)
        flow->how->progress(flow->how->progress_context, rows);
}

static bool take_rows(struct flow *flow, struct fault *fault)
{
    struct csv_row row;
    bool more;
    for (;; flow->rows++) {
        if (flow->rows % PROGRESS_ROWS == 0)
            tell_progress(flow, flow->rows);
        if (!csv_next(flow->door.csv, &row, &more, fault))
            return false;
        if (!more)
            break;
        if (!take_row(flow, &row, fault))
            return false;
    }
    tell_progress(flow, flow->rows);
    return true;
}

/* --- the end --------------------------------------------------------------------------------- */

static bool add_up(const struct flow *flow, struct import_sum *sum, struct fault *fault)
{
    sum->in = flow->sum.in;
    sum->left_out += flow->sum.left_out;
    sum->set_aside += flow->sum.set_aside;
    if (sum->in == sum->fresh + sum->corrected + sum->known + sum->left_out + sum->set_aside)
        return true;
    return fault_set(
        fault, FAULT_OURS,
        "%s: %lld rows came in, and the sums say otherwise. This is our fault; nothing was kept",
        flow->how->path, (long long)sum->in);
}

static bool merge(struct flow *flow, struct arena *arena, struct import_result *result,
                  struct fault *fault)
{
    if (!store_import_merge(flow->to.import, arena, result, fault))
        return false;
    for (size_t i = 0; i < result->aside_count; i++) {
        struct why why = {result->asides[i].reason, NULL};
        say_aside(flow, result->asides[i].line, &why);
        asides_add_late(&flow->asides, result->asides[i].line, reason_of(&why, arena));
    }
    say_rest(flow);
    return add_up(flow, &result->sum, fault);
}

static bool write_asides(struct flow *flow, struct intake_done *done, struct fault *fault)
{
    bool any = flow->asides.spool || flow->asides.late_count > 0;
    if (!any || flow->how->dry_run)
        return true;
    const char *path;
    if (!asides_write(&flow->asides, &flow->door.source, flow->how->set_aside, &path, fault))
        return false;
    done->set_aside = path;
    return true;
}

/* The set-aside file is written before the rows are kept: rows may come back twice, never not at
 * all. */
static bool run(struct flow *flow, struct arena *arena, struct intake_done *done,
                struct fault *fault)
{
    struct fault ignored;
    if (!store_import_begin(flow->to.store, flow->how->path, flow->how->recorded, &flow->to.import,
                            fault))
        return false;
    if (take_rows(flow, fault) && merge(flow, arena, &done->result, fault) &&
        write_asides(flow, done, fault))
        return store_import_end(flow->to.import, !flow->how->dry_run, fault);
    store_import_end(flow->to.import, false, &ignored);
    return false;
}

bool intake_file(struct store *store, const struct intake_how *how, struct arena *arena,
                 struct intake_done *done, struct fault *fault)
{
    struct flow flow = {.how = how, .asides.arena = arena, .row_arena = arena_new()};
    *done = (struct intake_done){0};
    flow.to = (struct entry_store){
        .store = store,
        .instruments = how->instruments,
        .instrument_count = how->instrument_count,
        .numbers = arena_array(arena, how->instrument_count, sizeof *flow.to.numbers)};
    bool good = false;
    if (how->set_aside && strcmp(how->set_aside, how->path) == 0)
        fault_set(fault, FAULT_USAGE, "--set-aside %s is the file itself. Name another",
                  how->set_aside);
    else if (door_open(how, arena, &flow.door, fault))
        good = run(&flow, arena, done, fault);
    if (good) {
        done->kind = flow.door.rows.kind;
        done->rows = flow.rows;
    }
    csv_close(flow.door.csv);
    asides_close(&flow.asides);
    arena_free(flow.row_arena);
    return good;
}
