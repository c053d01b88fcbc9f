/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one walk: content tells who may be counted, derived rows what was worked out of it. */
#include <stdlib.h>
#include <string.h>

#include "figures/gathered.h"
#include "ground/text.h"
#include "timeline/timeline.h"

enum { SAYINGS_MOST = 64 };

/* An area that people were in, and whether that is within the one asked for. */
struct place {
    const char *area;
    bool within;
};

struct walk {
    struct figures *figures;
    struct store *store;
    struct arena *one; /* derived rows of one person, and their record */
    struct timeline_frame frame;
    int64_t *instruments, *indicators; /* numbers in the store of those asked for, or 0 */
    struct place *places;
    size_t place_count, place_room;
};

/* --- who may be counted ---------------------------------------------------------------------- */

static bool is_within(struct walk *walk, const char *area, bool *within, struct fault *fault)
{
    for (size_t i = 0; area && i < walk->place_count; i++) {
        if (strcmp(walk->places[i].area, area) == 0) {
            *within = walk->places[i].within;
            return true;
        }
    }
    *within = false;
    if (!area) {
        return true;
    }
    struct arena *arena = walk->figures->arena;
    if (!store_area_within(walk->store, area, walk->figures->ask.area, within, fault)) {
        return false;
    }
    walk->places =
        arena_grow(arena, walk->places, walk->place_count, &walk->place_room, sizeof *walk->places);
    walk->places[walk->place_count++] = (struct place){arena_text(arena, area), *within};
    return true;
}

/* Were they there on any day from `from` to `until`? An area changes only where a row begins. */
static bool was_there(struct walk *walk, const struct stored_person *stored, struct days days,
                      bool *there, struct fault *fault)
{
    if (!is_within(walk, timeline_area(stored, days.low), there, fault)) {
        return false;
    }
    for (size_t i = 0; i < stored->row_count && !*there; i++) {
        day from = stored->rows[i].from;
        if (from > days.low && from <= days.high &&
            !is_within(walk, timeline_area(stored, from), there, fault)) {
            return false;
        }
    }
    return true;
}

/* Nothing of them has a date: only the order of their answers is known. */
static bool has_order_only(const struct stored_person *stored, const struct record *record)
{
    for (size_t i = 0; record->observed_count == 0 && i < stored->administration_count; i++) {
        if (stored->administrations[i].place > 0) {
            return true;
        }
    }
    return false;
}

static bool may_be_counted(struct walk *walk, const struct stored_person *stored,
                           const struct record *record, bool *may, struct fault *fault)
{
    struct days seen = walk->figures->seen;
    *may = false;
    if (!timeline_shares(stored) || seen.low > seen.high) {
        return true;
    }
    if (has_order_only(stored, record)) {
        return was_there(walk, stored, seen, may, fault);
    }
    for (size_t i = 0; i < record->observed_count && !*may; i++) {
        const struct observed *observed = &record->observed[i];
        struct days both = {observed->from > seen.low ? observed->from : seen.low,
                            observed->until < seen.high ? observed->until : seen.high};
        if (both.low <= both.high && !was_there(walk, stored, both, may, fault)) {
            return false;
        }
    }
    return true;
}

/* --- what is kept of them -------------------------------------------------------------------- */

/* The latest row that holds and says something, but for what others observed. */
static const char *own_words(const struct stored_person *stored, size_t column, size_t asserted_by,
                             day on)
{
    const char *says = NULL;
    for (size_t i = 0; i < stored->row_count; i++) {
        const struct stored_person_row *row = &stored->rows[i];
        const char *by = row->columns[asserted_by];
        if (row->from <= on && row->columns[column] && !(by && strcmp(by, "observed") == 0)) {
            says = row->columns[column];
        }
    }
    return says;
}

static void keep_words(struct figures *figures, const struct stored_person *stored,
                       struct someone *someone)
{
    size_t asserted_by = 0;
    while (strcmp(person_column[asserted_by].name, "asserted_by") != 0) {
        asserted_by++;
    }
    struct saying said = {0};
    const struct saying *sayings[SAYINGS_MOST];
    for (size_t i = 0; i < person_column_count && someone->saying_count < SAYINGS_MOST; i++) {
        said.column = i;
        said.says = is_own_account(person_column[i].name)
                        ? keep_text(figures, own_words(stored, i, asserted_by, figures->seen.high))
                        : NULL;
        if (said.says) {
            sayings[someone->saying_count++] = keep_once(figures, &said, sizeof said);
        }
    }
    someone->sayings = arena_array(figures->arena, someone->saying_count, sizeof *sayings);
    memcpy(someone->sayings, sayings, someone->saying_count * sizeof *sayings);
}

static const struct observed *last_observed(const struct record *record)
{
    return record->observed_count ? &record->observed[record->observed_count - 1] : NULL;
}

/* Why the absence of an anchor in the period tells nothing, or NULL where it tells that there was
 * none. */
static const char *silence_of(const struct figures *figures, const struct record *record,
                              const char *kinds)
{
    struct days period = figures->ask.period;
    const char *at = kinds, *word;
    size_t length;
    while (text_word(&at, &word, &length)) {
        char kind[128] = {0};
        memcpy(kind, word, length < sizeof kind ? length : sizeof kind - 1);
        if (!record_is_collected(record, kind, period.low, period.high)) {
            return "kind_not_collected";
        }
    }
    const struct observed *last = last_observed(record);
    if (!last) {
        return "no_anchor";
    }
    if (last->until < period.high) {
        return "followup_short";
    }
    return record_is_observed(record, period.low, period.high) ? NULL : "gap";
}

