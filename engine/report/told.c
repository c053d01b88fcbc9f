/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A finding as a sentence, with what it rests on: how many things, which days, and who says they
 * belong together. */
#include <string.h>

#include "ground/text.h"
#include "report/model.h"
#include "report/person.h"
#include "report/sentences.h"

enum { DAYS_LISTED = 4 };

static const struct stored_event *event_of(const struct stored_event *events, size_t count,
                                           const char *id, size_t length)
{
    for (size_t i = 0; i < count; i++)
        if (strlen(events[i].id) == length && memcmp(events[i].id, id, length) == 0)
            return &events[i];
    return NULL;
}

static bool is_before(struct days a, struct days b)
{
    return a.low < b.low || (a.low == b.low && a.high < b.high);
}

/* The dates of the things it rests on, as exactly as known, in their order of time. */
static size_t rests_on(struct arena *arena, const struct derived_finding *finding,
                       const struct stored_event *events, size_t event_count, struct days **days,
                       size_t *dated)
{
    const char *at = finding->events, *id;
    size_t length, count = 0;
    *days = arena_array(arena, at ? strlen(at) + 1 : 1, sizeof **days);
    *dated = 0;
    while (at && text_word(&at, &id, &length)) {
        const struct stored_event *event = event_of(events, event_count, id, length);
        struct days on;
        count++;
        if (!event || !days_read(event->date, &on))
            continue;
        size_t place = (*dated)++;
        for (; place > 0 && is_before(on, (*days)[place - 1]); place--)
            (*days)[place] = (*days)[place - 1];
        (*days)[place] = on;
    }
    return count;
}

static const char *basis_words(const char *basis)
{
    if (strcmp(basis, "person_says") == 0)
        return SAY_BASIS_PERSON;
    if (strcmp(basis, "recorded_link") == 0)
        return SAY_BASIS_LINK;
    if (strcmp(basis, "code_match") == 0)
        return SAY_BASIS_CODE;
    return strcmp(basis, "time_order_only") == 0 ? SAY_BASIS_ORDER : "";
}

static bool are_same(struct days a, struct days b)
{
    return a.low == b.low && a.high == b.high;
}

static const char *on_days(struct arena *arena, struct days days)
{
    return arena_format(arena, days.low == days.high ? SAY_RESTS_ON : SAY_RESTS_IN,
                        days_words(arena, days));
}

/* How many from the first of these on are of the same day or month. */
static size_t count_same(const struct days *days, size_t count)
{
    size_t same = 1;
    while (same < count && are_same(days[0], days[same]))
        same++;
    return same;
}

/* 1 May 2024 and two on 2 June 2024: few enough that no more than three are of one day. */
static const char *list_days(struct arena *arena, const struct days *days, size_t count)
{
    const char *list = "";
    for (size_t i = 0, same; i < count; i += same) {
        same = count_same(&days[i], count - i);
        const char *one = same == 1
                              ? days_words(arena, days[i])
                              : arena_format(arena, same == 2 ? SAY_RESTS_TWO : SAY_RESTS_THREE,
                                             on_days(arena, days[i]));
        list = arena_format(arena, "%s%s%s", list,
                            i == 0             ? ""
                            : i + same < count ? ", "
                                               : " and ",
                            one);
    }
    return list;
}

static const char *rests_words(struct arena *arena, size_t count, const struct days *days,
                               size_t dated)
{
    if (dated < count || dated == 0)
        return arena_format(arena, SAY_RESTS_UNDATED, count);
    if (count == 1)
        return arena_format(arena, SAY_RESTS_ONE, days_words(arena, days[0]));
    if (count_same(days, count) == count)
        return arena_format(arena, count == 2 ? SAY_RESTS_BOTH : SAY_RESTS_ALL, count,
                            on_days(arena, days[0]));
    if (count <= DAYS_LISTED)
        return arena_format(arena, SAY_RESTS_FEW, count, list_days(arena, days, count));
    return arena_format(arena, SAY_RESTS_MANY, count, days_words(arena, days[0]),
                        days_words(arena, days[dated - 1]));
}

void told_finding(struct arena *arena, const struct derived_finding *finding,
                  const struct stored_event *events, size_t event_count, struct value section)
{
    struct days *days;
    size_t dated, count = rests_on(arena, finding, events, event_count, &days, &dated);
    struct value entry = model_entry(arena, section, "found");
    const char *possible = strcmp(finding->certainty, "possible") == 0 ? SAY_POSSIBLE : "";
    value_set_text(arena, entry, "says", finding->told);
    value_set_format(arena, entry, "rests", "%s%s%s", rests_words(arena, count, days, dated),
                     count > 1 ? basis_words(finding->basis) : "", possible);
}
