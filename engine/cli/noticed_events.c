/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The events that a finding rests on: what was recorded of each, in which file and when,
 * corrections and other accounts. Neither a person's own words nor who worked with them is ever
 * said. */
#include <string.h>

#include "cli/noticed.h"

/* --- what a field says ------------------------------------------------------------------------ */

static bool is_said(enum event_column column)
{
    return column != EVENT_worker && column != EVENT_precision &&
           event_column[column].type != COLUMN_WORDS;
}

static bool has_several(enum event_column column)
{
    return event_column[column].type == COLUMN_CODES || event_column[column].type == COLUMN_KEYS;
}

static const char *label(const struct noticed *noticed, const char *column, const char *value)
{
    const char *title = timeline_title(noticed->frame, column, value);
    return title ? title : shelf_label(&noticed->desk->shelf, column, value);
}

/* By their labels, several parted by commas. */
static void put_value(const struct noticed *noticed, enum event_column column, const char *value,
                      struct text *out)
{
    const char *name = event_column[column].name;
    while (*value) {
        size_t length = has_several(column) ? strcspn(value, ";") : strlen(value);
        text_put(out, label(noticed, name, arena_copy(noticed->desk->arena, value, length)));
        value += length + (value[length] == ';');
        text_put(out, *value ? ", " : "");
    }
}

static void put_name(enum event_column column, struct text *out)
{
    for (const char *c = event_column[column].name; *c; c++)
        text_char(out, *c == '_' ? ' ' : *c);
}

/* --- how it came to be recorded --------------------------------------------------------------- */

static const char *author(const struct stored_account *account)
{
    const char *by = account->columns[EVENT_outcome_by];
    return by ? by : "";
}

static bool differ(const char *a, const char *b)
{
    return a && b ? strcmp(a, b) != 0 : a != b;
}

static void put_change(const struct noticed *noticed, enum event_column column, const char *from,
                       const char *to, struct text *out)
{
    put_name(column, out);
    text_put(out, " was ");
    if (from)
        put_value(noticed, column, from, out);
    else
        text_put(out, "not recorded");
    text_put(out, ", is ");
    if (to)
        put_value(noticed, column, to, out);
    else
        text_put(out, "not recorded");
}

static void put_changes(const struct noticed *noticed, const struct stored_account *from,
                        const struct stored_account *to, struct text *out)
{
    const char *before = ": ";
    if (strcmp(from->date, to->date) != 0) {
        text_format(out, "%sdate was %s, is %s", before, from->date, to->date);
        before = "; ";
    }
    for (int i = 0; i < EVENT_COLUMN_COUNT; i++)
        if (is_said(i) && differ(from->columns[i], to->columns[i])) {
            text_put(out, before);
            put_change(noticed, i, from->columns[i], to->columns[i], out);
            before = "; ";
        }
}

static const struct stored_account *before_it(const struct stored_account *accounts, size_t at)
{
    for (size_t i = at; i-- > 0;)
        if (strcmp(author(&accounts[i]), author(&accounts[at])) == 0)
            return &accounts[i];
    return NULL;
}

static void put_recorded(const struct noticed *noticed, const struct stored_account *accounts,
                         size_t at, struct text *out)
{
    const struct stored_account *account = &accounts[at], *before = before_it(accounts, at);
    const char *by = author(account), *source = account->columns[EVENT_source];
    text_format(out, "     %s on %s, %s",
                before    ? "Corrected"
                : at == 0 ? "Recorded"
                          : "Another account of it, recorded",
                day_words(noticed->desk->arena, account->recorded), account->file);
    if (source)
        text_format(out, ", from %s", source);
    if (*by)
        text_format(out, "; its outcome by the %s", by);
    if (before)
        put_changes(noticed, before, account, out);
    else if (account->columns[EVENT_outcome] && *by) {
        text_put(out, ": ");
        put_value(noticed, EVENT_outcome, account->columns[EVENT_outcome], out);
    }
    text_put(out, "\n");
}

