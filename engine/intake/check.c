/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A whole entry: its fields one by one, then what they say together. */
#include <string.h>

#include "intake/check.h"

enum entry_state check_wrong(struct why *why, const char *column, const char *what,
                             struct arena *arena)
{
    why->what = column ? arena_format(arena, "column %s: %s", column, what) : what;
    why->remedy = NULL;
    return ENTRY_WRONG;
}

static bool is_there(const struct entry *entry, int field, struct arena *arena, struct why *why)
{
    const struct entry_cell *cell = &entry->cells[field];
    const char *name = entry_field(entry->kind, field);
    if (!cell->text)
        check_wrong(why, NULL,
                    arena_format(arena, "no `%s`: column %s is empty", name,
                                 cell->column ? cell->column : name),
                    arena);
    return cell->text != NULL;
}

static bool check_needed(const struct entry *entry, struct arena *arena, struct why *why)
{
    const char *at = entry_needed(entry->kind), *word;
    size_t length;
    if (!is_there(entry, ENTRY_WHO, arena, why))
        return false;
    while (text_word(&at, &word, &length)) {
        const char *name = arena_copy(arena, word, length);
        if (!is_there(entry, entry_field_of(entry->kind, name), arena, why))
            return false;
    }
    return true;
}

enum entry_state check_field(struct entry *entry, int field, struct arena *arena, struct why *why)
{
    struct entry_cell *cell = &entry->cells[field];
    if (!cell->text)
        return ENTRY_GOOD;
    const char *sentence = entry_check_field(entry->kind, field, &cell->text, arena);
    return sentence ? check_wrong(why, cell->column, sentence, arena) : ENTRY_GOOD;
}

enum entry_state check_fields(struct entry *entry, struct arena *arena, struct why *why)
{
    int count = entry_fields(entry->kind);
    if (!check_needed(entry, arena, why))
        return ENTRY_WRONG;
    for (int i = 0; i < count; i++)
        if (check_field(entry, i, arena, why) != ENTRY_GOOD)
            return ENTRY_WRONG;
    return ENTRY_GOOD;
}

/* --- spans: people, consents, collects ------------------------------------------------------- */

/* Is `until`, where there is one, on or after the field `from`? */
static enum entry_state check_until(const struct entry *entry, const char *from,
                                    struct arena *arena, struct why *why)
{
    const struct entry_cell *since = &entry->cells[entry_field_of(entry->kind, from)];
    const struct entry_cell *until = &entry->cells[entry_field_of(entry->kind, "until")];
    if (since->text && until->text && strcmp(until->text, since->text) < 0)
        return check_wrong(why, until->column, arena_format(arena, "it is before `%s`", from),
                           arena);
    return ENTRY_GOOD;
}

static enum entry_state check_span(struct entry *entry, const char *from, struct arena *arena,
                                   struct why *why)
{
    enum entry_state state = check_fields(entry, arena, why);
    return state == ENTRY_GOOD ? check_until(entry, from, arena, why) : state;
}

static enum entry_state check_area(struct entry *entry, struct arena *arena, struct why *why)
{
    const struct entry_cell *within = &entry->cells[AREA_WITHIN];
    if (check_fields(entry, arena, why) != ENTRY_GOOD)
        return ENTRY_WRONG;
    if (within->text && strcmp(within->text, entry->cells[AREA_AREA].text) == 0)
        return check_wrong(why, within->column, "an area is not within itself. Leave it empty",
                           arena);
    return ENTRY_GOOD;
}

/* --- of an instrument ------------------------------------------------------------------------ */

enum entry_state check_version(const struct entry *entry, const struct entry_cell *version,
                               struct arena *arena, struct why *why)
{
    const struct instrument *instrument = entry->instrument;
    if (!version->text || strcmp(version->text, instrument->version) == 0)
        return ENTRY_GOOD;
    return check_wrong(why, version->column,
                       arena_format(arena, "there is no version %s of %s here; it is version %s",
                                    entry_word(version->text, arena), instrument->id,
                                    instrument->version),
                       arena);
}

void check_rater(struct entry *entry, const char *by)
{
    entry->head.scored = text_has_word(entry->instrument->raters, by ? by : "person");
}

enum entry_state entry_check(struct entry *entry, struct instruments instruments,
                             struct arena *arena, struct why *why)
{
    switch (entry->kind) {
    case ENTRY_PERSON:
        return check_span(entry, "since", arena, why);
    case ENTRY_ANSWERS:
    case ENTRY_AREA_ANSWERS:
        return check_answers(entry, arena, why);
    case ENTRY_EVENT:
        return check_event(entry, arena, why);
    case ENTRY_GOAL:
        return check_goal(entry, instruments, arena, why);
    case ENTRY_CONSENT:
        return check_span(entry, "date", arena, why);
    case ENTRY_AREA:
        return check_area(entry, arena, why);
    case ENTRY_COLLECTS:
        return check_span(entry, "since", arena, why);
    default:
        return check_fields(entry, arena, why);
    }
}
