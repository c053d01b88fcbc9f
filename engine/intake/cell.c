/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading a CELL of an intake: which columns, read as what, and what their codes mean. */
#include <string.h>

#include "intake/gives.h"

static const struct field cell_field[] = {
    {"between", FIELD_TEXT, 0, "what joins several columns", NULL},
    {"as", FIELD_TEXT, 0,
     "a date, written as this file would write the last minute of 2024; `occasion` for an order 1, "
     "2, 3",
     NULL},
    {"words", FIELD_MAP, 0, "their code to our word, to several fields, or `false`: left out",
     NULL},
    {"other", FIELD_ANY, 0, "the word for every other code; `none` leaves the field unrecorded",
     NULL},
    {NULL, FIELD_ANY, 0, NULL, NULL}};
const struct field_set intake_cell_fields = {"a cell", cell_field, true, NULL};

size_t loading_column(struct loading *loading, const char *name)
{
    struct intake *intake = loading->intake;
    for (size_t i = 0; i < intake->column_count; i++)
        if (strcmp(intake->columns[i], name) == 0)
            return i;
    intake->columns = arena_grow(loading->plugin->arena, intake->columns, intake->column_count,
                                 &intake->column_room, sizeof *intake->columns);
    intake->columns[intake->column_count] = name;
    return intake->column_count++;
}

const char *loading_text(struct loading *loading, struct value value)
{
    double number;
    if (value_is(value, VALUE_TEXT))
        return value.text;
    return value_as_number(value, &number) ? number_text(loading->plugin->arena, number) : NULL;
}

/* --- what a code means ----------------------------------------------------------------------- */

static const char *what_it_is_no(const struct gives *gives, const struct assign *assign,
                                 struct arena *arena)
{
    if (assign->item != NO_FIELD) {
        struct answer answer;
        struct fault fault;
        size_t item = (size_t)assign->item;
        if (gives->instrument->items[item].words)
            return "this item is answered in words, which this version cannot keep yet";
        return instrument_read_item(gives->instrument, item, assign->text, arena, &answer, &fault)
                   ? NULL
                   : arena_text(arena, fault.text);
    }
    const char *text = assign->text;
    return entry_check_field(gives->kind, assign->field, &text, arena);
}

/* `institution/hospital` is a kind and a subtype. */
static void part_kind(const struct gives *gives, const struct assign *assign,
                      struct assign parts[2], size_t *count, struct arena *arena)
{
    parts[0] = *assign;
    *count = 1;
    const char *slash = assign->text ? strchr(assign->text, '/') : NULL;
    if (gives->kind != ENTRY_EVENT || assign->field != EVENT_KIND || !slash)
        return;
    parts[0].text = arena_copy(arena, assign->text, (size_t)(slash - assign->text));
    parts[1] = (struct assign){EVENT_COLUMNS_FROM + EVENT_subtype, NO_FIELD, slash + 1};
    *count = 2;
}

bool loading_assign(struct loading *loading, const struct gives *gives, const char *place,
                    struct assign *assign)
{
    struct assign parts[2];
    size_t count;
    part_kind(gives, assign, parts, &count, loading->plugin->arena);
    for (size_t i = 0; i < count; i++) {
        const char *sentence = what_it_is_no(gives, &parts[i], loading->plugin->arena);
        if (sentence) {
            plugin_say(loading->plugin, loading->faults, place, "%s", sentence);
            return false;
        }
    }
    return true;
}

static void add_assign(struct loading *loading, const struct gives *gives, const char *place,
                       struct assign assign, struct word *word)
{
    struct assign parts[2];
    size_t count;
    if (!loading_assign(loading, gives, place, &assign))
        return;
    part_kind(gives, &assign, parts, &count, loading->plugin->arena);
    for (size_t i = 0; i < count; i++)
        word->assigns[word->count++] = parts[i];
}

static void read_fields(struct loading *loading, const struct gives *gives, const char *place,
                        const struct value_table *table, struct word *word)
{
    struct arena *arena = loading->plugin->arena;
    word->assigns = arena_array(arena, table->entry_count * 2, sizeof *word->assigns);
    for (size_t i = 0; i < table->entry_count; i++) {
        const char *name = table->entries[i].key;
        const char *at = arena_format(arena, "%s.%s", place, name);
        struct assign assign = {entry_field_of(gives->kind, name), NO_FIELD,
                                loading_text(loading, table->entries[i].value)};
        const char *near = entry_nearest_field(gives->kind, name);
        if (assign.field == NO_FIELD)
            plugin_say(loading->plugin, loading->faults, place,
                       "`%s` is not a column of our %s%s%s%s", name, entry_file_word[gives->kind],
                       near ? ". Did you mean `" : "", near ? near : "", near ? "`?" : "");
        else if (!assign.text)
            plugin_say(loading->plugin, loading->faults, at, "it must be a text or a number");
        else
            add_assign(loading, gives, at, assign, word);
    }
}

