/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/seats.h"

#include <string.h>

#include "run/again.h"

struct reading {
    struct seats *seats;
    struct desk *desk;
    struct again again;
    struct seat_scores *hand; /* of the respondent that is read */
    size_t room;
};

static void keep(struct reading *reading, const struct stored_administration *a, size_t scale,
                 const struct score *score)
{
    struct seat_scores *hand = reading->hand;
    hand->scores = arena_grow(reading->desk->arena, hand->scores, hand->count, &reading->room,
                              sizeof *hand->scores);
    hand->scores[hand->count++] = again_derived(a, scale, score);
}

static void score(struct reading *reading, const struct among *among,
                  const struct stored_administration *a)
{
    struct arena *arena = reading->desk->arena;
    struct version *version = versions_of(&reading->again.files.versions, a->instrument);
    struct fault fault;
    if (!version || !version->instrument->about_area)
        return;
    const struct instrument *instrument = version->instrument;
    struct answer *answers = arena_array(arena, instrument->item_count, sizeof *answers);
    struct score *scores = arena_array(arena, instrument->scale_count, sizeof *scores);
    if (!version_score(version, among, a, arena, answers, scores, &fault))
        cli_warn(reading->desk, fault.text);
    for (size_t i = 0; i < instrument->scale_count; i++)
        keep(reading, a, i, &scores[i]);
}

static bool see(void *context, const struct stored_respondent *respondent, struct fault *fault)
{
    struct reading *reading = context;
    struct arena *arena = reading->desk->arena;
    struct seats *seats = reading->seats;
    struct among among = {.whose = &respondent->as, .seat = respondent->seat};
    struct stored_administration *all;
    (void)fault;
    seats->all = arena_grow(arena, seats->all, seats->count, &seats->room, sizeof *seats->all);
    reading->hand = &seats->all[seats->count++];
    *reading->hand = (struct seat_scores){.ref = respondent->as.ref};
    reading->room = 0;
    takers_add(&reading->again.files.takers, &reading->again.files.versions, &respondent->as, arena,
               &all, &among.count);
    among.all = all;
    for (size_t i = 0; i < among.count; i++)
        score(reading, &among, &all[i]);
    return true;
}

bool seats_read(struct seats *seats, struct desk *desk, day as_of, struct fault *fault)
{
    struct reading reading = {.seats = seats, .desk = desk};
    *seats = (struct seats){0};
    bool done = again_open(&reading.again, desk->store, &desk->shelf, fault) &&
                store_respondents(desk->store, as_of, desk->arena, see, &reading, fault);
    again_close(&reading.again);
    return done;
}

const struct seat_scores *seats_before(struct seats *seats, const char *ref)
{
    if (seats->next == seats->count || (ref && strcmp(seats->all[seats->next].ref, ref) >= 0))
        return NULL;
    return &seats->all[seats->next++];
}
