/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which kind of plain file a header is of. */
#include <string.h>

#include "intake/aside.h"
#include "intake/rows.h"

static const char words_later[] =
    "its words are kept only encrypted, and this version cannot keep words yet";
static const char rows_later[] = "this version does not keep such rows yet";

/* In the order of asking: a kind with more columns before one that it includes. */
static const struct plain {
    const char *name, *needs;
    enum plain_kind kind;
    const char *later;
} plain[] = {
    {"answers", "person date instrument item answer", PLAIN_LONG, NULL},
    {"goals", "person date goal", PLAIN_LATER, words_later},
    {"consents", "person date purpose given", PLAIN_LATER, rows_later},
    {"events", "person date kind", PLAIN_EVENTS, NULL},
    {"answers", "person date instrument", PLAIN_WIDE, NULL},
    {"notes", "person date words", PLAIN_LATER, words_later},
    {"area answers", "area seat date instrument", PLAIN_LATER, rows_later},
    {"people", "person area", PLAIN_PEOPLE, NULL},
    {"collects", "area kind since", PLAIN_LATER, rows_later},
    {"services", "service type", PLAIN_LATER, rows_later},
    {"cycles", "cycle", PLAIN_LATER, words_later},
    {"themes", "theme", PLAIN_LATER, words_later},
    {"stories", "story", PLAIN_LATER, words_later},
    {"areas", "area within", PLAIN_LATER, rows_later},
};

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

enum plain_kind plain_kind_of(const struct csv *csv, const char **name, const char **later)
{
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++) {
        bool areas = strcmp(plain[i].name, "areas") == 0 && is_areas_alone(csv);
        if (!areas && !header_has(csv, plain[i].needs))
            continue;
        *name = plain[i].name;
        *later = plain[i].later;
        return plain[i].kind;
    }
    return PLAIN_NONE;
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

/* --- instruments ----------------------------------------------------------------------------- */

const struct instrument *instruments_find(struct instruments all, const char *id)
{
    for (size_t i = 0; i < all.count; i++)
        if (strcmp(all.list[i]->id, id) == 0)
            return all.list[i];
    return NULL;
}

const char *instruments_none(struct instruments all, const char *id, struct arena *arena)
{
    const char **ids = arena_array(arena, all.count, sizeof *ids);
    for (size_t i = 0; i < all.count; i++)
        ids[i] = all.list[i]->id;
    const char *near = text_nearest(id, ids, all.count);
    return arena_format(arena, "there is no instrument %s. %s%s%s", entry_word(id, arena),
                        near ? "Did you mean "
                             : "`alongside list instruments` says which there are",
                        near ? near : "", near ? "?" : "");
}

int instruments_item(const struct instrument *instrument, const char *id)
{
    for (size_t i = 0; i < instrument->item_count; i++)
        if (strcmp(instrument->items[i].id, id) == 0)
            return (int)i;
    return NO_FIELD;
}
