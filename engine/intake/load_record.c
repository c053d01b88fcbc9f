/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checking one record that a row gives: its kind, what is set, which rows it is for, its fields. */
#include <string.h>

#include "intake/gives.h"

static void say(struct loading *loading, const char *place, const char *sentence)
{
    plugin_say(loading->plugin, loading->faults, place, "%s", sentence);
}

/* The kinds that a row of somebody's file may give; areas and what they collect are our own files.
 */
static const enum entry_kind given_kinds[] = {ENTRY_PERSON, ENTRY_ANSWERS, ENTRY_EVENT,  ENTRY_GOAL,
                                              ENTRY_NOTE,   ENTRY_CONSENT, ENTRY_SERVICE};

static bool read_kind(struct loading *loading, struct value record, const char *place,
                      struct gives *gives)
{
    const char *word = value_as_text(value_item(record, 0));
    for (size_t i = 0; word && i < sizeof given_kinds / sizeof *given_kinds; i++) {
        if (strcmp(word, entry_kind_word(given_kinds[i])) != 0)
            continue;
        gives->kind = given_kinds[i];
        return true;
    }
    say(loading, place,
        "it must begin with the kind of record: \"person\", \"event\", \"goal\", \"note\", "
        "\"consent\", \"service\", or \"answers\" and the instrument");
    return false;
}

static bool read_instrument(struct loading *loading, struct value record, const char *place,
                            struct gives *gives)
{
    const char *id = value_as_text(value_item(record, 1));
    size_t listed = gives->kind == ENTRY_ANSWERS ? 2 : 1;
    if (value_count(record) > listed) {
        say(loading, place, "it has something without a name behind the kind of record");
        return false;
    }
    if (gives->kind != ENTRY_ANSWERS)
        return true;
    if (!id) {
        say(loading, place, "answers need their instrument: { \"answers\", \"swemwbs\", … }");
        return false;
    }
    gives->instrument = instruments_find(loading->intake->instruments, id);
    if (gives->instrument && instruments_about_area(gives->instrument))
        gives->kind = ENTRY_AREA_ANSWERS;
    if (!gives->instrument)
        say(loading, place,
            instruments_none(loading->intake->instruments, id, loading->plugin->arena));
    return gives->instrument != NULL;
}

/* What stands elsewhere in a record of answers. */
static bool is_elsewhere(const struct gives *gives, int field)
{
    return entry_is_answers(gives->kind) && field >= ANSWERS_INSTRUMENT && field <= ANSWERS_WORDS;
}

static const char elsewhere[] = "the instrument stands behind \"answers\", its items in `items`";

/* --- set and where --------------------------------------------------------------------------- */

static void add_set(struct loading *loading, struct gives *gives, const char *place,
                    struct assign assign)
{
    struct assign parts[2];
    size_t count;
    if (!loading_assign(loading, gives, place, assign, parts, &count))
        return;
    for (size_t i = 0; i < count; i++) {
        gives->sets = arena_grow(loading->plugin->arena, gives->sets, gives->set_count,
                                 &gives->set_room, sizeof *gives->sets);
        gives->sets[gives->set_count++] = parts[i];
    }
}

static void read_set(struct loading *loading, struct gives *gives, struct value set,
                     const char *record)
{
    struct arena *arena = loading->plugin->arena;
    if (value_is(set, VALUE_NIL))
        return;
    if (!value_is(set, VALUE_TABLE) || set.table->count > 0) {
        say(loading, arena_format(arena, "%s.set", record), "it must be { FIELD = constant }");
        return;
    }
    for (size_t i = 0; i < set.table->entry_count; i++) {
        const char *name = set.table->entries[i].key;
        const char *place = arena_format(arena, "%s.set.%s", record, name);
        struct assign assign = {entry_field_of(gives->kind, name), NO_FIELD,
                                loading_text(loading, set.table->entries[i].value)};
        if (assign.field == NO_FIELD)
            loading_unknown_field(loading, gives, place, name);
        else if (is_elsewhere(gives, assign.field))
            say(loading, place, elsewhere);
        else if (!assign.text)
            say(loading, place, "it must be a text or a number");
        else
            add_set(loading, gives, place, assign);
    }
}

/* Words parted by spaces, or a list where a cell holds spaces. */
static void where_texts(struct loading *loading, struct value value, struct where *where)
{
    struct arena *arena = loading->plugin->arena;
    const char *at = value_as_text(value), *word;
    size_t length;
    where->texts =
        arena_array(arena, at ? strlen(at) + 1 : value_count(value), sizeof *where->texts);
    while (at && text_word(&at, &word, &length))
        where->texts[where->count++] = arena_copy(arena, word, length);
    for (size_t i = 0; i < value_count(value); i++) {
        const char *text = loading_text(loading, value_item(value, i));
        if (text)
            where->texts[where->count++] = text;
    }
}

