/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What kinds of record there are, and which fields each has. */
#include "intake/entry.h"

#include <string.h>

struct shape {
    const char *word, *file, *needed;
    const struct column *first, *rest;
    size_t first_count, rest_count;
};

static const struct column person_first[] = {
    {"person", COLUMN_KEY, NULL}, {"area", COLUMN_KEY, NULL}, {"date", COLUMN_DATE, NULL}};
static const struct column event_first[] = {{"person", COLUMN_KEY, NULL},
                                            {"date", COLUMN_DATE, NULL},
                                            {"kind", COLUMN_CODE, NULL},
                                            {"id", COLUMN_KEY, NULL}};

/* Date, instrument, item, answer and form have readers of their own. */
#define ANSWERS_SHARED                                                                             \
    {"date", COLUMN_KEY, NULL}, {"instrument", COLUMN_KEY, NULL}, {"item", COLUMN_KEY, NULL},      \
        {"answer", COLUMN_KEY, NULL}, {"words", COLUMN_WORDS, NULL}, {"time", COLUMN_TIME, NULL},  \
        {"mode", COLUMN_CODE, modes}, {"version", COLUMN_KEY, NULL},                               \
    {                                                                                              \
        "form", COLUMN_KEY, NULL                                                                   \
    }
static const struct column answers_field[ANSWERS_FIELDS] = {{"person", COLUMN_KEY, NULL},
                                                            ANSWERS_SHARED,
                                                            {"by", COLUMN_CODE, raters},
                                                            {"id", COLUMN_KEY, NULL},
                                                            {"edition", COLUMN_KEY, NULL}};
static const struct column area_answers_field[ANSWERS_FIELDS] = {{"area", COLUMN_KEY, NULL},
                                                                 ANSWERS_SHARED,
                                                                 {"seat", COLUMN_CODE, NULL},
                                                                 {"group", COLUMN_WHOLE, NULL},
                                                                 {"sheet", COLUMN_KEY, NULL}};

static struct shape row_shape(const struct row_columns *row)
{
    return (struct shape){.word = row->word,
                          .file = row->file,
                          .needed = row->needed,
                          .first = person_first,
                          .first_count = row->of_person,
                          .rest = row->columns,
                          .rest_count = row->count};
}

static struct shape shape_of(enum entry_kind kind)
{
    switch (kind) {
    case ENTRY_PERSON:
        return (struct shape){"person",       "people",           "", person_first, person_column,
                              PERSON_COLUMNS, person_column_count};
    case ENTRY_ANSWERS:
        return (struct shape){"answers", "answers", "date", answers_field, NULL, ANSWERS_FIELDS, 0};
    case ENTRY_AREA_ANSWERS:
        return (struct shape){
            "answers", "area answers", "date seat", area_answers_field, NULL, ANSWERS_FIELDS, 0};
    case ENTRY_EVENT:
        return (struct shape){"event",      "events",           "date kind",       event_first,
                              event_column, EVENT_COLUMNS_FROM, EVENT_COLUMN_COUNT};
    default:
        return row_shape(&row_columns[kind - ENTRY_ROWS]);
    }
}

const char *entry_kind_word(enum entry_kind kind)
{
    return shape_of(kind).word;
}

const char *entry_file_word(enum entry_kind kind)
{
    return shape_of(kind).file;
}

const char *entry_needed(enum entry_kind kind)
{
    return shape_of(kind).needed;
}

bool entry_is_answers(enum entry_kind kind)
{
    return kind == ENTRY_ANSWERS || kind == ENTRY_AREA_ANSWERS;
}

int entry_columns_from(enum entry_kind kind)
{
    return (int)shape_of(kind).first_count;
}

int entry_fields(enum entry_kind kind)
{
    struct shape shape = shape_of(kind);
    return (int)(shape.first_count + shape.rest_count);
}

const struct column *entry_column(enum entry_kind kind, int field)
{
    struct shape shape = shape_of(kind);
    size_t at = (size_t)field;
    return at < shape.first_count ? &shape.first[at] : &shape.rest[at - shape.first_count];
}

const char *entry_field(enum entry_kind kind, int field)
{
    return entry_column(kind, field)->name;
}

int entry_field_of(enum entry_kind kind, const char *name)
{
    int count = entry_fields(kind);
    for (int i = 0; i < count; i++)
        if (strcmp(entry_field(kind, i), name) == 0)
            return i;
    return NO_FIELD;
}

const char *entry_nearest_field(enum entry_kind kind, const char *name)
{
    const char *names[EVENT_COLUMNS_FROM + EVENT_COLUMN_COUNT]; /* the kind with most */
    int count = entry_fields(kind);
    for (int i = 0; i < count; i++)
        names[i] = entry_field(kind, i);
    return text_nearest(name, names, (size_t)count);
}