static void read_word(struct loading *loading, const struct gives *gives, const struct rule *rule,
                      const char *place, struct value value, struct word *word)
{
    struct assign assign = {rule->field, rule->item, loading_text(loading, value)};
    if (assign.text) {
        word->assigns = arena_array(loading->plugin->arena, 2, sizeof *word->assigns);
        add_assign(loading, gives, place, assign, word);
    } else if (value_is(value, VALUE_YES_NO) && !value.yes) {
        word->leave_out = true;
    } else if (value_is(value, VALUE_TABLE) && value.table->count == 0 && rule->item == NO_FIELD) {
        read_fields(loading, gives, place, value.table, word);
    } else {
        plugin_say(loading->plugin, loading->faults, place,
                   "it must be our word, several of our fields, or false: left out");
    }
}

/* A list stands for the codes 1, 2, 3. */
static void read_words(struct loading *loading, const struct gives *gives, struct value words,
                       struct rule *rule)
{
    const struct value_table *table = words.table;
    struct arena *arena = loading->plugin->arena;
    rule->words = arena_array(arena, table->count + table->entry_count + 1, sizeof *rule->words);
    for (size_t i = 0; i < table->count + table->entry_count; i++) {
        bool listed = i < table->count;
        const struct value_entry *entry = listed ? NULL : &table->entries[i - table->count];
        struct word *word = &rule->words[rule->word_count++];
        word->cell = listed ? arena_format(arena, "%zu", i + 1) : entry->key;
        read_word(loading, gives, rule, arena_format(arena, "%s.words.%s", rule->place, word->cell),
                  listed ? table->items[i] : entry->value, word);
    }
}

static void read_other(struct loading *loading, const struct gives *gives, struct value other,
                       struct rule *rule)
{
    const char *place = arena_format(loading->plugin->arena, "%s.other", rule->place);
    const char *text = value_as_text(other);
    if (!rule->words) {
        plugin_say(loading->plugin, loading->faults, place, "`other` needs `words` beside it");
    } else if (text && strcmp(text, "none") == 0) {
        rule->other = OTHER_NONE;
    } else {
        rule->other = OTHER_WORD;
        read_word(loading, gives, rule, place, other, &rule->other_word);
    }
}

/* --- as -------------------------------------------------------------------------------------- */

static bool is_date(const struct gives *gives, const struct rule *rule)
{
    if (rule->field == NO_FIELD)
        return false;
    const char *name = entry_field(gives->kind, rule->field);
    return text_has_word("date until since born withdrawn", name);
}

static void read_as(struct loading *loading, const struct gives *gives, const char *as,
                    struct rule *rule)
{
    const char *place = arena_format(loading->plugin->arena, "%s.as", rule->place);
    const char *sentence = NULL;
    if (text_has_word("ticks codes", as)) {
        sentence = arena_format(loading->plugin->arena,
                                "this version does not follow `as = \"%s\"` yet", as);
    } else if (!is_date(gives, rule)) {
        sentence = "it says how a date is written, and this field is none";
    } else if (strcmp(as, "occasion") != 0) {
        rule->as_written = as;
        sentence = when_compile(as, loading->plugin->arena, &rule->when);
    } else if (gives->kind == ENTRY_ANSWERS && rule->field == ANSWERS_DATE) {
        rule->as = AS_ORDER;
    } else {
        sentence = "only answers may have an order in place of a date";
    }
    if (sentence)
        plugin_say(loading->plugin, loading->faults, place, "%s", sentence);
}

/* --- the cell -------------------------------------------------------------------------------- */

static bool read_columns(struct loading *loading, struct value cell, struct rule *rule)
{
    size_t count = value_is(cell, VALUE_TEXT) ? 1 : value_count(cell);
    rule->columns = arena_array(loading->plugin->arena, count, sizeof *rule->columns);
    for (size_t i = 0; i < count; i++) {
        const char *name =
            value_is(cell, VALUE_TEXT) ? cell.text : value_as_text(value_item(cell, i));
        if (!name || !*name) {
            plugin_say(loading->plugin, loading->faults, rule->place,
                       "the name of a column must be a text");
            return false;
        }
        rule->columns[rule->count++] = loading_column(loading, name);
    }
    if (count == 0)
        plugin_say(loading->plugin, loading->faults, rule->place,
                   "it names no column. Write \"column\", or { \"column\", … }");
    return count > 0;
}

void loading_cell(struct loading *loading, const struct gives *gives, struct value cell,
                  struct rule *rule)
{
    rule->between = " ";
    rule->as = is_date(gives, rule) ? AS_DATE : AS_TEXT;
    if (!value_is(cell, VALUE_TEXT) && !value_is(cell, VALUE_TABLE)) {
        plugin_say(
            loading->plugin, loading->faults, rule->place,
            "it must be the name of a column, or { \"column\", … }. A constant stands in `set`");
        return;
    }
    if (!read_columns(loading, cell, rule) || value_is(cell, VALUE_TEXT) ||
        !fields_check(loading->plugin, cell, rule->place, &intake_cell_fields, loading->faults))
        return;
    const char *between = value_as_text(value_get(cell, "between"));
    const char *as = value_as_text(value_get(cell, "as"));
    struct value words = value_get(cell, "words"), other = value_get(cell, "other");
    if (between)
        rule->between = between;
    if (as)
        read_as(loading, gives, as, rule);
    if (value_is(words, VALUE_TABLE))
        read_words(loading, gives, words, rule);
    if (!value_is(other, VALUE_NIL))
        read_other(loading, gives, other, rule);
}
