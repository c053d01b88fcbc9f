/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "run/taken.h"

#include <string.h>

struct version *versions_of(const struct versions *versions, int64_t number)
{
    for (size_t i = 0; i < versions->count; i++)
        if (versions->all[i].number == number)
            return versions->all[i].instrument ? &versions->all[i] : NULL;
    return NULL;
}

/* --- checking --------------------------------------------------------------------------------- */

/* "b, which is taken from c, which is taken from a" when that leads back to `taker`; NULL
 * otherwise. A circle elsewhere ends after as many steps as there are instruments. */
static const char *circle(const struct shelf *shelf, const struct instrument *taker)
{
    struct arena *arena = taker->plugin->arena;
    const char *at = taker->taken_from, *way = at;
    for (size_t steps = 0; steps <= shelf->instrument_count; steps++) {
        const struct instrument *giver = shelf_instrument(shelf, at);
        at = giver ? giver->taken_from : NULL;
        if (!at)
            return NULL;
        way = arena_format(arena, "%s, which is taken from %s", way, at);
        if (strcmp(at, taker->id) == 0)
            return way;
    }
    return NULL;
}

bool taken_check_one(const struct shelf *shelf, const struct instrument *taker,
                     struct faults *faults)
{
    if (!taker->taken_from)
        return true;
    const struct instrument *giver = shelf_instrument(shelf, taker->taken_from);
    const char *way = circle(shelf, taker);
    size_t *from = arena_array(taker->plugin->arena, taker->item_count, sizeof *from);
    if (way)
        plugin_say_of(taker->plugin, faults, "taken_from", "is %s: a circle", way);
    return !way && (!giver || instrument_takes(taker, giver, from, faults));
}

void taken_check(const struct shelf *shelf, struct faults *faults)
{
    for (size_t i = 0; i < shelf->instrument_count; i++)
        taken_check_one(shelf, shelf->instruments[i], &faults[i]);
}

/* --- who takes -------------------------------------------------------------------------------- */

static bool any_gives(const struct versions *versions, const char *id)
{
    for (size_t i = 0; i < versions->count; i++)
        if (versions->all[i].instrument && strcmp(versions->all[i].instrument->id, id) == 0)
            return true;
    return false;
}

/* The version of a file that is in use already: also where the store kept it from before it
 * changed. */
static const struct version *in_use(const struct versions *versions,
                                    const struct instrument *instrument)
{
    for (size_t i = 0; i < versions->count; i++) {
        const struct instrument *used = versions->all[i].instrument;
        if (used && strcmp(used->id, instrument->id) == 0 &&
            strcmp(used->version, instrument->version) == 0)
            return &versions->all[i];
    }
    return NULL;
}

static bool use(struct store *store, const struct instrument *instrument, struct arena *arena,
                struct versions *versions, struct fault *fault)
{
    struct stored_plugin plugin = {.kind = "instrument",
                                   .id = instrument->id,
                                   .version = instrument->version,
                                   .pin = instrument->plugin->pin,
                                   .fingerprint = instrument->plugin->fingerprint,
                                   .source = instrument->plugin->source,
                                   .items = instrument_item_ids(instrument, arena)};
    if (!store_use_plugin(store, &plugin, instrument_scale_ids(instrument, arena), fault))
        return false;
    versions->all[versions->count++] =
        (struct version){.number = plugin.number, .instrument = instrument};
    return true;
}

static void map_items(struct taker *taker, const struct versions *versions, struct arena *arena)
{
    const struct instrument *instrument = taker->version->instrument;
    for (size_t i = 0; i < versions->count; i++) {
        const struct instrument *giver = versions->all[i].instrument;
        size_t *from = arena_array(arena, instrument->item_count, sizeof *from);
        if (giver && strcmp(giver->id, instrument->taken_from) == 0 &&
            instrument_takes(instrument, giver, from, NULL))
            taker->from[i] = from;
    }
}

/* How many steps it is to an instrument that takes from none. No circle is on the shelf. */
static size_t depth(const struct shelf *shelf, const struct instrument *instrument)
{
    const struct instrument *giver =
        instrument->taken_from ? shelf_instrument(shelf, instrument->taken_from) : NULL;
    return instrument->taken_from ? 1 + (giver ? depth(shelf, giver) : 0) : 0;
}

