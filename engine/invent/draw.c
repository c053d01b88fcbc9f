/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "invent/made.h"

int draw_up_to(struct chance *chance, int most)
{
    return (int)chance_below(chance, (uint32_t)most + 1);
}

int draw_bell(struct chance *chance, int most)
{
    int part = most / 3;
    int first = draw_up_to(chance, part), second = draw_up_to(chance, part);
    return first + second + draw_up_to(chance, most - 2 * part);
}

day draw_day(struct chance *chance, struct days days)
{
    return days.low + draw_up_to(chance, days.high - days.low);
}

int between(int low, int number, int high)
{
    return number < low ? low : number > high ? high : number;
}

/* One choice: its word is `length` long, and comes `weight` times. */
struct choice {
    size_t length;
    int weight;
};

static struct choice choice_at(const char *at)
{
    size_t whole = strcspn(at, "|"), word = strcspn(at, "|*");
    return (struct choice){word, word < whole ? atoi(at + word + 1) : 1};
}

static const char *choice_next(const char *at)
{
    at += strcspn(at, "|");
    return *at ? at + 1 : NULL;
}

const char *draw_word(struct chance *chance, const char *choices, struct arena *arena)
{
    int all = choice_at(choices).weight;
    for (const char *more = choice_next(choices); more; more = choice_next(more))
        all += choice_at(more).weight;
    int left = draw_up_to(chance, all - 1);
    const char *at = choices, *next;
    while (left >= choice_at(at).weight && (next = choice_next(at))) {
        left -= choice_at(at).weight;
        at = next;
    }
    return arena_copy(arena, at, choice_at(at).length);
}

const char *draw_from(struct chance *chance, const char *const *list)
{
    int count = 0;
    while (list[count])
        count++;
    return list[draw_up_to(chance, count - 1)];
}

int draw_gap(struct chance *chance, const char *gap)
{
    const char *to = strstr(gap, "..");
    int least = atoi(gap);
    return to ? least + draw_up_to(chance, atoi(to + 2) - least) : least;
}