static void read_where(struct loading *loading, struct gives *gives, struct value map,
                       const char *record)
{
    struct arena *arena = loading->plugin->arena;
    if (!value_is(map, VALUE_TABLE) || map.table->count > 0) {
        say(loading, arena_format(arena, "%s.where", record), "it must be { COLUMN = words }");
        return;
    }
    for (size_t i = 0; i < map.table->entry_count; i++) {
        gives->wheres = arena_grow(arena, gives->wheres, gives->where_count, &gives->where_room,
                                   sizeof *gives->wheres);
        struct where *where = &gives->wheres[gives->where_count++];
        *where = (struct where){.column = loading_column(loading, map.table->entries[i].key)};
        where_texts(loading, map.table->entries[i].value, where);
        if (where->count == 0)
            say(loading, arena_format(arena, "%s.where.%s", record, map.table->entries[i].key),
                "it names nothing that the column may hold");
    }
}

/* --- fields ---------------------------------------------------------------------------------- */

void loading_unknown_field(struct loading *loading, const struct gives *gives, const char *place,
                           const char *name)
{
    const char *near = entry_nearest_field(gives->kind, name);
    const char *hint = near ? ""
                       : text_has_word("note notes comment comments words called need_words", name)
                           ? ". Words are kept only where a person gave them: a need, a goal, a "
                             "note of their own, a text item"
                           : "";
    plugin_say_of(loading->plugin, loading->faults, place, "is not a column of our %s%s%s%s%s",
                  entry_file_word(gives->kind), near ? ". Did you mean `" : "", near ? near : "",
                  near ? "`?" : "", hint);
}

static void read_field(struct loading *loading, struct gives *gives, const char *name,
                       struct value value, const char *record)
{
    const char *place = arena_format(loading->plugin->arena, "%s.%s", record, name);
    int field = entry_field_of(gives->kind, name);
    if (is_elsewhere(gives, field))
        say(loading, place, elsewhere);
    else if (field != NO_FIELD)
        loading_cell(loading, gives, value, loading_rule(loading, gives, field, NO_FIELD, place));
    else
        loading_unknown_field(loading, gives, place, name);
}

static bool is_given(const struct gives *gives, int field)
{
    for (size_t i = 0; i < gives->set_count; i++)
        if (gives->sets[i].field == field)
            return true;
    for (size_t i = 0; i < gives->rule_count; i++) {
        const struct rule *rule = &gives->rules[i];
        if (rule->field == field)
            return true;
        for (size_t j = 0; j < rule->word_count; j++)
            for (size_t k = 0; k < rule->words[j].count; k++)
                if (rule->words[j].assigns[k].field == field)
                    return true;
    }
    return false;
}

static void check_given(struct loading *loading, const struct gives *gives, const char *name,
                        const char *place)
{
    if (!is_given(gives, entry_field_of(gives->kind, name)))
        plugin_say(loading->plugin, loading->faults, place, "it has no `%s`, which every %s needs",
                   name, entry_kind_word(gives->kind));
}

static void check_needed(struct loading *loading, const struct gives *gives, const char *place)
{
    const char *at = entry_needed(gives->kind), *word, *who = entry_field(gives->kind, ENTRY_WHO);
    size_t length;
    bool items = false;
    check_given(loading, gives, who, place);
    while (text_word(&at, &word, &length)) {
        const char *name = arena_copy(loading->plugin->arena, word, length);
        if (strcmp(name, who) != 0)
            check_given(loading, gives, name, place);
    }
    for (size_t i = 0; i < gives->rule_count; i++)
        items = items || gives->rules[i].item != NO_FIELD;
    if (entry_is_answers(gives->kind) && !items)
        say(loading, place, "answers need `items`: the columns in the order of the instrument");
}

/* `set` comes first: a form that it names tells how the items are read. */
static void read_fields(struct loading *loading, struct value record, const char *place,
                        struct gives *gives)
{
    read_set(loading, gives, value_get(record, "set"), place);
    for (size_t i = 0; i < record.table->entry_count; i++) {
        const struct value_entry *entry = &record.table->entries[i];
        if (strcmp(entry->key, "items") == 0)
            loading_items(loading, gives, entry->value, place);
        else if (strcmp(entry->key, "where") == 0)
            read_where(loading, gives, entry->value, place);
        else if (strcmp(entry->key, "set") != 0)
            read_field(loading, gives, entry->key, entry->value, place);
    }
}

void loading_record(struct loading *loading, struct value record, const char *place,
                    struct gives *gives)
{
    if (!value_is(record, VALUE_TABLE)) {
        say(loading, place, "a record is a table: { \"event\", person = …, … }");
        return;
    }
    if (!read_kind(loading, record, place, gives) ||
        !read_instrument(loading, record, place, gives))
        return;
    size_t before = loading->faults->count;
    read_fields(loading, record, place, gives);
    if (loading->faults->count == before)
        check_needed(loading, gives, place);
}
