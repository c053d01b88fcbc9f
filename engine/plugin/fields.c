/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plugin/fields.h"

#include <ctype.h>
#include <string.h>

#include "ground/day.h"
#include "ground/refused.h"
#include "ground/text.h"

struct check {
    const struct plugin *plugin;
    struct faults *faults;
};

/* What a value of each type must be, as the end of "it must be …". */
static const char *const must_be[] = {
    [FIELD_TEXT] = "a text that is not empty",
    [FIELD_ID] = "an id: small letters, digits and _, beginning with a letter, at most 40",
    [FIELD_IDS] = "a text of ids with spaces between, or a list of them",
    [FIELD_WORDS] = "a text of words with spaces between",
    [FIELD_YES_NO] = "true or false",
    [FIELD_WHOLE] = "a whole number from 0 up",
    [FIELD_ANY_WHOLE] = "a whole number",
    [FIELD_NUMBER] = "a number",
    [FIELD_DATE] = "a date such as \"2024-03-31\"",
    [FIELD_FUNCTION] = "a function",
    [FIELD_TABLE] = "a table, `{ name = … }`",
    [FIELD_LIST] = "a list, `{ …, … }`",
    [FIELD_MAP] = "a map, `{ name = … }`",
};

static const char *item_place(const struct check *check, const char *place, size_t index)
{
    return arena_format(check->plugin->arena, "%s[%zu]", place, index + 1);
}

static const char *key_place(const struct check *check, const char *place, const char *key)
{
    return arena_format(check->plugin->arena, "%s%s%s", place, *place ? "." : "", key);
}

/* A value as a reader of the file knows it: "one", 3.5, true, a table. */
static const char *shown(struct arena *arena, struct value value)
{
    switch (value.kind) {
    case VALUE_YES_NO:
        return value.yes ? "true" : "false";
    case VALUE_WHOLE:
        return arena_format(arena, "%lld", (long long)value.whole);
    case VALUE_NUMBER:
        return number_text(arena, value.number);
    case VALUE_TEXT:
        return strlen(value.text) > 60 ? "a long text" : arena_format(arena, "\"%s\"", value.text);
    case VALUE_TABLE:
        return value.table->entry_count ? "a table"
               : value.table->count     ? "a list"
                                        : "an empty table";
    case VALUE_FUNCTION:
        return "a function";
    case VALUE_NIL:
        break;
    }
    return "nothing";
}

static bool is_text(struct value value)
{
    return value_is(value, VALUE_TEXT) && value.text[strspn(value.text, " \t\r\n")];
}

static bool is_list(struct value value)
{
    return value_is(value, VALUE_TABLE) && value.table->entry_count == 0;
}

static bool is_list_of_texts(struct value value)
{
    for (size_t i = 0; i < value_count(value); i++)
        if (!is_text(value_item(value, i)))
            return false;
    return is_list(value) && value_count(value) > 0;
}

static bool fits(enum field_type type, struct value value)
{
    int64_t whole;
    day date;
    switch (type) {
    case FIELD_TEXT:
    case FIELD_WORDS:
        return is_text(value);
    case FIELD_ID:
        return value_is(value, VALUE_TEXT) && text_is_id(value.text);
    case FIELD_IDS:
        return is_text(value) || is_list_of_texts(value);
    case FIELD_YES_NO:
        return value_is(value, VALUE_YES_NO);
    case FIELD_WHOLE:
        return value_as_whole(value, &whole) && whole >= 0;
    case FIELD_ANY_WHOLE:
        return value_as_whole(value, &whole);
    case FIELD_NUMBER:
        return value_is(value, VALUE_WHOLE) || value_is(value, VALUE_NUMBER);
    case FIELD_DATE:
        return value_is(value, VALUE_TEXT) && day_read(value.text, &date);
    case FIELD_FUNCTION:
        return value_is(value, VALUE_FUNCTION);
    case FIELD_TABLE:
        return value_is(value, VALUE_TABLE);
    case FIELD_LIST:
        return is_list(value);
    case FIELD_MAP:
        return value_is(value, VALUE_TABLE) && value_count(value) == 0;
    case FIELD_ANY:
        break;
    }
    return true;
}

static const struct field *find_field(const struct field_set *set, const char *name)
{
    const struct field *field = set->fields;
    while (field->name && strcmp(field->name, name) != 0)
        field++;
    return field->name ? field : NULL;
}

/* Every name that this version follows. */
static const char *all_names(struct arena *arena, const struct field_set *set)
{
    struct text names = {0};
    for (const struct field *field = set->fields; field->name; field++)
        if (!(field->flags & FIELD_LATER))
            text_format(&names, "%s`%s`", names.length ? ", " : "", field->name);
    const char *kept = arena_copy(arena, names.length ? names.bytes : "", names.length);
    text_free(&names);
    return kept;
}

static const char *nearest_name(struct arena *arena, const struct field_set *set, const char *key)
{
    size_t count = 0;
    while (set->fields[count].name)
        count++;
    const char **names = arena_array(arena, count + 1, sizeof *names);
    for (size_t i = 0; i < count; i++)
        names[i] = set->fields[i].name;
    return text_nearest(key, names, count);
}

