/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/contract.h"

#include <stdio.h>
#include <string.h>

#include "indicator/indicator.h"
#include "instrument/instrument.h"
#include "intake/intake.h"
#include "report/report.h"

enum { SETS_MOST = 96, NAME_MOST = 120, HOLDERS_MOST = 12 };

static struct contract_set sets[SETS_MOST];
static char names[SETS_MOST][NAME_MOST];
static size_t set_count;

static bool is_there(const struct field_set *set)
{
    for (size_t i = 0; i < set_count; i++)
        if (sets[i].set == set)
            return true;
    return false;
}

/* Faults say "a field of an event" of two tables that are more than that to whoever writes them. */
static const char *called(const char *name, const struct field_set *set)
{
    return strcmp(name, "indicator.at") == 0       ? "a pattern"
           : strcmp(name, "indicator.before") == 0 ? "a look"
                                                   : set->of;
}

static void take(const char *name, const char *kind, const char *field, const struct field_set *set)
{
    if (is_there(set) || set_count == SETS_MOST)
        return;
    size_t at = set_count++;
    snprintf(names[at], NAME_MOST, "%s", name);
    sets[at] = (struct contract_set){names[at], kind, field, called(name, set), set};
    for (const struct field *inner = set->fields; inner->name; inner++) {
        char longer[NAME_MOST];
        snprintf(longer, sizeof longer, "%.80s.%.30s", name, inner->name);
        if (inner->sub)
            take(longer, kind, inner->name, inner->sub);
    }
}

const struct contract_set *contract_sets(size_t *count)
{
    if (!set_count) {
        take("instrument", "instrument", NULL, &instrument_fields);
        take("indicator", "indicator", NULL, &indicator_fields);
        take("indicator.examples", "indicator", "examples", &indicator_example_fields);
        take("intake", "intake", NULL, &intake_fields);
        take("intake.gives", "intake", "gives", &intake_cell_fields);
        take("report", "report", NULL, &report_fields);
    }
    *count = set_count;
    return sets;
}

static bool is_named(const char *const *holders, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(holders[i], name) == 0)
            return true;
    return false;
}

/* The first of them stands in the set itself, which may be taken by hand. */
static size_t list_holders(const struct contract_set *set, const char **holders)
{
    size_t count = 0;
    holders[count++] = set->field;
    for (size_t i = 0; i < set_count; i++)
        for (const struct field *field = sets[i].set->fields; field->name; field++)
            if (field->sub == set->set && strcmp(sets[i].kind, set->kind) == 0 &&
                count < HOLDERS_MOST && !is_named(holders, count, field->name))
                holders[count++] = field->name;
    return count;
}

void contract_put_holders(const struct contract_set *set, struct text *out)
{
    const char *holders[HOLDERS_MOST];
    size_t count = list_holders(set, holders);
    for (size_t i = 0; i < count; i++)
        text_format(out, "%s`%s`", i == 0 ? "" : i + 1 < count ? ", " : " and ", holders[i]);
}

const struct field_note *field_note(const struct contract_set *set, const struct field *field)
{
    for (const struct field_note *note = field_notes; note->name; note++)
        if (strcmp(note->of, set->name) == 0 && strcmp(note->name, field->name) == 0)
            return note;
    return NULL;
}

const char *field_type_word(enum field_type type)
{
    static const char *const words[] = {[FIELD_TEXT] = "text",
                                        [FIELD_ID] = "id",
                                        [FIELD_IDS] = "ids",
                                        [FIELD_WORDS] = "words",
                                        [FIELD_YES_NO] = "yes/no",
                                        [FIELD_WHOLE] = "whole number from 0",
                                        [FIELD_ANY_WHOLE] = "whole number",
                                        [FIELD_NUMBER] = "number",
                                        [FIELD_DATE] = "date",
                                        [FIELD_FUNCTION] = "function",
                                        [FIELD_TABLE] = "table",
                                        [FIELD_LIST] = "list",
                                        [FIELD_MAP] = "map",
                                        [FIELD_ANY] = "several forms"};
    return words[type];
}

/* A list that goes with the kind of event has a file of its own. */
static bool has_list(const struct column *column)
{
    return column >= event_column && column < event_column + EVENT_COLUMN_COUNT &&
           event_codes("contact", (enum event_column)(column - event_column));
}

void column_takes_words(const struct column *column, struct text *out)
{
    static const char *const takes[] = {"a name or key of at most 60 characters",
                                        "a code",
                                        "codes, parted by `;`",
                                        "keys, parted by `;`",
                                        "a date",
                                        "a time, 23:40",
                                        "a whole number",
                                        "yes, no or unknown",
                                        "words: encrypted, and in clear nowhere"};
    text_put(out, takes[column->type]);
    if (column->codes)
        text_format(out, ": %s", column->codes);
    if (has_list(column))
        text_format(out, " of `codes/%s.csv`, as goes with the kind", column->name);
}
