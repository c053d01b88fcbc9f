/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Calls of a plugin's functions by a worker that is kept for them. */
#include <stdlib.h>
#include <unistd.h>

#include "plugin/plugin.h"
#include "plugin/process.h"
#include "plugin/source.h"
#include "plugin/trouble.h"

enum {
    LIMITS_IN_A_ROW = 3,
    CALLS_OF_A_PROCESS = 500 /* should one ever break the interpreter, it sees so many people */
};

struct worker {
    const struct plugin *plugin;
    struct process process;
    int limits;          /* failures in a row that spent a budget or the worker */
    struct arena *arena; /* of what is asked, and of what went wrong */
};

/* Starts a process that keeps the file. The file was loaded once, so only the machine can fail it.
 */
static bool prepare(struct worker *worker, struct fault *fault)
{
    struct value source, nothing;
    if (worker->process.id)
        return true;
    if (!process_start(&worker->process, fault))
        return false;
    source = value_text(worker->arena, source_begin(worker->plugin->source));
    if (process_ask(&worker->process, TALK_COMPILE, source, worker->arena, &nothing) ==
        PROCESS_DONE)
        return true;
    process_end(&worker->process);
    return fault_set(fault, FAULT_OURS,
                     "%s: the program that runs plugins did not take this file again. "
                     "Try again when the machine has more memory",
                     worker->plugin->path);
}

bool worker_open(const struct plugin *plugin, struct worker **worker, struct fault *fault)
{
    struct worker *opened = memory(sizeof *opened);
    *opened = (struct worker){.plugin = plugin, .arena = arena_new()};
    *worker = opened;
    if (prepare(opened, fault))
        return true;
    worker_close(opened);
    *worker = NULL;
    return false;
}

void worker_close(struct worker *worker)
{
    if (!worker)
        return;
    process_free(&worker->process);
    arena_free(worker->arena);
    free(worker);
}

/* After a fork the one that was there is the other process's, which ends it. */
struct worker *plugin_worker(struct plugin *plugin, struct fault *fault)
{
    if (plugin->worker && plugin->worker_of == getpid())
        return plugin->worker;
    plugin->worker_of = getpid();
    return worker_open(plugin, &plugin->worker, fault) ? plugin->worker : NULL;
}

static struct value describe(struct arena *arena, const char *place, const struct value *arguments,
                             size_t count, size_t most)
{
    struct value call = value_table(arena), list = value_table(arena);
    for (size_t i = 0; i < count; i++)
        value_add(arena, list, arguments[i]);
    value_set_text(arena, call, "place", place);
    value_set(arena, call, "most", value_whole((int64_t)most));
    value_set(arena, call, "arguments", list);
    return call;
}

/* Plain data, as promised; a list in place of many results, and no more of them than were asked
 * for. */
static bool take_results(struct value answer, struct value *results, size_t most)
{
    if (!value_is(answer, VALUE_TABLE) || answer.table->count > most)
        return false;
    for (size_t i = 0; i < most; i++)
        results[i] = value_item(answer, i);
    return true;
}

static bool fail_lost(struct worker *worker, const char *place, bool late, struct fault *fault)
{
    worker->limits++;
    return fault_set(
        fault, FAULT_ATTENTION, "%s",
        trouble_lost(worker->plugin, &worker->process.mark, late, place, worker->arena));
}

static bool fail_in_plugin(struct worker *worker, const char *place, struct value trouble,
                           bool show_message, struct fault *fault)
{
    worker->limits = trouble_is_limit(trouble) ? worker->limits + 1 : 0;
    return fault_set(fault, FAULT_ATTENTION, "%s",
                     trouble_text(worker->plugin, trouble, place, show_message, worker->arena));
}

static bool is_stopped(const struct worker *worker, const char *place, struct fault *fault)
{
    if (worker->limits < LIMITS_IN_A_ROW)
        return false;
    fault_set(fault, FAULT_ATTENTION,
              "%s:%d: %s spent its time or memory %d times in a row "
              "and is stopped for this run",
              worker->plugin->path, plugin_line(worker->plugin, place), place, LIMITS_IN_A_ROW);
    return true;
}

/* One request about the function at `place`. */
static bool ask(struct worker *worker, enum talk kind, const char *place, struct value request,
                bool show_message, struct arena *arena, struct value *answer, struct fault *fault)
{
    if (worker->process.asked > CALLS_OF_A_PROCESS)
        process_end(&worker->process);
    if (!prepare(worker, fault))
        return false;
    enum process_answer came = process_ask(&worker->process, kind, request, arena, answer);
    if (came == PROCESS_TROUBLE)
        return fail_in_plugin(worker, place, *answer, show_message, fault);
    return came == PROCESS_DONE || fail_lost(worker, place, came == PROCESS_LATE, fault);
}

bool worker_call(struct worker *worker, const char *place, const struct value *arguments,
                 size_t count, bool show_message, struct arena *arena, struct value *results,
                 size_t most, struct fault *fault)
{
    struct value answer;
    arena_reset(worker->arena);
    if (is_stopped(worker, place, fault))
        return false;
    struct value call = describe(worker->arena, place, arguments, count, most);
    if (!ask(worker, TALK_CALL, place, call, show_message, arena, &answer, fault))
        return false;
    if (!take_results(answer, results, most)) {
        process_end(&worker->process);
        return fail_lost(worker, place, false, fault);
    }
    worker->limits = 0;
    return true;
}

bool worker_find(struct worker *worker, const char *record, const char *reads,
                 struct value settings, bool show_message, struct arena *arena,
                 struct value *answer, struct fault *fault)
{
    arena_reset(worker->arena);
    if (is_stopped(worker, "find", fault))
        return false;
    struct value call = value_table(worker->arena);
    value_set(worker->arena, call, "record", (struct value){.kind = VALUE_TEXT, .text = record});
    value_set_text(worker->arena, call, "reads", reads);
    value_set(worker->arena, call, "settings", settings);
    if (!ask(worker, TALK_FIND, "find", call, show_message, arena, answer, fault))
        return false;
    worker->limits = 0;
    return true;
}
