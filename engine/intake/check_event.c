/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A whole event: its id, codes that go with its kind, its end, whose account its outcome is. */
#include <string.h>

#include "intake/check.h"

/* Findings and links name events in lists that are parted so. */
static enum entry_state check_id(const struct entry *entry, struct arena *arena, struct why *why)
{
    const struct entry_cell *id = &entry->cells[EVENT_ID];
    if (id->text && strpbrk(id->text, " ;"))
        return check_wrong(
            why, id->column,
            "an event is named in lists that are parted by spaces and `;`, so its id "
            "has neither. Write _ instead, also where other events name it",
            arena);
    return ENTRY_GOOD;
}

static enum entry_state check_interval(const struct entry *entry, struct arena *arena,
                                       struct why *why)
{
    struct days begin, end;
    const struct entry_cell *until = &entry->cells[EVENT_COLUMNS_FROM + EVENT_until];
    if (until->text && days_read(entry->cells[EVENT_DATE].text, &begin) &&
        days_read(until->text, &end) && end.high < begin.low)
        return check_wrong(why, until->column, "it ends before it begins. Correct it, or `date`",
                           arena);
    return ENTRY_GOOD;
}

static enum entry_state check_account(const struct entry *entry, struct arena *arena,
                                      struct why *why)
{
    const struct entry_cell *outcome = &entry->cells[EVENT_COLUMNS_FROM + EVENT_outcome];
    const char *by = entry->cells[EVENT_COLUMNS_FROM + EVENT_outcome_by].text;
    if (outcome->text && strcmp(outcome->text, "made_worse") == 0 && by &&
        strcmp(by, "person") != 0)
        return check_wrong(why, outcome->column,
                           "only the person can say made_worse, and `outcome_by` is somebody else. "
                           "Put the person's account in a row of its own, with the same `id`",
                           arena);
    return ENTRY_GOOD;
}

/* NHS attendance codes as they are in our words; the code itself stays as the service's own. */
static const struct attendance {
    const char *code, *status, *cancelled_by, *reason;
} attendance[] = {{"5", "attended", NULL, NULL},
                  {"6", "attended", NULL, NULL},
                  {"2", "cancelled", "person", NULL},
                  {"3", "no_show", NULL, NULL},
                  {"4", "cancelled", "service", "service_cancelled"},
                  {"7", "no_show", NULL, "turned_away_late"},
                  {"0", NULL, NULL, NULL}};

/* A column that the source fills itself stands. */
static void fill(struct entry *entry, enum event_column column, const char *text, const char *from)
{
    struct entry_cell *cell = &entry->cells[EVENT_COLUMNS_FROM + column];
    if (!cell->text)
        *cell = (struct entry_cell){text, from, false};
}

static void read_attendance(struct entry *entry)
{
    struct entry_cell *status = &entry->cells[EVENT_COLUMNS_FROM + EVENT_status];
    const char *code = status->text;
    if (!code || strcmp(entry->cells[EVENT_KIND].text, "appointment") != 0)
        return;
    for (size_t i = 0; i < sizeof attendance / sizeof *attendance; i++) {
        const struct attendance *read = &attendance[i];
        if (strcmp(read->code, code) != 0)
            continue;
        fill(entry, EVENT_service_outcome, code, status->column);
        fill(entry, EVENT_cancelled_by, read->cancelled_by, status->column);
        fill(entry, EVENT_reason, read->reason, status->column);
        status->text = read->status;
        return;
    }
}

/* --- codes that go with the kind ------------------------------------------------------------- */

/* One code, or one of several parted by `;`. NULL, or the sentence that says what it is not. */
static const char *check_listed(const struct entry *entry, enum event_column column,
                                const char *code, const char *codes, struct arena *arena)
{
    if (text_has_word(codes, code))
        return NULL;
    const char *near = entry_nearest_word(code, codes, arena);
    return arena_format(arena, "%s is not one of its codes where kind is %s%s%s%s",
                        entry_word(code, arena), entry->cells[EVENT_KIND].text,
                        near ? ". Did you mean `" : ": see plugins/codes/",
                        near ? near : event_column[column].name, near ? "`?" : ".csv");
}

static enum entry_state check_codes_of(const struct entry *entry, enum event_column column,
                                       struct arena *arena, struct why *why)
{
    const struct entry_cell *cell = &entry->cells[EVENT_COLUMNS_FROM + column];
    const char *codes = event_codes(entry->cells[EVENT_KIND].text, column);
    for (const char *at = cell->text, *end; at; at = end ? end + 1 : NULL) {
        end = strchr(at, ';');
        const char *code = arena_copy(arena, at, end ? (size_t)(end - at) : strlen(at));
        const char *sentence = check_listed(entry, column, code, codes, arena);
        if (sentence)
            return check_wrong(why, cell->column, sentence, arena);
    }
    return ENTRY_GOOD;
}

static enum entry_state check_codes(const struct entry *entry, struct arena *arena, struct why *why)
{
    static const enum event_column listed[] = {EVENT_purpose, EVENT_condition, EVENT_reason,
                                               EVENT_status, EVENT_step};
    for (size_t i = 0; i < sizeof listed / sizeof *listed; i++)
        if (check_codes_of(entry, listed[i], arena, why) != ENTRY_GOOD)
            return ENTRY_WRONG;
    return ENTRY_GOOD;
}

enum entry_state check_event(struct entry *entry, struct arena *arena, struct why *why)
{
    if (entry->cells[EVENT_KIND].text)
        read_attendance(entry);
    enum entry_state state = check_fields(entry, arena, why);
    if (state == ENTRY_GOOD)
        state = check_id(entry, arena, why);
    if (state == ENTRY_GOOD)
        state = check_codes(entry, arena, why);
    if (state == ENTRY_GOOD)
        state = check_interval(entry, arena, why);
    return state == ENTRY_GOOD ? check_account(entry, arena, why) : state;
}
