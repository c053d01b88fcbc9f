/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What may stand in a pattern or a look, where no table of fields of a file was there to say so. */
#include <string.h>

#include "ground/text.h"
#include "record/reader.h"

enum key_type { KEY_TEXT, KEY_WHOLE, KEY_YES_NO, KEY_DAYS };

static const struct key {
    const char *name;
    enum key_type type;
    bool of_look; /* else of every pattern */
} keys[] = {
    {"first", KEY_TEXT, false},  {"within", KEY_DAYS, true},   {"same", KEY_TEXT, true},
    {"differs", KEY_TEXT, true}, {"least", KEY_WHOLE, true},   {"same_day", KEY_YES_NO, true},
    {"next", KEY_YES_NO, true},  {"recorded", KEY_TEXT, true}, {"spell", KEY_DAYS, false},
};
enum { KEYS = sizeof keys / sizeof *keys };

static const struct key *key_of(const char *name, bool is_look)
{
    for (size_t i = 0; i < KEYS; i++)
        if (strcmp(keys[i].name, name) == 0 && (is_look || !keys[i].of_look))
            return &keys[i];
    return NULL;
}

static void refuse(const struct reader *reader, const char *place, const char *name, bool is_look)
{
    const char *names[RECORD_FIELDS + KEYS];
    size_t count = 0;
    while (count < RECORD_FIELDS) {
        names[count] = record_field_name(count);
        count++;
    }
    for (size_t i = 0; i < KEYS; i++)
        if (is_look || !keys[i].of_look)
            names[count++] = keys[i].name;
    const char *near = text_nearest(name, names, count);
    if (near)
        reader_say(reader, place, "`%s` is not a field of an event. Did you mean `%s`?", name,
                   near);
    else
        reader_say(reader, place, "`%s` is not a field of an event (plugins/README.md)", name);
}

static bool is_of_type(struct value value, enum key_type type)
{
    int64_t whole;
    switch (type) {
    case KEY_TEXT:
        return value_is(value, VALUE_TEXT) && *value.text;
    case KEY_WHOLE:
        return value_as_whole(value, &whole) && whole >= 0;
    case KEY_YES_NO:
        return value_is(value, VALUE_YES_NO);
    case KEY_DAYS:
        break; /* its own reader says what it takes */
    }
    return true;
}

void reader_keys(const struct reader *reader, struct value table, const char *place, bool is_look)
{
    static const char *const must_be[] = {"a text", "a whole number from 0 up", "true or false",
                                          "days"};
    size_t count = value_is(table, VALUE_TABLE) ? table.table->entry_count : 0;
    for (size_t i = 0; i < count; i++) {
        const struct value_entry *entry = &table.table->entries[i];
        const struct key *key = key_of(entry->key, is_look);
        bool is_field = record_field(entry->key) < RECORD_FIELDS;
        enum key_type type = key ? key->type : KEY_TEXT;
        if (!key && !is_field)
            refuse(reader, place, entry->key, is_look);
        else if (!is_of_type(entry->value, type))
            reader_say(reader, place, "%s must be %s", entry->key, must_be[type]);
    }
}
