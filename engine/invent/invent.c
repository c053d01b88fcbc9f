/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "invent/invent.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "invent/made.h"

const char *const invent_file_name[INVENT_FILES] = {
    "people.csv",   "answers.csv",  "events.csv", "goals.csv",    "notes.csv",
    "consents.csv", "services.csv", "areas.csv",  "collects.csv", "area_answers.csv"};

static void begin(struct made *made)
{
    made_header_of_people(made);
    made_header_of_events(made);
    text_put(&made->files[INVENT_ANSWERS], "person,date,instrument,item,answer,mode\n");
    text_put(&made->files[INVENT_GOALS],
             "person,date,goal,words,rating,status,instrument,weight,mode,by,reason,pace_felt\n");
    text_put(&made->files[INVENT_NOTES], "person,date,words,id,time,about\n");
    text_put(&made->files[INVENT_CONSENTS], "person,date,purpose,given,until\n");
    made_place(made);
}

/* Each life has its own chances, so that person 7 is the same among 10 people and among 400. */
static void make_life(struct made *made, uint64_t seed, int number)
{
    struct chance chance = chance_from(seed, (uint64_t)number);
    struct life life = life_drawn(&chance, number);
    made_events(made, &chance, &life);
    made_person(made, &chance, &life);
    made_answers(made, &chance, &life);
    made_goals(made, &chance, &life);
    made_notes(made, &chance, &life);
    made_consents(made, &chance, &life);
    arena_reset(made->arena);
}

/* --- the folder ------------------------------------------------------------------------------- */

static bool is_free(const char *path, struct fault *fault)
{
    return access(path, F_OK) != 0 ||
           fault_set(fault, FAULT_CREATE,
                     "%s: is there already. Name a folder that is empty or not there yet", path);
}

static bool make_folder(const char *folder, struct arena *arena, struct fault *fault)
{
    if (mkdir(folder, 0700) != 0 && errno != EEXIST)
        return fault_set(fault, FAULT_CREATE, "%s: the folder cannot be made: %s", folder,
                         strerror(errno));
    for (size_t i = 0; i < INVENT_FILES; i++)
        if (!is_free(arena_format(arena, "%s/%s", folder, invent_file_name[i]), fault))
            return false;
    return true;
}

static bool keep(const struct made *made, const char *folder, struct fault *fault)
{
    for (size_t i = 0; i < INVENT_FILES; i++) {
        const char *path = arena_format(made->arena, "%s/%s", folder, invent_file_name[i]);
        if (!text_write_file(path, made->files[i].bytes, made->files[i].length, fault))
            return false;
    }
    return true;
}

bool invent_area(const char *folder, int people, uint64_t seed, struct fault *fault)
{
    struct made made = {.arena = arena_new()};
    bool kept = make_folder(folder, made.arena, fault);
    if (kept) {
        begin(&made);
        for (int i = 1; i <= people; i++)
            make_life(&made, seed, i);
        kept = keep(&made, folder, fault);
    }
    for (size_t i = 0; i < INVENT_FILES; i++)
        text_free(&made.files[i]);
    arena_free(made.arena);
    return kept;
}
