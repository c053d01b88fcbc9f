/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "figures/gathered.h"
#include "ground/text.h"

void people_add(struct figures *figures, struct people *people, size_t who)
{
    if (people->count > 0 && people->who[people->count - 1] == who) {
        return;
    }
    people->who =
        arena_grow(figures->arena, people->who, people->count, &people->room, sizeof *people->who);
    people->who[people->count++] = (uint32_t)who;
}

const char *label_of(const struct figures *figures, const char *column, const char *code)
{
    if (figures->ask.label) {
        return figures->ask.label(figures->ask.label_context, column, code);
    }
    char *label = arena_text(figures->arena, code);
    for (char *c = label; *c; c++) {
        *c = *c == '_' ? ' ' : *c;
    }
    return label;
}

/* Kinds of no answer come last, in this order. */
static int tail_place(const char *code)
{
    static const enum no_answer tail[] = {DECLINED, UNKNOWN, WITHHELD, NOT_APPLICABLE, NOT_ASKED};
    for (int i = 0; i < (int)(sizeof tail / sizeof *tail); i++) {
        if (strcmp(code, no_answer_word[tail[i]]) == 0) {
            return i + 1;
        }
    }
    return strcmp(code, FIGURES_NOT_RECORDED) == 0 ? 9 : 0;
}

const char *agreed_code(const struct figures *figures, const char *column, const char *code)
{
    const struct figures_ask *ask = &figures->ask;
    bool agreed = !ask->place || tail_place(code) || text_has_word("yes no", code) ||
                  ask->place(ask->label_context, column, code) >= 0;
    return agreed ? code : FIGURES_NOT_AGREED;
}

struct figure_group *group_of(struct figures *figures, struct figure_group **groups, size_t *count,
                              size_t *room, const char *code)
{
    for (size_t i = 0; i < *count; i++) {
        if (strcmp((*groups)[i].code, code) == 0) {
            return &(*groups)[i];
        }
    }
    *groups = arena_grow(figures->arena, *groups, *count, room, sizeof **groups);
    (*groups)[*count] = (struct figure_group){.code = code};
    return &(*groups)[(*count)++];
}

static int by_place(const void *a, const void *b)
{
    const struct figure_group *x = a, *y = b;
    int px = tail_place(x->code), py = tail_place(y->code);
    if (px != py) {
        return px - py;
    }
    if (x->place != y->place) {
        return (x->place > y->place) - (x->place < y->place);
    }
    return strcmp(x->code, y->code);
}

void groups_order(struct figure_group *groups, size_t count)
{
    if (count) {
        qsort(groups, count, sizeof *groups, by_place);
    }
}

void groups_sort(const struct figures *figures, const char *column, struct figure_group *groups,
                 size_t count)
{
    const struct figures_ask *ask = &figures->ask;
    for (size_t i = 0; i < count; i++) {
        int place = ask->place ? ask->place(ask->label_context, column, groups[i].code) : -1;
        groups[i].place = place < 0 ? INT_MAX : place;
    }
    groups_order(groups, count);
}