bool entry_is_date(enum entry_kind kind, int field)
{
    return entry_column(kind, field)->type == COLUMN_DATE ||
           (entry_is_answers(kind) && field == ANSWERS_DATE);
}

struct entry *entry_new(enum entry_kind kind, const struct instrument *instrument, int64_t line,
                        struct arena *arena)
{
    struct entry *entry = arena_take(arena, sizeof *entry);
    entry->kind = kind;
    entry->line = line;
    entry->item = NO_FIELD;
    entry->cells = arena_array(arena, (size_t)entry_fields(kind), sizeof *entry->cells);
    entry->instrument = instrument;
    if (instrument)
        entry->items = arena_array(arena, instrument->item_count, sizeof *entry->items);
    return entry;
}

/* --- instruments ----------------------------------------------------------------------------- */

const struct instrument *instruments_find(struct instruments all, const char *id)
{
    for (size_t i = 0; i < all.count - all.kept; i++)
        if (strcmp(all.list[i]->id, id) == 0)
            return all.list[i];
    return NULL;
}

const struct instrument *instruments_version(struct instruments all, const char *id,
                                             const char *version)
{
    for (size_t i = 0; version && i < all.count; i++)
        if (strcmp(all.list[i]->id, id) == 0 && strcmp(all.list[i]->version, version) == 0)
            return all.list[i];
    return instruments_find(all, id);
}

/* Versions that the store keeps of an instrument whose file is not here, parted by commas; "". */
static const char *kept_versions(struct instruments all, const char *id, struct arena *arena)
{
    const char *versions = "";
    for (size_t i = all.count - all.kept; i < all.count; i++)
        if (strcmp(all.list[i]->id, id) == 0)
            versions = arena_format(arena, "%s%s%s", versions, *versions ? ", " : "",
                                    all.list[i]->version);
    return versions;
}

const char *instruments_broken(struct instruments all, const char *folder, const char *id,
                               struct arena *arena)
{
    const char *end = arena_format(arena, "%s/%s.lua", folder, id);
    for (size_t i = 0; i < all.broken_count; i++)
        if (text_ends(all.broken[i].path, end))
            return arena_format(arena, "%s is here and does not hold: `alongside check %s`",
                                all.broken[i].path, all.broken[i].path);
    return NULL;
}

const char *instruments_none(struct instruments all, const char *id, struct arena *arena)
{
    const char *broken = instruments_broken(all, "instruments", id, arena);
    const char *versions = kept_versions(all, id, arena);
    const char **ids = arena_array(arena, all.count, sizeof *ids);
    for (size_t i = 0; i < all.count; i++)
        ids[i] = all.list[i]->id;
    if (broken)
        return broken;
    if (*versions)
        return arena_format(arena,
                            "the file of %s is not here any more. Answers to the version that the "
                            "store keeps (%s) are taken where the column version names it",
                            entry_word(id, arena), versions);
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

bool instruments_about_area(const struct instrument *instrument)
{
    return instrument->about_area;
}

/* --- printed editions ------------------------------------------------------------------------ */

void entry_default_form(struct entry *entry, const char *form)
{
    if (form && entry_is_answers(entry->kind) && !entry->cells[ANSWERS_FORM].text)
        entry->cells[ANSWERS_FORM] = (struct entry_cell){form, "--form", true};
}

static bool has_form(const struct instrument *instrument, const char *id)
{
    for (size_t i = 0; i < instrument->form_count; i++)
        if (strcmp(instrument->forms[i].id, id) == 0)
            return true;
    return false;
}

static const char *no_form(const struct instrument *instrument, const char *id, struct arena *arena)
{
    const char **ids = arena_array(arena, instrument->form_count, sizeof *ids), *all = "none";
    for (size_t i = 0; i < instrument->form_count; i++) {
        ids[i] = instrument->forms[i].id;
        all = i ? arena_format(arena, "%s, %s", all, ids[i]) : ids[i];
    }
    const char *near = text_nearest(id, ids, instrument->form_count);
    return arena_format(arena, "%s has no form %s%s%s%s", instrument->id, entry_word(id, arena),
                        near ? ". Did you mean " : "; it has ", near ? near : all, near ? "?" : "");
}

const char *entry_check_forms(const struct instrument *instrument, const char **text,
                              struct arena *arena)
{
    char *forms = arena_text(arena, *text);
    const char *at = forms, *word;
    size_t length;
    for (char *c = forms; *c; c++)
        if (*c == ';')
            *c = ' ';
    while (text_word(&at, &word, &length)) {
        const char *id = arena_copy(arena, word, length);
        if (!has_form(instrument, id))
            return no_form(instrument, id, arena);
    }
    *text = forms;
    return NULL;
}
