/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Does an event fit a pattern? */
#include <string.h>

#include "record/look.h"

const char *const basis_word[BASIS_COUNT] = {"person_says", "recorded_link", "code_match",
                                             "time_order_only"};

static bool names(const struct condition *condition, const char *code, size_t length)
{
    for (size_t i = 0; i < condition->code_count; i++)
        if (strlen(condition->codes[i]) == length && memcmp(condition->codes[i], code, length) == 0)
            return true;
    return false;
}

/* Walks the values of a cell; only a field that may have several is split. */
static bool next_value(size_t field, const char **at, const char **value, size_t *length)
{
    if (!*at || !**at)
        return false;
    *value = *at;
    *length = record_field_has_several(field) ? strcspn(*at, ";") : strlen(*at);
    *at += *length;
    *at += **at == ';';
    return true;
}

struct seen {
    bool recorded, named;
};

static struct seen see(const struct condition *condition, const struct event *event)
{
    struct seen seen = {false, false};
    const char *at = record_says(event, condition->field), *value;
    size_t length;
    while (next_value(condition->field, &at, &value, &length)) {
        bool named = names(condition, value, length);
        seen.recorded |= named || record_value_says(value, length);
        seen.named |= named;
    }
    return seen;
}

bool condition_is_recorded(const struct condition *condition, const struct event *event)
{
    return see(condition, event).recorded;
}

bool condition_holds(const struct condition *condition, const struct event *event)
{
    struct seen seen = see(condition, event);
    if (condition->negated)
        return !seen.named;
    return seen.named || (seen.recorded ? condition->any : condition->none);
}

/* The account that counts is the person's where there is one, so another's says nothing of it. */
static bool asks_whose(const struct condition *condition)
{
    return condition->field == EVENT_outcome_by || condition->field == EVENT_purpose_by;
}

struct fit condition_asks(const struct condition *condition, const struct event *event)
{
    bool holds = condition_holds(condition, event);
    bool open = !condition->none && !condition_is_recorded(condition, event);
    if (open || (asks_whose(condition) && !holds))
        return (struct fit){PERHAPS, WHY_NOT_RECORDED};
    return (struct fit){holds ? SURELY : SURELY_NOT, WHY_NONE};
}

bool pattern_names(const struct pattern *pattern, const struct event *event)
{
    for (size_t i = 0; i < pattern->kind_count; i++) {
        const struct pattern_kind *kind = &pattern->kinds[i];
        const char *subtype = event->field[EVENT_subtype];
        if (*kind->kind == *event->kind && strcmp(kind->kind, event->kind) == 0 &&
            (!kind->subtype || (subtype && strcmp(kind->subtype, subtype) == 0)))
            return true;
    }
    return false;
}

bool pattern_fits(const struct pattern *pattern, const struct event *event)
{
    if (!pattern_names(pattern, event))
        return false;
    for (size_t i = 0; i < pattern->condition_count; i++)
        if (!condition_holds(&pattern->conditions[i], event))
            return false;
    return true;
}

bool pattern_chooses(const struct pattern *pattern, struct events among, size_t at)
{
    return among.fit ? among.fit[at] : pattern_fits(pattern, &among.at[at]);
}

const char *pattern_missing(const struct pattern *pattern, const struct record *record, day from,
                            day until)
{
    for (size_t i = 0; i < pattern->collect_count; i++)
        if (!record_is_collected(record, pattern->collects[i], from, until))
            return pattern->collects[i];
    return NULL;
}