/* What follows "`reverse` is not a field of an item. " */
static const char *advice(struct arena *arena, const struct field_set *set, const char *key)
{
    const char *hint = set->hint ? set->hint(key) : NULL;
    hint = hint ? hint : refused_why(key);
    if (hint)
        return hint;
    const char *near = nearest_name(arena, set, key);
    if (near)
        return arena_format(arena, "Did you mean `%s`?", near);
    const char *of = set->of;
    return arena_format(arena, "%c%s has %s", toupper((unsigned char)*of), of + 1,
                        all_names(arena, set));
}

/* The line is the key's, the place said is the table's. */
static void say_unknown(const struct check *check, const char *place, const struct field_set *set,
                        const char *key)
{
    const struct plugin *plugin = check->plugin;
    faults_add(check->faults, "%s:%d: %s%s`%s` is not a field of %s. %s", plugin->path,
               plugin_line(plugin, key_place(check, place, key)), place, *place ? ": " : "", key,
               set->of, advice(plugin->arena, set, key));
}

static void say_later(const struct check *check, const char *place, const char *key,
                      const struct field_set *set)
{
    const struct plugin *plugin = check->plugin;
    const char *hint = set->hint ? set->hint(key) : NULL;
    faults_add(check->faults,
               "%s:%d: %s%s`%s` is in the contract, but this version does not follow it yet. %s",
               plugin->path, plugin_line(plugin, key_place(check, place, key)), place,
               *place ? ": " : "", key, hint ? hint : "Leave it out");
}

static void check_table(const struct check *check, struct value table, const char *place,
                        const struct field_set *set);

static void check_list(const struct check *check, struct value list, const char *place,
                       const struct field_set *sub)
{
    for (size_t i = 0; sub && i < value_count(list); i++) {
        struct value item = value_item(list, i);
        const char *at = item_place(check, place, i);
        if (value_is(item, VALUE_TABLE))
            check_table(check, item, at, sub);
        else
            plugin_say_of(check->plugin, check->faults, at, "is %s; it must be %s",
                          shown(check->plugin->arena, item), must_be[FIELD_TABLE]);
    }
}

static void check_map(const struct check *check, struct value map, const char *place,
                      const struct field_set *sub)
{
    for (size_t i = 0; sub && i < map.table->entry_count; i++) {
        const struct value_entry *entry = &map.table->entries[i];
        const char *at = key_place(check, place, entry->key);
        if (value_is(entry->value, VALUE_TABLE))
            check_table(check, entry->value, at, sub);
        else
            plugin_say_of(check->plugin, check->faults, at, "is %s; it must be %s",
                          shown(check->plugin->arena, entry->value), must_be[FIELD_TABLE]);
    }
}

static void check_value(const struct check *check, struct value value, const char *place,
                        const struct field *field)
{
    if (!fits(field->type, value)) {
        plugin_say_of(check->plugin, check->faults, place, "is %s; it must be %s",
                      shown(check->plugin->arena, value), must_be[field->type]);
        return;
    }
    if (field->type == FIELD_TEXT && text_has_word("title asks mislead", field->name))
        fields_sentence(check->plugin, value.text, place, check->faults);
    else if (field->type == FIELD_TABLE && field->sub)
        check_table(check, value, place, field->sub);
    else if (field->type == FIELD_LIST)
        check_list(check, value, place, field->sub);
    else if (field->type == FIELD_MAP)
        check_map(check, value, place, field->sub);
}

static void check_entries(const struct check *check, struct value table, const char *place,
                          const struct field_set *set)
{
    for (size_t i = 0; i < table.table->entry_count; i++) {
        const struct value_entry *entry = &table.table->entries[i];
        const struct field *field = find_field(set, entry->key);
        if (!field)
            say_unknown(check, place, set, entry->key);
        else if (field->flags & FIELD_LATER)
            say_later(check, place, entry->key, set);
        else
            check_value(check, entry->value, key_place(check, place, entry->key), field);
    }
}

static void check_table(const struct check *check, struct value table, const char *place,
                        const struct field_set *set)
{
    check_entries(check, table, place, set);
    if (!set->positional && value_count(table) > 0)
        plugin_say_of(check->plugin, check->faults, item_place(check, place, 0),
                      "is %s without a name. The fields of %s are written `name = value`",
                      shown(check->plugin->arena, value_item(table, 0)), set->of);
    for (const struct field *field = set->fields; field->name; field++)
        if (field->flags & FIELD_NEEDED && value_is(value_get(table, field->name), VALUE_NIL))
            plugin_say_of(check->plugin, check->faults, place, "has no `%s`. It is %s", field->name,
                          field->meaning);
}

bool fields_check(const struct plugin *plugin, struct value table, const char *place,
                  const struct field_set *set, struct faults *faults)
{
    const struct check check = {plugin, faults};
    size_t before = faults->count;
    if (value_is(table, VALUE_TABLE))
        check_table(&check, table, place, set);
    else
        plugin_say_of(plugin, faults, place, "is %s; it must be %s", shown(plugin->arena, table),
                      must_be[FIELD_TABLE]);
    return faults->count == before;
}
