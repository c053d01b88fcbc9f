/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading a CELL of an intake: which columns, read as what, and what their codes mean. */
#include <string.h>

#include "intake/gives.h"

static const struct field cell_field[] = {
    {"between", FIELD_ANY, 0, "what joins several columns, or parts several codes", NULL},
    {"as", FIELD_TEXT, 0,
     "a date, written as this file would write the last minute of 2024; `occasion` for an order 1, "
     "2, 3; `ticks` for one column a box; `codes` for several codes in one cell",
     NULL},
    {"words", FIELD_TABLE, 0, "their code to our word, to several fields, or `false`: left out",
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

/* The printed editions that `set` names, or NULL. */
static const char *form_set(const struct gives *gives)
{
    for (size_t i = 0; i < gives->set_count; i++)
        if (gives->sets[i].field == ANSWERS_FORM)
            return gives->sets[i].text;
    return NULL;
}

static const char *no_item_answer(const struct gives *gives, const struct assign *assign,
                                  struct arena *arena)
{
    struct answer answer;
    struct fault fault;
    return instrument_read_item_form(gives->instrument, form_set(gives), (size_t)assign->item,
                                     assign->text, arena, &answer, &fault)
               ? NULL
               : arena_text(arena, fault.text);
}

static const char *what_it_is_no(const struct gives *gives, struct assign *assign,
                                 struct arena *arena)
{
    if (assign->item != NO_FIELD)
        return no_item_answer(gives, assign, arena);
    if (entry_column(gives->kind, assign->field)->type == COLUMN_WORDS)
        return "a person's own words come from a column of the file, not from the plugin";
    if (entry_is_answers(gives->kind) && assign->field == ANSWERS_FORM)
        return entry_check_forms(gives->instrument, &assign->text, arena);
    const char *text = assign->text;
    return entry_check_field(gives->kind, assign->field, &text, arena);
}

static void part_kind(const struct gives *gives, struct assign assign, struct assign parts[2],
                      size_t *count, struct arena *arena)
{
    const char *slash = strchr(assign.text, '/');
    parts[0] = assign;
    *count = 1;
    if (gives->kind != ENTRY_EVENT || assign.field != EVENT_KIND || !slash)
        return;
    parts[0].text = arena_copy(arena, assign.text, (size_t)(slash - assign.text));
    parts[1] = (struct assign){EVENT_COLUMNS_FROM + EVENT_subtype, NO_FIELD, slash + 1};
    *count = 2;
}

bool loading_assign(struct loading *loading, const struct gives *gives, const char *place,
                    struct assign assign, struct assign parts[2], size_t *count)
{
    part_kind(gives, assign, parts, count, loading->plugin->arena);
    for (size_t i = 0; i < *count; i++) {
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
    if (!loading_assign(loading, gives, place, assign, parts, &count))
        return;
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
        if (assign.field == NO_FIELD)
            loading_unknown_field(loading, gives, at, name);
        else if (!assign.text)
            plugin_say(loading->plugin, loading->faults, at, "it must be a text or a number");
        else
            add_assign(loading, gives, at, assign, word);
    }
}

static bool is_several(const struct rule *rule)
{
    return rule->as == AS_TICKS || rule->as == AS_CODES;
}

static void read_word(struct loading *loading, const struct gives *gives, const struct rule *rule,
                      const char *place, struct value value, struct word *word)
{
    struct assign assign = {rule->field, rule->item, loading_text(loading, value)};
    if (assign.text) {
        word->assigns = arena_array(loading->plugin->arena, 2, sizeof *word->assigns);
        add_assign(loading, gives, place, assign, word);
    } else if (is_several(rule)) {
        plugin_say(loading->plugin, loading->faults, place,
                   "it must be our word: each box or code comes to one");
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

/* May it hold several values at once? */
static bool takes_several(const struct gives *gives, const struct rule *rule)
{
    if (rule->field == NO_FIELD)
        return false;
    enum column_type type = entry_column(gives->kind, rule->field)->type;
    return type == COLUMN_CODES || type == COLUMN_KEYS;
}

static const char *read_several(const struct gives *gives, const char *as, struct rule *rule)
{
    rule->as = strcmp(as, "ticks") == 0 ? AS_TICKS : AS_CODES;
    if (!takes_several(gives, rule))
        return "only what holds several values at once has boxes or codes, and this holds one";
    return rule->as == AS_CODES && rule->count > 1 ? "several codes stand in one column" : NULL;
}

static const char *read_date(struct loading *loading, const struct gives *gives, const char *as,
                             struct rule *rule)
{
    bool of_answers = entry_is_answers(gives->kind) && rule->field == ANSWERS_DATE;
    if (rule->as != AS_DATE)
        return "it says how a date is written, and this field is none";
    if (strcmp(as, "occasion") == 0) {
        rule->as = AS_ORDER;
        return of_answers ? NULL : "only answers may have an order in place of a date";
    }
    rule->as_written = as;
    return when_compile(as, loading->plugin->arena, &rule->when);
}

static void read_as(struct loading *loading, const struct gives *gives, const char *as,
                    struct rule *rule)
{
    const char *place = arena_format(loading->plugin->arena, "%s.as", rule->place);
    const char *sentence = text_has_word("ticks codes", as) ? read_several(gives, as, rule)
                                                            : read_date(loading, gives, as, rule);
    if (sentence)
        plugin_say(loading->plugin, loading->faults, place, "%s", sentence);
}

/* --- the cell -------------------------------------------------------------------------------- */

static bool read_columns(struct loading *loading, const char **names, size_t count,
                         struct rule *rule)
{
    rule->columns = arena_array(loading->plugin->arena, count, sizeof *rule->columns);
    for (size_t i = 0; i < count; i++) {
        if (!names[i] || !*names[i]) {
            plugin_say(loading->plugin, loading->faults, rule->place,
                       "the name of a column must be a text");
            return false;
        }
        rule->columns[rule->count++] = loading_column(loading, names[i]);
    }
    if (count == 0)
        plugin_say(loading->plugin, loading->faults, rule->place,
                   "it names no column. Write \"column\", or { \"column\", … }");
    return count > 0;
}

/* Boxes are counted up: `box_1..box_5`. Any other name is a column's, as it stands. */
static bool name_columns(struct loading *loading, struct value cell, struct rule *rule)
{
    const char *as = value_as_text(value_get(cell, "as")), **names = NULL;
    size_t count = value_is(cell, VALUE_TEXT) ? 1 : value_count(cell);
    if (as && strcmp(as, "ticks") == 0 && count == 1)
        return loading_names(loading, value_item(cell, 0), rule->place, &names, &count) &&
               read_columns(loading, names, count, rule);
    names = arena_array(loading->plugin->arena, count, sizeof *names);
    for (size_t i = 0; i < count; i++)
        names[i] = value_is(cell, VALUE_TEXT) ? cell.text : value_as_text(value_item(cell, i));
    return read_columns(loading, names, count, rule);
}

static bool is_words(const struct gives *gives, const struct rule *rule)
{
    return rule->item == NO_FIELD ? entry_column(gives->kind, rule->field)->type == COLUMN_WORDS
                                  : gives->instrument->items[rule->item].words;
}

static void read_meaning(struct loading *loading, const struct gives *gives, struct value cell,
                         struct rule *rule)
{
    struct value between = value_get(cell, "between");
    const char *as = value_as_text(value_get(cell, "as"));
    struct value words = value_get(cell, "words"), other = value_get(cell, "other");
    bool read = as || !value_is(words, VALUE_NIL) || !value_is(other, VALUE_NIL);
    if (read && is_words(gives, rule)) {
        plugin_say(loading->plugin, loading->faults, rule->place,
                   "a person's own words are kept as they are given. Leave out `as`, `words` and "
                   "`other`");
        return;
    }
    if (value_is(between, VALUE_TEXT))
        rule->between = between.text;
    else if (!value_is(between, VALUE_NIL))
        plugin_say(loading->plugin, loading->faults, rule->place, "`between` must be a text");
    if (as)
        read_as(loading, gives, as, rule);
    if (value_is(words, VALUE_TABLE))
        read_words(loading, gives, words, rule);
    if (!value_is(other, VALUE_NIL))
        read_other(loading, gives, other, rule);
}

void loading_cell(struct loading *loading, const struct gives *gives, struct value cell,
                  struct rule *rule)
{
    rule->between = " ";
    rule->as =
        rule->field != NO_FIELD && entry_is_date(gives->kind, rule->field) ? AS_DATE : AS_TEXT;
    if (!value_is(cell, VALUE_TEXT) && !value_is(cell, VALUE_TABLE)) {
        plugin_say(
            loading->plugin, loading->faults, rule->place,
            "it must be the name of a column, or { \"column\", … }. A constant stands in `set`");
        return;
    }
    if (name_columns(loading, cell, rule) && value_is(cell, VALUE_TABLE) &&
        fields_check(loading->plugin, cell, rule->place, &intake_cell_fields, loading->faults))
        read_meaning(loading, gives, cell, rule);
}
