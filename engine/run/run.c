/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "run/run.h"

#include <stdlib.h>
#include <string.h>

#include "run/crew.h"
#include "run/work.h"

enum { FEW = 64 }; /* people: worked out before a crew had begun */

struct pass {
    struct store *store;
    const struct run_how *how;
    struct run_done *done;
    struct arena *arena; /* of the whole pass */
    struct files files;
    struct work work;
    int64_t of; /* people to work out */
};

/* --- talk ------------------------------------------------------------------------------------- */

static void warn(void *context, const char *sentence)
{
    struct pass *pass = context;
    pass->done->failures++;
    if (pass->how->warn)
        pass->how->warn(pass->how->warn_context, sentence);
}

static void say_broken(struct pass *pass, const struct shelf *shelf)
{
    for (size_t i = 0; i < shelf->broken_count; i++) {
        const struct faults *faults = &shelf->broken[i].faults;
        warn(pass, faults->count ? faults->said[0] : shelf->broken[i].path);
    }
}

static const char *reason_text(struct arena *arena, const struct reason *reason)
{
    bool findings = reason->of == REASON_OF_FINDINGS;
    size_t length = strlen(reason->sentence);
    bool ended = length && strchr(".?!", reason->sentence[length - 1]);
    return arena_format(arena, "%s%s For this reason %s have no %s", reason->sentence,
                        ended ? "" : ".",
                        count_about(arena, reason->count, findings ? "people" : "administrations"),
                        findings ? "finding of it" : "score");
}

/* A thousand people make no thousand lines. */
static void say_reasons(struct pass *pass)
{
    struct reasons *reasons = &pass->work.reasons;
    reasons_sort(reasons);
    for (size_t i = 0; i < reasons->count; i++)
        warn(pass, reason_text(pass->arena, &reasons->all[i]));
}

/* --- the pass --------------------------------------------------------------------------------- */

static bool keep(void *context, const struct worked *worked, struct fault *fault)
{
    struct pass *pass = context;
    struct run_done *done = pass->done;
    done->people++;
    done->scores += worked->scores;
    done->findings += (int64_t)worked->row.finding_count;
    done->unscored += worked->unscored;
    if (pass->how->progress)
        pass->how->progress(pass->how->progress_context, done->people, pass->of);
    return store_derive_person(pass->store, &worked->row, fault);
}

static bool see(void *context, const struct stored_person *stored, struct fault *fault)
{
    struct pass *pass = context;
    struct worked worked;
    work_person(&pass->work, stored, &worked);
    return keep(pass, &worked, fault);
}

static bool work_out(struct pass *pass, struct fault *fault)
{
    int64_t *people;
    size_t count;
    if (!store_derive_people(pass->store, &people, &count, fault))
        return false;
    pass->of = (int64_t)count;
    bool done = pass->how->crew && count > FEW
                    ? crew_work(pass->how->crew, &pass->work.frame, people, count,
                                &pass->work.reasons, keep, pass, fault)
                    : store_walk_some(pass->store, people, count, pass->how->as_of,
                                      pass->work.person, see, pass, fault);
    free(people);
    return done;
}

static bool pass_through(struct pass *pass, struct fault *fault)
{
    struct stored_collects *collects;
    struct timeline_frame *frame = &pass->work.frame;
    const struct derive_how how = {pass->how->as_of, pass->how->rebuild, pass->how->person};
    if (!store_derive_begin(pass->store, &how, fault))
        return false;
    bool done = store_derive_collects(pass->store, frame->as_of, pass->arena, &collects,
                                      &frame->collects_count, fault);
    frame->collects = done ? collects : NULL;
    done = done && timeline_surround(pass->store, pass->arena, frame, fault) &&
           files_choose(&pass->files, fault) && files_touch(&pass->files, frame, fault) &&
           work_out(pass, fault);
    struct fault second;
    bool ended = store_derive_end(pass->store, done, done ? fault : &second);
    return done && ended;
}

/* The crew reads the store as it stands, so versions that it is to use must be kept in it before.
 */
static bool keep_files(struct pass *pass, struct fault *fault)
{
    struct files files = pass->files;
    files.say = NULL;
    if (!store_derive_begin(pass->store, NULL, fault))
        return false;
    bool chosen = files_choose(&files, fault);
    files_close(&files);
    struct fault second;
    bool ended = store_derive_end(pass->store, chosen, chosen ? fault : &second);
    return chosen && ended;
}

bool run_score(struct store *store, const struct shelf *shelf, const struct run_how *how,
               struct run_done *done, struct fault *fault)
{
    struct pass pass = {.store = store, .how = how, .done = done, .arena = arena_new()};
    pass.files = (struct files){
        .store = store, .shelf = shelf, .arena = pass.arena, .say = warn, .context = &pass};
    pass.work = (struct work){.files = &pass.files,
                              .frame = {.as_of = how->as_of},
                              .person = arena_new(),
                              .reasons = {.arena = arena_new()}};
    *done = (struct run_done){0};
    say_broken(&pass, shelf);
    bool all = (!how->crew || keep_files(&pass, fault)) && pass_through(&pass, fault);
    say_reasons(&pass);
    files_close(&pass.files);
    text_free(&pass.work.scores);
    arena_free(pass.work.reasons.arena);
    arena_free(pass.work.person);
    arena_free(pass.arena);
    return all;
}
