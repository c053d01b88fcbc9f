/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "run/reasons.h"

#include <stdlib.h>
#include <string.h>

enum { REASONS_MOST = 100 };
static const char others[] = "There are other reasons besides";

static struct reason *find(const struct reasons *reasons, enum reason_of of, const char *sentence)
{
    for (size_t i = 0; i < reasons->count; i++)
        if (reasons->all[i].of == of && strcmp(reasons->all[i].sentence, sentence) == 0)
            return &reasons->all[i];
    return NULL;
}

static struct reason *need(struct reasons *reasons, enum reason_of of, const char *sentence)
{
    struct reason *known = find(reasons, of, sentence);
    if (!known && reasons->count >= REASONS_MOST)
        known = find(reasons, of, sentence = others);
    if (known)
        return known;
    reasons->all = arena_grow(reasons->arena, reasons->all, reasons->count, &reasons->room,
                              sizeof *reasons->all);
    reasons->all[reasons->count] =
        (struct reason){.of = of, .sentence = arena_text(reasons->arena, sentence)};
    return &reasons->all[reasons->count++];
}

void reasons_add(struct reasons *reasons, enum reason_of of, const char *sentence, int64_t count)
{
    need(reasons, of, sentence)->count += count;
}

void reasons_add_person(struct reasons *reasons, const char *sentence, int64_t person)
{
    struct reason *reason = need(reasons, REASON_OF_FINDINGS, sentence);
    if (reason->last == person)
        return;
    reason->last = person;
    reason->count++;
}

void reasons_clear(struct reasons *reasons)
{
    arena_reset(reasons->arena);
    *reasons = (struct reasons){.arena = reasons->arena};
}

static int by_bytes(const void *a, const void *b)
{
    const struct reason *x = a, *y = b;
    int order = strcmp(x->sentence, y->sentence);
    return order ? order : (int)x->of - (int)y->of;
}

void reasons_sort(struct reasons *reasons)
{
    if (reasons->count)
        qsort(reasons->all, reasons->count, sizeof *reasons->all, by_bytes);
}