static bool choose(struct store *store, const struct instrument *instrument, struct arena *arena,
                   struct versions *versions, struct takers *takers, struct fault *fault)
{
    if (!any_gives(versions, instrument->taken_from))
        return true;
    if (!in_use(versions, instrument) && !use(store, instrument, arena, versions, fault))
        return false;
    const struct version *version = in_use(versions, instrument);
    if (version->instrument->taken_from)
        takers->all[takers->count++] = (struct taker){.version = version};
    return true;
}

bool takers_choose(struct store *store, const struct shelf *shelf, struct arena *arena,
                   struct versions *versions, struct takers *takers, struct fault *fault)
{
    *takers = (struct takers){arena_array(arena, shelf->instrument_count, sizeof *takers->all), 0};
    size_t deepest = 0;
    for (size_t i = 0; i < shelf->instrument_count; i++) {
        size_t deep = depth(shelf, shelf->instruments[i]);
        deepest = deep > deepest ? deep : deepest;
    }
    for (size_t deep = 1; deep <= deepest; deep++)
        for (size_t i = 0; i < shelf->instrument_count; i++)
            if (depth(shelf, shelf->instruments[i]) == deep &&
                !choose(store, shelf->instruments[i], arena, versions, takers, fault))
                return false;
    for (size_t i = 0; i < takers->count; i++) {
        takers->all[i].from = arena_array(arena, versions->count, sizeof *takers->all[i].from);
        map_items(&takers->all[i], versions, arena);
    }
    return true;
}

/* --- one person ------------------------------------------------------------------------------- */

static bool same_day_and_rater(const struct stored_administration *a,
                               const struct stored_administration *b)
{
    return a->date == b->date && a->place == b->place && a->by == b->by;
}

static const size_t *items_given(const struct taker *taker, const struct versions *versions,
                                 const struct stored_administration *a)
{
    const struct version *version = versions_of(versions, a->instrument);
    return version ? taker->from[version - versions->all] : NULL;
}

/* One of the taker's own that day, in whatever version. */
static bool has_own(const struct taker *taker, const struct versions *versions,
                    const struct stored_administration *all, size_t count,
                    const struct stored_administration *given)
{
    for (size_t i = 0; i < count; i++) {
        const struct version *version = versions_of(versions, all[i].instrument);
        if (version && same_day_and_rater(&all[i], given) &&
            strcmp(version->instrument->id, taker->version->instrument->id) == 0)
            return true;
    }
    return false;
}

/* The latest that day and by that rater; of several at one time the last in order. */
static bool is_latest(const struct taker *taker, const struct versions *versions,
                      const struct stored_administration *all, size_t count, size_t at)
{
    for (size_t i = 0; i < count; i++)
        if (i != at && same_day_and_rater(&all[i], &all[at]) &&
            items_given(taker, versions, &all[i]) &&
            (all[i].time > all[at].time || (all[i].time == all[at].time && i > at)))
            return false;
    return true;
}

static const char *tokens_taken(const char *tokens, const size_t *from, size_t count,
                                struct arena *arena)
{
    struct text taken = {0};
    for (size_t i = 0; i < count; i++) {
        const char *at = tokens, *word = "-";
        size_t length = 1;
        for (size_t k = 0; k <= from[i] && text_word(&at, &word, &length);)
            k++;
        text_format(&taken, "%s%.*s", i ? " " : "", (int)length, word);
    }
    const char *kept = arena_copy(arena, taken.bytes, taken.length);
    text_free(&taken);
    return kept;
}

static void take(const struct taker *taker, const struct versions *versions, struct arena *arena,
                 struct stored_administration *all, size_t *count)
{
    size_t before = *count;
    for (size_t i = 0; i < before; i++) {
        const size_t *from = items_given(taker, versions, &all[i]);
        if (!from || has_own(taker, versions, all, before, &all[i]) ||
            !is_latest(taker, versions, all, before, i))
            continue;
        all[*count] = all[i];
        all[*count].instrument = taker->version->number;
        all[(*count)++].tokens =
            tokens_taken(all[i].tokens, from, taker->version->instrument->item_count, arena);
    }
}

void takers_add(const struct takers *takers, const struct versions *versions,
                const struct stored_person *person, struct arena *arena,
                struct stored_administration **all, size_t *count)
{
    *count = person->administration_count;
    *all = person->administrations;
    if (!takers->count)
        return;
    size_t room = *count * (takers->count + 1);
    *all = arena_array(arena, room, sizeof **all);
    if (*count)
        memcpy(*all, person->administrations, *count * sizeof **all);
    for (size_t i = 0; i < takers->count; i++)
        take(&takers->all[i], versions, arena, *all, count);
}