static bool collects_any(const struct figures *figures, const struct record *record,
                         const char *kinds)
{
    for (size_t i = 0; i < record->collected_count; i++) {
        const struct collected *collected = &record->collected[i];
        if (text_has_word(kinds, collected->kind) && collected->since <= figures->seen.high &&
            collected->until >= figures->seen.low) {
            return true;
        }
    }
    return record->collects_everything;
}

static void keep_silence(struct figures *figures, const struct record *record, struct arena *one,
                         struct someone *someone)
{
    size_t count = figures->ask.indicator_count;
    const char **silence = arena_array(one, count, sizeof *silence);
    for (size_t i = 0; i < count; i++) {
        const char *kinds = indicator_facts(figures->ask.indicators[i])->kinds;
        silence[i] = silence_of(figures, record, kinds);
        figures->collected[i] |= collects_any(figures, record, kinds);
    }
    someone->silence = keep_once(figures, silence, count * sizeof *silence);
}

/* --- the walk -------------------------------------------------------------------------------- */

static bool see(void *context, const struct stored_person *stored, struct fault *fault)
{
    struct walk *walk = context;
    struct figures *figures = walk->figures;
    struct record record;
    struct someone someone = {0};
    struct keeping keeping = {.figures = figures,
                              .one = walk->one,
                              .instruments = walk->instruments,
                              .indicators = walk->indicators,
                              .stored = stored,
                              .someone = &someone};
    bool may;
    arena_reset(walk->one);
    timeline_fill(stored, &walk->frame, walk->one, &record);
    if (!may_be_counted(walk, stored, &record, &may, fault)) {
        return false;
    }
    if (!may) {
        return true;
    }
    keep_words(figures, stored, &someone);
    keep_silence(figures, &record, walk->one, &someone);
    if (!store_derived(walk->store, stored->ref, walk->one, keep_derived, &keeping, fault)) {
        return false;
    }
    people_add(figures, &figures->everyone, figures->count);
    figures->people = arena_grow(figures->arena, figures->people, figures->count, &figures->room,
                                 sizeof *figures->people);
    figures->numbers = arena_grow(figures->arena, figures->numbers, figures->count,
                                  &figures->number_room, sizeof *figures->numbers);
    figures->numbers[figures->count] = stored->number;
    figures->people[figures->count++] = someone;
    return true;
}

static int64_t number_of(const struct stored_plugin *plugins, size_t count, const char *kind,
                         const char *id, const char *version)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(plugins[i].kind, kind) == 0 && strcmp(plugins[i].id, id) == 0 &&
            strcmp(plugins[i].version, version) == 0) {
            return plugins[i].number;
        }
    }
    return 0;
}

/* The store's numbers of what is asked for. Answers in another version are of another instrument.
 */
static bool find_numbers(struct walk *walk, struct fault *fault)
{
    struct figures *figures = walk->figures;
    const struct figures_ask *ask = &figures->ask;
    struct stored_plugin *plugins;
    size_t count;
    if (!store_plugins(walk->store, figures->arena, &plugins, &count, fault)) {
        return false;
    }
    walk->instruments = arena_array(figures->arena, ask->instrument_count, sizeof(int64_t));
    walk->indicators = arena_array(figures->arena, ask->indicator_count, sizeof(int64_t));
    for (size_t i = 0; i < ask->instrument_count; i++) {
        const struct instrument *one = ask->instruments[i];
        walk->instruments[i] = number_of(plugins, count, "instrument", one->id, one->version);
    }
    for (size_t i = 0; i < ask->indicator_count; i++) {
        const struct indicator_facts *one = indicator_facts(ask->indicators[i]);
        walk->indicators[i] = number_of(plugins, count, "indicator", one->id, one->version);
    }
    return true;
}

static int by_number(const void *a, const void *b)
{
    int64_t one = *(const int64_t *)a, other = *(const int64_t *)b;
    return (one > other) - (one < other);
}

static struct figures *new_figures(const struct figures_ask *ask)
{
    struct arena *arena = arena_new();
    struct figures *figures = arena_take(arena, sizeof *figures);
    figures->arena = arena;
    figures->ask = *ask;
    figures->seen = ask->period;
    figures->seen.high = ask->as_of < ask->period.high ? ask->as_of : ask->period.high;
    figures->collected = arena_array(arena, ask->indicator_count, sizeof *figures->collected);
    return figures;
}

bool figures_gather(struct store *store, const struct figures_ask *ask, struct figures **figures,
                    struct fault *fault)
{
    struct figures *gathered = new_figures(ask);
    struct arena *rows = arena_new();
    struct walk walk = {.figures = gathered, .store = store, .one = arena_new()};
    bool good = find_numbers(&walk, fault) &&
                timeline_frame_read(store, ask->as_of, gathered->arena, &walk.frame, fault) &&
                store_walk(store, STORE_EVERYONE, ask->as_of, rows, see, &walk, fault);
    arena_free(rows);
    arena_free(walk.one);
    if (gathered->count) {
        qsort(gathered->numbers, gathered->count, sizeof *gathered->numbers, by_number);
    }
    if (!good) {
        figures_free(gathered);
        gathered = NULL;
    }
    *figures = gathered;
    return good;
}

void figures_free(struct figures *figures)
{
    if (figures) {
        arena_free(figures->arena);
    }
}

const struct people *figures_everyone(const struct figures *figures)
{
    return &figures->everyone;
}

const int64_t *figures_numbers(const struct figures *figures)
{
    return figures->numbers;
}

bool figures_failed(const struct figures *figures)
{
    return figures->failed;
}
