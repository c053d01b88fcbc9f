/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record/agree.h"

#include "record/spell.h"

static size_t value_length(const char *values, bool several)
{
    return several ? strcspn(values, ";") : strlen(values);
}

static bool has_value(const char *values, bool several, const char *value, size_t length)
{
    for (const char *at = values; *at;) {
        size_t own = value_length(at, several);
        if (own == length && memcmp(at, value, length) == 0)
            return true;
        at += own;
        at += *at == ';';
    }
    return false;
}

bool agree_recorded(const struct event *event, size_t field)
{
    for (size_t i = 0; i < spell_size(event); i++)
        if (record_cell_says(record_says(spell_part(event, i), field)))
            return true;
    return false;
}

static bool parts_share(const struct event *a, size_t field_a, const struct event *b,
                        size_t field_b)
{
    const char *left = record_says(a, field_a), *right = record_says(b, field_b);
    bool several = record_field_has_several(field_a);
    if (left && right && *left != *right && !several && !record_field_has_several(field_b))
        return false;
    for (const char *at = left; right && at && *at;) {
        size_t length = value_length(at, several);
        if (record_value_says(at, length) &&
            has_value(right, record_field_has_several(field_b), at, length))
            return true;
        at += length;
        at += *at == ';';
    }
    return false;
}

bool agree_shares(const struct event *a, size_t field_a, const struct event *b, size_t field_b)
{
    for (size_t i = 0; i < spell_size(a); i++)
        for (size_t j = 0; j < spell_size(b); j++)
            if (parts_share(spell_part(a, i), field_a, spell_part(b, j), field_b))
                return true;
    return false;
}
