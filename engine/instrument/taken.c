/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Items that are another instrument's: which of its answers they are, and whether the two agree. */
#include <math.h>
#include <string.h>

#include "instrument/loader.h"
#include "instrument/plan.h"

static void say(const struct instrument *taker, size_t item, struct faults *faults,
                const char *sentence)
{
    if (faults)
        plugin_say_of(taker->plugin, faults,
                      arena_format(taker->plugin->arena, "items[%zu]", item + 1), "%s", sentence);
}

static void say_lacking(const struct instrument *taker, const struct instrument *giver, size_t item,
                        struct faults *faults)
{
    struct arena *arena = taker->plugin->arena;
    const char *id = taker->items[item].id,
               **names = arena_array(arena, giver->item_count, sizeof *names);
    for (size_t i = 0; i < giver->item_count; i++)
        names[i] = giver->items[i].id;
    const char *near = text_nearest(id, names, giver->item_count);
    say(taker, item, faults,
        near ? arena_format(arena, "is taken from %s, which has no `%s`. Did you mean `%s`?",
                            giver->id, id, near)
             : arena_format(arena, "is taken from %s, which has no `%s`", giver->id, id));
}

/* A code that `a` has and `b` lacks; false when there is none. */
static bool code_apart(const struct item *a, const struct item *b, double *code)
{
    size_t choice;
    for (size_t i = 0; i < item_choices(a); i++) {
        *code = choice_code(a, i);
        if (!item_choice(b, *code, &choice))
            return true;
    }
    return false;
}

static bool same_kind(const struct item *a, const struct item *b)
{
    return a->words == b->words && a->repeats == b->repeats &&
           !item_choices(a) == !item_choices(b) &&
           (item_choices(a) || (a->from == b->from && a->to == b->to && a->step == b->step));
}

static bool agrees(const struct instrument *taker, const struct instrument *giver, size_t item,
                   size_t from, struct faults *faults)
{
    const struct item *here = &taker->items[item], *there = &giver->items[from];
    struct arena *arena = taker->plugin->arena;
    double code;
    if (!same_kind(here, there))
        say(taker, item, faults,
            arena_format(arena, "is taken from %s, where `%s` is answered in another way",
                         giver->id, here->id));
    else if (code_apart(there, here, &code))
        say(taker, item, faults,
            arena_format(arena,
                         "is taken from %s, where `%s` may be %s, which is not a code of it here",
                         giver->id, here->id, number_text(arena, code)));
    else if (code_apart(here, there, &code))
        say(taker, item, faults,
            arena_format(arena,
                         "is taken from %s, where `%s` has no code %s, which is one of it here",
                         giver->id, here->id, number_text(arena, code)));
    else
        return true;
    return false;
}

bool instrument_takes(const struct instrument *taker, const struct instrument *giver, size_t *from,
                      struct faults *faults)
{
    bool good = true;
    for (size_t i = 0; i < taker->item_count; i++) {
        from[i] = item_named(giver, taker->items[i].id);
        if (from[i] < giver->item_count) {
            good = agrees(taker, giver, i, from[i], faults) && good;
            continue;
        }
        say_lacking(taker, giver, i, faults);
        good = false;
    }
    return good;
}