/* Of what two say differently neither is lost. */
static void put_disagreeing(const struct stored_account *accounts, size_t count, struct text *out)
{
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < i; k++)
            if (strcmp(author(&accounts[i]), author(&accounts[k])) != 0 &&
                accounts[i].columns[EVENT_outcome] && accounts[k].columns[EVENT_outcome] &&
                differ(accounts[i].columns[EVENT_outcome], accounts[k].columns[EVENT_outcome])) {
                text_put(out, "     The accounts do not agree; both stand. The person's counts, "
                              "else the coach's, else the service's.\n");
                return;
            }
}

/* --- one event -------------------------------------------------------------------------------- */

static const struct stored_event *event_named(const struct stored_person *person, const char *id,
                                              size_t length)
{
    for (size_t i = 0; i < person->event_count; i++)
        if (strlen(person->events[i].id) == length && memcmp(person->events[i].id, id, length) == 0)
            return &person->events[i];
    return NULL;
}

static void put_fields(const struct noticed *noticed, const struct stored_event *event,
                       struct text *out)
{
    for (int i = 0; i < EVENT_COLUMN_COUNT; i++) {
        if (!event->columns[i] || !is_said(i))
            continue;
        text_put(out, "       ");
        put_name(i, out);
        text_put(out, ": ");
        put_value(noticed, i, event->columns[i], out);
        text_put(out, "\n");
    }
}

static bool is_kept_apart(const struct stored_event *event)
{
    const char *visibility = event->columns[EVENT_visibility];
    return visibility && strcmp(visibility, "person_only") == 0;
}

bool noticed_is_kept(const struct noticed *noticed, const char *id)
{
    const struct stored_event *event = event_named(noticed->stored, id, strlen(id));
    return event && is_kept_apart(event);
}

bool noticed_keeps(const struct noticed *noticed)
{
    const char *at = noticed->finding->events, *id;
    size_t length;
    while (text_word(&at, &id, &length)) {
        const struct stored_event *event = event_named(noticed->stored, id, length);
        if (event && is_kept_apart(event))
            return true;
    }
    return false;
}

/* As exactly as it is known: a day in a month of which only the month is known is none. */
static const char *when(const struct noticed *noticed, const struct stored_event *event)
{
    const struct record *record = noticed->record;
    for (size_t i = 0; i < record->event_count; i++)
        if (strcmp(record->events[i].id, event->id) == 0)
            return days_words(noticed->desk->arena, record->events[i].begin);
    return event->date;
}

static bool put_event(const struct noticed *noticed, size_t n, const struct stored_event *event,
                      struct text *out, struct fault *fault)
{
    struct desk *desk = noticed->desk;
    struct stored_account *accounts;
    size_t count;
    if (is_kept_apart(event)) {
        text_format(out, "  %zu. Something that the person keeps to themselves\n", n);
        return true;
    }
    text_format(out, "  %zu. %s: %s (%s)\n", n, when(noticed, event),
                shelf_label(&desk->shelf, "kind", event->kind), event->id);
    put_fields(noticed, event, out);
    if (!store_event_accounts(desk->store, noticed->stored->number, event, noticed->record->as_of,
                              desk->arena, &accounts, &count, fault))
        return false;
    for (size_t i = 0; i < count; i++)
        put_recorded(noticed, accounts, i, out);
    put_disagreeing(accounts, count, out);
    return true;
}

/* In order of time, in which the record has them; a finding names its anchor first. */
bool noticed_events(const struct noticed *noticed, struct text *out, struct fault *fault)
{
    const struct derived_finding *finding = noticed->finding;
    size_t n = 0;
    if (!*finding->events)
        return true;
    text_put(out, strcmp(finding->state, "found") == 0 ? "\nThe events it rests on\n"
                                                       : "\nThe event it is about\n");
    for (size_t i = 0; i < noticed->record->event_count; i++) {
        const char *id = noticed->record->events[i].id;
        if (!text_has_word(finding->events, id))
            continue;
        const struct stored_event *event = event_named(noticed->stored, id, strlen(id));
        if (event && !put_event(noticed, ++n, event, out, fault))
            return false;
    }
    return true;
}
