/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report of a made-up area, in a store that lives only as long as its making. */
#include <string.h>

#include "invent/invent.h"
#include "report/report.h"
#include "run/run.h"
#include "run/scratch.h"

struct trial {
    const struct report *report;
    const struct shelf *shelf;
    struct arena *arena;
    struct scratch scratch;
    const char *person; /* whose page is made */
    day as_of;
};

static bool import_all(struct trial *trial, struct fault *fault)
{
    bool done = true;
    for (size_t i = 0; done && i < INVENT_FILES; i++) {
        struct intake_done one = {0};
        const char *path =
            arena_format(trial->arena, "%s/%s", trial->scratch.folder, invent_file_name[i]);
        done = scratch_import(&trial->scratch, trial->shelf, path, NULL, trial->as_of, trial->arena,
                              &one, fault);
    }
    return done;
}

static bool first_person(void *context, const struct derived_person *person, struct fault *fault)
{
    struct trial *trial = context;
    (void)fault;
    if (!trial->person)
        trial->person = arena_text(trial->arena, person->ref);
    return true;
}

static bool make_area(struct trial *trial, int people, uint64_t seed, struct fault *fault)
{
    struct run_how how = {.as_of = trial->as_of};
    struct run_done done;
    struct arena *walk = arena_new();
    bool made = scratch_open(&trial->scratch, INVENT_AREA, fault) &&
                invent_area(trial->scratch.folder, people, seed, fault) &&
                import_all(trial, fault) &&
                run_score(trial->scratch.store, trial->shelf, &how, &done, fault) &&
                store_derived(trial->scratch.store, NULL, walk, first_person, trial, fault);
    arena_free(walk);
    return made;
}

static bool make_model(struct trial *trial, struct value *model, struct fault *fault)
{
    const struct report_facts *facts = report_facts(trial->report);
    struct store *store = trial->scratch.store;
    struct days period = strcmp(facts->period, "all") == 0
                             ? (struct days){DAY_FIRST, DAY_LAST}
                             : days_last_whole(facts->period, trial->as_of);
    day earlier;
    if (strcmp(facts->reader, "person") == 0)
        return report_person(trial->report, store, trial->shelf, trial->person, period,
                             trial->as_of, trial->arena, model, fault);
    return report_area(trial->report, store, trial->shelf, INVENT_AREA, period, trial->as_of,
                       trial->arena, model, &earlier, fault);
}

bool report_invented(const struct report *report, const struct shelf *shelf, int people,
                     uint64_t seed, struct arena *arena, struct value *model, struct fault *fault)
{
    /* The made-up years end with 2025: everything of them is known on the day after. */
    struct trial trial = {
        .report = report, .shelf = shelf, .arena = arena, .as_of = day_of(2026, 1, 1)};
    bool made = make_area(&trial, people, seed, fault) && make_model(&trial, model, fault);
    scratch_close(&trial.scratch);
    return made;
}
