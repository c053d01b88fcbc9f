/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "run/taken.h"

#include <stdlib.h>
#include <string.h>

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
    versions->all[versions->count++] = (struct version){.number = plugin.number,
                                                        .id = instrument->id,
                                                        .text = instrument->version,
                                                        .instrument = instrument};
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

/* An administration that a taker may take from, or (`from` NULL) one of its own, which wins. */
struct candidate {
    const struct stored_administration *given;
    const size_t *from;
};

static int by_day_and_rater(const struct stored_administration *a,
                            const struct stored_administration *b)
{
    if (a->date != b->date)
        return a->date < b->date ? -1 : 1;
    if (a->place != b->place)
        return a->place < b->place ? -1 : 1;
    return (a->by > b->by) - (a->by < b->by);
}

/* Within a day and rater the one that counts comes last: an own one, else the latest, else the last
 * in order. */
static int by_weight(const void *x, const void *y)
{
    const struct candidate *a = x, *b = y;
    int order = by_day_and_rater(a->given, b->given);
    if (order || !a->from != !b->from)
        return order ? order : b->from ? 1 : -1;
    if (a->given->time != b->given->time)
        return a->given->time < b->given->time ? -1 : 1;
    return (a->given > b->given) - (a->given < b->given);
}

static size_t candidates(const struct taker *taker, const struct versions *versions,
                         const struct stored_administration *all, size_t count,
                         struct candidate *found)
{
    size_t found_count = 0;
    for (size_t i = 0; i < count; i++) {
        const struct version *version = versions_of(versions, all[i].instrument);
        const size_t *from = version ? taker->from[version - versions->all] : NULL;
        bool own = version && strcmp(version->instrument->id, taker->version->instrument->id) == 0;
        if (from || own)
            found[found_count++] = (struct candidate){&all[i], from};
    }
    if (found_count)
        qsort(found, found_count, sizeof *found, by_weight);
    return found_count;
}

/* The taker's tokens out of the giver's. Goals stand at the end, as many as there are. */
static const char *tokens_taken(const char *tokens, const size_t *from,
                                const struct instrument *taker, struct arena *arena)
{
    struct text taken = {0};
    const char **words = NULL;
    size_t count = 0, room = 0, length;
    for (const char *word; text_word(&tokens, &word, &length);) {
        words = arena_grow(arena, words, count, &room, sizeof *words);
        words[count++] = arena_copy(arena, word, length);
    }
    text_put(&taken, "");
    for (size_t i = 0; i < taker->item_count; i++) {
        size_t until = taker->items[i].repeats ? count : from[i] + 1;
        for (size_t at = from[i]; at < until; at++)
            text_format(&taken, "%s%s", taken.length ? " " : "", at < count ? words[at] : "-");
    }
    const char *kept = arena_copy(arena, taken.bytes, taken.length);
    text_free(&taken);
    return kept;
}

static void take(const struct taker *taker, const struct versions *versions, struct arena *arena,
                 struct stored_administration *all, size_t *count)
{
    struct candidate *found = arena_array(arena, *count, sizeof *found);
    size_t found_count = candidates(taker, versions, all, *count, found);
    for (size_t i = 0; i < found_count; i++) {
        const struct stored_administration *given = found[i].given;
        bool last = i + 1 == found_count || by_day_and_rater(given, found[i + 1].given) != 0;
        if (!last || !found[i].from)
            continue;
        struct stored_administration taken = *given;
        taken.instrument = taker->version->number;
        taken.taken_from = given->instrument;
        taken.tokens =
            tokens_taken(given->tokens, found[i].from, taker->version->instrument, arena);
        all[(*count)++] = taken;
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
