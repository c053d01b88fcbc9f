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
        for (; place > 0 && (*days)[place - 1].low > on.low; place--)
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

static void list_days(struct arena *arena, const struct days *days, size_t count, struct text *out)
{
    for (size_t i = 0; i < count; i++)
        text_format(out, "%s%s",
                    i == 0          ? ""
                    : i + 1 < count ? ", "
                                    : " and ",
                    days_words(arena, days[i]));
}

static const char *rests_words(struct arena *arena, size_t count, const struct days *days,
                               size_t dated)
{
    struct text list = {0};
    const char *says;
    list_days(arena, days, dated, &list);
    if (dated < count || dated == 0)
        says = arena_format(arena, SAY_RESTS_UNDATED, count);
    else if (count == 1)
        says = arena_format(arena, SAY_RESTS_ONE, list.bytes);
    else if (count <= DAYS_LISTED)
        says = arena_format(arena, SAY_RESTS_FEW, count, list.bytes);
    else
        says = arena_format(arena, SAY_RESTS_MANY, count, days_words(arena, days[0]),
                            days_words(arena, days[dated - 1]));
    text_free(&list);
    return says;
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
