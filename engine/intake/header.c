/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which kind of plain file a header is of. */
#include <string.h>

#include "intake/aside.h"
#include "intake/rows.h"

/* In the order of asking: a kind with more columns before one that it includes. An item may be
 * called `goal`, so a file of goals says more of them, or has no instrument. */
static const struct opening {
    const char *needs;
    struct plain_kind kind;
} openings[] = {
    {"person date instrument item answer", {ENTRY_ANSWERS, LAYOUT_LONG, NULL}},
    {"person date goal rating", {ENTRY_GOAL, LAYOUT_FIELDS, NULL}},
    {"person date goal status", {ENTRY_GOAL, LAYOUT_FIELDS, NULL}},
    {"person date goal words", {ENTRY_GOAL, LAYOUT_FIELDS, NULL}},
    {"person date purpose given", {ENTRY_CONSENT, LAYOUT_FIELDS, NULL}},
    {"person date kind", {ENTRY_EVENT, LAYOUT_FIELDS, NULL}},
    {"person date instrument", {ENTRY_ANSWERS, LAYOUT_WIDE, NULL}},
    {"person date goal", {ENTRY_GOAL, LAYOUT_FIELDS, NULL}},
    {"person date words", {ENTRY_NOTE, LAYOUT_FIELDS, NULL}},
    {"area seat date instrument item answer", {ENTRY_AREA_ANSWERS, LAYOUT_LONG, NULL}},
    {"area seat date instrument", {ENTRY_AREA_ANSWERS, LAYOUT_WIDE, NULL}},
    {"person area", {ENTRY_PERSON, LAYOUT_FIELDS, NULL}},
    {"area kind since", {ENTRY_COLLECTS, LAYOUT_FIELDS, NULL}},
    {"service type", {ENTRY_SERVICE, LAYOUT_FIELDS, NULL}},
    {"cycle", {ENTRY_KINDS, LAYOUT_FIELDS, "cycles"}},
    {"theme", {ENTRY_KINDS, LAYOUT_FIELDS, "themes"}},
    {"story", {ENTRY_KINDS, LAYOUT_FIELDS, "stories"}},
    {"area within", {ENTRY_AREA, LAYOUT_FIELDS, NULL}},
};

const char plain_kind_names[] =
    "people answers events goals notes consents services areas collects cycles themes stories";

static bool has_column(const struct csv *csv, const char *name, size_t length)
{
    for (size_t i = 0; i < csv_columns(csv); i++) {
        const char *column = csv_column(csv, i);
        if (strlen(column) == length && memcmp(column, name, length) == 0)
            return true;
    }
    return false;
}

bool header_has(const struct csv *csv, const char *columns)
{
    const char *at = columns, *word;
    size_t length;
    while (text_word(&at, &word, &length))
        if (!has_column(csv, word, length))
            return false;
    return true;
}

static bool is_areas_alone(const struct csv *csv)
{
    return csv_columns(csv) == 1 && strcmp(csv_column(csv, 0), "area") == 0;
}

bool plain_kind_of(const struct csv *csv, struct plain_kind *kind)
{
    for (size_t i = 0; i < sizeof openings / sizeof *openings; i++) {
        *kind = openings[i].kind;
        if (header_has(csv, openings[i].needs))
            return true;
    }
    return is_areas_alone(csv); /* the last kind there is */
}

static struct plain_kind answers_kind(const struct csv *csv)
{
    bool of_area = header_has(csv, "area") && !header_has(csv, "person");
    return (struct plain_kind){of_area ? ENTRY_AREA_ANSWERS : ENTRY_ANSWERS,
                               header_has(csv, "item answer") ? LAYOUT_LONG : LAYOUT_WIDE, NULL};
}

bool plain_kind_named(const struct csv *csv, const char *name, struct plain_kind *kind)
{
    if (!text_has_word(plain_kind_names, name))
        return false;
    *kind = (struct plain_kind){ENTRY_KINDS, LAYOUT_FIELDS, name};
    for (int entry = 0; entry < ENTRY_KINDS; entry++)
        if (strcmp(entry_file_word((enum entry_kind)entry), name) == 0)
            *kind = (struct plain_kind){(enum entry_kind)entry, LAYOUT_FIELDS, NULL};
    if (kind->entry == ENTRY_ANSWERS)
        *kind = answers_kind(csv);
    return true;
}

bool header_added_reason(const struct csv *csv, const char *path, bool ours)
{
    size_t last = csv_columns(csv) - 1;
    if (last == 0 || strcmp(csv_column(csv, last), "reason") != 0)
        return false;
    for (size_t i = 0; i < last; i++)
        if (strcmp(csv_column(csv, i), "reason") == 0)
            return true;
    return !ours || asides_named(path);
}
