/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fields of an event by number, and names for what things say. */
#include "record/record.h"

#include <string.h>

const char *const taken_field_name[TAKEN_COUNT] = {"service_type", "ring",        "service_purpose",
                                                   "stated_days",  "access_mode", "preferred"};

size_t record_field(const char *name)
{
    size_t column = event_column_of(name);
    if (column < EVENT_COLUMN_COUNT)
        return column;
    for (size_t i = 0; i < TAKEN_COUNT; i++)
        if (strcmp(taken_field_name[i], name) == 0)
            return EVENT_COLUMN_COUNT + i;
    return RECORD_FIELDS;
}

const char *record_field_name(size_t field)
{
    return field < EVENT_COLUMN_COUNT ? event_column[field].name
                                      : taken_field_name[field - EVENT_COLUMN_COUNT];
}

char *record_name(struct arena *arena, const char *const *texts, size_t count)
{
    uint64_t hash = UINT64_C(14695981039346656037);
    for (size_t i = 0; i < count; i++) {
        const char *at = texts[i];
        do {
            hash ^= (unsigned char)*at;
            hash *= UINT64_C(1099511628211);
        } while (*at++);
    }
    char *name = arena_copy(arena, "0000000000000000", 16);
    for (int i = 15; i >= 0; i--, hash >>= 4)
        name[i] = "0123456789abcdef"[hash & 15];
    return name;
}
