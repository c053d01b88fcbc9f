/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What scoring needs besides answers. */
#include <math.h>

#include "instrument/loader.h"
#include "instrument/plan.h"

static int years(day birth, day until)
{
    int from[3], to[3];
    day_parts(birth, &from[0], &from[1], &from[2]);
    day_parts(until, &to[0], &to[1], &to[2]);
    bool had_birthday = to[1] > from[1] || (to[1] == from[1] && to[2] >= from[2]);
    return to[0] - from[0] - !had_birthday;
}

struct ages ages_on(struct days born, day on)
{
    if (born.low == DAY_NONE || on == DAY_NONE || born.low > on)
        return (struct ages){0};
    day latest = born.high < on ? born.high : on;
    return (struct ages){true, years(latest, on), years(born.low, on)};
}

bool span_load(const struct loader *loader, struct value span, const char *place, double *youngest,
               double *oldest)
{
    size_t ends = value_count(span);
    *oldest = INFINITY;
    if (value_as_number(value_item(span, 0), youngest) && *youngest >= 0 &&
        (ends == 1 ||
         (ends == 2 && value_as_number(value_item(span, 1), oldest) && *oldest >= *youngest)))
        return true;
    plugin_say_of(loader->plugin, loader->faults, place,
                  "must be { from, to } in years, both included, or { from } without an upper end");
    return false;
}

bool modes_load(const struct loader *loader, const char *words, const char *place, unsigned *bits)
{
    const char *word;
    size_t length;
    *bits = 0;
    while (words && text_word(&words, &word, &length)) {
        int at = word_place(modes, word, length);
        if (at < 0) {
            plugin_say_of(loader->plugin, loader->faults, place, "names `%s`; modes are %s",
                          arena_copy(loader->arena, word, length), modes);
            return false;
        }
        *bits |= 1u << at;
    }
    return true;
}

bool needs_load(const struct loader *loader, size_t index, struct value scale)
{
    static const char all[] = "age sex mode by earlier"; /* in the order of enum needs */
    struct scale *made = &loader->instrument->scales[index];
    const char *place = arena_format(loader->arena, "scales[%zu].needs", index + 1);
    const char *words = value_as_text(value_get(scale, "needs")), *word;
    size_t length;
    if (words && !made->function) {
        plugin_say_of(loader->plugin, loader->faults, place,
                      "is what a function is given, and there is no `score`");
        return false;
    }
    while (words && text_word(&words, &word, &length)) {
        int at = word_place(all, word, length);
        if (at < 0) {
            plugin_say_of(loader->plugin, loader->faults, place,
                          "names `%s`; a function may be given: %s",
                          arena_copy(loader->arena, word, length), all);
            return false;
        }
        made->needs |= 1u << at;
    }
    loader->instrument->needs |= made->needs;
    return true;
}
