/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Conditions on the fields of an event, with the nearest known code where one is misspelt. */
#include <string.h>

#include "ground/text.h"
#include "record/reader.h"

struct reading {
    const struct reader *reader;
    const char *place, *name;
    const char *kind; /* the first of the pattern, for sentences; NULL when there are several */
};

static size_t split_words(const char *words, struct arena *arena, const char ***out)
{
    size_t count = 0, room = 0, length;
    const char *word;
    *out = NULL;
    while (text_word(&words, &word, &length)) {
        *out = arena_grow(arena, *out, count, &room, sizeof **out);
        (*out)[count++] = arena_copy(arena, word, length);
    }
    return count;
}

static const char *people_say(const struct reading *reading)
{
    const char *kind = reading->kind;
    if (!kind || text_ends(kind, "s") || text_ends(kind, "y") || strchr(kind, '_'))
        return "events";
    return arena_format(reading->reader->arena, "%ss", kind);
}

static void refuse_code(const struct reading *reading, const char *codes, const char *code)
{
    const char **names;
    size_t count = split_words(codes, reading->reader->arena, &names);
    const char *near = text_nearest(code, names, count);
    if (near)
        reader_say(reading->reader, reading->place,
                   "%s have no %s `%s`. Did you mean `%s`? (plugins/README.md)",
                   people_say(reading), reading->name, code, near);
    else
        reader_say(reading->reader, reading->place, "%s have no %s `%s`. It takes %s",
                   people_say(reading), reading->name, code, codes);
}

static void check_code(const struct reading *reading, size_t field, const char *code)
{
    if (field >= EVENT_COLUMN_COUNT)
        return;
    const struct column *column = &event_column[field];
    const char *codes = column->type == COLUMN_YES_NO ? "yes no unknown" : column->codes;
    if (codes && !text_has_word(codes, code))
        refuse_code(reading, codes, code);
    else if (!codes && (column->type == COLUMN_CODE || column->type == COLUMN_CODES) &&
             !column_takes(column, code))
        reader_say(reading->reader, reading->place,
                   "%s: `%s` is not a code. Codes are letters, digits and _", reading->name, code);
}

/* Days, times and places in a day are compared by the engine: a condition only asks whether they
 * are there. */
static bool takes_codes(const struct reading *reading, size_t field)
{
    if (field >= EVENT_COLUMN_COUNT)
        return true;
    enum column_type type = event_column[field].type;
    if (type != COLUMN_DATE && type != COLUMN_TIME && type != COLUMN_WHOLE)
        return true;
    reader_say(reading->reader, reading->place, "%s can only be asked for as \"any\" or \"none\"",
               reading->name);
    return false;
}

static void read_words(const struct reading *reading, const char **words, size_t count,
                       struct condition *condition)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(words[i], "any") == 0)
            condition->any = true;
        else if (strcmp(words[i], "none") == 0)
            condition->none = true;
        else if (takes_codes(reading, condition->field)) {
            check_code(reading, condition->field, words[i]);
            condition->codes[condition->code_count++] = words[i];
        }
    }
    if (count == 0 || (condition->negated && (condition->any || condition->none)))
        reader_say(reading->reader, reading->place,
                   "%s: write \"not a b\" with codes behind it, or \"any\", or \"none\"",
                   reading->name);
}

static void read_condition(const struct reading *reading, const char *text,
                           struct condition *condition)
{
    const char **words;
    struct arena *arena = reading->reader->arena;
    size_t count = split_words(text, arena, &words), first;
    condition->field = record_field(reading->name);
    condition->negated = count > 0 && strcmp(words[0], "not") == 0;
    first = condition->negated ? 1 : 0;
    condition->codes = arena_array(arena, count + 1, sizeof *condition->codes);
    read_words(reading, words + first, count - first, condition);
}

/* Which columns no rule may look at, and why. */
static const char *refusal(size_t field)
{
    if (field < EVENT_COLUMN_COUNT && event_column[field].type == COLUMN_WORDS)
        return "a person's own words are not there for rules to read. Ask for a code";
    return NULL;
}

void reader_conditions(const struct reader *reader, struct value table, const char *place,
                       const char *kind, struct condition **conditions, size_t *count)
{
    size_t entries = value_is(table, VALUE_TABLE) ? table.table->entry_count : 0;
    *conditions = arena_array(reader->arena, entries + 1, sizeof **conditions);
    *count = 0;
    for (size_t i = 0; i < entries; i++) {
        const struct value_entry *entry = &table.table->entries[i];
        size_t field = record_field(entry->key);
        const char *text = value_as_text(entry->value);
        if (field == RECORD_FIELDS || field == EVENT_edge || !text)
            continue; /* where an interval stands is asked of a pattern, not of an event */
        if (refusal(field)) {
            reader_say(reader, place, "%s", refusal(field));
            continue;
        }
        struct reading reading = {reader, place, entry->key, kind};
        read_condition(&reading, text, &(*conditions)[(*count)++]);
    }
}
