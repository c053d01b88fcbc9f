/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checked entries into the store's staging. */
#include <string.h>

#include "intake/entry.h"

static bool ask_number(struct entry_store *to, const struct instrument *instrument, int64_t *number,
                       struct fault *fault)
{
    struct arena *arena = arena_new();
    struct stored_plugin plugin = {.kind = "instrument",
                                   .id = instrument->id,
                                   .version = instrument->version,
                                   .pin = instrument->plugin->pin,
                                   .fingerprint = instrument->plugin->fingerprint,
                                   .source = instrument->plugin->source,
                                   .items = instrument_item_ids(instrument, arena)};
    bool done =
        store_use_plugin(to->store, &plugin, instrument_scale_ids(instrument, arena), fault);
    *number = plugin.number;
    arena_free(arena);
    return done;
}

/* Asked for at the first answer only: a version is pinned by use, not by being there. */
static bool instrument_number(struct entry_store *to, const struct instrument *instrument,
                              int64_t *number, struct fault *fault)
{
    size_t at = 0;
    while (to->instruments[at] != instrument)
        at++;
    if (to->numbers[at] == 0 && !ask_number(to, instrument, &to->numbers[at], fault))
        return false;
    *number = to->numbers[at];
    return true;
}

static bool keep_answers(struct entry_store *to, const struct entry *entry, struct fault *fault)
{
    struct import_answers row = {.line = entry->line,
                                 .ref = entry->cells[ANSWERS_PERSON].text,
                                 .date = entry->head.date,
                                 .place = entry->head.place,
                                 .time = entry->head.time,
                                 .by = entry->head.by,
                                 .mode = entry->head.mode,
                                 .item_count = entry->instrument->item_count,
                                 .count = entry->instrument->item_count,
                                 .tokens = entry->tokens};
    if (entry->item != NO_FIELD) {
        row.first = (size_t)entry->item;
        row.count = 1;
        row.tokens = entry->tokens + entry->item;
    }
    return instrument_number(to, entry->instrument, &row.instrument, fault) &&
           store_import_answers(to->import, &row, fault);
}

/* The texts of the fields from `first` on. */
static const char **texts(const struct entry *entry, int first, struct arena *arena)
{
    int count = entry_fields(entry->kind) - first;
    const char **columns = arena_array(arena, (size_t)count, sizeof *columns);
    for (int i = 0; i < count; i++)
        columns[i] = entry->cells[first + i].text;
    return columns;
}

static bool keep_event(struct entry_store *to, const struct entry *entry, struct arena *arena,
                       struct fault *fault)
{
    struct import_event row = {.line = entry->line,
                               .ref = entry->cells[EVENT_PERSON].text,
                               .id = entry->cells[EVENT_ID].text,
                               .date = entry->cells[EVENT_DATE].text,
                               .kind = entry->cells[EVENT_KIND].text,
                               .columns = texts(entry, EVENT_COLUMNS_FROM, arena)};
    return store_import_event(to->import, &row, fault);
}

static bool keep_person(struct entry_store *to, const struct entry *entry, struct arena *arena,
                        struct fault *fault)
{
    struct import_person row = {.line = entry->line,
                                .ref = entry->cells[PERSON_PERSON].text,
                                .area = entry->cells[PERSON_AREA].text,
                                .date = entry->cells[PERSON_DATE].text,
                                .columns = texts(entry, PERSON_COLUMNS, arena)};
    return store_import_person(to->import, &row, fault);
}

bool entry_keep(struct entry_store *to, const struct entry *entry, struct arena *arena,
                struct fault *fault)
{
    if (entry->kind == ENTRY_ANSWERS)
        return keep_answers(to, entry, fault);
    return entry->kind == ENTRY_EVENT ? keep_event(to, entry, arena, fault)
                                      : keep_person(to, entry, arena, fault);
}
