/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Profiles: the codes of all items written together, `21143`, and a table with every state that
 * there can be. */
#include "instrument/profile.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "instrument/loader.h"
#include "instrument/plan.h"

enum { STATES_MOST = 1000000 };

/* --- loading ---------------------------------------------------------------------------------- */

static bool has_digits(const struct item *item)
{
    size_t count = item_choices(item);
    bool good = count && !item->repeats;
    for (size_t i = 0; good && i < count; i++) {
        double code = choice_code(item, i);
        good = code >= 0 && code <= 9 && code == floor(code);
    }
    return good;
}

/* How many states the items can make; 0 after a fault. */
static size_t states_of(const struct loader *loader, size_t index)
{
    const struct scale *scale = &loader->instrument->scales[index];
    const char *place = arena_format(loader->arena, "scales[%zu].items", index + 1), *why = NULL;
    size_t states = 1;
    for (size_t i = 0; i < scale->count && !why; i++) {
        const struct counted *counted = &scale->counts[i];
        const struct item *item = &loader->instrument->items[counted->index];
        why = counted->is_scale      ? "names a scale; a profile is of items"
              : counted->turned      ? "turns an item round; a profile is the codes as given"
              : counted->drops       ? "names an item that a skip may drop out; a profile has all"
              : !has_digits(item)    ? "names an item whose codes are not one digit each"
              : item->seats          ? "names an item that is not asked of every seat"
              : states > STATES_MOST ? "makes more states than a table can have"
                                     : NULL;
        states *= why ? 1 : item_choices(item);
    }
    if (why)
        plugin_say_of(loader->plugin, loader->faults, place, "%s", why);
    return why ? 0 : states;
}

static bool is_state(const struct instrument *instrument, const struct scale *scale,
                     const char *state)
{
    size_t choice;
    bool good = strlen(state) == scale->count;
    for (size_t i = 0; good && i < scale->count; i++)
        good = item_choice(&instrument->items[scale->counts[i].index], state[i] - '0', &choice);
    return good;
}

static bool states_fit(const struct loader *loader, const struct scale *scale,
                       const struct lookup *lookup, size_t states)
{
    for (size_t i = 0; i < lookup->count; i++)
        if (!is_state(loader->instrument, scale, lookup->states[i])) {
            plugin_say_of(loader->plugin, loader->faults, lookup->place,
                          "has the state \"%s\", which the items cannot make", lookup->states[i]);
            return false;
        }
    if (lookup->count != states)
        plugin_say_of(loader->plugin, loader->faults, lookup->place,
                      "has %zu states; the items can make %zu", lookup->count, states);
    return lookup->count == states;
}

bool profile_load(const struct loader *loader, size_t index)
{
    struct scale *scale = &loader->instrument->scales[index];
    size_t states = states_of(loader, index);
    scale->lowest = INFINITY;
    scale->highest = -INFINITY;
    for (size_t t = 0; t < scale->lookup_count; t++) {
        const struct lookup *lookup = &scale->lookups[t];
        if (!states || !states_fit(loader, scale, lookup, states))
            return false;
        for (size_t i = 0; i < lookup->count; i++) {
            scale->lowest = fmin(scale->lowest, lookup->values[i]);
            scale->highest = fmax(scale->highest, lookup->values[i]);
        }
    }
    return scale->has_range = states > 0;
}

/* --- scoring ---------------------------------------------------------------------------------- */

/* The codes of an administration; `?` where there is none. */
static char *state_of(const struct scale *scale, const struct answer *answers, struct arena *arena)
{
    char *state = arena_take(arena, scale->count + 1);
    for (size_t i = 0; i < scale->count; i++) {
        const struct answer *answer = &answers[scale->counts[i].index];
        state[i] = answer->kind == ANSWER_CODE ? (char)('0' + (int)answer->code) : '?';
    }
    return state;
}

static bool may_be(const char *state, const char *asked)
{
    for (; *asked; state++, asked++)
        if (*asked != '?' && *asked != *state)
            return false;
    return true;
}

/* Over every state that the blanks leave open. */
void profile_bound(const struct scale *scale, const struct lookup *lookup,
                   const struct answer *answers, struct arena *arena, struct score *score)
{
    const char *asked = state_of(scale, answers, arena);
    score->has_range = true;
    score->lowest = INFINITY;
    score->highest = -INFINITY;
    for (size_t i = 0; i < lookup->count; i++)
        if (may_be(lookup->states[i], asked)) {
            score->lowest = fmin(score->lowest, lookup->values[i]);
            score->highest = fmax(score->highest, lookup->values[i]);
        }
}

static int by_bytes(const void *key, const void *state)
{
    return strcmp(key, *(const char *const *)state);
}

void profile_score(const struct scale *scale, const struct lookup *lookup,
                   const struct answer *answers, struct arena *arena, struct score *score)
{
    const char *asked = state_of(scale, answers, arena);
    const char **found =
        bsearch(asked, lookup->states, lookup->count, sizeof *lookup->states, by_bytes);
    size_t at = (size_t)(found - lookup->states); /* every state is there */
    score->has_value = score->has_range = true;
    score->value = score->lowest = score->highest = lookup->values[at];
    score->has_se = lookup->se;
    score->se = lookup->se ? lookup->se[at] : 0;
}

const char *profile_text(const struct scale *scale, const struct answer *answers,
                         struct arena *arena)
{
    return state_of(scale, answers, arena);
}
