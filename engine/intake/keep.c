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

static void answers_of(const struct entry *entry, struct import_answers *row)
{
    const struct answers_head *head = &entry->head;
    *row = (struct import_answers){.line = entry->line,
                                   .date = head->date,
                                   .place = head->place,
                                   .time = head->time,
                                   .by = head->by,
                                   .mode = head->mode,
                                   .together = head->together,
                                   .item_count = entry->instrument->item_count,
                                   .count = entry->instrument->item_count,
                                   .tokens = entry->tokens,
                                   .words = entry->said};
    if (entry->item == NO_FIELD)
        return;
    row->first = (size_t)entry->item;
    row->count = 1;
    row->tokens += entry->item;
    row->words = entry->said ? entry->said + entry->item : NULL;
}

static bool keep_answers(struct entry_store *to, const struct entry *entry, struct fault *fault)
{
    struct import_answers row;
    const struct entry_cell *cells = entry->cells;
    answers_of(entry, &row);
    if (entry->kind == ENTRY_AREA_ANSWERS) {
        row.area = cells[ANSWERS_WHO].text;
        row.seat = cells[ANSWERS_SEAT].text;
        row.sheet = cells[ANSWERS_SHEET].text;
    } else {
        row.ref = cells[ANSWERS_WHO].text;
        row.id = cells[ANSWERS_ID].text;
        row.edition = cells[ANSWERS_EDITION].text;
    }
    return instrument_number(to, entry->instrument, &row.instrument, fault) &&
           store_import_answers(to->import, &row, fault);
}

/* The texts of the fields of words.h. */
static const char **texts(const struct entry *entry, struct arena *arena)
{
    int first = entry_columns_from(entry->kind), count = entry_fields(entry->kind) - first;
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
                               .columns = texts(entry, arena)};
    return store_import_event(to->import, &row, fault);
}

static bool keep_person(struct entry_store *to, const struct entry *entry, struct arena *arena,
                        struct fault *fault)
{
    struct import_person row = {.line = entry->line,
                                .ref = entry->cells[PERSON_PERSON].text,
                                .area = entry->cells[PERSON_AREA].text,
                                .date = entry->cells[PERSON_DATE].text,
                                .columns = texts(entry, arena)};
    return store_import_person(to->import, &row, fault);
}

/* The version of a goal's instrument is in use from here on, as that of answers is. */
static bool keep_row(struct entry_store *to, const struct entry *entry, struct arena *arena,
                     struct fault *fault)
{
    struct import_row row = {.line = entry->line,
                             .kind = (enum row_kind)(entry->kind - ENTRY_ROWS),
                             .columns = texts(entry, arena)};
    int64_t number;
    if (row_columns[row.kind].of_person)
        row.ref = entry->cells[ENTRY_WHO].text;
    return (!entry->instrument || instrument_number(to, entry->instrument, &number, fault)) &&
           store_import_row(to->import, &row, fault);
}

bool entry_keep(struct entry_store *to, const struct entry *entry, struct arena *arena,
                struct fault *fault)
{
    if (entry_is_answers(entry->kind))
        return keep_answers(to, entry, fault);
    if (entry->kind == ENTRY_EVENT)
        return keep_event(to, entry, arena, fault);
    return entry->kind == ENTRY_PERSON ? keep_person(to, entry, arena, fault)
                                       : keep_row(to, entry, arena, fault);
}
