/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record/line_fields.h"

#include <string.h>

#include "ground/text.h"

struct cell {
    const char *name;
    char *value;
    int line;
    struct arena *arena;
    struct fault *fault;
};

static bool refuse_name(const struct cell *cell)
{
    const char *names[RECORD_FIELDS];
    for (size_t i = 0; i < RECORD_FIELDS; i++)
        names[i] = record_field_name(i);
    const char *near = text_nearest(cell->name, names, RECORD_FIELDS);
    if (near)
        return fault_set(cell->fault, FAULT_DATA,
                         "line %d: `%s` is not a field of an event. Did you mean `%s`?", cell->line,
                         cell->name, near);
    return fault_set(cell->fault, FAULT_DATA,
                     "line %d: `%s` is not a field of an event (plugins/README.md)", cell->line,
                     cell->name);
}

static bool refuse_value(const struct cell *cell, const char *value, const char *allowed)
{
    return fault_set(cell->fault, FAULT_DATA, "line %d: %s cannot be `%s`. It takes %s", cell->line,
                     cell->name, value, allowed);
}

/* The nearest of a closed list, or NULL. */
static const char *nearest_code(const struct cell *cell, const char *codes, const char *value)
{
    const char **names = NULL, *word;
    size_t count = 0, room = 0, length;
    while (text_word(&codes, &word, &length)) {
        names = arena_grow(cell->arena, names, count, &room, sizeof *names);
        names[count++] = arena_copy(cell->arena, word, length);
    }
    return text_nearest(value, names, count);
}

static bool check_code(const struct cell *cell, const struct column *column, const char *value)
{
    if (column_takes(column, value))
        return true;
    if (!column->codes)
        return refuse_value(cell, value, "a code: letters, digits and _");
    const char *near = nearest_code(cell, column->codes, value);
    return near ? fault_set(cell->fault, FAULT_DATA,
                            "line %d: %s cannot be `%s`. Did you mean `%s`?", cell->line,
                            cell->name, value, near)
                : refuse_value(cell, value, column->codes);
}

static bool check_codes(const struct cell *cell, const struct column *column)
{
    char *values = arena_text(cell->arena, cell->value), *rest = values;
    while (rest) {
        char *value = rest, *end = strchr(rest, ';');
        rest = end ? end + 1 : NULL;
        if (end)
            *end = '\0';
        if (!check_code(cell, column, value))
            return false;
    }
    return true;
}

static bool check_value(const struct cell *cell, const struct column *column)
{
    static const char yes_no[] = "yes no unknown";
    int64_t number;
    day date;
    switch (column->type) {
    case COLUMN_CODE:
        return check_code(cell, column, cell->value);
    case COLUMN_CODES:
        return check_codes(cell, column);
    case COLUMN_YES_NO:
        return text_has_word(yes_no, cell->value) || refuse_value(cell, cell->value, yes_no);
    case COLUMN_WHOLE:
        return (text_whole(cell->value, &number) && number >= 0 && number <= INT32_MAX) ||
               refuse_value(cell, cell->value, "a whole number from 0 up");
    case COLUMN_DATE:
        return day_read(cell->value, &date) ||
               refuse_value(cell, cell->value, "a date like 2024-03-31");
    case COLUMN_TIME:
    case COLUMN_WORDS:
    case COLUMN_KEY:
    case COLUMN_KEYS:
        break;
    }
    return true;
}

static bool is_said_by_the_date(enum event_column column)
{
    return column == EVENT_time || column == EVENT_until || column == EVENT_until_time ||
           column == EVENT_precision || column == EVENT_subtype;
}

static bool check_place(const struct cell *cell, enum event_column column)
{
    if (is_said_by_the_date(column))
        return fault_set(
            cell->fault, FAULT_DATA,
            "line %d: `%s` is not written as a field. Write it into the date or the kind: "
            "2024-03-01T09:05..2024-03-02 contact/phone",
            cell->line, cell->name);
    if (event_column[column].type == COLUMN_WORDS)
        return fault_set(
            cell->fault, FAULT_DATA,
            "line %d: `%s` holds a person's own words, and no rule may read those. Leave "
            "it out",
            cell->line, cell->name);
    return true;
}

static bool set_column(const struct cell *cell, enum event_column column, struct event *event)
{
    if (!check_place(cell, column))
        return false;
    if (record_field_has_several(column))
        for (char *at = cell->value; *at; at++)
            *at = *at == ',' ? ';' : *at;
    if (!check_value(cell, &event_column[column]))
        return false;
    event->field[column] = cell->value;
    int64_t seq;
    if (column == EVENT_seq && text_whole(cell->value, &seq))
        event->seq = (int)seq;
    if (column == EVENT_outcome_by)
        event->outcome_by = cell->value;
    return true;
}

static bool set_field(const struct cell *cell, struct event *event)
{
    if (strcmp(cell->name, "id") == 0) {
        event->id = cell->value;
        return true;
    }
    size_t field = record_field(cell->name);
    if (field == RECORD_FIELDS)
        return refuse_name(cell);
    if (record_says(event, field))
        return fault_set(cell->fault, FAULT_DATA, "line %d: `%s` is written twice. Keep one",
                         cell->line, cell->name);
    if (field < EVENT_COLUMN_COUNT)
        return set_column(cell, (enum event_column)field, event);
    event->taken[field - EVENT_COLUMN_COUNT] = cell->value;
    return true;
}

bool line_field(char *word, int line, struct event *event, struct arena *arena, struct fault *fault)
{
    char *equals = strchr(word, '=');
    if (!equals || equals == word || !equals[1])
        return fault_set(fault, FAULT_DATA,
                         "line %d: `%s` is not field=value. Leave a field out where nothing is "
                         "recorded; lines of answers are not read by this version",
                         line, word);
    *equals = '\0';
    struct cell cell = {word, equals + 1, line, arena, fault};
    return set_field(&cell, event);
}
